//! What is lacking, one standing after another: not met first, then conflicts, what is open, exemptions.

use super::table::word_columns;
use crate::assess::{CriterionResult, Standing, Truth, Value, Verdict};
use crate::plan::{Duty, Plan};
use crate::report::lacks::{gathered, places};
use crate::report::layout::Page;
use crate::report::sentence::{self, Voice};
use crate::report::style::{Ink, mark};
use crate::report::{names, value};
use crate::words::Lang;

/// Lacks told of one criterion before the rest is only counted.
const TOLD: usize = 4;

pub(super) fn write(page: &mut Page<'_>, standings: &[Standing], plan: &Plan, voice: &Voice<'_>) {
    for verdict in [Verdict::NotMet, Verdict::Conflict, Verdict::Open, Verdict::MetByExemption] {
        let here: Vec<&Standing> = standings.iter().filter(|standing| standing.verdict == verdict).collect();
        if here.is_empty() {
            continue;
        }
        let (word, count) = (verdict.label().get(voice.lang), here.len());
        page.heading(&match (verdict, voice.lang) {
            (Verdict::MetByExemption, Lang::Zh) => format!("{word}的{count}项"),
            (Verdict::MetByExemption, Lang::En) => format!("The {count} {word}"),
            (_, Lang::Zh) => format!("{word}的{count}项：差在哪里，谁来办"),
            (_, Lang::En) => format!("The {count} {word}: what is lacking, and who acts"),
        });
        for standing in here {
            one(page, standing, plan, voice);
        }
    }
}

fn one(page: &mut Page<'_>, standing: &Standing, plan: &Plan, voice: &Voice<'_>) {
    standing_line(page, standing, voice.lang);
    for criterion in &standing.criteria {
        lacking(page, criterion, 4, voice);
    }
    page.inked(4, Ink::Dim, &departments(&standing.departments, plan, voice.lang));
}

/// Mark, word, number, title and clauses of a standing.
pub(in crate::report) fn standing_line(page: &mut Page<'_>, standing: &Standing, lang: Lang) {
    let ink = Ink::of(standing.verdict);
    let clauses = standing.clauses.join(if lang == Lang::Zh { "、" } else { ", " });
    let text = match lang {
        Lang::Zh => format!("{}（{clauses}）", standing.title.zh),
        Lang::En => format!("{} ({clauses})", standing.title.en),
    };
    let cells = [
        (mark(standing.verdict), ink, 2),
        (standing.verdict.label().get(lang), ink, word_columns(lang)),
        (standing.id.as_str(), Ink::Bold, 5),
    ];
    page.row(&cells, Ink::Bold, &text);
}

fn lacking(page: &mut Page<'_>, result: &CriterionResult, indent: usize, voice: &Voice<'_>) {
    if matches!(result.verdict, Verdict::Met | Verdict::NotApplicable) {
        return;
    }
    let lang = voice.lang;
    let mut text = value::title(result, lang);
    let line = value::line(result, lang);
    if !line.is_empty() {
        text.push_str(if lang == Lang::Zh { "：" } else { ": " });
        text.push_str(&line);
    }
    if result.provisional {
        text.push_str(value::provisional(lang));
    }
    page.row(&[("", Ink::Plain, indent), (mark(result.verdict), Ink::of(result.verdict), 2)], Ink::Plain, &text);
    let inner = indent.saturating_add(2);
    if result.verdict == Verdict::NotMet && result.measured == Some(Value::Truth(Truth::No)) {
        let places = places(&result.evidence, lang);
        if !places.is_empty() {
            page.row(
                &[("", Ink::Plain, inner), (page.style.pick("见于：", "seen in:"), Ink::Dim, 6)],
                Ink::Plain,
                &places,
            );
        }
    }
    missing(page, result, inner, TOLD, voice);
    for note in &result.notes {
        page.row(
            &[("", Ink::Plain, inner), (page.style.pick("提示：", "note:"), Ink::Dim, 6)],
            Ink::Dim,
            &sentence::note(note, voice),
        );
    }
    for part in &result.parts {
        lacking(page, part, inner, voice);
    }
}

