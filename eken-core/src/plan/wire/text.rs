//! Texts: the grammars of the texts in a plan, each with the pattern that the schema prints.

use crate::plan::{ClauseClass, SeatRole};
use crate::quantity::Unit;
use crate::words::{Label, Words, said};

/// Most digits before the point of a figure.
const WHOLE_DIGITS: usize = 15;
/// Most digits after the point of a figure.
const FRACTION_DIGITS: usize = 6;

/// Kind of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    /// Any text that is not empty.
    Any,
    /// An id of letters, digits, `-`, `_` and `.`.
    Code,
    /// A key of a parameter.
    Key,
    /// A decimal figure.
    Figure,
    /// A year, a month or a day.
    PartialDate,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A span of a source.
    Span,
    /// SHA-256 in hexadecimal.
    Digest,
    /// A unit.
    Unit,
    /// A class of clauses.
    Class,
    /// A role in the leading group.
    Role,
    /// The word that says no duty covers an indicator.
    NoDuty,
}

impl Text {
    /// Whether a text is of this kind.
    pub fn fits(self, text: &str) -> bool {
        match self.codes() {
            Some(codes) => codes.contains(&text),
            None => self.reads(text),
        }
    }

    fn reads(self, text: &str) -> bool {
        match self {
            Self::Code => {
                let inner = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
                text.bytes().all(inner) && text.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric())
            }
            Self::Key => {
                let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
                text.bytes().all(inner) && text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase())
            }
            Self::Figure => figure(text),
            Self::PartialDate => year(text) || Self::Month.reads(text) || Self::Day.reads(text),
            Self::Month => text.split_once('-').is_some_and(|(start, end)| year(start) && two(end, 1, 12)),
            Self::Day => text.rsplit_once('-').is_some_and(|(start, end)| Self::Month.reads(start) && two(end, 1, 31)),
            Self::Span => span(text),
            Self::Digest => text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')),
            _ => !text.is_empty(),
        }
    }

    /// The texts allowed, where they are few.
    pub fn codes(self) -> Option<Vec<&'static str>> {
        self.labels().map(|labels| labels.into_iter().map(|(code, _)| code).collect())
    }

    /// The texts allowed with what each is called.
    pub fn labels(self) -> Option<Vec<(&'static str, Label)>> {
        match self {
            Self::Unit => Some(Unit::ALL.iter().map(|unit| (unit.code(), unit.label())).collect()),
            Self::Class => Some(ClauseClass::ALL.iter().map(|class| (class.code(), class.label())).collect()),
            Self::Role => Some(SeatRole::ALL.iter().map(|role| (role.code(), role.label())).collect()),
            Self::NoDuty => Some(vec![("none", Label::new("没有单位负此职责", "no body has this duty"))]),
            _ => None,
        }
    }

    /// The pattern of the schema, where there is one.
    pub fn pattern(self) -> Option<String> {
        let fixed = match self {
            Self::Code => "^[A-Za-z0-9][A-Za-z0-9._-]*$",
            Self::Key => "^[a-z][a-z0-9-]*$",
            Self::PartialDate => "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
            Self::Day => "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
            Self::Month => "^[0-9]{4}-(0[1-9]|1[0-2])$",
            Self::Span => "^[1-9][0-9]{0,6}(:[1-9][0-9]{0,6})?(-[1-9][0-9]{0,6}(:[1-9][0-9]{0,6})?)?$",
            Self::Digest => "^[0-9a-f]{64}$",
            Self::Figure => {
                let rest = WHOLE_DIGITS.saturating_sub(1);
                return Some(format!("^-?(0|[1-9][0-9]{{0,{rest}}})(\\.[0-9]{{1,{FRACTION_DIGITS}}})?$"));
            }
            _ => return None,
        };
        Some(fixed.to_owned())
    }

    /// What a text of this kind is, for messages.
    pub fn expected(self) -> Words {
        match self {
            Self::Any => said!("非空的文本", "a text that is not empty"),
            Self::Code => said!("由字母、数字、-、_ 和 . 组成的编号", "an id of letters, digits, -, _ and ."),
            Self::Key => said!("由小写字母、数字和 - 组成的键", "a key of lower-case letters, digits and -"),
            Self::Figure => said!(
                "“1250”或“0.5”这样的数值，整数至多{WHOLE_DIGITS}位、小数至多{FRACTION_DIGITS}位",
                "a figure such as \"1250\" or \"0.5\", of at most {WHOLE_DIGITS} and {FRACTION_DIGITS} digits"
            ),
            Self::PartialDate => said!("2023-05 这样的年、月或日", "a year, month or day such as 2023-05"),
            Self::Day => said!("2023-05-31 这样的日期", "a day such as 2023-05-31"),
            Self::Month => said!("2023-05 这样的月份", "a month such as 2023-05"),
            Self::Span => said!("38、48-50 或 42:35-42:78 这样的位置", "a span such as 38, 48-50 or 42:35-42:78"),
            Self::Digest => said!("64位十六进制的 SHA-256 摘要", "a SHA-256 digest of 64 hexadecimal digits"),
            _ => {
                let codes = self.codes().unwrap_or_default();
                said!("{zh}之一", "one of {en}", zh = codes.join("、"), en = codes.join(", "))
            }
        }
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn year(text: &str) -> bool {
    text.len() == 4 && digits(text)
}

fn two(text: &str, least: u8, most: u8) -> bool {
    text.len() == 2 && digits(text) && text.parse::<u8>().is_ok_and(|number| least <= number && number <= most)
}

fn figure(text: &str) -> bool {
    let bare = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = bare.split_once('.').map_or((bare, None), |(whole, rest)| (whole, Some(rest)));
    let whole_fits = digits(whole) && whole.len() <= WHOLE_DIGITS && (whole == "0" || !whole.starts_with('0'));
    whole_fits && fraction.is_none_or(|rest| digits(rest) && rest.len() <= FRACTION_DIGITS)
}

fn span(text: &str) -> bool {
    let number = |text: &str| digits(text) && text.len() <= 7 && !text.starts_with('0');
    let end = |text: &str| match text.split_once(':') {
        Some((line, column)) => number(line) && number(column),
        None => number(text),
    };
    match text.split_once('-') {
        Some((from, until)) => end(from) && end(until),
        None => end(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_a_plain_decimal() {
        for text in ["0", "0.5", "-2", "200000000", "999999999999999.999999"] {
            assert!(Text::Figure.fits(text), "{text}");
        }
        for text in ["", "+1", "01", "1.", ".5", "1e5", "1,000", "１", "1000000000000000", "0.1234567", "--1", "1\n"] {
            assert!(!Text::Figure.fits(text), "{text}");
        }
    }

    #[test]
    fn dates_come_to_the_year_month_or_day() {
        assert!(["2023", "2023-05", "2023-05-31"].iter().all(|text| Text::PartialDate.fits(text)));
        assert!(["23", "2023-13", "2023-5", "2023-05-32", "2023-05-"].iter().all(|t| !Text::PartialDate.fits(t)));
    }

    #[test]
    fn what_is_no_date_by_its_form_is_refused() {
        for text in ["202a", "2023-1a", "2023-00", "2023-13", "2023-005", "20-05", "202305"] {
            assert!(!Text::Month.fits(text), "{text}");
        }
        for text in ["2023-05-00", "2023-05-32", "2023-13-01", "2023-05-1", "20230501", "2023-05-aa"] {
            assert!(!Text::Day.fits(text), "{text}");
        }
        assert!(Text::Month.fits("2023-12") && Text::Day.fits("2023-01-31"));
    }

    #[test]
    fn a_span_is_lines_with_or_without_columns() {
        for text in ["38", "48-50", "42:35-42:78", "9999999", "1:1"] {
            assert!(Text::Span.fits(text), "{text}");
        }
        for text in
            ["", "0", "038", "10000000", "a", "1:", ":1", "1:0", "1:a", "a:1", "1-", "-1", "1-b", "1-2-3", "1-2:"]
        {
            assert!(!Text::Span.fits(text), "{text}");
        }
    }

    #[test]
    fn codes_keys_and_digests_have_their_signs() {
        for (kind, good, bad) in
            [(Text::Code, ["16", "a.B_c-9"], ["-1", "a b"]), (Text::Key, ["town-is", "r2"], ["2r", "r_2"])]
        {
            assert!(good.iter().all(|text| kind.fits(text)), "{good:?}");
            assert!(!bad.iter().any(|text| kind.fits(text)), "{bad:?}");
            assert!(!kind.fits("") && !kind.fits("甲"));
        }
        assert!(Text::Digest.fits(&"0f".repeat(32)));
        assert!(!Text::Digest.fits(&"0F".repeat(32)) && !Text::Digest.fits(&"0f".repeat(31)));
    }
}
