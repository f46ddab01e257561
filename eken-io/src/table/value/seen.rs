//! What a cell shows, once blanks and noise are off it.

use chrono::{NaiveDate, NaiveTime, Timelike};

use crate::grid::Span;

/// What a cell that is not blank shows.
#[derive(Clone, Copy)]
pub(super) enum Seen<'a> {
    /// A text without blanks around it, not empty.
    Text(&'a str),
    /// A number cell: plain decimal digits.
    Number(&'a str),
    /// Yes or no.
    Flag(bool),
    /// A day, and the time unless midnight.
    Day(NaiveDate, Option<NaiveTime>),
    /// A day of which no more is shown than its month or year.
    Period(NaiveDate, Span),
    /// A time of day.
    Time(NaiveTime),
}

impl Seen<'_> {
    /// The text, where it is one.
    pub(super) const fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// It as text.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) => (*text).to_owned(),
            Self::Flag(true) => "TRUE".to_owned(),
            Self::Flag(false) => "FALSE".to_owned(),
            Self::Day(day, None) => day.format("%Y-%m-%d").to_string(),
            Self::Day(day, Some(time)) => format!("{} {}", day.format("%Y-%m-%d"), clock(*time)),
            Self::Period(day, span) => span.of(*day),
            Self::Time(time) => clock(*time),
        }
    }
}

/// A time of day, its seconds where there are some.
pub(super) fn clock(time: NaiveTime) -> String {
    let form = if time.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
    time.format(form).to_string()
}
