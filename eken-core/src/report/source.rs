//! What every room of a report is written from, be it a page or a workbook.

use super::assessment::{more_lacks, title};
use super::explain::{FACTS, fact, more_facts};
use super::lacks::{Missing, gathered, places};
use super::names;
use super::rendition::{Rendition, ReportOptions};
use super::sentence::{self, Voice};
use crate::assess::{Assessment, CriterionResult, Standing, Verdict};
use crate::json::Tree;
use crate::model::kind::Value as _;
use crate::plan::Plan;
use crate::validate::Checked;
use crate::words::Lang;

/// Characters of a heading with a name of the dossier in it, and how many of them are the last ones.
const HEADING: usize = 80;
const TAIL: usize = 24;
/// Lacks told of one criterion before the rest is only counted.
const LACKS: usize = 8;
/// Notes told of one criterion.
const NOTES: usize = 8;

/// What a report is written from.
#[derive(Debug)]
pub(super) struct Source<'a> {
    pub(super) assessment: &'a Assessment,
    pub(super) checked: &'a Checked,
    pub(super) plan: &'a Plan,
    pub(super) options: &'a ReportOptions<'a>,
    pub(super) voice: Voice<'a>,
    pub(super) lang: Lang,
    /// The dossier, where its records are told by what they are called.
    dossier: Option<Tree>,
}

impl<'a> Source<'a> {
    pub(super) fn new(
        assessment: &'a Assessment,
        checked: &'a Checked,
        plan: &'a Plan,
        options: &'a ReportOptions<'a>,
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

    /// What the report is called: the town and the year, an endless name cut in the middle.
    pub(super) fn name(&self) -> String {
        cut(&title(self.assessment, self.lang))
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

    /// What is worth knowing about a criterion.
    pub(super) fn notes(&self, result: &CriterionResult) -> Vec<String> {
        result.notes.iter().take(NOTES).map(|note| sentence::note(note, &self.voice)).collect()
    }

    /// What is to do for a criterion; the first of it, then how much more.
    pub(super) fn lacks(&self, result: &CriterionResult) -> Vec<String> {
        self.first_of(&gathered(&result.missing.iter().collect::<Vec<_>>(), &result.unlisted, &self.voice), LACKS)
    }

    /// What is to do, up to so much, then how much more.
    pub(super) fn first_of(&self, found: &[Missing], most: usize) -> Vec<String> {
        let more = found.len().saturating_sub(most);
        let rest = (more > 0).then(|| more_lacks(more, self.lang));
        found.iter().take(most).map(|each| each.line(self.lang)).chain(rest).collect()
    }

    /// What stands in the way: what is not met, then what is in conflict, the binding indicators first.
    pub(super) fn graves(&self) -> Vec<&'a Standing> {
        let of = |verdict: Verdict| self.standings().filter(move |standing| standing.verdict == verdict);
        of(Verdict::NotMet).chain(of(Verdict::Conflict)).collect()
    }

    /// The readings that a criterion consulted, with the option in force.
    pub(super) fn readings(&self, result: &CriterionResult) -> Vec<String> {
        let said = |(id, option): &(String, String)| {
            let option = self.plan.reading(id).and_then(|reading| reading.option(option));
            let label = option.map(|option| option.label.get(self.lang)).unwrap_or_default();
            match self.lang {
                Lang::Zh => format!("{id}“{label}”"),
                Lang::En => format!("{id} {label}"),
            }
        };
        result.readings.iter().map(said).collect()
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

/// A heading with a name of the dossier in it, cut in the middle where the name is endless.
fn cut(heading: &str) -> String {
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
    fn an_endless_name_is_cut() {
        let heading = cut(&format!("{}　2023年评估", "镇".repeat(500)));
        assert_eq!(heading.chars().count(), HEADING + 1);
        assert!(heading.ends_with("2023年评估"));
        assert_eq!(cut("镇"), "镇");
    }

    #[test]
    fn facts_are_told_by_place_in_public_and_by_name_inside() {
        let (checked, plan, assessment) = town();
        let pointers: Vec<String> = (0..11).map(|index| format!("/facilities/items/{index}")).collect();
        let told = |rendition| {
            let options = ReportOptions { rendition, ..ReportOptions::default() };
            Source::new(&assessment, &checked, &plan, &options).facts(&pointers)
        };
        let public = told(Rendition::Public);
        assert_eq!(public, ["设施第1、2、3、4、5条等8条", "另有3条，见 --format json 的 evidence"]);
        assert!(told(Rendition::Internal)[0].starts_with("设施第1条：F1 展示馆"));
    }

    #[test]
    fn a_record_is_found_from_a_field_deep_within_it() {
        let (checked, plan, assessment) = town();
        let options = ReportOptions { rendition: Rendition::Internal, ..ReportOptions::default() };
        let source = Source::new(&assessment, &checked, &plan, &options);
        assert!(source.record("/facilities/items/0/roles/0/area").unwrap().contains("展示馆"));
        assert_eq!(source.record("/town/name"), None);
        let public = ReportOptions::default();
        assert_eq!(Source::new(&assessment, &checked, &plan, &public).record("/facilities/items/0"), None);
    }
}
