//! Verifying a receipt: the assessment recomputed, digest held against digest.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::layout::Page;
use super::recomputed::Recomputed;
use super::style::{Ink, Style};
use crate::assess::{Assessment, Options, Receipt, assess};
use crate::error::{Error, Result};
use crate::model::kind::Code;
use crate::plan::Plan;
use crate::quantity::Date;
use crate::validate::Checked;
use crate::words::{Lang, said};

/// 选项。The options an assessment was made with, as far as they differ from the plan's defaults: enough to recompute it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ReceiptOptions {
    /// 验收年度。Acceptance year.
    pub year: i32,
    /// 评估时点。Day up to which facts counted, `YYYY-MM-DD`.
    pub as_of: String,
    /// 假设的县域类型；没有假设时不写。Tier supposed by the caller; absent when none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub tier: Option<String>,
    /// 与默认不同的读法。Options of readings that differ from the defaults, by reading id.
    #[serde(default)]
    pub readings: BTreeMap<String, String>,
}

/// 回执文件。A receipt with what is needed to recompute it. An assessment in JSON holds the same members and serves as well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ReceiptFile {
    /// 回执。The receipt.
    pub receipt: Receipt,
    /// 选项。The options.
    pub options: ReceiptOptions,
    /// 方案编号。Id of the plan.
    pub plan: String,
}

impl ReceiptFile {
    /// The receipt file of an assessment.
    pub fn of(assessment: &Assessment) -> Self {
        let differs = assessment.readings.iter().filter(|used| !used.default);
        Self {
            receipt: assessment.receipt.clone(),
            options: ReceiptOptions {
                year: assessment.acceptance_year,
                as_of: assessment.as_of.to_string(),
                tier: assessment.tier.filter(|_| assessment.tier_supposed).map(|tier| tier.code().to_owned()),
                readings: differs.map(|used| (used.id.clone(), used.option.clone())).collect(),
            },
            plan: assessment.plan.clone(),
        }
    }

    /// Reads a receipt file, or an assessment in JSON. None when the text is neither.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The options of the call that recomputes it.
    ///
    /// # Errors
    /// When the day or the tier is none.
    pub fn call(&self) -> Result<Options> {
        let as_of = Date::parse(&self.options.as_of).ok_or_else(|| Error::Option {
            words: said!("回执中的评估时点 options.as_of 不是日期", "options.as_of of the receipt is no day"),
            help: said!(
                "回执可能被改动过；用 eken assess --receipt 重新生成",
                "the receipt may have been changed; make it anew with eken assess --receipt"
            ),
        })?;
        let ReceiptOptions { year, tier, readings, .. } = &self.options;
        Ok(Options { as_of: Some(as_of), ..Options::named(*year, None, readings.clone(), tier.as_deref())? })
    }
}

/// One digest as stated and as computed anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// What it is over: `version`, `dossier`, `plan`, `options`, `verdicts`.
    pub part: &'static str,
    /// As the receipt states it.
    pub stated: String,
    /// As computed anew.
    pub computed: String,
    /// Whether both are equal.
    pub same: bool,
}

/// Assesses anew and holds every digest of the receipt against the new one.
///
/// # Errors
/// When the options of the receipt do not fit the plan.
pub fn digests(file: &ReceiptFile, checked: &Checked, plan: &Plan) -> Result<Vec<Verification>> {
    let Receipt { version, dossier, plan, options, verdicts } = assess(checked, plan, &file.call()?)?.receipt;
    let stated = &file.receipt;
    let part = |part, stated: &str, computed: String| Verification {
        part,
        same: stated == computed,
        stated: stated.to_owned(),
        computed,
    };
    Ok(vec![
        part("version", &stated.version, version),
        part("dossier", &stated.dossier, dossier),
        part("plan", &stated.plan, plan),
        part("options", &stated.options, options),
        part("verdicts", &stated.verdicts, verdicts),
    ])
}

