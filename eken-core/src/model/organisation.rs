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
        department: Maybe<Short> required "单位" ["附件2-21", "九1"],
        /// Post, not the person.
        post: Maybe<Short> "职务：填职务，不填姓名" ["附件2-21"],
        /// Whether the department's duties are laid down.
        duties_laid_down: Maybe<bool> "是否明确职责" ["附件2-21"],
        /// Duties in a few words.
        duties: Maybe<Long> "职责" ["附件2-21"],
    }
}

record! {
    /// A meeting of the leading group (领导小组会议).
    pub struct Meeting("领导小组会议") {
        /// Day.
        date: Maybe<Date> required "日期" ["附件2-21"],
        /// Subject.
        subject: Maybe<Short> "议题" [],
        /// Minutes.
        document: Maybe<Ref<ToDocument>> "会议纪要" ["附件2-21"],
    }
}

record! {
    /// The leading group (领导小组).
    pub struct LeadingGroup("领导小组") {
        /// Established.
        established: Maybe<PartialDate> "成立时间" ["附件2-21", "六(一)2"],
        /// Office that heads it.
        head_office: Maybe<LeaderOffice> "组长职务层级" ["附件2-21", "九1"],
        /// Post of the head.
        head_post: Maybe<Short> "组长职务" ["九1"],
        /// Post of the deputy head.
        deputy_post: Maybe<Short> "副组长职务" ["九1"],
        /// Department that holds its office.
        office: Maybe<Short> "办公室所在单位" ["九1"],
        /// Members.
        members: List<GroupMember> "成员" ["附件2-21", "九1"],
        /// Whether the list of members is complete.
        members_complete: Maybe<bool> "成员是否列全" [],
        /// Meetings.
        meetings: List<Meeting> "会议" ["附件2-21"],
        /// Instrument that lays down its mechanism.
        instrument: Maybe<Ref<ToInstrument>> "成立文件" ["附件2-21"],
    }
}

record! {
    /// A report of the information officer (信息报送).
    pub struct OfficerReport("信息报送") {
        /// Due.
        due: Maybe<Date> required "应报日期" ["九6"],
        /// Sent.
        sent: Maybe<Date> "实报日期" ["九6"],
        /// Receiver.
        to: Maybe<Short> "报送对象" ["九6"],
    }
}

record! {
    /// The information officer, by post (信息联络员).
    pub struct InformationOfficer("信息联络员") {
        /// Department.
        department: Maybe<Short> "单位" ["九6"],
        /// Post, not the person.
        post: Maybe<Short> required "岗位：填岗位，不填姓名" ["九6"],
        /// Appointed.
        appointed: Maybe<PartialDate> "明确时间" ["九6"],
        /// Reports.
        reports: List<OfficerReport> "报送记录" ["九6"],
        /// Whether every report due is listed.
        reports_complete: Maybe<bool> "报送记录是否列全" ["九6"],
    }
}

record! {
    /// A report on experience or a case (经验案例).
    pub struct ExperienceReport("经验案例") {
        /// Identifier.
        id: Maybe<Id> "编号" [],
        /// Title.
        title: Maybe<Short> "标题" ["九9"],
        /// Reported.
        reported: Maybe<PartialDate> required "上报时间" ["九9"],
        /// Receiver.
        to: Maybe<Short> "上报对象" ["九9"],
        /// The document.
        document: Maybe<Ref<ToDocument>> "文件" [],
    }
}

record! {
    /// Operation of the e-town (运营).
    pub struct Operation("运营") {
        /// Operating undertaker.
        operator: Maybe<Ref<ToEntity>> "运营主体" ["八"],
        /// How it was chosen.
        selection: Maybe<Selection> "选择方式" ["八"],
        /// Chosen.
        selected: Maybe<PartialDate> "选定时间" ["八"],
        /// Documents on the choice.
        evidence: List<Ref<ToDocument>> "依据文件" ["八"],
        /// Whether undertakers with subsidies supply transaction and activity data.
        undertaker_data_supplied: Maybe<bool> "承办主体是否提供交易和活动信息" ["九6"],
        /// Whether the undertakers' information is protected.
        undertaker_data_protected: Maybe<bool> "承办主体信息是否依法保护" ["九6"],
        /// Reports on experience and cases.
        experience: List<ExperienceReport> "经验案例" ["九9"],
    }
}

record! {
    /// Organisation of the programme (组织保障).
    pub struct Organisation("组织保障") {
        /// Leading group.
        leading_group: Maybe<LeadingGroup> "领导小组" ["附件2-21", "九1"],
        /// Information officer.
        information_officer: Maybe<InformationOfficer> "信息联络员" ["九6"],
        /// Operation.
        operation: Maybe<Operation> "运营" ["八"],
    }
}
