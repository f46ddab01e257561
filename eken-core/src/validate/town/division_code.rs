//! The structure of the division code of the county.

use crate::code::{DivisionFault, division};
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::words::Label;

/// Characters of what was written that the message shows, at most.
const SHOWN: usize = 12;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB/T 2260"],
        summary: Label::new("行政区划代码的写法不对", "the division code is not one of GB/T 2260"),
        message: Label::new(
            "“{code}”不是行政区划代码；应为6位数字，前两位是省，中间两位是市，末两位是县",
            "\"{code}\" is no division code; six digits expected, two each for province, prefecture and county",
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
        match division::check(code.as_str()) {
            // sound within: see town.division-repairable
            Ok(_) | Err(DivisionFault::Repairable { .. }) => {}
            Err(_) => {
                let shown: String = code.as_str().chars().take(SHOWN).collect();
                found.at(pointer(), vec![("code", shown.into())]);
            }
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
    fn a_wrong_length_a_letter_and_a_place_that_cannot_be_are_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/division code=14082"]);
        assert_eq!(of("14O827"), ["/town/division code=14O827"]);
        assert_eq!(of("990827"), ["/town/division code=990827"]);
        assert_eq!(of("140027"), ["/town/division code=140027"]);
        assert_eq!(of("13900000000"), ["/town/division code=***"]);
    }

    #[test]
    fn codes_of_any_level_are_of_sound_structure() {
        assert_eq!([of("140827"), of("140800"), of("142733"), of("140 827")].concat(), [""; 0]);
    }
}
