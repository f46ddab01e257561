//! A registered trademark without its number.

use crate::finding::{Severity, Spec};
use crate::model::TrademarkState;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["五(四)1", "附件1-二-县市场监管局"],
        summary: Label::new("已注册的商标没有注册号", "a registered trademark has no number"),
        message: Label::new(
            "商标状态为已注册，没有注册号，无从核对",
            "the trademark is registered, and without its number nobody can look it up",
        ),
        help: Label::new(
            "补填 trademark.number；尚未核准的，状态填 applied",
            "add trademark.number; where it is not granted yet, the state is applied",
        ),
        example: r#"{"schema_version": 1, "brands": {"items": [{"id": "B1", "level": "regional_public", "name": "例", "trademark": {"state": "registered"}}]}}"#,
        ..Spec::new("brand.trademark-no-number", Severity::Warning)
    },
    check: |context, found| {
        for (row, brand) in rows("brands", &context.dossier.brands) {
            let Some(trademark) = found.value(&brand.trademark, || row.at("trademark")) else { continue };
            let state = found.value(&trademark.state, || row.at("trademark/state"));
            if state == Some(&TrademarkState::Registered) && trademark.number.is_absent() {
                found.at(row.at("trademark"), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_registration_without_number_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/brands/items/0/trademark"]);
    }

    #[test]
    fn a_number_a_reason_and_a_mark_applied_for_are_clean() {
        let dossier = r#"{"brands": {"items": [{"trademark": {"state": "registered", "number": "例1"}}, {"trademark": {"state": "applied"}},
            {"trademark": {"state": "registered", "number": {"missing": "not_collected"}}}, {"trademark": {}}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"brands": {"items": [{"trademark": {"state": 5}}]}}"#),
            ["faulty /brands/items/0/trademark/state"]
        );
    }
}
