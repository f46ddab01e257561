//! An instrument that was put to use before it was issued.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::uses::uses;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-5", "附件2-18", "附件2-21", "附件2-22", "九3"],
        summary: Label::new("制度文件印发之前就被使用", "an instrument was used before it was issued"),
        message: Label::new(
            "{date} 已依据、评审或公开 {first}，而它 {issued} 才印发",
            "{first} was relied on, judged or published on {date}, while it was issued on {issued}",
        ),
        help: Label::new(
            "核对两个日期，或更正所引用的文件；依据的是旧文件的，引用旧文件",
            "check both dates or the instrument that is meant; refer to the former one if that was used",
        ),
        example: r#"{"schema_version": 1, "instruments": {"items": [{"id": "W1", "title": "关于成立领导小组的通知", "number": "例政办〔2023〕11号", "issued": "2023-04-20"}]},
  "organisation": {"leading_group": {"established": "2023-03", "instrument": "W1"}}}"#,
        ..Spec::new("instrument.used-before-issue", Severity::Warning)
    },
    check: |context, found| {
        for used in uses(context, found) {
            let issued = used.instrument.issued.get().or(used.instrument.effective.get());
            if let Some(issued) = issued
                && used.began.last().is_some_and(|day| day < issued)
            {
                found.at(
                    used.pointer,
                    vec![
                        ("date", used.began.to_string().into()),
                        ("issued", issued.to_string().into()),
                        ("first", used.row.pointer().into()),
                    ],
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
    fn a_leading_group_older_than_its_instrument_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/organisation/leading_group/established date=2023-03 issued=2023-04-20 first=/instruments/items/0"]
        );
    }

    #[test]
    fn judgements_and_disclosures_are_uses_as_well() {
        let dossier = r#"{"instruments": {"items": [{"id": "W1", "number": "例政发〔2023〕5号", "issued": "2023-05-01", "document": "D1"}]},
            "judgements": {"items": [{"about": "W1", "date": "2023-04-30"}, {"about": "W2", "date": "2023-04-30"}]},
            "disclosures": {"items": [{"reference": "例政发[2023]5号", "date": "2023-04-01"}, {"document": "D1", "date": "2023-04-02"},
                {"document": "D1", "date": "2023-05-01"}, {"document": "D2", "date": "2023-04-02"}]}}"#;
        let places: Vec<String> =
            found(&RULE, dossier).iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect();
        assert_eq!(places, ["/judgements/items/0/date", "/disclosures/items/0/date", "/disclosures/items/1/date"]);
        assert_eq!(found(&RULE, &dossier.replace(r#""id": "W1","#, r#""id": "W1", "draft": true,"#)), [""; 0]);
    }

    #[test]
    fn the_month_of_the_issue_and_later_days_are_clean() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replace(from, to)).len();
        assert_eq!(["2023-04-19", "2023-04-20", "2023-04", "2023"].map(|day| of("2023-03", day)), [1, 0, 0, 0]);
        assert_eq!(of(r#", "issued": "2023-04-20""#, ""), 0);
    }

    #[test]
    fn what_two_instruments_share_tells_neither() {
        let dossier = r#"{"instruments": {"items": [{"number": "1号", "issued": "2023-05-01"}, {"number": "1号", "issued": "2023-06-01"}]},
            "disclosures": {"items": [{"reference": "1号", "date": "2023-04-01"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn a_faulty_day_is_noted() {
        let faulty = RULE.spec.example.replace("2023-03", "三月");
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /organisation/leading_group/established"]);
    }
}
