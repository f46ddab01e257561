//! A figure that stands by itself in the dossier: one field, one answer.

use super::lack::{Lack, LackKind};
use super::measured::Measured;
use crate::model::kind::{Figure, Maybe};
use crate::quantity::{Exact, Quantity};

impl Measured {
    /// The figure in a field of the record at a pointer. `None` where the record itself is not known.
    pub(super) fn figure<Q: Quantity>(at: &str, field: &'static str, figure: Option<&Maybe<Figure<Q>>>) -> Self {
        let pointer = format!("{at}/{field}");
        match figure.and_then(Maybe::known) {
            Some(figure) => {
                let measured = Self::number(Exact::decimal(figure.value.number())).seen(pointer);
                Self { provisional: figure.is_provisional(), ..measured }
            }
            None => Self::unknown_number().lacking(Lack::new(LackKind::Field, pointer, vec![("field", field.into())])),
        }
    }
}
