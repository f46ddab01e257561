//! The thresholds of the 28 binding indicators, written out a second time by hand from Annex 2.

use rust_decimal::Decimal;

use crate::plan::{Criterion, Kind, Level, Plan, Test, builtin};

/// Every figure that binds under the default readings: indicator, measure, test, unit, figures (one, or one a tier,
/// or least and greatest).
const ANNEX_2: &[(&str, &str, &str, &str, &[&str])] = &[
    ("2", "industries", "between", "item", &["1", "3"]),
    ("3", "supply-chains", "at-least", "item", &["1"]),
    ("4", "leading-enterprises", "at-least", "item", &["5"]),
    ("6", "pavilions", "at-least", "item", &["1"]),
    ("7", "outlets", "at-least", "item", &["1"]),
    ("8", "brands", "at-least", "item", &["1"]),
    ("8", "brands", "at-least", "item", &["5"]),
    ("8", "online-products", "at-least", "item", &["5"]),
    ("10", "brand-exhibitions", "at-least", "item", &["1"]),
    ("11", "facility-floor-area", "at-least", "m2", &["100"]),
    ("11", "training-person-times", "at-least", "person-time", &["500"]),
    ("12", "experts-engaged", "at-least", "person", &["5"]),
    ("12", "fostered-persons", "at-least", "person", &["5"]),
    ("13", "fostered-persons", "at-least", "person", &["5"]),
    ("14", "contests", "at-least", "item", &["1"]),
    ("15", "facility-floor-area", "at-least", "m2", &["1000"]),
    ("15", "facility-contains", "at-least", "item", &["1"]),
    ("15", "facility-contains", "at-least", "item", &["1"]),
    ("16", "facility-floor-area", "between", "m2", &["100", "300"]),
    ("17", "facility-floor-area", "at-least", "m2", &["500"]),
    ("19", "publicity-activities", "at-least", "item", &["2"]),
    ("23", "statistic", "at-least", "yuan", &["200000000", "150000000", "100000000"]),
    ("23", "growth-over-city", "at-least", "percentage-point", &["2"]),
    ("24", "site-area", "between", "m2", &["500000", "5000000"]),
    ("24", "site-floor-area", "at-least", "m2", &["500000"]),
    ("25", "investment", "at-least", "yuan", &["300000000", "200000000", "100000000"]),
    ("26", "statistic", "at-least", "yuan", &["50000000", "30000000", "20000000"]),
    ("26", "statistic-growth", "at-least", "percent", &["10"]),
    ("27", "registered-entities", "at-least", "item", &["10"]),
    ("28", "outlets", "at-least", "item", &["1"]),
    ("28", "outlets", "at-least", "item", &["1"]),
    ("28", "outlets", "at-least", "item", &["1"]),
];

/// The same for the county's own targets.
const TARGETS: &[(&str, &str, &str, &str, &[&str])] = &[
    ("T1", "investment", "at-least", "yuan", &["100000000"]),
    ("T1", "statistic", "at-least", "yuan", &["100000000"]),
    ("T1", "statistic", "at-least", "yuan", &["20000000"]),
    ("T1", "statistic-growth", "at-least", "percent", &["10"]),
    ("T2", "registered-entities", "at-least", "item", &["10"]),
    ("T2", "registered-entities", "at-least", "item", &["6"]),
    ("T2", "registered-entities", "at-least", "item", &["1"]),
    ("T3", "training-person-times", "at-least", "person-time", &["200"]),
    ("T3", "entities-in-force", "at-least", "item", &["1"]),
    ("T3", "leading-enterprises", "at-least", "item", &["1"]),
    ("T4", "brands", "at-least", "item", &["1"]),
    ("T4", "brands", "at-least", "item", &["1"]),
    ("T6", "facility-floor-area", "at-least", "m2", &["500"]),
    ("T7", "outlets", "at-least", "item", &["1"]),
    ("T8", "outlets", "at-least", "item", &["1"]),
    ("T11", "inspections", "at-least", "item", &["1"]),
    ("T15", "core-area", "exactly", "m2", &["1500000"]),
];

fn applies(plan: &Plan, criterion: &Criterion) -> bool {
    criterion.when.iter().all(|(id, options)| options.contains(&plan.reading(id).unwrap().default))
}

fn leaves<'a>(plan: &Plan, criterion: &'a Criterion, found: &mut Vec<(&'a str, &'a Test)>) {
    if !applies(plan, criterion) {
        return;
    }
    match &criterion.kind {
        Kind::Leaf { measure, test, .. } => found.push((measure, test)),
        Kind::Any(parts) | Kind::All(parts) => parts.iter().for_each(|part| leaves(plan, part, found)),
    }
}

