//! What is measured side by side reads the same dossier.
#![allow(missing_docs, reason = "each test is named for what it holds")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by a panic")]

use eken_bench::input::Input;
use eken_bench::typed;
use eken_core::limits::Limits;
use eken_core::parse::parse;
use rust_decimal::Decimal;
use serde_json::Value;

/// Entities, rows of sales with their sum, trainees, attendances, statistics, documents.
type Counts = ([usize; 6], Decimal);

fn of_value(text: &str) -> Counts {
    let value: Value = serde_json::from_str(text).unwrap();
    let items = |section: &str| value[section]["items"].as_array().unwrap().clone();
    let within = |section: &str, list: &str| {
        items(section).iter().filter_map(|record| record[list].as_array().cloned()).flatten().collect::<Vec<_>>()
    };
    let sales = within("entities", "sales");
    let sum = sales.iter().map(|sale| Decimal::from_str_exact(&sale["amount"].to_string()).unwrap()).sum();
    let counts = [
        items("entities").len(),
        sales.len(),
        items("trainees").len(),
        within("sessions", "attendance").len(),
        items("statistics").len(),
        items("documents").len(),
    ];
    (counts, sum)
}

fn of_serde(text: &str) -> Counts {
    let dossier: typed::Dossier = serde_json::from_str(text).unwrap();
    let sales: Vec<_> = dossier.entities.items.iter().flat_map(|entity| &entity.sales).collect();
    let counts = [
        dossier.entities.items.len(),
        sales.len(),
        dossier.trainees.items.len(),
        dossier.sessions.items.iter().map(|session| session.attendance.len()).sum(),
        dossier.statistics.items.len(),
        dossier.documents.items.len(),
    ];
    (counts, sales.iter().filter_map(|sale| sale.amount.as_ref()).map(|amount| amount.value).sum())
}

fn of_eken(text: &str) -> Counts {
    use eken_core::quantity::Quantity;

    let parsed = parse(text.as_bytes(), &Limits::default()).unwrap();
    let dossier = parsed.dossier();
    let sales: Vec<_> = dossier.entities.iter().flat_map(|(_, entity)| entity.sales.items()).collect();
    let counts = [
        dossier.entities.items.items().len(),
        sales.len(),
        dossier.trainees.items.items().len(),
        dossier.sessions.iter().map(|(_, session)| session.attendance.items().len()).sum(),
        dossier.statistics.items.items().len(),
        dossier.documents.items.items().len(),
    ];
    (counts, sales.iter().filter_map(|sale| sale.amount.known()).map(|amount| amount.value.number()).sum())
}

#[test]
fn every_reader_reads_every_record() {
    for input in [Input::Clean, Input::Shuffled] {
        let text = input.text();
        let counts = of_value(&text);
        assert!(counts.0[0] >= 300 && counts.0[1] >= 300 * 36 && counts.0[3] >= 1_200, "{counts:?}");
        assert_eq!(of_serde(&text), counts, "{input}");
        assert_eq!(of_eken(&text), counts, "{input}");
    }
}

#[test]
fn the_typed_model_knows_every_field_of_the_dossier() {
    let debug = |dossier: &typed::Dossier| format!("{dossier:?}");
    let clean: typed::Dossier = serde_json::from_str(&Input::Clean.text()).unwrap();
    let shuffled: typed::Dossier = serde_json::from_str(&Input::Shuffled.text()).unwrap();
    assert_eq!(debug(&clean), debug(&shuffled));
    // every name of a member occurs in the names of the fields, and every text in what was read
    let value: Value = serde_json::from_str(&Input::Clean.text()).unwrap();
    let (mut names, mut texts) = (std::collections::BTreeSet::new(), 0usize);
    walk(&value, &mut |key, leaf| {
        names.extend(key.map(str::to_owned));
        texts += usize::from(leaf);
    });
    let read = debug(&clean);
    for name in names {
        let name = name.trim_start_matches('$');
        let known = ["type", "missing"].contains(&name) || read.contains(&format!("{name}: "));
        assert!(known, "the model lacks {name}");
    }
    assert!(texts > 50_000, "{texts}");
}

fn walk(value: &Value, each: &mut dyn FnMut(Option<&str>, bool)) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, each)),
        Value::Object(members) => {
            for (key, member) in members {
                each(Some(key), false);
                walk(member, each);
            }
        }
        _ => each(None, true),
    }
}

#[test]
fn every_tenth_record_has_a_fault() {
    let text = Input::Faulty.text();
    let parsed = parse(text.as_bytes(), &Limits::default()).unwrap();
    let records: usize = serde_json::from_str::<Value>(&text)
        .unwrap()
        .as_object()
        .unwrap()
        .values()
        .filter_map(|section| section["items"].as_array().map(Vec::len))
        .sum();
    // codes that fail their check are found by the rules, not by the reader
    assert!(parsed.total() >= records / 10 - records / 30 && parsed.total() <= records / 10 + 1, "{}", parsed.total());
}
