//! Brands, online products, pavilions.

use crate::chance::Chance;
use crate::draft::Draft;
use crate::part::entity::{FIRST_LEADING, entity_id};
use crate::tables::{GOODS, PACKS};
use crate::write::object;

pub(crate) fn brands(draft: &mut Draft<'_>) {
    let proof =
        draft.file("区域公用品牌授权使用名单", "名单", draft.day(10, 9), &draft.county.office("农业农村局"), None);
    let year = draft.spec.year;
    let public = object! {
        "id": "B01",
        "level": "regional_public",
        "name": format!("{}山水", draft.next_name()),
        "launched": draft.day(6, 20),
        "covers_all_categories": true,
        "categories": ["食用菌", "干果", "果品", "蜂产品", "杂粮"],
        "trademark": object! {
            "number": "例商标第00000001号",
            "state": "registered",
            "registered": draft.day(5, 14),
            "expires": crate::day::day(year.saturating_add(10), 5, 13),
        },
        "evidence": [proof.as_str()],
    };
    draft.put("brands", public);
    let category = object! {
        "id": "B02",
        "level": "category",
        "name": format!("{}香菇", draft.next_name()),
        "mother": "B01",
        "launched": draft.month(7),
        "covers_all_categories": false,
        "categories": ["食用菌"],
    };
    draft.put("brands", category);
    for place in 0..draft.goals.own_brands {
        let item = object! {
            "id": draft.next_id("brands", "B"),
            "level": "boutique_own",
            "name": draft.next_name(),
            "mother": "B01",
            "owner": owner(draft, place),
            "launched": draft.month(8),
        };
        draft.put("brands", item);
    }
}

/// The leading enterprise that owns a brand or sells a product.
fn owner(draft: &Draft<'_>, place: i64) -> Option<String> {
    let leading = draft.goals.leading.max(1);
    let place = usize::try_from(place.checked_rem(leading).unwrap_or_default()).unwrap_or_default();
    (!draft.traders.is_empty()).then(|| entity_id(FIRST_LEADING.saturating_add(place)))
}

pub(crate) fn products(draft: &mut Draft<'_>) {
    draft.open("products");
    for _ in 0..draft.goals.products {
        one_product_more(draft);
    }
}

/// One product more; it counts for indicator 8.
pub(crate) fn one_product_more(draft: &mut Draft<'_>) {
    let number = draft.count("products");
    let mut chance = Chance::new(draft.spec.seed, &format!("product {number}"));
    let of = |list: usize, by: usize| number.checked_div(by).unwrap_or_default().checked_rem(list).unwrap_or_default();
    let (name, category) = GOODS.get(of(GOODS.len(), 1)).copied().unwrap_or_default();
    let pack = PACKS.get(of(PACKS.len(), GOODS.len())).copied().unwrap_or_default();
    // more goods than the table has are told apart by their grade
    let grade = number.checked_div(GOODS.len().saturating_mul(PACKS.len())).filter(|grade| *grade > 0);
    let grade = grade.map(|grade| format!("{}号", grade.saturating_add(1))).unwrap_or_default();
    let place = i64::try_from(number).unwrap_or_default();
    let brand = place.checked_rem(draft.goals.own_brands.max(1)).unwrap_or_default().saturating_add(3);
    let brands = draft.count("brands") > 2;
    let test = draft.rich && chance.percent(35);
    let tests = test.then(|| {
        let date = draft.day(chance.whole(4, 9), chance.whole(1, 28));
        vec![object! { "number": format!("例检{:06}", number.saturating_add(1)), "date": date, "passed": true }]
    });
    let item = object! {
        "id": format!("P{:03}", number.saturating_add(1)),
        "name": format!("{name}{grade}（{pack}）"),
        "category": category,
        "sku": format!("EK-{:05}", number.saturating_add(1001)),
        "brand": brands.then(|| format!("B{brand:02}")),
        "entity": owner(draft, place),
        "listed": draft.month(chance.whole(8, 11)),
        "packaged": true,
        "standardised": true,
        "traceable": draft.rich.then(|| chance.percent(80)),
        "tests": tests,
    };
    draft.put("products", item);
}

pub(crate) fn pavilions(draft: &mut Draft<'_>) {
    draft.open("pavilions");
    if draft.goals.pavilions == 0 {
        return;
    }
    let proof = draft.file("特色馆开馆证明", "公证书", draft.day(8, 21), "例信公证处", None);
    for (_, platform) in (0..draft.goals.pavilions).zip(["淘宝", "京东"]) {
        let item = object! {
            "id": draft.next_id("pavilions", "G"),
            "name": format!("{}特产馆（{platform}）", draft.county.name.trim_end_matches('县')),
            "platform": platform,
            "national_influence": true,
            "products": "county",
            "operator": (!draft.traders.is_empty()).then(|| entity_id(1)),
            "opened": draft.day(8, 18),
            "evidence": [proof.as_str()],
        };
        draft.put("pavilions", item);
    }
}
