//! Quantities, dates and flags as values of fields.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::info::FieldKind;
use super::maybe::Maybe;
use super::traits::Value;
use super::walk::{Leaf, Step, Walker};
use crate::json::{Canonical, Kind, NumberFault, Reader, Tree};
use crate::model::support::define;
use crate::quantity::{Area, Count, Hours, Money, Ratio, Share};
use crate::quantity::{Bounds, Date, Month, PartialDate, Quantity, Spelled, Time};

/// Reads a quantity: a number in the base unit, or the same as text.
pub(super) fn read_quantity<Q: Quantity>(reader: &mut Reader<'_>) -> Option<Q> {
    if let Some(quantity) = plain_quantity(reader) {
        return Some(quantity);
    }
    let start = reader.value_start();
    let result = match reader.kind() {
        Kind::Number => Q::of_token(reader.number_token()?),
        Kind::Text => Q::of_text(&reader.text_token()?),
        _ => {
            reader.mismatch("number");
            return None;
        }
    };
    match result {
        Ok(quantity) => Some(quantity),
        Err(fault) => {
            number_fault(reader, start, fault, Q::BOUNDS);
            None
        }
    }
}

/// The quantity that comes next, if it stands as a number of few digits within its bounds.
#[inline]
pub(super) fn plain_quantity<Q: Quantity>(reader: &mut Reader<'_>) -> Option<Q> {
    reader.plain_number(|token| Q::of_token(token).ok())
}

fn number_fault(reader: &mut Reader<'_>, start: usize, fault: NumberFault, bounds: Bounds) {
    let code = match fault {
        NumberFault::Grammar => "structure.number-text",
        NumberFault::Range => "structure.range",
        NumberFault::Negative => "structure.negative",
        NumberFault::Digits if bounds.places == 0 => "structure.integer",
        NumberFault::Digits => "limit.digits",
    };
    let digits = |number: u32| i64::from(number).into_param();
    let params =
        vec![("unit", bounds.unit.code().into()), ("whole", digits(bounds.whole)), ("places", digits(bounds.places))];
    reader.fault(code, start, params);
}

trait IntoParam {
    fn into_param(self) -> crate::json::Param;
}

impl IntoParam for i64 {
    fn into_param(self) -> crate::json::Param {
        crate::json::Param::Number(self)
    }
}

/// The schema of a quantity: a number, or the same as text.
fn quantity_schema<Q: Quantity>(generator: &mut SchemaGenerator) -> Schema {
    define(generator, Q::NAME, &mut |_| {
        let Bounds { unit, whole, places, signed } = Q::BOUNDS;
        let bound = 10u64.saturating_pow(whole);
        let sign = if signed { "-?" } else { "" };
        let fraction = if places > 0 { format!("(?:\\.[0-9]{{1,{places}}})?") } else { String::new() };
        let pattern = format!("^{sign}(?:0|[1-9][0-9]{{0,{}}}){fraction}$(?!\\n)", whole.saturating_sub(1));
        let mut number = serde_json::Map::new();
        number.insert("type".into(), if places > 0 { "number" } else { "integer" }.into());
        if signed {
            number.insert("exclusiveMinimum".into(), i64::try_from(bound).unwrap_or(i64::MAX).saturating_neg().into());
        } else {
            number.insert("minimum".into(), 0.into());
        }
        number.insert("exclusiveMaximum".into(), bound.into());
        let (zh, en) = (unit.label().zh, if unit.label().en.is_empty() { "whole numbers" } else { unit.label().en });
        let (least_zh, least_en) = if signed { ("可为负", "of either sign") } else { ("不为负", "zero or more") };
        json_schema!({
            "title": format!("数值（{zh}） · {}", Q::NAME.to_lowercase()),
            "description": format!(
                "单位{zh}；{least_zh}，整数部分至多{whole}位，小数至多{places}位；写成数字，或写成同值的文本。 \
                 In {en}: {least_en}, at most {whole} digits before the point and {places} after it; a number, or the same as text."
            ),
            "oneOf": [number, { "type": "string", "pattern": pattern }],
        })
    })
}

