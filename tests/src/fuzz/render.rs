//! render: what people read holds no sign that steers a terminal, and what programs read is well formed.

use eken_core::assess::{Assessment, Options, assess, differences, sensitivity};
use eken_core::error::Error;
use eken_core::finding::Severity;
use eken_core::limits::Limits;
use eken_core::model::CountyTier;
use eken_core::parse::parse;
use eken_core::report::{
    AssessmentDocument, ErrorDocument, FileDocument, FindingsFile, ReceiptFile, Style, assessment_text, changes_text,
    dependences_text, digests, ess_text, explain, explanation_text, failure_text, findings_text, junit_text,
    ndjson_lines, recomputed, sarif_text, verification_text,
};
use eken_core::validate::{Checked, validate};
use eken_core::words::Lang;
use serde_json::Value;

use super::dossier::plan;
use super::sign::{legible, none_steers, uncoloured};
use super::target::{Held, holds};

/// The moment that is written into a report for other tools.
const TIME: &str = "2023-12-31T00:00:00Z";

pub(super) fn run(bytes: &[u8]) -> Held {
    // the name of the file is foreign too: the beginning of the bytes stands for it
    let name: String = legible(bytes).chars().take(24).collect();
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
    // which standing is explained, under which reading, is as the bytes say
    let sum = bytes.iter().fold(0usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    let told = |error: Error| error.to_string();
    let options = Options::year(2023);
    let assessment = assess(checked, plan, &options).map_err(told)?;
    let supposed = otherwise(sum);
    let other = assess(checked, plan, &supposed).map_err(told)?;
    let parts = digests(&ReceiptFile::of(&other), checked, plan).map_err(told)?;
    holds(parts.iter().all(|part| part.same), "a receipt under another reading does not hold")?;
    let count = plan.indicators.len() + plan.targets.len();
    let item = plan.indicators.iter().chain(&plan.targets).nth(sum % count).ok_or("the plan is empty")?;
    let explanation = explain(checked, plan, &supposed, &item.id).map_err(told)?;
    // trying every reading is dear, so that one input in sixteen has it done
    let dependences = if sum.is_multiple_of(16) { sensitivity(checked, plan, &options).map_err(told)? } else { vec![] };
    for style in styles() {
        page(&assessment_text(&assessment, checked, plan, &style))?;
        page(&changes_text(&assessment, &other, plan, &style))?;
        page(&explanation_text(&explanation, checked, plan, &style))?;
        page(&dependences_text(&dependences, plan, &style))?;
        let document = AssessmentDocument::new(&other, checked, plan, style.lang).with_dependences(&dependences);
        let document = document.with_changes(differences(&assessment, &other));
        json(serde_json::to_string(&document), "the assessment in JSON")?;
    }
    verified(&assessment, checked, sum)
}

/// Options with one reading otherwise than the plan has it, and with a tier that is supposed.
fn otherwise(sum: usize) -> Options {
    let mut options = Options::year(2023);
    let readings = &plan().readings;
    if let Some(reading) = sum.checked_rem(readings.len()).and_then(|at| readings.get(at)) {
        let option = reading.options.iter().rev().find(|option| option.id != reading.default);
        options.readings.extend(option.map(|option| (reading.id.clone(), option.id.clone())));
    }
    options.tier = match sum % 4 {
        0 => None,
        1 => Some(CountyTier::KeyAssistance),
        2 => Some(CountyTier::GeneralPromotion),
        _ => Some(CountyTier::PilotDemonstration),
    };
    options
}

/// An assessment in JSON verifies, and one with a member changed does not, and says where.
fn verified(assessment: &Assessment, checked: &Checked, sum: usize) -> Held {
    let lang = if sum.is_multiple_of(2) { Lang::Zh } else { Lang::En };
    let document = AssessmentDocument::new(assessment, checked, plan(), lang);
    let mut stated = serde_json::to_value(&document).map_err(|error| error.to_string())?;
    let receipt = ReceiptFile::of(assessment);
    let told = |error: Error| error.to_string();
    for wrong in [false, true] {
        if wrong {
            let standings = stated.get_mut("indicators").and_then(Value::as_array_mut).ok_or("no standings")?;
            let place = sum.checked_rem(standings.len()).and_then(|at| standings.get_mut(at));
            *place.and_then(|standing| standing.get_mut("verdict")).ok_or("no verdict")? = Value::from("changed");
        }
        let found = recomputed(&stated.to_string(), &receipt, checked, plan()).map_err(told)?;
        let found = found.ok_or("an assessment is taken for a receipt")?;
        holds(found.same != wrong, "an assessment verifies when it is changed, or does not as it is")?;
        holds(found.differences == usize::from(wrong), "one change is not told as one")?;
        let parts = digests(&receipt, checked, plan()).map_err(told)?;
        for style in styles() {
            page(&verification_text(&parts, Some(&found), &style))?;
            page(&verification_text(&parts, None, &style))?;
        }
    }
    Ok(())
}
