//! The project ledger, inspections and the issue list (`九2`).

use super::kind::{Id, List, Long, Maybe, Ref, Short, code_list, record};
use super::target::{ToDocument, ToEntity, ToInspection};
use crate::quantity::{Count, Date, PartialDate, Share};

code_list! {
    /// State of a project (项目状态).
    pub enum ProjectState {
        /// Not begun.
        Planned = "planned" ("未开工", "planned"),
        /// Under way.
        UnderWay = "under_way" ("在建", "under way"),
        /// Done.
        Done = "done" ("完工", "done"),
        /// Accepted.
        Accepted = "accepted" ("已验收", "accepted"),
        /// Stopped.
        Stopped = "stopped" ("停建", "stopped"),
    }
}

code_list! {
    /// Kind of inspection (检查类型).
    pub enum InspectionKind {
        /// Daily supervision.
        Daily = "daily" ("日常监督检查", "daily supervision"),
        /// On site.
        OnSite = "on_site" ("现场检查", "on site"),
        /// By a third party.
        ThirdParty = "third_party" ("第三方核查", "third party"),
        /// By discipline or supervision bodies.
        Discipline = "discipline" ("纪检监督", "discipline"),
        /// By finance.
        Finance = "finance" ("财政监督", "finance"),
    }
}

record! {
    /// Progress of a project at a day (进度记录).
    pub struct Progress("进度记录") {
        /// Day.
        date: Maybe<PartialDate> required "日期" ["九2", "六(二)"],
        /// Share done.
        done: Maybe<Share> "完成进度" ["六(二)"],
        /// Note.
        note: Maybe<Long> "说明" [],
    }
}

record! {
    /// A project of the ledger (项目台账).
    pub struct Project("项目") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Name.
        name: Maybe<Short> required "名称" ["九2"],
        /// Undertakers.
        undertakers: List<Ref<ToEntity>> "承办主体" ["九6", "六(二)"],
        /// State.
        state: Maybe<ProjectState> "状态" ["九2"],
        /// Begun.
        started: Maybe<PartialDate> "开工时间" [],
        /// Due.
        due: Maybe<PartialDate> "计划完工时间" ["六(二)"],
        /// Done.
        finished: Maybe<PartialDate> "实际完工时间" [],
        /// Progress.
        progress: List<Progress> "进度记录" ["九2"],
        /// Whether it has provincial funds.
        provincially_funded: Maybe<bool> "是否省级资金项目" ["附件1"],
        /// Documents on it.
        evidence: List<Ref<ToDocument>> "依据文件" [],
    }
}

record! {
    /// An inspection (检查).
    pub struct Inspection("检查") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Day.
        date: Maybe<Date> required "日期" ["九2", "九4"],
        /// Kind.
        kind: Maybe<InspectionKind> "检查类型" ["九2"],
        /// Body that inspected.
        inspector: Maybe<Short> "检查单位" ["九2"],
        /// How many issues it found.
        issues_found: Maybe<Count> "发现问题数" ["九2"],
        /// Report.
        document: Maybe<Ref<ToDocument>> "检查报告" ["九2"],
    }
}

record! {
    /// An item of the issue list with its rectification (问题清单).
    pub struct IssueItem("问题清单") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Inspection that found it.
        inspection: Maybe<Ref<ToInspection>> "来源检查" ["九2"],
        /// Found.
        found: Maybe<Date> required "发现日期" ["九2"],
        /// Description.
        description: Maybe<Long> "问题描述" ["九2"],
        /// Department that must rectify it.
        department: Maybe<Short> "整改责任单位" ["九2"],
        /// Rectification due.
        due: Maybe<Date> "整改期限" ["九2"],
        /// Rectified.
        rectified: Maybe<Date> "整改完成日期" ["九2"],
        /// Documents on the rectification.
        evidence: List<Ref<ToDocument>> "整改依据" ["九2"],
    }
}
