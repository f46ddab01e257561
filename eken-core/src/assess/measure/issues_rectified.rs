//! `issues-rectified`: whether every item of the issue list is rectified.

use std::collections::BTreeMap;

use super::registry::{Measure, Run, ValueKind};
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::{Case, Measured, record_pointer, section_lacks};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::Inspection;
use crate::plan::Params;
use crate::words::Label;

pub(super) static ISSUES_RECTIFIED: Measure = Measure {
    id: "issues-rectified",
    label: Label::new("问题整改", "issues rectified"),
    about: Label::new(
        "评估时点前发现的问题都已整改；清单须列全，检查发现的问题数多于清单所列的待定；整改日期未填的待定，写明未到期或在评估时点之后的为“否”",
        "every issue found by the as-of date was rectified by then; the list must be complete, and is not while an inspection found more issues than it holds; an issue without a date is open, one whose date is not yet due or later is not rectified",
    ),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

const SECTION: &str = "issues";

fn run(view: &View<'_>, _: &Params) -> Measured {
    let issues = &view.dossier.issues;
    let (mut each, mut evidence) = (Case::yes(), Vec::new());
    for (index, issue) in issues.iter() {
        let (found, rectified) = (view.done_on(&issue.found), view.done_on(&issue.rectified));
        if found == Truth::No {
            continue;
        }
        let settled = found.not().or(rectified);
        if settled != Truth::Unknown {
            evidence.push(record_pointer(SECTION, index));
        }
        let field = if rectified == Truth::No { "found" } else { "rectified" };
        each = each.field(settled, SECTION, index, field);
    }
    let mut open = section_lacks(view, SECTION, issues);
    let listed = listed(view);
    let inspections = view.dossier.inspections.iter();
    open.extend(inspections.filter_map(|(index, inspection)| unlisted(view, &listed, index, inspection)));
    let all = if open.is_empty() { Truth::Yes } else { Truth::Unknown };
    let truth = each.truth.and(all);
    let lacks = if truth == Truth::Unknown { each.lacks.into_iter().chain(open).collect() } else { vec![] };
    Measured { evidence, lacks, ..Measured::truth(truth) }
}

/// How many issues the list holds of each inspection that one refers to.
fn listed<'a>(view: &View<'a>) -> BTreeMap<&'a str, usize> {
    let mut listed = BTreeMap::new();
    for inspection in view.dossier.issues.items.items().iter().filter_map(|issue| issue.inspection.known()) {
        let count: &mut usize = listed.entry(inspection.as_str()).or_default();
        *count = count.saturating_add(1);
    }
    listed
}

