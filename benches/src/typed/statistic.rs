//! Statistics by year or month, each with its source (`附件2-23`, `附件2-26`).

use serde::Deserialize;

use super::kind::{Figure, When};
use super::town::Territory;

/// Series of statistics (统计指标).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Series {
    #[serde(rename = "gross_output")]
    GrossOutput,
    #[serde(rename = "online_retail")]
    OnlineRetail,
    #[serde(rename = "city_output_growth")]
    CityOutputGrowth,
    #[serde(rename = "city_gdp_growth")]
    CityGdpGrowth,
    #[serde(rename = "city_e_town_output_growth")]
    CityETownOutputGrowth,
    #[serde(rename = "other")]
    Other,
}

/// A statistic of a period (统计数据).
#[derive(Debug, Deserialize)]
pub struct Statistic {
    pub id: Option<String>,
    pub series: Option<Series>,
    pub period: Option<When>,
    pub territory: Option<Territory>,
    pub cumulative: Option<bool>,
    pub amount: Option<Figure>,
    pub rate: Option<Figure>,
    pub source: Option<String>,
    #[serde(default)]
    pub evidence: Vec<String>,
    pub note: Option<String>,
}
