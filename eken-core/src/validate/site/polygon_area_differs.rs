//! A boundary that encloses another area than the one stated.

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::land::site;
use crate::validate::land::{TOLERANCE, agree, is_slip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-24"],
        summary: Label::new(
            "边界多边形的面积与填报的占地面积不符",
            "the boundary encloses another area than the one stated",
        ),
        message: Label::new(
            "边界多边形约 {polygon} 平方米，填报占地面积 {stated} 平方米，相差超过 {tolerance}%",
            "the polygon encloses about {polygon} m², {stated} m² are stated: more than {tolerance} % apart",
        ),
        help: Label::new(
            "核对边界坐标和占地面积；面积按 CGCS2000 椭球计算",
            "check the coordinates and the area; it is computed on the ellipsoid of CGCS2000",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "site": {"area": 2400000, "boundary": {"type": "Polygon", "coordinates": [[[111.6588, 35.2876], [111.6808, 35.2876], [111.6808, 35.302], [111.6588, 35.302], [111.6588, 35.2876]]]}}}}"#,
        ..Spec::new("site.polygon-area-differs", Severity::Warning)
    },
    check: |context, found| {
        let Some(site) = site(context, found) else { return };
        let boundary = found.value(&site.boundary, || "/town/site/boundary".to_owned());
        let stated = found.value(&site.area, || "/town/site/area".to_owned());
        let (Some(boundary), Some(stated)) = (boundary, stated) else { return };
        // a ring that crosses itself has a finding of its own, and no area
        let Some(polygon) = boundary.area() else { return };
        let stated = Exact::decimal(stated.value.number());
        if !agree(&polygon, &stated) && !is_slip(&stated, &polygon) {
            let shown = polygon.rounded(0).map_or_else(|| figure(&polygon), |area| figure(&Exact::decimal(area)));
            found.at(
                "/town/site/boundary",
                vec![("polygon", shown), ("stated", figure(&stated)), ("tolerance", figure(&Exact::whole(TOLERANCE)))],
            );
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    /// 3 197 017.97 m².
    fn of(area: &str) -> Vec<String> {
        let ring =
            "[111.6588, 35.2876], [111.6808, 35.2876], [111.6808, 35.302], [111.6588, 35.302], [111.6588, 35.2876]";
        let boundary = format!(r#"{{"type": "Polygon", "coordinates": [[{ring}]]}}"#);
        found(&RULE, &format!(r#"{{"town": {{"site": {{"area": {area}, "boundary": {boundary}}}}}}}"#))
    }

    #[test]
    fn more_than_five_percent_of_the_stated_area_is_found() {
        let shown = "/town/site/boundary polygon=3197018 stated";
        assert_eq!(found(&RULE, RULE.spec.example), [format!("{shown}=2400000 tolerance=5")]);
        assert_eq!(of("3365283"), [format!("{shown}=3365283 tolerance=5")]);
        assert_eq!(of("3044779"), [format!("{shown}=3044779 tolerance=5")]);
        assert_eq!(of("0"), [format!("{shown}=0 tolerance=5")]);
    }

    #[test]
    fn five_percent_and_less_are_clean_and_a_slip_of_the_unit_is_told_elsewhere() {
        assert_eq!([of("3365282"), of("3197018"), of("3044780")].concat(), [""; 0]);
        assert_eq!([of("320"), of("4800"), of("3.2"), of("320000000"), of("4800000000")].concat(), [""; 0]);
    }

    #[test]
    fn what_crosses_itself_or_is_faulty_has_no_area() {
        let dossier = r#"{"town": {"site": {"area": 1, "boundary": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}}}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        let dossier = r#"{"town": {"site": {"area": "x", "boundary": {"type": "Point", "coordinates": [1, 2]}}}}"#;
        assert_eq!(skipped(&RULE, dossier), ["faulty /town/site/boundary", "faulty /town/site/area"]);
    }
}
