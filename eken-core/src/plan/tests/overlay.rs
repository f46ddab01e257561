//! An overlay lists what it changes, and only that changes.

use super::{SMALL, faults_of, plan_of};
use crate::plan::{Plan, PlanSource, diff};

const HEAD: &str = "id = \"over\"\ntitle = { zh = \"上\", en = \"over\" }\nbase = \"small\"\n";

fn over(text: &str) -> Plan {
    plan_of(&format!("{HEAD}{text}"), Some(&plan_of(SMALL, None)))
}

fn faults(text: &str) -> String {
    faults_of(&PlanSource::single("o.toml", format!("{HEAD}{text}")), Some(&plan_of(SMALL, None)))
}

fn changes(text: &str) -> Vec<String> {
    let (base, plan) = (plan_of(SMALL, None), over(text));
    diff(&base, &plan).iter().skip(4).map(ToString::to_string).collect()
}

#[test]
fn an_empty_overlay_is_its_base_under_another_name() {
    let plan = over("");
    assert_eq!(plan.base.as_deref(), Some("small"));
    let base = plan_of(SMALL, None);
    let plan = Plan { id: base.id.clone(), title: base.title.clone(), source: base.source.clone(), base: None, ..plan };
    assert_eq!(plan, base);
}

#[test]
fn amendments_change_what_they_name() {
    let text = r#"
[[amend]]
reading = "R1"
default = "excluded"

[[amend]]
indicator = "1"
departments = { lead = "finance" }
cites = ["甲-1"]

[[amend.all]]
measure = "inspections"
at-least = { value = "1", unit = "item" }

[[amend]]
department = "finance"
label = { zh = "财政局", en = "finance bureau" }

[[amend]]
target = "T1"
remove = true
"#;
    assert_eq!(
        changes(text),
        [
            "department finance / label / zh: 财政 → 财政局",
            "department finance / label / en: finance → finance bureau",
            "reading R1 / default: included → excluded",
            "indicator 1 / departments / support: − finance",
            "indicator 1 / departments / inferred: − true",
            "indicator 1 / all 3: + measure inspections, at-least value 1, unit item",
            "target T1: − 目标",
        ]
    );
}

#[test]
fn an_item_is_replaced_in_its_place_and_a_new_one_follows() {
    let indicator = |id: &str, more: &str| {
        format!(
            "[[indicator]]\nid = \"{id}\"\nslug = \"x\"\ntitle = {{ zh = \"新\", en = \"new\" }}\n{more}\n[[indicator.all]]\nmeasure = \"m\"\nholds = true\n"
        )
    };
    let plan = over(&format!("{}{}", indicator("2", ""), indicator("1", "replace = true")));
    let titles: Vec<(&str, &str)> =
        plan.indicators.iter().map(|item| (item.id.as_str(), item.title.en.as_str())).collect();
    assert_eq!(titles, [("1", "new"), ("2", "new")]);
    assert_eq!(
        faults(&indicator("1", "")),
        "o.toml:5:6: indicator \"1\" stands in the base plan already (write replace = true to take its place)"
    );
    assert_eq!(
        faults(&indicator("3", "replace = true")),
        "o.toml:8:1: there is no indicator in the base plan to replace named \"3\" (known: 1)"
    );
}

#[test]
fn amending_what_does_not_exist_is_a_fault() {
    for (text, fault) in [
        ("indicator = \"7\"", "o.toml:5:13: there is no indicator \"7\" (known: 1)"),
        ("target = \"T2\"", "o.toml:5:10: there is no target \"T2\" (did you mean \"T1\"?)"),
        ("reading = \"R12\"", "o.toml:5:11: there is no reading \"R12\" (did you mean \"R1\"?)"),
        (
            "reading = \"R1\"\ndefault = \"exclude\"",
            "o.toml:6:11: there is no option \"exclude\" (did you mean \"excluded\"?)",
        ),
        ("department = \"finances\"", "o.toml:5:14: there is no department \"finances\" (did you mean \"finance\"?)"),
        ("phase = \"stat\"\nremove = true", "o.toml:5:9: there is no phase \"stat\" (did you mean \"start\"?)"),
        (
            "indicator = \"1\"\nremove = \"yes\"",
            "o.toml:6:10: remove is a text where true is expected (write remove = true)",
        ),
        (
            "remove = true",
            "o.toml:4:1: an amendment is without any of indicator, target, reading, department, phase (add one of them)",
        ),
    ] {
        assert_eq!(faults(&format!("[[amend]]\n{text}\n")), fault);
    }
}

#[test]
fn what_a_removal_leaves_dangling_is_a_fault() {
    let found = faults("[[amend]]\nreading = \"R1\"\nremove = true\n");
    assert!(
        found.contains("o.toml:3:1: indicator \"1\" of the base plan names reading \"R1\", which this plan removes"),
        "{found}"
    );
    let found = faults("[[amend]]\ndepartment = \"finance\"\nremove = true\n");
    assert!(found.contains("indicator \"1\" of the base plan names department \"finance\""), "{found}");
    assert!(found.contains("a seat of the base plan names department \"finance\""), "{found}");
    let found = faults("[[tier]]\nid = \"middle\"\nlabel = { zh = \"中\", en = \"middle\" }\n");
    assert_eq!(
        found,
        "o.toml:3:1: indicator \"1\" of the base plan has no figure for tier \"middle\" (amend or remove it)"
    );
}

#[test]
fn a_reading_of_the_overlay_itself_is_told_where_it_stands() {
    let own = "[[reading]]\nid = \"R1\"\nreplace = true\npoint = { zh = \"疑点\", en = \"point\" }\nclauses = [\"甲-1\"]\ndefault = \"excluded\"\n\n\
        [[reading.option]]\nid = \"included\"\nzh = \"含\"\nen = \"included\"\n";
    let found = faults(own);
    assert!(found.contains("there is no option \"excluded\""), "{found}");
    assert!(!found.contains("is left without its default option"), "{found}");
}
