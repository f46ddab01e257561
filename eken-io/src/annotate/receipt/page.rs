//! 回执 as a sheet: every text inline and a text, never a formula; printed on A4 across.

use std::fmt::Write as _;

use eken_core::words::Lang;

use super::content::Content;
use crate::annotate::looks::Looks;
use crate::annotate::memory::Memory;
use crate::annotate::notice::Cell;
use crate::annotate::pass::{escape, escape_text};
use crate::grid::letters;
use crate::table::receipt::MARK;
use crate::xlsx::write::width;

/// Widths of the columns, in characters.
const WIDTHS: [usize; 7] = [6, 8, 24, 52, 48, 27, 18];
/// Height of a row whose texts take so many lines, in points.
const LINE: usize = 15;
/// Highest row that a sheet takes, in points.
const HIGHEST: usize = 400;
/// Characters that a cell takes.
const LONGEST: usize = 32_000;

/// A sheet that places lead to.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its name.
    pub name: String,
    /// Whether it is shown: no link leads to a sheet that is hidden.
    pub shown: bool,
}

/// Being written.
struct Page<'a> {
    rows: String,
    links: String,
    number: usize,
    looks: &'a Looks,
    targets: &'a [Target],
    lang: Lang,
}

/// The names that the sheet needs: what is printed, and the rows that stand on every page.
pub fn names(sheet: &str, content: &Content) -> Vec<(&'static str, String)> {
    let quoted = format!("'{}'", sheet.replace('\'', "''"));
    let head = head(content);
    let last = head.saturating_add(content.lines.len());
    let rows = content.parts.iter().fold(last, |rows, (_, part)| rows.saturating_add(part.len()).saturating_add(2));
    let right = letters(WIDTHS.len());
    let mut names = vec![
        ("_xlnm.Print_Area", format!("{quoted}!$A$2:${right}${rows}")),
        ("_xlnm.Print_Titles", format!("{quoted}!${head}:${head}")),
    ];
    if last > head {
        names.push(("_xlnm._FilterDatabase", format!("{quoted}!$A${head}:${right}${last}")));
    }
    names
}

/// The row of the headings: below the hidden row, the title and what is said below it.
const fn head(content: &Content) -> usize {
    content.notes.len().saturating_add(3)
}

/// The sheet.
pub fn page(content: &Content, targets: &[Target], memory: &Memory, looks: &Looks, space: &str, lang: Lang) -> String {
    let mut page = Page { rows: String::new(), links: String::new(), number: 0, looks, targets, lang };
    page.remember(memory);
    page.above(content);
    let head = page.number;
    for (nth, line) in (1_usize..).zip(&content.lines) {
        let words: Vec<&str> = line.words.iter().map(String::as_str).collect();
        page.begin(height(words.iter().copied().zip(WIDTHS.into_iter().skip(2))));
        let _ = write!(page.rows, "<c r=\"A{}\" s=\"{}\"><v>{nth}</v></c>", page.number, looks.number);
        page.text(2, line.severity.label().get(lang), looks.severity(line.severity));
        page.place(line.words.first().map_or("", String::as_str), line.cell.as_ref());
        for (column, text) in (4_usize..).zip(line.words.iter().skip(1)) {
            page.text(column, text, looks.words);
        }
        page.end();
    }
    let last = page.number;
    for (heading, rows) in &content.parts {
        page.number = page.number.saturating_add(1);
        page.begin(24);
        page.text(1, heading, looks.part);
        page.end();
        for row in rows {
            let [place, said, more, code] = &row.words;
            let texts = [place, said, more, code].into_iter().map(String::as_str);
            page.begin(height(texts.zip(WIDTHS.into_iter().skip(2))));
            page.place(place, row.cell.as_ref());
            for (column, text) in (4_usize..).zip([said, more, code]) {
                page.text(column, text, looks.words);
            }
            page.end();
        }
    }
    whole(&page, (head, last), space)
}

