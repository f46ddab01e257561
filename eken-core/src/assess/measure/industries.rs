//! `industries`: leading industries in force.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::{Measured, Tally, Value};
use crate::assess::stock::stock;
use crate::assess::view::{View, holds};
use crate::plan::Params;
use crate::quantity::Exact;
use crate::words::Label;

pub(super) static INDUSTRIES: Measure = Measure {
    id: "industries",
    label: Label::new("主导产业数", "leading industries"),
    about: Label::new(
        "评估时点在册的主导产业数；复合产业按申报计一个，读法 R30 可改为计两个",
        "leading industries in force at the as-of date; a composite one counts as declared, two under reading R30",
    ),
    params: &[],
    readings: &["R27", "R30"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let industries = &view.dossier.industries;
    let twice = view.reads("R30", "composite-as-two");
    let mut tally = Tally::over(view, "industries", industries);
    for (index, industry) in industries.iter() {
        let case = stock(view, "industries", index, ("since", &industry.since), ("until", &industry.until));
        if twice {
            let composite = holds(&industry.composite, |is| *is);
            let second = case.clone().field(composite, "industries", index, "composite");
            tally.count(index, second);
        }
        tally.count(index, case);
    }
    let mut measured = tally.finish();
    if twice && let Value::Number { most: Some(most), .. } = &mut measured.value {
        // a record that could not be read may be a composite one
        *most = most.plus(&Exact::count(industries.items.refused()));
    }
    measured
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{measure, readings};

    const ONE: &str = r#"{"schema_version":1,"as_of":"2023-12-31","industries":{"complete":true,"items":[
        {"id":"I1","name":"食用菌","since":"2023-04","composite":true},
        {"id":"I2","name":"核桃","since":"2024-02"},
        {"id":"I3","name":"蜂蜜","since":"2020","until":"2022"}]}}"#;

    #[test]
    fn only_industries_in_force_count() {
        assert_eq!(measure("industries", &[], ONE, &[]).to_string(), "1");
    }

    #[test]
    fn a_composite_industry_counts_two_where_it_is_read_so() {
        assert_eq!(measure("industries", &[], ONE, &readings("R30", "composite-as-two")).to_string(), "2");
    }

    #[test]
    fn a_record_that_cannot_be_read_may_be_composite() {
        let refused = ONE.replace("{\"id\":\"I2\",\"name\":\"核桃\",\"since\":\"2024-02\"}", "7");
        assert_eq!(measure("industries", &[], &refused, &[]).to_string(), "1..2");
        assert_eq!(measure("industries", &[], &refused, &readings("R30", "composite-as-two")).to_string(), "2..4");
    }

    #[test]
    fn an_incomplete_list_bounds_from_below_only() {
        let open = ONE.replace("true,\"items\"", "false,\"items\"");
        assert_eq!(measure("industries", &[], &open, &[]).to_string(), "1..");
    }
}
