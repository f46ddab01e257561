//! Each class of fault is told with its file, line and help.

use super::{SMALL, faults_of};
use crate::plan::{MeasureSpec, MeasureValue, ParamSpec, ParamValues, Plan, PlanFile, PlanSource};
use crate::quantity::Unit;

/// The faults when `from` is written as `to` in the small plan.
fn spoilt(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "{from} is not in the small plan");
    faults_of(&PlanSource::single("p.toml", SMALL.replacen(from, to, 1)), None)
}

#[test]
fn the_small_plan_is_sound() {
    assert_eq!(faults_of(&PlanSource::single("p.toml", SMALL), None), "");
}

#[test]
fn every_class_of_fault_has_its_line_and_help() {
    for (from, to, fault) in [
        (
            "slug = \"first\"",
            "slug = first",
            "p.toml:66:8: not TOML: a text is not in quotes (put texts in quotes, as in id = \"mine\")",
        ),
        ("slug = \"first\"", "slug = 1", "p.toml:66:8: slug is a number (write it in quotes)"),
        (
            "slug = \"first\"\n",
            "",
            "p.toml:64:1: an indicator is without \"slug\" (add slug: short name in file names)",
        ),
        (
            "slug = \"first\"",
            "slog = \"first\"",
            "p.toml:64:1: an indicator is without \"slug\" (did you mean \"slug\" by \"slog\"?)\np.toml:66:1: there is no key \"slog\" (did you mean \"slug\"?)",
        ),
        (
            "class = \"computable\"",
            "class = \"computible\"",
            "p.toml:59:9: class = \"computible\" is not one of computable, evidence, non-normative (did you mean \"computable\"?)",
        ),
        (
            "unit = \"m2\" }\nclauses",
            "unit = \"m²\" }\nclauses",
            "p.toml:76:36: unit = \"m²\" is not one of yuan, m2, percent, percentage-point, hour, person-time, person, item (did you mean \"m2\"?)",
        ),
        (
            "readings = [\"R1\"]",
            "readings = [\"R2\"]",
            "p.toml:78:13: there is no reading \"R2\" (did you mean \"R1\"?)",
        ),
        (
            "strict-under = { R1 = [\"excluded\"]",
            "strict-under = { R1 = [\"exluded\"]",
            "p.toml:81:24: there is no option \"exluded\" (did you mean \"excluded\"?)",
        ),
        (
            "strict-under = { R1",
            "strict-under = { R9",
            "p.toml:81:18: there is no reading \"R9\" (did you mean \"R1\"?)",
        ),
        (
            "strict-under = { R1 = [\"excluded\"]",
            "strict-under = { R1 = []",
            "p.toml:81:23: R1 is empty (name one at least)",
        ),
        (
            "default = \"included\"",
            "default = \"includes\"",
            "p.toml:45:11: there is no option \"includes\" (did you mean \"included\"?)",
        ),
        (
            "clauses = [\"甲-1\"]\nreadings",
            "clauses = [\"甲-2\"]\nreadings",
            "p.toml:77:12: there is no clause \"甲-2\" (did you mean \"甲-1\"?)",
        ),
        (
            "lead = \"finance\"",
            "lead = \"finances\"",
            "p.toml:70:24: there is no department \"finances\" (did you mean \"finance\"?)",
        ),
        (
            "department = \"finance\"",
            "department = \"fnance\"",
            "p.toml:39:14: there is no department \"fnance\" (did you mean \"finance\"?)",
        ),
        ("group = \"一\"", "group = \"二\"", "p.toml:68:9: there is no group \"二\" (known: 一)"),
        ("source = \"文1\"", "source = \"文2\"", "p.toml:3:10: there is no document \"文2\" (did you mean \"文1\"?)"),
        ("high = \"300\", ", "", "p.toml:88:36: tier \"high\" has no figure (write one for each tier)"),
        (
            "high = \"300\"",
            "high = \"300\", hihg = \"2\"",
            "p.toml:88:52: there is no tier \"hihg\" (did you mean \"high\"?)",
        ),
        (
            "value = \"500\"",
            "value = \"5,00\"",
            "p.toml:76:22: value = \"5,00\" is not a figure such as \"1250\" or \"0.5\", of at most 15 and 6 digits (write a figure such as \"1250\" or \"0.5\", of at most 15 and 6 digits)",
        ),
        ("value = \"500\"", "value = 500", "p.toml:76:22: value is a number (write it in quotes)"),
        (
            "value = \"500\"",
            "value = \"1\", tier = { high = \"1\", low = \"1\" }",
            "p.toml:76:12: a threshold has value and tier at once (keep one)",
        ),
        ("value = \"500\", ", "", "p.toml:76:12: a threshold is without any of value, tier (add one of them)"),
        ("min = \"1\"", "min = \"6\"", "p.toml:94:11: min 6 is above max 5 (check min and max)"),
        (
            "includes = [\"online\"]\n",
            "",
            "p.toml:96:1: a criterion with a measure is without a test (write one of at-least, at-most, more-than, less-than, exactly, between, holds, includes, includes-any)",
        ),
        (
            "includes = [\"online\"]",
            "includes = [\"online\"]\nholds = true",
            "p.toml:96:1: a criterion with a measure has holds and includes at once (keep one test)",
        ),
        ("includes = [\"online\"]", "includes = []", "p.toml:100:12: includes is empty (name one at least)"),
        ("holds = true", "holds = false", "p.toml:110:9: holds is only ever true (leave it out)"),
        (
            "covers = [\"a\", \"b\"]",
            "covers = { a = 1 }",
            "p.toml:99:1: \"covers\" is a table: a parameter is a text, true or false, or a list of texts (write covers = \"…\")",
        ),
        (
            "between = {",
            "betwen = {",
            "p.toml:92:1: a criterion with a measure is without a test (did you mean \"between\" by \"betwen\"?)\np.toml:94:1: \"betwen\" is a table: a parameter is a text, true or false, or a list of texts (did you mean \"between\"?)",
        ),
        (
            "measure = \"investment\"",
            "mesure = \"investment\"",
            "p.toml:86:1: a criterion is without any of measure, any, all (did you mean \"measure\" by \"mesure\"?)",
        ),
        (
            "from = \"2023-03-18\"",
            "from = \"2023-02-30\"",
            "p.toml:80:18: \"2023-02-30\" is no day of the calendar (write a day that exists, such as 2023-05-31)",
        ),
        (
            "until = \"2025-12-31\"",
            "until = \"2022-12-31\"",
            "p.toml:80:40: the validity ends before it begins (check from and until)",
        ),
        (
            "until = \"2023-05\"",
            "until = \"2023-03\"",
            "p.toml:31:9: the phase ends before it begins (check from and until)",
        ),
        (
            "until = \"2023-05\"",
            "until = \"2023-5\"",
            "p.toml:31:9: until = \"2023-5\" is not a month such as 2023-05 (write a month such as 2023-05)",
        ),
        (
            "span = \"3:2-4:5\"",
            "span = \"4-3\"",
            "p.toml:60:8: the span ends before it begins (write the beginning first, as in 48-50)",
        ),
        ("value = \"500\"", "value = \"-1\"", "p.toml:76:22: a figure in m2 cannot be below zero (write 0 or more)"),
        ("value = \"500\"", "value = \"-0\"", ""),
        (
            "high = \"300\"",
            "\"High tier\" = \"300\"",
            "p.toml:88:36: tier \"high\" has no figure (write one for each tier)\n\
             p.toml:88:38: \"High tier\" is not an id of letters, digits, -, _ and . (write the key so)\n\
             p.toml:88:38: there is no tier \"High tier\" (known: high, low)",
        ),
        ("min = \"1\"", "min = \"-0.5\"", "p.toml:94:19: a figure in m2 cannot be below zero (write 0 or more)"),
        ("low = \"100.50\"", "low = \"-3\"", "p.toml:88:58: a figure in yuan cannot be below zero (write 0 or more)"),
        (
            "value = \"500\", unit = \"m2\"",
            "value = \"1.5\", unit = \"item\"",
            "p.toml:76:22: a figure in item is a whole number (write it without a fraction, such as \"2\")",
        ),
        (
            "value = \"500\", unit = \"m2\"",
            "value = \"1.5\", unit = \"person-time\"",
            "p.toml:76:22: a figure in person-time is a whole number (write it without a fraction, such as \"2\")",
        ),
        ("value = \"500\", unit = \"m2\"", "value = \"2.0\", unit = \"person\"", ""),
        ("value = \"500\", unit = \"m2\"", "value = \"-1.5\", unit = \"percentage-point\"", ""),
        ("span = \"3:2-4:5\"\n", "", "p.toml:60:10: a digest without the span that it is of (write the span too)"),
        (
            "id = \"low\"",
            "id = \"high\"",
            "p.toml:15:6: tier \"high\" is written twice (keep one of them)\np.toml:88:52: there is no tier \"low\" (known: high)",
        ),
        ("id = \"T1\"", "id = \"1\"", "p.toml:103:6: \"1\" is an indicator already (give the target another id)"),
        (
            "id = \"excluded\"",
            "id = \"included\"",
            "p.toml:53:6: option \"included\" is written twice (keep one of them)\np.toml:79:28: there is no option \"excluded\" (did you mean \"included\"?)\np.toml:81:24: there is no option \"excluded\" (did you mean \"included\"?)",
        ),
        (
            "role = \"head\"",
            "role = \"boss\"",
            "p.toml:37:8: role = \"boss\" is not one of head, deputy, member, office-head (write one of head, deputy, member, office-head)",
        ),
        (
            "id = \"small\"",
            "id = \"small\"\nbase = \"shanxi-2020\"",
            "p.toml:2:8: there is no base plan \"shanxi-2020\" (did you mean \"shanxi-2022\"?)",
        ),
        (
            "id = \"small\"",
            "id = \"small\"\nbase = \"small\"",
            "p.toml:2:1: a plan cannot be its own base (give it another id, or leave base out)",
        ),
        (
            "at-least = { value = \"500\", unit = \"m2\" }",
            "exactly = { value = \"500\", unit = \"m2\" }",
            "p.toml:81:1: strict-under says nothing about exactly (it turns at-least and at-most strict)\np.toml:82:1: exemptible-under says nothing about exactly (an exemption answers for a floor: at-least)",
        ),
    ] {
        assert_eq!(spoilt(from, to), fault, "{from} → {to}");
    }
}

