//! A boundary of several parts, or with a hole.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::land::site;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-24"],
        summary: Label::new("边界多边形不是单独一圈", "the boundary is not one ring"),
        message: Label::new(
            "边界由 {parts} 块组成；边界中有 {holes} 个洞；建设范围应连片，边界应为一圈",
            "the boundary has {parts} parts; the boundary has {holes} holes; a contiguous site has a boundary of one ring",
        ),
        help: Label::new(
            "只保留建设范围的外边界；确实不连片的，说明理由",
            "keep the outer boundary of the site; where it is truly in parts, say why",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "site": {"boundary": {"type": "MultiPolygon", "coordinates": [[[[111.66, 35.29], [111.68, 35.29], [111.68, 35.3], [111.66, 35.3], [111.66, 35.29]], [[111.665, 35.292], [111.67, 35.292], [111.67, 35.295], [111.665, 35.292]]], [[[111.7, 35.3], [111.71, 35.3], [111.71, 35.31], [111.7, 35.3]]]]}}}}"#,
        ..Spec::new("site.polygon-not-one-ring", Severity::Warning)
    },
    check: |context, found| {
        let Some(site) = site(context, found) else { return };
        let Some(boundary) = found.value(&site.boundary, || "/town/site/boundary".to_owned()) else { return };
        let parts = boundary.polygons.len();
        let holes: usize = boundary.polygons.iter().map(|rings| rings.len().saturating_sub(1)).sum();
        let mut params = Vec::new();
        if parts > 1 {
            params.push(("parts", parts.into()));
        }
        if holes > 0 {
            params.push(("holes", holes.into()));
        }
        if !params.is_empty() {
            found.at("/town/site/boundary", params);
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(kind: &str, coordinates: &str) -> Vec<String> {
        let boundary = format!(r#"{{"type": "{kind}", "coordinates": {coordinates}}}"#);
        found(&RULE, &format!(r#"{{"town": {{"site": {{"boundary": {boundary}}}}}}}"#))
    }

    const RING: &str = "[[111.66, 35.29], [111.68, 35.29], [111.68, 35.3], [111.66, 35.29]]";

    #[test]
    fn parts_and_holes_are_counted() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/site/boundary parts=2 holes=1"]);
        assert_eq!(of("Polygon", &format!("[{RING}, {RING}]")), ["/town/site/boundary holes=1"]);
        assert_eq!(of("MultiPolygon", &format!("[[{RING}], [{RING}]]")), ["/town/site/boundary parts=2"]);
    }

    #[test]
    fn one_ring_is_clean_however_it_is_written() {
        assert_eq!(of("Polygon", &format!("[{RING}]")), [""; 0]);
        assert_eq!(of("MultiPolygon", &format!("[[{RING}]]")), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"town": {"site": {"boundary": {"type": "Point", "coordinates": [1, 2]}}}}"#),
            ["faulty /town/site/boundary"]
        );
    }
}
