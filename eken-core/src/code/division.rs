//! Code of an administrative division (行政区划代码, GB/T 2260): six digits, two a level.

use std::fmt;

use chrono::NaiveDate;

use super::written;
use crate::words::Label;

/// The first two digits that GB/T 2260 gives to a province, region, municipality or special administrative region.
const PROVINCES: [&str; 34] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
    "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
];

/// Day of the State Council's reply that made the prefecture a city (国函〔2000〕68号): the codes of 1427 gave way to 1408.
const YUNCHENG_A_CITY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2000, 6, 14);

/// Divisions that eken knows by name. `None` as a beginning: since the first edition of the standard, 1980.
const KNOWN: [DatedDivision; 5] = [
    DatedDivision {
        code: "140000",
        label: Label::new("山西省", "Shanxi Province"),
        from: None,
        until: None,
        successor: None,
    },
    DatedDivision {
        code: "140800",
        label: Label::new("运城市", "Yuncheng City"),
        from: YUNCHENG_A_CITY,
        until: None,
        successor: None,
    },
    DatedDivision {
        code: "140827",
        label: Label::new("垣曲县", "Yuanqu County"),
        from: YUNCHENG_A_CITY,
        until: None,
        successor: None,
    },
    DatedDivision {
        code: "142700",
        label: Label::new("运城地区", "Yuncheng Prefecture"),
        from: None,
        until: YUNCHENG_A_CITY,
        successor: Some("140800"),
    },
    DatedDivision {
        code: "142733",
        label: Label::new("垣曲县", "Yuanqu County"),
        from: None,
        until: YUNCHENG_A_CITY,
        successor: Some("140827"),
    },
];

/// A division code of sound structure: six digits, a province that exists, no county without a prefecture.
///
/// Whether the county exists is another question: the standard is amended every year, and eken knows few by name
/// ([`Division::known`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Division([u8; 6]);

impl Division {
    /// The six digits.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How far down the code goes.
    pub fn level(&self) -> DivisionLevel {
        match self.0 {
            [_, _, b'0', b'0', b'0', b'0'] => DivisionLevel::Province,
            [_, _, _, _, b'0', b'0'] => DivisionLevel::Prefecture,
            _ => DivisionLevel::County,
        }
    }

    /// The two digits of the province, such as `14`.
    pub fn province(&self) -> &str {
        self.as_str().get(..2).unwrap_or_default()
    }

    /// The four digits of the prefecture, such as `1408`; `None` for a province.
    pub fn prefecture(&self) -> Option<&str> {
        if self.level() == DivisionLevel::Province { None } else { self.as_str().get(..4) }
    }

    /// The six digits of the county, such as `140827`; `None` for what is larger.
    pub fn county(&self) -> Option<&str> {
        (self.level() == DivisionLevel::County).then(|| self.as_str())
    }

    /// Whether this division is the other one or lies in it, by their digits: `142733` is not within `140800`, its
    /// [`current`](Self::current) code is.
    pub fn is_within(&self, other: &Self) -> bool {
        match other.level() {
            DivisionLevel::Province => self.province() == other.province(),
            DivisionLevel::Prefecture => self.prefecture() == other.prefecture(),
            DivisionLevel::County => self == other,
        }
    }

    /// What eken knows of this code, if it knows it.
    pub fn known(&self) -> Option<&'static DatedDivision> {
        KNOWN.iter().find(|known| known.code == self.as_str())
    }

    /// The code that the same place carries today: of a code that eken knows to have given way, the later one.
    pub fn current(&self) -> Self {
        self.known().and_then(|known| known.successor).and_then(|code| check(code).ok()).unwrap_or(*self)
    }
}

impl fmt::Display for Division {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl AsRef<str> for Division {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

/// How far down a division code goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DivisionLevel {
    /// Province (省级): four zeros at the end.
    Province,
    /// Prefecture (地级): two zeros at the end.
    Prefecture,
    /// County (县级).
    County,
}

/// A division code with its name and its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DatedDivision {
    /// The six digits.
    pub code: &'static str,
    /// Name of the division.
    pub label: Label,
    /// First day of the code; `None`: since the standard began, 1980.
    pub from: Option<NaiveDate>,
    /// First day on which the code is no more; `None`: still in force.
    pub until: Option<NaiveDate>,
    /// The code that took its place.
    pub successor: Option<&'static str>,
}

impl DatedDivision {
    /// Whether the code is in force on a day.
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

/// Why a text is no division code. Positions count from 1 and leave blanks and hyphens out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DivisionFault {
    /// There are not six characters.
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character is no digit.
    Character {
        /// Where it stands.
        position: usize,
        /// The character.
        found: char,
    },
    /// No province has these first two digits.
    Province {
        /// The two digits.
        found: String,
    },
    /// The prefecture is `00` and the county is not: no such place can be.
    Prefecture,
    /// Only the writing is wrong: full width, blanks or hyphens.
    Repairable {
        /// The code as the standard writes it.
        repaired: String,
    },
}

