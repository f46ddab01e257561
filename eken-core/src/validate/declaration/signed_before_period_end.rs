//! A declaration made before the period that it speaks of was over.

use crate::finding::{Severity, Spec};
use crate::quantity::Date;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-20"],
        summary: Label::new("合规申报早于所申报期间的结束", "a declaration was made before its period was over"),
        message: Label::new(
            "申报于 {declared}，却申报到 {until}；申报当月之后的期间不计入",
            "declared on {declared} for a period up to {until}; what lies after that month does not count",
        ),
        help: Label::new(
            "期间结束后重新申报，或把期间止改为申报之日",
            "declare again once the period is over, or let the period end on the day of the declaration",
        ),
        example: r#"{"schema_version": 1, "compliance": {"items": [{"id": "H1", "field": "debt", "no_violation": true, "from": "2023-04", "until": "2023-12", "declared_by": "县财政局", "declared": "2023-10-10"}]}}"#,
        ..Spec::new("declaration.signed-before-period-end", Severity::Warning)
    },
    check: |context, found| {
        for (row, declaration) in rows("compliance", &context.dossier.compliance) {
            let declared = found.value(&declaration.declared, || row.at("declared"));
            let until = found.value(&declaration.until, || row.at("until"));
            let (Some(declared), Some(until)) = (declared, until) else { continue };
            // as in an assessment, it vouches for the month in which it was made
            let month = Date::last_of_month(declared.year(), declared.month());
            if until.last().zip(month).is_some_and(|(last, month)| last > month) {
                found.at(
                    row.at("declared"),
                    vec![("declared", declared.to_string().into()), ("until", until.to_string().into())],
                );
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_declaration_of_october_up_to_december_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/compliance/items/0/declared declared=2023-10-10 until=2023-12"]);
    }

    #[test]
    fn the_last_month_of_the_period_and_later_days_are_clean() {
        let of = |declared: &str| found(&RULE, &RULE.spec.example.replace("2023-10-10", declared)).len();
        assert_eq!(["2023-11-30", "2023-12-01", "2024-01-15"].map(of), [1, 0, 0]);
    }

    #[test]
    fn unknown_dates_are_clean_and_faulty_ones_noted() {
        assert_eq!(found(&RULE, &RULE.spec.example.replace(r#", "declared": "2023-10-10""#, "")), [""; 0]);
        let faulty = RULE.spec.example.replace("2023-10-10", "十月");
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /compliance/items/0/declared"]);
    }
}
