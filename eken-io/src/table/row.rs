//! What a row below a header is: a record, or something that people write between and below records.

use eken_core::model::kind::FieldKind;

use super::header::{Header, Meaning, stated_units};
use super::heading::{plain, sheet_of};
use super::layout::{Layout, Sheet};
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
const NOTES: [&str; 33] = [
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
    "联系电话",
    "经办人",
    "填表日期",
    "填表时间",
    "填报时间",
    "制表日期",
    "制表时间",
    "报送时间",
    "报送单位",
    "主管领导",
    "分管领导",
    "单位领导",
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

/// What a row below a header is. A row of which the identifier is filled is a record, whatever its first text; so is one that begins
/// like a note and is filled as records are. Of a table of three columns and more, a row with one cell at the left is none, but for an
/// identifier: it may be a heading between records, and what it is is not known.
pub fn kind_below(row: &Row, header: &Header, sheet: &Sheet) -> Option<RowKind> {
    let filled: Vec<&Placed> = row.cells.iter().filter(|placed| !placed.cell.is_blank()).collect();
    let is_id = |placed: &Placed| match header.columns.get(&placed.column).map(|heading| &heading.meaning) {
        Some(Meaning::Column(index)) => {
            sheet.columns.get(*index).is_some_and(|column| matches!(column.holds.kind(), FieldKind::Id))
        }
        _ => false,
    };
    let names = |placed: &Placed| {
        let heading = header.columns.get(&placed.column).map(|heading| &heading.meaning);
        is_id(placed) || matches!(heading, Some(Meaning::Parent))
    };
    let is_left = |placed: &Placed| header.columns.keys().next().is_none_or(|first| placed.column <= *first);
    let text = |placed: &Placed| placed.cell.text().map(|text| text.trim().to_owned());
    match (kind(row), filled.as_slice()) {
        (RowKind::Total, [_, others @ ..]) => {
            let named = |placed: &&Placed| {
                is_id(placed) && text(placed).is_some_and(|text| text.bytes().any(|sign| !sign.is_ascii_digit()))
            };
            Some(if others.iter().any(named) { RowKind::Record } else { RowKind::Total })
        }
        (RowKind::Note, [_, others @ ..]) => {
            let is_label = |placed: &&Placed| text(placed).is_some_and(|text| text.contains([':', '：']));
            let full = filled.len() >= 3 && filled.len().saturating_mul(2) >= header.columns.len();
            Some(if full && !others.iter().any(is_label) { RowKind::Record } else { RowKind::Note })
        }
        (RowKind::Record, [one]) if header.known >= 3 => match text(one) {
            Some(text) if is_footer(&text) => Some(RowKind::Note),
            // a heading or a footer stands at the left; an identifier alone, of the record or its parent, is a record
            Some(text) if is_left(one) && !(names(one) && text.is_ascii()) => None,
            None if is_left(one) && !names(one) => None,
            _ => Some(RowKind::Record),
        },
        (kind, _) => Some(kind),
    }
}

/// Whether a text that stands alone below records is a note, a page, a date or a place for a seal.
fn is_footer(text: &str) -> bool {
    let plain = plain(text);
    let in_brackets = plain.is_empty() || text.starts_with(['(', '（']) && text.ends_with([')', '）']);
    let numbered = plain.strip_prefix('注').is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()));
    let paged = plain.starts_with('第') && plain.contains('页') || plain.starts_with('共') && plain.ends_with('页');
    let dated =
        plain.contains('年') && plain.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '年' | '月' | '日'));
    let sealed = ["盖章", "签字", "签章", "签名"].into_iter().any(|word| text.contains(word));
    let ended = matches!(plain.as_str(), "以下空白" | "以下无正文" | "以下略" | "略");
    let stated = !stated_units(text).is_empty();
    in_brackets || numbered || paged || dated || sealed || ended || stated || text.starts_with(['*', '※', '★'])
}

/// Whether a text is the title of a table: one that names a kind of facts, is numbered, or ends as titles do.
pub fn is_title_text(text: &str, layout: &Layout) -> bool {
    const ENDS: [&str; 14] =
        ["表", "册", "名单", "名录", "目录", "清单", "台账", "台帐", "一览", "情况", "统计", "汇总", "明细", "信息"];
    let plain = plain(text);
    let named = sheet_of(text, layout).is_some() || ENDS.into_iter().any(|end| plain.ends_with(end));
    let numerals =
        plain.trim_start_matches(|sign: char| sign.is_ascii_digit() || "一二三四五六七八九十".contains(sign));
    let numbered = numerals.len() < plain.len() && numerals.starts_with(['、', '.', ',', ' ']);
    named || numbered || text.trim_start().starts_with(['(', '（', '附'])
}

/// Whether a row above a header looks like a record of its own: as [`has_facts`], or it fills every column with texts, or it has
/// several cells and does not stand right above the header, where the upper half of a header stands.
pub fn stands_alone(row: &Row, columns: usize, is_right_above: bool) -> bool {
    let filled = row.cells.iter().filter(|placed| !placed.cell.is_blank()).count();
    let several = filled >= 2 && (filled >= columns || !is_right_above);
    has_facts(row, columns) || (several && !is_lines(row) && kind(row) == RowKind::Record)
}

