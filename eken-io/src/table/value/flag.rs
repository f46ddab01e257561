//! Yes and no, as forms say it.

use super::seen::Seen;
use super::written::compact;

const YES: [&str; 16] = ["是", "有", "对", "√", "✓", "✔", "☑", "✅", "y", "yes", "true", "t", "1", "是的", "v", "∨"];
const NO: [&str; 18] =
    ["否", "无", "错", "×", "✗", "✘", "✕", "✖", "☒", "❌", "x", "n", "no", "false", "f", "0", "没有", "不是"];

/// Yes, no, or something else.
pub(super) fn read(seen: &Seen<'_>) -> Option<bool> {
    let text = match seen {
        Seen::Flag(flag) => return Some(*flag),
        Seen::Text(text) | Seen::Number(text) => compact(text),
        _ => return None,
    };
    // an emoji may carry a sign that asks for its coloured form
    let text = text.trim_end_matches('\u{FE0F}');
    if YES.contains(&text) {
        Some(true)
    } else if NO.contains(&text) {
        Some(false)
    } else {
        None
    }
}
