//! `growth-over-city`: growth of a series less the growth of the city.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::lack::{Note, NoteKind};
use crate::assess::measured::{Measured, Value};
use crate::assess::view::View;
use crate::model::Series;
use crate::model::kind::Code;
use crate::plan::Params;
use crate::words::Label;

pub(super) static GROWTH_OVER_CITY: Measure = Measure {
    id: "growth-over-city",
    label: Label::new("高于全市的百分点", "growth above the city's"),
    about: Label::new(
        "当年增速减所在市的增速，单位为百分点；全市增速须有来源，用哪一个由读法 R20 定；申报建成前的年度不适用",
        "growth of the year less that of the city, in percentage points; the city's rate needs its source, and R20 says which \
         one it is; not applicable to a year before the declared completion",
    ),
    params: &[
        MeasureParam {
            name: "series",
            label: Label::new("统计指标", "series"),
            required: true,
            values: &["gross_output"],
        },
        MeasureParam {
            name: "through",
            label: Label::new("规划期末年", "last year of the plan period"),
            required: false,
            values: &[],
        },
    ],
    readings: &["R12", "R20", "R21", "R23"],
    annual: true,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, params: &Params) -> Measured {
    let Some(series) = params.text("series").and_then(Series::from_code) else { return Measured::unknown_number() };
    let growth = view.growth(series);
    if growth.value == Value::NotApplicable {
        return growth;
    }
    let city = view.city_rate();
    let value = match (&growth.value, &city.value) {
        (Value::Number { least, most }, Value::Number { least: city, .. }) => {
            Value::Number { least: least.minus(city), most: most.as_ref().map(|most| most.minus(city)) }
        }
        // a rate that is not on file may be anything
        (Value::Number { .. }, Value::Unknown) => Value::Unknown,
        _ => Value::Conflict,
    };
    let own = match (&growth.value, &city.value) {
        (Value::Number { least, most: Some(most) }, Value::Unknown) if least == most => {
            let rate = least.rounded(2).map_or_else(|| least.to_string(), |rate| rate.to_string());
            Some(Note::new(NoteKind::OwnGrowth, "", vec![("rate", rate.into())]))
        }
        _ => None,
    };
    Measured {
        value,
        evidence: [growth.evidence, city.evidence].concat(),
        lacks: [growth.lacks, city.lacks].concat(),
        provisional: growth.provisional || city.provisional,
        notes: growth.notes.into_iter().chain(own).collect(),
        exemption: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::{LackKind, NoteKind};
    use crate::assess::measure::testing::{Answer, measure, readings};
    use crate::assess::measured::Value;

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"t","completed":"2022"},
        "statistics":{"complete":true,"items":[
        {"id":"S1","series":"gross_output","period":"2023","territory":"site","amount":110000000,"source":"s"},
        {"id":"S2","series":"gross_output","period":"2022","territory":"site","amount":100000000,"source":"s"},
        {"id":"C1","series":"city_output_growth","period":"2023","territory":"city","rate":8,"source":"市统计局"},
        {"id":"C2","series":"city_gdp_growth","period":"2023-12","cumulative":true,"rate":{"value":5.2,
         "status":"provisional","source":"市统计局"}},
        {"id":"C3","series":"city_e_town_output_growth","period":"2023","rate":-1.5,"source":"市商务局"}]}}"#;

    fn over(text: &str, readings: &[(&str, &str)]) -> Answer {
        measure("growth-over-city", &[("series", "gross_output")], text, readings)
    }

    #[test]
    fn the_reading_says_which_average_is_compared_with() {
        for (option, points, provisional) in [
            ("output-at-least", "2", false),
            ("output-greater", "2", false),
            ("gdp", "4.8", true),
            ("e-town-mean", "11.5", false),
        ] {
            let answer = over(TOWN, &readings("R20", option));
            assert_eq!((answer.to_string().as_str(), answer.0.provisional), (points, provisional), "{option}");
        }
        assert_eq!(over(TOWN, &[]).0.evidence.last().unwrap(), "/statistics/items/2");
    }

    #[test]
    fn without_the_city_or_its_source_nothing_is_settled() {
        for text in [
            TOWN.replace("city_output_growth", "other"),
            TOWN.replace(r#""rate":8,"source":"市统计局""#, r#""rate":8"#),
            TOWN.replace(r#""territory":"city""#, r#""territory":"county""#),
        ] {
            let answer = over(&text, &[]);
            assert_eq!((answer.to_string().as_str(), &answer.0.value), ("unknown", &Value::Unknown));
            assert!(answer.0.lacks.iter().any(|lack| lack.kind == LackKind::Statistic));
            // what the town grew by is said all the same
            assert_eq!(answer.0.notes.iter().map(|note| note.kind).collect::<Vec<_>>(), [NoteKind::OwnGrowth]);
            assert_eq!(answer.0.notes[0].params, [("rate", "10.00".into())]);
        }
        assert!(over(TOWN, &[]).0.notes.is_empty());
        let neither = TOWN.replace("city_output_growth", "other").replace(r#""completed":"2022""#, r#""x":1"#);
        let neither = over(&neither, &[]);
        assert_eq!((neither.to_string().as_str(), neither.0.notes.len()), ("unknown", 0));
    }

    #[test]
    fn without_the_town_nothing_is_settled() {
        let base = TOWN.replace(r#""period":"2022","territory""#, r#""period":"2021","territory""#);
        assert_eq!(over(&base, &[]).to_string(), "-108..");
        assert_eq!(over(&TOWN.replace(r#""completed":"2022""#, r#""x":1"#), &[]).to_string(), "-108..");
        assert_eq!(
            over(&TOWN.replace(r#""completed":"2022""#, r#""completed":"2024""#), &[]).to_string(),
            "not applicable"
        );
    }

    #[test]
    fn rates_that_differ_are_in_conflict() {
        assert_eq!(over(&TOWN.replace("city_gdp_growth", "city_output_growth"), &[]).to_string(), "conflict");
    }

    #[test]
    fn a_growth_that_is_not_settled_is_not_said_as_the_towns_own() {
        let without_city = TOWN.replace("city_output_growth", "other");
        let quarter = |of: u32| {
            format!(
                r#"{{"id":"Q{of}","series":"gross_output","period":"2023Q{of}","territory":"site","amount":26000000,"source":"s"}},"#
            )
        };
        let quarters: String = (1..=4).map(quarter).collect();
        // 110 million as a year, 104 million as quarters
        let differ = without_city.replacen("\"items\":[", &format!("\"items\":[{quarters}"), 1);
        let answer = over(&differ, &[]);
        assert_eq!(answer.to_string(), "unknown");
        assert!(answer.0.notes.iter().all(|note| note.kind != NoteKind::OwnGrowth), "{:?}", answer.0.notes);
        let agree = differ.replace("26000000", "27500000");
        assert_eq!(over(&agree, &[]).0.notes.iter().filter(|note| note.kind == NoteKind::OwnGrowth).count(), 1);
    }
}
