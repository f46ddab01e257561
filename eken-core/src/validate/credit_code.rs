//! What is wrong with a unified social credit code: one check and one set of words for entities and institutions.

use super::rule::Found;
use crate::code::{UsccFault, looks_like_phone, looks_like_resident_id, uscc};
use crate::finding::{Severity, Spec};
use crate::json::Param;
use crate::model::kind::{Maybe, Short};
use crate::words::Label;

/// The ways to be wrong that have a rule each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// The check character does not fit.
    Check,
    /// Length or a character.
    Form,
    /// Written badly, sound within.
    Repairable,
    /// A number of before the unified code.
    OldNumber,
}

/// Words of [`Slip::Check`].
pub(super) const CHECK: Spec = Spec {
    clauses: &["GB 32100-2015"],
    summary: Label::new(
        "统一社会信用代码的校验字符不符",
        "the check character of a unified social credit code does not fit",
    ),
    message: Label::new(
        "统一社会信用代码的校验字符不符，按前17位推算末位应为 {expected}；第{first}位与第{second}位可能写反了",
        "the check character does not fit: after the first 17 characters it should be {expected}; characters {first} and {second} may have been swapped",
    ),
    help: Label::new(
        "对照营业执照或登记证书逐位核对，前17位中也可能有误，不要只改末位",
        "compare every character with the licence: the slip may be in the first 17, so do not just change the last one",
    ),
    ..Spec::new("", Severity::Error)
};

/// Words of [`Slip::Form`].
pub(super) const FORM: Spec = Spec {
    clauses: &["GB 32100-2015"],
    summary: Label::new(
        "统一社会信用代码的位数或字符不对",
        "a unified social credit code has a wrong length or a character that cannot stand there",
    ),
    message: Label::new(
        "不是统一社会信用代码；应为18位，实为{length}位；第{position}位不能是“{letter}”",
        "not a unified social credit code; 18 characters expected, {length} found; character {position} cannot be \"{letter}\"",
    ),
    help: Label::new(
        "按营业执照抄写18位代码；代码只用数字和大写字母，不用 I、O、S、V、Z，第3至8位为数字",
        "copy the 18 characters from the licence: digits and capital letters without I, O, S, V, Z, digits in places 3 to 8",
    ),
    ..Spec::new("", Severity::Error)
};

/// Words of [`Slip::Repairable`].
pub(super) const REPAIRABLE: Spec = Spec {
    clauses: &["GB 32100-2015"],
    summary: Label::new(
        "统一社会信用代码只是书写不规范",
        "a unified social credit code is sound and only written badly",
    ),
    message: Label::new(
        "统一社会信用代码中有小写字母、全角字符、空格或连字符，应写成 {repaired}",
        "the code has lower case, full-width characters, blanks or hyphens; written properly it is {repaired}",
    ),
    help: Label::new("改写为 {repaired}", "write {repaired}"),
    ..Spec::new("", Severity::Warning)
};

/// Words of [`Slip::OldNumber`].
pub(super) const OLD_NUMBER: Spec = Spec {
    clauses: &["GB 32100-2015"],
    summary: Label::new(
        "填的是旧的注册号或组织机构代码",
        "an old registration number or organisation code stands in place of the unified code",
    ),
    message: Label::new(
        "不是统一社会信用代码；是{registration}位的工商注册号；是{organisation}位的组织机构代码",
        "not a unified social credit code; it is a registration number of {registration} digits; it is an organisation code of {organisation} characters",
    ),
    help: Label::new(
        "换填营业执照上18位的统一社会信用代码",
        "give the unified social credit code of 18 characters that stands on the licence",
    ),
    ..Spec::new("", Severity::Error)
};

/// Reports a code that is wrong in one way. A number of a person is left to `record.personal-number`.
pub(super) fn report(found: &mut Found<'_>, slip: Slip, code: &Maybe<Short>, pointer: impl Fn() -> String) {
    let Some(text) = found.value(code, &pointer).map(|code| code.as_str()) else { return };
    let Err(fault) = uscc::check(text) else { return };
    if looks_like_resident_id(text) || looks_like_phone(text) {
        return;
    }
    let (kind, params) = explain(fault);
    if kind == slip {
        found.at(pointer(), params);
    }
}

fn explain(fault: UsccFault) -> (Slip, Vec<(&'static str, Param)>) {
    match fault {
        UsccFault::Length { found } => (Slip::Form, vec![("length", found.into())]),
        UsccFault::Letter { position, found } => {
            (Slip::Form, vec![("position", position.into()), ("letter", found.to_string().into())])
        }
        UsccFault::CheckCharacter { expected, swapped } => {
            let mut params = vec![("expected", Param::from(expected.to_string()))];
            if let Some(first) = swapped {
                params.push(("first", first.into()));
                params.push(("second", first.saturating_add(1).into()));
            }
            (Slip::Check, params)
        }
        UsccFault::Repairable { repaired } => (Slip::Repairable, vec![("repaired", repaired.into())]),
        UsccFault::OldRegistrationNumber => (Slip::OldNumber, vec![("registration", 15usize.into())]),
        UsccFault::OrganisationCode => (Slip::OldNumber, vec![("organisation", 9usize.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::Rule;
    use crate::validate::place::rows;
    use crate::validate::testing::found;

    /// Tells what is not of the form, as the rules of entities and institutions do.
    static RULE: Rule = Rule {
        spec: FORM,
        check: |context, found| {
            for (row, entity) in rows("entities", &context.dossier.entities) {
                report(found, Slip::Form, &entity.code, || row.at("code"));
            }
        },
    };

    #[test]
    fn a_number_of_a_person_is_told_nowhere_as_a_code() {
        let of = |code: &str| found(&RULE, &format!(r#"{{"entities": {{"items": [{{"code": "{code}"}}]}}}}"#));
        assert_eq!(of("9114082"), ["/entities/items/0/code length=7"]);
        assert_eq!(of("I1140827MA0EKEN03X"), ["/entities/items/0/code position=1 letter=I"]);
        // made up: a resident id and a phone
        assert_eq!([of("142733197001010017"), of("13900000000")].concat(), [""; 0]);
    }
}
