//! `no-violation`: no violation in one field of compliance.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::lack::{Lack, LackKind, Note, NoteKind};
use crate::assess::measured::{Case, Measured, Value, field_lack, record_pointer, section_lacks};
use crate::assess::on_file::evidence_lack;
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::kind::{Code, Maybe};
use crate::model::{Case as Alleged, CaseState, ComplianceDeclaration, ComplianceField};
use crate::plan::Params;
use crate::quantity::{Date, PartialDate};
use crate::words::Label;

pub(super) static NO_VIOLATION: Measure = Measure {
    id: "no-violation",
    label: Label::new("没有违规违法", "no violation"),
    about: Label::new(
        "该领域自项目启动至评估时点在e镇内没有已认定的违规：须有覆盖全程、写明申报单位和日期并附佐证文件的申报，且合规申报列全，申报只管到申报当月；没有申报或案件未结的待定。\
         有已认定的案件，或申报有违规而未列案件的，即为有违规；已整改的仍算，读法 R15 可改为不算；申报期间重叠而结论相反的为数据冲突",
        "no violation established in the field inside the e-town from the start of the programme to the as-of date: \
         declarations, each with its body, day and \
         a document on file, must cover the whole period and be complete, each vouching for no month after its own; none, or a pending case, leaves it open. An \
         established case, or a declaration of a violation without cases, is a violation, rectified or not unless R15 reads \
         cured; declarations that disagree on the same days are in conflict",
    ),
    params: &[MeasureParam {
        name: "field",
        label: Label::new("领域", "field"),
        required: true,
        values: &["land_use", "ecology", "debt", "housing", "work_safety", "other"],
    }],
    readings: &["R15"],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

const SECTION: &str = "compliance";

fn run(view: &View<'_>, params: &Params) -> Measured {
    let Some(field) = params.text("field").and_then(ComplianceField::from_code) else {
        return Measured::truth(Truth::Unknown);
    };
    let compliance = &view.dossier.compliance;
    let mut found = Found { lacks: section_lacks(view, SECTION, compliance), ..Found::default() };
    for (index, declaration) in compliance.iter() {
        match declaration.field.get() {
            Some(held) if held == field => found.read(view, index, declaration),
            Some(_) => {}
            None => found.lacks.push(field_lack(SECTION, index, "field")),
        }
    }
    found.answer(view, field)
}

/// What the declarations of the field come to.
#[derive(Default)]
struct Found {
    /// Established cases that count.
    violations: Vec<String>,
    /// Declarations of a violation that name no case.
    denials: Vec<Declared>,
    /// Declarations of no violation.
    clean: Vec<Declared>,
    lacks: Vec<Lack>,
    notes: Vec<Note>,
}

/// A declaration and the days it speaks of.
struct Declared {
    pointer: String,
    days: Option<(Date, Date)>,
    /// Whether it was declared by the as-of date.
    dated: Truth,
    /// What it lacks to count.
    form: Vec<Lack>,
}

/// What a case comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// A violation.
    Counts,
    /// A violation that reading R15 lets pass.
    Cured,
    /// None, or none that is asked about.
    Irrelevant,
    /// It depends on what is missing.
    Open,
}

