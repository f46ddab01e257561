//! `inspections`: inspections made.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::{Case, Measured, Tally};
use crate::assess::view::View;
use crate::plan::Params;
use crate::words::Label;

pub(super) static INSPECTIONS: Measure = Measure {
    id: "inspections",
    label: Label::new("检查次数", "inspections"),
    about: Label::new(
        "截至评估时点的检查次数，不分类型；日期在评估时点之后的不计",
        "inspections of any kind made by the as-of date; those dated later are left out",
    ),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let inspections = &view.dossier.inspections;
    let mut tally = Tally::over(view, "inspections", inspections);
    for (index, inspection) in inspections.iter() {
        let case = Case::yes().field(view.done_on(&inspection.date), "inspections", index, "date");
        tally.count(index, case);
    }
    tally.finish()
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::measure;

    const THREE: &str = r#"{"schema_version":1,"as_of":"2023-09-30","inspections":{"complete":true,"items":[
        {"id":"C1","date":"2023-06-01","kind":"on_site"},
        {"id":"C2","date":"2023-09-30"},
        {"id":"C3","date":"2023-10-01"}]}}"#;

    #[test]
    fn inspections_by_the_as_of_date_count() {
        let found = measure("inspections", &[], THREE, &[]);
        assert_eq!(found.to_string(), "2");
        assert_eq!(found.0.evidence, ["/inspections/items/0", "/inspections/items/1"]);
    }

    #[test]
    fn an_inspection_without_its_day_may_count() {
        let found = measure("inspections", &[], &THREE.replace("\"date\":\"2023-06-01\",", ""), &[]);
        assert_eq!(found.to_string(), "1..2");
        assert_eq!(found.0.lacks[0].pointer, "/inspections/items/0/date");
        let due = THREE.replace("\"2023-06-01\"", "{\"missing\":\"not_yet_due\"}");
        assert_eq!(measure("inspections", &[], &due, &[]).to_string(), "1");
    }

    #[test]
    fn an_incomplete_list_bounds_from_below_only() {
        assert_eq!(measure("inspections", &[], &THREE.replace("true", "false"), &[]).to_string(), "2..");
        assert_eq!(measure("inspections", &[], r#"{"schema_version":1}"#, &[]).to_string(), "0..");
    }
}
