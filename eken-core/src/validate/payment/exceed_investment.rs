//! Payments to a project that are larger than the whole investment in it.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::InvestmentStage;
use crate::quantity::{Exact, Quantity};
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::validate::{Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5", "附件2-25"],
        summary: Label::new(
            "项目支出合计超过项目投资",
            "the payments to a project are larger than the investment in it",
        ),
        message: Label::new(
            "此项目的支出合计 {paid} 元，超过填报的项目投资 {invested} 元",
            "{paid} yuan were paid to it, the investment on file is {invested} yuan",
        ),
        help: Label::new(
            "核对支出和投资的金额、单位（元）以及所属项目",
            "check amounts, unit (yuan) and project of the payments and investments",
        ),
        example: r#"{"schema_version": 1, "projects": {"items": [{"id": "Q1", "name": "例"}]}, "investments": {"complete": true, "items": [{"id": "I1", "stage": "planned", "amount": 50000, "project": "Q1"}]}, "payments": {"items": [{"id": "Y1", "amount": 60000, "project": "Q1"}]}}"#,
        ..Spec::new("payments.exceed-investment", Severity::Warning)
    },
    check: |context, found| {
        let investments = &context.dossier.investments;
        if !investments.is_complete() {
            // what is not on file may make up for it
            if context.dossier.payments.iter().any(|(_, payment)| payment.project.known().is_some()) {
                let why = context.gap("investments").unwrap_or(Skip::SectionIncomplete);
                found.skip("/investments", why);
            }
            return;
        }
        // by project; what names none may belong to any
        let mut invested: BTreeMap<Option<&str>, BTreeMap<InvestmentStage, Exact>> = BTreeMap::new();
        for (row, investment) in rows("investments", investments) {
            let project = found.value(&investment.project, || row.at("project"));
            let stage = found.value(&investment.stage, || row.at("stage"));
            let amount = found.value(&investment.amount, || row.at("amount"));
            let (Some(stage), Some(amount)) = (stage, amount) else {
                found.skip("/investments", Skip::SectionIncomplete);
                return;
            };
            let project = project.map(|project| project.as_str());
            let sum = invested.entry(project).or_default().entry(*stage).or_insert_with(Exact::zero);
            *sum = sum.plus(&Exact::decimal(amount.value.number()));
        }
        let mut paid: BTreeMap<&str, Exact> = BTreeMap::new();
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let project = found.value(&payment.project, || row.at("project"));
            let amount = found.value(&payment.amount, || row.at("amount"));
            if let (Some(project), Some(amount)) = (project, amount) {
                let sum = paid.entry(project.as_str()).or_insert_with(Exact::zero);
                *sum = sum.plus(&Exact::decimal(amount.value.number()));
            }
        }
        for (row, project) in rows("projects", &context.dossier.projects) {
            let Some(id) = project.id.known().map(|id| id.as_str()) else { continue };
            let (Some(paid), Some(own)) = (paid.get(id), invested.get(&Some(id))) else { continue };
            let none = BTreeMap::new();
            let others = invested.get(&None).unwrap_or(&none);
            let with_others =
                |(stage, sum): (&InvestmentStage, &Exact)| others.get(stage).map_or(sum.clone(), |more| sum.plus(more));
            let beyond = own.iter().map(with_others).chain(others.values().cloned()).all(|sum| *paid > sum);
            if let Some(most) = own.values().max().filter(|_| beyond) {
                found.at(row.pointer(), vec![("paid", figure(paid)), ("invested", figure(most))]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(complete: &str, investments: &str, payments: &str) -> String {
        format!(
            r#"{{"projects": {{"items": [{{"id": "Q1"}}]}}, "investments": {{"complete": {complete}, "items": [{investments}]}},
            "payments": {{"items": [{payments}]}}}}"#
        )
    }

    #[test]
    fn payments_beyond_every_stage_of_the_investment_are_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/projects/items/0 paid=60000 invested=50000"]);
        let investments = r#"{"stage": "planned", "amount": 5, "project": "Q1"}, {"stage": "completed", "amount": 4, "project": "Q1"},
            {"stage": "completed", "amount": 3, "project": "Q1"}"#;
        let payments = r#"{"amount": 7, "project": "Q1"}, {"amount": 0.01, "project": "Q1"}, {"amount": 9}"#;
        assert_eq!(found(&RULE, &of("true", investments, payments)), ["/projects/items/0 paid=7.01 invested=7"]);
        assert_eq!(found(&RULE, &of("true", investments, r#"{"amount": 7, "project": "Q1"}"#)), [""; 0]);
    }

    #[test]
    fn an_investment_that_names_no_project_may_belong_to_it() {
        let (own, payments) =
            (r#"{"stage": "planned", "amount": 5, "project": "Q1"}"#, r#"{"amount": 7, "project": "Q1"}"#);
        for (other, expected) in [("planned", "2"), ("completed", "7")] {
            let dossier =
                |amount: &str| of("true", &format!(r#"{own}, {{"stage": "{other}", "amount": {amount}}}"#), payments);
            assert_eq!(found(&RULE, &dossier(expected)), [""; 0], "{other}");
            assert_eq!(found(&RULE, &dossier("1.99")).len(), 1, "{other}");
        }
    }

    #[test]
    fn projects_without_investment_are_clean() {
        assert_eq!(found(&RULE, &of("true", "", r#"{"amount": 7, "project": "Q1"}"#)), [""; 0]);
    }

    #[test]
    fn an_investment_that_is_not_on_file_or_faulty_may_make_up_for_it() {
        let (investments, payments) =
            (r#"{"stage": "planned", "amount": 5, "project": "Q1"}"#, r#"{"amount": 7, "project": "Q1"}"#);
        let dossier = of("false", investments, payments);
        assert_eq!(found(&RULE, &dossier), [""; 0]);
        assert_eq!(skipped(&RULE, &dossier), ["section-incomplete /investments"]);
        let dossier = of("true", &format!(r#"{investments}, {{"stage": "planned", "amount": "x"}}"#), payments);
        assert_eq!(found(&RULE, &dossier), [""; 0]);
        assert_eq!(skipped(&RULE, &dossier), ["section-incomplete /investments", "faulty /investments/items/1/amount"]);
    }
}
