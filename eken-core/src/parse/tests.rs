//! What lies outside I-JSON, where no schema can follow.

use super::parse;
use crate::json::{Reader, Tree};
use crate::limits::Limits;
use crate::model::Dossier;
use crate::model::kind::{Maybe, Value};

fn read(text: &str) -> (Dossier, Vec<(&'static str, String)>) {
    let parsed = parse(text.as_bytes(), &Limits::default()).unwrap();
    let codes = parsed.findings.iter().map(|finding| (finding.code(), finding.pointer.clone())).collect();
    (parsed.dossier().clone(), codes)
}

fn area(written: &str) -> (Maybe<String>, Vec<&'static str>) {
    let (dossier, codes) =
        read(&format!(r#"{{"schema_version":1,"town":{{"name":"例","site":{{"area":{written}}}}}}}"#));
    let site = dossier.town.known().unwrap().site.known().unwrap().clone();
    let area = match site.area {
        Maybe::Known(figure) => Maybe::Known(figure.tree().to_text()),
        Maybe::Faulty(raw) => Maybe::Faulty(raw),
        _ => Maybe::Absent,
    };
    (area, codes.into_iter().map(|(code, _)| code).collect())
}

#[test]
fn a_number_beyond_a_double_is_out_of_range_and_kept_as_written() {
    for written in ["1e400", "-1e400", "1e999999999999999999999"] {
        let (area, codes) = area(written);
        let Maybe::Faulty(raw) = area else { panic!("{written}") };
        assert_eq!(raw.0.to_text(), written);
        assert_eq!(codes, [if written.starts_with('-') { "structure.negative" } else { "structure.range" }]);
    }
    let text = r#"{"schema_version":1,"x":1e400}"#;
    assert_eq!(read(text).0.tree().to_text(), text);
}

#[test]
fn digits_that_a_double_would_lose_are_kept() {
    for (written, out) in [
        ("123456789012.123456789012", "\"123456789012.123456789012\""),
        ("999999999999.999999999999", "\"999999999999.999999999999\""),
        ("0.100000000000", "0.1"),
        ("\"999999999999.999999999999\"", "\"999999999999.999999999999\""),
    ] {
        assert_eq!(area(written), (Maybe::Known(out.to_owned()), vec![]), "{written}");
    }
    assert_eq!(area("0.1000000000000000055511151231257827").1, ["limit.digits"]);
}

#[test]
fn half_a_surrogate_pair_is_a_fault_of_its_place() {
    assert_eq!(read(r#"{"schema_version":1,"id":"\ud83d"}"#).1, [("structure.surrogate", "/id".into())]);
    assert_eq!(read(r#"{"schema_version":1,"as_of":"\ude00"}"#).1, [("structure.surrogate", "/as_of".into())]);
    let (_, codes) = read(r#"{"schema_version":1,"\ud83d":1}"#);
    assert!(codes.iter().any(|(code, _)| *code == "structure.surrogate"), "{codes:?}");
}

#[test]
fn a_name_that_stands_twice_is_a_fault_wherever_it_stands() {
    for (text, at) in [
        (r#"{"schema_version":1,"id":"a","id":"a"}"#, "/id"),
        (r#"{"schema_version":1,"x":1,"x":1}"#, "/x"),
        (r#"{"schema_version":1,"x":{"a":1,"a":1}}"#, "/x/a"),
        (r#"{"schema_version":1,"x":{"a":1,"\u0061":1}}"#, "/x/a"),
        (r#"{"schema_version":1,"industries":{"items":[],"items":[]}}"#, "/industries/items"),
        (r#"{"schema_version":1,"as_of":{"missing":"withheld","missing":"withheld"}}"#, "/as_of/missing"),
        (r#"{"schema_version":1,"town":{"name":"a","site":{"area":{"value":1,"value":1}}}}"#, "/town/site/area/value"),
    ] {
        let (dossier, codes) = read(text);
        assert!(codes.contains(&("structure.duplicate-key", at.into())), "{text}: {codes:?}");
        assert!(dossier.as_of.known().is_none() && dossier.id.known().is_none() && !dossier.industries.is_complete());
    }
}

#[test]
fn a_reason_that_is_missing_itself_is_refused() {
    // once it was read as missing without a finding and without a reason
    let (dossier, codes) = read(r#"{"schema_version":1,"as_of":{"missing":{"missing":"withheld"}}}"#);
    assert_eq!(codes, [("structure.type", "/as_of/missing".into())]);
    assert!(matches!(dossier.as_of, Maybe::Faulty(_)));
}

#[test]
fn many_thousands_of_unknown_fields_are_kept_with_the_ones_that_stand_twice_named() {
    let limits = Limits { unknown_fields: 20_000, findings: 50_000, findings_of_a_kind: 50_000, ..Limits::default() };
    let fields: Vec<String> = (0..20_000).map(|index| format!("\"x{}\":{index}", index % 15_000)).collect();
    let text = format!("{{\"schema_version\":1,{}}}", fields.join(","));
    let parsed = parse(text.as_bytes(), &limits).unwrap();
    let count = |code: &str| parsed.findings.iter().filter(|finding| finding.code() == code).count();
    assert_eq!((count("structure.unknown-field"), count("structure.duplicate-key")), (15_000, 5_000));
    assert_eq!(parsed.dossier.tree().to_text(), text);
    let within = format!(r#"{{"schema_version":1,"x":{{{}}}}}"#, fields.join(","));
    let parsed = parse(within.as_bytes(), &limits).unwrap();
    let twice: Vec<&str> = parsed.findings.iter().skip(1).map(|finding| finding.pointer.as_str()).collect();
    assert_eq!((twice.len(), twice.first(), twice.last()), (5_000, Some(&"/x/x0"), Some(&"/x/x4999")));
    assert_eq!(parsed.dossier.tree().to_text(), within);
}

#[test]
fn what_is_faulty_within_what_is_faulty_is_kept_once() {
    let mut value = format!(r#"{{"missing":"{}"}}"#, "x".repeat(1_000));
    for _ in 0..25 {
        value = format!(r#"{{"note":{value},"missing":"unheard"}}"#);
    }
    let text = format!(r#"{{"schema_version":1,"as_of":{value}}}"#);
    // each level counted anew would come to more than three times this
    let limits = Limits { kept: 9_000, ..Limits::default() };
    let parsed = parse(text.as_bytes(), &limits).unwrap();
    assert_eq!(parsed.dossier.tree().to_text(), text);
}

/// Another way to write the same: members the other way round, texts and names in escapes, exponents, blanks.
fn written_otherwise(tree: &Tree, out: &mut String) {
    let escaped = |text: &str| {
        let units: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
        format!("\"{units}\"")
    };
    out.push_str(" \n");
    match tree {
        Tree::Number(token) => out.push_str(&format!("{token}e0")),
        Tree::Text(text) => out.push_str(&escaped(text)),
        Tree::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { " ," } else { "" });
                written_otherwise(item, out);
            }
            out.push_str("\t]");
        }
        Tree::Object(members) => {
            out.push('{');
            for (index, (key, value)) in members.iter().rev().enumerate() {
                out.push_str(if index > 0 { "\r, " } else { "" });
                out.push_str(&format!("{} : ", escaped(key)));
                written_otherwise(value, out);
            }
            out.push_str(" }");
        }
        other => out.push_str(&other.to_text()),
    }
}

#[test]
fn the_same_is_read_however_it_is_written() {
    let text = r#"{"schema_version":1,"id":"x","as_of":"2023-02-30","town":{"id":"","name":"例","county":"垣曲县",
        "site":{"villages":["甲","乙",""],"area":1500.50,"core_area":0.0000000000001,"floor_area":-1,"built_area":"1.0"},
        "programme_start":"2022Q3","completed":{"missing":"not_yet_due"},"tier":{"tier":"pilot"},"facts":{"functions":["display","x"]}},
        "entities":{"complete":true,"items":[{"id":"E1","form":"company","legal_person":true,"registered":"2020",
            "sales":[{"month":"2023-05","platform":"淘宝","channel":"social","amount":100},{"month":"2023-13","amount":1234567890123456789},
                {"month":"2023-06","amount":{"value":12.30,"status":"final"}}],"evidence":["D1",7]},{"form":"company"},5]},
        "sessions":{"complete":true,"items":[{"id":"S1","date":"2023-05-01","starts":"09:30","ends":"9:30","hours":1.50,"head_count":12.5,
            "attendance":["T1","T2"]}]},
        "trainees":{"items":[{"id":"T1","name":"某某","groups":["veteran"]}]}}"#;
    let compact = Reader::new(text, &Limits::default()).tree();
    let mut otherwise = String::new();
    written_otherwise(&compact, &mut otherwise);
    let (plain, mut faults) = read(text);
    let (other, mut same) = read(&otherwise);
    faults.sort();
    same.sort();
    assert_eq!((faults.len(), faults), (14, same));
    // what is faulty is kept as it was written, which is another number of another form here
    let known = |dossier: &Dossier| {
        let entity = dossier.entities.items.items()[0].clone();
        let session = dossier.sessions.items.items()[0].clone();
        (
            dossier.id.clone(),
            entity.form,
            entity.registered,
            entity.sales.items()[0].clone(),
            session.attendance,
            session.hours,
        )
    };
    assert_eq!(known(&plain), known(&other));
    assert_eq!(plain.trainees, other.trainees);
    assert_eq!(plain.entities.items.items()[0].sales.items()[2], other.entities.items.items()[0].sales.items()[2]);
}
