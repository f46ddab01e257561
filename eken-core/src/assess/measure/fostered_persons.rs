//! `fostered-persons`: business leaders or local influencers fostered by the programme.

use std::collections::BTreeMap;

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::measured::{Case, Measured, Tally};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::kind::Code;
use crate::model::{FosteredKind, FosteredPerson};
use crate::plan::Params;
use crate::words::Label;

pub(super) static FOSTERED_PERSONS: Measure = Measure {
    id: "fostered-persons",
    label: Label::new("培育人数", "persons fostered"),
    about: Label::new(
        "项目启动以来、评估时点以前培育的商业带头人或本地网红人数，退出的仍计入；网红须为本地，引用同一学员档案的只计一人。读法 R27 为全部时，\
         启动以前的也计入",
        "business leaders or influencers fostered since the start of the programme and by the as-of date, those no longer \
         active included; influencers must be local, and records of one trainee file are one person. Where R27 reads \
         everything, those fostered before the start too",
    ),
    params: &[MeasureParam {
        name: "kind",
        label: Label::new("培育类型", "kind of person"),
        required: true,
        values: &["business_leader", "influencer"],
    }],
    readings: &["R27"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

const SECTION: &str = "fostered";

fn run(view: &View<'_>, params: &Params) -> Measured {
    let Some(kind) = params.text("kind").and_then(FosteredKind::from_code) else { return Measured::unknown_number() };
    let fostered = &view.dossier.fostered;
    let mut tally = Tally::over(view, SECTION, fostered);
    let mut persons: BTreeMap<&str, (usize, Case)> = BTreeMap::new();
    for (index, person) in fostered.iter() {
        let case = counts(view, kind, index, person);
        match person.trainee.known() {
            // of several records of one person the best one counts
            Some(file) => {
                let better = persons.get(file.as_str()).is_none_or(|(_, held)| rank(&case) > rank(held));
                if better {
                    persons.insert(file.as_str(), (index, case));
                }
            }
            None => tally.count(index, case),
        }
    }
    let persons: BTreeMap<usize, Case> = persons.into_values().collect();
    for (index, case) in persons {
        tally.count(index, case);
    }
    tally.finish()
}

fn counts(view: &View<'_>, kind: FosteredKind, index: usize, person: &FosteredPerson) -> Case {
    let case = Case::yes()
        .field(holds(&person.kind, |held| *held == kind), SECTION, index, "kind")
        .and_case(view.fostered_case(&person.fostered, SECTION, index, "fostered"));
    let case = match kind {
        FosteredKind::Influencer => case.field(holds(&person.local, |local| *local), SECTION, index, "local"),
        FosteredKind::BusinessLeader => case,
    };
    // a reference that cannot be read may be that of someone already counted
    let trainee = &person.trainee;
    let apart = trainee.known().is_some() || trainee.is_absent() || trainee.is_not_applicable();
    case.field(if apart { Truth::Yes } else { Truth::Unknown }, SECTION, index, "trainee")
}

fn rank(case: &Case) -> u8 {
    match case.truth {
        Truth::Yes => 2,
        Truth::Unknown => 1,
        Truth::No => 0,
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure, readings};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"t","programme_start":"2023-04"},
        "fostered":{"complete":true,"items":[
        {"id":"P1","kind":"influencer","fostered":"2022-05","local":true,"trainee":"T1"},
        {"id":"P2","kind":"influencer","fostered":"2023-06","local":true,"trainee":"T1","ended":"2023-10"},
        {"id":"P3","kind":"influencer","fostered":"2023-07","local":true,"trainee":"T1"},
        {"id":"P4","kind":"influencer","fostered":"2023-07","local":false},
        {"id":"P5","kind":"business_leader","fostered":"2023-07","trainee":"T1"},
        {"id":"P6","kind":"business_leader","fostered":"2024-07"},
        {"id":"P7","kind":"influencer","fostered":"2022-07","local":true}]}}"#;

    fn fostered(kind: &str, text: &str, readings: &[(&str, &str)]) -> Answer {
        measure("fostered-persons", &[("kind", kind)], text, readings)
    }

    #[test]
    fn local_influencers_count_once_a_person() {
        let answer = fostered("influencer", TOWN, &[]);
        assert_eq!((answer.to_string().as_str(), answer.0.evidence), ("1", vec!["/fostered/items/1".to_owned()]));
        assert_eq!(fostered("influencer", TOWN, &readings("R27", "everything")).to_string(), "2");
        assert_eq!(fostered("influencer", TOWN, &readings("R27", "since-start")).to_string(), "1");
    }

    #[test]
    fn one_person_may_be_a_leader_and_an_influencer() {
        assert_eq!(fostered("business_leader", TOWN, &[]).to_string(), "1");
    }

    #[test]
    fn what_is_missing_leaves_bounds() {
        let unsaid = fostered("influencer", &TOWN.replace(r#","local":false"#, ""), &[]);
        assert_eq!(unsaid.to_string(), "1..2");
        assert_eq!(unsaid.0.lacks[0].pointer, "/fostered/items/3/local");
        let unread = TOWN.replace(r#"07","local":true,"trainee":"T1""#, r#"07","local":true,"trainee":7"#);
        assert_eq!(fostered("influencer", &unread, &[]).to_string(), "1..2");
        let none = unread.replace(r#""trainee":7"#, r#""trainee":{"missing":"not_applicable"}"#);
        assert_eq!(fostered("influencer", &none, &[]).to_string(), "2");
        assert_eq!(fostered("influencer", &TOWN.replace("true,\"items\"", "false,\"items\""), &[]).to_string(), "1..");
    }
}
