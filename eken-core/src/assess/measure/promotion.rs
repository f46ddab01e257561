//! `promotion`: what events and channels promote.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::{Case, Collected, Measured, field_lack, record_pointer, section_lacks};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::Subject;
use crate::model::kind::{Code, List};
use crate::plan::Params;
use crate::words::Label;

pub(super) static PROMOTION: Measure = Measure {
    id: "promotion",
    label: Label::new("宣传内容", "what is promoted"),
    about: Label::new(
        "评估时点已开展的活动和在用的宣传渠道所宣传的内容，不论活动类型和组织方式",
        "what events by the as-of date and channels in use at it promote, whatever the kind of event and whether held or attended",
    ),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Set,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let (events, channels) = (&view.dossier.events, &view.dossier.channels);
    let mut lacks = section_lacks(view, "events", events);
    lacks.extend(section_lacks(view, "channels", channels));
    let mut set = Collected::with(lacks);
    for (index, event) in events.iter() {
        let case = Case::yes().field(view.happened(&event.date), "events", index, "date");
        add(&mut set, case, "events", index, &event.subjects);
    }
    for (index, channel) in channels.iter() {
        let case = Case::yes().field(view.happened(&channel.started), "channels", index, "started").field(
            view.ended(&channel.ended).not(),
            "channels",
            index,
            "ended",
        );
        add(&mut set, case, "channels", index, &channel.subjects);
    }
    set.finish()
}

fn add(set: &mut Collected, case: Case, section: &str, index: usize, subjects: &List<Subject>) {
    if case.truth != Truth::No && !subjects.is_whole() {
        set.may_have_more(field_lack(section, index, "subjects"));
    }
    // what promotes nothing, whenever it was, leaves nothing open
    if !subjects.items().is_empty() {
        set.add(|| record_pointer(section, index), case, subjects.items().iter().map(|subject| subject.code()));
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::measure;

    const BOTH: &str = r#"{"schema_version":1,"as_of":"2023-12-31",
        "events":{"complete":true,"items":[
        {"id":"V1","kind":"other","date":"2023-06","participation":"attended","subjects":["six_treasures"]},
        {"id":"V2","kind":"brand_exhibition","date":"2024-01","subjects":["own_brand"]}]},
        "channels":{"complete":true,"items":[
        {"id":"K1","medium":"new_media","setting":"online","started":"2023","subjects":["regional_public_brand"]},
        {"id":"K2","medium":"new_media","setting":"online","started":"2022","ended":"2023-01","subjects":["policy"]}]}}"#;

    #[test]
    fn events_that_happened_and_channels_in_use_promote() {
        assert_eq!(measure("promotion", &[], BOTH, &[]).to_string(), "{regional_public_brand six_treasures}");
    }

    #[test]
    fn what_is_missing_leaves_the_set_open() {
        for (given, instead) in [
            (",\"subjects\":[\"six_treasures\"]", ""),
            ("[\"six_treasures\"]", "[\"six_treasures\",\"all\"]"),
            ("\"date\":\"2023-06\",", ""),
            ("\"events\":{\"complete\":true", "\"events\":{\"complete\":false"),
        ] {
            let shown = measure("promotion", &[], &BOTH.replace(given, instead), &[]).to_string();
            assert!(shown.ends_with("..}") && shown.starts_with("{regional_public_brand"), "{given}: {shown}");
        }
    }

    #[test]
    fn a_record_that_promotes_nothing_leaves_nothing_open() {
        let text = BOTH.replace("\"date\":\"2024-01\",\"subjects\":[\"own_brand\"]", "\"subjects\":[]");
        assert_eq!(measure("promotion", &[], &text, &[]).to_string(), "{regional_public_brand six_treasures}");
    }
}
