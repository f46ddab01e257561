//! What a verdict lacks, and what is worth noting about it: codes and parameters, no sentences.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::code::mask_personal;
use crate::finding::Params;
use crate::json::Param;
use crate::words::Label;

macro_rules! remarks {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $vdoc:literal])+ $variant:ident = $code:literal ($zh:literal, $en:literal),)* }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[doc = $vdoc])+ $variant,)*
        }

        impl $name {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code in JSON.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            /// The sentence; `{name}` stands for a parameter.
            pub const fn words(self) -> Label {
                match self {
                    $(Self::$variant => Label::new($zh, $en),)*
                }
            }
        }
    };
}

remarks! {
    /// What would settle an open verdict.
    LackKind {
        /// A section is not in the dossier.
        SectionAbsent = "section-absent" ("补报“{section}”一节", "file the section {section}"),
        /// A section does not say that it is complete.
        SectionIncomplete = "section-incomplete" ("“{section}”未申明列全：补齐并申明完整", "{section} is not declared complete: add what is missing and declare it"),
        /// A section was kept up to a day before the as-of date.
        SectionEnds = "section-ends" ("“{section}”只列到{until}：补列此后的记录", "{section} was kept until {until}: add what came later"),
        /// Records of a section could not be read.
        RecordsRefused = "records-refused" ("“{section}”有{count}条记录无法读取：改正后重报", "{count} records of {section} could not be read: mend them"),
        /// Records share an identifier and may be one and the same.
        Repeated = "repeated" ("编号或统一社会信用代码重复的记录：同一条的删去一条，不同的改正", "records share an identifier or credit code: delete the one filed twice, or correct it"),
        /// A role stands several times in one facility.
        RoleTwice = "role-twice" ("同一设施的同一功能列了几条面积：同一处的合为一条", "a role stands several times in one facility: file its area once"),
        /// A field is needed and not known.
        Field = "field" ("补填“{field}”", "fill in {field}"),
        /// A reviewer's judgement is not recorded.
        Judgement = "judgement" ("记录评审意见：{question}", "record a reviewer's judgement on {question}"),
        /// A judgement names no post, date or basis.
        JudgementForm = "judgement-form" ("评审意见须写明岗位、日期和理由", "a judgement needs post, date and basis"),
        /// Evidence documents are not on file.
        Evidence = "evidence" ("补交佐证文件", "file the evidence documents"),
        /// The tier is not declared with its evidence.
        Tier = "tier" ("申报县域类型并附依据文件", "declare the county tier with its evidence"),
        /// The year is not over at the as-of date.
        YearNotOver = "year-not-over" ("{year}年在评估时点尚未结束", "the year {year} is not over at the as-of date"),
        /// A statistic is not in the dossier.
        Statistic = "statistic" ("补报{period}年{series}及来源", "file {series} of {period} with its source"),
        /// Growth has a base of zero.
        BaseOfZero = "base-of-zero" ("上年{series}为零，增速无法计算", "{series} of the year before is zero, so no growth exists"),
        /// A figure is held by several records that differ.
        Conflict = "conflict" ("同一数据有不同数值：核对后只留一个", "records of the same figure differ: settle which one holds"),
        /// Reviewers' judgements of the same question disagree.
        JudgementConflict = "judgement-conflict" ("评审意见相互矛盾：复核后撤回不成立的", "reviewers' judgements disagree: review the matter and withdraw the one that does not hold"),
        /// The day of completion is not declared.
        Completion = "completion" ("申报建成时间", "declare the completion"),
        /// The start of the programme is not declared.
        ProgrammeStart = "programme-start" ("填报项目启动时间", "state the start of the programme"),
        /// An exemption lacks a part.
        Exemption = "exemption" ("例外批准须有理由、批准单位、批准日期和文件", "an exemption needs reason, approving body, day and document"),
        /// The declaration does not cover the whole period.
        Period = "period" ("补报“{field}”领域的合规申报，期间应自{from}至{until}", "declare compliance in {field} for {from} to {until}"),
        /// A case is pending.
        Pending = "pending" ("案件未结：待有权机关认定", "a case is pending: await the decision"),
        /// The place of an article is not stated.
        Article = "article" ("写明“{content}”所在条款", "name the article that lays down {content}"),
        /// A phase of the plan is not over at the as-of date.
        PhaseNotOver = "phase-not-over" ("该阶段至{until}结束，评估时点尚未届满", "the phase runs until {until}, beyond the as-of date"),
        /// An inspection found more issues than the issue list holds.
        IssuesUnlisted = "issues-unlisted" ("检查发现{found}个问题，问题清单只列出{listed}个：补列其余", "the inspection found {found} issues and the issue list holds {listed} of them: list the others"),
        /// A plan asks a measure for what it does not give.
        Misfit = "misfit" ("方案中的检验方式与该测量不符", "the plan's test does not fit the measure"),
    }
}

