//! Number formats: which cells hold days and times rather than numbers.

use std::collections::BTreeMap;

use super::archive::Archive;
use super::fault;
use super::xml::{Said, Xml};
use crate::error::Result;
use crate::workbook::shown;

/// Styles of cells; a workbook has at most 65,490.
const STYLES: usize = 100_000;

/// What a number format makes of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A number.
    Number,
    /// A share, in percent.
    Percent,
    /// A number that is shown smaller by so many powers of ten, or with a unit behind it.
    As(u8, &'static str),
    /// A day, perhaps with a time.
    Day,
    /// A time of day.
    Clock,
    /// Hours, minutes or seconds that went by, perhaps more than a day of them.
    Elapsed,
}

/// Reads how each style of cells shows a number, by the index of the style.
pub fn read(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Shown>> {
    let Some(stream) = archive.part(part)? else { return Ok(Vec::new()) };
    let (mut xml, mut formats, mut styles) = (Xml::new(stream), BTreeMap::new(), Vec::new());
    let mut in_cells = false;
    loop {
        let depth = xml.depth();
        match xml.next()? {
            Said::Open(tag) if depth == 1 => in_cells = tag.is("cellXfs"),
            Said::Open(tag) if depth == 2 && tag.is("numFmt") => {
                let (id, code) = (tag.attribute("numFmtId")?, tag.attribute("formatCode")?);
                let id = id.and_then(|id| id.trim().parse::<u32>().ok());
                if let (Some(id), Some(code)) = (id, code) {
                    formats.insert(id, of_code(&code));
                }
            }
            Said::Open(tag) if depth == 2 && in_cells && tag.is("xf") => {
                let id = tag.attribute("numFmtId")?.and_then(|id| id.trim().parse::<u32>().ok()).unwrap_or_default();
                styles.push(formats.get(&id).copied().unwrap_or(of_id(id)));
            }
            Said::End => return Ok(styles),
            _ => {}
        }
        if styles.len() > STYLES || formats.len() > STYLES {
            return Err(fault::damaged().at(part));
        }
    }
}

/// The formats that every workbook has, those of Chinese ones among them (ECMA-376, part 1, 18.8.30).
const fn of_id(id: u32) -> Shown {
    match id {
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Shown::Day,
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Shown::Clock,
        46 => Shown::Elapsed,
        9 | 10 => Shown::Percent,
        _ => Shown::Number,
    }
}

/// What the first section of a format makes of a number.
fn of_code(code: &str) -> Shown {
    let (mut day, mut clock, mut month, mut elapsed, mut percent) = (false, false, false, false, false);
    let mut letters = code.chars().peekable();
    let mut word = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                let _ = letters.by_ref().find(|letter| *letter == '"');
            }
            '\\' | '_' | '*' => {
                let _ = letters.next();
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').take(64).collect();
                let inside = inside.to_ascii_lowercase();
                let first = inside.chars().next();
                elapsed |= matches!(first, Some('h' | 'm' | 's')) && inside.chars().all(|other| Some(other) == first);
            }
            ';' => break,
            '%' => percent = true,
            letter if letter.is_ascii_alphabetic() => {
                word.push(letter.to_ascii_lowercase());
                while let Some(next) = letters.next_if(char::is_ascii_alphabetic) {
                    word.push(next.to_ascii_lowercase());
                }
                // General, the exponent of 0.00E+00, the halves of a day: none of them is a part of a date
                match word.as_str() {
                    "general" | "g" | "e" | "am" | "pm" | "a" | "p" => {}
                    word => {
                        day |= word.contains(['y', 'd']) || word.starts_with("aaa") || word.starts_with("ggg");
                        clock |= word.contains(['h', 's']);
                        month |= word.contains('m');
                    }
                }
                word.clear();
            }
            _ => {}
        }
    }
    match (elapsed, day, clock, month) {
        (true, ..) => Shown::Elapsed,
        (_, true, ..) => Shown::Day,
        (_, _, true, _) => Shown::Clock,
        (_, _, _, true) => Shown::Day,
        _ if percent => Shown::Percent,
        _ => match shown::of_code(code) {
            (0, "") => Shown::Number,
            (smaller, unit) => Shown::As(smaller, unit),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_whether_a_number_is_a_day() {
        for (code, shown) in [
            ("General", Shown::Number),
            ("G/通用格式", Shown::Number),
            ("G/通用格式\"年\"", Shown::Number),
            ("0.00", Shown::Number),
            ("0.00E+00", Shown::Number),
            ("#,##0.00\"元\";[Red]-#,##0.00", Shown::As(0, "元")),
            ("0\"d\"", Shown::Number),
            ("0\\d", Shown::Number),
            ("0%", Shown::Percent),
            ("#,##0.00%;[Red]-0.00%", Shown::Percent),
            ("0.0\"%\"", Shown::Number),
            ("0\\%", Shown::Number),
            ("[Red]0", Shown::Number),
            ("@", Shown::Number),
            ("yyyy-mm-dd", Shown::Day),
            ("yyyy\"年\"m\"月\"", Shown::Day),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", Shown::Day),
            ("m/d/yy h:mm", Shown::Day),
            ("mmm", Shown::Day),
            ("e\"年\"m\"月\"", Shown::Day),
            ("aaaa", Shown::Day),
            ("h:mm AM/PM", Shown::Clock),
            ("上午/下午h\"时\"mm\"分\"", Shown::Clock),
            ("mm:ss.0", Shown::Clock),
            ("[h]:mm:ss", Shown::Elapsed),
            ("[mm]:ss", Shown::Elapsed),
        ] {
            assert_eq!(of_code(code), shown, "{code}");
        }
        assert_eq!(
            [14, 31, 32, 46, 49, 0, 9, 10].map(of_id),
            [
                Shown::Day,
                Shown::Day,
                Shown::Clock,
                Shown::Elapsed,
                Shown::Number,
                Shown::Number,
                Shown::Percent,
                Shown::Percent
            ]
        );
    }
}
