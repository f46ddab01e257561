//! The structure of the division code of the county.

use crate::code::{DivisionFault, division};
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB/T 2260"],
        summary: Label::new("行政区划代码的写法不对", "the division code is not one of GB/T 2260"),
        message: Label::new(
            "不是行政区划代码；应为6位数字，实为{length}位；第{position}位不是数字；没有以 {province} 开头的省级代码；县级代码的第3、4位不能是 {prefecture}；应写成 {repaired}",
            "not a division code; six digits expected, {length} characters found; the character in place {position} is no digit; no province begins with {province}; digits 3 and 4 of a county cannot be {prefecture}; written properly it is {repaired}",
        ),
        help: Label::new(
            "填县级行政区划代码6位，垣曲县为 140827",
            "give the six digits of the county, for Yuanqu 140827",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "division": "14082"}}"#,
        ..Spec::new("town.division-code", Severity::Error)
    },
    check: |context, found| {
        let pointer = || "/town/division".to_owned();
        let Some(town) = found.value(&context.dossier.town, || "/town".to_owned()) else { return };
        let Some(code) = found.value(&town.division, pointer) else { return };
        let Err(fault) = division::check(code.as_str()) else { return };
        let param = match fault {
            DivisionFault::Length { found } => ("length", found.into()),
            DivisionFault::Character { position, .. } => ("position", position.into()),
            DivisionFault::Province { found } => ("province", found.into()),
            DivisionFault::Prefecture => ("prefecture", "00".into()),
            DivisionFault::Repairable { repaired } => ("repaired", repaired.into()),
        };
        found.at(pointer(), vec![param]);
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    fn of(division: &str) -> Vec<String> {
        found(&RULE, &format!(r#"{{"as_of": "2023-12-31", "town": {{"division": "{division}"}}}}"#))
    }

    #[test]
    fn each_way_to_be_wrong_says_what_was_expected() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/division length=5"]);
        assert_eq!(of("14O827"), ["/town/division position=3"]);
        assert_eq!(of("990827"), ["/town/division province=99"]);
        assert_eq!(of("140027"), ["/town/division prefecture=00"]);
        assert_eq!(of("140 827"), ["/town/division repaired=140827"]);
    }

    #[test]
    fn codes_of_any_level_are_of_sound_structure() {
        assert_eq!([of("140827"), of("140800"), of("142733")].concat(), [""; 0]);
    }
}
