//! An assessment as frames: a row for each indicator and target, and a row for each criterion.

use eken_core::assess::{Assessment, CriterionResult, Required, Standing, Truth, Value, Verdict};
use eken_core::plan::Plan;
use eken_core::quantity::Exact;
use eken_core::report::{CriterionDocument, StandingDocument};
use eken_core::words::{Label, Lang, Words};

use super::build::{Columns, is_rounded};
use super::codes::Codes;
use super::frame::{Frame, FrameOptions};
use crate::error::Result;

/// How the town stands, a row for each indicator and target (`kind` says which), in the order of the plan, with words in one
/// language.
///
/// The figures of its criterion stand in the row of an indicator that has one only; all are in [`criteria`].
///
/// # Errors
/// As [`frames`](super::frames).
pub fn standings(assessment: &Assessment, plan: &Plan, lang: Lang, options: &FrameOptions) -> Result<Frame> {
    let rows = all(assessment, plan, lang);
    let mut out = Columns::new(options);
    about(&mut out, &rows, |row| row, options)?;
    let texts = |name: &Words| name.get(lang).to_owned();
    out.texts("title", Label::new("名称", "Title"), rows.iter().map(|row| Some(row.standing.title.get(lang))));
    out.repeated("group", Label::new("组", "Group"), rows.iter().map(|row| row.standing.group.clone()));
    verdicts(&mut out, options, rows.iter().map(|row| row.standing.verdict))?;
    figures(&mut out, &rows.iter().map(Row::lone).collect::<Vec<_>>(), options)?;
    out.flags(
        "provisional",
        Label::new("含初步数", "Provisional"),
        rows.iter().map(|row| row.standing.is_provisional()),
    );
    let whole = |number: usize| i64::try_from(number).ok();
    out.whole(
        "criteria",
        Label::new("要求项数", "Criteria"),
        rows.iter().map(|row| whole(row.standing.criteria.len())),
    );
    out.repeated(
        "lead",
        Label::new("牵头单位编号", "Lead"),
        rows.iter().map(|row| row.standing.departments.lead.clone()),
    );
    let lead = |row: &Row<'_>| row.document.departments.lead.as_ref().map(|lead| texts(&lead.name));
    out.repeated("lead_name", Label::new("牵头单位", "Lead department"), rows.iter().map(lead));
    let support =
        rows.iter().map(|row| row.document.departments.support.iter().map(|each| each.name.get(lang)).collect());
    out.lists("support_names", Label::new("配合单位", "Supporting departments"), support);
    let missing = rows.iter().map(|row| {
        let mut messages = Vec::new();
        row.document.criteria.iter().for_each(|each| lacks(each, &mut messages));
        messages
    });
    out.lists("missing", Label::new("缺什么", "Missing"), missing);
    let clauses = rows.iter().map(|row| row.standing.clauses.iter().map(String::as_str).collect());
    out.lists("clauses", Label::new("条款", "Clauses"), clauses);
    out.frame("standings", Label::new("评估结果", "Assessment"), rows.len())
}

/// What each criterion gives, a row each, parts of criteria joined below the row of their criterion.
///
/// `criterion` numbers them within their indicator: `1`, `2`, and `2.1` for the first part of the second. Figures have twelve
/// decimals; `rounded` says where one has more, and then `measured` shows it as a fraction: the verdict rests on the exact one.
///
/// # Errors
/// As [`frames`](super::frames).
pub fn criteria(assessment: &Assessment, plan: &Plan, lang: Lang, options: &FrameOptions) -> Result<Frame> {
    let standings = all(assessment, plan, lang);
    let mut rows: Vec<Part<'_>> = Vec::new();
    for of in &standings {
        parts(of, &of.standing.criteria, &of.document.criteria, "", &mut rows);
    }
    let mut out = Columns::new(options);
    about(&mut out, &rows, |row| row.of, options)?;
    out.texts("criterion", Label::new("要求序号", "Criterion"), rows.iter().map(|row| Some(row.number.as_str())));
    let title = |row: &Part<'_>| row.result.title.as_ref().map(|title| title.get(lang).to_owned());
    out.texts("title", Label::new("要求", "Title"), rows.iter().map(title));
    out.repeated("measure", Label::new("测量", "Measure"), rows.iter().map(|row| Some(row.result.measure.clone())));
    verdicts(&mut out, options, rows.iter().map(|row| row.result.verdict))?;
    figures(&mut out, &rows.iter().map(|row| Some(row.result)).collect::<Vec<_>>(), options)?;
    out.flags("provisional", Label::new("含初步数", "Provisional"), rows.iter().map(|row| row.result.provisional));
    out.whole("year", Label::new("年度", "Year"), rows.iter().map(|row| row.result.year.map(i64::from)));
    let evidence = rows.iter().map(|row| row.result.evidence.iter().map(String::as_str).collect());
    out.lists("evidence", Label::new("依据的事实", "Evidence"), evidence);
    let missing = rows.iter().map(|row| row.document.missing.iter().map(|lack| lack.message.as_str()).collect());
    out.lists("missing", Label::new("缺什么", "Missing"), missing);
    let unlisted = |row: &Part<'_>| i64::try_from(row.result.unlisted_total()).ok();
    out.whole("missing_unlisted", Label::new("未列出", "Missing, not listed"), rows.iter().map(unlisted));
    let clauses = rows.iter().map(|row| row.result.clauses.iter().map(String::as_str).collect());
    out.lists("clauses", Label::new("条款", "Clauses"), clauses);
    let readings: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.result.readings.iter().map(|(id, option)| format!("{id}={option}")).collect())
        .collect();
    out.lists(
        "readings",
        Label::new("读法", "Readings"),
        readings.iter().map(|row| row.iter().map(String::as_str).collect()),
    );
    out.frame("criteria", Label::new("各项要求", "Criteria"), rows.len())
}

