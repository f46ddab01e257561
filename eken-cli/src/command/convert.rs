//! `eken convert`: a dossier from one kind of file into another.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::path::Path;

use eken_core::finding::Severity;
use eken_core::parse::Parsed;
use eken_core::words::Lang;
use eken_io::arrow::Columnar;
use eken_io::convert::{columnar_folder, folder, json, ndjson, workbook};
use eken_io::csv::write::Target;
use eken_io::document::{Document, Sheets};

use super::template::not_written;
use super::{CLEAN, FAILED, Failure, Outcome, refusal};
use crate::args::{ConvertArgs, TableFormat};
use crate::input::{self, Unread};
use crate::output::{complain, print, write_file, write_file_by};

/// Refused records, and faults, that are listed; all are counted.
const LISTED: usize = 20;

pub(super) fn run(args: &ConvertArgs, lang: Lang) -> Outcome {
    let (from, to) = (input::name(&args.from), input::name(&args.to));
    let end = args.to.extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
    if matches!(end.as_str(), "csv" | "tsv" | "txt") {
        return Err(refusal(
            lang,
            [
                "一份档案有多张表，一个 CSV 文件放不下",
                "a dossier has several tables and does not fit into one CSV file",
            ],
            ["写一个文件夹名，每张表一个文件", "name a folder; each table becomes a file in it"],
        ));
    }
    if matches!(end.as_str(), "xls" | "ods" | "zip") {
        return Err(refusal(
            lang,
            [&format!("不能写成 .{end}"), &format!("a dossier is not written as .{end}")],
            ["可写成 .json、.ndjson、.xlsx 或表格文件夹", "take .json, .ndjson, .xlsx or a folder of tables"],
        ));
    }
    if args.tables.is_none() && matches!(end.as_str(), "parquet" | "pq" | "arrow" | "arrows" | "feather") {
        return Err(refusal(
            lang,
            ["一份档案有多张表，一个文件放不下", "a dossier has several tables and does not fit into one file"],
            [
                "写一个文件夹名，加 --to parquet 或 --to arrow，每张表一个文件",
                "name a folder and add --to parquet or --to arrow; each table becomes a file in it",
            ],
        ));
    }
    if args.tables.is_some() && matches!(end.as_str(), "json" | "ndjson" | "jsonl" | "xlsx") {
        return Err(refusal(
            lang,
            ["--to 写的是文件夹，输出却是一个文件", "--to writes a folder, but the output is a file"],
            ["输出写一个文件夹名，或去掉 --to", "name a folder as output, or leave --to out"],
        ));
    }
    let same = |one: &Path, other: &Path| matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other);
    if same(&args.from, &args.to) {
        return Err(refusal(
            lang,
            ["输入和输出是同一个文件", "input and output are one file"],
            ["输出另写一个文件名", "give the output a name of its own"],
        ));
    }
    let failed = |unread: Unread, name: &str| Failure(unread.text(name, lang));
    let Document { parsed, sheets, .. } =
        input::document(&args.from, args.table).map_err(|unread| failed(unread, &from))?;
    let table = |error| failed(Unread::Table(Box::new(error)), &to);
    let dossier = parsed.dossier();
    match end.as_str() {
        "json" => write_file(&args.to, &json(dossier)).map_err(|_| not_written(&to, lang))?,
        "ndjson" | "jsonl" => write_file(&args.to, &ndjson(dossier)).map_err(|_| not_written(&to, lang))?,
        "xlsx" => {
            let bytes = workbook(dossier, lang).map_err(table)?;
            write_file_by(&args.to, |file| file.write_all(&bytes)).map_err(|_| not_written(&to, lang))?;
        }
        _ => {
            match args.tables.unwrap_or(TableFormat::Csv) {
                TableFormat::Csv => folder(dossier, &args.to, lang, Target::Utf8),
                TableFormat::Parquet => columnar_folder(dossier, &args.to, Columnar::Parquet),
                TableFormat::Arrow => columnar_folder(dossier, &args.to, Columnar::Arrow),
            }
            .map_err(table)?;
        }
    }
    print(&match lang {
        Lang::Zh => format!("{from} → {to}\n"),
        Lang::En => format!("{from} -> {to}\n"),
    })?;
    let lost = lost(&parsed, sheets.as_ref(), &from, lang);
    if lost.is_empty() {
        return Ok(CLEAN);
    }
    complain(&lost);
    Ok(FAILED)
}

/// What of the file is not in the output, or not as it stands in the file: records that were not read, and faults of sheets,
/// columns and cells. Empty where there is nothing of the kind.
fn lost(parsed: &Parsed, sheets: Option<&Sheets>, from: &str, lang: Lang) -> String {
    let Some(sheets) = sheets else { return String::new() };
    let (read, refused) = sheets.records();
    let line = |place: &dyn Display, code: &str| format!("  {place}  {code}\n");
    let places: Vec<String> = sheets.refused.iter().map(|each| line(&each.spot, each.code)).collect();
    // a refused record is told once
    let told: BTreeSet<&str> = places.iter().map(String::as_str).collect();
    let faults: Vec<String> = parsed
        .findings()
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .filter(|found| ["table.", "cell."].iter().any(|kind| found.code().starts_with(kind)))
        .map(|found| line(&found.shown_place(), found.code()))
        .filter(|fault| !told.contains(fault.as_str()))
        .collect();
    let refused = match (refused, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => {
            format!("警告 {from}: {refused}行没有读入，不在输出里（读入{read}行）\n{}", listed(&places, lang))
        }
        (_, Lang::En) => format!(
            "warning {from}: {refused} rows were not read and are not in the output ({read} were)\n{}",
            listed(&places, lang)
        ),
    };
    // beyond the caps of findings there may be more
    let more = match (parsed.total() > parsed.findings().len(), lang) {
        (false, _) => "",
        (true, Lang::Zh) => "以上",
        (true, Lang::En) => " or more",
    };
    let said = match (faults.len(), lang) {
        (0, _) => String::new(),
        (count, Lang::Zh) => {
            format!(
                "警告 {from}: 读入时有错误{count}处{more}，这些数据不在输出里，或只按原样保留\n{}",
                listed(&faults, lang)
            )
        }
        (count, Lang::En) => format!(
            "warning {from}: {count}{more} errors of reading; what they concern is not in the output, or only as it was written\n{}",
            listed(&faults, lang)
        ),
    };
    let help = match (refused.is_empty() && said.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Zh) => format!("  改法：用 eken check {from} 查看原因，改好后重新转换\n"),
        (false, Lang::En) => format!("  help: see why with eken check {from}, mend them and convert again\n"),
    };
    format!("{refused}{said}{help}")
}

/// The first of such places; the others are counted.
fn listed(places: &[String], lang: Lang) -> String {
    let first: String = places.iter().take(LISTED).map(String::as_str).collect();
    match (places.len().saturating_sub(LISTED), lang) {
        (0, _) => first,
        (more, Lang::Zh) => format!("{first}  另有{more}处\n"),
        (more, Lang::En) => format!("{first}  {more} more\n"),
    }
}
