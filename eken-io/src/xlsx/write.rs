//! Writes grids as a workbook: the same grids, the same bytes.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::{fault, number};
use crate::error::{Error, Result};
use crate::grid::{Cell, Grid, NOT_CALCULATED, Shown, letters};

/// The font of the sheets.
pub const FONT: &str = "微软雅黑";
/// Width of a column, in characters.
const WIDTHS: (usize, usize) = (8, 48);
/// Rows whose texts decide how wide a column is.
const LOOKED_AT: usize = 500;
/// Cells that are merged in a sheet, at most: each of them is written.
const MERGED: usize = 200_000;
/// Characters that a cell takes.
const LONGEST: usize = 32_767;

/// Writes grids as the sheets of a workbook: the first row of each is its heading, which stays in sight and has a filter.
///
/// Text is written as text, also where it begins like a formula; a number is written as a number only where a cell keeps all
/// of its digits, and as text otherwise; days are days. The file names no person, and the time of its making is a constant.
///
/// # Errors
///
/// `workbook.cell-text` where a text is longer than a cell takes, `workbook.not-written` where a sheet has too many rows, or a name
/// that a workbook does not take.
pub fn write(grids: &[Grid]) -> Result<Vec<u8>> {
    let mut book = workbook();
    let looks = Looks::new();
    for grid in grids {
        let sheet = book.add_worksheet();
        sheet.set_name(&grid.name).map_err(|fault| refused(&fault).at(grid.name.as_str()))?;
        fill(sheet, grid, &looks)?;
    }
    bytes(&mut book)
}

/// A workbook without a trace of when, where and by whom it was made.
pub fn workbook() -> Workbook {
    let mut book = Workbook::new();
    let mut properties = DocProperties::new().set_author("eken").set_company("");
    if let Ok(constant) = ExcelDateTime::from_ymd(2023, 1, 1) {
        properties = properties.set_creation_datetime(&constant);
    }
    book.set_properties(&properties);
    book
}

/// The bytes of a workbook.
pub fn bytes(book: &mut Workbook) -> Result<Vec<u8>> {
    book.save_to_buffer().map_err(|fault| refused(&fault))
}

/// What the library said, without its words: they may hold a value.
pub const fn refused(fault: &XlsxError) -> Error {
    match fault {
        XlsxError::MaxStringLengthExceeded => fault::text_of_cell(),
        _ => fault::not_written(),
    }
}

/// How many columns of a screen a text takes: a Chinese character takes two.
pub fn width(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or_default()
}

/// Whether a spreadsheet would take the text for a formula when it is typed again.
pub fn like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}

struct Looks {
    heading: Format,
    plain: Format,
    quoted: Format,
    day: Format,
    moment: Format,
    time: Format,
}

impl Looks {
    fn new() -> Self {
        let plain = Format::new().set_font_name(FONT).set_font_size(10).set_align(FormatAlign::VerticalCenter);
        Self {
            heading: plain
                .clone()
                .set_bold()
                .set_background_color(Color::RGB(0xDD_E7_EE))
                .set_border_bottom(FormatBorder::Thin)
                .set_border_color(Color::RGB(0x8F_A3_B0)),
            quoted: plain.clone().set_quote_prefix(),
            day: plain.clone().set_num_format("yyyy-mm-dd"),
            moment: plain.clone().set_num_format("yyyy-mm-dd hh:mm:ss"),
            time: plain.clone().set_num_format("hh:mm:ss"),
            plain,
        }
    }
}

