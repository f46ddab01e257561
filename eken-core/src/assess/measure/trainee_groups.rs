//! `trainee-groups`: groups that the trainees belong to.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::attendance::Attended;
use crate::assess::measured::{Collected, Measured, field_lack, record_pointer, section_lacks};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::kind::Code;
use crate::plan::Params;
use crate::words::Label;

pub(super) static TRAINEE_GROUPS: Measure = Measure {
    id: "trainee-groups",
    label: Label::new("培训对象类别", "groups of trainees"),
    about: Label::new(
        "评估时点以前至少签到一次的学员所属的培训对象类别；只建档而没有签到的不计",
        "groups of the trainees who are on one attendance list at least by the as-of date; a file without attendance does not \
         count",
    ),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Set,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let attended = Attended::by_lists(view);
    let trainees = &view.dossier.trainees;
    let mut groups = Collected::with([section_lacks(view, "trainees", trainees), attended.lacks().to_vec()].concat());
    for (index, trainee) in trainees.iter() {
        let came = attended.came(index, trainee);
        if came.truth == Truth::No {
            continue;
        }
        if !trainee.groups.is_whole() {
            groups.may_have_more(field_lack("trainees", index, "groups"));
        }
        groups.add(|| record_pointer("trainees", index), came, trainee.groups.items().iter().map(|group| group.code()));
    }
    groups.finish()
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31",
        "trainees":{"complete":true,"items":[{"id":"T1","groups":["veteran","sole_trader"]},{"id":"T2","groups":["graduate"]},
         {"id":"T3","groups":["new_type_farmer"]},{"id":"T4"}]},
        "sessions":{"complete":true,"items":[{"id":"C1","date":"2023-05","attendance":["T1","T2"]},
         {"id":"C2","date":"2024-05","attendance":["T3"]}]}}"#;

    fn groups(text: &str) -> Answer {
        measure("trainee-groups", &[], text, &[])
    }

    #[test]
    fn the_groups_of_those_who_came_are_taken() {
        let answer = groups(TOWN);
        assert_eq!(answer.to_string(), "{graduate sole_trader veteran}");
        assert_eq!(answer.0.evidence, ["/trainees/items/0", "/trainees/items/1"]);
    }

    #[test]
    fn whoever_may_have_come_leaves_the_set_open() {
        for text in [
            TOWN.replace("2024-05", "2023").replace("2023-12-31", "2023-11-30"),
            TOWN.replace(r#""date":"2024-05","attendance":["T3"]"#, r#""date":"2023-05","head_count":9"#),
            TOWN.replace(r#"["T1","T2"]"#, r#"["T1","T2",7]"#),
            TOWN.replace(r#"["T1","T2"]"#, r#"["T1","T2","T4"]"#),
            TOWN.replace("true", "false"),
        ] {
            assert_eq!(groups(&text).to_string(), "{graduate sole_trader veteran ..}", "{text}");
        }
    }
}
