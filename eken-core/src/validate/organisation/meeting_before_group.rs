//! A meeting of the leading group before it was set up.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-21", "六(一)2"],
        summary: Label::new("领导小组成立之前就有会议", "the leading group met before it was set up"),
        message: Label::new(
            "会议日期 {date} 早于领导小组成立时间 {established}",
            "the meeting of {date} is before the group was set up, {established}",
        ),
        help: Label::new(
            "核对两个时间；筹备会议不列为领导小组会议",
            "check both dates; a meeting in preparation is none of the group",
        ),
        example: r#"{"schema_version": 1, "organisation": {"leading_group": {"established": "2023-04-06", "meetings": [{"date": "2023-03-28"}]}}}"#,
        ..Spec::new("organisation.meeting-before-group", Severity::Warning)
    },
    check: |context, found| {
        let Some(organisation) = found.value(&context.dossier.organisation, || "/organisation".to_owned()) else {
            return;
        };
        let group = found.value(&organisation.leading_group, || "/organisation/leading_group".to_owned());
        let Some(group) = group else { return };

        let established = found.value(&group.established, || "/organisation/leading_group/established".to_owned());
        let Some(established) = established else { return };
        for (index, meeting) in group.meetings.iter() {
            let pointer = || format!("/organisation/leading_group/meetings/{index}/date");
            let Some(date) = found.value(&meeting.date, pointer) else { continue };
            if established.first().is_some_and(|first| *date < first) {
                let params = vec![("date", date.to_string().into()), ("established", established.to_string().into())];
                found.at(pointer(), params);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(established: &str, date: &str) -> Vec<String> {
        let group = format!(r#"{{"established": "{established}", "meetings": [{{"date": "{date}"}}]}}"#);
        found(&RULE, &format!(r#"{{"organisation": {{"leading_group": {group}}}}}"#))
    }

    #[test]
    fn a_meeting_before_the_group_existed_is_found() {
        let pointer = "/organisation/leading_group/meetings/0/date";
        assert_eq!(found(&RULE, RULE.spec.example), [format!("{pointer} date=2023-03-28 established=2023-04-06")]);
        assert_eq!(of("2023-04", "2023-03-31"), [format!("{pointer} date=2023-03-31 established=2023-04")]);
    }

    #[test]
    fn the_day_itself_and_the_month_of_it_are_clean() {
        assert_eq!(
            [of("2023-04-06", "2023-04-06"), of("2023-04", "2023-04-01"), of("2023", "2023-01-01")].concat(),
            [""; 0]
        );
        let faulty =
            r#"{"organisation": {"leading_group": {"established": "x", "meetings": [{"date": "2023-04-01"}]}}}"#;
        assert_eq!(skipped(&RULE, faulty), ["faulty /organisation/leading_group/established"]);
    }
}
