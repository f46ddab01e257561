//! `eken rules`, `eken explain CODE`, the formats of `eken check` and its profile.

use super::support::{Folder, TOWN};

const FAULTY: &str = r#"{"schema_version": 1, "as_of": "2023-12-31", "entities": {"items": [{"id": "E1", "code": "91140827MA0EKEN03Y"}]}}"#;

#[test]
fn the_rules_are_listed_and_each_is_explained() {
    let folder = Folder::new();
    let list = folder.run(&["rules"]);
    assert_eq!(list.code(), 0);
    assert!(list.out().contains("entity.code-check") && list.out().contains("校验字符"), "{}", list.out());
    let json = folder.run(&["rules", "--format", "json", "--lang", "en"]).json();
    let codes: Vec<&str> = json.as_array().unwrap().iter().map(|rule| rule["code"].as_str().unwrap()).collect();
    for code in &codes {
        let page = folder.run(&["explain", code]);
        assert_eq!(page.code(), 0, "{code}: {}", page.err());
        assert!(page.out().starts_with(code) && page.out().contains("改法"), "{}", page.out());
    }
    assert_eq!(folder.run(&["explain", "entity.code-check", "--format", "json"]).json()["severity"], "error");
}

#[test]
fn what_cannot_be_explained_is_told_with_what_can() {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    let unknown = folder.run(&["explain", "entity.no-such-rule"]);
    assert_eq!(unknown.code(), 2);
    assert!(unknown.err().contains("entity.code-check") && !unknown.err().contains("town."), "{}", unknown.err());
    assert!(folder.run(&["explain", "no.such"]).err().contains("eken rules"));
    for arguments in [&["explain", "16"][..], &["explain", "16", "a.json"], &["explain", "entity.code-check", "a.json"]]
    {
        let done = folder.run(arguments);
        assert_eq!(done.code(), 2, "{arguments:?}");
        assert!(done.err().contains("--year") && done.err().contains("entity.code-check"), "{}", done.err());
    }
}

#[test]
fn each_format_is_what_it_says() {
    let folder = Folder::new();
    folder.put("a.json", FAULTY).put("b.json", "{");
    let lines = folder.run(&["check", "a.json", "b.json", "--format", "ndjson"]);
    assert_eq!(lines.code(), 2);
    let lines: Vec<serde_json::Value> = lines.out().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        (lines.len(), &lines[0]["code"], &lines[1]["error"]["code"]),
        (2, &"entity.code-check".into(), &"json.syntax".into())
    );
    let sarif = folder.run(&["check", "a.json", "--format", "sarif"]);
    assert_eq!((sarif.code(), &sarif.json()["version"]), (1, &"2.1.0".into()));
    let junit = folder.run(&["check", "a.json", "--format", "junit", "--lang", "en"]).out();
    assert!(junit.starts_with("<?xml") && junit.contains("failures=\"1\""), "{junit}");
    let report = folder.run_with(&["check", "a.json", "--format", "ess"], ("SOURCE_DATE_EPOCH", "0")).json();
    assert_eq!(report[0]["event"]["time"], "1970-01-01T00:00:00Z");
    assert!(report.as_array().unwrap().iter().any(|item| item["value"] == "0"));
}

#[test]
fn a_profile_changes_severities_and_waives() {
    let folder = Folder::new();
    let waiver = "[[waiver]]\nrule = \"entity.code-check\"\nat = \"/entities/items/id=E1\"\nreason = \"换证中\"\nauthority = \"县工科局\"\nuntil = \"2024-06-30\"\n";
    folder
        .put("a.json", FAULTY)
        .put("lower.toml", "[severity]\n\"entity.code-check\" = \"info\"\n")
        .put("waive.toml", waiver);
    folder.put("bad.toml", "[severity]\n\"entity.code-chek\" = \"info\"\n");
    assert_eq!(folder.run(&["check", "a.json"]).code(), 1);
    assert_eq!(folder.run(&["check", "a.json", "--profile", "lower.toml"]).code(), 0);
    let waived = folder.run(&["check", "a.json", "--profile", "waive.toml", "--fail-on", "info"]);
    assert_eq!(waived.code(), 0, "{}", waived.out());
    assert!(waived.out().contains("豁免1处") && waived.out().contains("换证中"), "{}", waived.out());
    let json = folder.run(&["check", "a.json", "--profile", "waive.toml", "--format", "json"]).json();
    assert_eq!(json["files"][0]["waived"][0]["finding"]["code"], "entity.code-check");
    assert_eq!(json["files"][0]["counts"]["error"], 0);
    let bad = folder.run(&["check", "a.json", "--profile", "bad.toml"]);
    assert_eq!(bad.code(), 2);
    assert!(
        bad.err().contains("bad.toml") && bad.err().contains("2:1") && bad.err().contains("entity.code-check"),
        "{}",
        bad.err()
    );
    assert_eq!(folder.run(&["check", "a.json", "--profile", "none.toml"]).code(), 2);
}
