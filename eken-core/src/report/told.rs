//! A standing laid out flat, for whoever shows it in a way of their own: a phone, a table of another program.

use rust_decimal::Decimal;

use super::value;
use super::wire::{CriterionDocument, DepartmentName, StandingDocument, decimal};
use crate::assess::{CriterionResult, Standing, Value, Verdict};
use crate::plan::Plan;
use crate::words::Lang;

/// How the town stands on one indicator or target, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Id: `16` or `T1`.
    pub id: String,
    /// Number in the annex; none for targets.
    pub no: Option<usize>,
    /// Title.
    pub title: String,
    /// The verdict: every criterion must hold.
    pub verdict: Verdict,
    /// The verdict in words.
    pub label: String,
    /// Whether a provisional or estimated figure is among the facts.
    pub provisional: bool,
    /// Its criteria; the parts of one that joins others stand behind it.
    pub criteria: Vec<ToldCriterion>,
    /// Clauses.
    pub clauses: Vec<String>,
    /// The leading department.
    pub lead: Option<String>,
    /// The supporting departments.
    pub support: Vec<String>,
}

/// One criterion of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldCriterion {
    /// Path into the standing: `0`, or `0/1` for the second part of the first.
    pub path: String,
    /// Name of the measure; `any` or `all` where it joins others.
    pub measure: String,
    /// What it asks.
    pub title: String,
    /// The verdict on it.
    pub verdict: Verdict,
    /// The least that the measured number can be; none for what is no number. A figure without end is rounded to 6 decimals.
    pub least: Option<Decimal>,
    /// The most that it can be; none where nothing bounds it.
    pub most: Option<Decimal>,
    /// Measured less required: negative below a floor, positive above a ceiling.
    pub gap: Option<Decimal>,
    /// Code of the unit of these.
    pub unit: Option<String>,
    /// What was measured, in words.
    pub measured_text: String,
    /// What is required, in words.
    pub required_text: String,
    /// How far it is off, in words; empty where it is not.
    pub gap_text: String,
    /// JSON Pointers of the facts that it rests on.
    pub evidence: Vec<String>,
    /// What would settle it, while it is open or in conflict.
    pub missing: Vec<String>,
    /// Clauses of its own.
    pub clauses: Vec<String>,
    /// The year looked at; for annual measures only.
    pub year: Option<i32>,
}

impl Told {
    /// A standing under a plan.
    pub fn new(standing: &Standing, plan: &Plan, lang: Lang) -> Self {
        let document = StandingDocument::new(standing, plan, lang);
        let mut criteria = Vec::new();
        for (at, (result, told)) in standing.criteria.iter().zip(&document.criteria).enumerate() {
            gather(&mut criteria, at.to_string(), result, told, lang);
        }
        let name = |department: &DepartmentName| department.name.get(lang).to_owned();
        Self {
            id: document.id,
            no: document.no.and_then(|no| usize::try_from(no).ok()),
            title: document.title.get(lang).to_owned(),
            verdict: standing.verdict,
            label: standing.verdict.label().get(lang).to_owned(),
            provisional: document.provisional,
            criteria,
            clauses: document.clauses,
            lead: document.departments.lead.as_ref().map(name),
            support: document.departments.support.iter().map(name).collect(),
        }
    }
}

fn gather(out: &mut Vec<ToldCriterion>, path: String, result: &CriterionResult, told: &CriterionDocument, lang: Lang) {
    let (least, most) = match &result.measured {
        Some(Value::Number { least, most }) => (decimal(least), most.as_ref().and_then(decimal)),
        _ => (None, None),
    };
    let parts: Vec<String> = (0..result.parts.len()).map(|at| format!("{path}/{at}")).collect();
    out.push(ToldCriterion {
        path,
        measure: result.measure.clone(),
        title: value::title(result, lang),
        verdict: result.verdict,
        least,
        most,
        gap: result.gap.as_ref().and_then(decimal),
        unit: result.unit.map(|unit| unit.code().to_owned()),
        measured_text: value::measured(result, lang),
        required_text: value::asked(result, lang),
        gap_text: value::gap(result, lang).unwrap_or_default(),
        evidence: result.evidence.clone(),
        missing: told.missing.iter().map(|lack| lack.message.clone()).collect(),
        clauses: result.clauses.clone(),
        year: result.year,
    });
    for ((path, part), told) in parts.into_iter().zip(&result.parts).zip(&told.parts) {
        gather(out, path, part, told, lang);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Exact;
    use crate::report::testing::{criterion, town, whole};

    #[test]
    fn a_standing_is_told_with_its_numbers_and_its_words() {
        let (_, plan, outcome) = town();
        let told = Told::new(outcome.standing("16").unwrap(), &plan, Lang::Zh);
        assert_eq!((told.no, told.label.as_str()), (Some(16), "未达到"));
        assert!(told.lead.is_some() && !told.clauses.is_empty());
        let area = told.criteria.iter().find(|each| each.measure == "facility-floor-area").unwrap();
        assert_eq!((area.least, area.most, area.gap), (Some(312.into()), Some(312.into()), Some(12.into())));
        assert_eq!(area.unit.as_deref(), Some("m2"));
        assert_eq!(
            [&area.measured_text, &area.required_text, &area.gap_text],
            ["312平方米", "100至300平方米", "超出12平方米"]
        );
    }

    #[test]
    fn parts_stand_behind_what_joins_them_and_bounds_may_be_open() {
        let (_, plan, outcome) = town();
        let mut standing = outcome.standing("16").unwrap().clone();
        let mut any = criterion("any", Verdict::Open);
        let mut part = criterion("training-person-times", Verdict::Open);
        part.measured = Some(whole(480, None));
        part.gap = Exact::whole(1).over(&Exact::whole(3));
        any.parts = vec![part.clone(), criterion("all", Verdict::Met)];
        any.parts[1].parts = vec![part];
        standing.criteria = vec![criterion("judgement", Verdict::Met), any];
        let told = Told::new(&standing, &plan, Lang::En).criteria;
        let paths: Vec<&str> = told.iter().map(|each| each.path.as_str()).collect();
        assert_eq!(paths, ["0", "1", "1/0", "1/1", "1/1/0"]);
        assert_eq!((told[4].least, told[4].most), (Some(480.into()), None));
        assert_eq!(told[4].gap.unwrap().to_string(), "0.333333");
    }
}
