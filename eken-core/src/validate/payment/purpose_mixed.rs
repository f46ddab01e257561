//! One purpose of one payee paid out of public funds of several natures.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::FundNature;
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::place::{Row, rows};
use crate::validate::plain::plain;
use crate::validate::records::by_id;
use crate::validate::twice::part;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5"],
        summary: Label::new(
            "同一用途用了几种性质的财政资金",
            "one purpose is paid out of public funds of several natures",
        ),
        message: Label::new(
            "此用途用了 {nature} 资金，{first} 用的是 {other}；应按资金性质分别核算",
            "it is paid from {nature} funds, {first} from {other}; each nature has its own account",
        ),
        help: Label::new(
            "核对资金来源；确由几种资金共同支持的，用途分别写明支持的部分",
            "check the sources; where several funds support one thing, name the part that each pays for",
        ),
        example: r#"{"schema_version": 1, "payments": {"items": [{"id": "Y1", "amount": 100000, "payee": "E1", "nature": "provincial", "purpose": "冷库补助"}, {"id": "Y2", "amount": 50000, "payee": "E1", "nature": "county", "purpose": "冷库补助"}]}}"#,
        ..Spec::new("payment.purpose-mixed", Severity::Warning)
    },
    check: |context, found| {
        let appropriations = by_id(&context.dossier.appropriations, |appropriation| &appropriation.id);
        let mut seen: BTreeMap<_, (Row, FundNature)> = BTreeMap::new();
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let purpose = found.value(&payment.purpose, || row.at("purpose"));
            let stated = found.value(&payment.nature, || row.at("nature")).copied();
            let project = part(found, &payment.project, || row.at("project"))
                .map(|project| project.map(|project| project.as_str()));
            let payee = part(found, &payment.payee, || row.at("payee")).map(|payee| payee.map(|payee| payee.as_str()));
            let (Some(purpose), Some(project), Some(payee)) = (purpose, project, payee) else { continue };
            let source = payment.appropriation.known().and_then(|from| appropriations.get(from.as_str()));
            let Some(nature) = stated.or_else(|| source.and_then(|source| source.nature.get())) else { continue };
            // what the undertaker adds of its own goes with any
            if nature == FundNature::SelfRaised {
                continue;
            }
            let (first, other) = seen.entry((plain(purpose.as_str()), project, payee)).or_insert((row, nature));
            if *other != nature {
                let params = vec![
                    ("nature", nature.code().into()),
                    ("first", first.pointer().into()),
                    ("other", other.code().into()),
                ];
                found.at(row.at("purpose"), params);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_payment_from_another_nature_names_the_first() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/payments/items/1/purpose nature=county first=/payments/items/0 other=provincial"]
        );
        let dossier = r#"{"appropriations": {"items": [{"id": "A1", "nature": "city"}]}, "payments": {"items": [
            {"purpose": "甲", "appropriation": "A1"}, {"purpose": "甲", "nature": "central"}]}}"#;
        assert_eq!(
            found(&RULE, dossier),
            ["/payments/items/1/purpose nature=central first=/payments/items/0 other=city"]
        );
    }

    #[test]
    fn one_nature_self_raised_funds_and_other_projects_and_payees_are_clean() {
        let dossier = r#"{"payments": {"items": [{"purpose": "甲", "nature": "city"}, {"purpose": "甲", "nature": "city"}, {"purpose": "甲", "nature": "self_raised"},
            {"purpose": "甲", "nature": "county", "project": "Q1"}, {"purpose": "甲", "nature": "county", "payee": "E1"}, {"purpose": "乙", "nature": "county"},
            {"purpose": "甲", "appropriation": "A9"}, {"nature": "county"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"payments": {"items": [{"purpose": 5}]}}"#),
            ["faulty /payments/items/0/purpose"]
        );
    }
}
