//! Number formats: what each shows of a number. `0.00"万元"` shows 12.5 as 12.50万元, `0!.0,` shows 1234567 as 123.5,
//! `"E"000` shows 1 as E001, `yyyy"年"` shows a day as a year. The sender sees, and means, what is shown.

use std::cmp::Ordering;

use super::number::{self, order};
use super::section::Kind;
use super::token::{Token, tokens};

/// The longest code of a format that is read; Excel has 255 letters.
const LONGEST: usize = 4_096;

/// A number format: its sections, each for some of the numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Format {
    sections: Vec<(Option<Condition>, Kind)>,
    /// Whether some section shows numbers smaller.
    shrinks: bool,
}

/// Which numbers a section is for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Condition {
    less: bool,
    equal: bool,
    greater: bool,
    /// A decimal without exponent.
    than: String,
}

impl Format {
    /// The format of a code as Excel writes it.
    pub fn of_code(code: &str) -> Self {
        if code.len() > LONGEST {
            return Self { sections: Vec::new(), shrinks: false };
        }
        let mut parts = tokens(code);
        // the last one, with @, is for texts
        if parts.last().is_some_and(|tokens| tokens.contains(&Token::At)) {
            parts.pop();
        }
        if parts.is_empty() {
            parts.push(vec![Token::General]);
        }
        let sections: Vec<_> = parts.iter().map(|tokens| (condition(tokens), Kind::of(tokens))).collect();
        let shrinks = sections.iter().any(|(_, kind)| matches!(kind, Kind::Figure(figure) if figure.shift > 0));
        Self { sections, shrinks }
    }

    /// A format that is of one kind for every number.
    pub fn of_kind(kind: Kind) -> Self {
        Self { sections: vec![(None, kind)], shrinks: false }
    }

    /// What the section that a number falls in, as the file writes it, shows of it; none where that is not certain.
    pub fn kind(&self, written: &str) -> Option<&Kind> {
        match self.sections.as_slice() {
            [(None, kind)] => Some(kind),
            [] => None,
            [(_, first), others @ ..] => {
                let chosen = number::exact(written).and_then(|number| self.chosen(&number));
                chosen.or_else(|| {
                    others.iter().all(|(_, kind)| kind == first).then_some(first).filter(|_| !others.is_empty())
                })
            }
        }
    }

    /// Whether the number is shown as it is kept by a format that shows others smaller: then only the heading can tell what is
    /// meant.
    pub const fn shrinks(&self) -> bool {
        self.shrinks
    }

    fn chosen(&self, number: &str) -> Option<&Kind> {
        let (above, below) = match order(number, "0") {
            Ordering::Greater => (true, false),
            Ordering::Less => (false, true),
            Ordering::Equal => (false, false),
        };
        let fits = |condition: &Condition| condition.fits(number);
        match self.sections.as_slice() {
            [(None, first), (None, second)] => Some(if below { second } else { first }),
            [(None, first), (None, second), (None, third)] => Some(match (above, below) {
                (true, _) => first,
                (_, true) => second,
                _ => third,
            }),
            // the first is for what is above zero where only the second says for what it is
            [(None, first), (Some(condition), second), rest @ ..] if rest.len() < 2 => match (above, fits(condition)) {
                (true, true) => None,
                (true, false) => Some(first),
                (false, true) => Some(second),
                (false, false) => rest.first().map_or(Some(first), |(_, third)| Some(third)),
            },
            // the second is for what is below zero, but programs differ over the others
            [(Some(condition), first), (None, second), (None, _)] => match fits(condition) {
                true => Some(first),
                false => Some(second).filter(|_| below),
            },
            sections => {
                let (last, stated) = sections.split_last()?;
                if stated.iter().any(|(condition, _)| condition.is_none()) {
                    return None;
                }
                let found = sections.iter().find(|(condition, _)| condition.as_ref().is_some_and(fits));
                found.or_else(|| Some(last).filter(|(condition, _)| condition.is_none())).map(|(_, kind)| kind)
            }
        }
    }
}

impl Condition {
    fn parse(text: &str) -> Option<Self> {
        let end = text.find(|sign| !matches!(sign, '<' | '>' | '=' | '!'))?;
        let (sign, than) = text.split_at_checked(end)?;
        let (less, equal, greater) = match sign {
            "<" => (true, false, false),
            "<=" => (true, true, false),
            ">" => (false, false, true),
            ">=" => (false, true, true),
            "=" => (false, true, false),
            "<>" | "!=" => (true, false, true),
            _ => return None,
        };
        Some(Self { less, equal, greater, than: number::exact(than)? })
    }

    fn fits(&self, number: &str) -> bool {
        match order(number, &self.than) {
            Ordering::Less => self.less,
            Ordering::Equal => self.equal,
            Ordering::Greater => self.greater,
        }
    }
}

