//! A dossier that was validated: its findings.

use std::collections::BTreeMap;
use std::sync::Arc;

use eken_core::assess::assess;
use eken_core::finding::{Finding, Severity};
use eken_core::json::Param;
use eken_core::limits::Limits;
use eken_core::plan::Plan as Law;
use eken_core::report::{
    FileDocument, FindingDocument, FindingsFile, ReceiptFile, digests, findings_text, junit_text, sarif_text,
};
use eken_core::validate::Checked as Facts;
use eken_io::arrow::findings;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::assessment::Assessment;
use crate::call::detached;
use crate::frame::{self, Frame};
use crate::plan::Plan;
use crate::{error, words};

/// A finding as Python takes it: code, severity, pointer, line, column, cell, parameters, clauses, message, help.
type Taken<'py> =
    (String, &'static str, String, usize, usize, Option<String>, Bound<'py, PyDict>, Vec<String>, String, String);

/// A rule that was not evaluated on something: code, reason, reason in words, pointers, how many.
type Skipped = (&'static str, &'static str, &'static str, Vec<String>, usize);
/// A waived finding: the finding, reason, authority, last day.
type Passed<'py> = (Taken<'py>, String, String, String);
/// A digest of a receipt: of what, whether it is the same, as stated, as computed.
type Part = (&'static str, bool, String, String);

/// A validated dossier.
#[pyclass(frozen, module = "eken._eken")]
pub struct Checked {
    facts: Arc<Facts>,
    plan: Arc<Law>,
    size: usize,
}

impl Checked {
    /// A dossier of so many bytes that was validated under a plan.
    pub fn new(facts: Facts, plan: Arc<Law>, size: usize) -> Self {
        Self { facts: Arc::new(facts), plan, size }
    }

    fn file(&self, py: Python<'_>, name: &str, lang: &str) -> PyResult<FindingsFile> {
        let document = FileDocument::read(name, &self.facts, &self.plan, words::lang(py, lang)?);
        Ok(FindingsFile { files: vec![document] })
    }
}

/// A finding under a plan, its sentences in one language.
fn taken<'py>(py: Python<'py>, finding: &Finding, plan: &Law, lang: &str) -> PyResult<Taken<'py>> {
    let document = FindingDocument::new(finding, plan, words::lang(py, lang)?);
    let params = PyDict::new(py);
    for (name, param) in &finding.params {
        match param {
            Param::Text(text) => params.set_item(name, &**text)?,
            Param::Number(number) => params.set_item(name, number)?,
        }
    }
    let FindingDocument { code, pointer, line, column, cell, clauses, message, help, .. } = document;
    Ok((code, finding.severity.code(), pointer, line, column, cell, params, clauses, message, help))
}

/// The findings of one record by itself, their sentences in one language.
#[pyfunction]
pub fn check_record<'py>(
    py: Python<'py>,
    section: &str,
    json: &str,
    plan: &Plan,
    lang: &str,
) -> PyResult<Vec<Taken<'py>>> {
    let plan = plan.shared();
    let found = eken_core::validate::check_record(section, json, &plan, &Limits::default());
    let found = found.map_err(|refused| error::core(py, &refused))?;
    found.iter().map(|each| taken(py, each, &plan, lang)).collect()
}

#[pymethods]
impl Checked {
    fn __len__(&self) -> usize {
        self.facts.findings().len()
    }

