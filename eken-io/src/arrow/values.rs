//! The values of one column as an array.

use std::sync::Arc;

use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Decimal128Builder, Int64Builder, ListBuilder, StringBuilder,
    Time32MillisecondBuilder,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, Field, TimeUnit};
use chrono::NaiveDate;
use eken_core::json::{Tree, decimal_of_text, decimal_of_token};
use eken_core::model::kind::{CodeInfo, FieldKind};
use eken_core::quantity::{Bounds, Date, Month, PartialDate, Time};
use eken_core::words::Lang;
use rust_decimal::Decimal;

use super::codes::Codes;
use super::fault::FRAME;
use crate::error::Result;
use crate::table::layout::{Column, Holds};

/// A column as an array, and which values it could not take.
pub(super) struct Made {
    pub(super) array: ArrayRef,
    /// For each row whether there is a value that the column has no place for: it is no value of the type.
    pub(super) left: Vec<bool>,
}

/// Type of a column.
pub(super) fn data_type(column: &Column, labels: Option<Lang>) -> DataType {
    let text = || DataType::Utf8;
    match &column.holds {
        Holds::Several(_) => DataType::List(Arc::new(Field::new_list_field(text(), true))),
        Holds::One(kind) => match kind {
            FieldKind::Code(codes) => list(codes, labels).data_type(),
            FieldKind::Flag => DataType::Boolean,
            FieldKind::Date => DataType::Date32,
            FieldKind::Time => DataType::Time32(TimeUnit::Millisecond),
            FieldKind::Quantity { bounds, .. } => match precision(bounds) {
                Some((precision, scale)) => DataType::Decimal128(precision, scale),
                None => DataType::Int64,
            },
            FieldKind::Version => DataType::Int64,
            FieldKind::Text(_)
            | FieldKind::Id
            | FieldKind::Ref(_)
            | FieldKind::Personal
            | FieldKind::PartialDate
            | FieldKind::Month
            | FieldKind::Geometry
            | FieldKind::Record(_)
            | FieldKind::List(_)
            | FieldKind::Section(_) => text(),
        },
    }
}

/// The values of a column; where there is none, or none that counts, a null.
pub(super) fn array(values: &[Option<&Tree>], column: &Column, labels: Option<Lang>) -> Result<Made> {
    let made: ArrayRef = match (&column.holds, column.holds.kind()) {
        (Holds::Several(_), kind) => lists(values, kind, labels),
        (_, FieldKind::Code(codes)) => {
            let number = |value: &Tree| match value {
                Tree::Text(text) => codes.iter().position(|info| info.code == &**text),
                _ => None,
            };
            let numbers: Vec<_> = values.iter().map(|value| value.and_then(number)).collect();
            list(codes, labels).array(&numbers)?
        }
        (_, FieldKind::Flag) => {
            let mut out = BooleanBuilder::with_capacity(values.len());
            each(values, |value| out.append_option(value.and_then(flag)));
            Arc::new(out.finish())
        }
        (_, FieldKind::Date) => {
            let mut out = Date32Builder::with_capacity(values.len());
            let day = |value: &Tree| text(value).and_then(Date::parse).and_then(|date| days(date.naive()));
            each(values, |value| out.append_option(value.and_then(day)));
            Arc::new(out.finish())
        }
        (_, FieldKind::Time) => {
            let mut out = Time32MillisecondBuilder::with_capacity(values.len());
            let time = |value: &Tree| i32::try_from(Time::parse(text(value)?)?.minutes()).ok()?.checked_mul(60_000);
            each(values, |value| out.append_option(value.and_then(time)));
            Arc::new(out.finish())
        }
        (_, FieldKind::Quantity { bounds, .. }) => quantities(values, bounds)?,
        (_, FieldKind::Version) => {
            let mut out = Int64Builder::with_capacity(values.len());
            let whole = |value: &Tree| match value {
                Tree::Number(token) => token.parse().ok(),
                _ => None,
            };
            each(values, |value| out.append_option(value.and_then(whole)));
            Arc::new(out.finish())
        }
        (_, FieldKind::Geometry) => {
            let shape = |value: &Tree| matches!(value, Tree::Object(_)).then(|| value.to_text());
            texts(values, shape)
        }
        (_, FieldKind::PartialDate) => texts(values, |value| Some(PartialDate::parse(text(value)?)?.to_string())),
        (_, FieldKind::Month) => texts(values, |value| Some(Month::parse(text(value)?)?.to_string())),
        _ => texts(values, |value| text(value).map(str::to_owned)),
    };
    let left = values.iter().enumerate().map(|(row, value)| value.is_some() && made.is_null(row)).collect();
    Ok(Made { array: made, left })
}

