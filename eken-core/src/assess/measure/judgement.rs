//! `judgement`: what a reviewer has judged of a question.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::judged::judged;
use crate::assess::measured::Measured;
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::plan::Params;
use crate::words::Label;

pub(super) static JUDGEMENT: Measure = Measure {
    id: "judgement",
    label: Label::new("评审意见", "reviewer's judgement"),
    about: Label::new(
        "评估时点前就该事项整体所作的评审意见。意见须写明岗位、日期和理由，并至少有一份填了文件摘要（校验值）的佐证文件；\
         软件自身不作判断。意见不一的为冲突，即使有先有后；没有意见的待定。针对单个对象的意见不算",
        "judgements on the question as a whole by the as-of date. Each needs post, day and basis, and one evidence document \
         with a digest on file; software never judges by itself. Two that disagree are a conflict, even where one is later; \
         none leaves it open. Judgements about one record do not count",
    ),
    params: &[MeasureParam {
        name: "question",
        label: Label::new("评审事项", "question judged"),
        required: true,
        values: &[],
    }],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

fn run(view: &View<'_>, params: &Params) -> Measured {
    match params.text("question") {
        Some(question) => judged(view, question, None, "/judgements"),
        None => Measured::truth(Truth::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::LackKind;
    use crate::assess::measure::testing::measure;

    const DOCUMENTS: &str = r#""documents":{"complete":true,"items":[{"id":"D1","title":"现场核查记录",
        "digest":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},{"id":"D2","title":"照片"}]}"#;

    fn judgement(more: &str) -> String {
        format!(
            r#"{{"id":"J","question":"15-needs","outcome":"satisfied","post":"评审组成员","date":"2023-12-01",
            "basis":"现场查看","evidence":["D1"]{more}}}"#
        )
    }

    fn dossier(judgements: &[String]) -> String {
        format!(
            r#"{{"schema_version":1,"as_of":"2023-12-31",{DOCUMENTS},"judgements":{{"items":[{}]}}}}"#,
            judgements.join(",")
        )
    }

    fn answer(judgements: &[String]) -> (String, Vec<LackKind>) {
        let answer = measure("judgement", &[("question", "15-needs")], &dossier(judgements), &[]);
        (answer.to_string(), answer.0.lacks.iter().map(|lack| lack.kind).collect())
    }

    #[test]
    fn a_recorded_judgement_with_evidence_is_taken() {
        let no = judgement("").replace("\"satisfied", "\"not_satisfied");
        assert_eq!(answer(&[judgement("")]).0, "yes");
        assert_eq!(answer(&[no]).0, "no");
    }

    #[test]
    fn without_a_judgement_it_stays_open() {
        assert_eq!(answer(&[]), ("unknown".into(), vec![LackKind::Judgement]));
        let other = judgement("").replace("15-needs", "15-coordination");
        assert_eq!(answer(&[other]).0, "unknown");
        let later = judgement("").replace("2023-12-01", "2024-01-01");
        assert_eq!(answer(&[later]), ("unknown".into(), vec![LackKind::Judgement]));
        assert_eq!(answer(&[judgement(r#","about":"E1""#)]).0, "unknown");
    }

    #[test]
    fn two_that_disagree_are_a_conflict() {
        let no = judgement("").replace("\"satisfied", "\"not_satisfied");
        let both = dossier(&[judgement(""), no.clone()]);
        let answer = measure("judgement", &[("question", "15-needs")], &both, &[]);
        assert_eq!(answer.to_string(), "conflict");
        assert_eq!(answer.0.evidence, ["/judgements/items/0", "/judgements/items/1"]);
        let turned = measure("judgement", &[("question", "15-needs")], &dossier(&[no, judgement("")]), &[]);
        assert_eq!(turned.to_string(), "conflict");
    }

    #[test]
    fn a_judgement_without_form_or_evidence_does_not_count() {
        let formless = judgement("").replace("\"basis\":\"现场查看\",", "");
        assert_eq!(answer(&[formless]), ("unknown".into(), vec![LackKind::JudgementForm]));
        for evidence in ["[\"D2\"]", "[\"D9\"]", "[]"] {
            let bare = judgement("").replace("[\"D1\"]", evidence);
            assert_eq!(answer(&[bare]), ("unknown".into(), vec![LackKind::Evidence]), "{evidence}");
        }
    }

    #[test]
    fn evidence_issued_after_the_as_of_date_does_not_count_yet() {
        for (issued, shown) in [("2023-12-31", "yes"), ("2024-01-01", "unknown")] {
            let dated = dossier(&[judgement("")]).replace("\"digest\"", &format!("\"issued\":\"{issued}\",\"digest\""));
            assert_eq!(measure("judgement", &[("question", "15-needs")], &dated, &[]).to_string(), shown, "{issued}");
        }
    }

    #[test]
    fn one_that_does_not_count_yet_leaves_open_what_it_may_contradict() {
        let bare = judgement("").replace("[\"D1\"]", "[]");
        assert_eq!(answer(&[judgement(""), bare.clone()]).0, "yes");
        let contrary = bare.replace("\"satisfied", "\"not_satisfied");
        assert_eq!(answer(&[judgement(""), contrary]), ("unknown".into(), vec![LackKind::Evidence]));
        let unread = judgement("").replace("\"satisfied", "\"perhaps");
        assert_eq!(answer(&[judgement(""), unread]), ("unknown".into(), vec![LackKind::Field]));
    }

    #[test]
    fn a_record_that_could_not_be_read_may_contradict() {
        assert_eq!(answer(&[judgement(""), "7".into()]), ("unknown".into(), vec![LackKind::RecordsRefused]));
    }

    #[test]
    fn a_judgement_about_a_record_that_does_not_apply_is_about_the_whole() {
        assert_eq!(answer(&[judgement(r#","about":{"missing":"not_applicable"}"#)]).0, "yes");
        let (open, lacks) = answer(&[judgement(r#","about":{"missing":"not_collected"}"#)]);
        assert_eq!((open.as_str(), lacks), ("unknown", vec![LackKind::Field]));
        assert_eq!(answer(&[judgement(r#","about":7"#)]).0, "unknown");
    }

    #[test]
    fn a_bare_judgement_leaves_open_only_what_the_other_side_says() {
        let no = judgement("").replace("\"satisfied", "\"not_satisfied");
        let bare = |judgement: &str| judgement.replace("[\"D1\"]", "[]");
        assert_eq!(answer(&[no.clone(), bare(&judgement(""))]).0, "unknown");
        assert_eq!(answer(&[judgement(""), bare(&no)]).0, "unknown");
        assert_eq!(
            [answer(&[no.clone(), bare(&no)]).0, answer(&[judgement(""), bare(&judgement(""))]).0],
            ["no", "yes"]
        );
    }
}
