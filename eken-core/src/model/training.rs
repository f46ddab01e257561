//! Training sessions and the file of each trainee (`附件2-11`, `五(六)`).

use super::kind::{Id, List, Long, Maybe, Personal, Ref, Short, code_list, record};
use super::target::{ToEntity, ToExpert, ToFacility, ToInstitution, ToTrainee};
use crate::quantity::{Count, Hours, PartialDate, Time};

code_list! {
    /// Topic of a training session (培训主题).
    pub enum TrainingTopic {
        /// Business leaders.
        BusinessLeader = "business_leader" ("新型商业带头人", "business leaders"),
        /// Application of e-commerce.
        ECommerce = "e_commerce" ("电商应用", "e-commerce"),
        /// Short video and live selling.
        LiveSelling = "live_selling" ("短视频与直播", "short video and live selling"),
        /// Brand design.
        BrandDesign = "brand_design" ("品牌设计", "brand design"),
        /// Marketing.
        Marketing = "marketing" ("市场营销", "marketing"),
        /// Cross-border trade.
        CrossBorder = "cross_border" ("跨境电商", "cross-border trade"),
        /// Another topic.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// Group that a trainee belongs to (培训对象).
    pub enum TargetGroup {
        /// Returning migrant worker.
        ReturningMigrantWorker = "returning_migrant_worker" ("返乡农民工", "returning migrant worker"),
        /// University student.
        UniversityStudent = "university_student" ("在校大学生", "university student"),
        /// Graduate.
        Graduate = "graduate" ("高校毕业生", "graduate"),
        /// Veteran.
        Veteran = "veteran" ("退役军人", "veteran"),
        /// Of a household lifted out of poverty.
        LiftedOutOfPoverty = "lifted_out_of_poverty" ("脱贫户", "household lifted out of poverty"),
        /// Sole trader.
        SoleTrader = "sole_trader" ("个体工商户", "sole trader"),
        /// Of an enterprise.
        EnterpriseStaff = "enterprise_staff" ("企业人员", "enterprise staff"),
        /// Of a cooperative.
        CooperativeMember = "cooperative_member" ("合作社成员", "cooperative member"),
        /// New-type farmer.
        NewTypeFarmer = "new_type_farmer" ("新型农民", "new-type farmer"),
        /// Another group.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// Where a trainee lives or works (学员来源).
    pub enum Origin {
        /// In the e-town.
        ETown = "e_town" ("e镇区域内", "e-town"),
        /// In the villages around.
        SurroundingVillages = "surrounding_villages" ("周边乡镇村", "surrounding villages"),
        /// Elsewhere.
        Elsewhere = "elsewhere" ("其他地区", "elsewhere"),
    }
}

code_list! {
    /// Kind of follow-up after a training (跟踪服务类型).
    pub enum FollowUpKind {
        /// Visit or call.
        Visit = "visit" ("回访", "visit"),
        /// Help to open a shop.
        ShopOpening = "shop_opening" ("开店帮扶", "shop opening"),
        /// Employment.
        Employment = "employment" ("就业推荐", "employment"),
        /// Guidance of a business.
        Guidance = "guidance" ("创业指导", "guidance"),
        /// Another kind.
        Other = "other" ("其他", "other"),
    }
}

record! {
    /// A training session (培训场次).
    pub struct TrainingSession("培训场次") {
        /// Identifier.
        /// Unique in this section, such as S001; by it the session is found again when data are checked.
        id: Maybe<Id> required "编号：本节内不重复，如 S001；核对和修改时按它找到这一场" [],
        /// Topic.
        /// The main one of the session; whether it is cross-border training is asked separately.
        topic: Maybe<TrainingTopic> "主题：这一场最主要的主题；算不算跨境电商培训是另一栏" ["附件2-11", "五(六)"],
        /// Title.
        /// As on the notice; it tells two classes at the same hour and place apart.
        title: Maybe<Short> "名称：照通知上的名称；同一时间地点开两个班的，写明是哪个班" [],
        /// Whether it is cross-border training.
        /// A yes counts for the cross-border person-times, by default for the total too; open where empty.
        cross_border: Maybe<bool> "是否跨境电商培训：填是的计入跨境培训人次，默认也计入总人次；不填则前者待定" ["四2", "五(三)"],
        /// Day.
        /// Day of teaching, a course of several days one record a day; by default not before the programme's start.
        date: Maybe<PartialDate> required "日期：上课当天，几天的班按天分条；默认项目启动以前的不计入人次" ["附件2-11"],
        /// Beginning.
        /// By the 24-hour clock, 14:30 for half past two; clashes of trainees and experts are found by it.
        starts: Maybe<Time> "开始时刻：按24小时制，下午两点半写 14:30；用来查学员、专家时间冲突" [],
        /// End.
        /// By the 24-hour clock and after the beginning; a session past midnight is filed as two.
        ends: Maybe<Time> "结束时刻：按24小时制，要晚于开始时刻；跨过半夜的分两场填" [],
        /// Hours of teaching.
        /// Hours taught that day, no more than beginning and end allow; not those of the whole course.
        hours: Maybe<Hours> "学时：只填当天的学时，不超过起止时刻之间；不是整个班的总学时" [],
        /// Expert who teaches.
        /// Who taught, by the id among the experts engaged; empty where it was someone else.
        trainer: Maybe<Ref<ToExpert>> "授课专家：谁讲课，引用聘用专家的编号；不是聘用专家的不填" ["附件2-12"],
        /// Training body.
        /// Who ran the session, by the id of the training body among the institutions; recorded.
        institution: Maybe<Ref<ToInstitution>> "培训机构：哪家机构承办，引用机构网点中培训机构的编号；只作记录" ["五(六)"],
        /// Facility.
        /// Where it was held, by the id of the facility; a session filed twice is recognised by it.
        facility: Maybe<Ref<ToFacility>> "培训地点：在哪处设施上课，引用其编号；用来查同一场填两次；借外面场地的不填" ["附件2-11"],
        /// Attendance list.
        /// Ids of the files of those who came, each once; person-times come from it.
        attendance: List<Ref<ToTrainee>> "签到名单：引用学员档案编号，到场的人每人一次；培训人次按它计" ["附件2-11", "五(六)"],
        /// Head-count.
        /// Of this session alone; used only where there is no list, which breaks one file a trainee.
        head_count: Maybe<Count> "申报人数：只填本场到场人数；没有签到名单才用它计人次，且不符合一人一档" ["附件2-11"],
    }
}

impl TrainingSession {
    /// How many persons are on the attendance list, each counted once.
    pub fn persons_listed(&self) -> usize {
        let mut listed: Vec<&str> = self.attendance.items().iter().map(|trainee| trainee.as_str()).collect();
        if !listed.is_sorted_by(|one, next| one < next) {
            listed.sort_unstable();
            listed.dedup();
        }
        listed.len()
    }
}

record! {
    /// Follow-up of a trainee (跟踪服务).
    pub struct FollowUp("跟踪服务") {
        /// Day.
        /// Day of the visit or help; one before the file or the first session gives a finding.
        date: Maybe<PartialDate> required "日期：回访、帮扶当天；应在培训之后，早于建档或首次培训会提示" ["五(六)"],
        /// Kind.
        /// What was done for the trainee; every kind will do.
        kind: Maybe<FollowUpKind> "类型：为学员做了什么；只作记录，哪一种都算" ["五(六)"],
        /// Outcome.
        /// What came of it, such as a shop opened or a job found; no phone and no id numbers.
        outcome: Maybe<Long> "结果：有什么结果，如已开店、已就业；不写电话和证件号" [],
    }
}

record! {
    /// The file of a trainee (学员档案): one file a trainee.
    pub struct Trainee("学员档案") {
        /// Identifier.
        /// Unique in this section, such as T0001; lists refer to it. Never an id or phone number.
        id: Maybe<Id> required "档案编号：本节内不重复，如 T0001，签到名单按它引用；不得使用身份证号、手机号" ["五(六)"],
        /// Name.
        /// Personal, may be masked: it stays in the dossier, findings and public reports never show it.
        name: Maybe<Personal> "姓名：个人信息，可以脱敏；只留在档案里，核对结果和公开报告都不显示" ["五(六)"],
        /// Resident id.
        /// Personal: masked by four stars or more, or its sha256 hash; findings and public reports never show it.
        resident_id: Maybe<Personal> "身份证号：个人信息，可脱敏（仍为18位，至少4个星号）或填 sha256 散列值；核对结果和公开报告都不显示" ["GB 11643-1999"],
        /// Phone.
        /// Personal: the last four digits or nothing will do; findings and public reports never show it.
        phone: Maybe<Personal> "联系电话：个人信息，留后四位或不填即可；核对结果和公开报告都不显示" [],
        /// Groups the trainee belongs to.
        /// All that apply; those of trainees on an attendance list at least once count.
        groups: List<TargetGroup> "培训对象类别：符合哪几类选哪几类；至少签到过一次的学员才算" ["五(六)"],
        /// Where the trainee comes from.
        /// Where the trainee lives or works; it is asked whether the e-town and the villages around are among them.
        origin: Maybe<Origin> "来源：住在或工作在哪里；看有没有e镇和周边村的学员，其他地区的不列" ["三5"],
        /// Township.
        /// Where the trainee lives or works; recorded, the origin is what is looked at.
        township: Maybe<Short> "所在乡镇：居住或工作的乡镇；只作记录，判断看来源" ["三5"],
        /// Entity the trainee works for or has founded.
        /// Where the trainee works or what he or she founded, by the id of the market entity; else empty.
        entity: Maybe<Ref<ToEntity>> "所在主体：工作或创办的主体，引用市场主体的编号；没有的不填" ["五(六)"],
        /// File opened.
        /// Day on which the file was made; every file made by the as-of date needs a follow-up.
        opened: Maybe<PartialDate> "建档时间：建立这份档案的时间；评估时点以前建档的都要有跟踪服务" ["五(六)"],
        /// Follow-up.
        /// What was done after the training, one entry each time; while empty the target stays open.
        follow_up: List<FollowUp> "跟踪服务：培训之后的跟踪，一次一条；整项不填则待定，空清单为没有跟踪" ["五(六)"],
    }
}
