//! Resident id (公民身份号码, GB 11643-1999): the number of a person, whole, masked or hashed.

use std::borrow::Cow;
use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{Division, division, written};

/// Weight of each of the first 17 digits.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// The check character at the place of the weighted sum modulo 11.
const CHECKS: &str = "10X98765432";

/// Fewest stars of a masked number. With fewer the number can be worked out from its check character and a date.
const FEWEST_STARS: usize = 4;

/// What a digest begins with.
const DIGEST: &str = "sha256:";

/// A sound resident id as a file may carry it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResidentIdForm {
    /// All 18 characters, with a real date and a check character that fits.
    Full(ResidentId),
    /// 18 characters of which at least four are stars, such as `140827********0012`.
    Masked,
    /// `sha256:` and 64 lower-case hexadecimal digits.
    Hashed,
}

/// What a whole resident id tells: the region of first registration and the date of birth.
///
/// Neither the number nor these parts can be printed: there is no `Display`, and `Debug` shows stars.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ResidentId {
    region: [u8; 6],
    birth: NaiveDate,
}

impl ResidentId {
    /// The six digits of the region where the person was first registered; often not the one lived in.
    pub fn region(&self) -> &str {
        str::from_utf8(&self.region).unwrap_or_default()
    }

    /// The region as a division, when its structure is one of GB/T 2260.
    pub fn division(&self) -> Option<Division> {
        division::check(self.region()).ok()
    }

    /// Date of birth.
    pub fn birth(&self) -> NaiveDate {
        self.birth
    }

    /// Whether the region's code is known to be younger than the person: `140827` came in 2000, people of Yuanqu born
    /// before carry `142733`. A warning, not a fault: who was registered late carries the later code.
    pub fn region_is_younger(&self) -> bool {
        let from = self.division().and_then(|division| division.known()).and_then(|known| known.from);
        from.is_some_and(|from| self.birth < from)
    }
}

impl fmt::Debug for ResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResidentId(***)")
    }
}

/// Why a text is no resident id. No fault carries the number or any of its digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResidentIdFault {
    /// There are not 18 characters, or not 64 after `sha256:`.
    Length {
        /// How many there are, blanks and hyphens left out.
        found: usize,
    },
    /// A character is neither a digit nor, in the last place, an X; or it is one of fewer than four stars.
    Character {
        /// Where it stands, from 1, blanks and hyphens left out.
        position: usize,
    },
    /// Positions 7 to 14 are no date in which a living person could be born.
    Date,
    /// The check character does not fit: a slip somewhere in the number.
    Check,
    /// Only the writing is wrong; the number within is sound.
    Repairable(ResidentIdRepair),
    /// Fifteen digits: a number of the form before 1999.
    OldFifteen,
}

/// What a badly written resident id needs. Where several are needed, the first in this order is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResidentIdRepair {
    /// Blanks or hyphens are to be left out.
    Separators,
    /// Full-width characters are to be half-width.
    FullWidth,
    /// The x is to be an X.
    LowerCaseX,
    /// The digest is to be in lower case.
    UpperCaseDigest,
}

/// Checks a resident id in any of its forms.
///
/// ```
/// use eken_core::code::{ResidentIdFault, ResidentIdForm, resident_id};
///
/// let Ok(ResidentIdForm::Full(id)) = resident_id::check("142733197001010017") else { panic!() };
/// assert_eq!(id.birth().to_string(), "1970-01-01");
/// assert_eq!(format!("{id:?}"), "ResidentId(***)");
///
/// assert_eq!(resident_id::check("140827********0012"), Ok(ResidentIdForm::Masked));
/// assert_eq!(resident_id::check("140827200111114052"), Err(ResidentIdFault::Check));
/// ```
///
/// # Errors
///
/// One [`ResidentIdFault`]: the old form, the length, a character, the date, the check character. A number that is only
/// written badly gives [`ResidentIdFault::Repairable`].
pub fn check(text: &str) -> Result<ResidentIdForm, ResidentIdFault> {
    let proper = written::proper(text);
    if proper.split_at_checked(DIGEST.len()).is_some_and(|(start, _)| start.eq_ignore_ascii_case(DIGEST)) {
        let lower = proper.to_ascii_lowercase();
        let form = hashed(lower.strip_prefix(DIGEST).unwrap_or_default())?;
        return if text == lower { Ok(form) } else { Err(repair(text, ResidentIdRepair::UpperCaseDigest)) };
    }
    let has_lower = proper.bytes().any(|byte| byte.is_ascii_lowercase());
    let upper = if has_lower { Cow::Owned(proper.to_ascii_uppercase()) } else { proper };
    let form = full_or_masked(&upper)?;
    if text == upper { Ok(form) } else { Err(repair(text, ResidentIdRepair::LowerCaseX)) }
}

