//! A product that stays on sale although it failed its latest test.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::twice::may_have_ended;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["五(一)3", "附件1-二-县市场监管局"],
        summary: Label::new(
            "最近一次检测不合格的产品仍在售",
            "a product stays on sale although it failed its latest test",
        ),
        message: Label::new(
            "{date} 的检测不合格，其后没有合格的检测，产品没有下线",
            "it failed the test of {date}, passed none since and was not taken off",
        ),
        help: Label::new(
            "补填复检结果；不再销售的，填下线时间",
            "add the result of the new test, or the day on which it was taken off",
        ),
        example: r#"{"schema_version": 1, "products": {"items": [{"id": "P1", "name": "例", "tests": [{"date": "2023-04-01", "passed": true}, {"date": "2023-08-01", "passed": false}]}]}}"#,
        ..Spec::new("product.test-failed", Severity::Warning)
    },
    check: |context, found| {
        for (row, product) in rows("products", &context.dossier.products) {
            let mut latest = None;
            let mut unsure = product.tests.refused() > 0;
            for (index, test) in product.tests.iter() {
                let date = found.value(&test.date, || row.at(&format!("tests/{index}/date")));
                let passed = found.value(&test.passed, || row.at(&format!("tests/{index}/passed")));
                match (date, passed) {
                    // on one day a pass counts
                    (Some(date), Some(passed)) => latest = latest.max(Some((*date, *passed, index))),
                    _ => unsure = true,
                }
            }
            if let (Some((date, false, index)), false, true) = (latest, unsure, !may_have_ended(&product.delisted)) {
                found.at(row.at(&format!("tests/{index}/passed")), vec![("date", date.to_string().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_failure_that_no_later_test_mends_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/products/items/0/tests/1/passed date=2023-08-01"]);
    }

    #[test]
    fn a_later_pass_a_product_taken_off_and_a_test_of_unknown_day_are_clean() {
        let dossier = r#"{"products": {"items": [{"tests": [{"date": "2023-08-01", "passed": false}, {"date": "2023-08-01", "passed": true}]},
            {"tests": [{"date": "2023-08-01", "passed": false}], "delisted": "2023-08"}, {"tests": [{"date": "2023-08-01", "passed": false}, {"passed": true}]},
            {"tests": [{"date": "2023-08-01", "passed": false}, 5]}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"products": {"items": [{"tests": [{"date": "x"}]}]}}"#),
            ["faulty /products/items/0/tests/0/date"]
        );
    }
}
