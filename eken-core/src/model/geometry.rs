//! A GeoJSON geometry (RFC 7946): polygon or several polygons, in exact degrees.

use rust_decimal::Decimal;
use schemars::{Schema, SchemaGenerator, json_schema};

use super::kind::{FieldKind, Leaf, Step, Value, Walker};
use super::support::define;
use super::{crossing, geodesy};
use crate::json::{Kind, NumberFault, Reader, Tree, decimal_of_token};
use crate::quantity::Exact;

/// A position: longitude and latitude in degrees, each exact.
pub type Position = (Decimal, Decimal);

/// A ring of positions.
pub type Ring = Vec<Position>;

/// A polygon or several: each is an outer ring and its holes.
#[derive(Clone, Debug, PartialEq)]
pub struct Geometry {
    /// Whether it was written as a `MultiPolygon`.
    pub multi: bool,
    /// The polygons; exactly one for a `Polygon`.
    pub polygons: Vec<Vec<Ring>>,
    /// Altitudes and other members are not kept in the rings; the whole is written back as it was read.
    written: Tree,
}

impl Geometry {
    /// Every ring with its pointer below the geometry, such as `coordinates/0`.
    pub fn rings(&self) -> impl Iterator<Item = (String, &Ring)> {
        self.polygons.iter().enumerate().flat_map(move |(polygon, rings)| {
            rings.iter().enumerate().map(move |(ring, positions)| {
                let pointer =
                    if self.multi { format!("coordinates/{polygon}/{ring}") } else { format!("coordinates/{ring}") };
                (pointer, positions)
            })
        })
    }

    /// The area in m² on the ellipsoid of CGCS2000: outer rings less their holes, edges straight in longitude and latitude.
    /// `None` where a ring crosses itself and encloses nothing certain.
    pub fn area(&self) -> Option<Exact> {
        if self.rings().any(|(_, ring)| Self::crossing(ring).is_some()) {
            return None;
        }
        let of = |rings: &Vec<Ring>| {
            let mut areas = rings.iter().map(|ring| geodesy::area(ring));
            let outer = areas.next().unwrap_or_else(Exact::zero);
            areas.fold(outer, |sum, hole| sum.minus(&hole))
        };
        Some(self.polygons.iter().fold(Exact::zero(), |sum, rings| sum.plus(&of(rings))))
    }

    /// Whether a position lies where China does: between 73° and 136° east, 3° and 54° north.
    pub fn is_in_china((longitude, latitude): Position) -> bool {
        let within = |number: Decimal, least: i64, most: i64| number >= least.into() && number <= most.into();
        within(longitude, 73, 136) && within(latitude, 3, 54)
    }

    /// The least and the greatest longitude and latitude: south-west and north-east corner.
    pub fn bounds(&self) -> Option<(Position, Position)> {
        let mut positions = self.polygons.iter().flatten().flatten().copied();
        let first = positions.next()?;
        Some(positions.fold((first, first), |((west, south), (east, north)), (x, y)| {
            ((west.min(x), south.min(y)), (east.max(x), north.max(y)))
        }))
    }

    /// The first two edges of a ring that cross or touch where they should not, by their place in the ring from 0.
    pub fn crossing(ring: &[Position]) -> Option<(usize, usize)> {
        crossing::crossing(ring)
    }
}

/// Digits of a degree after the point, at most.
const PLACES: u32 = 15;

/// Reads coordinates; remembers whether a number had more decimals than are held, which is no fault of structure.
#[derive(Default)]
struct Coordinates {
    too_long: bool,
    /// Whether latitude stands first, as it must not.
    swapped: bool,
}

impl Coordinates {
    fn number(&mut self, tree: &Tree) -> Option<Decimal> {
        let Tree::Number(token) = tree else { return None };
        match decimal_of_token(token, 5, PLACES, true) {
            Err(NumberFault::Digits) => {
                self.too_long = true;
                Some(Decimal::ZERO)
            }
            other => other.ok(),
        }
    }

    fn position(&mut self, tree: &Tree) -> Option<Position> {
        let Tree::Array(items) = tree else { return None };
        let numbers: Vec<Decimal> = items.iter().map(|item| self.number(item)).collect::<Option<_>>()?;
        let ([longitude, latitude] | [longitude, latitude, _]) = *numbers.as_slice() else { return None };
        let (longitude, latitude) = if self.swapped { (latitude, longitude) } else { (longitude, latitude) };
        let bound = |degrees: i64| Decimal::from(degrees);
        (longitude.abs() <= bound(180) && latitude.abs() <= bound(90)).then_some((longitude, latitude))
    }

