//! A project whose state does not go with its dates or its progress.

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::model::{Project, ProjectState};
use crate::quantity::{Exact, PartialDate, Quantity, Share};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九2"],
        summary: Label::new(
            "项目状态与时间、进度不符",
            "the state of a project does not go with its dates or its progress",
        ),
        message: Label::new(
            "状态为 {state}；但已于 {started} 开工；但已于 {finished} 完工；但最近的进度为 {done}%",
            "the state is {state}; it began on {started}; it was done on {finished}; the latest progress is {done} %",
        ),
        help: Label::new(
            "更新项目状态，或更正时间、进度",
            "bring the state up to date, or correct the dates or the progress",
        ),
        example: r#"{"schema_version": 1, "as_of": "2023-12-31", "projects": {"items": [{"id": "Q1", "name": "例", "state": "planned", "started": "2023-05"}, {"id": "Q2", "name": "例二", "state": "under_way", "finished": "2023-10"}, {"id": "Q3", "name": "例三", "state": "done", "progress": [{"date": "2023-10", "done": 80}]}]}}"#,
        ..Spec::new("project.state-against-progress", Severity::Warning)
    },
    check: |context, found| {
        let Some(as_of) = found.value(&context.dossier.as_of, || "/as_of".to_owned()) else { return };
        for (row, project) in rows("projects", &context.dossier.projects) {
            let Some(state) = found.value(&project.state, || row.at("state")) else { continue };
            let by_now = |date: &&PartialDate| date.by(*as_of) == Some(true);
            let started = found.value(&project.started, || row.at("started")).filter(by_now);
            let finished = found.value(&project.finished, || row.at("finished")).filter(by_now);
            let done = latest(project).map(|done| Exact::decimal(done.number()));
            let whole = Exact::whole(100);
            let (started, finished, done) = match state {
                ProjectState::Planned => (started, finished, done.filter(|done| !done.is_zero())),
                ProjectState::UnderWay => (None, finished, done.filter(|done| *done >= whole)),
                ProjectState::Done | ProjectState::Accepted => (None, None, done.filter(|done| *done < whole)),
                ProjectState::Stopped => continue,
            };
            let mut params = vec![("state", state.code().into())];
            params.extend(started.map(|date| ("started", date.to_string().into())));
            params.extend(finished.map(|date| ("finished", date.to_string().into())));
            params.extend(done.map(|done| ("done", figure(&done))));
            if params.len() > 1 {
                found.at(row.at("state"), params);
            }
        }
    },
};

/// The latest progress; where its day may be that of another entry, the order is unknown and so is the latest.
fn latest(project: &Project) -> Option<Share> {
    let mut entries: Vec<(PartialDate, Option<Share>)> = Vec::new();
    for (_, progress) in project.progress.iter() {
        entries.push((progress.date.get()?, progress.done.get()));
    }
    entries.sort_by_key(|(date, _)| (date.first(), date.last()));
    let (date, done) = entries.pop()?;
    let alone =
        entries.iter().all(|(other, _)| other.last().zip(date.first()).is_some_and(|(other, date)| other < date));
    done.filter(|_| alone && project.progress.refused() == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(project: &str) -> Vec<String> {
        found(&RULE, &format!(r#"{{"as_of": "2023-12-31", "projects": {{"items": [{{{project}}}]}}}}"#))
    }

    #[test]
    fn states_that_lag_behind_or_run_ahead_are_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/projects/items/0/state state=planned started=2023-05",
                "/projects/items/1/state state=under_way finished=2023-10",
                "/projects/items/2/state state=done done=80",
            ]
        );
        assert_eq!(
            of(
                r#""state": "under_way", "progress": [{"date": "2023-10", "done": 100}, {"date": "2023-06", "done": 99}]"#
            ),
            ["/projects/items/0/state state=under_way done=100"]
        );
        assert_eq!(of(r#""state": "planned", "progress": [{"date": "2023-10", "done": 0.5}]"#).len(), 1);
        assert_eq!(of(r#""state": "accepted", "progress": [{"date": "2023-10", "done": 99.99}]"#).len(), 1);
    }

    #[test]
    fn states_that_go_with_the_rest_are_clean() {
        for project in [
            r#""state": "planned", "started": "2024-05", "progress": [{"date": "2023-10", "done": 0}]"#,
            r#""state": "under_way", "started": "2023-05", "finished": "2024-05", "progress": [{"date": "2023-10", "done": 99.99}]"#,
            r#""state": "done", "started": "2023-05", "finished": "2023-10", "progress": [{"date": "2023-06", "done": 40}, {"date": "2023-10", "done": 100}]"#,
            r#""state": "stopped", "started": "2023-05", "progress": [{"date": "2023-10", "done": 40}]"#,
            r#""state": "planned", "started": "2023-12""#,
        ] {
            let expected = usize::from(project.contains("2023-12"));
            assert_eq!(of(project).len(), expected, "{project}");
        }
    }

    #[test]
    fn the_latest_progress_must_be_known_to_be_the_latest() {
        assert_eq!(
            of(
                r#""state": "done", "progress": [{"date": "2023-10", "done": 80}, {"date": "2023-10-20", "done": 100}]"#
            ),
            [""; 0]
        );
        assert_eq!(
            of(r#""state": "done", "progress": [{"date": "2023-10", "done": 80}, {"date": "2023-11"}]"#),
            [""; 0]
        );
        assert_eq!(of(r#""state": "done", "progress": [{"date": "2023-10", "done": 80}, 5]"#), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"as_of": "2023-12-31", "projects": {"items": [{"state": 5}]}}"#),
            ["faulty /projects/items/0/state"]
        );
    }
}
