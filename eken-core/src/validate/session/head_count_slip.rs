//! A head-count that is the sum of all the other sessions: a row of totals, or person-times for persons.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::TrainingSession;
use crate::validate::place::rows;
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

/// Other sessions that must sum to it, at least: two may do so by chance, three hardly.
const OTHERS: usize = 3;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-11", "四2"],
        summary: Label::new("一场的申报人数等于其余各场之和", "the head-count of a session is the sum of the others"),
        message: Label::new(
            "申报人数 {head_count} 恰等于当年其余 {count} 场人数之和，像是合计行或累计人次填成了一场",
            "{head_count} declared is the sum of the {count} other sessions of the year, as if a row of totals or the person-times were a session",
        ),
        help: Label::new(
            "合计行不填报；累计人次由各场相加得出，这里只填本场人数",
            "leave out a row of totals; person-times follow from the sessions, and here only the persons of this one count",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1"}, {"id": "T2"}, {"id": "T3"}]}, "sessions": {"items": [
  {"id": "S1", "date": "2023-06-01", "attendance": ["T1", "T2"]}, {"id": "S2", "date": "2023-07-04", "attendance": ["T1", "T2", "T3"]},
  {"id": "S3", "date": "2023-08-02", "attendance": ["T2", "T3"]}, {"id": "S4", "date": "2023-12-20", "head_count": 7}]}}"#,
        ..Spec::new("session.head-count-slip", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let mut years: BTreeMap<i32, (u64, usize)> = BTreeMap::new();
    let sessions = || rows("sessions", &context.dossier.sessions);
    for (_, session) in sessions() {
        if let (Some(date), Some(persons)) = (session.date.get(), persons(session)) {
            let (sum, count) = years.entry(date.year()).or_default();
            *sum = sum.saturating_add(persons);
            *count = count.saturating_add(usize::from(persons > 0));
        }
    }
    for (row, session) in sessions() {
        let declared = found.value(&session.head_count, || row.at("head_count"));
        // a list shows who was there
        if !session.attendance.items().is_empty() {
            continue;
        }
        let of_year = session.date.get().and_then(|date| years.get(&date.year()));
        let Some((declared, (sum, count))) = declared.zip(of_year) else { continue };
        let (declared, others) = (declared.get(), count.saturating_sub(1));
        if declared > 0 && others >= OTHERS && sum.saturating_sub(declared) == declared {
            let shown = i64::try_from(declared).unwrap_or(i64::MAX);
            found.at(row.at("head_count"), vec![("head_count", shown.into()), ("count", others.into())]);
        }
    }
}

/// How many were there: the list where there is one, else the head-count.
fn persons(session: &TrainingSession) -> Option<u64> {
    match session.persons_listed() {
        0 => session.head_count.get().map(|count| count.get()),
        listed => u64::try_from(listed).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_row_of_totals_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/sessions/items/3/head_count head_count=7 count=3"]);
    }

    /// Sessions without lists, by day and head-count.
    fn with(sessions: &[(&str, u32)]) -> usize {
        let session = |(date, count): &(&str, u32)| format!(r#"{{"date": "{date}", "head_count": {count}}}"#);
        let sessions: Vec<String> = sessions.iter().map(session).collect();
        found(&RULE, &format!(r#"{{"sessions": {{"items": [{}]}}}}"#, sessions.join(","))).len()
    }

    #[test]
    fn one_more_or_less_two_others_and_another_year_are_clean() {
        let of = |count| with(&[("2023-06-01", 41), ("2023-07", 38), ("2023-08-02", 47), ("2023-12-20", count)]);
        assert_eq!([125, 126, 127].map(of), [0, 1, 0]);
        assert_eq!(with(&[("2023-06-01", 41), ("2023-07", 38), ("2023-08-02", 47), ("2024-01-05", 126)]), 0);
        assert_eq!(with(&[("2023-06-01", 41), ("2023-07", 38), ("2023-12-20", 79)]), 0);
        assert_eq!(with(&[("2023-06-01", 41), ("2023-07", 38), ("2023-08-02", 0), ("2023-12-20", 79)]), 0);
    }

    #[test]
    fn a_session_with_a_list_is_what_it_is() {
        let dossier = RULE.spec.example.replace(r#""head_count": 7"#, r#""attendance": ["T1"], "head_count": 7"#);
        assert_eq!(found(&RULE, &dossier), [""; 0]);
    }
}
