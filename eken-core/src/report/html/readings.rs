//! The readings used, and which verdicts another one would change.

use super::badge::{anchor, badge, clauses};
use super::markup::Markup;
use crate::assess::{ReadingUsed, Verdict, differences};
use crate::report::assessment::{Heading, all_default};
use crate::report::dependence::{changes_heading, dependences_heading, no_change, no_dependence, read_otherwise};
use crate::report::source::Source;
use crate::words::Lang;

pub(super) fn write(markup: &mut Markup, source: &Source<'_>) {
    markup.tag("section", &[("id", "readings")], |markup| {
        markup.leaf("h2", "", &Heading::Readings.text(source.lang));
        let (own, default): (Vec<&ReadingUsed>, Vec<&ReadingUsed>) =
            source.assessment.readings.iter().partition(|used| !used.default);
        if own.is_empty() {
            markup.leaf("p", "", &all_default(source.assessment.readings.len(), source.lang));
        } else {
            table(markup, source, &own);
        }
        if !default.is_empty() {
            let count = default.len();
            markup.tag("details", &[], |markup| {
                let text = match source.lang {
                    Lang::Zh => format!("按默认读法的{count}处"),
                    Lang::En => format!("The {count} read by default"),
                };
                markup.leaf("summary", "", &text);
            });
            markup.tag("div", &[("class", "folded")], |markup| table(markup, source, &default));
        }
        dependences(markup, source);
        changes(markup, source);
    });
}

fn table(markup: &mut Markup, source: &Source<'_>, readings: &[&ReadingUsed]) {
    let head = [
        source.pick("编号", "id"),
        source.pick("没有写明的地方", "what is left open"),
        source.pick("所取读法", "read as"),
    ];
    markup.tag("table", &[("class", "readings"), ("aria-label", &Heading::Readings.text(source.lang))], |markup| {
        markup.tag("thead", &[], |markup| {
            markup.tag("tr", &[], |markup| {
                for name in head {
                    markup.tag("th", &[("scope", "col")], |markup| markup.text(name));
                }
            });
        });
        markup.tag("tbody", &[], |markup| {
            let readings = readings.iter().filter_map(|used| Some((used, source.plan.reading(&used.id)?)));
            for (used, reading) in readings {
                let label =
                    |id: &str| reading.option(id).map(|option| option.label.get(source.lang)).unwrap_or_default();
                let (option, default) = (label(&used.option), label(&reading.default));
                let option = match (used.default, source.lang) {
                    (true, _) => option.to_owned(),
                    (false, Lang::Zh) => format!("{option}（默认：{default}）"),
                    (false, Lang::En) => format!("{option} (default: {default})"),
                };
                markup.tag("tr", &[], |markup| {
                    markup.tag("th", &[("scope", "row")], |markup| markup.text(&used.id));
                    markup.tag("td", &[], |markup| {
                        markup.text(reading.point.get(source.lang));
                        let list = |markup: &mut Markup| clauses(markup, &reading.clauses, source.joint());
                        markup.tag("p", &[("class", "clauses")], list);
                    });
                    markup.leaf("td", "", &option);
                });
            }
        });
    });
}

/// The verdicts that depend on a reading, where every reading was tried.
fn dependences(markup: &mut Markup, source: &Source<'_>) {
    let Some(found) = source.options.dependences else { return };
    let lang = source.lang;
    markup.leaf("h3", "", dependences_heading(lang));
    if found.is_empty() {
        markup.leaf("p", "", no_dependence(lang));
    }
    for reading in &source.plan.readings {
        let changed = |option: &str| {
            let (reading, option) = (reading.id.clone(), option.to_owned());
            found.iter().filter(move |each| each.reading == reading && each.option == option)
        };
        if found.iter().all(|each| each.reading != reading.id) {
            continue;
        }
        markup.leaf("h4", "", &format!("{} {}", reading.id, reading.point.get(lang)));
        for option in reading.options.iter().filter(|option| changed(&option.id).next().is_some()) {
            markup.leaf("p", "", &read_otherwise(reading, option, lang));
            markup.tag("ul", &[("class", "changes")], |markup| {
                for each in changed(&option.id) {
                    change(markup, source, &each.id, each.verdict, each.otherwise);
                }
            });
        }
    }
}

