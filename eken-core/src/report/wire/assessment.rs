//! An assessment in JSON.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::amount::{Amount, MeasuredValue};
use super::codes::{TestCode, TestKind, TierCode, UnitCode, VerdictCode};
use super::findings::{FindingCounts, ParamDocument, params};
use crate::assess::{
    Assessment, Counts, CriterionResult, Dependence, Lack, Note, Receipt, Required, Standing, Value, Verdict,
    YearResult,
};
use crate::json::Param;
use crate::plan::{self, Duty, Plan};
use crate::report::assessment::statement_words;
use crate::report::sentence::{self, Voice};
use crate::report::verify::{ReceiptFile, ReceiptOptions};
use crate::validate::Checked;
use crate::words::{Lang, Words};

/// 评估结果。How a town stands on every indicator and target of a plan. It is no acceptance: the plan gives no rule for an overall result.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AssessmentDocument {
    /// 方案编号。Id of the plan.
    pub plan: String,
    /// 方案名称。Title of the plan.
    pub plan_title: Words,
    /// 项目名称；未填时为 null。Name of the town; null when it is not stated.
    pub town: Option<String>,
    /// 县域类型；未申报或没有依据时为 null。County tier; null when it is not declared with its evidence.
    pub tier: Option<TierCode>,
    /// 县域类型是否为调用时的假设。Whether the tier was supposed by the caller.
    pub tier_supposed: bool,
    /// 县域类型缺什么；不缺时不写。What the tier lacks; absent when it is settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "MissingDocument")]
    pub tier_missing: Option<MissingDocument>,
    /// 验收年度。Acceptance year.
    pub acceptance_year: i32,
    /// 评估时点。Day up to which facts counted, `YYYY-MM-DD`.
    pub as_of: String,
    /// 各读法所取。The readings used.
    pub readings: Vec<ReadingDocument>,
    /// 约束性指标，按附件2的次序。The binding indicators, in the order of the annex.
    pub indicators: Vec<StandingDocument>,
    /// 本县方案的目标。Targets of the county's own plan.
    pub targets: Vec<StandingDocument>,
    /// 指标各结论的项数。Counts over the indicators.
    pub counts: CountsDocument,
    /// 目标各结论的项数。Counts over the targets.
    pub target_counts: CountsDocument,
    /// 约束性指标是否全部达到或例外通过。Whether every binding indicator is met or met by exemption; not an acceptance.
    pub all_binding_met: bool,
    /// 本评估不是什么。What this assessment is not.
    pub statement: String,
    /// 数据问题各档次数。How many findings there are in the data.
    pub findings: FindingCounts,
    /// 因读法而变的结论；只在问到时有。Verdicts that depend on a reading; present only when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<DependenceDocument>")]
    pub dependences: Option<Vec<DependenceDocument>>,
    /// 假设的县域类型与申报的相比会变的结论；只在假设时有。What the supposed tier changes; present only when one is supposed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<ChangeDocument>")]
    pub changes: Option<Vec<ChangeDocument>>,
    /// 重算所需的选项。The options needed to recompute it.
    pub options: ReceiptOptions,
    /// 回执。The receipt.
    pub receipt: Receipt,
}

/// 所取的读法。A reading and the option used.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReadingDocument {
    /// 读法编号。Id of the reading.
    pub id: String,
    /// 选项编号。Id of the option.
    pub option: String,
    /// 是否默认。Whether it is the default.
    pub default: bool,
}

