//! Days, months, quarters and years, in every form that forms hold.

use chrono::{Datelike, Days, NaiveDate};
use eken_core::json::Tree;
use eken_core::model::kind::FieldKind;
use eken_core::quantity::{Date, Month, PartialDate};

use super::chinese::to_digits;
use super::mark::{Mark, Said};
use super::seen::Seen;
use super::written::{compact, has_odd_digits};
use crate::grid::Span;
use crate::table::layout::Column;

/// Years in which a bare number may be the serial number of a day.
const PLAUSIBLE: std::ops::RangeInclusive<i32> = 1990..=2099;

/// What a date is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    /// A date to the day, month, quarter or year.
    At(PartialDate),
    /// 截至…: up to a day, month or year; and whether its end is named (底, 末).
    Until(PartialDate, bool),
    /// 1-5月: from January to the month.
    Cumulative(Month),
    /// 2023.1: January, or October without its last digit.
    Ambiguous,
}

/// A date for a column of days, months or partial dates; `None` when it is not one.
pub(super) fn read(seen: &Seen<'_>, kind: &FieldKind, column: &Column, marks: &mut Vec<Mark>) -> Option<Tree> {
    let mut serial = false;
    let written = match seen {
        Seen::Day(day, _) => Written::At(of_day(*day)?),
        Seen::Period(day, span) => Written::At(of_span(*day, *span)?),
        Seen::Number(number) => of_number(number).or_else(|| {
            serial = true;
            of_serial(number)
        })?,
        Seen::Text(text) => parse(text)?,
        _ => return None,
    };
    // a period of statistics may be a run of months; elsewhere that is no date
    let period = column.path.last() == Some(&"period");
    let date = match (written, kind) {
        (Written::Ambiguous, FieldKind::PartialDate | FieldKind::Month) => {
            marks.push(Said::DateAmbiguous.mark());
            return None;
        }
        (Written::Cumulative(month), FieldKind::PartialDate) if period => {
            marks.push(Said::Cumulative.with(vec![("months", i64::from(month.month).into())]));
            PartialDate::Month(month.year, month.month)
        }
        (Written::Until(date, _), FieldKind::PartialDate) => {
            if let (PartialDate::Month(_, month), true) = (date, period) {
                marks.push(Said::Cumulative.with(vec![("months", i64::from(month).into())]));
            }
            date
        }
        (Written::Until(date, true), FieldKind::Date) => PartialDate::Day(date.last()?),
        (Written::At(date) | Written::Until(date, _), _) => date,
        (Written::Ambiguous | Written::Cumulative(_), _) => return None,
    };
    let text = match (kind, date) {
        (FieldKind::PartialDate, date) | (FieldKind::Date, date @ PartialDate::Day(_)) => date.to_string(),
        (FieldKind::Month, PartialDate::Month(year, month)) => Month { year, month }.to_string(),
        // a workbook turns 2023-05 into the first day of the month
        (FieldKind::Month, PartialDate::Day(day)) if day.day() == 1 => {
            Month { year: day.year(), month: day.month() }.to_string()
        }
        _ => return None,
    };
    if serial {
        marks.push(Said::SerialDate.mark());
    }
    Some(Tree::text(&text))
}

fn of_day(day: NaiveDate) -> Option<PartialDate> {
    Date::new(day.year(), day.month(), day.day()).map(PartialDate::Day)
}

/// The month, quarter or year that the format of a cell shows of a day.
fn of_span(day: NaiveDate, span: Span) -> Option<PartialDate> {
    Some(match (span, of_day(day)?) {
        (Span::Month, _) => PartialDate::Month(day.year(), day.month()),
        (Span::Quarter, _) => PartialDate::Quarter(day.year(), day.quarter()),
        (Span::Year, _) => PartialDate::Year(day.year()),
    })
}

/// A number cell that spells a date: 2023, 202305, 20230501, 2023.5.
fn of_number(number: &str) -> Option<Written> {
    let shape = number.len();
    matches!(shape, 4 | 6 | 7 | 8).then(|| parse(number)).flatten()
}

/// A number cell that is the serial number of a day, with its time as a fraction perhaps.
fn of_serial(number: &str) -> Option<Written> {
    let days: u64 = number.split('.').next()?.parse().ok()?;
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?;
    PLAUSIBLE.contains(&day.year()).then(|| of_day(day).map(Written::At)).flatten()
}

