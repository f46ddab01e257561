//! One investment under two identifiers.

use std::collections::BTreeSet;

use crate::finding::{Severity, Spec};
use crate::quantity::Quantity;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::twice::Firsts;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-25"],
        summary: Label::new("同一笔投资报了两次", "one investment is filed twice"),
        message: Label::new(
            "口径、来源、金额、时期和项目都与 {first} 相同，可能是同一笔投资",
            "stage, source, amount, period and project are those of {first} as well: it may be the same investment",
        ),
        help: Label::new(
            "重复填报的删去一条；确为两笔的，在依据文件中区别",
            "drop the record if it was filed twice; tell two investments apart by their documents",
        ),
        example: r#"{"schema_version": 1, "investments": {"items": [{"id": "I1", "stage": "completed", "source": "private", "amount": 5000000, "period": "2023Q2", "project": "Q1"}, {"id": "I2", "stage": "completed", "source": "private", "amount": 5000000, "period": "2023Q2", "project": "Q1"}]}}"#,
        ..Spec::new("investment.twice", Severity::Warning)
    },
    check: |context, found| {
        let mut firsts = Firsts::new();
        for (row, investment) in rows("investments", &context.dossier.investments) {
            let stage = found.value(&investment.stage, || row.at("stage"));
            let source = found.value(&investment.source, || row.at("source"));
            let amount = found.value(&investment.amount, || row.at("amount"));
            let period = found.value(&investment.period, || row.at("period"));
            let project = found.value(&investment.project, || row.at("project"));
            let (Some(stage), Some(source), Some(amount)) = (stage, source, amount) else { continue };
            let (Some(period), Some(project)) = (period, project) else { continue };
            if amount.value.number().is_zero() {
                continue;
            }
            let evidence: BTreeSet<&str> =
                investment.evidence.items().iter().map(|document| document.as_str()).collect();
            let key = (*stage, *source, amount.value, period.to_string(), project.as_str(), evidence);
            if let Some(first) = firsts.earlier(key, row) {
                found.at(row.pointer(), vec![("first", first.pointer().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_later_record_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/investments/items/1 first=/investments/items/0"]);
    }

    #[test]
    fn whatever_differs_or_is_unknown_and_other_documents_are_clean() {
        let same = r#""stage": "completed", "source": "private", "amount": 5, "period": "2023", "project": "Q1""#;
        let dossier = format!(
            r#"{{"investments": {{"items": [{{{same}}}, {{{same}, "evidence": ["D1"]}}, {{"stage": "planned", "source": "private", "amount": 5, "period": "2023", "project": "Q1"}},
            {{"stage": "completed", "source": "private", "amount": 5, "period": "2022", "project": "Q1"}}, {{"stage": "completed", "source": "private", "amount": 5, "period": "2023"}},
            {{"stage": "completed", "source": "private", "amount": 5, "period": "2023"}}]}}}}"#
        );
        assert_eq!(found(&RULE, &dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"investments": {"items": [{"amount": "x"}]}}"#),
            ["faulty /investments/items/0/amount"]
        );
    }

    #[test]
    fn two_investments_of_nothing_are_clean() {
        assert_eq!(found(&RULE, &RULE.spec.example.replace("5000000", "0")), [""; 0]);
    }
}
