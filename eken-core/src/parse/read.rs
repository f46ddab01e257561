//! From bytes to a dossier.

use std::borrow::Cow;

use super::codes::{self, fatal_words};
use super::guess::guess;
use super::migrate::{STEPS, migrate, version_of};
use super::parsed::{Beyond, Parsed};
use crate::error::{Error, Result};
use crate::finding::Finding;
use crate::json::{Place, Reader, Tree, places_of_offsets};
use crate::limits::Limits;
use crate::model::kind::Value;
use crate::model::{Dossier, SchemaVersion};

/// Reads a dossier from JSON in UTF-8, with or without a byte order mark.
///
/// Every structural fault is collected with its JSON Pointer, line, column and code; the values around a fault are kept.
///
/// # Errors
/// [`Error::Read`] when there is nothing to collect from: the bytes are not UTF-8, not JSON, no object, pass a limit, or are
/// of a version that this program does not know.
///
/// ```
/// use eken_core::{limits::Limits, parse::parse};
///
/// let text = r#"{"schema_version": 1, "town": {"name": "示例乡村e镇", "nmae": "x"}}"#;
/// let parsed = parse(text.as_bytes(), &Limits::default())?;
/// assert_eq!(parsed.findings()[0].pointer, "/town/nmae");
/// # Ok::<(), eken_core::error::Error>(())
/// ```
pub fn parse(bytes: &[u8], limits: &Limits) -> Result<Parsed> {
    if bytes.len() > limits.bytes {
        return Err(too_large());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => parse_text(Cow::Borrowed(text.strip_prefix(MARK).unwrap_or(text)), limits),
        Err(error) => Err(not_utf_8(bytes, error.valid_up_to())),
    }
}

/// Reads a dossier as [`parse`] does, from bytes that the caller no longer needs: they are not copied.
///
/// # Errors
/// As [`parse`].
pub fn parse_owned(bytes: Vec<u8>, limits: &Limits) -> Result<Parsed> {
    if bytes.len() > limits.bytes {
        return Err(too_large());
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with(MARK) {
                text.drain(..MARK.len_utf8());
            }
            parse_text(Cow::Owned(text), limits)
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            Err(not_utf_8(error.as_bytes(), valid))
        }
    }
}

/// The error of bytes that are not UTF-8: what they seem to be, where that is known.
fn not_utf_8(bytes: &[u8], valid: usize) -> Error {
    match guess(bytes) {
        Some(code) => fatal(code, Place { line: 1, column: 1 }),
        None => fatal("json.utf-8", place_of_bytes(bytes, valid)),
    }
}

/// Reads one JSON value, such as a record, with nothing behind it. Within it keys that stand twice are kept.
///
/// # Errors
/// As [`parse`], but that it may be of any kind.
pub fn value(text: &str, limits: &Limits) -> Result<Tree> {
    if text.len() > limits.bytes {
        return Err(too_large());
    }
    let mut reader = Reader::new(text, limits);
    let tree = reader.tree();
    reader.end();
    match reader.finish().2 {
        Some(ended) => Err(at(text, ended.code, ended.offset)),
        None => Ok(tree),
    }
}

/// The byte order mark.
const MARK: char = '\u{feff}';

fn parse_text(text: Cow<'_, str>, limits: &Limits) -> Result<Parsed> {
    if text.bytes().all(|byte| byte.is_ascii_whitespace()) {
        return Err(at(&text, "json.empty", 0));
    }
    let found = read(&text, limits)?;
    if found.0.schema_version.known().is_some() {
        return Ok(Parsed::new(found, text.into_owned(), limits));
    }
    match version_of(&text, limits) {
        Some((version, start)) if version > SchemaVersion::CURRENT => Err(at(&text, "version.newer", start)),
        Some((version, start)) if version < SchemaVersion::CURRENT => {
            let tree = Reader::new(&text, limits).tree();
            let Some(moved) = migrate(tree, version, SchemaVersion::CURRENT, STEPS) else {
                return Err(at(&text, "version.unknown", start));
            };
            let moved = moved.to_pretty();
            let found = read(&moved, limits)?;
            Ok(Parsed::new(found, moved, limits))
        }
        _ => Ok(Parsed::new(found, text.into_owned(), limits)),
    }
}

