//! The annotated copy that `check --annotate` writes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use eken_core::words::Lang;
use eken_io::annotate::copy::{Sent, annotate, digest, extension};
use eken_io::file::format::Format;
use eken_io::file::write::safe_write;
use indicatif::ProgressBar;

use super::outputs::same_file;
use super::template::not_written;
use super::{CLEAN, Failure, USAGE, refusal};
use crate::args::CheckArgs;
use crate::input::{self, Unread};
use crate::output::complain;

/// What stands behind the name of a file whose copy goes into a folder.
const MARKED: &str = ".marked";

/// Where the annotated copies go.
pub(super) struct Annotate<'a> {
    to: &'a Path,
    is_folder: bool,
    lang: Lang,
}

impl<'a> Annotate<'a> {
    /// Refuses what cannot be meant, before anything is read: a copy over an input, two copies of one name, many dossiers in
    /// one file.
    pub(super) fn new(to: &'a Path, files: &[PathBuf], args: &CheckArgs, lang: Lang) -> Result<Self, Failure> {
        let made = Self { to, is_folder: to.is_dir(), lang };
        if to.as_os_str() == "-" {
            return Err(refusal(
                lang,
                ["--annotate 要写文件名，- 不是文件名", "--annotate takes a file; - is none"],
                ["写一个文件名，如 --annotate 退回.xlsx", "name a file, such as --annotate returned.xlsx"],
            ));
        }
        if files.iter().any(|file| input::is_ndjson(file, args.input.input_format)) {
            return Err(refusal(
                lang,
                ["每行一份档案的文件（NDJSON）不能标注", "a file of a dossier a line (NDJSON) is not annotated"],
                [
                    "把要退回的那份档案单独存成 .json，或请报送单位送工作簿，再加 --annotate",
                    "save the dossier to be returned as .json by itself, or ask for the workbook, and annotate that",
                ],
            ));
        }
        if files.len() > 1 && !made.is_folder {
            return Err(refusal(
                lang,
                ["多份档案不能标注在一个文件里", "several dossiers do not go into one annotated copy"],
                [
                    "建一个文件夹，写 --annotate 文件夹：每份档案得到一个“原名.marked.xlsx”",
                    "make a folder and write --annotate FOLDER: each dossier gets a NAME.marked.xlsx",
                ],
            ));
        }
        let mut copies = BTreeSet::new();
        for file in files {
            let copy = made.copy(file, "xlsx");
            if files
                .iter()
                .chain([file])
                .any(|other| same_file(other, &copy) || same_file(other, &made.copy(file, "xlsm")))
            {
                return Err(refusal(
                    lang,
                    ["--annotate 指的是档案本身", "--annotate names the dossier itself"],
                    ["标注另写一个文件名，原件不动", "give the copy a name of its own; the original is left alone"],
                ));
            }
            if !copies.insert(copy.to_string_lossy().to_lowercase()) {
                return Err(refusal(
                    lang,
                    ["有两份档案同名，标注会互相覆盖", "two dossiers have one name, and so would their copies"],
                    ["分两次检查，或先改名", "check them one at a time, or rename one"],
                ));
            }
        }
        Ok(made)
    }

    /// Where the copy of a file goes.
    fn copy(&self, file: &Path, extension: &str) -> PathBuf {
        if !self.is_folder {
            return self.to.to_owned();
        }
        let stem = if file.is_dir() { file.file_name() } else { file.file_stem() };
        let stem = stem.map(|stem| stem.to_string_lossy().into_owned()).filter(|stem| stem != "-");
        self.to.join(format!("{}{MARKED}.{extension}", stem.unwrap_or_else(|| "stdin".to_owned())))
    }

    /// Writes the copy of a file; gives the exit code.
    pub(super) fn write(&self, file: &Path, sent: Sent<'_>, bar: &ProgressBar) -> Result<u8, Failure> {
        let lang = self.lang;
        let wanted = extension(sent.format, sent.bytes);
        let copy = self.copy(file, wanted);
        let shown = input::shown(&copy, lang);
        if !copy.extension().is_some_and(|end| end.eq_ignore_ascii_case(wanted)) {
            return Err(refusal(
                lang,
                [&format!("标注的文件名要以 .{wanted} 结尾"), &format!("the annotated copy must end in .{wanted}")],
                match wanted {
                    "xlsm" => [
                        "送来的工作簿带宏，换了扩展名 Excel 打不开",
                        "the workbook that was sent holds macros, and Excel opens it under that name only",
                    ],
                    _ => ["如 --annotate 退回.xlsx", "such as --annotate returned.xlsx"],
                },
            ));
        }
        let held = if sent.format == Format::CsvFolder { None } else { Some(digest(sent.bytes)) };
        let made = match annotate(&Sent { digest: held.as_deref(), ..sent }) {
            Ok(made) => made,
            Err(error) => {
                bar.suspend(|| complain(&Unread::Table(Box::new(error)).text(&input::name(file), lang)));
                return Ok(USAGE);
            }
        };
        safe_write(&copy, |out| std::io::Write::write_all(out, &made).map_err(|_| eken_io::file::write::WRITE))
            .map_err(|_| not_written(&shown, lang))?;
        bar.suspend(|| {
            complain(&match lang {
                Lang::Zh => format!("已标注：{shown}\n"),
                Lang::En => format!("annotated: {shown}\n"),
            });
        });
        Ok(CLEAN)
    }
}
