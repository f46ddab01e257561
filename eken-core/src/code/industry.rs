//! Code of an industry (国民经济行业分类, GB/T 4754-2017): a section letter and two to four digits.

use std::fmt;

use super::written;
use crate::words::Label;

/// A section (门类) of the classification: its letter, the divisions (大类) in it, its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Section {
    /// The letter, A to T.
    pub letter: char,
    /// Number of its first division.
    pub first: u8,
    /// Number of its last division.
    pub last: u8,
    /// Name of the section.
    pub label: Label,
}

impl Section {
    /// The 20 sections, in the order of the standard; their divisions run from 01 to 97 without a gap.
    pub const ALL: [Self; 20] = [
        section('A', 1, 5, "农、林、牧、渔业", "agriculture, forestry, animal husbandry and fishery"),
        section('B', 6, 12, "采矿业", "mining"),
        section('C', 13, 43, "制造业", "manufacturing"),
        section('D', 44, 46, "电力、热力、燃气及水生产和供应业", "electricity, heat, gas and water supply"),
        section('E', 47, 50, "建筑业", "construction"),
        section('F', 51, 52, "批发和零售业", "wholesale and retail trade"),
        section('G', 53, 60, "交通运输、仓储和邮政业", "transport, storage and post"),
        section('H', 61, 62, "住宿和餐饮业", "hotels and catering"),
        section('I', 63, 65, "信息传输、软件和信息技术服务业", "information, software and IT services"),
        section('J', 66, 69, "金融业", "finance"),
        section('K', 70, 70, "房地产业", "real estate"),
        section('L', 71, 72, "租赁和商务服务业", "leasing and business services"),
        section('M', 73, 75, "科学研究和技术服务业", "research and technical services"),
        section('N', 76, 79, "水利、环境和公共设施管理业", "water, environment and public facilities"),
        section('O', 80, 82, "居民服务、修理和其他服务业", "household services, repair and other services"),
        section('P', 83, 83, "教育", "education"),
        section('Q', 84, 85, "卫生和社会工作", "health and social work"),
        section('R', 86, 90, "文化、体育和娱乐业", "culture, sport and entertainment"),
        section('S', 91, 96, "公共管理、社会保障和社会组织", "public administration and social organisations"),
        section('T', 97, 97, "国际组织", "international organisations"),
    ];

    /// The section that a division belongs to.
    pub fn of_division(number: u8) -> Option<&'static Self> {
        Self::ALL.iter().find(|section| (section.first..=section.last).contains(&number))
    }
}

const fn section(letter: char, first: u8, last: u8, zh: &'static str, en: &'static str) -> Section {
    Section { letter, first, last, label: Label::new(zh, en) }
}

/// An industry code of sound structure whose division belongs to its section, such as `A01`, `C152` or `F5292`.
///
/// Two digits name a division (大类), three a group (中类), four a class (小类). Whether the group or class exists is not
/// asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Industry(String);

impl Industry {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its section.
    pub fn section(&self) -> Option<&'static Section> {
        Section::ALL.iter().find(|section| self.0.starts_with(section.letter))
    }

    /// Its division with the letter, such as `F52`.
    pub fn division(&self) -> &str {
        self.0.get(..3).unwrap_or_default()
    }

    /// Whether this industry is the parent or lies under it. The parent is a section letter or a code; anything else is
    /// no parent of any industry.
    pub fn is_under(&self, parent: &str) -> bool {
        let is_code = match parent.len() {
            1 => true,
            3..=5 => self.0.len() >= parent.len(),
            _ => false,
        };
        is_code && self.0.starts_with(parent)
    }
}

