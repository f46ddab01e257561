//! One appropriation under two identifiers.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::plain::plain;
use crate::validate::twice::{Firsts, part};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5", "附件1-二-县财政局"],
        summary: Label::new("同一笔拨入资金报了两次", "one appropriation is filed twice"),
        message: Label::new(
            "文号、性质、金额和到位日期与 {first} 相同，可能是同一笔资金",
            "number, nature, amount and day are those of {first} as well: it may be the same money",
        ),
        help: Label::new(
            "重复填报的删去一条；同一文件分批到位的，写明各自的到位日期",
            "drop the record if it was filed twice; give instalments of one document their own days",
        ),
        example: r#"{"schema_version": 1, "appropriations": {"items": [{"id": "A1", "nature": "county", "number": "例财〔2023〕1号", "amount": 100000}, {"id": "A2", "nature": "county", "number": "例财〔2023〕1号", "amount": 100000}]}}"#,
        ..Spec::new("appropriation.twice", Severity::Warning)
    },
    check: |context, found| {
        let mut firsts = Firsts::new();
        for (row, appropriation) in rows("appropriations", &context.dossier.appropriations) {
            let number = found.value(&appropriation.number, || row.at("number"));
            let nature = found.value(&appropriation.nature, || row.at("nature"));
            let amount = found.value(&appropriation.amount, || row.at("amount"));
            let (Some(number), Some(nature), Some(amount)) = (number, nature, amount) else { continue };
            let Some(date) = part(found, &appropriation.date, || row.at("date")) else { continue };
            if let Some(first) = firsts.earlier((plain(number.as_str()), *nature, amount.value, date), row) {
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
        assert_eq!(found(&RULE, RULE.spec.example), ["/appropriations/items/1 first=/appropriations/items/0"]);
    }

    #[test]
    fn instalments_other_amounts_and_what_has_no_number_are_clean() {
        let same = r#""nature": "county", "number": "1号", "amount": 5"#;
        let dossier = format!(
            r#"{{"appropriations": {{"items": [{{{same}, "date": "2023-05-01"}}, {{{same}, "date": "2023-06-01"}}, {{{same}}},
            {{"nature": "county", "number": "1号", "amount": 6}}, {{"nature": "city", "number": "1号", "amount": 5}}, {{"nature": "county", "number": "2号", "amount": 5}},
            {{"nature": "county", "amount": 5}}, {{"nature": "county", "amount": 5}}]}}}}"#
        );
        assert_eq!(found(&RULE, &dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"appropriations": {"items": [{"amount": "x"}]}}"#),
            ["faulty /appropriations/items/0/amount"]
        );
    }
}
