//! Training sessions with their attendance lists, and one file a trainee.

use eken_core::json::Tree;

use crate::chance::Chance;
use crate::codes::{masked_resident_id, whole_resident_id};
use crate::draft::Draft;
use crate::part::entity::entity_id;
use crate::spec::ResidentIds;
use crate::tables::{GROUPS, TOPICS};
use crate::write::object;

/// Persons of one session.
const SEATS: i64 = 50;
/// Sessions on cross-border trade: person-times enough for the county's target.
const ABROAD: usize = 4;

/// The sessions that give the person-times asked for. In a small dossier the same fifty come every time.
pub(crate) fn training(draft: &mut Draft<'_>) {
    let mut chance = draft.chance("training");
    let mut left = draft.goals.person_times;
    let persons = if draft.rich { 150 } else { 50 };
    let mut first_day = vec![None; persons];
    let mut number = 0usize;
    while left > 0 {
        let seats = usize::try_from(left.min(SEATS)).unwrap_or_default();
        left = left.saturating_sub(SEATS);
        // in a large dossier everyone comes once before the choice is free
        let who: Vec<usize> = match number.saturating_add(1).saturating_mul(50) {
            most if most <= persons => (most.saturating_sub(50)..most).take(seats).collect(),
            _ => chance.some(persons, seats),
        };
        let step = u64::try_from(number).unwrap_or_default();
        let date = draft.day(
            step.checked_rem(8).unwrap_or_default().saturating_add(4),
            step.saturating_mul(2).saturating_add(3).min(28),
        );
        for person in &who {
            let first: Option<&mut Option<String>> = first_day.get_mut(*person);
            if let Some(first) = first
                && first.as_ref().is_none_or(|day| *day > date)
            {
                *first = Some(date.clone());
            }
        }
        let list = who.iter().map(|person| trainee_id(*person)).collect();
        session(draft, number < ABROAD, date, list);
        number = number.saturating_add(1);
    }
    for (person, opened) in first_day.into_iter().enumerate() {
        if let Some(opened) = opened {
            trainee(draft, person, opened, &mut chance);
        }
    }
}

/// A session more for persons who come to it alone.
pub(crate) fn one_session_more(draft: &mut Draft<'_>, chance: &mut Chance) {
    let date = draft.day(chance.whole(5, 11), chance.whole(1, 28));
    let first = draft.count("trainees");
    let persons = first..first.saturating_add(usize::try_from(chance.whole(18, 45)).unwrap_or_default());
    session(draft, chance.percent(20), date.clone(), persons.clone().map(trainee_id).collect());
    for person in persons {
        trainee(draft, person, date.clone(), chance);
    }
}

fn trainee_id(person: usize) -> String {
    format!("T{:04}", person.saturating_add(1))
}

fn session(draft: &mut Draft<'_>, abroad: bool, date: String, list: Vec<String>) {
    let number = draft.count("sessions");
    let place = number.checked_rem(TOPICS.len().saturating_sub(1)).unwrap_or_default().saturating_add(1);
    let (topic, title) = TOPICS.get(if abroad { 0 } else { place }).copied().unwrap_or_default();
    let item = object! {
        "id": format!("S{:03}", number.saturating_add(1)),
        "topic": topic,
        "title": format!("{title}（第{}期）", number.saturating_add(1)),
        "cross_border": abroad,
        "date": date,
        "starts": "09:00",
        "ends": "17:00",
        "hours": 6u64,
        "facility": "F2",
        "head_count": list.len(),
        "attendance": list,
    };
    draft.put("sessions", item);
}

fn trainee(draft: &mut Draft<'_>, person: usize, opened: String, chance: &mut Chance) {
    let serial = u64::try_from(person).unwrap_or_default();
    let resident_id = match draft.spec.resident_ids {
        ResidentIds::None => None,
        ResidentIds::Masked => masked_resident_id(serial.saturating_add(1), chance).filter(|_| draft.rich),
        ResidentIds::Full => Some(whole_resident_id(serial)),
    };
    let group = GROUPS.get(person.checked_rem(GROUPS.len()).unwrap_or_default()).copied().unwrap_or_default();
    let near = person.is_multiple_of(2);
    let employed = matches!(group, "enterprise_staff" | "cooperative_member" | "sole_trader");
    let entity = (draft.rich && employed && !draft.traders.is_empty())
        .then(|| entity_id(chance.place(draft.traders.len()).saturating_add(1)));
    let others = &draft.county.others;
    let township = if near { draft.county.hosts.get(chance.place(2)) } else { others.get(chance.place(others.len())) };
    let kind = chance.one(&["visit", "visit", "shop_opening", "employment", "guidance"]);
    let follow_up: Tree = object! { "date": draft.day(12, chance.whole(1, 28)), "kind": kind };
    let item = object! {
        "id": trainee_id(person),
        "resident_id": resident_id,
        "groups": [group],
        "origin": if near { "e_town" } else { "surrounding_villages" },
        "township": township.filter(|_| draft.rich).map(String::as_str),
        "entity": entity,
        "opened": opened,
        "follow_up": [follow_up],
    };
    draft.put("trainees", item);
}
