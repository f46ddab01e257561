//! `eken check`.

use super::support::{Folder, TOWN};

const SOUND: &str = r#"{"schema_version": 1}"#;
const FAULTY: &str = r#"{"schema_version": 1, "as_of": "2023-02-30"}"#;

#[test]
fn the_exit_code_says_clean_findings_or_unreadable() {
    let folder = Folder::new();
    folder.put("sound.json", SOUND).put("faulty.json", FAULTY).put("odd.json", TOWN).put("torn.json", "{");
    for (arguments, code) in [
        (vec!["check", "sound.json"], 0),
        (vec!["check", "faulty.json"], 1),
        (vec!["check", "faulty.json", "--fail-on", "never"], 0),
        (vec!["check", "odd.json"], 0),
        (vec!["check", "odd.json", "--fail-on", "warning"], 1),
        (vec!["check", "torn.json"], 2),
        (vec!["check", "faulty.json", "torn.json"], 2),
        (vec!["check", "torn.json", "--fail-on", "never"], 2),
        (vec!["check", "not-there.json"], 2),
        (vec!["check", "."], 2),
        (vec!["check"], 2),
        (vec!["check", "sound.json", "--plan", "no-such-plan"], 2),
        (vec!["chekc", "sound.json"], 2),
    ] {
        let done = folder.run(&arguments);
        assert_eq!(done.code(), code, "{arguments:?}: {}{}", done.out(), done.err());
    }
}

#[test]
fn the_json_names_each_file_with_its_findings_or_its_error() {
    let folder = Folder::new();
    folder.put("a.json", TOWN).put("b.json", "[");
    let done = folder.run(&["check", "a.json", "b.json", "no.json", "--format", "json"]);
    let json = done.json();
    assert_eq!(json["files"][0]["file"], "a.json");
    let finding = &json["files"][0]["findings"][0];
    assert_eq!(finding["code"], "structure.unknown-field");
    assert_eq!((&finding["line"], &finding["severity"]), (&4.into(), &"warning".into()));
    assert_eq!(json["files"][0]["counts"]["warning"], 1);
    assert!(json["files"][0]["not_evaluated"].is_array());
    assert_eq!(json["files"][1]["error"]["code"], "json.syntax");
    assert_eq!(json["files"][2]["error"]["code"], "file.not-found");
    assert!(done.err().contains("b.json:1:2"), "{}", done.err());
}

#[test]
fn it_speaks_chinese_unless_asked_for_english() {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    let chinese = folder.run(&["check", "a.json"]).out();
    assert!(chinese.contains("警告") && chinese.contains("改法"), "{chinese}");
    let english = folder.run(&["check", "a.json", "--lang", "en"]).out();
    assert!(english.contains("warning") && english.contains("help"), "{english}");
    let json = folder.run(&["--lang", "en", "check", "a.json", "--format", "json"]).json();
    assert!(json["files"][0]["findings"][0]["message"].as_str().unwrap().contains("unknown"), "{json}");
}

