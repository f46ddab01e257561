//! The Data Package of a folder of CSV files.

use eken_core::json::Tree;
use eken_core::words::{Label, Lang};

use super::field::other;
use super::json::object;
use super::schema::{Table, schema};
use crate::csv::write::Target;
use crate::grid::Grid;
use crate::table::layout::{EXTRA, HEADS, ONCE, layout};

/// The name of the file.
pub const FILE: &str = "datapackage.json";
/// The folder of the schemas that are published as files of their own.
pub const SCHEMAS: &str = "schemas";

const TITLE: Label = Label::new("乡村e镇档案", "Dossier of a rural e-town");

/// A file with its schema.
#[derive(Debug)]
pub struct Resource {
    /// The key of the file, `entities.sales`.
    pub key: String,
    /// Its Table Schema.
    pub schema: Tree,
    title: String,
    about: String,
}

/// The files of these grids, each with its schema. Grids that hold no table of a dossier are left out.
pub fn resources(grids: &[Grid], lang: Lang) -> Vec<Resource> {
    let layout = layout();
    let keys: Vec<&str> = grids.iter().map(|grid| grid.name.as_str()).collect();
    let one = |grid: &Grid| {
        let table = Table::of(&grid.name, layout)?;
        let (title, about) = match table {
            Table::Once => (ONCE.get(lang), ONCE.get(other(lang))),
            Table::Heads => (HEADS.get(lang), HEADS.get(other(lang))),
            Table::Extra => (EXTRA.get(lang), EXTRA.get(other(lang))),
            Table::Facts(sheet) => (sheet.title.get(lang), sheet.title.get(other(lang))),
        };
        let schema = schema(table, grid, &keys, layout, lang);
        Some(Resource { key: grid.name.clone(), schema, title: title.to_owned(), about: about.to_owned() })
    };
    grids.iter().filter_map(one).collect()
}

/// The package of these files. The schemas stand in it, for the published profile of a package takes no paths of schemas.
pub fn package(resources: &[Resource], target: Target, lang: Lang) -> Tree {
    let encoding = match target {
        Target::Utf8 => "utf-8",
        Target::Gb18030 => "gb18030",
    };
    let one = |resource: &Resource| {
        object([
            ("name", Tree::text(&resource.key)),
            ("path", Tree::text(&format!("{}.csv", resource.key))),
            ("profile", Tree::text("tabular-data-resource")),
            ("title", Tree::text(&resource.title)),
            ("description", Tree::text(&resource.about)),
            ("format", Tree::text("csv")),
            ("mediatype", Tree::text("text/csv")),
            ("encoding", Tree::text(encoding)),
            ("dialect", dialect()),
            ("schema", resource.schema.clone()),
        ])
    };
    object([
        ("profile", Tree::text("tabular-data-package")),
        ("name", Tree::text("eken-dossier")),
        ("title", Tree::text(TITLE.get(lang))),
        ("description", Tree::text(TITLE.get(other(lang)))),
        ("resources", Tree::Array(resources.iter().map(one).collect())),
    ])
}

/// How the CSV files are written.
fn dialect() -> Tree {
    object([
        ("delimiter", Tree::text(",")),
        ("lineTerminator", Tree::text("\r\n")),
        ("quoteChar", Tree::text("\"")),
        ("doubleQuote", Tree::Bool(true)),
        ("header", Tree::Bool(true)),
    ])
}
