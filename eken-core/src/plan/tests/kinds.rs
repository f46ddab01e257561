//! Whatever stands where something else belongs is a fault with its place, never a crash and never taken in silence.

use serde_json::{Value, json};

use super::{SMALL, faults_of, plan_of};
use crate::error::Error;
use crate::plan::{Plan, PlanFile, PlanSource, diff};

/// Amendments of everything that can be amended.
fn overlay() -> Value {
    json!({
        "id": "over", "title": {"zh": "上", "en": "over"}, "base": "small",
        "amend": [
            {"reading": "R1", "default": "excluded", "clauses": ["甲-1"]},
            {"indicator": "1", "clauses": ["甲-1"], "departments": {"lead": "finance"}, "cites": ["甲-1"],
                "all": [{"measure": "inspections", "at-least": {"value": "1", "unit": "item"}}]},
            {"department": "finance", "label": {"zh": "财政局", "en": "finance bureau"}, "cites": ["甲-1"]},
            {"target": "T1", "remove": true},
            {"phase": "start", "remove": true}
        ]
    })
}

/// The pointers of everything in a value, itself left out.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(key, inner)| (key.clone(), inner)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, inner)| (index.to_string(), inner)).collect(),
        _ => vec![],
    };
    for (step, inner) in inner {
        let pointer = format!("{at}/{step}");
        pointers(inner, &pointer, found);
        found.push(pointer);
    }
}

fn is_parameter(pointer: &str) -> bool {
    pointer.split('/').any(|step| ["of", "covers", "working"].contains(&step))
}

fn load(value: &Value, base: Option<&Plan>) -> crate::error::Result<Plan> {
    Plan::load(&PlanSource::single("plan.json", format!("{value:#}")), base)
}

#[test]
fn a_value_of_another_kind_is_a_fault_wherever_it_stands() {
    let base = plan_of(SMALL, None);
    let mut refused = 0usize;
    for (sound, base) in [(base.to_json(), None), (overlay(), Some(&base))] {
        assert!(load(&sound, base).is_ok());
        let mut places = Vec::new();
        pointers(&sound, "", &mut places);
        for pointer in places {
            for other in [json!(null), json!(7), json!(true), json!([]), json!({}), json!([[]]), json!([7]), json!("")]
            {
                let mut spoilt = sound.clone();
                let place = spoilt.pointer_mut(&pointer).unwrap();
                let same_kind = std::mem::discriminant(place) == std::mem::discriminant(&other);
                *place = other.clone();
                match load(&spoilt, base) {
                    // what a parameter of a measure is, the registry of measures knows, which is not asked here
                    Ok(_) => assert!(same_kind || is_parameter(&pointer), "{pointer} {other} is taken"),
                    Err(Error::Plan(faults)) => {
                        refused += 1;
                        let text = format!("{spoilt:#}");
                        for fault in faults {
                            let line = text.lines().nth(fault.line - 1).map(|line| line.chars().count());
                            assert!(
                                line.is_some_and(|length| fault.column <= length + 1),
                                "{pointer} {other}: {fault}"
                            );
                        }
                    }
                    Err(other) => panic!("{other}"),
                }
            }
        }
    }
    assert!(refused > 500, "{refused}");
}

#[test]
fn a_name_that_leads_nowhere_is_told_with_those_that_exist() {
    let base = plan_of(SMALL, None);
    let mut told = 0usize;
    for (sound, base) in [(base.to_json(), None), (overlay(), Some(&base))] {
        let mut places = Vec::new();
        pointers(&sound, "", &mut places);
        for pointer in places {
            let mut spoilt = sound.clone();
            let place = spoilt.pointer_mut(&pointer).unwrap();
            if place.is_string() {
                *place = json!(format!("x{}", "-0".repeat(150)));
                if let Err(Error::Plan(faults)) = load(&spoilt, base) {
                    told += 1;
                    assert!(
                        faults.iter().all(|fault| !fault.help.zh.is_empty() && !fault.help.en.is_empty()),
                        "{pointer}"
                    );
                }
            }
        }
    }
    assert!(told > 20, "{told}");
}

#[test]
fn amendments_of_what_the_base_lacks_and_repeated_clauses() {
    let base = plan_of(SMALL, None);
    let head = "id = \"over\"\ntitle = { zh = \"上\", en = \"over\" }\nbase = \"small\"\n";
    let faults = |text: &str| faults_of(&PlanSource::single("o.toml", format!("{head}{text}")), Some(&base));
    assert!(faults("[[amend]]\nphase = \"middle\"\nremove = true\n").contains("no phase \"middle\""));
    assert!(faults("[[amend]]\nreading = \"R9\"\nremove = true\n").contains("no reading \"R9\""));
    assert!(faults("[[amend]]\ndepartment = \"none\"\nremove = true\n").contains("no department \"none\""));
    assert!(faults("[[amend]]\nreading = \"R1\"\ndefault = \"both\"\n").contains("no option \"both\""));
    let plan = plan_of(&format!("{head}[[amend]]\nindicator = \"1\"\nclauses = [\"甲-1\"]\n"), Some(&base));
    assert_eq!(plan.indicators[0].clauses, ["甲-1"], "what is cited already is cited once");
}

#[test]
fn lists_that_come_go_and_change_are_told_item_by_item() {
    let small = plan_of(SMALL, None);
    let bare = Plan { phases: vec![], leading_group: None, ..small.clone() };
    let told = |a: &Plan, b: &Plan| diff(a, b).iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(told(&bare, &small).contains("phase start: + 启动"), "{}", told(&bare, &small));
    assert!(told(&small, &bare).contains("phase start: − 启动"), "{}", told(&small, &bare));
    let mut other = small.clone();
    other.indicators[0].clauses = vec!["甲-1".to_owned(), "甲-2".to_owned()];
    assert!(told(&small, &other).contains("甲-1 → 甲-1, 甲-2"), "{}", told(&small, &other));
    other.indicators[0].clauses = vec![];
    assert!(told(&small, &other).contains("indicator 1 / clauses: − 甲-1"), "{}", told(&small, &other));
    other.indicators[0].departments = crate::plan::Duty::default();
    assert!(told(&small, &other).contains("departments: −"), "{}", told(&small, &other));
}

#[test]
fn a_file_of_one_item_is_named_after_it() {
    let with = |name: &str, text: &str| {
        let file = |name: &str, text: &str| PlanFile { name: name.to_owned(), text: text.to_owned() };
        faults_of(&PlanSource { files: vec![file("plan.toml", SMALL), file(name, text)] }, None)
    };
    for name in ["16", "-slug", "16a-slug", "T-slug", "00-slug"] {
        let told = with(&format!("indicators/{name}.toml"), "");
        assert!(told.contains("does not name an item"), "{name}: {told}");
    }
    assert!(with("indicators/16-slug.toml", "id = \"16\"\nslug = \"x\"\n").contains("is taken from the file's name"));
    assert!(with("else/16-slug.toml", "").contains("only indicators/ and targets/"));
    assert!(with("indicators/16-slug.txt", "").contains(".toml"));
    assert!(!with("indicators/16-slug.json", "[]").is_empty());
    assert!(!with("more.json", "[]").is_empty());
    assert_eq!(with("more.toml", ""), "");
}
