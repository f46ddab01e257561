//! The project ledger, inspections and the issue list (`九2`).

use serde::Deserialize;

use super::kind::{Amount, Day, When};

/// State of a project (项目状态).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum ProjectState {
    #[serde(rename = "planned")]
    Planned,
    #[serde(rename = "under_way")]
    UnderWay,
    #[serde(rename = "done")]
    Done,
    #[serde(rename = "accepted")]
    Accepted,
    #[serde(rename = "stopped")]
    Stopped,
}

/// Kind of inspection (检查类型).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum InspectionKind {
    #[serde(rename = "daily")]
    Daily,
    #[serde(rename = "on_site")]
    OnSite,
    #[serde(rename = "third_party")]
    ThirdParty,
    #[serde(rename = "discipline")]
    Discipline,
    #[serde(rename = "finance")]
    Finance,
}

/// Progress of a project at a day (进度记录).
#[derive(Debug, Deserialize)]
pub struct Progress {
    pub date: Option<When>,
    pub done: Option<Amount>,
    pub note: Option<String>,
}

/// A project of the ledger (项目台账).
#[derive(Debug, Deserialize)]
pub struct Project {
    pub id: Option<String>,
    pub name: Option<String>,
    #[serde(default)]
    pub undertakers: Vec<String>,
    pub state: Option<ProjectState>,
    pub started: Option<When>,
    pub due: Option<When>,
    pub finished: Option<When>,
    #[serde(default)]
    pub progress: Vec<Progress>,
    pub provincially_funded: Option<bool>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// An inspection (检查).
#[derive(Debug, Deserialize)]
pub struct Inspection {
    pub id: Option<String>,
    pub date: Option<Day>,
    pub kind: Option<InspectionKind>,
    pub inspector: Option<String>,
    pub issues_found: Option<Amount>,
    pub document: Option<String>,
}

/// An item of the issue list with its rectification (问题清单).
#[derive(Debug, Deserialize)]
pub struct IssueItem {
    pub id: Option<String>,
    pub inspection: Option<String>,
    pub found: Option<Day>,
    pub description: Option<String>,
    pub department: Option<String>,
    pub due: Option<Day>,
    pub rectified: Option<Day>,
    #[serde(default)]
    pub evidence: Vec<String>,
}
