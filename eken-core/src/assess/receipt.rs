//! The receipt: digests over what went in and what came out.

use std::collections::BTreeMap;

use super::measured::Value;
use super::options::Settled;
use super::outcome::{CriterionResult, Standing};
use super::truth::Truth;
use crate::json::{Tree, digest};
use crate::model::kind::Code;
use crate::plan::Plan;
use crate::quantity::Exact;

/// SHA-256 digests of the RFC 8785 bytes of dossier, plan, options and verdicts, with the version that computed them. Two
/// runs on equal input give equal receipts, in every language and on every machine.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct Receipt {
    /// 版本。Version of eken.
    pub version: String,
    /// 档案摘要。Digest of the dossier.
    pub dossier: String,
    /// 方案摘要。Digest of the plan.
    pub plan: String,
    /// 选项摘要。Digest of the options.
    pub options: String,
    /// 结论摘要。Digest of the verdicts.
    pub verdicts: String,
}

pub(super) fn receipt(dossier: &str, plan: &str, settled: &Settled, standings: [&[Standing]; 2]) -> Receipt {
    let verdicts = Tree::Array(standings.into_iter().flatten().map(standing).collect());
    Receipt {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        dossier: dossier.to_owned(),
        plan: plan.to_owned(),
        options: digest(&options(settled)),
        verdicts: digest(&verdicts),
    }
}

/// The digest of a plan.
pub fn plan_digest(plan: &Plan) -> String {
    digest(&of_json(plan.to_json()))
}

fn of_json(value: serde_json::Value) -> Tree {
    match value {
        serde_json::Value::Null => Tree::Null,
        serde_json::Value::Bool(value) => Tree::Bool(value),
        serde_json::Value::Number(number) => Tree::Number(number.to_string().into()),
        serde_json::Value::String(text) => Tree::Text(text.into()),
        serde_json::Value::Array(items) => Tree::Array(items.into_iter().map(of_json).collect()),
        serde_json::Value::Object(members) => {
            Tree::Object(members.into_iter().map(|(key, value)| (key.into(), of_json(value))).collect())
        }
    }
}

fn options(settled: &Settled) -> Tree {
    let readings: &BTreeMap<String, String> = &settled.readings;
    let supposed = settled.tier.filter(|_| settled.tier_supposed);
    object([
        ("year", Tree::whole(settled.year.into())),
        ("as_of", Tree::text(&settled.as_of.to_string())),
        ("tier", supposed.map_or(Tree::Null, |tier| Tree::text(tier.code()))),
        (
            "readings",
            Tree::Object(readings.iter().map(|(id, option)| (id.as_str().into(), Tree::text(option))).collect()),
        ),
    ])
}

fn standing(standing: &Standing) -> Tree {
    object([
        ("id", Tree::text(&standing.id)),
        ("verdict", Tree::text(standing.verdict.code())),
        ("criteria", Tree::Array(standing.criteria.iter().map(criterion).collect())),
    ])
}

fn criterion(result: &CriterionResult) -> Tree {
    object([
        ("measure", Tree::text(&result.measure)),
        ("verdict", Tree::text(result.verdict.code())),
        ("measured", result.measured.as_ref().map_or(Tree::Null, measured)),
        ("gap", result.gap.as_ref().map_or(Tree::Null, exact)),
        ("provisional", Tree::Bool(result.provisional)),
        ("parts", Tree::Array(result.parts.iter().map(criterion).collect())),
    ])
}

fn measured(value: &Value) -> Tree {
    match value {
        Value::Number { least, most } => {
            object([("min", exact(least)), ("max", most.as_ref().map_or(Tree::Null, exact))])
        }
        Value::Truth(Truth::Yes) => Tree::Bool(true),
        Value::Truth(Truth::No) => Tree::Bool(false),
        Value::Truth(Truth::Unknown) | Value::Unknown => Tree::Null,
        Value::Set { has, open } => object([
            ("has", Tree::Array(has.iter().map(|code| Tree::text(code)).collect())),
            ("open", Tree::Bool(*open)),
        ]),
        Value::NotApplicable => Tree::text("not_applicable"),
        Value::Conflict => Tree::text("conflict"),
    }
}

/// An exact number as text, so that no reader rounds it.
fn exact(number: &Exact) -> Tree {
    Tree::text(&number.to_string())
}

fn object<const N: usize>(members: [(&str, Tree); N]) -> Tree {
    Tree::Object(members.into_iter().map(|(key, value)| (key.into(), value)).collect())
}
