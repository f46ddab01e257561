//! Dossiers with every fault that the generator plants, through sheets and back: they come back as faulty as they were.

use eken_core::limits::Limits;
use eken_core::model::{CountyTier, Dossier};
use eken_core::parse::parse;
use eken_core::words::Lang;
use eken_gen::{Kind, LEAST_WHOLE, Size, Spec, faults, generate};
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
        cases += 1;
    }
    assert!(cases > 50, "{cases}");
}
