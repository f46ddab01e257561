//! `eken check`: what is wrong with the data.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, SecondsFormat};
use eken_core::limits::Limits;
use eken_core::plan::Plan;
use eken_core::report::{
    FileDocument, FindingsFile, RecordsDocument, Standings, checked_total_text, ess_text, failure_text, findings_text,
    junit_text, ndjson_lines, record_findings_text, records_title, sarif_text,
};
use eken_core::validate::Profile;
use eken_core::words::Lang;
use eken_io::annotate::copy::Sent;
use eken_io::ndjson::checked;

use super::annotate::Annotate;
use super::lines::{self, Done, Stream, json_line};
use super::{CLEAN, FAILED, Failure, Outcome, USAGE, print_json, progress};
use crate::args::{CheckArgs, FindingsFormat};
use crate::output::{complain, error_style, print, style};
use crate::{input, plans};

/// Bytes of a profile, at most.
const BYTES: usize = 4 << 20;

pub(super) fn run(args: &CheckArgs, lang: Lang) -> Outcome {
    let plan = plans::load(&args.plan.plan, lang)?;
    let profile = args.profile.as_deref().map_or(Ok(Profile::default()), |file| profile(file, lang))?;
    let files = input::files(&args.files, lang).map_err(Failure)?;
    if let Some(form) = whole(args.format) {
        lines::refuse_form(&files, &args.input, form, lang)?;
    }
    lines::refuse_tables(&files, &args.input, lang)?;
    let annotate = args.annotate.as_deref().map(|to| Annotate::new(to, &files, args, lang)).transpose()?;
    let (style, bar) = (style(lang), progress(&files));
    let mut code = CLEAN;
    let mut documents = Vec::new();
    for path in &files {
        if input::is_ndjson(path, args.input.input_format) {
            code = code.max(many(args, path, files.len() == 1, &plan, &profile, lang)?);
            bar.inc(1);
            continue;
        }
        let name = input::name(path);
        let read = match &annotate {
            None => input::document(path, args.input.table).map(|document| (document, Vec::new())),
            Some(_) => input::document_and_bytes(path, args.input.table),
        };
        let checked = read.map(|(document, bytes)| {
            let format = document.format;
            (document.check(&plan, &profile), bytes, format)
        });
        let document = match checked {
            Ok(((checked, sheets), bytes, format)) => {
                if let Some(annotate) = &annotate {
                    let sheets = sheets.as_ref();
                    let sent =
                        Sent { format, bytes: &bytes, sheets, checked: &checked, plan: &plan, digest: None, lang };
                    code = code.max(annotate.write(path, sent, &bar)?);
                }
                let records = sheets.map(|sheets| sheets.account());
                if args.fail_on.severities().iter().any(|severity| checked.total(*severity) > 0) {
                    code = code.max(FAILED);
                }
                if args.format == FindingsFormat::Text {
                    let text = findings_text(&checked, &plan, &name, &style);
                    // of JSON only what is not as it should be
                    let lost = || Some(RecordsDocument::of(&checked)).filter(|records| records.refused > 0);
                    let records = records.or_else(lost);
                    let records = records.map(|records| format!("{}\n\n", records.text(lang))).unwrap_or_default();
                    bar.suspend(|| print(&format!("{text}\n{records}")))?;
                    None
                } else {
                    Some(FileDocument::read(&name, &checked, &plan, lang).with_records(records))
                }
            }
            Err(unread) => {
                code = code.max(USAGE);
                bar.suspend(|| complain(&unread.text(&name, lang)));
                Some(FileDocument::unread(&name, unread.document(lang)))
            }
        };
        match document {
            Some(document) if args.format == FindingsFormat::Ndjson => {
                bar.suspend(|| print(&ndjson_lines(&document)))?;
            }
            Some(document) => documents.push(document),
            None => {}
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    let documents = FindingsFile { files: documents };
    match args.format {
        FindingsFormat::Text | FindingsFormat::Ndjson => {}
        FindingsFormat::Json => print_json(&documents)?,
        FindingsFormat::Sarif => print(&sarif_text(&documents, lang))?,
        FindingsFormat::Junit => print(&junit_text(&documents, args.fail_on.severities(), lang))?,
        FindingsFormat::Ess => print(&ess_text(&documents, &now(), lang))?,
    }
    Ok(code)
}

/// The forms that are one document over everything, which a stream has no end for.
const fn whole(format: FindingsFormat) -> Option<&'static str> {
    match format {
        FindingsFormat::Text | FindingsFormat::Ndjson => None,
        FindingsFormat::Json => Some("--format json"),
        FindingsFormat::Sarif => Some("--format sarif"),
        FindingsFormat::Junit => Some("--format junit"),
        FindingsFormat::Ess => Some("--format ess"),
    }
}

/// A file of a dossier a line.
fn many(args: &CheckArgs, path: &Path, is_only: bool, plan: &Plan, profile: &Profile, lang: Lang) -> Outcome {
    let (name, style, limits) = (input::name(path), style(lang), Limits::default());
    let is_json = args.format == FindingsFormat::Ndjson;
    let title = records_title(&input::shown(path, lang), None, &style);
    let stream = Stream { path, input: &args.input, is_json, is_only, lang, title, total: checked_total_text };
    stream.run(|record| {
        let line = record.line;
        let checked = checked(record, &limits, plan, profile)?;
        let mut sums = Standings::default();
        sums.count(&checked, None);
        let fails = args.fail_on.severities().iter().any(|severity| checked.total(*severity) > 0);
        let text = if is_json {
            json_line(&FileDocument::read(&name, &checked, plan, lang).on_line(line))
        } else {
            record_findings_text(&checked, line, &style)
        };
        Ok(Done { text, code: if fails { FAILED } else { CLEAN }, sums })
    })
}

fn profile(file: &Path, lang: Lang) -> Result<Profile, Failure> {
    let name = input::name(file);
    let text = input::text(file, BYTES).map_err(|unread| Failure(unread.text(&name, lang)))?;
    Profile::load(&text).map_err(|error| Failure(failure_text(&error, Some(&name), &error_style(lang))))
}

/// The time of the validation in UTC; SOURCE_DATE_EPOCH (seconds) sets it where the same bytes must come out again.
fn now() -> String {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse::<i64>().ok());
    let clock =
        || SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|since| i64::try_from(since.as_secs()).ok());
    let time = DateTime::from_timestamp(fixed.or_else(clock).unwrap_or_default(), 0).unwrap_or_default();
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
