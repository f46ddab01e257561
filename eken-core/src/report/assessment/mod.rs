//! An assessment as text: head, data, indicators, targets, what is lacking, who acts, readings, receipt.

mod detail;
mod head;
mod heading;
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

pub(super) use detail::{departments, missing, more_lacks, standing_line};
pub(super) use head::{blockers_heading, counts, no_blocker, open_items, rows, tier, title};
pub(super) use heading::Heading;
pub(super) use table::{decisive, group_title, titled};
pub(super) use tail::{all_default, how_to_verify, receipt_rows, statement_words};
pub(super) use work::{Task, by_when, tasks};

/// The whole assessment of one dossier.
pub fn assessment_text(assessment: &Assessment, checked: &Checked, plan: &Plan, style: &Style) -> String {
    let mut page = Page::new(style);
    let voice = Voice { lang: style.lang, plan: Some(plan), with_names: false };
    head::write(&mut page, assessment, checked, plan);
    let clean = Severity::ALL.into_iter().all(|severity| checked.total(severity) == 0);
    page.heading(&Heading::Data { clean }.numbered(style.lang));
    if !clean {
        findings::body(&mut page, checked, &Voice { with_names: true, ..voice });
    }
    page.heading(&Heading::Indicators(assessment.indicators.len()).numbered(style.lang));
    table::write(&mut page, &assessment.indicators, plan);
    detail::write(&mut page, &assessment.indicators, plan, &voice);
    if !assessment.targets.is_empty() {
        page.heading(&Heading::Targets(assessment.targets.len()).numbered(style.lang));
        table::write(&mut page, &assessment.targets, plan);
        detail::write(&mut page, &assessment.targets, plan, &voice);
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
    use crate::words::Lang;

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
