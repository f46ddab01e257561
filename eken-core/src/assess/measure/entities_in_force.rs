//! `entities-in-force`: market entities that hold a role.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::entities::{held_by_now, holding, in_force, roles_of};
use crate::assess::measured::{Measured, Tally};
use crate::assess::view::View;
use crate::model::EntityRole;
use crate::model::kind::Code;
use crate::plan::Params;
use crate::words::Label;

pub(super) static ENTITIES_IN_FORCE: Measure = Measure {
    id: "entities-in-force",
    label: Label::new("在册主体数", "entities in force"),
    about: Label::new(
        "评估时点已登记（迁入的为已入驻）、未注销未迁出、担任该角色的市场主体。龙头企业也是该类企业，跨境电商企业也是电子商务企业",
        "market entities of the role that are registered (moved in, where they moved) and neither deregistered nor moved out at \
         the as-of date. A leading enterprise is one of its trade, a cross-border one an e-commerce one too",
    ),
    params: &[MeasureParam {
        name: "role",
        label: Label::new("主体角色", "role of the entity"),
        required: true,
        values: &[
            "e_commerce",
            "leading_e_commerce",
            "cross_border",
            "leading_cross_border",
            "service",
            "logistics",
            "production",
            "other",
        ],
    }],
    readings: &["R27"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, params: &Params) -> Measured {
    let Some(role) = params.text("role").and_then(EntityRole::from_code) else { return Measured::unknown_number() };
    let entities = &view.dossier.entities;
    let mut tally = Tally::over("entities", entities);
    for (index, entity) in entities.iter() {
        let case = holding(index, entity, roles_of(role), |place, held| {
            held_by_now(view, index, place, held).and_case(in_force(view, index, entity, &held.since))
        });
        tally.count(index, case);
    }
    tally.finish()
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{measure, readings};
    use crate::model::EntityRole;
    use crate::model::kind::Code;

    const ENTITIES: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"试验e镇","programme_start":"2023-04"},
        "entities":{"complete":true,"items":[
        {"id":"E1","registered":"2023-05","roles":[{"role":"cross_border"}]},
        {"id":"E2","registered":"2020","roles":[{"role":"leading_cross_border","since":"2023-06"}]},
        {"id":"E3","registered":"2015","moved_in":"2023-08","roles":[{"role":"e_commerce"}]},
        {"id":"E4","registered":"2015","moved_in":"2024-02","roles":[{"role":"cross_border"}]},
        {"id":"E5","registered":"2019","deregistered":"2023-02","roles":[{"role":"cross_border"}]},
        {"id":"E6","registered":"2019","moved_out":"2023-02","roles":[{"role":"cross_border"}]},
        {"id":"E7","registered":"2019","roles":[{"role":"cross_border","since":"2024-01"}]},
        {"id":"E8","registered":"2019","roles":[{"role":"logistics"}]}]}}"#;

    fn count(role: &str, text: &str, reading: &[(&str, &str)]) -> String {
        measure("entities-in-force", &[("role", role)], text, reading).to_string()
    }

    #[test]
    fn entities_of_the_role_that_are_there_count() {
        assert_eq!(count("cross_border", ENTITIES, &[]), "2");
        assert_eq!(count("e_commerce", ENTITIES, &[]), "3");
        assert_eq!(count("leading_cross_border", ENTITIES, &[]), "1");
        assert_eq!(count("service", ENTITIES, &[]), "0");
    }

    #[test]
    fn the_stock_follows_its_reading() {
        assert_eq!(count("cross_border", ENTITIES, &readings("R27", "everything")), "4");
        // E2 was there before and took the role since the start
        assert_eq!(count("cross_border", ENTITIES, &readings("R27", "since-start")), "2");
        assert_eq!(count("logistics", ENTITIES, &readings("R27", "since-start")), "0");
    }

    #[test]
    fn what_is_missing_leaves_the_count_open() {
        assert_eq!(count("logistics", &ENTITIES.replace(",\"roles\":[{\"role\":\"e_commerce\"}]", ""), &[]), "1..2");
        assert_eq!(count("logistics", &ENTITIES.replace("\"e_commerce\"", "\"ecommerce\""), &[]), "1..2");
        let undated = ENTITIES.replace("\"registered\":\"2023-05\",", "");
        assert_eq!(count("cross_border", &undated, &[]), "1..2");
        let doubtful = ENTITIES.replace("\"moved_out\":\"2023-02\"", "\"moved_out\":{\"missing\":\"not_collected\"}");
        assert_eq!(count("cross_border", &doubtful, &[]), "2..3");
        assert_eq!(count("logistics", &ENTITIES.replace("\"complete\":true", "\"complete\":false"), &[]), "1..");
    }

    #[test]
    fn the_parameter_names_every_role() {
        let values = super::ENTITIES_IN_FORCE.params.first().unwrap().values;
        assert_eq!(values, EntityRole::ALL.iter().map(|role| role.code()).collect::<Vec<_>>());
    }
}
