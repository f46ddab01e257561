//! The page as a whole: head, the mark on every printed page, the rooms in their order.

use super::markup::Markup;
use super::{findings, readings, receipt, style, summary, verdicts, work};
use crate::report::assessment::{Heading, rows, statement_words};
use crate::report::source::Source;
use crate::words::Lang;

/// What a reader's program may do with the page: nothing but lay it out.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The file.
pub(super) fn write(source: &Source<'_>) -> String {
    let mut markup = Markup::default();
    markup.own("<!DOCTYPE html>\n");
    let lang = match source.lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let name = source.name();
    let mark = source.options.rendition.mark().get(source.lang);
    markup.tag("html", &[("lang", lang)], |markup| {
        markup.own("\n");
        markup.tag("head", &[], |markup| {
            markup.own("\n");
            markup.void("meta", &[("charset", "utf-8")]);
            markup.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            markup.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            markup.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
            markup.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            markup.leaf("title", "", &name);
            markup.tag("style", &[], |markup| {
                markup.own(style::CSS);
                style::running(markup, &name, mark, source.is_internal());
            });
        });
        markup.tag("body", &[], |markup| {
            markup.own("\n");
            marks(markup, source, mark);
            markup.tag("main", &[], |markup| {
                markup.own("\n");
                head(markup, source, &name);
                contents(markup, source);
                summary::write(markup, source);
                verdicts::write(markup, source);
                work::write(markup, source);
                findings::write(markup, source);
                readings::write(markup, source);
                receipt::write(markup, source);
            });
        });
    });
    markup.own("\n");
    markup.finish()
}

/// What marks the internal rendition at the top of the screen and across every printed page.
fn marks(markup: &mut Markup, source: &Source<'_>, mark: &str) {
    if source.is_internal() {
        markup.leaf("div", "banner", mark);
        // what stands still is printed on every page, also where the margins cannot be written on
        markup.tag("div", &[("class", "watermark"), ("aria-hidden", "true")], |markup| markup.text(mark));
    }
}

fn head(markup: &mut Markup, source: &Source<'_>, name: &str) {
    markup.tag("header", &[("class", "head")], |markup| {
        markup.leaf("p", "kind", source.pick("乡村e镇评估报告", "Assessment of a rural e-town"));
        markup.leaf("h1", "", name);
        markup.tag("dl", &[("class", "facts")], |markup| {
            for (label, text) in rows(source.assessment, source.checked, source.plan, source.lang) {
                markup.pair(label, &text);
            }
            markup.pair(source.pick("版别", "rendition"), source.options.rendition.words().get(source.lang));
        });
        markup.leaf("p", "statement", statement_words().get(source.lang));
    });
}

/// The way to each part; on screen only.
fn contents(markup: &mut Markup, source: &Source<'_>) {
    let (indicators, targets) = (source.assessment.indicators.len(), source.assessment.targets.len());
    let text = |heading: Heading| heading.text(source.lang);
    let mut parts = vec![
        ("summary", source.pick("概览", "Summary").to_owned()),
        ("indicators", text(Heading::Indicators(indicators))),
    ];
    if targets > 0 {
        parts.push(("targets", text(Heading::Targets(targets))));
    }
    if work::is_any(source) {
        parts.push(("work", text(Heading::Work)));
    }
    parts.push(("data", text(findings::heading(source))));
    if !source.checked.not_evaluated().is_empty() {
        parts.push(("not-evaluated", crate::report::findings::not_evaluated_heading(source.lang).to_owned()));
    }
    parts.push(("readings", text(Heading::Readings)));
    parts.push(("receipt", text(Heading::Receipt)));
    markup.tag("nav", &[("aria-label", source.pick("目录", "contents"))], |markup| {
        markup.tag("ol", &[], |markup| {
            for (anchor, text) in parts {
                let short = text.split(['（', '(']).next().unwrap_or(&text).trim();
                markup.tag("li", &[], |markup| markup.link(anchor, short));
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::super::testing::report;
    use super::*;
    use crate::assess::Verdict;
    use crate::report::testing::{TOWN, Town, town, town_all, town_without_targets};
    use crate::report::{Rendition, ReportOptions};

    #[test]
    fn the_head_tells_town_year_plan_tier_dates_and_rendition() {
        let zh = report(TOWN, &ReportOptions::default());
        for part in
            ["<html lang=\"zh-CN\">", "示例乡村e镇　2023年评估", "yuanqu-2023", "重点帮扶县", "2023-12-31", "公开版"]
        {
            assert!(zh.contains(part), "{part}");
        }
        let en = ReportOptions { lang: Lang::En, rendition: Rendition::Internal, ..ReportOptions::default() };
        let en = report(TOWN, &en);
        assert!(en.contains("<html lang=\"en\">") && en.contains("Internal: not for publication"));
        assert!(en.contains("no acceptance"));
    }

    #[test]
    fn each_entry_of_the_contents_leads_somewhere() {
        let page = report(TOWN, &ReportOptions::default());
        let anchors: Vec<&str> = page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(anchors.len() > 8);
        for anchor in anchors {
            assert_eq!(page.matches(&format!(" id=\"{anchor}\"")).count(), 1, "{anchor}");
        }
    }

    #[test]
    fn an_endless_name_of_the_town_is_cut() {
        let page = report(&TOWN.replace("示例", &"例".repeat(5_000)), &ReportOptions::default());
        assert!(!page.contains(&"例".repeat(100)));
    }

    #[test]
    fn the_contents_name_only_what_is_on_the_page() {
        let anchors = |(checked, plan, assessment): &Town| -> Vec<String> {
            let options = ReportOptions::default();
            let page = write(&Source::new(assessment, checked, plan, &options));
            let list = page.split_once("<nav").unwrap().1.split_once("</nav>").unwrap().0;
            list.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
        };
        let whole = ["summary", "indicators", "targets", "work", "data", "not-evaluated", "readings", "receipt"]
            .map(str::to_owned);
        let without = |name: &str| whole.iter().filter(|each| *each != name).cloned().collect::<Vec<_>>();
        assert_eq!(anchors(&town()), whole);
        assert_eq!(anchors(&town_without_targets()), without("targets"));
        assert_eq!(anchors(&town_all(Verdict::Met)), without("work"));
    }
}
