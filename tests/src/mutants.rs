//! Mutants of a plan: each changes one figure, operator, cell, code or condition. A vector must notice each.

use eken_core::plan::{Criterion, Indicator, Kind, Level, Plan, Test, Threshold};
use eken_core::quantity::Unit;

/// A plan with one change.
pub struct Mutant {
    /// The indicator or target that was changed.
    pub id: String,
    /// What was changed.
    pub what: String,
    /// The indicator as changed.
    pub indicator: Indicator,
}

/// Every mutant of a plan's indicators and targets.
pub fn mutants(plan: &Plan) -> Vec<Mutant> {
    plan.indicators.iter().chain(&plan.targets).flat_map(of).collect()
}

fn of(indicator: &Indicator) -> Vec<Mutant> {
    let mut out = Vec::new();
    let mut push = |what: String, criteria: Vec<Criterion>| {
        out.push(Mutant {
            id: indicator.id.clone(),
            what: format!("{}: {what}", indicator.id),
            indicator: Indicator { criteria, ..indicator.clone() },
        });
    };
    for (what, criteria) in list(&indicator.criteria, "") {
        push(what, criteria);
    }
    out
}

/// Every way to change one thing in a list of criteria.
fn list(criteria: &[Criterion], path: &str) -> Vec<(String, Vec<Criterion>)> {
    let mut out = Vec::new();
    for (index, criterion) in criteria.iter().enumerate() {
        let here = format!("{path}/{index}");
        let mut without = criteria.to_vec();
        without.remove(index);
        out.push((format!("{here} removed"), without));
        for (what, changed) in one(criterion, &here) {
            let mut with = criteria.to_vec();
            with[index] = changed;
            out.push((what, with));
        }
    }
    out
}

fn one(criterion: &Criterion, path: &str) -> Vec<(String, Criterion)> {
    let mut out = Vec::new();
    let mut push = |what: String, changed: Criterion| out.push((format!("{path} {what}"), changed));
    for (name, get) in CONDITIONS {
        let when = get(&mut criterion.clone()).clone();
        for (index, (_, options)) in when.iter().enumerate() {
            let mut changed = criterion.clone();
            let (reading, _) = get(&mut changed).remove(index);
            push(format!("{name} without {reading}"), changed);
            for option in 0..options.len() {
                let mut changed = criterion.clone();
                let gone = get(&mut changed)[index].1.remove(option);
                push(format!("{name} {reading} without {gone}"), changed);
            }
        }
    }
    for index in 0..criterion.readings.len() {
        let mut changed = criterion.clone();
        let reading = changed.readings.remove(index);
        push(format!("readings without {reading}"), changed);
    }
    match &criterion.kind {
        Kind::Leaf { measure, params, test } => {
            for (what, test) in tests(test) {
                let kind = Kind::Leaf { measure: measure.clone(), params: params.clone(), test };
                push(what, Criterion { kind, ..criterion.clone() });
            }
            for index in 0..params.0.len() {
                let mut params = params.clone();
                let (name, _) = params.0.remove(index);
                let kind = Kind::Leaf { measure: measure.clone(), params, test: test.clone() };
                push(format!("without the parameter {name}"), Criterion { kind, ..criterion.clone() });
            }
        }
        Kind::Any(parts) => {
            push("any becomes all".to_owned(), Criterion { kind: Kind::All(parts.clone()), ..criterion.clone() });
            for (what, parts) in list(parts, path) {
                out.push((what, Criterion { kind: Kind::Any(parts), ..criterion.clone() }));
            }
        }
        Kind::All(parts) => {
            push("all becomes any".to_owned(), Criterion { kind: Kind::Any(parts.clone()), ..criterion.clone() });
            for (what, parts) in list(parts, path) {
                out.push((what, Criterion { kind: Kind::All(parts), ..criterion.clone() }));
            }
        }
    }
    out
}

type Condition = fn(&mut Criterion) -> &mut Vec<(String, Vec<String>)>;

