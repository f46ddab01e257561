//! Leading industries and supply chains.

use crate::draft::Draft;
use crate::write::object;

/// Industries with their code of GB/T 4754.
const INDUSTRIES: &[(&str, &str)] =
    &[("食用菌种植加工", "A0142"), ("核桃精深加工", "C1373"), ("杂粮种植", "A0119"), ("蜂产品加工", "C1499")];

pub(crate) fn industries(draft: &mut Draft<'_>) {
    draft.open("industries");
    if draft.goals.industries == 0 {
        return;
    }
    let proof = draft.file("主导产业论证报告", "论证报告", draft.day(4, 19), &draft.county.office("农业农村局"), None);
    for (_, (name, code)) in (0..draft.goals.industries).zip(INDUSTRIES) {
        let item = object! {
            "id": draft.next_id("industries", "I"),
            "name": *name,
            "code": *code,
            "composite": false,
            "since": draft.month(4),
            "evidence": [proof.as_str()],
        };
        draft.put("industries", item);
    }
}

pub(crate) fn chains(draft: &mut Draft<'_>) {
    draft.open("supply_chains");
    if draft.goals.chains == 0 {
        return;
    }
    let proof = draft.file("产销对接协议汇编", "协议", draft.day(6, 30), &draft.county.bureau.clone(), None);
    for place in 0..draft.goals.chains {
        let name =
            if place == 0 { "食用菌上下游产业链供应链" } else { "干果上下游产业链供应链" };
        let item = object! {
            "id": draft.next_id("supply_chains", "C"),
            "name": name,
            "links": ["良种繁育", "标准化种植", "初加工", "冷链仓储", "网络销售"],
            "established": draft.month(6),
            "evidence": [proof.as_str()],
        };
        draft.put("supply_chains", item);
    }
}
