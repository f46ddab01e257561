//! Everything that eken says of a dossier: each output with its name, in both languages.

use eken_core::assess::{Assessment, Options, assess, differences, sensitivity};
use eken_core::error::Error;
use eken_core::finding::Severity;
use eken_core::limits::Limits;
use eken_core::model::CountyTier;
use eken_core::parse::parse;
use eken_core::plan::Plan;
use eken_core::report::{
    AssessmentDocument, Book, ErrorDocument, FileDocument, FindingsFile, ReceiptFile, Rendition, ReportOptions, Style,
    assessment_text, book, changes_text, dependences_text, digests, ess_text, explain, explanation_text, failure_text,
    findings_text, html, junit_text, ndjson_lines, sarif_text, total_text, verification_text,
};
use eken_core::validate::{Checked, validate};
use eken_core::words::Lang;
use eken_io::file::zip::{Archive, ZipLimits};
use eken_io::report::workbook::workbook;

use super::tool::legible;

/// The year that all is assessed for.
const YEAR: i32 = 2023;

/// The reports there are; each dossier has one of them made, in turn.
const REPORTS: [(Lang, Rendition); 4] = [
    (Lang::Zh, Rendition::Public),
    (Lang::En, Rendition::Internal),
    (Lang::Zh, Rendition::Internal),
    (Lang::En, Rendition::Public),
];

/// Which of the dear outputs to make.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Explain one standing in so many.
    pub explain_one_in: usize,
    /// Which of them: those whose number leaves this rest.
    pub rest: usize,
    /// Whether to try every reading.
    pub sensitivity: bool,
}

/// Where outputs go, each with its name.
pub type Sink<'a> = &'a mut dyn FnMut(&str, &str);

/// Reads, checks, assesses and explains a dossier, and hands every text that comes of it to the sink.
pub fn outputs(bytes: &[u8], plan: &Plan, wanted: Wanted, sink: Sink<'_>) {
    let parsed = match parse(bytes, &Limits::default()) {
        Ok(parsed) => parsed,
        Err(error) => return of_error(&error, sink),
    };
    sink("Debug of Dossier", &format!("{:?}", parsed.dossier()));
    sink("Debug of Parsed", &format!("{parsed:#?}"));
    let checked = validate(parsed, plan);
    of_findings(&checked, plan, sink);
    let options = Options::year(YEAR);
    match assess(&checked, plan, &options) {
        Ok(assessment) => {
            of_assessment(&assessment, &checked, plan, sink);
            of_report(&assessment, &checked, plan, wanted, sink);
        }
        Err(error) => return of_error(&error, sink),
    }
    if wanted.sensitivity {
        of_readings(&checked, plan, &options, sink);
    }
    let standings = plan.indicators.iter().chain(&plan.targets).enumerate();
    for (_, item) in standings.filter(|(index, _)| index.checked_rem(wanted.explain_one_in) == Some(wanted.rest)) {
        match explain(&checked, plan, &options, &item.id) {
            Ok(explanation) => {
                sink("Debug of Explanation", &format!("{explanation:?}"));
                for style in styles() {
                    sink("explain", &explanation_text(&explanation, &checked, plan, &style));
                }
            }
            Err(error) => of_error(&error, sink),
        }
    }
}

