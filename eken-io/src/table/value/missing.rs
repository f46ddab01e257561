//! Reasons for a missing value, and signs that stand for nothing.

use eken_core::json::Tree;
use eken_core::model::kind::{Code, Reason};

use super::written::{compact, trim};

/// The sign before a reason in a cell.
const SIGN: [char; 2] = ['#', '＃'];

/// Words that say that nothing is there, without a reason. None of them is ever read as zero.
const NOTHING: [&str; 16] = [
    "无",
    "暂无",
    "没有",
    "无数据",
    "暂缺",
    "待补",
    "待补充",
    "待定",
    "不详",
    "未知",
    "不明",
    "空",
    "n/a",
    "na",
    "none",
    "nil",
];

/// A missing value written as `#未采集` or `#未采集：note`.
pub(super) fn stated(text: &str) -> Option<Tree> {
    let rest = text.strip_prefix(SIGN)?;
    let (words, note) = match rest.split_once(['：', ':']) {
        Some((words, note)) => (words, trim(note)),
        None => (rest, ""),
    };
    let mut members = vec![("missing".into(), Tree::text(code(words)?))];
    if !note.is_empty() {
        members.push(("note".into(), Tree::text(note)));
    }
    Some(Tree::Object(members))
}

/// A missing value written as the bare words of a reason, where nothing else could be meant.
pub(super) fn reason(text: &str) -> Option<Tree> {
    Some(Tree::Object(vec![("missing".into(), Tree::text(code(text)?))]))
}

/// A missing value as a cell writes it.
pub(super) fn written(value: &Tree) -> Option<String> {
    let Tree::Object(members) = value else { return None };
    let Some(Tree::Text(code)) = value.get("missing") else { return None };
    let label = Reason::from_code(code)?.label().zh;
    match (value.get("note"), members.len()) {
        (None, 1) => Some(format!("#{label}")),
        (Some(Tree::Text(note)), 2) => Some(format!("#{label}：{note}")),
        _ => None,
    }
}

/// Whether a text is nothing but dashes or strokes.
pub(super) fn is_dash(text: &str) -> bool {
    let text = compact(text);
    !text.is_empty() && text.chars().all(|sign| matches!(sign, '-' | '/' | '\\' | '_' | '~'))
}

/// Whether a text is a word for nothing.
pub(super) fn is_none_word(text: &str) -> bool {
    NOTHING.contains(&compact(text).as_str())
}

fn code(words: &str) -> Option<&'static str> {
    let words = compact(words);
    let is = |text: &str| compact(text) == words;
    Reason::INFO.iter().find(|info| is(info.code) || is(info.label.zh) || is(info.label.en)).map(|info| info.code)
}
