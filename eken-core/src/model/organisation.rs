//! Organisation: leading group, duties, information officer, operation (`附件2-21`, `九1`, `九6`, `八`).

use super::kind::{Id, List, Long, Maybe, Ref, Short, code_list, record};
use super::target::{ToDocument, ToEntity, ToInstrument};
use crate::quantity::{Date, PartialDate};

code_list! {
    /// Office that heads the leading group (组长职务层级).
    pub enum LeaderOffice {
        /// A leader of the county party committee.
        CountyParty = "county_party" ("县委负责同志", "county party leader"),
        /// A leader of the county government.
        CountyGovernment = "county_government" ("县政府负责同志", "county government leader"),
        /// Someone else.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// How the operating undertaker was chosen (选择方式).
    pub enum Selection {
        /// By public tender.
        PublicTender = "public_tender" ("公开招标", "public tender"),
        /// By competitive negotiation or consultation.
        CompetitiveNegotiation = "competitive_negotiation" ("竞争性谈判或磋商", "competitive negotiation"),
        /// Brought in by investment promotion with comparison.
        InvestmentPromotion = "investment_promotion" ("招商比选", "investment promotion"),
        /// Single source.
        SingleSource = "single_source" ("单一来源", "single source"),
        /// Appointed.
        Appointed = "appointed" ("直接指定", "appointed"),
    }
}

record! {
    /// A member of the leading group, by department and post (领导小组成员).
    pub struct GroupMember("领导小组成员") {
        /// Department.
        /// Its official name; a body with two members has two entries, told apart by post.
        department: Maybe<Short> required "单位：写单位的规范名称；同一单位有两个成员的填两条，写明职务" ["附件2-21", "九1"],
        /// Post.
        /// Such as head of the bureau, never a name, so that a successor needs no new entry.
        post: Maybe<Short> "职务：填职务，不填姓名，如局长；换了人不用改" ["附件2-21"],
        /// Whether the department's duties are laid down.
        /// Yes if a document assigns duties to this body; the indicator asks it of every member.
        duties_laid_down: Maybe<bool> "是否明确职责：文件写明了本单位职责才填是；有一个成员填否即为职责不明确" ["附件2-21"],
        /// Duties in a few words.
        /// What the document assigns to the body; recorded, what counts is whether duties are laid down.
        duties: Maybe<Long> "职责：照文件概括本单位的分工；只作记录，判断看是否明确职责" ["附件2-21"],
    }
}

record! {
    /// A meeting of the leading group (领导小组会议).
    pub struct Meeting("领导小组会议") {
        /// Day.
        /// Day of the meeting, not before the group was set up; one after the as-of date is left out.
        date: Maybe<Date> required "日期：开会当天；不应早于领导小组成立，晚于评估时点的不列" ["附件2-21"],
        /// Subject.
        /// Main business in one line, such as the fund measure; no names.
        subject: Maybe<Short> "议题：一句话写主要议题，如研究资金管理办法；不写人名" [],
        /// Minutes.
        /// Minutes or record, by the id of the evidence document, for the reviewer to read.
        document: Maybe<Ref<ToDocument>> "会议纪要：会议纪要或记录，引用佐证文件的编号，供评审查看" ["附件2-21"],
    }
}

record! {
    /// The leading group (领导小组).
    pub struct LeadingGroup("领导小组") {
        /// Established.
        /// Day of the document that set it up; without it all questions about the group stay open.
        established: Maybe<PartialDate> "成立时间：成立文件的日期；不填则领导小组的各项要求都待定" ["附件2-21", "六(一)2"],
        /// Office that heads it.
        /// Whether the head leads in the county's party committee or government; anyone else does not meet it.
        head_office: Maybe<LeaderOffice> "组长职务层级：组长是县委还是县政府的负责同志；选其他的不符合牵头要求" ["附件2-21", "九1"],
        /// Post of the head.
        /// Such as county magistrate, never a name; recorded, the indicator reads the head's office.
        head_post: Maybe<Short> "组长职务：填职务，不填姓名，如县长；只作记录，判断看组长职务层级" ["九1"],
        /// Post of the deputy head.
        /// Such as vice-magistrate in charge, never a name; recorded, no condition.
        deputy_post: Maybe<Short> "副组长职务：填职务，不填姓名，如分管副县长；只作记录" ["九1"],
        /// Department that holds its office.
        /// The department that does the group's daily work, such as commerce; no person.
        office: Maybe<Short> "办公室所在单位：办公室设在哪个单位，如县商务局；不填个人" ["九1"],
        /// Members.
        /// All member bodies, one entry each, with whether their duties are laid down.
        members: List<GroupMember> "成员：全部成员单位，一个一条，逐个写明职责是否明确" ["附件2-21", "九1"],
        /// Whether the list of members is complete.
        /// Yes once all are listed; without a yes it stays open whether everyone's duties are laid down.
        members_complete: Maybe<bool> "成员是否列全：全部列出才填是，否则成员职责是否都明确待定" [],
        /// Meetings.
        /// Meetings that took place; shown to the reviewer, their number is not tested.
        meetings: List<Meeting> "会议：开过的会，一次一条；列给评审参考，不按次数判断" ["附件2-21"],
        /// Instrument that lays down its mechanism.
        /// The document that set it up, by the id of the instrument; in force, it shows the group's mechanism.
        instrument: Maybe<Ref<ToInstrument>> "成立文件：成立领导小组的文件，引用制度文件的编号；在施行的可证明协调机制" ["附件2-21"],
    }
}

record! {
    /// A report of the information officer (信息报送).
    pub struct OfficerReport("信息报送") {
        /// Due.
        /// Day by which it had to be sent; only reports due by the as-of date are looked at.
        due: Maybe<Date> required "应报日期：规定最迟哪天报；只看评估时点以前到期的" ["九6"],
        /// Sent.
        /// Day on which it was really sent; later than due is late, and empty leaves it open.
        sent: Maybe<Date> "实报日期：实际报出的日期；晚于应报日期即为迟报，不填则待定" ["九6"],
        /// Receiver.
        /// The body that it was sent to, such as the city's commerce bureau; recorded.
        to: Maybe<Short> "报送对象：报给哪个单位，如市商务局；只作记录，不影响是否按时" ["九6"],
    }
}

record! {
    /// The information officer, by post (信息联络员).
    pub struct InformationOfficer("信息联络员") {
        /// Department.
        /// Where the officer works; department and post must both be given for the officer to be named.
        department: Maybe<Short> "单位：联络员在哪个单位；单位和岗位都写明才算已明确" ["九6"],
        /// Post.
        /// Such as clerk for information, never a name, so that a successor needs no new entry.
        post: Maybe<Short> required "岗位：填岗位，不填姓名，如信息员；换了人不用改" ["九6"],
        /// Appointed.
        /// When the officer was named; where it is empty the officer counts as named.
        appointed: Maybe<PartialDate> "明确时间：明确由谁联络的时间；不填视为已明确" ["九6"],
        /// Reports.
        /// One entry for each report that was due, late and missing ones too.
        reports: List<OfficerReport> "报送记录：每次应报的信息一条，迟报、漏报的也要列" ["九6"],
        /// Whether every report due is listed.
        /// Yes once every report due is listed; without a yes it stays open whether all were on time.
        reports_complete: Maybe<bool> "报送记录是否列全：应报的全部列出才填是，否则是否都按时报出待定" ["九6"],
    }
}

record! {
    /// A report on experience or a case (经验案例).
    pub struct ExperienceReport("经验案例") {
        /// Identifier.
        /// A number of your own, such as X1; no number of a person.
        id: Maybe<Id> "编号：自己编号，如 X1；不用身份证号、手机号" [],
        /// Title.
        /// As on the material that was sent up; no names of persons in it.
        title: Maybe<Short> "标题：照上报材料的标题抄写；不写个人姓名" ["九9"],
        /// Reported.
        /// When it was sent up, not when it was written; it counts if that is by the as-of date.
        reported: Maybe<PartialDate> required "上报时间：报出的时间，不是写成的时间；评估时点以前的才算" ["九9"],
        /// Receiver.
        /// The body that it was sent to, such as the province's commerce department; recorded.
        to: Maybe<Short> "上报对象：报给哪个单位，如省商务厅；只作记录" ["九9"],
        /// The document.
        /// The material that was sent up, by the id of the evidence document.
        document: Maybe<Ref<ToDocument>> "文件：上报的材料原文，引用佐证文件的编号" [],
    }
}

record! {
    /// Operation of the e-town (运营).
    pub struct Operation("运营") {
        /// Operating undertaker.
        /// Who runs the e-town, by the id of the market entity; open where it is not among the entities.
        operator: Maybe<Ref<ToEntity>> "运营主体：运营e镇的主体，引用市场主体的编号；市场主体中查不到的待定" ["八"],
        /// How it was chosen.
        /// By the papers of the procedure; a single source or an appointment is no choice on the market.
        selection: Maybe<Selection> "选择方式：照采购或招商材料选；单一来源、直接指定不算市场化选定" ["八"],
        /// Chosen.
        /// When it was awarded or agreed; without it it stays open.
        selected: Maybe<PartialDate> "选定时间：中标、成交或签约的时间；不填则是否选定待定" ["八"],
        /// Documents on the choice.
        /// Such as notice of award and contract; one with a digest at least, else the choice stays open.
        evidence: List<Ref<ToDocument>> "依据文件：中标通知书、成交公告、合同等；至少引用一份填了文件摘要的，否则待定" ["八"],
        /// Whether undertakers with subsidies supply transaction and activity data.
        /// Yes if all that received subsidies supply it; the declaration counts, no document is asked for.
        undertaker_data_supplied: Maybe<bool> "承办主体是否提供交易和活动信息：接受补贴的承办主体都提供了才填是；按申报认定，不要依据文件" ["九6"],
        /// Whether the undertakers' information is protected.
        /// Yes if it is kept from others and used for the programme only; the declaration counts.
        undertaker_data_protected: Maybe<bool> "承办主体信息是否依法保护：有人保管、不外传、不挪作他用才填是；按申报认定，不要依据文件" ["九6"],
        /// Reports on experience and cases.
        /// What was sent up, one entry each; a list that is given is taken as complete.
        experience: List<ExperienceReport> "经验案例：已上报的经验和案例，一篇一条；填了就视为列全，不填则待定" ["九9"],
    }
}

record! {
    /// Organisation of the programme (组织保障).
    pub struct Organisation("组织保障") {
        /// Leading group.
        /// Head, members, meetings and founding document; without it its requirements stay open.
        leading_group: Maybe<LeadingGroup> "领导小组：组长、成员、会议和成立文件；不填则领导小组各项要求待定" ["附件2-21", "九1"],
        /// Information officer.
        /// The officer by post, and the reports that were due; without it both stay open.
        information_officer: Maybe<InformationOfficer> "信息联络员：按岗位明确的联络员和应报的信息；不填则两项都待定" ["九6"],
        /// Operation.
        /// Who runs the e-town, how it was chosen, what undertakers supply, what was reported as experience.
        operation: Maybe<Operation> "运营：由谁运营、怎样选定，承办主体的信息和上报的经验；不填则都待定" ["八"],
    }
}
