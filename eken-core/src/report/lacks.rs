//! What is missing, gathered: one line for the same thing in many records.

use super::names::{Step, said, steps};
use super::sentence::{self, Voice};
use crate::assess::{Lack, LackKind};
use crate::words::Lang;

/// Records named before the rest is only counted.
const NAMED: usize = 5;

/// One thing that is missing, in words, from however many records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Missing {
    /// What to do.
    pub sentence: String,
    /// Where; may be empty.
    pub place: String,
}

impl Missing {
    /// Both in one line.
    pub(super) fn line(&self, lang: Lang) -> String {
        match (self.place.is_empty(), lang) {
            (true, _) => self.sentence.clone(),
            (false, Lang::Zh) => format!("{}（{}）", self.sentence, self.place),
            (false, Lang::En) => format!("{} ({})", self.sentence, self.place),
        }
    }
}

/// What is missing, the same thing in several records of a list joined, in the order of first mention.
pub(super) fn gathered(lacks: &[&Lack], voice: &Voice<'_>) -> Vec<Missing> {
    let mut groups: Vec<(LackKind, String, String, Vec<usize>)> = Vec::new();
    for lack in lacks {
        let (before, nth) = split(&lack.pointer);
        let sentence = sentence::lack(lack, voice);
        match groups
            .iter_mut()
            .find(|(kind, held, place, _)| *kind == lack.kind && *held == sentence && *place == before)
        {
            Some((.., numbers)) => numbers.extend(nth),
            None => groups.push((lack.kind, sentence, before, nth.into_iter().collect())),
        }
    }
    groups
        .into_iter()
        .map(|(kind, sentence, pointer, mut numbers)| {
            numbers.sort_unstable();
            numbers.dedup();
            Missing { sentence, place: place(kind, &pointer, &numbers, voice.lang) }
        })
        .collect()
}

/// Places of facts, records of one list joined: `培训场次第3、8条，学员档案第5条`.
pub(super) fn places(pointers: &[String], lang: Lang) -> String {
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for pointer in pointers {
        let (before, nth) = split(pointer);
        match groups.iter_mut().find(|(held, _)| *held == before) {
            Some((_, numbers)) => numbers.extend(nth),
            None => groups.push((before, nth.into_iter().collect())),
        }
    }
    let said: Vec<String> = groups
        .into_iter()
        .map(|(before, mut numbers)| {
            numbers.sort_unstable();
            numbers.dedup();
            let trail = steps(&before);
            if numbers.is_empty() { said(&trail, lang) } else { records(&trail, &numbers, lang) }
        })
        .filter(|place| !place.is_empty())
        .collect();
    said.join(if lang == Lang::Zh { "，" } else { "; " })
}

/// The pointer up to the first list of records, and which record of it.
fn split(pointer: &str) -> (String, Option<usize>) {
    let mut before = String::new();
    for step in pointer.split('/').skip(1) {
        if let Ok(index) = step.parse::<usize>() {
            return (before, Some(index.saturating_add(1)));
        }
        before.push('/');
        before.push_str(step);
    }
    (before, None)
}

fn place(kind: LackKind, pointer: &str, numbers: &[usize], lang: Lang) -> String {
    let mut trail: Vec<Step> = steps(pointer);
    if numbers.is_empty() {
        // the sentence names the section or the field already
        match kind {
            LackKind::SectionAbsent
            | LackKind::SectionIncomplete
            | LackKind::SectionEnds
            | LackKind::RecordsRefused
            | LackKind::Statistic
            | LackKind::Judgement
            | LackKind::Tier
            | LackKind::Completion
            | LackKind::YearNotOver
            | LackKind::PhaseNotOver
            | LackKind::ProgrammeStart => return String::new(),
            LackKind::Field => {
                trail.pop();
            }
            _ => {}
        }
        return said(&trail, lang);
    }
    records(&trail, numbers, lang)
}

/// Records of a list: `设施第1、3条`.
fn records(list: &[Step], numbers: &[usize], lang: Lang) -> String {
    let list = said(list, lang);
    let shown: Vec<String> = numbers.iter().take(NAMED).map(ToString::to_string).collect();
    let total = numbers.len();
    match (total > NAMED, lang) {
        (false, Lang::Zh) => format!("{list}第{}条", shown.join("、")),
        (true, Lang::Zh) => format!("{list}第{}条等{total}条", shown.join("、")),
        (false, Lang::En) => format!("{list} no. {}", shown.join(", ")),
        (true, Lang::En) => format!("{list} no. {} … {total} in all", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_lack_in_many_records_is_one_line() {
        let lacks: Vec<Lack> = [3, 0, 7, 1, 9, 4, 0]
            .into_iter()
            .map(|index| {
                Lack::new(
                    LackKind::Field,
                    format!("/facilities/items/{index}/opened"),
                    vec![("field", "opened".into())],
                )
            })
            .collect();
        let zh = Voice { lang: Lang::Zh, plan: None, with_names: false };
        let lines: Vec<String> =
            gathered(&lacks.iter().collect::<Vec<_>>(), &zh).iter().map(|each| each.line(Lang::Zh)).collect();
        assert_eq!(lines, ["补填“启用时间”（设施第1、2、4、5、8条等6条）"]);
    }

    #[test]
    fn a_lack_of_the_town_names_where_it_stands() {
        let lack = Lack::new(LackKind::Field, "/town/site/core_area", vec![("field", "core_area".into())]);
        let zh = Voice { lang: Lang::Zh, plan: None, with_names: false };
        let found = gathered(&[&lack], &zh);
        assert_eq!(found[0].line(Lang::Zh), "补填“核心区面积”（乡村e镇 › 建设范围）");
    }
}
