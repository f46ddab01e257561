//! Instruments: issued documents that lay something down (`附件2-5`, `附件2-9`, `附件2-18`, `附件2-22`, `六(一)2`).

use super::kind::{Id, List, Maybe, Ref, Short, code_list, record};
use super::target::ToDocument;
use crate::quantity::Date;

code_list! {
    /// Kind of instrument (文件类型).
    pub enum InstrumentKind {
        /// Scheme or plan.
        Scheme = "scheme" ("方案、规划", "scheme"),
        /// Measure.
        Measure = "measure" ("办法", "measure"),
        /// Regime.
        Regime = "regime" ("制度", "regime"),
        /// Policy.
        Policy = "policy" ("政策措施", "policy"),
        /// Notice.
        Notice = "notice" ("通知", "notice"),
        /// Another kind.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// What an instrument lays down (规定内容).
    pub enum Content {
        /// The e-town scheme.
        ETownScheme = "e_town_scheme" ("e镇方案", "e-town scheme"),
        /// The development plan.
        DevelopmentPlan = "development_plan" ("发展规划", "development plan"),
        /// The reward measure with its standard.
        RewardStandard = "reward_standard" ("奖励办法及奖补标准", "reward standard"),
        /// The regime of the regional public brand.
        RegionalBrandRegime = "regional_brand_regime" ("区域公用品牌运行和管理制度", "regional brand regime"),
        /// Standards of the brand.
        BrandStandard = "brand_standard" ("品牌标准", "brand standard"),
        /// Admission to the brand.
        BrandAdmission = "brand_admission" ("品牌准入", "brand admission"),
        /// Supervision of the brand.
        BrandSupervision = "brand_supervision" ("品牌监督", "brand supervision"),
        /// Exit from the brand.
        BrandExit = "brand_exit" ("品牌退出", "brand exit"),
        /// The special policy on streamlining.
        StreamliningPolicy = "streamlining_policy" ("“放管服”专门政策", "streamlining policy"),
        /// Fund management.
        FundManagement = "fund_management" ("资金管理", "fund management"),
        /// Standard of project grants.
        SupportStandardProjectGrant = "support_standard_project_grant" ("项目补助标准", "standard of project grants"),
        /// Standard of interest subsidies.
        SupportStandardInterestSubsidy = "support_standard_interest_subsidy" ("贷款贴息标准", "standard of interest subsidies"),
        /// Standard of rewards in place of grants.
        SupportStandardReward = "support_standard_reward" ("以奖代补标准", "standard of rewards"),
        /// Work mechanism.
        WorkMechanism = "work_mechanism" ("工作机制", "work mechanism"),
        /// Appraisal system.
        AppraisalSystem = "appraisal_system" ("考核体系", "appraisal system"),
        /// Special-fund measure.
        SpecialFundMeasure = "special_fund_measure" ("专项资金管理办法", "special-fund measure"),
        /// Project measure.
        ProjectMeasure = "project_measure" ("项目管理办法", "project measure"),
        /// Acceptance measure.
        AcceptanceMeasure = "acceptance_measure" ("验收办法", "acceptance measure"),
        /// Daily supervision measure.
        DailySupervisionMeasure = "daily_supervision_measure" ("日常监督管理办法", "daily supervision measure"),
        /// Entry conditions.
        EntryConditions = "entry_conditions" ("入驻条件", "entry conditions"),
        /// Rent subsidy.
        RentSubsidy = "rent_subsidy" ("房租补贴", "rent subsidy"),
        /// Tax reward.
        TaxReward = "tax_reward" ("税收奖励", "tax reward"),
        /// Support of innovation.
        InnovationSupport = "innovation_support" ("自主创新扶持", "innovation support"),
        /// Support by sales performance.
        SalesPerformanceSupport = "sales_performance_support" ("经营业绩扶持", "support by sales performance"),
        /// Help to open shops.
        ShopOpeningHelp = "shop_opening_help" ("开店服务", "help to open shops"),
        /// Protection of undertakers' information.
        DataProtection = "data_protection" ("信息安全保护", "data protection"),
        /// Something else.
        Other = "other" ("其他", "other"),
    }
}

record! {
    /// A content of an instrument with the article that holds it (规定内容及条款).
    pub struct Coverage("规定内容及条款") {
        /// Content.
        /// What the text really lays down, one entry for each content; a mention is not enough.
        content: Maybe<Content> required "规定内容：正文确有规定的内容，一项一条；只提到名称的不算" ["附件2-5", "附件2-22"],
        /// Article that lays it down.
        /// Such as Article 8; needed where one instrument is to serve several demands, which else stay open.
        article: Maybe<Short> "所在条款：写到条，如第八条；一份文件对应几项要求时必填，否则待定" [],
    }
}

record! {
    /// An instrument (制度文件): issued, numbered, in force or not; drafts do not count.
    pub struct Instrument("制度文件") {
        /// Identifier.
        /// Unique in this section, such as W01; the leading group and judgements refer to it.
        id: Maybe<Id> required "编号：本节内不重复，如 W01；领导小组和评审意见按它引用" [],
        /// Kind.
        /// As the title calls it; without it it is open whether the instrument counts.
        kind: Maybe<InstrumentKind> "文件类型：照标题选方案、办法还是制度；不填则是否算数待定" [],
        /// Title.
        /// In full as issued, not the short title in use.
        title: Maybe<Short> required "标题：照印发的标题写全称，不用平时的简称" [],
        /// Document number.
        /// As printed, such as 例政办发〔2023〕5号; without it it is open whether the instrument counts.
        number: Maybe<Short> "文号：照文件抄，如例政办发〔2023〕5号；不填则是否算数待定" [],
        /// Issuer.
        /// The body that issued it, not the office that drafted it; without it the instrument stays open.
        issuer: Maybe<Short> "发文单位：印发的单位，不是起草的科室；不填则是否算数待定" [],
        /// Whether it is a draft.
        /// Yes for drafts and versions for comment, which never count; empty means that it is none.
        draft: Maybe<bool> "是否草案：征求意见稿、送审稿填是，一律不算；不填视为正式文件" [],
        /// Issued.
        /// Day of issue on the document, not of drafting or receipt; where a phase sets a deadline, it decides.
        issued: Maybe<Date> "印发日期：文末的印发日期，不是起草、收文日期；限期印发的看这一天" [],
        /// In force from.
        /// As the text says; the day of issue where nothing is said.
        effective: Maybe<Date> "施行日期：照文件写明的施行日期填；未写明时为印发日期" [],
        /// In force until.
        /// Last day of its term, on which it still is in force; empty where the text names none.
        expires: Maybe<Date> "有效期至：有效期的最后一天，当天仍有效；文件没写有效期的不填" [],
        /// Repealed.
        /// Day on which it was repealed or replaced; from then on not in force. Empty while it stands.
        repealed: Maybe<Date> "废止日期：废止或被新文件代替的日期，从此不算施行；仍有效的不填" [],
        /// What it lays down.
        /// All contents it lays down, with their articles; for what is not listed the instrument does not count.
        covers: List<Coverage> "规定内容：规定了哪些内容、在第几条；没列出的内容不算它规定过" ["附件2-5", "附件2-9", "附件2-18", "附件2-22", "六(一)2"],
        /// The document on file.
        /// The issued text, by the id of the evidence document; without its digest the instrument stays open.
        document: Maybe<Ref<ToDocument>> "存档文件：印发的原文，引用佐证文件的编号；该文件没有文件摘要则待定" [],
    }
}
