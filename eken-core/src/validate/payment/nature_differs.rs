//! A payment booked under another nature of funds than its appropriation.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5"],
        summary: Label::new("支出的资金性质与来源不一致", "a payment is of another nature than its appropriation"),
        message: Label::new(
            "记为 {nature}，资金来源为 {source}；应按资金性质分别核算",
            "booked as {nature}, appropriated as {source}; each nature has its own account",
        ),
        help: Label::new("核对资金性质和资金来源", "check the nature and the appropriation"),
        example: r#"{"schema_version": 1, "appropriations": {"items": [{"id": "A1", "amount": 100000, "nature": "provincial"}]}, "payments": {"items": [{"id": "Y1", "appropriation": "A1", "amount": 80000, "nature": "county"}]}}"#,
        ..Spec::new("payment.nature-differs", Severity::Warning)
    },
    check: |context, found| {
        let mut arrived = BTreeMap::new();
        for (row, appropriation) in rows("appropriations", &context.dossier.appropriations) {
            let nature = found.value(&appropriation.nature, || row.at("nature"));
            if let (Some(id), Some(nature)) = (appropriation.id.known(), nature) {
                arrived.entry(id.as_str()).or_insert(nature);
            }
        }
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let from = payment.appropriation.known().and_then(|from| arrived.get(from.as_str()));
            let this = found.value(&payment.nature, || row.at("nature"));
            if let (Some(this), Some(that)) = (this, from.copied())
                && this != that
            {
                found.at(row.at("nature"), vec![("nature", this.code().into()), ("source", that.code().into())]);
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
        assert_eq!(found(&RULE, RULE.spec.example), ["/payments/items/0/nature nature=county source=provincial"]);
    }

    #[test]
    fn one_that_fits_and_one_of_unknown_source_are_clean() {
        let dossier = r#"{"appropriations": {"items": [{"id": "A1", "nature": "provincial"}]}, "payments": {"items": [
            {"appropriation": "A1", "nature": "provincial"}, {"appropriation": "A2", "nature": "county"}, {"nature": "county"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
