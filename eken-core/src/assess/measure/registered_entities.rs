//! `registered-entities`: entities registered in the year, per town.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::annual::within_year;
use crate::assess::entities::{held_by_now, holding, present, roles_of, tally};
use crate::assess::lack::{Lack, LackKind, Note, NoteKind};
use crate::assess::measured::{Case, Measured, Value};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::code::uscc;
use crate::model::kind::Maybe;
use crate::model::{EntityRole, LegalForm, MarketEntity, Territory};
use crate::plan::Params;
use crate::quantity::{Exact, PartialDate};
use crate::words::Label;

const SECTION: &str = "entities";

pub(super) static REGISTERED_ENTITIES: Measure = Measure {
    id: "registered-entities",
    label: Label::new("当年登记主体数", "entities registered in the year"),
    about: Label::new(
        "当年登记、位于申报边界内的主体，写明入驻时间的须在评估时点前入驻，当年登记又注销的仍计并提示。\
         法人单位按登记类型认定（R6）：公司、合作社、事业单位、农村集体经济组织是；个体工商户、个人独资企业、合伙企业、\
         分支机构不是；家庭农场登记为公司的按公司填；民办非企业单位和其他类型看是否写明为法人。R7 可改为含当年入驻、\
         存量或净增，R23 改地域，R24 改为各所在乡镇中最少的一个。年度未结束时不给上限",
        "entities registered in the year inside the declared boundary, moved in by the as-of date where they say when; one \
         struck off in the same year still counts, with a note. A legal-person unit is told by its form (R6): companies, \
         cooperatives, public institutions and rural collectives are; sole traders, sole proprietorships, partnerships and \
         branches are not, nor is a family farm unless it is recorded as a company; private non-enterprise units and other \
         forms as the record marks them. R7 may add those moved in, or take the stock or the net increase; R23 sets the \
         territory; R24 may take the least over the host townships. No upper bound while the year is not over",
    ),
    params: &[MeasureParam {
        name: "who",
        label: Label::new("计数对象", "who is counted"),
        required: true,
        values: &["legal_person_units", "market_entities", "e_commerce", "cross_border"],
    }],
    readings: &["R6", "R7", "R12", "R23", "R24"],
    annual: true,
    value: ValueKind::Number,
    run: Run::Town(run),
};

/// Whom a plan asks for.
#[derive(Clone, Copy, PartialEq)]
enum Who {
    LegalPersonUnits,
    MarketEntities,
    Role(EntityRole),
}

fn run(view: &View<'_>, params: &Params) -> Measured {
    let who = match params.text("who") {
        Some("legal_person_units") => Who::LegalPersonUnits,
        Some("market_entities") => Who::MarketEntities,
        Some("e_commerce") => Who::Role(EntityRole::ECommerce),
        Some("cross_border") => Who::Role(EntityRole::CrossBorder),
        _ => return Measured::unknown_number(),
    };
    let (mut measured, struck_off) =
        if view.reads("R24", "each-township") { each_township(view, who) } else { count(view, who, None) };
    if !matches!(view.reading("R7"), "stock" | "net-increase") {
        if struck_off > 0 {
            measured.notes.push(Note::new(NoteKind::StruckOff, "/entities", vec![("count", struck_off.into())]));
        }
        if who == Who::LegalPersonUnits {
            measured.notes.push(Note::new(NoteKind::RegisteredInYear, "/entities", vec![]));
        }
    }
    within_year(view, measured)
}

