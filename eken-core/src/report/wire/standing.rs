//! An assessment in JSON: how it is filled.

use super::amount::{Amount, MeasuredValue};
use super::assessment::{
    AssessmentDocument, ChangeDocument, CountsDocument, CriterionDocument, DepartmentName, DependenceDocument,
    DutyDocument, MissingDocument, PlanParamDocument, ReadingDocument, RequiredDocument, StandingDocument,
    YearDocument,
};
use super::codes::{TestCode, TestKind, TierCode, UnitCode, VerdictCode};
use super::findings::{FindingCounts, params};
use crate::assess::{
    Assessment, Counts, CriterionResult, Dependence, Lack, Note, Required, Standing, Value, Verdict, YearResult,
};
use crate::json::Param;
use crate::plan::{self, Duty, Plan};
use crate::report::assessment::statement_words;
use crate::report::sentence::{self, Voice};
use crate::report::verify::ReceiptFile;
use crate::validate::Checked;
use crate::words::{Lang, Words};

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
        missing_unlisted: Some(result.unlisted_total()).filter(|more| *more > 0),
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
