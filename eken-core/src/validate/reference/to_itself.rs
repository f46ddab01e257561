//! A record that refers to itself.

use crate::finding::{Severity, Spec};
use crate::model::kind::{Id, Maybe, Ref, Target};
use crate::validate::place::rows;
use crate::validate::{Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-15", "五(四)1"],
        summary: Label::new("记录引用了自己", "a record refers to itself"),
        message: Label::new("字段 {field} 指向本记录自己", "the field {field} leads to the record itself"),
        help: Label::new("更正编号，或删去这个字段", "correct the identifier or leave the field out"),
        example: r#"{"schema_version": 1, "brands": {"items": [{"id": "B1", "level": "boutique_own", "name": "例", "mother": "B1"}]}}"#,
        ..Spec::new("reference.to-itself", Severity::Error)
    },
    check: |context, found| {
        for (row, brand) in rows("brands", &context.dossier.brands) {
            same(found, &brand.id, &brand.mother, "mother", || row.at("mother"));
        }
        for (row, facility) in rows("facilities", &context.dossier.facilities) {
            same(found, &facility.id, &facility.inside, "inside", || row.at("inside"));
            same(found, &facility.id, &facility.assigned_to, "assigned_to", || row.at("assigned_to"));
            for (index, overlap) in facility.overlaps.iter() {
                same(found, &facility.id, &overlap.with, "with", || row.at(&format!("overlaps/{index}/with")));
            }
        }
    },
};

fn same<T: Target>(
    found: &mut Found<'_>,
    id: &Maybe<Id>,
    to: &Maybe<Ref<T>>,
    field: &'static str,
    pointer: impl Fn() -> String,
) {
    let to = found.value(to, &pointer);
    if to.is_some_and(|to| id.known().is_some_and(|id| id.as_str() == to.as_str())) {
        found.at(pointer(), vec![("field", field.into())]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_brand_is_not_its_own_mother_and_a_facility_not_inside_itself() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/brands/items/0/mother field=mother"]);
        let dossier = r#"{"facilities": {"items": [{"id": "F1", "inside": "F1", "assigned_to": "F1", "overlaps": [{"with": "F2"}, {"with": "F1"}]}]}}"#;
        assert_eq!(
            found(&RULE, dossier),
            [
                "/facilities/items/0/inside field=inside",
                "/facilities/items/0/assigned_to field=assigned_to",
                "/facilities/items/0/overlaps/1/with field=with",
            ]
        );
    }

    #[test]
    fn a_reference_to_another_record_is_clean() {
        let dossier = r#"{"brands": {"items": [{"id": "B1"}, {"id": "B2", "mother": "B1"}, {"mother": "B1"}]},
            "facilities": {"items": [{"id": "F1"}, {"id": "F2", "inside": "F1"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
