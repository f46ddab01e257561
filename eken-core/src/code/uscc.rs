//! Unified social credit code (统一社会信用代码, GB 32100-2015): the number of every organisation and sole trader.

use std::fmt;

use super::{UsccKind, division, written};

/// The 31 characters of the code, each at the place of its value: no I, O, S, V, Z.
const ALPHABET: [u8; 31] = *b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Weight of each of the first 17 characters: powers of 3 modulo 31.
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// A unified social credit code that holds: 18 characters of the standard's alphabet, six digits of division, a check
/// character that fits.
///
/// | position | what | example |
/// |---|---|---|
/// | 1 | registering department (登记管理部门) | `9` market regulation |
/// | 2 | kind of body (机构类别) | `1` enterprise |
/// | 3–8 | division of the registering office (GB/T 2260) | `140827` |
/// | 9–17 | organisation code (组织机构代码, GB 11714) | `MA0EKEN03` |
/// | 18 | check character | `X` |
///
/// It is the name of a body, not of a person, and may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Uscc([u8; 18]);

impl Uscc {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The registering department and the kind of body: positions 1 and 2.
    pub fn registrar_and_kind(&self) -> (char, char) {
        let [registrar, kind, ..] = self.0;
        (char::from(registrar), char::from(kind))
    }

    /// Division of the registering office: positions 3 to 8. Bodies registered with the State carry `100000`, which is
    /// no county's code.
    pub fn division(&self) -> &str {
        self.as_str().get(2..8).unwrap_or_default()
    }

    /// The organisation code within: positions 9 to 17, by which older lists know the same body.
    pub fn organisation_code(&self) -> &str {
        self.as_str().get(8..17).unwrap_or_default()
    }

    /// What kind of body the code names.
    pub fn kind(&self) -> UsccKind {
        let (registrar, kind) = self.registrar_and_kind();
        UsccKind::of(registrar, kind)
    }
}

impl fmt::Display for Uscc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl AsRef<str> for Uscc {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

/// Why a text is no unified social credit code. Positions count from 1 and leave blanks and hyphens out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UsccFault {
    /// There are not 18 characters.
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character cannot stand where it stands: outside the alphabet, or no digit within the division.
    Letter {
        /// Where it stands.
        position: usize,
        /// The character.
        found: char,
    },
    /// The check character does not fit the 17 before it: a slip somewhere in the code.
    CheckCharacter {
        /// The character that would fit, if the slip is in the last place.
        expected: char,
        /// Position of the first of two neighbours that were swapped, when swapping back the one pair mends the check
        /// and leaves a known kind of body, a known province and a sound organisation code, and no other pair does.
        swapped: Option<usize>,
    },
    /// Only the writing is wrong: lower case, full width, blanks or hyphens. The code within is sound.
    Repairable {
        /// The code as the standard writes it.
        repaired: String,
    },
    /// Fifteen digits: a registration number of before October 2015 (工商注册号).
    OldRegistrationNumber,
    /// Nine characters: an organisation code (组织机构代码, GB 11714) alone.
    OrganisationCode,
}

/// Checks a unified social credit code.
///
/// ```
/// use eken_core::code::{UsccFault, UsccKind, uscc};
///
/// let code = uscc::check("91140827MA0EKEN03X").unwrap();
/// assert_eq!(code.kind(), UsccKind::Enterprise);
/// assert_eq!(code.division(), "140827");
///
/// let fault = uscc::check("91140827MA0EKEN03Y").unwrap_err();
/// assert_eq!(fault, UsccFault::CheckCharacter { expected: 'X', swapped: None });
/// ```
///
/// # Errors
///
/// One [`UsccFault`], the first in the order of their list: what the text is instead, its length, a character, the check
/// character. A text that is only written badly gives [`UsccFault::Repairable`].
pub fn check(text: &str) -> Result<Uscc, UsccFault> {
    if let Ok(code) = <[u8; 18]>::try_from(text.as_bytes())
        && is_sound(&code)
    {
        return Ok(Uscc(code));
    }
    let proper = written::proper(text).to_ascii_uppercase();
    Err(fault(&proper).unwrap_or(UsccFault::Repairable { repaired: proper }))
}

/// What is wrong with a text in upper case, half width and without separators, if anything is.
fn fault(proper: &str) -> Option<UsccFault> {
    let found = proper.chars().count();
    match found {
        18 => {}
        15 if written::is_digits(proper) => return Some(UsccFault::OldRegistrationNumber),
        9 if has_form_of_organisation_code(proper) => return Some(UsccFault::OrganisationCode),
        _ => return Some(UsccFault::Length { found }),
    }
    let misplaced =
        |(sign, position): &(char, usize)| !u8::try_from(*sign).is_ok_and(|byte| may_stand(byte, *position));
    if let Some((found, position)) = proper.chars().zip(1..).find(misplaced) {
        return Some(UsccFault::Letter { position, found });
    }
    let code = <[u8; 18]>::try_from(proper.as_bytes()).ok()?;
    let expected = check_character(&code);
    (expected != last(&code))
        .then(|| UsccFault::CheckCharacter { expected: char::from(expected), swapped: swapped(&code) })
}

