//! `fund-use`: what is declared on the use of funds.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::lack::Lack;
use crate::assess::measured::Measured;
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::FundUse;
use crate::plan::Params;
use crate::words::Label;

pub(super) static FUND_USE: Measure = Measure {
    id: "fund-use",
    label: Label::new("资金管理情况", "use of funds"),
    about: Label::new(
        "“资金管理情况”中申报的一项；申报为“是”的，须有依据文件（如审计报告）在档，否则待定；不核对逐笔支出",
        "one declaration of fund_use; a yes needs a document on file, such as an audit report, else it is open; single payments are not looked at",
    ),
    params: &[MeasureParam {
        name: "aspect",
        label: Label::new("方面", "which declaration"),
        required: true,
        values: &["as-prescribed", "separately-accounted", "open-to-inspection", "no-duplicate-funding"],
    }],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

fn run(view: &View<'_>, params: &Params) -> Measured {
    let none = FundUse::default();
    let declared = view.dossier.fund_use.known().unwrap_or(&none);
    let flag = match params.text("aspect") {
        Some("as-prescribed") => ("as_prescribed", &declared.as_prescribed),
        Some("separately-accounted") => ("separately_accounted", &declared.separately_accounted),
        Some("open-to-inspection") => ("open_to_inspection", &declared.open_to_inspection),
        Some("no-duplicate-funding") => ("no_duplicate_funding", &declared.no_duplicate_funding),
        _ => return Measured::truth(Truth::Unknown).lacking(Lack::misfit(FUND_USE.id)),
    };
    view.declares("/fund_use", flag, &declared.evidence)
}

#[cfg(test)]
mod tests {
    use super::FUND_USE;
    use crate::assess::measure::testing::{Answer, measure};

    fn aspect(aspect: &str, fund_use: &str) -> Answer {
        let dossier = format!(
            r#"{{"schema_version":1,"fund_use":{fund_use},"documents":{{"items":[{{"id":"D1","title":"审计报告",
            "digest":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}},{{"id":"D2","title":"照片"}}]}}}}"#
        );
        measure("fund-use", &[("aspect", aspect)], &dossier, &[])
    }

    #[test]
    fn every_aspect_is_a_declaration_shown_by_a_document() {
        for name in FUND_USE.params[0].values {
            let field = name.replace('-', "_");
            let shown = aspect(name, &format!(r#"{{"{field}":true,"evidence":["D1"]}}"#));
            assert_eq!(shown.to_string(), "yes", "{name}");
            assert_eq!(shown.0.evidence, [format!("/fund_use/{field}"), "/documents/items/0".to_owned()]);
            let bare = aspect(name, &format!(r#"{{"{field}":true}}"#));
            assert_eq!((bare.to_string(), bare.0.lacks[0].kind.code()), ("unknown".to_owned(), "evidence"));
            let undigested = aspect(name, &format!(r#"{{"{field}":true,"evidence":["D2"]}}"#));
            assert_eq!((undigested.to_string(), undigested.0.lacks[0].kind.code()), ("unknown".to_owned(), "evidence"));
            assert_eq!(aspect(name, &format!(r#"{{"{field}":false}}"#)).to_string(), "no", "{name}");
        }
    }

    #[test]
    fn what_is_not_declared_is_open() {
        let found = aspect("as-prescribed", r#"{"separately_accounted":true,"evidence":["D1"]}"#);
        assert_eq!(found.to_string(), "unknown");
        assert_eq!(found.0.lacks[0].pointer, "/fund_use/as_prescribed");
        assert_eq!(found.0.lacks.len(), 1);
        assert_eq!(aspect("as-prescribed", r#"{"missing":"not_collected"}"#).to_string(), "unknown");
    }
}
