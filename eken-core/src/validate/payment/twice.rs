//! One payment under two identifiers.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::plain::plain;
use crate::validate::twice::{Firsts, part};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九5"],
        summary: Label::new("同一笔支出报了两次", "one payment is filed twice"),
        message: Label::new(
            "收款主体、金额、日期、用途、项目和资金来源都与 {first} 相同，又没有发票号可以区分",
            "payee, amount, day, purpose, project and source are those of {first} as well, and no invoice tells them apart",
        ),
        help: Label::new(
            "重复填报的删去一条；确为两笔的，填发票号",
            "drop the record if it was filed twice; give two payments their invoices",
        ),
        example: r#"{"schema_version": 1, "payments": {"items": [{"id": "Y1", "amount": 100000, "payee": "E1", "date": "2023-06-01"}, {"id": "Y2", "amount": 100000, "payee": "E1", "date": "2023-06-01"}]}}"#,
        ..Spec::new("payment.twice", Severity::Warning)
    },
    check: |context, found| {
        let mut firsts = Firsts::new();
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let amount = found.value(&payment.amount, || row.at("amount"));
            let date = found.value(&payment.date, || row.at("date"));
            let payee = found.value(&payment.payee, || row.at("payee"));
            let (Some(amount), Some(date), Some(payee)) = (amount, date, payee) else { continue };
            let purpose = part(found, &payment.purpose, || row.at("purpose"))
                .map(|purpose| purpose.map(|purpose| plain(purpose.as_str())));
            let project = part(found, &payment.project, || row.at("project"))
                .map(|project| project.map(|project| project.as_str()));
            let source = part(found, &payment.appropriation, || row.at("appropriation"))
                .map(|source| source.map(|source| source.as_str()));
            let (Some(purpose), Some(project), Some(source)) = (purpose, project, source) else { continue };
            if payment.invoice.is_stated() {
                continue;
            }
            let key = (payee.as_str(), amount.value, *date, purpose, project, source);
            if let Some(first) = firsts.earlier(key, row) {
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
    fn the_later_payment_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/payments/items/1 first=/payments/items/0"]);
    }

    #[test]
    fn whatever_differs_or_an_invoice_tells_payments_apart() {
        let same = r#""payee": "E1", "amount": 5, "date": "2023-06-01""#;
        let dossier = format!(
            r#"{{"payments": {{"items": [{{{same}}}, {{"payee": "E2", "amount": 5, "date": "2023-06-01"}}, {{"payee": "E1", "amount": 5.01, "date": "2023-06-01"}},
            {{"payee": "E1", "amount": 5, "date": "2023-06-02"}}, {{{same}, "purpose": "甲"}}, {{{same}, "project": "Q1"}}, {{{same}, "appropriation": "A1"}},
            {{{same}, "invoice": "1"}}, {{"payee": "E1", "amount": 5}}, {{{same}, "purpose": {{"missing": "withheld"}}}}]}}}}"#
        );
        assert_eq!(found(&RULE, &dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"payments": {"items": [{"amount": "x"}]}}"#),
            ["faulty /payments/items/0/amount"]
        );
    }
}
