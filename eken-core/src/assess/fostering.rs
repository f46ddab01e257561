//! Whether a fostering, an engagement or a training counts, and what is missing to say so (reading R27).

use super::lack::{Lack, LackKind};
use super::measured::{Case, field_lack};
use super::view::View;
use crate::model::kind::Maybe;
use crate::quantity::PartialDate;

impl View<'_> {
    /// The case of a record under [`View::fostered`]: what is missing is its date, or the start of the programme.
    pub(super) fn fostered_case(
        &self,
        date: &Maybe<PartialDate>,
        section: &str,
        index: usize,
        field: &'static str,
    ) -> Case {
        Case::yes().and(self.fostered(date), || {
            if date.known().is_some() && self.start_is_unknown() {
                Lack::new(LackKind::ProgrammeStart, "/town/programme_start", vec![])
            } else {
                field_lack(section, index, field)
            }
        })
    }
}
