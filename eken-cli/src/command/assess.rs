//! `eken assess`: how a town stands on each indicator and target.

use std::path::Path;

use eken_core::assess::{Assessment, Assessor, Options, Verdict, assess, differences, sensitivity};
use eken_core::limits::Limits;
use eken_core::plan::Plan;
use eken_core::report::{
    AssessmentDocument, ErrorDocument, Rendition, ReportOptions, Standings, assessed_total_text, assessment_text,
    changes_text, dependences_text, record_assessment_text, records_title,
};
use eken_core::validate::{Checked, Profile};
use eken_core::words::Lang;
use eken_io::ndjson::checked;
use serde::Serialize;

use super::lines::{self, Stream, json_line};
use super::{CLEAN, FAILED, Failure, Outcome, USAGE, failed, options, outputs, print_json, progress};
use crate::args::{AssessArgs, AssessmentFormat, FailOnVerdict};
use crate::input::Unread;
use crate::output::{complain, print, style};
use crate::{input, plans};

/// One of several files.
#[derive(Serialize)]
struct OneOfSeveral {
    file: String,
    /// Number of the line in a file of many dossiers.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(flatten)]
    result: Done,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Done {
    Assessment(Box<AssessmentDocument>),
    Error(ErrorDocument),
}

#[derive(Serialize)]
struct Several {
    files: Vec<OneOfSeveral>,
}

pub(super) fn run(args: &AssessArgs, lang: Lang) -> Outcome {
    let plan = plans::load(&args.plan.plan, lang)?;
    let files = input::files(&args.files, lang).map_err(Failure)?;
    outputs::check(args, &files, lang)?;
    if let Some(option) = not_streamed(args) {
        lines::refuse_form(&files, &args.input, option, lang)?;
    }
    lines::refuse_tables(&files, &args.input, lang)?;
    let bar = progress(&files);
    let mut code = CLEAN;
    let mut documents = Vec::new();
    for path in &files {
        if input::is_ndjson(path, args.input.input_format) {
            code = code.max(many(args, path, files.len() == 1, &plan, lang)?);
            bar.inc(1);
            continue;
        }
        let file = input::name(path);
        match one(args, path, &plan, lang) {
            Ok((assessment, document, text)) => {
                if fails(&assessment, args.fail_on) {
                    code = code.max(FAILED);
                }
                let one = |document| OneOfSeveral { file, line: None, result: Done::Assessment(Box::new(document)) };
                match args.format {
                    AssessmentFormat::Json => documents.push(one(document)),
                    AssessmentFormat::Ndjson => bar.suspend(|| print(&json_line(&one(document))))?,
                    AssessmentFormat::Text => bar.suspend(|| print(&format!("{text}\n")))?,
                }
            }
            Err(Trouble::Unread(unread)) => {
                code = code.max(USAGE);
                bar.suspend(|| complain(&unread.text(&file, lang)));
                let one = OneOfSeveral { file, line: None, result: Done::Error(unread.document(lang)) };
                match args.format {
                    AssessmentFormat::Ndjson => bar.suspend(|| print(&json_line(&one)))?,
                    _ => documents.push(one),
                }
            }
            Err(Trouble::Failed(failure)) => return Err(failure),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if args.format == AssessmentFormat::Json {
        match documents.pop() {
            Some(OneOfSeveral { result: Done::Assessment(only), .. }) if files.len() == 1 => print_json(&only)?,
            Some(only) if files.len() == 1 => print_json(&only)?,
            last => {
                documents.extend(last);
                print_json(&Several { files: documents })?;
            }
        }
    }
    Ok(code)
}

enum Trouble {
    Unread(Unread),
    Failed(Failure),
}

fn one(
    args: &AssessArgs,
    path: &Path,
    plan: &Plan,
    lang: Lang,
) -> Result<(Assessment, AssessmentDocument, String), Trouble> {
    let failed = |error| Trouble::Failed(failed(&error, lang));
    let checked: Checked = input::dossier(path, plan, args.input.table).map_err(Trouble::Unread)?;
    let options = options(args.year, &args.options);
    let assessment = assess(&checked, plan, &options).map_err(failed)?;
    let style = style(lang);
    let (mut text, is_text) = (String::new(), args.format == AssessmentFormat::Text);
    let mut document = AssessmentDocument::new(&assessment, &checked, plan, lang);
    let (mut declared, mut dependences) = (None, None);
    if options.tier.is_some() {
        let under = assess(&checked, plan, &Options { tier: None, ..options.clone() }).map_err(failed)?;
        document = document.with_changes(differences(&under, &assessment));
        text.push_str(&changes_text(&under, &assessment, plan, &style));
        text.push('\n');
        declared = Some(under);
    }
    if args.all_readings {
        let found = sensitivity(&checked, plan, &options).map_err(failed)?;
        document = document.with_dependences(&found);
        text.push_str(&dependences_text(&found, plan, &style));
        dependences = Some(found);
    } else if is_text {
        text.push_str(&assessment_text(&assessment, &checked, plan, &style));
    }
    if let Some(file) = &args.receipt {
        outputs::receipt(file, &assessment, lang).map_err(Trouble::Failed)?;
    }
    if let Some(file) = &args.report {
        let rendition = if args.internal { Rendition::Internal } else { Rendition::Public };
        let options =
            ReportOptions { lang, rendition, dependences: dependences.as_deref(), declared: declared.as_ref() };
        outputs::report(file, &assessment, &checked, plan, &options).map_err(Trouble::Failed)?;
    }
    Ok((assessment, document, text))
}

/// What is asked for that needs the whole of one dossier, and no line has.
fn not_streamed(args: &AssessArgs) -> Option<&'static str> {
    match args.format {
        _ if args.receipt.is_some() => Some("--receipt"),
        _ if args.report.is_some() => Some("--report"),
        AssessmentFormat::Json => Some("--format json"),
        AssessmentFormat::Text if args.all_readings => Some("--all-readings"),
        AssessmentFormat::Text | AssessmentFormat::Ndjson => None,
    }
}

/// A file of a dossier a line.
fn many(args: &AssessArgs, path: &Path, is_only: bool, plan: &Plan, lang: Lang) -> Outcome {
    let (name, style, limits) = (input::name(path), style(lang), Limits::default());
    let (profile, options, assessor) = (Profile::default(), options(args.year, &args.options), Assessor::new(plan));
    let is_json = args.format == AssessmentFormat::Ndjson;
    let title = records_title(&input::shown(path, lang), Some((args.year, plan)), &style);
    let stream = Stream { path, input: &args.input, is_json, is_only, lang, title, total: assessed_total_text };
    stream.run(|record| {
        let line = record.line;
        let checked = checked(record, &limits, plan, &profile)?;
        let assessment = assessor.assess(&checked, &options)?;
        let mut sums = Standings::default();
        sums.count(&checked, Some(&assessment));
        let text = if is_json {
            let mut document = AssessmentDocument::new(&assessment, &checked, plan, lang);
            if options.tier.is_some() {
                let declared = assessor.assess(&checked, &Options { tier: None, ..options.clone() })?;
                document = document.with_changes(differences(&declared, &assessment));
            }
            if args.all_readings {
                document = document.with_dependences(&sensitivity(&checked, plan, &options)?);
            }
            let result = Done::Assessment(Box::new(document));
            json_line(&OneOfSeveral { file: name.clone(), line: Some(line), result })
        } else {
            record_assessment_text(&assessment, &checked, line, &style)
        };
        let code = if fails(&assessment, args.fail_on) { FAILED } else { CLEAN };
        Ok(lines::Done { text, code, sums })
    })
}

fn fails(assessment: &Assessment, on: FailOnVerdict) -> bool {
    let failing: &[Verdict] = match on {
        FailOnVerdict::NotMet => &[Verdict::NotMet],
        FailOnVerdict::Open => &[Verdict::NotMet, Verdict::Open, Verdict::Conflict],
        FailOnVerdict::Never => &[],
    };
    assessment.indicators.iter().chain(&assessment.targets).any(|standing| failing.contains(&standing.verdict))
}
