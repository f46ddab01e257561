//! One place that two facilities claim for the same role.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::model::{Facility, FacilityRole};
use crate::validate::place::{Row, rows};
use crate::validate::plain::plain;
use crate::validate::twice::may_have_ended;
use crate::validate::{Found, Rule};
use crate::words::Label;

/// Role, place and name.
type Key = (FacilityRole, String, Option<String>);

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "附件2-15", "附件2-16", "附件2-17"],
        summary: Label::new("同一处房屋以同一功能报了两次", "one place is filed twice for the same role"),
        message: Label::new(
            "与 {first} 同在一处、同名，功能都是 {role}，可能是同一设施",
            "{first} is in the same place, has the same name and the role {role} as well: it may be the same facility",
        ),
        help: Label::new(
            "重复填报的删去一条；确为两处的，名称写明区别，或在 overlaps 中写明重叠面积",
            "drop the record if it was filed twice; tell two facilities apart by their names, or state in overlaps what they share",
        ),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "building": "电商园1号楼", "roles": [{"role": "logistics"}]}, {"id": "F2", "building": "电商园 1号楼", "roles": [{"role": "logistics"}]}]}}"#,
        ..Spec::new("facility.building-twice", Severity::Warning)
    },
    check: |context, found| {
        let mut seen: BTreeMap<Key, (Row, &Facility)> = BTreeMap::new();
        for (row, facility) in rows("facilities", &context.dossier.facilities) {
            let name = found.value(&facility.name, || row.at("name")).map(|name| plain(name.as_str()));
            let Some((field, place)) = place(found, row, facility) else { continue };
            // one that has closed may have given its place to another
            if may_have_ended(&facility.closed) || (name.is_none() && facility.name.is_stated()) {
                continue;
            }
            for (index, held) in facility.roles.iter() {
                let pointer = || row.at(&format!("roles/{index}/role"));
                let Some(role) = found.value(&held.role, pointer).copied() else { continue };
                // rooms of these kinds may stand side by side without names
                let many = matches!(role, FacilityRole::MainLiveRoom | FacilityRole::Other);
                if many && name.is_none() {
                    continue;
                }
                match seen.get(&(role, place.clone(), name.clone())) {
                    None => {
                        seen.insert((role, place.clone(), name.clone()), (row, facility));
                    }
                    Some((first, other)) if *first != row && !related(facility, other) => {
                        found.at(row.at(field), vec![("first", first.pointer().into()), ("role", role.code().into())]);
                        break;
                    }
                    Some(_) => {}
                }
            }
        }
    },
};

/// The building, or else the address, as it is compared, and the field it stands in.
fn place(found: &mut Found<'_>, row: Row, facility: &Facility) -> Option<(&'static str, String)> {
    let building = found.value(&facility.building, || row.at("building"));
    let (field, place) = match building {
        Some(building) => ("building", building),
        None if facility.building.is_stated() => return None,
        None => ("address", found.value(&facility.address, || row.at("address"))?),
    };
    Some((field, plain(place.as_str())))
}

/// Whether one of two facilities says how it lies to the other: inside it, assigned to it, or with an overlap.
fn related(one: &Facility, other: &Facility) -> bool {
    let says = |here: &Facility, there: &Facility| {
        let id = there.id.known().map(|id| id.as_str());
        let leads = [&here.inside, &here.assigned_to];
        id.is_some()
            && (leads.iter().any(|to| to.known().map(|to| to.as_str()) == id)
                || here.overlaps.iter().any(|(_, overlap)| overlap.with.known().map(|with| with.as_str()) == id))
    };
    says(one, other) || says(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn one_place_for_one_role_in_two_records_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/facilities/items/1/building first=/facilities/items/0 role=logistics"]
        );
        let dossier = r#"{"facilities": {"items": [{"address": "甲路1号", "name": "中心", "roles": [{"role": "other"}, {"role": "main_live_room"}]},
            {"address": "甲路１号", "name": "中心", "roles": [{"role": "main_live_room"}, {"role": "other"}]}]}}"#;
        assert_eq!(
            found(&RULE, dossier),
            ["/facilities/items/1/address first=/facilities/items/0 role=main_live_room"]
        );
    }

    #[test]
    fn other_names_roles_and_places_and_what_has_closed_are_clean() {
        let dossier = r#"{"facilities": {"items": [{"building": "甲", "name": "一", "roles": [{"role": "logistics"}]},
            {"building": "甲", "name": "二", "roles": [{"role": "logistics"}]}, {"building": "甲", "name": "一", "roles": [{"role": "other"}]},
            {"building": "乙", "name": "一", "roles": [{"role": "logistics"}]}, {"name": "一", "roles": [{"role": "logistics"}]},
            {"building": "甲", "name": "一", "roles": [{"role": "logistics"}], "closed": "2022"},
            {"building": "丙", "roles": [{"role": "main_live_room"}]}, {"building": "丙", "roles": [{"role": "main_live_room"}]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn facilities_that_say_how_they_lie_to_each_other_are_clean() {
        for related in [r#""inside": "F1""#, r#""assigned_to": "F1""#, r#""overlaps": [{"with": "F1", "area": 5}]"#] {
            let dossier = format!(
                r#"{{"facilities": {{"items": [{{"id": "F1", "building": "甲", "roles": [{{"role": "logistics"}}]}},
                {{"id": "F2", "building": "甲", "roles": [{{"role": "logistics"}}], {related}}}]}}}}"#
            );
            assert_eq!(found(&RULE, &dossier), [""; 0], "{related}");
        }
        assert_eq!(
            skipped(&RULE, r#"{"facilities": {"items": [{"building": 5}]}}"#),
            ["faulty /facilities/items/0/building"]
        );
    }

    #[test]
    fn one_facility_that_lists_a_role_twice_is_no_second_one() {
        let role = r#"{"role": "logistics"}"#;
        let dossier =
            format!(r#"{{"facilities": {{"items": [{{"id": "F1", "building": "甲", "roles": [{role}, {role}]}}]}}}}"#);
        assert_eq!(found(&RULE, &dossier), [""; 0]);
    }
}
