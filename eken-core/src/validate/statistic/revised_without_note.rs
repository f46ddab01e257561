//! A figure that was revised, and nothing says why.

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::quantity::Exact;
use crate::validate::figure::figure;
use crate::validate::series::{Entry, amounts, rates};
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("数据修订没有说明", "a figure was revised without a note"),
        message: Label::new(
            "{series} {period} 的数修订过，没有说明；另一条 {first} 为 {held}，此处为 {value}",
            "{series} of {period} was revised without a note; {first} says {held}, here stands {value}",
        ),
        help: Label::new(
            "只留最新的数，修订前的数填在 previous，修订原因填在 note",
            "keep the newest figure, put the former one into previous and the reason into note",
        ),
        example: r#"{"schema_version": 1, "statistics": {"items": [
  {"id": "N1", "series": "gross_output", "period": "2022", "territory": "site", "amount": {"value": 118000000, "status": "provisional"}, "source": "县统计局"},
  {"id": "N2", "series": "gross_output", "period": "2022", "territory": "site", "amount": {"value": 121000000, "status": "final"}, "source": "县统计局"}]}}"#,
        ..Spec::new("statistic.revised-without-note", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for series in amounts(context, found).into_iter().chain(rates(context, found)) {
        for entries in series.on_file.values() {
            let said = |entry: &Entry<'_>| {
                vec![
                    ("series", series.series.code().into()),
                    ("period", entry.record.period.get().map(|at| at.to_string()).unwrap_or_default().into()),
                ]
            };
            let noted = entries.iter().any(Entry::is_noted);
            let Some(first) = entries.first().filter(|_| !noted) else { continue };
            let former = |entry: &&Entry<'_>| {
                let another = entry.status() != first.status() || entry.stood() != first.stood();
                entry.value != first.value && another && entry.status().is_some() && first.status().is_some()
            };
            if let Some(entry) = entries.iter().find(|entry| entry.is_revision()) {
                found.at(entry.pointer(), said(entry));
            } else if let Some(entry) = entries.iter().find(former) {
                let mut params = said(entry);
                params.push(("value", figure(&Exact::decimal(entry.value))));
                params.push(("held", figure(&Exact::decimal(first.value))));
                params.push(("first", first.row.pointer().into()));
                found.at(entry.pointer(), params);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_provisional_figure_and_another_final_one_are_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/statistics/items/1/amount series=gross_output period=2022 value=121000000 held=118000000 first=/statistics/items/0"
            ]
        );
    }

    #[test]
    fn a_former_value_without_a_reason_is_found_and_one_with_it_is_clean() {
        let dossier = r#"{"statistics": {"items": [{"series": "gross_output", "period": "2022", "territory": "site",
            "amount": {"value": 5, "previous": "4"}}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/statistics/items/0/amount series=gross_output period=2022"]);
        let noted = dossier.replace(r#""previous": "4""#, r#""previous": "4", "note": "经济普查修订""#);
        assert_eq!(found(&RULE, &noted), [""; 0]);
    }

    #[test]
    fn a_figure_that_stayed_and_a_note_on_either_are_clean() {
        assert_eq!(found(&RULE, &RULE.spec.example.replace("121000000", "118000000")), [""; 0]);
        assert_eq!(
            found(&RULE, &RULE.spec.example.replace(r#""id": "N1","#, r#""id": "N1", "note": "快报数","#)),
            [""; 0]
        );
        // two that are as settled as each other contradict each other
        assert_eq!(found(&RULE, &RULE.spec.example.replace("provisional", "final")), [""; 0]);
    }

    #[test]
    fn a_figure_whose_status_cannot_be_read_is_no_revision() {
        let unread = RULE.spec.example.replace("provisional", "early");
        assert_ne!(unread, RULE.spec.example);
        assert_eq!(found(&RULE, &unread), [""; 0]);
        let turned = RULE.spec.example.replace("\"final\"", "\"settled\"");
        assert_eq!(found(&RULE, &turned), [""; 0]);
    }
}
