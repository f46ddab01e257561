//! Institutions and outlets.

use crate::day::month;
use crate::draft::Draft;
use crate::write::object;

pub(crate) fn institutions(draft: &mut Draft<'_>) {
    draft.open("institutions");
    let host = draft.county.hosts.first().cloned().unwrap_or_default();
    let proof = draft.file("机构网点入驻协议汇编", "协议", draft.day(6, 20), &draft.county.bureau.clone(), None);
    let goals = draft.goals;
    let rows = [
        ("research", "农村电商研究中心", goals.research),
        ("finance", "银行普惠金融服务点", goals.finance),
        ("telecom", "通信服务点", goals.telecom),
        ("training", "电商职业培训学校", 1),
    ];
    for (kind, name, count) in rows {
        for _ in 0..count {
            let number = draft.count("institutions").saturating_add(1);
            let item = object! {
                "id": format!("J{number:02}"),
                "kind": kind,
                "name": format!("{}{name}", draft.next_name()),
                "opened": month(draft.spec.year, 5),
                "working": true,
                "territory": "core_area",
                "address": format!("{host}电商园1号楼{}室", number.saturating_add(100)),
                "evidence": [proof.as_str()],
            };
            draft.put("institutions", item);
        }
    }
}
