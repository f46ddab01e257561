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
        role: Maybe<FacilityRole> required "功能" ["附件2-11", "附件2-15", "附件2-16", "附件2-17"],
        /// Floor area dedicated to the role: it is tested, never that of the building.
        area: Maybe<Figure<Area>> "专用建筑面积：不是整栋楼的面积" ["附件2-11", "附件2-15", "附件2-16", "附件2-17"],
        /// Number of rooms in the role; one where nothing is said.
        rooms: Maybe<Count> "间数：未写明按1间" ["附件2-15"],
    }
}

record! {
    /// A functional zone of a facility (功能区).
    pub struct Zone("功能区") {
        /// Kind of zone.
        kind: Maybe<ZoneKind> required "功能区类型" ["附件2-16", "五(五)2"],
        /// Floor area of the zone.
        area: Maybe<Figure<Area>> "面积" [],
    }
}

record! {
    /// A floor area counted in two facilities (面积重叠).
    pub struct Overlap("面积重叠") {
        /// The other facility.
        with: Maybe<Ref<ToFacility>> required "重叠设施" ["附件2-15"],
        /// Floor area that both count.
        area: Maybe<Figure<Area>> required "重叠面积" [],
    }
}

record! {
    /// Use of a facility in common with another programme (统筹使用).
    pub struct SharedUse("统筹使用") {
        /// The other programme.
        programme: Maybe<SharedProgramme> required "共用项目" ["附件2-11"],
        /// Since when.
        since: Maybe<PartialDate> "起始时间" [],
        /// Documents that show it.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-11"],
    }
}

record! {
    /// An exemption from a floor area that holds in principle (面积例外批准).
    pub struct Exemption("面积例外批准") {
        /// Role that is exempted.
        role: Maybe<FacilityRole> required "例外功能" ["附件2-17"],
        /// Reason.
        reason: Maybe<Long> required "理由" ["附件2-17"],
        /// Body that approved it.
        approved_by: Maybe<Short> required "批准单位" ["附件2-17"],
        /// Day of approval.
        approved: Maybe<Date> "批准日期" ["附件2-17"],
        /// The approving document.
        document: Maybe<Ref<ToDocument>> required "批准文件" ["附件2-17"],
    }
}

record! {
    /// A facility of the e-town (设施): a building or a part of one.
    pub struct Facility("设施") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Name.
        name: Maybe<Short> "名称" [],
        /// Building, so that the same one is not claimed twice.
        building: Maybe<Short> "所在建筑" [],
        /// Address.
        address: Maybe<Short> "地址" [],
        /// Roles with their dedicated floor areas.
        roles: List<DedicatedRole> "功能与专用面积" ["附件2-11", "附件2-15", "附件2-16", "附件2-17"],
        /// Floor area of the whole facility.
        floor_area: Maybe<Figure<Area>> "总建筑面积" [],
        /// Facility that it lies inside.
        inside: Maybe<Ref<ToFacility>> "位于何设施内" ["附件2-15"],
        /// Facility that it is formally assigned to.
        assigned_to: Maybe<Ref<ToFacility>> "正式划归何设施" ["附件2-15"],
        /// Overlaps with other facilities.
        overlaps: List<Overlap> "面积重叠" ["附件2-15"],
        /// Functional zones.
        zones: List<Zone> "功能区" ["附件2-16", "附件2-17"],
        /// Use in common with other programmes.
        shared_use: List<SharedUse> "统筹使用" ["附件2-11"],
        /// Opened.
        opened: Maybe<PartialDate> "启用时间" [],
        /// Closed.
        closed: Maybe<PartialDate> "停用时间" [],
        /// Exemptions from a floor area.
        exemptions: List<Exemption> "面积例外批准" ["附件2-17"],
        /// Documents on the facility.
        evidence: List<Ref<ToDocument>> "依据文件" [],
    }
}
