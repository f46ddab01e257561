//! A resident id or a phone number in a field that is not kept for personal data.

use crate::code::{looks_like_phone, looks_like_resident_id};
use crate::finding::{Severity, Spec};
use crate::model::kind::{Leaf, Step, Walker};
use crate::validate::Rule;
use crate::validate::tour::Noted;
use crate::words::Label;

/// Digits of the shortest personal number that is looked for.
const FEWEST: usize = 11;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB/T 35273-2020"],
        summary: Label::new(
            "非个人信息字段中有身份证号或手机号",
            "a resident id or a phone number stands in a field that is not kept for personal data",
        ),
        message: Label::new(
            "文本中有像身份证号或手机号的号码；此字段不是存放个人信息的地方",
            "the text holds what looks like a resident id or a phone number; this field is no place for personal data",
        ),
        help: Label::new(
            "删去号码；输出会遮住它，文件里仍在；确需留存的，只填在学员档案的 resident_id 或 phone 中",
            "take it out; output masks it, yet the file still holds it; what must be kept belongs in resident_id or phone of the person's file",
        ),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "address": "示例路1号，联系人 13900000000"}]}}"#,
        ..Spec::new("record.personal-number", Severity::Warning)
    },
    check: |context, found| Noted::tell(&context.tour().numbers, found),
};

/// The texts met on the walk that hold a number.
#[derive(Debug, Default)]
pub(in crate::validate) struct Texts(pub(in crate::validate) Vec<Noted>);

impl Walker for Texts {
    fn leaf(&mut self, at: &Step<'_>, leaf: Leaf<'_>) {
        let text = match leaf {
            Leaf::Text(text) | Leaf::Id(text) => text,
            _ => return,
        };
        if may_hold_number(text) && candidates(text).any(is_personal) {
            let pointer = at.pointer();
            // identifiers of persons have a rule of their own
            if !["/trainees/", "/experts/", "/fostered/"].iter().any(|section| pointer.starts_with(section))
                || matches!(leaf, Leaf::Text(_))
            {
                self.0.push(Noted::Fault(pointer, vec![]));
            }
        }
    }
}

/// Whether a text has digits enough for a number; characters in full width are counted as digits.
fn may_hold_number(text: &str) -> bool {
    // the first byte of every character in full width
    const WIDE: u8 = 0xEF;
    let digits = |text: &str| text.bytes().filter(|byte| byte.is_ascii_digit() || *byte == WIDE).count();
    text.len() >= FEWEST && digits(text) >= FEWEST
}

/// The runs of digits in a text that are long enough, each with an X that ends it, and the text as a whole.
fn candidates(text: &str) -> impl Iterator<Item = &str> {
    let runs = text
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .map(|token| token.trim_matches(|sign: char| sign.is_ascii_alphabetic() && !matches!(sign, 'X' | 'x')))
        .filter(|token| token.len() >= FEWEST);
    runs.chain([text])
}

fn is_personal(number: &str) -> bool {
    looks_like_phone(number) || looks_like_resident_id(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_phone_number_in_an_address_and_an_id_in_a_code_are_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/facilities/items/0/address"]);
        let dossier = r#"{"entities": {"items": [{"id": "13900000000", "code": "14273319920229203X"}]},
            "judgements": {"items": [{"post": "评审组长（电话139000000001转）", "basis": "电话13900000000。"}]}}"#;
        assert_eq!(
            found(&RULE, dossier),
            ["/entities/items/0/id", "/entities/items/0/code", "/judgements/items/0/basis"]
        );
    }

    #[test]
    fn credit_codes_invoices_digests_and_personal_fields_are_clean() {
        let dossier = r#"{"entities": {"items": [{"code": "121408274000000425", "name": "例"}]},
            "payments": {"items": [{"invoice": "24142000000012345678", "amount": 1}]},
            "documents": {"items": [{"digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]},
            "trainees": {"items": [{"id": "13900000000", "name": "某甲", "phone": "13900000000", "resident_id": "142733197001010017"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
