//! Experts, persons fostered, contests. No name of a person is made: none is needed.

use crate::day::month;
use crate::draft::Draft;
use crate::part::entity::{FIRST_LEADING, entity_id};
use crate::tables::FIELDS;
use crate::write::object;

pub(crate) fn experts(draft: &mut Draft<'_>) {
    draft.open("experts");
    let proof = draft.file("专家聘书汇编", "聘书", draft.day(5, 12), &draft.county.bureau.clone(), None);
    let until = month(draft.spec.year.saturating_add(2), 5);
    for (_, field) in (0..draft.goals.experts).zip(FIELDS.iter().cycle()) {
        let item = object! {
            "id": draft.next_id("experts", "X"),
            "field": *field,
            "employer": "例大学乡村产业研究所",
            "engaged": draft.day(5, 12),
            "until": until.as_str(),
            "evidence": [proof.as_str()],
        };
        draft.put("experts", item);
    }
}

pub(crate) fn fostered(draft: &mut Draft<'_>) {
    draft.open("fostered");
    let proof =
        draft.file("商业带头人和本地网红培育名册", "名册", draft.day(11, 20), &draft.county.bureau.clone(), None);
    let goals = draft.goals;
    for (kind, count) in [("business_leader", goals.leaders), ("influencer", goals.influencers)] {
        for place in 0..count {
            let place = usize::try_from(place).unwrap_or_default();
            let influencer = kind == "influencer";
            let followers = 12_800u64.saturating_add(u64::try_from(place).unwrap_or_default().saturating_mul(7_350));
            let leads = (!influencer && place < 4 && !draft.traders.is_empty())
                .then(|| entity_id(FIRST_LEADING.saturating_add(place)));
            let item = object! {
                "id": draft.next_id("fostered", "L"),
                "kind": kind,
                "entity": leads,
                "fostered": draft.month(6),
                "local": true,
                "platform": influencer.then_some("抖音"),
                "followers": influencer.then_some(followers),
                "evidence": [proof.as_str()],
            };
            draft.put("fostered", item);
        }
    }
}

pub(crate) fn contests(draft: &mut Draft<'_>) {
    draft.open("contests");
    if draft.goals.contests == 0 {
        return;
    }
    let proof = draft.file("创业创新大赛总结", "总结", draft.day(11, 6), &draft.county.office("人社局"), None);
    for place in 0..draft.goals.contests {
        let date = draft.day(u64::try_from(place).unwrap_or_default().saturating_add(9), 26);
        let item = object! {
            "id": draft.next_id("contests", "K"),
            "kind": if place == 0 { "combined" } else { "skills" },
            "name": if place == 0 { "乡村e镇创业创新和技能大赛" } else { "乡村e镇直播技能大赛" },
            "date": date,
            "participation": "held",
            "organiser": draft.county.office("人社局"),
            "participants": 86u64,
            "evidence": [proof.as_str()],
        };
        draft.put("contests", item);
    }
}
