//! `eken assess`: how a town stands on each indicator and target.

use std::fs;
use std::path::Path;

use eken_core::assess::{Assessment, Assessor, Options, Verdict, assess, differences, sensitivity};
use eken_core::limits::Limits;
use eken_core::plan::Plan;
use eken_core::report::{
    AssessmentDocument, ErrorDocument, ReceiptFile, Standings, assessed_total_text, assessment_text, changes_text,
    dependences_text, record_assessment_text, records_title,
};
use eken_core::validate::{Checked, Profile};
use eken_core::words::Lang;
use eken_io::ndjson::checked;
use serde::Serialize;

use super::lines::{self, Stream, json_line};
use super::{CLEAN, FAILED, Failure, Outcome, USAGE, failed, options, print_json, progress};
use crate::args::{AssessArgs, AssessmentFormat, FailOnVerdict};
use crate::input::Unread;
use crate::output::{complain, print, style, write_file};
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
    if args.receipt.as_deref().is_some_and(|receipt| receipt.as_os_str() == "-") {
        return Err(Failure(match lang {
            Lang::Zh => {
                "错误 --receipt 要写文件名，- 不是文件名\n  改法：写一个文件名，如 --receipt 回执.json；要输出到屏幕，写 /dev/stdout\n".to_owned()
            }
            Lang::En => {
                "error --receipt takes a file; - is none\n  help: name a file, such as --receipt receipt.json; /dev/stdout for the screen\n".to_owned()
            }
        }));
    }
    if args.receipt.is_some() && files.len() != 1 {
        return Err(Failure(match lang {
            Lang::Zh => "错误 --receipt 一次只能用于一份档案\n  改法：每份档案单独评估，各写一份回执\n".to_owned(),
            Lang::En => {
                "error --receipt takes one dossier at a time\n  help: assess each dossier by itself\n".to_owned()
            }
        }));
    }
    if let Some(receipt) = args.receipt.as_deref()
        && files.iter().any(|file| same_file(file, receipt))
    {
        return Err(Failure(match lang {
            Lang::Zh => "错误 --receipt 指的是档案本身\n  改法：回执另写一个文件名\n".to_owned(),
            Lang::En => {
                "error --receipt names the dossier itself\n  help: give the receipt a file of its own\n".to_owned()
            }
        }));
    }
    if let Some(option) = not_streamed(args) {
        lines::refuse_form(&files, &args.input, option, lang)?;
    }
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
    let checked: Checked = input::dossier(path, plan).map_err(Trouble::Unread)?;
    let options = options(args.year, &args.options);
    let assessment = assess(&checked, plan, &options).map_err(failed)?;
    let style = style(lang);
    let (mut text, is_text) = (String::new(), args.format == AssessmentFormat::Text);
    let mut document = AssessmentDocument::new(&assessment, &checked, plan, lang);
    if options.tier.is_some() {
        let declared = assess(&checked, plan, &Options { tier: None, ..options.clone() }).map_err(failed)?;
        document = document.with_changes(differences(&declared, &assessment));
        text.push_str(&changes_text(&declared, &assessment, plan, &style));
        text.push('\n');
    }
    if args.all_readings {
        let dependences = sensitivity(&checked, plan, &options).map_err(failed)?;
        document = document.with_dependences(&dependences);
        text.push_str(&dependences_text(&dependences, plan, &style));
    } else if is_text {
        text.push_str(&assessment_text(&assessment, &checked, plan, &style));
    }
    if let Some(file) = &args.receipt {
        write_receipt(file, &assessment, lang).map_err(Trouble::Failed)?;
    }
    Ok((assessment, document, text))
}

/// What is asked for that needs the whole of one dossier, and no line has.
fn not_streamed(args: &AssessArgs) -> Option<&'static str> {
    match args.format {
        _ if args.receipt.is_some() => Some("--receipt"),
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

fn same_file(one: &Path, other: &Path) -> bool {
    matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

fn write_receipt(file: &Path, assessment: &Assessment, lang: Lang) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&ReceiptFile::of(assessment)).unwrap_or_default();
    write_file(file, &format!("{text}\n")).map_err(|_| {
        let name = input::name(file);
        Failure(match lang {
            Lang::Zh => format!("错误 回执写不进 {name}\n  改法：检查文件夹是否存在、是否有写入权限\n"),
            Lang::En => format!(
                "error the receipt cannot be written to {name}\n  help: check that the folder exists and may be written to\n"
            ),
        })
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
