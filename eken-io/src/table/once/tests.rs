//! Forms of 基本情况 and 清单说明 as people lay them out: every fact is read, and every other cell accounted for.

use eken_core::limits::Limits;
use eken_core::model::kind::Value;

use super::super::assemble::assemble;
use crate::grid::{Cell, Grid, GridKind, Placed, Row};

/// A sheet of texts; what is all digits is a number.
fn sheet(name: &str, rows: &[&[&str]]) -> Grid {
    let cell = |text: &str| match text.bytes().all(|digit| digit.is_ascii_digit()) {
        true => Cell::Number(text.to_owned()),
        false => Cell::Text(text.to_owned()),
    };
    let row = |(number, texts): (usize, &&[&str])| Row {
        number,
        cells: (1..)
            .zip(*texts)
            .filter(|(_, text)| !text.is_empty())
            .map(|(column, text)| Placed { column, cell: cell(text), formula: false })
            .collect(),
    };
    let rows = (1..).zip(rows).map(row).filter(|row| !row.cells.is_empty()).collect();
    Grid { name: name.to_owned(), kind: GridKind::Sheet, rows, merged: vec![] }
}

/// The dossier without its version, how many records were read, which were refused, and the findings of sheets and cells.
fn of(name: &str, rows: &[&[&str]]) -> (String, usize, Vec<String>, Vec<String>) {
    let assembled = assemble(&[sheet(name, rows)]);
    let tally = assembled.tallies.first().unwrap().clone();
    assert!(tally.is_whole(), "{rows:?}: {tally:?}");
    let refused: Vec<String> = assembled.refused.iter().map(|each| format!("{} {}", each.spot, each.code)).collect();
    assert_eq!(tally.refused, refused.len(), "{rows:?}");
    let parsed = assembled.parse(&Limits::default()).unwrap();
    let found = assembled.findings.iter().map(|found| format!("{} {}", found.shown_place(), found.code()));
    let text = Value::tree(parsed.dossier())
        .to_text()
        .replace("\"schema_version\":1,", "")
        .replace("\"schema_version\":1", "");
    (text, tally.read, refused, found.collect())
}

fn basics(rows: &[&[&str]]) -> (String, usize, Vec<String>, Vec<String>) {
    of("基本情况", rows)
}

/// What must be read, without a word.
fn clean(rows: &[&[&str]], text: &str, read: usize) {
    assert_eq!(basics(rows), (text.to_owned(), read, vec![], vec![]), "{rows:?}");
}

const FOUR: &str =
    r#"{"as_of":"2023-12-31","prepared_by":"示例局","town":{"name":"示例乡村e镇","site":{"area":1000000}}}"#;

#[test]
fn the_pairs_of_a_form_in_four_columns_are_all_read() {
    let rows: [&[&str]; 2] =
        [&["项目名称", "示例乡村e镇", "填报单位", "示例局"], &["占地面积（亩）", "1500", "数据截止日", "2023-12-31"]];
    let head: &[&str] = &["项目", "内容", "项目", "内容"];
    clean(&[head, rows[0], rows[1]], FOUR, 4);
    clean(&rows, FOUR, 4);
    // the header, or the column of names, over the left pair only
    clean(&[&["项目", "内容"], rows[0], rows[1]], FOUR, 4);
    // a column between, numbers of rows before, notes behind
    clean(
        &[
            &["序号", "项目", "内容", "", "项目", "内容", "备注"],
            &["1", "项目名称", "示例乡村e镇", "", "填报单位", "示例局", "以证书为准"],
            &["2", "占地面积（亩）", "1500", "", "数据截止日", "2023-12-31", ""],
        ],
        FOUR,
        4,
    );
    // the headings once more further down
    clean(&[&["项目", "内容"], &rows[0][..2], &rows[1][..2], &["项目", "内容"], &rows[0][2..], &rows[1][2..]], FOUR, 4);
    // names with colons: 填报单位： begins a note elsewhere
    clean(
        &[&["项目名称：", "示例乡村e镇", "填报单位：", "示例局"], &["填报单位：", "", "数据截止日：", "2023-12-31"]],
        r#"{"as_of":"2023-12-31","prepared_by":"示例局","town":{"name":"示例乡村e镇"}}"#,
        3,
    );
}

