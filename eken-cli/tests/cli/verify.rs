//! `eken verify`.

use super::support::{Folder, TOWN};

#[test]
fn a_receipt_holds_for_its_dossier_and_for_no_other() {
    let folder = Folder::new();
    folder.put("a.json", TOWN).put("b.json", TOWN.replace("312", "299"));
    let written =
        folder.run(&["assess", "a.json", "--year", "2023", "--reading", "R13=areas-add-up", "--receipt", "r.json"]);
    assert_eq!(written.code(), 0, "{}", written.err());
    let receipt: serde_json::Value = serde_json::from_str(&folder.read("r.json")).unwrap();
    assert_eq!((&receipt["plan"], &receipt["options"]["year"]), (&"yuanqu-2023".into(), &2023.into()));
    assert_eq!(receipt["options"]["readings"]["R13"], "areas-add-up");
    let same = folder.run(&["verify", "r.json", "a.json"]);
    assert_eq!(same.code(), 0, "{}{}", same.out(), same.err());
    let other = folder.run(&["verify", "r.json", "b.json", "--format", "json"]);
    assert_eq!(other.code(), 1);
    let json = other.json();
    let differing: Vec<&str> = json["parts"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|part| part["same"] == false)
        .map(|part| part["part"].as_str().unwrap())
        .collect();
    assert_eq!(differing, ["dossier", "verdicts"]);
}

#[test]
fn an_assessment_in_json_serves_as_a_receipt_and_a_tampered_one_is_found_out() {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    let json =
        folder.run(&["assess", "a.json", "--year", "2023", "--tier", "general_promotion", "--format", "json"]).out();
    folder.put("assessment.json", &json);
    assert_eq!(folder.run(&["verify", "assessment.json", "a.json"]).code(), 0);
    folder.put("tampered.json", json.replace(r#""year": 2023"#, r#""year": 2022"#));
    let tampered = folder.run(&["verify", "tampered.json", "a.json"]);
    assert_eq!(tampered.code(), 1);
    assert!(tampered.out().contains("✗ 选项"), "{}", tampered.out());
    let stdin = folder.feed(&["verify", "assessment.json", "-"], TOWN);
    assert_eq!(stdin.code(), 0, "{}", stdin.err());
}

#[test]
fn formatting_of_the_dossier_does_not_matter_to_its_digest() {
    let folder = Folder::new();
    folder.put("a.json", TOWN).put("b.json", TOWN.replace("\n", "").replace("312", "312.0"));
    folder.run(&["assess", "a.json", "--year", "2023", "--receipt", "r.json"]);
    assert_eq!(folder.run(&["verify", "r.json", "b.json"]).code(), 0);
}

#[test]
fn what_is_no_receipt_is_refused() {
    let folder = Folder::new();
    folder.put("a.json", TOWN).put("r.json", "{}");
    let done = folder.run(&["verify", "r.json", "a.json"]);
    assert_eq!(done.code(), 2);
    assert!(done.err().contains("不是回执"), "{}", done.err());
    assert_eq!(folder.run(&["verify", "none.json", "a.json"]).code(), 2);
    folder.run(&["assess", "a.json", "--year", "2023", "--receipt", "r.json"]);
    let other = folder.read("r.json").replace("yuanqu-2023", "some-2030");
    folder.put("other.json", other);
    let unknown = folder.run(&["verify", "other.json", "a.json"]);
    assert_eq!(unknown.code(), 2);
    assert!(unknown.err().contains("some-2030") && unknown.err().contains("--plan"), "{}", unknown.err());
}

#[test]
fn a_receipt_is_never_written_to_a_file_called_as_standard_output_is() {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    let run = folder.run(&["assess", "a.json", "--year", "2023", "--receipt", "-"]);
    assert_eq!(run.code(), 2);
    assert!(run.err().contains("--receipt") && !folder.0.join("-").exists(), "{}", run.err());
}

#[test]
fn a_receipt_that_cannot_be_written_leaves_what_was_there() {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    let done = folder.run(&["assess", "a.json", "--year", "2023", "--receipt", "no/such/r.json"]);
    assert_eq!(done.code(), 2);
    assert!(done.err().contains("回执写不进"), "{}", done.err());
}

#[test]
fn a_receipt_never_replaces_the_dossier() {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    let run = folder.run(&["assess", "a.json", "--year", "2023", "--receipt", "./a.json"]);
    assert_eq!(run.code(), 2);
    assert!(run.err().contains("--receipt"), "{}", run.err());
    assert_eq!(folder.read("a.json"), TOWN);
}

#[test]
fn a_receipt_never_makes_eken_read_a_file_that_it_names() {
    let folder = Folder::new();
    folder.put("a.json", TOWN).put("plan.toml", "secret-key = 1");
    folder.run(&["assess", "a.json", "--year", "2023", "--receipt", "r.json"]);
    folder.put("evil.json", folder.read("r.json").replace("\"yuanqu-2023\"", "\"./plan.toml\""));
    let run = folder.run(&["verify", "evil.json", "a.json"]);
    assert_eq!(run.code(), 2);
    assert!(!run.err().contains("secret-key"), "{}", run.err());
    assert_eq!(folder.run(&["verify", "evil.json", "a.json", "--plan", "yuanqu-2023"]).code(), 0);
}

#[test]
fn a_falsified_verdict_in_an_assessment_is_found_out_in_either_language() {
    for lang in ["zh", "en"] {
        let folder = Folder::new();
        folder.put("a.json", TOWN);
        let assess = ["assess", "a.json", "--year", "2023", "--format", "json", "--lang", lang, "--all-readings"];
        let json = folder.run(&assess).out();
        folder.put("sound.json", &json);
        let sound = folder.run(&["verify", "sound.json", "a.json", "--format", "json"]);
        assert_eq!((sound.code(), &sound.json()["assessment"]["same"]), (0, &true.into()), "{}", sound.out());
        let mut falsified: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(falsified["indicators"][15]["verdict"], "not_met");
        falsified["indicators"][15]["verdict"] = "met".into();
        folder.put("false.json", falsified.to_string());
        let found = folder.run(&["verify", "false.json", "a.json"]);
        assert_eq!(found.code(), 1);
        assert!(found.out().contains("1处不一致：/indicators/15/verdict"), "{}", found.out());
        let found = folder.run(&["verify", "false.json", "a.json", "--format", "json"]);
        assert_eq!(found.code(), 1);
        assert_eq!(found.json()["assessment"]["pointers"], serde_json::json!(["/indicators/15/verdict"]));
        assert!(found.json()["parts"].as_array().unwrap().iter().all(|part| part["same"] == true));
    }
}
