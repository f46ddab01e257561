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
        role: Maybe<EntityRole> required "角色" ["附件2-4", "五(三)"],
        /// Reach of its influence, as the evidence shows.
        influence: Maybe<Level> "影响范围" ["附件2-4", "五(二)", "五(三)"],
        /// Level of formal recognition.
        recognition: Maybe<Level> "认定级别" ["附件2-4"],
        /// Body that recognised it.
        recognised_by: Maybe<Short> "认定单位" [],
        /// Since when it holds the role.
        since: Maybe<PartialDate> "起始时间" ["附件2-4"],
        /// Documents that show role and influence.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-4"],
    }
}

record! {
    /// Sales of a month on a platform by a channel (月度销售).
    pub struct Sale("月度销售") {
        /// Month.
        month: Maybe<Month> required "月份" ["附件2-26"],
        /// Platform.
        platform: Maybe<Short> "平台" ["附件2-26"],
        /// Channel.
        channel: Maybe<SalesChannel> "渠道" ["附件2-26"],
        /// Amount.
        amount: Maybe<Figure<Money>> required "销售额" ["附件2-26"],
    }
}

record! {
    /// A market entity (市场主体): anything registered to trade.
    pub struct MarketEntity("市场主体") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Unified social credit code.
        code: Maybe<Short> "统一社会信用代码" ["GB 32100-2015"],
        /// Name as registered.
        name: Maybe<Short> "名称" [],
        /// Registered legal form.
        form: Maybe<LegalForm> "登记类型" ["附件2-27"],
        /// Whether it is marked as a legal person.
        legal_person: Maybe<bool> "是否法人" ["附件2-27"],
        /// Whether it is a statistical unit of the legal-person kind.
        statistical_legal_unit: Maybe<bool> "是否统计法人单位" ["附件2-27"],
        /// Roles.
        roles: List<HeldRole> "角色" ["附件2-4", "三", "五(三)"],
        /// Industry code of GB/T 4754-2017.
        industry: Maybe<Short> "国民经济行业代码" ["GB/T 4754-2017"],
        /// Registered.
        registered: Maybe<PartialDate> "登记时间" ["附件2-27", "三"],
        /// Moved into the e-town.
        moved_in: Maybe<PartialDate> "入驻时间" ["附件2-27"],
        /// Moved out of it.
        moved_out: Maybe<PartialDate> "迁出时间" [],
        /// Deregistered.
        deregistered: Maybe<PartialDate> "注销时间" ["附件2-27"],
        /// Where it is.
        territory: Maybe<Territory> "所在地域" ["附件2-27"],
        /// Township.
        township: Maybe<Short> "所在乡镇" ["附件2-27"],
        /// Whether it is above designated size.
        above_designated_size: Maybe<bool> "是否限额以上" ["五(二)"],
        /// Since when it is above designated size.
        above_designated_size_since: Maybe<PartialDate> "纳入限额以上时间" [],
        /// Whether it received a subsidy.
        subsidised: Maybe<bool> "是否接受财政补贴" ["九6"],
        /// Sales by month, platform and channel.
        sales: List<Sale> "月度销售" ["附件2-26"],
        /// Documents on the entity.
        evidence: List<Ref<ToDocument>> "依据文件" [],
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
