//! Market entities: those that indicators look at, and the stock beside them.

use eken_core::json::Tree;

use crate::chance::Chance;
use crate::codes::credit_code;
use crate::day::day;
use crate::draft::Draft;
use crate::sales::{SALE_BYTES, Trader, years};
use crate::tables::{ABROAD, SHOPS, SIZES};
use crate::write::object;

/// A legal form with its pair of the credit code, tail of the name, and industry.
struct Form {
    code: &'static str,
    pair: &'static str,
    tail: &'static str,
    industry: &'static str,
    legal: bool,
}

const COMPANY: Form =
    Form { code: "company", pair: "91", tail: "电子商务有限公司", industry: "F5292", legal: true };
const TRADE: Form =
    Form { code: "company", pair: "91", tail: "进出口贸易有限公司", industry: "F5193", legal: true };
const LOGISTICS: Form =
    Form { code: "company", pair: "91", tail: "物流有限公司", industry: "G5430", legal: true };
const COOPERATIVE: Form =
    Form { code: "cooperative", pair: "93", tail: "种植专业合作社", industry: "A0142", legal: true };
const SOLE_TRADER: Form =
    Form { code: "sole_trader", pair: "92", tail: "农产品商行", industry: "F5223", legal: false };
const PARTNERSHIP: Form =
    Form { code: "partnership", pair: "91", tail: "山货行（普通合伙）", industry: "F5192", legal: false };
const FARM: Form = Form { code: "family_farm", pair: "92", tail: "家庭农场", industry: "A0149", legal: false };
/// Forms of the stock; the sole traders are the most.
const STOCK: [&Form; 10] = [
    &COMPANY,
    &COMPANY,
    &COOPERATIVE,
    &COOPERATIVE,
    &SOLE_TRADER,
    &SOLE_TRADER,
    &SOLE_TRADER,
    &SOLE_TRADER,
    &FARM,
    &PARTNERSHIP,
];

/// What sets one entity apart.
#[derive(Default)]
struct Traits {
    roles: Vec<Tree>,
    registered: String,
    moved_in: Option<String>,
    territory: &'static str,
    subsidised: Option<bool>,
}

/// The identifier of an entity by its number, from 1.
pub(crate) fn entity_id(number: usize) -> String {
    format!("E{number:04}")
}

/// The first leading enterprise; the operator stands before it, the carrier and the cross-border enterprise after the last.
pub(crate) const FIRST_LEADING: usize = 4;

/// The entities that indicators look at.
pub(crate) fn entities(draft: &mut Draft<'_>) {
    let mut chance = draft.chance("entities");
    let year = draft.spec.year;
    let moved = |month: u64, date: u64| Some(day(year, month, date));
    let before = |back: i32, month: u64| day(year.saturating_sub(back), month, 14);
    let service = Traits {
        roles: vec![role("service", before(4, 3))],
        registered: before(4, 3),
        moved_in: moved(5, 8),
        territory: "core_area",
        subsidised: Some(true),
    };
    add(draft, &COMPANY, service);
    let carrier = Traits {
        roles: vec![role("logistics", before(6, 4))],
        registered: before(6, 4),
        moved_in: moved(5, 22),
        territory: "site",
        subsidised: Some(true),
    };
    add(draft, &LOGISTICS, carrier);
    let abroad = leading(draft, "cross_border", "leading_cross_border", before(4, 6), 0);
    let abroad = Traits {
        roles: abroad,
        registered: before(4, 6),
        moved_in: moved(6, 5),
        territory: "core_area",
        subsidised: None,
    };
    let trader = add(draft, &TRADE, abroad);
    if draft.rich {
        sell(draft, trader, 0, 700, ABROAD, &mut chance);
    }
    let number = usize::try_from(draft.goals.leading).unwrap_or_default();
    for place in 0..number {
        let step = u64::try_from(place).unwrap_or_default();
        let registered = day(year.saturating_sub(3), step.saturating_add(2), step.saturating_add(10));
        let roles = leading(draft, "e_commerce", "leading_e_commerce", registered.clone(), place.saturating_add(1));
        let moved_in = moved(step.checked_rem(3).unwrap_or_default().saturating_add(5), 12);
        let territory = chance.one(&["core_area", "site"]);
        let trader = add(draft, &COMPANY, Traits { roles, registered, moved_in, territory, subsidised: Some(true) });
        // in a small dossier two of them file their sales, or the sales would be all there is
        if draft.rich || place < 2 {
            let size = SIZES.iter().rev().nth(place).copied().unwrap_or_default();
            sell(draft, trader, 0, size, SHOPS.get(..if draft.rich { 2 } else { 1 }).unwrap_or_default(), &mut chance);
        }
    }
    for place in 0..usize::try_from(draft.goals.legal_units).unwrap_or_default() {
        let step = u64::try_from(place).unwrap_or_default();
        let month = step.checked_rem(8).unwrap_or_default().saturating_add(4);
        let registered = draft.day(month, chance.whole(1, 28));
        let (kind, form) = match place {
            0 => ("cross_border", &TRADE),
            1..7 => ("e_commerce", &COMPANY),
            _ => ("production", &COOPERATIVE),
        };
        let territory = chance.one(&["core_area", "site"]);
        let roles = vec![role(kind, registered.clone())];
        let trader = add(draft, form, Traits { roles, registered, territory, ..Traits::default() });
        if draft.rich && place < 7 {
            let from =
                years(draft).months().saturating_sub(12).saturating_add(usize::try_from(month).unwrap_or_default());
            let shops = if kind == "cross_border" { ABROAD } else { SHOPS };
            sell(draft, trader, from, chance.one(&SIZES), shops.get(..1).unwrap_or_default(), &mut chance);
        }
    }
    small_traders(draft, &mut chance);
}