fn condition(tokens: &[Token]) -> Option<Condition> {
    tokens.iter().find_map(|token| match token {
        Token::Bracket(inside) => Condition::parse(inside),
        _ => None,
    })
}

/// Units that are read wherever a format shows them, as if they stood in the cell.
const UNITS: [&str; 30] = [
    "万亿元",
    "百万元",
    "万元",
    "亿元",
    "千元",
    "万亩",
    "万平方米",
    "平方公里",
    "平方米",
    "个百分点",
    "百分点",
    "万人次",
    "万人",
    "人次",
    "小时",
    "学时",
    "课时",
    "分钟",
    "公顷",
    "万",
    "亿",
    "元",
    "亩",
    "㎡",
    "人",
    "户",
    "家",
    "个",
    "次",
    "间",
];

/// Whether words are a unit that stands for itself.
pub fn is_unit(words: &str) -> bool {
    UNITS.contains(&words)
}

/// By how many powers of ten a unit is larger than the one that it begins to count: 4 of 万元, none of 元 or where there is no unit.
pub fn size(unit: &str) -> u8 {
    SIZES.into_iter().find(|(word, _)| unit.starts_with(word)).map_or(0, |(_, size)| size)
}

/// The words of size that a unit may begin with, longer ones first.
const SIZES: [(&str, u8); 10] = [
    ("万亿", 12),
    ("百亿", 10),
    ("十亿", 9),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("千克", 0),
    ("千", 3),
    ("万", 4),
    ("亿", 8),
];

#[cfg(test)]
mod tests {
    use super::super::section::Moment;
    use super::*;
    use crate::grid::Span;

    /// Shift and words of the section that a number falls in.
    fn shown(code: &str, number: &str) -> String {
        match Format::of_code(code).kind(number) {
            None => "unclear".to_owned(),
            Some(Kind::Figure(figure)) => format!("{} {}|{}", figure.shift, figure.before, figure.after),
            Some(Kind::Moment(_)) => "moment".to_owned(),
        }
    }

    #[test]
    fn a_number_is_shown_by_the_section_that_it_falls_in() {
        for (code, number, expected) in [
            ("0\"元\";0\"万元\";0\"亿元\"", "1", "0 |元"),
            ("0\"元\";0\"万元\";0\"亿元\"", "-1", "0 |万元"),
            ("0\"元\";0\"万元\";0\"亿元\"", "0", "0 |亿元"),
            ("0\"元\";0\"万元\"", "0", "0 |元"),
            ("0\"元\";@", "-1", "0 |元"),
            ("0\"元\";0\"万元\";@", "-1", "0 |万元"),
            ("0;0;0\"元\";@", "0", "0 |元"),
            ("[>=10000]0!.0,\"万元\";0", "1234567", "4 |万元"),
            ("[>=10000]0!.0,\"万元\";0", "9999.99", "0 |"),
            ("[<10000]0\"元\";0!.0,\"万元\"", "10000", "4 |万元"),
            ("[<100]0\"亿元\";0\"万元\"", "3", "0 |亿元"),
            ("[<100]0\"亿元\";0\"万元\"", "100", "0 |万元"),
            ("[<1]0\"元\";[<10]0\"万元\";0\"亿元\"", "5", "0 |万元"),
            ("[<1]0\"元\";[<10]0\"万元\";0\"亿元\"", "10", "0 |亿元"),
            ("[=0]\"无\";[<>0]0", "0", "0 |无"),
            ("[Red][<1]0\"元\";0", "0.5", "0 |元"),
            ("[>=10000]0!.0,\"万元\"", "5", "unclear"),
            ("[>=10000]0\"万元\";0\"元\";0", "5", "unclear"),
            ("[>=10000]0\"万元\";0\"元\";0", "-5", "0 |元"),
            ("0\"元\";[<0]0\"万元\"", "-5", "0 |万元"),
            ("0\"元\";[<0]0\"万元\"", "5", "0 |元"),
            ("0\"元\";[>5]0\"万元\"", "6", "unclear"),
            ("[>5]0\"元\";0\"元\";0\"元\"", "5", "0 |元"),
            ("0;0;0;0", "5", "0 |"),
        ] {
            assert_eq!(shown(code, number), expected, "{code} of {number}");
        }
        assert_eq!(shown(&"0".repeat(5_000), "1"), "unclear");
    }

    #[test]
    fn the_section_for_texts_says_nothing_of_days() {
        let format = Format::of_code("[$-804]yyyy\"年\"m\"月\";@");
        assert_eq!(format.kind("45047"), Some(&Kind::Moment(Moment::Day(Some(Span::Month)))));
    }
}
