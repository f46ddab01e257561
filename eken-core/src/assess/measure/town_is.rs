//! `town-is`: whether the town is described as the plan describes it.

use std::collections::BTreeSet;

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::lack::{Lack, LackKind, Note, NoteKind};
use crate::assess::measured::Measured;
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::kind::{Maybe, Short};
use crate::model::{FourLimits, Site, Town};
use crate::plan::{Param, Params};
use crate::words::Label;

pub(super) static TOWN_IS: Measure = Measure {
    id: "town-is",
    label: Label::new("名称、产业和位置", "name, industry and place"),
    about: Label::new(
        "e镇的一项描述与方案所写相同；全角半角和空格不计，多项不论次序；村名可带乡镇名，也可另列乡镇",
        "one description of the town equals the plan's, width and blanks aside, several parts in any order; a village may be written with its township or beside it",
    ),
    params: &[
        MeasureParam {
            name: "fact",
            label: Label::new("描述", "which description"),
            required: true,
            values: &["name", "main-industry", "villages", "limit-east", "limit-west", "limit-south", "limit-north"],
        },
        MeasureParam {
            name: "is",
            label: Label::new("方案所写", "what the plan says; a list for several parts"),
            required: true,
            values: &[],
        },
    ],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

/// Marks between the parts of one text, after folding.
const MARKS: [char; 6] = ['+', '、', ',', ';', '/', '&'];

fn run(view: &View<'_>, params: &Params) -> Measured {
    let (no_town, no_site, no_limits) = (Town::default(), Site::default(), FourLimits::default());
    let town = view.town().unwrap_or(&no_town);
    let site = town.site.known().unwrap_or(&no_site);
    let limits = site.limits.known().unwrap_or(&no_limits);
    match params.text("fact") {
        Some("name") => text(params, &town.name, "/town/name", "name"),
        Some("main-industry") => text(params, &town.main_industry, "/town/main_industry", "main_industry"),
        Some("villages") => villages(params, site),
        Some("limit-east") => limit(params, site, &limits.east, "east"),
        Some("limit-west") => limit(params, site, &limits.west, "west"),
        Some("limit-south") => limit(params, site, &limits.south, "south"),
        Some("limit-north") => limit(params, site, &limits.north, "north"),
        _ => Measured::truth(Truth::Unknown).lacking(Lack::misfit(TOWN_IS.id)),
    }
}

/// A text held against the plan's text, or its parts against the plan's list.
fn text(params: &Params, stated: &Maybe<Short>, pointer: &str, field: &'static str) -> Measured {
    let planned: BTreeSet<String> = params.list("is").into_iter().map(fold).collect();
    let truth = holds(stated, |stated| {
        let stated = fold(stated.as_str());
        match params.get("is") {
            Some(Param::List(_)) => {
                stated.split(MARKS).filter(|part| !part.is_empty()).map(str::to_owned).collect::<BTreeSet<_>>()
                    == planned
            }
            _ => planned.contains(&stated),
        }
    });
    answer(truth, pointer, field)
}

fn answer(truth: Truth, pointer: &str, field: &'static str) -> Measured {
    match truth {
        Truth::Unknown => {
            Measured::truth(truth).lacking(Lack::new(LackKind::Field, pointer, vec![("field", field.into())]))
        }
        settled => Measured::truth(settled).seen(pointer),
    }
}

/// The villages of the site held against the plan's, in any order.
fn villages(params: &Params, site: &Site) -> Measured {
    let planned: BTreeSet<String> = params.list("is").into_iter().map(fold).collect();
    let townships: Vec<String> = site.townships.items().iter().map(|name| fold(name.as_str())).collect();
    // a village written without its township names the planned one of each township that the site lists
    let named = |village: &Short| {
        let village = fold(village.as_str());
        let joined = townships.iter().map(|township| format!("{township}{village}"));
        let names: Vec<String> = joined.chain([village.clone()]).filter(|name| planned.contains(name)).collect();
        if names.is_empty() { vec![village] } else { names }
    };
    let stated: BTreeSet<String> = site.villages.items().iter().flat_map(named).collect();
    let foreign: Vec<&String> = stated.difference(&planned).collect();
    let may_join = |village: &&String| planned.iter().any(|name| name.ends_with(village.as_str()));
    if !foreign.is_empty() && !site.townships.is_whole() && foreign.iter().all(may_join) {
        return answer(Truth::Unknown, "/town/site/townships", "townships");
    }
    let truth = if !foreign.is_empty() {
        Truth::No
    } else if !site.villages.is_whole() {
        Truth::Unknown
    } else {
        (stated == planned).into()
    };
    answer(truth, "/town/site/villages", "villages")
}

/// A limit held against the plan's, with a note where it is a village of the site.
fn limit(params: &Params, site: &Site, stated: &Maybe<Short>, side: &'static str) -> Measured {
    let pointer = format!("/town/site/limits/{side}");
    let out = text(params, stated, &pointer, side);
    let Some(limit) = stated.known() else { return out };
    let name = fold(limit.as_str());
    let inside = site.villages.items().iter().any(|village| fold(village.as_str()).ends_with(&name));
    if !inside || name.is_empty() {
        return out;
    }
    out.noting(Note::new(NoteKind::LimitInside, pointer, vec![("limit", limit.as_str().into())]))
}

/// A text without blanks, its full-width letters, digits and marks made half-width.
fn fold(text: &str) -> String {
    text.chars().filter(|character| !is_blank(*character)).map(half_width).collect()
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn half_width(character: char) -> char {
    let folded = match character {
        '\u{ff01}'..='\u{ff5e}' => u32::from(character).checked_sub(0xfee0).and_then(char::from_u32),
        _ => None,
    };
    folded.unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure};

    const TOWN: &str = r#"{"schema_version":1,"town":{"name":"垣曲县皋陶乡村 ｅ　镇","main_industry":"特色农产品 ＋ 食用菌",
        "site":{"villages":["皋落乡皋落村","新城镇坡底村"],"townships":["新城镇","皋落乡"],
        "limits":{"east":"鲁家坡","south":"皋落村","north":"学府街"}}}}"#;

    fn is(fact: &str, is: &str, from: &str, to: &str) -> Answer {
        assert!(TOWN.contains(from));
        measure("town-is", &[("fact", fact), ("is", is)], &TOWN.replacen(from, to, 1), &[])
    }

    #[test]
    fn width_and_blanks_play_no_part() {
        assert_eq!(is("name", "垣曲县皋陶乡村e镇", "", "").to_string(), "yes");
        assert_eq!(is("name", "垣曲县皋陶乡村e镇", "皋陶", "舜乡").to_string(), "no");
        assert_eq!(is("name", "垣曲县皋陶乡村e镇", "", "").0.evidence, ["/town/name"]);
    }

    #[test]
    fn parts_of_an_industry_stand_in_any_order() {
        for (to, answer) in [
            ("特色农产品 ＋ 食用菌", "yes"),
            ("食用菌、特色农产品", "yes"),
            ("食用菌", "no"),
            ("食用菌+特色农产品+蜂蜜", "no"),
        ] {
            let found = is("main-industry", "食用菌,特色农产品", "特色农产品 ＋ 食用菌", to);
            assert_eq!(found.to_string(), answer, "{to}");
        }
    }

    #[test]
    fn villages_are_a_set_with_or_without_their_townships() {
        let planned = "新城镇坡底村,皋落乡皋落村";
        assert_eq!(is("villages", planned, "", "").to_string(), "yes");
        assert_eq!(is("villages", planned, "新城镇坡底村", "坡底村").to_string(), "yes");
        let bare = is("villages", planned, "\"新城镇坡底村\"],\"townships\":[\"新城镇\",\"皋落乡\"]", "\"坡底村\"]");
        assert_eq!((bare.to_string(), bare.0.lacks[0].pointer.as_str()), ("unknown".into(), "/town/site/townships"));
        assert_eq!(is("villages", planned, ",\"新城镇坡底村\"", "").to_string(), "no");
        assert_eq!(is("villages", planned, "坡底村", "古垛村").to_string(), "no");
    }

    #[test]
    fn villages_that_could_not_be_read_leave_it_open_unless_one_is_foreign() {
        let planned = "新城镇坡底村,皋落乡皋落村";
        for (from, to, answer) in [
            ("\"皋落乡皋落村\"", "7", "unknown"),
            ("\"皋落乡皋落村\",\"新城镇坡底村\"", "7,\"古垛村\"", "no"),
            ("\"villages\"", "\"village\"", "unknown"),
        ] {
            let found = is("villages", planned, from, to);
            assert_eq!(found.to_string(), answer);
            assert!(answer == "no" || found.0.lacks[0].pointer == "/town/site/villages");
        }
    }

    #[test]
    fn a_limit_that_is_a_village_of_the_site_is_noted() {
        let south = is("limit-south", "皋落村", "", "");
        assert_eq!((south.to_string(), south.0.notes[0].kind.code()), ("yes".to_owned(), "limit-inside"));
        let east = is("limit-east", "鲁家坡", "", "");
        assert_eq!((east.to_string(), east.0.notes.len()), ("yes".to_owned(), 0));
        assert_eq!(is("limit-north", "学府路", "", "").to_string(), "no");
    }

    #[test]
    fn what_is_not_described_is_open() {
        let west = is("limit-west", "滨河东路", "", "");
        assert_eq!(
            (west.to_string(), west.0.lacks[0].pointer.as_str()),
            ("unknown".to_owned(), "/town/site/limits/west")
        );
        for fact in ["name", "main-industry", "villages", "limit-south"] {
            let found = measure("town-is", &[("fact", fact), ("is", "甲")], r#"{"schema_version":1}"#, &[]);
            assert_eq!(found.to_string(), "unknown", "{fact}");
        }
    }

    #[test]
    fn a_limit_of_blanks_is_no_village() {
        let blank = is("limit-south", "皋落村", r#""south":"皋落村""#, r#""south":"　 ""#);
        assert_eq!((blank.to_string(), blank.0.notes.len()), ("no".to_owned(), 0));
    }
}