/// Whether a text has the form of a resident id, whatever its check character: 18 characters with a plausible date, or
/// the 15 digits of before 1999. Full width, blanks and hyphens do not hide it; stars and digests are not one.
///
/// ```
/// use eken_core::code::looks_like_resident_id;
///
/// assert!(looks_like_resident_id("142733 19700101 0018"));
/// assert!(!looks_like_resident_id("91140827MA0EKEN03X"));
/// ```
pub fn looks_like_resident_id(text: &str) -> bool {
    let proper = written::proper(text);
    match proper.len() {
        18 => {
            let (body, last) = proper.split_at_checked(17).unwrap_or_default();
            written::is_digits(body)
                && (written::is_digits(last) || last.eq_ignore_ascii_case("x"))
                && body.get(6..14).and_then(birth_date).is_some()
        }
        15 => is_old_fifteen(&proper),
        _ => false,
    }
}

/// The date of birth that eight digits write, when a living person could be born on it.
pub(super) fn birth_date(digits: &str) -> Option<NaiveDate> {
    if !written::is_digits(digits) || digits.len() != 8 {
        return None;
    }
    let year = digits.get(..4)?.parse().ok()?;
    let month = digits.get(4..6)?.parse().ok()?;
    let day = digits.get(6..)?.parse().ok()?;
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| (1850..2100).contains(&date.year()))
}

/// Whether a text is a number of the form before 1999: 15 digits, of which 7 to 12 are a date of the 20th century.
pub(super) fn is_old_fifteen(text: &str) -> bool {
    if text.len() != 15 || !written::is_digits(text) {
        return false;
    }
    text.get(6..12).is_some_and(|date| birth_date(&format!("19{date}")).is_some())
}

fn hashed(digest: &str) -> Result<ResidentIdForm, ResidentIdFault> {
    let found = digest.chars().count();
    if found != 64 {
        return Err(ResidentIdFault::Length { found });
    }
    match digest.chars().zip(8..).find(|(sign, _)| !sign.is_ascii_hexdigit()) {
        Some((_, position)) => Err(ResidentIdFault::Character { position }),
        None => Ok(ResidentIdForm::Hashed),
    }
}

fn full_or_masked(upper: &str) -> Result<ResidentIdForm, ResidentIdFault> {
    let found = upper.chars().count();
    if is_old_fifteen(upper) {
        return Err(ResidentIdFault::OldFifteen);
    }
    if found != 18 {
        return Err(ResidentIdFault::Length { found });
    }
    let stars = upper.chars().filter(|sign| *sign == '*').count();
    let may_stand = |sign: char, position: usize| {
        sign.is_ascii_digit() || (sign == 'X' && position == 18) || (sign == '*' && stars >= FEWEST_STARS)
    };
    if let Some((_, position)) = upper.chars().zip(1..).find(|(sign, position)| !may_stand(*sign, *position)) {
        return Err(ResidentIdFault::Character { position });
    }
    let date = upper.get(6..14).unwrap_or_default();
    if date.contains('*') {
        return Ok(ResidentIdForm::Masked);
    }
    let birth = birth_date(date).ok_or(ResidentIdFault::Date)?;
    if stars > 0 {
        return Ok(ResidentIdForm::Masked);
    }
    if !upper.ends_with(check_character(upper)) {
        return Err(ResidentIdFault::Check);
    }
    let region = upper.get(..6).and_then(|region| region.as_bytes().try_into().ok());
    region.map(|region| ResidentIdForm::Full(ResidentId { region, birth })).ok_or(ResidentIdFault::Length { found })
}

/// The check character of the first 17 digits.
fn check_character(digits: &str) -> char {
    let sum = digits.chars().zip(WEIGHTS).fold(0u32, |sum, (digit, weight)| {
        sum.saturating_add(digit.to_digit(10).unwrap_or_default().saturating_mul(weight))
    });
    let place = usize::try_from(sum.rem_euclid(11)).unwrap_or_default();
    CHECKS.chars().nth(place).unwrap_or_default()
}

