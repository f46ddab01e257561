//! More floor area than could stand on the site.

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::land::site;
use crate::words::Label;

/// Floor area to land, at most: single plots of a big city reach it, a site with its roads and yards does not.
const MOST: i128 = 5;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-24"],
        summary: Label::new("总建筑面积与占地面积不相称", "the floor area is out of all proportion to the site"),
        message: Label::new(
            "总建筑面积 {floor} 平方米，占地 {area} 平方米；容积率超过 {most}，整片建设范围不会这样高",
            "{floor} m² of floor stand on {area} m² of land; more than {most} times the land is not built over a whole site",
        ),
        help: Label::new(
            "核对两个面积及其单位（平方米）：占地面积常误填为亩或公顷",
            "check both areas and their unit (m²): the land is often given in mu or hectares by mistake",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "site": {"area": 48000, "floor_area": 412000}}}"#,
        ..Spec::new("site.floor-against-area", Severity::Warning)
    },
    check: |context, found| {
        let Some(site) = site(context, found) else { return };
        let area = found.value(&site.area, || "/town/site/area".to_owned());
        let floor = found.value(&site.floor_area, || "/town/site/floor_area".to_owned());
        let (Some(area), Some(floor)) = (area, floor) else { return };
        let (area, floor) = (Exact::decimal(area.value.number()), Exact::decimal(floor.value.number()));
        if !area.is_zero() && floor > area.times(&Exact::whole(MOST)) {
            let params =
                vec![("floor", figure(&floor)), ("area", figure(&area)), ("most", figure(&Exact::whole(MOST)))];
            found.at("/town/site/floor_area", params);
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(floor: &str) -> Vec<String> {
        found(&RULE, &format!(r#"{{"town": {{"site": {{"area": 100000, "floor_area": {floor}}}}}}}"#))
    }

    #[test]
    fn more_than_five_times_the_land_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/site/floor_area floor=412000 area=48000 most=5"]);
        assert_eq!(of("500000.01"), ["/town/site/floor_area floor=500000.01 area=100000 most=5"]);
    }

    #[test]
    fn five_times_the_land_and_less_are_clean() {
        assert_eq!([of("500000"), of("499999.99")].concat(), [""; 0]);
        assert_eq!(found(&RULE, r#"{"town": {"site": {"area": 0, "floor_area": 5}}}"#), [""; 0]);
        assert_eq!(found(&RULE, r#"{"town": {"site": {"floor_area": 5}}}"#), [""; 0]);
        let faulty = r#"{"town": {"site": {"area": 5, "floor_area": "x"}}}"#;
        assert_eq!(skipped(&RULE, faulty), ["faulty /town/site/floor_area"]);
    }
}
