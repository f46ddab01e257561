//! The published schemas by name.

use clap::ValueEnum;
use eken_core::model::Dossier;
use eken_core::model::kind::Value;
use eken_core::{plan, report};

/// A published schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaName {
    /// 档案。A dossier.
    Dossier,
    /// 方案。A plan in one file.
    Plan,
    /// check 的 JSON。What check writes.
    Findings,
    /// assess 的 JSON。What assess writes.
    Assessment,
}

/// The text of a schema.
pub fn text(name: SchemaName) -> String {
    let schema = match name {
        SchemaName::Dossier => {
            let mut generator = schemars::SchemaGenerator::default();
            Dossier::schema(&mut generator)
        }
        SchemaName::Plan => plan::schema(),
        SchemaName::Findings => report::findings_schema(),
        SchemaName::Assessment => report::assessment_schema(),
    };
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
