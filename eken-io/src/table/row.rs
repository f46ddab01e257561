//! What a row below a header is: a record, or something that people write between and below records.

use super::header::{Header, Meaning};
use super::heading::plain;
use super::layout::Sheet;
use crate::grid::{Cell, Placed, Row};

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

/// Whether a row below a header numbers its columns, as statistical forms do: 栏次, or 甲 and 乙 first, or A, B, C, (1), (2), ①, ②.
/// Plain 1, 2, 3 number them where they do so in every column, one of which holds words or dates, so that no record has a number
/// there.
pub fn is_numbering(row: &Row, header: &Header, sheet: &Sheet) -> bool {
    let filled: Vec<&Placed> = row.cells.iter().filter(|placed| !placed.cell.is_blank()).collect();
    let signs: Option<Vec<Sign>> = filled.iter().map(|placed| Sign::of(&placed.cell)).collect();
    let Some(signs) = signs.filter(|signs| signs.len() >= 3) else { return false };
    let named = signs.iter().take_while(|sign| matches!(sign, Sign::Stem(_) | Sign::Word)).count();
    let (before, after) = signs.split_at_checked(named).unwrap_or((&signs, &[]));
    let count = |from: usize, signs: &[Sign], of: fn(&Sign) -> Option<usize>| {
        (from..).zip(signs).all(|(nth, sign)| of(sign) == Some(nth))
    };
    let stems = match before.split_first() {
        Some((Sign::Word, stems)) => stems,
        _ => before,
    };
    let stemmed = count(0, stems, |sign| if let Sign::Stem(nth) = sign { Some(*nth) } else { None });
    let lettered = count(0, after, |sign| if let Sign::Letter(nth) = sign { Some(*nth) } else { None });
    let marked = count(1, after, |sign| if let Sign::Marked(nth) = sign { Some(*nth) } else { None });
    let plain = count(1, after, |sign| match sign {
        Sign::Plain(nth) | Sign::Marked(nth) => Some(*nth),
        _ => None,
    });
    let certain = || {
        let holds_words = |placed: &&Placed| match header.columns.get(&placed.column).map(|heading| &heading.meaning) {
            Some(Meaning::Column(index)) => sheet.columns.get(*index).is_some_and(|column| {
                use eken_core::model::kind::FieldKind::{Flag, Id, Personal, Quantity, Ref, Version};
                !matches!(column.holds.kind(), Quantity { .. } | Id | Ref(_) | Personal | Flag | Version)
            }),
            _ => false,
        };
        filled.len() == header.columns.len() && filled.iter().any(holds_words)
    };
    stemmed && if named > 0 { plain } else { lettered || marked || (plain && certain()) }
}

/// A cell of a row that numbers columns.
enum Sign {
    /// 栏次.
    Word,
    /// 甲, 乙, from 0.
    Stem(usize),
    /// A, B, from 0.
    Letter(usize),
    /// (1), ①, from 1.
    Marked(usize),
    /// 1, 2.
    Plain(usize),
}

impl Sign {
    fn of(cell: &Cell) -> Option<Self> {
        const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
        let text = match cell {
            Cell::Text(text) => text.trim(),
            Cell::Number(token) => token.as_str(),
            _ => return None,
        };
        let inside = plain(text.trim_matches(['(', ')', '（', '）', ' ']));
        if inside == "栏次" {
            return Some(Self::Word);
        }
        if let Some(nth) = STEMS.iter().position(|stem| *stem == inside) {
            return Some(Self::Stem(nth));
        }
        let mut letters = inside.bytes();
        if let (Some(letter @ b'a'..=b'z'), None) = (letters.next(), letters.next()) {
            return Some(Self::Letter(usize::from(letter.saturating_sub(b'a'))));
        }
        let circled = |text: &str| text.chars().all(|sign| matches!(sign, '①'..='⑳'));
        let digits = !inside.is_empty() && inside.bytes().all(|sign| sign.is_ascii_digit());
        let number = inside.parse().ok().filter(|_| digits)?;
        let marked = circled(text) || text.starts_with(['(', '（']);
        Some(if marked { Self::Marked(number) } else { Self::Plain(number) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::header::header_at;
    use super::super::layout::layout;
    use super::*;
    use crate::grid::{Grid, GridKind};

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
        let layout = layout();
        let sheet = layout.sheets.iter().find(|sheet| sheet.key == "investments").unwrap();
        let header = |headings: &[&str]| {
            let grid =
                Grid { name: String::new(), kind: GridKind::Sheet, rows: vec![row(headings)], merged: Vec::new() };
            header_at(&grid, 0, 1, sheet, layout).unwrap()
        };
        let four = header(&["编号", "投资口径", "投资来源", "金额"]);
        for (texts, expected) in [
            (&["甲", "乙", "1", "2", "3"][..], true),
            (&["栏次", "1", "2"], true),
            (&["栏次", "甲", "1"], true),
            (&["甲", "（1）", "（2）"], true),
            (&["（1）", "（2）", "（3）"], true),
            (&["①", "②", "③", "④"], true),
            (&["A", "B", "C", "D"], true),
            (&["1", "2", "3", "4"], true),
            (&["1", "2", "3"], false),
            (&["A", "B", "D", "E"], false),
            (&["(1)", "(2)", "4"], false),
            (&["甲", "乙"], false),
            (&["甲", "乙", "5"], false),
            (&["甲", "1", "3"], false),
            (&["甲", "丙", "1"], false),
            (&["甲公司", "1", "2"], false),
            (&["2", "3", "4", "5"], false),
            (&["E1", "2", "3", "4"], false),
        ] {
            assert_eq!(is_numbering(&row(texts), &four, sheet), expected, "{texts:?}");
        }
        // an identifier and two figures may be 1, 2, 3
        let figures = header(&["编号", "金额", "序号"]);
        assert!(!is_numbering(&row(&["1", "2", "3"]), &figures, sheet));
    }
}
