//! What every room of the page is written from.

use super::markup::Markup;
use super::{HtmlOptions, Rendition};
use crate::assess::{Assessment, Standing, Verdict};
use crate::json::Tree;
use crate::model::kind::Value as _;
use crate::plan::Plan;
use crate::report::explain::{FACTS, fact, more_facts};
use crate::report::lacks::places;
use crate::report::names;
use crate::report::sentence::Voice;
use crate::report::style::mark;
use crate::validate::Checked;
use crate::words::Lang;

/// Characters of a heading with a name of the dossier in it, and how many of them are the last ones.
const HEADING: usize = 80;
const TAIL: usize = 24;

/// What the page is written from.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    pub(super) assessment: &'a Assessment,
    pub(super) checked: &'a Checked,
    pub(super) plan: &'a Plan,
    pub(super) options: &'a HtmlOptions<'a>,
    pub(super) voice: Voice<'a>,
    pub(super) lang: Lang,
    /// The dossier, where its records are told by what they are called.
    dossier: Option<Tree>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(
        assessment: &'a Assessment,
        checked: &'a Checked,
        plan: &'a Plan,
        options: &'a HtmlOptions<'a>,
    ) -> Self {
        let lang = options.lang;
        let voice = Voice { lang, plan: Some(plan), with_names: false };
        let dossier = (options.rendition == Rendition::Internal).then(|| checked.dossier().tree());
        Self { assessment, checked, plan, options, voice, lang, dossier }
    }

    /// One of two texts, by language.
    pub(super) const fn pick(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    pub(super) fn is_internal(&self) -> bool {
        self.options.rendition == Rendition::Internal
    }

    /// What joins the items of a list.
    pub(super) const fn joint(&self) -> &'static str {
        self.pick("、", ", ")
    }

    /// Every standing, the indicators first.
    pub(super) fn standings(&self) -> impl Iterator<Item = &'a Standing> {
        self.assessment.indicators.iter().chain(&self.assessment.targets)
    }

    /// The anchor of a standing. Ids come from the plan, which may be the user's.
    pub(super) fn anchor(&self, id: &str) -> String {
        let at = self.standings().position(|standing| standing.id == id).unwrap_or_default();
        format!("item-{}", at.saturating_add(1))
    }

    /// Facts by their place, or in the internal rendition by what they are called and say; the first of them, then how many more.
    pub(super) fn facts(&self, pointers: &[String]) -> Vec<String> {
        let first: Vec<String> = pointers.iter().take(FACTS).cloned().collect();
        let mut told = match &self.dossier {
            Some(dossier) => first.iter().map(|pointer| fact(pointer, dossier, self.lang)).collect(),
            None => vec![places(&first, self.lang)],
        };
        told.retain(|text| !text.is_empty());
        let more = pointers.len().saturating_sub(first.len());
        if more > 0 {
            told.push(more_facts(more, self.lang));
        }
        told
    }

    /// The record that a pointer leads into, in the internal rendition: what it is called and says.
    pub(super) fn record(&self, pointer: &str) -> Option<String> {
        let dossier = self.dossier.as_ref()?;
        let mut end = 0usize;
        for step in pointer.split('/') {
            end = end.saturating_add(step.len());
            if !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit()) {
                return pointer
                    .get(..end)
                    .map(|record| fact(record, dossier, self.lang))
                    .filter(|text| !text.is_empty());
            }
            end = end.saturating_add(1);
        }
        None
    }

    /// Who leads, in a word.
    pub(super) fn lead<'s>(&self, standing: &'s Standing) -> &'s str
    where
        'a: 's,
    {
        let lead = standing.departments.lead.as_ref();
        lead.map_or("", |id| names::department(self.plan, id, self.lang))
    }
}

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

/// A heading with a name of the dossier in it, cut in the middle where the name is endless.
pub(super) fn cut(heading: &str) -> String {
    let count = heading.chars().count();
    if count <= HEADING {
        return heading.to_owned();
    }
    let head: String = heading.chars().take(HEADING.saturating_sub(TAIL)).collect();
    let tail: String = heading.chars().skip(count.saturating_sub(TAIL)).collect();
    format!("{head}…{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::town;

    #[test]
    fn facts_are_told_by_place_in_public_and_by_name_inside() {
        let (checked, plan, assessment) = town();
        let pointers: Vec<String> = (0..11).map(|index| format!("/facilities/items/{index}")).collect();
        let told = |rendition| {
            let options = HtmlOptions { rendition, ..HtmlOptions::default() };
            Sheet::new(&assessment, &checked, &plan, &options).facts(&pointers)
        };
        let public = told(Rendition::Public);
        assert_eq!(public, ["设施第1、2、3、4、5条等8条", "另有3条，见 --format json 的 evidence"]);
        assert!(told(Rendition::Internal)[0].starts_with("设施第1条：F1 展示馆"));
    }

    #[test]
    fn a_record_is_found_from_a_field_deep_within_it() {
        let (checked, plan, assessment) = town();
        let options = HtmlOptions { rendition: Rendition::Internal, ..HtmlOptions::default() };
        let sheet = Sheet::new(&assessment, &checked, &plan, &options);
        assert!(sheet.record("/facilities/items/0/roles/0/area").unwrap().contains("展示馆"));
        assert_eq!(sheet.record("/town/name"), None);
        let public = HtmlOptions::default();
        assert_eq!(Sheet::new(&assessment, &checked, &plan, &public).record("/facilities/items/0"), None);
    }

    #[test]
    fn an_endless_name_is_cut() {
        let heading = cut(&format!("{}　2023年评估", "镇".repeat(500)));
        assert_eq!(heading.chars().count(), HEADING + 1);
        assert!(heading.ends_with("2023年评估"));
        assert_eq!(cut("镇"), "镇");
    }
}
