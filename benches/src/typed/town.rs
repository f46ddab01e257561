//! The town: its county, tier, site and what it offers (`附件2-24`, `七`).

use serde::Deserialize;

use super::kind::{Figure, Geometry, When};

/// County tier (县域类型): it sets the thresholds of indicators 23, 25 and 26.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum CountyTier {
    #[serde(rename = "pilot_demonstration")]
    PilotDemonstration,
    #[serde(rename = "general_promotion")]
    GeneralPromotion,
    #[serde(rename = "key_assistance")]
    KeyAssistance,
}

/// Part of the map that a record belongs to (统计地域).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Territory {
    #[serde(rename = "core_area")]
    CoreArea,
    #[serde(rename = "site")]
    Site,
    #[serde(rename = "host_townships")]
    HostTownships,
    #[serde(rename = "county")]
    County,
    #[serde(rename = "city")]
    City,
}

/// What the e-town is there for (基础功能, `五(五)3`).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum TownFunction {
    #[serde(rename = "display")]
    Display,
    #[serde(rename = "data_collection")]
    DataCollection,
    #[serde(rename = "statistics")]
    Statistics,
    #[serde(rename = "office")]
    Office,
    #[serde(rename = "meeting")]
    Meeting,
    #[serde(rename = "reception_negotiation")]
    ReceptionNegotiation,
    #[serde(rename = "advice")]
    Advice,
}

/// Service for residents (便民服务, `五(五)1`).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum ConvenienceService {
    #[serde(rename = "agency_trade")]
    AgencyTrade,
    #[serde(rename = "small_banking")]
    SmallBanking,
    #[serde(rename = "information")]
    Information,
    #[serde(rename = "job_placement")]
    JobPlacement,
    #[serde(rename = "travel")]
    Travel,
    #[serde(rename = "other")]
    Other,
}

/// Tier of the county as declared, with its evidence (县域类型申报).
#[derive(Debug, Deserialize)]
pub struct TierDeclaration {
    pub tier: Option<CountyTier>,
    #[serde(default)]
    pub evidence: Vec<String>,
    pub note: Option<String>,
}

/// Whether the county was a rural e-commerce demonstration county (电子商务进农村综合示范县).
#[derive(Debug, Deserialize)]
pub struct DemonstrationCounty {
    pub is: Option<bool>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// The four limits of the site (四至).
#[derive(Debug, Deserialize)]
pub struct FourLimits {
    pub east: Option<String>,
    pub west: Option<String>,
    pub south: Option<String>,
    pub north: Option<String>,
}

/// The site of the e-town (建设范围).
#[derive(Debug, Deserialize)]
pub struct Site {
    #[serde(default)]
    pub villages: Vec<String>,
    #[serde(default)]
    pub townships: Vec<String>,
    pub limits: Option<FourLimits>,
    pub area: Option<Figure>,
    pub core_area: Option<Figure>,
    pub built_area: Option<Figure>,
    pub floor_area: Option<Figure>,
    pub boundary: Option<Geometry>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// What the town has declared of itself beyond figures (建设情况).
#[derive(Debug, Deserialize)]
pub struct TownFacts {
    pub sign_in_prominent_place: Option<bool>,
    pub archive_kept: Option<bool>,
    pub operating_team: Option<bool>,
    pub convenience_circle: Option<bool>,
    pub couriers_brought_together: Option<bool>,
    pub shop_opening_help: Option<bool>,
    pub talent_link: Option<bool>,
    #[serde(default)]
    pub functions: Vec<TownFunction>,
    #[serde(default)]
    pub services: Vec<ConvenienceService>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// The e-town that the dossier is about (乡村e镇).
#[derive(Debug, Deserialize)]
pub struct Town {
    pub id: Option<String>,
    pub name: Option<String>,
    pub county: Option<String>,
    pub division: Option<String>,
    pub county_bounds: Option<Geometry>,
    pub tier: Option<TierDeclaration>,
    pub demonstration_county: Option<DemonstrationCounty>,
    pub main_industry: Option<String>,
    pub programme_start: Option<When>,
    pub completed: Option<When>,
    pub site: Option<Site>,
    pub facts: Option<TownFacts>,
}
