//! Floor area that facilities have in common: what is taken off, and what a sum holds once.

use super::candidates::{Candidate, holds_role};
use super::facilities::{cannot_be_read, overlaps};
use super::measured::{record_pointer, section_lacks};
use super::truth::Truth;
use super::view::View;
use crate::model::{Facility, FacilityRole};
use crate::quantity::Exact;

/// The roles that have a floor area of their own under R19; a live room or a data centre is part of the centre it serves.
pub(super) const WITH_AREA: [FacilityRole; 5] = [
    FacilityRole::PublicService,
    FacilityRole::DisplayExperience,
    FacilityRole::TrainingIncubation,
    FacilityRole::Logistics,
    FacilityRole::CrossBorderBase,
];

/// Area that a facility has in common with others.
pub(super) struct Common {
    pub(super) least: Exact,
    pub(super) most: Exact,
    pub(super) unknown: bool,
    /// Pointers of the facilities that disagree on it.
    pub(super) disagree: Vec<String>,
}

/// The overlaps of a facility. A list that it gives is complete; what others state of it counts where it gives none, and must
/// agree where it does. What is taken off at the other facility is left out here.
pub(super) fn common(view: &View<'_>, index: usize, facility: &Facility, taken_off: &dyn Fn(usize) -> Truth) -> Common {
    let facilities = &view.dossier.facilities;
    let given = facility.overlaps.is_given();
    // one that is not on file may state an overlap
    let silent = !given && !section_lacks(view, "facilities", facilities).is_empty();
    let unknown = silent || cannot_be_read(&facility.overlaps);
    let mut out = Common { least: Exact::zero(), most: Exact::zero(), unknown, disagree: vec![] };
    out.unknown |= !given && view.index.facilities.others_unread(index);
    let mut stated = overlaps(&facility.overlaps);
    let mut met: Vec<&str> = Vec::new();
    // what says nothing of it, and of which it says nothing, has nothing in common with it
    for (other, found) in view.index.facilities.related(index, facility) {
        let id = found.id.known().map(|id| id.as_str());
        let ours = id.and_then(|id| stated.get(id));
        let theirs = view.index.facilities.states(other, facility);
        met.extend(id.filter(|_| ours.is_some()));
        let area = match (ours, theirs) {
            (Some(Some(ours)), Some(Some(theirs))) if ours != theirs => None,
            (None, Some(Some(theirs))) if given && !theirs.is_zero() => None,
            (Some(Some(area)), _) | (_, Some(Some(area))) => Some(area),
            // one that lies inside the other may share its area, unless either says what they share
            (None, None) if !given && !found.overlaps.is_given() && one_in_the_other(facility, found) => {
                out.unknown = true;
                continue;
            }
            (None, theirs) if given || theirs.is_none() => continue,
            _ => {
                out.unknown = true;
                continue;
            }
        };
        let Some(area) = area else {
            out.disagree.extend([index, other].map(|at| record_pointer("facilities", at)));
            continue;
        };
        let off = taken_off(other);
        if off == Truth::No {
            out.least = out.least.plus(area);
        }
        if off != Truth::Yes {
            out.most = out.most.plus(area);
        }
    }
    // with a facility that is not on file
    for id in met {
        stated.remove(id);
    }
    let rest: Option<Vec<Exact>> = stated.into_values().collect();
    out.unknown |= rest.is_none();
    for area in rest.unwrap_or_default() {
        out.least = out.least.plus(&area);
        out.most = out.most.plus(&area);
    }
    out
}

/// What a facility and the later ones of a sum have in common, of which the sum holds each part once: surely, and at most.
/// Nothing bounds it while what they have in common is stated without an area, cannot be read, or has to be stated. `unread`
/// is the last facility of the sum whose overlaps cannot be read.
pub(super) fn twice(
    view: &View<'_>,
    found: &[Candidate<'_>],
    candidate: &Candidate<'_>,
    unread: Option<usize>,
) -> (Exact, Option<Exact>) {
    let alone = |facility: &Facility| facility.roles.is_whole() && facility.roles.items().len() == 1;
    let (mut least, mut most) = (Exact::zero(), Some(Exact::zero()));
    let facilities = &view.index.facilities;
    let is_later = |index: usize| index > candidate.index;
    let given = candidate.facility.overlaps.is_given();
    let unread_here =
        cannot_be_read(&candidate.facility.overlaps) && found.last().is_some_and(|last| is_later(last.index));
    if unread_here || (!given && unread.is_some_and(is_later)) {
        most = None;
    }
    for (index, other) in facilities.related(candidate.index, candidate.facility) {
        let Some(later) = later(found, candidate, index) else { continue };
        let stated = [facilities.states(candidate.index, other), facilities.states(index, candidate.facility)];
        let Some(area) = stated.into_iter().flatten().flatten().next() else {
            let unsaid = !given && !other.overlaps.is_given() && one_in_the_other(candidate.facility, other);
            most = most.filter(|_| stated == [None; 2] && !unsaid);
            continue;
        };
        most = most.map(|most| most.plus(area));
        if alone(candidate.facility) && alone(later.facility) && later.case.truth == Truth::Yes {
            least = least.plus(area);
        }
    }
    (least, most)
}

/// The candidate of an index, if it comes after another.
pub(super) fn later<'c, 'a>(
    found: &'c [Candidate<'a>],
    than: &Candidate<'_>,
    index: usize,
) -> Option<&'c Candidate<'a>> {
    let place = found.binary_search_by_key(&index, |candidate| candidate.index).ok()?;
    found.get(place).filter(|_| index > than.index)
}