fn repair(text: &str, case: ResidentIdRepair) -> ResidentIdFault {
    ResidentIdFault::Repairable(if text.chars().any(written::is_separator) {
        ResidentIdRepair::Separators
    } else if text.chars().any(|sign| written::half_width(sign) != sign) {
        ResidentIdRepair::FullWidth
    } else {
        case
    })
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "places and numbers of a test")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const VALID: [&str; 4] = ["142733197001010017", "14273319920229203X", "140827200111114053", "14082720010101004X"];

    fn full(text: &str) -> ResidentId {
        match check(text) {
            Ok(ResidentIdForm::Full(id)) => id,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_valid_number_gives_its_region_and_date() {
        let read = VALID.map(|text| (full(text).region().to_owned(), full(text).birth().to_string()));
        let expected =
            [("142733", "1970-01-01"), ("142733", "1992-02-29"), ("140827", "2001-11-11"), ("140827", "2001-01-01")];
        assert_eq!(read, expected.map(|(region, birth)| (region.to_owned(), birth.to_owned())));
    }

    #[test]
    fn a_wrong_check_and_a_date_that_never_was_are_told_apart() {
        assert_eq!(check("140827200111114052"), Err(ResidentIdFault::Check));
        assert_eq!(check("140827200113010012"), Err(ResidentIdFault::Date));
        assert_eq!(check("140827200102290012"), Err(ResidentIdFault::Date));
        assert_eq!(check("140827120101010012"), Err(ResidentIdFault::Date));
    }

    #[test]
    fn length_and_characters_are_placed_without_being_shown() {
        assert_eq!(check("14082720011111405"), Err(ResidentIdFault::Length { found: 17 }));
        assert_eq!(check(""), Err(ResidentIdFault::Length { found: 0 }));
        assert_eq!(check("14082720O111114053"), Err(ResidentIdFault::Character { position: 9 }));
        assert_eq!(check("1408272001111140X3"), Err(ResidentIdFault::Character { position: 17 }));
        assert_eq!(check("142733700101001"), Err(ResidentIdFault::OldFifteen));
        assert_eq!(check("142733701301001"), Err(ResidentIdFault::Length { found: 15 }));
    }

    #[test]
    fn bad_writing_names_the_kind_of_repair_only() {
        use ResidentIdRepair::*;
        for (text, kind) in [
            ("14273319920229203x", LowerCaseX),
            ("１42733197001010017", FullWidth),
            ("14273319920229203ｘ", FullWidth),
            ("142733 19700101 0017", Separators),
            ("142733197001010017\n", Separators),
            ("140827＊＊＊＊＊＊＊＊0012", FullWidth),
        ] {
            assert_eq!(check(text), Err(ResidentIdFault::Repairable(kind)), "{text}");
        }
        assert_eq!(check("14082720010101003x"), Err(ResidentIdFault::Check));
    }

    #[test]
    fn a_masked_number_keeps_its_18_places_and_hides_four_at_least() {
        for text in [
            "140827********0012",
            "1****************X",
            "******************",
            "14082720010101****",
            "140827****0101001X",
        ] {
            assert_eq!(check(text), Ok(ResidentIdForm::Masked), "{text}");
        }
        assert_eq!(check("140827*******0012"), Err(ResidentIdFault::Length { found: 17 }));
        assert_eq!(check("14082720010101***X"), Err(ResidentIdFault::Character { position: 15 }));
        assert_eq!(check("14082720011301****"), Err(ResidentIdFault::Date));
        assert_eq!(check("140827X*******0012"), Err(ResidentIdFault::Character { position: 7 }));
    }

    #[test]
    fn a_digest_is_sha256_in_lower_case() {
        let digest = "0123456789abcdef".repeat(4);
        assert_eq!(check(&format!("sha256:{digest}")), Ok(ResidentIdForm::Hashed));
        let upper = format!("sha256:{}", digest.to_uppercase());
        assert_eq!(check(&upper), Err(ResidentIdFault::Repairable(ResidentIdRepair::UpperCaseDigest)));
        assert_eq!(check("sha256:0123"), Err(ResidentIdFault::Length { found: 4 }));
        let fault = check(&format!("sha256:g{}", digest.trim_start_matches('0')));
        assert_eq!(fault, Err(ResidentIdFault::Character { position: 8 }));
    }

    #[test]
    fn a_person_born_before_the_code_came_carries_a_region_younger_than_the_birth() {
        assert!(VALID.iter().all(|text| !full(text).region_is_younger()));
        assert!(full("140827197001010013").region_is_younger());
    }

    #[test]
    fn nothing_printed_about_a_number_holds_a_digit_of_it() {
        assert_eq!(format!("{:?}", check(VALID[0])), "Ok(Full(ResidentId(***)))");
    }

    #[test]
    fn the_form_is_seen_whatever_the_check() {
        for text in ["142733197001010018", "１42733197001010017", "142733-19920229-203x", "142733700101001"] {
            assert!(looks_like_resident_id(text), "{text}");
        }
        for text in ["140827********0012", "91140827MA0EKEN03X", "140827200113010012", "140827100001234", "垣曲县"] {
            assert!(!looks_like_resident_id(text), "{text}");
        }
    }

    #[test]
    fn every_single_substitution_and_every_swap_of_neighbours_is_detected() {
        for text in VALID {
            for place in 0..18 {
                for sign in "0123456789X".bytes().filter(|sign| *sign != text.as_bytes()[place]) {
                    let mut changed = text.as_bytes().to_vec();
                    changed[place] = sign;
                    assert!(check(str::from_utf8(&changed).unwrap()).is_err());
                }
                let mut changed = text.as_bytes().to_vec();
                changed.swap(place, (place + 1).min(17));
                let changed = String::from_utf8(changed).unwrap();
                assert!(changed == text || check(&changed).is_err(), "{changed}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_check_panic(text in any::<String>(), near in "[0-9Xx*０-９ ]{14,20}") {
            let _ = (check(&text), looks_like_resident_id(&text));
            let _ = (check(&near), looks_like_resident_id(&near));
        }
    }

    #[test]
    fn a_date_of_birth_is_eight_digits_of_a_day_that_was() {
        assert_eq!(birth_date("19920229"), NaiveDate::from_ymd_opt(1992, 2, 29));
        for text in ["1992022", "199202290", "+9920229", "1992022a", "19920230", "18491231", "21000101", ""] {
            assert_eq!(birth_date(text), None, "{text}");
        }
    }
}