/// What the supposed tier changes against the declared one.
fn changes(markup: &mut Markup, source: &Source<'_>) {
    let Some(declared) = source.options.declared else { return };
    markup.leaf("h3", "", &changes_heading(declared, source.assessment, source.lang));
    let changes: Vec<(String, Verdict, Verdict)> = differences(declared, source.assessment).collect();
    if changes.is_empty() {
        markup.leaf("p", "", no_change(source.lang));
    }
    markup.tag("ul", &[("class", "changes")], |markup| {
        for (id, before, after) in changes {
            change(markup, source, &id, before, after);
        }
    });
}

fn change(markup: &mut Markup, source: &Source<'_>, id: &str, before: Verdict, after: Verdict) {
    let title = source.plan.indicator(id).map(|item| item.title.get(source.lang)).unwrap_or_default();
    markup.tag("li", &[], |markup| {
        markup.link(&anchor(source, id), &format!("{id} {title}"));
        markup.text(" ");
        badge(markup, before, source.lang);
        markup.text(" → ");
        badge(markup, after, source.lang);
    });
}

#[cfg(test)]
mod tests {
    use super::super::testing::{room, room_of, texts};
    use super::*;
    use crate::assess::{Options, assess, sensitivity};
    use crate::model::CountyTier;
    use crate::report::ReportOptions;
    use crate::report::testing::{TOWN, town};

    #[test]
    fn every_reading_is_told_and_that_all_are_the_default() {
        let (_, plan, _) = town();
        let text = texts(&room(TOWN, &ReportOptions::default(), write));
        assert!(text.contains("都按默认读法"), "{text}");
        for reading in &plan.readings {
            assert!(text.contains(&reading.point.zh), "{}", reading.id);
        }
    }

    #[test]
    fn what_another_reading_and_another_tier_would_change_is_told() {
        let (checked, plan, declared) = town();
        let options = Options { tier: Some(CountyTier::PilotDemonstration), ..Options::year(2023) };
        let supposed = assess(&checked, &plan, &options).unwrap();
        let found = sensitivity(&checked, &plan, &Options::year(2023)).unwrap();
        assert!(!found.is_empty());
        let html = ReportOptions { dependences: Some(&found), declared: Some(&declared), ..ReportOptions::default() };
        let mut markup = Markup::default();
        write(&mut markup, &Source::new(&supposed, &checked, &plan, &html));
        let page = markup.finish();
        let changes = differences(&declared, &supposed).count();
        assert_eq!(page.matches(" → ").count(), found.len() + changes);
        assert!(texts(&page).contains("如果县域类型是先行示范县"), "{page}");
    }

    #[test]
    fn readings_of_the_callers_choice_stand_before_the_folded_defaults() {
        let (checked, plan, _) = town();
        let mut options = Options::year(2023);
        options.readings.insert("R13".to_owned(), "areas-add-up".to_owned());
        let assessment = assess(&checked, &plan, &options).unwrap();
        let count = plan.readings.len();
        let mut town = (checked, plan, assessment);
        let one = room_of(&town, &ReportOptions::default(), write);
        let (before, folded) = one.split_once("<details>").unwrap();
        assert!(texts(before).contains("面积相加（默认：其中一处单独达到）"), "{before}");
        assert!(!texts(before).contains("都按默认读法"), "{before}");
        assert_eq!(before.matches("scope=\"row\"").count(), 1);
        assert_eq!(folded.matches("scope=\"row\"").count(), count - 1);
        assert!(texts(folded).contains(&format!("按默认读法的{}处", count - 1)), "{folded}");
        town.2.readings.retain(|used| !used.default);
        let all = room_of(&town, &ReportOptions::default(), write);
        assert!(all.contains("面积相加") && !all.contains("<details>"), "{all}");
        assert_eq!(all.matches("scope=\"row\"").count(), 1);
    }

    #[test]
    fn that_a_supposed_tier_changes_nothing_is_said() {
        let (checked, plan, declared) = town();
        let options = ReportOptions { declared: Some(&declared), ..ReportOptions::default() };
        let page = room_of(&(checked, plan, declared.clone()), &options, write);
        assert!(page.contains("<p>没有一项结论会变</p>") && !page.contains(" → "), "{page}");
    }
}
