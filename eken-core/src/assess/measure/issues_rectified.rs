//! `issues-rectified`: whether every item of the issue list is rectified.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::{Case, Measured, record_pointer, section_lacks};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::{Inspection, IssueItem};
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
    open.extend(view.dossier.inspections.iter().filter_map(|(index, inspection)| unlisted(view, index, inspection)));
    let all = if open.is_empty() { Truth::Yes } else { Truth::Unknown };
    let truth = each.truth.and(all);
    let lacks = if truth == Truth::Unknown { each.lacks.into_iter().chain(open).collect() } else { vec![] };
    Measured { evidence, lacks, ..Measured::truth(truth) }
}

/// The lack of an inspection that found more issues than the list holds of it.
fn unlisted(view: &View<'_>, index: usize, inspection: &Inspection) -> Option<Lack> {
    let found = usize::try_from(inspection.issues_found.get()?.get()).unwrap_or(usize::MAX);
    let id = inspection.id.known().map(|id| id.as_str());
    let refers = |issue: &&IssueItem| id.is_some() && issue.inspection.known().map(|to| to.as_str()) == id;
    let listed = view.dossier.issues.items.items().iter().filter(refers).count();
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
}
