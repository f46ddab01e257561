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
        /// As the document classes the county, not by your own reckoning; thresholds by tier are taken from it.
        tier: Maybe<CountyTier> required "县域类型：照认定文件选，不自行判断；分档指标按它取标准" ["附件2-23", "附件2-25", "附件2-26"],
        /// Documents that show the tier.
        /// The document that classes the county; without a digest the tier is not taken and tiered indicators are open.
        evidence: List<Ref<ToDocument>> "依据文件：认定县域类型的文件；没有一份填了文件摘要的，分档指标待定" [],
        /// Note on the tier.
        /// What has to be said of it, such as that the tier was changed later.
        note: Maybe<Long> "备注：需要说明的情况，如类型后来有过调整" [],
    }
}

record! {
    /// Whether the county was a rural e-commerce demonstration county (电子商务进农村综合示范县).
    pub struct DemonstrationCounty("综合示范县情况") {
        /// Whether it is one.
        /// With a yes the training centre must be used in common; with a no that does not apply.
        is: Maybe<bool> required "是否综合示范县：填是的，培训中心须统筹使用已有的；填否的，这一项不适用" ["附件2-11", "八"],
        /// Documents that show it.
        /// The list or approval that names the county; a yes without a digest on file stays open.
        evidence: List<Ref<ToDocument>> "依据文件：列入示范县的名单或批复；填是的至少要一份有文件摘要的，否则待定" [],
    }
}

record! {
    /// The four limits of the site (四至).
    pub struct FourLimits("四至") {
        /// Limit in the east.
        /// Road, river or village that bounds the site there, worded as in the plan: the two are compared.
        east: Maybe<Short> "东至：东面到哪里为界，写路名、河名或村名；与方案的写法比对" ["七(三)", "附件2-24"],
        /// Limit in the west.
        /// Road, river or village that bounds the site there; east and west must not be the same.
        west: Maybe<Short> "西至：西面到哪里为界，写路名、河名或村名；不应与东至相同" ["七(三)", "附件2-24"],
        /// Limit in the south.
        /// Road, river or village that bounds the site there; a village that lies in the site gives a note.
        south: Maybe<Short> "南至：南面到哪里为界，写路名、河名或村名；写范围内的村会加提示" ["七(三)", "附件2-24"],
        /// Limit in the north.
        /// Road, river or village that bounds the site there; north and south must not be the same.
        north: Maybe<Short> "北至：北面到哪里为界，写路名、河名或村名；不应与南至相同" ["七(三)", "附件2-24"],
    }
}

record! {
    /// The site of the e-town (建设范围).
    pub struct Site("建设范围") {
        /// Villages of the site.
        /// All villages in the site, with or without their township; compared with the plan's in any order.
        villages: List<Short> "所在村：范围内的全部村，可以带乡镇名；与方案所写比对，不论次序" ["七(三)"],
        /// Townships that host the site.
        /// All townships in which it lies; entities of the e-town are expected to be in one of them.
        townships: List<Short> "所在乡镇：范围落在哪些乡镇，要写全；e镇内主体的乡镇应在其中" ["七(三)"],
        /// The four limits.
        /// What bounds the site on each side, in words; the line on the map is the boundary.
        limits: Maybe<FourLimits> "四至：东南西北各以什么为界，用文字写；地图上的界线填边界多边形" ["附件2-24", "七(三)"],
        /// Area of the whole declared site.
        /// All land inside the four limits; the indicator tests it by default, not the core's or the built-over part.
        area: Maybe<Figure<Area>> "占地面积：整个申报范围的占地，指标默认按它判定；不是核心区或建成区" ["附件2-24"],
        /// Area of the core.
        /// The core inside the site; not larger than the site, and not the area tested by default.
        core_area: Maybe<Figure<Area>> "核心区面积：范围内核心区的占地，不能大于占地面积；默认不按它判定规模" ["七(三)"],
        /// Area that is built over.
        /// Land of the site that is built over by now; it only serves as a check.
        built_area: Maybe<Figure<Area>> "建成区面积：范围内已经建成的占地，不能大于占地面积；只用来核对" ["附件2-24"],
        /// Floor area of all buildings.
        /// All buildings of the site as declared, not the sum of the facilities; read where a plan tests floor area.
        floor_area: Maybe<Figure<Area>> "总建筑面积：范围内所有建筑的申报数，不是各设施相加；方案按建筑面积看规模时用" ["附件2-24"],
        /// Boundary.
        /// GeoJSON polygon in CGCS2000 or WGS 84 degrees: one closed ring, longitude before latitude.
        boundary: Maybe<Geometry> "边界多边形：GeoJSON 多边形，CGCS2000 或 WGS 84 坐标；一圈闭合，先经度后纬度" ["附件2-24"],
        /// Documents that fix the boundary.
        /// Approval, survey or map that fixes the site; reviewers judge the boundary by it.
        evidence: List<Ref<ToDocument>> "依据文件：划定范围的批复、勘测报告、图纸；评审边界时要看" ["附件2-24"],
    }
}

