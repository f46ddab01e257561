//! The page as a whole: head, the mark on every printed page, the rooms in their order.

use super::markup::Markup;
use super::sheet::{Sheet, cut};
use super::{findings, readings, receipt, style, summary, verdicts, work};
use crate::report::assessment::{Heading, rows, statement_words, title};
use crate::words::Lang;

/// What a reader's program may do with the page: nothing but lay it out.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The file.
pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let mut markup = Markup::default();
    markup.own("<!DOCTYPE html>\n");
    let lang = match sheet.lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let name = cut(&title(sheet.assessment, sheet.lang));
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
                style::running(markup, &name, mark(sheet), sheet.is_internal());
            });
        });
        markup.tag("body", &[], |markup| {
            markup.own("\n");
            marks(markup, sheet);
            markup.tag("main", &[], |markup| {
                markup.own("\n");
                head(markup, sheet, &name);
                contents(markup, sheet);
                summary::write(markup, sheet);
                verdicts::write(markup, sheet);
                work::write(markup, sheet);
                findings::write(markup, sheet);
                readings::write(markup, sheet);
                receipt::write(markup, sheet);
            });
        });
    });
    markup.own("\n");
    markup.finish()
}

/// What marks the internal rendition at the top of the screen and across every printed page.
fn marks(markup: &mut Markup, sheet: &Sheet<'_>) {
    if sheet.is_internal() {
        markup.leaf("div", "banner", mark(sheet));
        // what stands still is printed on every page, also where the margins cannot be written on
        markup.tag("div", &[("class", "watermark"), ("aria-hidden", "true")], |markup| markup.text(mark(sheet)));
    }
}

/// The rendition, in the words of its mark.
const fn mark(sheet: &Sheet<'_>) -> &'static str {
    match sheet.options.rendition {
        super::Rendition::Internal => sheet.pick("内部资料　不得公开", "Internal: not for publication"),
        super::Rendition::Public => sheet.pick("公开版", "Public rendition"),
    }
}

fn head(markup: &mut Markup, sheet: &Sheet<'_>, name: &str) {
    markup.tag("header", &[("class", "head")], |markup| {
        markup.leaf("p", "kind", sheet.pick("乡村e镇评估报告", "Assessment of a rural e-town"));
        markup.leaf("h1", "", name);
        markup.tag("dl", &[("class", "facts")], |markup| {
            for (label, text) in rows(sheet.assessment, sheet.checked, sheet.plan, sheet.lang) {
                markup.pair(label, &text);
            }
            markup.pair(sheet.pick("版别", "rendition"), rendition(sheet));
        });
        markup.leaf("p", "statement", statement_words().get(sheet.lang));
    });
}

/// What the rendition shows, in words.
const fn rendition(sheet: &Sheet<'_>) -> &'static str {
    match sheet.options.rendition {
        super::Rendition::Internal => sheet.pick(
            "内部版：列出所依据记录的名称和数值；人员姓名、证件号、电话一律不列",
            "internal: tells records by name and figures; no name, id or phone number of a person",
        ),
        super::Rendition::Public => sheet.pick(
            "公开版：所依据的记录只列序号；人员姓名、证件号、电话一律不列",
            "public: tells records by their number only; no name, id or phone number of a person",
        ),
    }
}

/// The way to each part; on screen only.
fn contents(markup: &mut Markup, sheet: &Sheet<'_>) {
    let (indicators, targets) = (sheet.assessment.indicators.len(), sheet.assessment.targets.len());
    let text = |heading: Heading| heading.text(sheet.lang);
    let mut parts = vec![
        ("summary", sheet.pick("概览", "Summary").to_owned()),
        ("indicators", text(Heading::Indicators(indicators))),
    ];
    if targets > 0 {
        parts.push(("targets", text(Heading::Targets(targets))));
    }
    if work::is_any(sheet) {
        parts.push(("work", text(Heading::Work)));
    }
    parts.push(("data", text(findings::heading(sheet))));
    if !sheet.checked.not_evaluated().is_empty() {
        parts.push(("not-evaluated", crate::report::findings::not_evaluated_heading(sheet.lang).to_owned()));
    }
    parts.push(("readings", text(Heading::Readings)));
    parts.push(("receipt", text(Heading::Receipt)));
    markup.tag("nav", &[("aria-label", sheet.pick("目录", "contents"))], |markup| {
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
    use super::super::{HtmlOptions, Rendition};
    use super::*;
    use crate::report::testing::TOWN;

    #[test]
    fn the_head_tells_town_year_plan_tier_dates_and_rendition() {
        let zh = report(TOWN, &HtmlOptions::default());
        for part in
            ["<html lang=\"zh-CN\">", "示例乡村e镇　2023年评估", "yuanqu-2023", "重点帮扶县", "2023-12-31", "公开版"]
        {
            assert!(zh.contains(part), "{part}");
        }
        let en = HtmlOptions { lang: Lang::En, rendition: Rendition::Internal, ..HtmlOptions::default() };
        let en = report(TOWN, &en);
        assert!(en.contains("<html lang=\"en\">") && en.contains("Internal: not for publication"));
        assert!(en.contains("no acceptance"));
    }

    #[test]
    fn each_entry_of_the_contents_leads_somewhere() {
        let page = report(TOWN, &HtmlOptions::default());
        let anchors: Vec<&str> = page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(anchors.len() > 8);
        for anchor in anchors {
            assert_eq!(page.matches(&format!(" id=\"{anchor}\"")).count(), 1, "{anchor}");
        }
    }

    #[test]
    fn an_endless_name_of_the_town_is_cut() {
        let page = report(&TOWN.replace("示例", &"例".repeat(5_000)), &HtmlOptions::default());
        assert!(!page.contains(&"例".repeat(100)));
    }
}
