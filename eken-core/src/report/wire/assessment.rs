//! An assessment in JSON: its shape.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::amount::{Amount, MeasuredValue};
use super::codes::{TestCode, TierCode, UnitCode, VerdictCode};
use super::findings::{FindingCounts, ParamDocument};
use crate::assess::Receipt;
use crate::report::verify::ReceiptOptions;
use crate::words::Words;

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
    /// 缺什么；结论待定或冲突时才有；同类的只列前100处。What would settle it, while it is open or in conflict; of one thing lacking in many records the first 100.
    pub missing: Vec<MissingDocument>,
    /// 未列出的还有多少处；都列出时不写。How many more are not listed; left out when all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize")]
    pub missing_unlisted: Option<usize>,
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
