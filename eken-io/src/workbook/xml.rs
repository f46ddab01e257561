//! The XML of a part, event by event: no document type, no entity but the five, no depth that a workbook does not have.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::archive::Stream;
use super::fault;
use crate::error::Result;

/// Nested elements; a workbook has some 15.
pub const DEPTH: usize = 64;

/// What a part says, in order. An empty element is opened and closed.
pub enum Said<'b> {
    /// An element opens.
    Open(Tag<'b>),
    /// An element closes.
    Close,
    /// Text between references.
    Text(Cow<'b, str>),
    /// One character that was written as a reference.
    Letter(char),
    /// Nothing that matters: a comment, an instruction.
    Nothing,
    /// The part is at its end.
    End,
}

/// An element that opens.
pub struct Tag<'b>(BytesStart<'b>);

impl Tag<'_> {
    /// Its name without the prefix.
    pub fn is(&self, name: &str) -> bool {
        self.0.local_name().as_ref() == name
    }

    /// An attribute, looked up by its name without the prefix.
    pub fn attribute(&self, name: &str) -> Result<Option<String>> {
        attribute(&self.0, name)
    }

    /// Hands over every attribute, by its name without the prefix.
    pub fn attributes(&self, mut take: impl FnMut(&str, String)) -> Result<()> {
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| fault::damaged())?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| fault::damaged())?;
            take(attribute.key.local_name().as_ref(), value.into_owned());
        }
        Ok(())
    }

    /// Whether an attribute says yes.
    pub fn says(&self, name: &str) -> Result<bool> {
        Ok(matches!(self.attribute(name)?.as_deref(), Some("1" | "true" | "on")))
    }
}

/// An attribute of an element, looked up by its name without the prefix.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| fault::damaged())?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| fault::damaged())?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// A part that is read.
pub struct Xml<'s, 'a> {
    reader: Reader<Stream<'s, 'a>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl<'s, 'a> Xml<'s, 'a> {
    /// Reads a part.
    pub fn new(stream: Stream<'s, 'a>) -> Self {
        let mut reader = Reader::from_reader(stream);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.trim_text(false);
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// How many elements are open.
    pub const fn depth(&self) -> usize {
        self.depth
    }

    /// What comes next.
    pub fn next(&mut self) -> Result<Said<'_>> {
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
        Ok(match event {
            Event::Start(start) | Event::Empty(start) => {
                self.depth = self.depth.saturating_add(1);
                if self.depth > DEPTH {
                    return Err(fault::damaged());
                }
                Said::Open(Tag(start))
            }
            Event::End(_) => {
                self.depth = self.depth.checked_sub(1).ok_or(fault::damaged())?;
                Said::Close
            }
            Event::Text(text) => Said::Text(text.xml10_content()),
            Event::CData(text) => Said::Text(text.xml10_content()),
            Event::GeneralRef(reference) => Said::Letter(letter(&reference)?),
            Event::DocType(_) => return Err(fault::doctype()),
            Event::Eof if self.depth == 0 => Said::End,
            Event::Eof => return Err(fault::damaged()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Said::Nothing,
        })
    }

    /// Goes on until the element that was opened last is closed.
    pub fn skip(&mut self) -> Result<()> {
        let outer = self.depth.saturating_sub(1);
        while self.depth > outer {
            self.next()?;
        }
        Ok(())
    }

    /// The text of the element that was opened last, of at most so many bytes, up to its end. Elements inside are left out.
    pub fn text(&mut self, most: usize) -> Result<String> {
        let (inner, mut text) = (self.depth, String::new());
        while self.depth >= inner {
            let level = self.depth == inner;
            match self.next()? {
                Said::Text(more) if level => text.push_str(&more),
                Said::Letter(letter) if level => text.push(letter),
                _ => {}
            }
            if text.len() > most {
                return Err(fault::text_of_cell());
            }
        }
        Ok(text)
    }
}

/// The character of a reference: by number, or one of the five that XML itself has.
pub fn letter(reference: &BytesRef<'_>) -> Result<char> {
    if let Some(letter) = reference.resolve_char_ref().map_err(|_| fault::damaged())? {
        return Ok(letter);
    }
    match &**reference {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(fault::damaged()),
    }
}