fn whole(page: &Page<'_>, (head, last): (usize, usize), space: &str) -> String {
    let (all, right) = (page.number, letters(WIDTHS.len()));
    let below = head.saturating_add(1);
    let columns: String = (1_usize..)
        .zip(WIDTHS)
        .map(|(column, wide)| format!("<col min=\"{column}\" max=\"{column}\" width=\"{wide}\" customWidth=\"1\"/>"))
        .collect();
    let filter = if last > head { format!("<autoFilter ref=\"A{head}:{right}{last}\"/>") } else { String::new() };
    let merged: String = (2..head).map(|row| format!("<mergeCell ref=\"A{row}:{right}{row}\"/>")).collect();
    let merges = head.saturating_sub(2);
    let links = if page.links.is_empty() { String::new() } else { format!("<hyperlinks>{}</hyperlinks>", page.links) };
    let footer = match page.lang {
        Lang::Zh => "&amp;L&amp;8&amp;A&amp;R&amp;8第 &amp;P 页，共 &amp;N 页",
        Lang::En => "&amp;L&amp;8&amp;A&amp;R&amp;8page &amp;P of &amp;N",
    };
    let rows = &page.rows;
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{space}\">\
         <sheetPr><tabColor rgb=\"FF1F5C86\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:{right}{all}\"/>\
         <sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\">\
         <pane ySplit=\"{head}\" topLeftCell=\"A{below}\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         <selection pane=\"bottomLeft\" activeCell=\"A{below}\" sqref=\"A{below}\"/></sheetView></sheetViews>\
         <sheetFormatPr defaultRowHeight=\"{LINE}\"/><cols>{columns}</cols><sheetData>{rows}</sheetData>{filter}\
         <mergeCells count=\"{merges}\">{merged}</mergeCells>{links}\
         <pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>\
         <headerFooter><oddFooter>{footer}</oddFooter></headerFooter></worksheet>"
    )
}

impl Page<'_> {
    /// The hidden row: the mark of the sheet, and what its marks cover.
    fn remember(&mut self, memory: &Memory) {
        self.number = 1;
        self.rows.push_str("<row r=\"1\" hidden=\"1\">");
        let words = self.looks.words;
        self.text(1, MARK, words);
        for (column, text) in (2_usize..).zip(memory.texts()) {
            self.text(column, &text, words);
        }
        self.end();
    }

    /// Title, notes and headings.
    fn above(&mut self, content: &Content) {
        self.begin(30);
        self.text(1, content.title, self.looks.title);
        self.end();
        let wide: usize = WIDTHS.iter().fold(0, |sum, wide| sum.saturating_add(*wide));
        for note in &content.notes {
            self.begin(height([(note.as_str(), wide)].into_iter()));
            self.text(1, note, self.looks.note);
            self.end();
        }
        self.begin(24);
        for (column, text) in (1_usize..).zip(content.head) {
            self.text(column, text, self.looks.head);
        }
        self.end();
    }

    fn begin(&mut self, high: usize) {
        self.number = self.number.saturating_add(1);
        let _ = write!(self.rows, "<row r=\"{}\" ht=\"{high}\" customHeight=\"1\">", self.number);
    }

    fn end(&mut self) {
        self.rows.push_str("</row>");
    }

    fn text(&mut self, column: usize, text: &str, style: usize) {
        let (at, row) = (letters(column), self.number);
        let text: String = text.chars().take(LONGEST).collect();
        let text = escape_text(&text);
        let _ = match text.is_empty() {
            true => write!(self.rows, "<c r=\"{at}{row}\" s=\"{style}\"/>"),
            false => write!(
                self.rows,
                "<c r=\"{at}{row}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
            ),
        };
    }

    /// The place of a row, which leads to its cell.
    fn place(&mut self, text: &str, cell: Option<&Cell>) {
        let target = cell.and_then(|cell| Some((self.targets.get(cell.table)?, cell.at)));
        match target {
            Some((target, (row, column))) if target.shown => {
                self.text(3, text, self.looks.link);
                let location = format!("'{}'!{}{row}", target.name.replace('\'', "''"), letters(column));
                let _ = write!(self.links, "<hyperlink ref=\"C{}\" location=\"{}\"/>", self.number, escape(&location));
            }
            Some(_) => {
                let hidden = if self.lang == Lang::Zh { "（隐藏的工作表）" } else { " (hidden sheet)" };
                self.text(3, &format!("{text}{hidden}"), self.looks.words);
            }
            None => self.text(3, text, self.looks.words),
        }
    }
}

/// How high a row is whose texts are wrapped in columns of these widths.
fn height<'t>(texts: impl Iterator<Item = (&'t str, usize)>) -> usize {
    let lines = texts.map(|(text, wide)| {
        let wide = wide.saturating_sub(2).max(1);
        text.lines().map(|line| width(line).div_ceil(wide).max(1)).fold(0, usize::saturating_add)
    });
    lines.max().unwrap_or(1).max(1).saturating_mul(LINE).saturating_add(6).min(HIGHEST)
}
