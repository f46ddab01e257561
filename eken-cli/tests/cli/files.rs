//! Workbooks and folders of tables: `template`, `convert`, and the other commands on what they wrote.

use super::support::{Folder, TOWN};

#[test]
fn a_dossier_goes_through_a_workbook_and_a_folder_and_comes_back() {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    for (from, to) in
        [("a.json", "a.xlsx"), ("a.xlsx", "tables"), ("tables", "b.json"), ("a.json", "c.json"), ("tables", "d.ndjson")]
    {
        let done = folder.run(&["convert", from, to]);
        assert_eq!((done.code(), done.out(), done.err()), (0, format!("{from} → {to}\n"), String::new()));
    }
    assert_eq!(folder.read("b.json"), folder.read("c.json"));
    assert_eq!(folder.read("d.ndjson").lines().count(), 1);
    // the verdicts and their receipt are those of the JSON
    let receipt =
        |file: &str| folder.run(&["assess", file, "--year", "2023", "--format", "json"]).json()["receipt"].clone();
    assert_eq!(receipt("a.xlsx"), receipt("a.json"));
    assert_eq!(receipt("tables"), receipt("a.json"));
}

#[test]
fn findings_of_a_workbook_name_their_cells_and_every_record_is_accounted_for() {
    let folder = Folder::new();
    folder.put(
        "市场主体.csv",
        "\u{feff}市场主体名录\r\n编号,名称,统一社会信用代码\r\nE1,甲公司,91140827MA0EKEN03Y\r\n合计,1\r\n",
    );
    let done = folder.run(&["check", "市场主体.csv"]);
    assert_eq!(done.code(), 1);
    assert!(
        done.out().contains("市场主体:3:3") && done.out().contains("记录1条：读入1条，未读入0条"),
        "{}",
        done.out()
    );
    let json = folder.run(&["check", "市场主体.csv", "--format", "json"]).json();
    let read = &json["files"][0];
    assert_eq!(read["records"]["read"], 1);
    let found = read["findings"].as_array().unwrap().iter().find(|found| found["code"] == "entity.code-check").unwrap();
    assert_eq!(
        (found["cell"].as_str(), found["line"].as_u64(), found["column"].as_u64()),
        (Some("市场主体:3:3"), Some(3), Some(3))
    );
}

#[test]
fn rows_that_were_not_read_are_told_and_the_exit_code_says_so() {
    let folder = Folder::new();
    std::fs::create_dir(folder.0.join("in")).unwrap();
    folder
        .put("in/entities.csv", "编号,名称\nE1,甲公司\n")
        .put("in/entities.sales.csv", "市场主体编号,月份,销售额\nE1,2023-01,1\nE7,2023-01,2\n");
    let done = folder.run(&["convert", "in", "out.json"]);
    assert_eq!(done.code(), 1);
    assert!(
        done.err().contains("1行没有读入") && done.err().contains("entities.sales:3:1  table.parent-unknown"),
        "{}",
        done.err()
    );
    let done = folder.run(&["check", "in", "--lang", "en"]);
    assert!(done.out().contains("3 records: 2 read, 1 refused"), "{}", done.out());
}

