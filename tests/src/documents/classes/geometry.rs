//! Changes of geometries.

use eken_core::model::kind::FieldKind;

use super::{Class, one_of, refused, sound};

/// Geometries that are read.
pub(in crate::documents) const POLYGONS: &[&str] = &[
    r#"{"type":"Polygon","coordinates":[[[111.65,35.3],[111.67,35.3],[111.67,35.31],[111.65,35.3]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[111,35,520.5],[112,35,1e3],[112,36],[111,35,-0.5]],[[1,1],[2,1],[2,2],[1,1]]],"crs":{"a":[1]}}"#,
    r#"{"coordinates":[[[-180,-90],[180,-90],[180,90.0],[-180.0,-90]]],"type":"Polygon","bbox":[-180,-90,180,90]}"#,
    r#"{"type":"MultiPolygon","coordinates":[[[[1,1],[2,1],[2,2],[1,1]]],[[[3,3],[4,3],[4,4],[3,3],[0,0]]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[1e2,0],[111.6512345678901,35],[0.000001,1e-6],[-0,0]]]}"#,
];

/// Geometries that are not.
const FAULTY: &[&str] = &[
    "{}",
    r#"{"type":"Polygon"}"#,
    r#"{"coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":"Point","coordinates":[111,35]}"#,
    r#"{"type":"polygon","coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":"Polygon\n","coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":["Polygon"],"coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":null,"coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":"Polygon","coordinates":null}"#,
    r#"{"type":"Polygon","coordinates":{}}"#,
    r#"{"type":"Polygon","coordinates":[]}"#,
    r#"{"type":"Polygon","coordinates":[[]]}"#,
    r#"{"type":"Polygon","coordinates":[[[1,1],[2,1],[1,1]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1,1,1,1]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],["1","1"]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[null,1]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],{"0":1,"1":1}]]}"#,
    r#"{"type":"Polygon","coordinates":[[[180.5,1],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[1,90.000001],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[1,-91],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[1,1,100000],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[1,1,-1e5],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[[1,1],[2,1],[2,2],[1,1]]]]}"#,
    r#"{"type":"MultiPolygon","coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":"MultiPolygon","coordinates":[]}"#,
    r#"{"type":"MultiPolygon","coordinates":[[]]}"#,
];

/// Geometries whose numbers have more decimals than are held: a limit of the reader, not structure.
const LONG: &[&str] = &[
    r#"{"type":"Polygon","coordinates":[[[1e-16,1],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":"Polygon","coordinates":[[[1,1,1e-300],[2,1],[2,2],[1,1]]]}"#,
    r#"{"type":"MultiPolygon","coordinates":[[[[0.1234567890123456,1],[2,1],[2,2],[1,1]]]]}"#,
];

pub(super) const CLASSES: &[Class] = &[
    sound("a geometry", |site, _, random| match site.kind {
        FieldKind::Geometry => one_of(random, POLYGONS),
        _ => None,
    }),
    refused("a faulty geometry", |site, _, random| match site.kind {
        FieldKind::Geometry => one_of(random, FAULTY),
        _ => None,
    }),
    sound("a geometry with too many decimals", |site, _, random| match site.kind {
        FieldKind::Geometry => one_of(random, LONG),
        _ => None,
    }),
];
