//! `site-area`: area of the site.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::Measured;
use crate::assess::view::View;
use crate::plan::Params;
use crate::words::Label;

pub(super) static SITE_AREA: Measure = Measure {
    id: "site-area",
    label: Label::new("占地面积", "site area"),
    about: Label::new(
        "整个申报范围的占地面积；读法 R26 可改为核心区面积",
        "area of the whole declared site; R26 may take the core instead",
    ),
    params: &[],
    readings: &["R26"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let site = view.town().and_then(|town| town.site.known());
    if view.reads("R26", "core") {
        Measured::figure("/town/site", "core_area", site.map(|site| &site.core_area))
    } else {
        Measured::figure("/town/site", "area", site.map(|site| &site.area))
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{measure, readings};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"t","site":{"area":2100000.5,
        "core_area":{"value":1500000,"status":"estimated"},"floor_area":320000}}}"#;

    #[test]
    fn the_whole_site_or_the_core_is_measured_as_it_is_read() {
        let whole = measure("site-area", &[], TOWN, &[]);
        assert_eq!((whole.to_string().as_str(), whole.0.provisional), ("2100000.5", false));
        assert_eq!(whole.0.evidence, ["/town/site/area"]);
        let core = measure("site-area", &[], TOWN, &readings("R26", "core"));
        assert_eq!((core.to_string().as_str(), core.0.provisional), ("1500000", true));
    }

    #[test]
    fn an_area_that_is_not_stated_is_unknown() {
        for text in [TOWN.replace("2100000.5", r#"{"missing":"withheld"}"#), TOWN.replace("site", "sight")] {
            let answer = measure("site-area", &[], &text, &[]);
            assert_eq!(answer.to_string(), "0..");
            assert_eq!(answer.0.lacks[0].pointer, "/town/site/area");
        }
    }
}