/// Reading R24 `each-township`: the least count over the host townships, and how many were struck off in all of them.
fn each_township(view: &View<'_>, who: Who) -> (Measured, usize) {
    let lack = || Lack::new(LackKind::Field, "/town/site/townships", vec![("field", "townships".into())]);
    let townships = view.town().and_then(|town| town.site.known()).map(|site| &site.townships);
    let Some(townships) = townships.filter(|townships| !townships.items().is_empty()) else {
        return (Measured::unknown_number().lacking(lack()), 0);
    };
    let (mut out, mut struck_off) = (Measured::unknown_number(), 0usize);
    let mut bounds: Option<(Exact, Option<Exact>)> = None;
    for township in townships.items() {
        let (part, gone) = count(view, who, Some(township.as_str()));
        struck_off = struck_off.saturating_add(gone);
        let Value::Number { least, most } = part.value else { continue };
        bounds = Some(match bounds {
            None => (least, most),
            Some((low, high)) => (low.min(least), [high, most].into_iter().flatten().min()),
        });
        out.evidence.extend(part.evidence);
        out.lacks.extend(part.lacks);
    }
    if let Some((least, most)) = bounds {
        // a township that could not be read may have fewer
        let fewest = if view.reads("R7", "net-increase") { all_gone(view) } else { Exact::zero() };
        let least = if townships.is_whole() { least } else { least.min(fewest) };
        out.value = Value::Number { least, most };
    }
    if !townships.is_whole() {
        out.lacks.push(lack());
    }
    (out, struck_off)
}

/// The count in the territory, or in the part of it that lies in a township, and how many of it were struck off in the year.
fn count(view: &View<'_>, who: Who, township: Option<&str>) -> (Measured, usize) {
    let entities = &view.dossier.entities;
    let net = view.reads("R7", "net-increase");
    let mut gone = net.then(|| tally(&view.through_the_year()));
    let mut tally = tally(&view.through_the_year());
    // a stock is taken at the end of the year, or at the as-of date before it
    let stock = view.through_the_year();
    let at = if view.reads("R7", "stock") { &stock } else { view };
    let mut struck_off = 0usize;
    for (index, entity) in entities.iter() {
        let place = of_whom(at, who, index, entity).and_case(located(view, index, entity, township));
        let case = place.clone().and_case(counted(at, index, entity));
        let left = if is_silent(&entity.deregistered) { Truth::No } else { view.in_year(&entity.deregistered) };
        if case.truth == Truth::Yes && left == Truth::Yes {
            struck_off = struck_off.saturating_add(1);
        }
        tally.count(index, case);
        if let Some(gone) = gone.as_mut().filter(|_| left != Truth::No) {
            gone.count(index, place.field(left, SECTION, index, "deregistered"));
        }
    }
    let measured = tally.finish();
    let measured = match gone {
        Some(gone) => less(view, measured, gone.finish()),
        None => measured,
    };
    (measured, struck_off)
}

/// Registered less struck off, of the same list. While more may be struck off, be it in the rest of the year or off the
/// list, the number is set so low that no floor is reached: as if every record of the list went.
fn less(view: &View<'_>, come: Measured, gone: Measured) -> Measured {
    let Value::Number { least: come_least, most: come_most } = come.value else { return come };
    let Value::Number { least: gone_least, most: gone_most } = gone.value else { return gone };
    let least = match gone_most {
        Some(gone) if view.year_is_over() => come_least.minus(&gone),
        _ => all_gone(view),
    };
    let mut evidence = come.evidence;
    evidence.extend(gone.evidence);
    Measured {
        evidence,
        lacks: come.lacks.into_iter().chain(gone.lacks).collect(),
        ..Measured::of(Value::Number { least, most: come_most.map(|come| come.minus(&gone_least)) })
    }
}

/// The net increase if every record of the list were struck off.
fn all_gone(view: &View<'_>) -> Exact {
    let list = &view.dossier.entities.items;
    Exact::zero().minus(&Exact::count(list.items().len().saturating_add(list.refused())))
}

/// Whether a field of dates says that nothing happened.
fn is_silent(date: &Maybe<PartialDate>) -> bool {
    date.is_absent() || date.is_not_applicable()
}

