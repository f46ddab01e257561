//! Dedicated floor areas that cannot all lie in the facility.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::FacilityRole;
use crate::quantity::{Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "附件2-15", "附件2-16", "附件2-17"],
        summary: Label::new(
            "各功能的专用面积合起来超过总建筑面积",
            "the dedicated areas together are larger than the facility",
        ),
        message: Label::new(
            "各功能专用面积至少共需 {needed} 平方米，总建筑面积只有 {floor} 平方米，有面积被重复计算",
            "the roles need {needed} m² at least, the facility has {floor} m²: some area is counted twice",
        ),
        help: Label::new(
            "核对各功能面积；不同功能共用的，分设施填报，并在 overlaps 中写明重叠面积",
            "check the areas; where roles share rooms, file facilities of their own and state in overlaps what they share",
        ),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "floor_area": 700, "roles": [{"role": "logistics", "area": 500}, {"role": "display_experience", "area": 300}]}]}}"#,
        ..Spec::new("facility.roles-exceed-floor", Severity::Warning)
    },
    check: |context, found| {
        for (row, facility) in rows("facilities", &context.dossier.facilities) {
            let Some(floor) = found.value(&facility.floor_area, || row.at("floor_area")) else { continue };
            let floor = Exact::decimal(floor.value.number());
            let mut areas: BTreeMap<FacilityRole, Exact> = BTreeMap::new();
            let mut one_alone = false;
            for (index, held) in facility.roles.iter() {
                let role = found.value(&held.role, || row.at(&format!("roles/{index}/role")));
                let area = found.value(&held.area, || row.at(&format!("roles/{index}/area")));
                let (Some(role), Some(area)) = (role, area) else { continue };
                let area = Exact::decimal(area.value.number());
                // facility.role-area-exceeds-floor
                one_alone |= area > floor;
                let sum = areas.entry(*role).or_insert_with(Exact::zero);
                *sum = sum.plus(&area);
            }
            let needed = needed(&areas);
            if needed > floor && !one_alone {
                found.at(row.at("roles"), vec![("needed", figure(&needed)), ("floor", figure(&floor))]);
            }
        }
    },
};

/// The least floor on which the roles have room. The training centre may share with the cross-border base (`附件2-11`), and
/// training, display, live rooms and big data may lie in the service centre (`附件2-15`); what else shares with what must be
/// stated.
fn needed(areas: &BTreeMap<FacilityRole, Exact>) -> Exact {
    let of = |role| areas.get(&role).cloned().unwrap_or_else(Exact::zero);
    let training = of(FacilityRole::TrainingIncubation).max(of(FacilityRole::CrossBorderBase));
    let rooms = of(FacilityRole::BigDataCentre).plus(&of(FacilityRole::MainLiveRoom));
    let within = training.plus(&of(FacilityRole::DisplayExperience)).max(rooms);
    of(FacilityRole::PublicService).max(within).plus(&of(FacilityRole::Logistics))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(floor: &str, roles: &[(&str, &str)]) -> Vec<String> {
        let roles: Vec<String> =
            roles.iter().map(|(role, area)| format!(r#"{{"role": "{role}", "area": {area}}}"#)).collect();
        let roles = roles.join(", ");
        found(&RULE, &format!(r#"{{"facilities": {{"items": [{{"floor_area": {floor}, "roles": [{roles}]}}]}}}}"#))
    }

    #[test]
    fn roles_that_cannot_share_are_added_up() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/facilities/items/0/roles needed=800 floor=700"]);
        let roles = [("training_incubation", "100"), ("display_experience", "200.01"), ("logistics", "500")];
        assert_eq!(of("800", &roles), ["/facilities/items/0/roles needed=800.01 floor=800"]);
        let roles = [("public_service", "600"), ("display_experience", "200"), ("logistics", "300")];
        assert_eq!(of("899", &roles), ["/facilities/items/0/roles needed=900 floor=899"]);
        assert_eq!(of("5", &[("big_data_centre", "3"), ("main_live_room", "3")]).len(), 1);
        assert_eq!(of("5", &[("main_live_room", "3"), ("main_live_room", "3")]).len(), 1);
    }

    #[test]
    fn what_may_share_and_what_has_room_is_clean() {
        assert_eq!(of("268", &[("training_incubation", "268"), ("cross_border_base", "268")]), [""; 0]);
        let service = [
            ("public_service", "1000"),
            ("training_incubation", "500"),
            ("display_experience", "300"),
            ("main_live_room", "60"),
        ];
        assert_eq!(of("1000", &service), [""; 0]);
        assert_eq!(of("800", &[("logistics", "500"), ("display_experience", "300")]), [""; 0]);
    }

    #[test]
    fn one_role_larger_than_the_facility_is_told_elsewhere_and_faulty_areas_are_noted() {
        assert_eq!(of("300", &[("logistics", "500"), ("display_experience", "300")]), [""; 0]);
        let dossier =
            r#"{"facilities": {"items": [{"floor_area": 1, "roles": [{"role": "logistics", "area": "x"}]}]}}"#;
        assert_eq!(skipped(&RULE, dossier), ["faulty /facilities/items/0/roles/0/area"]);
    }
}
