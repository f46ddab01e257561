//! Small pieces that many rooms of the page write: the badge of a verdict, clauses, the anchor of a standing.

use super::markup::Markup;
use crate::assess::Verdict;
use crate::report::source::Source;
use crate::report::style::mark;
use crate::words::Lang;

/// The badge of a verdict: its colour, its mark and its word.
pub(super) fn badge(markup: &mut Markup, verdict: Verdict, lang: Lang) {
    markup.tag("span", &[("class", &format!("badge {}", verdict.code()))], |markup| {
        markup.tag("span", &[("class", "sign"), ("aria-hidden", "true")], |markup| markup.text(mark(verdict)));
        markup.text(" ");
        markup.text(verdict.label().get(lang));
    });
}

/// Clauses in a line, none of which breaks within.
pub(super) fn clauses(markup: &mut Markup, clauses: &[String], joint: &str) {
    for (nth, clause) in clauses.iter().enumerate() {
        if nth > 0 {
            markup.text(joint);
        }
        markup.leaf("span", "clause", clause);
    }
}

/// The anchor of a standing. Ids come from the plan, which may be the user's.
pub(super) fn anchor(source: &Source<'_>, id: &str) -> String {
    let at = source.standings().position(|standing| standing.id == id).unwrap_or_default();
    format!("item-{}", at.saturating_add(1))
}
