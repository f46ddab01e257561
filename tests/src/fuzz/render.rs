//! render: what people read holds no sign that steers a terminal, and what programs read is well formed.

use eken_core::assess::{Options, assess, differences};
use eken_core::finding::Severity;
use eken_core::limits::Limits;
use eken_core::model::CountyTier;
use eken_core::parse::parse;
use eken_core::report::{
    AssessmentDocument, ErrorDocument, FileDocument, FindingsFile, ReceiptFile, Style, assessment_text, changes_text,
    digests, ess_text, explain, explanation_text, failure_text, findings_text, junit_text, ndjson_lines, sarif_text,
    verification_text,
};
use eken_core::validate::{Checked, validate};
use eken_core::words::Lang;
use serde_json::Value;

use super::dossier::plan;
use super::sign::{none_steers, uncoloured};
use super::target::{Held, holds};

/// The moment that is written into a report for other tools.
const TIME: &str = "2023-12-31T00:00:00Z";

pub(super) fn run(bytes: &[u8]) -> Held {
    // the name of the file is foreign too: the beginning of the bytes stands for it
    let name: String = String::from_utf8_lossy(bytes).chars().take(24).collect();
    let parsed = parse(bytes, &Limits::default());
    let checked = match parsed {
        Ok(parsed) => validate(parsed, plan()),
        Err(error) => {
            for style in styles() {
                page(&failure_text(&error, Some(&name), &style))?;
                of_file(FileDocument::unread(&name, ErrorDocument::new(&error, style.lang)), style.lang)?;
            }
            return Ok(());
        }
    };
    for style in styles() {
        page(&findings_text(&checked, plan(), &name, &style))?;
        of_file(FileDocument::read(&name, &checked, plan(), style.lang), style.lang)?;
    }
    of_assessment(bytes, &checked)
}

fn styles() -> [Style; 2] {
    [Style::default(), Style { lang: Lang::En, color: true, width: 60 }]
}

fn page(text: &str) -> Held {
    none_steers(&uncoloured(text))
}

fn json(text: Result<String, serde_json::Error>, what: &str) -> Held {
    let text = text.map_err(|error| error.to_string())?;
    serde_json::from_str::<Value>(&text).map(drop).map_err(|error| format!("{what} is no JSON: {error}"))
}

fn of_file(file: FileDocument, lang: Lang) -> Held {
    for line in ndjson_lines(&file).lines() {
        json(Ok(line.to_owned()), "a line of NDJSON")?;
    }
    let files = FindingsFile { files: vec![file] };
    json(serde_json::to_string(&files), "the report in JSON")?;
    json(Ok(sarif_text(&files, lang)), "SARIF")?;
    json(Ok(ess_text(&files, TIME, lang)), "ESS")?;
    let junit = junit_text(&files, &Severity::ALL, lang);
    roxmltree::Document::parse(&junit).map(drop).map_err(|error| format!("JUnit is no XML: {error}"))
}

fn of_assessment(bytes: &[u8], checked: &Checked) -> Held {
    let plan = plan();
    let options = Options::year(2023);
    let told = |error: eken_core::error::Error| error.to_string();
    let assessment = assess(checked, plan, &options).map_err(told)?;
    let supposed = Options { tier: Some(CountyTier::PilotDemonstration), ..options.clone() };
    let supposed = assess(checked, plan, &supposed).map_err(told)?;
    let parts = digests(&ReceiptFile::of(&assessment), checked, plan).map_err(told)?;
    // one of the standings is explained, which one the bytes say
    let sum = bytes.iter().fold(0usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    let count = plan.indicators.len() + plan.targets.len();
    let item = plan.indicators.iter().chain(&plan.targets).nth(sum % count).ok_or("the plan is empty")?;
    let explanation = explain(checked, plan, &options, &item.id).map_err(told)?;
    for style in styles() {
        page(&assessment_text(&assessment, checked, plan, &style))?;
        page(&changes_text(&assessment, &supposed, plan, &style))?;
        page(&explanation_text(&explanation, checked, plan, &style))?;
        page(&verification_text(&parts, None, &style))?;
        let document = AssessmentDocument::new(&supposed, checked, plan, style.lang);
        let document = document.with_changes(differences(&assessment, &supposed));
        json(serde_json::to_string(&document), "the assessment in JSON")?;
    }
    holds(serde_json::to_string(&ReceiptFile::of(&assessment)).is_ok(), "a receipt is no JSON")
}