/// Checks the structure of a division code.
///
/// ```
/// use eken_core::code::division;
///
/// let yuanqu = division::check("140827").unwrap();
/// let yuncheng = division::check("140800").unwrap();
/// assert!(yuanqu.is_within(&yuncheng));
/// assert_eq!((yuanqu.province(), yuanqu.prefecture(), yuanqu.county()), ("14", Some("1408"), Some("140827")));
///
/// let before_2000 = division::check("142733").unwrap();
/// assert_eq!(before_2000.current(), yuanqu);
/// ```
///
/// # Errors
///
/// One [`DivisionFault`], the first in the order of their list.
pub fn check(text: &str) -> Result<Division, DivisionFault> {
    let proper = written::proper(text);
    let found = proper.chars().count();
    if found != 6 {
        return Err(DivisionFault::Length { found });
    }
    if let Some((found, position)) = proper.chars().zip(1..).find(|(sign, _)| !sign.is_ascii_digit()) {
        return Err(DivisionFault::Character { position, found });
    }
    let province = proper.get(..2).unwrap_or_default();
    if !is_province(province) {
        return Err(DivisionFault::Province { found: province.to_owned() });
    }
    if proper.get(2..4) == Some("00") && proper.get(4..) != Some("00") {
        return Err(DivisionFault::Prefecture);
    }
    match <[u8; 6]>::try_from(text.as_bytes()) {
        Ok(code) => Ok(Division(code)),
        Err(_) => Err(DivisionFault::Repairable { repaired: proper.into_owned() }),
    }
}

/// Whether two digits are those of a province.
pub(super) fn is_province(digits: &str) -> bool {
    PROVINCES.contains(&digits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn division(text: &str) -> Division {
        check(text).unwrap()
    }

    #[test]
    fn a_county_lies_in_its_prefecture_its_province_and_itself() {
        let yuanqu = division("140827");
        for other in ["140000", "140800", "140827"] {
            assert!(yuanqu.is_within(&division(other)), "{other}");
        }
        for other in ["140828", "140900", "410000", "142700"] {
            assert!(!yuanqu.is_within(&division(other)), "{other}");
        }
        assert!(!division("140000").is_within(&yuanqu));
        assert!(!division("140000").is_within(&division("140800")));
    }

    #[test]
    fn each_level_has_the_parts_that_it_reaches() {
        let parts = |text| {
            let division = division(text);
            (division.level(), division.prefecture().map(str::to_owned), division.county().map(str::to_owned))
        };
        assert_eq!(parts("140000"), (DivisionLevel::Province, None, None));
        assert_eq!(parts("140800"), (DivisionLevel::Prefecture, Some("1408".to_owned()), None));
        assert_eq!(parts("140827"), (DivisionLevel::County, Some("1408".to_owned()), Some("140827".to_owned())));
    }

    #[test]
    fn yuanqu_had_another_code_until_yuncheng_became_a_city() {
        let eve = NaiveDate::from_ymd_opt(2000, 6, 13).unwrap();
        let day = NaiveDate::from_ymd_opt(2000, 6, 14).unwrap();
        let (old, new) = (division("142733").known().unwrap(), division("140827").known().unwrap());
        assert_eq!(old.label, new.label);
        assert!(old.is_in_force(eve) && !old.is_in_force(day));
        assert!(!new.is_in_force(eve) && new.is_in_force(day));
        assert!(!division("142733").is_within(&division("140800")));
        assert!(division("142733").current().is_within(&division("140800")));
        assert_eq!(division("410000").current(), division("410000"));
    }

    #[test]
    fn every_known_division_and_every_successor_is_sound() {
        for known in &KNOWN {
            assert_eq!(division(known.code).known(), Some(known));
            if let Some(successor) = known.successor {
                assert!(division(successor).known().is_some_and(|later| later.from == known.until));
            }
        }
    }

    #[test]
    fn each_fault_of_structure_is_told_apart() {
        assert_eq!(check("1408"), Err(DivisionFault::Length { found: 4 }));
        assert_eq!(check("14O827"), Err(DivisionFault::Character { position: 3, found: 'O' }));
        assert_eq!(check("160827"), Err(DivisionFault::Province { found: "16".to_owned() }));
        assert_eq!(check("140027"), Err(DivisionFault::Prefecture));
        assert_eq!(check("１４０８２７"), Err(DivisionFault::Repairable { repaired: "140827".to_owned() }));
        assert_eq!(check(" 140827"), Err(DivisionFault::Repairable { repaired: "140827".to_owned() }));
    }

    proptest! {
        #[test]
        fn no_text_makes_the_check_panic(text in any::<String>(), near in "[0-9０-９A ]{5,8}") {
            let _ = check(&text);
            if let Err(DivisionFault::Repairable { repaired }) = check(&near) {
                prop_assert!(check(&repaired).is_ok());
            }
        }
    }
}
