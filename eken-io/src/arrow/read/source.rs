//! A column of any type, value by value.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type,
    Float16Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, Time32MillisecondType,
    Time32SecondType, Time64MicrosecondType, Time64NanosecondType, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};
use eken_core::json::Tree;
use eken_core::words::Label;

use super::budget::Budget;
use super::decimal::decimal;
use super::fault::TYPE;
use super::{float, moment};
use crate::error::{Error, Place, Result};
use crate::grid::{Cell, NOT_CALCULATED};

/// Digits up to which a whole number is kept as one; longer ones are identifiers, whose digits a file of typed columns keeps.
const DIGITS: usize = 15;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// A column, or the items of one.
pub(super) enum Source {
    /// Values as they are.
    Plain(ArrayRef),
    /// Numbers of values.
    Dictionary(ArrayRef, Vec<usize>, Box<Source>),
    /// Lists of values.
    List(ArrayRef, Box<Source>),
}

impl Source {
    /// The values of an array, wherever they stand.
    ///
    /// # Errors
    /// `columnar.type` for values that are no texts, numbers, dates, times, truths or lists of such.
    pub(super) fn of(array: &ArrayRef) -> Result<Self> {
        Self::within(array, true)
    }

    fn within(array: &ArrayRef, lists: bool) -> Result<Self> {
        let own = || array.clone();
        match array.data_type() {
            DataType::Dictionary(..) => {
                let dictionary = array.as_any_dictionary();
                let values = Self::within(dictionary.values(), false)?;
                // without values there is nothing that a key could stand for
                let empty = dictionary.values().is_empty();
                let keys = if empty { Vec::new() } else { dictionary.normalized_keys() };
                Ok(Self::Dictionary(own(), keys, Box::new(values)))
            }
            DataType::List(_) if lists => {
                Ok(Self::List(own(), Box::new(Self::within(array.as_list::<i32>().values(), false)?)))
            }
            DataType::LargeList(_) if lists => {
                Ok(Self::List(own(), Box::new(Self::within(array.as_list::<i64>().values(), false)?)))
            }
            DataType::FixedSizeList(..) if lists => {
                Ok(Self::List(own(), Box::new(Self::within(array.as_fixed_size_list().values(), false)?)))
            }
            kind => match refused(kind) {
                Some(name) => Err(TYPE.at(name)),
                None => Ok(Self::Plain(own())),
            },
        }
    }

    /// How many places for values it has, those of the items of lists among them.
    pub(super) fn slots(&self) -> usize {
        match self {
            Self::Plain(array) | Self::Dictionary(array, ..) => array.len(),
            Self::List(array, items) => array.len().saturating_add(items.slots()),
        }
    }

    /// The value of a row as a cell.
    ///
    /// # Errors
    /// `columnar.text` and `columnar.cell` beyond the limits.
    pub(super) fn cell(&self, row: usize, budget: &mut Budget) -> Result<Cell> {
        match self {
            Self::Plain(array) if array.is_null(row) => Ok(Cell::Empty),
            Self::Plain(array) => plain(array, row, budget),
            Self::Dictionary(array, ..) if array.is_null(row) => Ok(Cell::Empty),
            Self::Dictionary(_, keys, values) => match keys.get(row) {
                Some(key) => values.cell(*key, budget),
                None => Ok(Cell::Empty),
            },
            Self::List(array, ..) if array.is_null(row) => Ok(Cell::Empty),
            Self::List(array, items) => {
                let (from, to) = span(array, row).ok_or(super::fault::DAMAGED)?;
                let mut out = Vec::new();
                let mut room = budget.cell;
                for item in from..to {
                    let cell = items.cell(item, budget)?;
                    room = room.checked_sub(4).ok_or(super::fault::CELL)?;
                    out.push(item_of(cell));
                }
                // the items were counted as they came; the signs between them are few
                Ok(Cell::Text(Tree::Array(out).to_text()))
            }
        }
    }
}

/// An item of a list as JSON.
fn item_of(cell: Cell) -> Tree {
    match cell {
        Cell::Empty => Tree::Null,
        Cell::Text(text) | Cell::Fault(text) => Tree::text(&text),
        Cell::NotCalculated => Tree::text(NOT_CALCULATED),
        Cell::Number(token) | Cell::Noisy(token) | Cell::Scaled(token, _) => Tree::Number(token.into()),
        Cell::Shown(shown) => match shown.text {
            Some(text) => Tree::text(&text),
            None => Tree::Number(shown.number.into()),
        },
        Cell::Flag(flag) => Tree::Bool(flag),
        Cell::Day(day, None) | Cell::Period(day, _) => Tree::text(&day.to_string()),
        Cell::Day(day, Some(time)) => Tree::text(&format!("{day}T{time}")),
        Cell::Time(time) => Tree::text(&time.to_string()),
    }
}

/// First and last item of a list.
fn span(array: &ArrayRef, row: usize) -> Option<(usize, usize)> {
    match array.data_type() {
        DataType::List(_) => {
            let offsets = array.as_list::<i32>().value_offsets();
            let at = |row: usize| usize::try_from(*offsets.get(row)?).ok();
            Some((at(row)?, at(row.checked_add(1)?)?))
        }
        DataType::LargeList(_) => {
            let offsets = array.as_list::<i64>().value_offsets();
            let at = |row: usize| usize::try_from(*offsets.get(row)?).ok();
            Some((at(row)?, at(row.checked_add(1)?)?))
        }
        _ => {
            let size = usize::try_from(array.as_fixed_size_list().value_length()).ok()?;
            let from = row.checked_mul(size)?;
            Some((from, from.checked_add(size)?))
        }
    }
}