#[test]
fn standard_input_and_globs_are_files_too() {
    let folder = Folder::new();
    folder.put("x1.json", SOUND).put("x2.json", SOUND).put("y.json", SOUND).put("[1].json", SOUND);
    let json = folder.feed(&["check", "-", "--format", "json"], TOWN).json();
    assert_eq!((&json["files"][0]["file"], &json["files"][0]["counts"]["warning"]), (&"-".into(), &1.into()));
    let names = |arguments: &[&str]| {
        let json = folder.run(arguments).json();
        let files = json["files"].as_array().unwrap().clone();
        files.iter().map(|file| file["file"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&["check", "x*.json", "y.json", "--format", "json"]), ["x1.json", "x2.json", "y.json"]);
    assert_eq!(names(&["check", "[1].json", "--format", "json"]), ["[1].json"]);
    assert_eq!(folder.run(&["check", "z*.json"]).code(), 2);
}

#[test]
fn nothing_personal_is_ever_printed() {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    for arguments in [
        vec!["check", "a.json", "--fail-on", "never"],
        vec!["check", "a.json", "--format", "json"],
        vec!["assess", "a.json", "--year", "2023"],
        vec!["assess", "a.json", "--year", "2023", "--format", "json"],
        vec!["explain", "11", "a.json", "--year", "2023"],
        vec!["explain", "T7", "a.json", "--year", "2023", "--format", "json"],
    ] {
        let done = folder.run(&arguments);
        let all = format!("{}{}", done.out(), done.err());
        assert!(!all.contains("13900000000") && !all.contains("张某某"), "{arguments:?}: {all}");
    }
}

#[test]
fn what_is_no_terminal_gets_no_colour_and_a_closed_pipe_is_no_error() {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    assert!(!folder.run(&["check", "a.json"]).out().contains('\u{1b}'));
    let forced = folder.run_with(&["check", "a.json"], ("CLICOLOR_FORCE", "1")).out();
    assert!(forced.contains('\u{1b}'), "{forced}");
    assert_eq!(folder.run_unread(&["assess", "a.json", "--year", "2023"]), Some(0));
}

#[test]
fn help_and_version_are_no_errors() {
    let folder = Folder::new();
    let help = folder.run(&["--help"]);
    assert_eq!(help.code(), 0);
    assert!(help.out().contains("退出码") && help.out().contains("Exit codes"), "{}", help.out());
    for command in ["check", "assess", "explain", "verify", "schema", "plan", "indicators", "completions"] {
        assert!(help.out().contains(command));
        assert_eq!(folder.run(&[command, "--help"]).code(), 0);
    }
    assert_eq!(folder.run(&["--version"]).out().trim(), concat!("eken ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn what_cannot_be_read_is_told_in_plain_words_with_a_hint() {
    let folder = Folder::new();
    folder.put("a.json", SOUND).put("empty.json", "\n").put("sub/x.json", SOUND);
    for (arguments, told) in [
        (vec!["check", "empty.json"], "错误 empty.json:1:1: 文件是空的"),
        (vec!["check", "-"], "错误 标准输入:1:1: 文件是空的"),
        (vec!["check", "z*.json"], "没有文件符合这个通配符"),
        (vec!["check", "sub"], "如 档案/*.json"),
        (vec!["explain", "a.json", "16", "--year", "2023"], "先写指标编号，再写档案文件"),
        (vec!["verify", "-", "-"], "回执和档案不能都从标准输入读"),
        (vec!["verify", "a.json", "a.json"], "先写回执、后写档案"),
        (vec!["assess", "a.json", "sub/x.json", "--year", "2023", "--receipt", "r.json"], "各写一份回执"),
        (vec!["assess", "a.json", "--year", "2023", "--receipt", "no/r.json"], "检查文件夹是否存在"),
    ] {
        let done = folder.run(&arguments);
        assert_eq!(done.code(), 2, "{arguments:?}");
        assert!(done.err().starts_with("错误 "), "{}", done.err());
        assert!(done.err().contains(told) && done.err().contains("改法："), "{arguments:?}: {}", done.err());
        let english = folder.run(&[arguments.as_slice(), &["--lang", "en"]].concat());
        assert!(english.err().is_ascii() && english.err().contains("help: "), "{}", english.err());
    }
}

#[test]
fn a_file_given_twice_is_checked_once_and_standard_input_only_once() {
    let folder = Folder::new();
    folder.put("a.json", TOWN).put("b.json", TOWN);
    let run = folder.run(&["check", "a.json", "./a.json", "*.json", "b.json", "--format", "json"]);
    let json = run.json();
    let files: Vec<&str> =
        json["files"].as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["a.json", "b.json"]);
    let twice = folder.feed(&["check", "-", "-"], "");
    assert_eq!(twice.code(), 2);
    assert!(twice.err().contains("标准输入（-）写了两次"), "{}", twice.err());
}

#[test]
fn another_kind_of_file_is_called_what_it_seems_to_be() {
    let folder = Folder::new();
    folder.put("a.xlsx", b"PK\x03\x04\xff").put("p.toml", "id = \"mine\"\n").put("t.json", "id,name\n");
    for (file, word) in [("a.xlsx", ".zip"), ("p.toml", "TOML"), ("t.json", "CSV")] {
        let run = folder.run(&["check", file]);
        assert_eq!(run.code(), 2);
        assert!(run.err().contains(word), "{}", run.err());
    }
}
