//! Reading, checking and assessing a dossier of about 2 MB, beside what else reads JSON.
#![allow(missing_docs, reason = "each bench is named for what it does")]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use eken_bench::input::Input;
use eken_bench::typed::Dossier;
use eken_core::assess::{Assessor, Options};
use eken_core::limits::Limits;
use eken_core::parse::parse;
use eken_core::plan::builtin;
use eken_core::validate::{check_record, validate};
use serde_json::Value;

fn main() {
    divan::main();
}

/// Runs one way of reading over a dossier.
fn over<T>(bencher: Bencher<'_, '_>, input: Input, read: impl Fn(&str) -> T + Sync) {
    let text = input.text();
    bencher.counter(BytesCount::of_str(&text)).bench(|| read(black_box(&text)));
}

#[divan::bench(args = [Input::Clean])]
fn a_plain_read(bencher: Bencher<'_, '_>, input: Input) {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("dossier.json");
    let written =
        std::fs::File::create(&path).and_then(|mut file| std::io::Write::write_all(&mut file, input.text().as_bytes()));
    let bytes = std::fs::metadata(&path).map(|file| file.len());
    if let (Ok(()), Ok(bytes)) = (written, bytes) {
        bencher.counter(BytesCount::new(bytes)).bench(|| std::fs::read(black_box(&path)));
    }
}

#[divan::bench(args = Input::ALL)]
fn b_serde_value(bencher: Bencher<'_, '_>, input: Input) {
    over(bencher, input, |text| serde_json::from_str::<Value>(text));
}

/// A file with a fault is refused at the first one, so there is nothing to measure on it.
#[divan::bench(args = [Input::Clean, Input::Shuffled])]
fn c_serde_typed(bencher: Bencher<'_, '_>, input: Input) {
    over(bencher, input, |text| serde_json::from_str::<Dossier>(text));
}

#[divan::bench(args = Input::ALL)]
fn d_serde_value_and_schema(bencher: Bencher<'_, '_>, input: Input) {
    let validator =
        eken_core::schema::schema("dossier").ok().and_then(|schema| jsonschema::validator_for(&schema).ok());
    if let Some(validator) = validator {
        over(bencher, input, |text| {
            let value = serde_json::from_str::<Value>(text).unwrap_or_default();
            // whether it is valid is found faster than all faults are
            if input == Input::Faulty {
                validator.iter_errors(&value).count()
            } else {
                usize::from(validator.is_valid(&value))
            }
        });
    }
}

#[divan::bench(args = Input::ALL)]
fn e_eken_parse(bencher: Bencher<'_, '_>, input: Input) {
    over(bencher, input, |text| parse(text.as_bytes(), &Limits::default()));
}

#[divan::bench(args = Input::ALL)]
fn f_eken_validate(bencher: Bencher<'_, '_>, input: Input) {
    if let Ok(plan) = builtin("yuanqu-2023") {
        over(bencher, input, |text| parse(text.as_bytes(), &Limits::default()).map(|parsed| validate(parsed, &plan)));
    }
}

#[divan::bench(args = Input::ALL)]
fn g_eken_assess(bencher: Bencher<'_, '_>, input: Input) {
    if let Ok(plan) = builtin("yuanqu-2023") {
        let (assessor, options) = (Assessor::new(&plan), Options::year(2023));
        over(bencher, input, |text| {
            let checked = validate(parse(text.as_bytes(), &Limits::default())?, &plan);
            assessor.assess(&checked, &options)
        });
    }
}

/// One record of a training session by itself, as an app checks it while it is typed.
#[divan::bench]
fn h_check_record(bencher: Bencher<'_, '_>) {
    if let Ok(plan) = builtin("yuanqu-2023") {
        let json = r#"{"id": "S1", "topic": "live_selling", "title": "直播实操", "date": "2023-05-04", "hours": 6, "head_count": 32}"#;
        bencher.bench(|| check_record("sessions", black_box(json), &plan, &Limits::default()));
    }
}
