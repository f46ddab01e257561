//! Findings: faults in the data, as data. Sentences are made of them in `report`.

mod severity;
mod spec;
mod spot;

use serde::ser::{Serialize, SerializeStruct, Serializer};

pub use severity::Severity;
pub use spec::Spec;
pub use spot::{Spot, letters};

use crate::code::mask_personal;
use crate::json::{Param, Place};

/// One fault in the data: a code, a place, and the parameters of its sentence. No personal value is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What kind of fault it is, with its words.
    pub spec: &'static Spec,
    /// How grave it is.
    pub severity: Severity,
    /// JSON Pointer of the value.
    pub pointer: String,
    /// Line and column of the value in the text that was read; row and column where it was read from a sheet or a CSV file.
    pub place: Place,
    /// The cell, where it was read from a sheet or a CSV file.
    pub spot: Option<Box<Spot>>,
    /// Parameters of the message.
    pub params: Vec<(&'static str, Param)>,
}

impl Finding {
    /// A finding at a pointer. Every text among the parameters, and the pointer itself, is masked of personal numbers.
    pub fn new(spec: &'static Spec, pointer: String, params: Vec<(&'static str, Param)>) -> Self {
        let params = params
            .into_iter()
            .map(|(name, param)| match param {
                Param::Text(text) => (name, Param::Text(mask_personal(&text).into_owned())),
                number => (name, number),
            })
            .collect();
        let pointer = match mask_personal(&pointer) {
            std::borrow::Cow::Borrowed(_) => pointer,
            std::borrow::Cow::Owned(masked) => masked,
        };
        Self { spec, severity: spec.severity, pointer, place: Place { line: 1, column: 1 }, spot: None, params }
    }

    /// The same at a cell.
    #[must_use]
    pub fn in_cell(self, spot: Spot) -> Self {
        let place = Place { line: spot.row, column: spot.column };
        Self { place, spot: Some(Box::new(spot)), ..self }
    }

    /// The place for people: the cell, or line and column.
    pub fn shown_place(&self) -> String {
        match &self.spot {
            Some(spot) => spot.to_string(),
            None => format!("{}:{}", self.place.line, self.place.column),
        }
    }

    /// The code, such as `entity.code-check`.
    pub fn code(&self) -> &'static str {
        self.spec.code
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Finding", 8)?;
        out.serialize_field("code", self.spec.code)?;
        out.serialize_field("severity", self.severity.code())?;
        out.serialize_field("pointer", &self.pointer)?;
        out.serialize_field("line", &self.place.line)?;
        out.serialize_field("column", &self.place.column)?;
        match &self.spot {
            Some(spot) => out.serialize_field("cell", &spot.to_string())?,
            None => out.skip_field("cell")?,
        }
        out.serialize_field("params", &Params(&self.params))?;
        out.serialize_field("clauses", self.spec.clauses)?;
        out.end()
    }
}

/// Parameters as a JSON object.
pub struct Params<'a>(pub &'a [(&'static str, Param)]);

impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, param)| (*name, Value(param))))
    }
}

struct Value<'a>(&'a Param);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Param::Text(text) => serializer.serialize_str(text),
            Param::Number(number) => serializer.serialize_i64(*number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static SPEC: Spec = Spec::new("x.y", Severity::Error);

    #[test]
    fn a_personal_number_never_enters_a_finding() {
        let finding = Finding::new(
            &SPEC,
            "/trainees/items/0/13900000000".into(),
            vec![("value", "call 13900000000 or 142733197001010017".into())],
        );
        let shown = format!("{finding:?} {}", serde_json::to_string(&finding).unwrap());
        assert!(!shown.contains("13900000000") && !shown.contains("142733197001010017"), "{shown}");
    }
}
