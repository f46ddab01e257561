//! Values of the example rows: made up, with check characters that hold.

use eken_core::model::kind::FieldKind;
use eken_core::quantity::Unit;
use eken_core::words::Lang;

use crate::table::layout::{Column, Holds};

/// Prefixes of identifiers by section, as people write them; other sections have `A`.
const PREFIXES: [(&str, &str); 15] = [
    ("appropriations", "BK"),
    ("brands", "PP"),
    ("documents", "WJ"),
    ("entities", "ZT"),
    ("experts", "ZJ"),
    ("facilities", "SS"),
    ("industries", "CY"),
    ("inspections", "JC"),
    ("institutions", "JG"),
    ("instruments", "ZD"),
    ("products", "CP"),
    ("projects", "XM"),
    ("sessions", "PX"),
    ("supply_chains", "GL"),
    ("trainees", "XY"),
];

/// Texts of their own: sheet, field, Chinese, English. What is not here follows from its kind.
const TEXTS: [(&str, &str, &str, &str); 26] = [
    ("entities", "code", "91140827MA0EKEN03X", "91140827MA0EKEN03X"),
    ("entities", "name", "垣曲县示例农产品有限公司", "Example Produce Co. Ltd."),
    ("entities", "industry", "5292", "5292"),
    ("entities.sales", "platform", "示例平台", "Example platform"),
    ("institutions", "code", "121408274000000425", "121408274000000425"),
    ("institutions", "name", "示例电商服务站", "Example service station"),
    ("industries", "name", "食用菌", "mushrooms"),
    ("industries", "code", "0142", "0142"),
    ("supply_chains", "name", "食用菌供应链", "mushroom supply chain"),
    ("facilities", "name", "示例公共服务中心", "Example service centre"),
    ("facilities", "building", "一号楼", "Building 1"),
    ("brands", "name", "示例山货", "Example Hills"),
    ("products", "name", "示例核桃仁", "example walnuts"),
    ("projects", "name", "示例冷链项目", "example cold store"),
    ("trainees", "name", "王示例", "Wang Shili"),
    ("trainees", "resident_id", "142733197001010017", "142733197001010017"),
    ("trainees", "phone", "13900000000", "13900000000"),
    ("experts", "name", "李示例", "Li Shili"),
    ("fostered", "name", "张示例", "Zhang Shili"),
    ("instruments", "title", "示例管理办法", "example rules"),
    ("instruments", "number", "示例发〔2023〕1号", "示例发〔2023〕1号"),
    ("documents", "title", "示例面积测绘报告", "example survey"),
    ("documents", "kind", "测绘报告", "survey"),
    ("appropriations", "number", "示例财〔2023〕2号", "示例财〔2023〕2号"),
    ("sessions", "title", "短视频运营培训", "short video course"),
    ("contests", "name", "示例创业大赛", "example contest"),
];

/// The identifier of the example of a section, or the number of its row where its records have none.
pub fn id(section: &str, has_ids: bool) -> String {
    if !has_ids {
        return "1".to_owned();
    }
    let prefix = PREFIXES.iter().find(|(known, _)| *known == section).map_or("A", |(_, prefix)| prefix);
    format!("{prefix}001")
}

/// The example of a column.
pub fn of(sheet: &str, column: &Column, lang: Lang) -> String {
    let name = column.path.join(".");
    if let Some((.., zh, en)) = TEXTS.iter().find(|(of, field, ..)| *of == sheet && *field == name) {
        return match lang {
            Lang::Zh => (*zh).to_owned(),
            Lang::En => (*en).to_owned(),
        };
    }
    // what belongs to no record of its own, what ended, what is said of a figure: blank, as in most rows
    let ends =
        ["until", "ended", "closed", "withdrawn", "delisted", "moved_out", "deregistered", "expires", "repealed"];
    let last = column.path.last().copied().unwrap_or_default();
    if column.detail || ends.contains(&last) {
        return String::new();
    }
    let pick = |zh: &str, en: &str| if lang == Lang::Zh { zh.to_owned() } else { en.to_owned() };
    match column.holds.kind() {
        FieldKind::Id => id(sheet, true),
        FieldKind::Ref(section) if *section == sheet => String::new(),
        // what refers to another record of the parent's kind does not mean the parent itself
        FieldKind::Ref(section) if sheet.starts_with(section) => id(section, true).replace('1', "2"),
        FieldKind::Ref(section) => match column.holds {
            Holds::Several(_) => {
                let first = id(section, true);
                format!("{first}{}{}", pick("、", "; "), first.replace('1', "2"))
            }
            Holds::One(_) => id(section, true),
        },
        FieldKind::Code(codes) => codes.first().map(|code| code.label.get(lang).to_owned()).unwrap_or_default(),
        FieldKind::Flag => pick("是", "yes"),
        FieldKind::Date => "2023-05-31".to_owned(),
        FieldKind::PartialDate | FieldKind::Month => "2023-05".to_owned(),
        FieldKind::Time => "09:00".to_owned(),
        FieldKind::Quantity { bounds, .. } => match bounds.unit {
            Unit::Yuan => "126800.50",
            Unit::SquareMetre => "260.5",
            Unit::Percent | Unit::PercentagePoint => "12.5",
            Unit::Hour => "8",
            Unit::PersonTime | Unit::Person | Unit::Item => "1",
        }
        .to_owned(),
        FieldKind::Text(_) if column.required => pick("（文字）", "(text)"),
        _ => String::new(),
    }
}