#[test]
fn the_records_of_a_json_file_are_accounted_for_too() {
    let folder = Folder::new();
    folder.put("a.json", r#"{"schema_version": 1, "entities": {"items": [{"id": "E1"}, "?"]}}"#);
    let json = folder.run(&["check", "a.json", "--format", "json"]).json();
    let records = &json["files"][0]["records"];
    assert_eq!((&records["read"], &records["refused"]), (&1.into(), &1.into()));
    let refused = &records["refused_records"][0];
    assert_eq!((refused["cell"].as_str(), refused["code"].as_str()), (Some("1:60"), Some("structure.type")));
    assert!(folder.run(&["check", "a.json"]).out().contains("记录2条：读入1条，未读入1条"));
    assert!(!folder.put("b.json", TOWN).run(&["check", "b.json"]).out().contains("记录"));
}

#[test]
fn the_encoding_and_the_delimiter_that_are_given_win() {
    let folder = Folder::new();
    let table = "编号|名称|统一社会信用代码\nE1|甲公司|91140827MA0EKEN03Y\n";
    let sixteen: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    folder.put("市场主体.csv", &sixteen).put("bare", table).put("a.json", TOWN).put("many.ndjson", TOWN);
    let given = ["--encoding", "UTF-16LE", "--delimiter", "|"];
    let with = |arguments: &[&str]| folder.run(&[arguments, &given].concat());
    let done = with(&["check", "市场主体.csv"]);
    assert!(done.out().contains("市场主体:2:3"), "{}{}", done.out(), done.err());
    assert_eq!(with(&["convert", "市场主体.csv", "out.json"]).code(), 0);
    assert!(folder.read("out.json").contains("甲公司"));
    for command in
        [&["assess", "市场主体.csv", "--year", "2023"][..], &["explain", "27", "市场主体.csv", "--year", "2023"]]
    {
        assert_eq!(with(command).code(), 0, "{}", with(command).err());
    }
    // a file that its name does not tell is a table where one says how it is written
    assert!(folder.run(&["check", "bare"]).err().contains("file.unnamed-text"));
    assert!(folder.run(&["check", "bare", "--delimiter", "bar"]).out().contains("bare:2:3"));
    let wrong = folder.run(&["check", "市场主体.csv", "--encoding", "utf-8"]);
    assert_eq!(wrong.code(), 2);
    assert!(wrong.err().contains("csv.encoding") && wrong.err().contains("第1行"), "{}", wrong.err());
    let wrong = folder.run(&["check", "市场主体.csv", "--encoding", "gb18030", "--lang", "en"]);
    assert!(wrong.err().contains("csv.") && wrong.err().contains("line 1"), "{}", wrong.err());
    for (arguments, told) in [
        (["check", "a.json", "--encoding", "gbk"].as_slice(), "csv.not-a-table"),
        (&["check", "many.ndjson", "--delimiter", "tab"], "NDJSON 一律是 UTF-8"),
        (&["check", "a.json", "--encoding", "latin-1"], "可选：utf-8、gb18030、utf-16le、utf-16be"),
        (&["check", "a.json", "--delimiter", "x"], "可选：comma、semicolon、tab、bar"),
    ] {
        let done = folder.run(arguments);
        assert_eq!(done.code(), 2, "{arguments:?}");
        assert!(done.err().contains(told), "{arguments:?}: {}", done.err());
    }
}

#[test]
fn the_place_of_an_error_is_told_in_the_language_of_the_reader() {
    let folder = Folder::new();
    folder.put("a.csv", "编号,名称\nE1,\"甲\n");
    assert!(folder.run(&["check", "a.csv"]).err().contains("（第2行） (csv.quote)"));
    assert!(folder.run(&["check", "a.csv", "--lang", "en"]).err().contains("(line 2) (csv.quote)"));
}

#[test]
fn a_file_is_known_by_its_content_however_it_is_called() {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    assert_eq!(folder.run(&["convert", "a.json", "a.xlsx"]).code(), 0);
    let book = std::fs::read(folder.0.join("a.xlsx")).unwrap();
    for name in ["A.XLSX", "报送 (1).Xlsx", "noname", "a.csv.xlsx", "a.bak"] {
        folder.put(name, &book);
        let done = folder.run(&["check", name, "--fail-on", "never"]);
        assert_eq!((done.code(), done.err()), (0, String::new()), "{name}");
        assert!(done.out().contains("记录"), "{name}: {}", done.out());
    }
    let done = folder.feed(&["check", "-", "--fail-on", "never"], &book);
    assert!(done.code() == 0 && done.out().contains("记录"), "{}{}", done.out(), done.err());
    for (name, told) in
        [("a.xlsx.csv", "内容是 .xlsx 文件"), ("a.csv.json", "内容是 .xlsx 文件"), ("a.ET", "内容是 .xlsx 文件")]
    {
        folder.put(name, &book);
        let done = folder.run(&["check", name]);
        assert_eq!(done.code(), 2, "{name}");
        assert!(done.err().contains(told), "{name}: {}", done.err());
    }
}

#[test]
fn a_template_is_written_and_read_as_an_empty_dossier() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["template", "t.xlsx"]).code(), 0);
    let done = folder.run(&["check", "t.xlsx"]);
    assert_eq!(done.code(), 0, "{}", done.out());
    assert!(done.out().contains("记录0条"), "{}", done.out());
}

