//! Investment, funds by nature and payments (`附件2-22`, `附件2-25`, `九5`).

use serde::Deserialize;

use super::kind::{Day, Figure, When};

/// How far an investment has come (投资口径).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum InvestmentStage {
    #[serde(rename = "planned")]
    Planned,
    #[serde(rename = "contracted")]
    Contracted,
    #[serde(rename = "completed")]
    Completed,
}

/// Whose money an investment is (投资来源).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum InvestmentSource {
    #[serde(rename = "public")]
    Public,
    #[serde(rename = "private")]
    Private,
    #[serde(rename = "loan")]
    Loan,
    #[serde(rename = "other")]
    Other,
}

/// Nature of funds (资金性质).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum FundNature {
    #[serde(rename = "central")]
    Central,
    #[serde(rename = "provincial")]
    Provincial,
    #[serde(rename = "city")]
    City,
    #[serde(rename = "county")]
    County,
    #[serde(rename = "self_raised")]
    SelfRaised,
}

/// Way of support (支持方式).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum SupportKind {
    #[serde(rename = "project_grant")]
    ProjectGrant,
    #[serde(rename = "interest_subsidy")]
    InterestSubsidy,
    #[serde(rename = "reward")]
    Reward,
    #[serde(rename = "purchase")]
    Purchase,
    #[serde(rename = "other")]
    Other,
}

/// An investment (投资).
#[derive(Debug, Deserialize)]
pub struct Investment {
    pub id: Option<String>,
    pub stage: Option<InvestmentStage>,
    pub source: Option<InvestmentSource>,
    pub amount: Option<Figure>,
    pub period: Option<When>,
    pub project: Option<String>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// An appropriation (拨入资金).
#[derive(Debug, Deserialize)]
pub struct Appropriation {
    pub id: Option<String>,
    pub nature: Option<FundNature>,
    pub number: Option<String>,
    pub amount: Option<Figure>,
    pub date: Option<Day>,
    pub purpose: Option<String>,
}

/// A payment (支出).
#[derive(Debug, Deserialize)]
pub struct Payment {
    pub id: Option<String>,
    pub appropriation: Option<String>,
    pub nature: Option<FundNature>,
    pub support: Option<SupportKind>,
    pub amount: Option<Figure>,
    pub date: Option<Day>,
    pub payee: Option<String>,
    pub project: Option<String>,
    pub purpose: Option<String>,
    pub invoice: Option<String>,
}

/// What is declared on the use of funds (资金管理情况).
#[derive(Debug, Deserialize)]
pub struct FundUse {
    pub as_prescribed: Option<bool>,
    pub separately_accounted: Option<bool>,
    pub open_to_inspection: Option<bool>,
    pub no_duplicate_funding: Option<bool>,
    #[serde(default)]
    pub evidence: Vec<String>,
}
