//! A ring of the boundary whose last position is not its first.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::land::site;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["RFC 7946"],
        summary: Label::new("边界的环没有闭合", "a ring of the boundary is not closed"),
        message: Label::new("首尾两点不同，环没有闭合", "its first and last positions differ"),
        help: Label::new("把第一个点原样写在最后", "repeat the first position at the end"),
        example: r#"{"schema_version": 1, "town": {"name": "例", "site": {"boundary": {"type": "Polygon", "coordinates": [[[111.66, 35.29], [111.68, 35.29], [111.68, 35.3], [111.66, 35.3]]]}}}}"#,
        ..Spec::new("site.polygon-not-closed", Severity::Error)
    },
    check: |context, found| {
        let Some(site) = site(context, found) else { return };
        let Some(boundary) = found.value(&site.boundary, || "/town/site/boundary".to_owned()) else { return };
        for (pointer, ring) in boundary.rings() {
            if ring.first() != ring.last() {
                found.at(format!("/town/site/boundary/{pointer}"), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn an_open_ring_is_found_where_it_stands() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/site/boundary/coordinates/0"]);
        let dossier = r#"{"town": {"site": {"boundary": {"type": "MultiPolygon", "coordinates": [
            [[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[2, 0], [3, 0], [3, 1], [2, 1]]]]}}}}"#;
        assert_eq!(found(&RULE, dossier), ["/town/site/boundary/coordinates/1/0"]);
    }

    #[test]
    fn a_position_written_with_other_zeros_closes_the_ring() {
        let dossier = r#"{"town": {"site": {"boundary": {"type": "Polygon", "coordinates": [[[0, 0], [1.50, 0], [1, 1], [0.0, 0]]]}}}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(found(&RULE, r#"{"town": {"name": "例"}}"#), [""; 0]);
    }
}
