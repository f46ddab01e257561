//! What stands between the fields of a record.

/// What stands between the fields of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Delimiter {
    /// Found from the file itself.
    #[default]
    Auto,
    /// `,`
    Comma,
    /// `;`, what Excel writes where the comma is a decimal sign.
    Semicolon,
    /// TAB, as in "Unicode text" of Excel.
    Tab,
    /// `|`, as databases export.
    Bar,
}

/// Those a file may have; of two that fit equally well the first is taken.
const CANDIDATES: [Delimiter; 4] = [Delimiter::Tab, Delimiter::Comma, Delimiter::Semicolon, Delimiter::Bar];

/// How far a file is looked at.
const HEAD: usize = 64 << 10;
const RECORDS: usize = 100;

impl Delimiter {
    /// The byte; a comma where none is chosen.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Auto | Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    fn of(byte: u8) -> Option<Self> {
        CANDIDATES.into_iter().find(|delimiter| delimiter.byte() == byte)
    }

    /// Whether a letter could be taken for a delimiter.
    pub(super) fn could_be(letter: char) -> bool {
        CANDIDATES.iter().any(|delimiter| char::from(delimiter.byte()) == letter)
    }
}

/// The first line `sep=;` of Excel: the delimiter it names, and its length with the end of line.
pub(super) fn stated(text: &str) -> Option<(Delimiter, usize)> {
    let (start, rest) = text.split_at_checked(4)?;
    if !start.eq_ignore_ascii_case("sep=") {
        return None;
    }
    let delimiter = Delimiter::of(*rest.as_bytes().first()?)?;
    let after = rest.get(1..)?;
    let end = ["\r\n", "\n", "\r"].into_iter().find(|end| after.starts_with(end));
    (after.is_empty() || end.is_some()).then(|| (delimiter, end.map_or(5, |end| end.len().saturating_add(5))))
}

/// The delimiter that a text most likely has; a comma where no record has any.
///
/// Looked at are the first 100 records within the first 64 KiB, outside of quotes. The delimiter whose commonest number in
/// a record is greatest wins, where the share of the records that have that number counts twice: titles and notes without
/// delimiters do no harm, and thousands separators or lists inside of cells win against no real delimiter.
pub(super) fn sniff(text: &str) -> Delimiter {
    let records = counts(text);
    let mut best = (0_usize, Delimiter::Comma);
    for (index, candidate) in CANDIDATES.into_iter().enumerate() {
        let counts = records.iter().filter_map(|record| record.get(index)).copied().filter(|count| *count > 0);
        let mut common = std::collections::BTreeMap::<usize, usize>::new();
        for count in counts {
            let times = common.entry(count).or_default();
            *times = times.saturating_add(1);
        }
        let weight = |(count, times): (usize, usize)| count.saturating_mul(times).saturating_mul(times);
        let weight = common.into_iter().map(weight).max().unwrap_or_default();
        if weight > best.0 {
            best = (weight, candidate);
        }
    }
    best.1
}

/// Where in a field a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    Plain,
    Quoted,
    /// After a quote inside of a quoted field: its end, or the first of two.
    Quote,
}

/// How often each candidate stands in each record, outside of quotes.
fn counts(text: &str) -> Vec<[usize; 4]> {
    let head = text.as_bytes().get(..HEAD).unwrap_or(text.as_bytes());
    let (mut records, mut record) = (Vec::new(), [0_usize; 4]);
    let (mut at, mut blank) = (At::Start, true);
    for byte in head {
        let candidate = CANDIDATES.iter().zip(&mut record).find(|(candidate, _)| candidate.byte() == *byte);
        at = match (at, byte, candidate) {
            (At::Start | At::Quote, b'"', _) => At::Quoted,
            (At::Quoted, b'"', _) => At::Quote,
            (At::Quoted, ..) => At::Quoted,
            (_, b'\r' | b'\n', _) => {
                if !blank {
                    records.push(std::mem::take(&mut record));
                }
                if records.len() == RECORDS {
                    return records;
                }
                blank = true;
                At::Start
            }
            (_, _, Some((_, count))) => {
                *count = count.saturating_add(1);
                At::Start
            }
            _ => At::Plain,
        };
        blank = blank && matches!(byte, b'\r' | b'\n') && at == At::Start;
    }
    // a record that was cut off says nothing, unless it is all there is
    if !blank && (records.is_empty() || head.len() == text.len()) {
        records.push(record);
    }
    records
}

#[cfg(test)]
mod tests;
