//! Functional zones that together are larger than the facility.

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-16", "附件2-17"],
        summary: Label::new("功能区面积之和超过总建筑面积", "the zones of a facility are larger than its floor area"),
        message: Label::new(
            "各功能区面积合计 {zones} 平方米，超过总建筑面积 {floor} 平方米",
            "the zones add up to {zones} m², the facility has {floor} m²",
        ),
        help: Label::new(
            "核对各区面积；面积单位为平方米，重叠的部分只计入一个区",
            "check the areas, in m²; what two zones share counts in one",
        ),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "floor_area": 300, "zones": [{"kind": "offline_display", "area": 200}, {"kind": "sales_matching", "area": 150}]}]}}"#,
        ..Spec::new("facility.zone-areas-exceed-floor", Severity::Error)
    },
    check: |context, found| {
        for (row, facility) in rows("facilities", &context.dossier.facilities) {
            let Some(floor) = found.value(&facility.floor_area, || row.at("floor_area")) else { continue };
            let floor = Exact::decimal(floor.value.number());
            let mut zones = Exact::zero();
            for (index, zone) in facility.zones.iter() {
                if let Some(area) = found.value(&zone.area, || row.at(&format!("zones/{index}/area"))) {
                    zones = zones.plus(&Exact::decimal(area.value.number()));
                }
            }
            if zones > floor {
                found.at(row.at("zones"), vec![("zones", figure(&zones)), ("floor", figure(&floor))]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn zones_larger_than_the_facility_are_found_whatever_else_is_unknown() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/facilities/items/0/zones zones=350 floor=300"]);
        let dossier =
            r#"{"facilities": {"items": [{"floor_area": 100, "zones": [{"area": 100.5}, {"area": "many"}, {}]}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/facilities/items/0/zones zones=100.5 floor=100"]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /facilities/items/0/zones/1/area"]);
    }

    #[test]
    fn zones_that_fill_the_facility_are_clean() {
        let dossier = r#"{"facilities": {"items": [{"floor_area": 300, "zones": [{"area": 100}, {"area": 200}]}, {"zones": [{"area": 9}]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
