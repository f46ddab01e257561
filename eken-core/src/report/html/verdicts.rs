//! The verdicts: a row for every indicator by group and every target, with its criteria folded below it.

use super::badge::{anchor, badge, clauses};
use super::markup::Markup;
use super::{criterion, gap};
use crate::assess::{CriterionResult, Standing};
use crate::report::assessment::{Heading, decisive, departments, group_title};
use crate::report::source::Source;
use crate::report::value;
use crate::words::Lang;

/// Columns of the table.
const COLUMNS: &str = "4";

pub(super) fn write(markup: &mut Markup, source: &Source<'_>) {
    let (indicators, targets) = (&source.assessment.indicators, &source.assessment.targets);
    part(markup, source, "indicators", Heading::Indicators(indicators.len()), indicators);
    if !targets.is_empty() {
        part(markup, source, "targets", Heading::Targets(targets.len()), targets);
    }
}

fn part(markup: &mut Markup, source: &Source<'_>, id: &str, heading: Heading, standings: &[Standing]) {
    markup.tag("section", &[("id", id)], |markup| {
        let name = heading.text(source.lang);
        markup.leaf("h2", "", &name);
        gap::legend(markup, source);
        markup.tag("table", &[("class", "verdicts"), ("aria-label", &name)], |markup| {
            head(markup, source);
            let mut group: Option<&str> = None;
            for standing in standings {
                let here = standing.group.as_deref();
                if let Some(here) = here.filter(|here| Some(*here) != group) {
                    markup.tag("tbody", &[("class", "group")], |markup| {
                        markup.tag("tr", &[], |markup| {
                            markup.tag("th", &[("colspan", COLUMNS), ("scope", "rowgroup")], |markup| {
                                markup.text(&group_title(source.plan, here, source.lang));
                            });
                        });
                    });
                }
                group = here;
                markup.tag("tbody", &[("class", "item"), ("id", &anchor(source, &standing.id))], |markup| {
                    row(markup, source, standing);
                    more(markup, source, standing);
                });
            }
        });
    });
}

fn head(markup: &mut Markup, source: &Source<'_>) {
    let names = [
        source.pick("结论", "verdict"),
        source.pick("指标", "indicator"),
        source.pick("实测、要求与差距", "measured, required, gap"),
        source.pick("牵头单位", "lead"),
    ];
    markup.tag("thead", &[], |markup| {
        markup.tag("tr", &[], |markup| {
            for name in names {
                markup.tag("th", &[("scope", "col")], |markup| markup.text(name));
            }
        });
    });
}

fn row(markup: &mut Markup, source: &Source<'_>, standing: &Standing) {
    let lang = source.lang;
    markup.tag("tr", &[("class", "standing")], |markup| {
        markup.tag("td", &[("class", "verdict")], |markup| badge(markup, standing.verdict, lang));
        markup.tag("th", &[("class", "name"), ("scope", "row")], |markup| {
            markup.leaf("span", "no", &standing.id);
            markup.text(" ");
            markup.text(standing.title.get(lang));
            markup.tag("span", &[("class", "clauses")], |markup| clauses(markup, &standing.clauses, source.joint()));
        });
        markup.tag("td", &[("class", "result")], |markup| {
            markup.text(&decisive(standing, lang));
            if let Some(result) = drawn(standing) {
                // where there are several, it is told which one is drawn
                if standing.criteria.len() > 1 {
                    markup.leaf("span", "drawn", &value::title(result, lang));
                }
                gap::bar(markup, result, lang);
            }
        });
        markup.tag("td", &[("class", "lead")], |markup| {
            markup.leaf("span", "label", source.pick("牵头：", "lead: "));
            markup.text(source.lead(standing));
        });
    });
}

/// The criterion whose gap is drawn in the row: the first that decides, else the first of all.
fn drawn(standing: &Standing) -> Option<&CriterionResult> {
    let mut bars: Vec<&CriterionResult> = Vec::new();
    standing.visit(&mut |result| {
        if gap::is_drawn(result) {
            bars.push(result);
        }
    });
    bars.iter().find(|result| result.verdict == standing.verdict).or(bars.first()).copied()
}

/// The criteria of a standing. On screen they are folded, on paper they are open: the fold is a neighbour of what it folds, so
/// that every browser prints it.
fn more(markup: &mut Markup, source: &Source<'_>, standing: &Standing) {
    let lang = source.lang;
    let count = standing.criteria.len();
    markup.tag("tr", &[("class", "more")], |markup| {
        markup.tag("td", &[("colspan", COLUMNS)], |markup| {
            markup.tag("details", &[], |markup| {
                let text = match lang {
                    Lang::Zh => format!("{count}项要求：依据、差距和要办的事"),
                    Lang::En if count == 1 => "One requirement: facts, gap, what to do".to_owned(),
                    Lang::En => format!("{count} requirements: facts, gaps, what to do"),
                };
                markup.leaf("summary", "", &text);
            });
            markup.tag("div", &[("class", "folded")], |markup| {
                let drawn = drawn(standing);
                for result in &standing.criteria {
                    criterion::write(markup, source, result, drawn);
                }
                let duty = departments(&standing.departments, source.plan, lang);
                if !duty.is_empty() {
                    markup.leaf("p", "duty", &duty);
                }
            });
        });
    });
}

#[cfg(test)]
mod tests {
    use super::super::testing::{room, room_of, texts};
    use super::*;
    use crate::plan::Duty;
    use crate::report::ReportOptions;
    use crate::report::testing::{TOWN, Town, town, town_without_targets};

    #[test]
    fn a_row_says_what_was_measured_what_is_required_and_by_how_much_it_is_off() {
        let page = room(TOWN, &ReportOptions::default(), write);
        let row = page.split("<tr class=\"standing\">").nth(16).unwrap().split("</tr>").next().unwrap();
        let text = texts(row);
        for part in ["✗ 未达到", "16 ", "附件2-16", "312平方米，要求100至300平方米，超出12平方米", "牵头：县工科局"]
        {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(row.contains("<svg"), "{row}");
    }

    #[test]
    fn each_group_of_the_annex_has_its_heading_and_the_head_is_repeated_in_print() {
        let (_, plan, _) = town();
        let page = room(TOWN, &ReportOptions { lang: Lang::En, ..ReportOptions::default() }, write);
        assert_eq!(page.matches("scope=\"rowgroup\"").count(), plan.groups.len());
        assert_eq!(page.matches("<thead>").count(), 2);
        assert_eq!(page.matches("<details>").count(), 28 + 16);
    }

    #[test]
    fn a_plan_without_targets_has_no_table_of_them() {
        let sections = |town: &Town| {
            let page = room_of(town, &ReportOptions::default(), write);
            (page.contains("<section id=\"indicators\">"), page.contains("<section id=\"targets\">"))
        };
        assert_eq!(sections(&town()), (true, true));
        assert_eq!(sections(&town_without_targets()), (true, false));
    }

    #[test]
    fn who_acts_stands_below_the_criteria_where_the_plan_says_so() {
        let mut town = town();
        let duties =
            |town: &Town| room_of(town, &ReportOptions::default(), write).matches("<p class=\"duty\">").count();
        assert_eq!(duties(&town), 28 + 16);
        town.2.indicators[15].departments = Duty::default();
        assert_eq!(duties(&town), 27 + 16);
    }
}
