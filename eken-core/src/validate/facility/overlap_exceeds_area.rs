//! An overlap that is larger than one of the two facilities.

use crate::finding::{Severity, Spec};
use crate::json::may_be_shown;
use crate::quantity::{Area, Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::validate::records::by_id;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-15"],
        summary: Label::new("重叠面积大于其中一处设施", "an overlap is larger than one of the two facilities"),
        message: Label::new(
            "重叠面积 {overlap} 平方米，超过 {facility} 的总建筑面积 {floor} 平方米",
            "the overlap has {overlap} m², {facility} has {floor} m² in all",
        ),
        help: Label::new("核对重叠面积及其单位（平方米）", "check the overlap and its unit (m²)"),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "floor_area": 1000, "overlaps": [{"with": "F2", "area": 300}]}, {"id": "F2", "floor_area": 268}]}}"#,
        ..Spec::new("facility.overlap-exceeds-area", Severity::Error)
    },
    check: |context, found| {
        let facilities = by_id(&context.dossier.facilities, |facility| &facility.id);
        for (row, facility) in rows("facilities", &context.dossier.facilities) {
            for (index, overlap) in facility.overlaps.iter() {
                let pointer = || row.at(&format!("overlaps/{index}/area"));
                let Some(area) = found.value(&overlap.area, pointer) else { continue };
                let other = overlap.with.known().and_then(|with| facilities.get(with.as_str()).copied());
                let smaller = [Some(facility), other].into_iter().flatten().find_map(|facility| {
                    let floor = facility.floor_area.known()?.value;
                    (area.value > floor).then_some((facility, floor))
                });
                if let Some((smaller, floor)) = smaller {
                    let shown = |area: Area| figure(&Exact::decimal(area.number()));
                    let id = smaller.id.known().map(|id| id.as_str()).filter(|id| may_be_shown(id));
                    let mut params = vec![("overlap", shown(area.value)), ("floor", shown(floor))];
                    params.push(("facility", id.unwrap_or("…").into()));
                    found.at(pointer(), params);
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn an_overlap_larger_than_either_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/facilities/items/0/overlaps/0/area overlap=300 floor=268 facility=F2"]
        );
        let dossier =
            r#"{"facilities": {"items": [{"id": "甲", "floor_area": 5, "overlaps": [{"with": "F9", "area": 5.01}]}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/facilities/items/0/overlaps/0/area overlap=5.01 floor=5 facility=…"]);
    }

    #[test]
    fn a_facility_may_lie_wholly_in_another() {
        let dossier = r#"{"facilities": {"items": [{"id": "F1", "floor_area": 1000, "overlaps": [{"with": "F2", "area": 268}, {"with": "F3", "area": 900}]},
            {"id": "F2", "floor_area": 268}, {"id": "F3"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        let faulty = r#"{"facilities": {"items": [{"floor_area": 1, "overlaps": [{"area": "x"}]}]}}"#;
        assert_eq!(skipped(&RULE, faulty), ["faulty /facilities/items/0/overlaps/0/area"]);
    }
}
