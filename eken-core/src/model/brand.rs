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
        /// As on the certificate; a registered trademark without it gives a finding, for it cannot be looked up.
        number: Maybe<Short> "注册号：照商标注册证抄录；状态为已注册而没有注册号，会提示无从核对" ["五(四)"],
        /// State.
        /// As it stands with the trademark office; recorded, a brand counts whatever it is.
        state: Maybe<TrademarkState> "状态：照商标局的登记填，尚未核准的选申请中；只作记录，不影响品牌计数" [],
        /// Registered.
        /// Day of registration on the certificate, not that of the application; leave it empty while applied for.
        registered: Maybe<Date> "注册日期：注册证上的注册日期，不是申请日期；还在申请的不填" [],
        /// Expires.
        /// Last day of protection, from the certificate or its latest renewal.
        expires: Maybe<Date> "到期日期：保护期的最后一天，照注册证或最近一次续展证明填" [],
    }
}

record! {
    /// A certification (认证).
    pub struct Certification("认证") {
        /// Kind.
        /// What the certificate certifies; recorded, a brand counts without one.
        kind: Maybe<CertificationKind> required "认证类型：照证书上的认证种类选；只作记录，没有认证的品牌照样计数" ["三1", "五(一)"],
        /// Number.
        /// As printed on the certificate, so that it can be looked up with the certifying body.
        number: Maybe<Short> "证书编号：照证书抄录，凭它可以向认证机构查验" [],
        /// Issued.
        /// Day on the certificate that is valid now; after a renewal that of the new one.
        issued: Maybe<Date> "发证日期：现行证书上的发证日期；换过证的填新证的日期" [],
        /// Expires.
        /// Last day of validity; write not applicable for one without a term.
        expires: Maybe<Date> "到期日期：有效期的最后一天；证书没有期限的，注明不适用" [],
    }
}

record! {
    /// A brand (品牌).
    pub struct Brand("品牌") {
        /// Identifier.
        /// Unique in this section, such as B1; products, events and own brands refer to it.
        id: Maybe<Id> required "编号：本节内不重复，如 B1；产品、活动和子品牌按它引用" [],
        /// Level.
        /// Tells which level's count it belongs to; each level is counted by itself, choose one.
        level: Maybe<BrandLevel> required "层级：决定算哪一级的品牌，各级分开计数；一个品牌只选一级" ["附件2-8", "五(四)"],
        /// Name.
        /// As registered or made public; the same level and name twice look like one brand filed twice.
        name: Maybe<Short> required "名称：照注册或发布的名称；同层级同名的两条会提示重复填报" ["附件2-8"],
        /// Public brand that backs it.
        /// For an own brand: the id of the public brand behind it; write not applicable where there is none.
        mother: Maybe<Ref<ToBrand>> "母品牌：为自主品牌背书的公用品牌，引用它在本节的编号；没有的注明不适用" ["五(四)"],
        /// Entity that owns it.
        /// Who holds or runs it, by the id among the market entities; empty where it is none of them.
        owner: Maybe<Ref<ToEntity>> "所属主体：持有或管理品牌的主体，引用市场主体的编号；不在其中的不填" ["五(四)"],
        /// Launched.
        /// When it was first made public or used; counted from then on, open without it.
        launched: Maybe<PartialDate> "创建时间：首次发布或使用的时间，从此计数；不填则是否计入待定" ["附件2-8"],
        /// Withdrawn.
        /// When it was given up; from then on it does not count. Empty while it is in use.
        withdrawn: Maybe<PartialDate> "停用时间：停止使用的时间，从此不再计数；还在使用的不填" [],
        /// Whether it covers every category.
        /// Yes if goods of every kind of the county may carry it; where a plan asks for that, only a yes counts.
        covers_all_categories: Maybe<bool> "是否涵盖全品类：本县各类产品都能用它才填是；方案要求覆盖全品类的，只计填是的" ["四3", "五(四)"],
        /// Categories it covers.
        /// Kinds of goods that carry it, such as fungi and nuts; recorded beside the yes or no on every category.
        categories: List<Short> "涵盖品类：用它的产品有哪几类，如菌类、干果；只作记录，不代替是否涵盖全品类" ["四3"],
        /// Trademark.
        /// The mark under which the brand is protected, the main one of several; a brand counts without one.
        trademark: Maybe<Trademark> "商标：保护该品牌的商标，有几个的填主要的；没有商标的品牌照样计数" ["五(四)"],
        /// Certifications.
        /// Certificates held for the brand and its goods, one entry each; recorded, no condition of any count.
        certifications: List<Certification> "认证：品牌及其产品取得的证书，一证一条；只作记录，不影响计数" ["三1", "五(一)"],
        /// Documents on the brand.
        /// What shows that the brand exists and is used, such as its publication or a licence to use it.
        evidence: List<Ref<ToDocument>> "依据文件：证明品牌已创建、在使用的材料，如发布文件、使用授权书；填佐证文件编号" ["附件2-8"],
    }
}

record! {
    /// A test of a product (检测).
    pub struct ProductTest("产品检测") {
        /// Number of the report.
        /// As on the laboratory's report, so that it can be asked about there.
        number: Maybe<Short> "报告编号：照检测报告抄录，凭它可以向检测机构核实" ["五(一)"],
        /// Day of the report.
        /// Day on which the report was signed; of several tests the latest counts.
        date: Maybe<Date> "报告日期：报告的签发日期；检测过几次的，以最近一次为准" [],
        /// Whether the product passed.
        /// The report's conclusion as a whole; a product still sold after failing its latest test gives a finding.
        passed: Maybe<bool> "是否合格：照报告的总结论填；最近一次不合格而仍在售的产品，会提示核对" ["五(一)"],
    }
}

