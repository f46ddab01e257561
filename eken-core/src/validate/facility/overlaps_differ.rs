//! Two facilities that state different overlaps with each other.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::quantity::{Area, Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-15"],
        summary: Label::new(
            "两处设施各自填报的重叠面积不同",
            "two facilities state different overlaps with each other",
        ),
        message: Label::new(
            "填报重叠 {here} 平方米，对方 {first} 填报 {there} 平方米",
            "{here} m² are stated here, {there} m² at {first}",
        ),
        help: Label::new("核对后填成一致，或只在一处填报", "state the same at both, or at one of them only"),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "overlaps": [{"with": "F2", "area": 268}]}, {"id": "F2", "overlaps": [{"with": "F1", "area": 200}]}]}}"#,
        ..Spec::new("facility.overlaps-differ", Severity::Warning)
    },
    check: |context, found| {
        let mut seen = BTreeMap::new();
        for (row, facility) in rows("facilities", &context.dossier.facilities) {
            let Some(id) = facility.id.known() else { continue };
            for (index, overlap) in facility.overlaps.iter() {
                let pointer = row.at(&format!("overlaps/{index}/area"));
                let Some(area) = found.value(&overlap.area, || pointer.clone()) else { continue };
                let Some(with) = overlap.with.known() else { continue };
                if let Some((first, there)) = seen.get(&(with.as_str(), id.as_str()))
                    && *there != area.value
                {
                    let shown = |area: Area| figure(&Exact::decimal(area.number()));
                    let first: &String = first;
                    let params =
                        vec![("here", shown(area.value)), ("there", shown(*there)), ("first", first.as_str().into())];
                    found.at(pointer, params);
                    continue;
                }
                seen.entry((id.as_str(), with.as_str())).or_insert((pointer, area.value));
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_later_statement_names_the_first() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/facilities/items/1/overlaps/0/area here=200 there=268 first=/facilities/items/0/overlaps/0/area"]
        );
    }

    #[test]
    fn the_same_overlap_and_one_stated_once_are_clean() {
        let dossier = r#"{"facilities": {"items": [{"id": "F1", "overlaps": [{"with": "F2", "area": 268}, {"with": "F3", "area": 5}]},
            {"id": "F2", "overlaps": [{"with": "F1", "area": 268.0}]}, {"id": "F3"}, {"overlaps": [{"with": "F1", "area": 9}]},
            {"id": "F4", "overlaps": [{"area": 7}]}, {"id": "F5", "overlaps": [{"area": 8}]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        let faulty = r#"{"facilities": {"items": [{"id": "F1", "overlaps": [{"area": "x"}]}]}}"#;
        assert_eq!(skipped(&RULE, faulty), ["faulty /facilities/items/0/overlaps/0/area"]);
    }
}
