//! `facility-shared`: in a demonstration county, the facility is used in common with that programme.

use super::registry::{Measure, MeasureParam, ROLES, Run, ValueKind};
use crate::assess::candidates::facility_lack;
use crate::assess::lack::{Lack, LackKind, Note, NoteKind};
use crate::assess::measured::{Case, Measured, record_pointer};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::kind::Code;
use crate::model::{Facility, SharedProgramme};
use crate::plan::Params;
use crate::words::Label;

pub(super) static FACILITY_SHARED: Measure = Measure {
    id: "facility-shared",
    label: Label::new("统筹使用", "use in common"),
    about: Label::new(
        "综合示范县的设施是否与该项目统筹使用；是示范县和统筹使用都须有在档的依据文件；不是示范县的不适用，不论有无设施",
        "whether, in a demonstration county, the facility is used in common with the programme; that the county is one and \
         that the use is shared each need a document on file; not applicable elsewhere, facility or not",
    ),
    params: &[
        MeasureParam {
            name: "of",
            label: Label::new("设施功能", "role of the facility"),
            required: true,
            values: ROLES,
        },
        MeasureParam {
            name: "with",
            label: Label::new("共用项目", "programme shared with"),
            required: true,
            values: &["demonstration"],
        },
    ],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Facility(run),
};

const COUNTY: &str = "/town/demonstration_county";

fn run(view: &View<'_>, params: &Params, at: Option<(usize, &Facility)>) -> Measured {
    let unknown = |kind, pointer: String, field: &'static str| {
        Measured::truth(Truth::Unknown).lacking(Lack::new(kind, pointer, vec![("field", field.into())]))
    };
    let Some(county) = view.town().and_then(|town| town.demonstration_county.known()) else {
        return unknown(LackKind::Field, COUNTY.to_owned(), "demonstration_county");
    };
    match holds(&county.is, |is| *is) {
        Truth::No => {
            return Measured::not_applicable(Note::new(NoteKind::NoDemonstrationCounty, COUNTY, vec![])).seen(COUNTY);
        }
        Truth::Unknown => return unknown(LackKind::Field, format!("{COUNTY}/is"), "is"),
        Truth::Yes if !view.on_file(&county.evidence) => {
            return unknown(LackKind::Evidence, format!("{COUNTY}/evidence"), "evidence");
        }
        Truth::Yes => {}
    }
    let measured = match (at, params.text("with").and_then(SharedProgramme::from_code)) {
        (Some((index, facility)), Some(programme)) => shared(view, index, facility, programme),
        _ => Measured::truth(Truth::No),
    };
    measured.seen(COUNTY)
}

/// Whether a facility is used in common with a programme, by the as-of date and with a document on file.
fn shared(view: &View<'_>, index: usize, facility: &Facility, programme: SharedProgramme) -> Measured {
    let mut measured = Measured::truth(Truth::No);
    let mut truth = Truth::No;
    for (place, shared) in facility.shared_use.iter() {
        let pointer = format!("{}/shared_use/{place}", record_pointer("facilities", index));
        let lack =
            |kind, field: &'static str| Lack::new(kind, format!("{pointer}/{field}"), vec![("field", field.into())]);
        let shown = if view.on_file(&shared.evidence) { Truth::Yes } else { Truth::Unknown };
        let case = Case::yes()
            .and(holds(&shared.programme, |held| *held == programme), || lack(LackKind::Field, "programme"))
            .and(view.happened(&shared.since), || lack(LackKind::Field, "since"))
            .and(shown, || lack(LackKind::Evidence, "evidence"));
        if case.truth == Truth::Yes {
            measured.evidence.push(pointer);
        }
        truth = truth.or(case.truth);
        measured.lacks.extend(case.lacks);
    }
    if !facility.shared_use.is_whole() {
        truth = truth.or(Truth::Unknown);
        measured.lacks.push(facility_lack(index, "shared_use"));
    }
    Measured { evidence: measured.evidence, lacks: measured.lacks, ..Measured::truth(truth) }
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::{LackKind, NoteKind};
    use crate::assess::measure::testing::{Answer, measure};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31",
        "town":{"name":"t","demonstration_county":{"is":true,"evidence":["D1"]}},
        "documents":{"complete":true,"items":[
         {"id":"D1","title":"批复","issued":"2023-03-01","digest":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},
         {"id":"D2","title":"协议","digest":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},{"id":"D3","title":"照片"}]},
        "facilities":{"complete":true,"items":[{"id":"F1","opened":"2023","roles":[{"role":"training_incubation"}],
         "shared_use":[{"programme":"cross_border","since":"2023"},
                       {"programme":"demonstration","since":"2023-05","evidence":["D2"]}]}]}}"#;

    fn shared(text: &str) -> Answer {
        measure("facility-shared", &[("of", "training_incubation"), ("with", "demonstration")], text, &[])
    }

    #[test]
    fn a_shared_centre_with_documents_holds() {
        let answer = shared(TOWN);
        assert_eq!(answer.to_string(), "yes");
        assert_eq!(answer.0.evidence, ["/facilities/items/0/shared_use/1", "/town/demonstration_county"]);
    }

    #[test]
    fn it_does_not_apply_where_the_county_is_no_demonstration_county() {
        let other = TOWN.replace(r#""is":true"#, r#""is":false"#);
        let answer = shared(&other);
        assert_eq!(answer.to_string(), "not applicable");
        assert_eq!(answer.0.notes[0].kind, NoteKind::NoDemonstrationCounty);
        let none = other.replace("training_incubation", "logistics");
        assert_eq!(shared(&none).to_string(), "not applicable");
    }

    #[test]
    fn nothing_is_settled_while_the_county_has_not_declared_itself_with_a_document() {
        for (text, pointer, kind) in [
            (TOWN.replace(r#""is":true,"#, ""), "/town/demonstration_county/is", LackKind::Field),
            (TOWN.replace(r#"["D1"]"#, r#"["D9"]"#), "/town/demonstration_county/evidence", LackKind::Evidence),
            // without a digest, or issued after the as-of date, a document shows nothing
            (TOWN.replace(r#"["D1"]"#, r#"["D3"]"#), "/town/demonstration_county/evidence", LackKind::Evidence),
            (TOWN.replace("2023-03-01", "2024-01-01"), "/town/demonstration_county/evidence", LackKind::Evidence),
            (TOWN.replace("demonstration_county", "x"), "/town/demonstration_county", LackKind::Field),
        ] {
            let answer = shared(&text);
            assert_eq!(answer.to_string(), "unknown");
            assert_eq!((answer.0.lacks[0].pointer.as_str(), answer.0.lacks[0].kind), (pointer, kind));
        }
    }

    #[test]
    fn use_in_common_needs_its_document_and_its_date() {
        assert_eq!(shared(&TOWN.replace(r#"["D2"]"#, "[]")).to_string(), "unknown");
        assert_eq!(shared(&TOWN.replace(r#"["D2"]"#, r#"["D3"]"#)).to_string(), "unknown");
        assert_eq!(shared(&TOWN.replace(r#""since":"2023-05","#, "")).to_string(), "unknown");
        assert_eq!(shared(&TOWN.replace("2023-05", "2024-05")).to_string(), "no");
        assert_eq!(shared(&TOWN.replace(r#""programme":"demonstration""#, r#""programme":"other""#)).to_string(), "no");
        assert_eq!(shared(&TOWN.replace("shared_use", "unheard_of")).to_string(), "unknown");
        assert_eq!(shared(&TOWN.replace("training_incubation", "logistics")).to_string(), "no");
    }
}
