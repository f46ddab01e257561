//! What is wrong with the data, gathered by kind and path with the first places, and the rules that were not evaluated.

use super::markup::Markup;
use crate::finding::Severity;
use crate::report::assessment::Heading;
use crate::report::findings::{
    Group, MESSAGES, PLACES, Unevaluated, at, beyond, groups, more_groups, more_messages, not_evaluated_heading,
    places_in_all, total_text, unlisted, waived,
};
use crate::report::sentence::{self, Voice};
use crate::report::source::Source;
use crate::report::style::severity_mark;
use crate::words::Lang;

/// Kinds at a path that are told; a file of nothing but unknown fields has thousands.
const GROUPS: usize = 200;
/// Rules not evaluated that are told.
const RULES: usize = 200;

/// What the part is called.
pub(super) fn heading(source: &Source<'_>) -> Heading {
    Heading::Data { clean: Severity::ALL.into_iter().all(|severity| source.checked.total(severity) == 0) }
}

pub(super) fn write(markup: &mut Markup, source: &Source<'_>) {
    let lang = source.lang;
    markup.tag("section", &[("id", "data")], |markup| {
        markup.leaf("h2", "", &heading(source).text(lang));
        if heading(source) == (Heading::Data { clean: false }) {
            markup.leaf("p", "", &total_text(source.checked, lang));
        }
        let voice = Voice { with_names: true, ..source.voice };
        let groups = groups(source.checked.findings());
        for each in groups.iter().take(GROUPS) {
            group(markup, source, each, &voice);
        }
        let mut rest: Vec<String> = Vec::new();
        let more = groups.len().saturating_sub(GROUPS);
        if more > 0 {
            rest.push(more_groups(more, lang));
        }
        rest.extend(unlisted(source.checked, lang));
        rest.extend(beyond(source.checked, lang));
        lines(markup, &rest);
        if let Some((head, waivers)) = waived(source.checked, lang) {
            markup.leaf("h3", "", &head);
            lines(markup, &waivers);
        }
    });
    unevaluated(markup, source);
}

fn lines(markup: &mut Markup, lines: &[String]) {
    if !lines.is_empty() {
        markup.tag("ul", &[("class", "rest")], |markup| {
            for line in lines {
                markup.leaf("li", "", line);
            }
        });
    }
}

fn group(markup: &mut Markup, source: &Source<'_>, group: &Group<'_>, voice: &Voice<'_>) {
    let lang = source.lang;
    let first = group.first;
    markup.tag("section", &[("class", "finding")], |markup| {
        markup.tag("h3", &[], |markup| {
            severity(markup, first.severity, lang);
            markup.text(" ");
            markup.text(first.spec.summary.get(lang));
            markup.text(&group.count(lang));
            markup.text(" ");
            markup.leaf("code", "", first.code());
        });
        markup.tag("p", &[("class", "path")], |markup| {
            markup.leaf("code", "", group.path());
            markup.text(" ");
            markup.text(&group.near(lang));
        });
        let said = group.said(voice);
        markup.tag("ul", &[], |markup| {
            for (message, findings) in said.iter().take(MESSAGES) {
                markup.tag("li", &[], |markup| {
                    markup.text(message);
                    let places = findings.iter().take(PLACES).map(|finding| at(finding)).collect::<Vec<_>>().join(" ");
                    let text = format!("{places}{}", places_in_all(findings.len(), PLACES, lang));
                    // a cell says itself what it is
                    let in_cells = findings.iter().any(|finding| finding.spot.is_some());
                    let label = if in_cells { "" } else { source.pick("行:列 ", "line:column ") };
                    markup.text(" ");
                    markup.leaf("span", "places", &format!("{label}{text}"));
                    if let Some(record) = findings.first().and_then(|finding| source.record(&finding.pointer)) {
                        markup.text(" ");
                        markup.leaf("span", "record", &record);
                    }
                });
            }
            let more = said.len().saturating_sub(MESSAGES);
            if more > 0 {
                markup.leaf("li", "dim", &more_messages(more, lang));
            }
        });
        markup.tag("dl", &[("class", "facts")], |markup| {
            markup.pair(source.pick("改法", "help"), &sentence::help(first, voice));
            markup.pair(source.pick("依据", "cites"), &group.clauses(lang));
        });
    });
}

/// A severity by its colour, its sign and its word.
fn severity(markup: &mut Markup, severity: Severity, lang: Lang) {
    let class = match severity {
        Severity::Error => "badge not_met",
        Severity::Warning => "badge open",
        Severity::Info => "badge not_applicable",
    };
    markup.tag("span", &[("class", class)], |markup| {
        markup
            .tag("span", &[("class", "sign"), ("aria-hidden", "true")], |markup| markup.text(severity_mark(severity)));
        markup.text(" ");
        markup.text(severity.label().get(lang));
    });
}

