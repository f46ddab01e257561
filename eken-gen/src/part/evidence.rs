//! Disclosures, and the recorded judgements of reviewers.

use crate::draft::Draft;
use crate::write::{Write, object};

/// Questions of the plans that reviewers have answered under the default readings.
const QUESTIONS: &[&str] = &[
    "1-implementing-plan",
    "1-regional-economy",
    "4-influence-in-city",
    "15-needs",
    "15-coordination",
    "17-zones-as-needed",
    "21-completeness",
    "24-boundary-clear",
    "24-contiguous",
    "24-independent",
    "24-limits-precise",
    "T3-influence-in-city",
];

pub(crate) fn disclosures(draft: &mut Draft<'_>) {
    let rows: [(&str, &[&str], u64); 7] = [
        ("plan", &["county_site", "city", "province"], 4),
        ("fund_regime", &["county_site", "city", "province"], 5),
        ("project_regime", &["county_site", "city", "province"], 5),
        ("decision_documents", &["county_site"], 6),
        ("project_basics", &["county_site"], 6),
        ("self_evaluation", &["city", "province"], 11),
        ("province_system_entry", &["province_system"], 12),
    ];
    for (subject, places, month) in rows {
        let item = object! {
            "id": draft.next_id("disclosures", "M"),
            "subject": subject,
            "places": places.to_vec().tree(),
            "date": draft.day(month, 28),
        };
        draft.put("disclosures", item);
    }
}

pub(crate) fn judgements(draft: &mut Draft<'_>) {
    let report = draft.file("第三方评审报告", "评审报告", draft.day(12, 20), "例衡评估有限公司", None);
    for question in QUESTIONS {
        let item = object! {
            "id": draft.next_id("judgements", "R"),
            "question": *question,
            "outcome": "satisfied",
            "post": "第三方评审组专家岗",
            "date": draft.day(12, 20),
            "basis": "查阅资料并现场核对",
            "evidence": [report.as_str()],
        };
        draft.put("judgements", item);
    }
}
