//! Months missing inside the sales of an entity that received a subsidy, and so has to supply them (`九6`).
//!
//! A shop that owes nobody its figures may leave out the months in which it sold nothing.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::monthly::missing;
use crate::validate::turnover::turnovers;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九6", "附件2-26"],
        summary: Label::new(
            "接受补贴主体的月度销售中间缺月",
            "months are missing inside the sales of a subsidised entity",
        ),
        message: Label::new(
            "接受财政补贴的主体应提供交易信息，从 {first} 到 {last} 之间缺 {count} 个月，最早缺 {month}",
            "an entity with a subsidy supplies its trade, and {count} months are missing between {first} and {last}, {month} first",
        ),
        help: Label::new(
            "补报缺少的月份；当月没有销售的，销售额填0",
            "file the months that are missing, with an amount of 0 where nothing was sold",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "subsidised": true, "sales": [
  {"month": "2023-03", "amount": 1200}, {"month": "2023-04", "amount": 1300}, {"month": "2023-06", "amount": 1400}]}]}}"#,
        ..Spec::new("sales.months-missing", Severity::Warning)
    },
    check: |context, found| {
        for turnover in turnovers(context, found) {
            if turnover.entity.subsidised.get() != Some(true) || !turnover.is_whole {
                continue;
            }
            let filed = turnover.filed();
            let ends = filed.first().zip(filed.last());
            let Some(((month, count), (first, last))) = missing(&filed).zip(ends) else { continue };
            found.at(
                turnover.row.at("sales"),
                vec![
                    ("first", first.month().to_string().into()),
                    ("last", last.month().to_string().into()),
                    ("month", month.month().to_string().into()),
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
    fn a_gap_is_told_of_the_entity() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/0/sales first=2023-03 last=2023-06 month=2023-05 count=1"]
        );
    }

    #[test]
    fn months_of_any_platform_fill_a_gap_and_so_does_a_zero_or_a_reason() {
        for row in [
            r#"{"month": "2023-05", "platform": "甲", "amount": 5}"#,
            r#"{"month": "2023-05", "amount": 0}"#,
            r#"{"month": "2023-05", "amount": {"missing": "withheld"}}"#,
        ] {
            let dossier =
                RULE.spec.example.replace(r#"{"month": "2023-06""#, &format!(r#"{row}, {{"month": "2023-06""#));
            assert_eq!(found(&RULE, &dossier), [""; 0], "{row}");
        }
    }

    #[test]
    fn an_entity_without_a_subsidy_may_leave_out_months() {
        assert_eq!(found(&RULE, &RULE.spec.example.replace("true", "false")), [""; 0]);
        assert_eq!(found(&RULE, &RULE.spec.example.replace(r#""subsidised": true, "#, "")), [""; 0]);
    }

    #[test]
    fn spot_figures_are_no_series_and_a_faulty_month_is_noted() {
        assert_eq!(found(&RULE, &RULE.spec.example.replace("2023-04", "2023-01")), [""; 0]);
        let faulty = RULE.spec.example.replace("2023-04", "2023.4");
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /entities/items/0/sales/1/month"]);
    }
}