fn fill(sheet: &mut Worksheet, grid: &Grid, looks: &Looks) -> Result<()> {
    let heading = grid.rows.first().map(|row| row.number);
    merge(sheet, grid, &looks.plain)?;
    let mut widths: Vec<usize> = Vec::new();
    for (index, row) in grid.rows.iter().enumerate() {
        let number = u32::try_from(row.number.saturating_sub(1)).map_err(|_| fault::not_written())?;
        for placed in &row.cells {
            let at = || format!("{}!{}{}", grid.name, letters(placed.column), row.number);
            let column = u16::try_from(placed.column.saturating_sub(1)).map_err(|_| fault::not_written().at(at()))?;
            let plain = if heading == Some(row.number) { &looks.heading } else { &looks.plain };
            put(sheet, (number, column), &placed.cell, plain, looks).map_err(|fault| fault.at(at()))?;
            if index < LOOKED_AT {
                let index = usize::from(column);
                if widths.len() <= index {
                    widths.resize(index.saturating_add(1), 0);
                }
                if let Some(widest) = widths.get_mut(index) {
                    *widest = shown(&placed.cell).max(*widest);
                }
            }
        }
    }
    for (column, widest) in widths.iter().enumerate().filter(|(_, widest)| **widest > 0) {
        let column = u16::try_from(column).map_err(|_| fault::not_written())?;
        let wide = u16::try_from(widest.saturating_add(3).clamp(WIDTHS.0, WIDTHS.1)).unwrap_or_default();
        sheet.set_column_width(column, wide).map_err(|fault| refused(&fault))?;
    }
    frame(sheet, grid).map_err(|fault| refused(&fault).at(grid.name.as_str()))
}

/// Merges the cells that were merged, as far down as there are rows; what stands in them is written later. Those that overlap others,
/// and those beyond [`MERGED`] cells, are left apart.
fn merge(sheet: &mut Worksheet, grid: &Grid, plain: &Format) -> Result<()> {
    let end = grid.rows.last().map_or(0, |row| row.number);
    let mut room = MERGED;
    for merged in &grid.merged {
        let rows = (merged.rows.0, merged.rows.1.min(end));
        let span = |(from, to): (usize, usize)| to.checked_sub(from).map_or(0, |more| more.saturating_add(1));
        let area = span(rows).saturating_mul(span(merged.columns));
        let Some(left) = room.checked_sub(area).filter(|_| area > 1) else { continue };
        let row = |number: usize| u32::try_from(number.saturating_sub(1)).ok();
        let column = |number: usize| u16::try_from(number.saturating_sub(1)).ok();
        let (Some(top), Some(bottom)) = (row(rows.0), row(rows.1)) else { continue };
        let (Some(first), Some(last)) = (column(merged.columns.0), column(merged.columns.1)) else { continue };
        match sheet.merge_range(top, first, bottom, last, "", plain) {
            Ok(_) => room = left,
            Err(XlsxError::MergeRangeOverlaps(..)) => {}
            Err(fault) => return Err(refused(&fault)),
        }
    }
    Ok(())
}

/// Keeps the heading in sight and gives it a filter.
fn frame(sheet: &mut Worksheet, grid: &Grid) -> std::result::Result<(), XlsxError> {
    let (Some(heading), Some(end)) = (grid.rows.first(), grid.rows.last()) else { return Ok(()) };
    let zero = |number: usize| u32::try_from(number.saturating_sub(1)).unwrap_or_default();
    let (first, last) = (zero(heading.number), zero(end.number));
    sheet.set_freeze_panes(first.saturating_add(1), 0)?;
    let columns = heading.cells.iter().filter_map(|placed| u16::try_from(placed.column.saturating_sub(1)).ok());
    if let (Some(left), Some(right)) = (columns.clone().min(), columns.max()) {
        sheet.autofilter(first, left, last, right)?;
    }
    Ok(())
}