impl fmt::Display for Industry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Industry {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Why a text is no industry code. Positions count from 1 and leave blanks and hyphens out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IndustryFault {
    /// There are not a letter and two to four digits.
    Length {
        /// How many characters there are.
        found: usize,
    },
    /// The first character is no letter from A to T, or a later one no digit.
    Character {
        /// Where it stands.
        position: usize,
        /// The character.
        found: char,
    },
    /// The letter is missing; the digits tell which it is.
    SectionMissing {
        /// The letter of the section.
        expected: char,
    },
    /// No division has these two digits: they run from 01 to 97.
    Division {
        /// The number of the division.
        found: u8,
    },
    /// The division belongs to another section.
    Section {
        /// The letter of that section.
        expected: char,
    },
    /// Only the writing is wrong: lower case, full width, blanks or hyphens.
    Repairable {
        /// The code as the standard writes it.
        repaired: String,
    },
}

/// Checks the structure of an industry code, and that its division belongs to its section.
///
/// ```
/// use eken_core::code::{IndustryFault, industry};
///
/// let online_retail = industry::check("F5292").unwrap();
/// assert!(online_retail.is_under("F") && online_retail.is_under("F52"));
/// assert_eq!(industry::check("C52"), Err(IndustryFault::Section { expected: 'F' }));
/// ```
///
/// # Errors
///
/// One [`IndustryFault`], the first that the text shows, read from its left.
pub fn check(text: &str) -> Result<Industry, IndustryFault> {
    let proper = written::proper(text).to_ascii_uppercase();
    let found = proper.chars().count();
    if (2..=4).contains(&found)
        && written::is_digits(&proper)
        && let Some(section) = division_number(&proper).and_then(Section::of_division)
    {
        return Err(IndustryFault::SectionMissing { expected: section.letter });
    }
    if !(3..=5).contains(&found) {
        return Err(IndustryFault::Length { found });
    }
    let misplaced = |(sign, position): &(char, usize)| match position {
        1 => !sign.is_ascii_uppercase() || *sign > 'T',
        _ => !sign.is_ascii_digit(),
    };
    if let Some((found, position)) = proper.chars().zip(1..).find(misplaced) {
        return Err(IndustryFault::Character { position, found });
    }
    let number = proper.get(1..).and_then(division_number).unwrap_or_default();
    let Some(section) = Section::of_division(number) else {
        return Err(IndustryFault::Division { found: number });
    };
    if !proper.starts_with(section.letter) {
        return Err(IndustryFault::Section { expected: section.letter });
    }
    if text == proper { Ok(Industry(proper)) } else { Err(IndustryFault::Repairable { repaired: proper }) }
}

/// Number of the division that the first two digits name.
fn division_number(digits: &str) -> Option<u8> {
    digits.get(..2).and_then(|two| two.parse().ok())
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "places and numbers of a test")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_sections_cover_01_to_97_without_gap_or_overlap() {
        let numbers: Vec<u8> = Section::ALL.iter().flat_map(|section| section.first..=section.last).collect();
        assert_eq!(numbers, (1..=97).collect::<Vec<u8>>());
        let letters: String = Section::ALL.iter().map(|section| section.letter).collect();
        assert_eq!(letters, "ABCDEFGHIJKLMNOPQRST");
    }

    #[test]
    fn the_first_and_last_division_of_every_section_hold_and_their_neighbours_do_not() {
        for section in Section::ALL {
            let code = |number: u8| format!("{}{number:02}", section.letter);
            assert!(check(&code(section.first)).is_ok() && check(&code(section.last)).is_ok());
            assert!(check(&code(section.first - 1)).is_err() && check(&code(section.last + 1)).is_err());
        }
    }

    #[test]
    fn an_industry_lies_under_its_section_its_division_its_group_and_itself() {
        let class = check("C1523").unwrap();
        for parent in ["C", "C15", "C152", "C1523"] {
            assert!(class.is_under(parent), "{parent}");
        }
        for parent in ["", "C1", "A", "C16", "C1524", "C15233", "15", "c15", "制"] {
            assert!(!class.is_under(parent), "{parent}");
        }
        assert!(!check("C15").unwrap().is_under("C152"));
        assert_eq!((class.division(), class.section().unwrap().letter), ("C15", 'C'));
    }

    #[test]
    fn each_fault_is_told_apart() {
        assert_eq!(check("A"), Err(IndustryFault::Length { found: 1 }));
        assert_eq!(check("A1"), Err(IndustryFault::Length { found: 2 }));
        assert_eq!(check("A01111"), Err(IndustryFault::Length { found: 6 }));
        assert_eq!(check("U01"), Err(IndustryFault::Character { position: 1, found: 'U' }));
        assert_eq!(check("A0I"), Err(IndustryFault::Character { position: 3, found: 'I' }));
        assert_eq!(check("5292"), Err(IndustryFault::SectionMissing { expected: 'F' }));
        assert_eq!(check("A00"), Err(IndustryFault::Division { found: 0 }));
        assert_eq!(check("T98"), Err(IndustryFault::Division { found: 98 }));
        assert_eq!(check("A52"), Err(IndustryFault::Section { expected: 'F' }));
        assert_eq!(check("ａ０１"), Err(IndustryFault::Repairable { repaired: "A01".to_owned() }));
    }

    proptest! {
        #[test]
        fn no_text_makes_the_check_panic(text in any::<String>(), near in "[A-Za-z0-9Ａ-Ｔ０-９ ]{1,7}") {
            let _ = check(&text);
            match check(&near) {
                Ok(industry) => prop_assert!(industry.is_under(industry.as_str()) && industry.section().is_some()),
                Err(IndustryFault::Repairable { repaired }) => prop_assert!(check(&repaired).is_ok()),
                Err(_) => {}
            }
        }
    }

    #[test]
    fn digits_that_name_no_division_tell_no_section() {
        assert_eq!(check("00"), Err(IndustryFault::Length { found: 2 }));
        assert_eq!(check("98"), Err(IndustryFault::Length { found: 2 }));
        assert_eq!(check("000"), Err(IndustryFault::Character { position: 1, found: '0' }));
    }
}