#[test]
fn a_template_that_was_filled_in_is_not_written_over_unasked() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["template", "t.xlsx"]).code(), 0);
    assert_eq!(folder.run(&["template", "t.xlsx"]).code(), 0);
    folder.put("t.xlsx", b"filled in");
    let done = folder.run(&["template", "t.xlsx"]);
    assert_eq!(
        (done.code(), std::fs::read(folder.0.join("t.xlsx")).unwrap()),
        (2, b"filled in".to_vec()),
        "{}",
        done.err()
    );
    assert!(done.err().contains("--force"), "{}", done.err());
    assert_eq!(folder.run(&["template", "t.xlsx", "--force"]).code(), 0);
    assert_ne!(std::fs::read(folder.0.join("t.xlsx")).unwrap(), b"filled in");
}

#[test]
fn what_cannot_be_meant_is_refused_and_nothing_is_written() {
    let folder = Folder::new();
    folder.put("a.json", TOWN).put("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    for (arguments, told) in [
        (["template", "t.json"].as_slice(), "以 .xlsx 结尾"),
        (&["convert", "a.json", "b.csv"], "一个 CSV 文件放不下"),
        (&["convert", "a.json", "b.ods"], "不能写成 .ods"),
        (&["convert", "a.json", "./a.json"], "是同一个文件"),
        (&["convert", "none.xlsx", "b.json"], "没有这个文件"),
        (&["convert", "old.xls", "b.json"], "file.xls"),
        (&["check", "old.xls"], "file.xls"),
    ] {
        let done = folder.run(arguments);
        assert_eq!(done.code(), 2, "{arguments:?}");
        assert!(done.err().contains(told), "{arguments:?}: {}", done.err());
    }
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 2);
}

#[test]
fn tables_are_published_with_their_schemas_and_a_dossier_may_take_their_place() {
    let folder = Folder::new();
    folder.put("a.json", TOWN);
    for _ in 0..2 {
        let done = folder.run(&["template", "--tables", "t"]);
        assert_eq!((done.code(), done.err()), (0, String::new()));
        assert!(done.out().contains("张空表"), "{}", done.out());
    }
    let schema: serde_json::Value = serde_json::from_str(&folder.read("t/schemas/entities.json")).unwrap();
    assert_eq!(schema["fields"][0]["name"], "编号");
    // the tables are read, and hold nothing
    let done = folder.run(&["check", "t"]);
    assert!(done.code() == 0 && done.out().contains("记录0条"), "{}", done.out());
    // what somebody filled in is not written over
    folder.put("t/entities.csv", "编号,名称\nE1,甲公司\n");
    let done = folder.run(&["template", "--tables", "t", "--lang", "en"]);
    assert!(done.code() == 2 && done.err().contains("convert.folder"), "{}", done.err());
    assert!(folder.read("t/entities.csv").contains("甲公司"));
    // a conversion writes its own package beside the tables that it has, and takes the others away
    folder.run(&["convert", "a.json", "t"]);
    let package: serde_json::Value = serde_json::from_str(&folder.read("t/datapackage.json")).unwrap();
    let names: Vec<&str> =
        package["resources"].as_array().unwrap().iter().filter_map(|it| it["name"].as_str()).collect();
    assert!(names.contains(&"facilities") && !folder.0.join("t/brands.csv").exists(), "{names:?}");
    for name in names {
        assert!(folder.0.join(format!("t/{name}.csv")).exists(), "{name}");
    }
    assert_eq!(folder.run(&["template"]).code(), 2);
    assert_eq!(folder.run(&["template", "a.xlsx", "--tables", "u"]).code(), 2);
}