/// What is missing, a line each, up to so many.
pub(in crate::report) fn missing(
    page: &mut Page<'_>,
    result: &CriterionResult,
    indent: usize,
    most: usize,
    voice: &Voice<'_>,
) {
    let found = gathered(&result.missing.iter().collect::<Vec<_>>(), &result.unlisted, voice);
    let label = page.style.pick("要办：", "to do:");
    let width = if voice.lang == Lang::Zh { 6 } else { 7 };
    for each in found.iter().take(most) {
        page.row(&[("", Ink::Plain, indent), (label, Ink::Doubt, width)], Ink::Plain, &each.line(voice.lang));
    }
    let more = found.len().saturating_sub(most);
    if more > 0 {
        page.inked(indent.saturating_add(width), Ink::Dim, &more_lacks(more, voice.lang));
    }
}

/// How many things to do are not told.
pub(in crate::report) fn more_lacks(more: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有{more}件，用 eken explain 看全"),
        Lang::En => format!("{more} more; eken explain shows all"),
    }
}

/// Who leads and who supports.
pub(in crate::report) fn departments(duty: &Duty, plan: &Plan, lang: Lang) -> String {
    let name = |id: &String| names::department(plan, id, lang).to_owned();
    let lead = duty.lead.as_ref().map(name);
    let support: Vec<String> = duty.support.iter().map(name).collect();
    let mut parts: Vec<String> = Vec::new();
    match (lead, lang) {
        (Some(lead), Lang::Zh) => parts.push(format!("牵头{lead}")),
        (Some(lead), Lang::En) => parts.push(format!("lead: {lead}")),
        (None, _) => {}
    }
    match (support.is_empty(), lang) {
        (true, _) => {}
        (false, Lang::Zh) => parts.push(format!("配合{}", support.join("、"))),
        (false, Lang::En) => parts.push(format!("support: {}", support.join(", "))),
    }
    let mut text = parts.join(if lang == Lang::Zh { "，" } else { "; " });
    if duty.unassigned {
        text.push_str(match lang {
            Lang::Zh => "（方案没有把这一项分给任何部门）",
            Lang::En => " (the plan assigns this to nobody)",
        });
    } else if duty.inferred {
        text.push_str(match lang {
            Lang::Zh => "（按职责推定）",
            Lang::En => " (inferred from the duties)",
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::style::Style;
    use crate::report::testing::town;

    #[test]
    fn a_duty_says_whether_it_is_stated_inferred_or_nobodys() {
        let (_, plan, _) = town();
        let duty = |lead: Option<&str>, support: &[&str], inferred, unassigned| Duty {
            lead: lead.map(str::to_owned),
            support: support.iter().map(|id| (*id).to_owned()).collect(),
            inferred,
            unassigned,
            cites: vec![],
        };
        let lead = Some("industry-commerce");
        for (duty, zh, en) in [
            (duty(None, &[], false, false), "", ""),
            (
                duty(lead, &[], false, false),
                "牵头县工科局（县商务局）",
                "lead: industry, commerce and technology bureau",
            ),
            (
                duty(lead, &["no-such"], true, false),
                "牵头县工科局（县商务局），配合no-such（按职责推定）",
                "lead: industry, commerce and technology bureau; support: no-such (inferred from the duties)",
            ),
            (duty(None, &[], true, true), "（方案没有把这一项分给任何部门）", " (the plan assigns this to nobody)"),
        ] {
            assert_eq!(departments(&duty, &plan, Lang::Zh), zh);
            assert_eq!(departments(&duty, &plan, Lang::En), en);
        }
    }

    #[test]
    fn what_rests_on_provisional_figures_says_so() {
        let (_, plan, mut assessment) = town();
        let style = Style { width: 200, ..Style::default() };
        let mut said = |provisional| {
            assessment.indicators[15].criteria[0].provisional = provisional;
            let mut page = Page::new(&style);
            let voice = Voice { lang: Lang::Zh, plan: Some(&plan), with_names: false };
            write(&mut page, &assessment.indicators[15..16], &plan, &voice);
            page.finish().lines().find(|line| line.contains("312")).unwrap().trim().to_owned()
        };
        let line = "✗ 展示体验专用建筑面积：312平方米，要求100至300平方米，超出12平方米";
        assert_eq!(said(false), line);
        assert_eq!(said(true), format!("{line}〔含初步数或估计数〕"));
    }
}
