//! A payment before the funds it comes from had arrived.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5"],
        summary: Label::new("支出早于资金到位", "a payment is dated before its appropriation"),
        message: Label::new("支付日期 {paid} 早于资金到位日期 {arrived}", "paid on {paid}, appropriated on {arrived}"),
        help: Label::new("核对两个日期；先行垫付的在用途中写明", "check both dates; say in purpose if it was advanced"),
        example: r#"{"schema_version": 1, "appropriations": {"items": [{"id": "A1", "nature": "county", "amount": 100000, "date": "2023-06-01"}]}, "payments": {"items": [{"id": "Y1", "appropriation": "A1", "amount": 80000, "date": "2023-05-01"}]}}"#,
        ..Spec::new("payment.before-appropriation", Severity::Warning)
    },
    check: |context, found| {
        let mut arrived = BTreeMap::new();
        for (row, appropriation) in rows("appropriations", &context.dossier.appropriations) {
            let date = found.value(&appropriation.date, || row.at("date"));
            if let (Some(id), Some(date)) = (appropriation.id.known(), date) {
                arrived.entry(id.as_str()).or_insert(date);
            }
        }
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let from = payment.appropriation.known().and_then(|from| arrived.get(from.as_str()));
            let this = found.value(&payment.date, || row.at("date"));
            if let (Some(this), Some(that)) = (this, from.copied())
                && this < that
            {
                found.at(row.at("date"), vec![("paid", this.to_string().into()), ("arrived", that.to_string().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_payment_that_does_not_fit_its_appropriation_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/payments/items/0/date paid=2023-05-01 arrived=2023-06-01"]);
    }

    #[test]
    fn one_that_fits_and_one_of_unknown_source_are_clean() {
        let dossier = r#"{"appropriations": {"items": [{"id": "A1", "date": "2023-06-01"}]}, "payments": {"items": [
            {"appropriation": "A1", "date": "2023-06-01"}, {"appropriation": "A2", "date": "2023-05-01"}, {"date": "2023-05-01"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
