//! `eken schema`, `eken plan`, `eken indicators`, `eken completions`.

use super::support::Folder;

#[test]
fn every_schema_is_printed_as_published() {
    let folder = Folder::new();
    for name in ["dossier", "plan", "findings", "assessment"] {
        let json = folder.run(&["schema", name]).json();
        assert_eq!(json["$id"], format!("urn:eken:schema:v1:{name}"));
    }
    assert_eq!(folder.run(&["schema", "dosier"]).code(), 2);
}

#[test]
fn plans_are_listed_shown_and_compared() {
    let folder = Folder::new();
    let list = folder.run(&["plan", "list"]).out();
    assert!(list.contains("shanxi-2022") && list.contains("yuanqu-2023"), "{list}");
    let shown = folder.run(&["plan", "show", "shanxi-2022"]).out();
    assert!(shown.contains("100至300平方米") && shown.contains("R17"), "{shown}");
    let json = folder.run(&["plan", "show", "yuanqu-2023", "--format", "json"]).out();
    folder.put("copy.json", &json);
    let diff = folder.run(&["plan", "diff", "yuanqu-2023", "copy.json"]);
    assert!(diff.code() == 0 && diff.out().contains("相同"), "{}{}", diff.out(), diff.err());
    let other = folder.run(&["plan", "diff", "shanxi-2022", "yuanqu-2023", "--format", "json"]).json();
    assert!(!other["changes"].as_array().unwrap().is_empty());
}

#[test]
fn the_faults_of_a_plan_are_told_with_file_line_and_column() {
    let folder = Folder::new();
    folder.put("mine/plan.toml", "id = \"mine\"\nbase = \"shanxi-2022\"\ntitle = { zh = \"x\", en = \"x\" }\n");
    assert_eq!(folder.run(&["plan", "check", "mine"]).code(), 0, "{}", folder.run(&["plan", "check", "mine"]).err());
    folder.put(
        "mine/targets/T01-x.toml",
        "title = { zh = \"x\", en = \"x\" }\nclauses = [\"附件2-16\"]\n\n[[all]]\nmeasure = \"no-such-measure\"\nholds = true\n",
    );
    let done = folder.run(&["plan", "check", "mine"]);
    assert_eq!(done.code(), 1);
    assert!(done.err().contains("targets/T01-x.toml:5:11"), "{}", done.err());
    assert_eq!(folder.run(&["plan", "check", "not-there/plan.toml"]).code(), 2);
}

#[test]
fn a_plan_of_the_user_is_assessed_under() {
    let folder = Folder::new();
    folder
        .put("mine/plan.toml", "id = \"mine\"\nbase = \"shanxi-2022\"\ntitle = { zh = \"我的方案\", en = \"mine\" }\n")
        .put("a.json", super::support::TOWN);
    let json = folder.run(&["assess", "a.json", "--year", "2023", "--plan", "mine/", "--format", "json"]).json();
    assert_eq!((&json["plan"], json["indicators"].as_array().unwrap().len()), (&"mine".into(), 28));
    assert_eq!(
        folder.run(&["assess", "a.json", "--year", "2023", "--plan", "./mine", "--receipt", "r.json"]).code(),
        0
    );
    assert_eq!(folder.run(&["verify", "r.json", "a.json", "--plan", "./mine"]).code(), 0);
}

#[test]
fn the_indicators_are_listed_by_tier() {
    let folder = Folder::new();
    let text = folder.run(&["indicators"]).out();
    assert!(text.contains("重点帮扶县至少1亿元") && text.contains("T16"), "{text}");
    let json = folder.run(&["indicators", "--plan", "shanxi-2022", "--format", "json"]).json();
    assert_eq!(json["indicators"].as_array().unwrap().len(), 28);
}

#[test]
fn completions_name_the_commands() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish"] {
        assert!(folder.run(&["completions", shell]).out().contains("explain"), "{shell}");
    }
}

#[test]
fn a_folder_without_plan_toml_is_told_so() {
    let folder = Folder::new();
    folder.put("empty/readme.txt", "").put("half/targets/T01-x.toml", "");
    for name in ["empty", "half"] {
        let done = folder.run(&["plan", "check", name]);
        assert_eq!(done.code(), 2);
        let told = format!("错误 {name}: 文件夹里没有 plan.toml (plan.missing)\n  改法：在文件夹里写 plan.toml");
        assert!(done.err().starts_with(&told), "{}", done.err());
        let english = folder.run(&["plan", "check", name, "--lang", "en"]);
        assert!(english.err().contains("there is no plan.toml in the folder"), "{}", english.err());
    }
}

#[test]
fn the_faults_of_a_plan_are_in_the_language_asked_for() {
    let folder = Folder::new();
    let plan = "id = \"mine\"\nover = \"shanxi-2022\"\n\n[[target]]\nid = \"T1\"\nslug = \"x\"\ntitle = { zh = \"x\", en = \"x\" }\n\n[[target.all]]\nmeasure = \"investment\"\nat_least = { value = \"5\", unit = \"yuan\" }\n";
    folder.put("p.toml", plan).put("torn.toml", "id = mine");
    let zh = folder.run(&["plan", "check", "p.toml"]).err();
    for part in [
        "错误 p.toml: 方案有",
        "p.toml:1:1: 方案缺少“title”\n  改法：补上 title",
        "p.toml:2:1: 没有键“over”\n  改法：是不是要写“base”",
        "改法：“at_least”是不是要写“at-least”",
    ] {
        assert!(zh.contains(part), "{part}: {zh}");
    }
    assert!(!zh.contains("did you mean") && !zh.contains("without"), "{zh}");
    let en = folder.run(&["plan", "check", "p.toml", "--lang", "en"]).err();
    assert!(en.contains("there is no key \"over\"\n  help: did you mean \"base\"?"), "{en}");
    assert!(en.is_ascii(), "{en}");
    let torn = folder.run(&["plan", "check", "torn.toml"]).err();
    assert!(torn.contains("torn.toml:1:6: 不是有效的 TOML") && torn.contains("改法"), "{torn}");
}

#[test]
fn wrong_usage_is_told_in_the_language_asked_for() {
    let folder = Folder::new();
    let zh = folder.run(&["assess", "a.json", "--year", "23"]);
    assert_eq!(zh.code(), 2);
    assert!(zh.err().starts_with("错误 “--year <YYYY>”不能是“23”\n  改法："), "{}", zh.err());
    let en = folder.run(&["assess", "a.json", "--year", "23", "--lang", "en"]);
    assert_eq!(en.code(), 2);
    assert!(
        en.err().starts_with("error: invalid value '23' for '--year <YYYY>': a year from 1900 to 2099"),
        "{}",
        en.err()
    );
    assert_eq!(folder.run(&[]).code(), 2);
}
