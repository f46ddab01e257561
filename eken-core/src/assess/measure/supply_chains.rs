//! `supply-chains`: supply chains in force.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::{Measured, Tally};
use crate::assess::stock::stock;
use crate::assess::view::View;
use crate::plan::Params;
use crate::words::Label;

pub(super) static SUPPLY_CHAINS: Measure = Measure {
    id: "supply-chains",
    label: Label::new("产业链供应链数", "supply chains"),
    about: Label::new(
        "评估时点已建立且未终止的上下游产业链供应链；链上的环节和主体不另计",
        "upstream-downstream supply chains established and not ended at the as-of date; their links and entities are not \
         counted by themselves",
    ),
    params: &[],
    readings: &["R27"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let chains = &view.dossier.supply_chains;
    let mut tally = Tally::over(view, "supply_chains", chains);
    for (index, chain) in chains.iter() {
        let (from, until) = (("established", &chain.established), ("ended", &chain.ended));
        tally.count(index, stock(view, "supply_chains", index, from, until));
    }
    tally.finish()
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::LackKind;
    use crate::assess::measure::testing::{measure, readings};

    const CHAINS: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"试验e镇","programme_start":"2023-04"},
        "supply_chains":{"complete":true,"items":[
        {"id":"C1","name":"食用菌","established":"2023-06"},
        {"id":"C2","name":"核桃","established":"2021","ended":"2023-05"},
        {"id":"C3","name":"蜂蜜","established":"2022"},
        {"id":"C4","name":"蔬菜","established":"2024-01"}]}}"#;

    #[test]
    fn chains_in_force_count() {
        assert_eq!(measure("supply-chains", &[], CHAINS, &[]).to_string(), "2");
        assert_eq!(measure("supply-chains", &[], CHAINS, &readings("R27", "everything")).to_string(), "2");
        assert_eq!(measure("supply-chains", &[], CHAINS, &readings("R27", "since-start")).to_string(), "1");
    }

    #[test]
    fn a_start_that_is_not_declared_leaves_the_question_open() {
        let text = CHAINS.replace(",\"programme_start\":\"2023-04\"", "");
        let answer = measure("supply-chains", &[], &text, &readings("R27", "since-start"));
        assert_eq!(answer.to_string(), "0..2");
        assert!(answer.0.lacks.iter().all(|lack| lack.kind == LackKind::ProgrammeStart));
    }

    #[test]
    fn a_chain_without_a_date_may_count() {
        let text = CHAINS.replace(",\"established\":\"2023-06\"", "");
        assert_eq!(measure("supply-chains", &[], &text, &[]).to_string(), "1..2");
    }

    #[test]
    fn what_is_not_yet_due_has_not_happened() {
        for (date, count) in [(r#""established":"2022""#, "1"), (r#""ended":"2023-05""#, "3")] {
            let (field, _) = date.split_once(':').unwrap();
            let text = CHAINS.replace(date, &format!(r#"{field}:{{"missing":"not_yet_due"}}"#));
            assert_eq!(measure("supply-chains", &[], &text, &[]).to_string(), count, "{field}");
        }
    }

    #[test]
    fn an_incomplete_list_bounds_from_below_only() {
        let text = CHAINS.replace("\"complete\":true", "\"complete\":false");
        assert_eq!(measure("supply-chains", &[], &text, &[]).to_string(), "2..");
    }
}
