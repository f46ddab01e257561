//! One document number on two instruments.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::Instrument;
use crate::model::kind::Short;
use crate::validate::Rule;
use crate::validate::document_number::written;
use crate::validate::place::{Row, rows};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-5", "附件2-9", "附件2-18", "附件2-22", "GB/T 9704-2012"],
        summary: Label::new("两份制度文件用了同一个文号", "two instruments carry one document number"),
        message: Label::new(
            "文号与 {first} 相同，而标题相同，或印发日期、发文单位不同",
            "the number is that of {first}, while the title is the same too, or the day of issue or the issuer is not",
        ),
        help: Label::new(
            "同一文件填了两次的，删去一条；文号填错的，对照原件更正",
            "drop one of them if it is one document; else compare the numbers with the originals",
        ),
        example: r#"{"schema_version": 1, "instruments": {"items": [
  {"id": "W1", "title": "示例办法", "number": "例政发〔2023〕5号", "issuer": "例县政府", "issued": "2023-05-01"},
  {"id": "W2", "title": "另一办法", "number": "例政发[2023]5号", "issuer": "例县政府", "issued": "2023-06-01"}]}}"#,
        ..Spec::new("instrument.number-twice", Severity::Warning)
    },
    check: |context, found| {
        let mut seen: BTreeMap<String, (Row, &Instrument)> = BTreeMap::new();
        for (row, instrument) in rows("instruments", &context.dossier.instruments) {
            let Some(number) = found.value(&instrument.number, || row.at("number")) else { continue };
            let (first, held) = *seen.entry(written(number.as_str())).or_insert((row, instrument));
            if first != row && !issued_together(held, instrument) {
                found.at(row.at("number"), vec![("first", first.pointer().into())]);
            }
        }
    },
};

/// Whether one notice may have issued both: several measures come under one number, each with its title, on one day and from
/// one issuer.
fn issued_together(first: &Instrument, second: &Instrument) -> bool {
    let differ = |one: Option<&Short>, other: Option<&Short>| one.zip(other).is_some_and(|(one, other)| one != other);
    let days = first.issued.get().zip(second.issued.get());
    differ(first.title.known(), second.title.known())
        && !differ(first.issuer.known(), second.issuer.known())
        && days.is_none_or(|(first, second)| first == second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn one_number_on_two_days_is_found_however_its_brackets_are_written() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/instruments/items/1/number first=/instruments/items/0"]);
    }

    #[test]
    fn several_measures_of_one_notice_are_clean_and_one_filed_twice_is_not() {
        let notice = RULE.spec.example.replace("2023-06-01", "2023-05-01");
        assert_eq!(found(&RULE, &notice), [""; 0]);
        assert_eq!(found(&RULE, &notice.replace("另一办法", "示例办法")).len(), 1);
        assert_eq!(found(&RULE, &notice.replacen("例县政府", "例县财政局", 1)).len(), 1);
    }

    #[test]
    fn other_numbers_and_none_are_clean() {
        assert_eq!(found(&RULE, &RULE.spec.example.replace("[2023]5号", "[2023]6号")), [""; 0]);
        assert_eq!(found(&RULE, r#"{"instruments": {"items": [{"title": "甲"}, {"title": "甲"}]}}"#), [""; 0]);
    }
}
