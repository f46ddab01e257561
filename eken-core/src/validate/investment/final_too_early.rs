//! A completed investment that is final although its period is not over.

use crate::finding::{Severity, Spec};
use crate::model::InvestmentStage;
use crate::model::kind::{Maybe, Status};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-25", "附件1-二-县统计局"],
        summary: Label::new(
            "时期未满，完成投资已作正式数",
            "a completed investment is final before its period is over",
        ),
        message: Label::new(
            "时期 {period} 到 {as_of} 尚未结束，完成投资却是正式数",
            "the period {period} is not over on {as_of}, and the completed investment is filed as final",
        ),
        help: Label::new(
            "将 status 填为 provisional 或 estimated，或把时期改为实际的月份、季度",
            "set status to provisional or estimated, or give the months or quarter that it is for",
        ),
        example: r#"{"schema_version": 1, "as_of": "2023-09-30", "investments": {"items": [{"id": "I1", "stage": "completed", "amount": 5000000, "period": "2023"}]}}"#,
        ..Spec::new("investment.final-too-early", Severity::Warning)
    },
    check: |context, found| {
        let Some(as_of) = found.value(&context.dossier.as_of, || "/as_of".to_owned()) else { return };
        for (row, investment) in rows("investments", &context.dossier.investments) {
            let stage = found.value(&investment.stage, || row.at("stage"));
            let period = found.value(&investment.period, || row.at("period"));
            let amount = found.value(&investment.amount, || row.at("amount"));
            let (Some(InvestmentStage::Completed), Some(period), Some(amount)) = (stage, period, amount) else {
                continue;
            };
            let detail = amount.detail.as_deref();
            let status = match detail.map(|detail| &detail.status) {
                None | Some(Maybe::Absent) => Status::Final,
                Some(Maybe::Known(status)) => *status,
                Some(Maybe::Missing(_) | Maybe::Faulty(_)) => continue,
            };
            let stood = detail.and_then(|detail| detail.as_of.get()).unwrap_or(*as_of);
            // a period that lies ahead as a whole is date.after-as-of's
            let begun = period.first().is_some_and(|first| first <= stood);
            if status == Status::Final && begun && period.last().is_some_and(|last| last > stood) {
                let params = vec![("period", period.to_string().into()), ("as_of", stood.to_string().into())];
                found.at(row.at("amount"), params);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(period: &str, amount: &str) -> Vec<String> {
        let investment = format!(r#"{{"stage": "completed", "period": "{period}", "amount": {amount}}}"#);
        found(&RULE, &format!(r#"{{"as_of": "2023-09-30", "investments": {{"items": [{investment}]}}}}"#))
    }

    #[test]
    fn a_year_that_runs_on_is_not_final() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/investments/items/0/amount period=2023 as_of=2023-09-30"]);
        assert_eq!(of("2023", r#"{"value": 5, "status": "final"}"#).len(), 1);
        assert_eq!(
            of("2023-09", r#"{"value": 5, "as_of": "2023-09-29"}"#),
            ["/investments/items/0/amount period=2023-09 as_of=2023-09-29"]
        );
    }

    #[test]
    fn periods_that_are_over_provisional_figures_and_plans_are_clean() {
        assert_eq!([of("2022", "5"), of("2023Q3", "5"), of("2023-09-30", "5"), of("2024", "5")].concat(), [""; 0]);
        assert_eq!(of("2023", r#"{"value": 5, "status": "provisional"}"#), [""; 0]);
        assert_eq!(of("2023", r#"{"value": 5, "status": "estimated"}"#), [""; 0]);
        assert_eq!(of("2023", r#"{"value": 5, "as_of": "2023-12-31"}"#), [""; 0]);
        let planned = r#"{"as_of": "2023-09-30", "investments": {"items": [{"stage": "planned", "period": "2023", "amount": 5}]}}"#;
        assert_eq!(found(&RULE, planned), [""; 0]);
        let faulty = r#"{"as_of": "2023-09-30", "investments": {"items": [{"stage": "completed", "period": "x"}]}}"#;
        assert_eq!(skipped(&RULE, faulty), ["faulty /investments/items/0/period"]);
    }
}
