//! Sales of a month after the entity was struck off.

use crate::finding::{Severity, Spec};
use crate::quantity::{PartialDate, Quantity};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-26", "附件2-27"],
        summary: Label::new("注销之后仍有销售额", "an entity has sales after it was struck off"),
        message: Label::new(
            "{month} 有销售额，晚于注销时间 {deregistered}；注销后共有 {count} 条",
            "sales of {month} are after it was struck off, {deregistered}; {count} such rows in all",
        ),
        help: Label::new(
            "核对注销时间和销售月份；由其他主体承接的销售应记在该主体名下",
            "check the date and the months; sales that another took over belong to that one",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "deregistered": "2023-05-10", "sales": [{"month": "2023-06", "amount": 1000}]}]}}"#,
        ..Spec::new("entity.sales-after-deregistration", Severity::Warning)
    },
    check: |context, found| {
        for (row, entity) in rows("entities", &context.dossier.entities) {
            let Some(deregistered) = found.value(&entity.deregistered, || row.at("deregistered")) else { continue };
            let mut late = entity.sales.iter().filter_map(|(index, sale)| {
                let (month, amount) = (sale.month.get()?, sale.amount.known()?);
                let first = PartialDate::Month(month.year, month.month).first()?;
                let after = deregistered.last().is_some_and(|last| first > last);
                (after && !amount.value.number().is_zero()).then_some((index, month))
            });
            let Some((index, month)) = late.next() else { continue };
            let count = late.count().saturating_add(1);
            found.at(
                row.at(&format!("sales/{index}/month")),
                vec![
                    ("month", month.to_string().into()),
                    ("deregistered", deregistered.to_string().into()),
                    ("count", count.into()),
                ],
            );
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn months_that_began_after_it_are_found_and_counted() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/0/sales/0/month month=2023-06 deregistered=2023-05-10 count=1"]
        );
        let dossier = r#"{"entities": {"items": [{"deregistered": "2022", "sales": [{"month": "2022-12", "amount": 1}, {"month": "2023-01", "amount": 1},
            {"month": "2023-02", "amount": 1}]}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/entities/items/0/sales/1/month month=2023-01 deregistered=2022 count=2"]);
    }

    #[test]
    fn the_month_itself_nil_returns_and_what_may_lie_before_are_clean() {
        let dossier = r#"{"entities": {"items": [{"deregistered": "2023-05-10", "sales": [{"month": "2023-05", "amount": 1}, {"month": "2023-06", "amount": 0}]},
            {"deregistered": "2023", "sales": [{"month": "2023-12", "amount": 1}]}, {"sales": [{"month": "2023-12", "amount": 1}]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"entities": {"items": [{"deregistered": "x"}]}}"#),
            ["faulty /entities/items/0/deregistered"]
        );
    }
}
