//! `operator-chosen-on-market`: how the operating undertaker was chosen.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::{Case, Measured};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::{Operation, Selection};
use crate::plan::Params;
use crate::words::Label;

pub(super) static OPERATOR_CHOSEN_ON_MARKET: Measure = Measure {
    id: "operator-chosen-on-market",
    label: Label::new("运营主体市场化选定", "operator chosen on the market"),
    about: Label::new(
        "运营主体在评估时点前以公开招标、竞争性谈判或磋商、招商比选选定，主体在市场主体中，依据文件在档；单一来源、直接指定不算",
        "the operator was chosen by the as-of date by tender, competitive negotiation or investment promotion, is among the entities, and a document on the choice is on file; a single source or an appointment does not count",
    ),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

const PLACE: &str = "/organisation/operation";

fn run(view: &View<'_>, _: &Params) -> Measured {
    let none = Operation::default();
    let organisation = view.dossier.organisation.known();
    let operation = organisation.and_then(|organisation| organisation.operation.known()).unwrap_or(&none);
    let on_market = |selection: &Selection| {
        matches!(
            selection,
            Selection::PublicTender | Selection::CompetitiveNegotiation | Selection::InvestmentPromotion
        )
    };
    let field =
        |field: &'static str| Lack::new(LackKind::Field, format!("{PLACE}/{field}"), vec![("field", field.into())]);
    let files = view.files(&operation.evidence);
    let known = |yes: bool| if yes { Truth::Yes } else { Truth::Unknown };
    let case = Case::yes()
        .and(holds(&operation.selection, on_market), || field("selection"))
        .and(view.done(&operation.selected), || field("selected"))
        .and(known(operator_is_known(view, operation)), || field("operator"))
        .and(known(!files.is_empty()), || Lack::new(LackKind::Evidence, format!("{PLACE}/evidence"), vec![]));
    let mut evidence = Vec::new();
    if case.truth != Truth::Unknown {
        evidence.push(PLACE.to_owned());
        evidence.extend(files);
    }
    Measured { evidence, lacks: case.lacks, ..Measured::truth(case.truth) }
}

/// Whether the operator is an entity of the dossier.
fn operator_is_known(view: &View<'_>, operation: &Operation) -> bool {
    let Some(operator) = operation.operator.known() else { return false };
    let mut ids = view.dossier.entities.items.items().iter().filter_map(|entity| entity.id.known());
    ids.any(|id| id.as_str() == operator.as_str())
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::measure;

    const CHOSEN: &str = r#"{"schema_version":1,"as_of":"2023-12-31",
        "organisation":{"operation":{"operator":"E1","selection":"public_tender","selected":"2023-06","evidence":["D1"]}},
        "entities":{"items":[{"id":"E1","name":"甲有限公司"}]},
        "documents":{"items":[{"id":"D1","title":"中标通知书",
        "digest":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},{"id":"D3","title":"照片"}]}}"#;

    fn chosen(from: &str, to: &str) -> String {
        assert!(CHOSEN.contains(from));
        measure("operator-chosen-on-market", &[], &CHOSEN.replace(from, to), &[]).to_string()
    }

    #[test]
    fn a_choice_on_the_market_with_operator_and_document_holds() {
        for way in ["public_tender", "competitive_negotiation", "investment_promotion"] {
            assert_eq!(chosen("public_tender", way), "yes", "{way}");
        }
        let found = measure("operator-chosen-on-market", &[], CHOSEN, &[]);
        assert_eq!(found.0.evidence, ["/organisation/operation", "/documents/items/0"]);
    }

    #[test]
    fn another_way_or_a_later_day_does_not() {
        for way in ["single_source", "appointed"] {
            assert_eq!(chosen("public_tender", way), "no", "{way}");
        }
        assert_eq!(chosen("\"2023-06\"", "\"2024-01\""), "no");
        assert_eq!(chosen("\"2023-06\"", "{\"missing\":\"not_yet_due\"}"), "no");
    }

    #[test]
    fn what_is_missing_leaves_it_open() {
        for (from, to, pointer) in [
            ("\"selection\":\"public_tender\",", "", "/organisation/operation/selection"),
            ("\"selected\":\"2023-06\",", "", "/organisation/operation/selected"),
            ("\"operator\":\"E1\"", "\"operator\":\"E2\"", "/organisation/operation/operator"),
            ("\"evidence\":[\"D1\"]", "\"evidence\":[\"D2\"]", "/organisation/operation/evidence"),
            ("\"evidence\":[\"D1\"]", "\"evidence\":[\"D3\"]", "/organisation/operation/evidence"),
            ("\"digest\"", "\"issued\":\"2024-01-01\",\"digest\"", "/organisation/operation/evidence"),
        ] {
            let found = measure("operator-chosen-on-market", &[], &CHOSEN.replace(from, to), &[]);
            assert_eq!(found.to_string(), "unknown", "{pointer}");
            let lacks: Vec<&str> = found.0.lacks.iter().map(|lack| lack.pointer.as_str()).collect();
            assert_eq!(lacks, [pointer]);
        }
        let nothing = measure("operator-chosen-on-market", &[], r#"{"schema_version":1}"#, &[]);
        assert_eq!((nothing.to_string(), nothing.0.lacks.len()), ("unknown".to_owned(), 4));
    }
}
