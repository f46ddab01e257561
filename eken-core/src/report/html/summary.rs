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
    use super::super::testing::{room, room_of, texts};
    use super::*;
    use crate::plan::Duty;
    use crate::report::ReportOptions;
    use crate::report::testing::{TOWN, Town, town, town_all, town_without_targets};

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

    #[test]
    fn targets_are_counted_where_the_plan_has_some() {
        let headings = |town: &Town| {
            let page = room_of(town, &ReportOptions::default(), write);
            (page.matches("<figure class=\"tally\">").count(), page.contains("本县方案的目标"))
        };
        assert_eq!(headings(&town()), (2, true));
        assert_eq!(headings(&town_without_targets()), (1, false));
    }

    #[test]
    fn of_many_that_are_not_met_the_first_are_told_and_the_others_counted() {
        for (lang, rest) in [(Lang::Zh, "另有24项，见各项结论"), (Lang::En, "24 more, see the verdicts")] {
            let options = ReportOptions { lang, ..ReportOptions::default() };
            let page = room_of(&town_all(Verdict::Conflict), &options, write);
            let list = page.split_once("<ul class=\"blockers\">").unwrap().1;
            assert_eq!(list.matches("badge conflict").count(), TOLD);
            assert!(list.trim_end().ends_with(&format!("<li class=\"dim\">{rest}</li>\n</ul>\n</section>")), "{list}");
        }
    }

    #[test]
    fn what_is_open_is_counted_where_anything_is() {
        let list = |verdict| {
            let page = room_of(&town_all(verdict), &ReportOptions::default(), write);
            page.split_once("<ul class=\"blockers\">").unwrap().1.to_owned()
        };
        assert!(list(Verdict::Open).contains("44项，缺什么、谁来办"));
        assert!(list(Verdict::Met).starts_with("</ul>"));
    }

    #[test]
    fn a_standing_with_nobody_in_the_lead_and_nothing_that_decides_it_is_its_name_alone() {
        let mut town = town();
        let page = |town: &Town, with_lead| {
            let write = |markup: &mut Markup, source: &Source<'_>| {
                item(markup, source, &source.assessment.indicators[15], with_lead);
            };
            room_of(town, &ReportOptions::default(), write)
        };
        let lead = "<span class=\"who\">县工科局（县商务局）</span>";
        assert!(page(&town, true).contains(lead) && !page(&town, false).contains(lead));
        town.2.indicators[15].departments = Duty { unassigned: true, ..Duty::default() };
        town.2.indicators[15].criteria.clear();
        let name = "<div><p class=\"name\"><a href=\"#item-16\">16 展示体验中心</a></p>\n</div>\n";
        assert!(page(&town, true).ends_with(name), "{}", page(&town, true));
    }
}
