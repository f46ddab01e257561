//! What is missing, gathered: one line for the same thing in many records.

use super::names::{Step, said, steps};
use super::sentence::{self, Voice};
use crate::assess::{Lack, LackKind, Standing, Unlisted, place as place_of};
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

/// One thing that is missing in records of one list.
struct Group {
    kind: LackKind,
    sentence: String,
    before: String,
    numbers: Vec<usize>,
    /// How many lacks are not listed.
    beyond: usize,
}

/// What is missing, the same thing in several records of a list joined, in the order of first mention; those not listed are
/// counted.
pub(super) fn gathered(lacks: &[&Lack], unlisted: &[Unlisted], voice: &Voice<'_>) -> Vec<Missing> {
    let mut groups: Vec<Group> = Vec::new();
    let mut counted: Vec<&Unlisted> = Vec::new();
    for lack in lacks {
        let (before, nth) = split(&lack.pointer);
        let sentence = sentence::lack(lack, voice);
        // at the first lack like them
        let like = unlisted.iter().find(|each| each.kind == lack.kind && each.place == place_of(&lack.pointer).0);
        let like = like.filter(|like| !counted.contains(like));
        counted.extend(like);
        let beyond = like.map_or(0, |like| like.count);
        let same = |held: &&mut Group| held.kind == lack.kind && held.sentence == sentence && held.before == before;
        match groups.iter_mut().find(same) {
            Some(group) => {
                group.numbers.extend(nth);
                group.beyond = group.beyond.saturating_add(beyond);
            }
            None => {
                groups.push(Group { kind: lack.kind, sentence, before, numbers: nth.into_iter().collect(), beyond });
            }
        }
    }
    groups
        .into_iter()
        .map(|mut group| {
            group.numbers.sort_unstable();
            group.numbers.dedup();
            let place = place(group.kind, &group.before, &group.numbers, group.beyond, voice.lang);
            Missing { sentence: group.sentence, place }
        })
        .collect()
}

/// What is missing in all criteria of a standing, the same thing once.
pub(super) fn of_standing(standing: &Standing, voice: &Voice<'_>) -> Vec<Missing> {
    let mut unlisted: Vec<Unlisted> = Vec::new();
    standing.visit(&mut |result| {
        for each in &result.unlisted {
            if !unlisted.iter().any(|held| held.kind == each.kind && held.place == each.place) {
                unlisted.push(each.clone());
            }
        }
    });
    gathered(&standing.missing(), &unlisted, voice)
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
            if numbers.is_empty() { said(&trail, lang) } else { records(&trail, &numbers, 0, lang) }
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

fn place(kind: LackKind, pointer: &str, numbers: &[usize], beyond: usize, lang: Lang) -> String {
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
    records(&trail, numbers, beyond, lang)
}

/// Records of a list, and how many more there are than their numbers: `设施第1、3条`.
fn records(list: &[Step], numbers: &[usize], beyond: usize, lang: Lang) -> String {
    let list = said(list, lang);
    let shown: Vec<String> = numbers.iter().take(NAMED).map(ToString::to_string).collect();
    let total = numbers.len().saturating_add(beyond);
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
    use crate::assess::Verdict;
    use crate::report::testing::{criterion, town};

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
            gathered(&lacks.iter().collect::<Vec<_>>(), &[], &zh).iter().map(|each| each.line(Lang::Zh)).collect();
        assert_eq!(lines, ["补填“启用时间”（设施第1、2、4、5、8条等6条）"]);
    }

    #[test]
    fn those_not_listed_count() {
        let lacks: Vec<Lack> = (0..9)
            .map(|index| {
                Lack::new(LackKind::Field, format!("/trainees/items/{index}/origin"), vec![("field", "origin".into())])
            })
            .collect();
        let unlisted = Unlisted { kind: LackKind::Field, place: "/trainees/items/origin".into(), count: 49_000 };
        let lines = |lang| -> Vec<String> {
            let voice = Voice { lang, plan: None, with_names: false };
            let found = gathered(&lacks.iter().collect::<Vec<_>>(), std::slice::from_ref(&unlisted), &voice);
            found.iter().map(|each| each.line(lang)).collect()
        };
        assert_eq!(lines(Lang::Zh), ["补填“来源”（学员档案第1、2、3、4、5条等49009条）"]);
        assert_eq!(lines(Lang::En).len(), 1);
        assert!(lines(Lang::En)[0].ends_with("… 49009 in all)"));
    }

    #[test]
    fn a_lack_of_the_town_names_where_it_stands() {
        let lack = Lack::new(LackKind::Field, "/town/site/core_area", vec![("field", "core_area".into())]);
        let zh = Voice { lang: Lang::Zh, plan: None, with_names: false };
        let found = gathered(&[&lack], &[], &zh);
        assert_eq!(found[0].line(Lang::Zh), "补填“核心区面积”（乡村e镇 › 建设范围）");
    }

    #[test]
    fn those_not_listed_elsewhere_or_of_another_kind_do_not_count() {
        let lack = Lack::new(LackKind::Field, "/trainees/items/0/origin", vec![("field", "origin".into())]);
        let zh = Voice { lang: Lang::Zh, plan: None, with_names: false };
        for (kind, place, said) in [
            (LackKind::Field, "/trainees/items/origin", "补填“来源”（学员档案第1条等8条）"),
            (LackKind::Field, "/trainees/items/name", "补填“来源”（学员档案第1条）"),
            (LackKind::Evidence, "/trainees/items/origin", "补填“来源”（学员档案第1条）"),
        ] {
            let unlisted = Unlisted { kind, place: place.to_owned(), count: 7 };
            let found = gathered(&[&lack], std::slice::from_ref(&unlisted), &zh);
            assert_eq!(found[0].line(Lang::Zh), said);
        }
    }

    #[test]
    fn what_several_criteria_of_a_standing_do_not_list_counts_once_for_each_kind_and_place() {
        let lack = |kind, field: &'static str| {
            Lack::new(kind, format!("/trainees/items/0/{field}"), vec![("field", field.into())])
        };
        let unlisted = |kind, field: &str| Unlisted { kind, place: format!("/trainees/items/{field}"), count: 7 };
        let mut standing = town().2.indicators.swap_remove(15);
        let mut criterion = criterion("trainee-groups", Verdict::Open);
        criterion.missing = vec![lack(LackKind::Field, "origin"), lack(LackKind::Field, "name")];
        criterion.unlisted = vec![unlisted(LackKind::Field, "origin"), unlisted(LackKind::Field, "name")];
        let mut other = criterion.clone();
        other.missing.push(lack(LackKind::Evidence, "origin"));
        other.unlisted.push(unlisted(LackKind::Evidence, "origin"));
        standing.criteria = vec![criterion, other];
        let zh = Voice { lang: Lang::Zh, plan: None, with_names: false };
        let lines: Vec<String> = of_standing(&standing, &zh).iter().map(|each| each.line(Lang::Zh)).collect();
        assert_eq!(
            lines,
            [
                "补填“来源”（学员档案第1条等8条）",
                "补填“姓名”（学员档案第1条等8条）",
                "补交佐证文件（学员档案第1条等8条）",
            ]
        );
    }
}