/// Whether one of two facilities that may each have a floor area of their own is said to lie inside the other.
fn one_in_the_other(one: &Facility, other: &Facility) -> bool {
    let lies_in = |inner: &Facility, outer: &Facility| {
        inner.inside.known().zip(outer.id.known()).is_some_and(|(inside, id)| inside.as_str() == id.as_str())
            && WITH_AREA.iter().any(|role| holds_role(inner, *role) != Truth::No)
    };
    lies_in(one, other) || lies_in(other, one)
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{TWO_CENTRES as TWO, measure, readings};

    #[test]
    fn areas_whose_overlap_is_not_known_do_not_add_up_for_sure() {
        let alone = TWO.replace(r#",{"role":"logistics","area":600}"#, "");
        let of = |from: &str, to: &str| {
            assert!(alone.contains(from), "{from}");
            let text = alone.replacen(from, to, 1);
            let answer =
                measure("facility-floor-area", &[("of", "public_service")], &text, &readings("R13", "areas-add-up"));
            let lacking: Vec<String> = answer.0.lacks.iter().map(|lack| lack.pointer.clone()).collect();
            (answer.to_string(), lacking)
        };
        let doubtful = ("900..1100".to_owned(), vec!["/facilities/items/0/overlaps".to_owned()]);
        let ours = r#""overlaps":[{"with":"F2","area":50}]"#;
        // stated without an area, or so that it cannot be read with what
        for unknown in
            [r#"{"with":"F2"}"#, r#"{"with":"F2","area":{"missing":"not_collected"}}"#, r#"{"area":50}"#, "7"]
        {
            assert_eq!(of(ours, &format!(r#""overlaps":[{unknown}]"#)), doubtful, "{unknown}");
            let theirs = format!(r#""area":200}}],"overlaps":[{}]"#, unknown.replace("F2", "F1"));
            let (bare, list) = (alone.replace(ours, r#""code":1"#), r#""area":200}]"#);
            let text = bare.replace(list, &theirs);
            let answer =
                measure("facility-floor-area", &[("of", "public_service")], &text, &readings("R13", "areas-add-up"));
            assert_eq!(answer.to_string(), doubtful.0, "{unknown}");
        }
        // the other states it
        let both = of(r#""area":200}]"#, r#""area":200}],"overlaps":[{"with":"F1"}]"#);
        assert_eq!(both, ("1050".to_owned(), vec![]));
        // inside the other, and neither says what they share
        assert_eq!(of(ours, r#""inside":"F2""#), doubtful);
        assert_eq!(of(ours, r#""overlaps":[],"inside":"F2""#), ("1100".to_owned(), vec![]));
        // a facility that the sum does not hold has nothing to take off, nor has the last with those before it
        assert_eq!(of(ours, r#""overlaps":[{"with":"F9"}]"#), ("1100".to_owned(), vec![]));
        assert_eq!(of(ours, "\"code\":1"), ("1100".to_owned(), vec![]));
    }

    #[test]
    fn an_overlap_within_a_sum_may_lie_in_another_role_or_with_one_that_may_not_count() {
        let alone = TWO.replace(r#",{"role":"logistics","area":600}"#, "");
        let of = |from: &str, to: &str, readings: &[(&str, &str)]| {
            assert!(alone.contains(from), "{from}");
            measure("facility-floor-area", &[("of", "public_service")], &alone.replacen(from, to, 1), readings)
                .to_string()
        };
        let adding = readings("R13", "areas-add-up");
        let ours = r#"[{"role":"public_service","area":900}]"#;
        let roles = |more: &str| format!(r#"[{{"role":"public_service","area":900}},{more}]"#);
        assert_eq!(of(ours, &roles(r#"{"role":"logistics","area":100}"#), &adding), "1050..1100");
        assert_eq!(of(ours, &roles("7"), &adding), "1050..");
        // F2 may not have opened
        let unopened = (r#"{"id":"F2","opened":"2023","#, r#"{"id":"F2","#);
        assert_eq!(of(unopened.0, unopened.1, &adding), "900..1100");
        let both = [("R13", "areas-add-up"), ("R19", "areas-exclude")];
        assert_eq!(of(unopened.0, unopened.1, &both), "850..1050");
    }

    #[test]
    fn facilities_of_a_sum_that_disagree_on_their_overlap_are_a_conflict_where_both_count() {
        let text = TWO.replace(r#""area":600}]"#, r#""area":600}],"overlaps":[{"with":"F1","area":80}]"#);
        let both = [("R13", "areas-add-up"), ("R19", "areas-exclude")];
        let of = |text: &str| measure("facility-floor-area", &[("of", "public_service")], text, &both).to_string();
        // the sum takes it off once, at the one that comes first
        assert_eq!(of(&text), "conflict");
        // nothing is known of a sum of facilities that may not count and disagree
        assert_eq!(of(&text.replace(r#""opened":"2023","#, "")), "0..");
    }

    #[test]
    fn an_overlap_with_nobody_knows_whom_may_be_any() {
        let (of, exclude) = ([("of", "public_service")], readings("R19", "areas-exclude"));
        let unread = TWO.replace(r#"{"with":"F2","area":50}"#, r#"{"area":50}"#);
        let answer = measure("facility-floor-area", &of, &unread, &exclude);
        assert_eq!(answer.to_string(), "0..900");
        assert_eq!(answer.0.lacks[0].pointer, "/facilities/items/0/overlaps");
        // another states it, and this one gives no list of its own
        let theirs = TWO
            .replace(r#""overlaps":[{"with":"F2","area":50}]"#, r#""code":1"#)
            .replace(r#""area":600}]"#, r#""area":600}],"overlaps":[{"area":50}]"#);
        assert_eq!(measure("facility-floor-area", &of, &theirs, &exclude).to_string(), "0..900");
        let listed = theirs.replace(r#""code":1"#, r#""overlaps":[]"#);
        assert_eq!(measure("facility-floor-area", &of, &listed, &exclude).to_string(), "900");
    }

    #[test]
    fn what_a_facility_inside_another_shares_with_it_has_to_be_stated() {
        let (of, exclude) = ([("of", "public_service")], readings("R19", "areas-exclude"));
        let inside = TWO
            .replace(r#""overlaps":[{"with":"F2","area":50}]"#, r#""code":1"#)
            .replace(r#"{"id":"F2","#, r#"{"id":"F2","inside":"F1","#);
        let answer = measure("facility-floor-area", &of, &inside, &exclude);
        assert_eq!(answer.to_string(), "0..900");
        assert_eq!(answer.0.lacks[0].pointer, "/facilities/items/0/overlaps");
        let stated = inside.replace(r#""code":1"#, r#""overlaps":[]"#);
        assert_eq!(measure("facility-floor-area", &of, &stated, &exclude).to_string(), "900");
        // by either of them
        let theirs = inside.replace(r#""inside":"F1","#, r#""inside":"F1","overlaps":[],"#);
        assert_eq!(measure("facility-floor-area", &of, &theirs, &exclude).to_string(), "900");
    }

    #[test]
    fn an_overlap_is_taken_off_whichever_side_states_it() {
        let (of, exclude) = ([("of", "public_service")], readings("R19", "areas-exclude"));
        let other = TWO.replace("\"with\":\"F2\"", "\"with\":\"F3\"").replace(
            "}]}}",
            r#"},
            {"id":"F3","opened":"2023","overlaps":[{"with":"F1","area":50}]}]}}"#,
        );
        assert_eq!(measure("facility-floor-area", &of, &other, &exclude).to_string(), "850");
        let theirs = other.replace(r#""overlaps":[{"with":"F3","area":50}]"#, r#""name":"F1""#);
        assert_eq!(measure("facility-floor-area", &of, &theirs, &exclude).to_string(), "850");
        assert_eq!(measure("facility-floor-area", &of, &theirs, &[]).0.notes.len(), 1);
        let differ = other.replace(r#"{"with":"F1","area":50}"#, r#"{"with":"F1","area":80}"#);
        assert_eq!(measure("facility-floor-area", &of, &differ, &exclude).to_string(), "conflict");
        let denied = theirs.replace(r#""name":"F1""#, r#""overlaps":[]"#);
        assert_eq!(measure("facility-floor-area", &of, &denied, &exclude).to_string(), "conflict");
        // to say that they share nothing denies nothing
        let nothing = denied.replace(r#"{"with":"F1","area":50}"#, r#"{"with":"F1","area":0}"#);
        assert_eq!(measure("facility-floor-area", &of, &nothing, &exclude).to_string(), "900");
        // one that is not on file may state an overlap, unless the facility lists its own
        let silent = theirs.replace("true,\"items\"", "false,\"items\"");
        assert_eq!(measure("facility-floor-area", &of, &silent, &exclude).to_string(), "0..850");
        let listed = TWO.replace("true,\"items\"", "false,\"items\"");
        assert_eq!(measure("facility-floor-area", &of, &listed, &exclude).to_string(), "850");
    }

    #[test]
    fn an_overlap_within_a_sum_is_taken_off_once() {
        let both = [("R13", "areas-add-up"), ("R19", "areas-exclude")];
        let of = [("of", "public_service")];
        assert_eq!(measure("facility-floor-area", &of, TWO, &both).to_string(), "1050");
        let stated = TWO.replace(r#""area":600}]"#, r#""area":600}],"overlaps":[{"with":"F1","area":50}]"#);
        assert_eq!(measure("facility-floor-area", &of, &stated, &both).to_string(), "1050");
    }
}
