//! Sales of a month before the entity was registered.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

use crate::quantity::Month;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-26", "附件2-27"],
        summary: Label::new("登记之前就有销售额", "an entity has sales before it was registered"),
        message: Label::new(
            "{month} 有销售额，早于登记时间 {registered}；登记前共有 {count} 条",
            "sales of {month} are before the registration of {registered}; {count} such rows in all",
        ),
        help: Label::new(
            "核对登记时间和销售月份；承接其他主体的销售应记在该主体名下",
            "check the registration and the months; sales of a predecessor belong to the predecessor",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "registered": "2023-05-10", "sales": [{"month": "2023-04", "amount": 1000}]}]}}"#,
        ..Spec::new("entity.sales-before-registration", Severity::Warning)
    },
    check: |context, found| {
        for (row, entity) in rows("entities", &context.dossier.entities) {
            let registered = found.value(&entity.registered, || row.at("registered"));
            let Some((registered, first)) = registered.and_then(|day| Some((day, day.first()?))) else { continue };
            let first = Month { year: first.year(), month: first.month() };
            let months = entity.sales.iter().filter_map(|(index, sale)| Some((index, sale.month.get()?)));
            let mut early = months.filter(|(_, month)| *month < first);
            let Some((index, month)) = early.next() else { continue };
            let count = early.count().saturating_add(1);
            found.at(
                row.at(&format!("sales/{index}/month")),
                vec![
                    ("month", month.to_string().into()),
                    ("registered", registered.to_string().into()),
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
    fn a_month_that_ended_before_the_registration_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/0/sales/0/month month=2023-04 registered=2023-05-10 count=1"]
        );
    }

    #[test]
    fn the_month_of_registration_and_what_may_lie_after_it_are_clean() {
        let dossier = r#"{"entities": {"items": [
            {"registered": "2023-05-31", "sales": [{"month": "2023-05", "amount": 1}]},
            {"registered": "2023", "sales": [{"month": "2023-01", "amount": 1}]},
            {"sales": [{"month": "2020-01", "amount": 1}]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
