//! Institutions and outlets (`附件2-7`, `附件2-28`, `五(六)`).

use serde::Deserialize;

use super::kind::When;
use super::town::Territory;

/// Kind of institution or outlet (机构网点类型).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum InstitutionKind {
    #[serde(rename = "research")]
    Research,
    #[serde(rename = "finance")]
    Finance,
    #[serde(rename = "telecom")]
    Telecom,
    #[serde(rename = "training")]
    Training,
    #[serde(rename = "other")]
    Other,
}

/// An institution or outlet in the e-town (机构网点).
#[derive(Debug, Deserialize)]
pub struct Institution {
    pub id: Option<String>,
    pub kind: Option<InstitutionKind>,
    pub name: Option<String>,
    pub code: Option<String>,
    pub opened: Option<When>,
    pub closed: Option<When>,
    pub working: Option<bool>,
    pub territory: Option<Territory>,
    pub address: Option<String>,
    #[serde(default)]
    pub evidence: Vec<String>,
}
