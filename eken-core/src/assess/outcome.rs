//! What an assessment says: indicators, their criteria, and the receipt.

use std::collections::BTreeSet;

use super::bounded::Unlisted;
use super::lack::{Lack, Note};
use super::measured::Value;
use super::receipt::Receipt;
use super::verdict::{Required, Verdict};
use crate::model::CountyTier;
use crate::plan::Duty;
use crate::quantity::{Date, Exact, Unit};
use crate::words::Words;

/// One year's value of an annual criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct YearResult {
    /// The year.
    pub year: i32,
    /// Its value.
    pub measured: Value,
    /// What it would mean.
    pub verdict: Verdict,
}

/// The result of one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionResult {
    /// What it asks.
    pub title: Option<Words>,
    /// Id of the measure; `any` or `all` for criteria joined.
    pub measure: String,
    /// Parameters of the measure, in the order of the plan.
    pub params: crate::plan::Params,
    /// The verdict.
    pub verdict: Verdict,
    /// The measured value; absent for criteria joined.
    pub measured: Option<Value>,
    /// What is required; absent for criteria joined.
    pub required: Option<Required>,
    /// Unit of value, requirement and gap.
    pub unit: Option<Unit>,
    /// Signed gap: the value less the bound that binds.
    pub gap: Option<Exact>,
    /// JSON Pointers of the facts.
    pub evidence: Vec<String>,
    /// What would settle it, while it is open or in conflict; of one thing lacking in many records the first hundred.
    pub missing: Vec<Lack>,
    /// How many lacks of one kind and place there are beyond those listed.
    pub unlisted: Vec<Unlisted>,
    /// What is worth knowing.
    pub notes: Vec<Note>,
    /// Whether a provisional or estimated figure is among the facts.
    pub provisional: bool,
    /// Clauses of the criterion.
    pub clauses: Vec<String>,
    /// Readings used, with the option in force.
    pub readings: Vec<(String, String)>,
    /// The year looked at, for annual measures.
    pub year: Option<i32>,
    /// Every year since the programme began, for annual measures.
    pub years: Vec<YearResult>,
    /// Parts of criteria joined by `any` or `all`.
    pub parts: Vec<CriterionResult>,
}

impl CriterionResult {
    /// How many lacks there are beyond those listed.
    pub fn unlisted_total(&self) -> usize {
        self.unlisted.iter().fold(0, |sum, each| sum.saturating_add(each.count))
    }

    /// Calls `f` on the result and on every one within it.
    pub fn visit<'a>(&'a self, f: &mut impl FnMut(&'a Self)) {
        f(self);
        for part in &self.parts {
            part.visit(f);
        }
    }
}

/// How the town stands on one indicator or target.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Id: `16` or `T1`.
    pub id: String,
    /// Number in the annex, for binding indicators.
    pub no: Option<u32>,
    /// Short name.
    pub slug: String,
    /// Title.
    pub title: Words,
    /// Group of the annex.
    pub group: Option<String>,
    /// The verdict: every criterion must hold.
    pub verdict: Verdict,
    /// Its criteria.
    pub criteria: Vec<CriterionResult>,
    /// Clauses.
    pub clauses: Vec<String>,
    /// Who leads and who supports.
    pub departments: Duty,
}

impl Standing {
    /// Whether a provisional or estimated figure is among the facts.
    pub fn is_provisional(&self) -> bool {
        let mut any = false;
        self.visit(&mut |result| any |= result.provisional);
        any
    }

    /// Calls `f` on every criterion, those within others included.
    pub fn visit<'a>(&'a self, f: &mut impl FnMut(&'a CriterionResult)) {
        for criterion in &self.criteria {
            criterion.visit(f);
        }
    }

    /// Everything listed as missing, each once.
    pub fn missing(&self) -> Vec<&Lack> {
        let (mut out, mut seen) = (Vec::new(), BTreeSet::new());
        self.visit(&mut |result| out.extend(result.missing.iter().filter(|lack| seen.insert(*lack))));
        out
    }
}

/// How many standings have each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Met.
    pub met: usize,
    /// Met by exemption.
    pub met_by_exemption: usize,
    /// Not met.
    pub not_met: usize,
    /// Open.
    pub open: usize,
    /// Not applicable.
    pub not_applicable: usize,
    /// In conflict.
    pub conflict: usize,
}

impl Counts {
    /// Counts standings.
    pub fn of(standings: &[Standing]) -> Self {
        let count = |verdict| standings.iter().filter(|standing| standing.verdict == verdict).count();
        Self {
            met: count(Verdict::Met),
            met_by_exemption: count(Verdict::MetByExemption),
            not_met: count(Verdict::NotMet),
            open: count(Verdict::Open),
            not_applicable: count(Verdict::NotApplicable),
            conflict: count(Verdict::Conflict),
        }
    }

    /// How many have this verdict.
    pub const fn get(&self, verdict: Verdict) -> usize {
        match verdict {
            Verdict::Met => self.met,
            Verdict::MetByExemption => self.met_by_exemption,
            Verdict::NotMet => self.not_met,
            Verdict::Open => self.open,
            Verdict::NotApplicable => self.not_applicable,
            Verdict::Conflict => self.conflict,
        }
    }
}

/// A reading and the option used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingUsed {
    /// Id of the reading.
    pub id: String,
    /// Id of the option.
    pub option: String,
    /// Whether it is the plan's default.
    pub default: bool,
}

/// An assessment: how the town stands on every indicator and target of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// Id of the plan.
    pub plan: String,
    /// Name of the town, masked of personal numbers.
    pub town: Option<String>,
    /// The tier used; none when it is not declared with its evidence.
    pub tier: Option<CountyTier>,
    /// Whether the tier was supposed by the caller.
    pub tier_supposed: bool,
    /// What the tier lacks, when it is not settled.
    pub tier_lack: Option<Lack>,
    /// The acceptance year.
    pub acceptance_year: i32,
    /// The day up to which facts counted.
    pub as_of: Date,
    /// The readings used.
    pub readings: Vec<ReadingUsed>,
    /// The binding indicators, in the order of the annex.
    pub indicators: Vec<Standing>,
    /// The targets of the county's own plan.
    pub targets: Vec<Standing>,
    /// Counts over the indicators.
    pub counts: Counts,
    /// Counts over the targets.
    pub target_counts: Counts,
    /// Digests that let anyone recompute it.
    pub receipt: Receipt,
}

impl Assessment {
    /// The standing of an id: `16` or `T1`.
    pub fn standing(&self, id: &str) -> Option<&Standing> {
        self.indicators.iter().chain(&self.targets).find(|standing| standing.id.eq_ignore_ascii_case(id))
    }

    /// Whether every binding indicator is met or met by exemption (R32); this is not an acceptance.
    pub fn all_binding_met(&self) -> bool {
        !self.indicators.is_empty() && self.indicators.iter().all(|standing| standing.verdict.is_passed())
    }
}
