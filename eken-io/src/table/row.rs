//! What a row below a header is: a record, or something that people write between and below records.

use super::heading::plain;
use crate::grid::Row;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{Cell, Placed};

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
}
