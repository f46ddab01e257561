//! What more or less information does to verdicts: more never turns a settled one, order never matters, a missing value is
//! never zero and never a pass.

use eken_core::assess::{Assessment, Assessor, Options, Verdict};
use eken_core::limits::Limits;
use eken_core::model::Dossier;
use eken_core::model::kind::{FieldKind, Record, RecordInfo};
use eken_core::parse::parse;
use eken_core::plan::{Plan, builtin};
use eken_core::validate::validate;
use eken_tests::random::Random;
use eken_tests::vectors::{Case, cases};
use serde_json::{Value, json};

/// The plan, made ready once.
struct Law {
    plan: &'static Plan,
    assessor: Assessor<'static>,
}

impl Law {
    fn new() -> Self {
        let plan: &'static Plan = Box::leak(Box::new(builtin("yuanqu-2023").expect("the county plan")));
        Self { plan, assessor: Assessor::new(plan) }
    }
}

fn run(dossier: &Value, options: &Options, law: &Law) -> Assessment {
    let parsed = parse(dossier.to_string().as_bytes(), &Limits::default()).expect("a dossier");
    law.assessor.assess(&validate(parsed, law.plan), options).expect("an assessment")
}

/// Pointers of the values that may be given as missing, found by the model's own description.
fn missable(value: &Value, info: &RecordInfo, pointer: &str, out: &mut Vec<String>) {
    for field in &info.fields {
        let Some(inner) = value.get(field.name) else { continue };
        let at = format!("{pointer}/{}", field.name);
        if field.missable {
            out.push(at);
        } else {
            inside(inner, &field.kind, &at, out);
        }
    }
}

fn inside(value: &Value, kind: &FieldKind, at: &str, out: &mut Vec<String>) {
    match kind {
        FieldKind::Record(info) => missable(value, &info(), at, out),
        FieldKind::Section(info) => {
            for (index, item) in value.get("items").and_then(Value::as_array).into_iter().flatten().enumerate() {
                missable(item, &info(), &format!("{at}/items/{index}"), out);
            }
        }
        FieldKind::List(kind) => {
            for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                inside(item, kind, &format!("{at}/{index}"), out);
            }
        }
        _ => {}
    }
}

/// The dossier with less said in it: a section no longer complete, a record left out of it, a value gone missing.
fn weaker(dossier: &Value, random: &mut Random) -> Value {
    let mut out = dossier.clone();
    match random.below(3) {
        0 | 1 => {
            let given: Vec<&str> =
                Dossier::SECTIONS.iter().copied().filter(|name| out.get(name).is_some_and(Value::is_object)).collect();
            if given.is_empty() {
                return out;
            }
            let name = given[random.below(given.len())];
            let section = out.get_mut(name).and_then(Value::as_object_mut).expect("a section");
            section.insert("complete".to_owned(), json!(false));
            if let Some(items) = section.get_mut("items").and_then(Value::as_array_mut)
                && !items.is_empty()
                && random.below(2) == 0
            {
                let index = random.below(items.len());
                items.remove(index);
            }
        }
        _ => {
            let mut pointers = Vec::new();
            missable(&out, &Dossier::info(), "", &mut pointers);
            pointers.retain(|pointer| pointer != "/as_of" && pointer != "/$schema");
            if pointers.is_empty() {
                return out;
            }
            let pointer = &pointers[random.below(pointers.len())];
            *out.pointer_mut(pointer).expect("a value") = json!({ "missing": "not_collected" });
        }
    }
    out
}

fn shuffled(dossier: &Value, random: &mut Random) -> Value {
    let mut out = dossier.clone();
    for name in Dossier::SECTIONS {
        if let Some(items) = out.pointer_mut(&format!("/{name}/items")).and_then(Value::as_array_mut) {
            for index in (1..items.len()).rev() {
                items.swap(index, random.below(index + 1));
            }
        }
    }
    out
}

fn all_standings(assessment: &Assessment) -> impl Iterator<Item = (&str, Verdict)> {
    assessment.indicators.iter().chain(&assessment.targets).map(|standing| (standing.id.as_str(), standing.verdict))
}

/// Calls `check` on so many cases, spread evenly over all of them; on every one with `EKEN_LONG=1`.
fn each(most: usize, mut check: impl FnMut(&Case, &Law, &mut Random)) {
    let plan = Law::new();
    let mut random = Random::new(20_230_318);
    let all = cases();
    let most = if std::env::var_os("EKEN_LONG").is_some() { all.len() } else { most.min(all.len()) };
    for number in 0..most {
        check(&all[number * all.len() / most], &plan, &mut random);
    }
}

#[test]
fn more_data_never_turns_a_settled_verdict() {
    let mut wrong = Vec::new();
    each(400, |case, plan, random| {
        let mut less = weaker(&case.dossier, random);
        if random.below(2) == 0 {
            less = weaker(&less, random);
        }
        let (strong, weak) = (run(&case.dossier, &case.options, plan), run(&less, &case.options, plan));
        for ((id, before), (_, after)) in all_standings(&weak).zip(all_standings(&strong)) {
            let settled = before != Verdict::Open && before != Verdict::Conflict;
            if settled && after != before && after != Verdict::Conflict {
                wrong.push(format!(
                    "{}: {id}: {} with less, {} with all\n{less}",
                    case.name,
                    before.code(),
                    after.code()
                ));
            }
        }
    });
    assert!(
        wrong.is_empty(),
        "{} verdicts turned:\n{}",
        wrong.len(),
        wrong.iter().take(8).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn the_order_of_records_never_matters() {
    let mut wrong = Vec::new();
    each(150, |case, plan, random| {
        let other = shuffled(&case.dossier, random);
        let (one, two) = (run(&case.dossier, &case.options, plan), run(&other, &case.options, plan));
        for ((id, before), (_, after)) in all_standings(&one).zip(all_standings(&two)) {
            if before != after {
                wrong.push(format!("{}: {id}: {} becomes {}", case.name, before.code(), after.code()));
            }
        }
        if one.receipt.verdicts != two.receipt.verdicts {
            wrong.push(format!("{}: the digest of the verdicts changes with the order", case.name));
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_empty_dossier_meets_nothing_and_misses_nothing() {
    let plan = Law::new();
    let assessment = run(&json!({ "schema_version": 1 }), &Options::year(2023), &plan);
    for (id, verdict) in all_standings(&assessment) {
        assert_eq!(verdict, Verdict::Open, "{id}: nothing is known, so nothing is settled");
    }
    for standing in assessment.indicators.iter().chain(&assessment.targets) {
        assert!(!standing.missing().is_empty(), "{}: say what is missing", standing.id);
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    each(50, |case, plan, _| {
        let (one, two) = (run(&case.dossier, &case.options, plan), run(&case.dossier, &case.options, plan));
        assert_eq!(one, two, "{}", case.name);
    });
}