/// The error of a file beyond the size limit, for a caller that sees its size before reading it.
pub fn too_large() -> Error {
    fatal("limit.bytes", Place { line: 1, column: 1 })
}

fn read(text: &str, limits: &Limits) -> Result<(Dossier, Vec<Finding>, Beyond)> {
    let mut reader = Reader::new(text, limits);
    let start = reader.value_start();
    let is_object = reader.at_object();
    let dossier = Dossier::read(&mut reader);
    reader.end();
    let (faults, beyond, ended) = reader.finish();
    if let Some(ended) = ended {
        if let Some(code) = guess(text.as_bytes()).filter(|_| ended.code == "json.syntax") {
            return Err(fatal(code, Place { line: 1, column: 1 }));
        }
        return Err(at(text, ended.code, ended.offset));
    }
    let Some(dossier) = dossier.filter(|_| is_object) else {
        return Err(at(text, "json.not-an-object", start));
    };
    let offsets: Vec<usize> = faults.iter().map(|fault| fault.offset).collect();
    let mut findings: Vec<Finding> = faults
        .into_iter()
        .zip(places_of_offsets(text, &offsets))
        .map(|(fault, place)| {
            let pointer = fault.pointer();
            Finding { place, ..Finding::new(codes::structure(fault.code), pointer, fault.params) }
        })
        .collect();
    findings.sort_by(|a, b| (a.place, &a.pointer, a.code()).cmp(&(b.place, &b.pointer, b.code())));
    Ok((dossier, findings, beyond))
}

fn at(text: &str, code: &'static str, offset: usize) -> Error {
    fatal(code, places_of_offsets(text, &[offset]).first().copied().unwrap_or_default())
}

fn fatal(code: &'static str, place: Place) -> Error {
    let (words, help) = fatal_words(code);
    Error::Read { code, words, help, line: place.line, column: place.column }
}

