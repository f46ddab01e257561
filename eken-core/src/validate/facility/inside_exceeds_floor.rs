//! Facilities inside another that are larger than it together.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, Quantity};
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::validate::records::by_id;
use crate::validate::twice::may_have_ended;
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-15"],
        summary: Label::new("位于同一设施内的各设施合计大于该设施", "the facilities inside another are larger than it"),
        message: Label::new(
            "位于其内的 {count} 处设施扣除重叠后至少 {inside} 平方米，其总建筑面积只有 {floor} 平方米",
            "the {count} facilities inside it have {inside} m² at least, overlaps taken off; it has {floor} m² itself",
        ),
        help: Label::new(
            "核对各处面积和 inside；相互重叠的，在 overlaps 中写明",
            "check the areas and inside; state in overlaps what they share",
        ),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "floor_area": 300}, {"id": "F2", "floor_area": 200, "inside": "F1"}, {"id": "F3", "floor_area": 200, "inside": "F1", "overlaps": [{"with": "F2", "area": 50}]}]}}"#,
        ..Spec::new("facility.inside-exceeds-floor", Severity::Warning)
    },
    check: |context, found| {
        let facilities = by_id(&context.dossier.facilities, |facility| &facility.id);
        let mut within: BTreeMap<&str, Within> = BTreeMap::new();
        for (row, facility) in rows("facilities", &context.dossier.facilities) {
            let inside = found.value(&facility.inside, || row.at("inside"));
            let floor = found.value(&facility.floor_area, || row.at("floor_area"));
            // one that has closed may have given its place to another
            if let (Some(inside), Some(floor), false) = (inside, floor, may_have_ended(&facility.closed)) {
                let sum = within.entry(inside.as_str()).or_insert_with(Within::nothing);
                sum.area = sum.area.plus(&Exact::decimal(floor.value.number()));
                sum.count = sum.count.saturating_add(1);
            }
        }
        for ((one, other), area) in overlaps(context, found) {
            let around =
                |id: &str| facilities.get(id).and_then(|facility| facility.inside.known()).map(|id| id.as_str());
            if let Some(sum) = around(one).filter(|id| around(other) == Some(id)).and_then(|id| within.get_mut(id)) {
                sum.area = sum.area.minus(&area);
            }
        }
        for (row, facility) in rows("facilities", &context.dossier.facilities) {
            let Some(id) = facility.id.known().filter(|id| facilities.contains_key(id.as_str())) else { continue };
            let (Some(sum), Some(floor)) = (within.get(id.as_str()), facility.floor_area.known()) else { continue };
            let floor = Exact::decimal(floor.value.number());
            if sum.area > floor {
                let params =
                    vec![("count", sum.count.into()), ("inside", figure(&sum.area)), ("floor", figure(&floor))];
                found.at(row.at("floor_area"), params);
            }
        }
    },
};

/// The facilities inside one: how many, and how large together.
struct Within {
    count: usize,
    area: Exact,
}

impl Within {
    fn nothing() -> Self {
        Self { count: 0, area: Exact::zero() }
    }
}

/// What each two facilities share, the larger figure where they state two. Less the overlaps of each two, a sum of areas is
/// a lower bound of what they cover together.
fn overlaps<'a>(context: &Context<'a>, found: &mut Found<'_>) -> BTreeMap<(&'a str, &'a str), Exact> {
    let mut shared: BTreeMap<(&str, &str), Exact> = BTreeMap::new();
    for (row, facility) in rows("facilities", &context.dossier.facilities) {
        for (index, overlap) in facility.overlaps.iter() {
            let with = found.value(&overlap.with, || row.at(&format!("overlaps/{index}/with")));
            let area = found.value(&overlap.area, || row.at(&format!("overlaps/{index}/area")));
            let (Some(id), Some(with), Some(area)) = (facility.id.known(), with, area) else { continue };
            let (one, other) = (id.as_str().min(with.as_str()), id.as_str().max(with.as_str()));
            let area = Exact::decimal(area.value.number());
            let most = shared.entry((one, other)).or_insert_with(|| area.clone());
            *most = most.clone().max(area);
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn facilities_inside_are_added_up_and_overlaps_taken_off() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/facilities/items/0/floor_area count=2 inside=350 floor=300"]);
        let dossier = r#"{"facilities": {"items": [{"id": "F1", "floor_area": 100}, {"id": "F2", "floor_area": 100.01, "inside": "F1"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/facilities/items/0/floor_area count=1 inside=100.01 floor=100"]);
    }

    #[test]
    fn what_fills_the_facility_and_what_has_closed_is_clean() {
        let dossier = r#"{"facilities": {"items": [{"id": "F1", "floor_area": 300}, {"id": "F2", "floor_area": 200, "inside": "F1",
            "overlaps": [{"with": "F3", "area": 90}]}, {"id": "F3", "floor_area": 200, "inside": "F1", "overlaps": [{"with": "F2", "area": 100}]},
            {"id": "F4", "floor_area": 200, "inside": "F1", "closed": "2022"}, {"id": "F5", "inside": "F1"}, {"id": "F6", "floor_area": 900, "inside": "F9"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn an_identifier_that_stands_twice_and_faulty_fields_are_left_alone() {
        let dossier = r#"{"facilities": {"items": [{"id": "F1", "floor_area": 3}, {"id": "F1", "floor_area": 9}, {"id": "F2", "floor_area": 5, "inside": "F1"},
            {"id": "F3", "floor_area": "x", "inside": 5}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, dossier),
            ["faulty /facilities/items/3/inside", "faulty /facilities/items/3/floor_area"]
        );
    }
}
