//! Instruments: issued documents that lay something down (`附件2-5`, `附件2-9`, `附件2-18`, `附件2-22`, `六(一)2`).

use serde::Deserialize;

use super::kind::Day;

/// Kind of instrument (文件类型).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum InstrumentKind {
    #[serde(rename = "scheme")]
    Scheme,
    #[serde(rename = "measure")]
    Measure,
    #[serde(rename = "regime")]
    Regime,
    #[serde(rename = "policy")]
    Policy,
    #[serde(rename = "notice")]
    Notice,
    #[serde(rename = "other")]
    Other,
}

/// What an instrument lays down (规定内容).
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Content {
    #[serde(rename = "e_town_scheme")]
    ETownScheme,
    #[serde(rename = "development_plan")]
    DevelopmentPlan,
    #[serde(rename = "reward_standard")]
    RewardStandard,
    #[serde(rename = "regional_brand_regime")]
    RegionalBrandRegime,
    #[serde(rename = "brand_standard")]
    BrandStandard,
    #[serde(rename = "brand_admission")]
    BrandAdmission,
    #[serde(rename = "brand_supervision")]
    BrandSupervision,
    #[serde(rename = "brand_exit")]
    BrandExit,
    #[serde(rename = "streamlining_policy")]
    StreamliningPolicy,
    #[serde(rename = "fund_management")]
    FundManagement,
    #[serde(rename = "support_standard_project_grant")]
    SupportStandardProjectGrant,
    #[serde(rename = "support_standard_interest_subsidy")]
    SupportStandardInterestSubsidy,
    #[serde(rename = "support_standard_reward")]
    SupportStandardReward,
    #[serde(rename = "work_mechanism")]
    WorkMechanism,
    #[serde(rename = "appraisal_system")]
    AppraisalSystem,
    #[serde(rename = "special_fund_measure")]
    SpecialFundMeasure,
    #[serde(rename = "project_measure")]
    ProjectMeasure,
    #[serde(rename = "acceptance_measure")]
    AcceptanceMeasure,
    #[serde(rename = "daily_supervision_measure")]
    DailySupervisionMeasure,
    #[serde(rename = "entry_conditions")]
    EntryConditions,
    #[serde(rename = "rent_subsidy")]
    RentSubsidy,
    #[serde(rename = "tax_reward")]
    TaxReward,
    #[serde(rename = "innovation_support")]
    InnovationSupport,
    #[serde(rename = "sales_performance_support")]
    SalesPerformanceSupport,
    #[serde(rename = "shop_opening_help")]
    ShopOpeningHelp,
    #[serde(rename = "data_protection")]
    DataProtection,
    #[serde(rename = "other")]
    Other,
}

/// A content of an instrument with the article that holds it (规定内容及条款).
#[derive(Debug, Deserialize)]
pub struct Coverage {
    pub content: Option<Content>,
    pub article: Option<String>,
}

/// An instrument (制度文件): issued, numbered, in force or not; drafts do not count.
#[derive(Debug, Deserialize)]
pub struct Instrument {
    pub id: Option<String>,
    pub kind: Option<InstrumentKind>,
    pub title: Option<String>,
    pub number: Option<String>,
    pub issuer: Option<String>,
    pub draft: Option<bool>,
    pub issued: Option<Day>,
    pub effective: Option<Day>,
    pub expires: Option<Day>,
    pub repealed: Option<Day>,
    #[serde(default)]
    pub covers: Vec<Coverage>,
    pub document: Option<String>,
}
