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
        /// Number of the file or one of your own; never an id number of those concerned.
        id: Maybe<Id> "编号：案号或自编的号；不用当事人的证件号、手机号" [],
        /// State.
        /// Established is a violation, dismissed is none; a pending case leaves the verdict open.
        state: Maybe<CaseState> required "状态：认定违规的即为有违规，认定不违规的不算；未结的使该领域待定" ["附件2-20"],
        /// Day of the conduct.
        /// When it was done, not when it was found; the decision's day where empty; before the start it does not count.
        occurred: Maybe<PartialDate> "发生时间：违规行为发生的时间，不是查处时间；不填按认定日期；项目启动前的不算" ["附件2-20"],
        /// Day of the decision.
        /// Day of the final decision; while it is missing or after the as-of date, the case leaves the verdict open.
        decided: Maybe<Date> "认定日期：最终决定书上的日期；没有日期或晚于评估时点的，该领域待定" ["附件2-20"],
        /// Deciding authority.
        /// Body that made the decision, as signed; no names of officials.
        authority: Maybe<Short> "认定机关：作出决定的机关，照决定书落款填；不填经办人姓名" ["附件2-20"],
        /// Whether it happened inside the e-town.
        /// Yes if inside the declared boundary; a case elsewhere does not count, without an answer it is open.
        inside: Maybe<bool> "是否在e镇内：发生在申报四至以内填是；镇外的不算，不填则待定" ["附件2-20"],
        /// Rectified.
        /// Day on which it was put right; by default it stays a violation, shown as rectified.
        rectified: Maybe<Date> "整改完成日期：整改到位的日期；默认仍算违规，只注明已整改" ["附件2-20"],
        /// Note.
        /// What it was about in a few words; no names and no id numbers of those concerned.
        note: Maybe<Long> "备注：简要写明案情和处理；不写当事人的姓名和证件号" [],
    }
}

record! {
    /// A declaration of compliance in one field (合规申报).
    pub struct ComplianceDeclaration("合规申报") {
        /// Identifier.
        /// Unique in this section; one record for each field, period and declaring body.
        id: Maybe<Id> required "编号：本节内不重复，如 H01；一个单位对一个领域、一段期间的申报一条" [],
        /// Field.
        /// Every field is declared by itself, and one without a declaration stays open.
        field: Maybe<ComplianceField> required "领域：各领域分别申报，没有申报的领域待定；其他领域只作记录" ["附件2-20"],
        /// Whether there was no violation.
        /// No where a violation is established: list the case, for a no without a case is a violation as well.
        no_violation: Maybe<bool> required "是否无违规违法：有认定的违规填否，并列出案件；填否而不列案件的，也算有违规" ["附件2-20"],
        /// Begin of the period declared.
        /// First day it vouches for; the declarations of a field must reach back to the start without a gap.
        from: Maybe<PartialDate> "期间起：所申报期间的第一天；同一领域各条须从项目启动起首尾相接" ["附件2-20"],
        /// End of the period declared.
        /// Last day it vouches for; what lies after the month of the declaration does not count.
        until: Maybe<PartialDate> "期间止：所申报期间的最后一天；超过申报当月的部分不算数" ["附件2-20"],
        /// Body that declares.
        /// The department in charge of the field, such as natural resources; without it the declaration does not count.
        declared_by: Maybe<Short> "申报单位：盖章的主管单位，如县自然资源局；不填则申报不起作用" ["附件2-20"],
        /// Day of the declaration.
        /// Day of the seal, best after the period is over; without it the declaration does not count.
        declared: Maybe<Date> "申报日期：盖章的日期，应在所申报期间结束之后；不填则申报不起作用" ["附件2-20"],
        /// Cases.
        /// All cases of the field in the period, pending and dismissed ones too; empty where there is none.
        cases: List<Case> "案件：期间内该领域的全部案件，未结的、认定不违规的也列；没有的不填" ["附件2-20"],
        /// Documents on it.
        /// The sealed declaration itself; one document with a digest must be on file for it to count.
        evidence: List<Ref<ToDocument>> "依据文件：盖章的申报原件；至少引用一份填了文件摘要的，申报才起作用" ["附件2-20"],
    }
}
