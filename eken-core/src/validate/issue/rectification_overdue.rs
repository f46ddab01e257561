//! An issue that was to be rectified by a day that is past, and is not.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九2"],
        summary: Label::new("问题逾期未整改", "an issue is past its deadline and not rectified"),
        message: Label::new(
            "整改期限 {due} 已过，到数据截止日 {as_of} 没有整改完成日期",
            "the deadline, {due}, is past, and up to {as_of} there is no day of rectification",
        ),
        help: Label::new(
            "已整改的，补填 rectified 和整改依据；经批准延期的，更新 due",
            "add rectified and its evidence; move due where an extension was granted",
        ),
        example: r#"{"schema_version": 1, "as_of": "2023-12-31", "issues": {"items": [{"id": "Z1", "found": "2023-06-16", "due": "2023-07-15"}]}}"#,
        ..Spec::new("issue.rectification-overdue", Severity::Warning)
    },
    check: |context, found| {
        let Some(as_of) = found.value(&context.dossier.as_of, || "/as_of".to_owned()) else { return };
        for (row, issue) in rows("issues", &context.dossier.issues) {
            let due = found.value(&issue.due, || row.at("due"));
            let rectified = found.value(&issue.rectified, || row.at("rectified"));
            let open = match rectified {
                Some(day) => day > as_of,
                // any other reason may hide a day
                None => issue.rectified.is_absent() || issue.rectified.is_not_yet_due(),
            };
            if let Some(due) = due.filter(|due| *due < as_of && open) {
                found.at(row.at("due"), vec![("due", due.to_string().into()), ("as_of", as_of.to_string().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_deadline_that_passed_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/issues/items/0/due due=2023-07-15 as_of=2023-12-31"]);
    }

    #[test]
    fn the_deadline_itself_is_in_time() {
        let of = |due: &str| found(&RULE, &RULE.spec.example.replace("2023-07-15", due)).len();
        assert_eq!(["2023-12-30", "2023-12-31", "2024-01-15"].map(of), [1, 0, 0]);
    }

    #[test]
    fn what_is_rectified_by_then_and_what_may_be_is_clean() {
        let of = |rectified: &str| {
            found(&RULE, &RULE.spec.example.replace(r#""due""#, &format!(r#""rectified": {rectified}, "due""#))).len()
        };
        assert_eq!([of("\"2023-09-01\""), of("\"2024-01-05\"")], [0, 1]);
        assert_eq!([of(r#"{"missing": "not_collected"}"#), of(r#"{"missing": "not_yet_due"}"#)], [0, 1]);
        assert_eq!(found(&RULE, &RULE.spec.example.replace(r#""as_of": "2023-12-31", "#, "")), [""; 0]);
        let faulty = RULE.spec.example.replace("2023-07-15", "七月");
        assert_eq!(skipped(&RULE, &faulty), ["faulty /issues/items/0/due"]);
    }
}
