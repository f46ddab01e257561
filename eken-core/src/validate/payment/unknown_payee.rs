//! A payment of which nobody knows who got it.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5", "九6"],
        summary: Label::new("支出没有写明收款主体", "a payment names no payee"),
        message: Label::new("没有写明收款主体", "the payment names no payee"),
        help: Label::new(
            "填 payee，引用市场主体编号；收款方不是市场主体的，注明不适用",
            "add payee, the identifier of an entity; for a payee that is none, say that it does not apply",
        ),
        example: r#"{"schema_version": 1, "payments": {"items": [{"id": "Y1", "amount": 50000}]}}"#,
        ..Spec::new("payment.unknown-payee", Severity::Warning)
    },
    check: |context, found| {
        for (row, payment) in rows("payments", &context.dossier.payments) {
            if payment.payee.is_absent() {
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
    fn a_payment_to_nobody_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/payments/items/0"]);
    }

    #[test]
    fn a_payee_is_enough() {
        assert_eq!(found(&RULE, r#"{"payments": {"items": [{"payee": "E1"}]}}"#), [""; 0]);
    }
}