    /// The first position as written, where exchanging longitude and latitude would bring all of them into China.
    fn swapped(kind: &str, coordinates: &Tree) -> Option<String> {
        let mut read = Self { swapped: true, ..Self::default() };
        let polygons = read.of(kind, coordinates)?;
        let (longitude, latitude) = *polygons.first()?.first()?.first()?;
        let all = polygons.iter().flatten().flatten().all(|position| Geometry::is_in_china(*position));
        all.then(|| format!("{latitude}, {longitude}"))
    }

    fn of(&mut self, kind: &str, coordinates: &Tree) -> Option<Vec<Vec<Ring>>> {
        match kind {
            "Polygon" => Some(vec![self.polygon(coordinates)?]),
            "MultiPolygon" => self.polygons(coordinates),
            _ => None,
        }
    }

    fn list<T>(tree: &Tree, least: usize, each: impl FnMut(&Tree) -> Option<T>) -> Option<Vec<T>> {
        match tree {
            Tree::Array(items) if items.len() >= least => items.iter().map(each).collect(),
            _ => None,
        }
    }

    fn polygon(&mut self, tree: &Tree) -> Option<Vec<Ring>> {
        Self::list(tree, 1, |ring| Self::list(ring, 4, |position| self.position(position)))
    }

    fn polygons(&mut self, tree: &Tree) -> Option<Vec<Vec<Ring>>> {
        Self::list(tree, 1, |polygon| self.polygon(polygon))
    }
}

