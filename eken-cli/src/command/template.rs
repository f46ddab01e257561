//! `eken template`: the workbook to fill in, or the tables as CSV files with their schemas.

use std::path::Path;

use eken_core::words::Lang;
use eken_io::frictionless::publish::tables;
use eken_io::template::workbook::workbook;

use super::{CLEAN, Failure, Outcome, refusal};
use crate::args::TemplateArgs;
use crate::output::{print, write_file_by};
use crate::{input, plans};

pub(super) fn run(args: &TemplateArgs, lang: Lang) -> Outcome {
    match (&args.tables, &args.out) {
        (Some(folder), _) => published(folder, lang),
        (None, Some(out)) => filled_in(args, out, lang),
        (None, None) => Ok(CLEAN),
    }
}

/// The tables as CSV files without rows, with their schemas.
fn published(folder: &Path, lang: Lang) -> Outcome {
    let name = input::name(folder);
    let count =
        tables(folder, lang).map_err(|error| Failure(input::Unread::Table(Box::new(error)).text(&name, lang)))?;
    print(&match lang {
        Lang::Zh => {
            format!("{name}：{count}张空表，schemas 里是每张表的 Table Schema，datapackage.json 把它们合在一起\n")
        }
        Lang::En => {
            format!("{name}: {count} empty tables, their Table Schemas in schemas, all of them in datapackage.json\n")
        }
    })?;
    Ok(CLEAN)
}

/// The workbook to fill in.
fn filled_in(args: &TemplateArgs, out: &Path, lang: Lang) -> Outcome {
    if !out.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx")) {
        return Err(refusal(
            lang,
            ["填报模板是工作簿，文件名要以 .xlsx 结尾", "the template is a workbook; its name must end in .xlsx"],
            ["如 eken template 填报.xlsx", "such as eken template fill-in.xlsx"],
        ));
    }
    let plan = plans::load(&args.plan.plan, lang)?;
    let name = input::name(out);
    let bytes =
        workbook(&plan, lang).map_err(|error| Failure(input::Unread::Table(Box::new(error)).text(&name, lang)))?;
    // a template that nobody has filled in may be made again
    let is_kept = out.exists() && std::fs::read(out).ok().is_none_or(|held| held != bytes);
    if is_kept && !args.force {
        return Err(refusal(
            lang,
            [&format!("{name} 已经存在，没有改动"), &format!("{name} exists and was left as it is")],
            ["换一个文件名；要覆盖原文件，写 --force", "give another name, or --force to write over it"],
        ));
    }
    write_file_by(out, |file| file.write_all(&bytes)).map_err(|_| not_written(&name, lang))?;
    print(&match lang {
        Lang::Zh => format!("{name}：先看“填表说明”，填好后用 eken check {name} 检查\n"),
        Lang::En => format!("{name}: read the instructions first; when it is filled in, eken check {name}\n"),
    })?;
    Ok(CLEAN)
}

/// The refusal of a file that cannot be written.
pub(super) fn not_written(name: &str, lang: Lang) -> Failure {
    refusal(
        lang,
        [&format!("写不进 {name}"), &format!("{name} cannot be written")],
        ["检查文件夹是否存在、是否有写入权限", "check that the folder exists and may be written to"],
    )
}
