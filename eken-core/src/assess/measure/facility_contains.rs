//! `facility-contains`: rooms of a kind that belong to the facility that holds a role.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::registry::{Measure, MeasureParam, ROLES, Run, ValueKind};
use crate::assess::candidates::{candidates, facility_lack, holds_role};
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::{Case, Measured, record_pointer};
use crate::assess::sum::{Part, Sum};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::kind::{Code, Maybe};
use crate::model::{Facility, FacilityRole};
use crate::plan::Params;
use crate::quantity::{Exact, Quantity};
use crate::words::Label;

pub(super) static FACILITY_CONTAINS: Measure = Measure {
    id: "facility-contains",
    label: Label::new("设施内的专门用房", "rooms of a facility"),
    about: Label::new(
        "位于该设施内、正式划归它或由它自身承担的某类用房间数，按评估时点在用的设施计，未写间数的计一间；读法 R18 可改为镇内任何地方",
        "rooms of a kind that lie inside the facility, are formally assigned to it or are a role of its own, in use at the \
         as-of date; one room where no number is given. R18 may take rooms anywhere in the e-town",
    ),
    params: &[
        MeasureParam {
            name: "of",
            label: Label::new("设施功能", "role of the facility"),
            required: true,
            values: ROLES,
        },
        MeasureParam {
            name: "room",
            label: Label::new("用房功能", "role of the rooms"),
            required: true,
            values: &["big_data_centre", "main_live_room"],
        },
    ],
    readings: &["R13", "R18"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Facility(run),
};

fn run(view: &View<'_>, params: &Params, at: Option<(usize, &Facility)>) -> Measured {
    let Some(room) = params.text("room").and_then(FacilityRole::from_code) else { return Measured::unknown_number() };
    let places = (!view.reads("R18", "anywhere")).then(|| Places::of(view, &targets(view, params, at)));
    let facilities = &view.index.facilities;
    let list = &view.dossier.facilities;
    let mut rooms = Sum::grouped(view, "facilities", list, Rc::clone(&facilities.repeated));
    let looked_at: Vec<(usize, &Facility, Truth)> = match &places {
        Some(places) => places.near().filter_map(|(index, here)| Some((index, facilities.at(index)?, here))).collect(),
        None => list.iter().map(|(index, facility)| (index, facility, Truth::Yes)).collect(),
    };
    for (index, facility, here) in looked_at {
        let case = Case::yes()
            .field(holds_role(facility, room), "facilities", index, "roles")
            .field(view.happened(&facility.opened), "facilities", index, "opened")
            .field(view.ended(&facility.closed).not(), "facilities", index, "closed")
            .and(here, || facility_lack(index, if facility.inside.is_stated() { "inside" } else { "assigned_to" }));
        rooms.add(index, case, count(index, facility, room));
    }
    rooms.finish()
}

/// The facilities whose rooms count, and whether each is in question.
fn targets(view: &View<'_>, params: &Params, at: Option<(usize, &Facility)>) -> Vec<(usize, Truth)> {
    if view.reads("R13", "areas-add-up") {
        let role = params.text("of").unwrap_or_default();
        return candidates(view, role).into_iter().map(|found| (found.index, found.case.truth)).collect();
    }
    at.map(|(index, _)| (index, Truth::Yes)).into_iter().collect()
}

/// How many rooms of the role a facility has.
fn count(index: usize, facility: &Facility, room: FacilityRole) -> Part {
    let mut part = Part::known(Exact::zero());
    for (place, held) in facility.roles.iter().filter(|(_, held)| held.role.get() == Some(room)) {
        let rooms = match &held.rooms {
            Maybe::Known(rooms) => Exact::decimal(rooms.number()),
            rooms if rooms.is_absent() || rooms.is_not_applicable() => Exact::count(1),
            _ => {
                let pointer = format!("{}/roles/{place}/rooms", record_pointer("facilities", index));
                part.lacks.push(Lack::new(LackKind::Field, pointer, vec![("field", "rooms".into())]));
                part.most = None;
                continue;
            }
        };
        part.least = part.least.plus(&rooms);
        part.most = part.most.map(|most| most.plus(&rooms));
    }
    if !facility.roles.is_whole() || facility.roles.items().iter().any(|held| held.role.get().is_none()) {
        part.lacks.push(facility_lack(index, "roles"));
        part.most = None;
    }
    part
}

/// Which facilities lie inside others or are assigned to them, however many steps away.
struct Places {
    sure: BTreeSet<usize>,
    maybe: BTreeSet<usize>,
}

impl Places {
    fn of(view: &View<'_>, targets: &[(usize, Truth)]) -> Self {
        let links = &view.index.facilities.links;
        let start = |wanted: Truth| targets.iter().filter(move |(_, truth)| *truth == wanted).map(|(index, _)| *index);
        let sure = reached(start(Truth::Yes).collect(), &links.within);
        let unsure = links.unsure.iter().copied();
        let maybe = reached(start(Truth::Unknown).chain(unsure).collect(), &links.within);
        Self { sure, maybe }
    }

    /// The facilities that lie inside, or may, in order, with whether they do.
    fn near(&self) -> impl Iterator<Item = (usize, Truth)> {
        let truth = |index: &usize| if self.sure.contains(index) { Truth::Yes } else { Truth::Unknown };
        self.sure.union(&self.maybe).map(move |index| (*index, truth(index)))
    }
}

/// Everything that lies within these, and these.
fn reached(from: Vec<usize>, within: &BTreeMap<usize, Vec<usize>>) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut next = from;
    while let Some(index) = next.pop() {
        if found.insert(index) {
            next.extend(within.get(&index).into_iter().flatten());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure, readings};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31","facilities":{"complete":true,"items":[
        {"id":"F1","opened":"2023","roles":[{"role":"public_service","area":1200},{"role":"big_data_centre"}]},
        {"id":"F2","opened":"2023","inside":"F3","roles":[{"role":"main_live_room","rooms":2}]},
        {"id":"F3","opened":"2023","assigned_to":"F1","roles":[{"role":"other"}]},
        {"id":"F4","opened":"2023","roles":[{"role":"main_live_room","rooms":5}]},
        {"id":"F5","opened":"2024","inside":"F1","roles":[{"role":"main_live_room"}]},
        {"id":"F6","opened":"2023","closed":"2023-06","inside":"F1","roles":[{"role":"main_live_room"}]}]}}"#;

    fn live(text: &str, readings: &[(&str, &str)]) -> Answer {
        measure("facility-contains", &[("of", "public_service"), ("room", "main_live_room")], text, readings)
    }

    #[test]
    fn rooms_inside_or_assigned_count_however_deep_they_lie() {
        let answer = live(TOWN, &[]);
        assert_eq!(answer.to_string(), "2");
        assert_eq!(answer.0.evidence, ["/facilities/items/1"]);
    }

    #[test]
    fn a_role_of_the_centre_itself_is_one_room_where_no_number_is_given() {
        let data = [("of", "public_service"), ("room", "big_data_centre")];
        assert_eq!(measure("facility-contains", &data, TOWN, &[]).to_string(), "1");
    }

    #[test]
    fn rooms_anywhere_count_where_it_is_read_so() {
        assert_eq!(live(TOWN, &readings("R18", "anywhere")).to_string(), "7");
    }

    #[test]
    fn rooms_of_every_service_centre_count_where_areas_add_up() {
        let two = TOWN.replace(
            r#""F4","opened":"2023","roles":["#,
            r#""F4","opened":"2023","roles":[{"role":"public_service"},"#,
        );
        assert_eq!(live(&two, &[]).to_string(), "2");
        assert_eq!(live(&two, &readings("R13", "areas-add-up")).to_string(), "7");
    }

    #[test]
    fn a_link_that_leads_nowhere_may_lead_into_the_centre() {
        let text = TOWN.replace(r#""inside":"F3""#, r#""inside":"F9""#);
        let answer = live(&text, &[]);
        assert_eq!(answer.to_string(), "0..2");
        assert_eq!(answer.0.lacks[0].pointer, "/facilities/items/1/inside");
    }

    #[test]
    fn facilities_inside_each_other_are_inside_no_other() {
        let text = TOWN.replace(r#""assigned_to":"F1""#, r#""assigned_to":"F2""#);
        assert_eq!(live(&text, &[]).to_string(), "0");
    }

    #[test]
    fn what_is_missing_leaves_bounds() {
        let rooms = TOWN.replace(r#""rooms":2"#, r#""rooms":{"missing":"not_collected"}"#);
        assert_eq!(live(&rooms, &[]).to_string(), "0..");
        let opened = TOWN.replace(r#""F2","opened":"2023""#, r#""F2""#);
        assert_eq!(live(&opened, &[]).to_string(), "0..2");
        let open = TOWN.replace("true,\"items\"", "false,\"items\"");
        assert_eq!(live(&open, &[]).to_string(), "2..");
    }

    #[test]
    fn rooms_whose_number_does_not_apply_are_one_room() {
        let text = TOWN.replace(r#""rooms":2"#, r#""rooms":{"missing":"not_applicable"}"#);
        assert_eq!(live(&text, &[]).to_string(), "1");
    }

    #[test]
    fn what_has_to_be_told_of_a_room_is_the_link_that_it_states() {
        let assigned = TOWN.replace(r#""inside":"F3""#, r#""assigned_to":"F9""#);
        let answer = live(&assigned, &[]);
        assert_eq!(answer.to_string(), "0..2");
        assert_eq!(answer.0.lacks[0].pointer, "/facilities/items/1/assigned_to");
        // sure of one, in question of the other
        let other = assigned.replace(r#"{"id":"F5","opened":"2024""#, r#"{"id":"F5","opened":"2023""#);
        assert_eq!(live(&other, &[]).to_string(), "1..3");
    }
}
