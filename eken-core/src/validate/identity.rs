//! The resident ids of the trainees, each checked once for all rules.

use crate::code::{ResidentIdFault, ResidentIdForm, resident_id};
use crate::model::Dossier;
use crate::model::kind::{Maybe, Personal};
use crate::validate::place::{Row, rows};
use crate::validate::{Context, Found, Skip};

/// A resident id and what its check says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Identity<'a> {
    /// The trainee.
    pub(super) row: Row,
    /// The id as it is written.
    pub(super) id: &'a Personal,
    /// What it is, or what is wrong with it.
    pub(super) form: Result<ResidentIdForm, ResidentIdFault>,
}

impl Identity<'_> {
    /// Pointer of the id.
    pub(super) fn pointer(&self) -> String {
        self.row.at("resident_id")
    }
}

/// The resident ids of all trainees.
#[derive(Clone, Debug)]
pub(super) struct Identities<'a> {
    all: Vec<Identity<'a>>,
    /// Trainees whose id could not be read.
    unread: Vec<Row>,
}

impl<'a> Identities<'a> {
    pub(super) fn of(dossier: &'a Dossier) -> Self {
        let (mut all, mut unread) = (Vec::new(), Vec::new());
        for (row, trainee) in rows("trainees", &dossier.trainees) {
            match &trainee.resident_id {
                Maybe::Known(id) => all.push(Identity { row, id, form: resident_id::check(id.reveal()) }),
                Maybe::Faulty(_) => unread.push(row),
                _ => {}
            }
        }
        Self { all, unread }
    }
}

/// The resident ids that are written. One that cannot be read is noted as not looked at.
pub(super) fn identities<'c, 'a>(context: &'c Context<'a>, found: &mut Found<'_>) -> &'c [Identity<'a>] {
    let checked = context.identities();
    for row in &checked.unread {
        found.skip(row.at("resident_id"), Skip::Faulty);
    }
    &checked.all
}
