//! Experts, business leaders, influencers and contests (`附件2-12` to `附件2-14`).

use super::kind::{Id, List, Maybe, Personal, Ref, Short, code_list, record};
use super::target::{ToDocument, ToEntity, ToTrainee};
use crate::quantity::{Count, PartialDate};

code_list! {
    /// Kind of person fostered (培育对象).
    pub enum FosteredKind {
        /// Business leader.
        BusinessLeader = "business_leader" ("商业带头人", "business leader"),
        /// Local influencer.
        Influencer = "influencer" ("本地网红", "local influencer"),
    }
}

code_list! {
    /// Kind of contest (赛事类型).
    pub enum ContestKind {
        /// Entrepreneurship and innovation.
        Entrepreneurship = "entrepreneurship" ("创业创新大赛", "entrepreneurship and innovation"),
        /// Skills.
        Skills = "skills" ("技能大赛", "skills"),
        /// Both kinds in one.
        Combined = "combined" ("创业创新和技能大赛", "combined"),
    }
}

code_list! {
    /// Whether something was held or attended (组织方式).
    pub enum Participation {
        /// Held by the e-town or for it.
        Held = "held" ("举办", "held"),
        /// Attended.
        Attended = "attended" ("参加", "attended"),
    }
}

record! {
    /// An expert engaged (聘用专家).
    pub struct Expert("聘用专家") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Name.
        name: Maybe<Personal> "姓名" ["附件2-12"],
        /// Field.
        field: Maybe<Short> "专业领域" ["附件2-12"],
        /// Employer.
        employer: Maybe<Short> "所在单位" [],
        /// Engaged from.
        engaged: Maybe<PartialDate> "聘用时间" ["附件2-12"],
        /// Engaged until.
        until: Maybe<PartialDate> "聘期届满" [],
        /// Contract or letter of engagement.
        evidence: List<Ref<ToDocument>> "聘书或合同" ["附件2-12"],
    }
}

record! {
    /// A person fostered by the programme (培育人员).
    pub struct FosteredPerson("培育人员") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Kind.
        kind: Maybe<FosteredKind> required "培育类型" ["附件2-12", "附件2-13"],
        /// Name.
        name: Maybe<Personal> "姓名" [],
        /// File as a trainee.
        trainee: Maybe<Ref<ToTrainee>> "学员档案" ["五(六)"],
        /// Entity the person leads or works for.
        entity: Maybe<Ref<ToEntity>> "所在主体" [],
        /// Fostered since.
        fostered: Maybe<PartialDate> "培育时间" ["附件2-12", "附件2-13"],
        /// No longer active since.
        ended: Maybe<PartialDate> "退出时间" [],
        /// Whether the person is local.
        local: Maybe<bool> "是否本地" ["附件2-13"],
        /// Platform of an influencer.
        platform: Maybe<Short> "主要平台" ["附件2-13"],
        /// Followers of an influencer.
        followers: Maybe<Count> "粉丝数" ["附件2-13"],
        /// Documents on the fostering.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-12", "附件2-13"],
    }
}

record! {
    /// A contest (大赛).
    pub struct Contest("大赛") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Kind.
        kind: Maybe<ContestKind> "类型" ["附件2-14"],
        /// Name.
        name: Maybe<Short> "名称" [],
        /// Day.
        date: Maybe<PartialDate> required "日期" ["附件2-14"],
        /// Whether it was held or attended; only what is held counts.
        participation: Maybe<Participation> "组织方式：仅举办计入" ["附件2-14"],
        /// Organiser.
        organiser: Maybe<Short> "主办单位" [],
        /// Participants.
        participants: Maybe<Count> "参赛人数" [],
        /// Documents on the contest.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-14"],
    }
}
