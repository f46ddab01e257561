//! An area of the site that was written in another unit than square metres.

use crate::finding::{Severity, Spec};
use crate::json::Param;
use crate::model::Geometry;
use crate::quantity::{Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::land::site;
use crate::validate::land::{UNITS, read_in, reduced_to_agree, unit_that_agrees};
use crate::words::Label;

/// An area of the site: its field, the size in m² below which it is doubted, and what a reading in another unit must give to be
/// proposed. A hectare of land holds one block of houses; what is built over, and the floors of all buildings, begin with
/// one building.
const AREAS: [(&str, i128, (i128, i128)); 4] = [
    ("area", 10_000, (100_000, 10_000_000)),
    ("core_area", 10_000, (100_000, 10_000_000)),
    ("built_area", 1_000, (10_000, 10_000_000)),
    ("floor_area", 500, (10_000, 5_000_000)),
];

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-24", "七(三)"],
        summary: Label::new("面积像是用了别的单位", "an area of the site looks as if it were in another unit"),
        message: Label::new(
            "{area} 平方米不像是建设范围的面积；边界多边形约 {polygon} 平方米；按亩读为 {mu} 平方米；按公顷（万平方米）读为 {hectare} 平方米；按平方公里读为 {square_kilometre} 平方米；像是把公顷或亩当成了平方公里，应为 {reduced} 平方米",
            "{area} m² is hardly an area of the site; the polygon has about {polygon} m²; read as mu it is {mu} m²; read as hectares it is {hectare} m²; read as square kilometres it is {square_kilometre} m²; hectares or mu may have been taken for square kilometres, which gives {reduced} m²",
        ),
        help: Label::new(
            "对照勘测报告核对单位；此处以平方米为单位，不会自动换算",
            "check the unit against the survey; the field is in m² and nothing is converted by itself",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "site": {"area": 320000000, "core_area": 150, "built_area": 3.2, "boundary": {"type": "Polygon", "coordinates": [[[111.6588, 35.2876], [111.6808, 35.2876], [111.6808, 35.302], [111.6588, 35.302], [111.6588, 35.2876]]]}}}}"#,
        ..Spec::new("site.area-unit-slip", Severity::Warning)
    },
    check: |context, found| {
        let Some(site) = site(context, found) else { return };
        let boundary = found.value(&site.boundary, || "/town/site/boundary".to_owned());
        let polygon = boundary.and_then(Geometry::area).filter(|area| !area.is_zero());
        let whole = site.area.known().map(|area| Exact::decimal(area.value.number()));
        let fields = [&site.area, &site.core_area, &site.built_area, &site.floor_area];
        for ((field, least, plausible), area) in AREAS.into_iter().zip(fields) {
            let pointer = || format!("/town/site/{field}");
            let Some(area) = found.value(area, pointer) else { continue };
            let area = Exact::decimal(area.value.number());
            let mut readings = match &polygon {
                Some(polygon) if field == "area" => against(&area, polygon),
                _ if area.is_zero() || area >= Exact::whole(least) => continue,
                // floors are given in ten thousands of square metres only
                _ if field == "floor_area" => by_size(&area, plausible, &["hectare"]),
                _ => by_size(&area, plausible, &["mu", "hectare", "square_kilometre"]),
            };
            // a part is no larger than the whole, unless that is in doubt itself
            if let Some(whole) = whole.as_ref().filter(|whole| **whole >= Exact::whole(least)) {
                readings.retain(|(_, part)| field == "area" || field == "floor_area" || part <= whole);
            }
            if !readings.is_empty() {
                let mut params = vec![("area", figure(&area))];
                if let Some(polygon) = polygon.as_ref().filter(|_| field == "area") {
                    params.push(("polygon", rounded(polygon)));
                }
                params.extend(readings.iter().map(|(unit, area)| (*unit, rounded(area))));
                found.at(pointer(), params);
            }
        }
    },
};

/// The unit that makes an area agree with the polygon.
fn against(area: &Exact, polygon: &Exact) -> Vec<(&'static str, Exact)> {
    let reduced = || reduced_to_agree(area, polygon).map(|reduced| ("reduced", reduced));
    unit_that_agrees(area, polygon).or_else(reduced).into_iter().collect()
}

/// The units that make an area plausible, of those in which it is given.
fn by_size(area: &Exact, (least, most): (i128, i128), units: &[&str]) -> Vec<(&'static str, Exact)> {
    let (least, most) = (Exact::whole(least), Exact::whole(most));
    let units = UNITS.into_iter().filter(|(name, ..)| units.contains(name));
    let readings = units.filter_map(|unit| Some((unit.0, read_in(area, unit)?)));
    readings.filter(|(_, area)| *area >= least && *area <= most).collect()
}

