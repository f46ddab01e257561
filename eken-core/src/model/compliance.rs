//! Declarations of compliance in the five fields (`附件2-20`).

use super::kind::{Id, List, Long, Maybe, Ref, Short, code_list, record};
use super::target::ToDocument;
use crate::quantity::{Date, PartialDate};

code_list! {
    /// Field of compliance (合规领域).
    pub enum ComplianceField {
        /// Land use.
        LandUse = "land_use" ("用地", "land use"),
        /// Ecology and environment.
        Ecology = "ecology" ("生态环保", "ecology and environment"),
        /// Debt control.
        Debt = "debt" ("债务防控", "debt control"),
        /// Housing is not for speculation.
        Housing = "housing" ("房住不炒", "housing not for speculation"),
        /// Work safety.
        WorkSafety = "work_safety" ("生产安全", "work safety"),
        /// Another field: recorded, not decisive.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// State of a case (案件状态).
    pub enum CaseState {
        /// Pending.
        Pending = "pending" ("未结", "pending"),
        /// Final: a violation is established.
        Established = "established" ("认定违规", "established"),
        /// Final: no violation.
        Dismissed = "dismissed" ("认定不违规", "dismissed"),
    }
}

record! {
    /// A case of an alleged violation (违规案件).
    pub struct Case("违规案件") {
        /// Identifier.
        id: Maybe<Id> "编号" [],
        /// State.
        state: Maybe<CaseState> required "状态" ["附件2-20"],
        /// Day of the conduct.
        occurred: Maybe<PartialDate> "发生时间" ["附件2-20"],
        /// Day of the decision.
        decided: Maybe<Date> "认定日期" ["附件2-20"],
        /// Deciding authority.
        authority: Maybe<Short> "认定机关" ["附件2-20"],
        /// Whether it happened inside the e-town.
        inside: Maybe<bool> "是否在e镇内" ["附件2-20"],
        /// Rectified.
        rectified: Maybe<Date> "整改完成日期" ["附件2-20"],
        /// Note.
        note: Maybe<Long> "备注" [],
    }
}

record! {
    /// A declaration of compliance in one field (合规申报).
    pub struct ComplianceDeclaration("合规申报") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Field.
        field: Maybe<ComplianceField> required "领域" ["附件2-20"],
        /// Whether there was no violation.
        no_violation: Maybe<bool> required "是否无违规违法" ["附件2-20"],
        /// Begin of the period declared.
        from: Maybe<PartialDate> "期间起" ["附件2-20"],
        /// End of the period declared.
        until: Maybe<PartialDate> "期间止" ["附件2-20"],
        /// Body that declares.
        declared_by: Maybe<Short> "申报单位" ["附件2-20"],
        /// Day of the declaration.
        declared: Maybe<Date> "申报日期" ["附件2-20"],
        /// Cases.
        cases: List<Case> "案件" ["附件2-20"],
        /// Documents on it.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-20"],
    }
}