#[test]
fn faults_of_all_files_come_at_once() {
    let file = |name: &str, text: &str| PlanFile { name: name.to_owned(), text: text.to_owned() };
    let source = PlanSource {
        files: vec![
            file("plan.toml", "id = \"p\"\ncolour = true\n"),
            file(
                "indicators/02-second.toml",
                "titel = { zh = \"指\", en = \"i\" }\n\n[[all]]\nmeasure = \"m\"\nholds = true\n",
            ),
            file("targets/first.toml", "\n"),
            file("other/x.toml", ""),
            file("notes.md", ""),
        ],
    };
    let found = faults_of(&source, None);
    assert_eq!(
        found,
        "targets/first.toml:1:1: \"first\" does not name an item (name it NN-slug, such as 16-display-centre.toml)\n\
         other/x.toml:1:1: only indicators/ and targets/ are folders of a plan (move it to one of them or beside plan.toml)\n\
         notes.md:1:1: a file of a plan ends in .toml or .json (rename it, or name another file)"
    );
    let sound = PlanSource { files: source.files.into_iter().take(2).collect() };
    assert_eq!(
        faults_of(&sound, None),
        "plan.toml:1:1: a plan is without \"title\" (add title: title in words of its own)\n\
         plan.toml:2:1: there is no key \"colour\" (known: $schema, id, title, base, source, document, tier, group, department, phase, leading-group, reading, clause, indicator, target, amend)\n\
         indicators/02-second.toml:1:1: an indicator is without \"title\" (did you mean \"title\" by \"titel\"?)\n\
         indicators/02-second.toml:1:1: there is no key \"titel\" (did you mean \"title\"?)"
    );
}

