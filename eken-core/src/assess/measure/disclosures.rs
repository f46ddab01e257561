//! `disclosures`: where something was published or reported to.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::lack::Lack;
use crate::assess::measured::{Case, Collected, Measured, field_lack, record_pointer};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::DisclosureSubject;
use crate::model::kind::Code;
use crate::plan::Params;
use crate::words::Label;

pub(super) static DISCLOSURES: Measure = Measure {
    id: "disclosures",
    label: Label::new("公开与报送渠道", "places of disclosure"),
    about: Label::new(
        "截至评估时点，就该内容公开或报送过的渠道；日期在评估时点之后的不计",
        "the places where the subject was published or reported to by the as-of date; what is dated later is left out",
    ),
    params: &[MeasureParam {
        name: "subject",
        label: Label::new("内容", "what is disclosed"),
        required: true,
        values: &[
            "plan",
            "fund_regime",
            "project_regime",
            "decision_documents",
            "project_basics",
            "self_evaluation",
            "province_system_entry",
            "other",
        ],
    }],
    readings: &[],
    annual: false,
    value: ValueKind::Set,
    run: Run::Town(run),
};

const SECTION: &str = "disclosures";

fn run(view: &View<'_>, params: &Params) -> Measured {
    let Some(subject) = params.text("subject").and_then(DisclosureSubject::from_code) else {
        return Collected::with(vec![Lack::misfit(DISCLOSURES.id)]).finish();
    };
    let mut out = Collected::over(view, SECTION, &view.dossier.disclosures);
    for (index, disclosure) in view.dossier.disclosures.iter() {
        let case = Case::yes()
            .field(holds(&disclosure.subject, |about| *about == subject), SECTION, index, "subject")
            .field(view.done_on(&disclosure.date), SECTION, index, "date");
        if case.truth == Truth::Yes && !disclosure.places.is_whole() {
            out.may_have_more(field_lack(SECTION, index, "places"));
        }
        out.add(|| record_pointer(SECTION, index), case, disclosure.places.items().iter().map(|place| place.code()));
    }
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::DISCLOSURES;
    use crate::assess::measure::testing::{Answer, measure};
    use crate::model::DisclosureSubject;
    use crate::model::kind::Code;

    const FOUR: &str = r#"{"schema_version":1,"as_of":"2023-06-30","disclosures":{"complete":true,"items":[
        {"id":"P1","subject":"plan","places":["county_site"],"date":"2023-03-20"},
        {"id":"P2","subject":"plan","places":["city","county_site"],"date":"2023-06-30"},
        {"id":"P3","subject":"plan","places":["province"],"date":"2023-07-01"},
        {"id":"P4","subject":"fund_regime","places":["province"],"date":"2023-05-01"}]}}"#;

    fn of(subject: &str, from: &str, to: &str) -> Answer {
        assert!(FOUR.contains(from));
        measure("disclosures", &[("subject", subject)], &FOUR.replace(from, to), &[])
    }

    #[test]
    fn the_places_of_the_subject_by_the_as_of_date_are_collected() {
        assert_eq!(of("plan", "", "").to_string(), "{city county_site}");
        assert_eq!(of("plan", "", "").0.evidence, ["/disclosures/items/0", "/disclosures/items/1"]);
        assert_eq!(of("self_evaluation", "", "").to_string(), "{}");
    }

    #[test]
    fn what_is_missing_may_add_places() {
        for (from, to, pointer) in [
            ("\"subject\":\"fund_regime\",", "", "/disclosures/items/3/subject"),
            ("\"date\":\"2023-07-01\"", "\"date\":\"2023-07-99\"", "/disclosures/items/2/date"),
            ("\"places\":[\"county_site\"],", "", "/disclosures/items/0/places"),
        ] {
            let found = of("plan", from, to);
            assert_eq!(found.to_string(), "{city county_site ..}", "{pointer}");
            assert_eq!(found.0.lacks[0].pointer, pointer);
        }
    }

    #[test]
    fn an_incomplete_list_may_hold_more() {
        assert_eq!(of("plan", "true", "false").to_string(), "{city county_site ..}");
        let none = measure("disclosures", &[("subject", "plan")], r#"{"schema_version":1}"#, &[]);
        assert_eq!(none.to_string(), "{ ..}");
    }

    #[test]
    fn the_subjects_are_those_of_the_model() {
        let codes: Vec<&str> = DisclosureSubject::INFO.iter().map(|info| info.code).collect();
        assert_eq!(DISCLOSURES.params[0].values, codes);
    }
}
