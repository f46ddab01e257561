//! A GeoJSON geometry (RFC 7946): polygon or several polygons, in exact degrees.

use rust_decimal::Decimal;
use schemars::{Schema, SchemaGenerator, json_schema};

use super::kind::{FieldKind, Leaf, Step, Value, Walker};
use super::support::define;
use crate::json::{Kind, NumberFault, Reader, Tree, decimal_of_token};

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

/// Digits of a degree after the point, at most.
const PLACES: u32 = 15;

/// Reads coordinates; remembers whether a number had more decimals than are held, which is no fault of structure.
#[derive(Default)]
struct Coordinates {
    too_long: bool,
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
        let bound = |degrees: i64| Decimal::from(degrees);
        (longitude.abs() <= bound(180) && latitude.abs() <= bound(90)).then_some((longitude, latitude))
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
        let polygons = written.get("coordinates").and_then(|coordinates| match kind {
            "Polygon" => Some(vec![read.polygon(coordinates)?]),
            "MultiPolygon" => read.polygons(coordinates),
            _ => None,
        });
        let multi = kind == "MultiPolygon";
        match polygons {
            Some(_) if read.too_long => {
                reader.fault("limit.digits", start, vec![("places", i64::from(PLACES).into())]);
                None
            }
            Some(polygons) => Some(Self { multi, polygons, written }),
            None => {
                reader.fault("structure.geometry", start, vec![]);
                None
            }
        }
    }

    fn tree(&self) -> Tree {
        self.written.clone()
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        define(generator, "Geometry", |generator| {
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
            let polygon = serde_json::json!({ "type": "array", "minItems": 1, "items": ring });
            json_schema!({
                "title": "边界多边形 · geometry",
                "description": "GeoJSON 多边形（RFC 7946），经纬度。 GeoJSON polygon or several (RFC 7946), in degrees.",
                "type": "object",
                "required": ["type", "coordinates"],
                "oneOf": [
                    { "properties": { "type": { "const": "Polygon" }, "coordinates": polygon.clone() } },
                    { "properties": {
                        "type": { "const": "MultiPolygon" },
                        "coordinates": { "type": "array", "minItems": 1, "items": polygon },
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
