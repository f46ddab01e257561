//! A project in which more was invested than was planned.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::InvestmentStage;
use crate::quantity::{Exact, Quantity};
use crate::validate::figure::figure;
use crate::validate::place::{Row, rows};
use crate::validate::{Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-25", "九2"],
        summary: Label::new("项目完成投资超过计划投资", "more was invested in a project than was planned"),
        message: Label::new(
            "此项目完成投资合计 {completed} 元，计划投资合计 {planned} 元",
            "{completed} yuan are completed in the project, {planned} yuan were planned",
        ),
        help: Label::new(
            "核对金额、单位（元）和所属项目；计划有调整的，更新计划投资",
            "check amounts, unit (yuan) and project; where the plan was changed, file the new one",
        ),
        example: r#"{"schema_version": 1, "investments": {"complete": true, "items": [{"id": "I1", "stage": "planned", "amount": 5000000, "project": "Q1"}, {"id": "I2", "stage": "completed", "amount": 3000000, "project": "Q1"}, {"id": "I3", "stage": "completed", "amount": 2500000, "project": "Q1"}]}}"#,
        ..Spec::new("investment.completed-exceeds-planned", Severity::Warning)
    },
    check: |context, found| {
        let investments = &context.dossier.investments;
        let mut projects: BTreeMap<&str, Sums> = BTreeMap::new();
        let mut plan_is_whole = true;
        for (row, investment) in rows("investments", investments) {
            let stage = found.value(&investment.stage, || row.at("stage"));
            let amount = found.value(&investment.amount, || row.at("amount"));
            let project = found.value(&investment.project, || row.at("project"));
            let (Some(stage), Some(amount), Some(project)) = (stage, amount, project) else {
                // a plan of unknown amount or project may make up for it
                plan_is_whole &= investment.stage.get().is_some_and(|stage| stage != InvestmentStage::Planned);
                continue;
            };
            let sums = projects.entry(project.as_str()).or_insert_with(|| Sums::of(row));
            let amount = Exact::decimal(amount.value.number());
            match stage {
                InvestmentStage::Planned => {
                    sums.planned = Some(sums.planned.take().map_or(amount.clone(), |sum| sum.plus(&amount)))
                }
                InvestmentStage::Completed => {
                    sums.completed = sums.completed.plus(&amount);
                    sums.last = row;
                }
                InvestmentStage::Contracted => {}
            }
        }
        let beyond: Vec<(Row, Exact, Exact)> = projects
            .into_values()
            .filter_map(|sums| {
                let planned = sums.planned.filter(|planned| sums.completed > *planned)?;
                Some((sums.last, sums.completed, planned))
            })
            .collect();
        for (row, completed, planned) in beyond {
            if plan_is_whole && investments.is_complete() {
                found.at(row.at("amount"), vec![("completed", figure(&completed)), ("planned", figure(&planned))]);
            } else {
                found.skip(row.at("amount"), Skip::SectionIncomplete);
            }
        }
    },
};

/// What was planned and completed of one project, and the last record of what was completed.
struct Sums {
    planned: Option<Exact>,
    completed: Exact,
    last: Row,
}

impl Sums {
    fn of(row: Row) -> Self {
        Self { planned: None, completed: Exact::zero(), last: row }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(complete: &str, investments: &str) -> String {
        format!(r#"{{"investments": {{"complete": {complete}, "items": [{investments}]}}}}"#)
    }

    const PLANNED: &str = r#"{"stage": "planned", "amount": 10, "project": "Q1"}"#;
    const COMPLETED: &str = r#"{"stage": "completed", "amount": 10.01, "project": "Q1"}"#;

    #[test]
    fn the_last_record_of_what_was_completed_tells_it() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/investments/items/2/amount completed=5500000 planned=5000000"]);
        let dossier = of("true", &format!("{PLANNED}, {COMPLETED}"));
        assert_eq!(found(&RULE, &dossier), ["/investments/items/1/amount completed=10.01 planned=10"]);
    }

    #[test]
    fn plans_that_are_kept_other_projects_and_projects_without_plan_are_clean() {
        let dossier = of(
            "true",
            &format!(
                r#"{PLANNED}, {{"stage": "completed", "amount": 10, "project": "Q1"}}, {{"stage": "contracted", "amount": 90, "project": "Q1"}},
            {{"stage": "completed", "amount": 90, "project": "Q2"}}, {{"stage": "completed", "amount": 90}}"#
            ),
        );
        assert_eq!(found(&RULE, &dossier), [""; 0]);
    }

    #[test]
    fn a_plan_that_is_not_on_file_or_of_no_project_may_make_up_for_it() {
        for dossier in [
            of("false", &format!("{PLANNED}, {COMPLETED}")),
            of("true", &format!(r#"{PLANNED}, {COMPLETED}, {{"stage": "planned", "amount": 5}}"#)),
        ] {
            assert_eq!(found(&RULE, &dossier), [""; 0]);
            assert_eq!(skipped(&RULE, &dossier), ["section-incomplete /investments/items/1/amount"]);
        }
    }
}
