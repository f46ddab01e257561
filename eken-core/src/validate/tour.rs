//! One walk over every value of a dossier, for all the rules that look at values wherever they stand.

use super::context::Context;
use super::date::after_as_of::Late;
use super::date::end_before_begin::Pairs;
use super::document::unused::Used;
use super::record::personal_number::Texts;
use super::reference::unresolved::References;
use super::rule::{Found, Skip};
use crate::json::Param;
use crate::model::kind::{Leaf, Step, Value, Walker};

/// What a rule noted on the way, to be reported when it is its turn.
#[derive(Clone, Debug)]
pub(super) enum Noted {
    /// A fault at a pointer.
    Fault(String, Vec<(&'static str, Param)>),
    /// Something that could not be looked at.
    Skipped(String, Skip),
}

impl Noted {
    /// Reports what was noted.
    pub(super) fn tell(noted: &[Self], found: &mut Found<'_>) {
        for each in noted {
            match each {
                Self::Fault(pointer, params) => found.at(pointer.as_str(), params.clone()),
                Self::Skipped(pointer, why) => found.skip(pointer.as_str(), *why),
            }
        }
    }
}

/// What the walk found, rule by rule.
#[derive(Clone, Debug)]
pub(super) struct Tour {
    /// For `date.after-as-of`.
    pub(super) late: Late,
    /// For `date.end-before-begin`.
    pub(super) ends: Vec<Noted>,
    /// For `document.unused`.
    pub(super) used: Used,
    /// For `record.personal-number`.
    pub(super) numbers: Vec<Noted>,
    /// For `reference.unresolved`.
    pub(super) references: Vec<Noted>,
}

impl Tour {
    pub(super) fn of(context: &Context<'_>) -> Self {
        let mut walk = Walk {
            late: Late::new(context),
            pairs: Pairs::default(),
            used: Used::new(context),
            texts: Texts::default(),
            references: References::new(context),
        };
        context.dossier.walk(&Step::Root, &mut walk);
        let Walk { late, pairs, used, texts, references } = walk;
        Self { late, ends: pairs.noted, used, numbers: texts.0, references: references.noted }
    }
}

/// The rules on their walk, each with what it noted so far.
struct Walk<'c, 'a> {
    late: Late,
    pairs: Pairs,
    used: Used,
    texts: Texts,
    references: References<'c, 'a>,
}

impl Walker for Walk<'_, '_> {
    fn record(&mut self, at: &Step<'_>, name: &'static str) {
        self.pairs.record(at, name);
    }

    fn leaf(&mut self, at: &Step<'_>, leaf: Leaf<'_>) {
        match leaf {
            Leaf::Date(_) | Leaf::PartialDate(_) => {
                self.late.leaf(at, leaf);
                self.pairs.leaf(at, leaf);
            }
            Leaf::Text(_) | Leaf::Id(_) => self.texts.leaf(at, leaf),
            Leaf::Ref(section, id) => {
                let number = self.references.look(at, section, id);
                if let Some(number) = number.filter(|_| section == "documents") {
                    self.used.mark(number);
                }
            }
            Leaf::Faulty => {
                self.pairs.leaf(at, leaf);
                self.used.faulty(at);
            }
            _ => {}
        }
    }
}
