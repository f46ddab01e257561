//! Organisation: leading group, information officer, operation.

use eken_core::json::Tree;

use crate::draft::Draft;
use crate::goals::MEMBERS;
use crate::part::entity::entity_id;
use crate::part::instrument::mechanism;
use crate::write::object;

const DEPARTMENTS: [(&str, &str); 9] = [
    ("县商务局", "制定方案并组织实施"),
    ("县财政局", "统筹和拨付资金"),
    ("县发改局", "推进快递业协同"),
    ("县农业农村局", "指导区域公用品牌"),
    ("县人社局", "培养人才"),
    ("县交通局", "共同配送"),
    ("县市场监管局", "网销质量监管"),
    ("县统计局", "主体统计和数据评估"),
    ("县税务局", "优惠落实"),
];

pub(crate) fn organisation(draft: &mut Draft<'_>) {
    let instrument = mechanism(draft);
    let bureau = draft.county.bureau.clone();
    let duties = draft.goals.duties;
    let members: Vec<Tree> = (0..duties.max(MEMBERS))
        .zip(DEPARTMENTS)
        .map(|(place, (department, work))| {
            let laid_down = place < duties;
            object! {
                "department": department,
                "post": "局长",
                "duties_laid_down": laid_down,
                "duties": laid_down.then_some(work),
            }
        })
        .collect();
    let minutes = draft.file("领导小组会议纪要（第1次）", "会议纪要", draft.day(7, 6), &bureau, None);
    let tender = draft.file("运营主体中标通知书", "中标通知书", draft.day(5, 6), "例标招标代理有限公司", None);
    let case = draft.file("线上销售典型案例", "案例", draft.day(12, 11), &bureau, None);
    let months = if draft.rich { 5..=12 } else { 11..=12 };
    let reports: Vec<Tree> = months
        .map(|month| object! { "due": draft.day(month, 10), "sent": draft.day(month, 8), "to": "市商务局" })
        .collect();
    let tree = object! {
        "leading_group": object! {
            "established": draft.day(4, 6),
            "head_office": "county_government",
            "head_post": "县长",
            "deputy_post": "分管副县长",
            "office": bureau.as_str(),
            "members": members,
            "members_complete": true,
            "meetings": [object! { "date": draft.day(7, 6), "subject": "调度", "document": minutes }],
            "instrument": instrument,
        },
        "information_officer": object! {
            "department": bureau.as_str(),
            "post": "信息联络岗",
            "appointed": draft.day(4, 14),
            "reports": reports,
            "reports_complete": true,
        },
        "operation": object! {
            "operator": (!draft.traders.is_empty()).then(|| entity_id(1)),
            "selection": "public_tender",
            "selected": draft.day(5, 6),
            "evidence": [tender],
            "undertaker_data_supplied": true,
            "undertaker_data_protected": true,
            "experience": [object! {
                "id": "EX1",
                "title": "线上销售典型案例",
                "reported": draft.day(12, 12),
                "to": "市商务局",
                "document": case,
            }],
        },
    };
    draft.set_organisation(tree);
}
