//! An inspection that found another number of issues than the list has of it.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::validate::place::rows;
use crate::validate::{Context, Found, Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九2"],
        summary: Label::new(
            "检查发现问题数与问题清单不一致",
            "an inspection and the issue list differ in the number of issues",
        ),
        message: Label::new(
            "检查发现问题 {issues} 个，问题清单中引用这次检查的有 {listed} 个",
            "{issues} issues found, {listed} on the list refer to this inspection",
        ),
        help: Label::new(
            "补全问题清单，或更正发现问题数、问题的来源检查",
            "complete the list, or correct the number or the inspection that the issues refer to",
        ),
        example: r#"{"schema_version": 1, "inspections": {"items": [{"id": "Y1", "date": "2023-06-16", "issues_found": 3}]},
  "issues": {"complete": true, "items": [{"id": "Z1", "inspection": "Y1", "found": "2023-06-16"}]}}"#,
        ..Spec::new("inspection.issues-differ", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let issues = &context.dossier.issues;
    let mut listed: BTreeMap<&str, u64> = BTreeMap::new();
    let mut of_none = false;
    for issue in issues.items.items() {
        match issue.inspection.known() {
            Some(inspection) => {
                let count = listed.entry(inspection.as_str()).or_default();
                *count = count.saturating_add(1);
            }
            None => of_none = true,
        }
    }
    // an issue that names no inspection may be of any
    let whole = issues.is_complete() && !of_none;
    for (row, inspection) in rows("inspections", &context.dossier.inspections) {
        let Some(stated) = found.value(&inspection.issues_found, || row.at("issues_found")) else { continue };
        let Some(id) = inspection.id.known() else { continue };
        let (stated, listed) = (stated.get(), listed.get(id.as_str()).copied().unwrap_or_default());
        if listed > stated || (whole && listed < stated) {
            let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX).into();
            found.at(row.at("issues_found"), vec![("issues", number(stated)), ("listed", number(listed))]);
        } else if listed < stated {
            let why = if issues.is_given() { Skip::SectionIncomplete } else { Skip::SectionAbsent };
            found.skip(row.at("issues_found"), why);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn three_found_and_one_on_the_list() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/inspections/items/0/issues_found issues=3 listed=1"]);
    }

    #[test]
    fn the_same_number_is_clean_and_none_found_is_none_listed() {
        let of = |count: &str| {
            found(&RULE, &RULE.spec.example.replace("\"issues_found\": 3", &format!("\"issues_found\": {count}"))).len()
        };
        assert_eq!(["0", "1", "2"].map(of), [1, 0, 1]);
    }

    #[test]
    fn a_list_that_may_grow_can_only_hold_too_many() {
        for (from, to) in
            [(r#""complete": true, "#, ""), (r#""found""#, r#""found": "2023-06-16"}, {"id": "Z2", "found""#)]
        {
            let dossier = RULE.spec.example.replace(from, to);
            let dossier =
                if to.is_empty() { dossier } else { dossier.replace(r#""issues_found": 3"#, r#""issues_found": 2"#) };
            assert_eq!(found(&RULE, &dossier), [""; 0], "{to}");
            assert_eq!(skipped(&RULE, &dossier), ["section-incomplete /inspections/items/0/issues_found"]);
        }
        let many = RULE.spec.example.replace(r#""complete": true, "#, "").replace(": 3", ": 0");
        assert_eq!(found(&RULE, &many).len(), 1);
    }
}
