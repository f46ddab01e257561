//! Exemptions from a floor area that are recorded for a facility (R3).

use super::lack::{Lack, LackKind};
use super::measured::{Exempted, record_pointer};
use super::on_file::on_file;
use super::truth::Truth;
use super::view::View;
use crate::model::kind::Maybe;
use crate::model::{Facility, FacilityRole};

/// An exemption for the role: complete with reason, approving body, day by the as-of date and document, or lacking a part.
pub(super) fn exemption(view: &View<'_>, role: FacilityRole, index: usize, facility: &Facility) -> Option<Exempted> {
    let mut lacking = None;
    // one that does not say for which role may be for this one
    let may_be = |held: Option<FacilityRole>| held.is_none_or(|held| held == role);
    for (place, exemption) in facility.exemptions.iter().filter(|(_, exemption)| may_be(exemption.role.get())) {
        let pointer = format!("{}/exemptions/{place}", record_pointer("facilities", index));
        if matches!(exemption.approved, Maybe::Known(day) if day > view.as_of) {
            continue;
        }
        let complete = exemption.role.get().is_some()
            && exemption.reason.known().is_some()
            && exemption.approved_by.known().is_some()
            && exemption.approved.known().is_some()
            && on_file(view, exemption.document.known().into_iter()) == Truth::Yes;
        if complete {
            return Some(Exempted::Complete(pointer));
        }
        lacking = Some(Exempted::Lacking(Lack::new(LackKind::Exemption, pointer, vec![])));
    }
    if lacking.is_none() && !(facility.exemptions.is_absent() || facility.exemptions.is_whole()) {
        let pointer = format!("{}/exemptions", record_pointer("facilities", index));
        lacking = Some(Exempted::Lacking(Lack::new(LackKind::Exemption, pointer, vec![])));
    }
    lacking
}