impl Found {
    fn read(&mut self, view: &View<'_>, index: usize, declaration: &ComplianceDeclaration) {
        let pointer = record_pointer(SECTION, index);
        let cases = &declaration.cases;
        let outcomes: Vec<Outcome> = cases
            .iter()
            .map(|(place, alleged)| self.weigh(view, &format!("{pointer}/cases/{place}"), alleged))
            .collect();
        let all_read = cases.is_absent() || cases.is_whole();
        if !all_read {
            self.lacks.push(field_lack(SECTION, index, "cases"));
        }
        // a declaration is a document: who declares, when, and the paper itself
        let mut form = Vec::new();
        let dated = holds(&declaration.declared, |day| *day <= view.as_of);
        match dated {
            Truth::Yes => {}
            Truth::No => return,
            Truth::Unknown => form.push(field_lack(SECTION, index, "declared")),
        }
        if declaration.declared_by.known().is_none() {
            form.push(field_lack(SECTION, index, "declared_by"));
        }
        if !view.on_file(&declaration.evidence) {
            form.push(evidence_lack(format!("{pointer}/evidence")));
        }
        // one of no violation that lacks its form counts for nothing, and harms nothing where others cover its days
        if declaration.no_violation.get() != Some(true) {
            self.lacks.append(&mut form);
            if dated == Truth::Unknown {
                return;
            }
        }
        let from = declaration.from.get().and_then(PartialDate::first);
        // it vouches for no month after the one in which it was made
        let made = declaration.declared.get().and_then(|day| Date::last_of_month(day.year(), day.month()));
        let until = declaration.until.get().and_then(PartialDate::last);
        let until = until.map(|until| made.map_or(until, |made| made.min(until)));
        let days = from.zip(until).filter(|(from, until)| from <= until);
        let declared = Declared { pointer, days, dated, form };
        match declaration.no_violation.get() {
            Some(true) => self.clean.push(declared),
            Some(false) if outcomes.is_empty() && all_read => self.denials.push(declared),
            Some(false) if outcomes.contains(&Outcome::Cured) => self.clean.push(declared),
            // it speaks of a violation, yet no case it names is one: the sender must say what is meant
            Some(false) if outcomes.iter().all(|outcome| *outcome == Outcome::Irrelevant) => {
                self.lacks.push(field_lack(SECTION, index, "no_violation"));
            }
            Some(false) => {}
            None => self.lacks.push(field_lack(SECTION, index, "no_violation")),
        }
    }

    fn weigh(&mut self, view: &View<'_>, pointer: &str, alleged: &Alleged) -> Outcome {
        let case = violation(view, pointer, alleged);
        match case.truth {
            Truth::No => return Outcome::Irrelevant,
            Truth::Unknown => {
                self.lacks.extend(case.lacks);
                return Outcome::Open;
            }
            Truth::Yes => {}
        }
        let rectified = match &alleged.rectified {
            day if day.is_absent() => Truth::No,
            day => holds(day, |day| *day <= view.as_of),
        };
        match (view.reads("R15", "cured"), rectified) {
            (true, Truth::Yes) => return Outcome::Cured,
            (true, Truth::Unknown) => {
                self.lacks.push(part_lack(pointer, "rectified"));
                return Outcome::Open;
            }
            (false, Truth::Yes) => {
                self.notes.push(Note::new(NoteKind::Rectified, format!("{pointer}/rectified"), vec![]));
            }
            (true, Truth::No) | (false, _) => {}
        }
        self.violations.push(pointer.to_owned());
        Outcome::Counts
    }

    fn answer(self, view: &View<'_>, field: ComplianceField) -> Measured {
        let Self { violations, denials, clean, mut lacks, notes } = self;
        if !violations.is_empty() {
            return Measured { evidence: violations, notes, ..Measured::truth(Truth::No) };
        }
        let start = view.start().and_then(PartialDate::first);
        let period = start.map(|start| (start, view.as_of));
        let denied = any(denials.iter().map(|denial| overlap(&[denial.days, period])));
        let pairs = denials
            .iter()
            .flat_map(|denial| clean.iter().map(|other| overlap(&[denial.days, other.days, period]).and(other.dated)));
        let contradicted = any(pairs);
        let pointers = |declared: &[Declared]| declared.iter().map(|each| each.pointer.clone()).collect::<Vec<_>>();
        if contradicted == Truth::Yes {
            let evidence = [pointers(&denials), pointers(&clean)].concat();
            let lacks = evidence.iter().map(|at| Lack::new(LackKind::Conflict, at.clone(), vec![])).collect();
            return Measured { evidence, lacks, notes, ..Measured::of(Value::Conflict) };
        }
        if denied == Truth::Yes && contradicted == Truth::No {
            return Measured { evidence: pointers(&denials), notes, ..Measured::truth(Truth::No) };
        }
        let evidence = pointers(&clean);
        match period {
            None => lacks.push(start_lack()),
            Some((start, until)) => {
                let (formal, formless): (Vec<&Declared>, Vec<&Declared>) =
                    clean.iter().partition(|declared| declared.form.is_empty());
                let wanting = denied != Truth::No || !covered(&formal, start, until);
                if wanting {
                    lacks.extend(formless.iter().flat_map(|declared| declared.form.clone()));
                }
                let every: Vec<&Declared> = clean.iter().collect();
                let uncovered = wanting && (denied != Truth::No || !covered(&every, start, until));
                let undated = denials.iter().chain(&clean).filter(|declared| uncovered && declared.days.is_none());
                let mut places: Vec<String> = undated.map(|declared| declared.pointer.clone()).collect();
                if uncovered && places.is_empty() {
                    places.push(format!("/{SECTION}"));
                }
                lacks.extend(places.into_iter().map(|pointer| {
                    let params = vec![
                        ("field", field.code().into()),
                        ("from", start.to_string().into()),
                        ("until", until.to_string().into()),
                    ];
                    Lack::new(LackKind::Period, pointer, params)
                }));
            }
        }
        let truth = if lacks.is_empty() { Truth::Yes } else { Truth::Unknown };
        Measured { evidence, lacks, notes, ..Measured::truth(truth) }
    }
}

