//! Support paid to an entity that is filed as having received none.

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::model::{FundNature, SupportKind};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::records::by_id;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5", "九6"],
        summary: Label::new(
            "主体填为未接受补贴，却有补贴支出",
            "an entity is filed as not subsidised and was paid support",
        ),
        message: Label::new(
            "收款主体填报未接受财政补贴，此笔支出的支持方式却是 {support}",
            "the payee is filed as having received no subsidy, the way of support of this payment is {support}",
        ),
        help: Label::new(
            "核对收款主体和支持方式，或将该主体的 subsidised 改为 true",
            "check the payee and the way of support, or set subsidised of the entity to true",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "subsidised": false}]}, "payments": {"items": [{"id": "Y1", "amount": 100000, "payee": "E1", "support": "reward"}]}}"#,
        ..Spec::new("payment.payee-not-subsidised", Severity::Warning)
    },
    check: |context, found| {
        let entities = by_id(&context.dossier.entities, |entity| &entity.id);
        let subsidies = [SupportKind::ProjectGrant, SupportKind::InterestSubsidy, SupportKind::Reward];
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let support = found.value(&payment.support, || row.at("support"));
            let payee = found.value(&payment.payee, || row.at("payee"));
            let (Some(support), Some(payee)) = (support.filter(|support| subsidies.contains(support)), payee) else {
                continue;
            };
            let nature = found.value(&payment.nature, || row.at("nature"));
            let entity = entities.get(payee.as_str());
            let denied = entity.is_some_and(|entity| entity.subsidised.get() == Some(false));
            if denied && nature != Some(&FundNature::SelfRaised) {
                found.at(row.at("payee"), vec![("support", support.code().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn support_to_an_entity_that_had_none_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/payments/items/0/payee support=reward"]);
    }

    #[test]
    fn purchases_own_funds_and_entities_that_say_nothing_are_clean() {
        let dossier = r#"{"entities": {"items": [{"id": "E1", "subsidised": false}, {"id": "E2"}, {"id": "E3", "subsidised": true}]}, "payments": {"items": [
            {"payee": "E1", "support": "purchase"}, {"payee": "E1"}, {"payee": "E1", "support": "reward", "nature": "self_raised"},
            {"payee": "E2", "support": "reward"}, {"payee": "E3", "support": "reward"}, {"payee": "E9", "support": "reward"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"payments": {"items": [{"support": 5}]}}"#),
            ["faulty /payments/items/0/support"]
        );
    }
}
