//! `eken assess --report`: the report as a file.

use super::support::{Folder, TOWN};

fn with_town() -> Folder {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    folder
}

const ASSESS: [&str; 4] = ["assess", "a.json", "--year", "2023"];

#[test]
fn the_report_is_written_beside_what_is_printed() {
    let folder = with_town();
    let plain = folder.run(&ASSESS);
    let done = folder.run(&[&ASSESS[..], &["--report", "报告.html"]].concat());
    assert_eq!((done.code(), done.out(), done.err()), (0, plain.out(), String::new()));
    let page = folder.read("报告.html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    assert!(page.contains("公开版") && !page.contains("展示馆") && !page.contains("内部资料"));
    assert!(!page.contains("张某某") && !page.contains("13900000000"));
    // the same input gives the same bytes, nothing else is left in the folder
    folder.run(&[&ASSESS[..], &["--report", "b.HTM", "--public", "--format", "json"]].concat()).json();
    assert_eq!(folder.read("b.HTM"), page);
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 3);
}

#[test]
fn the_internal_report_names_records_and_says_so_in_both_languages() {
    let folder = with_town();
    for (lang, mark) in [("zh", "内部资料"), ("en", "Internal: not for publication")] {
        folder.run(&[&ASSESS[..], &["--report", "a.html", "--internal", "--lang", lang]].concat());
        let page = folder.read("a.html");
        assert!(page.contains(mark) && page.contains("展示馆"), "{lang}");
        assert!(!page.contains("张某某") && !page.contains("13900000000"));
    }
}

#[test]
fn a_workbook_is_written_where_its_name_asks_for_one() {
    let folder = with_town();
    let plain = folder.run(&ASSESS);
    for (name, more, is_internal) in [("报告.xlsx", &[][..], false), ("b.XLSX", &["--internal", "--lang", "en"], true)]
    {
        let done = folder.run(&[&ASSESS[..], &["--report", name], more].concat());
        assert_eq!((done.code(), done.err()), (0, String::new()));
        assert!(is_internal || done.out() == plain.out());
        let bytes = std::fs::read(folder.0.join(name)).unwrap();
        assert!(bytes.starts_with(b"PK"));
        folder.run(&[&ASSESS[..], &["--report", "again.xlsx"], more].concat());
        assert_eq!(std::fs::read(folder.0.join("again.xlsx")).unwrap(), bytes, "the same report, other bytes");
        std::fs::remove_file(folder.0.join("again.xlsx")).unwrap();
    }
}

#[test]
fn what_depends_on_a_reading_or_on_the_tier_is_told_where_it_was_asked_for() {
    let folder = with_town();
    folder.run(&[&ASSESS[..], &["--report", "plain.html"]].concat());
    folder.run(&[&ASSESS[..], &["--report", "more.html", "--all-readings", "--tier", "general_promotion"]].concat());
    for part in ["哪些结论因条文的读法而变", "如果县域类型是"] {
        assert!(folder.read("more.html").contains(part) && !folder.read("plain.html").contains(part), "{part}");
    }
}

#[test]
fn what_cannot_be_meant_is_refused_before_anything_is_written() {
    let folder = with_town();
    folder.put("b.json", TOWN).put("dossier.html", TOWN);
    for (arguments, told) in [
        (vec!["a.json", "--report", "r.pdf"], "以 .html 或 .xlsx 结尾"),
        (vec!["a.json", "--report", "r"], "写 --report 报告.html"),
        (vec!["a.json", "--report", "-"], "- 不是文件名"),
        (vec!["a.json", "b.json", "--report", "r.html"], "一次只能用于一份档案"),
        (vec!["dossier.html", "--report", "./dossier.html"], "指的是档案本身"),
        (vec!["a.json", "--report", "r.html", "--receipt", "./r.html"], "是同一个文件"),
        (vec!["a.json", "--report", "no/such/r.html"], "报告写不进"),
        (vec!["a.json", "--report", "r.html", "--public", "--internal"], "只留一个"),
        (vec!["a.json", "--internal"], "--report"),
    ] {
        let done = folder.run(&[&["assess", "--year", "2023"], &arguments[..]].concat());
        assert_eq!(done.code(), 2, "{arguments:?}");
        assert!(done.err().contains(told), "{arguments:?}: {}", done.err());
        assert!(!folder.0.join("r.html").exists() && !folder.0.join("r.pdf").exists(), "{arguments:?}");
    }
    let english = folder.run(&["assess", "a.json", "--year", "2023", "--report", "r.ods", "--lang", "en"]);
    assert!(english.err().contains("must end in .html or .xlsx"), "{}", english.err());
}

#[test]
fn a_dossier_that_cannot_be_read_leaves_the_former_report_alone() {
    let folder = with_town();
    folder.put("torn.json", "{").put("r.html", "before");
    assert_eq!(folder.run(&["assess", "torn.json", "--year", "2023", "--report", "r.html"]).code(), 2);
    assert_eq!(folder.read("r.html"), "before");
}
