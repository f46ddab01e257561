//! An assessment: how the town stands on each indicator and target.

use std::sync::Arc;

use eken_core::assess::{Assessment as Outcome, Options, Standing, sensitivity};
use eken_core::model::kind::Code;
use eken_core::plan::Plan as Law;
use eken_core::report::{
    AssessmentDocument, Change, ReceiptFile, Rendition, ReportOptions, StandingDocument, assessment_text, changed,
    explain, explanation_text, html,
};
use eken_core::validate::Checked as Facts;
use eken_io::arrow::{criteria, standings};
use pyo3::prelude::*;
use serde::Serialize;

use crate::call::detached;
use crate::frame::{self, Frame};
use crate::{error, words};

/// A verdict that depends on a reading: id, reading, option, verdict, verdict otherwise.
type Depends = (String, String, String, &'static str, &'static str);

/// What changed of a standing: id, title, verdict before and after, criteria with their values before and after and in words, all in one line.
type Changed = (String, String, &'static str, &'static str, Vec<(String, String, String, String)>, String);

/// An assessment.
#[pyclass(frozen, module = "eken._eken")]
pub struct Assessment {
    outcome: Outcome,
    facts: Arc<Facts>,
    plan: Arc<Law>,
    options: Options,
}

impl Assessment {
    /// The outcome of assessing a dossier under a plan and options.
    pub fn new(outcome: Outcome, facts: Arc<Facts>, plan: Arc<Law>, options: Options) -> Self {
        Self { outcome, facts, plan, options }
    }

    fn standings(&self) -> impl Iterator<Item = &Standing> {
        self.outcome.indicators.iter().chain(&self.outcome.targets)
    }
}

/// A document of the core as JSON.
///
/// # Errors
/// `eken.InternalError`; no document of the core is without JSON.
pub fn json(py: Python<'_>, document: &impl Serialize) -> PyResult<String> {
    serde_json::to_string(document).map_err(|_| error::internal(py))
}

#[pymethods]
impl Assessment {
    /// Id, verdict, and whether it is a target, of each standing in order.
    fn verdicts(&self) -> Vec<(String, &'static str, bool)> {
        let of = |target| move |each: &Standing| (each.id.clone(), each.verdict.code(), target);
        let indicators = self.outcome.indicators.iter().map(of(false));
        indicators.chain(self.outcome.targets.iter().map(of(true))).collect()
    }

    /// The n-th standing as JSON, its sentences in one language.
    fn standing(&self, py: Python<'_>, nth: usize, lang: &str) -> PyResult<Option<String>> {
        let lang = words::lang(py, lang)?;
        let standing = self.standings().nth(nth);
        standing.map(|standing| json(py, &StandingDocument::new(standing, &self.plan, lang))).transpose()
    }

    /// The assessment as the JSON that `eken assess` writes.
    fn json(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        json(py, &AssessmentDocument::new(&self.outcome, &self.facts, &self.plan, words::lang(py, lang)?))
    }

    /// The receipt file as JSON.
    fn receipt(&self, py: Python<'_>) -> PyResult<String> {
        json(py, &ReceiptFile::of(&self.outcome))
    }

    /// Id of the plan.
    #[getter]
    fn plan(&self) -> &str {
        &self.outcome.plan
    }

    /// Name of the town, masked of personal numbers.
    #[getter]
    fn town(&self) -> Option<&str> {
        self.outcome.town.as_deref()
    }

    /// The tier used, and whether the caller supposed it.
    #[getter]
    fn tier(&self) -> (Option<&'static str>, bool) {
        (self.outcome.tier.map(Code::code), self.outcome.tier_supposed)
    }

    /// The acceptance year.
    #[getter]
    fn year(&self) -> i32 {
        self.outcome.acceptance_year
    }

    /// The day up to which facts counted.
    #[getter]
    fn as_of(&self) -> String {
        self.outcome.as_of.to_string()
    }

    /// The readings used: id, option, whether it is the plan's default.
    fn readings(&self) -> Vec<(String, String, bool)> {
        self.outcome.readings.iter().map(|used| (used.id.clone(), used.option.clone(), used.default)).collect()
    }

    /// Whether every binding indicator is met or met by exemption.
    #[getter]
    fn all_binding_met(&self) -> bool {
        self.outcome.all_binding_met()
    }

    /// The assessment as text for people.
    fn text(&self, py: Python<'_>, lang: &str, width: usize, color: bool) -> PyResult<String> {
        let style = words::style(py, lang, width, color)?;
        Ok(assessment_text(&self.outcome, &self.facts, &self.plan, &style))
    }

    /// One verdict's whole derivation as text for people.
    fn explain(&self, py: Python<'_>, id: &str, lang: &str, width: usize, color: bool) -> PyResult<String> {
        let style = words::style(py, lang, width, color)?;
        let found = explain(&self.facts, &self.plan, &self.options, id).map_err(|refused| error::core(py, &refused))?;
        Ok(explanation_text(&found, &self.facts, &self.plan, &style))
    }

    /// The assessment as one HTML page.
    fn html(&self, py: Python<'_>, lang: &str, internal: bool) -> PyResult<String> {
        let rendition = if internal { Rendition::Internal } else { Rendition::Public };
        let options = ReportOptions { lang: words::lang(py, lang)?, rendition, dependences: None, declared: None };
        Ok(html(&self.outcome, &self.facts, &self.plan, &options))
    }

    /// The standings as a table, or their criteria.
    fn frame(
        &self,
        py: Python<'_>,
        each_criterion: bool,
        lang: &str,
        labels: Option<&str>,
        headings: Option<&str>,
    ) -> PyResult<Frame> {
        let options = frame::options(py, labels, headings, false, false, false)?;
        let make = if each_criterion { criteria } else { standings };
        let made = make(&self.outcome, &self.plan, words::lang(py, lang)?, &options);
        made.map(Frame::of).map_err(|refused| error::file(py, &refused, "BuildError"))
    }

    /// What changed since another assessment.
    fn changes(&self, py: Python<'_>, since: &Self, lang: &str) -> PyResult<Vec<Changed>> {
        let one = |each: Change| {
            let criteria = each.criteria.into_iter().map(|one| (one.title, one.before, one.after, one.text)).collect();
            (each.id, each.title, each.before.code(), each.after.code(), criteria, each.text)
        };
        Ok(changed(&since.outcome, &self.outcome, words::lang(py, lang)?).into_iter().map(one).collect())
    }

    /// The verdicts that depend on a reading: id, reading, option, verdict, verdict otherwise.
    fn sensitivity(&self, py: Python<'_>) -> PyResult<Vec<Depends>> {
        let (facts, plan, options) = (Arc::clone(&self.facts), Arc::clone(&self.plan), self.options.clone());
        let found = detached(py, usize::MAX, move || sensitivity(&facts, &plan, &options))?;
        let found = found.map_err(|refused| error::core(py, &refused))?;
        let one = |each: eken_core::assess::Dependence| {
            (each.id, each.reading, each.option, each.verdict.code(), each.otherwise.code())
        };
        Ok(found.into_iter().map(one).collect())
    }
}
