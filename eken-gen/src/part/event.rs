//! Exhibitions, publicity activities, channels.

use crate::draft::Draft;
use crate::write::{Write, object};

pub(crate) fn events(draft: &mut Draft<'_>) {
    draft.open("events");
    let proof =
        draft.file("宣传和展会活动资料", "活动资料", draft.day(12, 12), &draft.county.office("融媒体中心"), None);
    let goals = draft.goals;
    for place in 0..goals.exhibitions {
        let step = u64::try_from(place).unwrap_or_default();
        let item = object! {
            "id": draft.next_id("events", "V"),
            "kind": "brand_exhibition",
            "name": format!("区域公用品牌展销（第{}场）", step.saturating_add(1)),
            "date": draft.day(step.saturating_add(8), 23),
            "participation": if place == 0 { "held" } else { "attended" },
            "subjects": ["regional_public_brand", "six_treasures"],
            "brand": "B01",
            "evidence": [proof.as_str()],
        };
        draft.put("events", item);
    }
    for place in 0..goals.publicity {
        let step = u64::try_from(place).unwrap_or_default();
        let item = object! {
            "id": draft.next_id("events", "V"),
            "kind": "publicity_activity",
            "name": format!("乡村e镇宣传周（第{}次）", step.saturating_add(1)),
            "date": draft.day(step.saturating_mul(2).saturating_add(5), 18),
            "participation": "held",
            "subjects": ["e_town", "policy"],
            "evidence": [proof.as_str()],
        };
        draft.put("events", item);
    }
}

pub(crate) fn channels(draft: &mut Draft<'_>) {
    let rows: [(&str, &str, &str, [&str; 2]); 3] = [
        ("e镇视频号", "new_media", "online", ["e_town", "six_treasures"]),
        ("广播电视台专题", "traditional", "online", ["e_town", "policy"]),
        ("农村大喇叭", "traditional", "offline", ["regional_public_brand", "training"]),
    ];
    for (name, medium, setting, subjects) in rows {
        let item = object! {
            "id": draft.next_id("channels", "N"),
            "name": name,
            "medium": medium,
            "setting": setting,
            "subjects": subjects.tree(),
            "started": draft.month(5),
        };
        draft.put("channels", item);
    }
}
