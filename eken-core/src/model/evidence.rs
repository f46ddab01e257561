//! Disclosures, evidence documents and reviewers' judgements (`九3`, `附件1`).

use super::kind::{Id, List, Long, Maybe, Ref, Short, code_list, record};
use super::target::ToDocument;
use crate::quantity::Date;

code_list! {
    /// What is published or reported (公开内容).
    pub enum DisclosureSubject {
        /// The plan.
        Plan = "plan" ("实施方案", "plan"),
        /// The fund regime.
        FundRegime = "fund_regime" ("资金管理制度", "fund regime"),
        /// The project regime.
        ProjectRegime = "project_regime" ("项目管理制度", "project regime"),
        /// Decision documents of funded projects.
        DecisionDocuments = "decision_documents" ("财政支持项目决策文件", "decision documents"),
        /// Basic data of provincially funded projects.
        ProjectBasics = "project_basics" ("省级资金项目基本信息", "basic data of projects"),
        /// Self-evaluation report.
        SelfEvaluation = "self_evaluation" ("绩效自评价报告", "self-evaluation report"),
        /// Entry in the provincial information system.
        ProvinceSystemEntry = "province_system_entry" ("省级信息系统填报", "entry in the provincial system"),
        /// Something else.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// Where something is published or reported to (公开渠道).
    pub enum DisclosurePlace {
        /// The county government's site.
        CountySite = "county_site" ("县政府门户网站", "county site"),
        /// The city's commerce bureau.
        City = "city" ("市商务局", "city"),
        /// The province's commerce department.
        Province = "province" ("省商务厅", "province"),
        /// The provincial information system.
        ProvinceSystem = "province_system" ("省级信息系统", "provincial system"),
        /// Somewhere else.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// Outcome of a judgement (评审结论).
    pub enum Outcome {
        /// Satisfied.
        Satisfied = "satisfied" ("符合", "satisfied"),
        /// Not satisfied.
        NotSatisfied = "not_satisfied" ("不符合", "not satisfied"),
    }
}

record! {
    /// A disclosure or report (公开与报送).
    pub struct Disclosure("公开与报送") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Subject.
        subject: Maybe<DisclosureSubject> required "内容" ["九3", "附件1"],
        /// Where it was published or reported to.
        places: List<DisclosurePlace> "渠道" ["九3", "附件1"],
        /// Day.
        date: Maybe<Date> required "日期" ["九3"],
        /// Address on the net or document number.
        reference: Maybe<Short> "网址或文号" [],
        /// The document.
        document: Maybe<Ref<ToDocument>> "文件" [],
    }
}

record! {
    /// An evidence document (佐证文件).
    pub struct Document("佐证文件") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Title.
        title: Maybe<Short> required "标题" [],
        /// Kind, in the sender's words.
        kind: Maybe<Short> "种类" [],
        /// Number.
        number: Maybe<Short> "文号或编号" [],
        /// Issuer.
        issuer: Maybe<Short> "出具单位" [],
        /// Issued.
        issued: Maybe<Date> "出具日期" [],
        /// SHA-256 of the file, 64 lower-case hex digits.
        digest: Maybe<Short> "文件摘要：SHA-256" [],
        /// File name or address.
        location: Maybe<Short> "存放位置" [],
    }
}

record! {
    /// A reviewer's recorded judgement of a question (评审意见).
    pub struct Judgement("评审意见") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// The question of the plan that is judged, such as `15-needs`.
        question: Maybe<Short> required "评审事项" ["附件2"],
        /// Record that is judged, where the question is asked of each, such as a leading enterprise.
        about: Maybe<Short> "评审对象编号" ["附件2-4"],
        /// Outcome.
        outcome: Maybe<Outcome> required "结论" ["附件2"],
        /// Post of the reviewer, not the person.
        post: Maybe<Short> required "评审人岗位：填岗位，不填姓名" ["附件2"],
        /// Day.
        date: Maybe<Date> required "日期" ["附件2"],
        /// Basis.
        basis: Maybe<Long> required "理由" ["附件2"],
        /// Documents it rests on.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2"],
    }
}
