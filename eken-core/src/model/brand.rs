//! Brands, online products and product pavilions (`附件2-6`, `附件2-8`).

use super::kind::{Id, List, Maybe, Ref, Short, code_list, record};
use super::target::{ToBrand, ToDocument, ToEntity};
use crate::quantity::{Date, PartialDate};

code_list! {
    /// Level of a brand (品牌层级).
    pub enum BrandLevel {
        /// Regional public brand.
        RegionalPublic = "regional_public" ("区域公用品牌", "regional public brand"),
        /// Category brand.
        Category = "category" ("分品类公共品牌", "category brand"),
        /// Boutique own brand.
        BoutiqueOwn = "boutique_own" ("“小而美”自主品牌", "boutique own brand"),
    }
}

code_list! {
    /// State of a trademark (商标状态).
    pub enum TrademarkState {
        /// Applied for.
        Applied = "applied" ("申请中", "applied for"),
        /// Registered.
        Registered = "registered" ("已注册", "registered"),
        /// Lapsed.
        Lapsed = "lapsed" ("已失效", "lapsed"),
    }
}

code_list! {
    /// Kind of certification (认证类型).
    pub enum CertificationKind {
        /// Green food.
        GreenFood = "green_food" ("绿色食品", "green food"),
        /// Organic product.
        Organic = "organic" ("有机产品", "organic"),
        /// Geographical indication.
        GeographicalIndication = "geographical_indication" ("地理标志", "geographical indication"),
        /// Good agricultural practice.
        GoodPractice = "good_practice" ("良好农业规范", "good agricultural practice"),
        /// Another certification.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// Whose products a pavilion shows (特色馆产品范围).
    pub enum ProductOrigin {
        /// Products of the county, which are the province's too.
        County = "county" ("本县产品", "county products"),
        /// Products of Shanxi at large.
        Shanxi = "shanxi" ("山西产品", "Shanxi products"),
        /// Products from elsewhere.
        Elsewhere = "elsewhere" ("省外产品", "from elsewhere"),
    }
}

record! {
    /// A trademark (商标).
    pub struct Trademark("商标") {
        /// Registration number.
        number: Maybe<Short> "注册号" ["五(四)"],
        /// State.
        state: Maybe<TrademarkState> "状态" [],
        /// Registered.
        registered: Maybe<Date> "注册日期" [],
        /// Expires.
        expires: Maybe<Date> "到期日期" [],
    }
}

record! {
    /// A certification (认证).
    pub struct Certification("认证") {
        /// Kind.
        kind: Maybe<CertificationKind> required "认证类型" ["三1", "五(一)"],
        /// Number.
        number: Maybe<Short> "证书编号" [],
        /// Issued.
        issued: Maybe<Date> "发证日期" [],
        /// Expires.
        expires: Maybe<Date> "到期日期" [],
    }
}

record! {
    /// A brand (品牌).
    pub struct Brand("品牌") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Level.
        level: Maybe<BrandLevel> required "层级" ["附件2-8", "五(四)"],
        /// Name.
        name: Maybe<Short> required "名称" ["附件2-8"],
        /// Public brand that backs it.
        mother: Maybe<Ref<ToBrand>> "母品牌：背书的区域公用品牌" ["五(四)"],
        /// Entity that owns it.
        owner: Maybe<Ref<ToEntity>> "所属主体" ["五(四)"],
        /// Launched.
        launched: Maybe<PartialDate> "创建时间" ["附件2-8"],
        /// Withdrawn.
        withdrawn: Maybe<PartialDate> "停用时间" [],
        /// Whether it covers every category.
        covers_all_categories: Maybe<bool> "是否涵盖全品类" ["四3", "五(四)"],
        /// Categories it covers.
        categories: List<Short> "涵盖品类" ["四3"],
        /// Trademark.
        trademark: Maybe<Trademark> "商标" ["五(四)"],
        /// Certifications.
        certifications: List<Certification> "认证" ["三1", "五(一)"],
        /// Documents on the brand.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-8"],
    }
}

record! {
    /// A test of a product (检测).
    pub struct ProductTest("产品检测") {
        /// Number of the report.
        number: Maybe<Short> "报告编号" ["五(一)"],
        /// Day of the report.
        date: Maybe<Date> "报告日期" [],
        /// Whether the product passed.
        passed: Maybe<bool> "是否合格" ["五(一)"],
    }
}

record! {
    /// An online product (网货产品): packaged and standardised for sale online.
    pub struct OnlineProduct("网货产品") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Name.
        name: Maybe<Short> required "名称" ["附件2-8"],
        /// Category.
        category: Maybe<Short> "品类" ["五(四)"],
        /// Stock-keeping number.
        sku: Maybe<Short> "货号" [],
        /// Brand.
        brand: Maybe<Ref<ToBrand>> "品牌" ["五(四)"],
        /// Entity that sells it.
        entity: Maybe<Ref<ToEntity>> "经营主体" [],
        /// On sale online since.
        listed: Maybe<PartialDate> "上线时间" ["附件2-8"],
        /// Taken off.
        delisted: Maybe<PartialDate> "下线时间" [],
        /// Whether it is packaged for sale online.
        packaged: Maybe<bool> "是否网货包装" ["五(一)"],
        /// Whether it follows a standard.
        standardised: Maybe<bool> "是否标准化" ["五(一)"],
        /// Whether it can be traced.
        traceable: Maybe<bool> "是否可追溯" ["三1", "五(一)"],
        /// Tests.
        tests: List<ProductTest> "检测报告" ["五(一)"],
    }
}

record! {
    /// A product pavilion on a platform (特色馆).
    pub struct Pavilion("特色馆") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Name.
        name: Maybe<Short> "名称" [],
        /// Platform.
        platform: Maybe<Short> required "平台" ["附件2-6"],
        /// Whether the platform has national influence.
        national_influence: Maybe<bool> "平台是否在国内有影响" ["附件2-6"],
        /// Whose products it shows.
        products: Maybe<ProductOrigin> "产品范围" ["附件2-6", "附件2-16"],
        /// Operator.
        operator: Maybe<Ref<ToEntity>> "运营主体" [],
        /// Opened.
        opened: Maybe<PartialDate> "开馆时间" ["附件2-6"],
        /// Closed.
        closed: Maybe<PartialDate> "闭馆时间" [],
        /// Address on the net.
        url: Maybe<Short> "网址" [],
        /// Documents on the pavilion.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-6"],
    }
}