/// Whether a character may stand at a position (from 1): a digit in the division, elsewhere any of the alphabet.
fn may_stand(byte: u8, position: usize) -> bool {
    if (3..=8).contains(&position) { byte.is_ascii_digit() } else { value(byte).is_some() }
}

/// Value of a character: its place in [`ALPHABET`].
fn value(byte: u8) -> Option<u32> {
    let gap = match byte {
        b'0'..=b'9' => b'0',
        b'A'..=b'H' => 55,
        b'J'..=b'N' => 56,
        b'P'..=b'R' => 57,
        b'T' | b'U' => 58,
        b'W'..=b'Y' => 59,
        _ => return None,
    };
    byte.checked_sub(gap).map(u32::from)
}

/// The check character of the first 17: 31 less their weighted sum, modulo 31.
fn check_character(code: &[u8; 18]) -> u8 {
    let sum = code
        .iter()
        .zip(WEIGHTS)
        .fold(0u32, |sum, (byte, weight)| sum.saturating_add(value(*byte).unwrap_or_default().saturating_mul(weight)));
    let rest = 31u32.saturating_sub(sum.rem_euclid(31)).rem_euclid(31);
    usize::try_from(rest).ok().and_then(|place| ALPHABET.get(place)).copied().unwrap_or_default()
}

fn last(code: &[u8; 18]) -> u8 {
    let [.., last] = *code;
    last
}

/// The one pair of neighbours whose swapping back mends the code and makes sense, if there is just one.
fn swapped(code: &[u8; 18]) -> Option<usize> {
    let mut fitting = (1..=17).zip(1..).filter(|(first, second)| {
        let mut mended = *code;
        mended.swap(usize::saturating_sub(*first, 1), *second);
        mended != *code && is_convincing(&mended)
    });
    let (position, _) = fitting.next()?;
    fitting.next().is_none().then_some(position)
}

/// Whether a code is sound through and through: a known kind of body, a known province, its check, and that of the
/// organisation code within.
fn is_convincing(code: &[u8; 18]) -> bool {
    let code = Uscc(*code);
    is_sound(&code.0)
        && code.kind() != UsccKind::Other
        && (code.division() == "100000" || code.division().get(..2).is_some_and(division::is_province))
        && organisation_code_holds(code.organisation_code())
}

/// Whether every character may stand where it stands and the last one fits the others.
fn is_sound(code: &[u8; 18]) -> bool {
    code.iter().zip(1..).all(|(byte, position)| may_stand(*byte, position)) && check_character(code) == last(code)
}

/// Whether nine characters have the form of an organisation code: eight letters or digits, then a digit or X.
fn has_form_of_organisation_code(text: &str) -> bool {
    let body = text.bytes().take(8).all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    body && text.ends_with(|sign: char| sign.is_ascii_digit() || sign == 'X')
}