/// What was found: one digest a line, then the assessment where the file is one.
pub fn verification_text(parts: &[Verification], recomputed: Option<&Recomputed>, style: &Style) -> String {
    let mut page = Page::new(style);
    let lang = style.lang;
    for part in parts {
        let name = match part.part {
            "version" => style.pick("版本", "version"),
            "dossier" => style.pick("档案", "dossier"),
            "plan" => style.pick("方案", "plan"),
            "options" => style.pick("选项", "options"),
            _ => style.pick("结论", "verdicts"),
        };
        if part.same {
            page.row(&[("✓", Ink::Good, 2), (name, Ink::Plain, 10)], Ink::Plain, style.pick("一致", "the same"));
        } else {
            let text = match lang {
                Lang::Zh => format!("不一致：回执为 {}，重算为 {}", part.stated, part.computed),
                Lang::En => format!("differs: the receipt says {}, computed {}", part.stated, part.computed),
            };
            page.row(&[("✗", Ink::Bad, 2), (name, Ink::Plain, 10)], Ink::Bad, &text);
        }
    }
    if let Some(recomputed) = recomputed {
        let name = style.pick("评估结果", "assessment");
        if recomputed.same {
            let text = style.pick("各项均与重算一致", "every field is the same as computed anew");
            page.row(&[("✓", Ink::Good, 2), (name, Ink::Plain, 10)], Ink::Plain, text);
        } else {
            page.row(&[("✗", Ink::Bad, 2), (name, Ink::Plain, 10)], Ink::Bad, &differing(recomputed, lang));
        }
    }
    let same = parts.iter().all(|part| part.same);
    page.text(
        0,
        match (same, recomputed.is_none_or(|recomputed| recomputed.same)) {
            (true, true) => style.pick("回执与档案相符。", "The receipt holds for the dossier."),
            (true, false) => style.pick(
                "回执与档案相符，但文件中的评估结果与重算不一致：文件被改动过。",
                "The receipt holds for the dossier, yet the assessment in the file is not what is computed anew: the file was changed.",
            ),
            (false, _) => style.pick("回执与档案不符。", "The receipt does not hold for the dossier."),
        },
    );
    page.finish()
}

/// Where an assessment differs from the one computed anew.
fn differing(recomputed: &Recomputed, lang: Lang) -> String {
    let (total, named) = (recomputed.differences, recomputed.pointers.len());
    let places = |joint| recomputed.pointers.join(joint);
    match (lang, total > named) {
        (Lang::Zh, false) => format!("与重算有{total}处不一致：{}", places("、")),
        (Lang::Zh, true) => format!("与重算有{total}处不一致，前{named}处：{}", places("、")),
        (Lang::En, false) if total == 1 => format!("differs from what is computed anew in 1 place: {}", places(", ")),
        (Lang::En, false) => format!("differs from what is computed anew in {total} places: {}", places(", ")),
        (Lang::En, true) => {
            format!("differs from what is computed anew in {total} places, the first {named}: {}", places(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::AssessmentDocument;
    use crate::report::testing::{TOWN, town, town_of};

    #[test]
    fn a_receipt_holds_for_its_dossier_and_names_what_differs_for_another() {
        let (checked, plan, assessment) = town();
        let file = ReceiptFile::of(&assessment);
        let read = ReceiptFile::read(&serde_json::to_string(&file).unwrap()).unwrap();
        assert_eq!(read, file);
        assert!(digests(&read, &checked, &plan).unwrap().iter().all(|part| part.same));
        let (other, ..) = town_of(&TOWN.replace("312", "299"));
        let parts = digests(&read, &other, &plan).unwrap();
        let differing: Vec<&str> = parts.iter().filter(|part| !part.same).map(|part| part.part).collect();
        assert_eq!(differing, ["dossier", "verdicts"]);
        assert!(verification_text(&parts, None, &Style::default()).contains("不符"));
    }

    #[test]
    fn an_assessment_in_json_serves_as_a_receipt() {
        let (checked, plan, assessment) = town();
        let document = AssessmentDocument::new(&assessment, &checked, &plan, Lang::Zh);
        let file = ReceiptFile::read(&serde_json::to_string(&document).unwrap()).unwrap();
        assert_eq!(file, ReceiptFile::of(&assessment));
        assert_eq!(ReceiptFile::read("{}"), None);
    }

    #[test]
    fn where_an_assessment_differs_is_told_up_to_the_places_that_are_named() {
        let told = |differences, pointers: &[&str], lang| {
            let pointers = pointers.iter().map(|pointer| (*pointer).to_owned()).collect();
            differing(&Recomputed { same: false, differences, pointers }, lang)
        };
        assert_eq!(told(1, &["/a"], Lang::En), "differs from what is computed anew in 1 place: /a");
        assert_eq!(told(2, &["/a", "/b"], Lang::En), "differs from what is computed anew in 2 places: /a, /b");
        assert_eq!(
            told(3, &["/a", "/b"], Lang::En),
            "differs from what is computed anew in 3 places, the first 2: /a, /b"
        );
        assert_eq!(told(2, &["/a", "/b"], Lang::Zh), "与重算有2处不一致：/a、/b");
        assert_eq!(told(3, &["/a", "/b"], Lang::Zh), "与重算有3处不一致，前2处：/a、/b");
    }
}
