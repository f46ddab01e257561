//! Progress that is less than it was before.

use crate::finding::{Severity, Spec};
use crate::quantity::{Exact, Quantity, Share};
use crate::validate::Rule;
use crate::validate::figure::figure;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["九2", "六(二)"],
        summary: Label::new("完成进度比以前低", "progress is less than it was before"),
        message: Label::new(
            "{date} 的进度为 {done}%，低于 {earlier} 的 {before}%",
            "{done} % on {date}, {before} % on {earlier}",
        ),
        help: Label::new(
            "核对两次进度和日期；确有返工的，在说明中写明",
            "check both entries; where work was done over, say so in the note",
        ),
        example: r#"{"schema_version": 1, "projects": {"items": [{"id": "Q1", "name": "例", "progress": [{"date": "2023-06", "done": 60}, {"date": "2023-08", "done": 45}]}]}}"#,
        ..Spec::new("project.progress-falls", Severity::Warning)
    },
    check: |context, found| {
        for (row, project) in rows("projects", &context.dossier.projects) {
            let mut entries = Vec::new();
            for (index, progress) in project.progress.iter() {
                let date = found.value(&progress.date, || row.at(&format!("progress/{index}/date")));
                let done = found.value(&progress.done, || row.at(&format!("progress/{index}/done")));
                if let (Some(date), Some(done)) = (date, done) {
                    entries.push((date.first(), *date, *done, index, progress.note.is_stated()));
                }
            }
            entries.sort_by_key(|(first, _, _, index, _)| (*first, *index));
            let pairs = entries.iter().zip(entries.iter().skip(1));
            for ((_, earlier, before, ..), (first, date, done, index, noted)) in pairs {
                let after = earlier.last().zip(*first).is_some_and(|(last, first)| last < first);
                if after && done < before && !noted {
                    let shown = |share: &Share| figure(&Exact::decimal(share.number()));
                    let params = vec![
                        ("date", date.to_string().into()),
                        ("done", shown(done)),
                        ("earlier", earlier.to_string().into()),
                        ("before", shown(before)),
                    ];
                    found.at(row.at(&format!("progress/{index}/done")), params);
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(progress: &str) -> Vec<String> {
        found(&RULE, &format!(r#"{{"projects": {{"items": [{{"progress": [{progress}]}}]}}}}"#))
    }

    #[test]
    fn a_step_back_is_found_in_whatever_order_it_is_written() {
        let shown = "done=45 earlier=2023-06 before=60";
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [format!("/projects/items/0/progress/1/done date=2023-08 {shown}")]
        );
        assert_eq!(
            of(r#"{"date": "2023-08", "done": 45}, {"date": "2023-06", "done": 60}"#),
            [format!("/projects/items/0/progress/0/done date=2023-08 {shown}")]
        );
    }

    #[test]
    fn progress_a_note_and_dates_without_order_are_clean() {
        assert_eq!(
            of(r#"{"date": "2023-06", "done": 60}, {"date": "2023-07", "done": 60}, {"date": "2023-08", "done": 100}"#),
            [""; 0]
        );
        assert_eq!(of(r#"{"date": "2023-06", "done": 60}, {"date": "2023-08", "done": 45, "note": "返工"}"#), [""; 0]);
        assert_eq!(of(r#"{"date": "2023", "done": 60}, {"date": "2023-08", "done": 45}"#), [""; 0]);
        let faulty = r#"{"projects": {"items": [{"progress": [{"date": "x", "done": 5}]}]}}"#;
        assert_eq!(skipped(&RULE, faulty), ["faulty /projects/items/0/progress/0/date"]);
    }
}
