//! Market entities and their sales (`附件2-4`, `附件2-26`, `附件2-27`).

use super::kind::{Figure, Id, List, Maybe, Ref, Short, code_list, record};
use super::target::ToDocument;
use super::town::Territory;
use crate::code::UsccKind;
use crate::quantity::{Money, Month, PartialDate};

code_list! {
    /// Registered legal form (登记类型).
    pub enum LegalForm {
        /// Company.
        Company = "company" ("公司", "company"),
        /// Farmers' cooperative.
        Cooperative = "cooperative" ("农民专业合作社", "farmers' cooperative"),
        /// Sole trader.
        SoleTrader = "sole_trader" ("个体工商户", "sole trader"),
        /// Sole proprietorship.
        SoleProprietorship = "sole_proprietorship" ("个人独资企业", "sole proprietorship"),
        /// Partnership.
        Partnership = "partnership" ("合伙企业", "partnership"),
        /// Branch.
        Branch = "branch" ("分支机构", "branch"),
        /// Family farm.
        FamilyFarm = "family_farm" ("家庭农场", "family farm"),
        /// Public institution.
        PublicInstitution = "public_institution" ("事业单位", "public institution"),
        /// Private non-enterprise unit.
        PrivateNonEnterprise = "private_non_enterprise" ("民办非企业单位", "private non-enterprise unit"),
        /// Rural collective economic organisation.
        RuralCollective = "rural_collective" ("农村集体经济组织", "rural collective"),
        /// Another form.
        Other = "other" ("其他", "other"),
    }
}

impl LegalForm {
    /// The forms that go with a kind of code; `None` when nothing can be said.
    pub const fn fitting(kind: UsccKind) -> Option<&'static [LegalForm]> {
        use LegalForm::{
            Branch, Company, Cooperative, FamilyFarm, Partnership, PrivateNonEnterprise, PublicInstitution,
            RuralCollective, SoleProprietorship, SoleTrader,
        };
        Some(match kind {
            UsccKind::Enterprise => &[Company, SoleProprietorship, Partnership, Branch, FamilyFarm],
            UsccKind::SoleTrader => &[SoleTrader, FamilyFarm],
            UsccKind::FarmersCooperative => &[Cooperative, Branch],
            UsccKind::PublicInstitution => &[PublicInstitution],
            UsccKind::PrivateNonEnterpriseUnit => &[PrivateNonEnterprise],
            UsccKind::RuralCollective => &[RuralCollective],
            UsccKind::GovernmentOrgan | UsccKind::SocialOrganisation | UsccKind::Foundation => &[],
            UsccKind::Other => return None,
        })
    }

    /// Whether the form is one that a code names; `None` when nothing can be said.
    pub fn goes_with(self, kind: UsccKind) -> Option<bool> {
        Self::fitting(kind).map(|fitting| self == Self::Other || fitting.contains(&self))
    }
}

