//! The summary: how many have each verdict, and what stands in the way, the gravest first.

use super::badge::{anchor, badge};
use super::markup::Markup;
use crate::assess::{Counts, Standing, Verdict};
use crate::report::assessment::{Heading, blockers_heading, counts, decisive, no_blocker, open_items};
use crate::report::source::Source;
use crate::report::style::mark;
use crate::words::Lang;

/// Standings told before the rest is only counted.
const TOLD: usize = 20;

pub(super) fn write(markup: &mut Markup, source: &Source<'_>) {
    markup.tag("section", &[("id", "summary")], |markup| {
        markup.leaf("h2", "", source.pick("概览", "Summary"));
        let (indicators, targets) = (&source.assessment.indicators, &source.assessment.targets);
        tally(markup, source, &Heading::Indicators(indicators.len()).text(source.lang), &source.assessment.counts);
        if !targets.is_empty() {
            tally(markup, source, &Heading::Targets(targets.len()).text(source.lang), &source.assessment.target_counts);
        }
        blockers(markup, source);
    });
}

/// A bar whose parts are as wide as there are standings, and the same in figures.
fn tally(markup: &mut Markup, source: &Source<'_>, name: &str, of: &Counts) {
    let parts: Vec<(Verdict, usize)> =
        Verdict::ALL.into_iter().map(|verdict| (verdict, of.get(verdict))).filter(|(_, count)| *count > 0).collect();
    markup.tag("figure", &[("class", "tally")], |markup| {
        markup.leaf("h3", "", name);
        let text = counts(of, source.lang);
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
                    badge(markup, *verdict, source.lang);
                    markup.text(" ");
                    markup.leaf("b", "", &count.to_string());
                });
            }
        });
    });
}

/// What is not met or in conflict, the binding indicators first, then how many are open.
fn blockers(markup: &mut Markup, source: &Source<'_>) {
    let graves = source.graves();
    let open = source.standings().filter(|standing| standing.verdict == Verdict::Open).count();
    markup.leaf("h3", "", blockers_heading().get(source.lang));
    if graves.is_empty() {
        markup.leaf("p", "", no_blocker().get(source.lang));
    }
    markup.tag("ul", &[("class", "blockers")], |markup| {
        for standing in graves.iter().take(TOLD) {
            markup.tag("li", &[], |markup| item(markup, source, standing, true));
        }
        let more = graves.len().saturating_sub(TOLD);
        if more > 0 {
            let text = match source.lang {
                Lang::Zh => format!("另有{more}项，见各项结论"),
                Lang::En => format!("{more} more, see the verdicts"),
            };
            markup.leaf("li", "dim", &text);
        }
        if open > 0 {
            let text = open_items(open, source.lang);
            markup.tag("li", &[], |markup| {
                badge(markup, Verdict::Open, source.lang);
                markup.leaf("div", "", &text);
            });
        }
    });
}

/// A standing: its verdict, a way to its row, what decides it, and who leads where that is not told around it.
pub(super) fn item(markup: &mut Markup, source: &Source<'_>, standing: &Standing, with_lead: bool) {
    badge(markup, standing.verdict, source.lang);
    markup.tag("div", &[], |markup| {
        markup.tag("p", &[("class", "name")], |markup| {
            let title = format!("{} {}", standing.id, standing.title.get(source.lang));
            markup.link(&anchor(source, &standing.id), &title);
            let lead = source.lead(standing);
            if with_lead && !lead.is_empty() {
                markup.text(" ");
                markup.leaf("span", "who", lead);
            }
        });
        let text = decisive(standing, source.lang);
        if !text.is_empty() {
            markup.leaf("p", "", &text);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::testing::{room, texts};
    use super::*;
    use crate::report::ReportOptions;
    use crate::report::testing::{TOWN, town};

    #[test]
    fn counts_stand_in_the_bar_and_in_figures() {
        let page = room(TOWN, &ReportOptions::default(), write);
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
        let page = texts(&room(TOWN, &ReportOptions::default(), write));
        assert!(page.contains("312平方米，要求100至300平方米，超出12平方米"), "{page}");
        let empty = texts(&room("{\"schema_version\": 1}", &ReportOptions::default(), write));
        assert!(empty.contains("没有未达到或数据冲突的项") && empty.contains("缺什么、谁来办"), "{empty}");
    }
}
