//! A dedicated floor area that is larger than the facility.

use crate::finding::{Severity, Spec};
use crate::quantity::{Area, Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "附件2-15", "附件2-16", "附件2-17"],
        summary: Label::new("专用建筑面积超过总建筑面积", "a dedicated floor area is larger than the whole facility"),
        message: Label::new(
            "专用面积 {area} 平方米，超过总建筑面积 {floor} 平方米",
            "{area} m² are dedicated, the facility has {floor} m²",
        ),
        help: Label::new("核对两个面积及其单位（平方米）", "check both areas and their unit (m²)"),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "floor_area": 300, "roles": [{"role": "logistics", "area": 500}]}]}}"#,
        ..Spec::new("facility.role-area-exceeds-floor", Severity::Error)
    },
    check: |context, found| {
        for (row, facility) in rows("facilities", &context.dossier.facilities) {
            let Some(floor) = found.value(&facility.floor_area, || row.at("floor_area")) else { continue };
            for (index, held) in facility.roles.iter() {
                let pointer = || row.at(&format!("roles/{index}/area"));
                let Some(area) = found.value(&held.area, pointer) else { continue };
                if area.value > floor.value {
                    let shown = |area: Area| figure(&Exact::decimal(area.number()));
                    found.at(pointer(), vec![("area", shown(area.value)), ("floor", shown(floor.value))]);
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_role_larger_than_the_facility_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/facilities/items/0/roles/0/area area=500 floor=300"]);
    }

    #[test]
    fn the_whole_facility_may_be_dedicated_to_several_roles() {
        let dossier = r#"{"facilities": {"items": [{"floor_area": 300, "roles": [{"area": 300}, {"area": 300}, {}]}, {"roles": [{"area": 9}]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
