//! A training session with a declared head-count and no attendance list.

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "五(六)功能"],
        summary: Label::new("培训只有申报人数，没有签到名单", "a session has a head-count and no attendance list"),
        message: Label::new(
            "按申报人数 {head_count} 计入培训人次；没有名单，不符合一人一档",
            "its declared {head_count} count as person-times; without a list nobody has a file of it",
        ),
        help: Label::new(
            "补签到名单 attendance，引用学员档案编号",
            "add attendance with the identifiers of the trainees' files",
        ),
        example: r#"{"schema_version": 1, "sessions": {"items": [{"id": "S1", "date": "2023-06-01", "head_count": 30}]}}"#,
        ..Spec::new("session.no-list", Severity::Warning)
    },
    check: |context, found| {
        for (row, session) in rows("sessions", &context.dossier.sessions) {
            let Some(declared) = found.value(&session.head_count, || row.at("head_count")) else { continue };
            let list = &session.attendance;
            let no_list = list.is_absent() || (list.is_whole() && list.items().is_empty());
            if no_list && declared.get() > 0 {
                found.at(row.at("head_count"), vec![("head_count", figure(&Exact::decimal(declared.number())))]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_head_count_alone_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/sessions/items/0/head_count head_count=30"]);
    }

    #[test]
    fn a_list_or_nobody_at_all_is_clean() {
        let dossier = r#"{"sessions": {"items": [{"attendance": ["T1"], "head_count": 1}, {"head_count": 0}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn an_empty_list_is_none_and_one_that_cannot_be_read_is_a_list() {
        let of = |list: &str| {
            found(&RULE, &format!(r#"{{"sessions": {{"items": [{{"attendance": {list}, "head_count": 3}}]}}}}"#)).len()
        };
        assert_eq!(["[]", "[5]"].map(of), [1, 0]);
    }
}
