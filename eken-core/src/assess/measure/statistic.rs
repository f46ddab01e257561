//! `statistic`: the amount of a series in the year.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::measured::Measured;
use crate::assess::view::View;
use crate::model::Series;
use crate::model::kind::Code;
use crate::plan::Params;
use crate::words::Label;

pub(super) static STATISTIC: Measure = Measure {
    id: "statistic",
    label: Label::new("年度统计数", "statistic of the year"),
    about: Label::new(
        "当年的统计数，取年度数或12月累计数，没有的取12个月之和；须有来源或填了文件摘要（校验值）的依据文件，统计地域按读法 R23；数值不一的为数据冲突，\
         年度数与各月合计不一致而影响结论的也是；年度未结束的只作下限",
        "the figure of the year: yearly, or cumulative in December, or else the sum of twelve months; with its source or a \
         document (with digest) that gives it, on the territory of R23. Records that differ are in conflict, and so are a year \
         and its months where it matters to the verdict; a year that is not over is bounded from below only",
    ),
    params: &[
        MeasureParam {
            name: "series",
            label: Label::new("统计指标", "series"),
            required: true,
            values: &["gross_output", "online_retail"],
        },
        MeasureParam {
            name: "once-built",
            label: Label::new("建成之后才要求", "asked once the town is built"),
            required: false,
            values: &["true"],
        },
    ],
    readings: &["R12", "R23"],
    annual: true,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, params: &Params) -> Measured {
    match params.text("series").and_then(Series::from_code) {
        Some(series) if params.flag("once-built") => {
            view.once_built(Measured::unknown_number(), || view.amount(series))
        }
        Some(series) => view.amount(series),
        None => Measured::unknown_number(),
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::{LackKind, NoteKind};
    use crate::assess::measure::testing::{Answer, measure, measure_in, readings};

    const YEARS: &str = r#"{"schema_version":1,"as_of":"2023-12-31","statistics":{"complete":true,"items":[
        {"id":"S1","series":"gross_output","period":"2023","territory":"site","amount":120000000,"source":"县统计局"},
        {"id":"S2","series":"gross_output","period":"2023","territory":"core_area","amount":90000000,"source":"县统计局"},
        {"id":"S3","series":"gross_output","period":"2023","territory":"host_townships","amount":{"value":300000000,
         "status":"estimated","source":"县统计局"}},
        {"id":"S4","series":"gross_output","period":"2022","territory":"site","amount":100000000,"source":"县统计局"},
        {"id":"S5","series":"online_retail","period":"2023-12","cumulative":true,"territory":"site","amount":25000000,
         "source":"县统计局"},
        {"id":"S6","series":"online_retail","period":"2023-11","cumulative":true,"territory":"site","amount":21000000,
         "source":"县统计局"}]}}"#;

    fn output(text: &str, readings: &[(&str, &str)]) -> Answer {
        measure("statistic", &[("series", "gross_output")], text, readings)
    }

    /// A dossier of monthly figures, one a line: period, whether cumulative, amount.
    fn months(as_of: &str, figures: &[(&str, bool, &str)]) -> String {
        let record = |(index, (period, cumulative, amount)): (usize, &(&str, bool, &str))| {
            format!(
                r#"{{"id":"M{index}","series":"gross_output","period":"{period}","cumulative":{cumulative},
                "territory":"site","amount":{amount},"source":"县统计局"}}"#
            )
        };
        let records: Vec<String> = figures.iter().enumerate().map(record).collect();
        format!(
            r#"{{"schema_version":1,"as_of":"{as_of}","statistics":{{"complete":true,"items":[{}]}}}}"#,
            records.join(",")
        )
    }

    #[test]
    fn the_figure_of_the_year_on_the_declared_boundary_is_taken() {
        let answer = output(YEARS, &[]);
        assert_eq!(answer.to_string(), "120000000");
        assert_eq!(answer.0.evidence, ["/statistics/items/0"]);
        assert_eq!(measure_in(2022, "statistic", &[("series", "gross_output")], YEARS, &[]).to_string(), "100000000");
    }

    #[test]
    fn each_territory_has_its_figure() {
        assert_eq!(output(YEARS, &readings("R23", "core-area")).to_string(), "90000000");
        let answer = output(YEARS, &readings("R23", "host-townships"));
        assert_eq!((answer.to_string().as_str(), answer.0.provisional), ("300000000", true));
    }

    #[test]
    fn december_since_january_is_the_year() {
        assert_eq!(measure("statistic", &[("series", "online_retail")], YEARS, &[]).to_string(), "25000000");
    }

    #[test]
    fn twelve_months_make_the_year_and_fewer_bound_it_from_below() {
        let all: Vec<(String, bool, &str)> = (1..=12).map(|month| (format!("2023-{month:02}"), false, "10")).collect();
        let all: Vec<(&str, bool, &str)> =
            all.iter().map(|(month, since, amount)| (month.as_str(), *since, *amount)).collect();
        assert_eq!(output(&months("2023-12-31", &all), &[]).to_string(), "120");
        let eleven = output(&months("2023-12-31", &all[..11]), &[]);
        assert_eq!(eleven.to_string(), "110..");
        assert_eq!(eleven.0.lacks[0].kind, LackKind::Statistic);
        let cumulative = months("2023-12-31", &[("2023-03", false, "10"), ("2023-10", true, "90")]);
        assert_eq!(output(&cumulative, &[]).to_string(), "90..");
    }

    #[test]
    fn a_year_that_is_not_over_is_bounded_from_below_only() {
        let text = months("2023-06-30", &[("2023-06", true, "60"), ("2023-07", true, "70"), ("2023-12", true, "130")]);
        let answer = output(&text, &[]);
        assert_eq!(answer.to_string(), "60..");
        assert_eq!(answer.0.lacks[0].kind, LackKind::YearNotOver);
        assert_eq!(output(&YEARS.replace("2023-12-31", "2023-12-30"), &[]).to_string(), "0..");
    }

    #[test]
    fn records_that_differ_are_in_conflict_and_equal_ones_are_fine() {
        let twice = YEARS.replace("core_area", "site");
        let answer = output(&twice, &[]);
        assert_eq!(answer.to_string(), "conflict");
        assert_eq!(answer.0.evidence, ["/statistics/items/0", "/statistics/items/1"]);
        assert!(answer.0.lacks.iter().all(|lack| lack.kind == LackKind::Conflict));
        assert_eq!(output(&twice.replace("90000000", "120000000.00"), &[]).to_string(), "120000000");
        let month = months("2023-12-31", &[("2023-03", false, "10"), ("2023-03", false, "11")]);
        assert_eq!(output(&month, &[]).to_string(), "conflict");
    }

    #[test]
    fn a_year_and_its_months_that_differ_are_both_within_the_bounds() {
        let year = |months: &str, status: &str| {
            let record = |(period, amount): (String, &str)| {
                format!(
                    r#"{{"id":"{period}","series":"gross_output","period":"{period}","cumulative":false,"territory":"site",
                    "amount":{{"value":{amount},"status":"{status}"}},"source":"县统计局"}}"#
                )
            };
            let months = (1..=12).map(|month| record((format!("2023-{month:02}"), months)));
            let all: Vec<String> = months.chain([record(("2023".into(), "120")).replace(status, "final")]).collect();
            let text = all.join(",");
            output(
                &format!(
                    r#"{{"schema_version":1,"as_of":"2023-12-31","statistics":{{"complete":true,"items":[{text}]}}}}"#
                ),
                &[],
            )
        };
        assert_eq!(year("10", "final").to_string(), "120");
        assert!(year("10", "final").0.notes.is_empty());
        let less = year("9", "final");
        assert_eq!(less.to_string(), "108..120");
        assert_eq!(less.0.notes[0].kind, NoteKind::MonthsDiffer);
        assert_eq!((less.0.evidence.len(), less.0.lacks.len()), (13, 13));
        assert_eq!(year("11", "final").to_string(), "120..132");
        let replaced = year("9", "provisional");
        assert_eq!((replaced.to_string().as_str(), replaced.0.provisional), ("120", false));
        assert_eq!(replaced.0.notes.len(), 1);
    }

    #[test]
    fn quarters_make_a_year_and_bound_it() {
        let quarter = |of: u32| {
            format!(
                r#"{{"id":"Q{of}","series":"gross_output","period":"2023Q{of}","territory":"site","amount":50,
                "source":"县统计局"}}"#
            )
        };
        let of = |quarters: &[u32], more: &str| {
            let records: Vec<String> = quarters.iter().map(|of| quarter(*of)).collect();
            let text = format!(
                r#"{{"schema_version":1,"as_of":"2023-12-31","statistics":{{"complete":true,"items":[{}{more}]}}}}"#,
                records.join(",")
            );
            output(&text, &[]).to_string()
        };
        assert_eq!(of(&[1, 2, 3, 4], ""), "200");
        assert_eq!(of(&[1, 2, 4], ""), "150..");
        let year = r#",{"id":"Y","series":"gross_output","period":"2023","territory":"site","amount":210,"source":"县统计局"}"#;
        assert_eq!(of(&[1, 2, 3, 4], year), "200..210");
        assert_eq!(of(&[1, 2, 3], year), "210");
        assert_eq!(of(&[1, 2, 2], ""), "100..");
        // a quarter that is filed with two figures says nothing
        let other = r#",{"id":"X","series":"gross_output","period":"2023Q3","territory":"site","amount":60,"source":"县统计局"}"#;
        assert_eq!(of(&[1, 2, 3, 4], other), "150..");
    }

    #[test]
    fn what_is_asked_once_built_does_not_arise_before() {
        let built = |completed: &str| {
            let text = YEARS.replace(
                r#""as_of":"2023-12-31","#,
                &format!(r#""as_of":"2023-12-31","town":{{"name":"t"{completed}}},"#),
            );
            let params = [("series", "gross_output"), ("once-built", "true")];
            measure("statistic", &params, &text, &[]).to_string()
        };
        assert_eq!(built(r#","completed":"2023-10""#), "120000000");
        assert_eq!(built(r#","completed":"2024-02""#), "not applicable");
        assert_eq!(built(""), "0..");
    }

    #[test]
    fn a_figure_that_is_not_there_or_not_sourced_is_unknown() {
        let gone = |from: &str, to: &str| output(&YEARS.replacen(from, to, 1), &[]);
        let unsourced = gone(r#","source":"县统计局""#, "");
        assert_eq!(unsourced.to_string(), "0..");
        assert_eq!(unsourced.0.lacks[1].pointer, "/statistics/items/0/source");
        assert_eq!(gone(r#""territory":"site","#, "").0.lacks[1].pointer, "/statistics/items/0/territory");
        assert_eq!(gone("120000000", r#"{"missing":"not_yet_due"}"#).0.lacks[1].pointer, "/statistics/items/0/amount");
        assert_eq!(output(r#"{"schema_version":1,"as_of":"2023-12-31"}"#, &[]).0.lacks[0].kind, LackKind::Statistic);
    }

    #[test]
    fn january_since_january_is_january() {
        let both = months("2023-12-31", &[("2023-01", true, "10"), ("2023-02", false, "5")]);
        assert_eq!(output(&both, &[]).to_string(), "15..");
        let differ = months("2023-12-31", &[("2023-01", true, "10"), ("2023-01", false, "11")]);
        assert_eq!(output(&differ, &[]).to_string(), "conflict");
    }

    #[test]
    fn a_cumulative_figure_bounds_the_year_where_it_says_more_than_its_months() {
        let with = |cumulative: &str| {
            let figures = [("2023-01", false, "10"), ("2023-02", false, "10"), ("2023-04", true, cumulative)];
            let answer = output(&months("2023-12-31", &figures), &[]);
            (answer.to_string(), answer.0.evidence)
        };
        let pointers = |places: &[usize]| places.iter().map(|at| format!("/statistics/items/{at}")).collect::<Vec<_>>();
        assert_eq!(with("45"), ("45..".to_owned(), pointers(&[2])));
        assert_eq!(with("20"), ("20..".to_owned(), pointers(&[0, 1])));
        assert_eq!(with("15"), ("20..".to_owned(), pointers(&[0, 1])));
        let differ = [("2023-04", true, "45"), ("2023-04", true, "46"), ("2023-01", false, "10")];
        assert_eq!(output(&months("2023-12-31", &differ), &[]).to_string(), "conflict");
    }

    #[test]
    fn months_as_provisional_as_the_year_contradict_it() {
        let figure = |amount: &str| format!(r#"{{"value":{amount},"status":"provisional"}}"#);
        let month = figure("10");
        let names: Vec<String> = (1..=12).map(|month| format!("2023-{month:02}")).collect();
        let mut all: Vec<(&str, bool, &str)> =
            names.iter().map(|name| (name.as_str(), false, month.as_str())).collect();
        let (final_year, early_year) = ("132".to_owned(), figure("132"));
        for (year, shown) in [(&final_year, "132"), (&early_year, "120..132")] {
            all.push(("2023", false, year));
            let answer = output(&months("2023-12-31", &all), &[]);
            assert_eq!((answer.to_string().as_str(), answer.0.provisional), (shown, shown != "132"));
            all.pop();
        }
    }
}
