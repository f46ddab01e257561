//! Phases and milestones (`六`).

use super::kind::{Id, List, Maybe, Ref, Short, code_list, record};
use super::target::ToDocument;
use crate::quantity::PartialDate;

code_list! {
    /// Phase of the programme (实施阶段).
    pub enum PhaseKind {
        /// Start.
        Start = "start" ("启动阶段", "start"),
        /// Implementation.
        Implementation = "implementation" ("实施阶段", "implementation"),
        /// Performance evaluation.
        PerformanceEvaluation = "performance_evaluation" ("绩效评估阶段", "performance evaluation"),
        /// Wrap-up and acceptance.
        Acceptance = "acceptance" ("总结验收阶段", "acceptance"),
    }
}

code_list! {
    /// Kind of milestone (阶段任务).
    pub enum MilestoneKind {
        /// Survey.
        Survey = "survey" ("情况摸底", "survey"),
        /// Leading group set up.
        LeadingGroup = "leading_group" ("成立领导小组", "leading group"),
        /// Regimes drawn up.
        Regimes = "regimes" ("制定制度办法", "regimes"),
        /// Publicity.
        Publicity = "publicity" ("宣传发动", "publicity"),
        /// Periodic check of progress.
        PeriodicCheck = "periodic_check" ("定期督促检查", "periodic check"),
        /// Evaluation by experts.
        ExpertEvaluation = "expert_evaluation" ("专家绩效评价", "expert evaluation"),
        /// Rectification.
        Rectification = "rectification" ("整改", "rectification"),
        /// Rectification plan.
        RectificationPlan = "rectification_plan" ("制定整改方案", "rectification plan"),
        /// Wrap-up.
        WrapUp = "wrap_up" ("总结推广", "wrap-up"),
        /// Something else.
        Other = "other" ("其他", "other"),
    }
}

record! {
    /// A milestone (阶段任务).
    pub struct Milestone("阶段任务") {
        /// Identifier.
        /// A number of your own, such as K01; nothing refers to it.
        id: Maybe<Id> "编号：自己编号，如 K01；别处不引用，可以不填" [],
        /// Kind.
        /// What was done; the phase is held against the kinds that the plan names for it.
        kind: Maybe<MilestoneKind> required "任务：做的是哪一类；方案对本阶段点名的任务按它核对" ["六"],
        /// Title.
        /// What exactly was done, such as first check of progress; recorded.
        title: Maybe<Short> "名称：具体做了什么，如第一次督促检查；只作记录" [],
        /// Due.
        /// As you planned it yourselves; recorded, the months of the plan are what counts.
        due: Maybe<PartialDate> "计划时间：自己安排的时间；只作记录，是否按期看方案规定的月份" ["六"],
        /// Done.
        /// When it was done; after the months of the phase it does not count, without it it is open.
        done: Maybe<PartialDate> "完成时间：实际做完的时间；晚于本阶段规定月份的不算，不填则待定" ["六"],
        /// Documents on it.
        /// What shows that it was done, such as minutes, notice or evaluation.
        evidence: List<Ref<ToDocument>> "依据文件：证明做过的材料，如会议纪要、通知、评价报告；填佐证文件编号" [],
    }
}

record! {
    /// A phase as it went (实施阶段).
    pub struct Phase("实施阶段") {
        /// Which phase.
        /// One record for each phase; two of one phase that come out differently are a conflict.
        phase: Maybe<PhaseKind> required "阶段：一个阶段填一条；同一阶段填两条而结果不一的为冲突" ["六"],
        /// Started.
        /// When it really began; must lie in the months of the plan, open where it is empty.
        started: Maybe<PartialDate> "开始时间：实际开始的时间，要在方案规定的月份内；不填则待定" ["六"],
        /// Ended.
        /// When it really ended; for a phase still running write not yet due, an empty field is open.
        ended: Maybe<PartialDate> "结束时间：实际结束的时间；还没结束的注明尚未到期，空着则待定" ["六"],
        /// Milestones.
        /// What was done in the phase; what was done ahead of it counts here as well.
        milestones: List<Milestone> "阶段任务：本阶段做完的任务，一项一条；提前做完的也列在这里" ["六"],
        /// Whether the milestones are complete.
        /// Yes once all are listed; without a yes, those not listed stay open rather than missing.
        milestones_complete: Maybe<bool> "阶段任务是否列全：全部列出才填是，否则没列出的任务只是待定" [],
    }
}
