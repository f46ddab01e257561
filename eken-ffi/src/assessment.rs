//! How a town stands.

use std::collections::HashMap;
use std::sync::Arc;

use eken_core::assess::{self, Counts};
use eken_core::plan::Plan as Law;
use eken_core::report::{
    AssessmentDocument, ReceiptFile, Rendition, ReportOptions, Style, Told, ToldCriterion, changed, explain,
    explanation_text, html,
};
pub use eken_core::report::{Change, ChangedCriterion};
use eken_core::validate::Checked;
use rust_decimal::Decimal;

use crate::call::{Result, guarded};
use crate::error::EkenError;
use crate::words::{Count, Lang, Outcome};

/// How the town stands on one indicator or target.
pub type Verdict = Told;
/// One criterion of a verdict.
pub type Criterion = ToldCriterion;

/// An assessment: how a town stands on every indicator and target of a plan. It is no acceptance.
#[derive(uniffi::Object)]
pub struct Assessment {
    pub(crate) outcome: assess::Assessment,
    pub(crate) checked: Arc<Checked>,
    pub(crate) plan: Arc<Law>,
    pub(crate) options: assess::Options,
}

#[uniffi::export]
impl Assessment {
    /// Id of the plan.
    pub fn plan(&self) -> String {
        self.outcome.plan.clone()
    }

    /// Acceptance year.
    pub fn year(&self) -> i32 {
        self.outcome.acceptance_year
    }

    /// Day up to which facts counted, `YYYY-MM-DD`.
    pub fn as_of(&self) -> String {
        self.outcome.as_of.to_string()
    }

    /// How many binding indicators have each verdict.
    pub fn counts(&self) -> HashMap<Outcome, Count> {
        counted(self.outcome.counts)
    }

    /// How many targets of the county have each verdict.
    pub fn target_counts(&self) -> HashMap<Outcome, Count> {
        counted(self.outcome.target_counts)
    }

    /// Whether every binding indicator is met or met by exemption; that alone is no acceptance.
    pub fn all_binding_met(&self) -> bool {
        self.outcome.all_binding_met()
    }

    /// The verdict on every indicator and target, in order, in one language.
    ///
    /// # Errors
    /// `Internal`.
    pub fn verdicts(&self, lang: Lang) -> Result<Vec<Verdict>> {
        let standings = self.outcome.indicators.iter().chain(&self.outcome.targets);
        guarded(|| Ok(standings.map(|each| Told::new(each, &self.plan, lang)).collect()))
    }

    /// How the verdict on an indicator (`16`) or target (`T1`) comes about: a text for people.
    ///
    /// # Errors
    /// `Call` where there is none of the number.
    pub fn explain(&self, no: &str, lang: Lang) -> Result<String> {
        guarded(|| {
            let found = explain(&self.checked, &self.plan, &self.options, no)?;
            let style = Style { lang, ..Style::default() };
            Ok(explanation_text(&found, &self.checked, &self.plan, &style))
        })
    }

    /// What changed since another assessment of the town by the same plan.
    ///
    /// # Errors
    /// `Internal`.
    pub fn changes(&self, since: &Self, lang: Lang) -> Result<Vec<Change>> {
        guarded(|| Ok(changed(&since.outcome, &self.outcome, lang)))
    }

    /// It as JSON, by the published schema `assessment`.
    ///
    /// # Errors
    /// `Internal`.
    pub fn to_json(&self, lang: Lang) -> Result<String> {
        guarded(|| text(&AssessmentDocument::new(&self.outcome, &self.checked, &self.plan, lang)))
    }

    /// The receipt as JSON, with the options and digests that let anyone recompute it: the same from every language.
    ///
    /// # Errors
    /// `Internal`.
    pub fn receipt(&self) -> Result<String> {
        guarded(|| text(&ReceiptFile::of(&self.outcome)))
    }

    /// A page to print and to read on a phone, complete in itself; with personal values where it is for internal use.
    ///
    /// # Errors
    /// `Internal`.
    #[uniffi::method(default(internal = false))]
    pub fn html(&self, lang: Lang, internal: bool) -> Result<String> {
        let rendition = if internal { Rendition::Internal } else { Rendition::Public };
        let options = ReportOptions { lang, rendition, dependences: None, declared: None };
        guarded(|| Ok(html(&self.outcome, &self.checked, &self.plan, &options)))
    }
}

fn counted(counts: Counts) -> HashMap<Outcome, Count> {
    Outcome::ALL.into_iter().map(|each| (each, counts.get(each))).collect()
}

fn text(document: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(document).map_err(|_| EkenError::internal())
}

/// How the town stands on one indicator or target.
#[uniffi::remote(Record)]
pub struct Verdict {
    /// Id: `16` or `T1`.
    pub id: String,
    /// Number in the annex; none for targets.
    pub no: Option<Count>,
    /// Title.
    pub title: String,
    /// The verdict: every criterion must hold.
    pub verdict: Outcome,
    /// The verdict in words.
    pub label: String,
    /// Whether a provisional or estimated figure is among the facts.
    pub provisional: bool,
    /// Its criteria; the parts of one that joins others stand behind it, one deeper.
    pub criteria: Vec<Criterion>,
    /// Clauses.
    pub clauses: Vec<String>,
    /// The leading department.
    pub lead: Option<String>,
    /// The supporting departments.
    pub support: Vec<String>,
}

/// One criterion.
#[uniffi::remote(Record)]
pub struct Criterion {
    /// Path into the verdict: `0`, or `0/1` for the second part of the first.
    pub path: String,
    /// Name of the measure; `any` or `all` where it joins others.
    pub measure: String,
    /// What it asks.
    pub title: String,
    /// The verdict on it.
    pub verdict: Outcome,
    /// The least that the measured number can be; none for what is no number. A figure without end is rounded to 6 decimals.
    pub least: Option<Decimal>,
    /// The most that it can be; none where nothing bounds it.
    pub most: Option<Decimal>,
    /// Measured less required: negative below a floor, positive above a ceiling.
    pub gap: Option<Decimal>,
    /// Code of the unit of these.
    pub unit: Option<String>,
    /// What was measured, in words.
    pub measured_text: String,
    /// What is required, in words.
    pub required_text: String,
    /// How far it is off, in words; empty where it is not.
    pub gap_text: String,
    /// JSON Pointers of the facts that it rests on.
    pub evidence: Vec<String>,
    /// What would settle it, while it is open or in conflict.
    pub missing: Vec<String>,
    /// Clauses of its own.
    pub clauses: Vec<String>,
    /// The year looked at; for annual measures only.
    pub year: Option<i32>,
}

/// An indicator or target whose verdict, or a measured value of whose, changed.
#[uniffi::remote(Record)]
pub struct Change {
    /// Id of the indicator or target.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The verdict before.
    pub before: Outcome,
    /// The verdict after.
    pub after: Outcome,
    /// The criteria whose values changed.
    pub criteria: Vec<ChangedCriterion>,
    /// All of it in one line: `indicator 19, Publicity activities each year: 2 → 1, 1 short; now not met`.
    pub text: String,
}

/// A criterion that changed: its measured value, or the verdict on it.
#[uniffi::remote(Record)]
pub struct ChangedCriterion {
    /// What it asks.
    pub title: String,
    /// What was measured before, in words; empty where it was not asked.
    pub before: String,
    /// What was measured after, in words; empty where it is no longer asked.
    pub after: String,
    /// All of it in one line, without the title.
    pub text: String,
}
