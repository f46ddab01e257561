//! Training before the programme began.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["六(一)", "附件2-11"],
        summary: Label::new("培训早于项目启动", "a training session is dated before the start of the programme"),
        message: Label::new(
            "培训日期 {date} 早于项目启动时间 {start}",
            "the session of {date} is before the start of the programme, {start}",
        ),
        help: Label::new(
            "核对两个时间；启动前的培训不计入项目培训人次",
            "check both dates; training before the start is no training of the programme",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "programme_start": "2023-04"}, "sessions": {"items": [{"id": "S1", "date": "2023-03-20"}]}}"#,
        ..Spec::new("date.before-programme", Severity::Warning)
    },
    check: |context, found| {
        let Some(town) = found.value(&context.dossier.town, || "/town".to_owned()) else { return };
        let Some(start) = found.value(&town.programme_start, || "/town/programme_start".to_owned()) else { return };
        for (row, session) in rows("sessions", &context.dossier.sessions) {
            let Some(date) = found.value(&session.date, || row.at("date")) else { continue };
            if date.last().zip(start.first()).is_some_and(|(date, start)| date < start) {
                found.at(row.at("date"), vec![("date", date.to_string().into()), ("start", start.to_string().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_session_before_the_month_of_the_start_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/sessions/items/0/date date=2023-03-20 start=2023-04"]);
    }

    #[test]
    fn what_may_lie_after_the_start_is_clean_and_a_faulty_date_is_noted() {
        let dossier = r#"{"town": {"programme_start": "2023-04"}, "sessions": {"items": [{"date": "2023-04-01"}, {"date": "2023"}, {"date": 5}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, dossier), ["faulty /sessions/items/2/date"]);
        assert_eq!(found(&RULE, r#"{"sessions": {"items": [{"date": "1999"}]}}"#), [""; 0]);
    }
}
