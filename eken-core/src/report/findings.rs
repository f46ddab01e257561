//! Findings as text: gathered by kind and path, with the first places.

use std::collections::BTreeMap;

use super::layout::Page;
use super::names;
use super::sentence::{self, Voice};
use super::style::{Ink, Style};
use crate::code::mask_personal;
use crate::finding::{Finding, Severity};
use crate::plan::Plan;
use crate::validate::{self, Checked};
use crate::words::Lang;

/// Places shown of findings of one kind at one path.
const PLACES: usize = 5;
/// Messages shown of findings of one kind at one path, where they differ.
const MESSAGES: usize = 3;

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
    unlisted(page, checked, lang);
    waived(page, checked, lang);
    let kept = checked.findings().len();
    let total = Severity::ALL.into_iter().map(|severity| checked.total(severity)).fold(0, usize::saturating_add);
    if total > kept {
        let more = total.saturating_sub(kept);
        page.inked(
            0,
            Ink::Dim,
            &match lang {
                Lang::Zh => format!("另有{more}处未列出"),
                Lang::En => format!("{more} more are not listed"),
            },
        );
    }
    if !checked.not_evaluated().is_empty() {
        page.blank();
        page.text(0, page.style.pick("没有检查的规则", "Rules not evaluated"));
        for each in checked.not_evaluated() {
            let why = each.why.label().get(lang);
            let rule = validate::rules().find(|rule| rule.spec.code == each.code);
            let rule = rule.map(|rule| format!("{}  ", rule.spec.summary.get(lang))).unwrap_or_default();
            let places: Vec<String> = each
                .pointers
                .iter()
                .take(MESSAGES)
                .map(|pointer| match (pointer.is_empty(), names::place(pointer, lang)) {
                    (true, _) => "/".to_owned(),
                    (false, place) if place.is_empty() => pointer.clone(),
                    (false, place) => format!("{pointer} {place}"),
                })
                .collect();
            let more = match (each.total > places.len(), lang) {
                (true, Lang::Zh) => format!(" 等{}处", each.total),
                (true, Lang::En) => format!(" … {} in all", each.total),
                (false, _) => String::new(),
            };
            page.row(
                &[("", Ink::Plain, 2)],
                Ink::Dim,
                &format!("{rule}{}  {why}  {}{more}", each.code, places.join("  ")),
            );
        }
    }
}

/// Kinds of which not every finding is listed, with their true totals.
fn unlisted(page: &mut Page<'_>, checked: &Checked, lang: Lang) {
    for (place, (code, more)) in checked.unlisted().into_iter().enumerate() {
        let total = checked.by_code().get(code).copied().unwrap_or_default();
        let listed = total.saturating_sub(more);
        if place == 0 {
            page.blank();
        }
        page.inked(
            0,
            Ink::Dim,
            &match lang {
                Lang::Zh => format!("{code}  共{total}处，列出前{listed}处"),
                Lang::En => format!("{code}  {total} in all, the first {listed} listed"),
            },
        );
    }
}

/// What the profile waives, waiver by waiver.
fn waived(page: &mut Page<'_>, checked: &Checked, lang: Lang) {
    if checked.waived_total() == 0 {
        return;
    }
    page.blank();
    let total = checked.waived_total();
    page.text(
        0,
        &match lang {
            Lang::Zh => format!("按校验口径豁免{total}处，未计入上面的次数"),
            Lang::En => format!("{total} waived by the profile, not counted above"),
        },
    );
    for (index, waiver) in checked.waivers().iter().enumerate() {
        let found: Vec<&Finding> =
            checked.waived().iter().filter(|each| each.waiver == index).map(|each| &each.finding).collect();
        let Some(first) = found.first() else { continue };
        let places: Vec<String> = found.iter().take(PLACES).map(|each| each.shown_place()).collect();
        let (count, until) = (found.len(), waiver.until);
        let (reason, authority) = (mask_personal(&waiver.reason), mask_personal(&waiver.authority));
        page.row(
            &[("", Ink::Plain, 2)],
            Ink::Dim,
            &match lang {
                Lang::Zh => format!(
                    "{}  {}  {count}处  {}  理由：{reason}（{authority}，至{until}）",
                    first.spec.summary.get(lang),
                    waiver.rule,
                    places.join(" ")
                ),
                Lang::En => format!(
                    "{}  {}  {count}  {}  why: {reason} ({authority}, until {until})",
                    first.spec.summary.get(lang),
                    waiver.rule,
                    places.join(" ")
                ),
            },
        );
    }
}

struct Group<'a> {
    path: String,
    findings: Vec<&'a Finding>,
}

