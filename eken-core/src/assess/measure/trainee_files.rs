//! `trainee-files`: one file per trainee.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::lack::Lack;
use crate::assess::measured::{Measured, field_lack, record_pointer, section_lacks};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::plan::Params;
use crate::validate::Ids;
use crate::words::Label;

pub(super) static TRAINEE_FILES: Measure = Measure {
    id: "trainee-files",
    label: Label::new("一人一档", "one file per trainee"),
    about: Label::new(
        "评估时点以前各场培训签到名单上的每个人都对应唯一一份学员档案；只有申报人数的场次、查无档案或一号多档的，即为不符；没有任何签到的也不符",
        "each name on the lists of the sessions by the as-of date leads to exactly one trainee file; a session with a \
         head-count only, a name without a file or with several breaks it, and so does having no attendance at all",
    ),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let files = Files::of(view);
    let sessions = &view.dossier.sessions;
    let mut lacks = section_lacks(view, "sessions", sessions);
    let (mut breaches, mut sound) = (Vec::new(), Vec::new());
    for (index, session) in sessions.iter() {
        let held = view.happened(&session.date);
        if held == Truth::No {
            continue;
        }
        let pointer = record_pointer("sessions", index);
        let mut broken = Vec::new();
        for (place, trainee) in session.attendance.iter() {
            if files.lead_to(trainee.as_str()) == Truth::No {
                broken.push(format!("{pointer}/attendance/{place}"));
            }
        }
        if session.attendance.is_absent() && session.head_count.get().is_some_and(|count| count.get() > 0) {
            broken.push(format!("{pointer}/head_count"));
        } else if !session.attendance.is_whole() {
            lacks.push(field_lack("sessions", index, "attendance"));
        }
        if held == Truth::Unknown {
            // it may lie after the day, so it neither breaks nor keeps anything yet
            lacks.push(field_lack("sessions", index, "date"));
        } else if broken.is_empty() {
            sound.extend((!session.attendance.items().is_empty()).then_some(pointer));
        } else {
            breaches.extend(broken);
        }
    }
    lacks.extend(files.lacks);
    if !breaches.is_empty() {
        Measured { evidence: breaches, ..Measured::truth(Truth::No) }
    } else if !lacks.is_empty() {
        Measured { lacks, ..Measured::truth(Truth::Unknown) }
    } else {
        let kept = !sound.is_empty();
        Measured { evidence: sound, ..Measured::truth(kept.into()) }
    }
}

/// The trainee files, by identifier.
struct Files<'a> {
    ids: Ids<'a>,
    /// Why a file may exist that is not found.
    lacks: Vec<Lack>,
}

impl<'a> Files<'a> {
    fn of(view: &View<'a>) -> Self {
        let trainees = &view.dossier.trainees;
        let ids = trainees.iter().filter_map(|(index, trainee)| Some((trainee.id.known()?.as_str(), index)));
        let mut lacks = section_lacks(view, "trainees", trainees);
        let nameless = trainees.iter().filter(|(_, trainee)| trainee.id.known().is_none());
        lacks.extend(nameless.map(|(index, _)| field_lack("trainees", index, "id")));
        Self { ids: Ids::of(ids), lacks }
    }

    /// Whether a name on a list leads to exactly one file.
    fn lead_to(&self, id: &str) -> Truth {
        match self.ids.get(id) {
            [_] => Truth::Yes,
            [] if !self.lacks.is_empty() => Truth::Unknown,
            _ => Truth::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31",
        "trainees":{"complete":true,"items":[{"id":"T1"},{"id":"T2"},{"id":"T3"}]},
        "sessions":{"complete":true,"items":[
        {"id":"C1","date":"2023-05-10","attendance":["T1","T2"],"head_count":2},
        {"id":"C2","date":"2023-06-10","attendance":["T1"]},
        {"id":"C3","date":"2024-01-10","head_count":20}]}}"#;

    fn files(text: &str) -> Answer {
        measure("trainee-files", &[], text, &[])
    }

    #[test]
    fn every_name_leads_to_one_file() {
        let answer = files(TOWN);
        assert_eq!(answer.to_string(), "yes");
        assert_eq!(answer.0.evidence, ["/sessions/items/0", "/sessions/items/1"]);
    }

    #[test]
    fn a_head_count_alone_a_name_without_file_or_with_two_breaks_it() {
        for (text, breach) in [
            (TOWN.replace("2024-01-10", "2023-12-10"), "/sessions/items/2/head_count"),
            (TOWN.replace(r#"["T1"]"#, r#"["T9"]"#), "/sessions/items/1/attendance/0"),
            (TOWN.replace(r#"{"id":"T3"}"#, r#"{"id":"T2"}"#), "/sessions/items/0/attendance/1"),
        ] {
            let answer = files(&text);
            assert_eq!((answer.to_string().as_str(), answer.0.evidence), ("no", vec![breach.to_owned()]));
        }
        assert_eq!(files(&TOWN.replace("2023-", "2024-").replace("2024-12-31", "2023-12-31")).to_string(), "no");
    }

    #[test]
    fn nothing_is_settled_while_files_or_sessions_may_be_missing() {
        for text in [
            TOWN.replace(r#"["T1"]"#, r#"["T9"]"#).replacen("true", "false", 1),
            TOWN.replacen("true", "false", 1),
            TOWN.replace("true,\"items\":[\n        {\"id\":\"C1", "false,\"items\":[{\"id\":\"C1"),
            TOWN.replace(r#"{"id":"T3"}"#, r#"{"id":7}"#),
            TOWN.replace(r#"["T1"]"#, "[7]"),
            TOWN.replace(r#","attendance":["T1"]"#, ""),
            TOWN.replace("2024-01-10", "2023").replace("2023-12-31", "2023-11-30"),
        ] {
            let answer = files(&text);
            assert_eq!(answer.to_string(), "unknown", "{text}");
            assert!(!answer.0.lacks.is_empty());
        }
    }
}