/// A date as text.
fn parse(text: &str) -> Option<Written> {
    if has_odd_digits(text) {
        return None;
    }
    let text = to_digits(&compact(without_time(text)));
    let text = without_weekday(&text);
    let until = ["截至", "截止到", "截止至", "截止", "至"].into_iter().find_map(|word| text.strip_prefix(word));
    let (until, text) = until.map_or((false, text), |rest| (true, rest.trim_start_matches([':', '到'])));
    let (shape, numbers) = shape(text)?;
    if shape == "n.n" && numbers.get(1).is_some_and(|month| *month == "1") {
        return number(numbers.first()?, 4).map(|_| Written::Ambiguous);
    }
    if let Some(months) = run(&shape, &numbers) {
        return Some(months);
    }
    let end = shape.ends_with(['底', '末']);
    let date = date(shape.trim_end_matches(['底', '末', '止']), &numbers)?;
    Some(if until { Written::Until(date, end) } else { Written::At(date) })
}

/// A text without the time of day behind it: 2023-05-01 00:00:00, 2023-05-01T09:30.
fn without_time(text: &str) -> &str {
    let head = text.split_once(['T', 't']).or_else(|| text.rsplit_once(' '));
    match head {
        Some((head, time)) if is_clock(time) && head.contains(|sign: char| sign.is_numeric()) => head,
        _ => text,
    }
}

fn is_clock(text: &str) -> bool {
    let text = text.trim_end_matches(['Z', 'z']);
    text.contains(':') && text.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ':' | '.'))
}

/// A text without (星期一), 星期一 or 周一 behind it.
fn without_weekday(text: &str) -> &str {
    let text = text.trim_end_matches(')');
    let before = ["(星期", "星期", "(周", "周"].into_iter().find_map(|word| text.split_once(word));
    match before {
        Some((head, day)) if day.chars().count() == 1 => head,
        _ => text,
    }
}

/// A text as its shape, each run of digits an `n`, and the digits.
fn shape(text: &str) -> Option<(String, Vec<&str>)> {
    let (mut shape, mut numbers) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let end = rest.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, after) = rest.split_at_checked(if end == 0 { sign.len_utf8() } else { end })?;
        if end == 0 {
            shape.push(sign);
        } else {
            shape.push('n');
            numbers.push(digits);
        }
        // no date has so many parts
        if numbers.len() > 4 || shape.len() > 40 {
            return None;
        }
        rest = after;
    }
    Some((shape, numbers))
}

/// 2023年1-5月: months from January on.
fn run(shape: &str, numbers: &[&str]) -> Option<Written> {
    let [year, from, to] = numbers else { return None };
    let forms = [
        "n年n-n月",
        "n年n~n月",
        "n年n至n月",
        "n年n到n月",
        "n年n月-n月",
        "n年n月~n月",
        "n年n月至n月",
        "n年n月到n月",
        "n年n-n月份",
    ];
    if !forms.contains(&shape) || number(from, 2)? != 1 {
        return None;
    }
    match month(year, to)? {
        PartialDate::Month(year, month) if month > 1 => Some(Written::Cumulative(Month { year, month })),
        _ => None,
    }
}

fn date(shape: &str, numbers: &[&str]) -> Option<PartialDate> {
    match (shape, numbers) {
        ("n年n月n日" | "n年n月n号" | "n年n月n" | "n-n-n" | "n/n/n" | "n.n.n" | "n.n.n.", [year, month, day]) => {
            Date::new(self::year(year)?, number(month, 2)?, number(day, 2)?).map(PartialDate::Day)
        }
        ("n年n月" | "n年n月份" | "n-n" | "n/n" | "n.n", [year, month]) => self::month(year, month),
        (
            "n年第n季度" | "n年n季度" | "n年第n季" | "n年n季" | "nqn" | "n-qn" | "n年qn" | "n第n季度" | "n/qn"
            | "n年度第n季度",
            [year, quarter],
        ) => {
            let (year, quarter) = (self::year(year)?, number(quarter, 1)?);
            (1..=4).contains(&quarter).then_some(PartialDate::Quarter(year, quarter))
        }
        ("n年" | "n年度" | "n年全年", [year]) => self::year(year).map(PartialDate::Year),
        ("n", [digits]) => match (digits.len(), digits.split_at_checked(4)?) {
            (4, (year, _)) => self::year(year).map(PartialDate::Year),
            (6, (year, month)) => self::month(year, month),
            (8, (year, rest)) => {
                let (month, day) = rest.split_at_checked(2)?;
                Date::new(self::year(year)?, number(month, 2)?, number(day, 2)?).map(PartialDate::Day)
            }
            _ => None,
        },
        _ => None,
    }
}

fn month(year: &str, month: &str) -> Option<PartialDate> {
    let (year, month) = (self::year(year)?, number(month, 2)?);
    Date::new(year, month, 1).map(|_| PartialDate::Month(year, month))
}

fn year(digits: &str) -> Option<i32> {
    let year = i32::try_from(number(digits, 4)?).ok().filter(|_| digits.len() == 4)?;
    Date::first_of_year(year).map(|_| year)
}

/// A number of at most so many digits.
fn number(digits: &str, most: usize) -> Option<u32> {
    if digits.len() > most { None } else { digits.parse().ok() }
}
