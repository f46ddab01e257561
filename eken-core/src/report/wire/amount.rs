//! Figures and measured values in JSON: exact wherever JSON can be exact.

use std::borrow::Cow;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::assess::{Truth, Value};
use crate::json::Tree;
use crate::quantity::Exact;

/// Decimals of a figure that has no end, such as a third.
const PLACES: u32 = 6;

/// A figure: a JSON number up to 15 digits, else its text. One that no decimal holds is rounded to 6 decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount(Tree);

/// A figure as a decimal, rounded where none holds it.
pub(in crate::report) fn decimal(value: &Exact) -> Option<Decimal> {
    value.to_decimal().or_else(|| value.rounded(PLACES))
}

impl Amount {
    /// A figure in JSON, and whether it had to be rounded.
    pub fn of(value: &Exact) -> (Self, bool) {
        match value.to_decimal() {
            Some(exact) => (Self(Tree::decimal(exact)), false),
            None => match value.rounded(PLACES) {
                Some(rounded) => (Self(Tree::decimal(rounded)), true),
                None => (Self(Tree::text(&value.to_string())), false),
            },
        }
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "数值，以基本单位计（元、平方米、百分比）；超过15位有效数字时写成文本。 A figure in the base unit (yuan, square metres, percent); a text when it has more than 15 digits.",
            "anyOf": [
                { "type": "number" },
                { "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?(/[0-9]+)?$" },
            ],
        })
    }
}

/// What was measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeasuredValue {
    /// A figure known exactly.
    Number(Amount),
    /// A figure known within bounds; no upper one when nothing bounds it.
    Bounds(Amount, Option<Amount>),
    /// Yes or no.
    Truth(bool),
    /// The codes that are there for sure.
    Set(Vec<String>),
    /// Not known, not applicable, in conflict, or joined from parts.
    Nothing,
}

impl MeasuredValue {
    /// A measured value in JSON, and whether a figure had to be rounded.
    pub fn of(value: Option<&Value>) -> (Self, bool) {
        match value {
            Some(Value::Number { least, most: Some(most) }) if least == most => {
                let (amount, rounded) = Amount::of(least);
                (Self::Number(amount), rounded)
            }
            Some(Value::Number { least, most }) => {
                let (least, rounded) = Amount::of(least);
                let most = most.as_ref().map(Amount::of);
                let also = most.as_ref().is_some_and(|(_, rounded)| *rounded);
                (Self::Bounds(least, most.map(|(amount, _)| amount)), rounded || also)
            }
            Some(Value::Truth(Truth::Yes)) => (Self::Truth(true), false),
            Some(Value::Truth(Truth::No)) => (Self::Truth(false), false),
            Some(Value::Set { has, .. }) => (Self::Set(has.iter().cloned().collect()), false),
            Some(Value::Truth(Truth::Unknown) | Value::Unknown | Value::NotApplicable | Value::Conflict) | None => {
                (Self::Nothing, false)
            }
        }
    }
}

impl Serialize for MeasuredValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(amount) => amount.serialize(serializer),
            Self::Bounds(least, most) => {
                serializer.collect_map([("min", least)].into_iter().chain(most.as_ref().map(|most| ("max", most))))
            }
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::Set(codes) => codes.serialize(serializer),
            Self::Nothing => serializer.serialize_unit(),
        }
    }
}

impl JsonSchema for MeasuredValue {
    fn schema_name() -> Cow<'static, str> {
        "MeasuredValue".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let amount = generator.subschema_for::<Amount>();
        json_schema!({
            "description": "实测值：确知的数值；{min,max} 为上下限，没有 max 即没有上限；true、false；代码数组；null 为未知、不适用、冲突或由各部分合成。 Measured value: a figure; bounds {min,max}, without max when nothing bounds it; true or false; an array of codes; null when unknown, not applicable, in conflict or joined from parts.",
            "anyOf": [
                amount,
                {
                    "type": "object",
                    "properties": { "min": amount, "max": amount },
                    "required": ["min"],
                    "additionalProperties": false,
                },
                { "type": "boolean" },
                { "type": "array", "items": { "type": "string" } },
                { "type": "null" },
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(value: &Value) -> (String, bool) {
        let (value, rounded) = MeasuredValue::of(Some(value));
        (serde_json::to_string(&value).unwrap(), rounded)
    }

    fn number(least: Exact, most: Option<Exact>) -> Value {
        Value::Number { least, most }
    }

    #[test]
    fn figures_stay_exact_and_what_has_no_end_says_that_it_is_rounded() {
        let third = Exact::whole(31).over(&Exact::whole(3)).unwrap();
        let large = Exact::whole(1_234_567_890_123_456);
        let half = Exact::whole(625).over(&Exact::whole(2)).unwrap();
        assert_eq!(json(&number(half.clone(), Some(half))), ("312.5".into(), false));
        assert_eq!(json(&number(third.clone(), Some(third))), ("10.333333".into(), true));
        assert_eq!(json(&number(large.clone(), Some(large))), ("\"1234567890123456\"".into(), false));
        assert_eq!(json(&number(Exact::whole(480), None)), ("{\"min\":480}".into(), false));
        assert_eq!(
            json(&number(Exact::whole(480), Some(Exact::whole(520)))),
            ("{\"min\":480,\"max\":520}".into(), false)
        );
        let third = Exact::whole(31).over(&Exact::whole(3)).unwrap();
        for (least, most, said) in [
            (Exact::whole(10), third.clone(), "{\"min\":10,\"max\":10.333333}"),
            (third, Exact::whole(11), "{\"min\":10.333333,\"max\":11}"),
        ] {
            assert_eq!(json(&number(least, Some(most))), (said.into(), true));
        }
    }

    #[test]
    fn truths_sets_and_the_unknown_have_their_forms() {
        assert_eq!(json(&Value::Truth(Truth::Yes)).0, "true");
        assert_eq!(json(&Value::Truth(Truth::Unknown)).0, "null");
        assert_eq!(json(&Value::Conflict).0, "null");
        let has = ["b", "a"].map(str::to_owned).into_iter().collect();
        assert_eq!(json(&Value::Set { has, open: true }).0, "[\"a\",\"b\"]");
    }
}
