//! A ring of the boundary that crosses or touches itself.

use crate::finding::{Severity, Spec};
use crate::model::Geometry;
use crate::validate::Rule;
use crate::validate::land::site;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-24", "RFC 7946"],
        summary: Label::new("边界自相交", "the boundary crosses itself"),
        message: Label::new(
            "第 {first} 条边与第 {second} 条边相交或重合，围不成一块地",
            "edges {first} and {second} meet, so that the ring encloses no one piece of land",
        ),
        help: Label::new(
            "核对这两条边的端点，点的次序可能颠倒或重复",
            "check the ends of both edges; positions may be out of order or written twice",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "site": {"boundary": {"type": "Polygon", "coordinates": [[[111.66, 35.29], [111.68, 35.3], [111.68, 35.29], [111.66, 35.3], [111.66, 35.29]]]}}}}"#,
        ..Spec::new("site.polygon-self-crossing", Severity::Error)
    },
    check: |context, found| {
        let Some(site) = site(context, found) else { return };
        let Some(boundary) = found.value(&site.boundary, || "/town/site/boundary".to_owned()) else { return };
        for (pointer, ring) in boundary.rings() {
            if let Some((first, second)) = Geometry::crossing(ring) {
                found.at(
                    format!("/town/site/boundary/{pointer}"),
                    vec![("first", first.saturating_add(1).into()), ("second", second.saturating_add(1).into())],
                );
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    fn of(ring: &str) -> Vec<String> {
        let boundary = format!(r#"{{"type": "Polygon", "coordinates": [{ring}]}}"#);
        found(&RULE, &format!(r#"{{"town": {{"site": {{"boundary": {boundary}}}}}}}"#))
    }

    #[test]
    fn edges_that_cross_and_a_boundary_that_runs_back_are_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/site/boundary/coordinates/0 first=1 second=3"]);
        assert_eq!(of("[[0, 0], [4, 0], [4, 4], [2, 0], [0, 0]]").len(), 1);
    }

    #[test]
    fn a_plain_boundary_is_clean_whichever_way_round_and_however_bent() {
        assert_eq!(of("[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]"), [""; 0]);
        assert_eq!(of("[[0, 0], [0, 4], [1, 4], [1, 1], [3, 1], [3, 4], [4, 4], [4, 0], [0, 0]]"), [""; 0]);
    }
}
