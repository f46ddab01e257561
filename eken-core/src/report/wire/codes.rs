//! Closed lists of words in the JSON of reports, each with its labels.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::assess::Verdict;
use crate::finding::Severity;
use crate::model::CountyTier;
use crate::model::kind::Code;
use crate::quantity::Unit;
use crate::words::Label;

macro_rules! coded {
    ($($(#[doc = $doc:literal])+ $name:ident($of:ty) $schema:literal = $all:expr;)*) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(pub $of);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0.code())
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $schema.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                list(concat!($($doc),+).trim(), $all.into_iter().map(|each| (each.code(), each.label())))
            }
        }
    )*};
}

coded! {
    /// 结论。How a requirement stands.
    VerdictCode(Verdict) "Verdict" = Verdict::ALL;
    /// 轻重。How grave a finding is.
    SeverityCode(Severity) "Severity" = Severity::ALL;
    /// 计量单位。Unit of value, requirement and gap.
    UnitCode(Unit) "Unit" = Unit::ALL;
    /// 县域类型。County tier.
    TierCode(CountyTier) "CountyTier" = CountyTier::ALL.iter().copied();
    /// 检验方式。How the measured value is tested.
    TestCode(TestKind) "Test" = TestKind::ALL;
}

fn list(doc: &str, codes: impl Iterator<Item = (&'static str, Label)>) -> Schema {
    let codes: Vec<Value> = codes
        .map(|(code, label)| {
            // a unit may have no English word
            let en = if label.en.is_empty() { code } else { label.en };
            json!({ "const": code, "title": format!("{} · {en}", label.zh) })
        })
        .collect();
    json_schema!({ "description": doc, "type": "string", "oneOf": codes })
}

/// How a measured value is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TestKind {
    /// ≥ `value`.
    AtLeast,
    /// \> `value`.
    MoreThan,
    /// ≤ `value`.
    AtMost,
    /// < `value`.
    LessThan,
    /// = `value`.
    Exactly,
    /// `min` ≤ … ≤ `max`.
    Between,
    /// It is true.
    Holds,
    /// The set holds all `codes`.
    Includes,
    /// The set holds one of `codes`.
    IncludesAny,
    /// A figure by tier, and the tier is not settled.
    TierUnknown,
}

impl TestKind {
    const ALL: [Self; 10] = [
        Self::AtLeast,
        Self::MoreThan,
        Self::AtMost,
        Self::LessThan,
        Self::Exactly,
        Self::Between,
        Self::Holds,
        Self::Includes,
        Self::IncludesAny,
        Self::TierUnknown,
    ];

    const fn code(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::AtMost => "at_most",
            Self::LessThan => "less_than",
            Self::Exactly => "exactly",
            Self::Between => "between",
            Self::Holds => "holds",
            Self::Includes => "includes",
            Self::IncludesAny => "includes_any",
            Self::TierUnknown => "tier_unknown",
        }
    }

    const fn label(self) -> Label {
        match self {
            Self::AtLeast => Label::new("至少", "at least value"),
            Self::MoreThan => Label::new("多于", "more than value"),
            Self::AtMost => Label::new("至多", "at most value"),
            Self::LessThan => Label::new("少于", "less than value"),
            Self::Exactly => Label::new("正好", "exactly value"),
            Self::Between => Label::new("介于，含两端", "from min to max, both included"),
            Self::Holds => Label::new("须符合", "it must hold"),
            Self::Includes => Label::new("须全有", "all codes must be there"),
            Self::IncludesAny => Label::new("须有其一", "one of codes must be there"),
            Self::TierUnknown => Label::new("分档，县域类型未定", "a figure by tier, and the tier is not settled"),
        }
    }
}
