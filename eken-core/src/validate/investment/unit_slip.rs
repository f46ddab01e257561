//! An investment that was written in another unit than yuan.

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

/// Investments from which a median says something, at least.
const FEWEST: usize = 5;
/// How many times an amount is from the median before its unit is doubted: investments of one town differ by hundreds.
const FAR: i128 = 1000;
/// How many times a reading may still be from the median to be proposed.
const NEAR: i128 = 10;
/// Ten thousand yuan (万元) and a hundred million (亿元).
const UNITS: [i128; 2] = [10_000, 100_000_000];

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-25"],
        summary: Label::new("投资金额像是用了别的单位", "an investment looks as if it were in another unit"),
        message: Label::new(
            "{amount} 元与各笔投资的中位数 {median} 元相差悬殊；像是以万元或亿元填报，应为 {larger} 元；像是重复换算，应为 {smaller} 元",
            "{amount} yuan are far from the median of the investments, {median} yuan; written in units of ten thousand or a hundred million it would be {larger} yuan; if it was converted once too often it should be {smaller} yuan",
        ),
        help: Label::new(
            "对照依据文件核对单位；此处以元为单位，不会自动换算",
            "check the unit against the document; amounts are in yuan and nothing is converted by itself",
        ),
        example: r#"{"schema_version": 1, "investments": {"items": [{"id": "I1", "stage": "completed", "amount": 5000000}, {"id": "I2", "stage": "completed", "amount": 8000000}, {"id": "I3", "stage": "completed", "amount": 12000000}, {"id": "I4", "stage": "completed", "amount": 760}, {"id": "I5", "stage": "completed", "amount": 98000000000}]}}"#,
        ..Spec::new("investment.unit-slip", Severity::Warning)
    },
    check: |context, found| {
        let mut amounts = Vec::new();
        for (row, investment) in rows("investments", &context.dossier.investments) {
            if let Some(amount) = found.value(&investment.amount, || row.at("amount")) {
                let amount = Exact::decimal(amount.value.number());
                if !amount.is_zero() {
                    amounts.push((row, amount));
                }
            }
        }
        let mut sorted: Vec<&Exact> = amounts.iter().map(|(_, amount)| amount).collect();
        sorted.sort();
        let median = sorted.get(sorted.len().wrapping_div(2)).filter(|_| sorted.len() >= FEWEST);
        let Some(median) = median else { return };
        for (row, amount) in &amounts {
            if let Some((name, reading)) = slip(amount, median) {
                let params = vec![("amount", figure(amount)), ("median", figure(median)), (name, figure(&reading))];
                found.at(row.at("amount"), params);
            }
        }
    },
};

/// The reading that brings an amount near the median, with its direction.
fn slip(amount: &Exact, median: &Exact) -> Option<(&'static str, Exact)> {
    let times = |number: &Exact, times: i128| number.times(&Exact::whole(times));
    let near = |reading: &Exact| times(reading, NEAR) >= *median && times(median, NEAR) >= *reading;
    if times(amount, FAR) < *median {
        UNITS.iter().map(|unit| times(amount, *unit)).find(near).map(|reading| ("larger", reading))
    } else if *amount > times(median, FAR) {
        let readings = UNITS.iter().filter_map(|unit| amount.over(&Exact::whole(*unit)));
        readings.into_iter().find(near).map(|reading| ("smaller", reading))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    /// Four investments of ten million, and one more.
    fn of(amount: &str) -> Vec<String> {
        let others = r#"{"amount": 10000000}, {"amount": 10000000}, {"amount": 10000000}, {"amount": 10000000}"#;
        found(&RULE, &format!(r#"{{"investments": {{"items": [{others}, {{"amount": {amount}}}]}}}}"#))
    }

    #[test]
    fn ten_thousands_and_hundred_millions_are_proposed_either_way() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/investments/items/3/amount amount=760 median=8000000 larger=7600000",
                "/investments/items/4/amount amount=98000000000 median=8000000 smaller=9800000",
            ]
        );
        assert_eq!(of("0.12"), ["/investments/items/4/amount amount=0.12 median=10000000 larger=12000000"]);
        assert_eq!(
            of("120000000000"),
            ["/investments/items/4/amount amount=120000000000 median=10000000 smaller=12000000"]
        );
    }

    #[test]
    fn a_thousandth_of_the_median_and_a_thousandfold_are_not_doubted() {
        assert_eq!([of("10000"), of("10000.01"), of("10000000000")].concat(), [""; 0]);
        assert_eq!((of("9999.99").len(), of("10000000000.01").len()), (1, 1));
    }

    #[test]
    fn a_reading_is_proposed_within_ten_times_the_median() {
        assert_eq!((of("100").len(), of("99.99").len()), (1, 0));
        assert_eq!((of("1000000000000").len(), of("1000000000001").len()), (1, 0));
    }

    #[test]
    fn of_four_investments_nothing_is_told() {
        let dossier = r#"{"investments": {"items": [{"amount": 10000000}, {"amount": 10000000}, {"amount": 10000000}, {"amount": 1000}, {"amount": 0}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"investments": {"items": [{"amount": "x"}]}}"#),
            ["faulty /investments/items/0/amount"]
        );
    }
}
