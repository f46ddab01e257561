//! Sheets put together and taken apart: nothing is lost, every row is accounted for, every finding has its cell.

use std::path::Path;

use eken_core::json::{Tree, canonical};
use eken_core::limits::Limits;
use eken_core::model::Dossier;
use eken_core::model::kind::Value;
use eken_core::parse::parse;
use eken_core::plan::builtin;
use eken_core::validate::validate;
use eken_core::words::Lang;

use super::assemble::{Assembled, assemble};
use super::lay::{Form, lay};
use crate::grid::{Cell, Grid, GridKind, Merged, Placed, Row};

fn dossier(text: &str) -> Dossier {
    parse(text.as_bytes(), &Limits::default()).unwrap().dossier().clone()
}

fn canonical_text(tree: &Tree) -> String {
    canonical(tree)
}

fn comes_back(name: &str, text: &str) {
    let whole = dossier(text);
    let own = canonical_text(&Value::tree(&whole));
    for lang in [Lang::Zh, Lang::En] {
        for kind in [GridKind::Sheet, GridKind::File] {
            let grids = lay(&whole, Form { lang, kind });
            let assembled = assemble(&grids);
            let parsed = assembled.parse(&Limits::default()).unwrap();
            let back = canonical_text(&Value::tree(parsed.dossier()));
            if own != back {
                let at = own.chars().zip(back.chars()).take_while(|(a, b)| a == b).count();
                let around = |text: &str| text.chars().skip(at.saturating_sub(80)).take(200).collect::<String>();
                panic!("{name}, {lang:?}, {kind:?}:\n{}\n{}", around(&own), around(&back));
            }
            assert!(assembled.refused.is_empty(), "{name}: {:?}", assembled.refused);
            assert!(assembled.tallies.iter().all(|tally| tally.is_whole()), "{name}: {:?}", assembled.tallies);
        }
    }
}

fn examples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data");
    let mut out = Vec::new();
    for folder in [folder.clone(), folder.join("broken")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "json") {
                // one of the broken examples is no text at all
                out.extend(std::fs::read_to_string(&path).ok().map(|text| (path.display().to_string(), text)));
            }
        }
    }
    assert!(out.len() >= 10);
    out
}

#[test]
fn every_example_comes_back_from_its_sheets() {
    for (name, text) in examples() {
        if parse(text.as_bytes(), &Limits::default()).is_ok() {
            comes_back(&name, &text);
        }
    }
}

#[test]
fn what_no_column_can_carry_comes_back_too() {
    comes_back(
        "odd",
        r##"{"schema_version": 1, "colour": [1, {"a": null}], "town": {"name": "例", "site": {}, "x/y": 1},
        "facilities": {"complete": true, "items": []}, "brands": {"items": [7, null, {"id": "B1", "level": "#未采集"}]},
        "phases": [], "trainees": 5, "documents": {"missing": "withheld", "items": []},
        "entities": {"items": [{"name": "甲"}, {"id": "#1", "sales": [{"month": "2023-01", "amount": {"value": 3, "status": "estimated"}}]},
            {"id": "E2", "sales": [{"month": "2023-02", "amount": {"missing": "not_collected", "note": "x"}}, 5], "roles": {}},
            {"id": "E2", "evidence": ["a", "b；c"], "sales": [{"amount": "many"}]}, {"id": " E3", "sales": [{}]}]}}"##,
    );
}

fn grid(name: &str, rows: &[&[&str]]) -> Grid {
    let placed =
        |(column, text): (usize, &&str)| Placed { column, cell: Cell::Text((*text).to_owned()), formula: false };
    let row = |(number, texts): (usize, &&[&str])| Row {
        number,
        cells: (1..).zip(*texts).filter(|(_, text)| !text.is_empty()).map(placed).collect(),
    };
    Grid { name: name.to_owned(), kind: GridKind::Sheet, rows: (1..).zip(rows).map(row).collect(), merged: vec![] }
}

fn found(assembled: &Assembled) -> Vec<String> {
    let parsed = assembled.parse(&Limits::default()).unwrap();
    let checked = validate(parsed, &builtin("yuanqu-2023").unwrap()).placed(assembled.places.spots());
    checked.findings().iter().map(|finding| format!("{} {}", finding.shown_place(), finding.code())).collect()
}

