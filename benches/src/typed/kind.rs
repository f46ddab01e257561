//! The kinds of value that serde has no type for: quantities, dates, figures, sections.

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, de::IgnoredAny};

/// A quantity: a number, or the same as text.
#[derive(Clone, Copy, Debug)]
pub struct Amount(pub Decimal);

/// A day.
#[derive(Clone, Copy, Debug)]
pub struct Day(pub NaiveDate);

/// A month of a series.
#[derive(Clone, Copy, Debug)]
pub struct Month(pub i32, pub u32);

/// A time of day, in minutes.
#[derive(Clone, Copy, Debug)]
pub struct Time(pub u32);

/// A year, a quarter, a month or a day; or nothing, for a reason.
#[derive(Clone, Copy, Debug)]
pub enum When {
    Year(i32),
    Quarter(i32, u32),
    Month(i32, u32),
    Day(NaiveDate),
    Missing,
}

/// A quantity, or an object with value, status and source.
#[derive(Debug)]
pub struct Figure {
    pub value: Decimal,
    pub detail: Option<Box<Detail>>,
}

/// What a figure says beside its value.
#[derive(Debug, Deserialize)]
pub struct Detail {
    pub value: Amount,
    pub status: Option<Status>,
    pub source: Option<String>,
    pub as_of: Option<Day>,
    pub previous: Option<String>,
    pub note: Option<String>,
}

/// How settled a figure is.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Final,
    Provisional,
    Estimated,
}

/// A section: its records and what it says of itself.
#[derive(Debug, Deserialize)]
pub struct Section<T> {
    pub complete: Option<bool>,
    pub missing: Option<String>,
    pub as_of: Option<Day>,
    pub source: Option<String>,
    pub note: Option<String>,
    #[serde(default = "Vec::new")]
    pub items: Vec<T>,
}

impl<T> Default for Section<T> {
    fn default() -> Self {
        Self { complete: None, missing: None, as_of: None, source: None, note: None, items: Vec::new() }
    }
}

/// A GeoJSON polygon.
#[derive(Debug, Deserialize)]
pub struct Geometry {
    #[serde(rename = "type")]
    pub kind: String,
    pub coordinates: Vec<Vec<Vec<Amount>>>,
}

/// Reads what stands for a quantity.
struct Quantity;

impl<'de> Visitor<'de> for Quantity {
    type Value = Figure;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a figure")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Figure, E> {
        Ok(plain(number.into()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Figure, E> {
        Ok(plain(number.into()))
    }

    #[allow(clippy::disallowed_types, reason = "serde_json gives what has a point as a double")]
    fn visit_f64<E: Error>(self, number: f64) -> Result<Figure, E> {
        Decimal::try_from(number).map(plain).map_err(E::custom)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Figure, E> {
        Decimal::from_str_exact(text).map(plain).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Figure, A::Error> {
        let detail = Detail::deserialize(MapAccessDeserializer::new(members))?;
        Ok(Figure { value: detail.value.0, detail: Some(Box::new(detail)) })
    }
}

fn plain(value: Decimal) -> Figure {
    Figure { value, detail: None }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Quantity)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Quantity).map(|figure| Self(figure.value))
    }
}

/// Reads a text with a function, without owning it first.
struct Written<T>(fn(&str) -> Option<T>, Option<T>);

impl<'de, T> Visitor<'de> for Written<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date or a time")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).ok_or_else(|| E::custom("no date"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<T, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        self.1.ok_or_else(|| A::Error::custom("no date"))
    }
}

macro_rules! written {
    ($($type:ident: $read:expr, $missing:expr;)*) => {$(
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Written($read, $missing))
            }
        }
    )*};
}

written! {
    Day: |text| day(text).map(Day), None;
    Month: |text| month(text).map(|(year, month)| Month(year, month)), None;
    Time: |text| {
        let (hour, minute) = text.split_once(':')?;
        Some(Time(number::<u32>(hour)?.checked_mul(60)?.checked_add(number(minute)?)?))
    }, None;
    When: when, Some(When::Missing);
}

fn number<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

fn month(text: &str) -> Option<(i32, u32)> {
    let (year, month) = text.split_once('-')?;
    Some((number(year)?, number(month).filter(|month| (1..=12).contains(month))?))
}

fn day(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    NaiveDate::from_ymd_opt(number(year)?, number(month)?, number(day)?)
}

fn when(text: &str) -> Option<When> {
    match text.len() {
        4 => number(text).map(When::Year),
        6 => text.split_once('Q').and_then(|(year, quarter)| Some(When::Quarter(number(year)?, number(quarter)?))),
        7 => month(text).map(|(year, month)| When::Month(year, month)),
        _ => day(text).map(When::Day),
    }
}
