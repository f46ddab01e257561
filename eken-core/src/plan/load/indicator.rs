//! Indicators and targets, and who answers for them.

use crate::plan::load::Loader;
use crate::plan::load::register::{text, words};
use crate::plan::source::Node;
use crate::plan::{Duty, Indicator};

impl Loader<'_> {
    /// A binding indicator: its id is its number in the annex where it is one.
    pub(super) fn numbered(&mut self, node: &Node) -> Indicator {
        let made = self.indicator(node);
        Indicator { no: made.id.parse().ok(), ..made }
    }

    /// A target.
    pub(super) fn indicator(&mut self, node: &Node) -> Indicator {
        let group = node.get("group");
        if let Some(id) = group.and_then(|group| group.text()) {
            let place = group.map_or(node.place, |group| group.place);
            self.names.groups.expect(id, place, &mut self.faults);
        }
        Indicator {
            id: text(node, "id"),
            slug: text(node, "slug"),
            no: None,
            title: words(node.get("title")),
            group: node.text_at("group").map(str::to_owned),
            clauses: self.cited(node, "clauses"),
            departments: node.get("departments").map(|duty| self.duty(duty)).unwrap_or_default(),
            criteria: self.criteria(node, "all"),
        }
    }

    /// Who answers.
    pub(super) fn duty(&mut self, node: &Node) -> Duty {
        for named in node.get("lead").into_iter().chain(node.list("support")) {
            if let Some(id) = named.text() {
                self.names.departments.expect(id, named.place, &mut self.faults);
            }
        }
        Duty {
            lead: node.text_at("lead").map(str::to_owned),
            support: crate::plan::load::register::texts(node, "support"),
            inferred: node.flag("inferred"),
            unassigned: node.get("duty").is_some(),
            cites: self.cited(node, "cites"),
        }
    }
}
