//! The file of a trainee who is on no attendance list.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::lesson::unlisted;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["五(六)功能", "附件2-11"],
        summary: Label::new("学员建了档，却没有参加过任何一场培训", "a trainee has a file and attended no session"),
        message: Label::new("各场签到名单都没有引用这份档案", "no attendance list refers to this file"),
        help: Label::new(
            "核对是否漏填签到，或档案重复、编号有误；没有参加培训的，不建学员档案",
            "check for a missing signature, a second file or a wrong identifier; who attended nothing has no file",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1"}, {"id": "T2"}]},
  "sessions": {"complete": true, "items": [{"id": "S1", "date": "2023-06-01", "attendance": ["T1"]}]}}"#,
        ..Spec::new("trainee.no-session", Severity::Info)
    },
    check: |context, found| {
        let trainees = &context.dossier.trainees;
        if trainees.items.items().is_empty() {
            return;
        }
        if let Some(why) = unlisted(context) {
            found.skip("/sessions", why);
            return;
        }
        let attended = context.attended();
        for (row, trainee) in rows("trainees", trainees) {
            let Some(id) = found.value(&trainee.id, || row.at("id")) else { continue };
            if attended.number(id.as_str()).is_none() {
                found.at(row.pointer(), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_file_that_no_list_refers_to_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/trainees/items/1"]);
    }

    #[test]
    fn a_trainee_on_any_list_is_clean() {
        assert_eq!(found(&RULE, &RULE.spec.example.replace(r#"["T1"]"#, r#"["T2", "T1"]"#)), [""; 0]);
    }

    #[test]
    fn where_a_session_or_a_list_may_be_missing_nothing_can_be_told() {
        for (from, to, why) in [
            (r#""complete": true, "#, "", "section-incomplete /sessions"),
            (r#""attendance": ["T1"]"#, r#""head_count": 5"#, "section-incomplete /sessions"),
            (r#""sessions""#, r#""meetings""#, "section-absent /sessions"),
        ] {
            let dossier = RULE.spec.example.replace(from, to);
            assert_eq!(found(&RULE, &dossier), [""; 0], "{to}");
            assert_eq!(skipped(&RULE, &dossier), [why]);
        }
        assert_eq!(skipped(&RULE, r#"{"sessions": {"items": []}}"#), [""; 0]);
    }
}
