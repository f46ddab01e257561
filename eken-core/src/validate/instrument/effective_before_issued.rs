//! An instrument in force from a day before its issue.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-5", "附件2-9", "附件2-18", "附件2-22"],
        summary: Label::new("施行日期早于印发日期", "an instrument takes effect before it was issued"),
        message: Label::new(
            "施行日期 {effective} 早于印发日期 {issued}",
            "effective on {effective}, issued on {issued}",
        ),
        help: Label::new(
            "核对两个日期；确有溯及效力的，在文件中写明",
            "check both dates; say so in the instrument if it does reach back",
        ),
        example: r#"{"schema_version": 1, "instruments": {"items": [{"id": "I1", "title": "示例办法", "issued": "2023-05-01", "effective": "2023-01-01"}]}}"#,
        ..Spec::new("instrument.effective-before-issued", Severity::Warning)
    },
    check: |context, found| {
        for (row, instrument) in rows("instruments", &context.dossier.instruments) {
            let issued = found.value(&instrument.issued, || row.at("issued"));
            let effective = found.value(&instrument.effective, || row.at("effective"));
            if let (Some(issued), Some(effective)) = (issued, effective)
                && effective < issued
            {
                found.at(
                    row.at("effective"),
                    vec![("effective", effective.to_string().into()), ("issued", issued.to_string().into())],
                );
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_measure_that_reaches_back_is_doubtful() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/instruments/items/0/effective effective=2023-01-01 issued=2023-05-01"]
        );
    }

    #[test]
    fn the_day_of_issue_and_later_days_are_clean() {
        let dossier = r#"{"instruments": {"items": [{"issued": "2023-05-01", "effective": "2023-05-01"}, {"effective": "2023-05-01"},
            {"issued": "2023-05-01", "effective": "2023-06-01"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
