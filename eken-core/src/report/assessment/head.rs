//! The head: whose plan, which tier, which year, and the counts.

use crate::assess::{Assessment, Counts, Verdict};
use crate::model::kind::Code;
use crate::plan::Plan;
use crate::report::findings::total_text;
use crate::report::layout::Page;
use crate::report::sentence::{self, Voice};
use crate::report::style::{Ink, mark};
use crate::validate::Checked;
use crate::words::Lang;

pub(super) fn write(page: &mut Page<'_>, assessment: &Assessment, checked: &Checked, plan: &Plan) {
    let lang = page.style.lang;
    let town =
        assessment.town.as_deref().unwrap_or(page.style.pick("（未填名称的乡村e镇）", "(an e-town without a name)"));
    let year = assessment.acceptance_year;
    page.heading(&match lang {
        Lang::Zh => format!("{town}　{year}年评估"),
        Lang::En => format!("{town}: assessment for {year}"),
    });
    let as_of = assessment.as_of;
    let mut row = |label: &str, text: &str| page.row(&[(label, Ink::Dim, 14)], Ink::Plain, text);
    match lang {
        Lang::Zh => {
            row("方案", &format!("{}（{}）", plan.title.zh, plan.id));
            row("县域类型", &tier(assessment, plan, lang));
            row("时点", &format!("验收年度{year}年，数据截至{as_of}"));
            row("数据", &total_text(checked, lang));
            row("约束性指标", &counts(&assessment.counts, lang));
            if !assessment.targets.is_empty() {
                row("本县目标", &counts(&assessment.target_counts, lang));
            }
        }
        Lang::En => {
            row("plan", &format!("{} ({})", plan.title.en, plan.id));
            row("county tier", &tier(assessment, plan, lang));
            row("dates", &format!("acceptance year {year}, data as of {as_of}"));
            row("data", &total_text(checked, lang));
            row("indicators", &counts(&assessment.counts, lang));
            if !assessment.targets.is_empty() {
                row("targets", &counts(&assessment.target_counts, lang));
            }
        }
    }
}

/// The tier with what it rests on.
pub(in crate::report) fn tier(assessment: &Assessment, plan: &Plan, lang: Lang) -> String {
    let Some(tier) = assessment.tier else {
        let voice = Voice { lang, plan: Some(plan), with_names: false };
        let lack = assessment.tier_lack.as_ref().map(|lack| sentence::lack(lack, &voice)).unwrap_or_default();
        return match lang {
            Lang::Zh => format!("未定，分档的指标都待定：{lack}"),
            Lang::En => format!("not settled, so what depends on it is open: {lack}"),
        };
    };
    let label = tier.label();
    match (assessment.tier_supposed, lang) {
        (false, Lang::Zh) => format!("{}（档案申报，依据文件在档）", label.zh),
        (true, Lang::Zh) => format!("{}（假设，不是档案申报的）", label.zh),
        (false, Lang::En) => format!("{} (as declared, with evidence on file)", label.en),
        (true, Lang::En) => format!("{} (supposed, not as declared)", label.en),
    }
}

pub(in crate::report) fn counts(counts: &Counts, lang: Lang) -> String {
    let parts: Vec<String> = Verdict::ALL
        .into_iter()
        .filter(|verdict| counts.get(*verdict) > 0)
        .map(|verdict| match lang {
            Lang::Zh => format!("{} {} {}项", mark(verdict), verdict.label().zh, counts.get(verdict)),
            Lang::En => format!("{} {} {}", mark(verdict), counts.get(verdict), verdict.label().en),
        })
        .collect();
    parts.join(if lang == Lang::Zh { "，" } else { ", " })
}