record! {
    /// An online product (网货产品): packaged and standardised for sale online.
    pub struct OnlineProduct("网货产品") {
        /// Identifier.
        /// Unique in this section, such as P01; by it the product is found again when data are checked.
        id: Maybe<Id> required "编号：本节内不重复，如 P01；核对和修改时按它找到这个产品" [],
        /// Name.
        /// As listed in the shop; tell packs of one product apart here or by the stock-keeping number.
        name: Maybe<Short> required "名称：照店铺上架的名称；同一产品规格不同的，在名称或货号中写明" ["附件2-8"],
        /// Category.
        /// Kind of goods, such as edible fungi or walnuts; recorded, a product counts without it.
        category: Maybe<Short> "品类：属于哪一类，如食用菌、核桃；只作记录，不影响计数" ["五(四)"],
        /// Stock-keeping number.
        /// The seller's own code; same name, brand, seller and code look like one product filed twice.
        sku: Maybe<Short> "货号：商家自编的货号；名称、品牌、主体和货号都相同会提示重复填报" [],
        /// Brand.
        /// Brand it is sold under, by the brand's id; a product without a brand counts too.
        brand: Maybe<Ref<ToBrand>> "品牌：以哪个品牌销售，引用品牌的编号；没有品牌的产品也计数" ["五(四)"],
        /// Entity that sells it.
        /// Who sells it online, by the id of the market entity; the maker is not meant.
        entity: Maybe<Ref<ToEntity>> "经营主体：在网上卖它的主体，引用市场主体的编号；不是指生产厂家" [],
        /// On sale online since.
        /// First day of sale online; counted from then on, open without it.
        listed: Maybe<PartialDate> "上线时间：首次在网上开卖的时间，从此计数；不填则是否计入待定" ["附件2-8"],
        /// Taken off.
        /// When online sale ended; from then on it does not count. Empty while on sale.
        delisted: Maybe<PartialDate> "下线时间：网上停售的时间，从此不再计数；还在售的不填" [],
        /// Whether it is packaged for sale online.
        /// Yes if it has a pack made for sale and dispatch online; it counts only if standardised as well.
        packaged: Maybe<bool> "是否网货包装：有适合网上销售和寄递的包装才填是；还须标准化才计入" ["五(一)"],
        /// Whether it follows a standard.
        /// Yes if grade, weight and label follow one standard; it counts only if packaged for online sale as well.
        standardised: Maybe<bool> "是否标准化：等级、规格、标签按统一标准才填是；还须有网货包装才计入" ["五(一)"],
        /// Whether it can be traced.
        /// Yes if its origin can be looked up, as by a code on the pack; recorded, no condition.
        traceable: Maybe<bool> "是否可追溯：能查到产地来源，如扫码可查，填是；只作记录，不影响计数" ["三1", "五(一)"],
        /// Tests.
        /// Laboratory reports on this product, one entry each, new tests too; it counts without them.
        tests: List<ProductTest> "检测报告：本产品的检测报告，一份一条，复检也填；没有检测的也计数" ["五(一)"],
    }
}

record! {
    /// A product pavilion on a platform (特色馆).
    pub struct Pavilion("特色馆") {
        /// Identifier.
        /// Unique in this section, such as G1; one record for one pavilion on one platform.
        id: Maybe<Id> required "编号：本节内不重复，如 G1；一个平台上的一个馆一条" [],
        /// Name.
        /// As shown on the platform; same platform and name look like one pavilion filed twice.
        name: Maybe<Short> "名称：照平台上显示的馆名；同平台同名的两条会提示重复填报" [],
        /// Platform.
        /// Its usual name, always written alike; whether it has national influence is asked separately.
        platform: Maybe<Short> required "平台：写平台的通用名称，前后一致；是否有影响是另一栏" ["附件2-6"],
        /// Whether the platform has national influence.
        /// Of the platform, not of the pavilion; with a no it does not count, without an answer it is open.
        national_influence: Maybe<bool> "平台是否在国内有影响：说的是平台，不是馆；填否的不计入特色馆，不填则待定" ["附件2-6"],
        /// Whose products it shows.
        /// What it mainly shows; by default only a pavilion of the county's own products counts.
        products: Maybe<ProductOrigin> "产品范围：馆里主要展示哪里的产品；默认只计展示本县产品的馆" ["附件2-6", "附件2-16"],
        /// Operator.
        /// Who runs it, by the id of the market entity; the pavilion counts whoever that is.
        operator: Maybe<Ref<ToEntity>> "运营主体：由谁运营，引用市场主体的编号；谁来运营都不影响计数" [],
        /// Opened.
        /// When buyers could first enter it; counted from then on, open without it.
        opened: Maybe<PartialDate> "开馆时间：买家可以进入的时间，不是签约时间；不填则是否计入待定" ["附件2-6"],
        /// Closed.
        /// When it was taken down; from then on it does not count. Empty while it is open.
        closed: Maybe<PartialDate> "闭馆时间：关闭或下架的时间，从此不再计数；还在营业的不填" [],
        /// Address on the net.
        /// A link that opens the pavilion; the same one twice looks like one filed twice.
        url: Maybe<Short> "网址：能直接打开该馆的链接；两条网址相同会提示重复填报" [],
        /// Documents on the pavilion.
        /// What shows that it is open, such as the contract with the platform or a dated screenshot.
        evidence: List<Ref<ToDocument>> "依据文件：证明已开馆的材料，如与平台的协议、带日期的截图；填佐证文件编号" ["附件2-6"],
    }
}
