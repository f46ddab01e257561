//! Made-up codes that hold: unified social credit codes and resident ids.

use eken_core::code::{UsccFault, resident_id, uscc};

use crate::chance::Chance;
use crate::day::day;

/// Weights of the eight places of an organisation code (GB 11714); a letter counts 10 for A through 35 for Z.
const WEIGHTS: [u64; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// Letters and digits that a credit code may hold, at the value of their place.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The credit code of a body: its kind (`91` an enterprise), the division, and a number that makes it its own.
///
/// The organisation code begins with `MAGE`, so that the codes of this crate are known as made up.
pub(crate) fn credit_code(kind: &str, division: &str, number: u64) -> String {
    let mut body = String::from("MAGE");
    let mut rest = number;
    let mut tail = Vec::new();
    for _ in 0..4 {
        let digit = usize::try_from(rest.checked_rem(31).unwrap_or_default()).unwrap_or_default();
        tail.push(char::from(ALPHABET.get(digit).copied().unwrap_or(b'0')));
        rest = rest.checked_div(31).unwrap_or_default();
    }
    body.extend(tail.iter().rev());
    let body = format!("{body}{}", organisation_check(&body));
    with_check(&format!("{kind}{division}{body}"))
}

/// Seventeen characters and the check character that fits them.
fn with_check(body: &str) -> String {
    let trial = format!("{body}0");
    match uscc::check(&trial) {
        Err(UsccFault::CheckCharacter { expected, .. }) => format!("{body}{expected}"),
        _ => trial,
    }
}

/// The same code with another check character than the one that fits.
pub(crate) fn wrong_check(code: &str) -> String {
    let body: String = code.chars().take(17).collect();
    let right = with_check(&body).chars().last();
    let wrong = ['3', '7'].into_iter().find(|sign| Some(*sign) != right).unwrap_or('3');
    format!("{body}{wrong}")
}

fn organisation_check(body: &str) -> char {
    let value = |sign: char| u64::from(sign.to_digit(36).unwrap_or_default());
    let sum: u64 = body.chars().zip(WEIGHTS).map(|(sign, weight)| value(sign).saturating_mul(weight)).sum();
    match 11u64.saturating_sub(sum.checked_rem(11).unwrap_or_default()) {
        10 => 'X',
        11 => '0',
        digit => u32::try_from(digit).ok().and_then(|digit| char::from_digit(digit, 10)).unwrap_or('0'),
    }
}

/// A whole resident id that nobody carries but as an example: each number of the first four hundred thousand gives another.
pub(crate) fn whole_resident_id(number: u64) -> String {
    let part = |by: u64, of: u64| number.checked_div(by).unwrap_or_default().checked_rem(of).unwrap_or_default();
    let year = i32::try_from(part(1, 40)).unwrap_or_default().saturating_add(1962);
    // who was born before 2001 carries the code that Yuanqu had until that year
    let region = if year < 2001 { "142733" } else { "140827" };
    let born = day(year, part(40_000, 12).saturating_add(1), part(7, 28).saturating_add(1)).replace('-', "");
    resident_id_of(&format!("{region}{born}{:03}", part(40, 1000)))
}

/// Seventeen digits of a resident id and the check character that fits them.
pub(crate) fn resident_id_of(body: &str) -> String {
    let fits = |sign: &char| resident_id::check(&format!("{body}{sign}")).is_ok();
    let check = "0123456789X".chars().find(fits).unwrap_or('0');
    format!("{body}{check}")
}

/// A resident id as counties file it: masked, hashed or none.
pub(crate) fn masked_resident_id(number: u64, chance: &mut Chance) -> Option<String> {
    match chance.below(10) {
        0..5 => Some(format!(
            "{}********{:04}",
            chance.one(&["142733", "140827"]),
            number.checked_rem(10_000).unwrap_or_default()
        )),
        5..7 => Some(format!("sha256:{}", chance.hex(4))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eken_core::code::ResidentIdForm;
    use std::collections::BTreeSet;

    #[test]
    fn credit_codes_hold_and_do_not_repeat() {
        let codes: BTreeSet<String> = (0..5_000).map(|number| credit_code("91", "140827", number)).collect();
        assert_eq!(codes.len(), 5_000);
        assert!(codes.iter().all(|code| uscc::check(code).is_ok()));
        for code in &codes {
            assert!(matches!(uscc::check(&wrong_check(code)), Err(UsccFault::CheckCharacter { .. })), "{code}");
        }
    }

    #[test]
    fn organisation_codes_carry_their_check() {
        // the example of the standard
        assert_eq!(organisation_check("D2143569"), 'X');
    }

    #[test]
    fn resident_ids_hold_and_do_not_repeat() {
        let ids: BTreeSet<String> = (0..20_000).map(whole_resident_id).collect();
        assert_eq!(ids.len(), 20_000);
        for id in ids {
            let Ok(ResidentIdForm::Full(id)) = resident_id::check(&id) else { panic!("a made-up id does not hold") };
            assert!(!id.region_is_younger());
        }
        let mut chance = Chance::new(1, "ids");
        let masked: Vec<String> = (0..100).filter_map(|number| masked_resident_id(number, &mut chance)).collect();
        assert!(masked.len() > 50 && masked.iter().all(|id| resident_id::check(id).is_ok()));
    }
}