/// The first and the last day that the partial dates of a column may mean.
pub(super) fn spans(values: &[Option<&Tree>]) -> [ArrayRef; 2] {
    let ends: [fn(PartialDate) -> Option<Date>; 2] = [PartialDate::first, PartialDate::last];
    ends.map(|end| {
        let mut out = Date32Builder::with_capacity(values.len());
        let day = |value: &Tree| days(end(PartialDate::parse(text(value)?)?)?.naive());
        each(values, |value| out.append_option(value.and_then(day)));
        let array: ArrayRef = Arc::new(out.finish());
        array
    })
}

/// The texts that a list of codes shows; labels that two codes share would make one of them.
pub(super) fn list(codes: &[CodeInfo], labels: Option<Lang>) -> Codes {
    Codes::new(codes.iter().map(|info| shown(info, codes, labels)))
}

fn shown<'a>(info: &'a CodeInfo, codes: &[CodeInfo], labels: Option<Lang>) -> &'a str {
    let label = labels.map(|lang| info.label.get(lang)).filter(|label| {
        let same = |other: &&CodeInfo| labels.is_some_and(|lang| other.label.get(lang) == *label);
        codes.iter().filter(same).count() == 1
    });
    label.unwrap_or(info.code)
}

/// Precision and scale of the decimals that hold every value of a quantity; none for whole numbers.
pub(super) fn precision(bounds: &Bounds) -> Option<(u8, i8)> {
    let scale = i8::try_from(bounds.places).ok().filter(|scale| *scale > 0)?;
    Some((u8::try_from(bounds.whole.checked_add(bounds.places)?).ok()?, scale))
}

/// A decimal as the whole number of units of its last place, exactly.
pub(super) fn units(number: Decimal, places: u32) -> Option<i128> {
    let number = number.normalize();
    number.mantissa().checked_mul(10_i128.checked_pow(places.checked_sub(number.scale())?)?)
}

/// Days since 1970.
pub(super) fn days(day: NaiveDate) -> Option<i32> {
    i32::try_from(day.signed_duration_since(NaiveDate::from_ymd_opt(1970, 1, 1)?).num_days()).ok()
}

fn quantities(values: &[Option<&Tree>], bounds: &Bounds) -> Result<ArrayRef> {
    let number = |value: &Tree| match value {
        Tree::Number(token) => decimal_of_token(token, bounds.whole, bounds.places, bounds.signed).ok(),
        Tree::Text(text) => decimal_of_text(text, bounds.whole, bounds.places, bounds.signed).ok(),
        _ => None,
    };
    let scaled = |value: Option<&Tree>| value.and_then(number).and_then(|number| units(number, bounds.places));
    let Some((precision, scale)) = precision(bounds) else {
        let mut out = Int64Builder::with_capacity(values.len());
        each(values, |value| out.append_option(scaled(value).and_then(|number| i64::try_from(number).ok())));
        return Ok(Arc::new(out.finish()));
    };
    let out = Decimal128Builder::with_capacity(values.len()).with_precision_and_scale(precision, scale);
    let mut out = out.map_err(|_| FRAME)?;
    each(values, |value| out.append_option(scaled(value)));
    Ok(Arc::new(out.finish()))
}

fn lists(values: &[Option<&Tree>], kind: &FieldKind, labels: Option<Lang>) -> ArrayRef {
    let mut out = ListBuilder::with_capacity(StringBuilder::new(), values.len());
    each(values, |value| {
        let items = match value {
            Some(Tree::Array(items)) => items.iter().map(text).collect::<Option<Vec<&str>>>(),
            _ => None,
        };
        for item in items.iter().flatten() {
            let label = match kind {
                FieldKind::Code(codes) => codes.iter().find(|info| info.code == *item).map(|info| (info, codes)),
                _ => None,
            };
            out.values().append_value(label.map_or(*item, |(info, codes)| shown(info, codes, labels)));
        }
        out.append(items.is_some());
    });
    Arc::new(out.finish())
}

fn texts(values: &[Option<&Tree>], of: impl Fn(&Tree) -> Option<String>) -> ArrayRef {
    let mut out = StringBuilder::new();
    each(values, |value| out.append_option(value.and_then(&of)));
    Arc::new(out.finish())
}

fn each<'a>(values: &[Option<&'a Tree>], take: impl FnMut(Option<&'a Tree>)) {
    values.iter().copied().for_each(take);
}

const fn flag(value: &Tree) -> Option<bool> {
    match value {
        Tree::Bool(flag) => Some(*flag),
        _ => None,
    }
}

fn text(value: &Tree) -> Option<&str> {
    match value {
        Tree::Text(text) => Some(text),
        _ => None,
    }
}
