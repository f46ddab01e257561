//! Every table of the layout is described, column by column.

use std::collections::BTreeSet;

use eken_core::json::Tree;
use eken_core::words::Lang;

use super::package::{package, resources};
use super::publish::blank;
use crate::csv::write::Target;
use crate::table::layout::layout;

fn member<'a>(tree: &'a Tree, name: &str) -> &'a Tree {
    tree.get(name).unwrap_or_else(|| panic!("no {name} in {}", tree.to_text()))
}

fn items(tree: &Tree) -> &[Tree] {
    match tree {
        Tree::Array(items) => items,
        other => panic!("no list: {}", other.to_text()),
    }
}

fn text(tree: &Tree) -> &str {
    match tree {
        Tree::Text(text) => text,
        other => panic!("no text: {}", other.to_text()),
    }
}

/// The field of a heading in a table.
fn field(key: &str, heading: &str) -> Tree {
    let resources = resources(&blank(Lang::Zh), Lang::Zh);
    let resource = resources.iter().find(|resource| resource.key == key).unwrap();
    let fields = items(member(&resource.schema, "fields"));
    fields.iter().find(|field| text(member(field, "name")) == heading).unwrap().clone()
}

#[test]
fn every_table_has_its_schema_with_a_field_for_each_heading_in_order() {
    for lang in [Lang::Zh, Lang::En] {
        let grids = blank(lang);
        let resources = resources(&grids, lang);
        assert_eq!(resources.len(), layout().sheets.len() + 2);
        for (grid, resource) in grids.iter().zip(&resources) {
            let headings: Vec<&str> = grid.rows[0].cells.iter().map(|placed| placed.cell.text().unwrap()).collect();
            let names: Vec<&str> =
                items(member(&resource.schema, "fields")).iter().map(|field| text(member(field, "name"))).collect();
            assert_eq!(names, headings, "{}", resource.key);
            // two fields of one name could not be told apart
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{}: {names:?}", resource.key);
        }
    }
}

#[test]
fn each_kind_of_value_has_its_type_and_its_bounds() {
    let code = field("entities", "登记类型");
    let listed = items(member(member(&code, "constraints"), "enum"));
    assert!(text(member(&code, "type")) == "string" && listed.iter().any(|label| text(label) == "公司"));
    let money = field("payments", "金额");
    assert_eq!([member(&money, "type"), member(&money, "unit")].map(text), ["number", "元"]);
    assert!(member(member(&money, "constraints"), "minimum").to_text() == "0");
    assert_eq!(text(member(&field("entities.sales", "月份"), "type")), "yearmonth");
    assert_eq!(text(member(&field("entities", "是否法人"), "type")), "boolean");
    assert_eq!(text(member(&field("sessions", "开始时刻"), "format")), "%H:%M");
    let id = field("events", "编号");
    assert!(member(member(&id, "constraints"), "required") == &Tree::Bool(true));
    let credit = field("entities", "统一社会信用代码");
    assert!(items(member(&credit, "clauses")).iter().any(|clause| text(clause) == "GB 32100-2015"));
}

#[test]
fn a_list_names_the_records_it_belongs_to_and_a_reference_those_it_means() {
    let resources = resources(&blank(Lang::Zh), Lang::Zh);
    let of = |key: &str| resources.iter().find(|resource| resource.key == key).unwrap();
    let links = |key: &str| -> Vec<(String, String)> {
        let links = of(key).schema.get("foreignKeys").map(items).unwrap_or_default();
        let said = |link: &Tree| {
            let from = text(&items(member(link, "fields"))[0]).to_owned();
            (from, text(member(member(link, "reference"), "resource")).to_owned())
        };
        links.iter().map(said).collect()
    };
    let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(links("entities.sales"), [pair("市场主体编号", "entities")]);
    assert!(links("products").contains(&pair("品牌", "brands")));
    assert!(links("brands").contains(&pair("母品牌", "")));
    assert_eq!(member(&of("entities").schema, "primaryKey").to_text(), r#"["编号"]"#);
    // phases have no identifiers: their lists count rows
    assert!(links("phases.milestones").iter().all(|(_, to)| to != "phases"));
}

#[test]
fn a_package_names_every_file_and_its_schema() {
    let resources = resources(&blank(Lang::En), Lang::En);
    for (target, encoding) in [(Target::Utf8, "utf-8"), (Target::Gb18030, "gb18030")] {
        let package = package(&resources, target, Lang::En);
        let listed = items(member(&package, "resources"));
        assert_eq!(listed.len(), resources.len());
        for (told, resource) in listed.iter().zip(&resources) {
            assert_eq!(text(member(told, "path")), format!("{}.csv", resource.key));
            assert_eq!(text(member(told, "encoding")), encoding);
            assert!(*member(told, "schema") == resource.schema, "{}", resource.key);
        }
    }
}
