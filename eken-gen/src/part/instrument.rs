//! Instruments: what the county has laid down, numbered and on file.

use eken_core::json::Tree;

use crate::draft::Draft;
use crate::write::object;

pub(crate) fn instruments(draft: &mut Draft<'_>) {
    draft.open("instruments");
    let goals = draft.goals;
    let county = draft.county;
    let (bureau, finance) = (county.bureau.clone(), county.office("财政局"));
    for (place, title, content) in [
        (1, "乡村e镇建设方案", "e_town_scheme"),
        (2, "乡村e镇发展规划", "development_plan"),
        (3, "乡村e镇发展规划补充规划", "development_plan"),
    ] {
        if place <= goals.scheme_and_plan {
            add(draft, "scheme", title, &bureau, (4, 14), &[content]);
        }
    }
    for (_, title) in (0..goals.reward).zip(["乡村e镇电商企业奖励办法", "乡村e镇直播电商奖励办法"])
    {
        add(draft, "measure", title, &bureau, (6, 1), &["reward_standard"]);
    }
    for (_, title) in (0..goals.regime).zip(["区域公用品牌运行管理制度", "区域公用品牌运行管理补充制度"])
    {
        let covers = ["regional_brand_regime", "brand_standard", "brand_admission", "brand_supervision", "brand_exit"];
        add(draft, "regime", title, &county.office("农业农村局"), (6, 16), &covers);
    }
    for (_, title) in (0..goals.streamlining).zip(["乡村e镇深化简政放权专门措施", "乡村e镇办事便利化措施"])
    {
        add(draft, "policy", title, &county.office("行政审批局"), (6, 20), &["streamlining_policy"]);
    }
    for (_, title) in (0..goals.fund_measures).zip(["乡村e镇资金管理办法", "乡村e镇资金管理补充办法"])
    {
        add(draft, "measure", title, &finance, (5, 12), &["fund_management", "support_standard_project_grant"]);
    }
    let rules = [
        "special_fund_measure",
        "project_measure",
        "acceptance_measure",
        "daily_supervision_measure",
        "support_standard_project_grant",
        "support_standard_reward",
    ];
    add(draft, "measure", "乡村e镇专项资金和项目管理办法", &finance, (5, 12), &rules);
    let support = ["entry_conditions", "rent_subsidy", "tax_reward", "innovation_support", "sales_performance_support"];
    add(draft, "policy", "乡村e镇入驻条件和扶持政策", &bureau, (6, 5), &support);
}

/// The instrument that sets up the leading group, and its identifier.
pub(crate) fn mechanism(draft: &mut Draft<'_>) -> String {
    let office = draft.county.office("人民政府办公室");
    add(draft, "notice", "关于成立乡村e镇工作领导小组的通知", &office, (4, 6), &["work_mechanism", "appraisal_system"])
}

fn add(
    draft: &mut Draft<'_>,
    kind: &str,
    title: &str,
    issuer: &str,
    (month, date): (u64, u64),
    covers: &[&str],
) -> String {
    let place = draft.count("instruments").saturating_add(1);
    let number = format!("例发〔{}〕{place}号", draft.spec.year);
    let issued = draft.day(month, date);
    let document = draft.file(title, "制度文件", issued.clone(), issuer, Some(number.clone()));
    let id = draft.next_id("instruments", "W");
    let covers: Vec<Tree> = covers
        .iter()
        .zip(3u64..)
        .map(|(content, article)| object! { "content": *content, "article": format!("第{article}条") })
        .collect();
    let item = object! {
        "id": id.as_str(),
        "kind": kind,
        "title": title,
        "number": number,
        "issuer": issuer,
        "issued": issued,
        "covers": covers,
        "document": document,
    };
    draft.put("instruments", item);
    id
}