#[test]
fn items_that_are_said_in_words_are_read_and_may_be_said_twice() {
    clean(
        &[&["填报单位：示例局　数据截止日：2023-12-31"], &["项目名称：示例 乡村e镇"]],
        r#"{"as_of":"2023-12-31","prepared_by":"示例局","town":{"name":"示例 乡村e镇"}}"#,
        3,
    );
    let (title, head): (&[&str], &[&str]) = (&["填报单位：示例局"], &["项目", "内容"]);
    clean(&[title, head, &["填报单位", "示例局"]], r#"{"prepared_by":"示例局"}"#, 1);
    clean(
        &[&["填报单位", "示例局", "填报日期", "2024-01-05"], head, &["项目名称", "例"]],
        r#"{"prepared_by":"示例局","town":{"name":"例"}}"#,
        2,
    );
    let twice = basics(&[title, head, &["填报单位", "示例二局"]]);
    assert_eq!((twice.1, twice.2), (1, vec!["基本情况!B3 table.item-twice".to_owned()]));
}

#[test]
fn cells_that_belong_to_no_item_are_refused_where_they_stand() {
    let lost = |rows: &[&[&str]], read: usize, cells: &[&str]| {
        let (_, count, refused, found) = basics(rows);
        let cells: Vec<String> = cells.iter().map(|cell| format!("基本情况!{cell} table.unknown-item")).collect();
        assert_eq!((count, &refused, &found), (read, &cells, &cells), "{rows:?}");
    };
    let head: &[&str] = &["项目", "内容"];
    lost(&[head, &["项目名称", "例", "补充材料"]], 1, &["C2"]);
    lost(&[head, &["项目名称", "", "例"]], 0, &["C2"]);
    lost(&[head, &["天气", "晴", "项目名称", "例"]], 1, &["B2"]);
    lost(&[&["项目", "内容", "项目", "内容"], &["项目名称", "例", "天气", "晴"]], 1, &["D2"]);
    lost(&[&["项目", "内容", "责任科室"], &["项目名称", "例", "某科"], &["填报单位", "", "某科"]], 1, &["C2", "C3"]);
    lost(&[&["项目名称", "例", "又一例"], &["填报单位", "示例局"]], 1 + 1, &["C1"]);
    lost(&[&["项目", "单位", "内容"], &["填报单位", "示例局", "某局"]], 1, &["B2"]);
    // items as headings over their values are no pairs
    lost(&[&["填报单位", "项目名称"], &["示例局", "例"]], 0, &["B1", "B2"]);
    // notes, headings and empty lines are none of it
    clean(
        &[head, &["一、概况"], &["项目名称", "例"], &["备注：", "据实填写"], &["填报单位", ""]],
        r#"{"town":{"name":"例"}}"#,
        1,
    );
}

#[test]
fn a_unit_counts_wherever_it_stands() {
    let area = r#"{"town":{"site":{"area":1000000}}}"#;
    for rows in [
        &[&["项目", "单位", "内容"][..], &["占地面积", "亩", "1500"]][..],
        &[&["项目", "内容", "单位"], &["占地面积", "1500", "亩"]],
        &[&["项目", "内容", "计量单位"], &["占地面积", "1", "平方公里"]],
        &[&["项目", "单位", "内容", "项目", "单位", "内容"], &["占地面积", "亩", "1500"]],
        &[&["占地面积", "亩", "1500"]],
        &[&["占地面积", "1500", "亩"]],
        &[&["单位：亩"], &["项目", "内容"], &["占地面积", "1500"]],
        &[&["项目", "内容"], &["单位：亩"], &["占地面积", "1500"]],
        &[&["", "", "单位：亩"], &["占地面积", "1500"]],
        &[&["基本情况表", "（单位：万元、亩）"], &["占地面积", "1500"]],
        &[&["项目", "内容（亩）"], &["占地面积", "1500"]],
        &[&["项目", "内容"], &["占地面积亩", "1500"]],
        // what is stated nearer goes first
        &[&["单位：公顷"], &["项目", "内容"], &["占地面积（亩）", "1500"]],
        &[&["项目", "内容", "单位"], &["占地面积（亩）", "1500", "亩"]],
        &[&["项目", "内容", "单位"], &["占地面积", "1000000", "—"]],
    ] {
        clean(rows, area, 1);
    }
    // beside what is no figure a unit says nothing
    clean(
        &[&["项目", "内容", "单位"], &["项目名称", "例", "个"], &["填报单位", "示例局", "/"]],
        r#"{"prepared_by":"示例局","town":{"name":"例"}}"#,
        2,
    );
}

#[test]
fn a_unit_that_does_not_fit_takes_no_figure_and_two_that_differ_are_told() {
    let told = |rows: &[&[&str]], text: &str, found: &[&str]| {
        let found: Vec<String> = found.iter().map(|found| format!("基本情况!{found}")).collect();
        assert_eq!(basics(rows), (text.to_owned(), 1, vec![], found), "{rows:?}");
    };
    let head: &[&str] = &["项目", "内容", "单位"];
    let area = |text: &str| format!(r#"{{"town":{{"site":{{"area":{text}}}}}}}"#);
    told(&[head, &["占地面积", "1500", "万元"]], &area("\"1500万元\""), &["B2 cell.unit-foreign"]);
    told(&[&["占地面积（万元）", "1500"]], &area("\"1500万元\""), &["B1 cell.unit-foreign"]);
    told(&[head, &["占地面积（公顷）", "1500", "亩"]], &area("1000000"), &["B2 cell.unit-twice"]);
    told(&[head, &["占地面积", "1500亩", "公顷"]], &area("1000000"), &["B2 cell.unit-twice"]);
    // a unit that nobody knows: the figure stays as it is written, and is none
    told(&[head, &["占地面积", "1500", "垧"]], &area("\"1500（单位：垧）\""), &[]);
    // a line that fits no figure
    told(&[&["单位：万元"], &["占地面积", "1500"]], &area("1500"), &["A1 table.unit-unused"]);
    told(&[&["单位：亩、公顷"], &["占地面积", "1500"]], &area("1500"), &["A1 table.unit-unused"]);
    told(&[&["占地面积", "1500"], &["单位：亩"]], &area("1500"), &["A2 table.unit-unused"]);
}

#[test]
fn the_sections_of_a_form_beside_each_other_are_all_read() {
    let sections = |rows: &[&[&str]]| of("清单说明", rows);
    let text = r#"{"facilities":{"complete":true,"items":[]},"brands":{"complete":false,"items":[]}}"#;
    let (head, row): (&[&str], &[&str]) = (&["清单", "是否完整", "清单", "是否完整"], &["设施", "是", "品牌", "否"]);
    assert_eq!(sections(&[head, row]), (text.to_owned(), 2, vec![], vec![]));
    let (read, count, refused, _) = sections(&[
        &["清单", "是否完整", "联系科室"],
        &["设施", "是", "某科"],
        &["品牌", "否", ""],
        &["大赛", "", "某科"],
    ]);
    assert_eq!((read.as_str(), count), (text, 2));
    assert_eq!(refused, ["清单说明!C2 table.unknown-item", "清单说明!C4 table.unknown-item"]);
    let (read, count, refused, _) = sections(&[&["设施", "是"], &["清单", "是否完整"], &["品牌", "否"]]);
    assert_eq!((read.as_str(), count), (r#"{"brands":{"complete":false,"items":[]}}"#, 1));
    assert_eq!(refused, ["清单说明!A1 table.above-header"]);
    let (_, count, refused, found) = sections(&[&["清单", "是否完整", "是否完整"], &["设施", "是", "否"]]);
    assert_eq!((count, refused, found), (1, vec![], vec!["清单说明!C1 table.column-twice".to_owned()]));
}
