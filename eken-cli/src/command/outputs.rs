//! What `assess` writes to files of their own: the receipt and the report.

use std::fs;
use std::path::{Path, PathBuf};

use eken_core::assess::Assessment;
use eken_core::report::ReceiptFile;
use eken_core::words::Lang;

use super::{Failure, refusal};
use crate::args::AssessArgs;
use crate::input;
use crate::output::write_file;

/// An output that is asked for: its option, what it is, a name that it might have.
struct Output<'a> {
    option: &'static str,
    zh: &'static str,
    en: &'static str,
    example: [&'static str; 2],
    file: &'a Path,
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
    if let Some(Output { file, .. }) = &report {
        let end = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
        let device = fs::metadata(file).is_ok_and(|there| !there.is_file() && !there.is_dir());
        if !device && !["html", "htm"].iter().any(|known| end.eq_ignore_ascii_case(known)) {
            return Err(refusal(
                lang,
                ["--report 的文件名要以 .html 结尾", "the file of --report must end in .html"],
                [
                    "报告目前只能写成 HTML，如 --report 报告.html",
                    "a report is written as HTML only, such as --report report.html",
                ],
            ));
        }
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
    write(file, &format!("{text}\n"), ["回执", "receipt"], lang)
}

/// Writes the report.
pub(super) fn report(file: &Path, text: &str, lang: Lang) -> Result<(), Failure> {
    write(file, text, ["报告", "report"], lang)
}

fn write(file: &Path, text: &str, [zh, en]: [&str; 2], lang: Lang) -> Result<(), Failure> {
    let name = input::name(file);
    write_file(file, text).map_err(|_| {
        refusal(
            lang,
            [&format!("{zh}写不进 {name}"), &format!("the {en} cannot be written to {name}")],
            ["检查文件夹是否存在、是否有写入权限", "check that the folder exists and may be written to"],
        )
    })
}