macro_rules! quantity_values {
    ($($type:ty),*) => {$(
        impl Value for $type {
            const MISSABLE: bool = true;

            fn read(reader: &mut Reader<'_>) -> Option<Self> {
                read_quantity(reader)
            }

            fn tree(&self) -> Tree {
                Tree::decimal(self.number())
            }

            fn write(&self, out: &mut Canonical) {
                out.decimal(self.number());
            }

            fn schema(generator: &mut SchemaGenerator) -> Schema {
                quantity_schema::<Self>(generator)
            }

            fn kind() -> FieldKind {
                FieldKind::Quantity { bounds: Self::BOUNDS, figure: false }
            }

            fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
                walker.leaf(at, Leaf::Number(self.number(), Self::BOUNDS));
            }
        }
    )*};
}

quantity_values!(Money, Area, Ratio, Share, Hours, Count);

macro_rules! written_values {
    ($($type:ident, $kind:expr, $code:literal, $label:literal, $form:literal, $leaf:expr;)*) => {$(
        impl Value for $type {
            const MISSABLE: bool = true;

            fn read_field(reader: &mut Reader<'_>) -> Maybe<Self> {
                match reader.plain_text(Self::parse) {
                    Some(value) => Maybe::Known(value),
                    None => super::maybe::read_plain(reader, Self::MISSABLE),
                }
            }

            fn read(reader: &mut Reader<'_>) -> Option<Self> {
                let start = reader.value_start();
                if reader.kind() != Kind::Text {
                    reader.mismatch("string");
                    return None;
                }
                let value = Self::parse(&reader.text_token()?);
                if value.is_none() {
                    reader.fault($code, start, vec![("form", $form.into())]);
                }
                value
            }

            fn tree(&self) -> Tree {
                Tree::text(&self.to_string())
            }

            fn write(&self, out: &mut Canonical) {
                out.spelled(|out| self.spell(out));
            }

            fn schema(generator: &mut SchemaGenerator) -> Schema {
                define(generator, stringify!($type), &mut |_| {
                    json_schema!({
                        "title": $label,
                        "description": format!("写成 written as: {}.", $form),
                        "type": "string",
                        "pattern": format!("{}(?!\\n)", Self::PATTERN),
                    })
                })
            }

            fn kind() -> FieldKind {
                $kind
            }

            fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
                let leaf: fn(Self) -> Leaf<'static> = $leaf;
                walker.leaf(at, leaf(*self));
            }
        }
    )*};
}

written_values! {
    Date, FieldKind::Date, "structure.date", "日期 · date", "2023-05-01", Leaf::Date;
    PartialDate, FieldKind::PartialDate, "structure.partial-date", "时间 · partial date", "2023, 2023Q2, 2023-05, 2023-05-01", Leaf::PartialDate;
    Month, FieldKind::Month, "structure.month", "月份 · month", "2023-05", |month| Leaf::PartialDate(PartialDate::Month(month.year, month.month));
    Time, FieldKind::Time, "structure.time", "时刻 · time of day", "09:30", |time| Leaf::Time(time.minutes());
}

/// Yes or no.
pub type Flag = bool;

impl Value for Flag {
    const MISSABLE: bool = true;

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        if reader.kind() == Kind::Bool {
            return Some(reader.bool_token());
        }
        reader.mismatch("boolean");
        None
    }

    fn tree(&self) -> Tree {
        Tree::Bool(*self)
    }

    fn write(&self, out: &mut Canonical) {
        out.bool(*self);
    }

    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "boolean" })
    }

    fn kind() -> FieldKind {
        FieldKind::Flag
    }

    fn walk(&self, at: &Step<'_>, walker: &mut dyn Walker) {
        walker.leaf(at, Leaf::Flag(*self));
    }
}
