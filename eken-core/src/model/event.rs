//! Exhibitions, publicity activities and the channels of the publicity matrix (`附件2-10`, `附件2-19`).

use super::kind::{Id, List, Maybe, Ref, Short, code_list, record};
use super::people::Participation;
use super::target::{ToBrand, ToDocument};
use crate::quantity::PartialDate;

code_list! {
    /// Kind of event (活动类型).
    pub enum EventKind {
        /// Exhibition of the regional public brand.
        BrandExhibition = "brand_exhibition" ("区域公用品牌展会", "brand exhibition"),
        /// Publicity activity on the e-town.
        PublicityActivity = "publicity_activity" ("宣传活动", "publicity activity"),
        /// Another event.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// What an event or channel promotes (宣传内容).
    pub enum Subject {
        /// The e-town.
        ETown = "e_town" ("乡村e镇", "the e-town"),
        /// The regional public brand.
        RegionalPublicBrand = "regional_public_brand" ("区域公用品牌", "regional public brand"),
        /// The six treasures of Yuanqu.
        SixTreasures = "six_treasures" ("垣曲六宝", "six treasures of Yuanqu"),
        /// Own brands.
        OwnBrand = "own_brand" ("自主品牌", "own brands"),
        /// Policies.
        Policy = "policy" ("相关政策", "policies"),
        /// Training.
        Training = "training" ("培训通知", "training"),
        /// Something else.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// Medium of a channel (媒体类型).
    pub enum Medium {
        /// New media.
        NewMedia = "new_media" ("新媒体", "new media"),
        /// Traditional media.
        Traditional = "traditional" ("传统媒体", "traditional media"),
    }
}

code_list! {
    /// Setting of a channel (线上线下).
    pub enum Setting {
        /// Online.
        Online = "online" ("线上", "online"),
        /// Offline.
        Offline = "offline" ("线下", "offline"),
    }
}

record! {
    /// An event (活动).
    pub struct Event("活动") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Kind.
        kind: Maybe<EventKind> required "类型" ["附件2-10", "附件2-19"],
        /// Name.
        name: Maybe<Short> "名称" [],
        /// Day.
        date: Maybe<PartialDate> required "日期" ["附件2-10", "附件2-19"],
        /// Whether it was held or attended.
        participation: Maybe<Participation> "组织方式" ["附件2-10"],
        /// What it promotes.
        subjects: List<Subject> "宣传内容" ["附件2-10", "附件2-19", "四3"],
        /// Brand shown.
        brand: Maybe<Ref<ToBrand>> "展示品牌" ["附件2-10"],
        /// Documents on the event.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-10", "附件2-19"],
    }
}

record! {
    /// A channel of the publicity matrix (宣传渠道).
    pub struct Channel("宣传渠道") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Name.
        name: Maybe<Short> "名称" [],
        /// Medium.
        medium: Maybe<Medium> required "媒体类型" ["附件2-10"],
        /// Setting.
        setting: Maybe<Setting> required "线上线下" ["附件2-10"],
        /// What it promotes.
        subjects: List<Subject> "宣传内容" ["附件2-10"],
        /// In use since.
        started: Maybe<PartialDate> "启用时间" ["附件2-10"],
        /// In use until.
        ended: Maybe<PartialDate> "停用时间" [],
        /// Documents on the channel.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-10"],
    }
}
