//! Styles of cells and the number formats that they name, as codes of formats: both kinds of workbook are read by one room.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::Result;
use crate::workbook::fault;
use crate::workbook::shown::Format;
use crate::workbook::xml::{Said, Tag, Xml};

/// Styles, and formats; a workbook has at most some thousands.
const MOST: usize = 100_000;
/// The longest code that is made; longer ones are not read.
const LONGEST: usize = 4_096;
/// How many conditions a format states at most.
const CONDITIONS: usize = 8;
/// How many styles a style is made on.
const ANCESTORS: usize = 16;

/// The kinds of number formats.
const FORMATS: [&str; 7] =
    ["number-style", "currency-style", "percentage-style", "date-style", "time-style", "boolean-style", "text-style"];

/// What the parts of a workbook say of formats.
#[derive(Default)]
pub struct Styles {
    /// Styles of cells: the format that each names, and the style that it is made on.
    cells: BTreeMap<String, (Option<String>, Option<String>)>,
    /// Formats: a code, and which other format is for which numbers.
    formats: BTreeMap<String, (String, Vec<(String, String)>)>,
}

/// The format of each style of cells, by its name.
pub type Formats = BTreeMap<String, Arc<Format>>;

/// A format that begins.
pub struct Begun {
    name: String,
    percent: bool,
    elapsed: bool,
}

impl Begun {
    /// The format that a tag opens, if it does.
    pub fn of(tag: &Tag<'_>) -> Result<Option<Self>> {
        if !FORMATS.iter().any(|kind| tag.is(kind)) {
            return Ok(None);
        }
        let elapsed = tag.attribute("truncate-on-overflow")?.as_deref() == Some("false");
        let name = tag.attribute("name")?.unwrap_or_default();
        Ok(Some(Self { name, percent: tag.is("percentage-style"), elapsed }))
    }
}

