//! The project ledger, inspections and the issue list.

use eken_core::json::Tree;

use crate::chance::Chance;
use crate::draft::Draft;
use crate::part::entity::entity_id;
use crate::write::object;

const ISSUES: [&str; 6] = [
    "项目进度记录不连续",
    "消防通道堆放货物",
    "标识标牌未按方案设置",
    "个别凭证未分资金性质",
    "追溯码覆盖不全",
    "设备台账与实物标签不一致",
];

pub(crate) fn projects(draft: &mut Draft<'_>) {
    let rows = [
        ("公共服务中心升级改造", 1, 5, 6, Some((7, 8))),
        ("大数据中心建设", 1, 6, 9, Some((8, 25))),
        ("物流仓储配送中心改造", 2, 5, 9, Some((9, 12))),
        ("电商人才培训", 1, 4, 12, None),
    ];
    for (name, undertaker, begun, due, finished) in rows {
        let end = finished.map(|(month, date)| draft.day(month, date));
        let last: Tree = match &end {
            Some(day) => object! { "date": day.as_str(), "done": 100u64 },
            None => object! { "date": draft.day(12, 15), "done": 85u64 },
        };
        let due = if finished.is_some() { draft.day(due.max(9), 30) } else { draft.day(due, 31) };
        let item = object! {
            "id": draft.next_id("projects", "Q"),
            "name": name,
            "undertakers": [entity_id(undertaker)],
            "state": if end.is_some() { "done" } else { "under_way" },
            "started": draft.day(begun, 15),
            "due": due,
            "finished": end,
            "progress": [object! { "date": draft.day(begun, 28), "done": 10u64 }, last],
            "provincially_funded": true,
        };
        draft.put("projects", item);
    }
}

pub(crate) fn inspections(draft: &mut Draft<'_>) {
    let mut chance = draft.chance("inspections");
    for month in [7, 10] {
        inspection(draft, month, &mut chance);
    }
}

/// An inspection more, whose issue was rectified in time.
pub(crate) fn one_inspection_more(draft: &mut Draft<'_>, chance: &mut Chance) {
    let month = chance.whole(5, 10);
    inspection(draft, month, chance);
}

fn inspection(draft: &mut Draft<'_>, month: u64, chance: &mut Chance) {
    let found = draft.day(month, chance.whole(2, 27));
    let bureau = draft.county.bureau.clone();
    let number = draft.count("inspections").saturating_add(1);
    let report = draft.file(&format!("检查报告（第{number}次）"), "检查报告", found.clone(), &bureau, None);
    let id = draft.next_id("inspections", "Y");
    let item = object! {
        "id": id.as_str(),
        "date": found.as_str(),
        "kind": chance.one(&["daily", "on_site", "finance", "third_party"]),
        "inspector": bureau.as_str(),
        "issues_found": 1u64,
        "document": report,
    };
    draft.put("inspections", item);
    let rectified = draft.day(month.saturating_add(1), chance.whole(1, 20));
    let proof = draft.file(&format!("整改报告（第{number}次）"), "整改报告", rectified.clone(), &bureau, None);
    let item = object! {
        "id": draft.next_id("issues", "Z"),
        "inspection": id,
        "found": found,
        "description": chance.one(&ISSUES),
        "department": bureau,
        "due": draft.day(month.saturating_add(1), 28),
        "rectified": rectified,
        "evidence": [proof],
    };
    draft.put("issues", item);
}
