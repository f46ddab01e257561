//! For the tests of measures: a measure run alone on a dossier written as JSON.

use std::collections::BTreeMap;
use std::fmt;

use super::registry::{Run, find};
use crate::assess::candidates::candidates;
use crate::assess::index::Index;
use crate::assess::measured::{Measured, Value};
use crate::assess::options::{Options, settle};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::limits::Limits;
use crate::plan::{Param, Params};

/// What a measure answered, shown as `5`, `3..7`, `3..`, `yes`, `{a b ..}`.
pub(in crate::assess) struct Answer(pub(in crate::assess) Measured);

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.value {
            Value::Number { least, most: Some(most) } if least == most => write!(f, "{least}"),
            Value::Number { least, most: Some(most) } => write!(f, "{least}..{most}"),
            Value::Number { least, most: None } => write!(f, "{least}.."),
            Value::Truth(Truth::Yes) => f.write_str("yes"),
            Value::Truth(Truth::No) => f.write_str("no"),
            Value::Truth(Truth::Unknown) | Value::Unknown => f.write_str("unknown"),
            Value::Set { has, open } => {
                let codes: Vec<&str> = has.iter().map(String::as_str).collect();
                write!(f, "{{{}{}}}", codes.join(" "), if *open { " .." } else { "" })
            }
            Value::NotApplicable => f.write_str("not applicable"),
            Value::Conflict => f.write_str("conflict"),
        }
    }
}

/// Two centres of public service that have 50 m² in common, the second with logistics.
pub(in crate::assess) const TWO_CENTRES: &str = r#"{"schema_version":1,"as_of":"2023-12-31","facilities":{"complete":true,"items":[
        {"id":"F1","opened":"2023","floor_area":4000,"roles":[{"role":"public_service","area":900}],
         "overlaps":[{"with":"F2","area":50}]},
        {"id":"F2","opened":"2023","roles":[{"role":"public_service","area":200},{"role":"logistics","area":600}]}]}}"#;

/// One reading set to an option.
pub(in crate::assess) fn readings(id: &'static str, option: &'static str) -> [(&'static str, &'static str); 1] {
    [(id, option)]
}

/// Runs a measure for 2023 under the built-in county plan. A text with a comma is a list; `true` a flag.
pub(in crate::assess) fn measure(
    id: &str,
    params: &[(&str, &str)],
    dossier: &str,
    readings: &[(&str, &str)],
) -> Answer {
    measure_in(2023, id, params, dossier, readings)
}

/// Runs a measure for a year under the built-in county plan.
pub(super) fn measure_in(
    year: i32,
    id: &str,
    params: &[(&str, &str)],
    dossier: &str,
    readings: &[(&str, &str)],
) -> Answer {
    let params = Params(params.iter().map(|(key, value)| ((*key).to_owned(), param(value))).collect());
    let found = find(id).unwrap();
    viewed(year, dossier, readings, |view| {
        Answer(match found.run {
            Run::Town(run) => run(view, &params),
            Run::Facility(run) => {
                let all = candidates(view, params.text("of").unwrap());
                run(view, &params, all.first().map(|first| (first.index, first.facility)))
            }
        })
    })
}

/// Looks at a dossier for a year under the built-in county plan, as a measure does.
pub(in crate::assess) fn viewed<T>(
    year: i32,
    dossier: &str,
    readings: &[(&str, &str)],
    look: impl FnOnce(&View<'_>) -> T,
) -> T {
    let parsed = crate::parse::parse(dossier.as_bytes(), &Limits::default()).unwrap();
    let dossier = parsed.dossier();
    let plan = crate::plan::builtin("yuanqu-2023").unwrap();
    let mut options = Options::year(year);
    options.readings =
        readings.iter().map(|(id, option)| ((*id).to_owned(), (*option).to_owned())).collect::<BTreeMap<_, _>>();
    let settled = settle(dossier, &plan, &options).unwrap();
    look(&View {
        dossier,
        plan: &plan,
        year: settled.year,
        as_of: settled.as_of,
        tier: settled.tier,
        readings: &settled.readings,
        index: &Index::of(dossier),
        scope: None,
    })
}

fn param(value: &str) -> Param {
    match value {
        "true" => Param::Bool(true),
        list if list.contains(',') => Param::List(list.split(',').map(str::to_owned).collect()),
        text => Param::Text(text.to_owned()),
    }
}
