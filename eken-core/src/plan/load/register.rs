//! The registers of a plan: documents, tiers, groups, departments, phases, the leading group, readings, clauses.

use crate::plan::load::Loader;
use crate::plan::source::{KEEP_ONE, Node, kind};
use crate::plan::{
    Clause, ClauseClass, Department, Document, Group, LeadingGroup, Month, Phase, Reading, ReadingOption, Seat,
    SeatRole, Span, Tier,
};
use crate::words::{Words, said};

/// The text at a key; empty where the structure is at fault, which is reported elsewhere.
pub(super) fn text(node: &Node, key: &str) -> String {
    node.text_at(key).unwrap_or_default().to_owned()
}

/// A list of texts at a key.
pub(super) fn texts(node: &Node, key: &str) -> Vec<String> {
    node.list(key).iter().filter_map(Node::text).map(str::to_owned).collect()
}

/// Words in both languages.
pub(super) fn words(node: Option<&Node>) -> Words {
    node.map(|node| Words::new(text(node, "zh"), text(node, "en"))).unwrap_or_default()
}

pub(super) fn document(node: &Node) -> Document {
    Document {
        number: text(node, "number"),
        issuer: words(node.get("issuer")),
        date: node.text_at("date").map(str::to_owned),
        inferred: node.flag("inferred"),
        note: node.get("note").map(|note| words(Some(note))),
    }
}

pub(super) fn tier(node: &Node) -> Tier {
    Tier { id: text(node, "id"), label: words(node.get("label")) }
}

pub(super) fn group(node: &Node) -> Group {
    Group { id: text(node, "id"), title: words(node.get("title")) }
}

fn month(node: &Node, key: &str) -> Month {
    let read = |text: &str| {
        let (year, month) = text.split_once('-')?;
        Some(Month { year: year.parse().ok()?, month: month.parse().ok()? })
    };
    node.text_at(key).and_then(read).unwrap_or(Month { year: 0, month: 1 })
}

impl Loader<'_> {
    /// Clause ids at a key, each known.
    pub(super) fn cited(&mut self, node: &Node, key: &str) -> Vec<String> {
        for item in node.list(key) {
            if let Some(id) = item.text() {
                self.names.clauses.expect(id, item.place, &mut self.faults);
            }
        }
        texts(node, key)
    }

    pub(super) fn department(&mut self, node: &Node) -> Department {
        Department {
            id: text(node, "id"),
            label: words(node.get("label")),
            cites: self.cited(node, "cites"),
            inferred: node.flag("inferred"),
        }
    }

    pub(super) fn phase(&mut self, node: &Node) -> Phase {
        let (from, until) = (month(node, "from"), month(node, "until"));
        if let (true, Some(end)) = (until < from, node.get("until")) {
            let message = said!("阶段的结束早于开始", "the phase ends before it begins");
            self.faults.add(end.place, message, said!("核对 from 和 until", "check from and until"));
        }
        let clauses = self.cited(node, "clauses");
        Phase { id: text(node, "id"), label: words(node.get("label")), from, until, clauses }
    }

    pub(super) fn leading_group(&mut self, node: &Node) -> LeadingGroup {
        let mut seats = Vec::new();
        for seat in node.list("seat") {
            let department = seat.get("department").and_then(|id| Some((id.text()?.to_owned(), id.place)));
            if let Some((id, place)) = &department {
                self.names.departments.expect(id, *place, &mut self.faults);
            }
            let role = seat.text_at("role").and_then(SeatRole::from_code).unwrap_or(SeatRole::Member);
            seats.push(Seat { role, post: words(seat.get("post")), department: department.map(|(id, _)| id) });
        }
        LeadingGroup { clauses: self.cited(node, "clauses"), seats }
    }

    pub(super) fn reading(&mut self, node: &Node) -> Reading {
        let id = text(node, "id");
        let mut options: Vec<ReadingOption> = Vec::new();
        for option in node.list("option") {
            let made = ReadingOption { id: text(option, "id"), label: words(Some(option)) };
            if options.iter().any(|each| each.id == made.id) {
                let place = option.get("id").map_or(option.place, |id| id.place);
                let twice = said!("读法选项“{id}”写了两次", "option {id:?} is written twice", id = &made.id);
                self.faults.add(place, twice, KEEP_ONE);
            }
            options.push(made);
        }
        if let Some(default) = node.get("default") {
            let name = default.text().unwrap_or_default();
            if !name.is_empty() && !options.iter().any(|option| option.id == name) {
                self.faults.unknown(
                    default.place,
                    kind("option"),
                    name,
                    options.iter().map(|option| option.id.as_str()),
                );
            }
        }
        let clauses = self.cited(node, "clauses");
        Reading { id, point: words(node.get("point")), clauses, default: text(node, "default"), options }
    }

    pub(super) fn clause(&mut self, node: &Node, source: Option<&str>) -> Clause {
        let stated = |key: &str| node.text_at(key).map(str::to_owned);
        let span = node.text_at("span").and_then(Span::parse);
        if let (Some(written), None) = (node.get("span"), span)
            && written.text().is_some()
        {
            let message = said!("位置的结束早于开始", "the span ends before it begins");
            self.faults.add(
                written.place,
                message,
                said!("先写开始，再写结束，如 48-50", "write the beginning first, as in 48-50"),
            );
        }
        if let (Some(digest), None) = (node.get("digest"), node.get("span")) {
            self.faults.add(
                digest.place,
                said!("有摘要而没有位置", "a digest without the span that it is of"),
                said!("补上 span", "write the span too"),
            );
        }
        if let Some(document) = node.get("document")
            && let Some(number) = document.text()
        {
            self.names.documents.expect(number, document.place, &mut self.faults);
        }
        Clause {
            id: text(node, "id"),
            class: node.text_at("class").and_then(ClauseClass::from_code).unwrap_or(ClauseClass::NonNormative),
            document: stated("document").or_else(|| source.map(str::to_owned)),
            span,
            digest: stated("digest"),
            note: stated("note"),
            rule: stated("rule"),
        }
    }
}
