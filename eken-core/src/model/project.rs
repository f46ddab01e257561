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
        /// Day on which the work stood so; the ledger needs an entry by the as-of date.
        date: Maybe<PartialDate> required "日期：这一进度对应的日期；评估时点以前有记录，台账才算在记" ["九2", "六(二)"],
        /// Share done.
        /// Of the whole work up to that day, 100 when finished; not what was added since the last entry.
        done: Maybe<Share> "完成进度：到当天累计完成多少，完工填 100；不是本期新增的部分" ["六(二)"],
        /// Note.
        /// Why it stands still or fell, such as work done over; progress that fell gives no finding then.
        note: Maybe<Long> "说明：进度停滞、倒退的写明原因，如返工；写了就不再提示进度下降" [],
    }
}

record! {
    /// A project of the ledger (项目台账).
    pub struct Project("项目") {
        /// Identifier.
        /// Unique in this section, such as PJ01; investments and payments refer to it.
        id: Maybe<Id> required "编号：本节内不重复，如 PJ01；投资和支出按它引用" [],
        /// Name.
        /// As in the approval; name the stage where one project is built in several.
        name: Maybe<Short> required "名称：照立项文件的名称；分期建设的写明第几期" ["九2"],
        /// Undertakers.
        /// Who carries it out, by the ids of the market entities; its grants are paid to them.
        undertakers: List<Ref<ToEntity>> "承办主体：由谁承办，引用市场主体的编号；项目补助应付给它们" ["九6", "六(二)"],
        /// State.
        /// As at the dossier's as-of date; it must go with dates and progress.
        state: Maybe<ProjectState> "状态：到数据截止日的状态；要与开工、完工时间和进度相符" ["九2"],
        /// Begun.
        /// When work really began; empty before that. One begun after the as-of date is left out.
        started: Maybe<PartialDate> "开工时间：实际开工的时间，未开工的不填；评估时点后才开工的不计" [],
        /// Due.
        /// As approved or contracted, the new day where it was put off; recorded.
        due: Maybe<PartialDate> "计划完工时间：立项或合同定的时间，批准延期的填新时间；只作记录" ["六(二)"],
        /// Done.
        /// When work really ended; expected of every project that is done or accepted.
        finished: Maybe<PartialDate> "实际完工时间：实际完工的时间；状态为完工、已验收的都应填" [],
        /// Progress.
        /// One entry for each reading; a project needs one by the as-of date unless finished, a planned one too.
        progress: List<Progress> "进度记录：每次记录一条；没完工的到评估时点至少要有一条，未开工的也要" ["九2"],
        /// Whether it has provincial funds.
        /// Yes if provincial money went into it; recorded, its publication is filed among the disclosures.
        provincially_funded: Maybe<bool> "是否省级资金项目：用了省级资金填是；只作记录，其基本信息的公开填在公开与报送" ["附件1"],
        /// Documents on it.
        /// What belongs to the project, such as approval, contract or acceptance.
        evidence: List<Ref<ToDocument>> "依据文件：项目的材料，如立项批复、合同、验收单；填佐证文件编号" [],
    }
}

record! {
    /// An inspection (检查).
    pub struct Inspection("检查") {
        /// Identifier.
        /// Unique in this section, such as S01; the issue list refers to it.
        id: Maybe<Id> required "编号：本节内不重复，如 S01；问题清单按它写明来源" [],
        /// Day.
        /// Day of the inspection, the first of several; one after the as-of date does not count.
        date: Maybe<Date> required "日期：检查当天，几天的填第一天；晚于评估时点的不计入" ["九2", "九4"],
        /// Kind.
        /// How or by whom it was done; every kind counts alike.
        kind: Maybe<InspectionKind> "检查类型：谁来查、怎样查；只作分类，哪一类都计入次数" ["九2"],
        /// Body that inspected.
        /// The body that came, such as the county's finance bureau; no persons.
        inspector: Maybe<Short> "检查单位：来检查的单位，如县财政局；不填检查人员姓名" ["九2"],
        /// How many issues it found.
        /// As in the report, 0 for none; the issue list must hold as many that refer to this inspection.
        issues_found: Maybe<Count> "发现问题数：照检查报告填，没有问题填0；问题清单要有同样多条引用它" ["九2"],
        /// Report.
        /// Report or record of the inspection, by the id of the evidence document.
        document: Maybe<Ref<ToDocument>> "检查报告：这次检查的报告或记录，引用佐证文件的编号" ["九2"],
    }
}

record! {
    /// An item of the issue list with its rectification (问题清单).
    pub struct IssueItem("问题清单") {
        /// Identifier.
        /// Unique in this section, such as Z01; one record for one issue, not for a report.
        id: Maybe<Id> required "编号：本节内不重复，如 Z01；一个问题一条，不是一份报告一条" [],
        /// Inspection that found it.
        /// Inspection that found it, by id; empty where it came to light otherwise.
        inspection: Maybe<Ref<ToInspection>> "来源检查：哪次检查发现的，引用检查的编号；不是检查发现的不填" ["九2"],
        /// Found.
        /// Not before the inspection that found it; issues found after the as-of date are left out.
        found: Maybe<Date> required "发现日期：发现当天，不应早于来源检查；评估时点以后发现的不计" ["九2"],
        /// Description.
        /// What is wrong and where, in a few words; no names and no numbers of persons.
        description: Maybe<Long> "问题描述：写清哪里有什么问题；不写个人姓名、电话和证件号" ["九2"],
        /// Department that must rectify it.
        /// The body that must put it right, such as a township; no person.
        department: Maybe<Short> "整改责任单位：负责整改的单位，如例溪乡政府；不填个人" ["九2"],
        /// Rectification due.
        /// As ordered, the new day where it was put off; past it without rectification gives a finding.
        due: Maybe<Date> "整改期限：整改通知定的期限，批准延期的填新期限；过期未改会提示" ["九2"],
        /// Rectified.
        /// Day on which it was put right and checked; empty leaves it open, not yet due means not rectified.
        rectified: Maybe<Date> "整改完成日期：整改到位并核实的日期；不填则待定，注明尚未到期的算未整改" ["九2"],
        /// Documents on the rectification.
        /// What shows that it was put right, such as report, photographs or second inspection.
        evidence: List<Ref<ToDocument>> "整改依据：证明已改好的材料，如整改报告、前后照片、复查记录；填佐证文件编号" ["九2"],
    }
}
