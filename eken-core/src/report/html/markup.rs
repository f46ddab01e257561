//! Markup that cannot be broken: every text and every value of an attribute is escaped on its way in, every element closed.

use std::fmt::Write as _;

use crate::report::layout::printable;

/// An attribute: its name and its value.
pub(super) type Attribute<'a> = (&'static str, &'a str);

/// Elements after which a line ends.
const BLOCKS: &[&str] = &[
    "body", "dd", "div", "dl", "dt", "figure", "footer", "head", "header", "h1", "h2", "h3", "h4", "li", "main",
    "meta", "nav", "ol", "p", "section", "style", "table", "tbody", "td", "th", "thead", "title", "tr", "ul",
];

/// Markup being written.
#[derive(Debug, Default)]
pub(super) struct Markup {
    out: String,
}

impl Markup {
    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// A text of the program that is markup already: the document type, the style.
    pub(super) fn own(&mut self, text: &'static str) {
        self.out.push_str(text);
    }

    /// A text within the style, every sign by its number: nothing in it can end the text or the style.
    pub(super) fn coded(&mut self, text: &str) {
        for sign in printable(text).chars() {
            let _ = write!(self.out, "\\{:06x}", u32::from(sign));
        }
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        for sign in printable(text).chars() {
            match sign {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                // no signs of XML
                '\u{fffe}' | '\u{ffff}' => self.out.push('\u{fffd}'),
                other => self.out.push(other),
            }
        }
    }

    /// Lines of a text that eken made, such as JSON; each of them as [`text`](Self::text).
    pub(super) fn lines(&mut self, text: &str) {
        for line in text.lines() {
            self.text(line);
            self.out.push('\n');
        }
    }

    /// An element and what is in it.
    pub(super) fn tag(&mut self, name: &'static str, attributes: &[Attribute<'_>], inner: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        self.out.push('>');
        inner(self);
        let _ = write!(self.out, "</{name}>");
        self.end(name);
    }

    /// An element without content: `meta`, and the shapes of a drawing.
    pub(super) fn void(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.open(name, attributes);
        self.out.push_str("/>");
        self.end(name);
    }

    /// An element of a class with a text in it.
    pub(super) fn leaf(&mut self, name: &'static str, class: &str, text: &str) {
        let attributes = [("class", class)];
        self.tag(name, if class.is_empty() { &[] } else { &attributes }, |markup| markup.text(text));
    }

    /// A link within the page.
    pub(super) fn link(&mut self, anchor: &str, text: &str) {
        self.tag("a", &[("href", &format!("#{anchor}"))], |markup| markup.text(text));
    }

    /// A term with what is said of it, in a list of such; nothing where there is nothing to say.
    pub(super) fn pair(&mut self, term: &str, says: &str) {
        if !says.is_empty() {
            self.leaf("dt", "", term);
            self.leaf("dd", "", says);
        }
    }

    fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        let _ = write!(self.out, "<{name}");
        for (attribute, value) in attributes {
            let _ = write!(self.out, " {attribute}=\"");
            self.text(value);
            self.out.push('"');
        }
    }

    fn end(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_attributes_are_escaped() {
        let mut markup = Markup::default();
        markup.tag("a", &[("title", "\"><x y='")], |markup| markup.text("<b>&amp;\u{202e}\n\u{ffff}"));
        assert_eq!(
            markup.finish(),
            "<a title=\"&quot;&gt;&lt;x y=&#39;\">&lt;b&gt;&amp;amp;\u{fffd}\u{fffd}\u{fffd}</a>"
        );
    }

    #[test]
    fn elements_are_closed_and_blocks_end_a_line() {
        let mut markup = Markup::default();
        markup.tag("p", &[], |markup| markup.link("i-1", "一"));
        markup.leaf("span", "", "x");
        markup.void("meta", &[("charset", "utf-8")]);
        assert_eq!(markup.finish(), "<p><a href=\"#i-1\">一</a></p>\n<span>x</span><meta charset=\"utf-8\"/>\n");
    }

    #[test]
    fn a_pair_with_nothing_to_say_is_left_out() {
        let mut markup = Markup::default();
        markup.pair("条款", "");
        assert_eq!(markup.finish(), "");
    }
}