/// Whether a row fills half of so many columns and holds a number, a date or a code, and nothing like 单位：万元, as the lines of a
/// title do.
pub fn has_facts(row: &Row, columns: usize) -> bool {
    let filled: Vec<&Cell> = row.cells.iter().map(|placed| &placed.cell).filter(|cell| !cell.is_blank()).collect();
    let is_fact = |cell: &Cell| {
        cell.text().is_none_or(|text| text.is_ascii() && text.contains(|sign: char| sign.is_ascii_digit()))
    };
    let half = filled.len() >= 2 && filled.len().saturating_mul(2) >= columns;
    half && filled.iter().any(|cell| is_fact(cell)) && !is_lines(row) && kind(row) == RowKind::Record
}

/// Whether a row holds the lines of a title: a word and a colon, or whole sentences.
fn is_lines(row: &Row) -> bool {
    let is_line = |text: &str| text.contains([':', '：', '。']) || text.chars().count() > 40;
    row.cells.iter().any(|placed| placed.cell.text().is_some_and(is_line))
}

/// Whether a row below a header numbers its columns, every one, as statistical forms do: 栏次, or 甲 and 乙 first, or A, B, C, (1), (2), ①, ②.
/// Plain 1, 2, 3 number them where one of the columns holds words or dates, so that no record has a number there.
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
    if filled.len() < header.columns.len() {
        return false;
    }
    let certain = || {
        let holds_words = |placed: &&Placed| match header.columns.get(&placed.column).map(|heading| &heading.meaning) {
            Some(Meaning::Column(index)) => sheet.columns.get(*index).is_some_and(|column| {
                use FieldKind::{Flag, Id, Personal, Quantity, Ref, Version};
                !matches!(column.holds.kind(), Quantity { .. } | Id | Ref(_) | Personal | Flag | Version)
            }),
            _ => false,
        };
        filled.iter().any(holds_words)
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
            assert_eq!(stands_alone(&row(texts), 4, true), expected, "{texts:?}");
        }
        let many = row(&["E1", "甲公司"]);
        assert!(stands_alone(&many, 4, true) && !stands_alone(&many, 5, true) && stands_alone(&many, 5, false));
        let words = row(&["县财政局", "局长", "拨付资金"]);
        assert!(stands_alone(&words, 3, true) && !stands_alone(&words, 4, true) && stands_alone(&words, 4, false));
    }

    #[test]
    fn what_stands_below_a_header_is_told_by_its_identifier_and_by_how_much_is_filled() {
        let layout = layout();
        let sheet = layout.sheets.iter().find(|sheet| sheet.key == "entities").unwrap();
        let head = row(&["名称", "编号", "登记类型", "所在乡镇"]);
        let grid = Grid { name: String::new(), kind: GridKind::Sheet, rows: vec![head], merged: Vec::new() };
        let header = header_at(&grid, 0, 1, sheet, layout).unwrap();
        for (texts, expected) in [
            (&["合计", "3"][..], Some(RowKind::Total)),
            (&["总和", "E1"], Some(RowKind::Record)),
            (&["备注：甲", "E1", "公司"], Some(RowKind::Record)),
            (&["填表人：", "某某", "审核人：", "某某"], Some(RowKind::Note)),
            (&["注：共3户", "", "", ""], Some(RowKind::Note)),
            (&["", "E1"], Some(RowKind::Record)),
            (&["一、某乡"], None),
            (&["某某合作社"], None),
            (&["", "", "公司"], Some(RowKind::Record)),
            (&["县局（盖章）"], Some(RowKind::Note)),
            (&["2023年12月31日"], Some(RowKind::Note)),
            (&["第1页 共2页"], Some(RowKind::Note)),
            (&["注1：甲"], Some(RowKind::Note)),
            (&["*由县局填报"], Some(RowKind::Note)),
            (&["（其他略）"], Some(RowKind::Note)),
            (&["经办人：某某"], Some(RowKind::Note)),
            (&["单位：万元"], Some(RowKind::Note)),
            (&["某某合作社", "", "公司"], Some(RowKind::Record)),
        ] {
            assert_eq!(kind_below(&row(texts), &header, sheet), expected, "{texts:?}");
        }
        for (text, expected) in
            [("市场主体登记表（续）", true), ("二、设施", true), ("品牌", true), ("某某合作社", false)]
        {
            assert_eq!(is_title_text(text, layout), expected, "{text}");
        }
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
            (&["栏次", "1", "2", "3"], true),
            (&["栏次", "甲", "1", "2"], true),
            (&["甲", "（1）", "（2）", "（3）"], true),
            (&["（1）", "（2）", "（3）", "（4）"], true),
            (&["甲", "1", "2"], false),
            (&["①", "②", "③"], false),
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