const CONDITIONS: [(&str, Condition); 3] = [
    ("when", |criterion| &mut criterion.when),
    ("strict-under", |criterion| &mut criterion.strict_under),
    ("exemptible-under", |criterion| &mut criterion.exemptible_under),
];

/// The least step of a unit: a vector must stand this near to each threshold.
fn step(unit: Unit) -> rust_decimal::Decimal {
    match unit {
        Unit::Yuan | Unit::SquareMetre | Unit::Percent | Unit::PercentagePoint | Unit::Hour => {
            rust_decimal::Decimal::new(1, 2)
        }
        Unit::PersonTime | Unit::Person | Unit::Item => rust_decimal::Decimal::ONE,
    }
}

/// What makes a test of a threshold.
type Maker = fn(Threshold) -> Test;

fn tests(test: &Test) -> Vec<(String, Test)> {
    let mut out = Vec::new();
    let makers: [(&str, Maker); 5] = [
        ("at-least", Test::AtLeast),
        ("more-than", Test::MoreThan),
        ("at-most", Test::AtMost),
        ("less-than", Test::LessThan),
        ("exactly", Test::Exactly),
    ];
    match test {
        Test::Between { min, max, unit } => {
            let step = step(*unit);
            for (what, min, max) in [
                ("min up", *min + step, *max),
                ("min down", *min - step, *max),
                ("max up", *min, *max + step),
                ("max down", *min, *max - step),
            ] {
                out.push((what.to_owned(), Test::Between { min, max, unit: *unit }));
            }
        }
        Test::Includes(codes) => {
            for index in 0..codes.len() {
                let mut codes = codes.clone();
                let gone = codes.remove(index);
                out.push((format!("includes without {gone}"), Test::Includes(codes)));
            }
            if codes.len() > 1 {
                out.push(("includes becomes includes-any".to_owned(), Test::IncludesAny(codes.clone())));
            }
        }
        Test::IncludesAny(codes) => {
            for index in 0..codes.len() {
                let mut codes = codes.clone();
                let gone = codes.remove(index);
                out.push((format!("includes-any without {gone}"), Test::IncludesAny(codes)));
            }
            if codes.len() > 1 {
                out.push(("includes-any becomes includes".to_owned(), Test::Includes(codes.clone())));
            }
        }
        Test::Holds => {}
        Test::AtLeast(limit)
        | Test::MoreThan(limit)
        | Test::AtMost(limit)
        | Test::LessThan(limit)
        | Test::Exactly(limit) => {
            for (key, make) in makers.iter().filter(|(key, _)| *key != test.key()) {
                out.push((format!("{} becomes {key}", test.key()), make(limit.clone())));
            }
            let same = makers.iter().find(|(key, _)| *key == test.key()).expect("its own maker").1;
            for (what, limit) in levels(limit) {
                out.push((what, same(limit)));
            }
        }
    }
    out
}

fn levels(limit: &Threshold) -> Vec<(String, Threshold)> {
    let step = step(limit.unit);
    let mut out = Vec::new();
    match &limit.value {
        Level::Fixed(value) => {
            for (what, value) in [("up", *value + step), ("down", *value - step)] {
                out.push((format!("threshold {what}"), Threshold { unit: limit.unit, value: Level::Fixed(value) }));
            }
        }
        Level::ByTier(cells) => {
            for index in 0..cells.len() {
                for (what, change) in [("up", step), ("down", -step)] {
                    let mut cells = cells.clone();
                    cells[index].1 += change;
                    let tier = cells[index].0.clone();
                    out.push((
                        format!("cell {tier} {what}"),
                        Threshold { unit: limit.unit, value: Level::ByTier(cells) },
                    ));
                }
                let mut cells = cells.clone();
                let (tier, _) = cells.remove(index);
                out.push((format!("cell {tier} removed"), Threshold { unit: limit.unit, value: Level::ByTier(cells) }));
            }
        }
    }
    out
}
