//! A boundary that leaves the county.

use crate::finding::{Severity, Spec};
use crate::model::Position;
use crate::validate::Rule;
use crate::validate::land::site;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-24", "七(三)"],
        summary: Label::new("建设范围的边界超出县域", "the boundary of the site leaves the county"),
        message: Label::new(
            "坐标 {position} 在县域的经纬度范围之外；共有 {count} 个这样的点",
            "the position {position} lies outside the bounds of the county; {count} such positions in all",
        ),
        help: Label::new(
            "核对边界坐标和县域范围 county_bounds",
            "check the coordinates and the bounds of the county, county_bounds",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "county_bounds": {"type": "Polygon", "coordinates": [[[111.5, 34.98], [112.17, 34.98], [112.17, 35.52], [111.5, 35.52], [111.5, 34.98]]]}, "site": {"boundary": {"type": "Polygon", "coordinates": [[[111.66, 35.29], [112.68, 35.29], [111.68, 35.3], [111.66, 35.3], [111.66, 35.29]]]}}}}"#,
        ..Spec::new("site.polygon-outside-county", Severity::Error)
    },
    check: |context, found| {
        let Some(site) = site(context, found) else { return };
        let Some(boundary) = found.value(&site.boundary, || "/town/site/boundary".to_owned()) else { return };
        let town = context.dossier.town.known();
        let county = town.and_then(|town| found.value(&town.county_bounds, || "/town/county_bounds".to_owned()));
        let Some(((west, south), (east, north))) = county.and_then(|county| county.bounds()) else { return };
        let within = |(x, y): &Position| *x >= west && *x <= east && *y >= south && *y <= north;
        let mut outside = boundary.polygons.iter().flatten().flatten().filter(|position| !within(position));
        let Some((longitude, latitude)) = outside.next() else { return };
        let count = outside.count().saturating_add(1);
        let position = format!("{longitude}, {latitude}");
        found.at("/town/site/boundary", vec![("position", position.into()), ("count", count.into())]);
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(ring: &str) -> Vec<String> {
        let polygon = |ring: &str| format!(r#"{{"type": "Polygon", "coordinates": [{ring}]}}"#);
        let (county, boundary) = (polygon("[[10, 10], [20, 10], [20, 20], [10, 10]]"), polygon(ring));
        found(&RULE, &format!(r#"{{"town": {{"county_bounds": {county}, "site": {{"boundary": {boundary}}}}}}}"#))
    }

    #[test]
    fn positions_beyond_the_least_and_greatest_of_the_county_are_counted() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/site/boundary position=112.68, 35.29 count=1"]);
        assert_eq!(
            of("[[10, 10], [20.001, 10], [20, 20.001], [10, 10]]"),
            ["/town/site/boundary position=20.001, 10 count=2"]
        );
    }

    #[test]
    fn the_edge_of_the_county_and_a_county_without_bounds_are_clean() {
        assert_eq!(of("[[10, 10], [20, 10], [20, 20], [10, 20], [10, 10]]"), [""; 0]);
        let dossier = r#"{"town": {"site": {"boundary": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn bounds_that_cannot_be_read_are_noted() {
        let dossier = r#"{"town": {"county_bounds": 5, "site": {"boundary": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}}}"#;
        assert_eq!(skipped(&RULE, dossier), ["faulty /town/county_bounds"]);
    }

    #[test]
    fn each_of_the_four_sides_is_held() {
        assert_eq!(of("[[9, 10], [20, 10], [20, 20], [9, 10]]"), ["/town/site/boundary position=9, 10 count=2"]);
        assert_eq!(of("[[10, 9], [20, 10], [20, 20], [10, 9]]"), ["/town/site/boundary position=10, 9 count=2"]);
        assert_eq!(of("[[10, 10], [21, 10], [20, 20], [10, 10]]"), ["/town/site/boundary position=21, 10 count=1"]);
        assert_eq!(of("[[10, 10], [20, 10], [20, 21], [10, 10]]"), ["/town/site/boundary position=20, 21 count=1"]);
    }
}
