//! Reviewers' judgements: what those on record come to.

use super::lack::{Lack, LackKind};
use super::measured::{Case, Measured, Value, field_lack, record_pointer, section_lacks};
use super::on_file::{evidence_lack, on_file};
use super::truth::Truth;
use super::view::View;
use crate::model::kind::Maybe;
use crate::model::{Judgement, Outcome};

const SECTION: &str = "judgements";

/// What reviewers have judged of a question, on the whole or about one record. A judgement counts with post, day and basis,
/// and with evidence on file; one that does not count leaves open whatever it may yet contradict. Two that disagree are a
/// conflict, whichever is later: the one that no longer holds has to be taken out.
pub(super) fn judged(view: &View<'_>, question: &str, about: Option<&str>, place: &str) -> Measured {
    let judgements = &view.dossier.judgements;
    let (mut satisfied, mut not_satisfied) = (Side::default(), Side::default());
    let mut lacks: Vec<Lack> = section_lacks(view, SECTION, judgements);
    // judgements are recorded acts: a list that may grow leaves those recorded as they are
    lacks.retain(|lack| lack.kind == LackKind::RecordsRefused);
    if !lacks.is_empty() {
        (satisfied.open, not_satisfied.open) = (true, true);
    }
    let mut spoken = false;
    for (index, judgement) in view.index.judgements.on(question, about) {
        let case = speaks(view, index, judgement, question, about);
        if case.truth == Truth::No {
            continue;
        }
        spoken = true;
        let pointer = record_pointer(SECTION, index);
        match judgement.outcome.get() {
            Some(Outcome::Satisfied) => satisfied.add(case, pointer, &mut lacks),
            Some(Outcome::NotSatisfied) => not_satisfied.add(case, pointer, &mut lacks),
            None => {
                (satisfied.open, not_satisfied.open) = (true, true);
                lacks.extend(case.lacks);
                lacks.push(field_lack(SECTION, index, "outcome"));
            }
        }
    }
    let truth = match (satisfied.is_sure(), not_satisfied.is_sure()) {
        (true, true) => {
            let evidence: Vec<String> = satisfied.sure.into_iter().chain(not_satisfied.sure).collect();
            let lacks = evidence
                .iter()
                .map(|pointer| Lack::new(LackKind::JudgementConflict, pointer.clone(), vec![]))
                .collect();
            return Measured { evidence, lacks, ..Measured::of(Value::Conflict) };
        }
        (true, false) if !not_satisfied.open => Truth::Yes,
        (false, true) if !satisfied.open => Truth::No,
        _ => Truth::Unknown,
    };
    if !spoken {
        lacks.push(Lack::new(LackKind::Judgement, place, vec![("question", question.into())]));
    }
    let evidence = satisfied.sure.into_iter().chain(not_satisfied.sure).collect();
    Measured { evidence, lacks, ..Measured::truth(truth) }
}

/// The judgements of one outcome.
#[derive(Default)]
struct Side {
    sure: Vec<String>,
    open: bool,
}

impl Side {
    fn add(&mut self, case: Case, pointer: String, lacks: &mut Vec<Lack>) {
        if case.truth == Truth::Yes {
            self.sure.push(pointer);
        } else {
            self.open = true;
            lacks.extend(case.lacks);
        }
    }

    fn is_sure(&self) -> bool {
        !self.sure.is_empty()
    }
}

/// Whether a judgement speaks to the question and counts.
fn speaks(view: &View<'_>, index: usize, judgement: &Judgement, question: &str, about: Option<&str>) -> Case {
    let asked = judgement.question.known().map(|asked| asked.as_str() == question);
    let of_it = match (&judgement.about, about) {
        (Maybe::Known(of), Some(about)) => Some(of.as_str() == about),
        (Maybe::Known(_), None) => Some(false),
        (of, about) if of.is_absent() || of.is_not_applicable() => Some(about.is_none()),
        _ => None,
    };
    let in_time = judgement.date.get().is_none_or(|date| date <= view.as_of);
    let formal =
        judgement.post.known().is_some() && judgement.basis.known().is_some() && judgement.date.get().is_some();
    let pointer = record_pointer(SECTION, index);
    let form = || Lack::new(LackKind::JudgementForm, pointer.clone(), vec![]);
    Case::yes()
        .field(asked.into(), SECTION, index, "question")
        .field(of_it.into(), SECTION, index, "about")
        .and(in_time.into(), form)
        .and(if formal { Truth::Yes } else { Truth::Unknown }, form)
        .and(on_file(view, judgement.evidence.items().iter()), || evidence_lack(format!("{pointer}/evidence")))
}