/// What a type is called that is not read; none for one that is.
const fn refused(kind: &DataType) -> Option<Label> {
    Some(match kind {
        DataType::Null
        | DataType::Boolean
        | DataType::Int8
        | DataType::Int16
        | DataType::Int32
        | DataType::Int64
        | DataType::UInt8
        | DataType::UInt16
        | DataType::UInt32
        | DataType::UInt64
        | DataType::Float16
        | DataType::Float32
        | DataType::Float64
        | DataType::Timestamp(..)
        | DataType::Date32
        | DataType::Date64
        | DataType::Time32(_)
        | DataType::Time64(_)
        | DataType::Utf8
        | DataType::LargeUtf8
        | DataType::Utf8View
        | DataType::Decimal32(..)
        | DataType::Decimal64(..)
        | DataType::Decimal128(..)
        | DataType::Decimal256(..) => return None,
        DataType::Binary | DataType::LargeBinary | DataType::BinaryView | DataType::FixedSizeBinary(_) => {
            Label::new("二进制", "binary")
        }
        DataType::Duration(_) => Label::new("时长", "duration"),
        DataType::Interval(_) => Label::new("时间间隔", "interval"),
        DataType::Map(..) => Label::new("映射", "map"),
        DataType::Union(..) => Label::new("联合", "union"),
        DataType::Struct(_) => Label::new("结构", "struct"),
        DataType::RunEndEncoded(..) => Label::new("游程编码", "run-end encoded"),
        DataType::Dictionary(..) => Label::new("字典", "dictionary"),
        DataType::List(_)
        | DataType::LargeList(_)
        | DataType::ListView(_)
        | DataType::LargeListView(_)
        | DataType::FixedSizeList(..) => Label::new("列表的列表", "list of lists"),
    })
}

fn plain(array: &ArrayRef, row: usize, budget: &mut Budget) -> Result<Cell> {
    fn value<T: ArrowPrimitiveType>(array: &ArrayRef, row: usize) -> T::Native {
        array.as_primitive::<T>().value(row)
    }
    let whole = |number: String| match number.trim_start_matches('-').len() {
        0..=DIGITS => Cell::Number(number),
        _ => Cell::Text(number),
    };
    Ok(match array.data_type() {
        DataType::Boolean => Cell::Flag(array.as_boolean().value(row)),
        DataType::Int8 => whole(value::<Int8Type>(array, row).to_string()),
        DataType::Int16 => whole(value::<Int16Type>(array, row).to_string()),
        DataType::Int32 => whole(value::<Int32Type>(array, row).to_string()),
        DataType::Int64 => whole(value::<Int64Type>(array, row).to_string()),
        DataType::UInt8 => whole(value::<UInt8Type>(array, row).to_string()),
        DataType::UInt16 => whole(value::<UInt16Type>(array, row).to_string()),
        DataType::UInt32 => whole(value::<UInt32Type>(array, row).to_string()),
        DataType::UInt64 => whole(value::<UInt64Type>(array, row).to_string()),
        DataType::Float16 => float::single(value::<Float16Type>(array, row).to_f32()),
        DataType::Float32 => float::single(value::<Float32Type>(array, row)),
        DataType::Float64 => float::double(value::<Float64Type>(array, row)),
        DataType::Decimal32(_, scale) => Cell::Number(decimal(&value::<Decimal32Type>(array, row).to_string(), *scale)),
        DataType::Decimal64(_, scale) => Cell::Number(decimal(&value::<Decimal64Type>(array, row).to_string(), *scale)),
        DataType::Decimal128(_, scale) => {
            Cell::Number(decimal(&value::<Decimal128Type>(array, row).to_string(), *scale))
        }
        DataType::Decimal256(_, scale) => {
            Cell::Number(decimal(&value::<Decimal256Type>(array, row).to_string(), *scale))
        }
        DataType::Date32 => moment::day(value::<Date32Type>(array, row).into()),
        DataType::Date64 => moment::day(value::<Date64Type>(array, row).div_euclid(DAY)),
        DataType::Time32(unit @ TimeUnit::Second) => moment::time(value::<Time32SecondType>(array, row).into(), *unit),
        DataType::Time32(unit) => moment::time(value::<Time32MillisecondType>(array, row).into(), *unit),
        DataType::Time64(unit @ TimeUnit::Microsecond) => {
            moment::time(value::<Time64MicrosecondType>(array, row), *unit)
        }
        DataType::Time64(unit) => moment::time(value::<Time64NanosecondType>(array, row), *unit),
        DataType::Timestamp(unit, zone) => {
            let count = match unit {
                TimeUnit::Second => value::<TimestampSecondType>(array, row),
                TimeUnit::Millisecond => value::<TimestampMillisecondType>(array, row),
                TimeUnit::Microsecond => value::<TimestampMicrosecondType>(array, row),
                TimeUnit::Nanosecond => value::<TimestampNanosecondType>(array, row),
            };
            moment::instant(count, *unit, zone.as_deref())
        }
        DataType::Utf8 => text(array.as_string::<i32>().value(row), budget)?,
        DataType::LargeUtf8 => text(array.as_string::<i64>().value(row), budget)?,
        DataType::Utf8View => text(array.as_string_view().value(row), budget)?,
        _ => Cell::Empty,
    })
}

fn text(text: &str, budget: &mut Budget) -> Result<Cell> {
    budget.text(text.len())?;
    Ok(Cell::Text(text.to_owned()))
}

/// An error at a column, by its number: its name may be a person's.
pub(super) fn at_column(error: Error, number: usize) -> Error {
    let inner = error.at.clone();
    error.at(match inner {
        Some(inner) => inner.inside(Place::Column(number)),
        None => Place::Column(number),
    })
}
