//! Dossiers with every fault that the generator plants, through sheets and back: they come back as faulty as they were.

use eken_core::limits::Limits;
use eken_core::model::{CountyTier, Dossier};
use eken_core::parse::parse;
use eken_core::words::Lang;
use eken_gen::{Kind, LEAST_WHOLE, Size, Spec, faults, generate};
use eken_io::arrow::read::limits::ColumnarLimits;
use eken_io::arrow::read::{ipc, parquet};
use eken_io::arrow::{Columnar, tables, write};
use eken_io::convert::json;
use eken_io::grid::GridKind;
use eken_io::table::assemble::assemble;
use eken_io::table::lay::{Form, lay};

fn comes_back(name: &str, dossier: &Dossier, form: Form) {
    let assembled = assemble(&lay(dossier, form));
    assert!(assembled.refused.is_empty(), "{name}: {:?}", assembled.refused);
    assert!(assembled.tallies.iter().all(|tally| tally.is_whole()), "{name}: {:?}", assembled.tallies);
    let back = assembled.parse(&Limits::default()).expect("within the limits");
    assert_eq!(json(back.dossier()), json(dossier), "{name} {form:?}");
}

fn comes_back_from_columns(name: &str, dossier: &Dossier, kind: Columnar) {
    let limits = ColumnarLimits::default();
    let grids: Vec<_> = tables(dossier)
        .expect("frames")
        .iter()
        .map(|frame| {
            let bytes = write(frame, kind).expect("a file");
            let read = if kind == Columnar::Parquet { parquet } else { ipc };
            read(bytes, &frame.key, &limits).expect("its own file")
        })
        .collect();
    let assembled = assemble(&grids);
    assert!(assembled.refused.is_empty(), "{name}: {:?}", assembled.refused);
    assert!(assembled.tallies.iter().all(|tally| tally.is_whole()), "{name}: {:?}", assembled.tallies);
    let back = assembled.parse(&Limits::default()).expect("within the limits");
    assert_eq!(json(back.dossier()), json(dossier), "{name} {kind:?}");
}

#[test]
fn dossiers_with_every_fault_come_back_as_faulty_as_they_were() {
    let mut cases = 0;
    for (seed, fault) in (1_u64..).zip(faults()).step_by(3) {
        let kind = Kind::Faults { faults: vec![fault], count: 1 };
        let Ok(made) = generate(&Spec { kind, ..Spec::clean(CountyTier::KeyAssistance, seed, Size(LEAST_WHOLE)) })
        else {
            continue;
        };
        let Ok(parsed) = parse(made.text.as_bytes(), &Limits::default()) else { continue };
        let (kind, lang) = match cases % 4 {
            0 => (GridKind::Sheet, Lang::Zh),
            1 => (GridKind::File, Lang::Zh),
            2 => (GridKind::Sheet, Lang::En),
            _ => (GridKind::File, Lang::En),
        };
        comes_back(&fault.name(), parsed.dossier(), Form { lang, kind });
        comes_back_from_columns(
            &fault.name(),
            parsed.dossier(),
            if cases % 2 == 0 { Columnar::Parquet } else { Columnar::Arrow },
        );
        cases += 1;
    }
    assert!(cases > 50, "{cases}");
}
