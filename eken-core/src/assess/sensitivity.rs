//! Which verdicts depend on a reading: the assessment under every option of every reading, one at a time.

use super::options::Options;
use super::outcome::Assessment;
use super::run::Assessor;
use super::verdict::Verdict;
use crate::error::Result;
use crate::plan::Plan;
use crate::validate::Checked;

/// A verdict that another option of one reading would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependence {
    /// Id of the indicator or target.
    pub id: String,
    /// Id of the reading.
    pub reading: String,
    /// Id of the option that changes it.
    pub option: String,
    /// The verdict under the options in force.
    pub verdict: Verdict,
    /// The verdict under the other option.
    pub otherwise: Verdict,
}

/// The verdicts that depend on a reading, in the order of the plan's register. Every other option of every reading is
/// tried alone, all else as in `options`.
///
/// # Errors
/// As [`assess`](super::assess).
pub fn sensitivity(checked: &Checked, plan: &Plan, options: &Options) -> Result<Vec<Dependence>> {
    let assessor = Assessor::new(plan);
    let base = assessor.assess(checked, options)?;
    let mut found = Vec::new();
    for reading in &plan.readings {
        let used = base.readings.iter().find(|used| used.id == reading.id);
        for option in &reading.options {
            if used.is_some_and(|used| used.option == option.id) {
                continue;
            }
            let mut other = options.clone();
            other.readings.insert(reading.id.clone(), option.id.clone());
            let changed = assessor.assess(checked, &other)?;
            found.extend(differences(&base, &changed).map(|(id, verdict, otherwise)| Dependence {
                id,
                reading: reading.id.clone(),
                option: option.id.clone(),
                verdict,
                otherwise,
            }));
        }
    }
    Ok(found)
}

/// The standings whose verdicts differ between two assessments: id, the one, the other.
pub fn differences<'a>(
    one: &'a Assessment,
    other: &'a Assessment,
) -> impl Iterator<Item = (String, Verdict, Verdict)> + 'a {
    one.indicators.iter().chain(&one.targets).filter_map(|standing| {
        let changed = other.standing(&standing.id)?;
        (changed.verdict != standing.verdict).then(|| (standing.id.clone(), standing.verdict, changed.verdict))
    })
}