/// The place of the first bytes that are not UTF-8. A byte order mark takes no column.
fn place_of_bytes(bytes: &[u8], valid: usize) -> Place {
    let text = bytes.get(..valid).and_then(|valid| std::str::from_utf8(valid).ok()).unwrap_or_default();
    let text = text.strip_prefix(MARK).unwrap_or(text);
    places_of_offsets(text, &[text.len()]).first().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(text: &str) -> Vec<(&'static str, String, usize, usize)> {
        parse(text.as_bytes(), &Limits::default())
            .unwrap()
            .findings
            .iter()
            .map(|finding| (finding.code(), finding.pointer.clone(), finding.place.line, finding.place.column))
            .collect()
    }

    fn error(bytes: &[u8]) -> (&'static str, usize, usize) {
        match parse(bytes, &Limits::default()) {
            Err(Error::Read { code, line, column, .. }) => (code, line, column),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_fault_is_found_in_one_pass() {
        let text = "{\n \"schema_version\": 1,\n \"as_of\": \"2023-02-30\",\n \"town\": {\"name\": 5, \"colour\": 1},\n \"facilities\": {\"complete\": \"yes\", \"items\": [7, {\"id\": \"F1\", \"roles\": [{\"role\": \"logistic\"}]}]}\n}";
        assert_eq!(
            findings(text),
            [
                ("structure.date", "/as_of".into(), 3, 11),
                ("structure.type", "/town/name".into(), 4, 19),
                ("structure.unknown-field", "/town/colour".into(), 4, 32),
                ("structure.type", "/facilities/complete".into(), 5, 29),
                ("structure.type", "/facilities/items/0".into(), 5, 46),
                ("structure.code-list", "/facilities/items/1/roles/0/role".into(), 5, 81),
            ]
        );
    }

    #[test]
    fn what_is_another_kind_of_file_is_told_as_such() {
        assert_eq!(error(b"PK\x03\x04\xff\xfe"), ("json.is-zip", 1, 1));
        assert_eq!(error(b"id = \"mine\"\n"), ("json.is-toml", 1, 1));
        assert_eq!(error(b"id,name\nE1,x\n"), ("json.is-csv", 1, 1));
        assert_eq!(error(b"\xb1\xe0\xba\xc5,\xc3\xfb\xb3\xc6\n"), ("json.is-csv", 1, 1));
        assert_eq!(error(b"{\"a\": \xb1}"), ("json.utf-8", 1, 7));
        assert_eq!(error(b"[1, 2]").0, "json.not-an-object");
        assert_eq!(error(b"{\"town\" = 1,\n}").0, "json.syntax");
    }

    #[test]
    fn what_was_written_comes_back_even_where_it_was_faulty() {
        let text = r#"{"$schema":"x","schema_version":1,"as_of":"soon","town":{"name":"例","colour":[1]},"facilities":{"items":[7,{"id":"F1"},null],"x":1}}"#;
        let parsed = parse(text.as_bytes(), &Limits::default()).unwrap();
        assert_eq!(Value::tree(parsed.dossier()).to_text(), text);
    }

    #[test]
    fn a_key_met_twice_puts_the_field_in_doubt() {
        let text = r#"{"schema_version":1,"town":{"name":"a","name":"b"}}"#;
        let parsed = parse(text.as_bytes(), &Limits::default()).unwrap();
        assert_eq!(findings(text), [("structure.duplicate-key", "/town/name".into(), 1, 47)]);
        assert!(parsed.dossier.town.known().unwrap().name.known().is_none());
        assert_eq!(Value::tree(parsed.dossier()).to_text(), text);
    }

    #[test]
    fn a_section_or_figure_with_a_key_met_twice_is_in_doubt_whatever_follows_and_nothing_is_lost() {
        for text in [
            r#"{"schema_version":1,"facilities":{"complete":true,"items":[{"id":"F1"}],"items":[]}}"#,
            r#"{"schema_version":1,"facilities":{"items":[{"id":"F1"}],"items":[],"items":[]}}"#,
            r#"{"schema_version":1,"facilities":{"complete":true,"complete":false}}"#,
        ] {
            let parsed = parse(text.as_bytes(), &Limits::default()).unwrap();
            assert_eq!(Value::tree(parsed.dossier()).to_text(), text);
            assert!(!parsed.dossier.facilities.is_complete() && parsed.dossier.facilities.iter().count() == 0);
        }
        let late = r#"{"schema_version":1,"facilities":{"items":[{"id":"F1"}],"items":[],"complete":true}}"#;
        assert!(!parse(late.as_bytes(), &Limits::default()).unwrap().dossier.facilities.is_complete());
        for figure in [r#"{"value":1,"note":"a","note":"b"}"#, r#"{"note":"a","note":"b","value":1}"#] {
            let text = format!(r#"{{"schema_version":1,"town":{{"name":"例","site":{{"area":{figure}}}}}}}"#);
            let parsed = parse(text.as_bytes(), &Limits::default()).unwrap();
            assert!(parsed.dossier.town.known().unwrap().site.known().unwrap().area.known().is_none(), "{figure}");
            assert_eq!(Value::tree(parsed.dossier()).to_text(), text);
        }
    }

    #[test]
    fn a_field_named_after_a_person_is_not_named_in_a_finding() {
        let text = r#"{"schema_version":1,"trainees":{"items":[{"id":"T1","欧阳某某":1}],"Made Up":{}},"town":{"项目名称":"例"}}"#;
        let parsed = parse(text.as_bytes(), &Limits::default()).unwrap();
        let shown = format!("{:?}", parsed.findings);
        assert!(!shown.contains("欧阳") && !shown.contains("Made"), "{shown}");
        assert_eq!(parsed.findings[0].pointer, "/trainees/items/0/***");
        assert!(shown.contains("项目名称"), "a label of the model is no person's name: {shown}");
        assert_eq!(Value::tree(parsed.dossier()).to_text().matches("欧阳某某").count(), 1);
    }

    #[test]
    fn what_is_no_dossier_is_an_error_with_its_place() {
        assert_eq!(error(b"{\n  \"a\": 1,,\n}"), ("json.syntax", 2, 10));
        assert_eq!(error(b"\xff"), ("json.utf-8", 1, 1));
        assert_eq!(
            error("{\"镇\":\"".as_bytes().iter().chain(b"\xc4\xe3").copied().collect::<Vec<_>>().as_slice()),
            ("json.utf-8", 1, 7)
        );
        assert_eq!(error(b"[]"), ("json.not-an-object", 1, 1));
        assert_eq!(error(b""), ("json.empty", 1, 1));
        assert_eq!(error(b" \r\n"), ("json.empty", 1, 1));
        assert_eq!(error(br#"{"schema_version": 2}"#), ("version.newer", 1, 20));
        assert_eq!(error(br#"{"schema_version": 0}"#), ("version.unknown", 1, 20));
        assert_eq!(error("{\n  \"id\": \"镇\", \"schema_version\":  2\n}".as_bytes()), ("version.newer", 2, 33));
    }

    #[test]
    fn a_byte_order_mark_is_passed_over() {
        for broken in
            [&b"\xff"[..], b"{\"a\": \"\xff", b"{\"a\": 1,,", b"{\n\"a\": \"\xff", b"[]", br#"{"schema_version": 2}"#]
        {
            let marked = [b"\xef\xbb\xbf", broken].concat();
            assert_eq!(error(&marked), error(broken), "{}", broken.escape_ascii());
            let owned = parse_owned(marked.clone(), &Limits::default()).unwrap_err();
            assert_eq!(owned, parse(&marked, &Limits::default()).unwrap_err());
        }
        assert_eq!(error(b"\xef\xbb\xbf{\"a\": \"\xff"), ("json.utf-8", 1, 8));
        assert_eq!(findings("\u{feff}{\"schema_version\":1}"), []);
    }

    #[test]
    fn a_figure_may_carry_status_or_say_why_it_is_missing() {
        let text = r#"{"schema_version":1,"town":{"name":"例","site":{
            "area":{"value":1500000,"status":"provisional"},"core_area":{"missing":"not_collected"},
            "built_area":"12.50","floor_area":{"value":1,"missing":"withheld"}}}}"#;
        let parsed = parse(text.as_bytes(), &Limits::default()).unwrap();
        let site = parsed.dossier.town.known().unwrap().site.known().unwrap();
        assert!(site.area.known().unwrap().is_provisional());
        assert!(site.core_area.known().is_none() && site.core_area.is_stated());
        assert_eq!(site.built_area.known().unwrap().value, crate::quantity::Quantity::of_token("12.5").unwrap());
        assert!(site.floor_area.known().is_none());
        assert_eq!(parsed.findings.len(), 1, "{:?}", parsed.findings);
    }

    #[test]
    fn what_is_wrong_beyond_the_limit_is_counted_whatever_it_is() {
        let role = r#"{"role":"logistic"},{"role":"物流"},{"role":"x"}"#;
        let text = format!(r#"{{"schema_version":1,"facilities":{{"items":[{{"id":"F1","roles":[{role}]}}]}}}}"#);
        let of = |findings: usize| {
            let parsed = parse(text.as_bytes(), &Limits { findings, ..Limits::default() }).unwrap();
            (parsed.findings().len(), parsed.total())
        };
        assert_eq!([9, 3, 2, 1].map(of), [(3, 3), (3, 3), (2, 3), (1, 3)]);
    }

    #[test]
    fn bytes_beyond_the_limit_are_refused_whoever_owns_them() {
        let text = br#"{"schema_version":1}"#.to_vec();
        let limits = |bytes: usize| Limits { bytes, ..Limits::default() };
        for bytes in [text.len() - 1, text.len()] {
            let owned = parse_owned(text.clone(), &limits(bytes)).map(|parsed| parsed.total());
            assert_eq!(owned, parse(&text, &limits(bytes)).map(|parsed| parsed.total()), "{bytes}");
            assert_eq!(owned.is_ok(), bytes == text.len());
        }
        assert!(matches!(parse_owned(text, &limits(3)), Err(Error::Read { code: "limit.bytes", .. })));
    }
}
