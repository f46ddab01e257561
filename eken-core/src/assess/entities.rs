//! Market entities: what role they hold, and whether they are there.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::lack::{Lack, LackKind};
use super::measured::{Case, Tally, field_lack};
use super::repeated::Repeated;
use super::stock::start_lack;
use super::truth::Truth;
use super::view::{View, holds};
use crate::model::kind::Maybe;
use crate::model::{EntityRole, HeldRole, MarketEntity};
use crate::quantity::PartialDate;

const SECTION: &str = "entities";

/// The roles that make an entity one of a kind: who leads in a trade is in it, and who trades across the border trades online.
pub(super) const fn roles_of(kind: EntityRole) -> &'static [EntityRole] {
    use EntityRole::{
        CrossBorder, ECommerce, LeadingCrossBorder, LeadingECommerce, Logistics, Other, Production, Service,
    };
    match kind {
        ECommerce => &[ECommerce, LeadingECommerce, CrossBorder, LeadingCrossBorder],
        CrossBorder => &[CrossBorder, LeadingCrossBorder],
        LeadingECommerce => &[LeadingECommerce],
        LeadingCrossBorder => &[LeadingCrossBorder],
        Service => &[Service],
        Logistics => &[Logistics],
        Production => &[Production],
        Other => &[Other],
    }
}

/// Whether an entity holds one of the roles, by a test of each role held that matches.
pub(super) fn holding(
    index: usize,
    entity: &MarketEntity,
    roles: &[EntityRole],
    test: impl Fn(usize, &HeldRole) -> Case,
) -> Case {
    let unread = !entity.roles.is_whole() || entity.roles.items().iter().any(|held| held.role.get().is_none());
    let start = if unread { Case::unknown(field_lack(SECTION, index, "roles")) } else { Case::no() };
    entity
        .roles
        .iter()
        .filter(|(_, held)| held.role.get().is_some_and(|role| roles.contains(&role)))
        .fold(start, |found, (place, held)| found.or(test(place, held)))
}

/// Whether a role is held by the as-of date; a role that does not say since when is.
pub(super) fn held_by_now(view: &View<'_>, index: usize, place: usize, held: &HeldRole) -> Case {
    let truth =
        if held.since.is_absent() || held.since.is_not_applicable() { Truth::Yes } else { view.happened(&held.since) };
    Case::yes().and(truth, || role_lack(index, place, "since"))
}

/// The lack of a field of a role.
pub(super) fn role_lack(index: usize, place: usize, field: &'static str) -> Lack {
    Lack::new(LackKind::Field, format!("/{SECTION}/items/{index}/roles/{place}/{field}"), vec![("field", field.into())])
}

/// A count over the entities; those of one credit code may be one, whatever their identifiers.
pub(super) fn tally(view: &View<'_>) -> Tally {
    let entities = &view.dossier.entities;
    let repeated = view.index.entities.get_or_init(|| {
        let mut by_code: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, entity) in entities.iter() {
            // a code that fails its check says no less that two records are of one entity
            if let Some(code) = entity.code.known().map(|code| code.as_str().trim()).filter(|code| code.len() > 1) {
                by_code.entry(code).or_default().push(index);
            }
        }
        Rc::new(Repeated::of(entities).joined(by_code.into_values().filter(|records| records.len() > 1)))
    });
    Tally::grouped(view, SECTION, entities, Rc::clone(repeated))
}

/// Whether an entity lies in the e-town.
pub(super) fn in_town(index: usize, entity: &MarketEntity) -> Case {
    Case::yes().field(holds(&entity.territory, |at| at.is_in_town()), SECTION, index, "territory")
}

/// Whether an entity is there: registered, moved in where it says that it did, neither deregistered nor moved out.
pub(super) fn present(view: &View<'_>, index: usize, entity: &MarketEntity) -> Case {
    begun(view, index, entity).field(view.ended(&entity.deregistered).not(), SECTION, index, "deregistered").field(
        view.ended(&entity.moved_out).not(),
        SECTION,
        index,
        "moved_out",
    )
}

/// Whether an entity belongs to the stock under reading R27. Under `since-start` it was registered or moved in since the
/// programme began, or has held its role since a day after that: fostered or brought in, either will do.
pub(super) fn in_force(view: &View<'_>, index: usize, entity: &MarketEntity, role: &Maybe<PartialDate>) -> Case {
    let present = present(view, index, entity);
    if !view.reads("R27", "since-start") {
        return present;
    }
    let (field, date) = arrival(entity);
    let fostered = if role.is_absent() || role.is_not_applicable() { Truth::No } else { view.since_start(role) };
    present.and(view.since_start(date).or(fostered), || start_lack(view, || field_lack(SECTION, index, field)))
}

fn begun(view: &View<'_>, index: usize, entity: &MarketEntity) -> Case {
    let (field, date) = arrival(entity);
    Case::yes().field(view.happened(&entity.registered), SECTION, index, "registered").field(
        view.happened(date),
        SECTION,
        index,
        field,
    )
}

/// The date since which the entity is in the e-town.
fn arrival(entity: &MarketEntity) -> (&'static str, &Maybe<PartialDate>) {
    if entity.moved_in.is_absent() || entity.moved_in.is_not_applicable() {
        ("registered", &entity.registered)
    } else {
        ("moved_in", &entity.moved_in)
    }
}
