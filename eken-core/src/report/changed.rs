//! What changed between two assessments of one town, standing by standing: after a record was added, or a month later.

use super::value::{gap, measured, title};
use crate::assess::{Assessment, CriterionResult, Standing, Value, Verdict};
use crate::words::Lang;

/// An indicator or target whose verdict, or a measured value of whose, changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Id of the indicator or target: `16` or `T1`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The verdict before.
    pub before: Verdict,
    /// The verdict after.
    pub after: Verdict,
    /// The criteria whose values changed.
    pub criteria: Vec<ChangedCriterion>,
    /// All of it in one line: `indicator 19, Publicity activities each year: 2 → 1, 1 short; now not met`.
    pub text: String,
}

/// A criterion that changed: its measured value, or the verdict on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedCriterion {
    /// What it asks.
    pub title: String,
    /// What was measured before, in words; empty where it was not asked.
    pub before: String,
    /// What was measured after, in words; empty where it is no longer asked.
    pub after: String,
    /// All of it in one line, without the title: `480 person-times → 510 person-times`.
    pub text: String,
}

/// What changed from one assessment to another, in the order of the plan. Standings that only one of them has are left out: both
/// should be by the same plan.
pub fn changed(before: &Assessment, after: &Assessment, lang: Lang) -> Vec<Change> {
    let standings = after.indicators.iter().chain(&after.targets);
    standings.filter_map(|now| changed_standing(before.standing(&now.id)?, now, lang)).collect()
}

fn changed_standing(then: &Standing, now: &Standing, lang: Lang) -> Option<Change> {
    let (mut old, new) = (leaves(then), leaves(now));
    let titled = old.len().max(new.len()) > 1;
    let mut criteria = Vec::new();
    for leaf in &new {
        // a reading may put criteria in or leave them out: the same one asks the same of the same
        let same = |held: &Leaf<'_>| {
            let (one, other) = (held.result, leaf.result);
            one.measure == other.measure && one.params == other.params && one.title == other.title
        };
        let held = old.iter().position(same).map(|place| old.remove(place));
        criteria.extend(changed_criterion(held.map(|held| held.result), leaf, titled, lang));
    }
    criteria.extend(old.iter().map(|gone| {
        let (title, before) = (title(gone.result, lang), measured(gone.result, lang));
        let text = if lang == Lang::Zh { "不再要求" } else { "no longer asked" };
        ChangedCriterion { title, before, after: String::new(), text: text.to_owned() }
    }));
    if criteria.is_empty() && then.verdict == now.verdict {
        return None;
    }
    Some(Change {
        id: now.id.clone(),
        title: now.title.get(lang).to_owned(),
        before: then.verdict,
        after: now.verdict,
        text: text(then, now, &criteria, titled, lang),
        criteria,
    })
}

fn changed_criterion(
    held: Option<&CriterionResult>,
    leaf: &Leaf<'_>,
    titled: bool,
    lang: Lang,
) -> Option<ChangedCriterion> {
    let now = leaf.result;
    let (title, after) = (title(now, lang), measured(now, lang));
    let Some(then) = held else {
        let text = if lang == Lang::Zh { format!("新增要求，{after}") } else { format!("asked now, {after}") };
        return Some(ChangedCriterion { title, before: String::new(), after, text });
    };
    let before = measured(then, lang);
    if before == after && then.verdict == now.verdict {
        return None;
    }
    let mut parts = vec![if before == after { after.clone() } else { format!("{before} → {after}") }];
    // of one criterion alone the verdict is that of the whole
    if before == after && titled {
        let [was, is] = [then.verdict, now.verdict].map(|verdict| verdict.label().get(lang));
        parts.push(format!("{was} → {is}"));
    }
    parts.extend(gap(now, lang).filter(|_| leaf.decides && is_known(now)));
    parts.retain(|part| !part.is_empty());
    Some(ChangedCriterion { title, before, after, text: parts.join(if lang == Lang::Zh { "，" } else { ", " }) })
}

