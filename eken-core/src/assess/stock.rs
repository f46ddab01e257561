//! Stocks: whether a record is in force under reading R27, and what would settle it.

use super::lack::{Lack, LackKind};
use super::measured::{Case, field_lack};
use super::view::View;
use crate::model::kind::Maybe;
use crate::quantity::PartialDate;

/// A field of dates, by name.
pub(super) type Dated<'a> = (&'static str, &'a Maybe<PartialDate>);

/// Whether a record belongs to the stock: begun and not ended; begun since the start of the programme under `since-start`.
/// What has ended exists no more, so `everything` existing asks no less of a stock.
pub(super) fn stock(view: &View<'_>, section: &str, index: usize, from: Dated<'_>, until: Dated<'_>) -> Case {
    let mut case = Case::yes().field(view.happened(from.1), section, index, from.0).field(
        view.ended(until.1).not(),
        section,
        index,
        until.0,
    );
    if view.reads("R27", "since-start") {
        case = case.and(view.since_start(from.1), || start_lack(view, || field_lack(section, index, from.0)));
    }
    case
}

/// What is missing to say whether something lies after the start: the start itself, or else the date.
pub(super) fn start_lack(view: &View<'_>, date: impl FnOnce() -> Lack) -> Lack {
    if view.start_is_unknown() { Lack::new(LackKind::ProgrammeStart, "/town/programme_start", vec![]) } else { date() }
}
