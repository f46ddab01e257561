//! Findings as text: gathered by kind and path, with the first places.

mod group;
mod rest;

pub(super) use group::{Group, MESSAGES, PLACES, at, groups, more_groups, more_messages, places_in_all};
pub(super) use rest::{Unevaluated, beyond, not_evaluated_heading, unlisted, waived};

use super::layout::Page;
use super::sentence::{self, Voice};
use super::style::{Ink, Style};
use crate::finding::Severity;
use crate::plan::Plan;
use crate::validate::Checked;
use crate::words::Lang;

/// The findings of one file.
pub fn findings_text(checked: &Checked, plan: &Plan, file: &str, style: &Style) -> String {
    let mut page = Page::new(style);
    let voice = Voice { lang: style.lang, plan: Some(plan), with_names: true };
    page.heading(&format!("{file}  {}", total_text(checked, style.lang)));
    body(&mut page, checked, &voice);
    page.finish()
}

/// How many findings there are of each severity.
pub fn total_text(checked: &Checked, lang: Lang) -> String {
    let of = |severity| checked.total(severity);
    let (error, warning, info) = (of(Severity::Error), of(Severity::Warning), of(Severity::Info));
    match lang {
        Lang::Zh if error.max(warning).max(info) == 0 => "没有发现问题".to_owned(),
        Lang::En if error.max(warning).max(info) == 0 => "no findings".to_owned(),
        Lang::Zh => format!("错误{error}处，警告{warning}处，提示{info}处"),
        Lang::En => format!("{error} errors, {warning} warnings, {info} notes"),
    }
}

/// The groups of findings, and what was not evaluated.
pub(super) fn body(page: &mut Page<'_>, checked: &Checked, voice: &Voice<'_>) {
    let lang = voice.lang;
    for group in groups(checked.findings()) {
        write(page, &group, voice);
    }
    let unlisted = unlisted(checked, lang);
    if !unlisted.is_empty() {
        page.blank();
    }
    for line in unlisted {
        page.inked(0, Ink::Dim, &line);
    }
    if let Some((head, lines)) = waived(checked, lang) {
        page.blank();
        page.text(0, &head);
        for line in lines {
            page.row(&[("", Ink::Plain, 2)], Ink::Dim, &line);
        }
    }
    if let Some(line) = beyond(checked, lang) {
        page.inked(0, Ink::Dim, &line);
    }
    if !checked.not_evaluated().is_empty() {
        page.blank();
        page.text(0, not_evaluated_heading(lang));
        for each in checked.not_evaluated() {
            let Unevaluated { summary, code, why, places } = Unevaluated::of(each, lang);
            let parts = [summary, code, why, places.as_str()].into_iter().filter(|part| !part.is_empty());
            page.row(&[("", Ink::Plain, 2)], Ink::Dim, &parts.collect::<Vec<_>>().join("  "));
        }
    }
}

fn write(page: &mut Page<'_>, group: &Group<'_>, voice: &Voice<'_>) {
    let lang = voice.lang;
    let first = group.first;
    page.blank();
    let word = first.severity.label().get(lang);
    let ink = Ink::of_severity(first.severity);
    let width = if lang == Lang::Zh { 6 } else { 9 };
    let head = format!("{}{}  {}", first.spec.summary.get(lang), group.count(lang), first.code());
    page.row(&[(word, ink, width)], Ink::Bold, &head);
    page.row(&[("", Ink::Plain, width)], Ink::Dim, format!("{}  {}", group.path(), group.near(lang)).trim_end());
    // places of findings that say the same stand in one line
    let said = group.said(voice);
    for (message, findings) in said.iter().take(MESSAGES) {
        let places = findings.iter().take(PLACES).map(|finding| at(finding)).collect::<Vec<_>>().join(" ");
        let more = places_in_all(findings.len(), PLACES, lang);
        page.row(&[("", Ink::Plain, width)], Ink::Plain, &format!("{places}{more}  {message}"));
    }
    if said.len() > MESSAGES {
        let more = more_messages(said.len().saturating_sub(MESSAGES), lang);
        page.row(&[("", Ink::Plain, width)], Ink::Dim, &more);
    }
    let help = sentence::help(first, voice);
    if !help.is_empty() {
        page.row(&[("", Ink::Plain, width), (page.style.pick("改法", "help"), Ink::Good, 6)], Ink::Plain, &help);
    }
    let clauses = group.clauses(lang);
    if !clauses.is_empty() {
        page.row(&[("", Ink::Plain, width), (page.style.pick("依据", "cites"), Ink::Dim, 6)], Ink::Dim, &clauses);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{said, town, town_found, town_of, town_waived};

    #[test]
    fn a_finding_is_shown_with_place_message_and_help() {
        let (checked, plan, _) = town();
        let text = findings_text(&checked, &plan, "a.json", &Style::default());
        assert!(text.contains("a.json"), "{text}");
        assert!(text.contains("/town/nmae") && text.contains("5:31"), "{text}");
        assert!(text.contains("最接近的字段是 name（项目名称）"), "{text}");
        assert!(!text.contains("13900000000"), "{text}");
    }

    #[test]
    fn what_is_waived_and_what_is_not_listed_is_told() {
        let (checked, plan, _) = town_waived();
        let text = findings_text(&checked, &plan, "-", &Style::default());
        assert!(text.contains("structure.partial-date  共4处，列出前2处"), "{text}");
        assert!(text.contains("按校验口径豁免1处") && text.contains("核实中（县工科局，至2023-12-31）"), "{text}");
        let english = findings_text(&checked, &plan, "-", &Style { lang: Lang::En, ..Style::default() });
        assert!(english.contains("4 in all, the first 2 listed") && english.contains("1 waived"), "{english}");
    }

    #[test]
    fn findings_of_one_kind_and_path_are_gathered() {
        let items: Vec<String> =
            (0..30).map(|index| format!("{{\"id\":\"I{index}\",\"name\":\"x\",\"since\":\"bad\"}}")).collect();
        let text = format!("{{\"schema_version\":1,\"industries\":{{\"items\":[{}]}}}}", items.join(","));
        let (checked, plan, _) = town_of(&text);
        let text = findings_text(&checked, &plan, "-", &Style::default());
        assert!(text.contains("/industries/items/*/since") && text.contains("30处"), "{text}");
        assert!(text.lines().filter(|line| line.contains("structure.partial-date")).count() == 1, "{text}");
        let english = findings_text(&checked, &plan, "-", &Style { lang: Lang::En, ..Style::default() });
        assert!(english.contains("30 in all"), "{english}");
    }

    #[test]
    fn a_finding_whose_help_has_nothing_to_say_has_no_line_for_it() {
        let (checked, plan, _) = town_found(vec![said("", "空的")]);
        let text = findings_text(&checked, &plan, "-", &Style::default());
        let told = text.split_once("某处不对").unwrap().1.split_once("\n\n").unwrap().0;
        assert_eq!(told, "  test.said\n      /\n      1:1  是空的");
        assert_eq!(text.matches("改法").count(), 1);
    }
}
