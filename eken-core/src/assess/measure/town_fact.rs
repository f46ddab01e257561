//! `town-fact`: a fact that the town declares of itself.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::lack::Lack;
use crate::assess::measured::Measured;
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::TownFacts;
use crate::plan::Params;
use crate::words::Label;

pub(super) static TOWN_FACT: Measure = Measure {
    id: "town-fact",
    label: Label::new("建设情况", "fact of the town"),
    about: Label::new(
        "“建设情况”中申报的一项事实；申报为“是”的，须有依据文件在档，否则待定；申报为“否”的直接认定",
        "one fact declared in town.facts; a yes needs a document on file among the evidence, else it is open; a no is settled",
    ),
    params: &[MeasureParam {
        name: "fact",
        label: Label::new("事实", "which fact"),
        required: true,
        values: &[
            "sign-in-prominent-place",
            "archive-kept",
            "operating-team",
            "convenience-circle",
            "couriers-brought-together",
            "shop-opening-help",
            "talent-link",
        ],
    }],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

fn run(view: &View<'_>, params: &Params) -> Measured {
    let none = TownFacts::default();
    let facts = view.town().and_then(|town| town.facts.known()).unwrap_or(&none);
    let flag = match params.text("fact") {
        Some("sign-in-prominent-place") => ("sign_in_prominent_place", &facts.sign_in_prominent_place),
        Some("archive-kept") => ("archive_kept", &facts.archive_kept),
        Some("operating-team") => ("operating_team", &facts.operating_team),
        Some("convenience-circle") => ("convenience_circle", &facts.convenience_circle),
        Some("couriers-brought-together") => ("couriers_brought_together", &facts.couriers_brought_together),
        Some("shop-opening-help") => ("shop_opening_help", &facts.shop_opening_help),
        Some("talent-link") => ("talent_link", &facts.talent_link),
        _ => return Measured::truth(Truth::Unknown).lacking(Lack::misfit(TOWN_FACT.id)),
    };
    view.declares("/town/facts", flag, &facts.evidence)
}

#[cfg(test)]
mod tests {
    use super::TOWN_FACT;
    use crate::assess::measure::testing::{Answer, measure};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31",
        "town":{"name":"甲","facts":{"archive_kept":true,"operating_team":false,"evidence":["D9","D1"],
            "talent_link":{"missing":"not_collected"}}},
        "documents":{"items":[{"id":"D0","title":"乙"},{"id":"D1","title":"档案目录","issued":"2023-12-31",
            "digest":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}]}}"#;

    fn fact(fact: &str, dossier: &str) -> Answer {
        measure("town-fact", &[("fact", fact)], dossier, &[])
    }

    #[test]
    fn a_fact_shown_by_a_document_on_file_holds() {
        let found = fact("archive-kept", TOWN);
        assert_eq!(found.to_string(), "yes");
        assert_eq!(found.0.evidence, ["/town/facts/archive_kept", "/documents/items/1"]);
    }

    #[test]
    fn a_fact_without_a_document_on_file_is_open() {
        let given = "\"evidence\":[\"D9\",\"D1\"]";
        for (from, to) in [
            (given, "\"evidence\":[\"D9\"]"),
            (given, "\"evidence\":[]"),
            // a document without a digest, or one issued after the as-of date
            (given, "\"evidence\":[\"D0\"]"),
            ("\"issued\":\"2023-12-31\"", "\"issued\":\"2024-01-01\""),
        ] {
            let found = fact("archive-kept", &TOWN.replace(from, to));
            assert_eq!(found.to_string(), "unknown");
            assert_eq!(found.0.lacks[0].kind.code(), "evidence");
            assert_eq!(found.0.lacks[0].pointer, "/town/facts/evidence");
        }
    }

    #[test]
    fn a_fact_denied_is_settled_and_one_not_stated_is_open() {
        assert_eq!(fact("operating-team", TOWN).to_string(), "no");
        assert_eq!(fact("operating-team", &TOWN.replace("\"D1\"", "\"D8\"")).to_string(), "no");
        for missing in ["talent-link", "convenience-circle"] {
            assert_eq!(fact(missing, TOWN).to_string(), "unknown");
        }
        assert_eq!(fact("talent-link", TOWN).0.lacks[0].pointer, "/town/facts/talent_link");
        assert_eq!(fact("archive-kept", r#"{"schema_version":1}"#).to_string(), "unknown");
    }

    #[test]
    fn every_fact_of_the_list_is_a_field_of_the_town() {
        for name in TOWN_FACT.params[0].values {
            let field = name.replace('-', "_");
            let dossier = format!(
                r#"{{"schema_version":1,"town":{{"name":"甲","facts":{{"{field}":true,"evidence":["D1"]}}}},
                "documents":{{"items":[{{"id":"D1","title":"乙",
                "digest":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}}]}}}}"#
            );
            assert_eq!(fact(name, &dossier).to_string(), "yes", "{name}");
        }
        assert_eq!(fact("other", TOWN).0.lacks[0].kind.code(), "misfit");
    }
}
