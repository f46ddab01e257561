//! Follow-up of a trainee before the file was opened or the first session attended.

use crate::finding::{Severity, Spec};
use crate::model::TrainingSession;
use crate::quantity::Date;
use crate::validate::lesson::unlisted;
use crate::validate::place::rows;
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["五(六)功能", "附件2-11"],
        summary: Label::new(
            "跟踪服务早于建档或首次培训",
            "follow-up of a trainee came before the file or the training",
        ),
        message: Label::new(
            "跟踪服务时间 {date}；早于建档时间 {opened}；早于首次参加培训的 {trained}",
            "followed up on {date}; the file was opened on {opened}; the first session was on {trained}",
        ),
        help: Label::new(
            "核对这几个时间；跟踪服务在培训之后，培训前的走访不算",
            "check the dates; follow-up comes after training, a visit before it is none",
        ),
        example: r#"{"schema_version": 1, "trainees": {"items": [{"id": "T1", "opened": "2023-06-01", "follow_up": [{"date": "2023-05", "kind": "visit"}]}]},
  "sessions": {"complete": true, "items": [{"id": "S1", "date": "2023-06-01", "attendance": ["T1"]}]}}"#,
        ..Spec::new("trainee.follow-up-early", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let first = first_sessions(context);
    let attended = context.attended();
    for (row, trainee) in rows("trainees", &context.dossier.trainees) {
        let opened = found.value(&trainee.opened, || row.at("opened")).and_then(|opened| opened.first());
        let trained = trainee.id.known().and_then(|id| attended.number(id.as_str()));
        let trained = trained.and_then(|number| first.get(number)).copied().flatten();
        for (index, follow_up) in trainee.follow_up.iter() {
            let pointer = || row.at(&format!("follow_up/{index}/date"));
            let Some(date) = found.value(&follow_up.date, pointer) else { continue };
            let early = |than: Option<Date>| than.filter(|than| date.last().is_some_and(|date| date < *than));
            let mut params = Vec::new();
            params.extend(early(opened).map(|opened| ("opened", opened.to_string().into())));
            params.extend(early(trained).map(|trained| ("trained", trained.to_string().into())));
            if !params.is_empty() {
                params.push(("date", date.to_string().into()));
                found.at(pointer(), params);
                // the others of this file are no later fault
                break;
            }
        }
    }
}

/// The earliest day on which each trainee may have attended a session, by number; nothing where a session or a list may be
/// missing, or the day of one is not known.
fn first_sessions(context: &Context<'_>) -> Vec<Option<Date>> {
    if unlisted(context).is_some() {
        return Vec::new();
    }
    let attended = context.attended();
    let mut first = vec![None; attended.len()];
    let numbers = |session: &TrainingSession| -> Vec<usize> {
        session.attendance.items().iter().filter_map(|trainee| attended.number(trainee.as_str())).collect()
    };
    let day = |session: &TrainingSession| session.date.get().and_then(|date| date.first());
    let sessions = || context.dossier.sessions.items.items().iter();
    for (session, day) in sessions().filter_map(|session| Some((session, day(session)?))) {
        for number in numbers(session) {
            if let Some(held) = first.get_mut(number) {
                *held = Some(held.map_or(day, |held: Date| held.min(day)));
            }
        }
    }
    for session in sessions().filter(|session| day(session).is_none()) {
        for number in numbers(session) {
            if let Some(held) = first.get_mut(number) {
                *held = None;
            }
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_visit_in_the_month_before_file_and_training_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/trainees/items/0/follow_up/0/date opened=2023-06-01 trained=2023-06-01 date=2023-05"]
        );
    }

    #[test]
    fn the_day_itself_later_days_and_what_may_lie_after_are_clean() {
        let of = |date: &str| found(&RULE, &RULE.spec.example.replace("\"2023-05\"", &format!("\"{date}\""))).len();
        assert_eq!(["2023-05-31", "2023-06-01", "2023-06", "2023", "2023-09-01"].map(of), [1, 0, 0, 0, 0]);
    }

    #[test]
    fn where_a_session_may_be_missing_only_the_file_tells() {
        let file = RULE.spec.example.replace(r#""complete": true, "#, "");
        assert_eq!(found(&RULE, &file), ["/trainees/items/0/follow_up/0/date opened=2023-06-01 date=2023-05"]);
        assert_eq!(found(&RULE, &file.replace(r#""opened": "2023-06-01", "#, "")), [""; 0]);
        let undated =
            RULE.spec.example.replace(r#""date": "2023-06-01", "att"#, r#""date": {"missing": "not_collected"}, "att"#);
        assert_eq!(found(&RULE, &undated).len(), 1);
        assert!(!found(&RULE, &undated)[0].contains("trained"));
    }

    #[test]
    fn a_faulty_date_is_noted() {
        let faulty = RULE.spec.example.replace("\"2023-05\"", "\"上月\"");
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /trainees/items/0/follow_up/0/date"]);
    }
}
