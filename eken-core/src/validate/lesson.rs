//! When and where a training session was held: what makes two of them one, or has them overlap.

use crate::model::{TrainingSession, TrainingTopic};
use crate::quantity::{Date, PartialDate, Time};
use crate::validate::place::{Row, rows};
use crate::validate::{Context, Found, Skip};

/// A session of a known day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lesson<'a> {
    pub(super) row: Row,
    pub(super) session: &'a TrainingSession,
    pub(super) day: Date,
    pub(super) starts: Option<Time>,
    pub(super) ends: Option<Time>,
}

/// What is the same of a session that is filed twice: day, beginning, topic, title, place.
pub(super) type Same<'a> = (Date, u32, Option<TrainingTopic>, Option<&'a str>, &'a str);

impl<'a> Lesson<'a> {
    /// What would be the same if it were filed again, where enough of it is known.
    pub(super) fn same(&self) -> Option<Same<'a>> {
        let session = self.session;
        let title = session.title.known().map(|title| title.as_str());
        let place = session.facility.known()?.as_str();
        Some((self.day, self.starts?.minutes(), session.topic.get(), title, place))
    }

    /// Its minutes of the day, from and to, where both are known and in order.
    pub(super) fn minutes(&self) -> Option<(u32, u32)> {
        let (starts, ends) = (self.starts?.minutes(), self.ends?.minutes());
        (starts < ends).then_some((starts, ends))
    }
}

/// The sessions whose day is known. A day, beginning or end that cannot be read is noted as not looked at.
pub(super) fn lessons<'a>(context: &Context<'a>, found: &mut Found<'_>) -> Vec<Lesson<'a>> {
    let mut lessons = Vec::new();
    for (row, session) in rows("sessions", &context.dossier.sessions) {
        let date = found.value(&session.date, || row.at("date"));
        let starts = found.value(&session.starts, || row.at("starts")).copied();
        let ends = found.value(&session.ends, || row.at("ends")).copied();
        if let Some(PartialDate::Day(day)) = date {
            lessons.push(Lesson { row, session, day: *day, starts, ends });
        }
    }
    lessons
}

/// Pairs of neighbours that overlap among sessions of one person: each session with the latest-ending one before it.
pub(super) fn overlaps<'l, 'a>(mut lessons: Vec<&'l Lesson<'a>>) -> Vec<(&'l Lesson<'a>, &'l Lesson<'a>)> {
    lessons.retain(|lesson| lesson.minutes().is_some());
    lessons.sort_by_key(|lesson| (lesson.day, lesson.minutes(), lesson.row));
    let mut pairs = Vec::new();
    let mut latest: Option<&Lesson<'_>> = None;
    for lesson in lessons {
        let end = |of: &Lesson<'_>| of.minutes().map(|(_, ends)| (of.day, ends));
        let begin = lesson.minutes().map(|(starts, _)| (lesson.day, starts));
        if let Some(before) = latest
            && begin < end(before)
            // one that is filed twice is another fault
            && (before.same().is_none() || before.same() != lesson.same())
        {
            pairs.push(if before.row < lesson.row { (before, lesson) } else { (lesson, before) });
        }
        if latest.is_none_or(|before| end(before) <= end(lesson)) {
            latest = Some(lesson);
        }
    }
    pairs
}

/// Why it cannot be told which sessions a trainee attended: some are not filed, or have no list that could be read.
pub(super) fn unlisted(context: &Context<'_>) -> Option<Skip> {
    let sessions = &context.dossier.sessions;
    if !sessions.is_given() {
        return Some(Skip::SectionAbsent);
    }
    let listed = sessions.is_complete() && sessions.iter().all(|(_, session)| session.attendance.is_whole());
    (!listed).then_some(Skip::SectionIncomplete)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::parse::parse;

    fn pairs(times: &[(&str, &str, &str)]) -> usize {
        rows_of_pairs(times, &vec![""; times.len()]).len()
    }

    /// The pairs by their rows, of sessions with their days and hours, at facilities that are known unless they have no name.
    fn rows_of_pairs(times: &[(&str, &str, &str)], facilities: &[&str]) -> Vec<(usize, usize)> {
        let session = |facility: &&str| match *facility {
            "" => "{}".to_owned(),
            facility => format!(r#"{{"facility": "{facility}"}}"#),
        };
        let sessions: Vec<String> = facilities.iter().map(session).collect();
        let dossier = format!(r#"{{"sessions": {{"items": [{}]}}}}"#, sessions.join(","));
        let dossier = parse(dossier.as_bytes(), &Limits::default()).unwrap().dossier;
        let lessons: Vec<Lesson<'_>> = times
            .iter()
            .zip(dossier.sessions.items.items().iter().enumerate())
            .map(|((day, starts, ends), (index, session))| Lesson {
                row: Row::new("sessions", index),
                session,
                day: Date::parse(day).unwrap(),
                starts: Time::parse(starts),
                ends: Time::parse(ends),
            })
            .collect();
        let row = |lesson: &Lesson<'_>| lessons.iter().position(|each| each.row == lesson.row).unwrap();
        overlaps(lessons.iter().collect()).into_iter().map(|(first, second)| (row(first), row(second))).collect()
    }

    #[test]
    fn sessions_overlap_on_one_day_only_and_not_where_one_ends_as_the_other_starts() {
        assert_eq!(pairs(&[("2023-05-01", "09:00", "12:00"), ("2023-05-01", "11:59", "14:00")]), 1);
        assert_eq!(pairs(&[("2023-05-01", "09:00", "12:00"), ("2023-05-01", "12:00", "14:00")]), 0);
        assert_eq!(pairs(&[("2023-05-01", "09:00", "12:00"), ("2023-05-02", "09:00", "12:00")]), 0);
    }

    #[test]
    fn a_long_session_overlaps_all_that_lie_within_it() {
        let day =
            [("2023-05-01", "09:00", "17:00"), ("2023-05-01", "10:00", "11:00"), ("2023-05-01", "14:00", "15:00")];
        assert_eq!(pairs(&day), 2);
    }

    #[test]
    fn a_session_without_its_hours_overlaps_nothing() {
        assert_eq!(pairs(&[("2023-05-01", "09:00", ""), ("2023-05-01", "09:00", "12:00")]), 0);
        assert_eq!(pairs(&[("2023-05-01", "12:00", "09:00"), ("2023-05-01", "09:00", "12:00")]), 0);
    }

    #[test]
    fn a_session_that_is_filed_twice_does_not_overlap_itself() {
        let of = |second: (&str, &str, &str), facilities: [&str; 2]| {
            rows_of_pairs(&[("2023-05-01", "09:00", "12:00"), second], &facilities)
        };
        let again = ("2023-05-01", "09:00", "12:00");
        assert_eq!(of(again, ["F1", "F1"]), []);
        assert_eq!(of(again, ["F1", "F2"]), [(0, 1)]);
        assert_eq!(of(("2023-05-01", "09:30", "12:00"), ["F1", "F1"]), [(0, 1)]);
        // without a place it cannot be told that it is the same
        assert_eq!([of(again, ["", "F1"]), of(again, ["F1", ""]), of(again, ["", ""])], [[(0, 1)]; 3]);
    }

    #[test]
    fn of_two_that_overlap_the_one_that_was_filed_first_comes_first() {
        let day = [("2023-05-01", "10:00", "12:00"), ("2023-05-01", "09:00", "11:00")];
        assert_eq!(rows_of_pairs(&day, &["", ""]), [(0, 1)]);
    }
}
