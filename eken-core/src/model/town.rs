//! The town: its county, tier, site and what it offers (`附件2-24`, `七`).

use super::geometry::Geometry;
use super::kind::{Figure, Id, List, Long, Maybe, Ref, Short, code_list, record};
use super::target::ToDocument;
use crate::quantity::{Area, PartialDate};

code_list! {
    /// County tier (县域类型): it sets the thresholds of indicators 23, 25 and 26.
    pub enum CountyTier {
        /// Pilot and demonstration county.
        PilotDemonstration = "pilot_demonstration" ("先行示范县", "pilot demonstration county"),
        /// County of general promotion.
        GeneralPromotion = "general_promotion" ("整体推进县", "general promotion county"),
        /// County of key assistance.
        KeyAssistance = "key_assistance" ("重点帮扶县", "key assistance county"),
    }
}

code_list! {
    /// Part of the map that a record belongs to (统计地域).
    pub enum Territory {
        /// Inside the core area.
        CoreArea = "core_area" ("核心区", "core area"),
        /// Inside the declared boundary, outside the core area; for a figure: the whole site.
        Site = "site" ("e镇四至范围内", "declared boundary"),
        /// In a host township, outside the boundary; for a figure: the host townships as a whole.
        HostTownships = "host_townships" ("所在乡镇", "host townships"),
        /// Elsewhere; for a figure: the county.
        County = "county" ("县域其他", "elsewhere in the county"),
        /// The city to which the county belongs.
        City = "city" ("所在市", "city"),
    }
}

impl Territory {
    /// Whether a record of this part of the map lies in the e-town: inside its declared boundary.
    pub const fn is_in_town(self) -> bool {
        matches!(self, Self::CoreArea | Self::Site)
    }
}

code_list! {
    /// What the e-town is there for (基础功能, `五(五)3`).
    pub enum TownFunction {
        /// Display of products.
        Display = "display" ("产品展示", "display"),
        /// Collection of data.
        DataCollection = "data_collection" ("数据采集", "data collection"),
        /// Statistics and analysis.
        Statistics = "statistics" ("统计分析", "statistics"),
        /// Offices.
        Office = "office" ("办公", "office"),
        /// Meetings.
        Meeting = "meeting" ("会议", "meeting"),
        /// Reception and negotiation.
        ReceptionNegotiation = "reception_negotiation" ("会客洽谈", "reception and negotiation"),
        /// Advice on policy and technology.
        Advice = "advice" ("政策咨询与技术支持", "advice"),
    }
}

code_list! {
    /// Service for residents (便民服务, `五(五)1`).
    pub enum ConvenienceService {
        /// Buying and selling for others.
        AgencyTrade = "agency_trade" ("代买代卖", "buying and selling for others"),
        /// Small deposits and withdrawals.
        SmallBanking = "small_banking" ("小额存取", "small banking"),
        /// Information.
        Information = "information" ("信息咨询", "information"),
        /// Job placement.
        JobPlacement = "job_placement" ("职业介绍", "job placement"),
        /// Travel.
        Travel = "travel" ("旅游出行", "travel"),
        /// Another service.
        Other = "other" ("其他便民服务", "other"),
    }
}

record! {
    /// Tier of the county as declared, with its evidence (县域类型申报).
    pub struct TierDeclaration("县域类型申报") {
        /// Tier of the county.
        tier: Maybe<CountyTier> required "县域类型" ["附件2-23", "附件2-25", "附件2-26"],
        /// Documents that show the tier.
        evidence: List<Ref<ToDocument>> "依据文件" [],
        /// Note on the tier.
        note: Maybe<Long> "备注" [],
    }
}

record! {
    /// Whether the county was a rural e-commerce demonstration county (电子商务进农村综合示范县).
    pub struct DemonstrationCounty("综合示范县情况") {
        /// Whether it is one.
        is: Maybe<bool> required "是否综合示范县" ["附件2-11", "八"],
        /// Documents that show it.
        evidence: List<Ref<ToDocument>> "依据文件" [],
    }
}

record! {
    /// The four limits of the site (四至).
    pub struct FourLimits("四至") {
        /// Limit in the east.
        east: Maybe<Short> "东至" ["七(三)", "附件2-24"],
        /// Limit in the west.
        west: Maybe<Short> "西至" ["七(三)", "附件2-24"],
        /// Limit in the south.
        south: Maybe<Short> "南至" ["七(三)", "附件2-24"],
        /// Limit in the north.
        north: Maybe<Short> "北至" ["七(三)", "附件2-24"],
    }
}