/// An indicator or target, and its words.
struct Row<'a> {
    standing: &'a Standing,
    document: StandingDocument,
    target: bool,
}

impl<'a> Row<'a> {
    /// Its criterion, where it has one only.
    const fn lone(&self) -> Option<&'a CriterionResult> {
        match self.standing.criteria.as_slice() {
            [one] if one.parts.is_empty() => Some(one),
            _ => None,
        }
    }
}

/// A criterion, or a part of one.
struct Part<'a> {
    of: &'a Row<'a>,
    number: String,
    result: &'a CriterionResult,
    document: &'a CriterionDocument,
}

fn all<'a>(assessment: &'a Assessment, plan: &Plan, lang: Lang) -> Vec<Row<'a>> {
    let indicators = assessment.indicators.iter().map(|standing| (standing, false));
    let targets = assessment.targets.iter().map(|standing| (standing, true));
    let row = |(standing, target): (&'a Standing, bool)| Row {
        standing,
        document: StandingDocument::new(standing, plan, lang),
        target,
    };
    indicators.chain(targets).map(row).collect()
}

fn parts<'a>(
    of: &'a Row<'a>,
    results: &'a [CriterionResult],
    documents: &'a [CriterionDocument],
    above: &str,
    out: &mut Vec<Part<'a>>,
) {
    for (nth, (result, document)) in (1_usize..).zip(results.iter().zip(documents)) {
        let number = format!("{above}{nth}");
        let below = format!("{number}.");
        out.push(Part { of, number, result, document });
        parts(of, &result.parts, &document.parts, &below, out);
    }
}

fn lacks<'a>(criterion: &'a CriterionDocument, out: &mut Vec<&'a str>) {
    for lack in &criterion.missing {
        if !out.contains(&lack.message.as_str()) {
            out.push(&lack.message);
        }
    }
    criterion.parts.iter().for_each(|part| lacks(part, out));
}

/// Which indicator or target a row is of.
fn about<'a, R>(
    out: &mut Columns<'_>,
    rows: &'a [R],
    of: impl Fn(&'a R) -> &'a Row<'a> + Copy,
    options: &FrameOptions,
) -> Result<()> {
    let kinds = [Label::new("约束性指标", "indicator"), Label::new("本县目标", "target")];
    let codes = ["indicator", "target"].into_iter().zip(kinds);
    let codes = Codes::new(codes.map(|(code, label)| options.labels.map_or(code, |lang| label.get(lang))));
    out.codes("kind", Label::new("类别", "Kind"), &codes, rows.iter().map(|row| Some(usize::from(of(row).target))))?;
    out.whole("no", Label::new("序号", "No."), rows.iter().map(|row| of(row).standing.no.map(i64::from)));
    out.texts("id", Label::new("编号", "Id"), rows.iter().map(|row| Some(of(row).standing.id.as_str())));
    out.texts("slug", Label::new("英文短名", "Slug"), rows.iter().map(|row| Some(of(row).standing.slug.as_str())));
    Ok(())
}

fn verdicts(out: &mut Columns<'_>, options: &FrameOptions, verdicts: impl Iterator<Item = Verdict>) -> Result<()> {
    let codes = Codes::new(Verdict::ALL.map(|each| match options.labels {
        Some(lang) => each.label().get(lang),
        None => each.code(),
    }));
    let number = |verdict: Verdict| Verdict::ALL.iter().position(|each| *each == verdict);
    out.codes("verdict", Label::new("结论", "Verdict"), &codes, verdicts.map(number))
}

