//! A payment of which neither the nature of the funds nor their source is known.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5"],
        summary: Label::new("支出没有资金性质，也没有资金来源", "a payment has neither a nature of funds nor a source"),
        message: Label::new(
            "没有写明资金性质和资金来源，无法按性质分别核算",
            "neither nature nor appropriation is given, so that it cannot be accounted for by nature",
        ),
        help: Label::new(
            "填 appropriation，引用拨入资金的编号；自筹资金填 nature",
            "add appropriation, the identifier of the funds; for self-raised funds add nature",
        ),
        example: r#"{"schema_version": 1, "payments": {"items": [{"id": "Y1", "amount": 100000, "payee": "E1"}]}}"#,
        ..Spec::new("payment.no-nature", Severity::Warning)
    },
    check: |context, found| {
        for (row, payment) in rows("payments", &context.dossier.payments) {
            if payment.nature.is_absent() && payment.appropriation.is_absent() {
                found.at(row.pointer(), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_payment_out_of_nowhere_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/payments/items/0"]);
    }

    #[test]
    fn a_nature_a_source_or_a_reason_is_enough() {
        let dossier = r#"{"payments": {"items": [{"nature": "self_raised"}, {"appropriation": "A1"}, {"appropriation": {"missing": "not_collected"}}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