record! {
    /// The site of the e-town (建设范围).
    pub struct Site("建设范围") {
        /// Villages of the site.
        villages: List<Short> "所在村" ["七(三)"],
        /// Townships that host the site.
        townships: List<Short> "所在乡镇" ["七(三)"],
        /// The four limits.
        limits: Maybe<FourLimits> "四至" ["附件2-24", "七(三)"],
        /// Area of the whole declared site.
        area: Maybe<Figure<Area>> "占地面积：整个申报范围" ["附件2-24"],
        /// Area of the core.
        core_area: Maybe<Figure<Area>> "核心区面积" ["七(三)"],
        /// Area that is built over.
        built_area: Maybe<Figure<Area>> "建成区面积" ["附件2-24"],
        /// Floor area of all buildings.
        floor_area: Maybe<Figure<Area>> "总建筑面积" ["附件2-24"],
        /// Boundary as a GeoJSON polygon in CGCS2000 or WGS 84 degrees.
        boundary: Maybe<Geometry> "边界多边形：GeoJSON" ["附件2-24"],
        /// Documents that fix the boundary.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-24"],
    }
}

record! {
    /// What the town has declared of itself beyond figures (建设情况).
    pub struct TownFacts("建设情况") {
        /// Whether a sign of the e-town stands in a prominent place.
        sign_in_prominent_place: Maybe<bool> "醒目位置设立标识" ["四4", "五(五)3"],
        /// Whether the archive of the e-town is kept.
        archive_kept: Maybe<bool> "建立e镇档案" ["五(五)3"],
        /// Whether a professional team operates the service centre.
        operating_team: Maybe<bool> "配备运营团队" ["五(五)1"],
        /// Whether the quarter-hour convenience circle is in place.
        convenience_circle: Maybe<bool> "一刻钟便民生活圈" ["三4", "五(五)3"],
        /// Whether couriers are brought together in one warehouse and delivery.
        couriers_brought_together: Maybe<bool> "快递统仓共配" ["三3", "四5", "五(五)2"],
        /// Whether entities are helped to open shops on platforms.
        shop_opening_help: Maybe<bool> "提供平台开店服务" ["五(二)"],
        /// Whether talent, enterprises, government and market are linked.
        talent_link: Maybe<bool> "人才、企业、政府、市场连接机制" ["五(六)"],
        /// Functions the e-town offers.
        functions: List<TownFunction> "基础功能" ["五(五)3"],
        /// Services for residents.
        services: List<ConvenienceService> "便民服务" ["五(五)1"],
        /// Documents that show these facts.
        evidence: List<Ref<ToDocument>> "依据文件" [],
    }
}

record! {
    /// The e-town that the dossier is about (乡村e镇).
    pub struct Town("乡村e镇") {
        /// Identifier of the town.
        id: Maybe<Id> "编号" [],
        /// Name of the project.
        name: Maybe<Short> required "项目名称" ["七(一)"],
        /// Name of the county.
        county: Maybe<Short> "所在县" [],
        /// Division code of the county, six digits.
        division: Maybe<Short> "县级行政区划代码" ["GB/T 2260"],
        /// Boundary of the county, or a rectangle around it, as a GeoJSON polygon in CGCS2000 or WGS 84 degrees.
        county_bounds: Maybe<Geometry> "县域范围：县界或其外包矩形，GeoJSON" ["七(三)"],
        /// Tier of the county, with evidence.
        tier: Maybe<TierDeclaration> "县域类型：未申报的，分档指标待定" ["附件2-23", "附件2-25", "附件2-26"],
        /// Whether the county is a demonstration county, with evidence.
        demonstration_county: Maybe<DemonstrationCounty> "综合示范县情况" ["附件2-11"],
        /// Leading industry as the scheme words it.
        main_industry: Maybe<Short> "主导产业表述" ["七(二)"],
        /// Start of the programme.
        programme_start: Maybe<PartialDate> "项目启动时间" ["六(一)"],
        /// Completion as declared.
        completed: Maybe<PartialDate> "申报的建成时间" ["三", "附件2-23", "附件2-26"],
        /// The site.
        site: Maybe<Site> "建设范围" ["附件2-24", "七(三)"],
        /// Facts of the town beyond figures.
        facts: Maybe<TownFacts> "建设情况" ["五(五)3"],
    }
}
