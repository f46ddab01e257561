//! `town-services`: convenience services for residents.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::Measured;
use crate::assess::view::View;
use crate::model::TownFacts;
use crate::plan::Params;
use crate::words::Label;

pub(super) static TOWN_SERVICES: Measure = Measure {
    id: "town-services",
    label: Label::new("便民服务", "convenience services"),
    about: Label::new(
        "“建设情况”中申报的便民服务；列出即视为列全；须有依据文件在档，否则待定",
        "the services listed in town.facts.services, a list that is given being complete; open without a document on file",
    ),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Set,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let none = TownFacts::default();
    let facts = view.town().and_then(|town| town.facts.known()).unwrap_or(&none);
    view.declares_all("/town/facts", ("services", &facts.services), &facts.evidence)
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::measure;

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31",
        "town":{"name":"甲","facts":{"services":["small_banking","agency_trade"],"evidence":["D1"]}},
        "documents":{"items":[{"id":"D1","title":"乙",
        "digest":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},{"id":"D3","title":"照片"}]}}"#;

    #[test]
    fn the_services_listed_are_all_there_are() {
        let found = measure("town-services", &[], TOWN, &[]);
        assert_eq!(found.to_string(), "{agency_trade small_banking}");
        assert_eq!(found.0.evidence, ["/town/facts/services", "/documents/items/0"]);
        let none = TOWN.replace("\"small_banking\",\"agency_trade\"", "");
        assert_eq!(measure("town-services", &[], &none, &[]).to_string(), "{}");
    }

    #[test]
    fn services_that_no_document_shows_are_open() {
        for (from, to) in
            [("[\"D1\"]", "[\"D2\"]"), ("[\"D1\"]", "[\"D3\"]"), ("\"digest\"", "\"issued\":\"2024-01-01\",\"digest\"")]
        {
            let found = measure("town-services", &[], &TOWN.replace(from, to), &[]);
            assert_eq!(found.to_string(), "{ ..}", "{to}");
            assert_eq!(found.0.lacks[0].pointer, "/town/facts/evidence");
        }
    }

    #[test]
    fn a_list_that_is_not_given_or_not_read_is_open() {
        let faulty = TOWN.replace("\"small_banking\"", "\"bank\"");
        assert_eq!(measure("town-services", &[], &faulty, &[]).to_string(), "{agency_trade ..}");
        let found = measure("town-services", &[], r#"{"schema_version":1}"#, &[]);
        assert_eq!(found.to_string(), "{ ..}");
        assert_eq!(found.0.lacks[0].pointer, "/town/facts/services");
    }
}
