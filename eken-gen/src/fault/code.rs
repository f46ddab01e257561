//! Faults in codes: credit codes, industries, divisions of residents.

use eken_core::json::Tree;

use super::Fault;
use super::ground::{Ground, has, is};
use crate::codes::{credit_code, resident_id_of, whole_resident_id, wrong_check};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("entity.code-check", |ground| entity(ground, wrong_check)),
    Fault::new("entity.code-form", |ground| entity(ground, |code| code.chars().take(17).collect())).variant("length"),
    Fault::new("entity.code-form", |ground| entity(ground, |code| code.replacen("MA", "IA", 1))).variant("letter"),
    Fault::new("entity.code-old-number", |ground| entity(ground, |_| "140827200001234".to_owned())),
    Fault::new("entity.code-repairable", |ground| entity(ground, str::to_lowercase)).variant("lower-case"),
    Fault::new("entity.code-repairable", |ground| entity(ground, |code| code.replacen('9', "９", 1)))
        .variant("full-width"),
    Fault::new("entity.code-twice", |ground| {
        let one = ground.free("entities", |entity| is(entity, "form", "sole_trader"))?;
        let other = ground.free("entities", |entity| is(entity, "form", "sole_trader"))?;
        let (first, later) = (one.min(other), one.max(other));
        let code = ground.text("entities", first, "code")?;
        ground.set("entities", later, "code", Tree::text(&code))
    }),
    Fault::new("entity.no-code", |ground| {
        let index = ground.free("entities", |entity| is(entity, "form", "company"))?;
        let at = format!("/entities/items/{index}");
        ground.take(&at, "code")?;
        Some(at)
    }),
    Fault::new("entity.form-against-code", |ground| {
        let index = ground.free("entities", |entity| is(entity, "form", "cooperative"))?;
        ground.set("entities", index, "form", Tree::text("company"))
    }),
    Fault::new("entity.marked-legal-person", |ground| {
        let index = ground.free("entities", |entity| is(entity, "form", "partnership"))?;
        ground.set("entities", index, "legal_person", Tree::Bool(true))
    }),
    Fault::new("entity.sole-trader-marked-legal-person", |ground| {
        let index = ground.free("entities", |entity| is(entity, "form", "sole_trader"))?;
        ground.set("entities", index, "legal_person", Tree::Bool(true))
    }),
    Fault::new("entity.industry-code-form", |ground| {
        let index = ground.any("entities")?;
        ground.set("entities", index, "industry", Tree::text("F52X"))
    }),
    Fault::new("industry.code-form", |ground| {
        let index = ground.any("industries")?;
        ground.set("industries", index, "code", Tree::text("Z0142"))
    }),
    Fault::new("institution.code-check", |ground| institution(ground, &wrong_check(&sound(71)))),
    Fault::new("institution.code-form", |ground| institution(ground, "91140827MA0EKEN03")),
    Fault::new("institution.code-old-number", |ground| institution(ground, "MA0EKEN03")),
    Fault::new("institution.code-repairable", |ground| institution(ground, &sound(72).to_lowercase())),
    Fault::new("trainee.resident-id-check", |ground| trainee(ground, "140827200111114052")),
    Fault::new("trainee.resident-id-date", |ground| trainee(ground, "140827200113010012")),
    Fault::new("trainee.resident-id-form", |ground| trainee(ground, "14082720011111405")),
    Fault::new("trainee.resident-id-region-younger", |ground| trainee(ground, &resident_id_of("14082719750312002"))),
    Fault::new("trainee.resident-id-repairable", |ground| trainee(ground, "14082720010101004x")),
    Fault::new("trainee.two-files", |ground| {
        let (one, other) = (ground.any("trainees")?, ground.any("trainees")?);
        // a number that no other file carries
        let id = whole_resident_id(u64::try_from(one).ok()?.saturating_add(300_000));
        ground.set("trainees", one.min(other), "resident_id", Tree::text(&id))?;
        ground.set("trainees", one.max(other), "resident_id", Tree::text(&id))
    }),
    Fault::new("trainee.id-is-personal-number", |ground| {
        // nothing refers to the files of persons fostered, so that no reference is lost
        let index = ground.free("fostered", |person| is(person, "kind", "business_leader"))?;
        let number = 13_900_000_000u64.saturating_add(u64::try_from(index).ok()?);
        ground.set("fostered", index, "id", Tree::text(&number.to_string()))
    }),
];

fn sound(number: u64) -> String {
    credit_code("91", "140827", number)
}

/// Changes the code of an entity.
fn entity(ground: &mut Ground<'_>, change: fn(&str) -> String) -> Option<String> {
    let index = ground.free("entities", |entity| has(entity, "code"))?;
    let code = ground.text("entities", index, "code")?;
    ground.set("entities", index, "code", Tree::text(&change(&code)))
}

fn institution(ground: &mut Ground<'_>, code: &str) -> Option<String> {
    let index = ground.any("institutions")?;
    ground.set("institutions", index, "code", Tree::text(code))
}

fn trainee(ground: &mut Ground<'_>, id: &str) -> Option<String> {
    let index = ground.any("trainees")?;
    ground.set("trainees", index, "resident_id", Tree::text(id))
}
