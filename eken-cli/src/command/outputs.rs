//! What `assess` writes to files of their own: the receipt and the report.

use std::path::{Path, PathBuf};
use std::{fs, io};

use eken_core::assess::Assessment;
use eken_core::plan::Plan;
use eken_core::report::{ReceiptFile, ReportOptions, book, html};
use eken_core::validate::Checked;
use eken_core::words::Lang;
use eken_io::report::workbook::workbook;

use super::{Failure, refusal};
use crate::args::AssessArgs;
use crate::input::{self, Unread};
use crate::output::write_file_by;

/// An output that is asked for: its option, what it is, a name that it might have.
struct Output<'a> {
    option: &'static str,
    zh: &'static str,
    en: &'static str,
    example: [&'static str; 2],
    file: &'a Path,
}

/// What a report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Page,
    Workbook,
}

/// What a report of that name is written as; a device takes a page.
fn form(file: &Path) -> Option<Form> {
    let end = file.extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
    match end.as_str() {
        "html" | "htm" => Some(Form::Page),
        "xlsx" => Some(Form::Workbook),
        _ => fs::metadata(file).is_ok_and(|there| !there.is_file() && !there.is_dir()).then_some(Form::Page),
    }
}

/// Refuses outputs that cannot be what is meant, before anything is read.
pub(super) fn check(args: &AssessArgs, files: &[PathBuf], lang: Lang) -> Result<(), Failure> {
    let receipt = args.receipt.as_deref().map(|file| Output {
        option: "--receipt",
        zh: "回执",
        en: "receipt",
        example: ["回执.json", "receipt.json"],
        file,
    });
    let report = args.report.as_deref().map(|file| Output {
        option: "--report",
        zh: "报告",
        en: "report",
        example: ["报告.html", "report.html"],
        file,
    });
    for output in receipt.iter().chain(&report) {
        one(output, files, lang)?;
    }
    if let Some(Output { file, .. }) = &report
        && form(file).is_none()
    {
        return Err(refusal(
            lang,
            ["--report 的文件名要以 .html 或 .xlsx 结尾", "the file of --report must end in .html or .xlsx"],
            [
                "网页写 --report 报告.html，工作簿写 --report 报告.xlsx",
                "--report report.html for a page, --report report.xlsx for a workbook",
            ],
        ));
    }
    if let (Some(receipt), Some(report)) = (&receipt, &report)
        && same_file(receipt.file, report.file)
    {
        return Err(refusal(
            lang,
            ["--receipt 和 --report 是同一个文件", "--receipt and --report name one file"],
            ["各写一个文件名", "give each a file of its own"],
        ));
    }
    Ok(())
}

fn one(output: &Output<'_>, files: &[PathBuf], lang: Lang) -> Result<(), Failure> {
    let Output { option, zh, en, example: [example_zh, example_en], file } = output;
    let refused = |zh: [String; 2], en: [String; 2]| {
        let [what, help] = if lang == Lang::Zh { zh } else { en };
        Err(refusal(lang, [&what, &what], [&help, &help]))
    };
    if file.as_os_str() == "-" {
        return refused(
            [
                format!("{option} 要写文件名，- 不是文件名"),
                format!("写一个文件名，如 {option} {example_zh}；要输出到屏幕，写 /dev/stdout"),
            ],
            [
                format!("{option} takes a file; - is none"),
                format!("name a file, such as {option} {example_en}; /dev/stdout for the screen"),
            ],
        );
    }
    if files.len() != 1 {
        return refused(
            [format!("{option} 一次只能用于一份档案"), format!("每份档案单独评估，各写一份{zh}")],
            [format!("{option} takes one dossier at a time"), "assess each dossier by itself".to_owned()],
        );
    }
    if files.iter().any(|dossier| same_file(dossier, file)) {
        return refused(
            [format!("{option} 指的是档案本身"), format!("{zh}另写一个文件名")],
            [format!("{option} names the dossier itself"), format!("give the {en} a file of its own")],
        );
    }
    Ok(())
}

/// Whether two paths lead to one file, be it there or yet to be written.
pub(super) fn same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| {
        fs::canonicalize(path).ok().or_else(|| {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
        })
    };
    matches!((real(one), real(other)), (Some(one), Some(other)) if one == other)
}

/// Writes the receipt of an assessment.
pub(super) fn receipt(file: &Path, assessment: &Assessment, lang: Lang) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&ReceiptFile::of(assessment)).unwrap_or_default();
    write(file, format!("{text}\n").as_bytes(), ["回执", "receipt"], lang)
}

/// Writes the report, as a page or as a workbook by its name.
pub(super) fn report(
    file: &Path,
    assessment: &Assessment,
    checked: &Checked,
    plan: &Plan,
    options: &ReportOptions<'_>,
) -> Result<(), Failure> {
    let lang = options.lang;
    let bytes = match form(file) {
        Some(Form::Workbook) => {
            let table = |error| Failure(Unread::Table(Box::new(error)).text(&input::name(file), lang));
            workbook(&book(assessment, checked, plan, options)).map_err(table)?
        }
        Some(Form::Page) | None => html(assessment, checked, plan, options).into_bytes(),
    };
    write(file, &bytes, ["报告", "report"], lang)
}

fn write(file: &Path, bytes: &[u8], [zh, en]: [&str; 2], lang: Lang) -> Result<(), Failure> {
    let name = input::name(file);
    write_file_by(file, |file| file.write_all(bytes)).map_err(|_: io::Error| {
        refusal(
            lang,
            [&format!("{zh}写不进 {name}"), &format!("the {en} cannot be written to {name}")],
            ["检查文件夹是否存在、是否有写入权限", "check that the folder exists and may be written to"],
        )
    })
}
