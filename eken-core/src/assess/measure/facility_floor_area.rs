//! `facility-floor-area`: floor area dedicated to a role.

use std::collections::BTreeMap;

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::candidates::{candidates, facility_lack};
use crate::assess::lack::{Lack, LackKind, Note, NoteKind};
use crate::assess::measured::{Exempted, Measured, Value, record_pointer, section_lacks};
use crate::assess::on_file::on_file;
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::kind::{Code, Maybe};
use crate::model::{Facility, FacilityRole};
use crate::plan::Params;
use crate::quantity::{Exact, Quantity};
use crate::words::Label;

pub(super) static FACILITY_FLOOR_AREA: Measure = Measure {
    id: "facility-floor-area",
    label: Label::new("专用建筑面积", "dedicated floor area"),
    about: Label::new(
        "专用于该功能的建筑面积，不是整栋楼的面积；读法 R13 可改为各处相加，R19 可改为扣除重叠",
        "floor area dedicated to the role, never that of the building; R13 may add areas up, R19 may take overlaps off",
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
        Some((index, facility)) => one(view, role, index, facility),
        None => Measured::number(Exact::zero()),
    }
}

/// The area of one facility: the sum over its entries of the role, less what overlaps where areas exclude each other.
fn one(view: &View<'_>, role: FacilityRole, index: usize, facility: &Facility) -> Measured {
    let mut measured = Measured::number(Exact::zero());
    let (mut sum, mut open) = (Exact::zero(), false);
    for (place, held) in facility.roles.iter().filter(|(_, held)| held.role.get() == Some(role)) {
        let pointer = format!("{}/roles/{place}/area", record_pointer("facilities", index));
        match held.area.known() {
            Some(area) => {
                sum = sum.plus(&Exact::decimal(area.value.number()));
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
    let overlap = Overlaps::of(view, index, facility);
    let mut least = sum.clone();
    let pointer = format!("{}/overlaps", record_pointer("facilities", index));
    if view.reads("R19", "areas-exclude") {
        least = if overlap.unknown { Exact::zero() } else { sum.minus(&overlap.most) };
        sum = sum.minus(&overlap.least);
        measured.provisional |= overlap.provisional;
        if least != sum {
            measured.lacks.push(Lack::new(LackKind::Field, pointer, vec![("field", "overlaps".into())]));
        }
    } else if !overlap.most.is_zero() {
        let area = overlap.most.to_string();
        measured.notes.push(Note::new(NoteKind::Overlap, pointer, vec![("area", area.into())]));
    }
    measured.value = Value::Number { least: not_below_zero(least), most: (!open).then(|| not_below_zero(sum)) };
    measured.exemption = exemption(view, role, index, facility);
    measured
}

/// Reading R13 `areas-add-up`: the areas of every facility of the role together.
fn added_up(view: &View<'_>, role: FacilityRole) -> Measured {
    let mut out = Measured::number(Exact::zero());
    // a facility that is not on file may hold the role too
    out.lacks = section_lacks(view, "facilities", &view.dossier.facilities);
    let (mut least, mut most) = (Exact::zero(), out.lacks.is_empty().then(Exact::zero));
    for candidate in candidates(view, role.code()) {
        let part = one(view, role, candidate.index, candidate.facility);
        if let Value::Number { least: part_least, most: part_most } = part.value {
            if candidate.case.lacks.is_empty() {
                least = least.plus(&part_least);
            }
            most = most.zip(part_most).map(|(sum, part)| sum.plus(&part));
        }
        out.evidence.extend(part.evidence);
        out.lacks.extend(part.lacks);
        out.lacks.extend(candidate.case.lacks);
        out.notes.extend(part.notes);
        out.provisional |= part.provisional;
        out.exemption = out.exemption.or(part.exemption);
    }
    out.value = Value::Number { least, most };
    out
}

/// Floor area that other facilities count too.
struct Overlaps {
    least: Exact,
    most: Exact,
    /// Whether an overlap is stated whose area is not known.
    unknown: bool,
    provisional: bool,
}

impl Overlaps {
    /// Overlaps as stated by the facility or by the other one; where the two say otherwise, both are bounds.
    fn of(view: &View<'_>, index: usize, facility: &Facility) -> Self {
        let mut out = Self { least: Exact::zero(), most: Exact::zero(), unknown: false, provisional: false };
        let mut own: BTreeMap<Option<&str>, Exact> = BTreeMap::new();
        let mut theirs: BTreeMap<Option<&str>, Exact> = BTreeMap::new();
        out.read(facility, |with| Some(with), &mut own);
        let id = facility.id.known().map(|id| id.as_str());
        for (_, stated) in view.dossier.facilities.iter().filter(|(other, _)| *other != index) {
            let name = stated.id.known().map(|id| id.as_str());
            out.read(stated, |with| (with.is_some() && with == id).then_some(name), &mut theirs);
        }
        for (with, area) in &own {
            let other = with.and_then(|_| theirs.remove(with)).unwrap_or_else(|| area.clone());
            out.least = out.least.plus(&area.clone().min(other.clone()));
            out.most = out.most.plus(&area.clone().max(other));
        }
        for area in theirs.values() {
            out.least = out.least.plus(area);
            out.most = out.most.plus(area);
        }
        out
    }

    /// Adds the overlaps that one facility states, under the facility that `whose` names for them.
    fn read<'f>(
        &mut self,
        facility: &'f Facility,
        whose: impl Fn(Option<&'f str>) -> Option<Option<&'f str>>,
        areas: &mut BTreeMap<Option<&'f str>, Exact>,
    ) {
        let list = &facility.overlaps;
        self.unknown |= !list.is_absent() && !list.is_whole();
        for overlap in list.items() {
            let Some(with) = whose(overlap.with.known().map(|with| with.as_str())) else { continue };
            match overlap.area.known() {
                Some(area) => {
                    self.provisional |= area.is_provisional();
                    let sum = areas.entry(with).or_insert_with(Exact::zero);
                    *sum = sum.plus(&Exact::decimal(area.value.number()));
                }
                None => self.unknown = true,
            }
        }
    }
}

/// An exemption for the role: complete with reason, approving body, day by the as-of date and document, or lacking a part.
fn exemption(view: &View<'_>, role: FacilityRole, index: usize, facility: &Facility) -> Option<Exempted> {
    let lack = |pointer: String| Some(Exempted::Lacking(Lack::new(LackKind::Exemption, pointer, vec![])));
    let mut lacking = None;
    if !facility.exemptions.is_absent() && !facility.exemptions.is_whole() {
        // what could not be read may be the exemption
        lacking = lack(format!("{}/exemptions", record_pointer("facilities", index)));
    }
    for (place, exemption) in facility.exemptions.iter() {
        let pointer = format!("{}/exemptions/{place}", record_pointer("facilities", index));
        let other = exemption.role.get().is_some_and(|held| held != role);
        if other || matches!(exemption.approved, Maybe::Known(day) if day > view.as_of) {
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
        lacking = lack(pointer);
    }
    lacking
}

fn not_below_zero(area: Exact) -> Exact {
    if area.is_negative() { Exact::zero() } else { area }
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::LackKind;
    use crate::assess::measure::testing::{measure, readings};
    use crate::assess::measured::Exempted;

    const DIGEST: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    const TWO: &str = r#"{"schema_version":1,"as_of":"2023-12-31","facilities":{"complete":true,"items":[
        {"id":"F1","opened":"2023","floor_area":4000,"roles":[{"role":"public_service","area":900}],
         "overlaps":[{"with":"F2","area":50}]},
        {"id":"F2","opened":"2023","roles":[{"role":"public_service","area":200},{"role":"logistics","area":600}]}]}}"#;

    #[test]
    fn the_dedicated_area_of_the_first_candidate_is_measured() {
        assert_eq!(measure("facility-floor-area", &[("of", "logistics")], TWO, &[]).to_string(), "600");
    }

    #[test]
    fn areas_add_up_only_where_it_is_read_so() {
        let of = [("of", "public_service")];
        assert_eq!(measure("facility-floor-area", &of, TWO, &[]).to_string(), "900");
        assert_eq!(measure("facility-floor-area", &of, TWO, &readings("R13", "areas-add-up")).to_string(), "1100");
        assert_eq!(measure("facility-floor-area", &of, TWO, &readings("R19", "areas-exclude")).to_string(), "850");
    }

    #[test]
    fn an_overlap_counts_whichever_of_the_two_states_it() {
        let area = |own: &str, other: &str| {
            let text = format!(
                r#"{{"schema_version":1,"as_of":"2023-12-31","facilities":{{"complete":true,"items":[
                {{"id":"F1","opened":"2023","roles":[{{"role":"public_service","area":1100}}],"overlaps":[{own}]}},
                {{"id":"F2","opened":"2023","roles":[{{"role":"training_incubation","area":300}}],"overlaps":[{other}]}},
                {{"id":"F3","opened":"2023","overlaps":[{{"with":"F2","area":7}}]}}]}}}}"#
            );
            measure("facility-floor-area", &[("of", "public_service")], &text, &readings("R19", "areas-exclude"))
        };
        assert_eq!(area("", "").to_string(), "1100");
        assert_eq!(area("", r#"{"with":"F1","area":200}"#).to_string(), "900");
        assert_eq!(area(r#"{"with":"F2","area":200}"#, r#"{"with":"F1","area":200}"#).to_string(), "900");
        assert_eq!(area(r#"{"with":"F2","area":150}"#, r#"{"with":"F1","area":200}"#).to_string(), "900..950");
        assert_eq!(area("", r#"{"with":"F1"}"#).to_string(), "0..1100");
        let provisional = r#"{"with":"F2","area":{"value":50,"status":"provisional"}}"#;
        assert!(area(provisional, "").0.provisional);
    }

    #[test]
    fn nothing_bounds_the_sum_while_facilities_may_be_missing() {
        let open = TWO.replace("true,\"items\"", "false,\"items\"");
        let adding = readings("R13", "areas-add-up");
        assert_eq!(measure("facility-floor-area", &[("of", "public_service")], &open, &adding).to_string(), "1100..");
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
    fn an_exemption_that_cannot_be_read_may_be_the_one_asked_for() {
        let exempted = |list: &str| {
            let text = TWO.replacen(r#""floor_area":4000,"#, &format!(r#""floor_area":4000,"exemptions":{list},"#), 1);
            measure("facility-floor-area", &[("of", "public_service")], &text, &[]).0.exemption
        };
        for list in ["7", "[7]", r#"[{"reason":"r"}]"#] {
            assert!(matches!(exempted(list), Some(Exempted::Lacking(_))), "{list}");
        }
        assert_eq!(exempted(r#"[{"role":"logistics","reason":"r"}]"#), None);
        assert_eq!(exempted("[]"), None);
    }

    #[test]
    fn nothing_is_there_where_no_facility_holds_the_role() {
        assert_eq!(measure("facility-floor-area", &[("of", "display_experience")], TWO, &[]).to_string(), "0");
    }
}
