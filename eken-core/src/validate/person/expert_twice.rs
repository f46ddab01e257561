//! One expert who is engaged twice at the same time.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::term::Term;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-12"],
        summary: Label::new("同一专家同时聘用了两次", "one expert is engaged twice at the same time"),
        message: Label::new(
            "姓名和所在单位与 {first} 相同，聘期重叠，一人只计一名专家",
            "name and employer are those of {first} and the terms overlap: a person counts as one expert",
        ),
        help: Label::new(
            "合并为一条；续聘的，把前一聘期的届满时间填准；确为同名的两人，写明各自的单位",
            "make one record of them; for a renewal fill in when the former term ended; for two of one name tell their employers apart",
        ),
        example: r#"{"schema_version": 1, "experts": {"items": [
  {"id": "X1", "name": "例某", "employer": "例大学", "engaged": "2023-05-10"},
  {"id": "X2", "name": "例某", "employer": "例大学", "engaged": "2023-08-01"}]}}"#,
        ..Spec::new("person.expert-twice", Severity::Warning)
    },
    check: |context, found| {
        let mut latest = BTreeMap::new();
        let mut experts = Vec::new();
        for (row, expert) in rows("experts", &context.dossier.experts) {
            found.value(&expert.engaged, || row.at("engaged"));
            found.value(&expert.until, || row.at("until"));
            let who = expert.name.known().zip(expert.employer.known());
            if let (Some((name, employer)), Some(term)) = (who, Term::of(&expert.engaged, &expert.until)) {
                experts.push(((name.reveal(), employer.as_str()), term, row));
            }
        }
        for (who, term, row) in experts {
            match latest.get_mut(&who) {
                None => {
                    latest.insert(who, (term, row));
                }
                Some((held, first)) => {
                    if term.overlaps(held) {
                        found.at(row.pointer(), vec![("first", first.pointer().into())]);
                    }
                    if term.outlasts(held) {
                        (*held, *first) = (term, row);
                    }
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
    fn two_terms_of_one_person_at_once_name_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/experts/items/1 first=/experts/items/0"]);
    }

    #[test]
    fn a_renewal_and_two_people_of_one_name_are_clean() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replacen(from, to, 1));
        assert_eq!(of(r#""2023-05-10""#, r#""2023-05-10", "until": "2023-07-31""#), [""; 0]);
        assert_eq!(of("例大学", "例研究所"), [""; 0]);
        assert_eq!(of(r#", "employer": "例大学""#, ""), [""; 0]);
        assert_eq!(of(r#", "engaged": "2023-05-10""#, ""), [""; 0]);
        assert_eq!(of("例某", "例甲"), [""; 0]);
    }

    #[test]
    fn a_faulty_date_is_noted() {
        let faulty = RULE.spec.example.replace("2023-08-01", "八月");
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /experts/items/1/engaged"]);
    }

    #[test]
    fn a_term_within_another_hides_none_that_follows() {
        let dossier = r#"{"experts": {"items": [
            {"name": "例某", "employer": "例大学", "engaged": "2023-01-01", "until": "2024-12-31"},
            {"name": "例某", "employer": "例大学", "engaged": "2023-03-01", "until": "2023-04-30"},
            {"name": "例某", "employer": "例大学", "engaged": "2023-06-01"}]}}"#;
        assert_eq!(
            found(&RULE, dossier),
            ["/experts/items/1 first=/experts/items/0", "/experts/items/2 first=/experts/items/0"]
        );
    }
}