/// The lack of an inspection that found more issues than the list holds of it.
fn unlisted(view: &View<'_>, listed: &BTreeMap<&str, usize>, index: usize, inspection: &Inspection) -> Option<Lack> {
    let found = usize::try_from(inspection.issues_found.get()?.get()).unwrap_or(usize::MAX);
    let listed = inspection.id.known().and_then(|id| listed.get(id.as_str())).copied().unwrap_or_default();
    (found > listed && view.done_on(&inspection.date) != Truth::No).then(|| {
        let pointer = format!("{}/issues_found", record_pointer("inspections", index));
        Lack::new(LackKind::IssuesUnlisted, pointer, vec![("found", found.into()), ("listed", listed.into())])
    })
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure};

    fn with(issues: &str, inspections: &str) -> Answer {
        let dossier = format!(
            r#"{{"schema_version":1,"as_of":"2023-12-31","issues":{{"complete":true,"items":[{issues}]}},
            "inspections":{{"items":[{inspections}]}}}}"#
        );
        measure("issues-rectified", &[], &dossier, &[])
    }

    const MENDED: &str = r#"{"id":"Q1","inspection":"C1","found":"2023-06-01","rectified":"2023-07-01"}"#;

    #[test]
    fn a_complete_list_of_rectified_issues_holds_and_so_does_an_empty_one() {
        let later = r#"{"id":"Q2","found":"2024-01-05"}"#;
        let found = with(&format!("{MENDED},{later}"), "");
        assert_eq!(found.to_string(), "yes");
        assert_eq!(found.0.evidence, ["/issues/items/0"]);
        assert_eq!(with("", "").to_string(), "yes");
    }

    #[test]
    fn an_issue_stated_not_to_be_rectified_breaks_it() {
        for rectified in [r#"{"missing":"not_yet_due"}"#, r#"{"missing":"not_applicable"}"#, "\"2024-01-01\""] {
            let second = format!(r#"{{"id":"Q2","found":"2023-12-31","rectified":{rectified}}}"#);
            assert_eq!(with(&format!("{MENDED},{second}"), "").to_string(), "no", "{rectified}");
        }
        let incomplete = r#"{"schema_version":1,"as_of":"2023-12-31","issues":{"items":[
            {"id":"Q2","found":"2023-11-01","rectified":"2024-01-01"}]}}"#;
        assert_eq!(measure("issues-rectified", &[], incomplete, &[]).to_string(), "no");
    }

    #[test]
    fn what_is_missing_leaves_it_open() {
        for (second, field) in [
            (r#"{"id":"Q2","found":"2023-11-01"}"#, "rectified"),
            (r#"{"id":"Q2","found":"2023-11-01","rectified":{"missing":"not_collected"}}"#, "rectified"),
            (r#"{"id":"Q2","rectified":"2024-01-01"}"#, "found"),
        ] {
            let found = with(&format!("{MENDED},{second}"), "");
            assert_eq!(found.to_string(), "unknown", "{second}");
            assert_eq!(found.0.lacks[0].pointer, format!("/issues/items/1/{field}"));
        }
        assert_eq!(with(r#"{"id":"Q2","rectified":"2023-11-01"}"#, "").to_string(), "yes");
    }

    #[test]
    fn an_incomplete_list_never_holds() {
        let open = format!(r#"{{"schema_version":1,"as_of":"2023-12-31","issues":{{"items":[{MENDED}]}}}}"#);
        assert_eq!(measure("issues-rectified", &[], &open, &[]).to_string(), "unknown");
        assert_eq!(measure("issues-rectified", &[], r#"{"schema_version":1}"#, &[]).to_string(), "unknown");
        assert_eq!(with("7", "").to_string(), "unknown");
    }

    #[test]
    fn an_inspection_that_found_more_than_is_listed_leaves_it_open() {
        let inspection = |found: u32, date: &str| format!(r#"{{"id":"C1","date":"{date}","issues_found":{found}}}"#);
        assert_eq!(with(MENDED, &inspection(1, "2023-06-01")).to_string(), "yes");
        let found = with(MENDED, &inspection(2, "2023-06-01"));
        assert_eq!(found.to_string(), "unknown");
        assert_eq!(found.0.lacks[0].pointer, "/inspections/items/0/issues_found");
        assert_eq!(found.0.lacks[0].kind.code(), "issues-unlisted");
        assert_eq!(with(MENDED, &inspection(2, "2024-01-01")).to_string(), "yes");
    }

    #[test]
    fn each_inspection_is_held_against_its_own_issues_and_one_without_an_id_has_none() {
        let issue = |id: u32, inspection: &str| {
            format!(r#"{{"id":"Q{id}",{inspection}"found":"2023-06-01","rectified":"2023-07-01"}}"#)
        };
        let issues: Vec<String> = ["\"inspection\":\"C1\",", "\"inspection\":\"C2\",", "\"inspection\":\"C1\",", ""]
            .iter()
            .zip(1..)
            .map(|(of, id)| issue(id, of))
            .collect();
        let lacks = |inspections: &str| {
            let found = with(&issues.join(","), inspections);
            found.0.lacks.iter().map(|lack| lack.pointer.clone()).collect::<Vec<_>>()
        };
        let inspection = |id: &str, found: u32| format!(r#"{{{id}"date":"2023-06-01","issues_found":{found}}}"#);
        let (first, second) = (r#""id":"C1","#, r#""id":"C2","#);
        assert_eq!(lacks(&format!("{},{}", inspection(first, 2), inspection(second, 1))), [""; 0]);
        assert_eq!(
            lacks(&format!("{},{},{}", inspection(first, 3), inspection(second, 2), inspection("", 1))),
            [
                "/inspections/items/0/issues_found",
                "/inspections/items/1/issues_found",
                "/inspections/items/2/issues_found"
            ]
        );
    }
}
