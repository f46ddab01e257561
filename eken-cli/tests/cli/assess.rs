//! `eken assess` and `eken explain`.

use super::support::{Folder, TOWN};

fn with_town() -> Folder {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    folder
}

#[test]
fn one_file_gives_the_assessment_with_the_28_indicators_in_order() {
    let json = with_town().run(&["assess", "a.json", "--year", "2023", "--format", "json"]).json();
    assert_eq!((&json["tier"], &json["acceptance_year"]), (&"key_assistance".into(), &2023.into()));
    assert_eq!(json["as_of"], "2023-12-31");
    let indicators = json["indicators"].as_array().unwrap();
    assert!((1..=28).zip(indicators).all(|(no, indicator)| indicator["no"] == no), "{json}");
    assert_eq!(indicators.len(), 28);
    assert_eq!(json["targets"].as_array().unwrap().len(), 16);
    let area = &indicators[15]["criteria"][0];
    assert_eq!(
        (&area["verdict"], &area["measured"], &area["gap"], &area["unit"]),
        (&"not_met".into(), &312.into(), &12.into(), &"m2".into())
    );
    assert_eq!(area["evidence"][0], "/facilities/items/0");
    let total: u64 = json["counts"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(total, 28);
    for digest in ["dossier", "plan", "options", "verdicts"] {
        assert!(json["receipt"][digest].as_str().unwrap().starts_with("sha256:"));
    }
}

#[test]
fn the_text_says_what_is_lacking_and_that_it_is_no_acceptance() {
    let folder = with_town();
    let text = folder.run(&["assess", "a.json", "--year", "2023"]).out();
    for part in ["重点帮扶县", "312平方米，要求100至300平方米，超出12平方米", "牵头", "不等于验收", "sha256:"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let english = folder.run(&["assess", "a.json", "--year", "2023", "--lang", "en"]).out();
    assert!(english.contains("12 m² over") && english.contains("no acceptance"), "{english}");
}

#[test]
fn the_exit_code_follows_the_verdicts_only_when_asked() {
    let folder = with_town();
    folder.put("empty.json", r#"{"schema_version": 1}"#).put("torn.json", "{");
    for (arguments, code) in [
        (vec!["assess", "a.json", "--year", "2023"], 0),
        (vec!["assess", "a.json", "--year", "2023", "--fail-on", "not_met"], 1),
        (vec!["assess", "empty.json", "--year", "2023", "--fail-on", "not_met"], 0),
        (vec!["assess", "empty.json", "--year", "2023", "--fail-on", "open"], 1),
        (vec!["assess", "torn.json", "--year", "2023"], 2),
        (vec!["assess", "a.json"], 2),
        (vec!["assess", "a.json", "--year", "23"], 2),
        (vec!["assess", "a.json", "--year", "2023", "--as-of", "2023-02-30"], 2),
        (vec!["assess", "a.json", "--year", "2023", "--reading", "R99=x"], 2),
        (vec!["assess", "a.json", "--year", "2023", "--reading", "R7=x"], 2),
        (vec!["assess", "a.json", "--year", "2023", "--tier", "middling"], 2),
        (vec!["assess", "a.json", "empty.json", "--year", "2023", "--receipt", "r.json"], 2),
    ] {
        let done = folder.run(&arguments);
        assert_eq!(done.code(), code, "{arguments:?}: {}", done.err());
    }
}

#[test]
fn several_files_stand_in_a_list_with_the_errors_among_them() {
    let folder = with_town();
    folder.put("torn.json", "{");
    let done = folder.run(&["assess", "a.json", "torn.json", "--year", "2023", "--format", "json"]);
    let json = done.json();
    assert_eq!(done.code(), 2);
    assert_eq!(json["files"][0]["assessment"]["indicators"].as_array().unwrap().len(), 28);
    assert_eq!(json["files"][1]["error"]["code"], "json.syntax");
    let single = folder.run(&["assess", "torn.json", "--year", "2023", "--format", "json"]).json();
    assert_eq!((&single["file"], &single["error"]["code"]), (&"torn.json".into(), &"json.syntax".into()));
}

#[test]
fn options_reach_the_assessment() {
    let folder = with_town();
    let run = |more: &[&str]| {
        folder.run(&[&["assess", "a.json", "--year", "2023", "--format", "json"], more].concat()).json()
    };
    let read = run(&["--reading", "R13=areas-add-up", "--as-of", "2023-09-30"]);
    assert_eq!(read["as_of"], "2023-09-30");
    let used = read["readings"].as_array().unwrap().iter().find(|used| used["id"] == "R13").unwrap();
    assert_eq!((&used["option"], &used["default"]), (&"areas-add-up".into(), &false.into()));
    let supposed = run(&["--tier", "general_promotion"]);
    assert_eq!((&supposed["tier"], &supposed["tier_supposed"]), (&"general_promotion".into(), &true.into()));
    assert!(supposed["changes"].is_array());
    let all = run(&["--all-readings"]);
    assert!(all["dependences"].is_array());
    let text = folder.run(&["assess", "a.json", "--year", "2023", "--all-readings"]).out();
    assert!(text.contains("因条文的读法而变"), "{text}");
    let text = folder.run(&["assess", "a.json", "--year", "2023", "--tier", "pilot_demonstration"]).out();
    assert!(text.contains("如果县域类型是先行示范县"), "{text}");
}

#[test]
fn a_verdict_is_explained_in_a_page() {
    let folder = with_town();
    let text = folder.run(&["explain", "16", "a.json", "--year", "2023"]);
    assert_eq!(text.code(), 0);
    for part in ["312平方米 > 300平方米", "展示馆", "R13", "牵头"] {
        assert!(text.out().contains(part), "{part}: {}", text.out());
    }
    let json = folder.run(&["explain", "t5", "a.json", "--year", "2023", "--format", "json"]).json();
    assert_eq!(json["id"], "T5");
    assert!(json["otherwise"].is_array());
    let unknown = folder.run(&["explain", "29", "a.json", "--year", "2023"]);
    assert_eq!(unknown.code(), 2);
    assert!(unknown.err().contains("没有名为“29”的指标"), "{}", unknown.err());
    let stdin = folder.feed(&["explain", "16", "-", "--year", "2023", "--lang", "en"], TOWN);
    assert!(stdin.out().contains("312 m² > 300 m²"), "{}", stdin.out());
}
