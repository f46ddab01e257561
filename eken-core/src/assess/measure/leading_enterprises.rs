//! `leading-enterprises`: leading enterprises with influence.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::entities::{held_by_now, holding, in_force, role_lack, roles_of};
use crate::assess::judged::judged;
use crate::assess::measured::{Case, Measured, Tally, Value, field_lack, record_pointer};
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
        "评估时点在册、申报为龙头、有佐证文件（带摘要）证明影响的企业：电商龙头须影响到市，跨境龙头只须影响到本地。\
         方案写明评审事项的，每家还须有针对它的评审意见。读法 R10 可改为须经市级以上认定，或本地有影响即可",
        "enterprises in force at the as-of date that are declared as leading, with a document (with digest) on file: e-commerce \
         ones with influence in the city, cross-border ones with influence locally. Where the plan names a question, each needs \
         a reviewer's judgement about it too. Reading R10 may ask recognition by the city or above, or influence locally, instead",
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
    ],
    readings: &["R10", "R27"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, params: &Params) -> Measured {
    let (role, reach) = match params.text("of") {
        Some("e_commerce") => (EntityRole::LeadingECommerce, Level::City),
        Some("cross_border") => (EntityRole::LeadingCrossBorder, Level::County),
        _ => return Measured::unknown_number(),
    };
    // a judgement belongs to the default reading only
    let question = params.text("question").filter(|_| view.reads("R10", "city-evidence"));
    let entities = &view.dossier.entities;
    let mut tally = Tally::over("entities", entities);
    let mut judgements = Vec::new();
    for (index, entity) in entities.iter() {
        let mut case = holding(index, entity, roles_of(role), |place, held| {
            held_by_now(view, index, place, held)
                .and_case(influence(view, index, place, held, reach))
                .and_case(in_force(view, index, entity, &held.since))
        });
        if let Some(question) = question
            && case.truth != Truth::No
        {
            let (about, found) = about_it(view, index, entity, question);
            case = case.and_case(about);
            if case.truth == Truth::Yes {
                judgements.extend(found);
            }
        }
        tally.count(index, case);
    }
    let mut measured = tally.finish();
    measured.evidence.extend(judgements);
    measured
}

/// Whether the influence is shown as reading R10 asks.
fn influence(view: &View<'_>, index: usize, place: usize, held: &HeldRole, reach: Level) -> Case {
    let (field, truth) = match view.reading("R10") {
        "recognised" => ("recognition", holds(&held.recognition, |level| *level >= Level::City)),
        "local" => ("influence", holds(&held.influence, |level| *level >= Level::County)),
        _ => ("influence", holds(&held.influence, |level| *level >= reach)),
    };
    let evidence = on_file(view, held.evidence.items().iter());
    Case::yes()
        .and(truth, || role_lack(index, place, field))
        .and(evidence, || evidence_lack(format!("{}/roles/{place}/evidence", record_pointer("entities", index))))
}

/// What reviewers have judged of the enterprise, and where.
fn about_it(view: &View<'_>, index: usize, entity: &MarketEntity, question: &str) -> (Case, Vec<String>) {
    let Some(id) = entity.id.known() else { return (Case::unknown(field_lack("entities", index, "id")), vec![]) };
    let found = judged(view, question, Some(id.as_str()), &record_pointer("entities", index));
    let truth = match found.value {
        Value::Truth(truth) => truth,
        _ => Truth::Unknown,
    };
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
            {{"id":"E1","registered":"2020","roles":[{{"role":"leading_e_commerce","influence":"city","evidence":["D1"]}}]}},
            {{"id":"E2","registered":"2020","roles":[{{"role":"leading_e_commerce","influence":"county",
              "recognition":"province","evidence":["D1"]}}]}},
            {{"id":"E3","registered":"2020","roles":[{{"role":"leading_cross_border","influence":"county","evidence":["D1"]}}]}},
            {{"id":"E4","registered":"2020","deregistered":"2023-03","roles":[{{"role":"leading_e_commerce",
              "influence":"nation","evidence":["D1"]}}]}},
            {{"id":"E5","registered":"2020","roles":[{{"role":"e_commerce","influence":"city","evidence":["D1"]}}]}}]}}}}"#
        )
    }

    fn judgement(about: &str, outcome: &str) -> String {
        format!(
            r#"{{"id":"J","question":"4-influence","about":"{about}","outcome":"{outcome}","post":"评审组组长",
            "date":"2023-12-01","basis":"核对资料","evidence":["D1"]}}"#
        )
    }

    #[test]
    fn influence_in_the_city_is_asked_of_e_commerce_and_locally_across_the_border() {
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &dossier(""), &[("R10", "local")]).to_string(), "2");
        let text =
            dossier("").replace("\"recognition\":\"province\",", "\"recognition\":{\"missing\":\"not_applicable\"},");
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &text, &[]).to_string(), "1");
        assert_eq!(measure("leading-enterprises", &[("of", "cross_border")], &text, &[]).to_string(), "1");
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
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &text, &readings("R27", "everything")).to_string(), "2");
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
    fn an_incomplete_list_bounds_from_below_only() {
        let open = dossier("").replace("\"entities\":{\"complete\":true", "\"entities\":{\"complete\":false");
        assert_eq!(measure("leading-enterprises", &E_COMMERCE, &open, &[]).to_string(), "1..");
    }
}
