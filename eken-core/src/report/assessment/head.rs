//! The head: whose plan, which tier, which year, and the counts.

use crate::assess::{Assessment, Counts, Verdict};
use crate::model::kind::Code;
use crate::plan::Plan;
use crate::report::findings::total_text;
use crate::report::layout::Page;
use crate::report::sentence::{self, Voice};
use crate::report::style::{Ink, mark};
use crate::validate::Checked;
use crate::words::{Label, Lang};

pub(super) fn write(page: &mut Page<'_>, assessment: &Assessment, checked: &Checked, plan: &Plan) {
    let lang = page.style.lang;
    page.heading(&title(assessment, lang));
    let rows = rows(assessment, checked, plan, lang);
    for (label, text) in rows.into_iter().chain(count_rows(assessment, lang)) {
        page.row(&[(label, Ink::Dim, 14)], Ink::Plain, &text);
    }
}

/// The town and the year.
pub(in crate::report) fn title(assessment: &Assessment, lang: Lang) -> String {
    let (town, year) = (assessment.town.as_deref(), assessment.acceptance_year);
    match lang {
        Lang::Zh => format!("{}　{year}年评估", town.unwrap_or("（未填名称的乡村e镇）")),
        Lang::En => format!("{}: assessment for {year}", town.unwrap_or("(an e-town without a name)")),
    }
}

/// Plan, tier, dates and data, each with its label.
pub(in crate::report) fn rows(
    assessment: &Assessment,
    checked: &Checked,
    plan: &Plan,
    lang: Lang,
) -> Vec<(&'static str, String)> {
    let (year, as_of) = (assessment.acceptance_year, assessment.as_of);
    let (tier, data) = (tier(assessment, plan, lang), total_text(checked, lang));
    match lang {
        Lang::Zh => vec![
            ("方案", format!("{}（{}）", plan.title.zh, plan.id)),
            ("县域类型", tier),
            ("时点", format!("验收年度{year}年，数据截至{as_of}")),
            ("数据", data),
        ],
        Lang::En => vec![
            ("plan", format!("{} ({})", plan.title.en, plan.id)),
            ("county tier", tier),
            ("dates", format!("acceptance year {year}, data as of {as_of}")),
            ("data", data),
        ],
    }
}

/// The counts of indicators and of targets, each with its label.
fn count_rows(assessment: &Assessment, lang: Lang) -> Vec<(&'static str, String)> {
    let (indicators, targets) = match lang {
        Lang::Zh => ("约束性指标", "本县目标"),
        Lang::En => ("indicators", "targets"),
    };
    let mut rows = vec![(indicators, counts(&assessment.counts, lang))];
    if !assessment.targets.is_empty() {
        rows.push((targets, counts(&assessment.target_counts, lang)));
    }
    rows
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

/// How many have each verdict.
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

/// What the list of what stands in the way is called.
pub(in crate::report) const fn blockers_heading() -> Label {
    Label::new("先看这几项", "What stands in the way")
}

/// That nothing stands in the way.
pub(in crate::report) const fn no_blocker() -> Label {
    Label::new("没有未达到或数据冲突的项。", "Nothing is not met or in conflict.")
}

/// How many are open, and where it is told why.
pub(in crate::report) fn open_items(open: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{open}项，缺什么、谁来办，见各项结论和按部门的待办"),
        Lang::En => format!("{open}; what is missing and who acts stands with the verdicts and in the work list"),
    }
}
