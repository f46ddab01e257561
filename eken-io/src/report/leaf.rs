//! A sheet of the report: mark, title, the way back, then its parts.

use eken_core::report::{Book, Cell, Leaf, Line, Part, Table};
use rust_xlsxwriter::{Format, IgnoreError, Worksheet, XlsxError};

use super::looks::Looks;
use super::signs::{fit, number_format, running};
use crate::xlsx::number::double;
use crate::xlsx::page::{across, height, link, set_up};
use crate::xlsx::write::like_a_formula;

/// The sheet of a leaf.
pub fn sheet(leaf: &Leaf, book: &Book, looks: &Looks) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(leaf.name)?;
    set_up(&mut sheet, looks.lang);
    sheet.set_margins(0.5, 0.5, 0.75, 0.6, 0.35, 0.3).set_header(header(book, looks));
    for (column, wide) in (0u16..).zip(&leaf.widths) {
        sheet.set_column_width(column, *wide)?;
    }
    if book.leaves.first().is_some_and(|first| std::ptr::eq(first, leaf)) {
        sheet.set_print_fit_to_pages(1, 1);
    }
    let mut pen = Pen { sheet, leaf, looks, row: 0, framed: false };
    pen.head(book)?;
    for part in &leaf.parts {
        pen.part(part)?;
    }
    Ok(pen.sheet)
}

/// Name and mark at the head of every printed page. The blank keeps a figure in the name from the size before it.
fn header(book: &Book, looks: &Looks) -> String {
    let (name, mark, font) = (running(&book.name), running(book.mark), looks.font);
    match book.internal {
        true => format!("&L&9 {name}&R&\"{font},Bold\"&11&KA31621 {mark}"),
        false => format!("&L&9 {name}&R&9 {mark}"),
    }
}

/// What writes one part below the other.
struct Pen<'a> {
    sheet: Worksheet,
    leaf: &'a Leaf,
    looks: &'a Looks,
    row: u32,
    /// Whether a table keeps its heading in sight already.
    framed: bool,
}