    /// The n-th finding, its sentences in one language.
    fn finding<'py>(&self, py: Python<'py>, nth: usize, lang: &str) -> PyResult<Option<Taken<'py>>> {
        self.facts.findings().get(nth).map(|finding| taken(py, finding, &self.plan, lang)).transpose()
    }

    /// Code and severity of every finding, in order.
    fn codes(&self) -> Vec<(&'static str, &'static str)> {
        self.facts.findings().iter().map(|finding| (finding.code(), finding.severity.code())).collect()
    }

    /// How many errors, warnings and notes there are, those not listed included.
    fn totals(&self) -> (usize, usize, usize) {
        let of = |severity| self.facts.total(severity);
        (of(Severity::Error), of(Severity::Warning), of(Severity::Info))
    }

    /// How many findings there are of each code, those not listed included.
    fn by_code(&self) -> BTreeMap<&'static str, usize> {
        self.facts.by_code().clone()
    }

    /// Rules that were not evaluated on something: code, reason, reason in words, pointers, how many.
    fn not_evaluated(&self, py: Python<'_>, lang: &str) -> PyResult<Vec<Skipped>> {
        let lang = words::lang(py, lang)?;
        let one = |each: &eken_core::validate::NotEvaluated| {
            (each.code, each.why.code(), each.why.label().get(lang), each.pointers.clone(), each.total)
        };
        Ok(self.facts.not_evaluated().iter().map(one).collect())
    }

    /// The waived findings: finding, reason, authority, last day.
    fn waived<'py>(&self, py: Python<'py>, lang: &str) -> PyResult<Vec<Passed<'py>>> {
        let waived = self.facts.waived().iter().filter_map(|each| Some((each, self.facts.waivers().get(each.waiver)?)));
        let masked = |text: &str| eken_core::code::mask_personal(text).into_owned();
        waived
            .map(|(each, waiver)| {
                let taken = taken(py, &each.finding, &self.plan, lang)?;
                Ok((taken, masked(&waiver.reason), masked(&waiver.authority), waiver.until.to_string()))
            })
            .collect()
    }

    /// The findings as text for people.
    fn text(&self, py: Python<'_>, name: &str, lang: &str, width: usize, color: bool) -> PyResult<String> {
        Ok(findings_text(&self.facts, &self.plan, name, &words::style(py, lang, width, color)?))
    }

    /// The findings as JSON, SARIF or JUnit.
    fn form(&self, py: Python<'_>, form: &str, name: &str, lang: &str) -> PyResult<String> {
        let file = self.file(py, name, lang)?;
        let lang = words::lang(py, lang)?;
        match form {
            "json" => serde_json::to_string(&file).map_err(|_| error::internal(py)),
            "sarif" => Ok(sarif_text(&file, lang)),
            "junit" => Ok(junit_text(&file, &[Severity::Error], lang)),
            _ => Err(words::unknown(py, "form", form, ["json", "sarif", "junit"])),
        }
    }

    /// Assesses it under the plan that it was validated with.
    #[pyo3(signature = (year, as_of, readings, tier))]
    fn assess(
        &self,
        py: Python<'_>,
        year: i32,
        as_of: Option<&str>,
        readings: BTreeMap<String, String>,
        tier: Option<&str>,
    ) -> PyResult<Assessment> {
        let options = words::options(py, year, as_of, readings, tier)?;
        let (facts, plan, asked) = (Arc::clone(&self.facts), Arc::clone(&self.plan), options.clone());
        let assessment = detached(py, self.size, move || assess(&facts, &plan, &asked))?;
        let assessment = assessment.map_err(|refused| error::core(py, &refused))?;
        Ok(Assessment::new(assessment, Arc::clone(&self.facts), Arc::clone(&self.plan), options))
    }

    /// The findings as a table.
    fn frame(&self, py: Python<'_>, lang: &str, labels: Option<&str>, headings: Option<&str>) -> PyResult<Frame> {
        let options = frame::options(py, labels, headings, false, false, false)?;
        let made = findings(&self.facts, &self.plan, words::lang(py, lang)?, &options);
        made.map(Frame::of).map_err(|refused| error::file(py, &refused, "BuildError"))
    }

    /// Holds a receipt against it: part, whether it is the same, as stated, as computed. None where the text is no receipt.
    fn verify(&self, py: Python<'_>, receipt: &str) -> PyResult<Option<Vec<Part>>> {
        let Some(file) = ReceiptFile::read(receipt) else { return Ok(None) };
        let parts = digests(&file, &self.facts, &self.plan).map_err(|refused| error::core(py, &refused))?;
        Ok(Some(parts.into_iter().map(|part| (part.part, part.same, part.stated, part.computed)).collect()))
    }
}