#[test]
fn headers_are_found_below_titles_and_records_between_sums_and_notes() {
    let grids = [
        grid(
            "表3 市场主体",
            &[
                &["2023年市场主体名录"],
                &["", "", "", "填报单位：某办公室"],
                &["名称", "编号", "统一社会信用代码", "法人备注"],
                &["甲公司", "E1", "91140827MA0EKEN03Y", "x"],
                &[],
                &["合 计", "1"],
                &["注：含农民专业合作社"],
            ],
        ),
        grid(
            "市场主体·月度销售",
            &[
                &["市场主体编号", "月份", "销售额"],
                &["E1", "2023-01", "12"],
                &["E9", "2023-01", "13"],
                &["甲公司", "2023-02", "三百"],
            ],
        ),
    ];
    let assembled = assemble(&grids);
    let [entities, sales] = assembled.tallies.as_slice() else { panic!() };
    assert_eq!((entities.read, entities.heads, entities.totals, entities.notes, entities.refused), (1, 3, 1, 1, 0));
    assert_eq!((sales.records(), sales.read, sales.refused), (3, 2, 1));
    assert!(assembled.tallies.iter().all(|tally| tally.is_whole()), "{:?}", assembled.tallies);
    assert_eq!(assembled.refused[0].spot.to_string(), "市场主体·月度销售!A3");
    let found = found(&assembled);
    for expected in [
        "'表3 市场主体'!C4 entity.code-check",
        "'表3 市场主体'!D4 structure.unknown-field",
        "市场主体·月度销售!A3 table.parent-unknown",
        "市场主体·月度销售!C4 structure.number-text",
    ] {
        assert!(found.iter().any(|each| each == expected), "{expected} is not among {found:#?}");
    }
}

#[test]
fn a_second_table_below_the_first_and_merged_parents_are_read() {
    let mut sheet = grid(
        "设施",
        &[
            &["编号", "名称", "地址"],
            &["F1", "服务中心", "某街1号"],
            &[],
            &["设施编号", "功能区类型", "面积"],
            &["F1", "办公区", "100"],
            &["", "培训区", "80"],
        ],
    );
    sheet.merged.push(Merged { rows: (5, 6), columns: (1, 1) });
    let assembled = assemble(&[sheet]);
    assert_eq!(
        assembled.tree.at("/facilities/items/0/zones/1/kind").map(Tree::to_text).as_deref(),
        Some("\"training\"")
    );
    assert!(assembled.refused.is_empty());
}

#[test]
fn what_is_not_understood_is_refused_row_by_row_and_said_once() {
    let grids = [
        grid("封面", &[&["某县"], &["二〇二三年"]]),
        grid("填表说明", &[&["先填基本情况"]]),
        grid("设施", &[&["x", "y"], &["1", "2"]]),
        grid(
            "基本情况",
            &[
                &["项目", "内容"],
                &["乡村e镇·项目名称", "例"],
                &["不认识", "1"],
                &["填报单位", ""],
                &["乡村e镇·项目名称", "另"],
            ],
        ),
        grid("清单说明", &[&["清单", "是否完整"], &["设施", "是"], &["不认识", "是"], &["品牌", ""]]),
    ];
    let assembled = assemble(&grids);
    let refused: Vec<String> =
        assembled.refused.iter().map(|refused| format!("{} {}", refused.spot, refused.code)).collect();
    assert_eq!(
        refused,
        [
            "#1!A1 table.unknown-sheet",
            "#1!A2 table.unknown-sheet",
            "设施!A1 table.no-header",
            "设施!A2 table.no-header",
            "基本情况!B3 table.unknown-item",
            "基本情况!B5 table.item-twice",
            "清单说明!A3 table.unknown-item",
        ]
    );
    assert_eq!(assembled.findings.len(), 5);
    assert!(assembled.tallies.iter().all(|tally| tally.is_whole()), "{:?}", assembled.tallies);
    assert_eq!(
        assembled.tree.to_text(),
        r#"{"schema_version":1,"town":{"name":"例"},"facilities":{"complete":true,"items":[]}}"#
    );
}
