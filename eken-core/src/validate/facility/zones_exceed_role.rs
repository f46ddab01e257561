//! Zones of a role that are larger than the floor area dedicated to it.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::model::{Facility, FacilityRole, ZoneKind};
use crate::quantity::{Exact, Quantity};
use crate::validate::figure::figure;
use crate::validate::place::{Row, rows};
use crate::validate::{Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-16", "附件2-11", "五(五)2"],
        summary: Label::new(
            "某一功能的功能区合计超过其专用面积",
            "the zones of a role are larger than its dedicated area",
        ),
        message: Label::new(
            "属于 {role} 的功能区合计 {zones} 平方米，超过其专用面积 {area} 平方米",
            "the zones of {role} add up to {zones} m², {area} m² are dedicated to it",
        ),
        help: Label::new(
            "核对专用面积和各区面积；公摊或他用的面积不要计入功能区",
            "check the dedicated area and the zones; leave out what is shared or serves something else",
        ),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "floor_area": 500, "roles": [{"role": "display_experience", "area": 200}], "zones": [{"kind": "offline_display", "area": 150}, {"kind": "tasting_experience", "area": 80}]}]}}"#,
        ..Spec::new("facility.zones-exceed-role", Severity::Warning)
    },
    check: |context, found| {
        for (row, facility) in rows("facilities", &context.dossier.facilities) {
            let mut zones: BTreeMap<FacilityRole, Exact> = BTreeMap::new();
            let mut all = Exact::zero();
            for (index, zone) in facility.zones.iter() {
                let kind = found.value(&zone.kind, || row.at(&format!("zones/{index}/kind")));
                let area = found.value(&zone.area, || row.at(&format!("zones/{index}/area")));
                let (Some(kind), Some(area)) = (kind, area) else { continue };
                let area = Exact::decimal(area.value.number());
                all = all.plus(&area);
                if let Some(role) = role_of(*kind) {
                    let sum = zones.entry(role).or_insert_with(Exact::zero);
                    *sum = sum.plus(&area);
                }
            }
            // facility.zone-areas-exceed-floor
            let floor = found.value(&facility.floor_area, || row.at("floor_area"));
            if floor.is_some_and(|floor| all > Exact::decimal(floor.value.number())) {
                continue;
            }
            for (role, zones) in zones {
                let Some((index, area)) = dedicated(found, row, facility, role) else { continue };
                if zones > area {
                    found.at(
                        row.at(&format!("roles/{index}/area")),
                        vec![("role", role.code().into()), ("zones", figure(&zones)), ("area", figure(&area))],
                    );
                }
            }
        }
    },
};

/// The role that a zone of a kind belongs to, where there is but one.
const fn role_of(kind: ZoneKind) -> Option<FacilityRole> {
    match kind {
        ZoneKind::OfflineDisplay | ZoneKind::TastingExperience | ZoneKind::SalesMatching => {
            Some(FacilityRole::DisplayExperience)
        }
        ZoneKind::Sorting | ZoneKind::ColdChainStorage | ZoneKind::Dispatch => Some(FacilityRole::Logistics),
        ZoneKind::Training | ZoneKind::Incubation => Some(FacilityRole::TrainingIncubation),
        _ => None,
    }
}

/// The area dedicated to a role, with its place; all of it must be known.
fn dedicated(found: &mut Found<'_>, row: Row, facility: &Facility, role: FacilityRole) -> Option<(usize, Exact)> {
    let mut first = None;
    let mut sum = Exact::zero();
    for (index, held) in facility.roles.iter() {
        let this = found.value(&held.role, || row.at(&format!("roles/{index}/role")));
        if this.is_none_or(|this| *this == role) {
            let area = found.value(&held.area, || row.at(&format!("roles/{index}/area")))?;
            sum = sum.plus(&Exact::decimal(area.value.number()));
            first = first.or(this.map(|_| index));
        }
    }
    (facility.roles.refused() == 0).then_some((first?, sum))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(rest: &str) -> Vec<String> {
        let zones = r#"[{"kind": "offline_display", "area": 150}, {"kind": "sales_matching", "area": 50}, {"kind": "office", "area": 99}]"#;
        found(&RULE, &format!(r#"{{"facilities": {{"items": [{{"zones": {zones}, {rest}}}]}}}}"#))
    }

    #[test]
    fn only_zones_of_the_role_are_held_against_it() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/facilities/items/0/roles/0/area role=display_experience zones=230 area=200"]
        );
        let roles = r#""roles": [{"role": "logistics", "area": 1}, {"role": "display_experience", "area": 199.99}]"#;
        assert_eq!(of(roles), ["/facilities/items/0/roles/1/area role=display_experience zones=200 area=199.99"]);
    }

    #[test]
    fn zones_that_fill_the_role_and_roles_of_unknown_area_are_clean() {
        assert_eq!(of(r#""roles": [{"role": "display_experience", "area": 200}]"#), [""; 0]);
        assert_eq!(
            of(r#""roles": [{"role": "display_experience", "area": 120}, {"role": "display_experience", "area": 80}]"#),
            [""; 0]
        );
        assert_eq!(
            of(r#""roles": [{"role": "display_experience", "area": 120}, {"role": "display_experience"}]"#),
            [""; 0]
        );
        assert_eq!(of(r#""roles": [{"role": "display_experience", "area": 120}, {"role": "?", "area": 80}]"#), [""; 0]);
        assert_eq!(of(r#""roles": [{"role": "logistics", "area": 1}]"#), [""; 0]);
    }

    #[test]
    fn zones_larger_than_the_whole_facility_are_told_elsewhere() {
        assert_eq!(of(r#""floor_area": 298, "roles": [{"role": "display_experience", "area": 120}]"#), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"facilities": {"items": [{"zones": [{"kind": "office", "area": "x"}]}]}}"#),
            ["faulty /facilities/items/0/zones/0/area"]
        );
    }
}
