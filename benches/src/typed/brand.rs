//! Brands, online products and product pavilions (`附件2-6`, `附件2-8`).

use serde::Deserialize;

use super::kind::{Day, When};

/// Level of a brand (品牌层级).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum BrandLevel {
    #[serde(rename = "regional_public")]
    RegionalPublic,
    #[serde(rename = "category")]
    Category,
    #[serde(rename = "boutique_own")]
    BoutiqueOwn,
}

/// State of a trademark (商标状态).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum TrademarkState {
    #[serde(rename = "applied")]
    Applied,
    #[serde(rename = "registered")]
    Registered,
    #[serde(rename = "lapsed")]
    Lapsed,
}

/// Kind of certification (认证类型).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum CertificationKind {
    #[serde(rename = "green_food")]
    GreenFood,
    #[serde(rename = "organic")]
    Organic,
    #[serde(rename = "geographical_indication")]
    GeographicalIndication,
    #[serde(rename = "good_practice")]
    GoodPractice,
    #[serde(rename = "other")]
    Other,
}

/// Whose products a pavilion shows (特色馆产品范围).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum ProductOrigin {
    #[serde(rename = "county")]
    County,
    #[serde(rename = "shanxi")]
    Shanxi,
    #[serde(rename = "elsewhere")]
    Elsewhere,
}

/// A trademark (商标).
#[derive(Debug, Deserialize)]
pub struct Trademark {
    pub number: Option<String>,
    pub state: Option<TrademarkState>,
    pub registered: Option<Day>,
    pub expires: Option<Day>,
}

/// A certification (认证).
#[derive(Debug, Deserialize)]
pub struct Certification {
    pub kind: Option<CertificationKind>,
    pub number: Option<String>,
    pub issued: Option<Day>,
    pub expires: Option<Day>,
}

/// A brand (品牌).
#[derive(Debug, Deserialize)]
pub struct Brand {
    pub id: Option<String>,
    pub level: Option<BrandLevel>,
    pub name: Option<String>,
    pub mother: Option<String>,
    pub owner: Option<String>,
    pub launched: Option<When>,
    pub withdrawn: Option<When>,
    pub covers_all_categories: Option<bool>,
    #[serde(default)]
    pub categories: Vec<String>,
    pub trademark: Option<Trademark>,
    #[serde(default)]
    pub certifications: Vec<Certification>,
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// A test of a product (检测).
#[derive(Debug, Deserialize)]
pub struct ProductTest {
    pub number: Option<String>,
    pub date: Option<Day>,
    pub passed: Option<bool>,
}

/// An online product (网货产品): packaged and standardised for sale online.
#[derive(Debug, Deserialize)]
pub struct OnlineProduct {
    pub id: Option<String>,
    pub name: Option<String>,
    pub category: Option<String>,
    pub sku: Option<String>,
    pub brand: Option<String>,
    pub entity: Option<String>,
    pub listed: Option<When>,
    pub delisted: Option<When>,
    pub packaged: Option<bool>,
    pub standardised: Option<bool>,
    pub traceable: Option<bool>,
    #[serde(default)]
    pub tests: Vec<ProductTest>,
}

/// A product pavilion on a platform (特色馆).
#[derive(Debug, Deserialize)]
pub struct Pavilion {
    pub id: Option<String>,
    pub name: Option<String>,
    pub platform: Option<String>,
    pub national_influence: Option<bool>,
    pub products: Option<ProductOrigin>,
    pub operator: Option<String>,
    pub opened: Option<When>,
    pub closed: Option<When>,
    pub url: Option<String>,
    #[serde(default)]
    pub evidence: Vec<String>,
}
