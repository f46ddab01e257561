//! Annotated copies: where they go, and what is refused before anything is written.

use super::support::{Folder, TOWN};

const TABLE: &str = "编号,名称,统一社会信用代码\nE1,甲公司,91140827MA0EKEN03Y\n";

#[test]
fn a_copy_is_written_beside_the_findings_and_can_be_sent_back() {
    let folder = Folder::new();
    folder.put("市场主体.csv", TABLE);
    let done = folder.run(&["check", "市场主体.csv", "--annotate", "退回.xlsx"]);
    assert_eq!((done.code(), done.err()), (1, "已标注：退回.xlsx\n".to_owned()));
    assert!(done.out().contains("entity.code-check"), "{}", done.out());
    assert_eq!(folder.read("市场主体.csv"), TABLE);
    let back = folder.run(&["check", "退回.xlsx", "--annotate", "again.xlsx", "--lang", "en"]);
    assert_eq!((back.code(), back.err()), (1, "annotated: again.xlsx\n".to_owned()));
    assert!(
        back.out().contains("市场主体!C2") && back.out().contains("1 records: 1 read, 0 refused"),
        "{}",
        back.out()
    );
}

#[test]
fn several_dossiers_go_into_a_folder_that_exists() {
    let folder = Folder::new();
    folder.put("a.json", TOWN).put("b.csv", TABLE);
    let done = folder.run(&["check", "a.json", "b.csv", "--annotate", "copies"]);
    assert!(done.code() == 2 && done.err().contains("多份档案"), "{}", done.err());
    std::fs::create_dir(folder.0.join("copies")).unwrap();
    assert_eq!(folder.run(&["check", "a.json", "b.csv", "--annotate", "copies"]).code(), 1);
    for name in ["a.marked.xlsx", "b.marked.xlsx"] {
        assert!(folder.0.join("copies").join(name).is_file(), "{name}");
    }
}

#[test]
fn what_cannot_be_meant_is_refused_and_nothing_is_written() {
    let folder = Folder::new();
    folder.put("a.json", TOWN).put("many.ndjson", "{}\n{}\n").put("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    for (arguments, told) in [
        (["check", "a.json", "--annotate", "./a.json"].as_slice(), "档案本身"),
        (&["check", "a.json", "--annotate", "b.json"], "以 .xlsx 结尾"),
        (&["check", "a.json", "--annotate", "-"], "要写文件名"),
        (&["check", "many.ndjson", "--annotate", "b.xlsx"], "NDJSON"),
        (&["check", "old.xls", "--annotate", "b.xlsx"], "file.xls"),
        (&["check", "a.json", "--annotate", "no/such/b.xlsx"], "写不进"),
    ] {
        let done = folder.run(arguments);
        assert_eq!(done.code(), 2, "{arguments:?}");
        assert!(done.err().contains(told), "{arguments:?}: {}", done.err());
    }
    assert_eq!(folder.read("a.json"), TOWN);
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 3);
}
