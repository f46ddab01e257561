//! Two judgements of one question and object that disagree.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::json::may_be_shown;
use crate::model::kind::{Code, Maybe};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2"],
        summary: Label::new("同一评审事项的结论相反", "two judgements of one question disagree"),
        message: Label::new(
            "结论为 {outcome}，与 {first} 相反，两条都在时按数据冲突处理；事项为 {question}",
            "the outcome is {outcome} and contradicts {first}; while both stand it is a conflict; the question is {question}",
        ),
        help: Label::new(
            "由评审组复议，撤下不再有效的一条",
            "let the reviewers settle it and take out the one that no longer holds",
        ),
        example: r#"{"schema_version": 1, "judgements": {"items": [
  {"id": "J1", "question": "15-needs", "outcome": "satisfied", "post": "评审组长", "date": "2023-12-01", "basis": "抽查12家企业，需求均有落实"},
  {"id": "J2", "question": "15-needs", "outcome": "not_satisfied", "post": "复核组专家", "date": "2023-12-20", "basis": "3家企业的寄递需求没有落实"}]}}"#,
        ..Spec::new("judgement.contradict", Severity::Warning)
    },
    check: |context, found| {
        let mut seen = BTreeMap::new();
        for (row, judgement) in rows("judgements", &context.dossier.judgements) {
            let question = found.value(&judgement.question, || row.at("question"));
            let outcome = found.value(&judgement.outcome, || row.at("outcome"));
            let about = match &judgement.about {
                Maybe::Known(about) => Some(about.as_str()),
                about if about.is_absent() || about.is_not_applicable() => None,
                _ => continue,
            };
            let (Some(question), Some(outcome)) = (question, outcome) else { continue };
            let (first, held) = *seen.entry((question.as_str(), about)).or_insert((row, *outcome));
            if held != *outcome {
                let mut params = vec![("outcome", outcome.code().into()), ("first", first.pointer().into())];
                // some write a person's name here
                let shown = Some(question.as_str()).filter(|question| may_be_shown(question));
                params.extend(shown.map(|question| ("question", question.into())));
                found.at(row.at("outcome"), params);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn the_second_judgement_names_the_first() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/judgements/items/1/outcome outcome=not_satisfied first=/judgements/items/0 question=15-needs"]
        );
    }

    #[test]
    fn a_question_that_may_be_a_persons_name_is_not_shown() {
        let named = RULE.spec.example.replace("15-needs", "欧阳某某");
        assert_eq!(
            found(&RULE, &named),
            ["/judgements/items/1/outcome outcome=not_satisfied first=/judgements/items/0"]
        );
    }

    #[test]
    fn another_question_another_object_and_one_outcome_are_clean() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replacen(from, to, 1));
        assert_eq!(of("15-needs", "15-coordination"), [""; 0]);
        assert_eq!(of(r#""outcome": "satisfied""#, r#""outcome": "not_satisfied""#), [""; 0]);
        assert_eq!(of(r#""outcome""#, r#""about": "E1", "outcome""#), [""; 0]);
        assert_eq!(of(r#""outcome""#, r#""about": {"missing": "withheld"}, "outcome""#), [""; 0]);
        let both = RULE.spec.example.replace(r#""outcome""#, r#""about": "E1", "outcome""#);
        assert_eq!(found(&RULE, &both).len(), 1);
    }

    #[test]
    fn a_judgement_that_is_about_no_record_is_on_the_whole() {
        let on_the_whole = r#""about": {"missing": "not_applicable"}, "outcome""#;
        assert_eq!(found(&RULE, &RULE.spec.example.replacen(r#""outcome""#, on_the_whole, 1)).len(), 1);
    }
}
