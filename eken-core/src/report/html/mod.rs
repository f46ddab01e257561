//! An assessment as one HTML file: to print on A4, to read on a phone, without network or script.
//!
//! The texts and figures are those of the terminal. The markup is HTML that is well-formed XML too; whatever comes from the
//! dossier goes through [`markup`], which escapes it.

mod badge;
mod criterion;
mod findings;
mod gap;
mod markup;
mod page;
mod readings;
mod receipt;
mod style;
mod summary;
#[cfg(test)]
mod testing;
mod verdicts;
mod work;

use super::rendition::ReportOptions;
use super::source::Source;
use crate::assess::Assessment;
use crate::plan::Plan;
use crate::validate::Checked;

/// The whole assessment of one dossier as one HTML file: the same input gives the same bytes.
pub fn html(assessment: &Assessment, checked: &Checked, plan: &Plan, options: &ReportOptions<'_>) -> String {
    page::write(&Source::new(assessment, checked, plan, options))
}

#[cfg(test)]
mod tests {
    use super::testing::{hostile, report, texts};
    use super::*;
    use crate::report::Rendition;
    use crate::report::testing::{TOWN, town_of};
    use crate::words::Lang;

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        assert_eq!(report(TOWN, &ReportOptions::default()), report(TOWN, &ReportOptions::default()));
    }

    #[test]
    fn every_indicator_and_target_stands_in_it_once_with_its_verdict() {
        for lang in [Lang::Zh, Lang::En] {
            let page = report(TOWN, &ReportOptions { lang, ..ReportOptions::default() });
            let (_, _, assessment) = town_of(TOWN);
            let rows: Vec<&str> = page.split("<tr class=\"standing\"").skip(1).collect();
            let standings: Vec<_> = assessment.indicators.iter().chain(&assessment.targets).collect();
            assert_eq!(rows.len(), standings.len());
            for (row, standing) in rows.iter().zip(standings) {
                let row = row.split("</tr>").next().unwrap();
                assert!(row.contains(&format!("badge {}\"", standing.verdict.code())), "{}: {row}", standing.id);
                assert!(row.contains(standing.verdict.label().get(lang)), "{}: {row}", standing.id);
                assert!(texts(row).contains(standing.title.get(lang)), "{}: {row}", standing.id);
            }
        }
    }

    #[test]
    fn nothing_is_fetched_and_nothing_runs() {
        for rendition in [Rendition::Public, Rendition::Internal] {
            let page = report(&hostile(), &ReportOptions { rendition, ..ReportOptions::default() });
            for reference in ["http:", "https:", " src=", "url(", "@import", "<script", "<link", "<img", "javascript:"]
            {
                assert!(!page.contains(reference), "{reference}");
            }
            assert!(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"));
        }
    }

    #[test]
    fn what_the_dossier_says_is_text_and_never_markup() {
        for rendition in [Rendition::Public, Rendition::Internal] {
            let page = report(&hostile(), &ReportOptions { rendition, ..ReportOptions::default() });
            assert!(!page.contains("<b onclick") && !page.contains("</style><"), "markup of the dossier");
            assert!(!page.contains(['\u{202e}', '\u{2066}', '\u{1b}', '\u{fffe}']), "a sign that steers");
            assert!(page.contains("&lt;b onclick=&quot;x&quot;&gt;"), "the name of the town is not told");
        }
    }

    #[test]
    fn no_value_of_a_person_is_in_either_rendition() {
        for lang in [Lang::Zh, Lang::En] {
            for rendition in [Rendition::Public, Rendition::Internal] {
                let page = report(TOWN, &ReportOptions { lang, rendition, ..ReportOptions::default() });
                assert!(!page.contains("13900000000") && !page.contains("张某某"));
            }
        }
    }

    #[test]
    fn names_of_records_are_internal_and_the_page_says_so() {
        let public = report(TOWN, &ReportOptions::default());
        let internal = report(TOWN, &ReportOptions { rendition: Rendition::Internal, ..ReportOptions::default() });
        assert!(!public.contains("展示馆") && internal.contains("展示馆"));
        assert!(!public.contains("内部资料") && internal.contains("内部资料"));
        assert!(internal.contains("class=\"watermark\"") && internal.contains("class=\"banner\""));
    }

    #[test]
    fn an_empty_dossier_makes_a_page_too() {
        let page = report("{\"schema_version\": 1}", &ReportOptions::default());
        assert!(page.contains("（未填名称的乡村e镇）") && page.ends_with("</html>\n"));
    }
}
