//! How a column is filled, in words: what it means, what it rests on, how a value is written.

use eken_core::model::kind::{Code, FieldKind, Reason};
use eken_core::quantity::Unit;
use eken_core::words::Lang;

use super::names::REQUIRED;
use crate::table::layout::{Column, Holds};

/// The heading of a column: marked where it must be filled, with its unit.
pub fn heading(column: &Column, lang: Lang) -> String {
    let mark = if column.required { REQUIRED } else { "" };
    let unit = unit(column.holds.kind(), lang);
    let heading = column.heading.get(lang);
    match (unit, lang) {
        ("", _) => format!("{mark}{heading}"),
        (unit, Lang::Zh) => format!("{mark}{heading}（{unit}）"),
        (unit, Lang::En) => format!("{mark}{heading} ({unit})"),
    }
}

/// The unit of a kind; empty where it has none, or counts things.
fn unit(kind: &FieldKind, lang: Lang) -> &'static str {
    match kind {
        FieldKind::Quantity { bounds, .. } if bounds.unit != Unit::Item => bounds.unit.label().get(lang),
        _ => "",
    }
}

/// How a value of the column is written.
pub fn written(column: &Column, lang: Lang) -> String {
    let kind = column.holds.kind();
    let zh = lang == Lang::Zh;
    let one = match (kind, zh) {
        (FieldKind::Text(most), true) => format!("文字，不超过{most}字"),
        (FieldKind::Text(most), false) => format!("text of at most {most} characters"),
        (FieldKind::Id, true) => "编号，同一张表内不得重复，其他表用它来指明这一条".to_owned(),
        (FieldKind::Id, false) => {
            "an identifier, used once in this sheet; other sheets name the record by it".to_owned()
        }
        (FieldKind::Ref(_), true) => "填对应表中的编号".to_owned(),
        (FieldKind::Ref(_), false) => "the identifier in the other sheet".to_owned(),
        (FieldKind::Personal, true) => "个人信息，按最小必要填写".to_owned(),
        (FieldKind::Personal, false) => "personal data; no more than is needed".to_owned(),
        (FieldKind::Code(_), true) => "从下拉列表中选择".to_owned(),
        (FieldKind::Code(_), false) => "one of the drop-down list".to_owned(),
        (FieldKind::Flag, true) => "是或否".to_owned(),
        (FieldKind::Flag, false) => "yes or no".to_owned(),
        (FieldKind::Date, true) => "日期，如 2023-05-31".to_owned(),
        (FieldKind::Date, false) => "a day, such as 2023-05-31".to_owned(),
        (FieldKind::PartialDate, true) => {
            "日期、月份、季度或年份，如 2023-05-31、2023-05、2023年第二季度、2023".to_owned()
        }
        (FieldKind::PartialDate, false) => {
            "a day, month, quarter or year: 2023-05-31, 2023-05, 2023Q2, 2023".to_owned()
        }
        (FieldKind::Month, true) => "月份，如 2023-05".to_owned(),
        (FieldKind::Month, false) => "a month, such as 2023-05".to_owned(),
        (FieldKind::Time, true) => "时刻，如 09:30".to_owned(),
        (FieldKind::Time, false) => "a time of day, such as 09:30".to_owned(),
        (FieldKind::Quantity { bounds, .. }, _) => {
            let unit = bounds.unit.label().get(lang);
            match (bounds.places == 0, zh) {
                (true, true) => format!("整数，单位：{unit}"),
                (true, false) if unit.is_empty() => "a whole number".to_owned(),
                (true, false) => format!("a whole number of {unit}"),
                (false, true) => format!("数字，单位：{unit}，单元格内只写数字"),
                (false, false) => format!("a number in {unit}"),
            }
        }
        (FieldKind::Geometry, true) => "GeoJSON 文本".to_owned(),
        (FieldKind::Geometry, false) => "GeoJSON as text".to_owned(),
        _ => String::new(),
    };
    match (&column.holds, zh) {
        (Holds::Several(_), true) => format!("{one}；多个用“、”隔开"),
        (Holds::Several(_), false) => format!("{one}; several are separated by semicolons"),
        (Holds::One(_), _) => one,
    }
}

/// The reasons for a missing value, as they are written in a cell.
pub fn reasons(lang: Lang) -> String {
    let reasons: Vec<String> = Reason::ALL.iter().map(|reason| format!("#{}", reason.label().get(lang))).collect();
    match lang {
        Lang::Zh => reasons.join("、"),
        Lang::En => reasons.join(", "),
    }
}

/// Everything about a column, a line each: for the note on its heading.
pub fn lines(column: &Column, lang: Lang) -> Vec<String> {
    let zh = lang == Lang::Zh;
    let must = column.required.then(|| if zh { "必填" } else { "required" }.to_owned());
    // what is said about a figure is left out where there is nothing to say
    let missing = (column.missable && !column.detail).then(|| {
        if zh {
            "没有数据时写明原因，如 #未采集"
        } else {
            "without data, give the reason: #not collected"
        }
        .to_owned()
    });
    must.into_iter().chain(about(column, lang)).chain(missing).collect()
}

/// What a column means, how it is written and what it rests on.
pub fn about(column: &Column, lang: Lang) -> Vec<String> {
    let zh = lang == Lang::Zh;
    let mut lines = Vec::new();
    match column.help.get(lang) {
        "" => {}
        help if zh => lines.push(format!("含义：{help}")),
        help => lines.push(help.to_owned()),
    }
    let how = written(column, lang);
    lines.push(if zh { format!("填写：{how}") } else { how });
    if !column.clauses.is_empty() {
        let clauses = column.clauses.join(if zh { "、" } else { ", " });
        lines.push(if zh { format!("依据：{clauses}") } else { format!("rests on {clauses}") });
    }
    lines
}