impl Value for Geometry {
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let start = reader.value_start();
        if reader.kind() != Kind::Object {
            reader.mismatch("object");
            return None;
        }
        let written = reader.tree();
        let kind = match written.get("type") {
            Some(Tree::Text(kind)) => &**kind,
            _ => "",
        };
        let mut read = Coordinates::default();
        let polygons = written.get("coordinates").and_then(|coordinates| read.of(kind, coordinates));
        let multi = kind == "MultiPolygon";
        match polygons {
            Some(_) if read.too_long => {
                reader.fault("limit.digits", start, vec![("places", i64::from(PLACES).into())]);
                None
            }
            Some(polygons) => Some(Self { multi, polygons, written }),
            None => {
                let swapped =
                    written.get("coordinates").and_then(|coordinates| Coordinates::swapped(kind, coordinates));
                reader.fault(
                    "structure.geometry",
                    start,
                    swapped.map(|first| ("swapped", first.into())).into_iter().collect(),
                );
                None
            }
        }
    }

    fn tree(&self) -> Tree {
        self.written.clone()
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        define(generator, "Geometry", &mut |generator| {
            let number = |bound: u32| serde_json::json!({ "type": "number", "minimum": i64::from(bound).saturating_neg(), "maximum": bound });
            let tuple = |numbers: &[serde_json::Value]| {
                serde_json::json!({
                    "type": "array", "minItems": numbers.len(), "maxItems": numbers.len(), "prefixItems": numbers,
                })
            };
            let altitude =
                serde_json::json!({ "type": "number", "exclusiveMinimum": -100_000, "exclusiveMaximum": 100_000 });
            let position = serde_json::json!({
                "title": "坐标 · position",
                "description": "经度、纬度，可另加高程。 Longitude and latitude in degrees, then perhaps an altitude.",
                "oneOf": [tuple(&[number(180), number(90)]), tuple(&[number(180), number(90), altitude])],
            });
            generator.definitions_mut().insert("Position".into(), position);
            let position = serde_json::json!({ "$ref": "#/$defs/Position" });
            let ring = serde_json::json!({ "type": "array", "minItems": 4, "items": position });
            generator.definitions_mut().insert("Ring".into(), ring);
            let ring = serde_json::json!({ "$ref": "#/$defs/Ring" });
            let polygon =
                serde_json::json!({ "title": "坐标 · coordinates", "type": "array", "minItems": 1, "items": ring });
            json_schema!({
                "title": "边界多边形 · geometry",
                "description": "GeoJSON 多边形（RFC 7946），经纬度。 GeoJSON polygon or several (RFC 7946), in degrees.",
                "type": "object",
                "required": ["type", "coordinates"],
                "oneOf": [
                    { "properties": { "type": { "title": "类型 · type", "const": "Polygon" }, "coordinates": polygon.clone() } },
                    { "properties": {
                        "type": { "title": "类型 · type", "const": "MultiPolygon" },
                        "coordinates": {
                            "title": "坐标 · coordinates", "type": "array", "minItems": 1, "items": polygon,
                        },
                    } },
                ],
            })
        })
    }

    fn kind() -> FieldKind {
        FieldKind::Geometry
    }

    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
        walker.leaf(at, Leaf::Text(if self.multi { "MultiPolygon" } else { "Polygon" }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    fn read(text: &str) -> Option<Geometry> {
        let limits = Limits::default();
        Geometry::read(&mut Reader::new(text, &limits))
    }

    #[test]
    fn a_polygon_is_read_exactly_and_written_back() {
        let text = r#"{"type":"Polygon","coordinates":[[[111.65,35.30],[111.67,35.30],[111.67,35.31],[111.65,35.30]]],"crs":"x"}"#;
        let geometry = read(text).unwrap();
        assert_eq!(geometry.polygons[0][0][0].0.to_string(), "111.65");
        assert_eq!(geometry.tree().to_text(), text);
    }

    #[test]
    fn rings_area_and_bounds_are_those_of_all_its_parts() {
        let square = |west: u8, size: u8| {
            let (east, north) = (west + size, size);
            format!("[[{west},0],[{east},0],[{east},{north}],[{west},{north}],[{west},0]]")
        };
        let one = read(&format!(r#"{{"type":"Polygon","coordinates":[{},{}]}}"#, square(0, 2), square(0, 1))).unwrap();
        let two = read(&format!(r#"{{"type":"MultiPolygon","coordinates":[[{}],[{}]]}}"#, square(0, 1), square(3, 1)));
        let two = two.unwrap();
        let pointers = |geometry: &Geometry| geometry.rings().map(|(pointer, _)| pointer).collect::<Vec<_>>();
        assert_eq!(pointers(&one), ["coordinates/0", "coordinates/1"]);
        assert_eq!(pointers(&two), ["coordinates/0/0", "coordinates/1/0"]);
        let degree =
            read(&format!(r#"{{"type":"Polygon","coordinates":[{}]}}"#, square(9, 1))).unwrap().area().unwrap();
        assert_eq!(two.area(), Some(degree.plus(&degree)));
        assert_eq!(one.area().unwrap().plus(&degree), geodesy::area(&one.polygons[0][0]));
        let corner = |x: i64, y: i64| (Decimal::from(x), Decimal::from(y));
        assert_eq!(two.bounds(), Some((corner(0, 0), corner(4, 1))));
    }

    #[test]
    fn too_many_decimals_are_a_limit_and_never_hide_a_fault_of_structure() {
        let codes = |text: &str| {
            let limits = Limits::default();
            let mut reader = Reader::new(text, &limits);
            assert_eq!(Geometry::read(&mut reader), None, "{text}");
            reader.finish().0.iter().map(|fault| fault.code).collect::<Vec<_>>()
        };
        assert_eq!(codes(r#"{"type":"Polygon","coordinates":[[[1e-16,1],[2,1],[2,2],[1,1]]]}"#), ["limit.digits"]);
        assert_eq!(codes(r#"{"type":"Polygon","coordinates":[[[1e-16,1],[2,1],[2,2],[1]]]}"#), ["structure.geometry"]);
    }

    #[test]
    fn latitude_before_longitude_is_told() {
        let params = |text: &str| {
            let limits = Limits::default();
            let mut reader = Reader::new(text, &limits);
            assert_eq!(Geometry::read(&mut reader), None);
            let (faults, ..) = reader.finish();
            faults.iter().flat_map(|fault| fault.params.clone()).collect::<Vec<_>>()
        };
        let swapped =
            r#"{"type":"Polygon","coordinates":[[[35.30,111.65],[35.30,111.67],[35.31,111.67],[35.30,111.65]]]}"#;
        assert_eq!(params(swapped), [("swapped", "35.3, 111.65".into())]);
        let neither = swapped.replace("111.67", "191.67");
        assert_eq!(params(&neither), []);
    }

    #[test]
    fn what_is_no_polygon_is_refused() {
        for text in [
            r#"{"type":"Point","coordinates":[111,35]}"#,
            r#"{"type":"Polygon","coordinates":[[[111,35],[111,36],[111,35]]]}"#,
            r#"{"type":"Polygon","coordinates":[[[181,35],[111,36],[111,35],[181,35]]]}"#,
            r#"{"type":"Polygon"}"#,
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
