//! The measures as a plan is checked against them: names, parameters and their values, units, codes.

use super::registry::{Measure, MeasureParam, ValueKind, all};
use crate::model::kind::Code;
use crate::model::{
    ConvenienceService, DisclosurePlace, Medium, MilestoneKind, Origin, Setting, Subject, TargetGroup, TownFunction,
    ZoneKind,
};
use crate::plan::{MeasureSpec, MeasureValue, ParamSpec, ParamValues};
use crate::quantity::Unit;

/// Every measure, as [`Plan::load_with`](crate::plan::Plan::load_with) takes them.
pub fn specs() -> Vec<MeasureSpec> {
    all().iter().map(|measure| spec(measure)).collect()
}

fn spec(measure: &Measure) -> MeasureSpec {
    let value = match measure.value {
        ValueKind::Number => MeasureValue::Figure(unit(measure.id)),
        ValueKind::Truth => MeasureValue::Truth,
        ValueKind::Set => MeasureValue::Set(codes(measure.id)),
    };
    // a judgement is given under a reading by the reviewer, not by the measure
    let readings = (measure.id != "judgement").then_some(measure.readings);
    MeasureSpec { id: measure.id, params: measure.params.iter().map(param).collect(), readings, value }
}

fn param(param: &MeasureParam) -> ParamSpec {
    let values = match param.values {
        [] if param.name == "through" => ParamValues::Year,
        [] => ParamValues::Any,
        ["true"] => ParamValues::Flag,
        values => ParamValues::OneOf(values),
    };
    ParamSpec { name: param.name, required: param.required, values }
}

/// The unit of a measure that gives a number: things, unless another stands here.
fn unit(id: &str) -> Unit {
    match id {
        "core-area" | "facility-floor-area" | "site-area" | "site-floor-area" => Unit::SquareMetre,
        "investment" | "statistic" => Unit::Yuan,
        "statistic-growth" => Unit::Percent,
        "growth-over-city" => Unit::PercentagePoint,
        "training-person-times" => Unit::PersonTime,
        "experts-engaged" | "fostered-persons" => Unit::Person,
        _ => Unit::Item,
    }
}

/// The codes of a measure that gives a set: any, unless a list stands here.
fn codes(id: &str) -> Vec<&'static str> {
    match id {
        "disclosures" => list::<DisclosurePlace>(),
        "facility-zones" => list::<ZoneKind>(),
        "phase-milestones" => list::<MilestoneKind>(),
        "promotion" => list::<Subject>(),
        "publicity-matrix" => [list::<Medium>(), list::<Setting>()].concat(),
        "town-functions" => list::<TownFunction>(),
        "town-services" => list::<ConvenienceService>(),
        "trainee-groups" => list::<TargetGroup>(),
        "trainee-origins" => list::<Origin>(),
        _ => Vec::new(),
    }
}

fn list<T: Code>() -> Vec<&'static str> {
    T::INFO.iter().map(|info| info.code).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::assess::measure::find;
    use crate::error::Error;
    use crate::plan::{Criterion, Kind, Plan, builtin, builtin_ids, builtin_source};

    /// Every criterion of a plan that measures something, with its measure.
    fn leaves(plan: &Plan) -> Vec<(&str, &Criterion, &str)> {
        let mut found = Vec::new();
        for item in plan.indicators.iter().chain(&plan.targets) {
            for criterion in &item.criteria {
                criterion.visit(&mut |each| {
                    if let Kind::Leaf { measure, .. } = &each.kind {
                        found.push((item.id.as_str(), each, measure.as_str()));
                    }
                });
            }
        }
        found
    }

    #[test]
    fn the_built_in_plans_use_the_measures_as_they_are() {
        for id in builtin_ids() {
            let loaded = Plan::load_with(&builtin_source(id).unwrap(), None, Some(&specs()));
            let faults = match loaded {
                Ok(_) => continue,
                Err(Error::Plan(faults)) => faults,
                Err(other) => panic!("{other}"),
            };
            // a measure that is not registered is passed over here
            let left: Vec<String> = faults
                .iter()
                .filter(|fault| !fault.message.en.starts_with("there is no measure "))
                .map(ToString::to_string)
                .collect();
            assert_eq!(left, [""; 0], "{id}: mend the plan, or the measure's parameters, unit or codes");
        }
    }

    #[test]
    fn every_measure_says_what_it_is_in_both_languages() {
        for measure in all() {
            for words in [measure.label, measure.about].iter().chain(measure.params.iter().map(|param| &param.label)) {
                assert!(!words.zh.is_empty() && !words.en.is_empty(), "{}: write it in zh and en", measure.id);
                assert!(!words.en.ends_with('.') && !words.zh.ends_with('。'), "{}: no full stop", measure.id);
            }
            assert!(measure.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", measure.id);
        }
    }

    #[test]
    fn every_measure_stands_once_and_in_order() {
        let names: Vec<&str> = all().iter().map(|measure| measure.id).collect();
        let sorted: Vec<&str> = names.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        assert_eq!(names, sorted, "keep the list of registry.rs alphabetical");
    }

    #[test]
    fn every_reading_of_a_measure_is_in_the_register() {
        let plan = builtin("yuanqu-2023").unwrap();
        for measure in all() {
            for reading in measure.readings {
                assert!(plan.reading(reading).is_some(), "{}: there is no reading {reading}", measure.id);
            }
            assert!(
                !measure.annual || measure.readings.contains(&"R12"),
                "{}: an annual measure reads R12",
                measure.id
            );
        }
    }

    #[test]
    fn a_criterion_lists_no_reading_that_its_measure_does_not_consult() {
        for id in builtin_ids() {
            let plan = builtin(id).unwrap();
            for (item, criterion, measure) in leaves(&plan) {
                // a judgement is given under a reading by the reviewer, not by the measure
                let Some(found) = find(measure).filter(|found| found.id != "judgement") else { continue };
                for reading in &criterion.readings {
                    assert!(found.readings.contains(&reading.as_str()), "{id} {item}: {measure} ignores {reading}");
                }
            }
        }
    }

    #[test]
    fn every_unit_and_code_is_stated_of_a_measure_of_its_kind() {
        for spec in specs() {
            match (&spec.value, find(spec.id).unwrap().value) {
                (MeasureValue::Figure(_), ValueKind::Number) | (MeasureValue::Truth, ValueKind::Truth) => {}
                (MeasureValue::Set(codes), ValueKind::Set) => {
                    assert!(!codes.is_empty(), "{}: name its codes in specs.rs", spec.id);
                }
                other => panic!("{}: {other:?}", spec.id),
            }
        }
    }
}