/// Whether the check character of an organisation code holds (GB 11714: eight weights, modulo 11).
fn organisation_code_holds(text: &str) -> bool {
    let sum = text.chars().zip([3u32, 7, 9, 10, 5, 8, 4, 2]).fold(0u32, |sum, (sign, weight)| {
        sum.saturating_add(sign.to_digit(36).unwrap_or_default().saturating_mul(weight))
    });
    let expected = match 11u32.saturating_sub(sum.rem_euclid(11)) {
        10 => Some('X'),
        11 => Some('0'),
        digit => char::from_digit(digit, 10),
    };
    text.chars().last() == expected
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "places and numbers of a test")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const VALID: [&str; 8] = [
        "91140827MA0EKEN03X",
        "91140827MA0EKEN11Q",
        "92140827MA0TEXT20Y",
        "93140827MF0TEXT37W",
        "121408274000000425",
        "11140827000000051Q",
        "N2140827MF0TEXT96M",
        "91140827MA0EK01560",
    ];

    #[test]
    fn every_valid_code_is_kept_as_written_and_names_its_kind() {
        use UsccKind::*;
        let kinds = [
            Enterprise,
            Enterprise,
            SoleTrader,
            FarmersCooperative,
            PublicInstitution,
            GovernmentOrgan,
            RuralCollective,
            Enterprise,
        ];
        for (text, kind) in VALID.into_iter().zip(kinds) {
            let code = check(text).unwrap();
            assert_eq!((code.as_str(), code.kind(), code.division()), (text, kind, "140827"));
            assert_eq!(code.to_string(), text);
        }
        let code = check("N2140827MF0TEXT96M").unwrap();
        assert_eq!(code.registrar_and_kind(), ('N', '2'));
        assert_eq!(code.organisation_code(), "MF0TEXT96");
    }

    #[test]
    fn the_value_of_a_character_is_its_place_in_the_alphabet() {
        for byte in 0..=u8::MAX {
            let place = ALPHABET.iter().position(|letter| *letter == byte);
            assert_eq!(value(byte), place.map(|place| u32::try_from(place).unwrap()), "{byte}");
        }
    }

    #[test]
    fn a_wrong_check_character_names_the_expected_one() {
        let fault = UsccFault::CheckCharacter { expected: 'X', swapped: None };
        assert_eq!(check("91140827MA0EKEN03Y"), Err(fault));
    }

    #[test]
    fn a_code_cut_short_says_how_long_it_is() {
        assert_eq!(check("91140827MA0EKEN03"), Err(UsccFault::Length { found: 17 }));
        assert_eq!(check(""), Err(UsccFault::Length { found: 0 }));
        assert_eq!(check("垣曲县某某有限公司"), Err(UsccFault::Length { found: 9 }));
    }

    #[test]
    fn a_letter_outside_the_alphabet_is_placed() {
        assert_eq!(check("91140827IA0EKEN03X"), Err(UsccFault::Letter { position: 9, found: 'I' }));
        assert_eq!(check("9114082７IA0EKEN03X"), Err(UsccFault::Letter { position: 9, found: 'I' }));
        assert_eq!(check("9114O827MA0EKEN03X"), Err(UsccFault::Letter { position: 5, found: 'O' }));
    }

    #[test]
    fn a_letter_within_the_division_is_a_fault_though_the_alphabet_has_it() {
        assert_eq!(check("911408A7MA0EKEN03X"), Err(UsccFault::Letter { position: 7, found: 'A' }));
    }

    #[test]
    fn two_swapped_neighbours_are_named() {
        let fault = check("91140827MAE0KEN03X").unwrap_err();
        assert!(matches!(fault, UsccFault::CheckCharacter { swapped: Some(11), .. }), "{fault:?}");
    }

    #[test]
    fn bad_writing_is_repaired_when_the_code_within_is_sound() {
        let repaired = Err(UsccFault::Repairable { repaired: "91140827MA0EKEN03X".to_owned() });
        for text in [
            "91140827ma0eken03x",
            "９1140827MA0EKEN03X",
            " 91140827 MA0EKEN03X\n",
            "91-140827-MA0EKEN03-X",
            "91140827ｍａ0EKEN03X",
        ] {
            assert_eq!(check(text), repaired, "{text}");
        }
        let fault = UsccFault::CheckCharacter { expected: 'X', swapped: None };
        assert_eq!(check("91140827ma0eken03y"), Err(fault), "a repair that does not hold is none");
    }

    #[test]
    fn the_numbers_of_before_are_recognised() {
        assert_eq!(check("140827100001234"), Err(UsccFault::OldRegistrationNumber));
        assert_eq!(check("MA0EKEN0-3"), Err(UsccFault::OrganisationCode));
        assert_eq!(check("MA0EKEN0Y"), Err(UsccFault::Length { found: 9 }));
    }

    #[test]
    fn every_single_substitution_is_detected() {
        for text in VALID {
            for place in 0..18 {
                for byte in (b' '..=b'~').filter(|byte| *byte != text.as_bytes()[place]) {
                    let mut changed = text.as_bytes().to_vec();
                    changed[place] = byte;
                    let changed = String::from_utf8(changed).unwrap();
                    assert!(check(&changed).is_err(), "{changed} passes for {text}");
                }
            }
        }
    }

    #[test]
    fn every_swap_of_two_neighbours_is_detected_and_never_named_wrongly() {
        for text in VALID {
            for place in 0..17 {
                let mut changed = text.as_bytes().to_vec();
                changed.swap(place, place + 1);
                let changed = String::from_utf8(changed).unwrap();
                match check(&changed) {
                    Ok(_) => assert_eq!(changed, text),
                    Err(UsccFault::CheckCharacter { swapped: Some(position), .. }) => assert_eq!(position, place + 1),
                    Err(_) => {}
                }
            }
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_check_panic_and_every_repair_holds(text in any::<String>()) {
            if let Err(UsccFault::Repairable { repaired }) = check(&text) {
                prop_assert!(check(&repaired).is_ok());
            }
        }

        #[test]
        fn a_near_miss_never_panics(text in "[0-9A-Za-z０-９ -]{14,20}") {
            if let Err(UsccFault::Repairable { repaired }) = check(&text) {
                prop_assert!(check(&repaired).is_ok());
            }
        }

        #[test]
        fn the_expected_character_makes_any_body_hold(
            body in "[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}",
        ) {
            let holding: Vec<_> = ALPHABET
                .iter()
                .map(|last| format!("{body}{}", char::from(*last)))
                .filter(|text| check(text).is_ok())
                .collect();
            prop_assert_eq!(holding.len(), 1);
            let spoiled = format!("{body}{}", if holding[0].ends_with('0') { '1' } else { '0' });
            let expected = holding[0].chars().last().unwrap();
            let named = matches!(check(&spoiled), Err(UsccFault::CheckCharacter { expected: e, .. }) if e == expected);
            prop_assert!(named);
        }
    }
}
