//! A payment to a payee that was not registered yet.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::records::by_id;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5", "九6"],
        summary: Label::new("支付时收款主体尚未登记", "the payee was not yet registered at the payment"),
        message: Label::new(
            "支付日期 {paid} 早于收款主体的登记时间 {registered}",
            "paid on {paid} to a payee that was registered afterwards, {registered}",
        ),
        help: Label::new(
            "核对收款主体、登记时间和支付日期",
            "check the payee, its registration and the day of the payment",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "registered": "2023-05-11"}]}, "payments": {"items": [{"id": "Y1", "amount": 100000, "payee": "E1", "date": "2023-05-10"}]}}"#,
        ..Spec::new("payment.before-payee-registered", Severity::Warning)
    },
    check: |context, found| {
        let entities = by_id(&context.dossier.entities, |entity| &entity.id);
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let paid = found.value(&payment.date, || row.at("date"));
            let payee = found.value(&payment.payee, || row.at("payee"));
            let (Some(paid), Some(payee)) = (paid, payee) else { continue };
            let Some(that) = entities.get(payee.as_str()).and_then(|entity| entity.registered.known()) else {
                continue;
            };
            if that.first().is_some_and(|first| *paid < first) {
                let params = vec![("paid", paid.to_string().into()), ("registered", that.to_string().into())];
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
        assert_eq!(found(&RULE, RULE.spec.example), ["/payments/items/0/date paid=2023-05-10 registered=2023-05-11"]);
    }

    #[test]
    fn the_day_itself_what_may_be_right_and_an_unknown_payee_are_clean() {
        let dossier = r#"{"entities": {"items": [{"id": "E1", "registered": "2023-05-10"}, {"id": "E2", "registered": "2023-05"}, {"id": "E3"}, {"id": "E4", "registered": "2024"}, {"id": "E4"}]}, "payments": {"items": [
            {"payee": "E1", "date": "2023-05-10"}, {"payee": "E2", "date": "2023-05-20"}, {"payee": "E3", "date": "2023-05-20"}, {"payee": "E4", "date": "2023-05-20"},
            {"payee": "E9", "date": "2023-05-20"}, {"payee": "E1"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, r#"{"payments": {"items": [{"date": "x"}]}}"#), ["faulty /payments/items/0/date"]);
    }
}
