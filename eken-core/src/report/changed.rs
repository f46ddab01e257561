//! What changed between two assessments of one town, standing by standing: after a record was added, or a month later.

use super::value::{gap, measured, title};
use crate::assess::{Assessment, CriterionResult, Standing, Verdict};
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
    /// All of it in one line: `indicator 19, Publicity activities each year: 2 → 1; now not met; 1 short`.
    pub text: String,
}

/// A criterion whose measured value changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedCriterion {
    /// What it asks.
    pub title: String,
    /// What was measured before, in words; empty where the criterion was not there.
    pub before: String,
    /// What was measured after, in words.
    pub after: String,
}

/// What changed from one assessment to another, in the order of the plan. Standings that only one of them has are left out: both
/// should be by the same plan.
pub fn changed(before: &Assessment, after: &Assessment, lang: Lang) -> Vec<Change> {
    let standings = after.indicators.iter().chain(&after.targets);
    standings.filter_map(|now| changed_standing(before.standing(&now.id)?, now, lang)).collect()
}

fn changed_standing(then: &Standing, now: &Standing, lang: Lang) -> Option<Change> {
    let (old, new) = (leaves(then), leaves(now));
    let mut criteria = Vec::new();
    let mut short = None;
    for (at, result) in new.iter().enumerate() {
        let of = |result: &CriterionResult| measured(result, lang);
        // the same criterion stands at the same place, unless a reading put others in
        let held = old.get(at).filter(|held| held.measure == result.measure);
        let (was, is) = (held.map(|held| of(held)).unwrap_or_default(), of(result));
        if held.is_some_and(|held| held.measured == result.measured) || was == is {
            continue;
        }
        short = short.or_else(|| gap(result, lang));
        criteria.push(ChangedCriterion { title: title(result, lang), before: was, after: is });
    }
    if criteria.is_empty() && then.verdict == now.verdict {
        return None;
    }
    let text = text(then, now, &criteria, new.len() > 1, short.as_deref(), lang);
    Some(Change {
        id: now.id.clone(),
        title: now.title.get(lang).to_owned(),
        before: then.verdict,
        after: now.verdict,
        criteria,
        text,
    })
}

/// The criteria of a standing that measure something, those within others among them.
fn leaves(standing: &Standing) -> Vec<&CriterionResult> {
    let mut out = Vec::new();
    standing.visit(&mut |result| {
        if result.parts.is_empty() {
            out.push(result);
        }
    });
    out
}

fn text(
    then: &Standing,
    now: &Standing,
    criteria: &[ChangedCriterion],
    titled: bool,
    short: Option<&str>,
    lang: Lang,
) -> String {
    let name = match (now.no, lang) {
        (Some(no), Lang::Zh) => format!("指标{no} {}", now.title.zh),
        (Some(no), Lang::En) => format!("indicator {no}, {}", now.title.en),
        (None, Lang::Zh) => format!("目标{} {}", now.id, now.title.zh),
        (None, Lang::En) => format!("target {}, {}", now.id, now.title.en),
    };
    let mut parts: Vec<String> = Vec::new();
    for ChangedCriterion { title, before, after } in criteria {
        let moved = if before.is_empty() { after.clone() } else { format!("{before} → {after}") };
        parts.push(match lang {
            _ if !titled => moved,
            Lang::Zh => format!("{title}{moved}"),
            Lang::En => format!("{title} {moved}"),
        });
    }
    let [was, is] = [then.verdict, now.verdict].map(|verdict| verdict.label().get(lang));
    parts.push(match (then.verdict == now.verdict, lang) {
        (true, Lang::Zh) => format!("仍为{is}"),
        (true, Lang::En) => format!("still {is}"),
        (false, Lang::Zh) => format!("由{was}变为{is}"),
        (false, Lang::En) => format!("now {is}"),
    });
    parts.extend(short.filter(|_| !now.verdict.is_passed()).map(str::to_owned));
    match lang {
        Lang::Zh => format!("{name}：{}", parts.join("，")),
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
            zh.text.starts_with("指标16 ") && zh.text.contains("312平方米 → 280平方米，由未达到变为"),
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
        assert!(text(Verdict::Met, 510, Lang::Zh).ends_with("：480人次 → 510人次，由未达到变为达到"));
        assert!(
            text(Verdict::NotMet, 490, Lang::En)
                .ends_with(": 480 person-times → 490 person-times; still not met; 10 person-times short")
        );
        assert!(text(Verdict::NotMet, 490, Lang::Zh).ends_with("：480人次 → 490人次，仍为未达到，还差10人次"));
    }

    #[test]
    fn a_target_is_named_as_one_and_a_verdict_alone_may_change() {
        let (then, now) = (standing(Verdict::Open, 480, "T1"), standing(Verdict::Conflict, 480, "T1"));
        let changed = changed_standing(&then, &now, Lang::En).unwrap();
        assert!(
            changed.text.starts_with("target T1, ") && changed.text.ends_with(": now in conflict")
                || changed.text.ends_with(": now conflict")
        );
        assert!(changed.criteria.is_empty());
    }
}
