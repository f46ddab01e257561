//! `brand-exhibitions`: exhibitions of the regional public brand in the year.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::annual::within_year;
use crate::assess::measured::{Case, Measured, Tally};
use crate::assess::view::{View, holds};
use crate::model::EventKind;
use crate::plan::Params;
use crate::words::Label;

pub(super) static BRAND_EXHIBITIONS: Measure = Measure {
    id: "brand-exhibitions",
    label: Label::new("品牌展会场次", "brand exhibitions"),
    about: Label::new(
        "当年举办或参加的区域公用品牌展会；一个年度尚未结束时只给下限",
        "exhibitions of the regional public brand held or attended in the year; a lower bound while the year is not over",
    ),
    params: &[],
    readings: &["R12"],
    annual: true,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let events = &view.dossier.events;
    let mut tally = Tally::over(&view.through_the_year(), "events", events);
    for (index, event) in events.iter() {
        let exhibition = holds(&event.kind, |kind| *kind == EventKind::BrandExhibition);
        let case = Case::yes().field(exhibition, "events", index, "kind").field(
            view.in_year(&event.date),
            "events",
            index,
            "date",
        );
        tally.count(index, case);
    }
    within_year(view, tally.finish())
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::LackKind;
    use crate::assess::measure::testing::{measure, measure_in};

    const EVENTS: &str = r#"{"schema_version":1,"as_of":"2023-12-31","events":{"complete":true,"items":[
        {"id":"V1","kind":"brand_exhibition","date":"2023-06-01","participation":"held"},
        {"id":"V2","kind":"brand_exhibition","date":"2023-09","participation":"attended"},
        {"id":"V3","kind":"brand_exhibition","date":"2022-09"},
        {"id":"V4","kind":"publicity_activity","date":"2023-09"}]}}"#;

    #[test]
    fn exhibitions_of_the_year_count_whether_held_or_attended() {
        assert_eq!(measure("brand-exhibitions", &[], EVENTS, &[]).to_string(), "2");
        assert_eq!(measure_in(2022, "brand-exhibitions", &[], EVENTS, &[]).to_string(), "1");
    }

    #[test]
    fn a_year_that_is_not_over_bounds_from_below_only() {
        let text = EVENTS.replace("2023-12-31", "2023-07-31");
        let answer = measure("brand-exhibitions", &[], &text, &[]);
        assert_eq!(answer.to_string(), "1..");
        assert_eq!(answer.0.lacks.iter().map(|lack| lack.kind).collect::<Vec<_>>(), [LackKind::YearNotOver]);
    }

    #[test]
    fn what_is_missing_leaves_the_count_open() {
        let text = EVENTS.replace("\"date\":\"2023-09\",", "");
        assert_eq!(measure("brand-exhibitions", &[], &text, &[]).to_string(), "1..2");
        let open = EVENTS.replace("\"complete\":true", "\"complete\":false");
        assert_eq!(measure("brand-exhibitions", &[], &open, &[]).to_string(), "2..");
    }
}
