//! `leading-enterprises`: leading enterprises with influence.

use std::collections::BTreeSet;

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::entities::{held_by_now, holding, in_force, in_town, role_lack, roles_of, tally};
use crate::assess::judged::judged;
use crate::assess::lack::LackKind;
use crate::assess::measured::{Case, Measured, Value, field_lack, record_pointer, section_lacks};
use crate::assess::on_file::{evidence_lack, on_file};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::{EntityRole, HeldRole, Level, MarketEntity};
use crate::plan::Params;
use crate::words::Label;

pub(super) static LEADING_ENTERPRISES: Measure = Measure {
    id: "leading-enterprises",
    label: Label::new("龙头企业数", "leading enterprises"),
    about: Label::new(
        "评估时点在册、在e镇四至范围内、申报为龙头、有佐证文件（填了文件摘要，即校验值）证明影响到市的企业。方案写明评审事项的，每家还须有\
         评审意见：有针对它的以针对它的为准，没有的以总的意见为准（评审意见须已列全）。读法 R10 可改为须经市级以上认定，或本地有影响即可",
        "enterprises in force inside the e-town at the as-of date that are declared as leading, with a document (with digest) on \
         file that shows influence in the city. Where the plan names a question, each needs a reviewer's judgement too: the one \
         about it, else, on a list declared complete, the one on all of them. Reading R10 may ask recognition by the city or above, or influence locally, instead",
    ),
    params: &[
        MeasureParam {
            name: "of",
            label: Label::new("龙头类型", "trade they lead in"),
            required: true,
            values: &["e_commerce", "cross_border"],
        },
        MeasureParam {
            name: "question",
            label: Label::new("对每家的评审事项", "question judged of each"),
            required: false,
            values: &[],
        },
        MeasureParam {
            name: "or-question",
            label: Label::new(
                "更高的评审事项，认定的也算",
                "question that asks more and settles it too where it is satisfied",
            ),
            required: false,
            values: &[],
        },
    ],
    readings: &["R10", "R27"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, params: &Params) -> Measured {
    let role = match params.text("of") {
        Some("e_commerce") => EntityRole::LeadingECommerce,
        Some("cross_border") => EntityRole::LeadingCrossBorder,
        _ => return Measured::unknown_number(),
    };
    let question = params.text("question");
    let entities = &view.dossier.entities;
    let mut tally = tally(view);
    let (mut judgements, mut named) = (Vec::new(), BTreeSet::new());
    for (index, entity) in entities.iter() {
        let mut case = holding(index, entity, roles_of(role), |place, held| {
            held_by_now(view, index, place, held).and_case(influence(view, index, place, held)).and_case(in_force(
                view,
                index,
                entity,
                &held.since,
            ))
        });
        case = case.and_case(in_town(index, entity));
        if let Some(question) = question
            && case.truth != Truth::No
        {
            let (mut about, mut found) = about_it(view, index, entity, question);
            if about.truth == Truth::Unknown
                && let Some(more) = params.text("or-question")
            {
                let (of_more, seen) = about_it(view, index, entity, more);
                if of_more.truth == Truth::Yes {
                    (about, found) = (of_more, seen);
                }
            }
            case = case.and_case(about);
            if case.truth == Truth::Yes {
                // one judgement on all of them is named once
                judgements.extend(found.into_iter().filter(|each| named.insert(each.clone())));
            }
        }
        tally.count(index, case);
    }
    let mut measured = tally.finish();
    measured.evidence.extend(judgements);
    measured
}

/// Whether the influence is shown as reading R10 asks.
fn influence(view: &View<'_>, index: usize, place: usize, held: &HeldRole) -> Case {
    let (field, truth) = match view.reading("R10") {
        "recognised" => ("recognition", holds(&held.recognition, |level| *level >= Level::City)),
        "local" => ("influence", holds(&held.influence, |level| *level >= Level::County)),
        _ => ("influence", holds(&held.influence, |level| *level >= Level::City)),
    };
    let evidence = on_file(view, held.evidence.items().iter());
    Case::yes()
        .and(truth, || role_lack(index, place, field))
        .and(evidence, || evidence_lack(format!("{}/roles/{place}/evidence", record_pointer("entities", index))))
}

/// What reviewers have judged of the enterprise, and where.
fn about_it(view: &View<'_>, index: usize, entity: &MarketEntity, question: &str) -> (Case, Vec<String>) {
    let Some(id) = entity.id.known() else { return (Case::unknown(field_lack("entities", index, "id")), vec![]) };
    let place = record_pointer("entities", index);
    let mut found = judged(view, question, Some(id.as_str()), &place);
    let silent = !found.lacks.is_empty() && found.lacks.iter().all(|lack| lack.kind == LackKind::Judgement);
    let mut unlisted = Vec::new();
    if silent {
        // nothing is recorded about this one: what is judged of all of them holds for it, unless one about it is missing
        found = judged(view, question, None, &place);
        unlisted = section_lacks(view, "judgements", &view.dossier.judgements);
    }
    let truth = match found.value {
        Value::Truth(truth) if unlisted.is_empty() => truth,
        _ => Truth::Unknown,
    };
    found.lacks.extend(unlisted);
    let lacks = if truth == Truth::Unknown { found.lacks } else { vec![] };
    (Case { truth, lacks }, found.evidence)
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::LackKind;
    use crate::assess::measure::testing::{measure, readings};

    const DIGEST: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    const E_COMMERCE: [(&str, &str); 1] = [("of", "e_commerce")];
    const ASKED: [(&str, &str); 2] = [("of", "e_commerce"), ("question", "4-influence")];

    fn dossier(judgements: &str) -> String {
        format!(
            r#"{{"schema_version":1,"as_of":"2023-12-31","town":{{"name":"试验e镇","programme_start":"2023-04"}},
            "documents":{{"complete":true,"items":[{{"id":"D1","title":"证明","digest":"{DIGEST}"}}]}},
            "judgements":{{"complete":true,"items":[{judgements}]}},
            "entities":{{"complete":true,"items":[
            {{"id":"E1","territory":"site","registered":"2020","roles":[{{"role":"leading_e_commerce","influence":"city","evidence":["D1"]}}]}},
            {{"id":"E2","territory":"site","registered":"2020","roles":[{{"role":"leading_e_commerce","influence":"county",
              "recognition":"province","evidence":["D1"]}}]}},
            {{"id":"E3","territory":"site","registered":"2020","roles":[{{"role":"leading_cross_border","influence":"county","evidence":["D1"]}}]}},
            {{"id":"E4","territory":"site","registered":"2020","deregistered":"2023-03","roles":[{{"role":"leading_e_commerce",
              "influence":"nation","evidence":["D1"]}}]}},
            {{"id":"E5","territory":"site","registered":"2020","roles":[{{"role":"e_commerce","influence":"city","evidence":["D1"]}}]}}]}}}}"#
        )
    }

    fn judgement(about: &str, outcome: &str) -> String {
        format!(
            r#"{{"id":"J","question":"4-influence","about":"{about}","outcome":"{outcome}","post":"评审组组长",
            "date":"2023-12-01","basis":"核对资料","evidence":["D1"]}}"#
        )
    }

    #[test]
    fn influence_in_the_city_is_asked_of_both_trades_unless_it_is_read_locally() {
        let across = [("of", "cross_border")];
        let local = readings("R10", "local");
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &dossier(""), &[]).to_string(), "1");
        assert_eq!(measure("leading-enterprises", &across, &dossier(""), &[]).to_string(), "0");
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &dossier(""), &local).to_string(), "2");
        assert_eq!(measure("leading-enterprises", &across, &dossier(""), &local).to_string(), "1");
        let city = dossier("").replace("\"influence\":\"county\"", "\"influence\":\"city\"");
        assert_eq!(measure("leading-enterprises", &across, &city, &[]).to_string(), "1");
        let text =
            dossier("").replace("\"recognition\":\"province\",", "\"recognition\":{\"missing\":\"not_applicable\"},");
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &text, &[]).to_string(), "1");
    }

    #[test]
    fn only_what_lies_in_the_e_town_counts() {
        let inside = "\"id\":\"E1\",\"territory\":\"site\",";
        let at = |place: &str| measure("leading-enterprises", &E_COMMERCE, &dossier("").replace(inside, place), &[]);
        assert_eq!(at("\"id\":\"E1\",\"territory\":\"core_area\",").to_string(), "1");
        assert_eq!(at("\"id\":\"E1\",\"territory\":\"host_townships\",").to_string(), "0");
        let unplaced = at("\"id\":\"E1\",");
        assert_eq!(unplaced.to_string(), "0..1");
        assert_eq!(unplaced.0.lacks.len(), 1);
        assert_eq!(unplaced.0.lacks[0].pointer, "/entities/items/0/territory");
    }

    #[test]
    fn recognition_by_the_city_or_above_is_asked_where_it_is_read_so() {
        let recognised = readings("R10", "recognised");
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &dossier(""), &recognised).to_string(), "1..2");
        let county = dossier("").replace("province", "county");
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &county, &recognised).to_string(), "0..1");
    }

    #[test]
    fn the_stock_follows_its_reading() {
        let text = dossier("");
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &text, &readings("R27", "everything")).to_string(), "1");
        assert_eq!(
            measure("leading-enterprises", &E_COMMERCE, &text, &readings("R27", "since-start")).to_string(),
            "0"
        );
    }

    #[test]
    fn without_evidence_on_file_an_enterprise_stays_open() {
        let text = dossier("").replace(DIGEST, "none");
        let answer = measure("leading-enterprises", &E_COMMERCE, &text, &[]);
        assert_eq!(answer.to_string(), "0..1");
        assert_eq!(answer.0.lacks.iter().map(|lack| lack.kind).collect::<Vec<_>>(), [LackKind::Evidence]);
        let late = dossier("").replace("\"digest\"", "\"issued\":\"2024-01-01\",\"digest\"");
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &late, &[]).to_string(), "0..1");
        let silent = dossier("").replacen("\"influence\":\"city\",", "", 1);
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &silent, &[]).to_string(), "0..1");
    }

    #[test]
    fn where_the_plan_asks_each_enterprise_needs_a_judgement_about_it() {
        let ask = |judgements: &str| measure("leading-enterprises", &ASKED, &dossier(judgements), &[]);
        let none = ask("");
        assert_eq!(none.to_string(), "0..1");
        assert_eq!(none.0.lacks.iter().map(|lack| lack.kind).collect::<Vec<_>>(), [LackKind::Judgement]);
        assert_eq!(ask(&judgement("E2", "satisfied")).to_string(), "0..1");
        assert_eq!(ask(&judgement("E1", "not_satisfied")).to_string(), "0");
        let taken = ask(&judgement("E1", "satisfied"));
        assert_eq!(taken.to_string(), "1");
        assert_eq!(taken.0.evidence, ["/entities/items/0", "/judgements/items/0"]);
        let both = format!("{},{}", judgement("E1", "satisfied"), judgement("E1", "not_satisfied"));
        assert_eq!(ask(&both).to_string(), "0..1");
    }

    #[test]
    fn a_judgement_on_all_suffices_where_none_is_about_the_enterprise() {
        let local = readings("R10", "local");
        let ask = |judgements: &str| measure("leading-enterprises", &ASKED, &dossier(judgements), &local);
        let general =
            |outcome: &str| judgement("all", outcome).replace("\"about\":\"all\",", "").replace("\"J\"", "\"J0\"");
        assert_eq!(ask("").to_string(), "0..2");
        let all = ask(&general("satisfied"));
        assert_eq!(all.to_string(), "2");
        assert_eq!(all.0.evidence, ["/entities/items/0", "/entities/items/1", "/judgements/items/0"]);
        assert_eq!(ask(&general("not_satisfied")).to_string(), "0");
        // the one about an enterprise goes before the one on all of them
        let less = ask(&format!("{},{}", general("satisfied"), judgement("E2", "not_satisfied")));
        assert_eq!(less.to_string(), "1");
        assert_eq!(less.0.evidence, ["/entities/items/0", "/judgements/items/0"]);
        let more = ask(&format!("{},{}", general("not_satisfied"), judgement("E2", "satisfied")));
        assert_eq!(more.to_string(), "1");
        assert_eq!(more.0.evidence, ["/entities/items/1", "/judgements/items/1"]);
        // on a list that may be longer, one about it may be missing
        let longer = dossier(&general("satisfied"))
            .replace("\"judgements\":{\"complete\":true", "\"judgements\":{\"complete\":false");
        let longer = measure("leading-enterprises", &ASKED, &longer, &local);
        assert_eq!(longer.to_string(), "0..2");
        assert_eq!(longer.0.lacks.iter().map(|lack| lack.kind).collect::<Vec<_>>(), [LackKind::SectionIncomplete; 2]);
        // one about it that does not count leaves it open
        let formless = judgement("E2", "satisfied").replace("\"post\":\"评审组组长\",", "");
        assert_eq!(ask(&format!("{},{formless}", general("satisfied"))).to_string(), "1..2");
    }

    #[test]
    fn an_incomplete_list_bounds_from_below_only() {
        let open = dossier("").replace("\"entities\":{\"complete\":true", "\"entities\":{\"complete\":false");
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &open, &[]).to_string(), "1..");
    }

    #[test]
    fn an_enterprise_without_an_identifier_cannot_be_judged() {
        let judged = dossier(&judgement("E1", "satisfied"));
        assert_eq!(measure("leading-enterprises", &ASKED, &judged, &[]).to_string(), "1");
        let unnamed = measure("leading-enterprises", &ASKED, &judged.replace(r#""id":"E1","#, ""), &[]);
        assert_eq!(unnamed.to_string(), "0..1");
        assert!(unnamed.0.lacks.iter().any(|lack| lack.pointer == "/entities/items/0/id"), "{:?}", unnamed.0.lacks);
    }
}