/// What was measured and required, and the gap between them.
fn figures(out: &mut Columns<'_>, rows: &[Option<&CriterionResult>], options: &FrameOptions) -> Result<()> {
    let measured: Vec<Option<&Value>> = rows.iter().map(|row| row.and_then(|row| row.measured.as_ref())).collect();
    out.texts("measured", Label::new("实测", "Measured"), measured.iter().map(|value| value.and_then(said)));
    let bounds: Vec<(Option<&Exact>, Option<&Exact>)> =
        measured.iter().map(|value| value.map_or((None, None), within)).collect();
    out.figures("measured_least", Label::new("实测下限", "Measured at least"), bounds.iter().map(|(least, _)| *least))?;
    out.figures("measured_most", Label::new("实测上限", "Measured at most"), bounds.iter().map(|(_, most)| *most))?;
    let required: Vec<Option<&Required>> = rows.iter().map(|row| row.and_then(|row| row.required.as_ref())).collect();
    let test = |required: &Option<&Required>| required.map(|required| test(required).to_owned());
    out.repeated("test", Label::new("检验", "Test"), required.iter().map(test));
    let least = |required: &Option<&'_ Required>| required.and_then(asked).and_then(|(least, _)| least);
    let most = |required: &Option<&'_ Required>| required.and_then(asked).and_then(|(_, most)| most);
    let floors: Vec<Option<Exact>> = required.iter().map(least).collect();
    let ceilings: Vec<Option<Exact>> = required.iter().map(most).collect();
    out.figures("required_least", Label::new("要求下限", "Required at least"), floors.iter().map(Option::as_ref))?;
    out.figures("required_most", Label::new("要求上限", "Required at most"), ceilings.iter().map(Option::as_ref))?;
    let codes = required.iter().map(|required| match required {
        Some(Required::Includes(codes) | Required::IncludesAny(codes)) => codes.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    });
    out.lists("required_codes", Label::new("须有的代码", "Required codes"), codes);
    let gaps: Vec<Option<&Exact>> = rows.iter().map(|row| row.and_then(|row| row.gap.as_ref())).collect();
    out.figures("gap", Label::new("差距", "Gap"), gaps.iter().copied())?;
    let unit = |row: &Option<&CriterionResult>| {
        let unit = (*row)?.unit?;
        Some(options.labels.map_or(unit.code(), |lang| unit.label().get(lang)).to_owned())
    };
    out.repeated("unit", Label::new("单位", "Unit"), rows.iter().map(unit));
    let rounded = bounds
        .iter()
        .zip(&gaps)
        .map(|((least, most), gap)| [least, most, gap].into_iter().flatten().any(|each| is_rounded(each)));
    out.flags("rounded", Label::new("除不尽", "Rounded"), rounded);
    Ok(())
}

/// A measured value as text: a figure or its bounds, yes or no, codes.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::Number { least, most: Some(most) } if least == most => Some(least.to_string()),
        Value::Number { least, most: Some(most) } => Some(format!("{least}..{most}")),
        Value::Number { least, most: None } => Some(format!("{least}..")),
        Value::Truth(Truth::Yes) => Some("true".to_owned()),
        Value::Truth(Truth::No) => Some("false".to_owned()),
        Value::Set { has, open } => {
            let codes = has.iter().map(String::as_str).chain(open.then_some("…")).collect::<Vec<_>>();
            Some(codes.join(", "))
        }
        Value::Truth(Truth::Unknown) | Value::Unknown | Value::NotApplicable | Value::Conflict => None,
    }
}

const fn within(value: &Value) -> (Option<&Exact>, Option<&Exact>) {
    match value {
        Value::Number { least, most } => (Some(least), most.as_ref()),
        _ => (None, None),
    }
}

/// The test in the words of the JSON.
const fn test(required: &Required) -> &'static str {
    match required {
        Required::Least { strict: false, .. } => "at_least",
        Required::Least { strict: true, .. } => "more_than",
        Required::Most { strict: false, .. } => "at_most",
        Required::Most { strict: true, .. } => "less_than",
        Required::Exactly(_) => "exactly",
        Required::Between { .. } => "between",
        Required::Holds => "holds",
        Required::Includes(_) => "includes",
        Required::IncludesAny(_) => "includes_any",
        Required::TierUnknown => "tier_unknown",
    }
}

/// The floor and the ceiling that are required.
fn asked(required: &Required) -> Option<(Option<Exact>, Option<Exact>)> {
    match required {
        Required::Least { value, .. } => Some((Some(value.clone()), None)),
        Required::Most { value, .. } => Some((None, Some(value.clone()))),
        Required::Exactly(value) => Some((Some(value.clone()), Some(value.clone()))),
        Required::Between { min, max } => Some((Some(min.clone()), Some(max.clone()))),
        Required::Holds | Required::Includes(_) | Required::IncludesAny(_) | Required::TierUnknown => None,
    }
}
