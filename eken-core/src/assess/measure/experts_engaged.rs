//! `experts-engaged`: experts engaged by the programme.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::{Measured, Tally};
use crate::assess::stock::stock;
use crate::assess::view::View;
use crate::plan::Params;
use crate::words::Label;

pub(super) static EXPERTS_ENGAGED: Measure = Measure {
    id: "experts-engaged",
    label: Label::new("聘用专家数", "experts engaged"),
    about: Label::new(
        "评估时点在聘的专家人数，聘期届满的不计；读法 R27 可改为曾经聘用的都计，或只计项目启动以来聘用的",
        "experts engaged at the as-of date, those whose term has ended left out; R27 may count all ever engaged, or only those \
         engaged since the start of the programme",
    ),
    params: &[],
    readings: &["R27"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let experts = &view.dossier.experts;
    let mut tally = Tally::over("experts", experts);
    for (index, expert) in experts.iter() {
        tally.count(index, stock(view, "experts", index, ("engaged", &expert.engaged), ("until", &expert.until)));
    }
    tally.finish()
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::LackKind;
    use crate::assess::measure::testing::{measure, readings};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"t","programme_start":"2023-04"},
        "experts":{"complete":true,"items":[{"id":"E1","engaged":"2023-05","until":"2023-10"},{"id":"E2","engaged":"2022"},
        {"id":"E3","engaged":"2024"},{"id":"E4","engaged":"2023-04"}]}}"#;

    #[test]
    fn experts_in_their_term_count() {
        let answer = measure("experts-engaged", &[], TOWN, &[]);
        assert_eq!(answer.to_string(), "2");
        assert_eq!(answer.0.evidence, ["/experts/items/1", "/experts/items/3"]);
        let longer = TOWN.replace(r#""until":"2023-10""#, r#""until":"2024-10""#);
        assert_eq!(measure("experts-engaged", &[], &longer, &[]).to_string(), "3");
    }

    #[test]
    fn the_stock_follows_its_reading() {
        let started = measure("experts-engaged", &[], TOWN, &readings("R27", "since-start"));
        assert_eq!(started.to_string(), "1");
        assert_eq!(started.0.evidence, ["/experts/items/3"]);
        assert_eq!(measure("experts-engaged", &[], TOWN, &readings("R27", "everything")).to_string(), "3");
    }

    #[test]
    fn what_is_missing_leaves_bounds() {
        let undated = measure("experts-engaged", &[], &TOWN.replace(r#""engaged":"2022""#, r#""field":"x""#), &[]);
        assert_eq!(undated.to_string(), "1..2");
        assert_eq!(undated.0.lacks[0].pointer, "/experts/items/1/engaged");
        let unended = TOWN.replace(r#""until":"2023-10""#, r#""until":{"missing":"not_collected"}"#);
        let unended = measure("experts-engaged", &[], &unended, &[]);
        assert_eq!(unended.to_string(), "2..3");
        assert_eq!(unended.0.lacks[0].pointer, "/experts/items/0/until");
        let startless = TOWN.replace("programme_start", "start");
        assert_eq!(measure("experts-engaged", &[], &startless, &[]).to_string(), "2");
        let start = measure("experts-engaged", &[], &startless, &readings("R27", "since-start"));
        assert_eq!(start.to_string(), "0..2");
        assert_eq!(start.0.lacks[0].kind, LackKind::ProgrammeStart);
        assert_eq!(measure("experts-engaged", &[], &TOWN.replace("true", "false"), &[]).to_string(), "2..");
    }
}
