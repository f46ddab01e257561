//! What stands in one cell.

use chrono::{Datelike as _, NaiveDate};

use super::figure::figure;
use super::paragraph;
use crate::error::Result;
use crate::grid::{Cell, Span};
use crate::workbook::day::Spent;
use crate::workbook::section::{Kind, Moment};
use crate::workbook::shown::Format;
use crate::workbook::xml::{Said, Tag, Xml};
use crate::workbook::{day, fault, number};

/// What a cell says of itself.
#[derive(Default)]
pub struct Head {
    kind: Option<String>,
    value: Option<String>,
    is_error: bool,
    formula: bool,
    /// The name of its style.
    pub style: Option<String>,
}

/// How a cell is shown.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The format of its style, where that has one.
    pub format: Option<&'a Format>,
    /// The day that days are counted from.
    pub since: NaiveDate,
}

impl Head {
    /// What the tag of a cell says.
    pub fn of(tag: &Tag<'_>) -> Result<Self> {
        let mut head = Self::default();
        tag.attributes(|name, value| match name {
            // LibreOffice states the kind a second time in words of its own, which know of errors
            "value-type" if value == "error" => head.is_error = true,
            "value-type" => head.kind = head.kind.take().or(Some(value)),
            "value" | "date-value" | "time-value" | "boolean-value" | "string-value" => head.value = Some(value),
            "formula" => head.formula = true,
            "style-name" => head.style = Some(value),
            _ => {}
        })?;
        Ok(head)
    }
}

/// What stands in the cell that was opened last, in at most so many bytes, and whether a formula made it; none where nothing
/// does.
pub fn read(xml: &mut Xml<'_, '_>, head: Head, look: Look<'_>, most: usize) -> Result<Option<(Cell, bool)>> {
    let shown = shown(xml, most)?;
    let Head { kind, value, is_error, formula, .. } = head;
    if value.as_ref().is_some_and(|value| value.len() > most) {
        return Err(fault::text_of_cell());
    }
    let is_error = is_error || (formula && (shown.starts_with('#') || shown.starts_with("Err:")));
    let text = |text: String| if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
    let value = value.as_deref();
    let cell = match kind.as_deref() {
        _ if is_error => Some(Cell::Fault(shown.clone())),
        // a formula that says yes or no gives 1 or 0
        Some("float") if formula && value == Some("1") && matches!(shown.as_str(), "TRUE" | "真") => {
            Some(Cell::Flag(true))
        }
        Some("float") if formula && value == Some("0") && matches!(shown.as_str(), "FALSE" | "假") => {
            Some(Cell::Flag(false))
        }
        Some("float" | "currency") => value.and_then(|value| look.figure(value).or_else(|| figure(value, &shown))),
        Some("percentage") => value.and_then(|value| look.figure(value).or_else(|| number::percent(value))),
        Some("date") => value.and_then(|value| look.day(value, &shown)),
        Some("time") => value.and_then(|value| look.time(value, &shown)),
        Some("boolean") => match value {
            Some("true") => Some(Cell::Flag(true)),
            Some("false") => Some(Cell::Flag(false)),
            _ => None,
        },
        Some("string") => value.map(|value| text(value.to_owned())),
        _ => None,
    };
    let cell = match cell {
        Some(cell) => cell,
        // a formula that gave a text of no length says that it is a text
        None if formula && kind.is_none() && shown.is_empty() => Cell::NotCalculated,
        None => text(shown),
    };
    Ok((formula || cell != Cell::Empty).then_some((cell, formula)))
}

