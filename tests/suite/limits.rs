//! Each limit of reading: its code, its place, one below it still reads; and the page that documents them.

use eken_core::error::Error;
use eken_core::finding::Severity;
use eken_core::limits::Limits;
use eken_core::parse::{Parsed, parse};
use eken_core::plan::builtin;
use eken_core::validate::validate;

fn read(text: &str, limits: &Limits) -> Result<Parsed, (&'static str, usize)> {
    match parse(text.as_bytes(), limits) {
        Ok(parsed) => Ok(parsed),
        Err(Error::Read { code, column, .. }) => Err((code, column)),
        Err(other) => panic!("{other}"),
    }
}

fn refused(text: &str, limits: &Limits) -> (&'static str, usize) {
    read(text, limits).expect_err("past a limit")
}

#[test]
fn bytes_are_limited_before_anything_is_read() {
    let text = r#"{"schema_version":1}"#;
    let limits = |bytes| Limits { bytes, ..Limits::default() };
    assert!(read(text, &limits(text.len())).is_ok());
    assert_eq!(refused(text, &limits(text.len() - 1)), ("limit.bytes", 1));
}

#[test]
fn depth_is_limited_also_where_nothing_is_known() {
    let limits = Limits { depth: 3, ..Limits::default() };
    assert!(read(r#"{"schema_version":1,"x":[{}]}"#, &limits).is_ok());
    assert_eq!(refused(r#"{"schema_version":1,"x":[[{}]]}"#, &limits), ("limit.depth", 28));
    let deep = format!(r#"{{"schema_version":1,"x":{}{}}}"#, "[".repeat(31), "]".repeat(31));
    assert!(read(&deep, &Limits::default()).is_ok(), "the outer object and 31 arrays are 32 levels");
    let deeper = format!(r#"{{"schema_version":1,"x":{}{}}}"#, "[".repeat(32), "]".repeat(32));
    assert_eq!(refused(&deeper, &Limits::default()).0, "limit.depth");
    assert_eq!(refused(&"[".repeat(100_000), &Limits::default()).0, "limit.depth");
}

#[test]
fn the_length_of_a_text_is_limited_wherever_it_stands() {
    let limits = Limits { text: 16, ..Limits::default() };
    assert!(read(r#"{"schema_version":1,"id":"12345678901234"}"#, &limits).is_ok(), "14 bytes and two quotes");
    for text in [
        r#"{"schema_version":1,"id":"123456789012345"}"#,
        r#"{"schema_version":1,"unknown":"123456789012345"}"#,
        r#"{"schema_version":1,"as_of":["123456789012345"]}"#,
        r#"{"schema_version":1,"123456789012345":1}"#,
        r#"{"schema_version":1,"id":"\u4e61\u4e61\u4e61"}"#,
        r#"{"schema_version":1,"id":"\ud800\ud800\ud800"}"#,
    ] {
        assert_eq!(refused(text, &limits).0, "limit.text", "{text}");
    }
}

#[test]
fn the_length_of_a_number_is_limited_wherever_it_stands() {
    let limits = Limits { number: 5, ..Limits::default() };
    assert!(read(r#"{"schema_version":1,"x":12345}"#, &limits).is_ok());
    for text in [
        r#"{"schema_version":1,"x":123456}"#,
        r#"{"schema_version":1,"id":[0.0000]}"#,
        r#"{"schema_version":1,"town":{"name":"a","site":{"area":123456}}}"#,
    ] {
        assert_eq!(refused(text, &limits).0, "limit.number", "{text}");
    }
}

#[test]
fn records_are_limited() {
    let limits = Limits { records: 3, ..Limits::default() };
    // the dossier itself is one of them
    assert!(
        read(r#"{"schema_version":1,"industries":{"items":[{"id":"a","name":"a"},{"id":"b","name":"b"}]}}"#, &limits)
            .is_ok()
    );
    let more = r#"{"schema_version":1,"industries":{"items":[{"id":"a"},{"id":"b"},{"id":"c"}]}}"#;
    assert_eq!(refused(more, &limits).0, "limit.records");
}

#[test]
fn values_are_limited_wherever_they_stand() {
    let limits = Limits { values: 4, ..Limits::default() };
    assert!(read(r#"{"schema_version":1,"x":[1,2]}"#, &limits).is_ok());
    for text in [
        r#"{"schema_version":1,"x":[1,2,3]}"#,
        r#"{"schema_version":1,"as_of":[1,[2]]}"#,
        r#"{"a":1,"b":1,"c":1,"d":1,"e":1}"#,
    ] {
        assert_eq!(refused(text, &limits).0, "limit.values", "{text}");
    }
}

#[test]
fn what_is_kept_as_it_was_written_is_limited_wherever_it_stands() {
    // three values of 64 bytes, and eight characters of text
    let limits = Limits { kept: 200, ..Limits::default() };
    assert!(read(r#"{"schema_version":1,"x":["1234",1234]}"#, &limits).is_ok());
    for text in [
        r#"{"schema_version":1,"x":["1234",12345]}"#,
        r#"{"schema_version":1,"x":{"a":1,"b":{"c":1}}}"#,
        r#"{"schema_version":1,"as_of":[1,2,3]}"#,
        r#"{"schema_version":1,"id":"a","id":1,"id":1,"id":1,"id":1}"#,
        r#"{"schema_version":1,"industries":{"items":[1,2,3,4]}}"#,
        r#"{"schema_version":1,"town":{"name":"a","site":{"area":{"value":1,"x":[1,2],"y":[1]}}}}"#,
    ] {
        assert_eq!(refused(text, &limits).0, "limit.kept", "{text}");
    }
}

#[test]
fn unknown_fields_of_one_object_are_limited_and_the_rest_is_read() {
    let limits = Limits { unknown_fields: 2, ..Limits::default() };
    let parsed = read(r#"{"schema_version":1,"a":1,"b":2,"c":3,"id":"D1"}"#, &limits).unwrap();
    let codes: Vec<_> = parsed.findings().iter().map(|finding| (finding.code(), finding.pointer.as_str())).collect();
    assert_eq!(
        codes,
        [("structure.unknown-field", "/a"), ("structure.unknown-field", "/b"), ("limit.unknown-fields", "/c")]
    );
    assert_eq!(parsed.dossier().id.known().map(|id| id.as_str()), Some("D1"));
    let twice = read(r#"{"schema_version":1,"id":"a","id":"b","id":"c","id":"d"}"#, &limits).unwrap();
    let codes: Vec<_> = twice.findings().iter().map(|finding| finding.code()).collect();
    assert_eq!(codes, ["structure.duplicate-key", "structure.duplicate-key", "limit.unknown-fields"]);
}

#[test]
fn findings_are_capped_and_their_total_is_true() {
    let limits = Limits { findings: 2, ..Limits::default() };
    let parsed = read(r#"{"schema_version":1,"industries":{"items":[1,2,3,4,5]}}"#, &limits).unwrap();
    assert_eq!((parsed.findings().len(), parsed.total()), (2, 5));
}

#[test]
fn faults_beyond_the_cap_are_counted_by_their_severity() {
    let limits = Limits { findings: 2, ..Limits::default() };
    let count = |text: &str| {
        let checked = validate(read(text, &limits).unwrap(), &builtin("yuanqu-2023").unwrap());
        assert_eq!(checked.findings().len(), 2, "{text}");
        Severity::ALL.map(|severity| checked.total(severity))
    };
    assert_eq!(count(r#"{"schema_version":1,"a":1,"b":1,"c":1,"d":1}"#), [0, 4, 0]);
    assert_eq!(count(r#"{"schema_version":1,"a":1,"b":1,"as_of":7}"#), [1, 2, 0]);
    let references =
        r#"{"schema_version":1,"documents":{"items":[]},"facilities":{"items":[{"id":"F","evidence":["1","2","3"]}]}}"#;
    assert_eq!(count(references), [3, 0, 0]);
}

#[test]
fn an_endless_name_is_cut_in_pointers_and_parameters() {
    let name = "k".repeat(100_000);
    let faults = vec![r#""\ud800""#; 1_000].join(",");
    let parsed = read(&format!(r#"{{"schema_version":1,"{name}":[{faults}]}}"#), &Limits::default()).unwrap();
    assert_eq!(parsed.findings().len(), 1_001);
    assert!(parsed.findings().iter().all(|finding| format!("{finding:?}").len() < 2_000));
}

#[test]
fn a_key_met_a_thousand_times_costs_no_more_than_its_length() {
    let records: Vec<String> = (0..1_000).map(|index| format!(r#"{{"id":"F{index}"}}"#)).collect();
    let again = vec![r#""facilities":1"#; 100_000].join(",");
    let text = format!(r#"{{"schema_version":1,"facilities":{{"items":[{}]}},{again}}}"#, records.join(","));
    let parsed = read(&text, &Limits::default()).unwrap();
    assert_eq!(parsed.total(), 100_000);
}

#[test]
fn more_decimals_than_a_quantity_holds_are_a_finding_of_their_own() {
    let parsed =
        read(r#"{"schema_version":1,"town":{"name":"a","site":{"area":0.1234567890123}}}"#, &Limits::default());
    let parsed = parsed.unwrap();
    assert_eq!(parsed.findings()[0].code(), "limit.digits");
    let site = parsed.dossier().town.known().unwrap().site.known().unwrap();
    assert!(site.area.known().is_none() && site.area.is_stated(), "never rounded: kept as written, not used");
}

#[test]
fn the_page_names_every_limit_with_its_default() {
    let page = include_str!("../../docs/reference/limits.md");
    let written = format!("{:?}", Limits::default());
    let inner = written.trim_start_matches("Limits {").trim_end_matches('}');
    for pair in inner.split(',') {
        let (name, number) = pair.trim().split_once(": ").unwrap();
        let row = page.lines().find(|line| line.starts_with(&format!("| `{name}` |")));
        let row = row.unwrap_or_else(|| panic!("docs/reference/limits.md has no row for {name}: add it"));
        let digits: String = row.split('|').nth(2).unwrap().chars().filter(char::is_ascii_digit).collect();
        assert_eq!(digits, number, "docs/reference/limits.md: correct the default of {name}");
    }
}
