//! `statistic-growth`: growth of a series on the year before.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::measured::Measured;
use crate::assess::view::View;
use crate::model::Series;
use crate::model::kind::Code;
use crate::plan::Params;
use crate::words::Label;

pub(super) static STATISTIC_GROWTH: Measure = Measure {
    id: "statistic-growth",
    label: Label::new("同比增速", "growth on the year before"),
    about: Label::new(
        "当年统计数比上年的增速，按分数精确计算；当年和上年用同一统计地域；申报建成前的年度不适用，上年为零或缺数的待定",
        "growth of the year's figure on the year before, as an exact fraction, both on the same territory; not applicable to \
         a year before the declared completion, open on a base of zero or a missing year",
    ),
    params: &[
        MeasureParam {
            name: "series",
            label: Label::new("统计指标", "series"),
            required: true,
            values: &["gross_output", "online_retail"],
        },
        MeasureParam {
            name: "through",
            label: Label::new("规划期末年", "last year of the plan period"),
            required: false,
            values: &[],
        },
    ],
    readings: &["R12", "R21", "R23"],
    annual: true,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, params: &Params) -> Measured {
    match params.text("series").and_then(Series::from_code) {
        Some(series) => view.growth(series),
        None => Measured::unknown_number(),
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::{LackKind, NoteKind};
    use crate::assess::measure::testing::{Answer, measure, measure_in, readings};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"t","completed":"2023-12"},
        "statistics":{"complete":true,"items":[
        {"id":"S1","series":"online_retail","period":"2023","territory":"site","amount":22000000,"source":"s"},
        {"id":"S2","series":"online_retail","period":"2022","territory":"site","source":"s",
         "amount":{"value":20000000,"status":"provisional"}},
        {"id":"S3","series":"online_retail","period":"2023","territory":"core_area","amount":7,"source":"s"},
        {"id":"S4","series":"online_retail","period":"2022","territory":"core_area","amount":3,"source":"s"}]}}"#;

    fn growth(text: &str) -> Answer {
        measure("statistic-growth", &[("series", "online_retail")], text, &[])
    }

    #[test]
    fn growth_is_exact_and_marked_where_a_figure_is_provisional() {
        let answer = growth(TOWN);
        assert_eq!((answer.to_string().as_str(), answer.0.provisional), ("10", true));
        assert_eq!(answer.0.evidence, ["/statistics/items/0", "/statistics/items/1"]);
        let core = measure("statistic-growth", &[("series", "online_retail")], TOWN, &readings("R23", "core-area"));
        assert_eq!(core.to_string(), "400/3");
    }

    #[test]
    fn it_does_not_apply_before_completion() {
        let answer = growth(&TOWN.replace("2023-12\"}", "2024-03\"}"));
        assert_eq!(answer.to_string(), "not applicable");
        assert_eq!(answer.0.notes[0].kind, NoteKind::BeforeCompletion);
        let undeclared = growth(&TOWN.replace(r#","completed":"2023-12""#, ""));
        assert_eq!(undeclared.to_string(), "-100..");
        assert_eq!(undeclared.0.lacks[0].kind, LackKind::Completion);
    }

    #[test]
    fn growth_on_a_base_of_zero_or_without_a_base_is_unknown() {
        let zero = growth(&TOWN.replace("20000000", "0").replace("22000", "22"));
        assert_eq!(zero.to_string(), "-100..");
        assert_eq!(zero.0.lacks[0].kind, LackKind::BaseOfZero);
        let missing = growth(&TOWN.replace(r#""period":"2022""#, r#""period":"2021""#));
        assert_eq!(missing.to_string(), "-100..");
        assert_eq!(missing.0.lacks[0].kind, LackKind::Statistic);
    }

    #[test]
    fn a_year_that_has_already_outgrown_the_last_is_bounded_from_below() {
        let text = TOWN.replace(
            r#""period":"2023","territory":"site""#,
            r#""period":"2023-10","cumulative":true,"territory":"site""#,
        );
        assert_eq!(
            growth(&text.replace("2023-12-31", "2023-10-31").replace("2023-12\"", "2023-01\"")).to_string(),
            "10.."
        );
    }

    #[test]
    fn figures_that_differ_are_in_conflict() {
        assert_eq!(growth(&TOWN.replace("core_area", "site")).to_string(), "conflict");
    }

    #[test]
    fn each_year_looks_at_the_year_before_it() {
        let later = TOWN
            .replace(r#""period":"2023""#, r#""period":"2024""#)
            .replace(r#""period":"2022""#, r#""period":"2023""#);
        let later = later.replace("2023-12-31", "2024-12-31");
        let answer =
            measure_in(2024, "statistic-growth", &[("series", "online_retail"), ("through", "2025")], &later, &[]);
        assert_eq!(answer.to_string(), "10");
    }
}
