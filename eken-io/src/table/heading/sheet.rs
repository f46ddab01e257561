//! The sheet that a name means.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::parts::plain;
use super::sheet_synonyms::SHEETS;
use crate::table::layout::{Layout, layout as own_layout};

/// Names of sheets, the surest level first; a name that two sheets have means neither.
type Levels = [HashMap<String, Option<usize>>; 3];

/// What stands behind the name of a list.
const BEHIND: [&str; 22] = [
    "登记表",
    "统计表",
    "汇总表",
    "明细表",
    "情况表",
    "信息表",
    "一览表",
    "花名册",
    "台账",
    "台帐",
    "清单",
    "名单",
    "名录",
    "目录",
    "明细",
    "汇总",
    "统计",
    "情况",
    "信息",
    "记录",
    "表",
    "list",
];

/// What stands before it.
const BEFORE: [&str; 6] = ["乡村e镇", "乡村e镇项目", "e镇", "附表", "附件", "表"];

/// The sheet that a name means: by Chinese or English title, label or key, with or without a number before it and words such as
/// 台账 behind it, or by a synonym. `None` when it is unknown or ambiguous.
pub fn sheet_of(name: &str, layout: &Layout) -> Option<usize> {
    static NAMES: LazyLock<Levels> = LazyLock::new(|| names(own_layout()));
    let made = if std::ptr::eq(layout, own_layout()) { None } else { Some(names(layout)) };
    let names = made.as_ref().unwrap_or(&NAMES);
    let wanted = bare(name);
    let tries = [wanted.clone(), unnumbered(&wanted), stem(&unnumbered(&wanted)), stem(&core(&unnumbered(&wanted)))];
    let mut tries = tries.iter().filter(|text| !text.is_empty());
    tries.find_map(|text| names.iter().find_map(|level| level.get(text.as_str()).copied())).flatten()
}

fn names(layout: &Layout) -> Levels {
    let mut levels = Levels::default();
    let [titles, stems, synonyms] = &mut levels;
    let note = |level: &mut HashMap<String, Option<usize>>, name: String, index: usize| {
        let held = level.entry(name).or_insert(Some(index));
        if *held != Some(index) {
            *held = None;
        }
    };
    for (index, sheet) in layout.sheets.iter().enumerate() {
        for text in [&sheet.title.zh, &sheet.title.en, &sheet.key] {
            note(titles, bare(text), index);
        }
        let last = sheet.title.zh.rsplit('·').next().unwrap_or_default();
        for text in [sheet.label.zh, sheet.label.en, last, &sheet.title.zh] {
            note(stems, bare(text), index);
            note(stems, stem(&bare(text)), index);
        }
        for (_, words) in SHEETS.iter().filter(|(key, _)| *key == sheet.key) {
            words.iter().for_each(|word| note(synonyms, stem(&bare(word)), index));
            words.iter().for_each(|word| note(synonyms, bare(word), index));
        }
    }
    levels
}

/// A name as it is compared: without what joins its parts.
fn bare(text: &str) -> String {
    let text = plain(text);
    let text = text.strip_suffix(".csv").unwrap_or(&text);
    text.chars().filter(|sign| !matches!(sign, '·' | '•' | '・' | '_' | '-' | '—')).collect()
}

/// A name without its number: 3.市场主体, 表3市场主体, 附表2-1, 三、市场主体.
fn unnumbered(text: &str) -> String {
    let rest = ["附件", "附表", "表"].into_iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let digits = rest.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
    if digits.len() < rest.len() {
        let digits = ["年度", "年"].into_iter().find_map(|word| digits.strip_prefix(word)).unwrap_or(digits);
        return digits.trim_start_matches(PARTS).to_owned();
    }
    let numerals = rest.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '第']);
    let numbered = numerals.len() < rest.len() && (numerals.starts_with(PARTS) || rest.len() < text.len());
    if numbered { numerals.trim_start_matches(PARTS).to_owned() } else { text.to_owned() }
}

const PARTS: [char; 7] = ['、', '.', ',', ':', ')', '。', '/'];

/// A name without 表, 台账 and the like behind it, as long as something is left.
fn stem(text: &str) -> String {
    let mut rest = text;
    while let Some(shorter) = BEHIND.iter().find_map(|word| rest.strip_suffix(word).filter(|rest| !rest.is_empty())) {
        rest = shorter;
    }
    rest.to_owned()
}

/// A name without the county or the town before it.
fn core(text: &str) -> String {
    let county = text.split_once('县').filter(|(county, rest)| county.chars().count() <= 4 && !rest.is_empty());
    let rest = county.map_or(text, |(_, rest)| rest);
    let rest = BEFORE.iter().find_map(|word| rest.strip_prefix(word)).filter(|rest| !rest.is_empty()).unwrap_or(rest);
    rest.to_owned()
}
