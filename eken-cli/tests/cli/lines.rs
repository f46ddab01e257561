//! Files of a dossier a line (NDJSON).

use super::support::{Done, Folder, TOWN};

const SOUND: &str = r#"{"schema_version": 1}"#;
const FAULTY: &str = r#"{"schema_version": 1, "as_of": "2023-02-30"}"#;

fn town() -> String {
    TOWN.replace('\n', "")
}

fn documents(done: &Done) -> Vec<serde_json::Value> {
    done.out().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A file with everything in it: read, refused, blank; without an end to its last line.
fn mixed(folder: &Folder) -> &Folder {
    let town = town();
    let lines: [&[u8]; 6] =
        [b"\xef\xbb\xbf{\"schema_version\": 1}", b"", town.as_bytes(), b"{\"a\": 1,,}", b"\xff", FAULTY.as_bytes()];
    folder.put("m.ndjson", lines.join(&b'\n'))
}

#[test]
fn the_exit_code_is_the_worst_over_all_lines() {
    let folder = Folder::new();
    let two = |one: &str, other: &str| format!("{one}\n{other}\n");
    folder
        .put("sound.ndjson", two(SOUND, SOUND))
        .put("faulty.JSONL", two(FAULTY, SOUND))
        .put("torn.jsonl", two("{", FAULTY));
    folder.put("empty.ndjson", "").put("town.ndjson", town());
    for (arguments, code) in [
        (vec!["check", "sound.ndjson"], 0),
        (vec!["check", "faulty.JSONL"], 1),
        (vec!["check", "faulty.JSONL", "--fail-on", "never"], 0),
        (vec!["check", "torn.jsonl"], 2),
        (vec!["check", "sound.ndjson", "torn.jsonl", "faulty.JSONL"], 2),
        (vec!["check", "empty.ndjson"], 2),
        (vec!["check", "none.ndjson"], 2),
        (vec!["check", "."], 2),
        (vec!["check", "town.ndjson", "--input-format", "json"], 0),
        (vec!["check", "sound.ndjson", "--threads", "0"], 2),
        (vec!["assess", "town.ndjson", "--year", "2023"], 0),
        (vec!["assess", "town.ndjson", "--year", "2023", "--fail-on", "not_met"], 1),
        (vec!["assess", "torn.jsonl", "--year", "2023"], 2),
        (vec!["assess", "town.ndjson", "--year", "2023", "--reading", "R99=x"], 2),
    ] {
        let done = folder.run(&arguments);
        assert_eq!(done.code(), code, "{arguments:?}: {}{}", done.out(), done.err());
    }
    let call = folder.run(&["assess", "sound.ndjson", "--year", "2023", "--reading", "R99=x"]);
    assert_eq!(call.err().matches("R99").count(), 1, "what is wrong with the call is told once: {}", call.err());
}

#[test]
fn each_record_has_a_document_in_order_with_its_places_in_the_file() {
    let folder = Folder::new();
    let done = mixed(&folder).run(&["check", "m.ndjson", "--format", "ndjson"]);
    assert_eq!(done.code(), 2);
    let documents = documents(&done);
    let lines: Vec<_> = documents.iter().map(|each| (each["file"].as_str(), each["line"].as_i64())).collect();
    let file = Some("m.ndjson");
    assert_eq!(lines, [(file, Some(1)), (file, Some(3)), (file, Some(4)), (file, Some(5)), (file, Some(6))]);
    let finding = &documents[1]["findings"][0];
    assert_eq!((&finding["pointer"], &finding["line"]), (&"/town/nmae".into(), &3.into()));
    assert_eq!(
        usize::try_from(finding["column"].as_u64().unwrap()).unwrap(),
        town().chars().count() - town().split_once("\"13900000000").unwrap().1.chars().count() - 11
    );
    let refused = |number: usize| {
        let error = &documents[number]["error"];
        (error["code"].as_str().unwrap(), error["line"].as_u64().unwrap(), error["column"].as_u64().unwrap())
    };
    assert_eq!((refused(2), refused(3)), (("json.syntax", 4, 9), ("json.utf-8", 5, 1)));
    assert_eq!(documents[4]["findings"][0]["line"], 6);
    assert!(done.err().contains("m.ndjson:4:9") && done.err().contains("3 + 2 + 1 = 6"), "{}", done.err());
    for text in [done.out(), done.err()] {
        assert!(!text.contains("13900000000") && !text.contains("张某某"), "{text}");
    }
}

#[test]
fn an_assessment_a_line_is_that_of_the_dossier_alone() {
    let folder = Folder::new();
    folder.put("a.json", town());
    let options = ["--year", "2023", "--tier", "general_promotion", "--all-readings"];
    let alone = folder.run(&[&["assess", "a.json", "--format", "json"][..], &options].concat()).json();
    let done = mixed(&folder).run(&[&["assess", "m.ndjson", "--format", "ndjson"][..], &options].concat());
    let documents = documents(&done);
    assert_eq!(documents.len(), 5);
    assert_eq!((&documents[1]["line"], &documents[1]["assessment"]), (&3.into(), &alone));
    assert_eq!((&documents[2]["line"], &documents[2]["error"]["code"]), (&4.into(), &"json.syntax".into()));
    let single = folder.run(&[&["assess", "a.json", "--format", "ndjson"][..], &options].concat());
    assert_eq!((single.out().lines().count(), &single.json()["assessment"]), (1, &alone));
}

#[test]
fn the_text_gives_a_block_a_line_and_accounts_for_every_line() {
    let folder = Folder::new();
    let check = mixed(&folder).run(&["check", "m.ndjson"]);
    let text = check.out();
    assert!(text.starts_with("m.ndjson\n\n第3行  示例乡村e镇  "), "{text}");
    assert!(
        text.contains("第6行") && text.contains("structure.date  6:32  /as_of") && !text.contains("第1行"),
        "{text}"
    );
    assert!(text.contains("共6行：读到3份，读不了2份，空行1行（3 + 2 + 1 = 6）"), "{text}");
    assert!(check.err().contains("错误 m.ndjson:5:1: 文件不是 UTF-8 编码 (json.utf-8)"), "{}", check.err());
    let assess = folder.run(&["assess", "m.ndjson", "--year", "2023", "--lang", "en"]).out();
    for part in ["line 1\n", "line 3  示例乡村e镇\n", "not met", "6 lines: 3 read, 2 refused, 1 blank", "no acceptance"]
    {
        assert!(assess.contains(part), "{part}: {assess}");
    }
    for text in [text, assess] {
        assert!(!text.contains("13900000000") && !text.contains("张某某"), "{text}");
    }
}

#[test]
fn a_form_that_has_no_lines_is_refused_with_the_one_that_has() {
    let folder = mixed_folder();
    let year = ["--year", "2023"];
    for (arguments, option) in [
        (vec!["check", "m.ndjson", "--format", "json"], "--format json"),
        (vec!["check", "m.ndjson", "--format", "sarif"], "--format sarif"),
        (vec!["check", "m.ndjson", "--format", "junit"], "--format junit"),
        (vec!["check", "m.ndjson", "--format", "ess"], "--format ess"),
        ([&["assess", "m.ndjson", "--format", "json"][..], &year].concat(), "--format json"),
        ([&["assess", "m.ndjson", "--receipt", "r.json"][..], &year].concat(), "--receipt"),
        ([&["assess", "m.ndjson", "--all-readings"][..], &year].concat(), "--all-readings"),
    ] {
        for (lang, word) in [("zh", "每行一份档案"), ("en", "a dossier a line")] {
            let done = folder.run(&[&arguments[..], &["--lang", lang]].concat());
            assert_eq!((done.code(), done.out().as_str()), (2, ""), "{arguments:?}");
            for part in [option, word, "--format ndjson"] {
                assert!(done.err().contains(part), "{part}: {}", done.err());
            }
        }
    }
}

fn mixed_folder() -> Folder {
    let folder = Folder::new();
    mixed(&folder);
    folder
}

#[test]
fn standard_input_holds_a_dossier_a_line_when_told_so() {
    let folder = Folder::new();
    let input = format!("{SOUND}\n{FAULTY}");
    let done = folder.feed(&["check", "-", "--input-format", "ndjson", "--format", "ndjson"], &input);
    let documents = documents(&done);
    assert_eq!((done.code(), documents.len()), (1, 2));
    assert_eq!((&documents[1]["file"], &documents[1]["line"]), (&"-".into(), &2.into()));
    assert_eq!(folder.feed(&["check", "-"], &input).code(), 2, "without a word it is one dossier");
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let folder = Folder::new();
    let town = town();
    let lines: Vec<String> = (0..60)
        .map(|number| match number % 4 {
            0 => town.replace("312", &(number + 200).to_string()),
            1 => SOUND.to_owned(),
            2 => "{".to_owned(),
            _ => FAULTY.to_owned(),
        })
        .collect();
    folder.put("m.ndjson", lines.join("\n"));
    for call in [
        vec!["check", "m.ndjson", "--format", "ndjson"],
        vec!["check", "m.ndjson"],
        vec!["assess", "m.ndjson", "--year", "2023", "--format", "ndjson"],
        vec!["assess", "m.ndjson", "--year", "2023"],
    ] {
        let run = |threads| folder.run(&[&call[..], &["--threads", threads]].concat());
        let one = run("1");
        assert!(one.out().len() > 1_000);
        for threads in ["2", "8"] {
            let other = run(threads);
            assert_eq!((other.out(), other.err(), other.code()), (one.out(), one.err(), one.code()), "{call:?}");
        }
    }
}

#[test]
fn whoever_closes_the_pipe_has_read_enough() {
    let folder = Folder::new();
    folder.put("m.ndjson", format!("{SOUND}\n").repeat(20_000));
    assert_eq!(folder.run_unread(&["check", "m.ndjson", "--format", "ndjson"]), Some(0));
}

#[test]
fn one_dossier_over_many_lines_is_told_how_to_be_read() {
    let folder = Folder::new();
    folder.put("a.ndjson", TOWN);
    let done = folder.run(&["check", "a.ndjson"]);
    assert_eq!(done.code(), 2);
    assert!(done.err().contains("--input-format json"), "{}", done.err());
}
