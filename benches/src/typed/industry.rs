//! Leading industries and supply chains (`附件2-2`, `附件2-3`).

use serde::Deserialize;

use super::kind::When;

/// A leading industry of the e-town (主导产业).
#[derive(Debug, Deserialize)]
pub struct Industry {
    pub id: Option<String>,
    pub name: Option<String>,
    pub code: Option<String>,
    pub composite: Option<bool>,
    pub since: Option<When>,
    pub until: Option<When>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// An upstream-downstream supply chain of the e-town (产业链供应链).
#[derive(Debug, Deserialize)]
pub struct SupplyChain {
    pub id: Option<String>,
    pub name: Option<String>,
    #[serde(default)]
    pub links: Vec<String>,
    #[serde(default)]
    pub entities: Vec<String>,
    pub established: Option<When>,
    pub ended: Option<When>,
    #[serde(default)]
    pub evidence: Vec<String>,
    pub note: Option<String>,
}
