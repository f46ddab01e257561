//! Sales of a month after the entity was deregistered.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::turnover::at;
use crate::words::Label;

use crate::quantity::PartialDate;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-26", "附件2-27"],
        summary: Label::new("注销之后还有销售额", "an entity has sales after it was deregistered"),
        message: Label::new(
            "{month} 有销售额，晚于注销时间 {deregistered}；注销后共有 {count} 条",
            "sales of {month} are after the deregistration of {deregistered}; {count} such rows in all",
        ),
        help: Label::new(
            "核对注销时间和销售月份；由其他主体承接的店铺，销售记在承接主体名下",
            "check the deregistration and the months; sales of a shop that another entity took over belong to that one",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "deregistered": "2023-05-10", "sales": [{"month": "2023-06", "amount": 1000}]}]}}"#,
        ..Spec::new("sales.after-deregistration", Severity::Warning)
    },
    check: |context, found| {
        for (row, entity) in rows("entities", &context.dossier.entities) {
            let deregistered = found.value(&entity.deregistered, || row.at("deregistered"));
            let Some((deregistered, gone)) = deregistered.and_then(|day| Some((day, day.last()?))) else { continue };
            let mut late = entity.sales.iter().filter_map(|(index, sale)| {
                let (month, amount) = (sale.month.get()?, sale.amount.known()?);
                let first = PartialDate::Month(month.year, month.month).first()?;
                (first > gone && !crate::quantity::Quantity::number(amount.value).is_zero()).then_some((index, month))
            });
            let Some((index, month)) = late.next() else { continue };
            let count = late.count().saturating_add(1);
            found.at(
                at(row, index, "month"),
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
    use crate::validate::testing::found;

    #[test]
    fn a_month_that_began_after_the_deregistration_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/0/sales/0/month month=2023-06 deregistered=2023-05-10 count=1"]
        );
    }

    #[test]
    fn the_month_of_the_deregistration_a_zero_and_what_may_lie_before_it_are_clean() {
        let dossier = r#"{"entities": {"items": [
            {"deregistered": "2023-05-01", "sales": [{"month": "2023-05", "amount": 1}, {"month": "2023-06", "amount": 0}]},
            {"deregistered": "2023", "sales": [{"month": "2023-12", "amount": 1}]},
            {"sales": [{"month": "2030-01", "amount": 1}]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
