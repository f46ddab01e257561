//! Which years an annual criterion looks at (readings R12 and R21).

use super::lack::{Lack, LackKind};
use super::view::View;
use crate::model::PhaseKind;
use crate::model::kind::Code;
use crate::plan::{Criterion, Params};

/// Years shown beside the one judged, at most.
const REPORTED: i32 = 10;

/// The years in which a criterion must hold, and what is missing to know all of them.
pub(super) fn years(view: &View<'_>, criterion: &Criterion, params: &Params) -> (Vec<i32>, Option<Lack>) {
    let consults = |reading: &str| criterion.readings.iter().any(|id| id == reading);
    if consults("R21") && view.reads("R21", "every-year") {
        let completed = view.town().and_then(|town| town.completed.get());
        let last = params.text("through").and_then(|year| year.parse::<i32>().ok()).unwrap_or(view.year);
        return match completed {
            Some(completed) => (span(completed.year(), last, view.year), None),
            None => (vec![view.year], Some(Lack::new(LackKind::Completion, "/town/completed", vec![]))),
        };
    }
    if consults("R12") && view.reads("R12", "last-full-year") {
        return (vec![last_full_year(view)], None);
    }
    if consults("R12") && view.reads("R12", "every-year") {
        let start = view.town().and_then(|town| town.programme_start.get());
        return match start {
            Some(start) => (span(start.year(), view.year, view.year), None),
            None => (vec![view.year], Some(Lack::new(LackKind::ProgrammeStart, "/town/programme_start", vec![]))),
        };
    }
    (vec![view.year], None)
}

/// The last full year before the acceptance that the plan sets; under a plan that sets none, the last that is over at the
/// as-of date.
fn last_full_year(view: &View<'_>) -> i32 {
    if let Some(acceptance) = view.plan.phase(PhaseKind::Acceptance.code()) {
        return acceptance.from.year.saturating_sub(1);
    }
    let over = view.as_of.month() == 12 && view.as_of.day() == 31;
    if over { view.as_of.year() } else { view.as_of.year().saturating_sub(1) }
}

/// The years that are reported beside the one judged: from the start of the programme on.
pub(super) fn reported_years(view: &View<'_>) -> Vec<i32> {
    let start = view.town().and_then(|town| town.programme_start.get()).map_or(view.year, |start| start.year());
    span(start.max(view.year.saturating_sub(REPORTED)), view.year, view.year)
}

/// From one year to another; the one asked for when the first lies after the last.
fn span(first: i32, last: i32, asked: i32) -> Vec<i32> {
    if first <= last { (first..=last).collect() } else { vec![asked] }
}

#[cfg(test)]
mod tests {
    use crate::assess::testing::under_own_plan;
    use crate::assess::verdict::Verdict;

    #[test]
    fn the_last_full_year_is_over_at_the_as_of_date_where_the_plan_sets_no_acceptance() {
        let output = "[[indicator.all]]\nmeasure = \"statistic\"\nseries = \"gross_output\"\n\
            at-least = { value = \"100\", unit = \"yuan\" }\nclauses = [\"甲-1\"]\n";
        let text = |as_of: &str| {
            format!(
                r#"{{"schema_version": 1, "as_of": "{as_of}", "statistics": {{"items": [
                {{"id": "S1", "series": "gross_output", "period": "2022", "territory": "site", "source": "s", "amount": 150}},
                {{"id": "S2", "series": "gross_output", "period": "2023", "territory": "site", "source": "s", "amount": 50}}]}}}}"#
            )
        };
        let of = |consulted: &str, as_of: &str| {
            let criteria = format!("{output}readings = [{consulted}]\n");
            let assessment = under_own_plan(&criteria, &text(as_of), &[("R12", "last-full-year")]);
            let result = &assessment.standing("1").unwrap().criteria[0];
            (result.year, result.verdict)
        };
        assert_eq!(of("\"R12\"", "2023-12-30"), (Some(2022), Verdict::Met));
        assert_eq!(of("\"R12\"", "2023-12-31"), (Some(2023), Verdict::NotMet));
        assert_eq!(of("\"R12\"", "2024-11-30"), (Some(2023), Verdict::NotMet));
        assert_eq!(of("\"R12\"", "2023-03-31"), (Some(2022), Verdict::Met));
        // a criterion that is not open to the reading looks at the year asked for
        assert_eq!(of("\"R1\"", "2024-11-30"), (Some(2023), Verdict::NotMet));
        assert_eq!(of("", "2023-12-30").0, Some(2023));
    }
}
