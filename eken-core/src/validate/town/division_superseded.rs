//! A division code that was no longer in force.

use crate::code::division::{self, DatedDivision};
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB/T 2260"],
        summary: Label::new("行政区划代码已停用", "the division code is no longer in force"),
        message: Label::new(
            "{code} 已于 {until} 停用；现用代码是 {current}",
            "{code} went out of force on {until}; the code is now {current}",
        ),
        help: Label::new("改填现行代码 {current}", "give the present code {current}"),
        example: r#"{"schema_version": 1, "as_of": "2023-12-31", "town": {"name": "例", "division": "142733"}}"#,
        ..Spec::new("town.division-superseded", Severity::Warning)
    },
    check: |context, found| {
        let pointer = || "/town/division".to_owned();
        let Some(town) = found.value(&context.dossier.town, || "/town".to_owned()) else { return };
        let Some(code) = found.value(&town.division, pointer) else { return };
        let Some(as_of) = context.as_of() else { return };
        let Ok(division) = division::check(code.as_str()) else { return };
        let ended = |known: &'static DatedDivision| Some((known, known.until.filter(|until| *until <= as_of.naive())?));
        let Some((known, until)) = division.known().and_then(ended) else { return };
        let mut params = vec![("code", division.as_str().into()), ("until", until.to_string().into())];
        params.extend(known.successor.map(|current| ("current", current.into())));
        found.at(pointer(), params);
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
    fn the_code_of_before_2000_names_its_successor() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/division code=142733 until=2000-06-14 current=140827"]);
    }

    #[test]
    fn a_code_in_force_and_an_unknown_one_are_clean() {
        assert_eq!([of("140827"), of("140829")].concat(), [""; 0]);
        assert_eq!(found(&RULE, r#"{"town": {"division": "142733"}}"#), [""; 0]);
    }

    #[test]
    fn a_code_is_superseded_from_the_day_on_that_it_went_out_of_force_and_one_of_later_on_is_not() {
        let of = |code: &str, as_of: &str| {
            found(&RULE, &format!(r#"{{"as_of": "{as_of}", "town": {{"division": "{code}"}}}}"#))
        };
        assert_eq!([of("142733", "2000-06-13"), of("140827", "2000-06-13")].concat(), [""; 0]);
        assert_eq!(of("142733", "2000-06-14"), ["/town/division code=142733 until=2000-06-14 current=140827"]);
        assert_eq!(of("140827", "2000-06-14"), [""; 0]);
    }
}
