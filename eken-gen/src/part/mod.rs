//! The parts of a dossier, one file a subject.

mod brand;
mod compliance;
mod entity;
mod event;
mod evidence;
mod facility;
mod fund;
mod industry;
mod institution;
mod instrument;
mod organisation;
mod people;
mod project;
mod schedule;
mod statistic;
mod town;
mod training;

pub(crate) use brand::{brands, one_product_more, pavilions, products};
pub(crate) use compliance::compliance;
pub(crate) use entity::{entities, one_more};
pub(crate) use event::{channels, events};
pub(crate) use evidence::{disclosures, judgements};
pub(crate) use facility::facilities;
pub(crate) use fund::{appropriations, fund_use, investments, payments};
pub(crate) use industry::{chains, industries};
pub(crate) use institution::institutions;
pub(crate) use instrument::instruments;
pub(crate) use organisation::organisation;
pub(crate) use people::{contests, experts, fostered};
pub(crate) use project::{inspections, one_inspection_more, projects};
pub(crate) use schedule::phases;
pub(crate) use statistic::statistics;
pub(crate) use town::town;
pub(crate) use training::{one_session_more, training};
