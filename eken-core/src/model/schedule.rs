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
        id: Maybe<Id> "编号" [],
        /// Kind.
        kind: Maybe<MilestoneKind> required "任务" ["六"],
        /// Title.
        title: Maybe<Short> "名称" [],
        /// Due.
        due: Maybe<PartialDate> "计划时间" ["六"],
        /// Done.
        done: Maybe<PartialDate> "完成时间" ["六"],
        /// Documents on it.
        evidence: List<Ref<ToDocument>> "依据文件" [],
    }
}

record! {
    /// A phase as it went (实施阶段).
    pub struct Phase("实施阶段") {
        /// Which phase.
        phase: Maybe<PhaseKind> required "阶段" ["六"],
        /// Started.
        started: Maybe<PartialDate> "开始时间" ["六"],
        /// Ended.
        ended: Maybe<PartialDate> "结束时间" ["六"],
        /// Milestones.
        milestones: List<Milestone> "阶段任务" ["六"],
        /// Whether the milestones are complete.
        milestones_complete: Maybe<bool> "阶段任务是否列全" [],
    }
}