/// Whether anything is known of the value, so that a gap says something.
fn is_known(result: &CriterionResult) -> bool {
    match &result.measured {
        Some(Value::Number { least, most: None }) => !least.is_zero() && !least.is_negative(),
        _ => true,
    }
}

/// A criterion that measures something.
struct Leaf<'a> {
    result: &'a CriterionResult,
    /// Whether the verdict may rest on it: no other of which one suffices holds.
    decides: bool,
}

/// The criteria of a standing that measure something, those within others among them.
fn leaves(standing: &Standing) -> Vec<Leaf<'_>> {
    let mut out = Vec::new();
    for result in &standing.criteria {
        gather(result, true, &mut out);
    }
    out
}

fn gather<'a>(result: &'a CriterionResult, decides: bool, out: &mut Vec<Leaf<'a>>) {
    if result.parts.is_empty() {
        out.push(Leaf { result, decides });
    }
    let decides = decides && !result.verdict.is_passed();
    for part in &result.parts {
        gather(part, decides, out);
    }
}

fn text(then: &Standing, now: &Standing, criteria: &[ChangedCriterion], titled: bool, lang: Lang) -> String {
    let name = match (now.no, lang) {
        (Some(no), Lang::Zh) => format!("指标{no} {}", now.title.zh),
        (Some(no), Lang::En) => format!("indicator {no}, {}", now.title.en),
        (None, Lang::Zh) => format!("目标{} {}", now.id, now.title.zh),
        (None, Lang::En) => format!("target {}, {}", now.id, now.title.en),
    };
    let mut parts: Vec<String> = Vec::new();
    for ChangedCriterion { title, text, .. } in criteria {
        parts.push(match lang {
            _ if !titled => text.clone(),
            Lang::Zh => format!("{title}：{text}"),
            Lang::En => format!("{title}: {text}"),
        });
    }
    let [was, is] = [then.verdict, now.verdict].map(|verdict| verdict.label().get(lang));
    parts.push(match (then.verdict == now.verdict, lang) {
        (true, Lang::Zh) => format!("仍为{is}"),
        (true, Lang::En) => format!("still {is}"),
        (false, Lang::Zh) => format!("由{was}变为{is}"),
        (false, Lang::En) => format!("now {is}"),
    });
    match lang {
        Lang::Zh => format!("{name}：{}", parts.join("；")),
        Lang::En => format!("{name}: {}", parts.join("; ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{TOWN, criterion, town, town_of, whole};

    #[test]
    fn a_smaller_centre_is_told_with_both_values_and_both_verdicts() {
        let (_, _, before) = town();
        let (_, _, after) = town_of(&TOWN.replace("312", "280"));
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| changed(&before, &after, lang));
        let of = |list: &[Change]| list.iter().find(|each| each.id == "16").unwrap().clone();
        let (zh, en) = (of(&zh), of(&en));
        assert_eq!((zh.before, zh.after), (Verdict::NotMet, after.standing("16").unwrap().verdict));
        assert!(
            zh.text.starts_with("指标16 ") && zh.text.contains("312平方米 → 280平方米；由未达到变为"),
            "{}",
            zh.text
        );
        assert!(en.text.starts_with("indicator 16, ") && en.text.contains("312 m² → 280 m²; now "), "{}", en.text);
        assert!(zh.criteria.iter().any(|each| each.before == "312平方米" && each.after == "280平方米"));
    }

    #[test]
    fn nothing_changed_gives_nothing() {
        let (_, _, one) = town();
        assert_eq!(changed(&one, &one, Lang::Zh), []);
    }

    fn standing(verdict: Verdict, persons: i128, id: &str) -> Standing {
        let (_, _, assessment) = town();
        let mut standing = assessment.standing(id).unwrap().clone();
        standing.verdict = verdict;
        let mut result = criterion("training-person-times", verdict);
        result.unit = Some(crate::quantity::Unit::PersonTime);
        result.measured = Some(whole(persons, Some(persons)));
        let floor = crate::quantity::Exact::whole(500);
        result.required = Some(crate::assess::Required::Least { value: floor, strict: false });
        result.gap = Some(crate::quantity::Exact::whole(persons.strict_sub(500)));
        standing.criteria = vec![result];
        standing
    }

    #[test]
    fn a_value_that_reaches_its_floor_says_so_and_one_that_does_not_says_what_is_short() {
        let text = |to: Verdict, persons, lang| {
            changed_standing(&standing(Verdict::NotMet, 480, "11"), &standing(to, persons, "11"), lang).unwrap().text
        };
        assert!(text(Verdict::Met, 510, Lang::En).ends_with(": 480 person-times → 510 person-times; now met"));
        assert!(text(Verdict::Met, 510, Lang::Zh).ends_with("：480人次 → 510人次；由未达到变为达到"));
        assert!(
            text(Verdict::NotMet, 490, Lang::En)
                .ends_with(": 480 person-times → 490 person-times, 10 person-times short; still not met")
        );
        assert!(text(Verdict::NotMet, 490, Lang::Zh).ends_with("：480人次 → 490人次，还差10人次；仍为未达到"));
    }

    #[test]
    fn a_target_is_named_as_one_and_a_verdict_alone_may_change() {
        let (then, now) = (standing(Verdict::Open, 480, "T1"), standing(Verdict::Conflict, 480, "T1"));
        let changed = changed_standing(&then, &now, Lang::En).unwrap();
        assert!(
            changed.text.starts_with("target T1, ") && changed.text.ends_with(": 480 person-times; now conflict"),
            "{}",
            changed.text
        );
        assert_eq!(changed.criteria.len(), 1);
    }

    #[test]
    fn criteria_that_a_reading_puts_in_or_leaves_out_are_not_taken_for_one_another() {
        let of = |titles: &[(&str, Verdict)]| {
            let mut standing = standing(Verdict::Open, 480, "11");
            standing.criteria = titles
                .iter()
                .map(|(title, verdict)| {
                    let mut result = criterion("judgement", *verdict);
                    result.title = Some(crate::words::Words::new(*title, *title));
                    result.required = Some(crate::assess::Required::Holds);
                    result.measured = Some(Value::Truth(crate::assess::Truth::Yes));
                    result
                })
                .collect();
            standing
        };
        let (a, b, c) = (("a", Verdict::Met), ("b", Verdict::Met), ("c", Verdict::Met));
        let said = |then: &[(&str, Verdict)], now: &[(&str, Verdict)]| {
            changed_standing(&of(then), &of(now), Lang::En)
                .map(|change| change.text.split_once(": ").unwrap().1.to_owned())
        };
        assert_eq!(said(&[a, b], &[b, a]), None);
        assert_eq!(said(&[a, b, c], &[a, c]).unwrap(), "b: no longer asked; still open");
        assert_eq!(said(&[a, c], &[a, b, c]).unwrap(), "b: asked now, judged satisfied; still open");
        assert_eq!(said(&[a, b], &[a, ("b", Verdict::Open)]).unwrap(), "b: judged satisfied, met → open; still open");
    }

    #[test]
    fn the_gap_of_what_another_makes_up_for_or_of_which_nothing_is_known_is_not_told() {
        let with = |any: Verdict, least: i128, most: Option<i128>| {
            let mut standing = standing(Verdict::Open, 0, "11");
            let mut part = standing.criteria[0].clone();
            part.verdict = Verdict::Open;
            part.measured = Some(whole(least, most));
            part.gap = Some(crate::quantity::Exact::whole(least.strict_sub(500)));
            let mut joined = criterion("any", any);
            joined.parts = vec![part];
            standing.criteria = vec![joined];
            standing
        };
        let said = |then: &Standing, now: &Standing| changed_standing(then, now, Lang::En).unwrap().text;
        let before = with(Verdict::Open, 400, None);
        assert!(said(&before, &with(Verdict::Open, 480, None)).contains("20 person-times short"));
        assert!(!said(&before, &with(Verdict::Met, 480, None)).contains("short"));
        assert!(!said(&before, &with(Verdict::Open, 0, None)).contains("short"));
    }
}