/// 一项指标或目标。How the town stands on one indicator or target.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StandingDocument {
    /// 附件2的序号；目标不写。Number in the annex; absent for targets.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u32")]
    pub no: Option<u32>,
    /// 编号：`16` 或 `T1`。Id: `16` or `T1`.
    pub id: String,
    /// 英文短名。Short name.
    pub slug: String,
    /// 名称。Title.
    pub title: Words,
    /// 附件2的组；目标不写。Group of the annex; absent for targets.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub group: Option<String>,
    /// 结论：各项要求须全部达到。The verdict: every criterion must hold.
    pub verdict: VerdictCode,
    /// 是否含初步数或估计数。Whether a provisional or estimated figure is among the facts.
    pub provisional: bool,
    /// 各项要求。The criteria.
    pub criteria: Vec<CriterionDocument>,
    /// 条款。Clauses.
    pub clauses: Vec<String>,
    /// 牵头和配合单位。Who leads and who supports.
    pub departments: DutyDocument,
}

/// 一项要求。The result of one criterion.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CriterionDocument {
    /// 测量名；`any`、`all` 为任一、全部。Name of the measure; `any` or `all` for criteria joined.
    pub measure: String,
    /// 要求什么；方案没写时为 null。What it asks; null when the plan does not say.
    pub title: Option<Words>,
    /// 测量的参数。Parameters of the measure.
    pub params: BTreeMap<String, PlanParamDocument>,
    /// 结论。The verdict.
    pub verdict: VerdictCode,
    /// 实测值。The measured value.
    pub measured: MeasuredValue,
    /// 代码数组之外可能还有时为 true。True when a set may hold more than it shows.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(extend("default" = false))]
    pub open: bool,
    /// 要求；由各部分合成时为 null。The requirement; null for criteria joined.
    pub required: Option<RequiredDocument>,
    /// 差距：实测减去起作用的界限，低于下限为负；没有时为 null。Signed gap: the value less the bound that binds; null when there is none.
    pub gap: Option<Amount>,
    /// 计量单位；没有时为 null。Unit of value, requirement and gap; null when there is none.
    pub unit: Option<UnitCode>,
    /// 除不尽而保留6位小数时为 true。True when a figure without end is rounded to 6 decimals; the verdict rests on the exact one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(extend("default" = false))]
    pub rounded: bool,
    /// 是否含初步数或估计数。Whether a provisional or estimated figure is among the facts.
    pub provisional: bool,
    /// 所依据事实的 JSON Pointer。JSON Pointers of the facts.
    pub evidence: Vec<String>,
    /// 缺什么；结论待定或冲突时才有。What would settle it, while it is open or in conflict.
    pub missing: Vec<MissingDocument>,
    /// 提示。What is worth knowing.
    pub notes: Vec<MissingDocument>,
    /// 本项要求自己的条款。Clauses of its own.
    pub clauses: Vec<String>,
    /// 用到的读法：编号与选项。Readings used: id and option.
    pub readings: BTreeMap<String, String>,
    /// 所看年度；只有按年的才写。The year looked at; for annual measures only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "i32")]
    pub year: Option<i32>,
    /// 逐年结果；只有按年的才有。Every year since the programme began; for annual measures only.
    pub years: Vec<YearDocument>,
    /// 任一、全部的各部分。Parts of criteria joined.
    pub parts: Vec<CriterionDocument>,
}

/// 测量的参数。A parameter of a measure.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum PlanParamDocument {
    /// 文本。A text.
    Text(String),
    /// 是否。Yes or no.
    Flag(bool),
    /// 一组文本。A list of texts.
    List(Vec<String>),
}

/// 要求。What is required.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RequiredDocument {
    /// 检验方式。How the value is tested.
    pub test: TestCode,
    /// 界限。The bound of `at_least`, `more_than`, `at_most`, `less_than`, `exactly`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Amount")]
    pub value: Option<Amount>,
    /// 下限。The floor of `between`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Amount")]
    pub min: Option<Amount>,
    /// 上限。The ceiling of `between`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Amount")]
    pub max: Option<Amount>,
    /// 须有的代码。The codes of `includes` and `includes_any`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub codes: Option<Vec<String>>,
}

/// 缺什么，或提示什么。Something that is missing, or worth knowing.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MissingDocument {
    /// 代码。Code.
    pub code: String,
    /// 位置：JSON Pointer；空为整份档案。Place as JSON Pointer; empty for the whole dossier.
    pub pointer: String,
    /// 说明的参数。Parameters of the message.
    pub params: BTreeMap<String, ParamDocument>,
    /// 说明。In words.
    pub message: String,
}

