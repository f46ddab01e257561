//! `entities-in-force`: market entities that hold a role.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::entities::{held_by_now, holding, in_force, in_town, roles_of, tally};
use crate::assess::measured::Measured;
use crate::assess::view::View;
use crate::model::EntityRole;
use crate::model::kind::Code;
use crate::plan::Params;
use crate::words::Label;

pub(super) static ENTITIES_IN_FORCE: Measure = Measure {
    id: "entities-in-force",
    label: Label::new("在册主体数", "entities in force"),
    about: Label::new(
        "评估时点已登记（迁入的为已入驻）、未注销未迁出、在e镇四至范围内、担任该角色的市场主体。龙头企业也是该类企业，跨境电商企业也是电子商务企业",
        "market entities of the role inside the e-town that are registered (moved in, where they moved) and neither \
         deregistered nor moved out at the as-of date. A leading enterprise is one of its trade, a cross-border one an e-commerce one too",
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
    let mut tally = tally(view);
    for (index, entity) in entities.iter() {
        let case = holding(index, entity, roles_of(role), |place, held| {
            held_by_now(view, index, place, held).and_case(in_force(view, index, entity, &held.since))
        });
        let case = case.and_case(in_town(index, entity));
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
        {"id":"E1","territory":"site","registered":"2023-05","roles":[{"role":"cross_border"}]},
        {"id":"E2","territory":"core_area","registered":"2020","roles":[{"role":"leading_cross_border","since":"2023-06"}]},
        {"id":"E3","territory":"site","registered":"2015","moved_in":"2023-08","roles":[{"role":"e_commerce"}]},
        {"id":"E4","territory":"site","registered":"2015","moved_in":"2024-02","roles":[{"role":"cross_border"}]},
        {"id":"E5","territory":"site","registered":"2019","deregistered":"2023-02","roles":[{"role":"cross_border"}]},
        {"id":"E6","territory":"site","registered":"2019","moved_out":"2023-02","roles":[{"role":"cross_border"}]},
        {"id":"E7","territory":"site","registered":"2019","roles":[{"role":"cross_border","since":"2024-01"}]},
        {"id":"E8","territory":"site","registered":"2019","roles":[{"role":"logistics"}]}]}}"#;

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
        assert_eq!(count("cross_border", ENTITIES, &readings("R27", "everything")), "2");
        // E2 was there before and took the role since the start
        assert_eq!(count("cross_border", ENTITIES, &readings("R27", "since-start")), "2");
        assert_eq!(count("logistics", ENTITIES, &readings("R27", "since-start")), "0");
    }

    #[test]
    fn only_what_lies_in_the_e_town_counts() {
        for outside in ["host_townships", "county", "city"] {
            let moved = ENTITIES.replace("\"core_area\"", &format!("\"{outside}\""));
            assert_eq!(count("cross_border", &moved, &[]), "1", "{outside}");
        }
        let unplaced = measure(
            "entities-in-force",
            &[("role", "cross_border")],
            &ENTITIES.replace("\"territory\":\"core_area\",", ""),
            &[],
        );
        assert_eq!(unplaced.to_string(), "1..2");
        assert_eq!(unplaced.0.lacks.len(), 1);
        assert_eq!(unplaced.0.lacks[0].pointer, "/entities/items/1/territory");
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

    #[test]
    fn a_day_that_does_not_apply_is_as_one_that_is_not_stated() {
        let since_start = readings("R27", "since-start");
        let none = r#"{"missing":"not_applicable"}"#;
        // E2 holds its role, and took it at no day since the start
        let role = ENTITIES.replace(r#""since":"2023-06""#, &format!(r#""since":{none}"#));
        assert_eq!(count("cross_border", &role, &[]), "2");
        assert_eq!(count("cross_border", &role, &since_start), "1");
        // E3 was not moved in, but registered there in 2015
        let moved = ENTITIES.replace(r#""moved_in":"2023-08""#, &format!(r#""moved_in":{none}"#));
        assert_eq!([count("e_commerce", &moved, &[]), count("e_commerce", ENTITIES, &since_start)], ["3", "3"]);
        assert_eq!(count("e_commerce", &moved, &since_start), "2");
        // a day that was not collected may be any
        let unknown = ENTITIES.replace(r#""since":"2023-06""#, r#""since":{"missing":"not_collected"}"#);
        assert_eq!(count("cross_border", &unknown, &since_start), "1..2");
    }
}
