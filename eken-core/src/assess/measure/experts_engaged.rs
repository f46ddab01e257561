//! `experts-engaged`: experts engaged by the programme.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::{Measured, Tally};
use crate::assess::stock::stock;
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::kind::Maybe;
use crate::plan::Params;
use crate::quantity::PartialDate;
use crate::words::Label;

pub(super) static EXPERTS_ENGAGED: Measure = Measure {
    id: "experts-engaged",
    label: Label::new("聘用专家数", "experts engaged"),
    about: Label::new(
        "评估时点在聘的专家人数，聘期最后一日仍在聘，届满以后的不计；读法 R27 可改为只计项目启动以来聘用的",
        "experts engaged at the as-of date, through the last day of their term; R27 may count only those engaged since the start \
         of the programme",
    ),
    params: &[],
    readings: &["R27"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let experts = &view.dossier.experts;
    let mut tally = Tally::over(view, "experts", experts);
    for (index, expert) in experts.iter() {
        let case = stock(view, "experts", index, ("engaged", &expert.engaged), ("until", &Maybe::Absent));
        tally.count(index, case.field(lasts(view, &expert.until), "experts", index, "until"));
    }
    tally.finish()
}

/// Whether a term that ends so lasts at the as-of date: its last day belongs to it, and no end means that it goes on.
fn lasts(view: &View<'_>, until: &Maybe<PartialDate>) -> Truth {
    if until.is_absent() || until.is_not_applicable() || until.is_not_yet_due() {
        return Truth::Yes;
    }
    match until.get().map(|until| (until.first(), until.last())) {
        Some((Some(first), _)) if first >= view.as_of => Truth::Yes,
        Some((_, Some(last))) if last < view.as_of => Truth::No,
        _ => Truth::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::LackKind;
    use crate::assess::measure::testing::{measure, readings};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"t","programme_start":"2023-04"},
        "experts":{"complete":true,"items":[{"id":"E1","engaged":"2023-05","until":"2023-10"},{"id":"E2","engaged":"2022"},
        {"id":"E3","engaged":"2024"},{"id":"E4","engaged":"2023-04"}]}}"#;

    #[test]
    fn experts_in_their_term_count() {
        let answer = measure("experts-engaged", &[], TOWN, &[]);
        assert_eq!(answer.to_string(), "2");
        assert_eq!(answer.0.evidence, ["/experts/items/1", "/experts/items/3"]);
        let longer = TOWN.replace(r#""until":"2023-10""#, r#""until":"2024-10""#);
        assert_eq!(measure("experts-engaged", &[], &longer, &[]).to_string(), "3");
    }

    #[test]
    fn the_last_day_of_a_term_belongs_to_it() {
        for (until, count) in [
            ("2023-12-30", "2"),
            ("2023-12-31", "3"),
            ("2024-01-01", "3"),
            ("2023-11", "2"),
            ("2023-12", "2..3"),
            ("2023", "2..3"),
        ] {
            let text = TOWN.replace("2023-10", until);
            assert_eq!(measure("experts-engaged", &[], &text, &[]).to_string(), count, "{until}");
        }
        let text = TOWN.replace(r#""until":"2023-10""#, r#""until":{"missing":"not_yet_due"}"#);
        assert_eq!(measure("experts-engaged", &[], &text, &[]).to_string(), "3");
    }

    #[test]
    fn the_stock_follows_its_reading() {
        let started = measure("experts-engaged", &[], TOWN, &readings("R27", "since-start"));
        assert_eq!(started.to_string(), "1");
        assert_eq!(started.0.evidence, ["/experts/items/3"]);
        assert_eq!(measure("experts-engaged", &[], TOWN, &readings("R27", "everything")).to_string(), "2");
    }

    #[test]
    fn what_is_missing_leaves_bounds() {
        let undated = measure("experts-engaged", &[], &TOWN.replace(r#""engaged":"2022""#, r#""field":"x""#), &[]);
        assert_eq!(undated.to_string(), "1..2");
        assert_eq!(undated.0.lacks[0].pointer, "/experts/items/1/engaged");
        let unended = TOWN.replace(r#""until":"2023-10""#, r#""until":{"missing":"not_collected"}"#);
        let unended = measure("experts-engaged", &[], &unended, &[]);
        assert_eq!(unended.to_string(), "2..3");
        assert_eq!(unended.0.lacks[0].pointer, "/experts/items/0/until");
        let startless = TOWN.replace("programme_start", "start");
        assert_eq!(measure("experts-engaged", &[], &startless, &[]).to_string(), "2");
        let start = measure("experts-engaged", &[], &startless, &readings("R27", "since-start"));
        assert_eq!(start.to_string(), "0..2");
        assert_eq!(start.0.lacks[0].kind, LackKind::ProgrammeStart);
        assert_eq!(measure("experts-engaged", &[], &TOWN.replace("true", "false"), &[]).to_string(), "2..");
    }
}