#[test]
fn what_a_conversion_does_not_take_along_is_told_and_the_exit_code_says_so() {
    let folder = Folder::new();
    // a column that stands twice, and a figure in a unit that does not fit
    folder.put("设施.csv", "编号,名称,名称,总建筑面积（万元）\nF1,甲,乙,3\n").put("品牌.csv", "编号,名称\nB1,甲\n");
    let done = folder.run(&["convert", "设施.csv", "a.json"]);
    assert_eq!(done.code(), 1, "{}", done.err());
    for told in
        ["读入时有错误2处", "设施:1:3  table.column-twice", "设施:2:4  cell.unit-foreign", "eken check 设施.csv"]
    {
        assert!(done.err().contains(told), "{told}: {}", done.err());
    }
    assert!(!done.err().contains("没有读入，不在输出里") && done.out().contains("设施.csv → a.json"));
    let done = folder.run(&["convert", "设施.csv", "a.json", "--lang", "en"]);
    assert!(done.code() == 1 && done.err().contains("2 errors of reading"), "{}", done.err());
    let done = folder.run(&["convert", "品牌.csv", "b.json"]);
    assert_eq!((done.code(), done.err()), (0, String::new()));
    // a refused record is told once
    folder.put("基本情况.csv", "项目,内容\n填报单位,甲\n填报单位,乙\n");
    let done = folder.run(&["convert", "基本情况.csv", "c.json"]);
    assert!(done.code() == 1 && done.err().contains("1行没有读入") && !done.err().contains("读入时"), "{}", done.err());
}

#[test]
fn identifiers_that_no_row_can_state_go_through_every_form_without_a_word() {
    let folder = Folder::new();
    let put = |name: &str, ids: &[&str]| {
        let sales = r#""sales":[{"month":"2023-01","amount":5}]"#;
        let items: Vec<String> = ids.iter().map(|id| format!(r#"{{"id":"{id}","name":"甲",{sales}}}"#)).collect();
        folder.put(name, format!(r#"{{"schema_version":1,"entities":{{"items":[{}]}}}}"#, items.join(",")));
        folder.run(&["convert", name, &format!("same-{name}")]);
    };
    put("a.json", &["-", "—", "合计", "注：一", "例：E1", "E7", "#1", "无"]);
    put("b.json", &["-", "—", "E7", "#1", "无"]);
    for (from, way) in
        [("a.json", &["a.xlsx"][..]), ("a.json", &["tables"]), ("b.json", &["parquet", "--to", "parquet"])]
    {
        assert_eq!(folder.run(&[&["convert", from], way].concat()).code(), 0);
        let done = folder.run(&["convert", way[0], "back.json"]);
        assert_eq!((done.code(), done.err()), (0, String::new()), "{way:?}");
        assert_eq!(folder.read("back.json"), folder.read(&format!("same-{from}")), "{way:?}");
        assert!(folder.run(&["check", way[0]]).out().contains("未读入0条"), "{way:?}");
    }
}

#[test]
fn files_beside_the_tables_are_counted() {
    let folder = Folder::new();
    folder.put("in/市场主体.csv", "编号,名称\nE1,甲公司\n").put("in/datapackage.json", "{}").put("in/说明.docx", "x");
    let check = || folder.run(&["check", "in", "--format", "json"]).json()["files"][0]["findings"].clone();
    let others = |findings: &serde_json::Value| {
        let found = findings.as_array().unwrap().iter().find(|found| found["code"] == "table.other-files");
        found.map(|found| (found["cell"].as_str().unwrap().to_owned(), found["params"]["count"].clone()))
    };
    assert_eq!(others(&check()), None);
    folder.put("in/设施.xlsx", "x").put("in/sub/品牌.csv", "编号,名称\nB1,甲\n");
    assert_eq!(others(&check()), Some(("市场主体:1:1".to_owned(), 2.into())));
    assert!(folder.run(&["check", "in"]).out().contains("另有2个文件或子文件夹没有读入"));
}
