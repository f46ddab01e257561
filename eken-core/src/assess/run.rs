//! The run: every criterion measured, judged and joined.

use std::collections::{BTreeMap, BTreeSet};

use super::bounded::Bounded;
use super::candidates::{Candidate, Doubt, candidates, several};
use super::index::Index;
use super::lack::{Lack, LackKind, Note, NoteKind};
use super::measure::{Measure, Run, find};
use super::measured::{Exempted, Measured, record_pointer};
use super::options::{Options, Settled, settle};
use super::outcome::{Assessment, Counts, CriterionResult, ReadingUsed, Standing, YearResult};
use super::receipt::{plan_digest, receipt};
use super::verdict::{Required, Verdict, gap, judge, required};
use super::view::View;
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
    let index = Index::of(dossier);
    let view = View {
        dossier,
        plan,
        year: settled.year,
        as_of: settled.as_of,
        tier: settled.tier,
        readings: &settled.readings,
        index: &index,
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
        receipt: receipt(checked.digest(), digest, &settled, [&indicators, &targets]),
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
        let criteria: Vec<&Criterion> =
            indicator.criteria.iter().filter(|criterion| self.applies(&criterion.when)).collect();
        let mut chosen = Chosen::new();
        for role in criteria.iter().flat_map(|criterion| self.facility_roles(criterion)) {
            if chosen.contains_key(role) {
                continue;
            }
            let found = candidates(&self.view, role);
            let mut ranked: Vec<(u8, &str, usize)> = Vec::new();
            for (place, candidate) in found.iter().enumerate() {
                let alone: Chosen<'a> = [(role.to_owned(), (vec![candidate.clone()], Some(0)))].into();
                // criteria joined are weighed as joined: what one part misses another may make up for
                let verdicts = criteria
                    .iter()
                    .filter(|criterion| self.facility_roles(criterion).contains(&role))
                    .map(|criterion| self.criterion(criterion, &alone).verdict);
                ranked.push((rank(Verdict::all(verdicts)), candidate.id(), place));
            }
            let best = ranked.iter().min().map(|(_, _, place)| *place);
            chosen.insert(role.to_owned(), (found, best));
        }
        chosen
    }

    /// The roles that a criterion or the parts of it ask for, under the readings in force.
    fn facility_roles<'c>(&self, criterion: &'c Criterion) -> Vec<&'c str> {
        let mut roles = Vec::new();
        criterion.visit(&mut |each| {
            if self.applies(&each.when) {
                roles.extend(facility_role(each));
            }
        });
        roles
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
            result.unlisted.clear();
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
        let mut results = results.into_iter();
        let mut result = results.next().unwrap_or_else(|| blank(measure, params, Verdict::NotApplicable));
        if result.verdict != Verdict::NotMet && results.len() > 0 {
            // one year that is not met settles it by itself; anything else rests on every year
            let mut seen: BTreeSet<String> = result.evidence.iter().cloned().collect();
            for other in results {
                result.provisional |= other.provisional;
                let fresh: Vec<String> = other.evidence.into_iter().filter(|each| !seen.contains(each)).collect();
                seen.extend(fresh.iter().cloned());
                result.evidence.extend(fresh);
            }
        }
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
                let measured = self.measure(&view.in_other_year(year), measure, params, chosen).0;
                let verdict = weigh(&measured, required).unwrap_or(Verdict::Open);
                YearResult { year, measured: measured.value, verdict }
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
                if !view.reads("R13", "areas-add-up") {
                    measured.notes.extend(several(found.len()));
                }
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
        let judged = weigh(&measured, required);
        let Measured { value, evidence, mut lacks, mut notes, provisional, exemption } = measured;
        let mut verdict = judged.unwrap_or_else(|| {
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
        let Bounded { kept, unlisted } = Bounded::of(lacks);
        CriterionResult {
            gap: gap(&value, required),
            measured: Some(value),
            evidence,
            missing: kept,
            unlisted,
            notes,
            provisional,
            year: measure.annual.then_some(year),
            ..blank(measure.id, params, verdict)
        }
    }
}

