//! Findings gathered by kind and path, for text and HTML alike.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::report::names;
use crate::report::sentence::{self, Voice};
use crate::words::Lang;

/// Places shown of findings of one kind at one path.
pub(in crate::report) const PLACES: usize = 5;
/// Messages shown of findings of one kind at one path, where they differ.
pub(in crate::report) const MESSAGES: usize = 3;

/// Findings of one kind at one path, indices aside.
pub(in crate::report) struct Group<'a> {
    path: String,
    /// The first of them.
    pub(in crate::report) first: &'a Finding,
    /// All of them, in the order of the text.
    pub(in crate::report) findings: Vec<&'a Finding>,
}

impl<'a> Group<'a> {
    /// The path with `*` for every index; `/` for the whole dossier.
    pub(in crate::report) fn path(&self) -> &str {
        if self.path.is_empty() { "/" } else { &self.path }
    }

    /// The path in words, records aside.
    pub(in crate::report) fn near(&self, lang: Lang) -> String {
        let steps = names::steps(&self.first.pointer);
        let fields: Vec<_> = steps.into_iter().filter(|step| matches!(step, names::Step::Field(_))).collect();
        names::said(&fields, lang)
    }

    /// How many there are; empty for one.
    pub(in crate::report) fn count(&self, lang: Lang) -> String {
        match (self.findings.len(), lang) {
            (1, _) => String::new(),
            (count, Lang::Zh) => format!("，{count}处"),
            (count, Lang::En) => format!(", {count} places"),
        }
    }

    /// The messages, each with the findings that say the same.
    pub(in crate::report) fn said(&self, voice: &Voice<'_>) -> Vec<(String, Vec<&'a Finding>)> {
        let mut said: Vec<(String, Vec<&Finding>)> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for finding in &self.findings {
            let message = sentence::message(finding, voice);
            let next = said.len();
            let at = *known.entry(message.clone()).or_insert(next);
            match said.get_mut(at) {
                Some((_, places)) => places.push(finding),
                None => said.push((message, vec![finding])),
            }
        }
        said
    }

    /// The clauses and standards that the kind rests on.
    pub(in crate::report) fn clauses(&self, lang: Lang) -> String {
        let joint = if lang == Lang::Zh { "、" } else { ", " };
        self.first.spec.clauses.join(joint)
    }
}

/// Where a finding stands in the text: line and column.
pub(in crate::report) fn at(finding: &Finding) -> String {
    finding.shown_place()
}

/// How many places there are where not all are shown.
pub(in crate::report) fn places_in_all(total: usize, shown: usize, lang: Lang) -> String {
    match (total > shown, lang) {
        (true, Lang::Zh) => format!(" 等{total}处"),
        (true, Lang::En) => format!(" … {total} in all"),
        (false, _) => String::new(),
    }
}

/// How many messages of a kind are not shown.
pub(in crate::report) fn more_messages(more: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有{more}种说法相同的问题"),
        Lang::En => format!("{more} more of the kind"),
    }
}

/// How many kinds of findings are not told.
pub(in crate::report) fn more_groups(more: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有{more}种没有列在这里，用 eken check 看全"),
        Lang::En => format!("{more} more kinds are not listed here; eken check shows all"),
    }
}

/// Findings of one kind at one path, indices aside; gravest first, else in the order of the text.
pub(in crate::report) fn groups(findings: &[Finding]) -> Vec<Group<'_>> {
    let mut order: Vec<Group<'_>> = Vec::new();
    let mut known: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for finding in findings {
        let path = pattern(&finding.pointer);
        let next = order.len();
        let at = *known.entry((finding.code(), path.clone())).or_insert(next);
        match order.get_mut(at) {
            Some(group) => group.findings.push(finding),
            None => order.push(Group { path, first: finding, findings: vec![finding] }),
        }
    }
    order.sort_by_key(|group| group.first.severity);
    order
}

/// A pointer with `*` for every index.
fn pattern(pointer: &str) -> String {
    pointer
        .split('/')
        .map(|step| if !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit()) { "*" } else { step })
        .collect::<Vec<_>>()
        .join("/")
}
