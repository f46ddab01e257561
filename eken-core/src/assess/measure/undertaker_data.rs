//! `undertaker-data`: data that undertakers supply, and its protection.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::Measured;
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::Operation;
use crate::plan::Params;
use crate::words::Label;

pub(super) static UNDERTAKER_DATA: Measure = Measure {
    id: "undertaker-data",
    label: Label::new("承办主体信息", "data of undertakers"),
    about: Label::new(
        "“运营”中就承办主体信息的申报：是否提供、是否受到保护；档案未设此项依据文件，按申报认定",
        "what organisation.operation declares on undertakers' data, supplied or protected; the dossier has no place for a document on it, so the declaration counts",
    ),
    params: &[MeasureParam {
        name: "aspect",
        label: Label::new("方面", "which declaration"),
        required: true,
        values: &["supplied", "protected"],
    }],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

fn run(view: &View<'_>, params: &Params) -> Measured {
    let none = Operation::default();
    let organisation = view.dossier.organisation.known();
    let operation = organisation.and_then(|organisation| organisation.operation.known()).unwrap_or(&none);
    let (field, flag) = match params.text("aspect") {
        Some("supplied") => ("undertaker_data_supplied", &operation.undertaker_data_supplied),
        Some("protected") => ("undertaker_data_protected", &operation.undertaker_data_protected),
        _ => return Measured::truth(Truth::Unknown).lacking(Lack::misfit(UNDERTAKER_DATA.id)),
    };
    let pointer = format!("/organisation/operation/{field}");
    match holds(flag, |is| *is) {
        Truth::Unknown => {
            let lack = Lack::new(LackKind::Field, pointer, vec![("field", field.into())]);
            Measured::truth(Truth::Unknown).lacking(lack)
        }
        stated => Measured::truth(stated).seen(pointer),
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure};

    const TOWN: &str = r#"{"schema_version":1,"organisation":{"operation":{"undertaker_data_supplied":true}}}"#;

    fn aspect(aspect: &str, dossier: &str) -> Answer {
        measure("undertaker-data", &[("aspect", aspect)], dossier, &[])
    }

    #[test]
    fn a_declaration_counts_as_it_stands() {
        let found = aspect("supplied", TOWN);
        assert_eq!(found.to_string(), "yes");
        assert_eq!(found.0.evidence, ["/organisation/operation/undertaker_data_supplied"]);
        assert_eq!(aspect("supplied", &TOWN.replace("true", "false")).to_string(), "no");
        assert_eq!(aspect("protected", &TOWN.replace("supplied", "protected")).to_string(), "yes");
    }

    #[test]
    fn what_is_not_declared_is_open() {
        for dossier in [TOWN, r#"{"schema_version":1}"#] {
            let found = aspect("protected", dossier);
            assert_eq!(found.to_string(), "unknown");
            assert_eq!(found.0.lacks[0].pointer, "/organisation/operation/undertaker_data_protected");
        }
    }
}