#[test]
fn a_folder_without_plan_toml_is_told_so() {
    let missing = "plan.toml:1:1: there is no plan.toml (write a plan.toml with id and title at least)";
    assert_eq!(faults_of(&PlanSource::default(), None), missing);
    let file = PlanFile { name: "targets/T01-x.toml".to_owned(), text: String::new() };
    assert_eq!(faults_of(&PlanSource { files: vec![file] }, None), missing);
}

#[test]
fn a_registry_of_measures_finds_unknown_measures_parameters_values_and_tests_that_do_not_fit() {
    let param = |name, required, values| ParamSpec { name, required, values };
    let spec = |id, params, value| MeasureSpec { id, params, readings: Some(&[]), value };
    let roles = ParamValues::OneOf(&["logistics", "training_incubation"]);
    let matrix = vec![param("working", false, ParamValues::Flag), param("covers", false, ParamValues::Any)];
    let specs = [
        spec("facility-floor-area", vec![param("of", true, roles)], MeasureValue::Figure(Unit::SquareMetre)),
        spec("investment", vec![], MeasureValue::Figure(Unit::Yuan)),
        spec("site-area", vec![], MeasureValue::Figure(Unit::SquareMetre)),
        spec("publicity-matrix", matrix, MeasureValue::Set(vec!["online", "offline"])),
        spec("project-ledger", vec![], MeasureValue::Truth),
    ];
    let load = |from: &str, to: &str| {
        let source = PlanSource::single("p.toml", SMALL.replacen(from, to, 1));
        Plan::load_with(&source, None, Some(&specs)).err().map(|error| error.to_string()).unwrap_or_default()
    };
    assert_eq!(load("", ""), "");
    // a measure that names no values of its own takes any
    let any = specs.clone().map(|each| MeasureSpec {
        value: if matches!(each.value, MeasureValue::Set(_)) { MeasureValue::Set(vec![]) } else { each.value.clone() },
        ..each
    });
    let open = SMALL.replacen("includes = [\"online\"]", "includes = [\"online\", \"offlin\"]", 1);
    assert_eq!(Plan::load_with(&PlanSource::single("p.toml", open), None, Some(&any)).err(), None);
    for (from, to, fault) in [
        (
            "\"project-ledger\"",
            "\"project-leger\"",
            "p.toml:109:11: there is no measure \"project-leger\" (did you mean \"project-ledger\"?)",
        ),
        (
            "working = true",
            "woking = true",
            "p.toml:98:1: there is no parameter of publicity-matrix named \"woking\" (did you mean \"working\"?)",
        ),
        (
            "readings = [\"R1\"]",
            "reading = [\"R1\"]",
            "p.toml:78:1: there is no parameter of facility-floor-area named \"reading\" (did you mean \"readings\"?)",
        ),
        (
            "of = \"logistics\"\n",
            "",
            "p.toml:74:11: measure facility-floor-area is without its parameter \"of\" (write of = \"…\", one of logistics, training_incubation)",
        ),
        (
            "includes = [\"online\"]",
            "holds = true",
            "p.toml:100:1: holds does not fit measure publicity-matrix (it takes includes, includes-any)",
        ),
        (
            "unit = \"yuan\"",
            "unit = \"m2\"",
            "p.toml:88:21: measure investment is not counted in that unit (its unit is \"yuan\")",
        ),
        (
            "of = \"logistics\"",
            "of = \"logistic\"",
            "p.toml:75:6: of = \"logistic\" is not one of logistics, training_incubation (did you mean \"logistics\"?)",
        ),
        (
            "working = true",
            "working = \"true\"",
            "p.toml:98:11: working is a text (write true or false, without quotes)",
        ),
        ("covers = [\"a\", \"b\"]", "covers = true", "p.toml:99:10: covers is true or false (write a text)"),
        (
            "includes = [\"online\"]",
            "includes = [\"online\", \"offlin\"]",
            "p.toml:100:23: includes = \"offlin\" is not one of online, offline (did you mean \"offline\"?)",
        ),
    ] {
        assert_eq!(load(from, to), fault);
    }
}