fn put(sheet: &mut Worksheet, at: (u32, u16), cell: &Cell, plain: &Format, looks: &Looks) -> Result<()> {
    let (row, column) = at;
    let text = |sheet: &mut Worksheet, text: &str| {
        if text.chars().count() > LONGEST {
            return Err(fault::text_of_cell());
        }
        let format = if like_a_formula(text) { &looks.quoted } else { plain };
        let text = if text.contains('\0') { text.replace('\0', "") } else { text.to_owned() };
        let written = sheet.write_string_with_format(row, column, text, format);
        written.map(|_| ()).map_err(|fault| refused(&fault))
    };
    let done = match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(written) | Cell::Fault(written) => return text(sheet, written),
        Cell::NotCalculated => return text(sheet, NOT_CALCULATED),
        Cell::Scaled(decimal, smaller) => match (number::double(decimal), divides(*smaller)) {
            (Some(double), Some(shown)) => {
                let format = plain.clone().set_num_format(shown);
                sheet.write_number_with_format(row, column, double, &format)
            }
            _ => return text(sheet, &format!("{decimal}÷1e{smaller}")),
        },
        Cell::Shown(shown) => match (number::double(&shown.number), format_of(shown)) {
            (Some(double), Some(code)) => {
                let format = plain.clone().set_num_format(code);
                sheet.write_number_with_format(row, column, double, &format)
            }
            _ => return text(sheet, &beside(shown)),
        },
        Cell::Number(decimal) | Cell::Noisy(decimal) => match number::double(decimal) {
            Some(double) => sheet.write_number_with_format(row, column, double, plain),
            None => return text(sheet, decimal),
        },
        Cell::Flag(flag) => sheet.write_boolean_with_format(row, column, *flag, plain),
        Cell::Period(day, span) => return text(sheet, &span.of(*day)),
        Cell::Day(day, time) => match moment(*day, *time) {
            Some(moment) => {
                let format = if time.is_some() { &looks.moment } else { &looks.day };
                sheet.write_datetime_with_format(row, column, &moment, format)
            }
            None => {
                let time = time.map(|time| format!("T{time}")).unwrap_or_default();
                return text(sheet, &format!("{day}{time}"));
            }
        },
        Cell::Time(time) => match clock(*time) {
            Some(clock) => sheet.write_datetime_with_format(row, column, &clock, &looks.time),
            None => return text(sheet, &time.to_string()),
        },
    };
    done.map(|_| ()).map_err(|fault| refused(&fault))
}

/// A number with what is shown beside it as a text, which is no number: words alone could be taken for a value that lacks.
fn beside(shown: &Shown) -> String {
    match &shown.figure {
        Some(figure) if figure.contains(&shown.number) => figure.clone(),
        Some(figure) => format!("{}（{figure}）", shown.number),
        None => shown.plain().to_owned(),
    }
}

/// A number format that shows the words and zeros beside a number as it was shown.
fn format_of(shown: &Shown) -> Option<String> {
    let quoted = |words: &str| match words {
        "" => Some(String::new()),
        words => (!words.contains('"')).then(|| format!("\"{words}\"")),
    };
    let Some(text) = &shown.text else {
        let words = shown.figure.as_ref()?.strip_prefix(shown.number.as_str())?;
        // signs alone would be taken for none
        words.contains(char::is_alphabetic).then_some(())?;
        return Some(format!("General{}", quoted(words)?));
    };
    let at = text.find(|sign: char| sign.is_ascii_digit())?;
    let (before, rest) = text.split_at_checked(at)?;
    let end = rest.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, after) = rest.split_at_checked(end)?;
    let bare = digits.trim_start_matches('0');
    let same = bare == shown.number || (bare.is_empty() && shown.number == "0");
    same.then(|| Some(format!("{}{}{}", quoted(before)?, "0".repeat(digits.len()), quoted(after)?)))?
}

/// A number format that shows a number smaller by so many powers of ten: the point is a sign between its digits.
fn divides(smaller: u8) -> Option<String> {
    (1..=12).contains(&smaller).then(|| format!("0!.{}", "0".repeat(usize::from(smaller))))
}

/// A day that a workbook can hold: it counts from 1900, and counts a day too much before March of that year.
fn moment(day: NaiveDate, time: Option<NaiveTime>) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, date) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    let held = (year, month) >= (1900, 3) && year <= 9999;
    let moment = ExcelDateTime::from_ymd(year, month, date).ok().filter(|_| held)?;
    let Some(time) = time else { return Some(moment) };
    let [hour, minute, second, thousandth] = parts(time)?;
    moment.and_hms_milli(hour, minute.try_into().ok()?, second.try_into().ok()?, thousandth).ok()
}

fn clock(time: NaiveTime) -> Option<ExcelDateTime> {
    let [hour, minute, second, thousandth] = parts(time)?;
    ExcelDateTime::from_hms_milli(hour, minute.try_into().ok()?, second.try_into().ok()?, thousandth).ok()
}

/// Hour, minute, second and thousandth of a time; none where it is finer or a leap second.
fn parts(time: NaiveTime) -> Option<[u16; 4]> {
    let nano = time.nanosecond();
    let whole = nano.checked_rem(1_000_000) == Some(0) && nano < 1_000_000_000;
    let parts = [time.hour(), time.minute(), time.second(), nano.checked_div(1_000_000)?];
    let [hour, minute, second, thousandth] = parts.map(u16::try_from);
    whole.then_some([hour.ok()?, minute.ok()?, second.ok()?, thousandth.ok()?])
}

