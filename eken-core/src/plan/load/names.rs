//! Names: every id that a plan may refer to, gathered before anything is read.

use crate::plan::Plan;
use crate::plan::source::{Faults, Node, Place, kind};

/// The ids of one kind.
#[derive(Debug, Default)]
pub(super) struct Ids {
    kind: &'static str,
    known: Vec<String>,
}

impl Ids {
    /// Whether an id exists.
    pub fn has(&self, id: &str) -> bool {
        self.known.iter().any(|known| known == id)
    }

    /// The ids, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.known.iter().map(String::as_str)
    }

    /// Reports an id that does not exist.
    pub fn expect(&self, id: &str, place: Place, faults: &mut Faults<'_>) {
        if !self.has(id) {
            faults.unknown(place, kind(self.kind), id, self.iter());
        }
    }

    fn gather(kind: &'static str, base: Vec<&str>, root: &Node, list: &str, key: &str) -> Self {
        let removed: Vec<&str> = root
            .list("amend")
            .iter()
            .filter(|node| node.flag("remove"))
            .filter_map(|node| node.text_at(list))
            .collect();
        let own = root.list(list).iter().filter_map(|node| node.text_at(key));
        let mut known: Vec<String> = Vec::new();
        for id in base.into_iter().chain(own).filter(|id| !removed.contains(id)) {
            if !known.iter().any(|each| each == id) {
                known.push(id.to_owned());
            }
        }
        Self { kind, known }
    }
}

/// The ids of a plan, its base's among them.
pub(super) struct Names {
    pub documents: Ids,
    pub tiers: Ids,
    pub groups: Ids,
    pub departments: Ids,
    pub readings: Ids,
    pub clauses: Ids,
    pub indicators: Ids,
    options: Vec<(String, Ids)>,
}

impl Names {
    /// The names of the text and of its base, without what the text removes.
    pub fn gather(root: &Node, base: Option<&Plan>) -> Self {
        let none = Plan::default();
        let base = base.unwrap_or(&none);
        let ids = |kind: &'static str, from: Vec<&str>, list: &str, key: &str| Ids::gather(kind, from, root, list, key);
        Self {
            documents: ids(
                "document",
                base.documents.iter().map(|x| x.number.as_str()).collect(),
                "document",
                "number",
            ),
            tiers: ids("tier", base.tiers.iter().map(|x| x.id.as_str()).collect(), "tier", "id"),
            groups: ids("group", base.groups.iter().map(|x| x.id.as_str()).collect(), "group", "id"),
            departments: ids(
                "department",
                base.departments.iter().map(|x| x.id.as_str()).collect(),
                "department",
                "id",
            ),
            readings: ids("reading", base.readings.iter().map(|x| x.id.as_str()).collect(), "reading", "id"),
            clauses: ids("clause", base.clauses.iter().map(|x| x.id.as_str()).collect(), "clause", "id"),
            indicators: ids("indicator", base.indicators.iter().map(|x| x.id.as_str()).collect(), "indicator", "id"),
            options: options(root, base),
        }
    }

    /// The options of a reading.
    pub fn options(&self, reading: &str) -> Option<&Ids> {
        self.options.iter().find(|(id, _)| id == reading).map(|(_, options)| options)
    }
}

/// The options of every reading; those of the text come before those of the base that they replace.
fn options(root: &Node, base: &Plan) -> Vec<(String, Ids)> {
    let ids = |known: Vec<String>| Ids { kind: "option", known };
    let own = root.list("reading").iter().filter_map(|node| {
        let options = node.list("option").iter().filter_map(|option| option.text_at("id")).map(str::to_owned);
        Some((node.text_at("id")?.to_owned(), ids(options.collect())))
    });
    let inherited = base.readings.iter().map(|reading| {
        let options = reading.options.iter().map(|option| option.id.clone());
        (reading.id.clone(), ids(options.collect()))
    });
    own.chain(inherited).collect()
}
