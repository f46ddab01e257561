//! One record checked by itself says nothing that the whole dossier does not say of it.

use std::collections::BTreeSet;
use std::path::Path;

use eken_core::limits::Limits;
use eken_core::model::kind::{FieldKind, Record};
use eken_core::model::{CountyTier, Dossier};
use eken_core::parse::parse;
use eken_core::plan::builtin;
use eken_core::validate::{check_record, validate};
use eken_gen::{Kind, LEAST_WHOLE, Size, Spec, generate};
use serde_json::Value;

/// Dossiers as JSON texts: the examples, and made-up ones of every tier, sound and with every fault.
fn dossiers() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data");
    let examples = std::fs::read_dir(folder).expect("the examples").map(|entry| entry.expect("an entry").path());
    let examples = examples.filter(|path| path.extension().is_some_and(|end| end == "json"));
    let mut out: Vec<String> = examples.map(|path| std::fs::read_to_string(path).expect("an example")).collect();
    for (seed, tier) in (1_u64..).zip([CountyTier::PilotDemonstration, CountyTier::KeyAssistance]) {
        for kind in [Kind::Clean, Kind::AllFaults { count: 1 }] {
            let spec = Spec { kind, ..Spec::clean(tier, seed, Size(LEAST_WHOLE.max(12_000))) };
            out.push(generate(&spec).expect("a dossier").text);
        }
    }
    out
}

#[test]
fn a_record_alone_has_no_fault_that_it_has_not_in_its_dossier() {
    let plan = builtin("yuanqu-2023").expect("the plan");
    let (mut records, mut faults, mut only_alone) = (0, BTreeSet::new(), Vec::new());
    for text in dossiers() {
        let Ok(dossier) = serde_json::from_str::<Value>(&text) else { continue };
        // what was read is what is compared: keys that stand twice are gone
        let text = dossier.to_string();
        let Ok(parsed) = parse(text.as_bytes(), &Limits::default()) else { continue };
        let whole = validate(parsed, &plan);
        let whole: BTreeSet<(&str, &str)> =
            whole.findings().iter().map(|each| (each.pointer.as_str(), each.code())).collect();
        let mut held: Vec<(&'static str, String, &Value)> = Vec::new();
        for field in Dossier::info().fields {
            let Some(value) = dossier.get(field.name) else { continue };
            match field.kind {
                FieldKind::Record(_) => held.push((field.name, format!("/{}", field.name), value)),
                FieldKind::Section(_) => {
                    let items = value.get("items").and_then(Value::as_array).into_iter().flatten().enumerate();
                    held.extend(items.map(|(at, item)| (field.name, format!("/{}/items/{at}", field.name), item)));
                }
                _ => {}
            }
        }
        for (section, pointer, record) in held {
            records += 1;
            let json = record.to_string();
            for found in check_record(section, &json, &plan, &Limits::default()).expect("a record") {
                let at = format!("{pointer}{}", found.pointer);
                if whole.contains(&(at.as_str(), found.code())) {
                    faults.insert(found.code());
                } else {
                    only_alone.push(format!("{} at {at}", found.code()));
                }
            }
        }
    }
    assert!(only_alone.is_empty(), "{only_alone:#?}");
    assert!(records > 800, "{records}");
    // it finds what can be seen in one record: this many kinds of fault among the dossiers above
    assert!(faults.len() > 40, "{} {faults:?}", faults.len());
}
