//! Progress of more than a hundred percent.

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, Quantity};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九2"],
        summary: Label::new("完成进度超过100%", "progress is over a hundred percent"),
        message: Label::new("完成进度为 {done}%，超过100%", "{done} % are done, which is more than all"),
        help: Label::new("核对进度；以百分数填报，完工为 100", "check the figure; it is in percent, and 100 is all"),
        example: r#"{"schema_version": 1, "projects": {"items": [{"id": "Q1", "name": "例", "progress": [{"date": "2023-06", "done": 120}]}]}}"#,
        ..Spec::new("project.progress-over-hundred", Severity::Error)
    },
    check: |context, found| {
        for (row, project) in rows("projects", &context.dossier.projects) {
            for (index, progress) in project.progress.iter() {
                let pointer = || row.at(&format!("progress/{index}/done"));
                let Some(done) = found.value(&progress.done, pointer) else { continue };
                let done = Exact::decimal(done.number());
                if done > Exact::whole(100) {
                    found.at(pointer(), vec![("done", figure(&done))]);
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn more_than_all_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/projects/items/0/progress/0/done done=120"]);
        let dossier = r#"{"projects": {"items": [{"progress": [{"done": 100}, {"done": 100.01}]}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/projects/items/0/progress/1/done done=100.01"]);
    }

    #[test]
    fn all_and_less_are_clean_and_a_faulty_share_is_noted() {
        let dossier =
            r#"{"projects": {"items": [{"progress": [{"done": 99.99}, {"done": 100}, {}, {"done": "half"}]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /projects/items/0/progress/3/done"]);
    }
}