/// 一个年度的结果。One year's value of an annual criterion.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct YearDocument {
    /// 年度。The year.
    pub year: i32,
    /// 实测值。Its value.
    pub measured: MeasuredValue,
    /// 按该年度的结论。What it would mean.
    pub verdict: VerdictCode,
}

/// 牵头和配合单位。Who leads and who supports.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DutyDocument {
    /// 牵头单位；没有时为 null。The leading department; null when there is none.
    pub lead: Option<DepartmentName>,
    /// 配合单位。Supporting departments.
    pub support: Vec<DepartmentName>,
    /// 是否推定：方案写的是职责，不是指标序号。Whether the link is inferred: the plan gives duties, not indicator numbers.
    pub inferred: bool,
    /// 方案是否没有分给任何部门。Whether no duty of the plan covers it.
    pub unassigned: bool,
    /// 职责所在条款。Clauses that state the duties.
    pub cites: Vec<String>,
}

/// 部门。A department.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DepartmentName {
    /// 编号。Id.
    pub id: String,
    /// 名称。Name.
    pub name: Words,
}

/// 各结论的项数。How many have each verdict.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct CountsDocument {
    /// 达到。Met.
    pub met: usize,
    /// 例外通过。Met by exemption.
    pub met_by_exemption: usize,
    /// 未达到。Not met.
    pub not_met: usize,
    /// 待定。Open.
    pub open: usize,
    /// 不适用。Not applicable.
    pub not_applicable: usize,
    /// 数据冲突。In conflict.
    pub conflict: usize,
}

/// 因读法而变的结论。A verdict that another option of one reading would change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DependenceDocument {
    /// 指标或目标编号。Id of the indicator or target.
    pub id: String,
    /// 读法编号。Id of the reading.
    pub reading: String,
    /// 选项编号。Id of the option.
    pub option: String,
    /// 本次结论。The verdict as it stands.
    pub verdict: VerdictCode,
    /// 改取该选项后的结论。The verdict under that option.
    pub otherwise: VerdictCode,
}

/// 会变的结论。A verdict that the supposed tier changes.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChangeDocument {
    /// 指标或目标编号。Id of the indicator or target.
    pub id: String,
    /// 按申报的县域类型。The verdict under the declared tier.
    pub declared: VerdictCode,
    /// 按假设的县域类型。The verdict under the supposed tier.
    pub supposed: VerdictCode,
}

impl AssessmentDocument {
    /// The document of an assessment, its sentences in one language.
    pub fn new(assessment: &Assessment, checked: &Checked, plan: &Plan, lang: Lang) -> Self {
        let voice = Voice { lang, plan: Some(plan), with_names: false };
        let standings = |list: &[Standing]| list.iter().map(|each| StandingDocument::of(each, &voice)).collect();
        let file = ReceiptFile::of(assessment);
        Self {
            plan: assessment.plan.clone(),
            plan_title: plan.title.clone(),
            town: assessment.town.clone(),
            tier: assessment.tier.map(TierCode),
            tier_supposed: assessment.tier_supposed,
            tier_missing: assessment.tier_lack.as_ref().map(|lack| missing(lack, &voice)),
            acceptance_year: assessment.acceptance_year,
            as_of: assessment.as_of.to_string(),
            readings: assessment
                .readings
                .iter()
                .map(|used| ReadingDocument { id: used.id.clone(), option: used.option.clone(), default: used.default })
                .collect(),
            indicators: standings(&assessment.indicators),
            targets: standings(&assessment.targets),
            counts: counts(&assessment.counts),
            target_counts: counts(&assessment.target_counts),
            all_binding_met: assessment.all_binding_met(),
            statement: statement_words().get(lang).to_owned(),
            findings: FindingCounts::of(checked),
            dependences: None,
            changes: None,
            options: file.options,
            receipt: file.receipt,
        }
    }

