//! What depends on a reading, and what another tier would change, as text.

use super::layout::Page;
use super::style::{Ink, Style, mark};
use crate::assess::{Assessment, Dependence, Verdict, differences};
use crate::model::kind::Code;
use crate::plan::{Plan, Reading, ReadingOption};
use crate::words::Lang;

/// The verdicts that depend on a reading, by reading and option.
pub fn dependences_text(dependences: &[Dependence], plan: &Plan, style: &Style) -> String {
    let mut page = Page::new(style);
    let lang = style.lang;
    page.heading(dependences_heading(lang));
    if dependences.is_empty() {
        page.text(0, no_dependence(lang));
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
            page.text(5, &read_otherwise(reading, option, lang));
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
    page.heading(&changes_heading(declared, supposed, lang));
    let changes: Vec<(String, Verdict, Verdict)> = differences(declared, supposed).collect();
    if changes.is_empty() {
        page.text(2, no_change(lang));
    }
    for (id, before, after) in changes {
        change(&mut page, plan, &id, before, after, 2);
    }
    page.finish()
}

/// What the verdicts that depend on a reading are called.
pub(super) const fn dependences_heading(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "哪些结论因条文的读法而变",
        Lang::En => "Verdicts that depend on a reading",
    }
}

/// That no verdict depends on a reading.
pub(super) const fn no_dependence(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "没有：换哪一种读法，各项结论都一样。",
        Lang::En => "None: every verdict is the same under every reading.",
    }
}

/// Another option of a reading, and how to ask for it.
pub(super) fn read_otherwise(reading: &Reading, option: &ReadingOption, lang: Lang) -> String {
    let (label, id) = (option.label.get(lang), &option.id);
    match lang {
        Lang::Zh => format!("改取“{label}”（--reading {}={id}）：", reading.id),
        Lang::En => format!("read as: {label} (--reading {}={id}):", reading.id),
    }
}

/// Which tier is supposed in the place of which.
pub(super) fn changes_heading(declared: &Assessment, supposed: &Assessment, lang: Lang) -> String {
    let name = |assessment: &Assessment| match (assessment.tier, lang) {
        (Some(tier), _) => tier.label().get(lang).to_owned(),
        (None, Lang::Zh) => "未定".to_owned(),
        (None, Lang::En) => "not settled".to_owned(),
    };
    let (from, to) = (name(declared), name(supposed));
    match lang {
        Lang::Zh => format!("如果县域类型是{to}（档案申报：{from}），会变的有"),
        Lang::En => format!("If the county were a {to} (declared: {from}), this would change"),
    }
}

/// That the supposed tier changes nothing.
pub(super) const fn no_change(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "没有一项结论会变",
        Lang::En => "no verdict",
    }
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
