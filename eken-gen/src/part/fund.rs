//! Investments, appropriations, payments, and what is declared on the use of funds.

use crate::draft::Draft;
use crate::part::entity::{FIRST_LEADING, entity_id};
use crate::write::{Hundredths, object};

/// Fen of ten thousand yuan (万元).
const WAN: i64 = 1_000_000;

pub(crate) fn investments(draft: &mut Draft<'_>) {
    let audit = draft.file("投资完成情况审核报告", "审核报告", draft.day(12, 22), "例信会计师事务所", None);
    let total = draft.goals.investment;
    // in whole tens of thousands of yuan; the last row takes the rest
    let part = |percent: i64| {
        total.saturating_mul(percent).checked_div(WAN.saturating_mul(100)).unwrap_or_default().saturating_mul(WAN)
    };
    let (public, loan, early) = (part(9), part(17), part(31));
    let rest = [public, loan, early].iter().fold(total, |left, amount| left.saturating_sub(*amount));
    let planned = part(104);
    let rows = [
        ("planned", "private", planned, draft.spec.year.to_string()),
        ("completed", "public", public, format!("{}Q2", draft.spec.year)),
        ("completed", "loan", loan, draft.month(8)),
        ("completed", "private", early, format!("{}Q3", draft.spec.year)),
        ("completed", "private", rest, draft.month(11)),
    ];
    for (stage, source, amount, period) in rows {
        let item = object! {
            "id": draft.next_id("investments", "A"),
            "stage": stage,
            "source": source,
            "amount": Hundredths(amount),
            "period": period,
            "evidence": [audit.as_str()],
        };
        draft.put("investments", item);
    }
}

pub(crate) fn appropriations(draft: &mut Draft<'_>) {
    let rows = [("provincial", 500, (5, 17)), ("city", 120, (6, 8)), ("county", 200, (5, 24))];
    for (place, (nature, amount, (month, date))) in rows.into_iter().enumerate() {
        let item = object! {
            "id": draft.next_id("appropriations", "U"),
            "nature": nature,
            "number": format!("例财建〔{}〕{}号", draft.spec.year, place.saturating_add(31)),
            "amount": Hundredths(WAN.saturating_mul(amount)),
            "date": draft.day(month, date),
            "purpose": "乡村e镇培育",
        };
        draft.put("appropriations", item);
    }
}

pub(crate) fn payments(draft: &mut Draft<'_>) {
    let mut chance = draft.chance("payments");
    let leading = FIRST_LEADING;
    // appropriation, nature, way of support, most in ten thousand yuan, month, payee, project, purpose
    let rows = [
        ("U01", "provincial", "project_grant", 125u64, 7, 1, Some("Q01"), "公共服务中心改造补助"),
        ("U01", "provincial", "project_grant", 90, 9, 1, Some("Q02"), "大数据中心补助"),
        ("U01", "provincial", "project_grant", 110, 10, 2, Some("Q03"), "物流中心改造补助"),
        ("U01", "provincial", "purchase", 60, 12, 1, Some("Q04"), "人才培训服务"),
        ("U02", "city", "reward", 35, 10, leading.saturating_add(2), None, "电商业绩奖励"),
        ("U02", "city", "reward", 30, 10, leading.saturating_add(3), None, "电商业绩奖励"),
        ("U03", "county", "project_grant", 80, 11, 2, Some("Q03"), "物流设备补助"),
    ];
    for (place, (source, nature, support, most, month, payee, project, purpose)) in rows.into_iter().enumerate() {
        // in tenths of ten thousand yuan, at most nine tenths of what the row says
        let tenths = i64::try_from(chance.whole(most.saturating_mul(8), most.saturating_mul(9))).unwrap_or_default();
        let item = object! {
            "id": draft.next_id("payments", "PY"),
            "appropriation": source,
            "nature": nature,
            "support": support,
            "amount": Hundredths(tenths.saturating_mul(100_000)),
            "date": draft.day(month, chance.whole(11, 27)),
            "payee": entity_id(payee),
            "project": project,
            "purpose": purpose,
            "invoice": format!("例票{}", place.saturating_add(20_230_001)),
        };
        draft.put("payments", item);
    }
}

pub(crate) fn fund_use(draft: &mut Draft<'_>) {
    let audit = draft.file("专项资金使用审计报告", "审计报告", draft.day(12, 25), "例信会计师事务所", None);
    let tree = object! {
        "as_prescribed": true,
        "separately_accounted": true,
        "open_to_inspection": true,
        "no_duplicate_funding": true,
        "evidence": [audit],
    };
    draft.set_fund_use(tree);
}
