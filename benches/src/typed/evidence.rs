//! Disclosures, evidence documents and reviewers' judgements (`九3`, `附件1`).

use serde::Deserialize;

use super::kind::Day;

/// What is published or reported (公开内容).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum DisclosureSubject {
    #[serde(rename = "plan")]
    Plan,
    #[serde(rename = "fund_regime")]
    FundRegime,
    #[serde(rename = "project_regime")]
    ProjectRegime,
    #[serde(rename = "decision_documents")]
    DecisionDocuments,
    #[serde(rename = "project_basics")]
    ProjectBasics,
    #[serde(rename = "self_evaluation")]
    SelfEvaluation,
    #[serde(rename = "province_system_entry")]
    ProvinceSystemEntry,
    #[serde(rename = "other")]
    Other,
}

/// Where something is published or reported to (公开渠道).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum DisclosurePlace {
    #[serde(rename = "county_site")]
    CountySite,
    #[serde(rename = "city")]
    City,
    #[serde(rename = "province")]
    Province,
    #[serde(rename = "province_system")]
    ProvinceSystem,
    #[serde(rename = "other")]
    Other,
}

/// Outcome of a judgement (评审结论).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Outcome {
    #[serde(rename = "satisfied")]
    Satisfied,
    #[serde(rename = "not_satisfied")]
    NotSatisfied,
}

/// A disclosure or report (公开与报送).
#[derive(Debug, Deserialize)]
pub struct Disclosure {
    pub id: Option<String>,
    pub subject: Option<DisclosureSubject>,
    #[serde(default)]
    pub places: Vec<DisclosurePlace>,
    pub date: Option<Day>,
    pub reference: Option<String>,
    pub document: Option<String>,
}

/// An evidence document (佐证文件).
#[derive(Debug, Deserialize)]
pub struct Document {
    pub id: Option<String>,
    pub title: Option<String>,
    pub kind: Option<String>,
    pub number: Option<String>,
    pub issuer: Option<String>,
    pub issued: Option<Day>,
    pub digest: Option<String>,
    pub location: Option<String>,
}

/// A reviewer's recorded judgement of a question (评审意见).
#[derive(Debug, Deserialize)]
pub struct Judgement {
    pub id: Option<String>,
    pub question: Option<String>,
    pub about: Option<String>,
    pub outcome: Option<Outcome>,
    pub post: Option<String>,
    pub date: Option<Day>,
    pub basis: Option<String>,
    #[serde(default)]
    pub evidence: Vec<String>,
}