/// The verdict on what was measured. What is not settled because sources disagree is a conflict: whatever else is missing,
/// that has to be cleared up first.
fn weigh(measured: &Measured, required: &Required) -> Option<Verdict> {
    let verdict = judge(&measured.value, required)?;
    let disagree = measured.lacks.iter().any(|lack| lack.kind.is_disagreement());
    Some(if verdict == Verdict::Open && disagree && *required != Required::TierUnknown {
        Verdict::Conflict
    } else {
        verdict
    })
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
        unlisted: vec![],
        notes: vec![],
        provisional: false,
        clauses: vec![],
        readings: vec![],
        year: None,
        years: vec![],
        parts: vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::testing::under_own_plan;
    use crate::limits::Limits;
    use crate::plan::builtin;
    use crate::validate::validate;

    const DIGEST: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /// The assessment under the built-in county plan.
    fn under(text: &str, options: &Options) -> Assessment {
        let text = text.replace("DIGEST", DIGEST);
        let plan = builtin("yuanqu-2023").unwrap();
        let checked = validate(crate::parse::parse(text.as_bytes(), &Limits::default()).unwrap(), &plan);
        assess(&checked, &plan, options).unwrap()
    }

    /// The standing of an id in 2023.
    fn standing(id: &str, text: &str, readings: &[(&str, &str)]) -> Standing {
        let mut options = Options::year(2023);
        options.readings = readings.iter().map(|(id, option)| ((*id).to_owned(), (*option).to_owned())).collect();
        under(text, &options).standing(id).unwrap().clone()
    }

    #[test]
    fn the_facility_is_chosen_by_criteria_as_they_are_joined() {
        // F1 has the zones and not the area; F2 has the area, and a judgement stands for the zones
        let text = r#"{"schema_version": 1, "as_of": "2023-12-31",
            "town": {"facts": {"couriers_brought_together": true, "evidence": ["D1"]}},
            "facilities": {"complete": true, "items": [
                {"id": "F1", "opened": "2023-05", "roles": [{"role": "logistics", "area": 400}], "zones": [
                    {"kind": "sorting"}, {"kind": "cold_chain_storage"}, {"kind": "dispatch"}, {"kind": "office"}]},
                {"id": "F2", "opened": "2023-05", "roles": [{"role": "logistics", "area": 600}], "zones": []}]},
            "judgements": {"items": [{"id": "J1", "question": "T6-zones-as-needed", "outcome": "satisfied",
                "post": "p", "date": "2023-12-01", "basis": "b", "evidence": ["D1"]}]},
            "documents": {"items": [{"id": "D1", "digest": "DIGEST"}]}}"#;
        let met = standing("T6", text, &[]);
        assert_eq!(met.verdict, Verdict::Met);
        assert_eq!(met.criteria.first().unwrap().evidence.first().unwrap(), "/facilities/items/1");
    }

    #[test]
    fn a_provisional_figure_of_any_year_marks_what_rests_on_it() {
        let text = r#"{"schema_version": 1, "as_of": "2023-12-31",
            "town": {"programme_start": "2022-04", "tier": {"tier": "key_assistance", "evidence": ["D1"]}},
            "statistics": {"items": [
                {"id": "S1", "series": "online_retail", "period": "2022", "territory": "site", "source": "s", "amount": 20000000},
                {"id": "S2", "series": "online_retail", "period": "2023", "territory": "site", "source": "s",
                 "amount": {"value": 30000000, "status": "provisional"}}]},
            "documents": {"items": [{"id": "D1", "digest": "DIGEST"}]}}"#;
        let readings = [("R12", "every-year"), ("R5", "amount-only")];
        let result = standing("26", text, &readings).criteria.remove(0);
        assert_eq!((result.verdict, result.provisional), (Verdict::Met, true));
        assert_eq!(result.evidence, ["/statistics/items/0", "/statistics/items/1"]);
        // what 2022 misses rests on the final figure of 2022
        let short = text.replace("20000000", "19999999");
        let result = standing("26", &short, &readings).criteria.remove(0);
        assert_eq!((result.verdict, result.provisional), (Verdict::NotMet, false));
    }

    #[test]
    fn a_list_is_complete_up_to_the_day_it_was_kept() {
        let text = |kept: &str| {
            format!(
                r#"{{"schema_version": 1, "as_of": "2023-12-31",
                "industries": {{"complete": true, {kept} "items": [{{"id": "I1", "since": "2020"}}]}},
                "events": {{"complete": true, {kept} "items": [
                    {{"id": "E1", "kind": "publicity_activity", "date": "2023-05-01", "subjects": ["e_town"]}}]}}}}"#
            )
        };
        let verdicts = |text: &str| (standing("2", text, &[]).verdict, standing("19", text, &[]).verdict);
        assert_eq!(verdicts(&text("")), (Verdict::Met, Verdict::NotMet));
        assert_eq!(verdicts(&text(r#""as_of": "2023-12-31","#)), (Verdict::Met, Verdict::NotMet));
        // an industry or an activity of the days after may be missing
        let early = text(r#""as_of": "2023-12-30","#);
        assert_eq!(verdicts(&early), (Verdict::Open, Verdict::Open));
        let lacks = standing("2", &early, &[]).criteria.remove(0).missing;
        assert_eq!(lacks.first().map(|lack| lack.kind), Some(LackKind::SectionEnds));
        // a year is complete in a list kept to its end, whenever it is looked at
        let later = text(r#""as_of": "2023-12-31","#).replacen("2023-12-31", "2024-03-31", 1);
        assert_eq!(verdicts(&later), (Verdict::Open, Verdict::NotMet));
        // and a section that does not say ends with the dossier
        let mut options = Options::year(2023);
        options.as_of = crate::quantity::Date::new(2024, 3, 31);
        assert_eq!(under(&text(""), &options).standing("2").unwrap().verdict, Verdict::Open);
    }

    #[test]
    fn documents_of_one_identifier_prove_nothing_whatever_their_order() {
        let judged = |documents: &str| {
            let text = r#"{"schema_version": 1, "as_of": "2023-12-31",
                "judgements": {"items": [{"id": "J1", "question": "17-zones-as-needed", "outcome": "satisfied", "post": "p",
                    "date": "2023-12-01", "basis": "b", "evidence": ["D1"]}]}, "documents": {"items": [DOCUMENTS]},
                "facilities": {"complete": true, "items": [{"id": "F1", "opened": "2023", "roles": [{"role": "logistics", "area": 600}]}]}}"#;
            standing("17", &text.replace("DOCUMENTS", documents), &[("R3", "guidance")]).verdict
        };
        let (sound, bare) = (r#"{"id": "D1", "digest": "DIGEST"}"#, r#"{"id": "D1"}"#);
        assert_eq!(judged(sound), Verdict::Met);
        assert_eq!(judged(&format!("{sound},{bare}")), Verdict::Open);
        assert_eq!(judged(&format!("{bare},{sound}")), Verdict::Open);
    }

    const INDUSTRY: &str = r#"{"schema_version": 1, "as_of": "2023-12-31",
        "industries": {"complete": true, "items": [{"id": "I1", "since": "2020"}]}}"#;
    const ONE_INDUSTRY: &str =
        "[[indicator.all]]\nmeasure = \"industries\"\nat-least = { value = \"1\", unit = \"item\" }\n";

    #[test]
    fn without_an_indicator_nothing_is_met() {
        let none = under_own_plan("", INDUSTRY, &[]);
        assert!(none.indicators.is_empty() && !none.all_binding_met());
        assert!(under_own_plan(ONE_INDUSTRY, INDUSTRY, &[]).all_binding_met());
    }

    #[test]
    fn a_measure_that_is_not_known_leaves_its_criterion_open() {
        let criteria = ONE_INDUSTRY.replace("industries", "unheard-of");
        let assessment = under_own_plan(&format!("{ONE_INDUSTRY}{criteria}"), INDUSTRY, &[]);
        let standing = assessment.standing("1").unwrap();
        assert_eq!(standing.verdict, Verdict::Open);
        assert_eq!(standing.criteria[0].verdict, Verdict::Met);
        let unknown = &standing.criteria[1];
        assert_eq!((unknown.verdict, unknown.measure.as_str()), (Verdict::Open, "unheard-of"));
        assert_eq!(unknown.missing.iter().map(|lack| lack.kind).collect::<Vec<_>>(), [LackKind::Misfit]);
        assert_eq!(unknown.missing[0].params, [("measure", "unheard-of".into())]);
    }

    #[test]
    fn a_criterion_applies_from_the_first_day_of_its_validity_through_the_last() {
        let of = |as_of: &str| {
            let criteria = format!("{ONE_INDUSTRY}valid = {{ from = \"2023-03-18\", until = \"2023-06-30\" }}\n");
            let text = INDUSTRY.replace("2023-12-31", as_of).replace(r#", "since": "2020""#, r#", "since": 7"#);
            let result = under_own_plan(&criteria, &text, &[]).standing("1").unwrap().criteria[0].clone();
            let notes: Vec<NoteKind> = result.notes.iter().map(|note| note.kind).collect();
            (result.verdict, result.missing.len(), notes)
        };
        let not_in_force = (Verdict::NotApplicable, 0, vec![NoteKind::NotInForce]);
        assert_eq!([of("2023-03-17"), of("2023-07-01")], [not_in_force.clone(), not_in_force]);
        assert_eq!([of("2023-03-18"), of("2023-06-30")], [(Verdict::Open, 1, vec![]), (Verdict::Open, 1, vec![])]);
    }

    #[test]
    fn parts_that_do_not_apply_play_no_part_in_the_choice_of_the_facility() {
        let criteria = "[[indicator.all]]\n\
            [[indicator.all.all]]\nmeasure = \"facility-zones\"\nof = \"logistics\"\nincludes = [\"sorting\"]\n\
            [[indicator.all.all]]\nmeasure = \"facility-floor-area\"\nof = \"logistics\"\n\
            at-least = { value = \"500\", unit = \"m2\" }\nwhen = { R1 = [\"excluded\"] }\n";
        // F1 has the area and F2 the zone
        let text = r#"{"schema_version": 1, "as_of": "2023-12-31", "facilities": {"complete": true, "items": [
            {"id": "F1", "opened": "2023", "roles": [{"role": "logistics", "area": 600}], "zones": []},
            {"id": "F2", "opened": "2023", "roles": [{"role": "logistics", "area": 100}], "zones": [{"kind": "sorting"}]}]}}"#;
        let of = |option: &str| {
            let standing = under_own_plan(criteria, text, &[("R1", option)]).standing("1").unwrap().clone();
            (standing.verdict, standing.criteria[0].parts.len())
        };
        assert_eq!(of("included"), (Verdict::Met, 1));
        assert_eq!(of("excluded"), (Verdict::NotMet, 2));
    }
}