fn styles() -> [Style; 2] {
    [Style::default(), Style { lang: Lang::En, color: true, ..Style::default() }]
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn of_error(error: &Error, sink: Sink<'_>) {
    sink("Display of Error", &error.to_string());
    sink("Debug of Error", &format!("{error:?}"));
    for style in styles() {
        sink("error", &failure_text(error, Some("a.json"), &style));
        let file = FileDocument::unread("a.json", ErrorDocument::new(error, style.lang));
        of_file(file, style.lang, sink);
    }
}

fn of_findings(checked: &Checked, plan: &Plan, sink: Sink<'_>) {
    sink("Debug of Checked", &format!("{checked:?}"));
    sink("findings", &json(&checked.findings()));
    for style in styles() {
        sink("check text", &findings_text(checked, plan, "a.json", &style));
        sink("check total", &total_text(checked, style.lang));
        of_file(FileDocument::read("a.json", checked, plan, style.lang), style.lang, sink);
    }
}

fn of_file(file: FileDocument, lang: Lang, sink: Sink<'_>) {
    sink("Debug of FileDocument", &format!("{file:?}"));
    sink("check ndjson", &ndjson_lines(&file));
    let files = FindingsFile { files: vec![file] };
    sink("check json", &json(&files));
    sink("check sarif", &sarif_text(&files, lang));
    sink("check junit", &junit_text(&files, &Severity::ALL, lang));
    sink("check ess", &ess_text(&files, "2023-12-31T00:00:00Z", lang));
}

fn of_assessment(assessment: &Assessment, checked: &Checked, plan: &Plan, sink: Sink<'_>) {
    sink("Debug of Assessment", &format!("{assessment:?}"));
    let receipt = ReceiptFile::of(assessment);
    sink("receipt", &json(&receipt));
    sink("Debug of ReceiptFile", &format!("{receipt:?}"));
    for style in styles() {
        sink("assess text", &assessment_text(assessment, checked, plan, &style));
        sink("assess json", &json(&AssessmentDocument::new(assessment, checked, plan, style.lang)));
        match digests(&receipt, checked, plan) {
            Ok(parts) => sink("verify", &verification_text(&parts, None, &style)),
            Err(error) => of_error(&error, sink),
        }
    }
}

fn of_report(assessment: &Assessment, checked: &Checked, plan: &Plan, wanted: Wanted, sink: Sink<'_>) {
    let turn = wanted.rest.checked_rem(REPORTS.len()).unwrap_or_default();
    if let Some((lang, rendition)) = REPORTS.get(turn).copied() {
        let options = ReportOptions { lang, rendition, ..ReportOptions::default() };
        sink("assess html", &html(assessment, checked, plan, &options));
        of_book(&book(assessment, checked, plan, &options), sink);
    }
}

/// The name under which an error of what eken wrote itself is handed over.
pub const UNREADABLE: &str = "a workbook that cannot be read";

/// The report as tables, and every part of the workbook that is made of them, inflated.
fn of_book(book: &Book, sink: Sink<'_>) {
    sink("Debug of Book", &format!("{book:?}"));
    match parts(book) {
        Ok(parts) => {
            for (name, bytes) in parts {
                sink(&format!("assess xlsx, {name}"), &legible(&bytes));
            }
        }
        Err(error) => sink(UNREADABLE, &error.to_string()),
    }
}

/// The parts of the workbook of a report, each with its name.
fn parts(book: &Book) -> eken_io::error::Result<Vec<(String, Vec<u8>)>> {
    let bytes = workbook(book)?;
    let mut archive = Archive::open(&bytes, &ZipLimits::default())?;
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    let mut parts = Vec::new();
    for name in names {
        let part = archive.read(&name)?.unwrap_or_default();
        parts.push((name, part));
    }
    Ok(parts)
}

fn of_readings(checked: &Checked, plan: &Plan, options: &Options, sink: Sink<'_>) {
    let supposed = Options { tier: Some(CountyTier::PilotDemonstration), ..options.clone() };
    match (sensitivity(checked, plan, options), assess(checked, plan, options), assess(checked, plan, &supposed)) {
        (Ok(found), Ok(declared), Ok(supposed)) => {
            for style in styles() {
                sink("all readings", &dependences_text(&found, plan, &style));
                sink("supposed tier", &changes_text(&declared, &supposed, plan, &style));
                let document = AssessmentDocument::new(&supposed, checked, plan, style.lang).with_dependences(&found);
                sink("assess json", &json(&document.with_changes(differences(&declared, &supposed))));
                let (lang, rendition) = (style.lang, Rendition::Internal);
                let options = ReportOptions { lang, rendition, dependences: Some(&found), declared: Some(&declared) };
                sink("assess html", &html(&supposed, checked, plan, &options));
                of_book(&book(&supposed, checked, plan, &options), sink);
            }
        }
        (Err(error), _, _) | (_, Err(error), _) | (_, _, Err(error)) => of_error(&error, sink),
    }
}
