//! Text in stretches of different looks, as a comment holds it.

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::pass::{Out, escape_text, is};
use crate::error::Result;
use crate::xlsx::fault;
use crate::xlsx::strings::unescape;
use crate::xlsx::write::FONT;
use crate::xlsx::xml::letter;

/// A stretch of text of one look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Run {
    /// How it looks, as it is written; may be empty.
    look: String,
    text: String,
}

/// The text of a comment.
#[derive(Debug, Default)]
pub struct Rich {
    runs: Vec<Run>,
    /// What stands beside the text, as it is written.
    rest: String,
}

impl Rich {
    /// Reads what stands in a comment. How words are read aloud is left out: it belongs to a text that may change.
    pub fn read(inner: &str) -> Result<Self> {
        let mut out = Self::default();
        let mut reader = Reader::from_str(inner);
        let mut way: Vec<String> = Vec::new();
        let (mut text, mut other) = (None::<String>, None::<Out<Vec<u8>>>);
        loop {
            let event = reader.read_event().map_err(|_| fault::damaged())?;
            let depth = way.len();
            match &event {
                Event::Eof => break,
                Event::Start(tag) => {
                    let in_text = way.first().is_some_and(|first| first == "text");
                    let in_run = way.get(1).is_some_and(|second| second == "r");
                    way.push(tag.local_name().as_ref().to_owned());
                    if text.is_none() && other.is_none() {
                        match depth {
                            0 if !is(tag, "text") => other = Some(Out::new(Vec::new())),
                            1 if in_text && is(tag, "r") => out.runs.push(Run::default()),
                            1 if in_text && is(tag, "t") => {
                                out.runs.push(Run::default());
                                text = Some(String::new());
                            }
                            2 if in_run && is(tag, "t") => text = Some(String::new()),
                            2 if in_run => other = Some(Out::new(Vec::new())),
                            _ => {}
                        }
                    }
                }
                Event::End(_) => {
                    way.pop();
                }
                _ => {}
            }
            if let Some(text) = &mut text {
                match &event {
                    Event::Text(more) => text.push_str(&more.xml10_content()),
                    Event::CData(more) => text.push_str(&more.xml10_content()),
                    Event::GeneralRef(reference) => text.push(letter(reference)?),
                    _ => {}
                }
            }
            let closed = matches!(event, Event::End(_));
            match &mut other {
                Some(other) => other.event(event)?,
                // an empty element beside the text or within a run is kept as well
                None if text.is_none() && matches!(event, Event::Empty(_)) => {
                    let mut empty = Out::new(Vec::new());
                    let in_run = way.get(1).is_some_and(|second| second == "r");
                    empty.event(event)?;
                    out.keep(empty, in_run && depth == 2, depth == 0)?;
                }
                None => {}
            }
            if closed {
                let level = way.len();
                let ended = level == 2 || (level == 1 && way.first().is_some_and(|first| first == "text"));
                if let Some(text) = text.take_if(|_| ended) {
                    if let Some(run) = out.runs.last_mut() {
                        run.text.push_str(&unescape(&text));
                    }
                } else if let Some(done) = other.take_if(|_| level == 2 || level == 0) {
                    out.keep(done, level == 2, level == 0)?;
                }
            }
        }
        Ok(out)
    }

    fn keep(&mut self, markup: Out<Vec<u8>>, in_run: bool, beside: bool) -> Result<()> {
        let markup = String::from_utf8(markup.into_inner()).map_err(|_| fault::damaged())?;
        match self.runs.last_mut() {
            Some(run) if in_run => run.look.push_str(&markup),
            _ if beside && !markup.contains("text/>") => self.rest.push_str(&markup),
            _ => {}
        }
        Ok(())
    }

