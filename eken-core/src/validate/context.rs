//! What a rule sees: the facts, the law, and an index over identifiers made in one walk.

use std::collections::BTreeMap;

use crate::model::Dossier;
use crate::model::kind::{Leaf, Step, Value, Walker};
use crate::plan::Plan;
use crate::quantity::PartialDate;

/// A reference met in the dossier.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Pointer of the reference.
    pub pointer: String,
    /// Section it leads to.
    pub section: &'static str,
    /// Identifier it names.
    pub id: String,
}

/// The facts and the law, indexed.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The plan.
    pub plan: &'a Plan,
    /// Pointers of the records of each section, by identifier.
    pub ids: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Every reference.
    pub references: Vec<Reference>,
    /// Every date with its pointer, days and partial dates alike.
    pub dates: Vec<(String, PartialDate)>,
}

impl<'a> Context<'a> {
    pub(super) fn new(dossier: &'a Dossier, plan: &'a Plan) -> Self {
        let mut index = Index::default();
        dossier.walk(&Step::Root, &mut index);
        Self { dossier, plan, ids: index.ids, references: index.references, dates: index.dates }
    }

    /// Whether a section was given, and whether it is complete: a section that says nothing counts as complete here, so that
    /// a reference into it can be checked; one that says it is incomplete, or has refused records, does not.
    pub fn section_state(&self, section: &str) -> Option<bool> {
        let tree = self.dossier.section(section)?;
        tree.given.then_some(!tree.declared_incomplete && tree.refused == 0)
    }
}

#[derive(Default)]
struct Index {
    ids: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    references: Vec<Reference>,
    dates: Vec<(String, PartialDate)>,
}

impl Walker for Index {
    fn leaf(&mut self, at: &Step<'_>, leaf: Leaf<'_>) {
        match leaf {
            Leaf::Id(id) => {
                if let Some((section, pointer)) = record_of(at) {
                    self.ids.entry(section).or_default().entry(id.to_owned()).or_default().push(pointer);
                }
            }
            Leaf::Ref(section, id) => {
                self.references.push(Reference { pointer: at.pointer(), section, id: id.to_owned() });
            }
            Leaf::Date(date) => self.dates.push((at.pointer(), PartialDate::Day(date))),
            Leaf::PartialDate(date) => self.dates.push((at.pointer(), date)),
            _ => {}
        }
    }
}

/// The section and the pointer of the record that an identifier of a section's record stands in.
fn record_of(at: &Step<'_>) -> Option<(String, String)> {
    let Step::Key(record, "id") = at else { return None };
    let Step::Index(Step::Key(Step::Key(Step::Root, section), "items"), _) = record else { return None };
    Some(((*section).to_owned(), record.pointer()))
}
