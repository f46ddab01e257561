//! Names as offices write them.

use super::*;
use crate::table::layout::layout;

fn path(sheet: &str, heading: &str) -> Option<String> {
    let layout = layout();
    let columns = match sheet {
        "dossier" => &layout.once,
        "sections" => &layout.heads,
        key => &layout.sheets.iter().find(|found| found.key == key).unwrap().columns,
    };
    column_of(heading, sheet, columns).map(|index| columns[index].path.join("."))
}

#[test]
fn a_heading_is_compared_without_what_is_not_its_name() {
    for (text, expected) in [
        ("名 称*", "名称"),
        ("＊名称（必填）", "名称"),
        ("建筑面积(㎡)", "建筑面积"),
        ("销售额\n（万元）", "销售额"),
        ("Floor Area [m²]", "floorarea"),
        ("名称（必填", "名称"),
        ("（编号）", "编号"),
        ("名称：", "名称"),
        ("电话【选填】", "电话"),
        ("ＳＫＵ", "sku"),
        ("", ""),
        ("(((", ""),
    ] {
        assert_eq!(plain(text), expected, "{text}");
    }
}

#[test]
fn the_unit_of_a_heading_stands_in_brackets_or_behind_a_sign() {
    for (text, expected) in [
        ("建筑面积(㎡)", Some("平方米")),
        ("销售额（万元）", Some("万元")),
        ("销售额（单位：万元）", Some("万元")),
        ("销售额/万元", Some("万元")),
        ("销售额，万元", Some("万元")),
        ("销售额、亿元", Some("亿元")),
        ("销售额，单位：万元", Some("万元")),
        ("金额（必填，万元）", Some("万元")),
        ("增速（%）", Some("%")),
        ("面积[亩]", Some("亩")),
        ("参训人数（人次）", Some("人次")),
        ("单位：万元", Some("万元")),
        ("金额（元）（万元）", None),
        ("名称（必填）", None),
        ("单价（元/平方米）", Some("元/平方米")),
        ("交易额（美元）", Some("美元")),
        ("销售额", None),
        ("Floor area, m2", Some("平方米")),
        ("Floor area dedicated to the role: it is tested, never that of the building", None),
        ("", None),
    ] {
        assert_eq!(unit_in(text).map(|given| given.shown().to_owned()).as_deref(), expected, "{text}");
    }
}

#[test]
fn every_heading_of_the_layout_means_its_column() {
    let layout = layout();
    let sheets = layout.sheets.iter().map(|sheet| (sheet.key.as_str(), &sheet.columns));
    for (key, columns) in sheets.chain([("dossier", &layout.once), ("sections", &layout.heads)]) {
        for (index, column) in columns.iter().enumerate() {
            for heading in
                [&column.heading.zh, &column.heading.en, &column.path.join("."), &format!(" {} *", column.heading.zh)]
            {
                if !heading.is_empty() {
                    assert_eq!(column_of(heading, key, columns), Some(index), "{key}: {heading}");
                }
            }
        }
    }
}

#[test]
fn headings_of_county_offices_are_understood() {
    for (sheet, heading, expected) in [
        ("entities", "社会信用代码", Some("code")),
        ("entities", "企业名称", Some("name")),
        ("entities", "单位名称", Some("name")),
        ("entities", "市场主体名称", Some("name")),
        ("entities", "成立时间", Some("registered")),
        ("entities", "入驻日期", Some("moved_in")),
        ("entities", "是否限上", Some("above_designated_size")),
        ("entities", "佐证材料", Some("evidence")),
        ("entities", "序号", None),
        ("entities", "NO.", None),
        ("entities", "法人", None),
        ("entities", "备注", None),
        ("entities.sales", "销售金额（万元）", Some("amount")),
        ("entities.sales", "交易额", Some("amount")),
        ("entities.sales", "网络零售额/万元", Some("amount")),
        ("entities.sales", "销售额，万元", Some("amount")),
        ("entities.sales", "数据状态", Some("amount.status")),
        ("entities.sales", "销售额·数据来源", Some("amount.source")),
        ("entities.sales", "amount.status", Some("amount.status")),
        ("entities.sales", "月 份", Some("month")),
        ("entities.sales", "电商平台", Some("platform")),
        ("pavilions", "店铺名称", Some("name")),
        ("facilities", "建筑面积(㎡)", Some("floor_area")),
        ("facilities", "设施名称", Some("name")),
        ("facilities.roles", "面积（平方米）", Some("area")),
        ("sessions", "培训时间", Some("date")),
        ("sessions", "参训人数", Some("head_count")),
        ("sessions", "课时", Some("hours")),
        ("sessions.attendance", "学员编号", Some("")),
        ("trainees", "联系方式", Some("phone")),
        ("trainees", "手机号", Some("phone")),
        ("trainees", "身份证号码", Some("resident_id")),
        ("trainees", "姓  名", Some("name")),
        ("trainees", "序号", None),
        ("instruments", "文件名称", Some("title")),
        ("instruments", "发文字号", Some("number")),
        ("brands", "trademark.number", Some("trademark.number")),
        ("brands", "商标注册号", Some("trademark.number")),
        ("brands", "注册号", Some("trademark.number")),
        ("brands", "品牌名称", Some("name")),
        ("statistics", "备注", Some("note")),
        ("statistics", "同比增速(%)", Some("rate")),
        ("dossier", "占地面积", Some("town.site.area")),
        ("dossier", "数据截止日", Some("as_of")),
        ("dossier", "依据文件", None),
        ("dossier", "东至", Some("town.site.limits.east")),
        ("sections", "是否完整", Some("complete")),
        ("compliance", "有无违规", None),
        ("projects", "项目名称", Some("name")),
        ("projects", "", None),
        ("projects", "（）", None),
    ] {
        assert_eq!(path(sheet, heading).as_deref(), expected, "{sheet}: {heading}");
    }
}

