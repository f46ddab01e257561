//! The JSON of reports: types that both write it and give its schema.

mod amount;
mod assessment;
mod codes;
mod findings;
mod records;
mod schema;
mod standing;
mod titles;

pub(super) use amount::decimal;
pub use amount::{Amount, MeasuredValue};
pub use assessment::{
    AssessmentDocument, ChangeDocument, CountsDocument, CriterionDocument, DepartmentName, DependenceDocument,
    DutyDocument, MissingDocument, PlanParamDocument, ReadingDocument, RequiredDocument, StandingDocument,
    YearDocument,
};
pub use codes::{SeverityCode, TestCode, TestKind, TierCode, UnitCode, VerdictCode};
pub use findings::{
    ErrorDocument, FileDocument, FindingCounts, FindingDocument, FindingsFile, NotEvaluatedDocument, ParamDocument,
    ReadFile, RecordsDocument, RefusedDocument, UnreadFile, WaivedDocument,
};
pub use schema::{assessment_schema, findings_schema};
