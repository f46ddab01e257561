//! The phases as they went.

use eken_core::json::Tree;

use crate::day::month;
use crate::draft::Draft;
use crate::write::{Write, object};

pub(crate) fn phases(draft: &mut Draft<'_>) {
    let next = draft.spec.year.saturating_add(1);
    let done = |kind: &str, day: String| object! { "kind": kind, "done": day };
    let due = |kind: &str, in_month: u64| object! { "kind": kind, "due": month(next, in_month) };
    let start = vec![
        done("leading_group", draft.day(4, 6)),
        done("survey", draft.day(4, 21)),
        done("publicity", draft.day(5, 18)),
        done("regimes", draft.day(5, 19)),
    ];
    let checks = vec![done("periodic_check", draft.day(7, 14)), done("periodic_check", draft.day(10, 13))];
    let evaluation = vec![done("expert_evaluation", draft.day(12, 14)), done("rectification", draft.day(12, 26))];
    let open = || object! { "missing": "not_yet_due" };
    let rows = [
        ("start", draft.day(4, 3).tree(), draft.day(5, 26).tree(), start),
        ("implementation", draft.day(5, 8).tree(), draft.day(11, 24).tree(), checks),
        ("performance_evaluation", draft.day(11, 27).tree(), draft.day(12, 28).tree(), evaluation),
        ("acceptance", Some(open()), Some(open()), vec![due("rectification_plan", 1), due("wrap_up", 3)]),
    ];
    for (phase, started, ended, milestones) in rows {
        let item: Tree = object! {
            "phase": phase,
            "started": started,
            "ended": ended,
            "milestones": milestones,
            "milestones_complete": true,
        };
        draft.put("phases", item);
    }
}
