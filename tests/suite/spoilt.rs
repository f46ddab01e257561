//! Each field of a dossier in turn missing, withheld or faulty: nothing breaks, what is wrong is found where it stands, and a
//! verdict that was sure becomes open at most, never its contrary.

use std::collections::{BTreeMap, BTreeSet};

use eken_core::assess::{Assessment, Options, Verdict, assess};
use eken_core::limits::Limits;
use eken_core::model::CountyTier;
use eken_core::parse::parse;
use eken_core::plan::{Plan, builtin};
use eken_core::report::{Style, assessment_text, findings_text};
use eken_core::validate::{Checked, validate};
use eken_gen::{Kind, LEAST, LEAST_WHOLE, Size, Spec, generate};
use serde_json::{Value, json};

/// How a field is spoilt.
const WAYS: [&str; 4] = ["left out", "withheld", "null", "of another kind"];

/// A dossier with a field spoilt; nothing where it cannot be in that way.
fn spoilt(dossier: &Value, pointer: &str, way: &str) -> Option<Value> {
    let mut dossier = dossier.clone();
    let (parent, last) = pointer.rsplit_once('/')?;
    let held = dossier.pointer_mut(parent)?.as_object_mut()?;
    match way {
        "left out" => drop(held.shift_remove(last)?),
        "withheld" => drop(held.insert(last.to_owned(), json!({"missing": "withheld"}))),
        "null" => drop(held.insert(last.to_owned(), Value::Null)),
        // a list of one faulty record is a list still: no list is an object
        _ if held.get(last)?.is_array() => drop(held.insert(last.to_owned(), json!({"7": 7}))),
        _ => drop(held.insert(last.to_owned(), json!([[7]]))),
    }
    Some(dossier)
}

/// For every field of the model that stands in a dossier, the first and the last place of it.
fn places(value: &Value, at: &str, name: &str, found: &mut BTreeMap<String, BTreeSet<String>>) {
    match value {
        Value::Object(members) => {
            for (key, inner) in members {
                let (at, name) = (format!("{at}/{key}"), format!("{name}/{key}"));
                places(inner, &at, &name, found);
                let held = found.entry(name).or_default();
                if held.len() > 1 {
                    let second = held.iter().nth(1).cloned().expect("two places");
                    held.remove(&second);
                }
                held.insert(at);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                places(inner, &format!("{at}/{index}"), &format!("{name}/*"), found);
            }
        }
        _ => {}
    }
}

fn of(text: &str, plan: &Plan) -> Option<(Checked, Assessment)> {
    let checked = validate(parse(text.as_bytes(), &Limits::default()).ok()?, plan);
    let assessment = assess(&checked, plan, &Options::year(2023)).expect("an assessment");
    Some((checked, assessment))
}

/// Whether a verdict turned into its contrary.
fn is_turned(before: Verdict, after: Verdict) -> bool {
    let (met, not) = ([Verdict::Met, Verdict::MetByExemption], Verdict::NotMet);
    (met.contains(&before) && after == not) || (before == not && met.contains(&after))
}

fn holds(kind: Kind, size: u64, tier: CountyTier, seed: u64) {
    let plan = builtin("yuanqu-2023").expect("the county plan");
    let made = generate(&Spec { kind, ..Spec::clean(tier, seed, Size(size)) }).expect("a dossier");
    let dossier: Value = serde_json::from_str(&made.text).expect("JSON");
    let (_, sound) = of(&dossier.to_string(), &plan).expect("a dossier");
    let mut found = BTreeMap::new();
    places(&dossier, "", "", &mut found);
    assert!(found.len() > 150, "{}", found.len());
    let ways = if std::env::var_os("EKEN_LONG").is_some() { WAYS.len() } else { 1 };
    let (mut tried, mut turned) = (0usize, BTreeSet::new());
    for (number, (name, places)) in found.iter().enumerate() {
        for (place, pointer) in places.iter().enumerate() {
            // one of the four ways at each place, the others at other places and in the other dossiers; all in the long form
            let from = number + place + usize::try_from(seed).expect("a small seed");
            for way in WAYS.into_iter().cycle().skip(from % 4).take(ways) {
                let Some(other) = spoilt(&dossier, pointer, way) else { continue };
                let text = other.to_string();
                let Some((checked, assessment)) = of(&text, &plan) else { continue };
                tried += 1;
                let is_wrong = way == "of another kind" || way == "null";
                let is_near = |at: &str| at.starts_with(pointer.as_str()) || pointer.starts_with(at);
                let is_told = checked.findings().iter().any(|finding| is_near(&finding.pointer));
                assert!(!is_wrong || is_told, "{pointer} {way}: no finding stands there");
                assert!(!findings_text(&checked, &plan, "a.json", &Style::default()).is_empty());
                assert!(!assessment_text(&assessment, &checked, &plan, &Style::default()).is_empty());
                let standings = |assessment: &Assessment| -> Vec<(String, Verdict)> {
                    let all = assessment.indicators.iter().chain(&assessment.targets);
                    all.map(|standing| (standing.id.clone(), standing.verdict)).collect()
                };
                for ((id, before), (_, after)) in standings(&sound).into_iter().zip(standings(&assessment)) {
                    if way != "left out" && is_turned(before, after) {
                        turned.insert(format!("{name} {way}: {id} from {before:?} to {after:?}"));
                    }
                }
            }
        }
    }
    assert!(tried > 150, "{tried}");
    assert!(turned.is_empty(), "{}", turned.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn of_a_clean_dossier() {
    holds(Kind::Clean, LEAST, CountyTier::KeyAssistance, 1);
}

#[test]
fn of_a_dossier_at_the_thresholds() {
    holds(Kind::Boundary, LEAST_WHOLE, CountyTier::PilotDemonstration, 2);
}

#[test]
fn of_a_dossier_with_every_fault() {
    holds(Kind::AllFaults { count: 1 }, LEAST_WHOLE, CountyTier::GeneralPromotion, 3);
}
