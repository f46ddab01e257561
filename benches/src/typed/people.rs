//! Experts, business leaders, influencers and contests (`附件2-12` to `附件2-14`).

use serde::Deserialize;

use super::kind::{Amount, When};

/// Kind of person fostered (培育对象).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum FosteredKind {
    #[serde(rename = "business_leader")]
    BusinessLeader,
    #[serde(rename = "influencer")]
    Influencer,
}

/// Kind of contest (赛事类型).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum ContestKind {
    #[serde(rename = "entrepreneurship")]
    Entrepreneurship,
    #[serde(rename = "skills")]
    Skills,
    #[serde(rename = "combined")]
    Combined,
}

/// Whether something was held or attended (组织方式).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Participation {
    #[serde(rename = "held")]
    Held,
    #[serde(rename = "attended")]
    Attended,
}

/// An expert engaged (聘用专家).
#[derive(Debug, Deserialize)]
pub struct Expert {
    pub id: Option<String>,
    pub name: Option<String>,
    pub field: Option<String>,
    pub employer: Option<String>,
    pub engaged: Option<When>,
    pub until: Option<When>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// A person fostered by the programme (培育人员).
#[derive(Debug, Deserialize)]
pub struct FosteredPerson {
    pub id: Option<String>,
    pub kind: Option<FosteredKind>,
    pub name: Option<String>,
    pub trainee: Option<String>,
    pub entity: Option<String>,
    pub fostered: Option<When>,
    pub ended: Option<When>,
    pub local: Option<bool>,
    pub platform: Option<String>,
    pub followers: Option<Amount>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// A contest (大赛).
#[derive(Debug, Deserialize)]
pub struct Contest {
    pub id: Option<String>,
    pub kind: Option<ContestKind>,
    pub name: Option<String>,
    pub date: Option<When>,
    pub participation: Option<Participation>,
    pub organiser: Option<String>,
    pub participants: Option<Amount>,
    #[serde(default)]
    pub evidence: Vec<String>,
}
