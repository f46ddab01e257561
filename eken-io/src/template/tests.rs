//! The template as others see it: read back by our own reader.

use std::sync::LazyLock;

use eken_core::model::kind::FieldKind;
use eken_core::plan::builtin;
use eken_core::words::Lang;

use super::how::heading;
use super::names::{EXAMPLE, GUIDE, HEADS, ITEM, ONCE, SECTION, of_sheet};
use super::sheet::is_shown;
use super::workbook::workbook;
use crate::grid::{Grid, Row};
use crate::table::layout::{Holds, layout};
use crate::xlsx::read::read;

fn made(lang: Lang) -> Vec<u8> {
    workbook(&builtin("yuanqu-2023").unwrap(), lang).unwrap()
}

static ZH: LazyLock<Vec<u8>> = LazyLock::new(|| made(Lang::Zh));

fn texts(row: &Row) -> Vec<String> {
    row.cells.iter().map(|placed| placed.cell.text().unwrap_or_default().to_owned()).collect()
}

fn row(grid: &Grid, number: usize) -> Vec<String> {
    grid.rows.iter().find(|row| row.number == number).map(texts).unwrap_or_default()
}

#[test]
fn the_template_is_read_back_with_its_sheets_and_headings() {
    let layout = layout();
    for (lang, bytes) in [(Lang::Zh, ZH.clone()), (Lang::En, made(Lang::En))] {
        let grids = read(&bytes).unwrap();
        let names: Vec<&str> = grids.iter().map(|grid| grid.name.as_str()).collect();
        let titles = layout.sheets.iter().map(|sheet| of_sheet(sheet, lang));
        let expected: Vec<&str> = [GUIDE, ONCE, HEADS].iter().map(|name| name.get(lang)).chain(titles).collect();
        assert_eq!(names, expected);
        for (sheet, grid) in layout.sheets.iter().zip(grids.iter().skip(3)) {
            let parent = sheet.parent_heading(layout).map(|words| format!("*{}", words.get(lang)));
            let own = sheet.columns.iter().filter(|column| is_shown(column)).map(|column| heading(column, lang));
            let expected: Vec<String> = parent.into_iter().chain(own).collect();
            assert_eq!(row(grid, 3), expected, "{}", sheet.key);
            let first = row(grid, 4);
            assert!(first.first().is_some_and(|text| text.starts_with(EXAMPLE.get(lang))), "{}: {first:?}", sheet.key);
            assert_eq!(grid.rows.last().map(|row| row.number), Some(4), "{}", sheet.key);
        }
    }
}

#[test]
fn what_stands_once_has_a_row_an_item_and_each_section_a_row() {
    let layout = layout();
    let grids = read(&ZH).unwrap();
    let once = grids.iter().find(|grid| grid.name == ONCE.zh).unwrap();
    assert_eq!(row(once, 3), ITEM.map(|label| label.zh.to_owned()));
    let items: Vec<String> = once.rows.iter().skip(3).filter_map(|row| texts(row).into_iter().next()).collect();
    let asked = layout
        .once
        .iter()
        .filter(|column| is_shown(column))
        .filter(|column| !matches!(column.holds, Holds::One(FieldKind::Version)) && column.path != ["$schema"]);
    assert_eq!(items, asked.map(|column| heading(column, Lang::Zh)).collect::<Vec<_>>());
    assert!(items.iter().any(|item| item == "*乡村e镇·项目名称"));
    assert!(items.iter().any(|item| item == "乡村e镇·建设范围·占地面积（平方米）"));
    let heads = grids.iter().find(|grid| grid.name == HEADS.zh).unwrap();
    assert_eq!(row(heads, 3).first().map(String::as_str), Some(SECTION.zh));
    let sections: Vec<String> = heads.rows.iter().skip(3).filter_map(|row| texts(row).into_iter().next()).collect();
    let expected = layout.sheets.iter().filter(|sheet| sheet.section).map(|sheet| sheet.title.zh.clone());
    assert_eq!(sections, expected.collect::<Vec<_>>());
}

#[test]
fn the_template_of_a_plan_is_always_the_same_bytes() {
    assert!(*ZH == made(Lang::Zh));
}

#[test]
fn credit_codes_and_ids_of_the_examples_hold_their_check() {
    let grids = read(&ZH).unwrap();
    let example = |title: &str| row(grids.iter().find(|grid| grid.name == title).unwrap(), 4).join(" ");
    assert!(example("市场主体").contains("91140827MA0EKEN03X") && example("学员档案").contains("142733197001010017"));
    for code in ["91140827MA0EKEN03X", "121408274000000425"] {
        assert!(eken_core::code::uscc::check(code).is_ok(), "{code}");
    }
    assert!(eken_core::code::resident_id::check("142733197001010017").is_ok());
}
