//! What is said after the findings, in text and HTML alike: what is not listed, what is waived, what was not evaluated.

use super::group::{MESSAGES, PLACES, at, places_in_all};
use crate::code::mask_personal;
use crate::finding::{Finding, Severity};
use crate::report::names;
use crate::validate::{self, Checked, NotEvaluated};
use crate::words::Lang;

/// Kinds of which not every finding is listed, with their true totals, a line each.
pub(in crate::report) fn unlisted(checked: &Checked, lang: Lang) -> Vec<String> {
    let line = |(code, more): (&str, usize)| {
        let total = checked.by_code().get(code).copied().unwrap_or_default();
        let listed = total.saturating_sub(more);
        match lang {
            Lang::Zh => format!("{code}  共{total}处，列出前{listed}处"),
            Lang::En => format!("{code}  {total} in all, the first {listed} listed"),
        }
    };
    checked.unlisted().into_iter().map(line).collect()
}

/// How many findings are not listed, of whatever kind.
pub(in crate::report) fn beyond(checked: &Checked, lang: Lang) -> Option<String> {
    let total = Severity::ALL.into_iter().map(|severity| checked.total(severity)).fold(0, usize::saturating_add);
    let more = total.saturating_sub(checked.findings().len());
    (more > 0).then(|| match lang {
        Lang::Zh => format!("另有{more}处未列出"),
        Lang::En => format!("{more} more are not listed"),
    })
}

/// How many findings the profile waives, and a line for each waiver that does.
pub(in crate::report) fn waived(checked: &Checked, lang: Lang) -> Option<(String, Vec<String>)> {
    let total = checked.waived_total();
    if total == 0 {
        return None;
    }
    let head = match lang {
        Lang::Zh => format!("按校验口径豁免{total}处，未计入上面的次数"),
        Lang::En => format!("{total} waived by the profile, not counted above"),
    };
    let line = |(index, waiver): (usize, &validate::Waiver)| {
        let found: Vec<&Finding> =
            checked.waived().iter().filter(|each| each.waiver == index).map(|each| &each.finding).collect();
        let summary = found.first()?.spec.summary.get(lang);
        let places = found.iter().take(PLACES).map(|each| at(each)).collect::<Vec<_>>().join(" ");
        let (count, until, rule) = (found.len(), waiver.until, &waiver.rule);
        let (reason, authority) = (mask_personal(&waiver.reason), mask_personal(&waiver.authority));
        Some(match lang {
            Lang::Zh => format!("{summary}  {rule}  {count}处  {places}  理由：{reason}（{authority}，至{until}）"),
            Lang::En => format!("{summary}  {rule}  {count}  {places}  why: {reason} ({authority}, until {until})"),
        })
    };
    Some((head, checked.waivers().iter().enumerate().filter_map(line).collect()))
}

/// What the list of rules that were not evaluated is called.
pub(in crate::report) const fn not_evaluated_heading(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "没有检查的规则",
        Lang::En => "Rules not evaluated",
    }
}

/// A rule that was not evaluated, in words.
#[derive(Debug)]
pub(in crate::report) struct Unevaluated {
    /// What the rule looks for; empty where it is none of the catalogue.
    pub summary: &'static str,
    pub code: &'static str,
    pub why: &'static str,
    /// The first places, then how many there are in all.
    pub places: String,
}

impl Unevaluated {
    pub(in crate::report) fn of(each: &NotEvaluated, lang: Lang) -> Self {
        let rule = validate::rules().find(|rule| rule.spec.code == each.code);
        let place = |pointer: &String| match (pointer.is_empty(), names::place(pointer, lang)) {
            (true, _) => "/".to_owned(),
            (false, place) if place.is_empty() => pointer.clone(),
            (false, place) => format!("{pointer} {place}"),
        };
        let places: Vec<String> = each.pointers.iter().take(MESSAGES).map(place).collect();
        Self {
            summary: rule.map_or("", |rule| rule.spec.summary.get(lang)),
            code: each.code,
            why: each.why.label().get(lang),
            places: format!("{}{}", places.join("  "), places_in_all(each.total, places.len(), lang)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::Skip;

    #[test]
    fn a_rule_that_was_not_evaluated_says_where_as_far_as_the_place_is_known() {
        let skipped = |code, pointers: &[&str], total| NotEvaluated {
            code,
            why: Skip::Faulty,
            pointers: pointers.iter().map(|pointer| (*pointer).to_owned()).collect(),
            total,
        };
        let pointers = ["", "/nowhere/x", "/facilities/items/0", "/facilities/items/1"];
        let rule = Unevaluated::of(&skipped("entity.code-check", &pointers, 12), Lang::Zh);
        assert_eq!(rule.places, "/  /nowhere/x  /facilities/items/0 设施第1条 等12处");
        assert_eq!(rule.why, "所需数值有误");
        assert!(!rule.summary.is_empty());
        assert_eq!(Unevaluated::of(&skipped("no.such", &[], 0), Lang::Zh).summary, "");
    }
}
