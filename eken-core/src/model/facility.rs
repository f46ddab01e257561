//! Facilities: roles, dedicated floor areas, zones (`附件2-11`, `附件2-15` to `附件2-17`).

use super::kind::{Figure, Id, List, Long, Maybe, Ref, Short, code_list, record};
use super::target::{ToDocument, ToFacility};
use crate::quantity::{Area, Count, Date, PartialDate};

code_list! {
    /// Role of a facility (设施功能).
    pub enum FacilityRole {
        /// Public service centre.
        PublicService = "public_service" ("公共服务中心", "public service centre"),
        /// Display and experience centre.
        DisplayExperience = "display_experience" ("产品展示体验中心", "display and experience centre"),
        /// Training and incubation centre.
        TrainingIncubation = "training_incubation" ("培训孵化中心", "training and incubation centre"),
        /// Logistics centre.
        Logistics = "logistics" ("物流仓储配送中心", "logistics centre"),
        /// Base for training in cross-border trade.
        CrossBorderBase = "cross_border_base" ("跨境电商创业培训基地", "cross-border training base"),
        /// Big-data centre.
        BigDataCentre = "big_data_centre" ("大数据中心", "big-data centre"),
        /// Main live-streaming room.
        MainLiveRoom = "main_live_room" ("主直播间", "main live-streaming room"),
        /// Another role.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// Kind of functional zone (功能区).
    pub enum ZoneKind {
        /// Offline display.
        OfflineDisplay = "offline_display" ("线下陈列展示区", "offline display"),
        /// Tasting and experience.
        TastingExperience = "tasting_experience" ("体验品鉴区", "tasting and experience"),
        /// Sales matching.
        SalesMatching = "sales_matching" ("销售对接区", "sales matching"),
        /// Sorting.
        Sorting = "sorting" ("物流分拣区", "sorting"),
        /// Cold-chain storage.
        ColdChainStorage = "cold_chain_storage" ("冷链仓储区", "cold-chain storage"),
        /// Dispatch.
        Dispatch = "dispatch" ("物流发货区", "dispatch"),
        /// Office.
        Office = "office" ("办公区", "office"),
        /// Training.
        Training = "training" ("培训区", "training"),
        /// Live streaming.
        LiveStreaming = "live_streaming" ("直播区", "live streaming"),
        /// Incubation.
        Incubation = "incubation" ("孵化区", "incubation"),
        /// Storage.
        Storage = "storage" ("仓储区", "storage"),
        /// Another zone.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// Programme with which a facility is shared (共用项目).
    pub enum SharedProgramme {
        /// The demonstration county programme.
        Demonstration = "demonstration" ("电子商务进农村综合示范", "demonstration county programme"),
        /// Cross-border trade.
        CrossBorder = "cross_border" ("跨境电子商务创业培训", "cross-border training"),
        /// Another programme.
        Other = "other" ("其他", "other"),
    }
}

record! {
    /// A role of a facility with the floor area dedicated to it (设施功能与专用面积).
    pub struct DedicatedRole("设施功能与专用面积") {
        /// Role.
        /// What the area serves as, one entry for each role; two of one role may leave the area open.
        role: Maybe<FacilityRole> required "功能：这块面积作什么用，一个功能一条；同一功能填两条，面积可能待定" ["附件2-11", "附件2-15", "附件2-16", "附件2-17"],
        /// Floor area dedicated to the role.
        /// What the indicator tests: the area used for this role alone, not that of the building.
        area: Maybe<Figure<Area>> "专用建筑面积：只填本功能专用的面积，指标按它判定，不是整栋楼的面积" ["附件2-11", "附件2-15", "附件2-16", "附件2-17"],
        /// Number of rooms in the role.
        /// Counted for live-streaming rooms and big-data centres; one where nothing is said.
        rooms: Maybe<Count> "间数：直播间、大数据中心按间数计；未写明按1间" ["附件2-15"],
    }
}

record! {
    /// A functional zone of a facility (功能区).
    pub struct Zone("功能区") {
        /// Kind of zone.
        /// By its real use; an indicator looks for the kinds that its plan names in the facility of the role.
        kind: Maybe<ZoneKind> required "功能区类型：按实际用途选；方案点名的功能区，就在承担该功能的设施里找" ["附件2-16", "五(五)2"],
        /// Floor area of the zone.
        /// Of this zone alone: no shared floor, and what two zones share in one of them only.
        area: Maybe<Figure<Area>> "面积：只填本区，不含公摊；两区共用的部分只算在一个区里" [],
    }
}

record! {
    /// A floor area counted in two facilities (面积重叠).
    pub struct Overlap("面积重叠") {
        /// The other facility.
        /// Id of the other facility that counts the same floor; one of the two is enough to state it.
        with: Maybe<Ref<ToFacility>> required "重叠设施：另一处也算了这块面积的设施，引用其编号；两处中有一处填就行" ["附件2-15"],
        /// Floor area that both count.
        /// The floor that both of them count; where both state it, the figures must agree.
        area: Maybe<Figure<Area>> required "重叠面积：两处都算进去的那部分；两处都填了的，数要一致" [],
    }
}

record! {
    /// Use of a facility in common with another programme (统筹使用).
    pub struct SharedUse("统筹使用") {
        /// The other programme.
        /// Which other programme uses it; the indicator looks for the demonstration county programme.
        programme: Maybe<SharedProgramme> required "共用项目：与哪个项目共用；综合示范县的指标只看电子商务进农村综合示范" ["附件2-11"],
        /// Since when.
        /// When the use in common began; without it it stays open.
        since: Maybe<PartialDate> "起始时间：开始共用的时间；不填则是否统筹使用待定" [],
        /// Documents that show it.
        /// Agreement or approval of the use in common; one with a digest at least, else it stays open.
        evidence: List<Ref<ToDocument>> "依据文件：共用协议或批复；至少引用一份填了文件摘要的，否则待定" ["附件2-11"],
    }
}

record! {
    /// An exemption from a floor area that holds in principle (面积例外批准).
    pub struct Exemption("面积例外批准") {
        /// Role that is exempted.
        /// Role that falls short of the floor area; the approval holds for this one alone.
        role: Maybe<FacilityRole> required "例外功能：面积不足而获准例外的功能；只对这一功能有效" ["附件2-17"],
        /// Reason.
        /// Why the area is enough for what is needed here, as the approval says.
        reason: Maybe<Long> required "理由：为什么面积小也够用，照批准文件写；缺了则待定" ["附件2-17"],
        /// Body that approved it.
        /// Body that signed the approval; without it the indicator stays open.
        approved_by: Maybe<Short> required "批准单位：照批准文件落款填单位，不填个人；缺了则待定" ["附件2-17"],
        /// Day of approval.
        /// Day on the approval; open without it, and no exemption where it is after the as-of date.
        approved: Maybe<Date> "批准日期：批准文件上的日期；没有日期则待定，晚于评估时点的例外不成立" ["附件2-17"],
        /// The approving document.
        /// The approval itself, by the id of the evidence document; it needs a digest.
        document: Maybe<Ref<ToDocument>> required "批准文件：批准文件本身，引用佐证文件的编号；该文件须填文件摘要" ["附件2-17"],
    }
}

record! {
    /// A facility of the e-town (设施): a building or a part of one.
    pub struct Facility("设施") {
        /// Identifier.
        /// Unique in this section, such as F01; sessions and other facilities refer to it.
        id: Maybe<Id> required "编号：本节内不重复，如 F01；培训场次和其他设施按它引用" [],
        /// Name.
        /// As on its sign; tells facilities in one building apart.
        name: Maybe<Short> "名称：照牌子上的名称；同一栋楼里的几处靠名称区分" [],
        /// Building.
        /// Its name or number; the same one twice for one role looks like a facility filed twice.
        building: Maybe<Short> "所在建筑：写楼名或楼号，如电商园1号楼；同楼同名同功能会提示重复填报" [],
        /// Address.
        /// Road and number, or village; stands for the building where none is named. No telephone numbers.
        address: Maybe<Short> "地址：写到门牌或村；没写楼名的，用它查重复填报；不写联系电话" [],
        /// Roles with their dedicated floor areas.
        /// All that it serves as, each with its own area; it is looked at for no role that is not listed.
        roles: List<DedicatedRole> "功能与专用面积：承担哪些功能、各用多少面积；没列的功能不会算到它" ["附件2-11", "附件2-15", "附件2-16", "附件2-17"],
        /// Floor area of the whole facility.
        /// All floors of this facility; no role or zone has more. Indicators test the dedicated areas, not this.
        floor_area: Maybe<Figure<Area>> "总建筑面积：本设施各层合计，各功能和功能区都不能超过它；指标看专用面积" [],
        /// Facility that it lies inside.
        /// Facility in which all of it lies, by id; so a live-streaming room counts for the service centre.
        inside: Maybe<Ref<ToFacility>> "位于何设施内：整个在哪处设施里面，引用其编号；直播间、大数据中心由此算入" ["附件2-15"],
        /// Facility that it is formally assigned to.
        /// Facility to which it belongs by decision though it lies elsewhere, by id; it counts there as well.
        assigned_to: Maybe<Ref<ToFacility>> "正式划归何设施：不在其内、但已正式划归哪处设施，引用其编号；同样算入该设施" ["附件2-15"],
        /// Overlaps with other facilities.
        /// Floor that another facility counts too; where areas exclude each other, it is taken off.
        overlaps: List<Overlap> "面积重叠：哪些面积别处也算了；一方写明即可，按互不重叠计时会扣除" ["附件2-15"],
        /// Functional zones.
        /// Zones that are set up; roles held here share them. Open where none is listed.
        zones: List<Zone> "功能区：已经设好的功能区，几项功能共用；整项不填则待定，空清单为一个都没有" ["附件2-16", "附件2-17"],
        /// Use in common with other programmes.
        /// Other programmes that use it; in a demonstration county the training centre is open without it.
        shared_use: List<SharedUse> "统筹使用：还给哪些项目用；综合示范县的培训中心按它判断，不填则待定" ["附件2-11"],
        /// Opened.
        /// When it came into use, not when it was built; counted from then on, open without it.
        opened: Maybe<PartialDate> "启用时间：投入使用的时间，不是建成时间；此前不算，不填则待定" [],
        /// Closed.
        /// When use ended; from then on it does not count. Empty while it is in use.
        closed: Maybe<PartialDate> "停用时间：停止使用的时间，从此不算；还在使用的不填" [],
        /// Exemptions from a floor area.
        /// Approvals to have less floor than the plan asks in principle; only complete ones hold.
        exemptions: List<Exemption> "面积例外批准：方案只作原则要求时获准的面积例外；各项填全才成立" ["附件2-17"],
        /// Documents on the facility.
        /// What shows premises and areas, such as a survey or a lease.
        evidence: List<Ref<ToDocument>> "依据文件：证明用房和面积的材料，如测绘报告、租赁合同；填佐证文件编号" [],
    }
}
