//! What depends on a reading, and what another tier would change, as text.

use super::layout::Page;
use super::style::{Ink, Style, mark};
use crate::assess::{Assessment, Dependence, Verdict, differences};
use crate::model::kind::Code;
use crate::plan::Plan;
use crate::words::Lang;

/// The verdicts that depend on a reading, by reading and option.
pub fn dependences_text(dependences: &[Dependence], plan: &Plan, style: &Style) -> String {
    let mut page = Page::new(style);
    let lang = style.lang;
    page.heading(style.pick("哪些结论因条文的读法而变", "Verdicts that depend on a reading"));
    if dependences.is_empty() {
        page.text(
            0,
            style.pick("没有：换哪一种读法，各项结论都一样。", "None: every verdict is the same under every reading."),
        );
    }
    for reading in &plan.readings {
        let here: Vec<&Dependence> = dependences.iter().filter(|each| each.reading == reading.id).collect();
        if here.is_empty() {
            continue;
        }
        page.row(&[(&reading.id, Ink::Bold, 5)], Ink::Bold, reading.point.get(lang));
        for option in &reading.options {
            let changed: Vec<&&Dependence> = here.iter().filter(|each| each.option == option.id).collect();
            if changed.is_empty() {
                continue;
            }
            let id = &option.id;
            let label = option.label.get(lang);
            page.text(
                5,
                &match lang {
                    Lang::Zh => format!("改取“{label}”（--reading {}={id}）：", reading.id),
                    Lang::En => format!("read as: {label} (--reading {}={id}):", reading.id),
                },
            );
            for each in changed {
                change(&mut page, plan, &each.id, each.verdict, each.otherwise, 7);
            }
        }
    }
    page.finish()
}

/// What the supposed tier changes against the declared one.
pub fn changes_text(declared: &Assessment, supposed: &Assessment, plan: &Plan, style: &Style) -> String {
    let mut page = Page::new(style);
    let lang = style.lang;
    let name = |assessment: &Assessment| match (assessment.tier, lang) {
        (Some(tier), _) => tier.label().get(lang).to_owned(),
        (None, Lang::Zh) => "未定".to_owned(),
        (None, Lang::En) => "not settled".to_owned(),
    };
    let (from, to) = (name(declared), name(supposed));
    page.heading(&match lang {
        Lang::Zh => format!("如果县域类型是{to}（档案申报：{from}），会变的有"),
        Lang::En => format!("If the county were a {to} (declared: {from}), this would change"),
    });
    let changes: Vec<(String, Verdict, Verdict)> = differences(declared, supposed).collect();
    if changes.is_empty() {
        page.text(2, style.pick("没有一项结论会变", "no verdict"));
    }
    for (id, before, after) in changes {
        change(&mut page, plan, &id, before, after, 2);
    }
    page.finish()
}

fn change(page: &mut Page<'_>, plan: &Plan, id: &str, before: Verdict, after: Verdict, indent: usize) {
    let lang = page.style.lang;
    let title = plan.indicator(id).map(|item| item.title.get(lang)).unwrap_or_default();
    let word = |verdict: Verdict| format!("{} {}", mark(verdict), verdict.label().get(lang));
    let text = match lang {
        Lang::Zh => format!("{title}：{} → {}", word(before), word(after)),
        Lang::En => format!("{title}: {} → {}", word(before), word(after)),
    };
    page.row(&[("", Ink::Plain, indent), (id, Ink::Plain, 5)], Ink::of(after), &text);
}
