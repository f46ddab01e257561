//! The tail: readings that are not the default, the receipt, and what the assessment is not.

use crate::assess::Assessment;
use crate::plan::Plan;
use crate::report::layout::Page;
use crate::report::style::Ink;
use crate::words::{Lang, Words};

pub(super) fn readings(page: &mut Page<'_>, assessment: &Assessment, plan: &Plan) {
    let lang = page.style.lang;
    page.heading(page.style.pick("五、条文的读法", "5. Readings of the text"));
    let mut any = false;
    for used in assessment.readings.iter().filter(|used| !used.default) {
        let Some(reading) = plan.reading(&used.id) else { continue };
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
        let count = assessment.readings.len();
        page.text(0, &match lang {
            Lang::Zh => format!("{count}处没有写明的地方都按默认读法。加 --all-readings 看哪些结论因读法而变。"),
            Lang::En => format!("All {count} open points are read by default. With --all-readings eken shows which verdicts depend on one."),
        });
    }
}

pub(super) fn receipt(page: &mut Page<'_>, assessment: &Assessment) {
    page.heading(
        page.style.pick(
            "六、回执（任何人可用 eken verify 重算核对）",
            "6. Receipt (anyone can recompute it with eken verify)",
        ),
    );
    let receipt = &assessment.receipt;
    let rows = [
        (page.style.pick("版本", "version"), &receipt.version),
        (page.style.pick("档案", "dossier"), &receipt.dossier),
        (page.style.pick("方案", "plan"), &receipt.plan),
        (page.style.pick("选项", "options"), &receipt.options),
        (page.style.pick("结论", "verdicts"), &receipt.verdicts),
    ];
    for (label, digest) in rows {
        page.row(&[(label, Ink::Dim, 9)], Ink::Dim, digest);
    }
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