    /// The same with the verdicts that depend on a reading.
    #[must_use]
    pub fn with_dependences(mut self, dependences: &[Dependence]) -> Self {
        let document = |each: &Dependence| DependenceDocument {
            id: each.id.clone(),
            reading: each.reading.clone(),
            option: each.option.clone(),
            verdict: VerdictCode(each.verdict),
            otherwise: VerdictCode(each.otherwise),
        };
        self.dependences = Some(dependences.iter().map(document).collect());
        self
    }

    /// The same with what the supposed tier changes.
    #[must_use]
    pub fn with_changes(mut self, changes: impl Iterator<Item = (String, Verdict, Verdict)>) -> Self {
        let document = |(id, declared, supposed)| ChangeDocument {
            id,
            declared: VerdictCode(declared),
            supposed: VerdictCode(supposed),
        };
        self.changes = Some(changes.map(document).collect());
        self
    }
}

impl StandingDocument {
    /// The document of one standing, its sentences in one language.
    pub fn new(standing: &Standing, plan: &Plan, lang: Lang) -> Self {
        Self::of(standing, &Voice { lang, plan: Some(plan), with_names: false })
    }

    fn of(standing: &Standing, voice: &Voice<'_>) -> Self {
        Self {
            no: standing.no,
            id: standing.id.clone(),
            slug: standing.slug.clone(),
            title: standing.title.clone(),
            group: standing.group.clone(),
            verdict: VerdictCode(standing.verdict),
            provisional: standing.is_provisional(),
            criteria: standing.criteria.iter().map(|each| criterion(each, voice)).collect(),
            clauses: standing.clauses.clone(),
            departments: duty(&standing.departments, voice),
        }
    }
}

fn criterion(result: &CriterionResult, voice: &Voice<'_>) -> CriterionDocument {
    let (measured, rounded) = MeasuredValue::of(result.measured.as_ref());
    let gap = result.gap.as_ref().map(Amount::of);
    let also = gap.as_ref().is_some_and(|(_, rounded)| *rounded);
    CriterionDocument {
        measure: result.measure.clone(),
        title: result.title.clone(),
        params: result.params.0.iter().map(|(name, value)| (name.clone(), value.into())).collect(),
        verdict: VerdictCode(result.verdict),
        measured,
        open: matches!(result.measured, Some(Value::Set { open: true, .. })),
        required: result.required.as_ref().map(required),
        gap: gap.map(|(gap, _)| gap),
        unit: result.unit.map(UnitCode),
        rounded: rounded || also,
        provisional: result.provisional,
        evidence: result.evidence.clone(),
        missing: result.missing.iter().map(|lack| missing(lack, voice)).collect(),
        notes: result.notes.iter().map(|each| note(each, voice)).collect(),
        clauses: result.clauses.clone(),
        readings: result.readings.iter().cloned().collect(),
        year: result.year,
        years: result.years.iter().map(year).collect(),
        parts: result.parts.iter().map(|part| criterion(part, voice)).collect(),
    }
}

impl From<&plan::Param> for PlanParamDocument {
    fn from(param: &plan::Param) -> Self {
        match param {
            plan::Param::Text(text) => Self::Text(text.clone()),
            plan::Param::Bool(flag) => Self::Flag(*flag),
            plan::Param::List(list) => Self::List(list.clone()),
        }
    }
}