/// Whether the entity counts for the year, by reading R7.
fn counted(view: &View<'_>, index: usize, entity: &MarketEntity) -> Case {
    // one that moves in later is not there yet
    let arrived = if is_silent(&entity.moved_in) { Truth::Yes } else { view.happened(&entity.moved_in) };
    let registered = Case::yes()
        .field(view.in_year(&entity.registered), SECTION, index, "registered")
        .field(arrived, SECTION, index, "moved_in");
    match view.reading("R7") {
        "stock" => present(view, index, entity),
        "also-moved-in" if !is_silent(&entity.moved_in) => {
            registered.or(Case::yes().field(view.in_year(&entity.moved_in), SECTION, index, "moved_in"))
        }
        _ => registered,
    }
}

/// Whether the entity is of those asked for; reading R6 bears on legal-person units alone.
fn of_whom(view: &View<'_>, who: Who, index: usize, entity: &MarketEntity) -> Case {
    match who {
        Who::MarketEntities => Case::yes(),
        Who::Role(role) => holding(index, entity, roles_of(role), |place, held| held_by_now(view, index, place, held)),
        Who::LegalPersonUnits => match view.reading("R6") {
            "market-entities" => Case::yes(),
            "statistical-unit" => {
                let unit = holds(&entity.statistical_legal_unit, |is| *is);
                Case::yes().field(unit, SECTION, index, "statistical_legal_unit")
            }
            _ => legal_person(index, entity).and_case(borne_out(index, entity)),
        },
    }
}

/// Whether the code bears the form out: one that names another form contradicts it.
fn borne_out(index: usize, entity: &MarketEntity) -> Case {
    let code = entity.code.known().and_then(|code| uscc::check(code.as_str()).ok());
    match code.zip(entity.form.get()).and_then(|(code, form)| form.goes_with(code.kind())) {
        Some(false) => Case::unknown(Lack::new(LackKind::Conflict, format!("/{SECTION}/items/{index}/form"), vec![])),
        _ => Case::yes(),
    }
}

/// Whether an entity is a legal person by its registered form.
fn legal_person(index: usize, entity: &MarketEntity) -> Case {
    match entity.form.get() {
        // public institutions and rural collectives are legal persons by the Civil Code (民法典), arts. 88 and 99
        Some(
            LegalForm::Company | LegalForm::Cooperative | LegalForm::PublicInstitution | LegalForm::RuralCollective,
        ) => Case::yes(),
        Some(
            LegalForm::SoleTrader
            | LegalForm::SoleProprietorship
            | LegalForm::Partnership
            | LegalForm::Branch
            | LegalForm::FamilyFarm,
        ) => Case::no(),
        // registered as a legal person, a partnership or an individual: the form alone does not tell
        Some(LegalForm::PrivateNonEnterprise | LegalForm::Other) => {
            Case::yes().field(holds(&entity.legal_person, |is| *is), SECTION, index, "legal_person")
        }
        None => Case::yes().field(holds(&entity.form, |_| true), SECTION, index, "form"),
    }
}

