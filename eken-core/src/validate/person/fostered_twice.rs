//! One person who is fostered twice in the same part.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::term::Term;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-12", "附件2-13"],
        summary: Label::new("同一人按同一培育类型填报了两次", "one person is fostered twice in the same part"),
        message: Label::new(
            "与 {first} 是同一培育类型，且学员档案或姓名和所在主体相同，培育期重叠，一人只计一次",
            "the kind is that of {first}, the file or the name and entity as well, and the terms overlap: a person counts once",
        ),
        help: Label::new(
            "合并为一条；退出后重新培育的，填准退出时间",
            "make one record of them; fill in when the former fostering ended",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1"}]}, "fostered": {"items": [
  {"id": "L1", "kind": "influencer", "trainee": "T1", "fostered": "2023-05"},
  {"id": "L2", "kind": "influencer", "trainee": "T1", "fostered": "2023-09"}]}}"#,
        ..Spec::new("person.fostered-twice", Severity::Warning)
    },
    check: |context, found| {
        let mut files = BTreeMap::new();
        let mut names = BTreeMap::new();
        for (row, person) in rows("fostered", &context.dossier.fostered) {
            let kind = found.value(&person.kind, || row.at("kind"));
            found.value(&person.fostered, || row.at("fostered"));
            found.value(&person.ended, || row.at("ended"));
            let (Some(kind), Some(term)) = (kind, Term::of(&person.fostered, &person.ended)) else { continue };
            let file = person.trainee.known().map(|trainee| trainee.as_str());
            let name = person.name.known().zip(person.entity.known());
            let mut first = None;
            if let Some(file) = file {
                let (held, row) = *files.entry((kind, file)).or_insert((term, row));
                first = first.or(term.overlaps(&held).then_some(row));
            }
            if let Some((name, entity)) = name {
                let (held, row, of) = *names.entry((kind, name.reveal(), entity.as_str())).or_insert((term, row, file));
                // two files are two people
                let apart = file.zip(of).is_some_and(|(file, of)| file != of);
                first = first.filter(|first| *first != row).or((term.overlaps(&held) && !apart).then_some(row));
            }
            if let Some(first) = first.filter(|first| *first != row) {
                found.at(row.pointer(), vec![("first", first.pointer().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn one_file_twice_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/fostered/items/1 first=/fostered/items/0"]);
    }

    #[test]
    fn one_name_at_one_entity_is_one_person_unless_the_files_differ() {
        let dossier = r#"{"fostered": {"items": [
            {"kind": "business_leader", "name": "例某", "entity": "E1", "fostered": "2023-05"},
            {"kind": "business_leader", "name": "例某", "entity": "E1", "fostered": "2023-06"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/fostered/items/1 first=/fostered/items/0"]);
        assert_eq!(found(&RULE, &dossier.replacen("E1", "E2", 1)), [""; 0]);
        let ended = r#""fostered": "2023-05", "ended": "2023-05-31""#;
        assert_eq!(found(&RULE, &dossier.replacen(r#""fostered": "2023-05""#, ended, 1)), [""; 0]);
        let files = dossier.replacen(r#""fostered": "2023-05""#, r#""fostered": "2023-05", "trainee": "T1""#, 1);
        let files = files.replacen(r#""fostered": "2023-06""#, r#""fostered": "2023-06", "trainee": "T2""#, 1);
        assert_eq!(found(&RULE, &files), [""; 0]);
    }

    #[test]
    fn another_kind_and_a_term_that_ended_are_clean() {
        assert_eq!(found(&RULE, &RULE.spec.example.replacen("influencer", "business_leader", 1)), [""; 0]);
        assert_eq!(
            found(&RULE, &RULE.spec.example.replacen("\"2023-05\"", r#""2023-05", "ended": "2023-08""#, 1)),
            [""; 0]
        );
        assert_eq!(found(&RULE, &RULE.spec.example.replacen(r#", "fostered": "2023-05""#, "", 1)), [""; 0]);
    }
}
