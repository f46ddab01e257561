//! One invoice behind two payments.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::plain::plain;
use crate::validate::twice::{Firsts, part};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5", "附件1-二-县财政局"],
        summary: Label::new("同一发票报销了两次", "one invoice stands behind two payments"),
        message: Label::new(
            "发票号与 {first} 相同，同一发票可能报销了两次",
            "the invoice is that of {first} as well: it may have been paid twice",
        ),
        help: Label::new(
            "核对原始凭证；同一发票分次支付的，在用途中写明",
            "compare with the vouchers; where one invoice is paid in parts, say so in purpose",
        ),
        example: r#"{"schema_version": 1, "payments": {"items": [{"id": "Y1", "amount": 100000, "payee": "E1", "invoice": "24142000000012345678"}, {"id": "Y2", "amount": 100000, "payee": "E1", "invoice": "2414 2000 0000 1234 5678"}]}}"#,
        ..Spec::new("payment.invoice-twice", Severity::Warning)
    },
    check: |context, found| {
        let mut firsts = Firsts::new();
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let invoice = found.value(&payment.invoice, || row.at("invoice"));
            // short numbers of two payees may be the same
            let (Some(invoice), Some(payee)) = (invoice, part(found, &payment.payee, || row.at("payee"))) else {
                continue;
            };
            let key = (plain(invoice.as_str()), payee.map(|payee| payee.as_str()));
            if let Some(first) = firsts.earlier(key, row) {
                found.at(row.at("invoice"), vec![("first", first.pointer().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_later_payment_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/payments/items/1/invoice first=/payments/items/0"]);
    }

    #[test]
    fn other_invoices_other_payees_and_none_are_clean() {
        let dossier = r#"{"payments": {"items": [{"payee": "E1", "invoice": "00000001"}, {"payee": "E2", "invoice": "00000001"},
            {"payee": "E1", "invoice": "00000002"}, {"payee": "E1"}, {"payee": "E1"}, {"payee": {"missing": "withheld"}, "invoice": "00000001"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"payments": {"items": [{"invoice": 5}]}}"#),
            ["faulty /payments/items/0/invoice"]
        );
    }
}
