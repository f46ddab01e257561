//! The work list: what each department leads or supports among what is not reached.

use crate::assess::{Assessment, Standing, Verdict};
use crate::plan::Plan;
use crate::report::layout::Page;
use crate::report::style::Ink;
use crate::words::Lang;

pub(super) fn write(page: &mut Page<'_>, assessment: &Assessment, plan: &Plan) {
    let lang = page.style.lang;
    let pending: Vec<&Standing> = assessment
        .indicators
        .iter()
        .chain(&assessment.targets)
        .filter(|standing| matches!(standing.verdict, Verdict::NotMet | Verdict::Open | Verdict::Conflict))
        .collect();
    if pending.is_empty() {
        return;
    }
    page.heading(
        page.style.pick("四、按部门的待办（按职责推定）", "4. To do, by department (inferred from the duties)"),
    );
    for department in &plan.departments {
        let leads = |standing: &&&Standing| standing.departments.lead.as_ref() == Some(&department.id);
        let supports = |standing: &&&Standing| standing.departments.support.contains(&department.id);
        let led: Vec<&Standing> = pending.iter().filter(leads).copied().collect();
        let supported: Vec<&Standing> = pending.iter().filter(supports).copied().collect();
        if led.is_empty() && supported.is_empty() {
            continue;
        }
        page.inked(0, Ink::Bold, department.label.get(lang));
        for (role, list) in [(page.style.pick("牵头", "lead"), led), (page.style.pick("配合", "support"), supported)]
        {
            for verdict in [Verdict::NotMet, Verdict::Conflict, Verdict::Open] {
                let items: Vec<String> = list
                    .iter()
                    .filter(|standing| standing.verdict == verdict)
                    .map(|standing| format!("{} {}", standing.id, standing.title.get(lang)))
                    .collect();
                if items.is_empty() {
                    continue;
                }
                let width = if lang == Lang::Zh { 6 } else { 9 };
                let cells = [
                    ("", Ink::Plain, 2),
                    (role, Ink::Plain, width),
                    (verdict.label().get(lang), Ink::of(verdict), super::table::word_columns(lang).min(10)),
                ];
                page.row(&cells, Ink::Plain, &items.join(if lang == Lang::Zh { "、" } else { ", " }));
            }
        }
    }
}
