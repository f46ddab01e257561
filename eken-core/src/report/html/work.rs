//! The work list: what each department leads, with what is missing, and what it supports.

use super::markup::Markup;
use super::sheet::Sheet;
use super::summary::item;
use crate::assess::{Lack, Standing, Unlisted};
use crate::plan::Phase;
use crate::report::assessment::{Heading, Task, more_lacks, tasks};
use crate::report::lacks::gathered;
use crate::words::Lang;

/// Lacks told of one standing before the rest is only counted.
const LACKS: usize = 5;

/// Whether there is anything to do.
pub(super) fn is_any(sheet: &Sheet<'_>) -> bool {
    !tasks(sheet.assessment, sheet.plan).is_empty()
}

pub(super) fn write(markup: &mut Markup, sheet: &Sheet<'_>) {
    let tasks = tasks(sheet.assessment, sheet.plan);
    if tasks.is_empty() {
        return;
    }
    markup.tag("section", &[("id", "work")], |markup| {
        markup.leaf("h2", "", &Heading::Work.text(sheet.lang));
        if let Some(text) = by_when(sheet) {
            markup.leaf("p", "when", &text);
        }
        markup.tag("ul", &[("class", "departments")], |markup| {
            for (nth, each) in (1usize..).zip(&tasks) {
                let (led, supported) = (each.led.len(), each.supported.len());
                markup.tag("li", &[], |markup| {
                    markup.link(&anchor(nth), name(sheet, each));
                    let parts = match sheet.lang {
                        Lang::Zh => [(led, format!("牵头{led}项")), (supported, format!("配合{supported}项"))],
                        Lang::En => [(led, format!("leads {led}")), (supported, format!("supports {supported}"))],
                    };
                    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text);
                    let text = format!(" {}", parts.collect::<Vec<_>>().join(sheet.pick("，", ", ")));
                    markup.leaf("span", "dim", &text);
                });
            }
        });
        for (nth, each) in (1usize..).zip(&tasks) {
            task(markup, sheet, each, &anchor(nth));
        }
    });
}

fn anchor(nth: usize) -> String {
    format!("department-{nth}")
}

fn name<'a>(sheet: &Sheet<'a>, task: &Task<'a>) -> &'a str {
    let nobody = sheet.pick("方案没有分给任何部门的", "Assigned to nobody by the plan");
    task.department.map_or(nobody, |department| department.label.get(sheet.lang))
}

fn task(markup: &mut Markup, sheet: &Sheet<'_>, task: &Task<'_>, anchor: &str) {
    markup.tag("section", &[("class", "task"), ("id", anchor)], |markup| {
        markup.leaf("h3", "", name(sheet, task));
        if !task.led.is_empty() {
            if task.department.is_some() {
                markup.leaf("h4", "", sheet.pick("牵头", "lead"));
            }
            markup.tag("ul", &[("class", "led")], |markup| {
                for standing in &task.led {
                    markup.tag("li", &[], |markup| {
                        item(markup, sheet, standing, false);
                        lacks(markup, sheet, standing);
                    });
                }
            });
        }
        if !task.supported.is_empty() {
            markup.leaf("h4", "", sheet.pick("配合", "support"));
            markup.tag("ul", &[("class", "led")], |markup| {
                for standing in &task.supported {
                    markup.tag("li", &[], |markup| item(markup, sheet, standing, true));
                }
            });
        }
    });
}

/// What is missing in all criteria of a standing, the same thing once.
fn lacks(markup: &mut Markup, sheet: &Sheet<'_>, standing: &Standing) {
    let lacks: Vec<&Lack> = standing.missing();
    let mut unlisted: Vec<Unlisted> = Vec::new();
    standing.visit(&mut |result| {
        for each in &result.unlisted {
            if !unlisted.iter().any(|held| held.kind == each.kind && held.place == each.place) {
                unlisted.push(each.clone());
            }
        }
    });
    let found = gathered(&lacks, &unlisted, &sheet.voice);
    if found.is_empty() {
        return;
    }
    markup.tag("ul", &[("class", "todo")], |markup| {
        for each in found.iter().take(LACKS) {
            markup.leaf("li", "", &each.line(sheet.lang));
        }
        let more = found.len().saturating_sub(LACKS);
        if more > 0 {
            markup.leaf("li", "dim", &more_lacks(more, sheet.lang));
        }
    });
}

/// The phases of the plan that are not over: the plan sets no day for one item.
fn by_when(sheet: &Sheet<'_>) -> Option<String> {
    let as_of = sheet.assessment.as_of;
    let ahead = |phase: &&Phase| phase.until.last_day().is_some_and(|last| last >= as_of);
    let said = |phase: &Phase| {
        let (label, clauses) = (phase.label.get(sheet.lang), phase.clauses.join(sheet.joint()));
        match sheet.lang {
            Lang::Zh => format!("{label}{}至{}（{clauses}）", phase.from, phase.until),
            Lang::En => format!("{label} {} to {} ({clauses})", phase.from, phase.until),
        }
    };
    let phases: Vec<String> = sheet.plan.phases.iter().filter(ahead).map(said).collect();
    match (sheet.plan.phases.is_empty(), phases.is_empty(), sheet.lang) {
        (true, _, _) => None,
        (_, true, Lang::Zh) => Some(format!("到{as_of}，方案的各阶段都已过；方案没有给各项另定期限。")),
        (_, true, Lang::En) => {
            Some(format!("By {as_of} every phase of the plan was over; the plan sets no day for a single item."))
        }
        (_, false, Lang::Zh) => Some(format!("办理时限看方案的阶段：{}。方案没有给各项另定期限。", phases.join("，"))),
        (_, false, Lang::En) => Some(format!(
            "By when: the phases of the plan that are not over are {}; it sets no day for a single item.",
            phases.join(", ")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::super::HtmlOptions;
    use super::super::testing::{room, texts};
    use super::*;
    use crate::report::testing::{TOWN, town};

    #[test]
    fn each_department_has_what_it_leads_with_what_is_missing_and_what_it_supports() {
        let (_, plan, assessment) = town();
        let tasks = tasks(&assessment, &plan);
        let page = room(TOWN, &HtmlOptions::default(), write);
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
        let zh = texts(&room(TOWN, &HtmlOptions::default(), write));
        assert!(zh.contains("总结验收阶段2024-01至2024-03（六(四)）") && !zh.contains("启动阶段2023-04"), "{zh}");
        let late = TOWN.replace("2023-12-31", "2025-12-31");
        assert!(texts(&room(&late, &HtmlOptions::default(), write)).contains("各阶段都已过"));
    }
}