fn required(required: &Required) -> RequiredDocument {
    let none = |test| RequiredDocument { test: TestCode(test), value: None, min: None, max: None, codes: None };
    let value = |test, value| RequiredDocument { value: Some(Amount::of(value).0), ..none(test) };
    let codes = |test, codes: &[String]| RequiredDocument { codes: Some(codes.to_vec()), ..none(test) };
    match required {
        Required::Least { value: floor, strict: false } => value(TestKind::AtLeast, floor),
        Required::Least { value: floor, strict: true } => value(TestKind::MoreThan, floor),
        Required::Most { value: ceiling, strict: false } => value(TestKind::AtMost, ceiling),
        Required::Most { value: ceiling, strict: true } => value(TestKind::LessThan, ceiling),
        Required::Exactly(bound) => value(TestKind::Exactly, bound),
        Required::Between { min, max } => {
            RequiredDocument { min: Some(Amount::of(min).0), max: Some(Amount::of(max).0), ..none(TestKind::Between) }
        }
        Required::Holds => none(TestKind::Holds),
        Required::Includes(list) => codes(TestKind::Includes, list),
        Required::IncludesAny(list) => codes(TestKind::IncludesAny, list),
        Required::TierUnknown => none(TestKind::TierUnknown),
    }
}

fn missing(lack: &Lack, voice: &Voice<'_>) -> MissingDocument {
    remark(lack.kind.code(), &lack.pointer, &lack.params, sentence::lack(lack, voice))
}

fn note(note: &Note, voice: &Voice<'_>) -> MissingDocument {
    remark(note.kind.code(), &note.pointer, &note.params, sentence::note(note, voice))
}

fn remark(code: &str, pointer: &str, values: &[(&'static str, Param)], message: String) -> MissingDocument {
    MissingDocument { code: code.to_owned(), pointer: pointer.to_owned(), params: params(values), message }
}

fn year(result: &YearResult) -> YearDocument {
    YearDocument {
        year: result.year,
        measured: MeasuredValue::of(Some(&result.measured)).0,
        verdict: VerdictCode(result.verdict),
    }
}

fn duty(duty: &Duty, voice: &Voice<'_>) -> DutyDocument {
    let name = |id: &String| DepartmentName {
        id: id.clone(),
        name: voice
            .plan
            .and_then(|plan| plan.department(id))
            .map_or_else(|| Words::new(id.as_str(), id.as_str()), |department| department.label.clone()),
    };
    DutyDocument {
        lead: duty.lead.as_ref().map(name),
        support: duty.support.iter().map(name).collect(),
        inferred: duty.inferred,
        unassigned: duty.unassigned,
        cites: duty.cites.clone(),
    }
}

fn counts(counts: &Counts) -> CountsDocument {
    CountsDocument {
        met: counts.met,
        met_by_exemption: counts.met_by_exemption,
        not_met: counts.not_met,
        open: counts.open,
        not_applicable: counts.not_applicable,
        conflict: counts.conflict,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::town;

    #[test]
    fn the_json_has_the_names_that_others_rely_on_and_no_person() {
        let (checked, plan, assessment) = town();
        let json = serde_json::to_value(AssessmentDocument::new(&assessment, &checked, &plan, Lang::Zh)).unwrap();
        for key in ["tier", "acceptance_year", "as_of", "readings", "indicators", "targets", "counts", "receipt"] {
            assert!(json.get(key).is_some(), "{key}");
        }
        let indicators = json["indicators"].as_array().unwrap();
        assert_eq!(indicators.len(), 28);
        assert!((1..).zip(indicators).all(|(no, each)| each["no"] == no));
        let display = &indicators[15];
        for key in ["no", "id", "verdict", "criteria", "clauses", "departments"] {
            assert!(display.get(key).is_some(), "{key}");
        }
        let area = &display["criteria"][0];
        for key in ["measure", "verdict", "measured", "required", "gap", "unit", "evidence", "missing"] {
            assert!(area.get(key).is_some(), "{key}");
        }
        assert_eq!((&area["verdict"], &area["measured"], &area["gap"]), (&"not_met".into(), &312.into(), &12.into()));
        assert_eq!(area["required"], serde_json::json!({"test": "between", "min": 100, "max": 300}));
        assert_eq!(json["tier"], "key_assistance");
        assert!(!json.to_string().contains("13900000000") && !json.to_string().contains("张某某"));
    }
}
