//! Training sessions and the file of each trainee (`附件2-11`, `五(六)`).

use serde::Deserialize;

use super::kind::{Amount, Time, When};

/// Topic of a training session (培训主题).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum TrainingTopic {
    #[serde(rename = "business_leader")]
    BusinessLeader,
    #[serde(rename = "e_commerce")]
    ECommerce,
    #[serde(rename = "live_selling")]
    LiveSelling,
    #[serde(rename = "brand_design")]
    BrandDesign,
    #[serde(rename = "marketing")]
    Marketing,
    #[serde(rename = "cross_border")]
    CrossBorder,
    #[serde(rename = "other")]
    Other,
}

/// Group that a trainee belongs to (培训对象).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum TargetGroup {
    #[serde(rename = "returning_migrant_worker")]
    ReturningMigrantWorker,
    #[serde(rename = "university_student")]
    UniversityStudent,
    #[serde(rename = "graduate")]
    Graduate,
    #[serde(rename = "veteran")]
    Veteran,
    #[serde(rename = "lifted_out_of_poverty")]
    LiftedOutOfPoverty,
    #[serde(rename = "sole_trader")]
    SoleTrader,
    #[serde(rename = "enterprise_staff")]
    EnterpriseStaff,
    #[serde(rename = "cooperative_member")]
    CooperativeMember,
    #[serde(rename = "new_type_farmer")]
    NewTypeFarmer,
    #[serde(rename = "other")]
    Other,
}

/// Where a trainee lives or works (学员来源).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Origin {
    #[serde(rename = "e_town")]
    ETown,
    #[serde(rename = "surrounding_villages")]
    SurroundingVillages,
    #[serde(rename = "elsewhere")]
    Elsewhere,
}

/// Kind of follow-up after a training (跟踪服务类型).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum FollowUpKind {
    #[serde(rename = "visit")]
    Visit,
    #[serde(rename = "shop_opening")]
    ShopOpening,
    #[serde(rename = "employment")]
    Employment,
    #[serde(rename = "guidance")]
    Guidance,
    #[serde(rename = "other")]
    Other,
}

/// A training session (培训场次).
#[derive(Debug, Deserialize)]
pub struct TrainingSession {
    pub id: Option<String>,
    pub topic: Option<TrainingTopic>,
    pub title: Option<String>,
    pub cross_border: Option<bool>,
    pub date: Option<When>,
    pub starts: Option<Time>,
    pub ends: Option<Time>,
    pub hours: Option<Amount>,
    pub trainer: Option<String>,
    pub institution: Option<String>,
    pub facility: Option<String>,
    #[serde(default)]
    pub attendance: Vec<String>,
    pub head_count: Option<Amount>,
}

/// Follow-up of a trainee (跟踪服务).
#[derive(Debug, Deserialize)]
pub struct FollowUp {
    pub date: Option<When>,
    pub kind: Option<FollowUpKind>,
    pub outcome: Option<String>,
}

/// The file of a trainee (学员档案): one file a trainee.
#[derive(Debug, Deserialize)]
pub struct Trainee {
    pub id: Option<String>,
    pub name: Option<String>,
    pub resident_id: Option<String>,
    pub phone: Option<String>,
    #[serde(default)]
    pub groups: Vec<TargetGroup>,
    pub origin: Option<Origin>,
    pub township: Option<String>,
    pub entity: Option<String>,
    pub opened: Option<When>,
    #[serde(default)]
    pub follow_up: Vec<FollowUp>,
}
