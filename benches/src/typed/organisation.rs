//! Organisation: leading group, duties, information officer, operation (`附件2-21`, `九1`, `九6`, `八`).

use serde::Deserialize;

use super::kind::{Day, When};

/// Office that heads the leading group (组长职务层级).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum LeaderOffice {
    #[serde(rename = "county_party")]
    CountyParty,
    #[serde(rename = "county_government")]
    CountyGovernment,
    #[serde(rename = "other")]
    Other,
}

/// How the operating undertaker was chosen (选择方式).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Selection {
    #[serde(rename = "public_tender")]
    PublicTender,
    #[serde(rename = "competitive_negotiation")]
    CompetitiveNegotiation,
    #[serde(rename = "investment_promotion")]
    InvestmentPromotion,
    #[serde(rename = "single_source")]
    SingleSource,
    #[serde(rename = "appointed")]
    Appointed,
}

/// A member of the leading group, by department and post (领导小组成员).
#[derive(Debug, Deserialize)]
pub struct GroupMember {
    pub department: Option<String>,
    pub post: Option<String>,
    pub duties_laid_down: Option<bool>,
    pub duties: Option<String>,
}

/// A meeting of the leading group (领导小组会议).
#[derive(Debug, Deserialize)]
pub struct Meeting {
    pub date: Option<Day>,
    pub subject: Option<String>,
    pub document: Option<String>,
}

/// The leading group (领导小组).
#[derive(Debug, Deserialize)]
pub struct LeadingGroup {
    pub established: Option<When>,
    pub head_office: Option<LeaderOffice>,
    pub head_post: Option<String>,
    pub deputy_post: Option<String>,
    pub office: Option<String>,
    #[serde(default)]
    pub members: Vec<GroupMember>,
    pub members_complete: Option<bool>,
    #[serde(default)]
    pub meetings: Vec<Meeting>,
    pub instrument: Option<String>,
}

/// A report of the information officer (信息报送).
#[derive(Debug, Deserialize)]
pub struct OfficerReport {
    pub due: Option<Day>,
    pub sent: Option<Day>,
    pub to: Option<String>,
}

/// The information officer, by post (信息联络员).
#[derive(Debug, Deserialize)]
pub struct InformationOfficer {
    pub department: Option<String>,
    pub post: Option<String>,
    pub appointed: Option<When>,
    #[serde(default)]
    pub reports: Vec<OfficerReport>,
    pub reports_complete: Option<bool>,
}

/// A report on experience or a case (经验案例).
#[derive(Debug, Deserialize)]
pub struct ExperienceReport {
    pub id: Option<String>,
    pub title: Option<String>,
    pub reported: Option<When>,
    pub to: Option<String>,
    pub document: Option<String>,
}

/// Operation of the e-town (运营).
#[derive(Debug, Deserialize)]
pub struct Operation {
    pub operator: Option<String>,
    pub selection: Option<Selection>,
    pub selected: Option<When>,
    #[serde(default)]
    pub evidence: Vec<String>,
    pub undertaker_data_supplied: Option<bool>,
    pub undertaker_data_protected: Option<bool>,
    #[serde(default)]
    pub experience: Vec<ExperienceReport>,
}

/// Organisation of the programme (组织保障).
#[derive(Debug, Deserialize)]
pub struct Organisation {
    pub leading_group: Option<LeadingGroup>,
    pub information_officer: Option<InformationOfficer>,
    pub operation: Option<Operation>,
}
