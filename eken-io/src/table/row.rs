//! What a row below a header is: a record, or something that people write between and below records.

use super::heading::plain;
use crate::grid::{Cell, Row};

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Nothing but blanks.
    Blank,
    /// A record.
    Record,
    /// A sum of the rows above (合计).
    Total,
    /// A note (注：…) or a line for signatures.
    Note,
    /// An example of the template (例：…).
    Example,
}

/// First words of a row of sums.
const TOTALS: [&str; 9] = ["合计", "总计", "小计", "共计", "累计", "总和", "total", "subtotal", "sum"];
/// First words of a note or a line of signatures, which a colon follows.
const NOTES: [&str; 21] = [
    "注",
    "备注",
    "说明",
    "附注",
    "注意",
    "填表说明",
    "填表人",
    "填报人",
    "制表人",
    "制表",
    "审核人",
    "审核",
    "负责人",
    "单位负责人",
    "填报单位",
    "填报日期",
    "联系人",
    "资料来源",
    "数据来源",
    "note",
    "source",
];
/// First words of an example.
const EXAMPLES: [&str; 4] = ["例", "示例", "填写示例", "example"];

/// What a row is, by its first text.
pub fn kind(row: &Row) -> RowKind {
    let mut filled = row.cells.iter().filter(|placed| !placed.cell.is_blank());
    let Some(first) = filled.next() else { return RowKind::Blank };
    let Some(text) = first.cell.text() else { return RowKind::Record };
    let before_colon = |words: &[&str]| {
        let head = text.trim_start().split([':', '：']).next().filter(|head| head.len() < text.trim_start().len());
        head.is_some_and(|head| words.contains(&plain(head).as_str()))
    };
    if before_colon(&EXAMPLES) {
        RowKind::Example
    } else if TOTALS.contains(&plain(text).trim_end_matches([':', '：'])) {
        RowKind::Total
    } else if before_colon(&NOTES) {
        RowKind::Note
    } else {
        RowKind::Record
    }
}

/// Whether a row above a header looks like a record of its own: it fills half of the header's columns, holds a number, a date or
/// a code, and nothing like 单位：万元, as the lines of a title do.
pub fn stands_alone(row: &Row, columns: usize) -> bool {
    let filled: Vec<&Cell> = row.cells.iter().map(|placed| &placed.cell).filter(|cell| !cell.is_blank()).collect();
    let is_label = |cell: &Cell| cell.text().is_some_and(|text| text.contains([':', '：']));
    let is_fact = |cell: &Cell| {
        cell.text().is_none_or(|text| text.is_ascii() && text.contains(|sign: char| sign.is_ascii_digit()))
    };
    filled.len() >= 2
        && filled.len().saturating_mul(2) >= columns
        && filled.iter().any(|cell| is_fact(cell))
        && !filled.iter().any(|cell| is_label(cell))
        && kind(row) == RowKind::Record
}

/// Whether a row below a header numbers its columns, as statistical forms do (栏次, or 甲, 乙, 1, 2, 3): it does so in every cell, by
/// letters first.
pub fn is_numbering(row: &Row) -> bool {
    const STEMS: [&str; 6] = ["甲", "乙", "丙", "丁", "戊", "己"];
    let mut letters = STEMS.iter();
    let mut number = 0_u32;
    let mut named = false;
    let filled = row.cells.iter().filter(|placed| !placed.cell.is_blank());
    let all = filled.clone().all(|placed| {
        let text = match &placed.cell {
            Cell::Text(text) => plain(text.trim_matches(['(', ')', '（', '）', ' '])),
            Cell::Number(token) => token.clone(),
            _ => return false,
        };
        if number == 0 && !named && text == "栏次" {
            named = true;
            return true;
        }
        if number == 0 && letters.as_slice().first() == Some(&text.as_str()) {
            letters.next();
            named = true;
            return true;
        }
        number = number.saturating_add(1);
        text == number.to_string()
    });
    all && named && filled.count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Placed;

    fn row(texts: &[&str]) -> Row {
        let placed =
            |(column, text): (usize, &&str)| Placed { column, cell: Cell::Text((*text).to_owned()), formula: false };
        Row { number: 1, cells: (1..).zip(texts).map(placed).collect() }
    }

    #[test]
    fn what_people_write_around_records_is_none() {
        for (texts, expected) in [
            (&["  ", "\u{3000}"][..], RowKind::Blank),
            (&["合 计", "", "12"], RowKind::Total),
            (&["总计：", "3"], RowKind::Total),
            (&["注：销售额含税"], RowKind::Note),
            (&["填表人：", "", "审核人："], RowKind::Note),
            (&["例：E1", "示例公司"], RowKind::Example),
            (&["E1", "合计"], RowKind::Record),
            (&["备注"], RowKind::Record),
            (&["说明书公司", "x"], RowKind::Record),
            (&["", "甲公司"], RowKind::Record),
        ] {
            assert_eq!(kind(&row(texts)), expected, "{texts:?}");
        }
    }

    #[test]
    fn a_record_above_a_header_is_told_from_a_title() {
        for (texts, expected) in [
            (&["E1", "91140827MA0EKEN03X", "甲公司"][..], true),
            (&["垣曲县市场主体名录"], false),
            (&["填报单位：示例局", "2023-12"], false),
            (&["", "2023年", "2022年"], false),
            (&["基本情况", "", "销售"], false),
            (&["合计", "12"], false),
            (&["E1"], false),
        ] {
            assert_eq!(stands_alone(&row(texts), 4), expected, "{texts:?}");
        }
        let many = row(&["E1", "甲公司"]);
        assert!(stands_alone(&many, 4) && !stands_alone(&many, 5));
    }

    #[test]
    fn a_row_that_numbers_the_columns_does_so_in_every_cell() {
        for (texts, expected) in [
            (&["甲", "乙", "1", "2", "3"][..], true),
            (&["栏次", "1", "2"], true),
            (&["甲", "（1）", "（2）"], true),
            (&["甲", "乙"], false),
            (&["甲", "乙", "5"], false),
            (&["1", "2", "3"], false),
            (&["甲", "1", "3"], false),
            (&["甲", "丙", "1"], false),
            (&["甲公司", "1", "2"], false),
        ] {
            assert_eq!(is_numbering(&row(texts)), expected, "{texts:?}");
        }
    }
}
