//! Waivers (豁免) at work: which findings they pass over, and what is wrong with a waiver itself.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::profile::Profile;
use crate::finding::{Finding, Severity, Spec};
use crate::quantity::Date;
use crate::words::Label;

/// What may be wrong with a waiver: findings, as a waiver that no longer holds hides nothing.
pub(super) static WAIVERS: [Spec; 3] = [
    Spec {
        clauses: &["profile"],
        summary: Label::new("豁免已过期", "a waiver has expired"),
        message: Label::new(
            "对 {rule} 的豁免于{until}到期，不再适用",
            "the waiver of {rule} ended on {until} and no longer holds",
        ),
        help: Label::new(
            "改正数据，或由批准单位续期后更新 until",
            "mend the data, or have the authority prolong it and change until",
        ),
        example: r#"{"schema_version": 1, "as_of": "2024-07-01"}"#,
        ..Spec::new("waiver.expired", Severity::Warning)
    },
    Spec {
        clauses: &["profile"],
        summary: Label::new("豁免没有对应的问题", "a waiver matches no finding"),
        message: Label::new("对 {rule} 的豁免没有对应的问题", "the waiver of {rule} matches no finding"),
        help: Label::new(
            "问题已改正的删去豁免；位置变了的改正 at",
            "delete the waiver if the fault is mended; correct at if the record has moved",
        ),
        example: r#"{"schema_version": 1, "as_of": "2024-07-01"}"#,
        ..Spec::new("waiver.unmatched", Severity::Warning)
    },
    Spec {
        clauses: &["profile"],
        summary: Label::new("无法判断豁免是否到期", "it cannot be told whether a waiver holds"),
        message: Label::new(
            "档案没有数据截止日，无法判断对 {rule} 的豁免（至{until}）是否有效，未予适用",
            "the dossier has no as-of date, so it cannot be told whether the waiver of {rule} until {until} holds; it is not applied",
        ),
        help: Label::new("补填 as_of（数据截止日）", "add as_of, the day up to which the data speaks"),
        example: r#"{"schema_version": 1}"#,
        ..Spec::new("waiver.undated", Severity::Warning)
    },
];

/// A finding that a waiver passes over.
#[derive(Clone, Debug, PartialEq)]
pub struct Waived {
    /// The finding.
    pub finding: Finding,
    /// Index of the waiver in the profile.
    pub waiver: usize,
}

/// The waivers of a profile, resolved to the places of one dossier.
#[derive(Debug, Default)]
pub(super) struct Waivers {
    /// The waivers in force, by rule: index and the pointers that they cover.
    held: BTreeMap<&'static str, Vec<(usize, Vec<String>)>>,
    /// Their indices, of those that covered a finding.
    used: BTreeSet<usize>,
}

impl Waivers {
    pub(super) fn of(profile: &Profile, context: &Context<'_>) -> Self {
        let mut out = Self::default();
        for (index, waiver) in profile.waivers.iter().enumerate() {
            if context.as_of().is_some_and(|as_of| as_of <= waiver.until) {
                out.held.entry(waiver.rule).or_default().push((index, places(&waiver.at, context)));
            }
        }
        out
    }

    /// The waiver that covers a finding of a rule at a pointer.
    pub(super) fn covers(&mut self, rule: &str, pointer: &str) -> Option<usize> {
        let held = self.held.get(rule)?;
        let (index, _) = held.iter().find(|(_, places)| places.iter().any(|place| is_at_or_below(pointer, place)))?;
        self.used.insert(*index);
        Some(*index)
    }

    /// What is wrong with the waivers themselves, once every finding was seen.
    pub(super) fn faults(&self, profile: &Profile, as_of: Option<Date>) -> Vec<Finding> {
        let [expired, unmatched, undated] = &WAIVERS;
        let mut out = Vec::new();
        for (index, waiver) in profile.waivers.iter().enumerate() {
            let spec = match as_of {
                None => undated,
                Some(as_of) if as_of > waiver.until => expired,
                Some(_) if !self.used.contains(&index) => unmatched,
                Some(_) => continue,
            };
            let mut params = vec![("rule", waiver.rule.into())];
            if spec.code != unmatched.code {
                params.push(("until", waiver.until.to_string().into()));
            }
            let mut finding = Finding::new(spec, String::new(), params);
            profile.apply(&mut finding);
            out.push(finding);
        }
        out
    }
}

