//! Declarations of compliance in the five fields (`附件2-20`).

use serde::Deserialize;

use super::kind::{Day, When};

/// Field of compliance (合规领域).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum ComplianceField {
    #[serde(rename = "land_use")]
    LandUse,
    #[serde(rename = "ecology")]
    Ecology,
    #[serde(rename = "debt")]
    Debt,
    #[serde(rename = "housing")]
    Housing,
    #[serde(rename = "work_safety")]
    WorkSafety,
    #[serde(rename = "other")]
    Other,
}

/// State of a case (案件状态).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum CaseState {
    #[serde(rename = "pending")]
    Pending,
    #[serde(rename = "established")]
    Established,
    #[serde(rename = "dismissed")]
    Dismissed,
}

/// A case of an alleged violation (违规案件).
#[derive(Debug, Deserialize)]
pub struct Case {
    pub id: Option<String>,
    pub state: Option<CaseState>,
    pub occurred: Option<When>,
    pub decided: Option<Day>,
    pub authority: Option<String>,
    pub inside: Option<bool>,
    pub rectified: Option<Day>,
    pub note: Option<String>,
}

/// A declaration of compliance in one field (合规申报).
#[derive(Debug, Deserialize)]
pub struct ComplianceDeclaration {
    pub id: Option<String>,
    pub field: Option<ComplianceField>,
    pub no_violation: Option<bool>,
    pub from: Option<When>,
    pub until: Option<When>,
    pub declared_by: Option<String>,
    pub declared: Option<Day>,
    #[serde(default)]
    pub cases: Vec<Case>,
    #[serde(default)]
    pub evidence: Vec<String>,
}
