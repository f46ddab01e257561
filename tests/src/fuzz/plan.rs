//! plan: a plan that is taken is written out and read again the same, can be shown and assessed by; a fault has its place.

use std::sync::OnceLock;

use eken_core::assess::{Options, assess, plan_digest};
use eken_core::error::Error;
use eken_core::limits::Limits;
use eken_core::parse::parse;
use eken_core::plan::{Plan, PlanSource, builtin};
use eken_core::report::{Style, failure_text, indicators_text, plan_text};
use eken_core::validate::validate;

use super::sign::none_steers;
use super::target::{Held, holds};

/// A dossier with something of most kinds in it.
const DOSSIER: &[u8] = include_bytes!("../../../examples/data/minimal.json");

pub(super) fn run(bytes: &[u8]) -> Held {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    for name in ["plan.toml", "plan.json"] {
        for base in [None, Some(base())] {
            match Plan::load(&PlanSource::single(name, text), base) {
                Ok(plan) => taken(&plan)?,
                Err(Error::Plan(faults)) => {
                    holds(!faults.is_empty(), "a plan is refused without a fault")?;
                    let lines: Vec<usize> = text.split('\n').map(|line| line.chars().count()).collect();
                    for fault in &faults {
                        let line = fault.line.checked_sub(1).and_then(|line| lines.get(line));
                        let is_there = line.is_some_and(|length| (1..=length + 1).contains(&fault.column));
                        holds(is_there, &format!("a fault stands nowhere in the text: {fault}"))?;
                        holds(fault.file == name, "a fault is of another file")?;
                    }
                    none_steers(&failure_text(&Error::Plan(faults), None, &Style::default()))?;
                }
                Err(error) => holds(!error.to_string().is_empty(), "an error has no words")?,
            }
        }
    }
    Ok(())
}

fn base() -> &'static Plan {
    static BASE: OnceLock<Plan> = OnceLock::new();
    BASE.get_or_init(|| builtin("shanxi-2022").expect("the province's plan"))
}

fn taken(plan: &Plan) -> Held {
    let written = plan.to_json().to_string();
    let again = Plan::load(&PlanSource::single("plan.json", written), None);
    let again = again.map_err(|error| format!("a plan that was taken is refused when written out: {error}"))?;
    holds(again.to_json() == plan.to_json(), "a plan changes when written out")?;
    holds(plan_digest(&again) == plan_digest(plan), "a plan has another digest when written out")?;
    none_steers(&plan_text(plan, &Style::default()))?;
    none_steers(&indicators_text(plan, &Style::default()))?;
    let parsed = parse(DOSSIER, &Limits::default()).map_err(|error| error.to_string())?;
    match assess(&validate(parsed, plan), plan, &Options::year(2023)) {
        Ok(assessment) => holds(assessment.indicators.len() == plan.indicators.len(), "an indicator has no standing"),
        Err(error) => holds(!error.to_string().is_empty(), "an error has no words"),
    }
}