remarks! {
    /// What is worth knowing about a result.
    NoteKind {
        /// The county is no demonstration county.
        NoDemonstrationCounty = "no-demonstration-county" ("本县不是综合示范县，此项不适用", "the county is no demonstration county"),
        /// The town was not completed in the year.
        BeforeCompletion = "before-completion" ("{year}年尚未建成，增速要求不适用", "not yet completed in {year}, so growth is not required"),
        /// The reading in force switches the criterion off.
        ByReading = "by-reading" ("按所用读法不适用", "not applicable under the reading in use"),
        /// The criterion is not valid at the day.
        NotInForce = "not-in-force" ("该要求在评估时点不生效", "the requirement is not in force at the as-of date"),
        /// An entity registered in the year was struck off in it.
        StruckOff = "struck-off" ("有{count}家当年登记又当年注销，仍计入", "{count} registered in the year were struck off in it and still count"),
        /// Counting entities of the year: the annex says no "new".
        RegisteredInYear = "registered-in-year" ("附件2未写“新增”，按当年登记计", "the annex does not say new; those registered in the year are counted"),
        /// Sessions counted by a declared head-count.
        HeadCount = "head-count" ("有{count}场按申报人数计，无签到名单", "{count} sessions are counted by head-count, without a list"),
        /// The attendance list and the head-count differ.
        CountsDiffer = "counts-differ" ("有{count}场签到名单与申报人数不一致，以名单为准", "in {count} sessions list and head-count differ; the list counts"),
        /// A violation was rectified and still counts.
        Rectified = "rectified" ("违规已整改，仍按违规计", "the violation was rectified and still counts"),
        /// The year's figure and its months differ, one of them provisional or not decisive.
        MonthsDiffer = "months-differ" ("全年数{year}与各月合计{months}不一致", "the year's figure {year} and the sum of its months {months} differ"),
        /// The town's own growth, where that of the city is not known.
        OwnGrowth = "own-growth" ("本镇增速为{rate}%", "the town's own growth is {rate} %"),
        /// Floor areas overlap.
        Overlap = "overlap" ("与其他设施重叠{area}平方米", "{area} m² overlap with other facilities"),
        /// Several facilities hold the role.
        Candidates = "candidates" ("共有{count}处设施申报此功能，按最符合的一处判断", "{count} facilities claim the role; the best one is judged"),
        /// An exemption was used.
        Exempted = "exempted" ("按例外批准通过", "passes by the recorded exemption"),
        /// The southern limit is a village of the site.
        LimitInside = "limit-inside" ("{limit}既在范围内又是界限", "{limit} is both inside the site and its limit"),
    }
}

impl LackKind {
    /// Whether sources disagree, rather than lack.
    pub const fn is_disagreement(self) -> bool {
        matches!(self, Self::Conflict | Self::JudgementConflict)
    }
}

macro_rules! remark {
    ($(#[doc = $doc:literal])+ $name:ident($kind:ident)) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name {
            /// What kind it is.
            pub kind: $kind,
            /// JSON Pointer of the place; empty for the whole dossier.
            pub pointer: String,
            /// Parameters of the sentence.
            pub params: Vec<(&'static str, Param)>,
        }

        impl $name {
            /// One at a pointer, its texts masked of personal numbers.
            pub fn new(kind: $kind, pointer: impl Into<String>, params: Vec<(&'static str, Param)>) -> Self {
                let params = params
                    .into_iter()
                    .map(|(name, param)| match param {
                        Param::Text(text) => (name, Param::Text(masked(text))),
                        number => (name, number),
                    })
                    .collect();
                Self { kind, pointer: pointer.into(), params }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut out = serializer.serialize_struct(stringify!($name), 3)?;
                out.serialize_field("code", self.kind.code())?;
                out.serialize_field("pointer", &self.pointer)?;
                out.serialize_field("params", &Params(&self.params))?;
                out.end()
            }
        }
    };
}

/// A text without personal numbers.
fn masked(text: String) -> String {
    match mask_personal(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(masked) => masked,
    }
}

remark! {
    /// Something that an open verdict lacks.
    Lack(LackKind)
}

impl Lack {
    /// The plan asks a measure for what it does not give.
    pub fn misfit(measure: &'static str) -> Self {
        Self::new(LackKind::Misfit, "", vec![("measure", measure.into())])
    }
}

remark! {
    /// Something worth knowing about a result.
    Note(NoteKind)
}