/// Whether a case is a violation that is asked about: inside the e-town, since the start, finally decided by the day.
fn violation(view: &View<'_>, pointer: &str, alleged: &Alleged) -> Case {
    // the day of the decision stands for that of the conduct where none is written
    let decision = alleged.decided.get().map(PartialDate::Day).map_or(Maybe::Absent, Maybe::Known);
    let conduct = if alleged.occurred.is_absent() { &decision } else { &alleged.occurred };
    let case = Case::yes()
        .and(holds(&alleged.inside, |inside| *inside), || part_lack(pointer, "inside"))
        .and(view.happened(conduct), || part_lack(pointer, "occurred"))
        .and(view.since_start(conduct), || match conduct.known() {
            Some(_) if view.start_is_unknown() => start_lack(),
            _ => part_lack(pointer, "occurred"),
        });
    let decided = holds(&alleged.decided, |day| *day <= view.as_of);
    let pending = || Lack::new(LackKind::Pending, pointer, vec![]);
    match (alleged.state.get(), decided) {
        (Some(CaseState::Pending), _) | (Some(_), Truth::No) => case.and(Truth::Unknown, pending),
        (Some(_), Truth::Unknown) => case.and(Truth::Unknown, || part_lack(pointer, "decided")),
        (Some(state), Truth::Yes) => case.and((state == CaseState::Established).into(), pending),
        (None, _) => case.and(Truth::Unknown, || part_lack(pointer, "state")),
    }
}

/// Whether periods have a day in common.
fn overlap(periods: &[Option<(Date, Date)>]) -> Truth {
    let Some(periods) = periods.iter().copied().collect::<Option<Vec<_>>>() else { return Truth::Unknown };
    let from = periods.iter().map(|(from, _)| *from).max();
    let until = periods.iter().map(|(_, until)| *until).min();
    (from <= until).into()
}

fn any(truths: impl Iterator<Item = Truth>) -> Truth {
    truths.fold(Truth::No, Truth::or)
}

/// Whether the declarations, one after another, leave no day of the period out.
fn covered(clean: &[&Declared], start: Date, until: Date) -> bool {
    let mut periods: Vec<(Date, Date)> = clean.iter().filter_map(|declared| declared.days).collect();
    periods.sort();
    let mut next = Some(start.naive());
    for (from, last) in &periods {
        if next.is_some_and(|next| from.naive() <= next && next <= last.naive()) {
            next = last.naive().succ_opt();
        }
    }
    !clean.is_empty() && next.is_none_or(|next| next > until.naive())
}

fn part_lack(pointer: &str, field: &'static str) -> Lack {
    Lack::new(LackKind::Field, format!("{pointer}/{field}"), vec![("field", field.into())])
}

