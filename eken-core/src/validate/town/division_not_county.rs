//! A division code of a province or prefecture where the county is asked.

use crate::code::{DivisionLevel, division};
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB/T 2260"],
        summary: Label::new("行政区划代码不是县级", "the division code is not that of a county"),
        message: Label::new(
            "{code} 是省级或地级代码，此处应填县级代码",
            "{code} is the code of a province or prefecture; the county is asked",
        ),
        help: Label::new(
            "填县级行政区划代码，末两位不为 00",
            "give the code of the county, whose last two digits are not 00",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "division": "140800"}}"#,
        ..Spec::new("town.division-not-county", Severity::Error)
    },
    check: |context, found| {
        let pointer = || "/town/division".to_owned();
        let Some(town) = found.value(&context.dossier.town, || "/town".to_owned()) else { return };
        let Some(code) = found.value(&town.division, pointer) else { return };
        let Ok(division) = division::check(code.as_str()) else { return };
        if division.level() != DivisionLevel::County {
            found.at(pointer(), vec![("code", division.as_str().into())]);
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
    fn a_prefecture_and_a_province_are_no_county() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/division code=140800"]);
        assert_eq!(of("140000"), ["/town/division code=140000"]);
    }

    #[test]
    fn a_county_and_a_code_of_no_sound_structure_are_left_alone() {
        assert_eq!([of("140827"), of("14")].concat(), [""; 0]);
    }
}
