//! `trainee-follow-up`: every trainee is followed up.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::{Case, Measured, field_lack, record_pointer, section_lacks};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::Trainee;
use crate::plan::Params;
use crate::words::Label;

pub(super) static TRAINEE_FOLLOW_UP: Measure = Measure {
    id: "trainee-follow-up",
    label: Label::new("培训后续跟踪", "follow-up of trainees"),
    about: Label::new(
        "评估时点以前建档的学员，每份档案都有评估时点以前的跟踪服务记录才算做到；有一份列明没有的即为没有做到，未填写的待定",
        "every file opened by the as-of date records a follow-up by then; one file that lists none is enough for no, and a \
         file that does not say leaves it open",
    ),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

const SECTION: &str = "trainees";

fn run(view: &View<'_>, _: &Params) -> Measured {
    let trainees = &view.dossier.trainees;
    let mut lacks = section_lacks(view, SECTION, trainees);
    let (mut followed, mut left) = (Vec::new(), Vec::new());
    for (index, trainee) in trainees.iter() {
        let opened = view.happened(&trainee.opened);
        let case = followed_up(view, index, trainee);
        match (opened, case.truth) {
            (Truth::No, _) => {}
            (_, Truth::Yes) => followed.push(record_pointer(SECTION, index)),
            (Truth::Yes, Truth::No) => left.push(record_pointer(SECTION, index)),
            (Truth::Unknown, Truth::No) => lacks.push(field_lack(SECTION, index, "opened")),
            (_, Truth::Unknown) => lacks.extend(case.lacks),
        }
    }
    if !left.is_empty() {
        Measured { evidence: left, ..Measured::truth(Truth::No) }
    } else if !lacks.is_empty() {
        Measured { evidence: followed, lacks, ..Measured::truth(Truth::Unknown) }
    } else {
        let any = !followed.is_empty();
        Measured { evidence: followed, ..Measured::truth(any.into()) }
    }
}

/// Whether a file records a follow-up by the as-of date. A list that is given is complete.
fn followed_up(view: &View<'_>, index: usize, trainee: &Trainee) -> Case {
    let list = &trainee.follow_up;
    let done = list.items().iter().fold(Truth::No, |any, each| any.or(view.happened(&each.date)));
    let whole = if list.is_whole() { Truth::No } else { Truth::Unknown };
    Case::yes().field(done.or(whole), SECTION, index, "follow_up")
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31","trainees":{"complete":true,"items":[
        {"id":"T1","opened":"2023-05","follow_up":[{"date":"2024-01"},{"date":"2023-08","kind":"visit"}]},
        {"id":"T2","opened":"2023-06","follow_up":[{"date":"2023-09"}]},
        {"id":"T3","opened":"2024-01","follow_up":[]}]}}"#;

    fn follow_up(text: &str) -> Answer {
        measure("trainee-follow-up", &[], text, &[])
    }

    #[test]
    fn it_holds_where_every_file_of_the_day_records_a_follow_up() {
        assert_eq!(follow_up(TOWN).to_string(), "yes");
    }

    #[test]
    fn one_file_that_lists_none_is_enough_for_no() {
        for text in [TOWN.replace("2024-01\",\"follow", "2023-12\",\"follow"), TOWN.replace("2023-09", "2024-02")] {
            assert_eq!(follow_up(&text).to_string(), "no");
        }
        assert_eq!(
            follow_up(&TOWN.replace("2024-01\",\"follow", "2023-12\",\"follow")).0.evidence,
            ["/trainees/items/2"]
        );
        assert_eq!(
            follow_up(r#"{"schema_version":1,"as_of":"2023-12-31","trainees":{"complete":true,"items":[]}}"#)
                .to_string(),
            "no"
        );
    }

    #[test]
    fn what_is_not_said_leaves_it_open() {
        for text in [
            TOWN.replace(r#","follow_up":[{"date":"2023-09"}]"#, ""),
            TOWN.replace(r#"[{"date":"2023-09"}]"#, "[7]"),
            TOWN.replace("2023-09", "2023-99"),
            TOWN.replace(r#""opened":"2024-01","#, ""),
            TOWN.replace("true", "false"),
        ] {
            let answer = follow_up(&text);
            assert_eq!(answer.to_string(), "unknown", "{text}");
            assert!(!answer.0.lacks.is_empty());
        }
    }
}