/// Findings of one kind at one path, indices aside; gravest first, else in the order of the text.
fn groups(findings: &[Finding]) -> Vec<Group<'_>> {
    let mut order: Vec<Group<'_>> = Vec::new();
    let mut known: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for finding in findings {
        let path = pattern(&finding.pointer);
        let next = order.len();
        let at = *known.entry((finding.code(), path.clone())).or_insert(next);
        match order.get_mut(at) {
            Some(group) => group.findings.push(finding),
            None => order.push(Group { path, findings: vec![finding] }),
        }
    }
    order.sort_by_key(|group| group.findings.first().map(|finding| finding.severity));
    order
}

/// A pointer with `*` for every index.
fn pattern(pointer: &str) -> String {
    pointer
        .split('/')
        .map(|step| if !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit()) { "*" } else { step })
        .collect::<Vec<_>>()
        .join("/")
}

fn write(page: &mut Page<'_>, group: &Group<'_>, voice: &Voice<'_>) {
    let lang = voice.lang;
    let Some(first) = group.findings.first() else { return };
    page.blank();
    let word = first.severity.label().get(lang);
    let ink = Ink::of_severity(first.severity);
    let count = match (group.findings.len(), lang) {
        (1, _) => String::new(),
        (count, Lang::Zh) => format!("，{count}处"),
        (count, Lang::En) => format!(", {count} places"),
    };
    let width = if lang == Lang::Zh { 6 } else { 9 };
    page.row(&[(word, ink, width)], Ink::Bold, &format!("{}{count}  {}", first.spec.summary.get(lang), first.code()));
    let near = names::said(
        &names::steps(&first.pointer)
            .into_iter()
            .filter(|step| matches!(step, names::Step::Field(_)))
            .collect::<Vec<_>>(),
        lang,
    );
    let path = if group.path.is_empty() { "/" } else { &group.path };
    page.row(&[("", Ink::Plain, width)], Ink::Dim, format!("{path}  {near}").trim_end());
    // places of findings that say the same stand in one line
    let mut said: Vec<(String, Vec<&Finding>)> = Vec::new();
    for finding in &group.findings {
        let message = sentence::message(finding, voice);
        match said.iter_mut().find(|(held, _)| *held == message) {
            Some((_, places)) => places.push(finding),
            None => said.push((message, vec![finding])),
        }
    }
    for (message, findings) in said.iter().take(MESSAGES) {
        let places: Vec<String> = findings.iter().take(PLACES).map(|finding| finding.shown_place()).collect();
        let more = match (findings.len() > PLACES, lang) {
            (true, Lang::Zh) => format!(" 等{}处", findings.len()),
            (true, Lang::En) => format!(" … {} in all", findings.len()),
            (false, _) => String::new(),
        };
        page.row(&[("", Ink::Plain, width)], Ink::Plain, &format!("{}{more}  {message}", places.join(" ")));
    }
    if said.len() > MESSAGES {
        let more = said.len().saturating_sub(MESSAGES);
        page.row(
            &[("", Ink::Plain, width)],
            Ink::Dim,
            &match lang {
                Lang::Zh => format!("另有{more}种说法相同的问题"),
                Lang::En => format!("{more} more of the kind"),
            },
        );
    }
    let help = sentence::help(first, voice);
    if !help.is_empty() {
        page.row(&[("", Ink::Plain, width), (page.style.pick("改法", "help"), Ink::Good, 6)], Ink::Plain, &help);
    }
    if !first.spec.clauses.is_empty() {
        let clauses = first.spec.clauses.join(page.style.pick("、", ", "));
        page.row(&[("", Ink::Plain, width), (page.style.pick("依据", "cites"), Ink::Dim, 6)], Ink::Dim, &clauses);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::parse::parse;
    use crate::report::testing::{town, town_of};
    use crate::validate::{Profile, validate_with};

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
        let items: Vec<String> = (0..5).map(|index| format!("{{\"id\":\"I{index}\",\"since\":\"bad\"}}")).collect();
        let text = format!(
            "{{\"schema_version\":1,\"as_of\":\"2023-12-31\",\"industries\":{{\"items\":[{}]}}}}",
            items.join(",")
        );
        let plan = crate::plan::builtin("yuanqu-2023").unwrap();
        let limits = Limits { findings_of_a_kind: 3, ..Limits::default() };
        let profile = Profile::load(
            "[[waiver]]\nrule = \"structure.partial-date\"\nat = \"/industries/items/id=I1\"\nreason = \"核实中\"\n\
             authority = \"县工科局\"\nuntil = \"2023-12-31\"\n",
        );
        let checked = validate_with(parse(text.as_bytes(), &limits).unwrap(), &plan, &profile.unwrap());
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
}
