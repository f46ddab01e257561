//! `publicity-activities`: publicity activities on the e-town in the year.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::annual::within_year;
use crate::assess::measured::{Case, Measured, Tally};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::{Event, EventKind, Participation, Subject};
use crate::plan::Params;
use crate::words::Label;

pub(super) static PUBLICITY_ACTIVITIES: Measure = Measure {
    id: "publicity-activities",
    label: Label::new("宣传活动次数", "publicity activities"),
    about: Label::new(
        "当年开展、以乡村e镇为宣传内容的宣传活动。写明只是参加的不计，未写组织方式的按开展计；未写宣传内容的待定",
        "publicity activities carried out in the year that promote the e-town. One stated as attended is left out, one that says \
         neither is taken as held; one that does not say what it promotes stays open",
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
        let activity = holds(&event.kind, |kind| *kind == EventKind::PublicityActivity);
        let case = Case::yes()
            .field(activity, "events", index, "kind")
            .field(view.in_year(&event.date), "events", index, "date")
            .field(held(event), "events", index, "participation")
            .field(on_the_town(event), "events", index, "subjects");
        tally.count(index, case);
    }
    within_year(view, tally.finish())
}

fn held(event: &Event) -> Truth {
    if event.participation.is_absent() {
        return Truth::Yes;
    }
    holds(&event.participation, |how| *how == Participation::Held)
}

fn on_the_town(event: &Event) -> Truth {
    if event.subjects.items().contains(&Subject::ETown) {
        Truth::Yes
    } else if event.subjects.is_whole() {
        Truth::No
    } else {
        Truth::Unknown
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::measure;

    const EVENTS: &str = r#"{"schema_version":1,"as_of":"2023-12-31","events":{"complete":true,"items":[
        {"id":"V1","kind":"publicity_activity","date":"2023-06-01","participation":"held","subjects":["e_town","policy"]},
        {"id":"V2","kind":"publicity_activity","date":"2023-09","subjects":["e_town"]},
        {"id":"V3","kind":"publicity_activity","date":"2023-10","participation":"attended","subjects":["e_town"]},
        {"id":"V4","kind":"publicity_activity","date":"2023-10","subjects":["policy"]},
        {"id":"V5","kind":"publicity_activity","date":"2022-10","subjects":["e_town"]},
        {"id":"V6","kind":"brand_exhibition","date":"2023-10","subjects":["e_town"]}]}}"#;

    #[test]
    fn activities_on_the_town_held_in_the_year_count() {
        assert_eq!(measure("publicity-activities", &[], EVENTS, &[]).to_string(), "2");
    }

    #[test]
    fn an_activity_that_does_not_say_what_it_promotes_may_count() {
        let text = EVENTS.replace(",\"subjects\":[\"policy\"]", "");
        assert_eq!(measure("publicity-activities", &[], &text, &[]).to_string(), "2..3");
        let text = EVENTS.replace("[\"policy\"]", "[\"policy\",\"town\"]");
        assert_eq!(measure("publicity-activities", &[], &text, &[]).to_string(), "2..3");
    }

    #[test]
    fn a_year_not_over_and_an_incomplete_list_bound_from_below_only() {
        let early = EVENTS.replace("2023-12-31", "2023-07-31");
        assert_eq!(measure("publicity-activities", &[], &early, &[]).to_string(), "1..");
        let open = EVENTS.replace("\"complete\":true", "\"complete\":false");
        assert_eq!(measure("publicity-activities", &[], &open, &[]).to_string(), "2..");
    }
}
