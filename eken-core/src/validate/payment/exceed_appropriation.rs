//! Payments that together are larger than the appropriation they come from.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5"],
        summary: Label::new("支出合计超过拨入资金", "the payments from an appropriation are larger than it"),
        message: Label::new(
            "从此笔资金支出合计 {paid} 元，超过拨入的 {appropriated} 元",
            "{paid} yuan were paid from it, {appropriated} yuan were appropriated",
        ),
        help: Label::new(
            "核对各笔支出的资金来源和金额；金额单位为元",
            "check source and amount of each payment; amounts are in yuan",
        ),
        example: r#"{"schema_version": 1, "appropriations": {"items": [{"id": "A1", "nature": "provincial", "amount": 100000}]}, "payments": {"items": [{"id": "Y1", "appropriation": "A1", "amount": 80000}, {"id": "Y2", "appropriation": "A1", "amount": 30000}]}}"#,
        ..Spec::new("payments.exceed-appropriation", Severity::Error)
    },
    check: |context, found| {
        let mut paid: BTreeMap<&str, Exact> = BTreeMap::new();
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let from = found.value(&payment.appropriation, || row.at("appropriation"));
            let amount = found.value(&payment.amount, || row.at("amount"));
            if let (Some(from), Some(amount)) = (from, amount) {
                let sum = paid.entry(from.as_str()).or_insert_with(Exact::zero);
                *sum = sum.plus(&Exact::decimal(amount.value.number()));
            }
        }
        for (row, appropriation) in rows("appropriations", &context.dossier.appropriations) {
            let Some(paid) = appropriation.id.known().and_then(|id| paid.get(id.as_str())) else { continue };
            let Some(amount) = found.value(&appropriation.amount, || row.at("amount")) else { continue };
            let appropriated = Exact::decimal(amount.value.number());
            if *paid > appropriated {
                found.at(row.at("amount"), vec![("paid", figure(paid)), ("appropriated", figure(&appropriated))]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn payments_beyond_the_appropriation_are_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/appropriations/items/0/amount paid=110000 appropriated=100000"]);
    }

    #[test]
    fn all_of_it_may_be_paid_and_a_faulty_amount_is_noted() {
        let dossier = r#"{"appropriations": {"items": [{"id": "A1", "amount": 0.3}, {"id": "A2", "amount": 1}]}, "payments": {"items": [
            {"appropriation": "A1", "amount": 0.1}, {"appropriation": "A1", "amount": 0.2}, {"appropriation": "A2", "amount": "x"}, {"amount": 9}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /payments/items/2/amount"]);
    }
}
