//! Nothing is lost: the records read and the records refused are all that the file has, in every form that a dossier comes in.

use std::io::{Cursor, Write};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use eken_core::limits::Limits;
use eken_core::model::CountyTier;
use eken_core::plan::{Plan, builtin};
use eken_core::report::{FileDocument, RecordsDocument};
use eken_core::validate::Profile;
use eken_core::words::Lang;
use eken_gen::{Kind, LEAST_WHOLE, Size, Spec, generate};
use eken_io::arrow::Columnar;
use eken_io::convert::{columnar_folder, folder, workbook};
use eken_io::csv::write::Target;
use eken_io::document::{Document, Options, read, read_folder};
use eken_io::ndjson::{Answer, Options as Stream, Weight, checked, each_record};
use eken_io::table::layout::layout;
use serde_json::Value;

/// Elements of the lists of facts in a JSON text, those inside of records too, counted without the reader.
fn elements(dossier: &Value) -> usize {
    let sheets = &layout().sheets;
    (0..sheets.len()).filter(|index| sheets[*index].parent.is_none()).map(|index| list(dossier, index)).sum()
}

/// The elements of one list and of the lists inside of them.
fn list(holder: &Value, index: usize) -> usize {
    let sheets = &layout().sheets;
    let sheet = &sheets[index];
    let found = sheet.path.iter().try_fold(holder, |value, step| value.get(step));
    let items = found.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let own = if sheet.plain { 0 } else { items.len() };
    let inner = (0..sheets.len()).filter(|inner| sheets[*inner].parent == Some(index));
    own + inner.map(|inner| items.iter().map(|item| list(item, inner)).sum::<usize>()).sum::<usize>()
}

/// Some dossiers as JSON texts: the examples, and made-up ones of every tier, sound and with every fault.
fn dossiers() -> Vec<(String, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data");
    let examples = ["yuanqu-2023.json", "minimal.json", "tier-pilot-demonstration.json", "tier-general-promotion.json"];
    let mut out: Vec<(String, Value)> = examples
        .iter()
        .map(|name| ((*name).to_owned(), std::fs::read_to_string(root.join(name)).expect("an example")))
        .map(|(name, text)| (name, serde_json::from_str(&text).expect("JSON")))
        .collect();
    for (seed, tier) in (1_u64..).zip([
        CountyTier::PilotDemonstration,
        CountyTier::GeneralPromotion,
        CountyTier::KeyAssistance,
        CountyTier::PilotDemonstration,
    ]) {
        let (kind, size) = match seed % 2 {
            0 => (Kind::AllFaults { count: 1 }, LEAST_WHOLE),
            _ => (Kind::Clean, 12_000),
        };
        let made = generate(&Spec { kind, ..Spec::clean(tier, seed, Size(size)) }).expect("a dossier");
        // a list that stands twice in one object is faulty as a whole, and no reader of JSON sees both
        out.push((format!("seed {seed}"), serde_json::from_str(&made.text).expect("JSON")));
    }
    out
}

fn plan() -> Plan {
    builtin("yuanqu-2023").expect("the county plan")
}

/// The account of a dossier that was read from a file.
fn account(document: Document, plan: &Plan) -> RecordsDocument {
    RecordsDocument::of(&document.check(plan, &Profile::default()).0)
}

#[test]
fn every_record_of_a_json_text_is_read_or_refused() {
    let plan = plan();
    for (name, mut dossier) in dossiers() {
        let sound = account(read(dossier.to_string().into(), "a.json", &Options::default()).expect("a dossier"), &plan);
        assert_eq!(sound.read + sound.refused, elements(&dossier), "{name}");
        // every third entity and every fourth role of a facility is made something that is no record
        let spoil = |items: Option<&mut Value>, step: usize| {
            let items = items.and_then(Value::as_array_mut);
            let spoilt = items.into_iter().flat_map(|items| items.iter_mut().step_by(step));
            spoilt.map(|item| *item = Value::from("?")).count()
        };
        let mut count = spoil(dossier.pointer_mut("/entities/items"), 3);
        for facility in dossier.pointer_mut("/facilities/items").and_then(Value::as_array_mut).into_iter().flatten() {
            count += spoil(facility.get_mut("roles"), 4);
        }
        let spoilt =
            account(read(dossier.to_string().into(), "a.json", &Options::default()).expect("a dossier"), &plan);
        assert_eq!(spoilt.read + spoilt.refused, elements(&dossier), "{name}");
        assert_eq!(spoilt.refused, sound.refused + count, "{name}");
        assert_eq!(spoilt.refused_records.len(), spoilt.refused, "{name}");
        let placed =
            |each: &eken_core::report::RefusedDocument| !each.cell.is_empty() && each.code.starts_with("structure.");
        assert!(spoilt.refused_records.iter().all(placed), "{name}");
    }
}