#[test]
fn a_year_that_is_none_and_a_reading_that_is_not_consulted_are_told() {
    let through = ParamSpec { name: "through", required: false, values: ParamValues::Year };
    let (any, area) = (Some(&["R2"][..]), MeasureValue::Figure(Unit::SquareMetre));
    let spec =
        |readings| MeasureSpec { id: "facility-floor-area", params: vec![through], readings, value: area.clone() };
    let plan = SMALL
        .replace("of = \"logistics\"", "through = \"2025\"")
        .replace("when = {", "# when = {")
        .replace("strict-under", "# strict-under")
        .replace("exemptible-under", "# exemptible-under");
    let load = |plan: &str, readings| {
        let specs = [spec(readings)];
        let faults = Plan::load_with(&PlanSource::single("p.toml", plan), None, Some(&specs)).err();
        let text = faults.map(|error| error.to_string()).unwrap_or_default();
        // the other measures are not in this registry
        text.lines().filter(|line| !line.contains("no measure")).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(load(&plan, None), "");
    assert_eq!(load(&plan, Some(&["R1"])), "");
    for wrong in ["abc", "25", "20255", "0025", "２０２５"] {
        assert_eq!(
            load(&plan.replace("\"2025\"", &format!("\"{wrong}\"")), None),
            "p.toml:75:11: through is no year (write four digits, as in through = \"2025\")",
            "{wrong}"
        );
    }
    let unread = "p.toml:78:13: measure facility-floor-area does not consult reading R1";
    assert_eq!(load(&plan, any), format!("{unread} (take it out of readings; it consults R2)"));
    assert_eq!(load(&plan, Some(&[])), format!("{unread} (take it out of readings; it consults none)"));
    // one that the plan does not have is told as that alone
    let unregistered = load(&plan.replace("readings = [\"R1\"]", "readings = [\"R9\"]"), Some(&[]));
    assert_eq!(unregistered, "p.toml:78:13: there is no reading \"R9\" (did you mean \"R1\"?)");
    // a condition of the criterion consults it
    assert_eq!(load(&plan.replace("# when", "when"), Some(&[])), "");
}