impl Pen<'_> {
    fn columns(&self) -> u16 {
        u16::try_from(self.leaf.widths.len()).unwrap_or(u16::MAX)
    }

    /// Characters of half width that fit into so many columns from one on.
    fn room(&self, from: usize, count: usize) -> usize {
        let wide = self.leaf.widths.iter().skip(from).take(count).fold(0u16, |sum, wide| sum.saturating_add(*wide));
        usize::from(wide).saturating_sub(3).max(4)
    }

    fn next(&mut self, height: u32) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, height)?;
        self.row = self.row.saturating_add(1);
        Ok(())
    }

    /// A text over the whole width.
    fn over(&mut self, text: &str, format: &Format, least: u32) -> Result<(), XlsxError> {
        let (text, room, columns) = (fit(text), self.room(0, usize::MAX), self.columns());
        across(&mut self.sheet, (self.row, 0), columns, &text, &quoted(&text, format))?;
        self.next(height(&[(&text, room)]).max(least))
    }

    fn head(&mut self, book: &Book) -> Result<(), XlsxError> {
        if book.internal {
            self.over(book.mark, &self.looks.banner.clone(), 22)?;
        }
        self.over(&self.leaf.title.clone(), &self.looks.title.clone(), 32)?;
        let first = book.leaves.first().map(|first| first.name).filter(|first| *first != self.leaf.name);
        if let Some(first) = first {
            link(&mut self.sheet, (self.row, 0), first, &format!("← {first}"), &self.looks.link)?;
            self.next(18)?;
        }
        Ok(())
    }

    fn part(&mut self, part: &Part) -> Result<(), XlsxError> {
        match part {
            Part::Heading(text) => {
                self.next(8)?;
                self.over(text, &self.looks.part.clone(), 24)
            }
            Part::Text(text) => self.over(text, &self.looks.note.clone(), 20),
            Part::Table(table) => self.table(table),
            Part::Lines(lines) => {
                for line in lines {
                    let line = fit(line);
                    self.sheet.write_string_with_format(self.row, 0, &line, &self.looks.line)?;
                    self.next(14)?;
                }
                Ok(())
            }
        }
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let head = self.row;
        if !table.heads.is_empty() {
            let mut tall = 26;
            for (column, text) in table.heads.iter().enumerate() {
                let at = u16::try_from(column).unwrap_or(u16::MAX);
                self.sheet.write_string_with_format(head, at, text, &self.looks.head)?;
                tall = tall.max(height(&[(text, self.room(column, 1))]));
            }
            self.next(tall)?;
        }
        for line in &table.rows {
            self.line(line)?;
        }
        if self.row > head && !table.heads.is_empty() {
            // the numbers of indicators are names, and no figure is meant where a text tells one
            let last = (self.row.saturating_sub(1), self.columns().saturating_sub(1));
            self.sheet.ignore_error_range(head, 0, last.0, last.1, IgnoreError::NumberStoredAsText)?;
        }
        // the first table with a heading is what the sheet is about, unless something else stands before it
        let leads = self.leaf.parts.iter().find(|part| !matches!(part, Part::Text(_)));
        let is_first = leads.is_some_and(|part| matches!(part, Part::Table(first) if std::ptr::eq(first, table)));
        if !table.heads.is_empty() && is_first && !self.framed {
            self.framed = true;
            let columns = u16::try_from(table.heads.len()).unwrap_or(u16::MAX);
            self.sheet.set_freeze_panes(head.saturating_add(1), 0)?;
            self.sheet.set_repeat_rows(0, head)?;
            self.sheet.autofilter(head, 0, self.row.saturating_sub(1), columns.saturating_sub(1))?;
        }
        Ok(())
    }

    fn line(&mut self, line: &Line) -> Result<(), XlsxError> {
        match line {
            Line::Band(text) => {
                let text = fit(text);
                // not merged, so that the table can be sorted and filtered
                for column in 1..self.columns() {
                    self.sheet.write_blank(self.row, column, &self.looks.band)?;
                }
                self.sheet.write_string_with_format(self.row, 0, &text, &quoted(&text, &self.looks.band))?;
                self.next(22)
            }
            Line::Row(cells) => {
                let mut tall = 20;
                for (column, cell) in cells.iter().enumerate() {
                    let at = (self.row, u16::try_from(column).unwrap_or(u16::MAX));
                    let room = self.room(column, 1);
                    tall = tall.max(self.cell(at, cell, room, &self.looks.words.clone())?);
                }
                self.next(tall)
            }
            Line::Pair(term, says) => {
                let wide = self.room(0, 1);
                let first = self.cell((self.row, 0), term, wide, &self.looks.term.clone())?;
                let (says, room) = (fit(says), self.room(1, usize::MAX));
                let columns = self.columns().saturating_sub(1);
                across(&mut self.sheet, (self.row, 1), columns, &says, &quoted(&says, &self.looks.words))?;
                self.next(height(&[(&says, room)]).max(first).max(20))
            }
        }
    }

    /// A cell, and how high it wants its row.
    fn cell(&mut self, at: (u32, u16), cell: &Cell, room: usize, words: &Format) -> Result<u32, XlsxError> {
        let (row, column) = at;
        let text = match cell {
            Cell::Blank => {
                self.sheet.write_blank(row, column, words)?;
                return Ok(0);
            }
            Cell::Text(text) => {
                let text = fit(text);
                self.sheet.write_string_with_format(row, column, &text, &quoted(&text, words))?;
                text
            }
            Cell::Number(number) => {
                match double(&number.decimal) {
                    Some(double) => {
                        let format = number_format(number.places, number.signed);
                        let format = self.looks.number.clone().set_num_format(format);
                        self.sheet.write_number_with_format(row, column, double, &format)?;
                    }
                    // more digits than a cell keeps
                    None => {
                        let format = quoted(&number.decimal, &self.looks.number);
                        self.sheet.write_string_with_format(row, column, &number.decimal, &format)?;
                    }
                }
                number.decimal.clone()
            }
            Cell::Sign(mark, word, tone) => {
                let text = format!("{mark} {word}");
                self.sheet.write_string_with_format(row, column, &text, &self.looks.sign(*tone))?;
                text
            }
            Cell::Link(name) => {
                link(&mut self.sheet, at, name, name, &self.looks.link_in_table)?;
                (*name).to_owned()
            }
        };
        Ok(height(&[(&text, room)]))
    }
}

/// The format of a text: marked as one where a spreadsheet would take it for a formula when it is typed again.
fn quoted(text: &str, format: &Format) -> Format {
    if like_a_formula(text) { format.clone().set_quote_prefix() } else { format.clone() }
}
