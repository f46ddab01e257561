//! Lines of a page: columns that count Chinese characters as two, and wrapping.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::style::{Ink, Style};

/// Least columns that a wrapped text gets, however narrow the page.
const NARROWEST: usize = 20;

/// Columns that a text takes.
pub(super) fn columns(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// A text fit for a terminal: control characters and those that turn the direction of writing become `\u{fffd}`, so that no
/// file can write over the page, colour it or add lines to it.
pub fn printable(text: &str) -> Cow<'_, str> {
    let steers = |sign: char| {
        sign.is_control()
            || matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(steers) { Cow::Owned(text.replace(steers, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

/// A text filled up with blanks to so many columns.
pub(super) fn padded(text: &str, to: usize) -> String {
    let text = printable(text);
    let blanks = to.saturating_sub(columns(&text));
    format!("{text}{}", " ".repeat(blanks))
}

/// A text broken into lines of so many columns.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let width = width.max(NARROWEST);
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(&printable(text)) {
        if columns(&line).saturating_add(columns(piece.trim_end())) > width && !line.is_empty() {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        for character in piece.chars() {
            if line.is_empty() && character == ' ' {
                continue;
            }
            // a piece longer than the line is cut where the line ends
            if columns(&line).saturating_add(character.width().unwrap_or(0)) > width && character != ' ' {
                lines.push(line.trim_end().to_owned());
                line.clear();
            }
            line.push(character);
        }
    }
    if !line.trim_end().is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Pieces between which a line may break.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut piece = String::new();
    let mut last: Option<char> = None;
    for character in text.chars() {
        if last.is_some_and(|last| may_break(last, character)) {
            pieces.push(std::mem::take(&mut piece));
        }
        piece.push(character);
        last = Some(character);
    }
    pieces.push(piece);
    pieces
}

fn may_break(before: char, after: char) -> bool {
    if "，。、；：！？）》”’,.;:!?)]%℃".contains(after) || "（《“‘([".contains(before) || after == ' '
    {
        return false;
    }
    let wide = |character: char| character.width() == Some(2);
    before == ' ' || wide(before) || wide(after)
}

/// A cell of a line: a text, its ink, its columns.
pub(super) type Cell<'a> = (&'a str, Ink, usize);

/// A page being written.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) style: &'a Style,
    out: String,
}

impl<'a> Page<'a> {
    pub(super) fn new(style: &'a Style) -> Self {
        Self { style, out: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// An empty line, never two in a row and none at the top.
    pub(super) fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A heading with an empty line before it.
    pub(super) fn heading(&mut self, text: &str) {
        self.blank();
        for line in wrapped(text, self.style.width) {
            self.out.push_str(&self.style.paint(Ink::Bold, &line));
            self.out.push('\n');
        }
    }

    /// A text, wrapped, every line indented.
    pub(super) fn text(&mut self, indent: usize, text: &str) {
        self.inked(indent, Ink::Plain, text);
    }

    /// A text in an ink, wrapped, every line indented.
    pub(super) fn inked(&mut self, indent: usize, ink: Ink, text: &str) {
        self.row(&[("", Ink::Plain, indent)], ink, text);
    }

    /// Cells, then a text that wraps in what is left of the line.
    pub(super) fn row(&mut self, cells: &[Cell<'_>], ink: Ink, text: &str) {
        let mut lead = String::new();
        let mut indent = 0usize;
        for (cell, ink, width) in cells {
            let filled = padded(cell, *width);
            indent = indent.saturating_add(columns(&filled));
            let bare = filled.trim_end();
            lead.push_str(&self.style.paint(*ink, bare));
            lead.push_str(&" ".repeat(columns(&filled).saturating_sub(columns(bare))));
        }
        let lines = wrapped(text, self.style.width.saturating_sub(indent));
        for (index, line) in lines.iter().enumerate() {
            let before = if index == 0 { lead.clone() } else { " ".repeat(indent) };
            let whole = format!("{before}{}", self.style.paint(ink, line));
            self.out.push_str(whole.trim_end());
            self.out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_character_takes_two_columns() {
        assert_eq!(columns("展示16"), 6);
        assert_eq!(padded("展示", 6), "展示  ");
    }

    #[test]
    fn lines_break_between_characters_and_never_before_a_mark() {
        assert_eq!(wrapped("建筑面积三百一十二平方米，要求", 24), ["建筑面积三百一十二平方", "米，要求"]);
        assert_eq!(wrapped("the floor area exceeds it", 20), ["the floor area", "exceeds it"]);
        let long = "x".repeat(45);
        assert_eq!(wrapped(&long, 20).iter().map(String::len).collect::<Vec<_>>(), [20, 20, 5]);
        assert_eq!(wrapped("", 20), [""]);
    }

    #[test]
    fn what_would_steer_a_terminal_is_not_printed() {
        let text = "镇\u{1b}[2J\n28 met\u{202e}\u{9b}x";
        assert_eq!(printable(text), "镇\u{fffd}[2J\u{fffd}28 met\u{fffd}\u{fffd}x");
        let style = Style::default();
        let mut page = Page::new(&style);
        page.heading(text);
        page.row(&[(text, Ink::Plain, 4)], Ink::Plain, text);
        let page = page.finish();
        assert_eq!(page.lines().count(), 2);
        assert!(!page.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{page:?}");
    }

    #[test]
    fn a_row_hangs_its_text_under_itself() {
        let style = Style { width: 30, ..Style::default() };
        let mut page = Page::new(&style);
        page.row(&[("✗", Ink::Bad, 2), ("16", Ink::Plain, 4)], Ink::Plain, "展示体验中心专用的建筑面积");
        assert_eq!(page.finish(), "✗ 16  展示体验中心专用的建筑面\n      积\n");
    }

    #[test]
    fn blanks_at_the_ends_of_a_line_are_gone() {
        assert_eq!(wrapped("  a b ", 20), ["a b"]);
        assert_eq!(wrapped("十个字的一行刚刚好满　", 20), ["十个字的一行刚刚好满"]);
        assert_eq!(wrapped("　", 20), [""]);
    }

    #[test]
    fn two_empty_lines_never_stand_in_a_row_and_none_at_the_top() {
        let style = Style::default();
        let mut page = Page::new(&style);
        page.blank();
        page.text(0, "a");
        page.blank();
        page.blank();
        page.heading("b");
        assert_eq!(page.finish(), "a\n\nb\n");
    }
}
