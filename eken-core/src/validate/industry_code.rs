//! What is wrong with an industry code: one check and one set of words for leading industries and entities.

use super::rule::Found;
use crate::code::{IndustryFault, industry};
use crate::finding::{Severity, Spec};
use crate::model::kind::{Maybe, Short};
use crate::words::Label;

/// The words.
pub(super) const FORM: Spec = Spec {
    clauses: &["GB/T 4754-2017"],
    summary: Label::new("国民经济行业代码的写法不对", "an industry code is not one of GB/T 4754-2017"),
    message: Label::new(
        "不是国民经济行业代码；应为1个字母加2至4位数字，实为{length}个字符；第{position}个字符不能是“{letter}”；缺门类字母 {missing}；没有大类 {division}；所填大类属于门类 {section}；应写成 {repaired}",
        "not an industry code; a letter and two to four digits expected, {length} characters found; character {position} cannot be \"{letter}\"; the section letter {missing} is missing; there is no division {division}; the division belongs to section {section}; written properly it is {repaired}",
    ),
    help: Label::new(
        "按 GB/T 4754-2017 填写，如 F5292（互联网零售）",
        "write it as in GB/T 4754-2017, such as F5292 (online retail)",
    ),
    ..Spec::new("", Severity::Error)
};

/// Reports an industry code that is wrong.
pub(super) fn report(found: &mut Found<'_>, code: &Maybe<Short>, pointer: impl Fn() -> String) {
    let Some(code) = found.value(code, &pointer) else { return };
    let Err(fault) = industry::check(code.as_str()) else { return };
    let params = match fault {
        IndustryFault::Length { found } => vec![("length", found.into())],
        IndustryFault::Character { position, found } => {
            vec![("position", position.into()), ("letter", found.to_string().into())]
        }
        IndustryFault::SectionMissing { expected } => vec![("missing", expected.to_string().into())],
        IndustryFault::Division { found } => vec![("division", i64::from(found).into())],
        IndustryFault::Section { expected } => vec![("section", expected.to_string().into())],
        IndustryFault::Repairable { repaired } => vec![("repaired", repaired.into())],
    };
    found.at(pointer(), params);
}
