//! `eken assess`: how a town stands on each indicator and target.

use std::path::Path;

use eken_core::assess::{Assessment, Options, Verdict, assess, differences, sensitivity};
use eken_core::plan::Plan;
use eken_core::report::{
    AssessmentDocument, ErrorDocument, HtmlOptions, Rendition, assessment_text, changes_text, dependences_text, html,
};
use eken_core::validate::Checked;
use eken_core::words::Lang;
use serde::Serialize;

use super::{CLEAN, FAILED, Failure, Outcome, USAGE, failed, options, outputs, print_json, progress};
use crate::args::{AssessArgs, FailOnVerdict, Format};
use crate::input::Unread;
use crate::output::{complain, print, style};
use crate::{input, plans};

/// One of several files.
#[derive(Serialize)]
struct OneOfSeveral {
    file: String,
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
    let bar = progress(&files);
    let mut code = CLEAN;
    let mut documents = Vec::new();
    for path in &files {
        let file = input::name(path);
        match one(args, path, &plan, lang) {
            Ok((assessment, document, text)) => {
                if fails(&assessment, args.fail_on) {
                    code = code.max(FAILED);
                }
                match args.format.format {
                    Format::Json => documents.push(OneOfSeveral { file, result: Done::Assessment(Box::new(document)) }),
                    Format::Text => bar.suspend(|| print(&format!("{text}\n")))?,
                }
            }
            Err(Trouble::Unread(unread)) => {
                code = USAGE;
                bar.suspend(|| complain(&unread.text(&file, lang)));
                documents.push(OneOfSeveral { file, result: Done::Error(unread.document(lang)) });
            }
            Err(Trouble::Failed(failure)) => return Err(failure),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if args.format.format == Format::Json {
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
    let checked: Checked = input::dossier(path, plan).map_err(Trouble::Unread)?;
    let options = options(args.year, &args.options);
    let assessment = assess(&checked, plan, &options).map_err(failed)?;
    let style = style(lang);
    let (mut text, json) = (String::new(), args.format.format == Format::Json);
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
    } else if !json {
        text.push_str(&assessment_text(&assessment, &checked, plan, &style));
    }
    if let Some(file) = &args.receipt {
        outputs::receipt(file, &assessment, lang).map_err(Trouble::Failed)?;
    }
    if let Some(file) = &args.report {
        let rendition = if args.internal { Rendition::Internal } else { Rendition::Public };
        let options = HtmlOptions { lang, rendition, dependences: dependences.as_deref(), declared: declared.as_ref() };
        outputs::report(file, &html(&assessment, &checked, plan, &options), lang).map_err(Trouble::Failed)?;
    }
    Ok((assessment, document, text))
}

fn fails(assessment: &Assessment, on: FailOnVerdict) -> bool {
    let failing: &[Verdict] = match on {
        FailOnVerdict::NotMet => &[Verdict::NotMet],
        FailOnVerdict::Open => &[Verdict::NotMet, Verdict::Open, Verdict::Conflict],
        FailOnVerdict::Never => &[],
    };
    assessment.indicators.iter().chain(&assessment.targets).any(|standing| failing.contains(&standing.verdict))
}
