//! A badly written division code that is sound within.

use crate::code::{DivisionFault, division};
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB/T 2260"],
        summary: Label::new("行政区划代码只是书写不规范", "a division code is sound and only written badly"),
        message: Label::new(
            "行政区划代码中有全角字符、空格或连字符，应写成 {repaired}",
            "the division code has full-width characters, blanks or hyphens; written properly it is {repaired}",
        ),
        help: Label::new("改写为 {repaired}", "write {repaired}"),
        example: r#"{"schema_version": 1, "town": {"name": "例", "division": "１40827"}}"#,
        ..Spec::new("town.division-repairable", Severity::Warning)
    },
    check: |context, found| {
        let pointer = || "/town/division".to_owned();
        let Some(town) = found.value(&context.dossier.town, || "/town".to_owned()) else { return };
        let Some(code) = found.value(&town.division, pointer) else { return };
        if let Err(DivisionFault::Repairable { repaired }) = division::check(code.as_str()) {
            found.at(pointer(), vec![("repaired", repaired.into())]);
        }
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
    fn full_width_and_blanks_come_with_the_repair() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/division repaired=140827"]);
        assert_eq!(of("140 827"), ["/town/division repaired=140827"]);
    }

    #[test]
    fn a_sound_code_and_a_wrong_one_are_left_alone() {
        assert_eq!([of("140827"), of("14082")].concat(), [""; 0]);
    }
}
