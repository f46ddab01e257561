//! A payment to a payee that had been struck off.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::records::by_id;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5", "九6"],
        summary: Label::new("收款主体在支付前已注销", "the payee was struck off before the payment"),
        message: Label::new(
            "支付日期 {paid} 晚于收款主体的注销时间 {deregistered}",
            "paid on {paid} to a payee that was struck off, {deregistered}",
        ),
        help: Label::new(
            "核对收款主体、注销时间和支付日期",
            "check the payee, its deregistration and the day of the payment",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "deregistered": "2023-05-10"}]}, "payments": {"items": [{"id": "Y1", "amount": 100000, "payee": "E1", "date": "2023-05-11"}]}}"#,
        ..Spec::new("payment.payee-deregistered", Severity::Warning)
    },
    check: |context, found| {
        let entities = by_id(&context.dossier.entities, |entity| &entity.id);
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let paid = found.value(&payment.date, || row.at("date"));
            let payee = found.value(&payment.payee, || row.at("payee"));
            let (Some(paid), Some(payee)) = (paid, payee) else { continue };
            let Some(that) = entities.get(payee.as_str()).and_then(|entity| entity.deregistered.known()) else {
                continue;
            };
            if that.last().is_some_and(|last| *paid > last) {
                let params = vec![("paid", paid.to_string().into()), ("deregistered", that.to_string().into())];
                found.at(row.at("date"), params);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_payment_that_surely_lies_on_the_wrong_side_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/payments/items/0/date paid=2023-05-11 deregistered=2023-05-10"]);
    }

    #[test]
    fn the_day_itself_what_may_be_right_and_an_unknown_payee_are_clean() {
        let dossier = r#"{"entities": {"items": [{"id": "E1", "deregistered": "2023-05-10"}, {"id": "E2", "deregistered": "2023-05"}, {"id": "E3"}, {"id": "E4", "deregistered": "2020"}, {"id": "E4"}]}, "payments": {"items": [
            {"payee": "E1", "date": "2023-05-10"}, {"payee": "E2", "date": "2023-05-20"}, {"payee": "E3", "date": "2023-05-20"}, {"payee": "E4", "date": "2023-05-20"},
            {"payee": "E9", "date": "2023-05-20"}, {"payee": "E1"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, r#"{"payments": {"items": [{"date": "x"}]}}"#), ["faulty /payments/items/0/date"]);
    }
}
