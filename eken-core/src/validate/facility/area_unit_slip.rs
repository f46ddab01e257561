//! A floor area that was written in another unit than its parts.

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::land::unit_that_agrees;
use crate::validate::place::rows;
use crate::words::Label;

/// An area of a facility, in m², below which its unit is doubted: no role has room in less.
const LEAST: i128 = 10;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "附件2-15", "附件2-16", "附件2-17"],
        summary: Label::new("设施面积像是用了别的单位", "a floor area looks as if it were in another unit"),
        message: Label::new(
            "{area} 平方米与 {other} 平方米相差悬殊；按亩读为 {mu} 平方米；按公顷（万平方米）读为 {hectare} 平方米；按平方公里读为 {square_kilometre} 平方米",
            "{area} m² do not go with {other} m²; read as mu it is {mu} m²; read as hectares it is {hectare} m²; read as square kilometres it is {square_kilometre} m²",
        ),
        help: Label::new(
            "核对总建筑面积、专用面积和功能区面积的单位；此处以平方米为单位，不会自动换算",
            "check the unit of the floor area, the dedicated areas and the zones; they are in m² and nothing is converted by itself",
        ),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "floor_area": 0.1, "roles": [{"role": "public_service", "area": 1000}]}, {"id": "F2", "floor_area": 1.5, "roles": [{"role": "public_service", "area": 1000}]}, {"id": "F3", "floor_area": 0.001, "roles": [{"role": "public_service", "area": 1000}]}]}}"#,
        ..Spec::new("facility.area-unit-slip", Severity::Warning)
    },
    check: |context, found| {
        for (row, facility) in rows("facilities", &context.dossier.facilities) {
            let mut areas = Vec::new();
            if let Some(floor) = found.value(&facility.floor_area, || row.at("floor_area")) {
                areas.push(("floor_area".to_owned(), Exact::decimal(floor.value.number())));
            }
            for (index, held) in facility.roles.iter() {
                let field = format!("roles/{index}/area");
                if let Some(area) = found.value(&held.area, || row.at(&field)) {
                    areas.push((field, Exact::decimal(area.value.number())));
                }
            }
            let (mut zones, mut known) = (Exact::zero(), facility.zones.refused() == 0);
            for (index, zone) in facility.zones.iter() {
                match found.value(&zone.area, || row.at(&format!("zones/{index}/area"))) {
                    Some(area) => zones = zones.plus(&Exact::decimal(area.value.number())),
                    None => known = false,
                }
            }
            if known && !zones.is_zero() {
                areas.push(("zones".to_owned(), zones));
            }
            // the first, which is the floor area where there is one, is held against each other area
            let Some(((field, first), others)) = areas.split_first() else { continue };
            let slip = |small: &Exact, large: &Exact| {
                Some(small)
                    .filter(|small| **small < Exact::whole(LEAST))
                    .and_then(|small| unit_that_agrees(small, large))
            };
            let slip = others.iter().find_map(|(other_field, other)| {
                let small = slip(first, other).map(|slip| (field, first, other, slip));
                small.or_else(|| slip(other, first).map(|slip| (other_field, other, first, slip)))
            });
            if let Some((field, area, other, (unit, reading))) = slip {
                let reading = reading.rounded(2).map_or_else(|| figure(&reading), |area| figure(&Exact::decimal(area)));
                found.at(row.at(field), vec![("area", figure(area)), ("other", figure(other)), (unit, reading)]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(rest: &str) -> Vec<String> {
        found(&RULE, &format!(r#"{{"facilities": {{"items": [{{{rest}}}]}}}}"#))
    }

    #[test]
    fn a_figure_smaller_by_the_factor_of_a_unit_is_found_wherever_it_stands() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/facilities/items/0/floor_area area=0.1 other=1000 hectare=1000",
                "/facilities/items/1/floor_area area=1.5 other=1000 mu=1000",
                "/facilities/items/2/floor_area area=0.001 other=1000 square_kilometre=1000",
            ]
        );
        assert_eq!(
            of(r#""floor_area": 1000, "roles": [{"area": 990}, {"area": 1.5}]"#),
            ["/facilities/items/0/roles/1/area area=1.5 other=1000 mu=1000"]
        );
        assert_eq!(
            of(r#""roles": [{"area": 0.05}], "zones": [{"area": 200}, {"area": 300}]"#),
            ["/facilities/items/0/roles/0/area area=0.05 other=500 hectare=500"]
        );
    }

    #[test]
    fn five_percent_from_the_factor_is_a_slip_and_more_is_none() {
        assert_eq!(of(r#""floor_area": 0.095, "roles": [{"area": 1000}]"#).len(), 1);
        assert_eq!(of(r#""floor_area": 0.105, "roles": [{"area": 1000}]"#).len(), 1);
        assert_eq!(of(r#""floor_area": 0.094, "roles": [{"area": 1000}]"#), [""; 0]);
        assert_eq!(of(r#""floor_area": 0.106, "roles": [{"area": 1000}]"#), [""; 0]);
    }

    #[test]
    fn ten_square_metres_may_be_a_room_in_a_large_building() {
        assert_eq!(of(r#""floor_area": 6666, "roles": [{"area": 9.99}]"#).len(), 1);
        assert_eq!(of(r#""floor_area": 6666, "roles": [{"area": 10}]"#), [""; 0]);
        assert_eq!(of(r#""floor_area": 6666, "roles": [{"area": 10.01}]"#), [""; 0]);
    }

    #[test]
    fn small_roles_in_large_buildings_and_unknown_zones_are_clean() {
        assert_eq!(of(r#""floor_area": 3000, "roles": [{"area": 30}, {"area": 0}]"#), [""; 0]);
        assert_eq!(of(r#""floor_area": 1000, "zones": [{"area": 1.5}, {}]"#), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"facilities": {"items": [{"floor_area": "x"}]}}"#),
            ["faulty /facilities/items/0/floor_area"]
        );
    }
}
