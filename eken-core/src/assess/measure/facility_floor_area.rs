//! `facility-floor-area`: floor area dedicated to a role.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::areas_in_common::{WITH_AREA, common, later, twice};
use crate::assess::candidates::{candidates, facility_lack};
use crate::assess::exemption::exemption;
use crate::assess::facilities::cannot_be_read;
use crate::assess::lack::{Lack, LackKind, Note, NoteKind};
use crate::assess::measured::{Exempted, Measured, Value, record_pointer, section_lacks};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::kind::Code;
use crate::model::{Facility, FacilityRole};
use crate::plan::Params;
use crate::quantity::{Exact, Quantity};
use crate::words::Label;

pub(super) static FACILITY_FLOOR_AREA: Measure = Measure {
    id: "facility-floor-area",
    label: Label::new("专用建筑面积", "dedicated floor area"),
    about: Label::new(
        "专用于该功能的建筑面积，不是整栋楼的面积；读法 R13 可改为各处相加，R19 可改为扣除重叠，重叠由任何一方写明即可",
        "floor area dedicated to the role, never that of the building; R13 may add areas up, R19 may take overlaps off, \
         whichever of the two facilities states them",
    ),
    params: &[MeasureParam {
        name: "of",
        label: Label::new("设施功能", "role of the facility"),
        required: true,
        values: super::registry::ROLES,
    }],
    readings: &["R13", "R19"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Facility(run),
};

fn run(view: &View<'_>, params: &Params, at: Option<(usize, &Facility)>) -> Measured {
    let Some(role) = params.text("of").and_then(FacilityRole::from_code) else { return Measured::unknown_number() };
    if view.reads("R13", "areas-add-up") {
        return added_up(view, role);
    }
    match at {
        Some(facility) => one(view, role, facility, &|_| Truth::No),
        None => Measured::number(Exact::zero()),
    }
}

/// The area of one facility: the sum over its entries of the role, less what overlaps where areas exclude each other.
fn one(
    view: &View<'_>,
    role: FacilityRole,
    (index, facility): (usize, &Facility),
    taken_off: &dyn Fn(usize) -> Truth,
) -> Measured {
    let mut measured = Measured::number(Exact::zero());
    let (mut sum, mut largest, mut entries, mut open) = (Exact::zero(), Exact::zero(), 0usize, false);
    for (place, held) in facility.roles.iter().filter(|(_, held)| held.role.get() == Some(role)) {
        let pointer = format!("{}/roles/{place}/area", record_pointer("facilities", index));
        match held.area.known() {
            Some(area) => {
                let of_entry = Exact::decimal(area.value.number());
                sum = sum.plus(&of_entry);
                largest = largest.max(of_entry);
                entries = entries.saturating_add(1);
                measured.provisional |= area.is_provisional();
                measured.evidence.push(pointer);
            }
            None => {
                open = true;
                measured.lacks.push(Lack::new(LackKind::Field, pointer, vec![("field", "area".into())]));
            }
        }
    }
    if !facility.roles.is_whole() || facility.roles.items().iter().any(|held| held.role.get().is_none()) {
        open = true;
        measured.lacks.push(facility_lack(index, "roles"));
    }
    let common = common(view, index, facility, taken_off);
    // one area may be filed twice, so that several entries give the largest of them at least
    let (mut least, mut most) = (largest, sum);
    if entries > 1 {
        let pointer = format!("{}/roles", record_pointer("facilities", index));
        measured.lacks.push(Lack::new(LackKind::RoleTwice, pointer, vec![]));
    }
    within_the_building(view, role, (index, facility), (&mut least, &mut most), &mut measured);
    if view.reads("R19", "areas-exclude") {
        if !common.disagree.is_empty() {
            let lacks =
                common.disagree.iter().map(|at| Lack::new(LackKind::Conflict, format!("{at}/overlaps"), vec![]));
            return Measured { lacks: lacks.collect(), evidence: common.disagree, ..Measured::of(Value::Conflict) };
        }
        least = if common.unknown { Exact::zero() } else { least.minus(&common.most) };
        most = most.minus(&common.least);
        if common.unknown || common.least != common.most {
            measured.lacks.push(facility_lack(index, "overlaps"));
        }
    } else if !common.most.is_zero() {
        let area = common.most.to_string();
        let pointer = format!("{}/overlaps", record_pointer("facilities", index));
        measured.notes.push(Note::new(NoteKind::Overlap, pointer, vec![("area", area.into())]));
    }
    measured.value = Value::Number { least: not_below_zero(least), most: (!open).then(|| not_below_zero(most)) };
    measured.exemption = exemption(view, role, index, facility);
    measured
}

/// Holds the dedicated area against the floor area of the building: no role has more than there is, and where the roles of
/// the building have more than it together, they overlap.
fn within_the_building(
    view: &View<'_>,
    role: FacilityRole,
    (index, facility): (usize, &Facility),
    (least, most): (&mut Exact, &mut Exact),
    measured: &mut Measured,
) {
    let pointer = record_pointer("facilities", index);
    let Some(floor) = facility.floor_area.known().map(|area| Exact::decimal(area.value.number())) else { return };
    if *least > floor {
        // the role and the building contradict each other
        measured.lacks.push(Lack::new(LackKind::Conflict, format!("{pointer}/floor_area"), vec![]));
        measured.lacks.push(Lack::new(LackKind::Conflict, format!("{pointer}/roles"), vec![]));
        *least = floor;
        return;
    }
    *most = most.clone().min(floor.clone());
    let others: Vec<Exact> = WITH_AREA
        .iter()
        .filter(|other| **other != role && !may_share(role, **other))
        .map(|other| {
            let held = facility.roles.items().iter().filter(|held| held.role.get() == Some(*other));
            let areas = held.filter_map(|held| held.area.known());
            areas.map(|area| Exact::decimal(area.value.number())).max().unwrap_or_else(Exact::zero)
        })
        .collect();
    let together = others.iter().fold(least.clone(), |sum, area| sum.plus(area));
    if together <= floor {
        return;
    }
    if view.reads("R19", "areas-exclude") {
        let largest = others.iter().max().cloned().unwrap_or_else(Exact::zero);
        *least = not_below_zero(others.iter().fold(least.clone(), |rest, area| rest.minus(area)));
        *most = most.clone().min(not_below_zero(floor.minus(&largest)));
        measured.lacks.push(facility_lack(index, "overlaps"));
    } else {
        let area = together.minus(&floor).to_string();
        measured.notes.push(Note::new(NoteKind::Overlap, format!("{pointer}/roles"), vec![("area", area.into())]));
    }
}

/// Whether two roles may use one area in any case: the training centre and the cross-border base (`附件2-11`).
fn may_share(one: FacilityRole, other: FacilityRole) -> bool {
    use FacilityRole::{CrossBorderBase, TrainingIncubation};
    matches!((one, other), (TrainingIncubation, CrossBorderBase) | (CrossBorderBase, TrainingIncubation))
}

/// Reading R13 `areas-add-up`: the areas of every facility of the role together.
fn added_up(view: &View<'_>, role: FacilityRole) -> Measured {
    let mut out = Measured::number(Exact::zero());
    // a facility that is not on file may hold the role too
    out.lacks = section_lacks(view, "facilities", &view.dossier.facilities);
    let (mut least, mut most) = (Exact::zero(), out.lacks.is_empty().then(Exact::zero));
    let found = candidates(view, role.code());
    let unread = found.iter().rev().find(|candidate| cannot_be_read(&candidate.facility.overlaps));
    let unread = unread.map(|candidate| candidate.index);
    // whatever they have in common, together they have as much as the largest of them
    let mut largest = Exact::zero();
    for candidate in &found {
        // an area in common with a later one of the sum is taken off there
        let taken_off = |other: usize| later(&found, candidate, other).map_or(Truth::No, |later| later.case.truth);
        let mut part = one(view, role, (candidate.index, candidate.facility), &taken_off);
        let sure = candidate.case.lacks.is_empty();
        if !view.reads("R19", "areas-exclude")
            && let Value::Number { least, most } = &mut part.value
        {
            if sure {
                largest = largest.max(least.clone());
            }
            let (surely, at_most) = twice(view, &found, candidate, unread);
            if at_most.as_ref() != Some(&surely) {
                part.lacks.push(facility_lack(candidate.index, "overlaps"));
            }
            *least = at_most.map_or_else(Exact::zero, |at_most| not_below_zero(least.minus(&at_most)));
            *most = most.take().map(|most| not_below_zero(most.minus(&surely)));
        }
        match part.value {
            Value::Number { least: part_least, most: part_most } => {
                if sure {
                    least = least.plus(&part_least);
                }
                most = most.zip(part_most).map(|(sum, part)| sum.plus(&part));
            }
            _ if sure => return part,
            _ => most = None,
        }
        out.evidence.extend(part.evidence);
        out.lacks.extend(part.lacks);
        out.lacks.extend(candidate.case.lacks.clone());
        out.notes.extend(part.notes);
        out.provisional |= part.provisional;
        out.exemption = match (out.exemption, part.exemption) {
            (Some(Exempted::Lacking(_)), Some(Exempted::Complete(pointer))) => Some(Exempted::Complete(pointer)),
            (first, part) => first.or(part),
        };
    }
    out.value = Value::Number { least: least.max(largest), most };
    out
}

fn not_below_zero(area: Exact) -> Exact {
    if area.is_negative() { Exact::zero() } else { area }
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::{LackKind, NoteKind};
    use crate::assess::measure::testing::{TWO_CENTRES as TWO, measure, readings};
    use crate::assess::measured::Exempted;

    const DIGEST: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    #[test]
    fn the_dedicated_area_of_the_first_candidate_is_measured() {
        assert_eq!(measure("facility-floor-area", &[("of", "logistics")], TWO, &[]).to_string(), "600");
    }

    #[test]
    fn areas_add_up_only_where_it_is_read_so() {
        let of = [("of", "public_service")];
        assert_eq!(measure("facility-floor-area", &of, TWO, &[]).to_string(), "900");
        assert_eq!(
            measure("facility-floor-area", &of, TWO, &readings("R13", "areas-add-up")).to_string(),
            "1050..1100"
        );
        assert_eq!(measure("facility-floor-area", &of, TWO, &readings("R19", "areas-exclude")).to_string(), "850");
    }

    #[test]
    fn a_role_filed_twice_in_one_facility_gives_the_larger_area_for_sure() {
        let twice = TWO.replace(
            r#"[{"role":"public_service","area":900}]"#,
            r#"[{"role":"public_service","area":900},{"role":"public_service","area":300}]"#,
        );
        let answer = measure("facility-floor-area", &[("of", "public_service")], &twice, &[]);
        assert_eq!(answer.to_string(), "900..1200");
        assert_eq!(answer.0.lacks[0].kind, LackKind::RoleTwice);
        // and no more than the building has
        let small = twice.replace("4000", "1000");
        assert_eq!(measure("facility-floor-area", &[("of", "public_service")], &small, &[]).to_string(), "900..1000");
        let smaller = twice.replace("4000", "800");
        let answer = measure("facility-floor-area", &[("of", "public_service")], &smaller, &[]);
        assert_eq!(answer.to_string(), "800..1200");
        assert!(answer.0.lacks.iter().any(|lack| lack.kind == LackKind::Conflict));
    }

    #[test]
    fn an_exemption_that_does_not_say_for_which_role_may_be_for_this_one() {
        let with = |exemptions: &str| {
            let text = TWO.replace(r#""id":"F2","#, &format!(r#""id":"F2","exemptions":[{exemptions}],"#));
            measure("facility-floor-area", &[("of", "logistics")], &text, &[]).0.exemption
        };
        let whole = r#""reason":"x","approved_by":"y","approved":"2023-07-01","document":"D1""#;
        assert!(matches!(with(&format!("{{{whole}}}")), Some(Exempted::Lacking(_))));
        assert!(matches!(with("7"), Some(Exempted::Lacking(_))));
        assert_eq!(with(&format!(r#"{{"role":"other",{whole}}}"#)), None);
    }

    #[test]
    fn roles_that_have_more_than_their_building_overlap() {
        let one = |area: &str, roles: &str| {
            format!(
                r#"{{"schema_version":1,"as_of":"2023-12-31","facilities":{{"complete":true,"items":[
                {{"id":"F1","opened":"2023","floor_area":{area},"roles":[{roles}]}}]}}}}"#
            )
        };
        let three = r#"{"role":"public_service","area":1000},{"role":"training_incubation","area":900},{"role":"logistics","area":200}"#;
        let (of, exclude) = ([("of", "public_service")], readings("R19", "areas-exclude"));
        assert_eq!(measure("facility-floor-area", &of, &one("2100", three), &exclude).to_string(), "1000");
        assert!(measure("facility-floor-area", &of, &one("2100", three), &[]).0.notes.is_empty());
        let shared = measure("facility-floor-area", &of, &one("1000", three), &[]);
        assert_eq!((shared.to_string().as_str(), shared.0.notes[0].kind), ("1000", NoteKind::Overlap));
        assert_eq!(measure("facility-floor-area", &of, &one("1000", three), &exclude).to_string(), "0..100");
        // training may share with the base for cross-border trade in any case
        let two = r#"{"role":"training_incubation","area":150},{"role":"cross_border_base","area":150}"#;
        let training = [("of", "training_incubation")];
        assert_eq!(measure("facility-floor-area", &training, &one("200", two), &exclude).to_string(), "150");
    }

    #[test]
    fn areas_that_overlap_add_up_once() {
        let text = TWO.replace(r#",{"role":"logistics","area":600}"#, "");
        let adding = readings("R13", "areas-add-up");
        assert_eq!(measure("facility-floor-area", &[("of", "public_service")], &text, &adding).to_string(), "1050");
    }

    #[test]
    fn nothing_bounds_the_sum_while_facilities_may_be_missing() {
        let open = TWO.replace("true,\"items\"", "false,\"items\"");
        let adding = readings("R13", "areas-add-up");
        assert_eq!(measure("facility-floor-area", &[("of", "public_service")], &open, &adding).to_string(), "1050..");
    }

    #[test]
    fn an_area_that_is_not_known_bounds_from_below() {
        let text = TWO.replace("\"area\":900", "\"area\":{\"missing\":\"not_collected\"}");
        assert_eq!(measure("facility-floor-area", &[("of", "public_service")], &text, &[]).to_string(), "0..");
    }

    #[test]
    fn an_exemption_needs_its_document_on_file() {
        let exempted = |reference: &str| {
            let text = TWO.replacen(
                r#""floor_area":4000,"#,
                &format!(
                    r#""floor_area":4000,"exemptions":[{{"role":"public_service","reason":"r","approved_by":"b",
                    "approved":"2023-05-01","document":"{reference}"}}],"#
                ),
                1,
            );
            let text = text.replace(
                r#""as_of":"2023-12-31","#,
                &format!(
                    r#""as_of":"2023-12-31","documents":{{"items":[{{"id":"D1","title":"t","digest":"{DIGEST}"}},
                    {{"id":"D2","title":"t"}},{{"id":"D3","title":"t","issued":"2024-01-01","digest":"{DIGEST}"}}]}},"#
                ),
            );
            measure("facility-floor-area", &[("of", "public_service")], &text, &[]).0.exemption
        };
        let pointer = "/facilities/items/0/exemptions/0";
        assert_eq!(exempted("D1"), Some(Exempted::Complete(pointer.to_owned())));
        // not there, without a digest, issued after the as-of date
        for reference in ["D9", "D2", "D3"] {
            let Some(Exempted::Lacking(lack)) = exempted(reference) else { panic!("{reference}") };
            assert_eq!((lack.kind, lack.pointer.as_str()), (LackKind::Exemption, pointer), "{reference}");
        }
    }

    #[test]
    fn a_complete_exemption_counts_in_a_sum_whichever_comes_first() {
        let text = TWO
            .replacen(r#""floor_area":4000,"#, r#""exemptions":[{"role":"public_service","reason":"r"}],"#, 1)
            .replacen(
                r#"{"id":"F2","#,
                r#"{"id":"F2","exemptions":[{"role":"public_service","reason":"r","approved_by":"b",
                "approved":"2023-05-01","document":"D1"}],"#,
                1,
            )
            .replace(
                r#""as_of":"2023-12-31","#,
                &format!(
                    r#""as_of":"2023-12-31","documents":{{"items":[{{"id":"D1","title":"t","digest":"{DIGEST}"}}]}},"#
                ),
            );
        let both = readings("R13", "areas-add-up");
        let measured = measure("facility-floor-area", &[("of", "public_service")], &text, &both).0;
        assert_eq!(measured.exemption, Some(Exempted::Complete("/facilities/items/1/exemptions/0".to_owned())));
    }

    #[test]
    fn nothing_is_there_where_no_facility_holds_the_role() {
        assert_eq!(measure("facility-floor-area", &[("of", "display_experience")], TWO, &[]).to_string(), "0");
    }
}
