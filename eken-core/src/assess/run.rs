//! The run: every criterion measured, judged and joined.

use std::collections::BTreeMap;

use super::candidates::{Candidate, Doubt, candidates, several};
use super::lack::{Lack, LackKind, Note, NoteKind};
use super::measure::{Measure, Run, find};
use super::measured::{Exempted, Measured, record_pointer};
use super::options::{Options, Settled, settle};
use super::outcome::{Assessment, Counts, CriterionResult, ReadingUsed, Standing, YearResult};
use super::receipt::{plan_digest, receipt};
use super::verdict::{Required, Verdict, gap, judge, required};
use super::view::{View, documents};
use super::years::{reported_years, years};
use crate::code::mask_personal;
use crate::error::Result;
use crate::plan::{Criterion, Indicator, Kind, Params, Plan, Test, When};
use crate::validate::Checked;

/// Assesses a validated dossier under a plan. For many dossiers under one plan, [`Assessor`] does once what concerns the plan
/// alone.
///
/// # Errors
/// When an option is out of range or names a reading that the plan does not have.
pub fn assess(checked: &Checked, plan: &Plan, options: &Options) -> Result<Assessment> {
    Assessor::new(plan).assess(checked, options)
}

/// A plan made ready to assess many dossiers.
#[derive(Clone, Debug)]
pub struct Assessor<'p> {
    plan: &'p Plan,
    digest: String,
}

impl<'p> Assessor<'p> {
    /// Makes a plan ready.
    pub fn new(plan: &'p Plan) -> Self {
        Self { plan, digest: plan_digest(plan) }
    }

    /// Assesses a validated dossier.
    ///
    /// # Errors
    /// As [`assess`].
    pub fn assess(&self, checked: &Checked, options: &Options) -> Result<Assessment> {
        run(checked, self.plan, &self.digest, options)
    }
}

fn run(checked: &Checked, plan: &Plan, digest: &str, options: &Options) -> Result<Assessment> {
    let dossier = checked.dossier();
    let settled = settle(dossier, plan, options)?;
    let documents = documents(dossier);
    let view = View {
        dossier,
        plan,
        year: settled.year,
        as_of: settled.as_of,
        tier: settled.tier,
        readings: &settled.readings,
        documents: &documents,
        scope: None,
    };
    let judge = Judge { view, settled: &settled };
    let indicators: Vec<Standing> = plan.indicators.iter().map(|indicator| judge.standing(indicator)).collect();
    let targets: Vec<Standing> = plan.targets.iter().map(|target| judge.standing(target)).collect();
    let readings = plan.readings.iter().map(|reading| {
        let option = settled.readings.get(&reading.id).cloned().unwrap_or_default();
        ReadingUsed { id: reading.id.clone(), default: option == reading.default, option }
    });
    Ok(Assessment {
        plan: plan.id.clone(),
        town: view.town().and_then(|town| town.name.known()).map(|name| mask_personal(name.as_str()).into_owned()),
        tier: settled.tier,
        tier_supposed: settled.tier_supposed,
        tier_lack: settled.tier_lack.clone(),
        acceptance_year: settled.year,
        as_of: settled.as_of,
        readings: readings.collect(),
        counts: Counts::of(&indicators),
        target_counts: Counts::of(&targets),
        receipt: receipt(dossier, digest, &settled, [&indicators, &targets]),
        indicators,
        targets,
    })
}

/// One assessment under way.
struct Judge<'a> {
    view: View<'a>,
    settled: &'a Settled,
}

/// The facility chosen for each role, as an index into the candidates of the role.
type Chosen<'a> = BTreeMap<String, (Vec<Candidate<'a>>, Option<usize>)>;

impl<'a> Judge<'a> {
    fn standing(&self, indicator: &Indicator) -> Standing {
        let chosen = self.choose(indicator);
        let criteria: Vec<CriterionResult> = indicator
            .criteria
            .iter()
            .filter(|criterion| self.applies(&criterion.when))
            .map(|criterion| self.criterion(criterion, &chosen))
            .collect();
        Standing {
            id: indicator.id.clone(),
            no: indicator.no,
            slug: indicator.slug.clone(),
            title: indicator.title.clone(),
            group: indicator.group.clone(),
            verdict: Verdict::all(criteria.iter().map(|criterion| criterion.verdict)),
            criteria,
            clauses: indicator.clauses.clone(),
            departments: indicator.departments.clone(),
        }
    }

    fn applies(&self, when: &When) -> bool {
        when.iter().all(|(reading, options)| options.iter().any(|option| self.view.reads(reading, option)))
    }

