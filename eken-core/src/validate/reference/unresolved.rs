//! A reference to a record that is not in the dossier.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::json::may_be_shown;
use crate::model::kind::Step;
use crate::validate::tour::Noted;
use crate::validate::{Context, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件1-二-县统计局"],
        summary: Label::new("引用的记录不存在", "a reference leads to no record"),
        message: Label::new(
            "引用的记录不在分节 {section} 中；所引编号为 {id}",
            "the record referred to is not in the section {section}; its identifier would be {id}",
        ),
        help: Label::new(
            "补上该记录，或更正编号；只是大小写或空格不同的有 {likely}",
            "add the record or correct the identifier; {likely} differs in case or blanks only",
        ),
        example: r#"{"schema_version": 1, "documents": {"items": [{"id": "D-1", "title": "例"}]},
  "facilities": {"items": [{"id": "F1", "evidence": ["d-1"]}]}}"#,
        ..Spec::new("reference.unresolved", Severity::Error)
    },
    check: |context, found| Noted::tell(&context.tour().references, found),
};

/// The references met on the walk.
#[derive(Debug)]
pub(in crate::validate) struct References<'c, 'a> {
    context: &'c Context<'a>,
    /// Identifiers of a section by their plain form; made when the first reference into it fails.
    likely: BTreeMap<&'static str, BTreeMap<String, &'a str>>,
    /// What is to be reported.
    pub(in crate::validate) noted: Vec<Noted>,
}

impl<'c, 'a> References<'c, 'a> {
    pub(in crate::validate) const fn new(context: &'c Context<'a>) -> Self {
        Self { context, likely: BTreeMap::new(), noted: Vec::new() }
    }

    /// Looks a reference up: the number of its identifier, if it is there.
    pub(in crate::validate) fn look(&mut self, at: &Step<'_>, section: &'static str, id: &str) -> Option<usize> {
        let number = self.context.ids_of(section).and_then(|ids| ids.number(id));
        if number.is_none() {
            self.note(at, section, id);
        }
        number
    }

    fn note(&mut self, at: &Step<'_>, section: &'static str, id: &str) {
        if let Some(why) = self.context.gap(section) {
            self.noted.push(Noted::Skipped(at.pointer(), why));
            return;
        }
        let plain_ids = self.likely.entry(section).or_insert_with(|| {
            let ids = self.context.ids_of(section).map(|ids| ids.sorted(|_, _| true)).unwrap_or_default();
            ids.into_iter().map(|(id, _)| (plain(id), id)).collect()
        });
        let mut params = vec![("section", section.into())];
        if may_be_shown(id) {
            params.push(("id", id.into()));
        }
        if let Some(likely) = plain_ids.get(&plain(id)).filter(|likely| may_be_shown(likely)) {
            params.push(("likely", (*likely).into()));
        }
        self.noted.push(Noted::Fault(at.pointer(), params));
    }
}

/// An identifier without blanks and in lower case.
fn plain(id: &str) -> String {
    id.chars().filter(|sign| !sign.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_reference_to_no_record_names_the_one_that_was_meant() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/facilities/items/0/evidence/0 section=documents id=d-1 likely=D-1"]
        );
    }

    #[test]
    fn into_a_section_that_is_absent_or_incomplete_nothing_can_be_told() {
        let dossier = r#"{"entities": {"complete": false, "items": [{"id": "E1"}]}, "brands": {"items": [{"id": "B1"}, 7]},
            "trainees": {"items": [{"id": 5}]},
            "products": {"items": [{"entity": "E1", "brand": "B1"}, {"entity": "E2", "brand": "B2"}]},
            "sessions": {"items": [{"trainer": "X1", "attendance": ["T1"]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, dossier),
            [
                "section-absent /sessions/items/0/trainer",
                "section-incomplete /products/items/1/brand",
                "section-incomplete /products/items/1/entity",
                "section-incomplete /sessions/items/0/attendance/0",
            ]
        );
    }

    #[test]
    fn into_a_list_that_could_not_be_read_nothing_can_be_told() {
        for items in ["5", r#"[{"id": "T1"}], "items": []"#] {
            let dossier =
                format!(r#"{{"trainees": {{"items": {items}}}, "sessions": {{"items": [{{"attendance": ["T1"]}}]}}}}"#);
            assert_eq!(found(&RULE, &dossier), [""; 0]);
        }
    }

    #[test]
    fn a_name_used_as_identifier_is_not_shown() {
        let dossier = r#"{"trainees": {"items": []}, "sessions": {"items": [{"attendance": ["某甲"]}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/sessions/items/0/attendance/0 section=trainees"]);
    }

    #[test]
    fn one_bad_reference_leaves_the_others_alone() {
        let dossier = r#"{"trainees": {"items": [{"id": "T1"}]},
            "sessions": {"items": [{"attendance": ["T1", 5, "T9", "T1"]}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/sessions/items/0/attendance/2 section=trainees id=T9"]);
    }
}