#[test]
fn every_record_comes_through_workbook_folder_and_archive() {
    let plan = plan();
    let scratch = std::env::temp_dir().join(format!("eken-records-{}", std::process::id()));
    for (name, dossier) in dossiers() {
        let text = dossier.to_string();
        let own = read(text.clone().into(), "a.json", &Options::default()).expect("a dossier");
        let count = elements(&dossier);
        let _ = std::fs::remove_dir_all(&scratch);
        let dossier = own.parsed.dossier().clone();
        folder(&dossier, &scratch, Lang::Zh, Target::Utf8).expect("a folder");
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for entry in std::fs::read_dir(&scratch).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
            zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("an entry");
            zip.write_all(&std::fs::read(&path).expect("a file")).expect("an entry");
        }
        let zip = zip.finish().expect("an archive").into_inner();
        let book = workbook(&dossier, Lang::Zh).expect("a workbook");
        let columnar = |kind: Columnar| {
            let within = scratch.join(kind.extension());
            columnar_folder(&dossier, &within, kind).expect("a folder of tables");
            read_folder(&within, &Options::default()).expect("a folder of tables")
        };
        let folder = read_folder(&scratch, &Options::default()).expect("a folder");
        for (form, document) in [
            ("Parquet", columnar(Columnar::Parquet)),
            ("Arrow", columnar(Columnar::Arrow)),
            ("workbook", read(book, "a.xlsx", &Options::default()).expect("a workbook")),
            ("folder", folder),
            ("archive", read(zip, "a.zip", &Options::default()).expect("an archive")),
        ] {
            let sheets = document.sheets.as_ref().expect("sheets");
            for tally in &sheets.tallies {
                assert!(tally.is_whole(), "{name} as {form}: {tally:?}");
            }
            let refused: usize = sheets.tallies.iter().map(|tally| tally.refused).sum();
            assert_eq!((refused, sheets.refused.len()), (0, 0), "{name} as {form}");
            let account = account(document, &plan);
            assert_eq!(account.read + account.refused, count, "{name} as {form}");
        }
    }
    let _ = std::fs::remove_dir_all(&scratch);
}

struct Counted(usize, usize);

impl Weight for Counted {
    fn bytes(&self) -> usize {
        1
    }
}

#[test]
fn every_record_of_every_line_is_read_or_refused() {
    let plan = plan();
    let dossiers = dossiers();
    let lines: String = dossiers.iter().map(|(_, dossier)| format!("{dossier}\n")).collect();
    let file = format!("{lines}\n{{\"schema_version\": 1, \"entities\": {{\"items\": [7]}}}}\nno dossier\n");
    let options = Stream { threads: NonZeroUsize::new(2), ..Stream::default() };
    let (mut counts, mut lost) = (Vec::new(), 0);
    let work = |record| {
        let checked = checked(record, &Limits::default(), &plan, &Profile::default())?;
        let FileDocument::Read(file) = FileDocument::read("a.ndjson", &checked, &plan, Lang::Zh) else {
            return Ok(Counted(0, 0));
        };
        let records = file.records.expect("every dossier has the account of its records");
        Ok(Counted(records.read, records.refused))
    };
    let ended = each_record(Cursor::new(file.into_bytes()), &options, work, |Answer { result, .. }| {
        match result {
            Ok(Counted(read, refused)) => counts.push((read, refused)),
            Err(_) => lost += 1,
        }
        ControlFlow::Continue(())
    });
    assert_eq!(counts.pop(), Some((0, 1)), "the line with a record that is none");
    let expected: Vec<usize> = dossiers.iter().map(|(_, dossier)| elements(dossier)).collect();
    assert_eq!(counts.iter().map(|(read, refused)| read + refused).collect::<Vec<_>>(), expected);
    let told = ended.counts;
    assert_eq!((told.read, told.refused, told.blank, lost), (dossiers.len() + 1, 1, 1, 1));
}