/// The pointers that the place of a waiver stands for: `id=…` for each record of that identifier.
fn places(at: &str, context: &Context<'_>) -> Vec<String> {
    let mut steps = at.split('/').skip(1);
    let (section, items, record) = (steps.next(), steps.next(), steps.next());
    match (section, items, record.and_then(|record| record.strip_prefix("id="))) {
        (Some(section), Some("items"), Some(id)) => {
            let below: String = steps.map(|step| format!("/{step}")).collect();
            let id = id.replace("~1", "/").replace("~0", "~");
            let records = context.ids_of(section).map(|ids| ids.get(&id)).unwrap_or_default();
            records.iter().map(|(_, index)| format!("/{section}/items/{index}{below}")).collect()
        }
        _ => vec![at.to_owned()],
    }
}

fn is_at_or_below(pointer: &str, place: &str) -> bool {
    pointer.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::parse::parse;
    use crate::plan::builtin;
    use crate::validate::{Checked, validate_with};

    const TWICE: &str = r#"{"schema_version": 1, "as_of": "2024-06-30", "entities": {"items": [
        {"id": "E1", "code": "91140827MA0EKEN03Y"}, {"id": "E2", "code": "91140827MA0EKEN03Y"},
        {"id": "E12", "code": "91140827MA0EKEN03Y"}]}}"#;

    fn under(dossier: &str, waivers: &[(&str, &str)]) -> Checked {
        let waivers = waivers.iter().map(|(at, until)| {
            format!("[[waiver]]\nrule = \"entity.code-check\"\nat = \"{at}\"\nreason = \"r\"\nauthority = \"a\"\nuntil = \"{until}\"\n")
        });
        let profile = Profile::load(&waivers.collect::<String>()).unwrap();
        let parsed = parse(dossier.as_bytes(), &Limits::default()).unwrap();
        validate_with(parsed, &builtin("yuanqu-2023").unwrap(), &profile)
    }

    fn shown(checked: &Checked) -> (Vec<String>, Vec<String>) {
        let of = |finding: &Finding| format!("{} {}", finding.code(), finding.pointer);
        let waived = checked.waived().iter().map(|waived| waived.finding.pointer.clone());
        let codes = ["entity.code-check", "waiver."];
        let mine = checked.findings().iter().filter(|each| codes.iter().any(|code| each.code().starts_with(code)));
        (mine.map(of).collect(), waived.collect())
    }

    #[test]
    fn a_waiver_passes_over_the_findings_of_its_rule_at_its_place_through_its_last_day() {
        let checked = under(TWICE, &[("/entities/items/id=E1", "2024-06-30")]);
        assert_eq!(
            shown(&checked),
            (
                vec![
                    "entity.code-check /entities/items/1/code".into(),
                    "entity.code-check /entities/items/2/code".into()
                ],
                vec!["/entities/items/0/code".into()]
            )
        );
        assert_eq!(checked.total(Severity::Error), 2);
        assert_eq!(under(TWICE, &[("", "2024-06-30")]).waived().len(), 3);
        assert_eq!(
            under(TWICE, &[("/entities/items/2", "2024-06-30")]).waived()[0].finding.pointer,
            "/entities/items/2/code"
        );
    }

    #[test]
    fn a_waiver_that_has_expired_or_matches_nothing_is_a_finding_itself() {
        let (found, waived) = shown(&under(TWICE, &[("/entities/items/id=E1", "2024-06-29")]));
        assert_eq!((found.len(), waived.len()), (4, 0));
        assert_eq!(found[0], "waiver.expired ");
        for at in ["/entities/items/id=E9", "/entities/items/1/name", "/entities/items/id=E1/codex"] {
            let (found, waived) = shown(&under(TWICE, &[(at, "2024-12-31")]));
            assert_eq!((found[0].as_str(), waived.len()), ("waiver.unmatched ", 0), "{at}");
        }
        let undated = TWICE.replace(r#""as_of": "2024-06-30","#, "");
        assert_eq!(shown(&under(&undated, &[("", "2024-12-31")])).0[0], "waiver.undated ");
    }

    #[test]
    fn a_structural_finding_can_be_waived_too() {
        let profile = "[[waiver]]\nrule = \"structure.unknown-field\"\nat = \"/town\"\nreason = \"r\"\nauthority = \"a\"\nuntil = \"2024-12-31\"\n";
        let text = r#"{"schema_version": 1, "as_of": "2024-06-30", "town": {"colour": 1}, "x": 1}"#;
        let parsed = parse(text.as_bytes(), &Limits::default()).unwrap();
        let checked = validate_with(parsed, &builtin("yuanqu-2023").unwrap(), &Profile::load(profile).unwrap());
        assert_eq!(shown(&checked).1, ["/town/colour"]);
        assert_eq!(checked.total(Severity::Warning), 1);
    }
}
