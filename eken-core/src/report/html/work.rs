//! The work list: what each department leads, with what is missing, and what it supports.

use super::markup::Markup;
use super::summary::item;
use crate::assess::Standing;
use crate::report::assessment::{Heading, Task, by_when, more_lacks, tasks};
use crate::report::lacks::of_standing;
use crate::report::source::Source;
use crate::words::Lang;

/// Lacks told of one standing before the rest is only counted.
const LACKS: usize = 5;

/// Whether there is anything to do.
pub(super) fn is_any(source: &Source<'_>) -> bool {
    !tasks(source.assessment, source.plan).is_empty()
}

pub(super) fn write(markup: &mut Markup, source: &Source<'_>) {
    let tasks = tasks(source.assessment, source.plan);
    if tasks.is_empty() {
        return;
    }
    markup.tag("section", &[("id", "work")], |markup| {
        markup.leaf("h2", "", &Heading::Work.text(source.lang));
        if let Some(text) = by_when(source.assessment, source.plan, source.lang) {
            markup.leaf("p", "when", &text);
        }
        markup.tag("ul", &[("class", "departments")], |markup| {
            for (nth, each) in (1usize..).zip(&tasks) {
                let (led, supported) = (each.led.len(), each.supported.len());
                markup.tag("li", &[], |markup| {
                    markup.link(&anchor(nth), each.name(source.lang));
                    let parts = match source.lang {
                        Lang::Zh => [(led, format!("牵头{led}项")), (supported, format!("配合{supported}项"))],
                        Lang::En => [(led, format!("leads {led}")), (supported, format!("supports {supported}"))],
                    };
                    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text);
                    let text = format!(" {}", parts.collect::<Vec<_>>().join(source.pick("，", ", ")));
                    markup.leaf("span", "dim", &text);
                });
            }
        });
        for (nth, each) in (1usize..).zip(&tasks) {
            task(markup, source, each, &anchor(nth));
        }
    });
}

fn anchor(nth: usize) -> String {
    format!("department-{nth}")
}

fn task(markup: &mut Markup, source: &Source<'_>, task: &Task<'_>, anchor: &str) {
    markup.tag("section", &[("class", "task"), ("id", anchor)], |markup| {
        markup.leaf("h3", "", task.name(source.lang));
        if !task.led.is_empty() {
            if task.department.is_some() {
                markup.leaf("h4", "", source.pick("牵头", "lead"));
            }
            markup.tag("ul", &[("class", "led")], |markup| {
                for standing in &task.led {
                    markup.tag("li", &[], |markup| {
                        item(markup, source, standing, false);
                        lacks(markup, source, standing);
                    });
                }
            });
        }
        if !task.supported.is_empty() {
            markup.leaf("h4", "", source.pick("配合", "support"));
            markup.tag("ul", &[("class", "led")], |markup| {
                for standing in &task.supported {
                    markup.tag("li", &[], |markup| item(markup, source, standing, true));
                }
            });
        }
    });
}

/// What is missing in all criteria of a standing, the same thing once.
fn lacks(markup: &mut Markup, source: &Source<'_>, standing: &Standing) {
    let found = of_standing(standing, &source.voice);
    if found.is_empty() {
        return;
    }
    markup.tag("ul", &[("class", "todo")], |markup| {
        for each in found.iter().take(LACKS) {
            markup.leaf("li", "", &each.line(source.lang));
        }
        let more = found.len().saturating_sub(LACKS);
        if more > 0 {
            markup.leaf("li", "dim", &more_lacks(more, source.lang));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::testing::{room, room_of, texts};
    use super::*;
    use crate::assess::Verdict;
    use crate::plan::Duty;
    use crate::report::ReportOptions;
    use crate::report::testing::{TOWN, town, town_all};

    #[test]
    fn each_department_has_what_it_leads_with_what_is_missing_and_what_it_supports() {
        let (_, plan, assessment) = town();
        let tasks = tasks(&assessment, &plan);
        let page = room(TOWN, &ReportOptions::default(), write);
        assert_eq!(page.matches("<section class=\"task\"").count(), tasks.len());
        let items: usize = tasks.iter().map(|task| task.led.len() + task.supported.len()).sum();
        assert_eq!(page.matches("<p class=\"name\">").count(), items);
        let text = texts(&page);
        for part in ["县工科局", "牵头", "配合", "312平方米", "补"] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }

    #[test]
    fn by_when_is_told_by_the_phases_that_are_not_over() {
        let zh = texts(&room(TOWN, &ReportOptions::default(), write));
        assert!(zh.contains("总结验收阶段2024-01至2024-03（六(四)）") && !zh.contains("启动阶段2023-04"), "{zh}");
        let late = TOWN.replace("2023-12-31", "2025-12-31");
        assert!(texts(&room(&late, &ReportOptions::default(), write)).contains("各阶段都已过"));
    }

    #[test]
    fn where_all_is_reached_there_is_no_list() {
        assert_eq!(room_of(&town_all(Verdict::Met), &ReportOptions::default(), write), "");
        assert!(room_of(&town_all(Verdict::Open), &ReportOptions::default(), write).contains("<section id=\"work\">"));
    }

    #[test]
    fn a_plan_without_phases_says_nothing_of_when() {
        let mut town = town();
        assert!(room_of(&town, &ReportOptions::default(), write).contains("<p class=\"when\">"));
        town.1.phases.clear();
        assert!(!room_of(&town, &ReportOptions::default(), write).contains("<p class=\"when\">"));
    }

    #[test]
    fn what_the_plan_assigns_to_nobody_is_led_by_nobody() {
        let mut town = town();
        town.2.indicators[15].departments = Duty { unassigned: true, ..Duty::default() };
        let page = room_of(&town, &ReportOptions::default(), write);
        let last = page.rsplit_once("<section class=\"task\"").unwrap().1;
        let (head, rest) = last.split_once("</h3>\n").unwrap();
        assert!(head.ends_with("方案没有分给任何部门的"), "{head}");
        assert!(rest.starts_with("<ul class=\"led\"><li>"), "{rest}");
        assert!(texts(rest).contains("16 展示体验中心") && texts(rest).contains("补填“功能区”"), "{rest}");
        assert!(page.contains("<h4>牵头</h4>") && !rest.contains("<h4>"), "{rest}");
    }
}
