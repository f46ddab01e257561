//! `site-floor-area`: floor area of all buildings of the site.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::Measured;
use crate::assess::view::View;
use crate::plan::Params;
use crate::words::Label;

pub(super) static SITE_FLOOR_AREA: Measure = Measure {
    id: "site-floor-area",
    label: Label::new("总建筑面积", "floor area of the site"),
    about: Label::new(
        "申报范围内全部建筑的建筑面积，按申报数，不由各设施相加",
        "floor area of all buildings of the declared site, as declared, not added up from facilities",
    ),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let site = view.town().and_then(|town| town.site.known());
    Measured::figure("/town/site", "floor_area", site.map(|site| &site.floor_area))
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::measure;

    #[test]
    fn the_declared_floor_area_is_measured() {
        let text = r#"{"schema_version":1,"town":{"name":"t","site":{"floor_area":"500000"}}}"#;
        assert_eq!(measure("site-floor-area", &[], text, &[]).to_string(), "500000");
        let none = measure("site-floor-area", &[], &text.replace("floor_area", "area"), &[]);
        assert_eq!(none.to_string(), "0..");
        assert_eq!(none.0.lacks[0].pointer, "/town/site/floor_area");
    }
}
