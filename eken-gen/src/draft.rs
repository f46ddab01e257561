//! A dossier while it is made: its sections, the documents on file, the entities with their sales.

use std::collections::BTreeMap;

use eken_core::json::Tree;
use eken_core::model::Dossier;

use crate::chance::Chance;
use crate::county::County;
use crate::goals::Goals;
use crate::sales::Trader;
use crate::spec::Spec;
use crate::write::{Write, object};

/// Bytes from which on records carry all their fields.
const RICH: u64 = 120_000;

/// A dossier while it is made.
#[derive(Clone)]
pub(crate) struct Draft<'a> {
    pub(crate) spec: &'a Spec,
    pub(crate) goals: &'a Goals,
    pub(crate) county: &'a County,
    /// Whether records carry all their fields.
    pub(crate) rich: bool,
    town: Option<Tree>,
    organisation: Option<Tree>,
    fund_use: Option<Tree>,
    /// Market entities, whose sales are written last.
    pub(crate) traders: Vec<Trader>,
    /// Whether statistics are filed.
    pub(crate) statistics: bool,
    /// Bytes that it will have, about.
    pub(crate) bytes: u64,
    sections: BTreeMap<&'static str, Vec<Tree>>,
    names: usize,
}

/// Bytes of the head and of what stands round a section.
const HEAD_BYTES: u64 = 160;
const SECTION_BYTES: u64 = 40;

impl<'a> Draft<'a> {
    /// A dossier with nothing in it.
    pub(crate) fn new(spec: &'a Spec, goals: &'a Goals, county: &'a County) -> Self {
        Self {
            spec,
            goals,
            county,
            rich: spec.size.0 >= RICH,
            town: None,
            organisation: None,
            fund_use: None,
            traders: Vec::new(),
            statistics: false,
            bytes: HEAD_BYTES,
            sections: BTreeMap::new(),
            // where names begin, so that towns do not all have the same companies
            names: Chance::new(spec.seed, "names").place(2_000),
        }
    }

    /// Chance of a topic.
    pub(crate) fn chance(&self, topic: &str) -> Chance {
        Chance::new(self.spec.seed, topic)
    }

    /// A month of the year that the dossier is of.
    pub(crate) fn month(&self, month: u64) -> String {
        crate::day::month(self.spec.year, month)
    }

    /// A day of the year that the dossier is of.
    pub(crate) fn day(&self, month: u64, day: u64) -> String {
        crate::day::day(self.spec.year, month, day)
    }

    /// Puts a record into a section.
    pub(crate) fn put(&mut self, section: &'static str, item: Tree) {
        self.open(section);
        self.grow(&item);
        self.sections.entry(section).or_default().push(item);
    }

    /// Counts the bytes of what was added.
    pub(crate) fn grow(&mut self, item: &Tree) {
        let bytes = u64::try_from(item.to_text().len()).unwrap_or_default();
        self.bytes = self.bytes.saturating_add(bytes).saturating_add(1);
    }

    /// States a section, if only as an empty list.
    pub(crate) fn open(&mut self, section: &'static str) {
        if !self.sections.contains_key(section) {
            self.sections.insert(section, Vec::new());
            self.bytes = self.bytes.saturating_add(SECTION_BYTES);
        }
    }

    /// Sets the town.
    pub(crate) fn set_town(&mut self, town: Tree) {
        self.grow(&town);
        self.town = Some(town);
    }

    /// Sets the organisation.
    pub(crate) fn set_organisation(&mut self, organisation: Tree) {
        self.grow(&organisation);
        self.organisation = Some(organisation);
    }

    /// Sets what is declared on the use of funds.
    pub(crate) fn set_fund_use(&mut self, fund_use: Tree) {
        self.grow(&fund_use);
        self.fund_use = Some(fund_use);
    }

    /// How many records a section has.
    pub(crate) fn count(&self, section: &str) -> usize {
        self.sections.get(section).map_or(0, Vec::len)
    }

    /// The identifier of the next record of a section.
    pub(crate) fn next_id(&self, section: &str, letter: &str) -> String {
        format!("{letter}{:02}", self.count(section).saturating_add(1))
    }

    /// The next made-up name of a body or brand.
    pub(crate) fn next_name(&mut self) -> String {
        self.names = self.names.saturating_add(1);
        crate::tables::word(self.names)
    }

    /// Puts a document on file and gives its identifier.
    pub(crate) fn file(
        &mut self,
        title: &str,
        kind: &str,
        issued: String,
        issuer: &str,
        number: Option<String>,
    ) -> String {
        let id = format!("D{:03}", self.count("documents").saturating_add(1));
        let digest = Chance::new(self.spec.seed, &format!("document {id} {title}")).hex(4);
        let document = object! {
            "id": id.as_str(),
            "title": title,
            "kind": self.rich.then_some(kind),
            "number": number,
            "issuer": issuer,
            "issued": issued,
            "digest": digest,
            "location": self.rich.then(|| format!("files/{id}.pdf")),
        };
        self.put("documents", document);
        id
    }

    /// The whole as JSON, its parts in the order of the model.
    pub(crate) fn finish(mut self) -> Tree {
        let sold = crate::sales::settle(&mut self);
        if self.statistics {
            crate::part::statistics(&mut self, &sold);
        }
        let day = self.day(12, 31);
        let head = [
            ("schema_version", 1u64.tree()),
            ("id", format!("gen-{}-{}", self.county.division, self.spec.seed).tree()),
            ("as_of", day.tree()),
            ("prepared_by", self.county.bureau.as_str().tree()),
            ("town", self.town.take()),
        ];
        let mut members: Vec<(Box<str>, Tree)> =
            head.into_iter().filter_map(|(name, value)| Some((name.into(), value?))).collect();
        let mut entities: Vec<Tree> = self.traders.drain(..).map(Trader::tree).collect();
        for name in Dossier::SECTIONS {
            let items = match *name {
                "entities" if entities.is_empty() => None,
                "entities" => Some(std::mem::take(&mut entities)),
                _ => self.sections.remove(name),
            };
            if let Some(items) = items {
                members.push(((*name).into(), object! { "complete": true, "items": items }));
            }
            // what is no section stands where the model has it
            let after = match *name {
                "instruments" => self.organisation.take().map(|tree| ("organisation", tree)),
                "payments" => self.fund_use.take().map(|tree| ("fund_use", tree)),
                _ => None,
            };
            members.extend(after.map(|(name, tree)| (name.into(), tree)));
        }
        Tree::Object(members)
    }
}