impl Styles {
    /// Reads the part `styles.xml`.
    pub fn part(&mut self, mut xml: Xml<'_, '_>) -> Result<()> {
        let mut in_styles = false;
        loop {
            let depth = xml.depth();
            match xml.next()? {
                Said::Open(tag) if depth == 1 => in_styles = tag.is("styles") || tag.is("automatic-styles"),
                Said::Open(tag) if depth == 2 && in_styles => match Begun::of(&tag)? {
                    Some(begun) => self.format(&mut xml, begun)?,
                    None => self.cell(&tag)?,
                },
                Said::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// Takes a style of cells.
    pub fn cell(&mut self, tag: &Tag<'_>) -> Result<()> {
        if tag.attribute("family")?.as_deref() != Some("table-cell") {
            return Ok(());
        }
        // the style that all cells have has no name
        let name = if tag.is("default-style") { Some(String::new()) } else { tag.attribute("name")? };
        if let Some(name) = name {
            let above = tag.attribute("parent-style-name")?;
            self.cells.insert(name, (tag.attribute("data-style-name")?, above));
        }
        self.bounded()
    }

    /// Reads the format that was opened last, up to its end.
    pub fn format(&mut self, xml: &mut Xml<'_, '_>, begun: Begun) -> Result<()> {
        let mut is_known = true;
        let (inner, mut code, mut others) =
            (xml.depth(), Code { elapsed: begun.elapsed, ..Code::default() }, Vec::new());
        while xml.depth() >= inner {
            let Said::Open(tag) = xml.next()? else { continue };
            if tag.is("map") {
                let (condition, name) = (tag.attribute("condition")?, tag.attribute("apply-style-name")?);
                if let (Some(condition), Some(name)) = (condition, name) {
                    others.push((condition.trim().trim_start_matches("value()").to_owned(), name));
                }
            } else if tag.is("text") || tag.is("currency-symbol") {
                let place = tag.attribute("language")?.filter(|_| tag.is("currency-symbol"));
                let is_text = tag.is("text");
                let text = xml.text(LONGEST)?;
                // the money of the place where the file is opened: only the shown text says which
                is_known &= is_text || !text.trim().is_empty();
                match is_text {
                    true => code.text(&text, begun.percent),
                    false => code.currency(&text, place.as_deref().unwrap_or_default()),
                }
            } else if tag.is("number") {
                let number = Number::of(&tag)?;
                code.number(xml, number)?;
            } else {
                code.part(&tag)?;
            }
            if code.code.len() > LONGEST || others.len() > CONDITIONS {
                return Err(fault::damaged());
            }
        }
        if is_known {
            self.formats.insert(begun.name, (code.code, others));
        }
        self.bounded()
    }

    fn bounded(&self) -> Result<()> {
        if self.cells.len() > MOST || self.formats.len() > MOST { Err(fault::damaged()) } else { Ok(()) }
    }

    /// The format of each style that has one.
    pub fn formats(&self) -> Formats {
        let made: Formats =
            self.formats.keys().filter_map(|name| Some((name.clone(), Arc::new(self.whole(name)?)))).collect();
        let of = |name: &String| {
            let mut at = name.as_str();
            for _ in 0..ANCESTORS {
                let (format, above) = self.cells.get(at)?;
                match (format, above) {
                    (Some(format), _) => return made.get(format).map(Arc::clone),
                    (None, Some(above)) => at = above,
                    (None, None) if at.is_empty() => return None,
                    (None, None) => at = "",
                }
            }
            None
        };
        self.cells.keys().filter_map(|name| Some((name.clone(), of(name)?))).collect()
    }

    /// A format as one code, the sections with conditions first.
    fn whole(&self, name: &str) -> Option<Format> {
        let (own, others) = self.formats.get(name)?;
        let mut code = String::new();
        for (condition, name) in others {
            let (other, _) = self.formats.get(name)?;
            code.push_str(&format!("[{condition}]{other};"));
        }
        code.push_str(own);
        Some(Format::of_code(&code))
    }
}

/// A number of a format.
struct Number {
    whole: usize,
    decimals: usize,
    grouped: bool,
    factor: String,
}

impl Number {
    fn of(tag: &Tag<'_>) -> Result<Self> {
        let count = |name: &str| -> Result<usize> {
            Ok(tag.attribute(name)?.and_then(|count| count.trim().parse().ok()).unwrap_or_default())
        };
        Ok(Self {
            whole: count("min-integer-digits")?.min(64),
            decimals: count("decimal-places")?.min(64),
            grouped: tag.says("grouping")?,
            factor: tag.attribute("display-factor")?.unwrap_or_default(),
        })
    }
}

/// A code in the making.
#[derive(Default)]
struct Code {
    code: String,
    /// Whether the last sign is one that makes the next a letter: programs that do not know it so write it as it is.
    bang: bool,
    /// Whether hours, minutes or seconds go on beyond a day; the first of them says so.
    elapsed: bool,
}

impl Code {
    fn text(&mut self, text: &str, percent: bool) {
        for sign in text.chars() {
            match sign {
                sign if self.bang => {
                    self.code.push(sign);
                    self.bang = false;
                }
                '!' => {
                    self.code.push('!');
                    self.bang = true;
                }
                '%' if percent => self.code.push('%'),
                sign => self.code.extend(['\\', sign]),
            }
        }
    }

    fn raw(&mut self, part: &str) {
        self.code.push_str(part);
        self.bang = false;
    }

    fn currency(&mut self, sign: &str, place: &str) {
        let clean = |text: &str| text.chars().filter(|sign| !matches!(sign, '[' | ']')).collect::<String>();
        // the language of a place is enough to tell the yen from the yuan
        self.raw(&format!("[${}-{}]", clean(sign), clean(place)));
    }

    /// The digits of a number, and the texts among them, which are counted from the point to the left.
    fn number(&mut self, xml: &mut Xml<'_, '_>, number: Number) -> Result<()> {
        let (inner, mut texts) = (xml.depth(), BTreeMap::new());
        while xml.depth() >= inner {
            let Said::Open(tag) = xml.next()? else { continue };
            let place = tag.attribute("position")?.and_then(|place| place.trim().parse::<usize>().ok());
            let is_text = tag.is("embedded-text");
            let text = xml.text(LONGEST)?;
            if let (true, Some(place)) = (is_text, place.filter(|place| *place <= 64)) {
                texts.insert(place, text);
            }
            if texts.len() > 64 {
                return Err(fault::damaged());
            }
        }
        let leftmost = texts.last_key_value().map_or(0, |(place, _)| place.saturating_add(1));
        let least = if number.grouped { 2 } else { 1 };
        let wide = number.whole.max(leftmost).max(least);
        for place in (0..wide).rev() {
            self.raw(if place < number.whole { "0" } else { "#" });
            if number.grouped && place.saturating_add(1) == wide {
                self.raw(",");
            }
            if let Some(text) = texts.get(&place) {
                self.text(text, false);
            }
        }
        if number.decimals > 0 {
            self.raw(".");
            self.raw(&"0".repeat(number.decimals));
        }
        match number.factor.trim() {
            "" | "1" => {}
            factor => match factor
                .strip_prefix('1')
                .map(|zeros| (zeros.len().checked_div(3), zeros.len().checked_rem(3), zeros))
            {
                Some((Some(thousands), Some(0), zeros)) if thousands <= 4 && zeros.bytes().all(|zero| zero == b'0') => {
                    self.raw(&",".repeat(thousands));
                }
                // no other can be written: two decimal points are a number that is not understood
                _ => self.raw(".0.0"),
            },
        }
        Ok(())
    }

    fn part(&mut self, tag: &Tag<'_>) -> Result<()> {
        const PARTS: [(&str, &str); 14] = [
            ("year", "yyyy"),
            ("era", "e"),
            ("month", "mm"),
            ("quarter", "q"),
            ("day", "dd"),
            ("day-of-week", "aaaa"),
            ("hours", "hh"),
            ("minutes", "mm"),
            ("seconds", "ss"),
            ("am-pm", "AM/PM"),
            ("scientific-number", "0.00E+00"),
            ("fraction", "# ?/?"),
            ("text-content", "@"),
            ("boolean", "General"),
        ];
        let Some((_, part)) = PARTS.into_iter().find(|(name, _)| tag.is(name)) else { return Ok(()) };
        let clock = matches!(part, "hh" | "ss") || tag.is("minutes");
        match clock && std::mem::take(&mut self.elapsed) {
            true => self.raw(&format!("[{part}]")),
            false => self.raw(part),
        }
        Ok(())
    }
}
