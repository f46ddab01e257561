//! Lists of resident ids and phone numbers kept in full where nothing needs them.

use crate::code::{looks_like_phone, looks_like_resident_id};
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

/// Files that may hold a number in full, as a check of single identities needs it; beyond that it is a list for no purpose of
/// the plan.
const SPOT_CHECK: usize = 5;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB/T 35273-2020", "五(六)功能"],
        summary: Label::new(
            "学员档案成批留存全号身份证号或手机号",
            "files of trainees keep lists of resident ids or phone numbers in full",
        ),
        message: Label::new(
            "{ids} 份学员档案留存全号身份证号；{phones} 份学员档案留存全号手机号；一人一档只须能区分各人",
            "{ids} files of trainees keep the resident id in full; {phones} files of trainees keep the phone number in full; one file a trainee needs no more than to tell them apart",
        ),
        help: Label::new(
            "身份证号改填脱敏号（中间以星号代替）或 sha256: 散列值，手机号留后四位或不填",
            "file the id masked by stars or as sha256:, and the last four digits of the phone number or none",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1", "resident_id": "142733197001010017", "phone": "13900000001"}, {"id": "T2", "phone": "13900000002"}, {"id": "T3", "phone": "13900000003"}, {"id": "T4", "phone": "13900000004"}, {"id": "T5", "phone": "13900000005"}, {"id": "T6", "phone": "13900000006"}]}}"#,
        ..Spec::new("record.personal-data-not-needed", Severity::Info)
    },
    check: |context, found| {
        let (mut ids, mut phones, mut first) = (0usize, 0usize, None);
        for (row, trainee) in rows("trainees", &context.dossier.trainees) {
            let id = found.value(&trainee.resident_id, || row.at("resident_id"));
            let phone = found.value(&trainee.phone, || row.at("phone"));
            let id = id.is_some_and(|id| looks_like_resident_id(id.reveal()));
            let phone = phone.is_some_and(|phone| looks_like_phone(phone.reveal()));
            ids = ids.saturating_add(usize::from(id));
            phones = phones.saturating_add(usize::from(phone));
            if id || phone {
                first = first.or(Some(row.at(if id { "resident_id" } else { "phone" })));
            }
        }
        let Some(first) = first.filter(|_| ids > SPOT_CHECK || phones > SPOT_CHECK) else { return };
        let counts = [("ids", ids), ("phones", phones)];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        found.at(first, counts.map(|(name, count)| (name, count.into())).collect());
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(ids: usize, phones: usize) -> Vec<String> {
        let id = r#"{"resident_id": "142733197001010017"}"#;
        let phone = r#"{"phone": "13900000000"}"#;
        let trainees: Vec<&str> = std::iter::repeat_n(phone, phones).chain(std::iter::repeat_n(id, ids)).collect();
        found(&RULE, &format!(r#"{{"trainees": {{"items": [{{}}, {}]}}}}"#, trainees.join(", ")))
    }

    #[test]
    fn full_numbers_are_counted_and_told_once() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/trainees/items/0/resident_id ids=1 phones=6"]);
        assert_eq!(of(7, 0), ["/trainees/items/1/resident_id ids=7"]);
        assert_eq!(of(6, 2), ["/trainees/items/1/phone ids=6 phones=2"]);
    }

    #[test]
    fn five_files_may_be_a_check_and_six_are_a_list() {
        assert_eq!([of(4, 4), of(5, 5)].concat(), [""; 0]);
        assert_eq!((of(6, 5).len(), of(5, 6).len()), (1, 1));
    }

    #[test]
    fn masked_and_hashed_numbers_and_none_are_clean() {
        let hash = "0123456789abcdef".repeat(4);
        let masked = format!(
            r#"{{"resident_id": "142733********0017", "phone": "139****0000"}}, {{"resident_id": "sha256:{hash}"}}, {{"phone": "0000"}}"#
        );
        let dossier = format!(r#"{{"trainees": {{"items": [{}]}}}}"#, [masked.as_str(); 6].join(", "));
        assert_eq!(found(&RULE, &dossier), [""; 0]);
        assert_eq!(skipped(&RULE, r#"{"trainees": {"items": [{"phone": 5}]}}"#), ["faulty /trainees/items/0/phone"]);
    }
}