    /// The text without looks.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Takes out what stands from one line to another, these and the end of the line before included, wherever it does. Whether
    /// there was anything.
    pub fn cut(&mut self, begin: &str, end: &str) -> bool {
        let mut any = false;
        while let Some((from, to)) = between(&self.text(), begin, end) {
            any = true;
            let mut at = 0_usize;
            for run in &mut self.runs {
                let (first, last) = (at, at.saturating_add(run.text.len()));
                at = last;
                let inside = |place: usize| place.clamp(first, last).saturating_sub(first);
                let (before, after) = (run.text.get(..inside(from)), run.text.get(inside(to)..));
                run.text = [before, after].into_iter().flatten().collect();
            }
            self.runs.retain(|run| !run.text.is_empty());
        }
        if any && self.text().trim().is_empty() {
            self.runs.clear();
        }
        any
    }

    /// Adds a text between two lines.
    pub fn add(&mut self, text: &str, begin: &str, end: &str, prefix: &str) {
        let look = |more: &str| {
            format!("<{prefix}rPr>{more}<{prefix}sz val=\"9\"/><{prefix}rFont val=\"{FONT}\"/></{prefix}rPr>")
        };
        let apart = if self.runs.is_empty() { "" } else { "\n" };
        self.runs.push(Run { look: look(&format!("<{prefix}b/>")), text: format!("{apart}{begin}\n") });
        self.runs.push(Run { look: look(""), text: format!("{text}\n{end}") });
    }

    /// What stands in the comment, as it is written.
    pub fn markup(&self, own: &str) -> String {
        let run = |run: &Run| {
            let text = escape_text(&run.text);
            format!("<{own}r>{}<{own}t xml:space=\"preserve\">{text}</{own}t></{own}r>", run.look)
        };
        let runs: String = self.runs.iter().map(run).collect();
        format!("<{own}text>{runs}</{own}text>{}", self.rest)
    }
}

/// From where to where a block stands in a text.
fn between(text: &str, begin: &str, end: &str) -> Option<(usize, usize)> {
    let from = text.find(begin)?;
    let to = text.get(from..)?.find(end)?.saturating_add(from).saturating_add(end.len());
    let before = text.get(..from)?;
    Some((before.strip_suffix('\n').unwrap_or(before).len(), to))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENDER: &str = concat!(
        "<x:text><x:r><x:rPr><x:b/><x:color indexed=\"81\"/></x:rPr><x:t xml:space=\"preserve\">王: \n</x:t></x:r>",
        "<x:r><x:t>看&amp;改_x000D_</x:t></x:r><x:rPh sb=\"0\" eb=\"1\"><x:t>ka</x:t></x:rPh></x:text><x:commentPr><x:anchor/></x:commentPr>"
    );

    #[test]
    fn what_is_added_below_the_senders_words_is_taken_out_again() {
        let mut rich = Rich::read(SENDER).unwrap();
        assert_eq!(rich.text(), "王: \n看&改\r");
        let before = rich.markup("x:");
        assert!(
            before.contains("<x:rPr><x:b/><x:color indexed=\"81\"/></x:rPr>")
                && before.ends_with("<x:commentPr><x:anchor/></x:commentPr>"),
            "{before}"
        );
        rich.add("错误 <甲>", "▼", "▲", "x:");
        let mut again = Rich::read(&rich.markup("x:")).unwrap();
        assert_eq!(again.text(), "王: \n看&改\r\n▼\n错误 <甲>\n▲");
        again.add("又", "▼", "▲", "x:");
        assert!(again.cut("▼", "▲") && again.markup("x:") == before, "{}", again.markup("x:"));
    }

    #[test]
    fn words_written_around_the_block_stay_and_nothing_else_does() {
        let mut rich = Rich::default();
        rich.add("一", "▼", "▲", "");
        let alone = Rich::read(&rich.markup("")).unwrap();
        let answered = rich.markup("").replace("▲", "▲已改");
        let mut answered = Rich::read(&answered).unwrap();
        assert!(answered.cut("▼", "▲") && answered.text() == "已改" && !answered.is_empty());
        let mut alone = alone;
        assert!(alone.cut("▼", "▲") && alone.is_empty() && !alone.cut("▼", "▲"));
        let mut plain = Rich::read("<text><t>▼ 没有下文</t></text>").unwrap();
        assert!(!plain.cut("▼", "▲") && plain.text() == "▼ 没有下文");
    }
}
