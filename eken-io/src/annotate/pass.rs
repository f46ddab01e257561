//! A part of a workbook on its way into the copy, event by event: what nobody changes comes out as it went in.

use std::io::Write;

use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::error::{Error, Result};
use crate::xlsx::archive::Stream;
use crate::xlsx::fault;
use crate::xlsx::xml::DEPTH;

/// A part that is read to be written again: no document type, bounded depth, the limits of the stream.
pub struct Pass<'s, 'a> {
    reader: Reader<Stream<'s, 'a>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl<'s, 'a> Pass<'s, 'a> {
    /// Begins with a part.
    pub fn new(stream: Stream<'s, 'a>) -> Self {
        let mut reader = Reader::from_reader(stream);
        reader.config_mut().trim_text(false);
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// What comes next, and how many elements stand around it; none at the end.
    pub fn next(&mut self) -> Result<Option<(usize, Event<'_>)>> {
        // a long text leaves a long buffer behind: what follows need not keep it
        if self.buffer.capacity() > 1 << 20 {
            self.buffer = Vec::new();
        }
        self.buffer.clear();
        self.reader.get_mut().event();
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(_) => return Err(self.reader.get_mut().refused().unwrap_or(fault::damaged())),
        };
        let level = self.depth;
        match &event {
            Event::Start(_) => {
                self.depth = self.depth.saturating_add(1);
                if self.depth > DEPTH {
                    return Err(fault::damaged());
                }
            }
            Event::End(_) => {
                self.depth = self.depth.checked_sub(1).ok_or(fault::damaged())?;
                return Ok(Some((self.depth, event)));
            }
            Event::DocType(_) => return Err(fault::doctype()),
            Event::Eof if self.depth == 0 => return Ok(None),
            Event::Eof => return Err(fault::damaged()),
            _ => {}
        }
        Ok(Some((level, event)))
    }
}

/// Where the events go.
pub struct Out<W: Write>(quick_xml::writer::Writer<W>);

impl<W: Write> Out<W> {
    /// Into a writer.
    pub fn new(writer: W) -> Self {
        Self(quick_xml::writer::Writer::new(writer))
    }

    /// An event, as it is.
    pub fn event(&mut self, event: Event<'_>) -> Result<()> {
        self.0.write_event(event).map_err(|_| fault::not_written())
    }

    /// Markup, as it is.
    pub fn raw(&mut self, markup: &str) -> Result<()> {
        self.0.get_mut().write_all(markup.as_bytes()).map_err(|_| fault::not_written())
    }

    /// What was written to.
    pub fn into_inner(self) -> W {
        self.0.into_inner()
    }
}

/// The prefix of a name, with its colon; empty where there is none.
pub fn prefix(tag: &BytesStart<'_>) -> String {
    tag.name().prefix().map(|prefix| format!("{}:", prefix.as_ref())).unwrap_or_default()
}

/// Whether an element has this name, prefix aside.
pub fn is(tag: &BytesStart<'_>, name: &str) -> bool {
    tag.local_name().as_ref() == name
}

/// An attribute without a prefix.
pub fn plain(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(damaged)?;
        if attribute.key.as_ref() == name {
            return Ok(Some(value(&attribute)?));
        }
    }
    Ok(None)
}

/// The text of an attribute.
pub fn value(attribute: &Attribute<'_>) -> Result<String> {
    attribute.normalized_value(XmlVersion::Implicit1_0).map(|value| value.into_owned()).map_err(|_| fault::damaged())
}

/// The element with some attributes set or, where none is given, taken away; the others stay as they are.
pub fn with(tag: &BytesStart<'_>, changes: &[(&str, Option<&str>)]) -> Result<BytesStart<'static>> {
    let name = tag.name().as_ref().to_owned();
    let mut content = name.clone();
    let mut left: Vec<&(&str, Option<&str>)> = changes.iter().collect();
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(damaged)?;
        let key = attribute.key.as_ref();
        match changes.iter().find(|(name, _)| *name == key) {
            Some((_, None)) => {}
            Some((_, Some(value))) => push(&mut content, key, &escape(value)),
            None => push(&mut content, key, &attribute.value),
        }
        left.retain(|(name, _)| *name != key);
    }
    for (key, value) in left {
        if let Some(value) = value {
            push(&mut content, key, &escape(value));
        }
    }
    Ok(BytesStart::from_content(content, name.len()))
}

fn push(content: &mut String, key: &str, value: &str) {
    let quote = if value.contains('"') { '\'' } else { '"' };
    content.push(' ');
    content.push_str(key);
    content.push('=');
    content.push(quote);
    content.push_str(value);
    content.push(quote);
}

/// The end of an element.
pub fn end(tag: &BytesStart<'_>) -> Event<'static> {
    Event::End(BytesEnd::new(tag.name().as_ref().to_owned()))
}

/// A text for markup and for attributes: signs of markup escaped, controls left out that XML does not hold.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            // marks that turn the direction of writing would turn the sentence around them
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A text of a cell or a comment: escaped, and `_x0041_` kept from being taken for the letter that it names.
pub fn escape_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let hex = after.as_bytes().first_chunk::<5>().is_some_and(|code| match code {
            [digits @ .., b'_'] => digits.iter().all(u8::is_ascii_hexdigit),
            _ => false,
        });
        out.push_str(if hex { "_x005F_x" } else { "_x" });
        rest = after;
    }
    out.push_str(rest);
    escape(&out.replace('\r', "_x000D_"))
}

fn damaged(_: quick_xml::events::attributes::AttrError) -> Error {
    fault::damaged()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_set_and_taken_away_and_the_others_stay_as_they_were() {
        let tag = BytesStart::from_content("x:c r='A1' s=\"3\" v:s='\"' t=\"a&amp;b\"", 3);
        let set = with(&tag, &[("s", Some("7")), ("r", None), ("q", Some("<"))]).unwrap();
        assert_eq!(&*set, "x:c s=\"7\" v:s='\"' t=\"a&amp;b\" q=\"&lt;\"");
        assert_eq!((prefix(&tag).as_str(), plain(&tag, "t").unwrap().as_deref()), ("x:", Some("a&b")));
        assert!(is(&tag, "c") && plain(&tag, "v:s").unwrap().as_deref() == Some("\""));
    }

    #[test]
    fn texts_are_data_and_never_markup() {
        assert_eq!(escape_text("<a>&\"\u{1}\u{202e}甲\n_x000D_ _x12"), "&lt;a&gt;&amp;&quot;甲&#10;_x005F_x000D_ _x12");
    }
}
