//! Slips of the unit: ten thousand, a hundred million, a hundred, the mu (亩).

use eken_core::json::{Tree, decimal_of_token};

use super::Fault;
use super::ground::{Ground, has, is, length};

/// Ten thousand (万), a hundred million (亿), a hundred; a mu is 2000/3 m².
const WAN: Factor = Factor(1, 10_000);
const YI: Factor = Factor(1, 100_000_000);
const MU: Factor = Factor(3, 2_000);

/// What no longer goes with a site that has become small.
const SITE: &[&str] = &["site.core-exceeds-site", "site.floor-against-area", "site.polygon-area-differs"];

/// What a value is multiplied with.
#[derive(Clone, Copy)]
struct Factor(u32, u32);

impl Factor {
    const fn turned(self) -> Self {
        Self(self.1, self.0)
    }
}

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("statistic.unit-slip", |ground| statistic(ground, "gross_output", "amount", WAN)).variant("10000"),
    Fault::new("statistic.unit-slip", |ground| statistic(ground, "online_retail", "amount", YI))
        .variant("100000000")
        .with(&["sales.beyond-statistic"]),
    Fault::new("statistic.unit-slip", |ground| statistic(ground, "online_retail", "amount", WAN.turned()))
        .variant("times-10000"),
    Fault::new("sales.unit-slip", |ground| sale(ground, WAN)).variant("10000"),
    Fault::new("sales.unit-slip", |ground| sale(ground, WAN.turned()))
        .variant("times-10000")
        .with(&["sales.beyond-statistic"]),
    Fault::new("facility.area-unit-slip", |ground| {
        let index = ground.free("facilities", |facility| has(facility, "zones"))?;
        slip(ground, &format!("/facilities/items/{index}/roles/0/area"), MU)
    })
    .with(&["facility.zones-exceed-role"]),
    Fault::new("site.area-unit-slip", |ground| site(ground, MU)).variant("mu").with(SITE),
    Fault::new("site.area-unit-slip", |ground| site(ground, Factor(1, 1_000_000))).variant("km2").with(SITE),
    Fault::new("investment.unit-slip", |ground| {
        let index = ground.free("investments", |investment| is(investment, "stage", "completed"))?;
        slip(ground, &format!("/investments/items/{index}/amount"), WAN)
    }),
];

/// Slips a figure of the dossier's own year, which last year's shows up.
fn statistic(ground: &mut Ground<'_>, series: &'static str, field: &str, factor: Factor) -> Option<String> {
    let year = ground.year.to_string();
    let index =
        ground.free("statistics", |statistic| is(statistic, "series", series) && is(statistic, "period", &year))?;
    slip(ground, &format!("/statistics/items/{index}/{field}"), factor)
}

/// Slips the site's area, which its other areas show up: they must stay as they are.
fn site(ground: &mut Ground<'_>, factor: Factor) -> Option<String> {
    for other in ["boundary", "/town/site/core_area", "/town/site/built_area"] {
        ground.town(other)?;
    }
    slip(ground, "/town/site/area", factor)
}

fn sale(ground: &mut Ground<'_>, factor: Factor) -> Option<String> {
    let index = ground.free("entities", |entity| length(entity, "sales") > 12)?;
    // a month well inside the row, with neighbours on both sides
    slip(ground, &format!("/entities/items/{index}/sales/7/amount"), factor)
}

/// Multiplies the figure at a pointer, or the value of a figure that says more, to two decimals.
fn slip(ground: &mut Ground<'_>, pointer: &str, factor: Factor) -> Option<String> {
    let figure = ground.value(pointer)?;
    let value = match figure {
        Tree::Object(members) => members.iter_mut().find(|(key, _)| &**key == "value").map(|(_, value)| value)?,
        value => value,
    };
    let Tree::Number(token) = value else { return None };
    let number = decimal_of_token(token, 15, 6, false).ok()?;
    let slipped = number.checked_mul(factor.0.into())?.checked_div(factor.1.into())?.round_dp(2).normalize();
    *value = Tree::Number(slipped.to_string().into());
    Some(pointer.to_owned())
}
