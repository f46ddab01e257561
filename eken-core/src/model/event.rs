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
        /// Unique in this section, such as V01; by it the event is found again when data are checked.
        id: Maybe<Id> required "编号：本节内不重复，如 V01；核对和修改时按它找到这次活动" [],
        /// Kind.
        /// Decides whether it counts as a brand exhibition or a publicity activity; any other counts as neither.
        kind: Maybe<EventKind> required "类型：决定计入品牌展会还是宣传活动；选其他的两项都不计" ["附件2-10", "附件2-19"],
        /// Name.
        /// As on notice or banner; same kind, day and name look like one event filed twice.
        name: Maybe<Short> "名称：照通知或横幅上的名称；类型、日期、名称都相同会提示重复填报" [],
        /// Day.
        /// First day of the event; its year is the one in which it counts.
        date: Maybe<PartialDate> required "日期：举办当天，连续几天的填第一天；算在这一天所在的年度" ["附件2-10", "附件2-19"],
        /// Whether it was held or attended.
        /// Exhibitions count held or attended; activities only if held, which is assumed where it is empty.
        participation: Maybe<Participation> "组织方式：展会举办、参加都计；宣传活动只计举办的，不填按举办算" ["附件2-10"],
        /// What it promotes.
        /// All that it promoted; a publicity activity counts only with the e-town among it, open where empty.
        subjects: List<Subject> "宣传内容：宣传了什么，可多选；宣传活动要含乡村e镇才计入，不填则待定" ["附件2-10", "附件2-19", "四3"],
        /// Brand shown.
        /// Brand that was on show, by its id; recorded, the kind of event is what counts.
        brand: Maybe<Ref<ToBrand>> "展示品牌：现场展示的品牌，引用品牌的编号；只作记录，计不计看类型" ["附件2-10"],
        /// Documents on the event.
        /// What shows that it took place, such as programme, photographs or press reports.
        evidence: List<Ref<ToDocument>> "依据文件：证明活动办过的材料，如方案、现场照片、报道；填佐证文件编号" ["附件2-10", "附件2-19"],
    }
}

record! {
    /// A channel of the publicity matrix (宣传渠道).
    pub struct Channel("宣传渠道") {
        /// Identifier.
        /// Unique in this section, such as M1; one record for one account, programme or board.
        id: Maybe<Id> required "编号：本节内不重复，如 M1；一个账号、栏目或展板一条" [],
        /// Name.
        /// Name by which it can be found, such as that of an account or a television programme.
        name: Maybe<Short> "名称：写别人找得到的名称，如公众号名、电视栏目名" [],
        /// Medium.
        /// Accounts, streams and short video are new media; press, radio, television and boards traditional ones.
        medium: Maybe<Medium> required "媒体类型：账号、直播、短视频选新媒体；报纸、广播电视、展板选传统媒体" ["附件2-10"],
        /// Setting.
        /// Online if seen on the net, offline if seen on the spot; each record takes one.
        setting: Maybe<Setting> required "线上线下：在网上看到的选线上，在现场看到的选线下；每条只选一种" ["附件2-10"],
        /// What it promotes.
        /// What it promotes as a rule, all that apply; counted as long as the channel is in use.
        subjects: List<Subject> "宣传内容：平时宣传哪些内容，可多选；渠道在用期间才计入宣传内容" ["附件2-10"],
        /// In use since.
        /// When it was first used for the e-town; without it it is open whether it is in use.
        started: Maybe<PartialDate> "启用时间：开始用来宣传的时间；不填则是否在用待定" ["附件2-10"],
        /// In use until.
        /// When it was given up; from then on it does not count. Empty while it is in use.
        ended: Maybe<PartialDate> "停用时间：停止使用的时间，从此不计；还在使用的不填" [],
        /// Documents on the channel.
        /// What shows it at work, such as a screenshot, contract or photograph of the board.
        evidence: List<Ref<ToDocument>> "依据文件：证明渠道在用的材料，如主页截图、投放合同、展板照片；填佐证文件编号" ["附件2-10"],
    }
}
