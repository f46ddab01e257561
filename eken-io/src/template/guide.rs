//! The first sheet: how to fill the workbook, how values are written, and the index of its sheets.

use std::collections::BTreeSet;

use eken_core::plan::Plan;
use eken_core::words::{Label, Lang};
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::how::reasons;
use super::looks::Looks;
use super::names::{GUIDE, HEADS, ONCE, of_sheet};
use super::page;
use crate::table::layout::{Layout, Sheet};

/// Widths of the columns of the index.
const WIDTHS: [u16; 5] = [6, 30, 24, 40, 56];

const STEPS: [Label; 7] = [
    Label::new(
        "先填“基本情况”，再填各清单，最后填“清单说明”，写明每张清单是否列全。没有的清单留空表即可。",
        "fill in “Basics” first, then the lists, and last “Sections”, which says whether each list is complete. A list that you \
         do not have stays empty.",
    ),
    Label::new(
        "先登记被引用的：佐证文件、市场主体、设施、制度文件、学员档案；其他清单用编号引用它们。",
        "begin with what others refer to: documents, entities, facilities, instruments, trainees; the other lists name them by \
         their identifiers.",
    ),
    Label::new(
        "表名含“·”的是附属清单，如“市场主体·月度销售”：第一列填所属记录的编号，一条记录可占多行。",
        "a sheet with “·” in its name belongs to another, such as “Market entities · Monthly sales”: its first column names the \
         record it belongs to, and a record may have many rows.",
    ),
    Label::new(
        "表头带 * 且底色为橙的列必填；鼠标停在表头上可看含义、填法和依据条款。",
        "columns with * on orange must be filled; notes on the headings say what they mean, how they are written and what they \
         rest on.",
    ),
    Label::new(
        "灰色斜体的示例行以“例：”开头，读取时跳过，删去或保留都可以；示例中的人名、企业和号码都是虚构的。",
        "the grey row that begins with “Example:” is not read: delete it or leave it. Its persons, companies and numbers are made up.",
    ),
    Label::new(
        "不要改表名和表头，不要合并数据行的单元格。可以增删行、调列宽、隐藏不用的表。",
        "leave the names of sheets and the headings as they are and merge no cells. Rows may be added and deleted, sheets hidden.",
    ),
    Label::new(
        "个人信息按最小必要填写：身份证号可脱敏（如140827********0012）或不填；岗位栏填岗位，不填姓名。",
        "give no more personal data than is needed: an id number may be masked or left out; where a post is asked, give no name.",
    ),
];

/// The instructions.
pub fn sheet(plan: &Plan, layout: &Layout, looks: &Looks) -> Result<Worksheet, XlsxError> {
    let lang = looks.lang;
    let mut sheet = page::blank(GUIDE.get(lang), looks)?;
    sheet.set_active(true);
    for (column, wide) in (0u16..).zip(WIDTHS) {
        sheet.set_column_width(column, wide)?;
    }
    let title = match lang {
        Lang::Zh => "乡村e镇档案填报表",
        Lang::En => "Dossier of a rural e-town",
    };
    page::title(&mut sheet, title, 5, looks)?;
    let about = match lang {
        Lang::Zh => format!("适用方案：{}。本表由程序按档案格式生成，填好后直接提交本文件。", plan.title.zh),
        Lang::En => {
            format!("For the plan: {}. Made from the dossier format; send this file when it is filled.", plan.title.en)
        }
    };
    page::across(&mut sheet, (1, 0), 5, &about, &looks.note)?;
    let mut row = 3u32;
    part(&mut sheet, &mut row, Label::new("一、填写步骤", "How to go about it"), looks)?;
    for (number, step) in (1u32..).zip(STEPS) {
        let step = step.get(lang);
        sheet.write_number_with_format(row, 0, number, &looks.number)?;
        page::across(&mut sheet, (row, 1), 4, step, &looks.words)?;
        sheet.set_row_height(row, page::height(&[(step, 140)]))?;
        row = row.saturating_add(1);
    }
    row = row.saturating_add(1);
    part(&mut sheet, &mut row, Label::new("二、写法", "How values are written"), looks)?;
    for [what, how] in manner(lang) {
        page::across(&mut sheet, (row, 0), 2, &what, &looks.words)?;
        page::across(&mut sheet, (row, 2), 3, &how, &looks.words)?;
        sheet.set_row_height(row, page::height(&[(&how, 112)]))?;
        row = row.saturating_add(1);
    }
    row = row.saturating_add(1);
    part(&mut sheet, &mut row, Label::new("三、目录", "Index"), looks)?;
    index(&mut sheet, row, plan, layout, looks)?;
    Ok(sheet)
}

fn part(sheet: &mut Worksheet, row: &mut u32, title: Label, looks: &Looks) -> Result<(), XlsxError> {
    page::across(sheet, (*row, 0), 5, title.get(looks.lang), &looks.part)?;
    sheet.set_row_height(*row, 24)?;
    *row = row.saturating_add(1);
    Ok(())
}