/// How wide a cell is shown.
fn shown(cell: &Cell) -> usize {
    match cell {
        Cell::Empty => 0,
        Cell::Text(text) | Cell::Fault(text) | Cell::Number(text) | Cell::Noisy(text) | Cell::Scaled(text, _) => {
            width(text)
        }
        Cell::Shown(shown) => width(shown.plain()),
        Cell::NotCalculated => 1,
        Cell::Flag(_) => 5,
        Cell::Day(_, None) | Cell::Period(..) => 10,
        Cell::Day(_, Some(_)) => 19,
        Cell::Time(_) => 8,
    }
}

#[cfg(test)]
mod tests {
    use eken_core::words::Lang;

    use super::*;
    use crate::grid::{GridKind, Placed, Row};
    use crate::xlsx::read::read;

    fn grid(name: &str, rows: Vec<Vec<Cell>>) -> Grid {
        let row = |(number, cells): (usize, Vec<Cell>)| Row {
            number,
            cells: (1..)
                .zip(cells)
                .filter(|(_, cell)| *cell != Cell::Empty)
                .map(|(column, cell)| Placed { column, cell, formula: false })
                .collect(),
        };
        Grid { name: name.into(), kind: GridKind::Sheet, rows: (1..).zip(rows).map(row).collect(), merged: vec![] }
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    fn number(text: &str) -> Cell {
        Cell::Number(text.into())
    }

    #[test]
    fn what_is_written_is_read_back() {
        let day = NaiveDate::from_ymd_opt(2023, 5, 1).unwrap();
        let noon = NaiveTime::from_hms_opt(12, 34, 56).unwrap();
        let kept = [
            grid(
                "设施",
                vec![
                    vec![text("编号"), text("面积"), text("日期")],
                    vec![text("=1+1"), number("1234.5"), Cell::Day(day, None)],
                    vec![text("@SUM(A1)"), number("-0.000012"), Cell::Day(day, Some(noon))],
                    vec![text("-3"), number("999999999999.999"), Cell::Time(noon)],
                    vec![text(" 前后 "), Cell::Flag(true), Cell::Empty],
                    vec![text("一行\n两行_x000D_"), text("a\u{1}b"), Cell::Flag(false)],
                ],
            ),
            grid("空", vec![]),
        ];
        assert_eq!(read(&write(&kept).unwrap()).unwrap(), kept);
    }

    #[test]
    fn what_a_cell_cannot_hold_as_a_number_or_a_day_is_text() {
        let early = NaiveDate::from_ymd_opt(1900, 2, 28).unwrap();
        let given =
            grid("表", vec![vec![number("140827200111114052"), number("1.2345678901234567"), Cell::Day(early, None)]]);
        let read = read(&write(&[given]).unwrap()).unwrap();
        let cells: Vec<Cell> = read[0].rows[0].cells.iter().map(|placed| placed.cell.clone()).collect();
        assert!(cells == [text("140827200111114052"), text("1.2345678901234567"), text("1900-02-28")]);
    }

    #[test]
    fn the_same_grids_give_the_same_bytes() {
        let grids = [grid("设施", vec![vec![text("编号"), text("=1+1")], vec![number("1"), number("2")]])];
        let first = write(&grids).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(1_100));
        assert!(first == write(&grids).unwrap());
    }

    #[test]
    fn what_a_workbook_does_not_take_is_refused_by_place() {
        let long = grid("表", vec![vec![text("甲"), text(&"长".repeat(LONGEST + 1))]]);
        let fault = write(&[long]).unwrap_err();
        assert_eq!((fault.code, fault.place(Lang::En).as_str()), ("workbook.cell-text", "表!B1"));
        assert_eq!(write(&[grid("a/b", vec![])]).unwrap_err().code, "workbook.not-written");
        assert_eq!(write(&[grid("a", vec![]), grid("a", vec![])]).unwrap_err().code, "workbook.not-written");
        assert!(like_a_formula("＝1") && !like_a_formula("1=1") && width("平方米m2") == 8);
    }
}