/// Whether the entity is in the territory of reading R23, and in the township.
fn located(view: &View<'_>, index: usize, entity: &MarketEntity, township: Option<&str>) -> Case {
    let territory = match entity.territory.get() {
        // inside the boundary: the record does not say on which side of the core's
        Some(Territory::Site) if view.reads("R23", "core-area") => Truth::Unknown,
        _ => holds(&entity.territory, |territory| match territory {
            Territory::CoreArea | Territory::Site => true,
            Territory::HostTownships => view.reads("R23", "host-townships"),
            Territory::County | Territory::City => false,
        }),
    };
    let case = Case::yes().field(territory, SECTION, index, "territory");
    match township {
        Some(name) => case.field(holds(&entity.township, |found| found.as_str() == name), SECTION, index, "township"),
        None => case,
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::lack::{LackKind, NoteKind};
    use crate::assess::measure::testing::{Answer, measure, measure_in, readings};

    const ENTITIES: &str = r#"{"schema_version":1,"as_of":"2023-12-31",
        "town":{"name":"试验e镇","site":{"townships":["甲镇","乙乡"]}},"entities":{"complete":true,"items":[
        {"id":"E1","form":"company","registered":"2023-03","territory":"core_area","township":"甲镇",
         "roles":[{"role":"cross_border"}],"statistical_legal_unit":true},
        {"id":"E2","form":"cooperative","registered":"2023-05","deregistered":"2023-11","territory":"site","township":"甲镇",
         "roles":[],"statistical_legal_unit":true},
        {"id":"E3","form":"sole_trader","registered":"2023-06","territory":"site","township":"乙乡",
         "roles":[{"role":"e_commerce"}],"statistical_legal_unit":false},
        {"id":"E4","form":"company","registered":"2023-07","territory":"host_townships","township":"乙乡","roles":[],
         "statistical_legal_unit":true},
        {"id":"E5","form":"company","registered":"2019","moved_in":"2023-09","territory":"site","township":"乙乡","roles":[],
         "statistical_legal_unit":true},
        {"id":"E6","form":"company","registered":"2018","deregistered":"2023-02","territory":"site","township":"甲镇","roles":[],
         "statistical_legal_unit":true},
        {"id":"E7","form":"company","registered":"2024-01","territory":"site","township":"甲镇","roles":[],
         "statistical_legal_unit":true}]}}"#;

    fn answer(who: &str, text: &str, readings: &[(&str, &str)]) -> Answer {
        measure("registered-entities", &[("who", who)], text, readings)
    }

    fn units(text: &str, readings: &[(&str, &str)]) -> String {
        answer("legal_person_units", text, readings).to_string()
    }

    #[test]
    fn entities_registered_in_the_year_inside_the_boundary_count() {
        let counted = answer("legal_person_units", ENTITIES, &[]);
        assert_eq!(counted.to_string(), "2");
        let notes: Vec<NoteKind> = counted.0.notes.iter().map(|note| note.kind).collect();
        assert_eq!(notes, [NoteKind::StruckOff, NoteKind::RegisteredInYear]);
        assert_eq!(answer("market_entities", ENTITIES, &[]).to_string(), "3");
        assert_eq!(answer("e_commerce", ENTITIES, &[]).to_string(), "2");
        assert_eq!(answer("cross_border", ENTITIES, &[]).to_string(), "1");
    }

    #[test]
    fn who_is_a_legal_person_follows_its_reading() {
        assert_eq!(units(ENTITIES, &readings("R6", "market-entities")), "3");
        assert_eq!(units(ENTITIES, &readings("R6", "statistical-unit")), "2");
        for (form, counted) in [
            ("company", "3"),
            ("cooperative", "3"),
            ("public_institution", "3"),
            ("rural_collective", "3"),
            ("sole_proprietorship", "2"),
            ("partnership", "2"),
            ("branch", "2"),
            ("family_farm", "2"),
            ("private_non_enterprise", "2..3"),
            ("other", "2..3"),
            ("unheard_of", "2..3"),
        ] {
            assert_eq!(units(&ENTITIES.replace("\"sole_trader\"", &format!("\"{form}\"")), &[]), counted, "{form}");
        }
        let marked = ENTITIES.replace("\"sole_trader\"", "\"other\",\"legal_person\":true");
        assert_eq!(units(&marked, &[]), "3");
    }

    #[test]
    fn which_entities_count_for_the_year_follows_its_reading() {
        assert_eq!(units(ENTITIES, &readings("R7", "also-moved-in")), "3");
        // E1 and E5 are there at the end of the year
        assert_eq!(units(ENTITIES, &readings("R7", "stock")), "2");
        // two came, two went
        assert_eq!(units(ENTITIES, &readings("R7", "net-increase")), "0");
        let gone = ENTITIES.replace("\"registered\":\"2023-03\"", "\"registered\":\"2022-03\"");
        assert_eq!(units(&gone, &readings("R7", "net-increase")), "-1");
        // E6 alone was there then
        let who = [("who", "market_entities")];
        let in_2021 = measure_in(2021, "registered-entities", &who, ENTITIES, &readings("R7", "stock"));
        assert_eq!(in_2021.to_string(), "1");
    }

    #[test]
    fn an_entity_that_moves_in_after_the_day_is_not_there_yet() {
        let later =
            ENTITIES.replace("\"registered\":\"2023-03\"", "\"registered\":\"2023-03\",\"moved_in\":\"2024-01\"");
        for option in ["registered", "also-moved-in", "stock"] {
            let now = units(ENTITIES, &readings("R7", option)).parse::<i32>().unwrap();
            assert_eq!(units(&later, &readings("R7", option)), (now - 1).to_string(), "{option}");
        }
        let month = later.replace("\"moved_in\":\"2024-01\"", "\"moved_in\":{\"missing\":\"not_collected\"}");
        assert_eq!(units(&month, &[]), "1..2");
    }

    #[test]
    fn a_net_increase_is_safe_from_nothing_that_may_still_be_struck_off() {
        let open = ENTITIES.replace("\"complete\":true", "\"complete\":false");
        assert_eq!(units(&open, &readings("R7", "net-increase")), "-7..");
        let early = ENTITIES.replace("2023-12-31", "2023-10-31");
        assert_eq!(units(&early, &readings("R7", "net-increase")), "-7..");
    }

    #[test]
    fn the_territory_follows_its_reading() {
        assert_eq!(units(ENTITIES, &readings("R23", "core-area")), "1..2");
        assert_eq!(units(ENTITIES, &readings("R23", "host-townships")), "3");
    }

    #[test]
    fn the_township_with_the_fewest_decides_where_it_is_read_so() {
        let each = readings("R24", "each-township");
        assert_eq!(units(ENTITIES, &each), "0");
        assert_eq!(answer("market_entities", ENTITIES, &each).to_string(), "1");
        let nameless = ENTITIES.replacen("\"township\":\"乙乡\",", "", 1);
        assert_eq!(answer("market_entities", &nameless, &each).to_string(), "0..1");
        let none = answer("market_entities", &ENTITIES.replace("[\"甲镇\",\"乙乡\"]", "[]"), &each);
        assert_eq!(none.to_string(), "0..");
        assert!(none.0.lacks.iter().any(|lack| lack.pointer == "/town/site/townships"));
        let unread = ENTITIES.replace("[\"甲镇\",\"乙乡\"]", "[\"甲镇\",7]");
        assert_eq!(answer("market_entities", &unread, &each).to_string(), "0..2");
    }

    #[test]
    fn a_year_not_over_and_an_incomplete_list_bound_from_below_only() {
        let early = answer("market_entities", &ENTITIES.replace("2023-12-31", "2023-10-31"), &[]);
        assert_eq!(early.to_string(), "3..");
        assert_eq!(early.0.lacks.iter().map(|lack| lack.kind).collect::<Vec<_>>(), [LackKind::YearNotOver]);
        assert_eq!(units(&ENTITIES.replace("\"complete\":true", "\"complete\":false"), &[]), "2..");
    }

    #[test]
    fn what_is_missing_leaves_the_count_open() {
        for field in ["\"registered\":\"2023-03\",", "\"territory\":\"core_area\",", "\"form\":\"company\","] {
            assert_eq!(units(&ENTITIES.replacen(field, "", 1), &[]), "1..2", "{field}");
        }
        let silent = ENTITIES.replace("\"roles\":[{\"role\":\"e_commerce\"}],", "");
        assert_eq!(answer("e_commerce", &silent, &[]).to_string(), "1..2");
    }

    #[test]
    fn a_township_that_could_not_be_read_may_have_lost_more_than_it_gained() {
        let each = [("R24", "each-township"), ("R7", "net-increase")];
        let unread = ENTITIES.replace(r#"["甲镇","乙乡"]"#, r#"["甲镇",7]"#);
        let registered = readings("R24", "each-township");
        assert_eq!([units(ENTITIES, &registered), units(&unread, &registered)], ["0", "0..2"]);
        assert_eq!([units(ENTITIES, &each), units(&unread, &each)], ["0", "-7..0"]);
    }
}
