//! The table of standings: one line each, with what decides it.

use crate::assess::{CriterionResult, Standing, Verdict};
use crate::plan::Plan;
use crate::report::layout::{Page, columns};
use crate::report::style::{Ink, mark};
use crate::report::value;
use crate::words::Lang;

/// Least columns for the result beside the title; with fewer it stands below it.
const BESIDE: usize = 44;
/// Deciding criteria told before the rest is only counted.
const TOLD: usize = 2;

pub(super) fn write(page: &mut Page<'_>, standings: &[Standing], plan: &Plan) {
    let lang = page.style.lang;
    let word = word_columns(lang);
    let titles =
        standings.iter().map(|standing| columns(standing.title.get(lang))).max().unwrap_or(0).saturating_add(2);
    let lead = word.saturating_add(7);
    let beside = page.style.width.saturating_sub(lead.saturating_add(titles)) >= BESIDE;
    let mut group: Option<&str> = None;
    for standing in standings {
        let here = standing.group.as_deref();
        if here.is_some() && here != group {
            page.inked(0, Ink::Dim, &group_title(plan, here.unwrap_or_default(), lang));
        }
        group = here;
        let ink = Ink::of(standing.verdict);
        let title = standing.title.get(lang);
        let result = decisive(standing, lang);
        let cells = [
            (mark(standing.verdict), ink, 2),
            (standing.verdict.label().get(lang), ink, word),
            (standing.id.as_str(), Ink::Plain, 5),
        ];
        if beside {
            let cells = [cells.as_slice(), &[(title, Ink::Plain, titles)]].concat();
            page.row(&cells, Ink::Plain, &result);
        } else {
            page.row(&cells, Ink::Plain, title);
            page.row(&[("", Ink::Plain, lead)], Ink::Dim, &result);
        }
    }
}

/// A group of the annex: its numeral and its title.
pub(in crate::report) fn group_title(plan: &Plan, id: &str, lang: Lang) -> String {
    let group = plan.groups.iter().find(|group| group.id == id);
    format!("{id}  {}", group.map(|group| group.title.get(lang)).unwrap_or_default())
}

/// Columns of the word of a verdict.
pub(super) const fn word_columns(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 9,
        Lang::En => 17,
    }
}

/// What decides a standing, in a line.
pub(in crate::report) fn decisive(standing: &Standing, lang: Lang) -> String {
    let deciding: Vec<&CriterionResult> =
        standing.criteria.iter().filter(|criterion| criterion.verdict == standing.verdict).collect();
    let (all, some) = (standing.criteria.len(), deciding.len());
    let mut text = match (deciding.as_slice(), standing.verdict) {
        ([], _) => String::new(),
        ([only], _) if all == 1 => criterion(only, lang),
        (_, Verdict::Met) if some == all => match lang {
            Lang::Zh => format!("{all}项要求都达到"),
            Lang::En => format!("all {all} requirements met"),
        },
        (_, Verdict::Met | Verdict::NotApplicable) => match lang {
            Lang::Zh => format!("{all}项要求中{some}项达到，其余不适用"),
            Lang::En => format!("{some} of {all} requirements met, the others do not apply"),
        },
        _ => several(&deciding, all, standing.verdict, lang),
    };
    if standing.is_provisional() {
        text.push_str(value::provisional(lang));
    }
    text
}

fn several(deciding: &[&CriterionResult], all: usize, verdict: Verdict, lang: Lang) -> String {
    let some = deciding.len();
    let told: Vec<String> = deciding.iter().take(TOLD).map(|each| titled(each, lang)).collect();
    let word = verdict.label().get(lang);
    match lang {
        Lang::Zh => {
            let more = if some > TOLD { "等" } else { "" };
            let share = if some == all {
                format!("{all}项要求都{word}")
            } else {
                format!("{all}项要求中{some}项{word}")
            };
            format!("{share}：{}{more}", told.join("；"))
        }
        Lang::En => {
            let more = if some > TOLD { " …" } else { "" };
            format!("{some} of {all} requirements {word}: {}{more}", told.join("; "))
        }
    }
}

/// A criterion with its title.
pub(in crate::report) fn titled(result: &CriterionResult, lang: Lang) -> String {
    let (title, line) = (value::title(result, lang), criterion(result, lang));
    match (line.is_empty(), lang) {
        (true, _) => title,
        (false, Lang::Zh) => format!("{title}，{line}"),
        (false, Lang::En) => format!("{title}: {line}"),
    }
}

/// A criterion in a line: its figures, or its parts.
fn criterion(result: &CriterionResult, lang: Lang) -> String {
    if result.parts.is_empty() {
        return value::line(result, lang);
    }
    let parts: Vec<String> = result.parts.iter().map(|part| titled(part, lang)).collect();
    let joint = match (result.measure.as_str(), lang) {
        ("any", Lang::Zh) => "；或",
        ("any", Lang::En) => "; or ",
        (_, Lang::Zh) => "；",
        (_, Lang::En) => "; ",
    };
    parts.join(joint)
}
