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
        /// Unique in this section, such as K1; by it the disclosure is found again when data are checked.
        id: Maybe<Id> required "编号：本节内不重复，如 K1；核对和修改时按它找到这一条" [],
        /// Subject.
        /// One subject a record; a document about several is filed once for each of them.
        subject: Maybe<DisclosureSubject> required "内容：一条只填一项内容；一份材料涉及几项的，每项各填一条" ["九3", "附件1"],
        /// Where it was published or reported to.
        /// Every place that it reached; what is not chosen was not reached, an empty field is open.
        places: List<DisclosurePlace> "渠道：公布或报送到哪里，可多选；没选的视为没有，一项不选则待定" ["九3", "附件1"],
        /// Day.
        /// Day of publication or dispatch, not of the document; one after the as-of date does not count.
        date: Maybe<Date> required "日期：公布或报出的日期，不是文件日期；晚于评估时点的不计入" ["九3"],
        /// Address on the net or document number.
        /// Link or number by which anyone can look it up; a number also leads to the instrument on file.
        reference: Maybe<Short> "网址或文号：别人能查到的网址或文号；填文号的，会与制度文件对照日期" [],
        /// The document.
        /// What was published, by the id of the evidence document; it must have been issued by that day.
        document: Maybe<Ref<ToDocument>> "文件：所公布的材料，引用佐证文件的编号；出具日期不应晚于公开日期" [],
    }
}

record! {
    /// An evidence document (佐证文件).
    pub struct Document("佐证文件") {
        /// Identifier.
        /// Unique in this section, such as DOC-001; all fields for evidence refer to it.
        id: Maybe<Id> required "编号：本节内不重复，如 DOC-001；各处的依据文件都填这个编号" [],
        /// Title.
        /// As on the paper, else what it shows; no names and no numbers of persons.
        title: Maybe<Short> required "标题：照文件标题，没有标题的写是什么材料；不写个人姓名和号码" [],
        /// Kind.
        /// In your own words, such as photograph, contract, certificate or audit report.
        kind: Maybe<Short> "种类：用自己的话写，如照片、合同、证书、审计报告" [],
        /// Number.
        /// As on the paper; on file for an instrument it must be the instrument's own number.
        number: Maybe<Short> "文号或编号：照文件抄录；是制度文件存档的，要与制度文件的文号一致" [],
        /// Issuer.
        /// The body that signed it, such as the county's statistics bureau; no person.
        issuer: Maybe<Short> "出具单位：落款的单位，如县统计局；不填经办人姓名" [],
        /// Issued.
        /// Day on the paper; one after the as-of date proves nothing. Empty where the paper has none.
        issued: Maybe<Date> "出具日期：文件上的落款日期；晚于评估时点的不能作依据；没有日期的不填" [],
        /// SHA-256 of the file.
        /// 64 lower-case hex digits worked out from the file; without them the document is not on file.
        digest: Maybe<Short> "文件摘要：由电子文件算出的SHA-256，64位小写；没有它，这份文件不算在档" [],
        /// File name or address.
        /// Where the paper is kept, such as file name, archive box or link; eken does not open it.
        location: Maybe<Short> "存放位置：文件放在哪里，如文件名、档案盒号、网址；程序不会去打开" [],
    }
}

record! {
    /// A reviewer's recorded judgement of a question (评审意见).
    pub struct Judgement("评审意见") {
        /// Identifier.
        /// Unique in this section, such as J01; by it a judgement is found again when two disagree.
        id: Maybe<Id> required "编号：本节内不重复，如 J01；结论不一时按它找到各条意见" [],
        /// Question of the plan that is judged.
        /// Its id in the plan, such as 15-needs; one that the plan does not ask has no effect.
        question: Maybe<Short> required "评审事项：照方案填事项的编号，如 15-needs；方案里没有的不起作用" ["附件2"],
        /// Record that is judged.
        /// Id of the one record judged, such as a leading enterprise; empty where the question is judged as a whole.
        about: Maybe<Short> "评审对象编号：只评某一条记录的，填它的编号，如一家龙头企业；评整体的不填" ["附件2-4"],
        /// Outcome.
        /// As the reviewers concluded; two that differ are a conflict, so take out the one that no longer holds.
        outcome: Maybe<Outcome> required "结论：照评审结论填；同一事项结论相反为冲突，失效的一条要撤下" ["附件2"],
        /// Post of the reviewer.
        /// Such as head of the review group, never a name; without it the judgement does not count.
        post: Maybe<Short> required "评审人岗位：填岗位，不填姓名，如评审组长；没有岗位的意见不起作用" ["附件2"],
        /// Day.
        /// Day of the judgement; what it rests on must exist by then, and one after the as-of date does not count.
        date: Maybe<Date> required "日期：作出评审的日期；依据的文件须在此之前出具，晚于评估时点的不计" ["附件2"],
        /// Basis.
        /// What was looked at and found, such as enterprises sampled; not the conclusion once more.
        basis: Maybe<Long> required "理由：写看了什么、查到什么，如抽查几家、结果怎样；不要重复结论" ["附件2"],
        /// Documents it rests on.
        /// What the reviewers had before them; one document with a digest at least, else it does not count.
        evidence: List<Ref<ToDocument>> "依据文件：评审时看过的材料；至少引用一份填了文件摘要的，意见才起作用" ["附件2"],
    }
}
