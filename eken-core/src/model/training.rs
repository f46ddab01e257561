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
        id: Maybe<Id> required "编号" [],
        /// Topic.
        topic: Maybe<TrainingTopic> "主题" ["附件2-11", "五(六)"],
        /// Title.
        title: Maybe<Short> "名称" [],
        /// Whether it is cross-border training.
        cross_border: Maybe<bool> "是否跨境电商培训" ["四2", "五(三)"],
        /// Day.
        date: Maybe<PartialDate> required "日期" ["附件2-11"],
        /// Beginning.
        starts: Maybe<Time> "开始时刻" [],
        /// End.
        ends: Maybe<Time> "结束时刻" [],
        /// Hours of teaching.
        hours: Maybe<Hours> "学时" [],
        /// Expert who teaches.
        trainer: Maybe<Ref<ToExpert>> "授课专家" ["附件2-12"],
        /// Training body.
        institution: Maybe<Ref<ToInstitution>> "培训机构" ["五(六)"],
        /// Facility.
        facility: Maybe<Ref<ToFacility>> "培训地点" ["附件2-11"],
        /// Attendance list: files of those who were there.
        attendance: List<Ref<ToTrainee>> "签到名单：引用学员档案编号" ["附件2-11", "五(六)"],
        /// Head-count, where it was declared.
        head_count: Maybe<Count> "申报人数" ["附件2-11"],
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
        date: Maybe<PartialDate> required "日期" ["五(六)"],
        /// Kind.
        kind: Maybe<FollowUpKind> "类型" ["五(六)"],
        /// Outcome.
        outcome: Maybe<Long> "结果" [],
    }
}

record! {
    /// The file of a trainee (学员档案): one file a trainee.
    pub struct Trainee("学员档案") {
        /// Identifier; not an id number.
        id: Maybe<Id> required "档案编号：不得使用身份证号" ["五(六)"],
        /// Name.
        name: Maybe<Personal> "姓名" ["五(六)"],
        /// Resident id, full, masked or hashed.
        resident_id: Maybe<Personal> "身份证号：可脱敏或散列" ["GB 11643-1999"],
        /// Phone.
        phone: Maybe<Personal> "联系电话" [],
        /// Groups the trainee belongs to.
        groups: List<TargetGroup> "培训对象类别" ["五(六)"],
        /// Where the trainee comes from.
        origin: Maybe<Origin> "来源" ["三5"],
        /// Township.
        township: Maybe<Short> "所在乡镇" ["三5"],
        /// Entity the trainee works for or has founded.
        entity: Maybe<Ref<ToEntity>> "所在主体" ["五(六)"],
        /// File opened.
        opened: Maybe<PartialDate> "建档时间" ["五(六)"],
        /// Follow-up.
        follow_up: List<FollowUp> "跟踪服务" ["五(六)"],
    }
}
