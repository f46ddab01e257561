//! Dates, partial dates and times of day, as a dossier writes them.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// First and last year that a date may have.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2099;

/// A day of the Gregorian calendar, written `2023-05-01`, from 1900 to 2099.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// Pattern of the written form, for the schema.
    pub const PATTERN: &'static str = "^(?:(?:19|20)[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))-02-29)$";

    /// The day, if it exists between 1900 and 2099.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if YEARS.contains(&year) { NaiveDate::from_ymd_opt(year, month, day).map(Self) } else { None }
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let [year, month, day] = fields(text, [4, 2, 2])?;
        Self::new(i32::try_from(year).ok()?, month, day)
    }

    /// The day for chrono.
    pub const fn naive(self) -> NaiveDate {
        self.0
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// First day of a year.
    pub fn first_of_year(year: i32) -> Option<Self> {
        Self::new(year, 1, 1)
    }

    /// Last day of a year.
    pub fn last_of_year(year: i32) -> Option<Self> {
        Self::new(year, 12, 31)
    }

    /// Last day of a month.
    pub fn last_of_month(year: i32, month: u32) -> Option<Self> {
        let day = match month {
            2 if Self::new(year, 2, 29).is_none() => 28,
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        Self::new(year, month, day)
    }
}

impl Spelled for Date {
    fn spell(self, out: &mut String) {
        year(out, self.year());
        out.push('-');
        two(out, self.month());
        out.push('-');
        two(out, self.day());
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// A date known to the year (`2023`), the quarter (`2023Q2`), the month (`2023-05`) or the day (`2023-05-01`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A year.
    Year(i32),
    /// A quarter, 1 to 4.
    Quarter(i32, u32),
    /// A month, 1 to 12.
    Month(i32, u32),
    /// A day.
    Day(Date),
}

impl PartialDate {
    /// Pattern of the written form, for the schema.
    pub const PATTERN: &'static str = "^(?:(?:19|20)[0-9]{2}(?:Q[1-4]|-(?:0[1-9]|1[0-2]))?|(?:19|20)[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))-02-29)$";

    /// Reads any of the four forms.
    pub fn parse(text: &str) -> Option<Self> {
        let date = match text.len() {
            4 => {
                let [year] = fields(text, [4])?;
                Self::Year(i32::try_from(year).ok()?)
            }
            6 => {
                let (year, quarter) = text.split_once('Q')?;
                let [year] = fields(year, [4])?;
                let [quarter] = fields(quarter, [1])?;
                if !(1..=4).contains(&quarter) {
                    return None;
                }
                Self::Quarter(i32::try_from(year).ok()?, quarter)
            }
            7 => {
                let month = Month::parse(text)?;
                Self::Month(month.year, month.month)
            }
            _ => Self::Day(Date::parse(text)?),
        };
        YEARS.contains(&date.year()).then_some(date)
    }

    /// The year it lies in.
    pub fn year(self) -> i32 {
        match self {
            Self::Year(year) | Self::Quarter(year, _) | Self::Month(year, _) => year,
            Self::Day(date) => date.year(),
        }
    }

    /// The earliest day it may mean.
    pub fn first(self) -> Option<Date> {
        match self {
            Self::Year(year) => Date::first_of_year(year),
            Self::Quarter(year, quarter) => Date::new(year, quarter.saturating_mul(3).saturating_sub(2), 1),
            Self::Month(year, month) => Date::new(year, month, 1),
            Self::Day(date) => Some(date),
        }
    }

    /// The latest day it may mean.
    pub fn last(self) -> Option<Date> {
        match self {
            Self::Year(year) => Date::last_of_year(year),
            Self::Quarter(year, quarter) => Date::last_of_month(year, quarter.saturating_mul(3)),
            Self::Month(year, month) => Date::last_of_month(year, month),
            Self::Day(date) => Some(date),
        }
    }

    /// Whether it is on or before a day: `None` when that depends on the day left open.
    pub fn by(self, day: Date) -> Option<bool> {
        if self.last()? <= day {
            Some(true)
        } else if self.first()? > day {
            Some(false)
        } else {
            None
        }
    }
}

impl Spelled for PartialDate {
    fn spell(self, out: &mut String) {
        match self {
            Self::Year(date) => year(out, date),
            Self::Quarter(date, quarter) => {
                year(out, date);
                out.push('Q');
                out.push(digit(quarter));
            }
            Self::Month(year, month) => Month { year, month }.spell(out),
            Self::Day(date) => date.spell(out),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => date.fmt(f),
        }
    }
}

/// A month of a series, written `2023-05`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year, 1900 to 2099.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u32,
}

impl Month {
    /// Pattern of the written form, for the schema.
    pub const PATTERN: &'static str = "^(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])$";

    /// Reads `YYYY-MM`.
    pub fn parse(text: &str) -> Option<Self> {
        let [year, month] = fields(text, [4, 2])?;
        let year = i32::try_from(year).ok()?;
        (YEARS.contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }
}

impl Spelled for Month {
    fn spell(self, out: &mut String) {
        year(out, self.year);
        out.push('-');
        two(out, self.month);
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// A time of day, written `09:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// Minutes since midnight, 0 to 1439.
    minutes: u32,
}

impl Time {
    /// Pattern of the written form, for the schema.
    pub const PATTERN: &'static str = "^(?:[01][0-9]|2[0-3]):[0-5][0-9]$";

    /// Reads `HH:MM`.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let ([hour], [minute]) = (fields(hour, [2])?, fields(minute, [2])?);
        (hour < 24 && minute < 60).then_some(Self { minutes: hour.saturating_mul(60).saturating_add(minute) })
    }

    /// Minutes since midnight.
    pub const fn minutes(self) -> u32 {
        self.minutes
    }
}

impl Spelled for Time {
    fn spell(self, out: &mut String) {
        two(out, self.minutes.wrapping_div(60));
        out.push(':');
        two(out, self.minutes.wrapping_rem(60));
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.minutes.wrapping_div(60), self.minutes.wrapping_rem(60))
    }
}

/// What is written of itself into a text without the machinery of formatting: many thousand times a dossier.
pub(crate) trait Spelled {
    /// Appends the written form, which is that of `Display`.
    fn spell(self, out: &mut String);
}

/// Appends a year of four digits.
fn year(out: &mut String, year: i32) {
    let year = year.unsigned_abs();
    two(out, year.wrapping_div(100));
    two(out, year.wrapping_rem(100));
}

/// Appends a number of two digits.
fn two(out: &mut String, number: u32) {
    out.push(digit(number.wrapping_div(10)));
    out.push(digit(number.wrapping_rem(10)));
}

fn digit(number: u32) -> char {
    char::from_digit(number, 10).unwrap_or('?')
}

/// Numbers of fixed widths with hyphens between them, ASCII digits only.
#[inline]
fn fields<const N: usize>(text: &str, widths: [usize; N]) -> Option<[u32; N]> {
    let mut bytes = text.bytes();
    let mut numbers = [0u32; N];
    for (index, (number, width)) in numbers.iter_mut().zip(widths).enumerate() {
        if index > 0 && bytes.next() != Some(b'-') {
            return None;
        }
        for _ in 0..width {
            let digit = bytes.next().filter(u8::is_ascii_digit)?;
            *number = number.wrapping_mul(10).wrapping_add(u32::from(digit & 0xf));
        }
    }
    bytes.next().is_none().then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_read() {
        for text in ["2023-02-28", "2024-02-29", "2000-02-29", "1900-01-01", "2099-12-31"] {
            assert_eq!(Date::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in [
            "2023-02-29",
            "1900-02-29",
            "2023-04-31",
            "2023-13-01",
            "2023-1-01",
            "2100-01-01",
            "1899-12-31",
            "２023-01-01",
            "2023-01-01\n",
            "",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_partial_date_covers_its_days() {
        let range = |text: &str| {
            let date = PartialDate::parse(text).unwrap();
            assert_eq!(date.to_string(), text);
            (date.first().unwrap().to_string(), date.last().unwrap().to_string())
        };
        assert_eq!(range("2023"), ("2023-01-01".into(), "2023-12-31".into()));
        assert_eq!(range("2023Q2"), ("2023-04-01".into(), "2023-06-30".into()));
        assert_eq!(range("2024-02"), ("2024-02-01".into(), "2024-02-29".into()));
        assert_eq!(range("2023-05-01"), ("2023-05-01".into(), "2023-05-01".into()));
        for text in ["2023Q5", "2023Q0", "2023-00", "2023-13", "23", "2023-5", "2100", "1899Q1"] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_spelled_is_what_is_shown() {
        let spelled = |date: PartialDate| {
            let mut out = String::new();
            date.spell(&mut out);
            out
        };
        for text in ["1900", "2099", "2023Q4", "2023-01", "2023-12", "2000-02-29", "2023-11-30"] {
            assert_eq!(spelled(PartialDate::parse(text).unwrap()), text);
        }
        for text in ["00:00", "09:05", "23:59"] {
            let mut out = String::new();
            Time::parse(text).unwrap().spell(&mut out);
            assert_eq!(out, text);
        }
    }

    #[test]
    fn by_a_day_is_open_where_the_day_is_unknown() {
        let day = Date::parse("2023-05-15").unwrap();
        assert_eq!(PartialDate::parse("2023-04").unwrap().by(day), Some(true));
        assert_eq!(PartialDate::parse("2023-05").unwrap().by(day), None);
        assert_eq!(PartialDate::parse("2023-06").unwrap().by(day), Some(false));
    }

    #[test]
    fn a_time_is_read_and_shown() {
        assert_eq!(Time::parse("09:30").unwrap().minutes(), 570);
        assert_eq!(Time::parse("23:59").unwrap().to_string(), "23:59");
        for text in ["24:00", "9:30", "09:60", "0930", "09:3０"] {
            assert_eq!(Time::parse(text), None, "{text}");
        }
    }
}
