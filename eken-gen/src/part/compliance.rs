//! Declarations of compliance in the five fields.

use crate::draft::Draft;
use crate::write::object;

const FIELDS: [&str; 6] = ["land_use", "ecology", "debt", "housing", "work_safety", "other"];

pub(crate) fn compliance(draft: &mut Draft<'_>) {
    let office = draft.county.office("人民政府办公室");
    let proof = draft.file("合规情况说明", "说明", draft.day(12, 31), &office, None);
    let sound = draft.goals.sound_fields;
    for (place, field) in (0..sound.max(5)).zip(FIELDS) {
        let violated = place >= sound;
        let case = object! {
            "id": "HC1",
            "state": "established",
            "occurred": draft.month(7),
            "decided": draft.day(8, 15),
            "authority": draft.county.office("应急管理局"),
            "inside": true,
            "rectified": draft.day(9, 20),
        };
        let item = object! {
            "id": draft.next_id("compliance", "H"),
            "field": field,
            "no_violation": !violated,
            "from": draft.day(4, 1),
            "until": draft.day(12, 31),
            "declared_by": office.as_str(),
            "declared": draft.day(12, 31),
            "cases": violated.then_some([case]),
            "evidence": [proof.as_str()],
        };
        draft.put("compliance", item);
    }
}
