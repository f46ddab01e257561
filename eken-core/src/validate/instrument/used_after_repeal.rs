//! An instrument that is put to use after it was repealed or had expired.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::uses::uses;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-5", "附件2-18", "附件2-21", "附件2-22", "九3"],
        summary: Label::new("制度文件废止或失效之后还在使用", "an instrument is used after its repeal or expiry"),
        message: Label::new(
            "{date} 仍在依据、评审或公开 {first}，而它 {ended} 已废止或到期",
            "{first} is relied on, judged or published on {date}, while it was repealed or had expired on {ended}",
        ),
        help: Label::new(
            "引用现行的文件；修订后继续有效的，更正废止日期或有效期",
            "refer to the instrument in force; correct repeal or expiry if it was renewed",
        ),
        example: r#"{"schema_version": 1, "as_of": "2023-12-31",
  "instruments": {"items": [{"id": "W1", "title": "关于成立领导小组的通知", "number": "例政办〔2021〕11号", "issued": "2021-04-20", "repealed": "2023-06-30"}]},
  "organisation": {"leading_group": {"established": "2021-04-20", "instrument": "W1"}}}"#,
        ..Spec::new("instrument.used-after-repeal", Severity::Warning)
    },
    check: |context, found| {
        for used in uses(context, found) {
            let repealed = found.value(&used.instrument.repealed, || used.row.at("repealed"));
            let expires = found.value(&used.instrument.expires, || used.row.at("expires"));
            let ended = repealed.into_iter().chain(expires).min();
            if let Some(ended) = ended
                && used.lasted.first().is_some_and(|day| day > *ended)
            {
                found.at(
                    used.pointer,
                    vec![
                        ("date", used.lasted.to_string().into()),
                        ("ended", ended.to_string().into()),
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
    fn a_leading_group_on_a_repealed_instrument_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/organisation/leading_group/established date=2023-12-31 ended=2023-06-30 first=/instruments/items/0"]
        );
    }

    #[test]
    fn the_last_day_is_in_force() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replace(from, to)).len();
        assert_eq!(["2023-12-30", "2023-12-31", "2024-06-30"].map(|day| of("2023-06-30", day)), [1, 0, 0]);
        assert_eq!(of("repealed", "expires"), 1);
        assert_eq!(of(r#", "repealed": "2023-06-30""#, ""), 0);
    }

    #[test]
    fn a_judgement_of_what_had_expired_is_found_and_a_faulty_day_noted() {
        let dossier = r#"{"instruments": {"items": [{"id": "W1", "expires": "2022-12-31"}]}, "judgements": {"items": [{"about": "W1", "date": "2023-01-01"}]}}"#;
        assert_eq!(found(&RULE, dossier).len(), 1);
        let faulty = dossier.replace("2022-12-31", "长期");
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /instruments/items/0/expires"]);
    }
}