code_list! {
    /// What an entity does in the e-town (主体角色).
    pub enum EntityRole {
        /// Trades online.
        ECommerce = "e_commerce" ("电子商务企业", "e-commerce enterprise"),
        /// Leading e-commerce enterprise.
        LeadingECommerce = "leading_e_commerce" ("电商龙头企业", "leading e-commerce enterprise"),
        /// Trades across the border.
        CrossBorder = "cross_border" ("跨境电商企业", "cross-border enterprise"),
        /// Leading cross-border enterprise.
        LeadingCrossBorder = "leading_cross_border" ("跨境电商龙头企业", "leading cross-border enterprise"),
        /// Serves e-commerce.
        Service = "service" ("电商服务企业", "service enterprise"),
        /// Logistics.
        Logistics = "logistics" ("物流企业", "logistics enterprise"),
        /// Production or processing.
        Production = "production" ("生产加工企业", "production enterprise"),
        /// Another role.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// Reach of an influence, or level of a recognition (影响或认定级别), lowest first.
    pub enum Level {
        /// In the locality: town or county.
        County = "county" ("县级（本地）", "county (local)"),
        /// In the city.
        City = "city" ("市级", "city"),
        /// In the province.
        Province = "province" ("省级", "province"),
        /// In the nation.
        Nation = "nation" ("国家级", "nation"),
    }
}

code_list! {
    /// Channel of sales (销售渠道).
    pub enum SalesChannel {
        /// Shop on a platform.
        PlatformShop = "platform_shop" ("平台店铺", "platform shop"),
        /// Live streaming.
        LiveStreaming = "live_streaming" ("直播带货", "live streaming"),
        /// Social commerce.
        Social = "social" ("社交电商", "social commerce"),
        /// Own site or app.
        OwnSite = "own_site" ("自建网站或应用", "own site"),
        /// Cross-border platform.
        CrossBorder = "cross_border" ("跨境平台", "cross-border platform"),
        /// Offline.
        Offline = "offline" ("线下", "offline"),
        /// Another channel.
        Other = "other" ("其他", "other"),
    }
}

record! {
    /// A role that an entity holds (主体角色).
    pub struct HeldRole("主体角色") {
        /// Role.
        /// One entry for each role; who leads in a trade counts in it too, and cross-border counts as e-commerce.
        role: Maybe<EntityRole> required "角色：一个角色一条；龙头也算该类企业，跨境电商也算电子商务企业" ["附件2-4", "五(三)"],
        /// Reach of its influence, as the evidence shows.
        /// The widest reach that the documents show; by default a leading enterprise counts from the city on.
        influence: Maybe<Level> "影响范围：材料能证明的最广影响；龙头企业默认要有市级以上影响才计入" ["附件2-4", "五(二)", "五(三)"],
        /// Level of formal recognition.
        /// Level of the body that recognised it in writing; by default evidence of influence, not a condition.
        recognition: Maybe<Level> "认定级别：认定文件是哪一级的；默认只作佐证，没有认定也可以计入" ["附件2-4"],
        /// Body that recognised it.
        /// Body that issued the recognition; a level with neither body nor document gives a finding.
        recognised_by: Maybe<Short> "认定单位：认定文件的发文单位，如市商务局；没有它又没有依据文件会提示" [],
        /// Since when it holds the role.
        /// Since when it holds the role; empty means that it does, a date after the as-of date that it does not yet.
        since: Maybe<PartialDate> "起始时间：何时起具有该角色；不填视为已具有，晚于评估时点的还不算" ["附件2-4"],
        /// Documents that show role and influence.
        /// What shows the role and its influence; a leading enterprise needs one document with a digest.
        evidence: List<Ref<ToDocument>> "依据文件：证明角色和影响的材料；龙头企业至少引用一份填了文件摘要的" ["附件2-4"],
    }
}

record! {
    /// Sales of a month on a platform by a channel (月度销售).
    pub struct Sale("月度销售") {
        /// Month.
        /// Month of the sale; one entry for each month, platform and channel, a second one gives a finding.
        month: Maybe<Month> required "月份：发生销售的月份；每个月、平台、渠道只填一条，重复会提示" ["附件2-26"],
        /// Platform.
        /// Always written alike; several shops on one platform are added up.
        platform: Maybe<Short> "平台：写法各月一致；同一平台、渠道有几个店铺的合并填报" ["附件2-26"],
        /// Channel.
        /// How it was sold; offline and cross-border sales are not compared with online retail.
        channel: Maybe<SalesChannel> "渠道：通过什么方式卖出；线下、跨境的不拿来与网络零售额比较" ["附件2-26"],
        /// Amount.
        /// From the shop's records for this month alone, 0 where nothing was sold; it checks the statistics.
        amount: Maybe<Figure<Money>> required "销售额：照店铺后台的当月数，没有销售填0；用来核对统计数，不代替它" ["附件2-26"],
    }
}

record! {
    /// A market entity (市场主体): anything registered to trade.
    pub struct MarketEntity("市场主体") {
        /// Identifier.
        /// Unique in this section, such as E01; projects, payments, brands, products and persons refer to it.
        id: Maybe<Id> required "编号：本节内不重复，如 E01；项目、支出、品牌、产品和人员按它引用" [],
        /// Unified social credit code.
        /// The 18 characters on the licence; two records with one code may be one entity, which leaves counts open.
        code: Maybe<Short> "统一社会信用代码：照营业执照抄18位；两条代码相同的，算一家还是两家待定" ["GB 32100-2015"],
        /// Name as registered.
        /// In full as on the licence, not the name of a shop or brand.
        name: Maybe<Short> "名称：照营业执照写全称，不写店铺名、品牌名、简称" [],
        /// Registered legal form.
        /// As on the licence; by default it tells which entities are legal-person units.
        form: Maybe<LegalForm> "登记类型：照营业执照上的类型选；默认按它认定是不是法人单位" ["附件2-27"],
        /// Whether it is marked as a legal person.
        /// Decides only for private non-enterprise units and other forms; the rest is told by the legal form.
        legal_person: Maybe<bool> "是否法人：只有民办非企业单位和其他类型看这一项；其余按登记类型认定" ["附件2-27"],
        /// Whether it is a statistical unit of the legal-person kind.
        /// As in the statistics bureau's directory of units; read only where that definition is chosen.
        statistical_legal_unit: Maybe<bool> "是否统计法人单位：照统计部门的单位名录填；只在选用统计口径时起作用" ["附件2-27"],
        /// Roles.
        /// What it does in the e-town, several roles in several entries; e-commerce and leading ones count by it.
        roles: List<HeldRole> "角色：在e镇做什么，有几个角色填几条；电商、跨境、龙头都按它计数" ["附件2-4", "三", "五(三)"],
        /// Industry code of GB/T 4754-2017.
        /// Code of its main business, such as F5292 for online retail; only its form is checked.
        industry: Maybe<Short> "国民经济行业代码：主营业务的代码，如互联网零售为 F5292；只检查写法" ["GB/T 4754-2017"],
        /// Registered.
        /// Day of establishment on the licence; it tells in which year the entity is new, open without it.
        registered: Maybe<PartialDate> "登记时间：营业执照上的成立日期，决定算哪一年新登记的；不填则待定" ["附件2-27", "三"],
        /// Moved into the e-town.
        /// When it came from elsewhere, not there before; empty if it was in the e-town from the start.
        moved_in: Maybe<PartialDate> "入驻时间：从镇外迁入的时间，此前不算在镇内；一开始就在镇内的不填" ["附件2-27"],
        /// Moved out of it.
        /// When it left the e-town; no longer in force from then on. Empty while it is there.
        moved_out: Maybe<PartialDate> "迁出时间：迁出e镇的时间，从此不算在册；仍在镇内的不填" [],
        /// Deregistered.
        /// Day of deregistration, not in force from then on; by default one new in that same year still counts.
        deregistered: Maybe<PartialDate> "注销时间：注销登记的日期，从此不算在册；默认当年登记又注销的仍计入当年" ["附件2-27"],
        /// Where it is.
        /// Inside the declared boundary or outside; by default outside does not count, open without an answer.
        territory: Maybe<Territory> "所在地域：在申报四至以内还是以外；以外的默认不计入，不填则待定" ["附件2-27"],
        /// Township.
        /// Written as among the townships of the site; read where each township is counted by itself.
        township: Maybe<Short> "所在乡镇：写法与建设范围的所在乡镇一致；按乡镇分别计数时用" ["附件2-27"],
        /// Whether it is above designated size.
        /// As listed by the statistics bureau, not by your own reckoning; recorded, no indicator asks for it.
        above_designated_size: Maybe<bool> "是否限额以上：照统计部门的名录填，不自行测算；只作记录，不作指标条件" ["五(二)"],
        /// Since when it is above designated size.
        /// Month from which the statistics bureau lists it; recorded, no indicator asks for it.
        above_designated_size_since: Maybe<PartialDate> "纳入限额以上时间：统计部门批准纳入的时间，如 2023-03；只作记录" [],
        /// Whether it received a subsidy.
        /// Yes once it received public support; missing months among its sales then give a finding.
        subsidised: Maybe<bool> "是否接受财政补贴：拿过财政补贴就填是；填是的，月度销售中间缺月会提示" ["九6"],
        /// Sales by month, platform and channel.
        /// From the shops' records, by month, platform and channel; they check the statistics and are not counted.
        sales: List<Sale> "月度销售：按月、平台、渠道照店铺后台填；用来核对统计数，不直接计入指标" ["附件2-26"],
        /// Documents on the entity.
        /// What shows registration and presence, such as the licence or the lease of its rooms.
        evidence: List<Ref<ToDocument>> "依据文件：证明登记、入驻的材料，如营业执照、入驻协议；填佐证文件编号" [],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_form_goes_with_every_kind_of_code_that_says_anything() {
        for kind in [UsccKind::SoleTrader, UsccKind::PublicInstitution, UsccKind::Foundation] {
            assert_eq!(LegalForm::Other.goes_with(kind), Some(true), "{kind:?}");
        }
        assert_eq!(LegalForm::SoleTrader.goes_with(UsccKind::SoleTrader), Some(true));
        assert_eq!(LegalForm::SoleTrader.goes_with(UsccKind::PublicInstitution), Some(false));
        assert_eq!([LegalForm::Other, LegalForm::SoleTrader].map(|form| form.goes_with(UsccKind::Other)), [None; 2]);
    }
}
