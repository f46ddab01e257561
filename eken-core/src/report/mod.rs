//! Reports: the only place where sentences are made, in Chinese and in English, from the same data.
//!
//! Text for people ([`findings_text`], [`assessment_text`], [`explanation_text`]), a page to print and to read on a phone
//! ([`html`](html())), and JSON for programs ([`FindingsFile`], [`AssessmentDocument`]) whose schemas come from the types. No
//! personal value is in any of them.

mod assessment;
mod book;
mod changed;
mod dependence;
mod explain;
mod failure;
mod figure;
mod findings;
mod form;
mod html;
mod lacks;
mod layout;
mod names;
mod plan;
mod recomputed;
mod records;
mod rendition;
mod rules;
mod sentence;
mod source;
mod standard;
mod style;
#[cfg(test)]
mod testing;
mod told;
mod value;
mod verify;
mod wire;

pub use assessment::assessment_text;
pub use book::{Book, Cell, Leaf, Line, Number, Part, Table, Tone, book};
pub use changed::{Change, ChangedCriterion, changed};
pub use dependence::{changes_text, dependences_text};
pub use explain::{Explanation, Otherwise, explain, explanation_text};
pub use failure::{failure_text, plan_faults_text};
pub use findings::{findings_text, total_text};
pub use form::{Choice, FormField, FormInput, form_fields};
pub use html::html;
pub use layout::printable;
pub use plan::{diff_text, indicators_text, plan_text, plans_text};
pub use recomputed::{Recomputed, recomputed};
pub use records::{
    RecordCounts, Standings, assessed_total_text, checked_total_text, record_assessment_text, record_findings_text,
    records_title,
};
pub use rendition::{Rendition, ReportOptions};
pub use rules::{RuleDocument, rule_text, rules_text};
pub use standard::{ess_text, junit_text, ndjson_lines, sarif_text};
pub use style::Style;
pub use told::{Told, ToldCriterion};
pub use verify::{ReceiptFile, Verification, digests, verification_text};
pub use wire::*;
