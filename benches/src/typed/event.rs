//! Exhibitions, publicity activities and the channels of the publicity matrix (`附件2-10`, `附件2-19`).

use serde::Deserialize;

use super::kind::When;
use super::people::Participation;

/// Kind of event (活动类型).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum EventKind {
    #[serde(rename = "brand_exhibition")]
    BrandExhibition,
    #[serde(rename = "publicity_activity")]
    PublicityActivity,
    #[serde(rename = "other")]
    Other,
}

/// What an event or channel promotes (宣传内容).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Subject {
    #[serde(rename = "e_town")]
    ETown,
    #[serde(rename = "regional_public_brand")]
    RegionalPublicBrand,
    #[serde(rename = "six_treasures")]
    SixTreasures,
    #[serde(rename = "own_brand")]
    OwnBrand,
    #[serde(rename = "policy")]
    Policy,
    #[serde(rename = "training")]
    Training,
    #[serde(rename = "other")]
    Other,
}

/// Medium of a channel (媒体类型).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Medium {
    #[serde(rename = "new_media")]
    NewMedia,
    #[serde(rename = "traditional")]
    Traditional,
}

/// Setting of a channel (线上线下).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Setting {
    #[serde(rename = "online")]
    Online,
    #[serde(rename = "offline")]
    Offline,
}

/// An event (活动).
#[derive(Debug, Deserialize)]
pub struct Event {
    pub id: Option<String>,
    pub kind: Option<EventKind>,
    pub name: Option<String>,
    pub date: Option<When>,
    pub participation: Option<Participation>,
    #[serde(default)]
    pub subjects: Vec<Subject>,
    pub brand: Option<String>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// A channel of the publicity matrix (宣传渠道).
#[derive(Debug, Deserialize)]
pub struct Channel {
    pub id: Option<String>,
    pub name: Option<String>,
    pub medium: Option<Medium>,
    pub setting: Option<Setting>,
    #[serde(default)]
    pub subjects: Vec<Subject>,
    pub started: Option<When>,
    pub ended: Option<When>,
    #[serde(default)]
    pub evidence: Vec<String>,
}
