//! `contests`: contests held in the year.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::annual::within_year;
use crate::assess::measured::{Case, Measured, Tally, Value};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::kind::Maybe;
use crate::model::{ContestKind, Participation};
use crate::plan::Params;
use crate::words::Label;

pub(super) static CONTESTS: Measure = Measure {
    id: "contests",
    label: Label::new("举办大赛次数", "contests held"),
    about: Label::new(
        "当年举办的创业创新和技能大赛，只是参加的不计，任一类都算。读法 R30 可改为两类分别计数取较少者，合办的两类都算",
        "entrepreneurship, innovation and skills contests held in the year, of either kind; those attended are left out. Under \
         reading R30 the lesser of the counts of the two kinds, a combined contest counting for both",
    ),
    params: &[],
    readings: &["R12", "R30"],
    annual: true,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let measured = if view.reads("R30", "each-kind-of-contest") {
        let entrepreneurship = count(view, |kind| {
            holds(kind, |kind| matches!(kind, ContestKind::Entrepreneurship | ContestKind::Combined))
        });
        let skills =
            count(view, |kind| holds(kind, |kind| matches!(kind, ContestKind::Skills | ContestKind::Combined)));
        lesser(entrepreneurship, skills)
    } else {
        count(view, |_| Truth::Yes)
    };
    within_year(view, measured)
}

fn count(view: &View<'_>, of: impl Fn(&Maybe<ContestKind>) -> Truth) -> Measured {
    let contests = &view.dossier.contests;
    let mut tally = Tally::over(&view.through_the_year(), "contests", contests);
    for (index, contest) in contests.iter() {
        let held = holds(&contest.participation, |how| *how == Participation::Held);
        let case = Case::yes()
            .field(of(&contest.kind), "contests", index, "kind")
            .field(held, "contests", index, "participation")
            .field(view.in_year(&contest.date), "contests", index, "date");
        tally.count(index, case);
    }
    tally.finish()
}

/// The lesser of two counts over the same list.
fn lesser(a: Measured, b: Measured) -> Measured {
    let value = match (a.value, b.value) {
        (Value::Number { least: one, most: one_most }, Value::Number { least: other, most: other_most }) => {
            Value::Number { least: one.min(other), most: one_most.zip(other_most).map(|(one, other)| one.min(other)) }
        }
        (value, _) => value,
    };
    let mut evidence = a.evidence;
    evidence.extend(b.evidence);
    evidence.sort();
    evidence.dedup();
    Measured { evidence, lacks: a.lacks.into_iter().chain(b.lacks).collect(), ..Measured::of(value) }
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{measure, readings};

    const CONTESTS: &str = r#"{"schema_version":1,"as_of":"2023-12-31","contests":{"complete":true,"items":[
        {"id":"S1","kind":"skills","date":"2023-06","participation":"held"},
        {"id":"S2","kind":"skills","date":"2023-09","participation":"held"},
        {"id":"S3","kind":"entrepreneurship","date":"2023-09","participation":"attended"},
        {"id":"S4","kind":"entrepreneurship","date":"2022-09","participation":"held"}]}}"#;

    #[test]
    fn contests_held_in_the_year_count() {
        assert_eq!(measure("contests", &[], CONTESTS, &[]).to_string(), "2");
        let silent = CONTESTS.replace(",\"participation\":\"attended\"", "");
        assert_eq!(measure("contests", &[], &silent, &[]).to_string(), "2..3");
    }

    #[test]
    fn one_of_each_kind_is_asked_where_it_is_read_so() {
        let each = readings("R30", "each-kind-of-contest");
        assert_eq!(measure("contests", &[], CONTESTS, &each).to_string(), "0");
        let combined = CONTESTS.replacen("\"skills\"", "\"combined\"", 1);
        let answer = measure("contests", &[], &combined, &each);
        assert_eq!(answer.to_string(), "1");
        assert_eq!(answer.0.evidence, ["/contests/items/0", "/contests/items/1"]);
        let kindless = CONTESTS.replacen("\"kind\":\"skills\",", "", 1);
        assert_eq!(measure("contests", &[], &kindless, &each).to_string(), "0..1");
    }

    #[test]
    fn a_year_not_over_and_an_incomplete_list_bound_from_below_only() {
        let early = CONTESTS.replace("2023-12-31", "2023-07-31");
        assert_eq!(measure("contests", &[], &early, &[]).to_string(), "1..");
        let open = CONTESTS.replace("\"complete\":true", "\"complete\":false");
        assert_eq!(measure("contests", &[], &open, &[]).to_string(), "2..");
    }
}