fn unevaluated(markup: &mut Markup, source: &Source<'_>) {
    let all = source.checked.not_evaluated();
    if all.is_empty() {
        return;
    }
    markup.tag("section", &[("id", "not-evaluated")], |markup| {
        let name = not_evaluated_heading(source.lang);
        markup.leaf("h2", "", name);
        markup.tag("table", &[("class", "rules"), ("aria-label", name)], |markup| {
            let head = [source.pick("规则", "rule"), source.pick("原因", "why"), source.pick("位置", "where")];
            markup.tag("thead", &[], |markup| {
                markup.tag("tr", &[], |markup| {
                    for name in head {
                        markup.tag("th", &[("scope", "col")], |markup| markup.text(name));
                    }
                });
            });
            markup.tag("tbody", &[], |markup| {
                for each in all.iter().take(RULES) {
                    let rule = Unevaluated::of(each, source.lang);
                    markup.tag("tr", &[], |markup| {
                        markup.tag("th", &[("scope", "row")], |markup| {
                            markup.text(rule.summary);
                            markup.text(" ");
                            markup.leaf("code", "", rule.code);
                        });
                        markup.leaf("td", "", rule.why);
                        markup.leaf("td", "places", &rule.places);
                    });
                }
            });
        });
    });
}

#[cfg(test)]
mod tests {
    use super::super::testing::{room, room_of, texts};
    use super::*;
    use crate::finding::Spot;
    use crate::report::testing::{TOWN, said, town, town_found, town_waived};
    use crate::report::{Rendition, ReportOptions};

    #[test]
    fn a_finding_is_told_with_its_path_message_place_and_help() {
        let page = room(TOWN, &ReportOptions::default(), write);
        let text = texts(&page);
        for part in ["structure.unknown-field", "/town/nmae", "行:列 5:31", "最接近的字段是 name（项目名称）"]
        {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(!page.contains("13900000000"));
    }

    #[test]
    fn findings_of_one_kind_and_path_stand_together_and_the_record_is_named_inside_only() {
        let items: Vec<String> =
            (0..30).map(|index| format!("{{\"id\":\"I{index}\",\"name\":\"食用菌\",\"since\":\"bad\"}}")).collect();
        let text = format!("{{\"schema_version\":1,\"industries\":{{\"items\":[{}]}}}}", items.join(","));
        let public = texts(&room(&text, &ReportOptions::default(), write));
        assert!(public.contains("/industries/items/*/since") && public.contains("等30处"), "{public}");
        assert_eq!(public.matches("structure.partial-date").count(), 1);
        assert!(!public.contains("食用菌"));
        let internal = ReportOptions { rendition: Rendition::Internal, ..ReportOptions::default() };
        assert!(texts(&room(&text, &internal, write)).contains("I0 食用菌"));
    }

    #[test]
    fn kinds_beyond_the_cap_are_counted() {
        let fields: Vec<String> = (0..300).map(|index| format!("\"zz{index}\":1")).collect();
        let text = format!("{{\"schema_version\":1,{}}}", fields.join(","));
        let page = texts(&room(&text, &ReportOptions::default(), write));
        assert!(page.contains("种没有列在这里"), "{page}");
    }

    #[test]
    fn what_was_not_evaluated_is_told_with_why() {
        let page = room(TOWN, &ReportOptions { lang: Lang::En, ..ReportOptions::default() }, write);
        assert!(page.contains("id=\"not-evaluated\"") && page.contains("Rules not evaluated"), "{page}");
    }

    #[test]
    fn what_is_waived_is_told_apart_from_what_is_not() {
        let page = room_of(&town_waived(), &ReportOptions::default(), write);
        let text = texts(&page);
        let told = "按校验口径豁免1处，未计入上面的次数";
        assert!(page.contains(&format!("<h3>{told}</h3>\n<ul class=\"rest\">")), "{page}");
        assert!(text.contains("1处  1:134  理由：核实中（县工科局，至2023-12-31）"), "{text}");
        assert!(!texts(&room(TOWN, &ReportOptions::default(), write)).contains("豁免"));
    }

    #[test]
    fn a_cell_says_itself_what_it_is() {
        let (checked, plan, assessment) = town();
        let cell = Spot { nth: 0, row: 3, column: 2, table: "基本情况".into(), sheet: true, heading: None };
        let town = (checked.placed(|_| Some(cell.clone())), plan, assessment);
        let page = room_of(&town, &ReportOptions::default(), write);
        assert!(page.contains("<span class=\"places\">基本情况!B3</span>"), "{page}");
        assert!(!page.contains("行:列"), "{page}");
    }

    #[test]
    fn of_messages_that_differ_the_first_are_told_and_the_others_counted() {
        let told = |count: usize| {
            let findings = ["一", "二", "三", "四", "五"].into_iter().take(count).map(|what| said("/town", what));
            texts(&room_of(&town_found(findings.collect()), &ReportOptions::default(), write))
        };
        assert!(told(3).contains("是三") && !told(3).contains("说法相同"));
        assert!(!told(5).contains("是四") && told(5).contains("另有2种说法相同的问题"));
    }
}
