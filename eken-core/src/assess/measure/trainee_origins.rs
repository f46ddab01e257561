//! `trainee-origins`: where the trainees come from.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::attendance::Attended;
use crate::assess::measured::{Collected, Measured, record_pointer, section_lacks};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::Origin;
use crate::model::kind::Code;
use crate::plan::Params;
use crate::words::Label;

pub(super) static TRAINEE_ORIGINS: Measure = Measure {
    id: "trainee-origins",
    label: Label::new("学员来源", "origins of trainees"),
    about: Label::new(
        "评估时点以前至少签到一次的学员来自e镇还是周边村；来自其他地区的不列",
        "whether the trainees who are on one attendance list at least by the as-of date come from the e-town or the villages \
         around; those from elsewhere are left out",
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
    let mut origins = Collected::with([section_lacks(view, "trainees", trainees), attended.lacks().to_vec()].concat());
    for (index, trainee) in trainees.iter() {
        let origin = trainee.origin.get();
        let placed = match origin {
            Some(Origin::ETown | Origin::SurroundingVillages) => Truth::Yes,
            Some(Origin::Elsewhere) => Truth::No,
            None => Truth::Unknown,
        };
        let case = attended.came(index, trainee).field(placed, "trainees", index, "origin");
        origins.add(|| record_pointer("trainees", index), case, origin.map(Code::code));
    }
    origins.finish()
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31",
        "trainees":{"complete":true,"items":[{"id":"T1","origin":"e_town"},{"id":"T2","origin":"elsewhere"},
         {"id":"T3","origin":"surrounding_villages"}]},
        "sessions":{"complete":true,"items":[{"id":"C1","date":"2023-05","attendance":["T1","T2"]}]}}"#;

    fn origins(text: &str) -> Answer {
        measure("trainee-origins", &[], text, &[])
    }

    #[test]
    fn the_origins_of_those_who_came_are_taken() {
        assert_eq!(origins(TOWN).to_string(), "{e_town}");
        assert_eq!(origins(&TOWN.replace(r#""T2"]"#, r#""T3"]"#)).to_string(), "{e_town surrounding_villages}");
    }

    #[test]
    fn an_origin_that_is_not_stated_leaves_the_set_open() {
        let answer = origins(&TOWN.replace(r#","origin":"elsewhere""#, ""));
        assert_eq!(answer.to_string(), "{e_town ..}");
        assert_eq!(answer.0.lacks[0].pointer, "/trainees/items/1/origin");
        assert_eq!(origins(&TOWN.replacen("true", "false", 1)).to_string(), "{e_town ..}");
    }
}