fn start_lack() -> Lack {
    Lack::new(LackKind::ProgrammeStart, "/town/programme_start", vec![])
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::{LackKind, NoteKind};
    use crate::assess::measure::testing::{Answer, measure, readings};

    /// A dossier whose compliance section holds these declarations in land use, each without the braces.
    fn dossier(declarations: &[&str]) -> String {
        let records: Vec<String> = declarations
            .iter()
            .enumerate()
            .map(|(index, record)| format!(r#"{{"id":"C{index}","field":"land_use",{record}}}"#))
            .collect();
        format!(
            r#"{{"schema_version":1,"as_of":"2023-12-31","town":{{"name":"t","programme_start":"2023-04"}},
            "documents":{{"items":[{{"id":"D1","title":"证明","digest":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}},
            {{"id":"D2","title":"照片"}}]}},
            "compliance":{{"complete":true,"items":[{}]}}}}"#,
            records.join(",")
        )
    }

    fn land_use(text: &str) -> Answer {
        measure("no-violation", &[("field", "land_use")], text, &[])
    }

    const WHOLE: &str = r#""no_violation":true,"from":"2023-04","until":"2023-12","declared":"2023-12-30","declared_by":"县自然资源局",
        "evidence":["D1"]"#;
    const BROKEN: &str = r#""no_violation":false,"from":"2023-04","until":"2023-12","declared":"2023-12-30","declared_by":"县自然资源局",
        "evidence":["D1"]"#;
    const CASE: &str = r#""cases":[{"state":"established","occurred":"2023-06","decided":"2023-09-01","inside":true}]"#;

    #[test]
    fn a_declaration_of_the_whole_period_holds() {
        let answer = land_use(&dossier(&[WHOLE]));
        assert_eq!((answer.to_string().as_str(), answer.0.evidence), ("yes", vec!["/compliance/items/0".to_owned()]));
        let parts = [WHOLE.replace(r#""2023-12""#, r#""2023Q2""#), WHOLE.replace(r#""2023-04""#, r#""2023-07""#)];
        assert_eq!(land_use(&dossier(&[&parts[1], &parts[0]])).to_string(), "yes");
        assert_eq!(land_use(&dossier(&[&parts[0]])).0.lacks[0].kind, LackKind::Period);
    }

    #[test]
    fn no_declaration_or_one_that_falls_short_is_open() {
        for (text, kind) in [
            (dossier(&[]), LackKind::Period),
            (dossier(&[&WHOLE.replace("2023-12\"", "2023-11\"")]), LackKind::Period),
            (dossier(&[&WHOLE.replace(r#""until":"2023-12","#, "")]), LackKind::Period),
            (dossier(&[&WHOLE.replace("2023-12-30", "2024-01-02")]), LackKind::Period),
            (dossier(&[&WHOLE.replace("2023-12-30", "2023-11-30")]), LackKind::Period),
            (dossier(&[&WHOLE.replace("2023-12-30", "2023-03-01")]), LackKind::Period),
            (dossier(&[&WHOLE.replace(r#","declared":"2023-12-30""#, "")]), LackKind::Field),
            (dossier(&[&WHOLE.replace("true", "null")]), LackKind::Field),
            (dossier(&[WHOLE]).replace("programme_start", "start"), LackKind::ProgrammeStart),
            (dossier(&[WHOLE]).replace(r#""complete":true"#, r#""complete":false"#), LackKind::SectionIncomplete),
            (dossier(&[WHOLE, WHOLE]).replacen("land_use", "landuse", 1), LackKind::Field),
            (dossier(&[WHOLE]).replace("land_use", "debt"), LackKind::Period),
        ] {
            let answer = land_use(&text);
            assert_eq!((answer.to_string().as_str(), answer.0.lacks[0].kind), ("unknown", kind), "{text}");
        }
    }

    #[test]
    fn a_declaration_names_its_body_and_has_its_document_on_file() {
        for (from, to, pointer) in [
            (r#","declared_by":"县自然资源局""#, "", "/compliance/items/0/declared_by"),
            (r#""declared":"2023-12-30","#, "", "/compliance/items/0/declared"),
            (r#"["D1"]"#, "[]", "/compliance/items/0/evidence"),
            (r#"["D1"]"#, r#"["D2"]"#, "/compliance/items/0/evidence"),
            (r#""digest""#, r#""issued":"2024-01-01","digest""#, "/compliance/items/0/evidence"),
        ] {
            let text = dossier(&[WHOLE]);
            assert!(text.contains(from), "{from}");
            let answer = land_use(&text.replace(from, to));
            assert_eq!((answer.to_string().as_str(), answer.0.lacks[0].pointer.as_str()), ("unknown", pointer));
        }
    }

    #[test]
    fn what_lacks_for_a_field_that_is_not_declared_names_it() {
        let answer = land_use(&dossier(&[WHOLE]).replace("land_use", "debt"));
        let lacks = [("field", "land_use".into()), ("from", "2023-04-01".into()), ("until", "2023-12-31".into())];
        assert_eq!((answer.0.lacks.len(), answer.0.lacks[0].kind), (1, LackKind::Period));
        assert_eq!(answer.0.lacks[0].params, lacks);
    }

    #[test]
    fn an_established_case_is_a_violation_whatever_the_declaration_says() {
        for record in [BROKEN, WHOLE] {
            let answer = land_use(&dossier(&[&format!("{record},{CASE}")]));
            assert_eq!(answer.to_string(), "no");
            assert_eq!(answer.0.evidence, ["/compliance/items/0/cases/0"]);
        }
        assert_eq!(land_use(&dossier(&[BROKEN])).to_string(), "no");
    }

    #[test]
    fn a_rectified_case_counts_unless_it_is_read_as_cured() {
        let rectified = CASE.replace(r#""inside":true"#, r#""inside":true,"rectified":"2023-10-01""#);
        let text = dossier(&[&format!("{BROKEN},{rectified}")]);
        let answer = land_use(&text);
        assert_eq!((answer.to_string().as_str(), answer.0.notes[0].kind), ("no", NoteKind::Rectified));
        let cured =
            |text: &str| measure("no-violation", &[("field", "land_use")], text, &readings("R15", "cured")).to_string();
        assert_eq!(cured(&text), "yes");
        assert_eq!(cured(&text.replace("2023-10-01", "2024-10-01")), "no");
        assert_eq!(cured(&text.replace("2023-10-01", "soon")), "unknown");
    }

    #[test]
    fn only_cases_inside_since_the_start_and_decided_count() {
        for (from, to, answer) in [
            (r#""inside":true"#, r#""inside":false"#, "yes"),
            (r#","inside":true"#, "", "unknown"),
            ("2023-06", "2023-01", "yes"),
            ("2023-06", "2023", "unknown"),
            ("2023-06", "2024-01", "yes"),
            (r#""occurred":"2023-06","#, "", "no"),
            ("2023-09-01", "2024-09-01", "unknown"),
            (r#""decided":"2023-09-01","#, "", "unknown"),
            ("established", "dismissed", "yes"),
            ("established", "pending", "unknown"),
            ("established", "open", "unknown"),
        ] {
            let text = dossier(&[&format!("{WHOLE},{}", CASE.replace(from, to))]);
            assert_eq!(land_use(&text).to_string(), answer, "{from} → {to}");
        }
        let pending = land_use(&dossier(&[&format!("{WHOLE},{}", CASE.replace("established", "pending"))]));
        assert!(pending.0.lacks.iter().any(|lack| lack.kind == LackKind::Pending));
    }

    #[test]
    fn a_declared_violation_without_a_case_that_counts_must_be_explained() {
        let text = dossier(&[&format!("{BROKEN},{}", CASE.replace("true", "false"))]);
        let answer = land_use(&text);
        assert_eq!(answer.to_string(), "unknown");
        assert_eq!(answer.0.lacks[0].pointer, "/compliance/items/0/no_violation");
        assert_eq!(land_use(&dossier(&[&format!(r#"{BROKEN},"cases":[7]"#)])).to_string(), "unknown");
    }

    #[test]
    fn declarations_that_disagree_on_the_same_days_are_in_conflict() {
        let answer = land_use(&dossier(&[WHOLE, BROKEN]));
        assert_eq!(answer.to_string(), "conflict");
        assert_eq!(answer.0.evidence, ["/compliance/items/1", "/compliance/items/0"]);
        let before = BROKEN.replace(r#""2023-04","until":"2023-12""#, r#""2022","until":"2023-03""#);
        assert_eq!(land_use(&dossier(&[WHOLE, &before])).to_string(), "yes");
        let apart = [WHOLE.replace(r#""2023-12""#, r#""2023-06""#), BROKEN.replace("2023-04", "2023-07")];
        assert_eq!(land_use(&dossier(&[&apart[0], &apart[1]])).to_string(), "no");
        let undated = WHOLE.replace(r#""until":"2023-12","#, "");
        assert_eq!(land_use(&dossier(&[&undated, BROKEN])).to_string(), "unknown");
    }

    #[test]
    fn a_case_of_a_known_day_is_in_doubt_while_the_start_is_not_known() {
        let broken = dossier(&[&format!("{BROKEN},{CASE}")]);
        assert_eq!(land_use(&broken).to_string(), "no");
        let answer = land_use(&broken.replace("programme_start", "start"));
        assert_eq!(answer.to_string(), "unknown");
        assert!(answer.0.lacks.iter().any(|lack| lack.kind == LackKind::ProgrammeStart), "{:?}", answer.0.lacks);
        assert!(answer.0.lacks.iter().all(|lack| !lack.pointer.ends_with("/occurred")), "{:?}", answer.0.lacks);
    }
}
