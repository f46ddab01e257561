//! A section of a number format: what it shows, and around what.

use super::token::{Token, is_digit};
use super::words::{currency, is_foreign, words};
use crate::grid::Span;

/// What a section shows of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A figure.
    Figure(Figure),
    /// A day or a time.
    Moment(Moment),
}

/// What a section shows of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A day, perhaps with a time; or no more of it than its month or year.
    Day(Option<Span>),
    /// A time of day.
    Clock,
    /// Hours, minutes or seconds that went by, perhaps more than a day of them.
    Elapsed,
}

/// How a section shows a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// By how many powers of ten it is shown smaller.
    pub shift: u8,
    /// Whether it is a share in percent.
    pub percent: bool,
    /// Words before the figure; none where nothing but signs stand there.
    pub before: String,
    /// Words behind it.
    pub after: String,
    /// Whether it shows digits at all.
    pub digits: bool,
    /// Whether what it shows of the figure is not known.
    pub unclear: bool,
    /// The digits and signs of a section that holds nothing else, as identifiers are shown.
    pub code: Option<Vec<Token>>,
}

impl Kind {
    /// What the parts of a section say.
    pub fn of(tokens: &[Token]) -> Self {
        Moment::of(tokens).map_or_else(|| Self::Figure(Figure::of(tokens)), Self::Moment)
    }
}

impl Moment {
    fn of(tokens: &[Token]) -> Option<Self> {
        let figures = tokens.iter().any(is_digit);
        let (mut year, mut quarter, mut month, mut day, mut clock) = (false, false, false, false, false);
        for token in tokens {
            match token {
                Token::Bracket(inside) => {
                    let inside = inside.to_ascii_lowercase();
                    let first = inside.chars().next();
                    let same = inside.chars().all(|other| Some(other) == first);
                    if matches!(first, Some('h' | 'm' | 's')) && same {
                        return Some(Self::Elapsed);
                    }
                }
                Token::Letters(word) => match word.as_str() {
                    // the halves of a day
                    "am" | "pm" | "a" | "p" => {}
                    word => {
                        year |= word.contains('y') || word.starts_with("ggg") || (!figures && word.contains('e'));
                        quarter |= !figures && word.contains('q');
                        month |= word.contains('m');
                        day |= word.contains('d') || word.starts_with("aaa");
                        clock |= word.contains(['h', 's']);
                    }
                },
                _ => {}
            }
        }
        match (year || day, clock, month) {
            (true, true, _) => Some(Self::Day(None)),
            (false, true, _) => Some(Self::Clock),
            _ if day => Some(Self::Day(None)),
            (_, _, true) => Some(Self::Day(Some(Span::Month))),
            _ if quarter => Some(Self::Day(Some(Span::Quarter))),
            (true, ..) => Some(Self::Day(Some(Span::Year))),
            _ => None,
        }
    }
}

impl Figure {
    fn of(tokens: &[Token]) -> Self {
        let mut found = Self::default();
        let (mut literal, mut commas, mut percents, mut zeros) = (String::new(), 0_u8, 0_u8, 0_usize);
        let (mut parted, mut point, mut plain, mut inner) = (false, false, true, false);
        let mut before = String::new();
        for token in tokens {
            match token {
                Token::Literal(sign) => literal.push(*sign),
                Token::Bracket(inside) => {
                    let sign = currency(inside);
                    plain &= sign.is_empty();
                    literal.push_str(&sign);
                }
                token if is_digit(token) => {
                    zeros = zeros.saturating_add(usize::from(*token == Token::Zero));
                    plain &= *token != Token::Blank;
                    if !found.digits {
                        before = std::mem::take(&mut literal);
                    }
                    match literal.as_str() {
                        "" => {}
                        "." => (parted, plain) = (true, false),
                        // 1234万5678
                        signs => {
                            let groups = signs.chars().all(|sign| matches!(sign, ' ' | ',' | '\'' | '\u{a0}'));
                            found.unclear |= !groups && signs != "-";
                            // between # they part thousands
                            plain &= !groups || tokens.iter().all(|token| *token != Token::Digit);
                            inner = true;
                        }
                    }
                    literal.clear();
                    found.digits = true;
                    found.shift = found.shift.saturating_add(u8::from(parted));
                    commas = 0;
                }
                Token::Comma => {
                    commas = commas.saturating_add(u8::from(found.digits));
                    plain = false;
                }
                Token::Point => {
                    found.shift = found.shift.saturating_add(commas.saturating_mul(3));
                    found.unclear |= parted || point;
                    (commas, point, plain) = (0, true, false);
                }
                Token::Percent => {
                    percents = percents.saturating_add(1);
                    plain = false;
                }
                // halves of a day and eras, which show nothing of a figure
                Token::Letters(word) => literal.push_str(word),
                Token::Odd => (found.unclear, plain) = (found.unclear || !literal.is_empty(), false),
                _ => plain = false,
            }
        }
        let after = if found.digits {
            literal
        } else {
            before = literal;
            String::new()
        };
        found.shift = found.shift.saturating_add(commas.saturating_mul(3));
        found.percent = percents > 0;
        found.unclear |= found.shift > 12 || percents > 1 || (found.percent && found.shift > 0);
        (found.before, found.after) = words(&before, &after);
        // digits among the words run into those of the figure
        let runs = |sign: Option<char>| found.digits && sign.is_some_and(char::is_numeric);
        found.unclear |= runs(found.before.chars().next_back()) || runs(found.after.chars().next());
        let money = is_foreign(&found.before) || is_foreign(&found.after);
        if plain && !money && found.digits && (zeros > 1 || inner || found.speaks()) {
            let shown = |token: &&Token| is_digit(token) || matches!(token, Token::Literal(_));
            found.code = Some(tokens.iter().filter(shown).cloned().collect());
        }
        if !found.digits && found.after.is_empty() {
            std::mem::swap(&mut found.before, &mut found.after);
        }
        found
    }

