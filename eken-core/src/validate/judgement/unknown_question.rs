//! A judgement of a question that the plan does not ask.

use std::collections::BTreeSet;

use crate::finding::{Severity, Spec};
use crate::json::may_be_shown;
use crate::plan::{Kind, Plan};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2"],
        summary: Label::new("评审事项不在培育方案之内", "a judgement answers a question that the plan does not ask"),
        message: Label::new(
            "培育方案 {plan} 没有这个评审事项，这条意见不起作用；所填事项为 {question}",
            "the plan {plan} does not ask this question, so the judgement has no effect; it would be {question}",
        ),
        help: Label::new(
            "用 eken plan show 查看评审事项；最接近的是 {likely}",
            "see the questions with eken plan show; the nearest is {likely}",
        ),
        example: r#"{"schema_version": 1, "judgements": {"items": [{"id": "J1", "question": "15-need", "outcome": "satisfied",
  "post": "评审组长", "date": "2023-12-01", "basis": "现场查看"}]}}"#,
        ..Spec::new("judgement.unknown-question", Severity::Error)
    },
    check: |context, found| {
        let questions = questions(context.plan);
        for (row, judgement) in rows("judgements", &context.dossier.judgements) {
            let Some(question) = found.value(&judgement.question, || row.at("question")) else { continue };
            if questions.contains(question.as_str()) {
                continue;
            }
            let mut params = vec![("plan", context.plan.id.as_str().into())];
            // some write a person's name here
            params.extend(
                Some(question.as_str()).filter(|text| may_be_shown(text)).map(|text| ("question", text.into())),
            );
            if let Some(likely) = nearest(question.as_str(), &questions) {
                params.push(("likely", likely.into()));
            }
            found.at(row.at("question"), params);
        }
    },
};

/// Every question that a measure of the plan puts to a reviewer.
fn questions(plan: &Plan) -> BTreeSet<&str> {
    let mut questions = BTreeSet::new();
    for item in plan.indicators.iter().chain(&plan.targets) {
        for criterion in &item.criteria {
            criterion.visit(&mut |each| {
                if let Kind::Leaf { params, .. } = &each.kind {
                    questions.extend(params.text("question"));
                }
            });
        }
    }
    questions
}

/// The question that a slip of the pen may have meant.
fn nearest<'q>(written: &str, questions: &BTreeSet<&'q str>) -> Option<&'q str> {
    let written: String = written.chars().take(64).flat_map(char::to_lowercase).collect();
    let distance = |question: &str| strsim::damerau_levenshtein(&written, &question.to_lowercase());
    let (distance, question) = questions.iter().map(|question| (distance(question), *question)).min()?;
    (distance.saturating_mul(3) <= question.chars().count()).then_some(question)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_slip_names_the_question_that_was_meant() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/judgements/items/0/question plan=yuanqu-2023 question=15-need likely=15-needs"]
        );
    }

    #[test]
    fn a_question_that_may_be_a_persons_name_is_not_shown() {
        let dossier = r#"{"judgements": {"items": [{"question": "欧阳某某"}, {"question": "Made Up"}]}}"#;
        assert_eq!(
            found(&RULE, dossier),
            ["/judgements/items/0/question plan=yuanqu-2023", "/judgements/items/1/question plan=yuanqu-2023"]
        );
    }

    #[test]
    fn questions_of_the_indicators_and_targets_are_clean() {
        let dossier =
            r#"{"judgements": {"items": [{"question": "15-needs"}, {"question": "T6-zones-as-needed"}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
