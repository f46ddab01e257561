//! The tail: readings that are not the default, the receipt, and what the assessment is not.

use super::heading::Heading;
use crate::assess::{Assessment, Receipt};
use crate::plan::Plan;
use crate::report::layout::Page;
use crate::report::style::Ink;
use crate::words::{Label, Lang, Words};

pub(super) fn readings(page: &mut Page<'_>, assessment: &Assessment, plan: &Plan) {
    let lang = page.style.lang;
    page.heading(&Heading::Readings.numbered(lang));
    let mut any = false;
    let own = assessment.readings.iter().filter(|used| !used.default);
    for (used, reading) in own.filter_map(|used| Some((used, plan.reading(&used.id)?))) {
        any = true;
        let label = |id: &str| reading.option(id).map(|option| option.label.get(lang)).unwrap_or_default().to_owned();
        let text = match lang {
            Lang::Zh => {
                format!("{}：取“{}”，默认是“{}”", reading.point.zh, label(&used.option), label(&reading.default))
            }
            Lang::En => format!("{}: {} (default: {})", reading.point.en, label(&used.option), label(&reading.default)),
        };
        page.row(&[(&used.id, Ink::Bold, 5)], Ink::Plain, &text);
    }
    if !any {
        page.text(0, &all_default(assessment.readings.len(), lang));
    }
}

/// That every open point is read by default.
pub(in crate::report) fn all_default(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count}处没有写明的地方都按默认读法。加 --all-readings 看哪些结论因读法而变。"),
        Lang::En => format!(
            "All {count} open points are read by default. With --all-readings eken shows which verdicts depend on one."
        ),
    }
}

pub(super) fn receipt(page: &mut Page<'_>, assessment: &Assessment) {
    let lang = page.style.lang;
    page.heading(&Heading::Receipt.numbered(lang));
    for (label, digest) in receipt_rows(&assessment.receipt, lang) {
        page.row(&[(label, Ink::Dim, 9)], Ink::Dim, digest);
    }
}

/// The digests of a receipt, each with its label.
pub(in crate::report) fn receipt_rows(receipt: &Receipt, lang: Lang) -> [(&'static str, &str); 5] {
    let Receipt { version, dossier, plan, options, verdicts } = receipt;
    let digests = [version, dossier, plan, options, verdicts].map(String::as_str);
    let labels = match lang {
        Lang::Zh => ["版本", "档案", "方案", "选项", "结论"],
        Lang::En => ["version", "dossier", "plan", "options", "verdicts"],
    };
    let mut rows = labels.map(|label| (label, ""));
    for ((_, held), digest) in rows.iter_mut().zip(digests) {
        *held = digest;
    }
    rows
}

/// How anyone holds a report against the dossier.
pub(in crate::report) const fn how_to_verify() -> Label {
    Label::new(
        "核对办法：把下面一段存为 receipt.json，与档案放在一起，运行 eken verify receipt.json 档案.json；各项摘要都相同，说明档案、方案、选项和结论与本报告一致。",
        "To verify: save what follows as receipt.json beside the dossier and run eken verify receipt.json DOSSIER.json; where every digest is the same, dossier, plan, options and verdicts are those of this report.",
    )
}

pub(super) fn statement(page: &mut Page<'_>) {
    let words = statement_words();
    page.blank();
    let lang = page.style.lang;
    page.text(0, words.get(lang));
}

/// What an assessment is not (R32).
pub(in crate::report) fn statement_words() -> Words {
    Words::new(
        "以上逐项说明是否达到要求。方案没有写明怎样汇总成总的结论，本评估不等于验收。",
        "Each indicator stands for itself. The plan gives no rule for an overall result, and this assessment is no acceptance.",
    )
}
