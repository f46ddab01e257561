//! The town: tier, site with a polygon of its area, facts.

use eken_core::json::Tree;
use eken_core::model::kind::Code;

use crate::draft::Draft;
use crate::write::{Hundredths, Write, object};

/// Metres of a degree of latitude and of longitude near 35.3° north (WGS 84), the western and the southern edge of the site
/// in millionths of a degree.
const METRES_NORTH: u64 = 110_946;
const METRES_EAST: u64 = 90_954;
const WEST: u64 = 111_658_800;
const SOUTH: u64 = 35_287_600;

/// The core area of the town, in hundredths of a square metre, where the site is at least as large.
const CORE: i64 = 150_000_000;

pub(crate) fn town(draft: &mut Draft<'_>) {
    let county = draft.county;
    let year = draft.spec.year;
    let tier = draft.file("关于县域类型的函", "函", draft.day(3, 6), &format!("{}商务局", county.city), None);
    let survey = draft.file("用地勘测定界报告", "测绘报告", draft.day(5, 25), "例测地理信息有限公司", None);
    let visited = draft.file("建设情况核查记录", "核查记录", draft.day(12, 8), &county.bureau, None);
    let site = draft.goals.site_area;
    let bound = |place: usize| county.limits.get(place).map(String::as_str);
    let rich = draft.rich;
    let figure = |area: i64| {
        if rich {
            object! { "value": Hundredths(area), "source": "勘测定界报告" }
        } else {
            number(area)
        }
    };
    let tree = object! {
        "id": format!("town-{}", county.division),
        "name": county.town.as_str(),
        "county": county.name.as_str(),
        "division": county.division.as_str(),
        "tier": object! { "tier": draft.spec.tier.code(), "evidence": [tier.as_str()] },
        "demonstration_county": object! { "is": false, "evidence": [tier.as_str()] },
        "main_industry": county.industry,
        "programme_start": draft.month(4),
        "completed": crate::day::month(year, 11),
        "site": object! {
            "villages": county.villages.clone(),
            "townships": county.hosts.clone(),
            "limits": object! { "east": bound(0), "west": bound(1), "south": bound(2), "north": bound(3) },
            "area": figure(site),
            "core_area": figure(CORE.min(site)),
            "floor_area": figure(draft.goals.floor_area),
            "boundary": boundary(site),
            "evidence": [survey],
        },
        "facts": object! {
            "sign_in_prominent_place": true,
            "archive_kept": true,
            "operating_team": true,
            "convenience_circle": true,
            "couriers_brought_together": true,
            "shop_opening_help": true,
            "talent_link": true,
            "functions": ["display", "data_collection", "statistics", "office", "meeting", "reception_negotiation", "advice"],
            "services": ["agency_trade", "small_banking", "information", "job_placement"],
            "evidence": [visited],
        },
    };
    draft.set_town(tree);
}

fn number(area: i64) -> Tree {
    Tree::Number(Hundredths(area).text().into())
}

/// A made-up rectangle of an area, as long as it is high, corners in order; no surveyed line.
fn boundary(area: i64) -> Tree {
    let side = u64::try_from(area).unwrap_or_default().checked_div(100).unwrap_or_default().isqrt();
    let degrees = |metres: u64| side.saturating_mul(1_000_000).checked_div(metres).unwrap_or_default();
    let (east, north) = (WEST.saturating_add(degrees(METRES_EAST)), SOUTH.saturating_add(degrees(METRES_NORTH)));
    let corners = [(WEST, SOUTH), (east, SOUTH), (east, north), (WEST, north), (WEST, SOUTH)];
    let ring = corners.map(|(east, north)| [degree(east), degree(north)]);
    object! { "type": "Polygon", "coordinates": [ring.tree()] }
}

/// Millionths of a degree as a decimal.
fn degree(millionths: u64) -> Tree {
    let (whole, rest) = (millionths.checked_div(1_000_000), millionths.checked_rem(1_000_000));
    Tree::Number(format!("{}.{:06}", whole.unwrap_or_default(), rest.unwrap_or_default()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_polygon_has_the_area() {
        let tree = boundary(320_000_000);
        // 1788 metres a side: 0.019658° east of 90 954 m a degree, 0.016115° north of 110 946
        assert_eq!(tree.at("/coordinates/0/2").unwrap().to_text(), "[111.678458,35.303715]");
    }
}
