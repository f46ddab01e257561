//! One verdict's whole derivation: what is asked, what was measured from which facts, what other readings would say.

mod facts;
mod text;

pub(super) use facts::fact;
pub use text::explanation_text;
pub(super) use text::{FACTS, more_facts};

use crate::assess::{Assessment, Options, Standing, Verdict, assess};
use crate::error::{Error, Result};
use crate::plan::{Plan, Reading};
use crate::validate::Checked;

/// A standing with what another option of each reading it uses would make of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The assessment that the standing is of.
    pub assessment: Assessment,
    /// The standing.
    pub standing: Standing,
    /// The verdict under each other option of each reading that its criteria depend on, one at a time.
    pub otherwise: Vec<Otherwise>,
}

/// The verdict under another option of one reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Otherwise {
    /// Id of the reading.
    pub reading: String,
    /// Id of the option.
    pub option: String,
    /// The verdict under it.
    pub verdict: Verdict,
}

/// Explains how the verdict on one indicator or target comes about.
///
/// # Errors
/// When the plan has none of that id, and as [`assess`].
pub fn explain(checked: &Checked, plan: &Plan, options: &Options, id: &str) -> Result<Explanation> {
    let assessment = assess(checked, plan, options)?;
    let Some(standing) = assessment.standing(id).cloned() else {
        return Err(Error::Unknown {
            kind: "indicator",
            name: id.to_owned(),
            known: plan.indicators.iter().chain(&plan.targets).map(|item| item.id.clone()).collect(),
        });
    };
    let mut otherwise = Vec::new();
    for reading in consulted(plan, &standing.id) {
        let used = assessment.readings.iter().find(|used| used.id == reading.id).map(|used| used.option.as_str());
        for option in &reading.options {
            if used == Some(option.id.as_str()) {
                continue;
            }
            let mut other = options.clone();
            other.readings.insert(reading.id.clone(), option.id.clone());
            otherwise.extend(assess(checked, plan, &other)?.standing(&standing.id).map(|standing| {
                let (reading, option) = (reading.id.clone(), option.id.clone());
                Otherwise { reading, option, verdict: standing.verdict }
            }));
        }
    }
    Ok(Explanation { assessment, standing, otherwise })
}

/// The readings that the criteria of an indicator depend on, in the order of the register.
pub(super) fn consulted<'a>(plan: &'a Plan, id: &str) -> Vec<&'a Reading> {
    let mut used: Vec<&str> = Vec::new();
    for criterion in plan.indicator(id).into_iter().flat_map(|item| &item.criteria) {
        criterion.visit(&mut |each| used.extend(each.depends_on()));
    }
    plan.readings.iter().filter(|reading| used.contains(&reading.id.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Style;
    use crate::report::testing::{town, town_of};
    use crate::words::Lang;

    fn page(text: &str, id: &str, lang: Lang) -> String {
        let (checked, plan, _) = town_of(text);
        let explanation = explain(&checked, &plan, &Options::year(2023), id).unwrap();
        explanation_text(&explanation, &checked, &plan, &Style { lang, ..Style::default() })
    }

    #[test]
    fn the_whole_derivation_is_on_the_page() {
        let text = page(crate::report::testing::TOWN, "16", Lang::Zh);
        for part in ["312平方米 > 300平方米", "/facilities/items/0", "展示馆", "R13", "牵头", "附件2-16", "还缺"]
        {
            assert!(text.contains(part), "{part} is not in:\n{text}");
        }
        let english = page(crate::report::testing::TOWN, "16", Lang::En);
        for part in ["312 m² > 300 m²", "not met", "lead"] {
            assert!(english.contains(part), "{part} is not in:\n{english}");
        }
    }

    #[test]
    fn a_standing_is_explained_without_a_code_or_a_person_in_the_chinese_text() {
        let (checked, plan, assessment) = town();
        for standing in assessment.indicators.iter().chain(&assessment.targets).step_by(6) {
            let explanation = explain(&checked, &plan, &Options::year(2023), &standing.id).unwrap();
            let text = explanation_text(&explanation, &checked, &plan, &Style::default());
            assert!(!text.contains("13900000000") && !text.contains("张某某"), "{text}");
            assert!(!text.contains("{"), "{text}");
        }
    }

    #[test]
    fn another_option_of_a_reading_is_tried() {
        let (checked, plan, _) = town();
        let explanation = explain(&checked, &plan, &Options::year(2023), "16").unwrap();
        assert!(explanation.otherwise.iter().any(|each| each.reading == "R13" && each.option == "areas-add-up"));
        let unknown = explain(&checked, &plan, &Options::year(2023), "29").unwrap_err();
        assert!(matches!(unknown, Error::Unknown { kind: "indicator", .. }));
    }

    #[test]
    fn a_verdict_that_another_reading_would_change_is_told_with_that_verdict() {
        let (checked, plan, _) = town();
        let found = crate::assess::sensitivity(&checked, &plan, &Options::year(2023)).unwrap();
        assert!(!found.is_empty());
        for each in found {
            let explanation = explain(&checked, &plan, &Options::year(2023), &each.id).unwrap();
            let text = explanation_text(&explanation, &checked, &plan, &Style { width: 200, ..Style::default() });
            let label = &plan.reading(&each.reading).unwrap().option(&each.option).unwrap().label.zh;
            let (sign, word) = (crate::report::style::mark(each.otherwise), each.otherwise.label().zh);
            let said = format!("如取“{label}”：{sign} {word}（--reading {}={}）", each.reading, each.option);
            assert!(text.contains(&said), "{said} is not in:\n{text}");
        }
    }
}
