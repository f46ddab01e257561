//! Facilities: the four centres, the data centre and the live-streaming room.

use eken_core::json::Tree;

use crate::draft::Draft;
use crate::write::{Hundredths, Write, object};

pub(crate) fn facilities(draft: &mut Draft<'_>) {
    let proof = draft.file("设施房屋面积测绘报告", "测绘报告", draft.day(9, 18), "例测地理信息有限公司", None);
    let goals = draft.goals;
    let host = draft.county.hosts.first().cloned().unwrap_or_default();
    let rows: [(&str, &str, i64, &[&str]); 4] = [
        ("public_service", "公共服务中心", goals.service_area, &["office", "incubation", "other"]),
        ("training_incubation", "培训孵化中心", goals.training_area, &["training", "incubation"]),
        (
            "display_experience",
            "产品展示体验中心",
            goals.display_area,
            &["offline_display", "tasting_experience", "sales_matching"],
        ),
        (
            "logistics",
            "物流仓储配送中心",
            goals.logistics_area,
            &["sorting", "cold_chain_storage", "dispatch", "office"],
        ),
    ];
    for (place, (role, name, area, zones)) in rows.into_iter().enumerate() {
        let number = place.saturating_add(1);
        // stairs and corridors belong to the building and to no role
        let floor = area.saturating_mul(103).checked_div(100).unwrap_or_default();
        let item = object! {
            "id": format!("F{number}"),
            "name": name,
            "building": format!("{host}电商园{number}号楼"),
            "address": draft.rich.then(|| format!("{host}电商园路{}号", number.saturating_mul(12))),
            "roles": [object! { "role": role, "area": figure(draft, area) }],
            "floor_area": Hundredths(floor),
            "zones": zone(draft, area, zones),
            "opened": draft.day(u64::try_from(number).unwrap_or_default().saturating_add(4), 20),
            "evidence": [proof.as_str()],
        };
        draft.put("facilities", item);
    }
    for (id, role, name, area) in
        [("F5", "big_data_centre", "大数据中心", 8_600), ("F6", "main_live_room", "主直播间", 8_600)]
    {
        let item = object! {
            "id": id,
            "name": name,
            "roles": [object! { "role": role, "area": Hundredths(area), "rooms": 1u64 }],
            "floor_area": Hundredths(area),
            "inside": "F1",
            "opened": draft.month(8),
            "evidence": [proof.as_str()],
        };
        draft.put("facilities", item);
    }
}

fn figure(draft: &Draft<'_>, area: i64) -> Option<Tree> {
    if draft.rich {
        object! { "value": Hundredths(area), "source": "测绘报告" }.tree()
    } else {
        Hundredths(area).tree()
    }
}

/// Zones of one area after the other: the first half of what is left, the last all of it.
fn zone(draft: &Draft<'_>, area: i64, kinds: &[&'static str]) -> Vec<Tree> {
    let mut left = area;
    let last = kinds.len().saturating_sub(1);
    let mut chance = draft.chance("zones");
    let mut out = Vec::new();
    for (place, kind) in kinds.iter().enumerate() {
        let share = i64::try_from(chance.whole(35, 55)).unwrap_or_default();
        let part = if place == last { left } else { left.saturating_mul(share).checked_div(100).unwrap_or_default() };
        left = left.saturating_sub(part);
        out.push(object! { "kind": *kind, "area": Hundredths(part) });
    }
    out
}
