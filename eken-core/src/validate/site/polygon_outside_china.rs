//! A boundary that does not lie in China.

use crate::finding::{Severity, Spec};
use crate::model::{Geometry, Position};
use crate::validate::Rule;
use crate::validate::land::site;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["RFC 7946", "附件2-24"],
        summary: Label::new("边界坐标不在中国境内", "the boundary does not lie in China"),
        message: Label::new(
            "坐标 {position} 不在中国的经纬度范围内；像是先写了纬度，应为 {swapped}",
            "the position {position} lies outside China; latitude seems to stand first, {swapped} may be meant",
        ),
        help: Label::new(
            "坐标写成十进制的度，先经度后纬度，如 111.66, 35.29",
            "write degrees as decimals, longitude first, such as 111.66, 35.29",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "site": {"boundary": {"type": "Polygon", "coordinates": [[[35.29, 80.66], [35.29, 80.68], [35.3, 80.68], [35.29, 80.66]]]}}}}"#,
        ..Spec::new("site.polygon-outside-china", Severity::Error)
    },
    check: |context, found| {
        let Some(site) = site(context, found) else { return };
        let Some(boundary) = found.value(&site.boundary, || "/town/site/boundary".to_owned()) else { return };
        let positions = || boundary.polygons.iter().flatten().flatten().copied();
        let Some(outside) = positions().find(|position| !Geometry::is_in_china(*position)) else { return };
        let shown = |(first, second): Position| format!("{first}, {second}");
        let swap = |(longitude, latitude): Position| (latitude, longitude);
        let mut params = vec![("position", shown(outside).into())];
        if positions().all(|position| Geometry::is_in_china(swap(position))) {
            params.push(("swapped", shown(swap(outside)).into()));
        }
        found.at("/town/site/boundary", params);
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
    fn latitude_first_and_a_lost_digit_are_found() {
        let swapped = "/town/site/boundary position=35.29, 80.66 swapped=80.66, 35.29";
        assert_eq!(found(&RULE, RULE.spec.example), [swapped]);
        assert_eq!(
            of("[[111.6, 35.2], [11.7, 35.2], [111.7, 35.3], [111.6, 35.2]]"),
            ["/town/site/boundary position=11.7, 35.2"]
        );
    }

    #[test]
    fn places_in_china_are_clean() {
        assert_eq!(of("[[111.6, 35.2], [111.7, 35.2], [111.7, 35.3], [111.6, 35.2]]"), [""; 0]);
        assert_eq!(of("[[73, 3], [136, 3], [136, 54], [73, 3]]"), [""; 0]);
        assert_eq!(of("[[73, 3], [136, 3], [136.000001, 54], [73, 3]]").len(), 1);
    }
}
