//! `project-ledger`: whether the ledger of projects is kept.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::{Case, Measured, record_pointer, section_lacks};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::{Project, ProjectState};
use crate::plan::Params;
use crate::words::Label;

pub(super) static PROJECT_LEDGER: Measure = Measure {
    id: "project-ledger",
    label: Label::new("项目台账", "project ledger"),
    about: Label::new(
        "项目已列全且至少有一个，每个项目到评估时点有进度记录或已完工；评估时点之后才开工的不计，未开工的也须有进度记录",
        "the projects are complete and one at least, and each has a record of progress by the as-of date or is finished by then; projects begun later are left out, planned ones need a record too",
    ),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

const SECTION: &str = "projects";

fn run(view: &View<'_>, _: &Params) -> Measured {
    let projects = &view.dossier.projects;
    let (mut each, mut counted, mut evidence) = (Case::yes(), false, Vec::new());
    for (index, project) in projects.iter() {
        let (tracked, begun) = (tracked(view, project), view.done(&project.started));
        if tracked != Truth::Yes && begun == Truth::No {
            continue;
        }
        counted = true;
        if tracked != Truth::Unknown {
            evidence.push(record_pointer(SECTION, index));
        }
        let field = if tracked == Truth::No { "started" } else { "progress" };
        each = each.field(tracked.or(begun.not()), SECTION, index, field);
    }
    let open = section_lacks(view, SECTION, projects);
    let some = if open.is_empty() { counted.into() } else { Truth::Unknown };
    let truth = each.truth.and(some);
    let lacks = if truth == Truth::Unknown { each.lacks.into_iter().chain(open).collect() } else { vec![] };
    Measured { evidence, lacks, ..Measured::truth(truth) }
}

/// Whether the ledger says how a project stands at the as-of date: a record of progress, or that it is finished.
fn tracked(view: &View<'_>, project: &Project) -> Truth {
    let whole = if project.progress.is_whole() { Truth::No } else { Truth::Unknown };
    let progress = project.progress.items().iter().fold(whole, |truth, record| truth.or(view.done(&record.date)));
    let finished = match project.state.get() {
        Some(ProjectState::Planned | ProjectState::UnderWay | ProjectState::Stopped)
            if project.finished.is_absent() =>
        {
            Truth::No
        }
        _ => view.done(&project.finished),
    };
    progress.or(finished)
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure};

    fn ledger(items: &str) -> Answer {
        let dossier =
            format!(r#"{{"schema_version":1,"as_of":"2023-09-30","projects":{{"complete":true,"items":[{items}]}}}}"#);
        measure("project-ledger", &[], &dossier, &[])
    }

    const TRACKED: &str =
        r#"{"id":"A","name":"甲","state":"under_way","progress":[{"date":"2023-10"},{"date":"2023-09","done":40}]}"#;

    #[test]
    fn a_ledger_with_progress_of_every_project_is_kept() {
        assert_eq!(ledger(TRACKED).to_string(), "yes");
        let found = ledger(&format!(r#"{TRACKED},{{"id":"B","name":"乙","state":"done","finished":"2023-08"}}"#));
        assert_eq!(found.to_string(), "yes");
        assert_eq!(found.0.evidence, ["/projects/items/0", "/projects/items/1"]);
    }

    #[test]
    fn a_project_under_way_without_progress_breaks_it() {
        for progress in ["[]", r#"[{"date":"2023-10-01"}]"#] {
            let second =
                format!(r#"{{"id":"B","name":"乙","state":"under_way","started":"2023-06","progress":{progress}}}"#);
            assert_eq!(ledger(&format!("{TRACKED},{second}")).to_string(), "no", "{progress}");
        }
    }

    #[test]
    fn a_project_begun_after_the_as_of_date_is_left_out() {
        let later = r#"{"id":"B","name":"乙","state":"planned","started":"2023-10","progress":[]}"#;
        assert_eq!(ledger(&format!("{later},{TRACKED}")).to_string(), "yes");
        assert_eq!(ledger(later).to_string(), "no");
    }

    #[test]
    fn what_is_missing_leaves_it_open() {
        for (second, field) in [
            (r#"{"id":"B","name":"乙","state":"under_way","started":"2023-06"}"#, "progress"),
            (r#"{"id":"B","name":"乙","state":"under_way","started":"2023-06","progress":[{"done":1}]}"#, "progress"),
            (r#"{"id":"B","name":"乙","state":"done","started":"2023-06","progress":[]}"#, "progress"),
            (r#"{"id":"B","name":"乙","state":"under_way","progress":[]}"#, "started"),
        ] {
            let found = ledger(&format!("{TRACKED},{second}"));
            assert_eq!(found.to_string(), "unknown", "{second}");
            assert_eq!(found.0.lacks[0].pointer, format!("/projects/items/1/{field}"));
        }
    }

    #[test]
    fn only_a_complete_list_shows_a_ledger_kept_and_an_empty_one_shows_none() {
        let incomplete = format!(r#"{{"schema_version":1,"projects":{{"items":[{TRACKED}]}}}}"#);
        assert_eq!(measure("project-ledger", &[], &incomplete, &[]).to_string(), "unknown");
        assert_eq!(measure("project-ledger", &[], r#"{"schema_version":1}"#, &[]).to_string(), "unknown");
        assert_eq!(ledger("").to_string(), "no");
        assert_eq!(ledger("7").to_string(), "unknown");
        let broken = r#"{"schema_version":1,"projects":{"items":[
            {"id":"B","name":"乙","state":"under_way","started":"2023-06","progress":[]}]}}"#;
        assert_eq!(measure("project-ledger", &[], broken, &[]).to_string(), "no");
    }
}
