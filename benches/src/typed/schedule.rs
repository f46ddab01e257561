//! Phases and milestones (`六`).

use serde::Deserialize;

use super::kind::When;

/// Phase of the programme (实施阶段).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum PhaseKind {
    #[serde(rename = "start")]
    Start,
    #[serde(rename = "implementation")]
    Implementation,
    #[serde(rename = "performance_evaluation")]
    PerformanceEvaluation,
    #[serde(rename = "acceptance")]
    Acceptance,
}

/// Kind of milestone (阶段任务).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum MilestoneKind {
    #[serde(rename = "survey")]
    Survey,
    #[serde(rename = "leading_group")]
    LeadingGroup,
    #[serde(rename = "regimes")]
    Regimes,
    #[serde(rename = "publicity")]
    Publicity,
    #[serde(rename = "periodic_check")]
    PeriodicCheck,
    #[serde(rename = "expert_evaluation")]
    ExpertEvaluation,
    #[serde(rename = "rectification")]
    Rectification,
    #[serde(rename = "rectification_plan")]
    RectificationPlan,
    #[serde(rename = "wrap_up")]
    WrapUp,
    #[serde(rename = "other")]
    Other,
}

/// A milestone (阶段任务).
#[derive(Debug, Deserialize)]
pub struct Milestone {
    pub id: Option<String>,
    pub kind: Option<MilestoneKind>,
    pub title: Option<String>,
    pub due: Option<When>,
    pub done: Option<When>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// A phase as it went (实施阶段).
#[derive(Debug, Deserialize)]
pub struct Phase {
    pub phase: Option<PhaseKind>,
    pub started: Option<When>,
    pub ended: Option<When>,
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    pub milestones_complete: Option<bool>,
}
