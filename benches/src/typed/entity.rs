//! Market entities and their sales (`附件2-4`, `附件2-26`, `附件2-27`).

use serde::Deserialize;

use super::kind::{Figure, Month, When};
use super::town::Territory;

/// Registered legal form (登记类型).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum LegalForm {
    #[serde(rename = "company")]
    Company,
    #[serde(rename = "cooperative")]
    Cooperative,
    #[serde(rename = "sole_trader")]
    SoleTrader,
    #[serde(rename = "sole_proprietorship")]
    SoleProprietorship,
    #[serde(rename = "partnership")]
    Partnership,
    #[serde(rename = "branch")]
    Branch,
    #[serde(rename = "family_farm")]
    FamilyFarm,
    #[serde(rename = "public_institution")]
    PublicInstitution,
    #[serde(rename = "private_non_enterprise")]
    PrivateNonEnterprise,
    #[serde(rename = "rural_collective")]
    RuralCollective,
    #[serde(rename = "other")]
    Other,
}

/// What an entity does in the e-town (主体角色).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum EntityRole {
    #[serde(rename = "e_commerce")]
    ECommerce,
    #[serde(rename = "leading_e_commerce")]
    LeadingECommerce,
    #[serde(rename = "cross_border")]
    CrossBorder,
    #[serde(rename = "leading_cross_border")]
    LeadingCrossBorder,
    #[serde(rename = "service")]
    Service,
    #[serde(rename = "logistics")]
    Logistics,
    #[serde(rename = "production")]
    Production,
    #[serde(rename = "other")]
    Other,
}

/// Reach of an influence, or level of a recognition (影响或认定级别), lowest first.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Level {
    #[serde(rename = "county")]
    County,
    #[serde(rename = "city")]
    City,
    #[serde(rename = "province")]
    Province,
    #[serde(rename = "nation")]
    Nation,
}

/// Channel of sales (销售渠道).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum SalesChannel {
    #[serde(rename = "platform_shop")]
    PlatformShop,
    #[serde(rename = "live_streaming")]
    LiveStreaming,
    #[serde(rename = "social")]
    Social,
    #[serde(rename = "own_site")]
    OwnSite,
    #[serde(rename = "cross_border")]
    CrossBorder,
    #[serde(rename = "offline")]
    Offline,
    #[serde(rename = "other")]
    Other,
}

/// A role that an entity holds (主体角色).
#[derive(Debug, Deserialize)]
pub struct HeldRole {
    pub role: Option<EntityRole>,
    pub influence: Option<Level>,
    pub recognition: Option<Level>,
    pub recognised_by: Option<String>,
    pub since: Option<When>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// Sales of a month on a platform by a channel (月度销售).
#[derive(Debug, Deserialize)]
pub struct Sale {
    pub month: Option<Month>,
    pub platform: Option<String>,
    pub channel: Option<SalesChannel>,
    pub amount: Option<Figure>,
}

/// A market entity (市场主体): anything registered to trade.
#[derive(Debug, Deserialize)]
pub struct MarketEntity {
    pub id: Option<String>,
    pub code: Option<String>,
    pub name: Option<String>,
    pub form: Option<LegalForm>,
    pub legal_person: Option<bool>,
    pub statistical_legal_unit: Option<bool>,
    #[serde(default)]
    pub roles: Vec<HeldRole>,
    pub industry: Option<String>,
    pub registered: Option<When>,
    pub moved_in: Option<When>,
    pub moved_out: Option<When>,
    pub deregistered: Option<When>,
    pub territory: Option<Territory>,
    pub township: Option<String>,
    pub above_designated_size: Option<bool>,
    pub above_designated_size_since: Option<When>,
    pub subsidised: Option<bool>,
    #[serde(default)]
    pub sales: Vec<Sale>,
    #[serde(default)]
    pub evidence: Vec<String>,
}