    /// Whether it shows words beside the figure.
    pub const fn speaks(&self) -> bool {
        !self.before.is_empty() || !self.after.is_empty()
    }

    /// Whether a section of zeros and signs shows a zero.
    pub fn pads(&self) -> bool {
        self.code
            .as_ref()
            .is_some_and(|tokens| tokens.iter().any(|token| matches!(token, Token::Zero | Token::General)))
    }

    /// Whether it shows the number as it is.
    pub fn is_general(&self) -> bool {
        self.code.as_ref().is_some_and(|tokens| tokens.contains(&Token::General))
    }

    /// Digits as a section of nothing but zeros and signs shows them; none where it is no such section.
    pub fn code(&self, digits: &str) -> Option<String> {
        let tokens = self.code.as_ref()?;
        let mut left = tokens.iter().filter(|token| is_digit(token)).count();
        let (mut digits, mut shown) = (digits.chars().rev(), Vec::new());
        for token in tokens.iter().rev() {
            match token {
                Token::Literal(sign) => shown.push(*sign),
                token => {
                    left = left.saturating_sub(1);
                    let digit = digits.next();
                    shown.extend(digit.or(Some('0').filter(|_| *token == Token::Zero)));
                    if left == 0 {
                        shown.extend(digits.by_ref());
                    }
                }
            }
        }
        let shown: String = shown.into_iter().rev().collect();
        Some(shown.trim().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    fn figure(code: &str) -> Figure {
        match Kind::of(tokens(code).first().unwrap()) {
            Kind::Figure(figure) => figure,
            Kind::Moment(_) => panic!("{code} is a moment"),
        }
    }

    #[test]
    fn a_format_may_show_a_smaller_number_and_words() {
        for (code, shift, before, after) in [
            ("0.00", 0, "", ""),
            ("#,##0.00", 0, "", ""),
            ("0.00\"万元\"", 0, "", "万元"),
            ("#,##0\\亩", 0, "", "亩"),
            ("0人", 0, "", "人"),
            ("0!.0,", 4, "", ""),
            ("0!.0,\"万\"", 4, "", "万"),
            ("#!.0,\"万\"", 4, "", "万"),
            ("0\\.0000\"万元\"", 4, "", "万元"),
            ("0!.0000", 4, "", ""),
            ("0\".\"0", 1, "", ""),
            ("0!.00,,\"亿元\"", 8, "", "亿元"),
            ("#,##0,", 3, "", ""),
            ("#,##0.0,", 3, "", ""),
            ("0.00,,", 6, "", ""),
            ("0,.00", 3, "", ""),
            ("\"约\"0\"万元\"", 0, "", "万元"),
            ("G/通用格式\"万元\"", 0, "", "万元"),
            ("General\"年\"", 0, "", "年"),
            ("[Red]0\"万元\"", 0, "", "万元"),
            ("¥#,##0.00", 0, "", ""),
            ("0.00\"（万元）\"", 0, "", "万元"),
            ("0.00\" [万元] \"", 0, "", "万元"),
            ("\\(0.00\"万元\"\\)", 0, "", "万元"),
            ("0.00\"万元（含税）\"", 0, "", "万元（含税）"),
            ("\"万元\"0.00", 0, "万元", ""),
            ("\"W\"0.00W", 0, "W", "W"),
            ("[$$-409]#,##0.00", 0, "美元", ""),
            ("[$USD] #,##0.00", 0, "美元", ""),
            ("[$€-2] #,##0.00", 0, "欧元", ""),
            ("\"HK$\"0", 0, "港元", ""),
            ("$0", 0, "美元", ""),
            ("[$¥-411]0", 0, "日元", ""),
            ("[$¥-ja-JP]0", 0, "日元", ""),
            ("[$¥-804]0", 0, "", ""),
            ("[$￥-804]0", 0, "", ""),
            ("[$-804]0", 0, "", ""),
            ("[$CNY] 0", 0, "", ""),
            ("\"RMB \"0", 0, "", ""),
            ("\"人民币\"0", 0, "", ""),
            ("[DBNum1]0", 0, "", ""),
            ("0.0\"‰\"", 0, "", "‰"),
            ("0.0‰", 0, "", "‰"),
            ("\"无\"", 0, "", "无"),
            ("_ * \"-\"??_ ", 0, "", ""),
            ("\"△\"0", 0, "", ""),
            ("", 0, "", ""),
        ] {
            let found = figure(code);
            assert_eq!((found.shift, found.before.as_str(), found.after.as_str()), (shift, before, after), "{code}");
            assert!(!found.unclear, "{code}");
        }
        for code in
            ["0\"万\"0000", "0%%", "0!.0,,,,,", "0!.0.0", "0\"0\"0", "0\"0万元\"", "\"2023\"0", "#\" 又 \"?/?", "0%,,"]
        {
            assert!(figure(code).unclear, "{code}");
        }
        assert!(figure("0.0%").percent && !figure("0.0\"%\"").percent && !figure("0\\%").percent);
    }

    #[test]
    fn a_section_of_zeros_and_signs_shows_identifiers() {
        for (code, digits, shown) in [
            ("\"E\"000", "1", Some("E001")),
            ("\"E\"000", "12345", Some("E12345")),
            ("00000000", "12345", Some("00012345")),
            ("\"垣政发〔2023〕\"0\"号\"", "5", Some("垣政发〔2023〕5号")),
            ("0000-0000000", "3596022222", Some("0359-6022222")),
            ("\"NO.\"#", "12", Some("NO.12")),
            ("General\"号\"", "5", Some("5号")),
            ("0", "5", None),
            ("#,##0", "5", None),
            ("\"E\"0.0", "5", None),
            ("\"E\"#,##0", "5", None),
            ("\\(0\\)", "5", None),
            ("0%", "5", None),
            ("General", "5", None),
        ] {
            assert_eq!(figure(code).code(digits).as_deref(), shown, "{code}");
        }
    }

    #[test]
    fn a_section_says_how_much_of_a_day_it_shows() {
        let moment = |code: &str| match Kind::of(tokens(code).first().unwrap()) {
            Kind::Moment(moment) => Some(moment),
            Kind::Figure(_) => None,
        };
        let (month, year) = (Some(Moment::Day(Some(Span::Month))), Some(Moment::Day(Some(Span::Year))));
        let day = Some(Moment::Day(None));
        for (code, expected) in [
            ("yyyy-mm-dd", day),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\"", day),
            ("m/d/yy h:mm", day),
            ("yyyy\"年\"h:mm", day),
            ("m\"月\"d\"日\"", day),
            ("aaaa", day),
            ("yyyy\"年\"m\"月\"", month),
            ("[$-804]yyyy\"年\"m\"月\"", month),
            ("yyyy-mm", month),
            ("yyyymm", month),
            ("mmm-yy", month),
            ("mmm", month),
            ("e\"年\"m\"月\"", month),
            ("yyyy", year),
            ("yyyy\"年\"", year),
            ("e\"年\"", year),
            ("yyyy\"年第\"q\"季度\"", Some(Moment::Day(Some(Span::Quarter)))),
            ("h:mm AM/PM", Some(Moment::Clock)),
            ("上午/下午h\"时\"mm\"分\"", Some(Moment::Clock)),
            ("mm:ss.0", Some(Moment::Clock)),
            ("[h]:mm:ss", Some(Moment::Elapsed)),
            ("[mm]:ss", Some(Moment::Elapsed)),
            ("General", None),
            ("G/通用格式", None),
            ("G/通用格式\"年\"", None),
            ("0.00E+00", None),
            ("0\"d\"", None),
            ("0\\d", None),
            ("0.00 USD", None),
            ("[Red]0", None),
            ("@", None),
        ] {
            assert_eq!(moment(code), expected, "{code}");
        }
    }
}