impl Look<'_> {
    /// A figure as its format shows it; none where there is no format, or one of days.
    fn figure(&self, value: &str) -> Option<Cell> {
        let format = self.format?;
        match format.kind(value) {
            Some(Kind::Figure(figure)) => number::figure(value, figure, format.shrinks()),
            Some(Kind::Moment(_)) => number::cell(value),
            None => number::unclear(value),
        }
    }

    /// A day, or no more of it than is shown.
    fn day(&self, value: &str, shown: &str) -> Option<Cell> {
        let Cell::Day(day, time) = day::iso(value)? else { return day::iso(value) };
        // the day before all is none: what it holds is a time
        if let (true, Some(time)) = (day == self.since && day.year() == 1899, time) {
            return Some(Cell::Time(time));
        }
        let span = match self.moment() {
            Some(Moment::Day(span)) => span,
            Some(_) => None,
            None => span(shown, day),
        };
        Some(span.map_or(Cell::Day(day, time), |span| Cell::Period(day, span)))
    }

    /// A time of day, or what went by. A day that shows its time only is counted from the first of all.
    fn time(&self, value: &str, shown: &str) -> Option<Cell> {
        let spent = Spent::parse(value)?;
        match self.moment() {
            Some(Moment::Elapsed) => Some(spent.elapsed()),
            None if shown.is_empty()
                || shown.split(':').next().is_some_and(|hours| hours.parse() == Ok(spent.hours())) =>
            {
                Some(spent.elapsed())
            }
            _ => spent.clock(self.since),
        }
    }

    /// What the format shows of a day.
    fn moment(&self) -> Option<Moment> {
        match self.format?.kind("1")? {
            Kind::Moment(moment) => Some(*moment),
            Kind::Figure(_) => None,
        }
    }
}

/// What a shown text says of a day, where no format does: 2023年5月, 2023-05, 2023.
fn span(shown: &str, day: NaiveDate) -> Option<Span> {
    let digits = |part: &&str| part.bytes().all(|digit| digit.is_ascii_digit()) && !part.is_empty();
    let signs = |sign: char| matches!(sign, '年' | '月' | '-' | '/' | '.') || sign.is_whitespace();
    let parts: Vec<&str> = shown.split(signs).filter(|part| !part.is_empty()).collect();
    if !parts.iter().all(digits) {
        return None;
    }
    let is = |part: &str, number: &str| part.trim_start_matches('0') == number;
    let (year, month) = (day.year().to_string(), day.month().to_string());
    match parts.as_slice() {
        [one] if is(one, &year) => Some(Span::Year),
        [one, other] if (is(one, &year) && is(other, &month)) || (is(one, &month) && is(other, &year)) => {
            Some(Span::Month)
        }
        _ => None,
    }
}

/// What the cell shows: its paragraphs, a line each. Comments and drawings are left out.
fn shown(xml: &mut Xml<'_, '_>, most: usize) -> Result<String> {
    let (inner, mut shown, mut begun) = (xml.depth(), String::new(), false);
    while xml.depth() >= inner {
        let Said::Open(tag) = xml.next()? else { continue };
        if !tag.is("p") {
            xml.skip()?;
            continue;
        }
        if begun {
            shown.push('\n');
        }
        begun = true;
        paragraph::read(xml, &mut shown, most)?;
    }
    Ok(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shown_text_says_how_much_of_a_day_is_meant_where_no_format_does() {
        let day = NaiveDate::from_ymd_opt(2023, 5, 1).unwrap();
        for (shown, expected) in [
            ("2023年5月", Some(Span::Month)),
            ("2023-05", Some(Span::Month)),
            ("05/2023", Some(Span::Month)),
            ("2023年", Some(Span::Year)),
            ("2023", Some(Span::Year)),
            ("2023-05-01", None),
            ("5月1日", None),
            ("5-1", None),
            ("2022", None),
            ("", None),
        ] {
            assert_eq!(span(shown, day), expected, "{shown}");
        }
    }

    #[test]
    fn a_day_shown_as_a_time_is_no_count_of_hours() {
        let look = |format| Look { format, since: NaiveDate::from_ymd_opt(1899, 12, 30).unwrap() };
        let (clock, elapsed) = (Format::of_code("h:mm"), Format::of_code("[h]:mm"));
        let value = "PT1081142H29M59.999999162S";
        let may = chrono::NaiveTime::from_hms_opt(14, 30, 0);
        let may = NaiveDate::from_ymd_opt(2023, 5, 1).map(|day| Cell::Day(day, may));
        assert_eq!(look(Some(&clock)).time(value, "14:30"), may);
        assert_eq!(look(None).time(value, "14:30"), may);
        let hours = Some(Cell::Text("1081142:30:00".into()));
        assert_eq!(look(Some(&elapsed)).time(value, "1081142:30"), hours);
        assert_eq!(look(None).time(value, "1081142:30"), hours);
        assert_eq!(look(None).time(value, ""), hours);
    }
}
