//! The summary: how many have each verdict, and what stands in the way, the gravest first.

use super::markup::Markup;
use super::sheet::{Sheet, badge};
use crate::assess::{Counts, Standing, Verdict};
use crate::report::assessment::{Heading, counts, decisive};
use crate::report::style::mark;
use crate::words::Lang;

/// Standings told before the rest is only counted.
const TOLD: usize = 20;

pub(super) fn write(markup: &mut Markup, sheet: &Sheet<'_>) {
    markup.tag("section", &[("id", "summary")], |markup| {
        markup.leaf("h2", "", sheet.pick("概览", "Summary"));
        let (indicators, targets) = (&sheet.assessment.indicators, &sheet.assessment.targets);
        tally(markup, sheet, &Heading::Indicators(indicators.len()).text(sheet.lang), &sheet.assessment.counts);
        if !targets.is_empty() {
            tally(markup, sheet, &Heading::Targets(targets.len()).text(sheet.lang), &sheet.assessment.target_counts);
        }
        blockers(markup, sheet);
    });
}

/// A bar whose parts are as wide as there are standings, and the same in figures.
fn tally(markup: &mut Markup, sheet: &Sheet<'_>, name: &str, of: &Counts) {
    let parts: Vec<(Verdict, usize)> =
        Verdict::ALL.into_iter().map(|verdict| (verdict, of.get(verdict))).filter(|(_, count)| *count > 0).collect();
    markup.tag("figure", &[("class", "tally")], |markup| {
        markup.leaf("h3", "", name);
        let text = counts(of, sheet.lang);
        markup.tag("div", &[("class", "bar"), ("role", "img"), ("aria-label", &text)], |markup| {
            for (verdict, count) in &parts {
                let class = format!("part {}", verdict.code());
                markup.tag("span", &[("class", &class), ("style", &format!("flex-grow:{count}"))], |markup| {
                    markup.text(&format!("{} {count}", mark(*verdict)));
                });
            }
        });
        markup.tag("ul", &[("class", "legend")], |markup| {
            for (verdict, count) in &parts {
                markup.tag("li", &[], |markup| {
                    badge(markup, *verdict, sheet.lang);
                    markup.text(" ");
                    markup.leaf("b", "", &count.to_string());
                });
            }
        });
    });
}

/// What is not met or in conflict, the binding indicators first, then how many are open.
fn blockers(markup: &mut Markup, sheet: &Sheet<'_>) {
    let of = |verdict: Verdict| sheet.standings().filter(move |standing| standing.verdict == verdict);
    let graves: Vec<&Standing> = of(Verdict::NotMet).chain(of(Verdict::Conflict)).collect();
    let open = of(Verdict::Open).count();
    markup.leaf("h3", "", sheet.pick("先看这几项", "What stands in the way"));
    if graves.is_empty() {
        markup.leaf("p", "", sheet.pick("没有未达到或数据冲突的项。", "Nothing is not met or in conflict."));
    }
    markup.tag("ul", &[("class", "blockers")], |markup| {
        for standing in graves.iter().take(TOLD) {
            markup.tag("li", &[], |markup| item(markup, sheet, standing, true));
        }
        let more = graves.len().saturating_sub(TOLD);
        if more > 0 {
            let text = match sheet.lang {
                Lang::Zh => format!("另有{more}项，见各项结论"),
                Lang::En => format!("{more} more, see the verdicts"),
            };
            markup.leaf("li", "dim", &text);
        }
        if open > 0 {
            let text = match sheet.lang {
                Lang::Zh => format!("{open}项，缺什么、谁来办，见各项结论和按部门的待办"),
                Lang::En => {
                    format!("{open}; what is missing and who acts stands with the verdicts and in the work list")
                }
            };
            markup.tag("li", &[], |markup| {
                badge(markup, Verdict::Open, sheet.lang);
                markup.leaf("div", "", &text);
            });
        }
    });
}

/// A standing: its verdict, a way to its row, what decides it, and who leads where that is not told around it.
pub(super) fn item(markup: &mut Markup, sheet: &Sheet<'_>, standing: &Standing, with_lead: bool) {
    badge(markup, standing.verdict, sheet.lang);
    markup.tag("div", &[], |markup| {
        markup.tag("p", &[("class", "name")], |markup| {
            let title = format!("{} {}", standing.id, standing.title.get(sheet.lang));
            markup.link(&sheet.anchor(&standing.id), &title);
            let lead = sheet.lead(standing);
            if with_lead && !lead.is_empty() {
                markup.text(" ");
                markup.leaf("span", "who", lead);
            }
        });
        let text = decisive(standing, sheet.lang);
        if !text.is_empty() {
            markup.leaf("p", "", &text);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::HtmlOptions;
    use super::super::testing::{room, texts};
    use super::*;
    use crate::report::testing::{TOWN, town};

    #[test]
    fn counts_stand_in_the_bar_and_in_figures() {
        let page = room(TOWN, &HtmlOptions::default(), write);
        let (_, _, assessment) = town();
        for of in [assessment.counts, assessment.target_counts] {
            for verdict in Verdict::ALL.into_iter().filter(|verdict| of.get(*verdict) > 0) {
                assert!(page.contains(&format!("flex-grow:{}\"", of.get(verdict))), "{verdict:?}");
            }
            assert!(page.contains(&format!("aria-label=\"{}\"", counts(&of, Lang::Zh))));
        }
    }

    #[test]
    fn what_is_not_met_comes_first_with_what_decides_it() {
        let page = texts(&room(TOWN, &HtmlOptions::default(), write));
        assert!(page.contains("312平方米，要求100至300平方米，超出12平方米"), "{page}");
        let empty = texts(&room("{\"schema_version\": 1}", &HtmlOptions::default(), write));
        assert!(empty.contains("没有未达到或数据冲突的项") && empty.contains("缺什么、谁来办"), "{empty}");
    }
}
