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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Options, assess, sensitivity};
    use crate::model::CountyTier;
    use crate::report::testing::town;

    fn style(lang: Lang) -> Style {
        Style { lang, width: 1_000, ..Style::default() }
    }

    #[test]
    fn every_verdict_that_depends_on_a_reading_stands_below_its_reading_and_option() {
        let (checked, plan, _) = town();
        let found = sensitivity(&checked, &plan, &Options::year(2023)).unwrap();
        let text = dependences_text(&found, &plan, &style(Lang::En));
        let mut expected = vec!["Verdicts that depend on a reading".to_owned()];
        for reading in &plan.readings {
            let here: Vec<&Dependence> = found.iter().filter(|each| each.reading == reading.id).collect();
            expected.extend(here.first().map(|_| format!("{:<5}{}", reading.id, reading.point.en)));
            let mut last = "";
            for each in here {
                if each.option != last {
                    let label = &reading.option(&each.option).unwrap().label.en;
                    expected.push(format!("     read as: {label} (--reading {}={}):", reading.id, each.option));
                    last = &each.option;
                }
                let word = |verdict: Verdict| format!("{} {}", mark(verdict), verdict.label().en);
                let title = &plan.indicator(&each.id).unwrap().title.en;
                let (before, after) = (word(each.verdict), word(each.otherwise));
                expected.push(format!("       {:<5}{title}: {before} → {after}", each.id));
            }
        }
        assert!(!found.is_empty());
        assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn that_no_verdict_depends_on_a_reading_is_said() {
        let (_, plan, _) = town();
        let text = dependences_text(&[], &plan, &style(Lang::Zh));
        assert_eq!(text, "哪些结论因条文的读法而变\n没有：换哪一种读法，各项结论都一样。\n");
    }

    #[test]
    fn what_a_supposed_tier_changes_is_told_or_that_it_changes_nothing() {
        let (checked, plan, declared) = town();
        let options = Options { tier: Some(CountyTier::PilotDemonstration), ..Options::year(2023) };
        let mut supposed = assess(&checked, &plan, &options).unwrap();
        supposed.indicators.clone_from(&declared.indicators);
        supposed.targets.clone_from(&declared.targets);
        let head = "如果县域类型是先行示范县（档案申报：重点帮扶县），会变的有\n";
        let none = changes_text(&declared, &supposed, &plan, &style(Lang::Zh));
        assert_eq!(none, format!("{head}  没有一项结论会变\n"));
        supposed.indicators[15].verdict = Verdict::Met;
        let one = changes_text(&declared, &supposed, &plan, &style(Lang::Zh));
        assert_eq!(one, format!("{head}  16   展示体验中心：✗ 未达到 → ✓ 达到\n"));
    }
}