record! {
    /// What the town has declared of itself beyond figures (建设情况).
    pub struct TownFacts("建设情况") {
        /// Whether a sign of the e-town stands in a prominent place.
        /// Yes if it stands where people pass, such as a crossing; open until a document on file shows it.
        sign_in_prominent_place: Maybe<bool> "醒目位置设立标识：路口、大门等显眼处已立标识才填是；要有照片等在档，否则待定" ["四4", "五(五)3"],
        /// Whether the archive of the e-town is kept.
        /// Yes if an archive of the e-town exists and is kept up; open until a document on file shows it.
        archive_kept: Maybe<bool> "建立e镇档案：e镇档案已建立并在更新才填是；要有目录等在档，否则待定" ["五(五)3"],
        /// Whether a professional team operates the service centre.
        /// Yes if a team of professionals runs the centre day by day; open until a document on file shows it.
        operating_team: Maybe<bool> "配备运营团队：公共服务中心有专业团队日常运营才填是；要有合同等在档，否则待定" ["五(五)1"],
        /// Whether the quarter-hour convenience circle is in place.
        /// Yes if residents find daily services within a quarter-hour; open until a document on file shows it.
        convenience_circle: Maybe<bool> "一刻钟便民生活圈：居民一刻钟内能办日常事务才填是；要有依据文件在档，否则待定" ["三4", "五(五)3"],
        /// Whether couriers are brought together in one warehouse and delivery.
        /// Yes if several couriers share one warehouse and delivery; open until a document on file shows it.
        couriers_brought_together: Maybe<bool> "快递统仓共配：几家快递共用仓库、统一配送才填是；要有协议等在档，否则待定" ["三3", "四5", "五(五)2"],
        /// Whether entities are helped to open shops on platforms.
        /// Yes if entities really were helped to open shops; open until a document on file shows it.
        shop_opening_help: Maybe<bool> "提供平台开店服务：确实帮主体在平台开过店才填是；要有服务记录等在档，否则待定" ["五(二)"],
        /// Whether talent, enterprises, government and market are linked.
        /// Yes if there is a standing way to bring them together; open until a document on file shows it.
        talent_link: Maybe<bool> "人才、企业、政府、市场连接机制：有经常运行的对接办法才填是；要有文件或记录在档，否则待定" ["五(六)"],
        /// Functions the e-town offers.
        /// All that the e-town offers by now; what is not chosen is taken as not there. Needs a document on file.
        functions: List<TownFunction> "基础功能：已经具备的全部选上，没选的视为没有；要有依据文件在档，否则待定" ["五(五)3"],
        /// Services for residents.
        /// All that residents can use by now; what is not chosen is taken as not there. Needs a document on file.
        services: List<ConvenienceService> "便民服务：居民已经能用的全部选上，没选的视为没有；要有依据文件在档，否则待定" ["五(五)1"],
        /// Documents that show these facts.
        /// What shows the answers of this part; one with a digest at least, else each yes stays open.
        evidence: List<Ref<ToDocument>> "依据文件：证明建设情况各项的材料；没有一份填了文件摘要的，填是的都待定" [],
    }
}

record! {
    /// The e-town that the dossier is about (乡村e镇).
    pub struct Town("乡村e镇") {
        /// Identifier of the town.
        /// A short name of the town for your own use, such as lixi; the verdicts do not depend on it.
        id: Maybe<Id> "编号：自己用的简短编号，如 lixi；不影响结论，可以不填" [],
        /// Name of the project.
        /// In full as in the plan, such as 例溪县例溪乡村e镇; the two are compared, blanks aside.
        name: Maybe<Short> required "项目名称：照方案写全称，如例溪县例溪乡村e镇；与方案所写比对，空格不计" ["七(一)"],
        /// Name of the county.
        /// In full, with the character 县 or 市; recorded, the division code tells which it is.
        county: Maybe<Short> "所在县：写全称，如例溪县；只作记录，是哪个县以行政区划代码为准" [],
        /// Division code of the county, six digits.
        /// Of the county, not of the city or a township; one no longer in use gives a finding.
        division: Maybe<Short> "县级行政区划代码：县级的6位数字，不是市或乡镇的；已停用的代码会提示现行代码" ["GB/T 2260"],
        /// Boundary of the county.
        /// GeoJSON polygon, the county's line or a rectangle around it; the site is checked to lie inside.
        county_bounds: Maybe<Geometry> "县域范围：县界或其外包矩形，GeoJSON；用来检查建设范围有没有出县" ["七(三)"],
        /// Tier of the county.
        /// The tier and the document that shows it; without either, indicators with tiers stay open.
        tier: Maybe<TierDeclaration> "县域类型：写明类型并引用认定文件；未申报的，分档指标待定" ["附件2-23", "附件2-25", "附件2-26"],
        /// Whether the county is a demonstration county.
        /// It tells whether the training centre must be used in common; that stays open where it is empty.
        demonstration_county: Maybe<DemonstrationCounty> "综合示范县情况：是不是电子商务进农村综合示范县；不填则培训中心统筹使用待定" ["附件2-11"],
        /// Leading industry as the scheme words it.
        /// Its parts joined by a sign such as +, in any order; compared with the wording of the plan.
        main_industry: Maybe<Short> "主导产业表述：照方案的说法写，几个产业用＋或顿号连接；与方案所写比对" ["七(二)"],
        /// Start of the programme.
        /// As in the launching document; training, fostering and violations count from it, else they are open.
        programme_start: Maybe<PartialDate> "项目启动时间：照启动文件填；培训、培育和违规都从这时算起，不填则待定" ["六(一)"],
        /// Completion as declared.
        /// As declared; years before it are not asked for growth, and without it growth stays open.
        completed: Maybe<PartialDate> "申报的建成时间：申报e镇建成的时间；此前的年度不看增速，不填则增速待定" ["三", "附件2-23", "附件2-26"],
        /// The site.
        /// Villages, four limits, areas and boundary of all that is declared; without it the size of the site is open.
        site: Maybe<Site> "建设范围：整个申报范围的村、四至、面积和边界；不填则用地规模待定" ["附件2-24", "七(三)"],
        /// Facts of the town beyond figures.
        /// Sign, archive, team, functions, services and more; each yes needs a document on file.
        facts: Maybe<TownFacts> "建设情况：标识、档案、团队、功能、便民服务等；填是的要有依据文件在档" ["五(五)3"],
    }
}
