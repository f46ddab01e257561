//! The published schemas by name.

use clap::ValueEnum;

/// A published schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaName {
    /// 档案 A dossier
    Dossier,
    /// 方案 A plan in one file
    Plan,
    /// check 的 JSON What check writes
    Findings,
    /// assess 的 JSON What assess writes
    Assessment,
}

impl SchemaName {
    /// The name in core.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Plan => "plan",
            Self::Findings => "findings",
            Self::Assessment => "assessment",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_schema_has_a_name_here() {
        let here: Vec<&str> = SchemaName::value_variants().iter().map(|name| name.name()).collect();
        assert_eq!(eken_core::schema::names().collect::<Vec<_>>(), here);
    }
}
