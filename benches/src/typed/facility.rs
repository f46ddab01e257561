//! Facilities: roles, dedicated floor areas, zones (`附件2-11`, `附件2-15` to `附件2-17`).

use serde::Deserialize;

use super::kind::{Amount, Day, Figure, When};

/// Role of a facility (设施功能).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum FacilityRole {
    #[serde(rename = "public_service")]
    PublicService,
    #[serde(rename = "display_experience")]
    DisplayExperience,
    #[serde(rename = "training_incubation")]
    TrainingIncubation,
    #[serde(rename = "logistics")]
    Logistics,
    #[serde(rename = "cross_border_base")]
    CrossBorderBase,
    #[serde(rename = "big_data_centre")]
    BigDataCentre,
    #[serde(rename = "main_live_room")]
    MainLiveRoom,
    #[serde(rename = "other")]
    Other,
}

/// Kind of functional zone (功能区).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum ZoneKind {
    #[serde(rename = "offline_display")]
    OfflineDisplay,
    #[serde(rename = "tasting_experience")]
    TastingExperience,
    #[serde(rename = "sales_matching")]
    SalesMatching,
    #[serde(rename = "sorting")]
    Sorting,
    #[serde(rename = "cold_chain_storage")]
    ColdChainStorage,
    #[serde(rename = "dispatch")]
    Dispatch,
    #[serde(rename = "office")]
    Office,
    #[serde(rename = "training")]
    Training,
    #[serde(rename = "live_streaming")]
    LiveStreaming,
    #[serde(rename = "incubation")]
    Incubation,
    #[serde(rename = "storage")]
    Storage,
    #[serde(rename = "other")]
    Other,
}

/// Programme with which a facility is shared (共用项目).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum SharedProgramme {
    #[serde(rename = "demonstration")]
    Demonstration,
    #[serde(rename = "cross_border")]
    CrossBorder,
    #[serde(rename = "other")]
    Other,
}

/// A role of a facility with the floor area dedicated to it (设施功能与专用面积).
#[derive(Debug, Deserialize)]
pub struct DedicatedRole {
    pub role: Option<FacilityRole>,
    pub area: Option<Figure>,
    pub rooms: Option<Amount>,
}

/// A functional zone of a facility (功能区).
#[derive(Debug, Deserialize)]
pub struct Zone {
    pub kind: Option<ZoneKind>,
    pub area: Option<Figure>,
}

/// A floor area counted in two facilities (面积重叠).
#[derive(Debug, Deserialize)]
pub struct Overlap {
    pub with: Option<String>,
    pub area: Option<Figure>,
}

/// Use of a facility in common with another programme (统筹使用).
#[derive(Debug, Deserialize)]
pub struct SharedUse {
    pub programme: Option<SharedProgramme>,
    pub since: Option<When>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// An exemption from a floor area that holds in principle (面积例外批准).
#[derive(Debug, Deserialize)]
pub struct Exemption {
    pub role: Option<FacilityRole>,
    pub reason: Option<String>,
    pub approved_by: Option<String>,
    pub approved: Option<Day>,
    pub document: Option<String>,
}

/// A facility of the e-town (设施): a building or a part of one.
#[derive(Debug, Deserialize)]
pub struct Facility {
    pub id: Option<String>,
    pub name: Option<String>,
    pub building: Option<String>,
    pub address: Option<String>,
    #[serde(default)]
    pub roles: Vec<DedicatedRole>,
    pub floor_area: Option<Figure>,
    pub inside: Option<String>,
    pub assigned_to: Option<String>,
    #[serde(default)]
    pub overlaps: Vec<Overlap>,
    #[serde(default)]
    pub zones: Vec<Zone>,
    #[serde(default)]
    pub shared_use: Vec<SharedUse>,
    pub opened: Option<When>,
    pub closed: Option<When>,
    #[serde(default)]
    pub exemptions: Vec<Exemption>,
    #[serde(default)]
    pub evidence: Vec<String>,
}