/// A proposed reading, to the square metre.
fn rounded(area: &Exact) -> Param {
    area.rounded(0).map_or_else(|| figure(area), |area| figure(&Exact::decimal(area)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    /// 3.197 km².
    const BOUNDARY: &str = r#"{"type": "Polygon", "coordinates": [[[111.6588, 35.2876], [111.6808, 35.2876], [111.6808, 35.302],
        [111.6588, 35.302], [111.6588, 35.2876]]]}"#;

    fn with_boundary(area: &str) -> Vec<String> {
        found(&RULE, &format!(r#"{{"town": {{"site": {{"area": {area}, "boundary": {BOUNDARY}}}}}}}"#))
    }

    fn without(field: &str, area: &str) -> Vec<String> {
        found(&RULE, &format!(r#"{{"town": {{"site": {{"{field}": {area}}}}}}}"#))
    }

    #[test]
    fn a_unit_that_fits_the_polygon_is_proposed() {
        let polygon = "polygon=3197018";
        assert_eq!(with_boundary("4800"), [format!("/town/site/area area=4800 {polygon} mu=3200000")]);
        assert_eq!(with_boundary("320"), [format!("/town/site/area area=320 {polygon} hectare=3200000")]);
        assert_eq!(with_boundary("3.2"), [format!("/town/site/area area=3.2 {polygon} square_kilometre=3200000")]);
        assert_eq!(with_boundary("320000000"), [format!("/town/site/area area=320000000 {polygon} reduced=3200000")]);
        assert_eq!(with_boundary("4800000000"), [format!("/town/site/area area=4800000000 {polygon} reduced=3200000")]);
    }

    #[test]
    fn an_area_that_fits_the_polygon_or_is_off_by_no_unit_is_clean() {
        assert_eq!([with_boundary("3200000"), with_boundary("1600000"), with_boundary("5100")].concat(), [""; 0]);
    }

    #[test]
    fn without_a_polygon_only_what_is_less_than_a_hectare_is_doubted() {
        assert_eq!(without("core_area", "1.5"), ["/town/site/core_area area=1.5 square_kilometre=1500000"]);
        assert_eq!(without("area", "9999.99"), ["/town/site/area area=9999.99 mu=6666660"]);
        assert_eq!([without("area", "10000"), without("area", "10000.01"), without("area", "0")].concat(), [""; 0]);
        assert_eq!(without("floor_area", "41.2"), ["/town/site/floor_area area=41.2 hectare=412000"]);
        assert_eq!(without("built_area", "150"), ["/town/site/built_area area=150 mu=100000 hectare=1500000"]);
        assert_eq!(without("built_area", "999.99").len(), 1);
        assert_eq!([without("built_area", "1000"), without("built_area", "1000.01")].concat(), [""; 0]);
        assert_eq!(without("floor_area", "499.99"), ["/town/site/floor_area area=499.99 hectare=4999900"]);
        assert_eq!([without("floor_area", "500"), without("floor_area", "500.01")].concat(), [""; 0]);
        // nothing plausible comes of it
        assert_eq!(without("area", "0.01"), [""; 0]);
    }

    #[test]
    fn a_part_is_not_read_as_larger_than_the_site() {
        let of =
            |part: &str| found(&RULE, &format!(r#"{{"town": {{"site": {{"area": 3200000, "built_area": {part}}}}}}}"#));
        assert_eq!(of("320"), ["/town/site/built_area area=320 mu=213333 hectare=3200000"]);
        assert_eq!(of("320.01"), ["/town/site/built_area area=320.01 mu=213340"]);
    }

    #[test]
    fn floors_may_come_to_more_than_the_site() {
        let of = |field: &str| found(&RULE, &format!(r#"{{"town": {{"site": {{"area": 320000, "{field}": 41.2}}}}}}"#));
        assert_eq!(of("floor_area"), ["/town/site/floor_area area=41.2 hectare=412000"]);
        // as hectares it would be larger than the site
        assert_eq!(of("built_area"), ["/town/site/built_area area=41.2 mu=27467"]);
    }

    #[test]
    fn a_reading_is_plausible_from_a_tenth_of_a_square_kilometre_to_ten() {
        let plausible = |area: &str| without("area", area).concat();
        assert!(!plausible("9.99").contains("hectare") && plausible("10").contains("hectare=100000"));
        assert!(plausible("1000").contains("hectare=10000000") && !plausible("1000.01").contains("hectare"));
    }
}
