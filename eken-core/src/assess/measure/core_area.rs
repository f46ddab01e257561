//! `core-area`: area of the core.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::Measured;
use crate::assess::view::View;
use crate::plan::Params;
use crate::words::Label;

pub(super) static CORE_AREA: Measure = Measure {
    id: "core-area",
    label: Label::new("核心区面积", "core area"),
    about: Label::new("申报范围内核心区的面积", "area of the core within the declared site"),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let site = view.town().and_then(|town| town.site.known());
    Measured::figure("/town/site", "core_area", site.map(|site| &site.core_area))
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::measure;

    #[test]
    fn the_declared_core_is_measured() {
        let text = r#"{"schema_version":1,"town":{"name":"t","site":{"core_area":1500000,"area":9}}}"#;
        let answer = measure("core-area", &[], text, &[]);
        assert_eq!(
            (answer.to_string().as_str(), answer.0.evidence),
            ("1500000", vec!["/town/site/core_area".to_owned()])
        );
        assert_eq!(measure("core-area", &[], &text.replace("1500000", "\"many\""), &[]).to_string(), "0..");
    }
}