/// What binds under the default readings, as the tables above write it.
fn figures(plan: &Plan, targets: bool) -> Vec<(String, String, String, String, Vec<String>)> {
    let items = if targets { &plan.targets } else { &plan.indicators };
    let mut rows = Vec::new();
    for item in items {
        let mut found = Vec::new();
        item.criteria.iter().for_each(|criterion| leaves(plan, criterion, &mut found));
        for (measure, test) in found {
            let values: Vec<Decimal> = match (test, test.threshold().map(|limit| &limit.value)) {
                (Test::Between { min, max, .. }, _) => vec![*min, *max],
                (_, Some(Level::Fixed(value))) => vec![*value],
                (_, Some(Level::ByTier(cells))) => {
                    let tiers: Vec<&str> = cells.iter().map(|(tier, _)| tier.as_str()).collect();
                    assert_eq!(tiers, ["pilot_demonstration", "general_promotion", "key_assistance"]);
                    cells.iter().map(|(_, value)| *value).collect()
                }
                _ => continue,
            };
            let unit = test.unit().unwrap().code().to_owned();
            let values = values.iter().map(ToString::to_string).collect();
            rows.push((item.id.clone(), measure.to_owned(), test.key().to_owned(), unit, values));
        }
    }
    rows
}

fn written(rows: &[(&str, &str, &str, &str, &[&str])]) -> Vec<(String, String, String, String, Vec<String>)> {
    let row = |(id, measure, test, unit, values): &(&str, &str, &str, &str, &[&str])| {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        ((*id).to_owned(), (*measure).to_owned(), (*test).to_owned(), (*unit).to_owned(), values)
    };
    rows.iter().map(row).collect()
}

#[test]
fn the_figures_of_annex_2_are_those_of_the_law() {
    for id in ["shanxi-2022", "yuanqu-2023"] {
        assert_eq!(figures(&builtin(id).unwrap(), false), written(ANNEX_2), "{id}");
    }
}

#[test]
fn the_figures_of_the_county_targets_are_those_of_the_law() {
    assert_eq!(figures(&builtin("yuanqu-2023").unwrap(), true), written(TARGETS));
}

/// What each reading but R17 turns on and off, tightens or opens to exemption: indicator, modifier, reading, options.
const CONDITIONS: &[(&str, &str, &str, &str)] = &[
    ("4", "when", "R10", "city-evidence"),
    ("4", "when", "R10", "local"),
    ("4", "when", "R10", "recognised"),
    ("17", "when", "R3", "exemption hard-floor"),
    ("17", "exemptible-under", "R3", "exemption"),
    ("17", "when", "R3", "guidance"),
    ("19", "strict-under", "R2", "more-than"),
    ("20", "when", "R28", "all-fields"),
    ("23", "when", "R4", "both amount-only"),
    ("23", "when", "R4", "both growth-only"),
    ("23", "strict-under", "R20", "output-greater"),
    ("24", "when", "R14", "both-branches"),
    ("24", "strict-under", "R1", "excluded"),
    ("24", "when", "R14", "both-branches"),
    ("24", "when", "R14", "both-branches"),
    ("24", "when", "R14", "both-branches"),
    ("24", "when", "R14", "both-branches"),
    ("24", "when", "R14", "site-area-only"),
    ("24", "strict-under", "R1", "excluded"),
    ("26", "when", "R5", "both amount-only"),
    ("26", "when", "R5", "both growth-only"),
    ("28", "when", "R9", "same"),
    ("28", "when", "R9", "two-outlets"),
];

#[test]
fn the_readings_switch_what_the_register_says_they_switch() {
    let plan = builtin("shanxi-2022").unwrap();
    let mut found = Vec::new();
    for item in &plan.indicators {
        for criterion in &item.criteria {
            criterion.visit(&mut |each| {
                let modifiers = [
                    ("when", &each.when),
                    ("strict-under", &each.strict_under),
                    ("exemptible-under", &each.exemptible_under),
                ];
                for (key, condition) in modifiers {
                    for (reading, options) in condition.iter().filter(|(reading, _)| reading != "R17") {
                        found.push((item.id.clone(), key, reading.clone(), options.join(" ")));
                    }
                }
            });
        }
    }
    let found: Vec<(&str, &str, &str, &str)> = found
        .iter()
        .map(|(id, key, reading, options)| (id.as_str(), *key, reading.as_str(), options.as_str()))
        .collect();
    assert_eq!(found, CONDITIONS);
}

#[test]
fn by_default_neither_the_heading_nor_the_body_adds_to_annex_2() {
    let (province, county) = (builtin("shanxi-2022").unwrap(), builtin("yuanqu-2023").unwrap());
    for (plain, amended) in province.indicators.iter().zip(&county.indicators) {
        let (kept, added) = amended.criteria.split_at(plain.criteria.len());
        assert_eq!(kept, plain.criteria);
        let only_if_the_body_tightens = vec![("R17".to_owned(), vec!["body-tightens".to_owned()])];
        assert!(added.iter().all(|criterion| criterion.when == only_if_the_body_tightens), "{}", plain.id);
    }
}