/// Sole traders and a partnership of earlier years, without sales: they are in every town, and no legal persons.
fn small_traders(draft: &mut Draft<'_>, chance: &mut Chance) {
    for form in [&SOLE_TRADER, &SOLE_TRADER, &SOLE_TRADER, &SOLE_TRADER, &PARTNERSHIP] {
        let registered = day(draft.spec.year.saturating_sub(5), chance.whole(1, 12), chance.whole(1, 28));
        let roles = vec![object! { "role": "other" }];
        add(draft, form, Traits { roles, registered, territory: "host_townships", ..Traits::default() });
    }
}

/// One entity more, of the stock of earlier years, with sales or without. It counts for no indicator.
pub(crate) fn one_more(draft: &mut Draft<'_>, chance: &mut Chance, sells: bool) {
    let form = chance.one(&STOCK.map(Some)).unwrap_or(&COMPANY);
    let year = draft.spec.year.saturating_sub(i32::try_from(chance.whole(4, 14)).unwrap_or_default());
    let registered = day(year, chance.whole(1, 12), chance.whole(1, 28));
    let territory = if sells {
        chance.one(&["core_area", "site", "host_townships"])
    } else {
        chance.one(&["site", "host_townships", "county"])
    };
    let kind = if sells { "e_commerce" } else { chance.one(&["production", "production", "service", "other"]) };
    let since = (kind != "other").then(|| registered.clone());
    let roles = vec![object! { "role": kind, "since": since }];
    let trader = add(draft, form, Traits { roles, registered, territory, ..Traits::default() });
    if sells {
        let shops = chance.whole(1, 3);
        let first = chance.place(SHOPS.len());
        let shops: Vec<_> =
            SHOPS.iter().cycle().skip(first).take(usize::try_from(shops).unwrap_or(1)).copied().collect();
        sell(draft, trader, 0, chance.one(&SIZES), &shops, chance);
    }
}

fn role(role: &str, since: String) -> Tree {
    object! { "role": role, "since": since }
}

/// The roles of a leading enterprise, with a document that shows its influence.
fn leading(draft: &mut Draft<'_>, trades: &str, leads: &str, since: String, number: usize) -> Vec<Tree> {
    let title = if number == 0 {
        "跨境电商龙头企业影响力证明材料".to_owned()
    } else {
        format!("电商龙头企业影响力证明材料（第{number}家）")
    };
    let city = format!("{}商务局", draft.county.city);
    let proof = draft.file(&title, "证明材料", draft.day(8, 10), "例验商务咨询有限公司", None);
    let leads = object! {
        "role": leads,
        "influence": "city",
        "recognition": "city",
        "recognised_by": city,
        "since": draft.month(6),
        "evidence": [proof],
    };
    vec![role(trades, since), leads]
}

fn add(draft: &mut Draft<'_>, form: &Form, traits: Traits) -> usize {
    let place = draft.traders.len();
    let number = place.saturating_add(1);
    let inside = matches!(traits.territory, "core_area" | "site");
    let mut chance = Chance::new(draft.spec.seed, &format!("entity {number}"));
    let township = if matches!(traits.territory, "county") {
        let others = &draft.county.others;
        others.get(chance.place(others.len())).cloned()
    } else {
        draft.county.hosts.get(chance.place(2)).cloned()
    };
    let serial = draft.spec.seed.checked_rem(29).unwrap_or_default().saturating_mul(31_000);
    let serial = serial.saturating_add(u64::try_from(number).unwrap_or_default());
    let name = draft.next_name();
    let record = object! {
        "id": entity_id(number),
        "code": credit_code(form.pair, &draft.county.division, serial),
        "name": format!("{}{name}{}", draft.county.name, form.tail),
        "form": form.code,
        "legal_person": form.legal,
        "statistical_legal_unit": draft.rich.then_some(form.legal || form.code == "partnership"),
        "roles": traits.roles,
        "industry": form.industry,
        "registered": traits.registered,
        "moved_in": traits.moved_in,
        "territory": traits.territory,
        "township": township,
        "subsidised": traits.subsidised,
    };
    draft.grow(&record);
    draft.traders.push(Trader::new(record, inside));
    place
}

fn sell(
    draft: &mut Draft<'_>,
    trader: usize,
    from: usize,
    size: u64,
    shops: &[(&'static str, &'static str)],
    chance: &mut Chance,
) {
    let years = years(draft);
    if let Some(trader) = draft.traders.get_mut(trader) {
        trader.sell(years, from, size, shops, chance);
        let rows = u64::try_from(trader.sales()).unwrap_or_default();
        draft.bytes = draft.bytes.saturating_add(rows.saturating_mul(SALE_BYTES));
    }
}