#[test]
fn no_synonym_is_lost_on_another_column() {
    for (sheet, rows) in synonyms::COLUMNS {
        for (column, words) in *rows {
            for word in *words {
                assert_eq!(path(sheet, word).as_deref(), Some(*column), "{sheet}: {word}");
            }
        }
    }
}

#[test]
fn every_synonym_is_of_a_column_or_sheet_that_exists() {
    let layout = layout();
    let paths: Vec<String> =
        layout.sheets.iter().flat_map(|sheet| &sheet.columns).map(|column| column.path.join(".")).collect();
    for (path, _) in synonyms::GENERAL {
        assert!(paths.iter().any(|found| found == path), "no column {path}");
    }
    for (key, words) in sheet_synonyms::SHEETS {
        for word in *words {
            let found = sheet_of(word, layout).map(|index| layout.sheets[index].key.as_str());
            assert_eq!(found, Some(*key), "{word}");
        }
    }
}

#[test]
fn a_sheet_is_known_by_its_names() {
    let layout = layout();
    for (index, sheet) in layout.sheets.iter().enumerate() {
        for name in [
            &sheet.title.zh,
            &sheet.title.en,
            &sheet.key,
            &format!("{} (2)", sheet.title.zh),
            &format!("3.{}", sheet.title.zh),
        ] {
            assert_eq!(sheet_of(name, layout), Some(index), "{name}");
        }
    }
    for (name, expected) in [
        ("设施 (2)", Some("facilities")),
        ("3.市场主体", Some("entities")),
        ("表3 市场主体", Some("entities")),
        ("附表2-1：市场主体台账", Some("entities")),
        ("三、市场主体", Some("entities")),
        ("（三）市场主体", Some("entities")),
        ("表三 市场主体名单", Some("entities")),
        ("03_市场主体", Some("entities")),
        ("市场主体登记表", Some("entities")),
        ("垣曲县市场主体一览表", Some("entities")),
        ("乡村e镇市场主体名录", Some("entities")),
        ("2023年市场主体台账", Some("entities")),
        ("电商企业名单", Some("entities")),
        ("Market Entities", Some("entities")),
        ("entities.sales.csv", Some("entities.sales")),
        ("月度销售", Some("entities.sales")),
        ("培训台账", Some("sessions")),
        ("签到表", Some("sessions.attendance")),
        ("学员花名册", Some("trainees")),
        ("问题台账", Some("issues")),
        ("项目一览表", Some("projects")),
        ("统计表", Some("statistics")),
        ("Sheet1", None),
        ("表", None),
        ("", None),
        ("汇总", None),
    ] {
        let found = sheet_of(name, layout).map(|index| layout.sheets[index].key.as_str());
        assert_eq!(found, expected, "{name}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_name_breaks_the_comparison(text in "[\\PC()（）【】\\[\\]/,，、：0-9.表附一二县万元]{0,20}") {
        let layout = layout();
        let _ = (plain(&text), unit_in(&text), sheet_of(&text, layout));
        let sheet = &layout.sheets[3];
        let _ = column_of(&text, &sheet.key, &sheet.columns);
        let _ = column_of(&text, "no such sheet", &sheet.columns);
    }
}

#[test]
fn every_column_is_known_by_its_way_in_json() {
    let layout = layout();
    let sheets = layout.sheets.iter().map(|sheet| (sheet.key.as_str(), &sheet.columns));
    let mut unknown = Vec::new();
    for (key, columns) in sheets.chain([("dossier", &layout.once), ("sections", &layout.heads)]) {
        for (index, column) in columns.iter().enumerate().filter(|(_, column)| !column.path.is_empty()) {
            let name = column.path.join(".");
            if column_of(&name, key, columns) != Some(index) {
                unknown.push(format!("{key}: {name}"));
            }
        }
    }
    assert_eq!(unknown, Vec::<String>::new());
}

#[test]
fn an_odd_unit_is_told_from_a_name() {
    for (heading, odd) in [
        ("金额（10⁵元）", Some("105元")),
        ("金额（取整到万元）", Some("取整到万元")),
        ("金额（万元）", None),
        ("金额（万元，含税）", None),
        ("金额（万示例）", None),
        ("金额（2023年）", None),
        ("金额（500万元以上的企业）", None),
    ] {
        assert_eq!(odd_unit(heading).as_deref(), odd, "{heading}");
    }
}