/// Kinds of values and how each is written.
fn manner(lang: Lang) -> Vec<[String; 2]> {
    let reasons = reasons(lang);
    let (missing, rows): (String, &[[&str; 2]]) = match lang {
        Lang::Zh => (
            format!("写 {reasons}，可加说明，如“#未采集：平台尚未提供”。没有数据不要写 0，0 表示确实为零。"),
            &[
                ["没有数据", ""],
                ["日期", "2023-05-31。只知道月份、季度或年份的，写 2023-05、2023年第二季度、2023。"],
                [
                    "金额",
                    "以元为单位，照原数填写，不四舍五入。原表以万元计的，先换算；或把表头括号内的单位改为“万元”。",
                ],
                ["面积", "以平方米为单位；原表以亩计的，把表头括号内的单位改为“亩”。"],
                ["比率", "以百分数填写：12.5 表示 12.5%。"],
                ["是与否", "写“是”或“否”。"],
                ["多个值", "写在同一单元格内，用“、”隔开，如“WJ001、WJ002”。"],
                [
                    "编号",
                    "字母、数字和短横线，如 ZT001。长号码（信用代码、身份证号、文号）按文本填写，避免末位变成 0。",
                ],
                ["数据状态", "正式数可留空；初步数、估计数请注明。"],
            ],
        ),
        Lang::En => (
            format!(
                "write {reasons}, perhaps with a note: “#not collected: the platform has not sent it”. Never write 0 for it."
            ),
            &[
                ["no data", ""],
                ["days", "2023-05-31; where only the month, quarter or year is known: 2023-05, 2023Q2, 2023."],
                [
                    "money",
                    "in yuan, every digit as it is; where the source has 万元, convert, or write that unit into the heading.",
                ],
                ["areas", "in square metres; where the source has 亩, write that unit into the heading."],
                ["rates", "in percent: 12.5 is 12.5 %."],
                ["yes and no", "the words yes and no."],
                ["several values", "in one cell, separated by semicolons: WJ001; WJ002."],
                [
                    "identifiers",
                    "letters, digits and hyphens, such as ZT001. Write long numbers as text, or their last digits are lost.",
                ],
                ["status of a figure", "blank if final; say so if it is provisional or estimated."],
            ],
        ),
    };
    let said = |how: &str| if how.is_empty() { missing.clone() } else { how.to_owned() };
    rows.iter().map(|[what, how]| [(*what).to_owned(), said(how)]).collect()
}

fn index(sheet: &mut Worksheet, row: u32, plan: &Plan, layout: &Layout, looks: &Looks) -> Result<(), XlsxError> {
    let lang = looks.lang;
    let heads = match lang {
        Lang::Zh => ["序号", "工作表", "一行是什么", "必填列", "用于指标"],
        Lang::En => ["No.", "Sheet", "A row is", "Required", "Serves"],
    };
    for (column, head) in (0u16..).zip(heads) {
        sheet.write_string_with_format(row, column, head, &looks.head)?;
    }
    sheet.set_repeat_rows(row, row)?;
    let once = match lang {
        Lang::Zh => ["一个项目", "一张清单"],
        Lang::En => ["an item", "a section"],
    };
    let mut lines: Vec<(&str, [String; 4])> = Vec::new();
    for (name, what) in [ONCE, HEADS].iter().zip(once) {
        let name = name.get(lang);
        lines.push((name, [name.to_owned(), what.to_owned(), String::new(), String::new()]));
    }
    for of in &layout.sheets {
        let [title, label] = [of.title.get(lang), of.label.get(lang)].map(str::to_owned);
        lines.push((of_sheet(of, lang), [title, label, required(of, layout, lang), serves(of, plan, lang)]));
    }
    for (number, (to, [name, what, required, serves])) in (1u32..).zip(&lines) {
        let row = row.saturating_add(number);
        sheet.write_number_with_format(row, 0, number, &looks.number)?;
        page::link(sheet, (row, 1), to, name, &looks.link_in_table)?;
        for (column, text) in (2u16..).zip([what, required, serves]) {
            sheet.write_string_with_format(row, column, text, &looks.words)?;
        }
        sheet.set_row_height(row, page::height(&[(name, 28), (what, 22), (required, 38), (serves, 54)]))?;
    }
    Ok(())
}

fn required(of: &Sheet, layout: &Layout, lang: Lang) -> String {
    let parent = of.parent_heading(layout).into_iter().map(|words| words.get(lang).to_owned());
    let own = of.columns.iter().filter(|column| column.required).map(|column| column.heading.get(lang).to_owned());
    parent.chain(own).collect::<Vec<_>>().join(if lang == Lang::Zh { "、" } else { ", " })
}

/// The binding indicators whose clauses a column of the sheet rests on.
fn serves(of: &Sheet, plan: &Plan, lang: Lang) -> String {
    let clauses: BTreeSet<&str> = of.columns.iter().flat_map(|column| column.clauses).copied().collect();
    let indicators = plan
        .indicators
        .iter()
        .filter(|indicator| indicator.clauses.iter().any(|clause| clauses.contains(clause.as_str())));
    let named = indicators.map(|indicator| format!("{} {}", indicator.id, indicator.title.get(lang)));
    named.collect::<Vec<_>>().join(if lang == Lang::Zh { "；" } else { "; " })
}
