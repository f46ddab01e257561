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
        /// Unique in this section, such as X01; sessions refer to it. Never an id or phone number.
        id: Maybe<Id> required "编号：本节内不重复，如 X01；培训场次按它引用；不用身份证号、手机号" [],
        /// Name.
        /// Personal, may be masked: it only tells persons apart, and findings and public reports never show it.
        name: Maybe<Personal> "姓名：个人信息，可以脱敏；只用来区分各人，核对结果和公开报告都不显示" ["附件2-12"],
        /// Field.
        /// What the expert is engaged for, such as live selling or brand design; recorded.
        field: Maybe<Short> "专业领域：请来指导什么，如直播带货、品牌设计；只作记录" ["附件2-12"],
        /// Employer.
        /// Where the expert works; with the name it tells one expert filed twice from two of one name.
        employer: Maybe<Short> "所在单位：专家的工作单位；与姓名一起判断是同一人填了两次还是同名" [],
        /// Engaged from.
        /// First day of the engagement, from letter or contract; counted from then on, open without it.
        engaged: Maybe<PartialDate> "聘用时间：聘书或合同的起始日，从此计入；不填则是否计入待定" ["附件2-12"],
        /// Engaged until.
        /// Last day of the engagement, on which it still counts; empty where it has no end.
        until: Maybe<PartialDate> "聘期届满：聘期的最后一天，当天仍算在聘；没有期限的不填" [],
        /// Contract or letter of engagement.
        /// The letter or contract that names field and term, by the id of the evidence document.
        evidence: List<Ref<ToDocument>> "聘书或合同：写明聘请内容和期限的聘书或合同，引用佐证文件的编号" ["附件2-12"],
    }
}

record! {
    /// A person fostered by the programme (培育人员).
    pub struct FosteredPerson("培育人员") {
        /// Identifier.
        /// Unique in this section, such as Q01; never an id or phone number.
        id: Maybe<Id> required "编号：本节内不重复，如 Q01；不用身份证号、手机号" [],
        /// Kind.
        /// Leaders and influencers are counted apart; who is both has two records.
        kind: Maybe<FosteredKind> required "培育类型：带头人和网红分开计数；两样都是的人填两条" ["附件2-12", "附件2-13"],
        /// Name.
        /// Personal, may be masked: it only tells persons apart, and findings and public reports never show it.
        name: Maybe<Personal> "姓名：个人信息，可以脱敏；只用来区分各人，核对结果和公开报告都不显示" [],
        /// File as a trainee.
        /// The person's file among the trainees, by id; several records of one file count as one person.
        trainee: Maybe<Ref<ToTrainee>> "学员档案：此人的学员档案，引用其编号；几条引用同一份档案的只计一人" ["五(六)"],
        /// Entity the person leads or works for.
        /// Where the person works or what he or she leads, by the id of the market entity.
        entity: Maybe<Ref<ToEntity>> "所在主体：带领或工作的主体，引用市场主体的编号；与姓名一起区分各人" [],
        /// Fostered since.
        /// When the programme took the person on; by default not before its start, open without it.
        fostered: Maybe<PartialDate> "培育时间：纳入培育的时间；默认项目启动以前的不计，不填则待定" ["附件2-12", "附件2-13"],
        /// No longer active since.
        /// When the person gave it up; who was fostered counts all the same. Empty while active.
        ended: Maybe<PartialDate> "退出时间：不再从事的时间；退出的仍计入培育人数；还在做的不填" [],
        /// Whether the person is local.
        /// An influencer counts only with a yes, open without an answer; not asked of business leaders.
        local: Maybe<bool> "是否本地：网红填是的才计入，不填则待定；带头人不看这一项" ["附件2-13"],
        /// Platform of an influencer.
        /// Where an influencer is mainly seen; recorded, not asked of business leaders.
        platform: Maybe<Short> "主要平台：网红主要在哪个平台；只作记录，带头人不填" ["附件2-13"],
        /// Followers of an influencer.
        /// On the main platform, as it shows them; recorded, no number is asked for.
        followers: Maybe<Count> "粉丝数：主要平台上显示的粉丝数；只作记录，不设门槛，带头人不填" ["附件2-13"],
        /// Documents on the fostering.
        /// What shows the fostering, such as its list of persons or the account at work.
        evidence: List<Ref<ToDocument>> "依据文件：证明培育过的材料，如培育名单、账号主页截图；填佐证文件编号" ["附件2-12", "附件2-13"],
    }
}

record! {
    /// A contest (大赛).
    pub struct Contest("大赛") {
        /// Identifier.
        /// Unique in this section, such as R1; one record for one contest, its rounds together.
        id: Maybe<Id> required "编号：本节内不重复，如 R1；一次大赛一条，初赛、决赛不分开填" [],
        /// Kind.
        /// By default either kind counts; for both in one choose the combined kind, not two records.
        kind: Maybe<ContestKind> "类型：默认哪一类都计入；两类合办的选创业创新和技能大赛，不填两条" ["附件2-14"],
        /// Name.
        /// As on the notice; same kind, day and name look like one contest filed twice.
        name: Maybe<Short> "名称：照通知上的名称；类型、日期、名称都相同会提示重复填报" [],
        /// Day.
        /// First day of the contest; its year is the one in which it counts.
        date: Maybe<PartialDate> required "日期：举办当天，几天的填第一天；算在这一天所在的年度" ["附件2-14"],
        /// Whether it was held or attended.
        /// Only what was held counts; attending one elsewhere does not, and without an answer it is open.
        participation: Maybe<Participation> "组织方式：仅举办计入，去别处参赛的不计；不填则待定" ["附件2-14"],
        /// Organiser.
        /// The bodies named on the notice, such as a bureau of the county; recorded.
        organiser: Maybe<Short> "主办单位：通知上写的主办单位，如县人社局；只作记录" [],
        /// Participants.
        /// Persons who took part, spectators left out; recorded, their number is not tested.
        participants: Maybe<Count> "参赛人数：实际参赛的人数，不含观众；只作记录，不按人数判断" [],
        /// Documents on the contest.
        /// What shows that it was held, such as notice, results or photographs.
        evidence: List<Ref<ToDocument>> "依据文件：证明办过的材料，如通知、获奖名单、照片；填佐证文件编号" ["附件2-14"],
    }
}
