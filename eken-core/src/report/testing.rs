//! For the tests of reports: results made by hand, and a small dossier assessed.

use crate::assess::{Assessment, CriterionResult, Options, Value, Verdict, assess};
use crate::limits::Limits;
use crate::plan::{Params, Plan, builtin};
use crate::quantity::Exact;
use crate::validate::{Checked, validate};

/// A result of a measure with nothing else in it.
pub(super) fn criterion(measure: &str, verdict: Verdict) -> CriterionResult {
    CriterionResult {
        title: None,
        measure: measure.to_owned(),
        params: Params::default(),
        verdict,
        measured: None,
        required: None,
        unit: None,
        gap: None,
        evidence: vec![],
        missing: vec![],
        unlisted: vec![],
        notes: vec![],
        provisional: false,
        clauses: vec![],
        readings: vec![],
        year: None,
        years: vec![],
        parts: vec![],
    }
}

/// A number known within bounds.
pub(super) fn whole(least: i128, most: Option<i128>) -> Value {
    Value::Number { least: Exact::whole(least), most: most.map(Exact::whole) }
}

/// A small town, made up: a display centre that is too large, industries in order, a person's number where it should not be.
pub(super) const TOWN: &str = r#"{
  "schema_version": 1,
  "as_of": "2023-12-31",
  "town": {
    "name": "示例乡村e镇", "nmae": "电话13900000000",
    "tier": {"tier": "key_assistance", "evidence": ["D1"]}
  },
  "industries": {"complete": true, "items": [{"id": "I1", "name": "食用菌", "since": "2023-04"}]},
  "facilities": {"complete": true, "items": [
    {"id": "F1", "name": "展示馆", "opened": "2023-06-01", "roles": [{"role": "display_experience", "area": 312}]}
  ]},
  "trainees": {"complete": true, "items": [{"id": "T1", "name": "张某某", "phone": "13900000000"}]},
  "documents": {"complete": true, "items": [
    {"id": "D1", "title": "县域类型依据", "digest": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
  ]}
}"#;

/// The small town checked and assessed for 2023 under the county's plan.
pub(super) fn town() -> (Checked, Plan, Assessment) {
    town_of(TOWN)
}

/// A dossier checked and assessed for 2023 under the county's plan.
pub(super) fn town_of(text: &str) -> (Checked, Plan, Assessment) {
    let plan = builtin("yuanqu-2023").unwrap();
    let checked = validate(crate::parse::parse(text.as_bytes(), &Limits::default()).unwrap(), &plan);
    let assessment = assess(&checked, &plan, &Options::year(2023)).unwrap();
    (checked, plan, assessment)
}
