//! An assessment as text: head, data, indicators, targets, what is lacking, who acts, readings, receipt.

mod detail;
mod head;
mod table;
mod tail;
mod work;

use super::findings;
use super::layout::Page;
use super::sentence::Voice;
use super::style::Style;
use crate::assess::Assessment;
use crate::finding::Severity;
use crate::plan::Plan;
use crate::validate::Checked;
use crate::words::Lang;

pub(super) use detail::missing;
pub(super) use detail::{departments, standing_line};
pub(super) use head::{counts, tier};
pub(super) use tail::statement_words;

/// The whole assessment of one dossier.
pub fn assessment_text(assessment: &Assessment, checked: &Checked, plan: &Plan, style: &Style) -> String {
    let mut page = Page::new(style);
    let voice = Voice { lang: style.lang, plan: Some(plan), with_names: false };
    head::write(&mut page, assessment, checked, plan);
    if Severity::ALL.into_iter().any(|severity| checked.total(severity) > 0) {
        page.heading(style.pick("一、数据问题", "1. What is wrong with the data"));
        findings::body(&mut page, checked, &Voice { with_names: true, ..voice });
    } else {
        page.heading(style.pick("一、数据没有发现问题", "1. Nothing wrong found in the data"));
    }
    let count = assessment.indicators.len();
    page.heading(&match style.lang {
        Lang::Zh => format!("二、约束性指标（{count}项）"),
        Lang::En => format!("2. Binding indicators ({count})"),
    });
    table::write(&mut page, &assessment.indicators, plan);
    detail::write(&mut page, &assessment.indicators, &voice);
    if !assessment.targets.is_empty() {
        let count = assessment.targets.len();
        page.heading(&match style.lang {
            Lang::Zh => format!("三、本县方案的目标（{count}项）"),
            Lang::En => format!("3. Targets of the county's own plan ({count})"),
        });
        table::write(&mut page, &assessment.targets, plan);
        detail::write(&mut page, &assessment.targets, &voice);
    }
    work::write(&mut page, assessment, plan);
    tail::readings(&mut page, assessment, plan);
    tail::receipt(&mut page, assessment);
    tail::statement(&mut page);
    page.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::town;

    fn text(lang: Lang, width: usize) -> String {
        let (checked, plan, assessment) = town();
        assessment_text(&assessment, &checked, &plan, &Style { lang, width, color: false })
    }

    #[test]
    fn every_indicator_and_target_is_in_it_with_the_sentence_on_acceptance() {
        let (_, _, assessment) = town();
        let zh = text(Lang::Zh, 100);
        for standing in assessment.indicators.iter().chain(&assessment.targets) {
            assert!(zh.contains(&standing.title.zh), "{} is not shown", standing.id);
        }
        assert!(zh.contains("不等于验收"), "{zh}");
        assert!(zh.contains(&assessment.receipt.dossier));
        assert!(text(Lang::En, 100).contains("no acceptance"));
    }

    #[test]
    fn what_is_over_its_ceiling_is_told_with_the_gap_and_who_leads() {
        let zh = text(Lang::Zh, 100);
        assert!(zh.contains("312平方米，要求100至300平方米，超出12平方米"), "{zh}");
        assert!(zh.contains("牵头"), "{zh}");
    }

    #[test]
    fn no_line_is_wider_than_the_page_and_nothing_personal_is_on_it() {
        for (lang, width) in [(Lang::Zh, 80), (Lang::Zh, 100), (Lang::En, 80), (Lang::En, 100)] {
            let text = text(lang, width);
            for line in text.lines() {
                assert!(super::super::layout::columns(line) <= width, "{width}: {line}");
            }
            assert!(!text.contains("13900000000") && !text.contains("张某某"));
        }
    }

    #[test]
    fn no_code_of_the_program_is_left_among_chinese_sentences() {
        let zh = text(Lang::Zh, 100);
        for code in ["offline_display", "section-incomplete", "not_met", "industry-commerce", "{"] {
            assert!(!zh.contains(code), "{code}");
        }
    }
}