    fn active(&self, when: &When) -> bool {
        !when.is_empty() && self.applies(when)
    }

    /// Chooses for each role the one facility on which the indicator's criteria come out best.
    fn choose(&self, indicator: &Indicator) -> Chosen<'a> {
        let mut leaves: Vec<&Criterion> = Vec::new();
        for criterion in &indicator.criteria {
            criterion.visit(&mut |each| {
                if facility_role(each).is_some() && self.applies(&each.when) {
                    leaves.push(each);
                }
            });
        }
        let mut chosen = Chosen::new();
        for role in leaves.iter().filter_map(|leaf| facility_role(leaf)) {
            if chosen.contains_key(role) {
                continue;
            }
            let found = candidates(&self.view, role);
            let mut ranked: Vec<(u8, &str, usize)> = Vec::new();
            for (place, candidate) in found.iter().enumerate() {
                let alone: Chosen<'a> = [(role.to_owned(), (vec![candidate.clone()], Some(0)))].into();
                let verdicts = leaves
                    .iter()
                    .filter(|leaf| facility_role(leaf) == Some(role))
                    .map(|leaf| self.criterion(leaf, &alone).verdict);
                ranked.push((rank(Verdict::all(verdicts)), candidate.id(), place));
            }
            let best = ranked.iter().min().map(|(_, _, place)| *place);
            chosen.insert(role.to_owned(), (found, best));
        }
        chosen
    }

    fn criterion(&self, criterion: &Criterion, chosen: &Chosen<'a>) -> CriterionResult {
        let mut result = match &criterion.kind {
            Kind::Leaf { measure, params, test } => self.leaf(criterion, measure, params, test, chosen),
            Kind::Any(parts) => self.joined("any", parts, chosen, Verdict::any),
            Kind::All(parts) => self.joined("all", parts, chosen, Verdict::all),
        };
        if criterion.valid.is_some_and(|valid| !valid.contains(self.view.as_of.naive())) {
            result.verdict = Verdict::NotApplicable;
            result.missing.clear();
            result.notes.push(Note::new(NoteKind::NotInForce, "", vec![]));
        }
        result.title.clone_from(&criterion.title);
        result.clauses.clone_from(&criterion.clauses);
        result.readings = criterion
            .depends_on()
            .into_iter()
            .map(|reading| (reading.to_owned(), self.view.reading(reading).to_owned()))
            .collect();
        result
    }

    fn joined(
        &self,
        name: &str,
        parts: &[Criterion],
        chosen: &Chosen<'a>,
        join: impl Fn(Vec<Verdict>) -> Verdict,
    ) -> CriterionResult {
        let parts: Vec<CriterionResult> =
            parts.iter().filter(|part| self.applies(&part.when)).map(|part| self.criterion(part, chosen)).collect();
        let verdict = join(parts.iter().map(|part| part.verdict).collect());
        CriterionResult { parts, ..blank(name, &Params::default(), verdict) }
    }

    fn leaf(
        &self,
        criterion: &Criterion,
        measure: &str,
        params: &Params,
        test: &Test,
        chosen: &Chosen<'a>,
    ) -> CriterionResult {
        let strict = self.active(&criterion.strict_under);
        let exemptible = self.active(&criterion.exemptible_under);
        let (required, unit) = required(test, self.view.tier, strict);
        let Some(found) = find(measure) else {
            let misfit = Lack::new(LackKind::Misfit, "", vec![("measure", measure.into())]);
            return CriterionResult { missing: vec![misfit], ..blank(measure, params, Verdict::Open) };
        };
        let scoped = View { scope: Some(&criterion.readings), ..self.view };
        let (looked_at, lack) =
            if found.annual { years(&self.view, criterion, params) } else { (vec![self.view.year], None) };
        let mut results: Vec<CriterionResult> = looked_at
            .iter()
            .map(|year| {
                let view = scoped.in_other_year(*year);
                let answer = self.measure(&view, found, params, chosen);
                self.judged(found, params, answer, &required, exemptible, *year)
            })
            .collect();
        let verdict = Verdict::all(results.iter().map(|result| result.verdict));
        results.sort_by_key(|result| std::cmp::Reverse(rank(result.verdict)));
        let mut result = results.into_iter().next().unwrap_or_else(|| blank(measure, params, Verdict::NotApplicable));
        result.verdict = verdict;
        if let Some(lack) = lack {
            result.verdict = Verdict::all([verdict, Verdict::Open]);
            if result.verdict == Verdict::Open {
                result.missing.push(lack);
            }
        }
        if found.annual {
            result.years = self.by_year(&scoped, found, params, &required, chosen);
        }
        CriterionResult { unit, required: Some(required), ..result }
    }

    fn by_year(
        &self,
        view: &View<'_>,
        measure: &Measure,
        params: &Params,
        required: &Required,
        chosen: &Chosen<'a>,
    ) -> Vec<YearResult> {
        reported_years(view)
            .into_iter()
            .map(|year| {
                let measured = self.measure(&view.in_other_year(year), measure, params, chosen).0.value;
                let verdict = judge(&measured, required).unwrap_or(Verdict::Open);
                YearResult { year, measured, verdict }
            })
            .collect()
    }

    fn measure(
        &self,
        view: &View<'_>,
        measure: &Measure,
        params: &Params,
        chosen: &Chosen<'a>,
    ) -> (Measured, Option<Doubt>) {
        match measure.run {
            Run::Town(run) => (run(view, params), None),
            Run::Facility(run) => {
                let role = params.text("of").unwrap_or_default();
                let (found, best) = match chosen.get(role) {
                    Some((found, best)) => (found.as_slice(), *best),
                    None => (&[][..], None),
                };
                let candidate = best.and_then(|best| found.get(best));
                let at = candidate.map(|candidate| (candidate.index, candidate.facility));
                let mut measured = run(view, params, at);
                measured.notes.extend(several(found.len()));
                if let Some((index, _)) = at {
                    measured.evidence.insert(0, record_pointer("facilities", index));
                }
                (measured, Some(Doubt::about(view, candidate)))
            }
        }
    }

    fn judged(
        &self,
        measure: &Measure,
        params: &Params,
        (measured, doubt): (Measured, Option<Doubt>),
        required: &Required,
        exemptible: bool,
        year: i32,
    ) -> CriterionResult {
        let Measured { value, evidence, mut lacks, mut notes, provisional, exemption } = measured;
        let mut verdict = judge(&value, required).unwrap_or_else(|| {
            lacks.push(Lack::new(LackKind::Misfit, "", vec![("measure", measure.id.into())]));
            Verdict::Open
        });
        let mut evidence = evidence;
        match exemption {
            Some(Exempted::Complete(pointer)) if exemptible && verdict == Verdict::NotMet => {
                verdict = Verdict::MetByExemption;
                notes.push(Note::new(NoteKind::Exempted, pointer.clone(), vec![]));
                evidence.push(pointer);
            }
            Some(Exempted::Lacking(lack)) if exemptible && verdict == Verdict::NotMet => {
                verdict = Verdict::Open;
                lacks.push(lack);
            }
            _ => {}
        }
        if let Some(doubt) = doubt {
            verdict = doubt.weigh(verdict, &mut lacks);
        }
        if *required == Required::TierUnknown
            && let Some(lack) = &self.settled.tier_lack
        {
            lacks.insert(0, lack.clone());
        }
        if !matches!(verdict, Verdict::Open | Verdict::Conflict) {
            lacks.clear();
        }
        lacks.sort();
        lacks.dedup();
        CriterionResult {
            gap: gap(&value, required),
            measured: Some(value),
            evidence,
            missing: lacks,
            notes,
            provisional,
            year: measure.annual.then_some(year),
            ..blank(measure.id, params, verdict)
        }
    }
}

/// The role that a facility measure asks for.
fn facility_role(criterion: &Criterion) -> Option<&str> {
    match &criterion.kind {
        Kind::Leaf { measure, params, .. } => match find(measure)?.run {
            Run::Facility(_) => params.text("of"),
            Run::Town(_) => None,
        },
        Kind::Any(_) | Kind::All(_) => None,
    }
}

/// Best first.
const fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::NotApplicable => 0,
        Verdict::Met => 1,
        Verdict::MetByExemption => 2,
        Verdict::Open => 3,
        Verdict::Conflict => 4,
        Verdict::NotMet => 5,
    }
}

fn blank(measure: &str, params: &Params, verdict: Verdict) -> CriterionResult {
    CriterionResult {
        title: None,
        measure: measure.to_owned(),
        params: params.clone(),
        verdict,
        measured: None,
        required: None,
        unit: None,
        gap: None,
        evidence: vec![],
        missing: vec![],
        notes: vec![],
        provisional: false,
        clauses: vec![],
        readings: vec![],
        year: None,
        years: vec![],
        parts: vec![],
    }
}
