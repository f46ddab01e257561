//! codes: the check character agrees with a second reckoning of it, a changed character is refused, and no number of a
//! person is shown.

use eken_core::code::{
    DivisionFault, IndustryFault, ResidentIdForm, UsccFault, division, industry, looks_like_phone,
    looks_like_resident_id, mask_personal, resident_id, uscc,
};

use super::sign::legible;
use super::target::{Held, holds};

/// The signs of GB 32100-2015.
const SIGNS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

pub(super) fn run(bytes: &[u8]) -> Held {
    made_up_credit_code(bytes)?;
    made_up_resident_id(bytes)?;
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    read_again(text)?;
    told_of(text)?;
    masked(text)
}

/// The check character of a credit code.
fn check_of_credit_code(body: &[u8]) -> Option<u8> {
    let mut weight = 1usize;
    let mut sum = 0usize;
    for sign in body {
        sum += SIGNS.iter().position(|known| known == sign)? * weight;
        weight = weight * 3 % 31;
    }
    SIGNS.get((31 - sum % 31) % 31).copied()
}

/// A sound credit code made of the bytes is taken, and none that differs from it in one place.
fn made_up_credit_code(bytes: &[u8]) -> Held {
    let byte = |at: usize| usize::from(bytes.get(at).copied().unwrap_or_default());
    let mut code: Vec<u8> =
        (0..17).map(|at| if (2..8).contains(&at) { SIGNS[byte(at) % 10] } else { SIGNS[byte(at) % 31] }).collect();
    code.extend(check_of_credit_code(&code));
    let text = legible(&code);
    holds(uscc::check(&text).is_ok_and(|sound| sound.as_str() == text), "a sound credit code is refused")?;
    let at = byte(17) % 18;
    let mut other = code.clone();
    for sign in SIGNS.iter().filter(|sign| **sign != code[at]) {
        other[at] = *sign;
        let fault = uscc::check(&legible(&other)).err().ok_or("a changed credit code is taken")?;
        if at == 17 {
            let names = matches!(fault, UsccFault::CheckCharacter { expected, .. } if u32::from(expected) == u32::from(code[17]));
            holds(names, "the check character that is named is not the one that fits")?;
        }
    }
    let swap = byte(18) % 17;
    let mut swapped = code.clone();
    swapped.swap(swap, swap + 1);
    holds(swapped == code || uscc::check(&legible(&swapped)).is_err(), "a swapped code is taken")
}

/// A sound resident id made of the bytes is taken and masked, and none that differs from it in one place.
fn made_up_resident_id(bytes: &[u8]) -> Held {
    let byte = |at: usize| u32::from(bytes.get(at).copied().unwrap_or_default());
    let region = 110_000 + (byte(0) * 256 + byte(1)) % 40_000;
    let (year, month, day) = (1950 + byte(2) % 60, 1 + byte(3) % 12, 1 + byte(4) % 28);
    let body = format!("{region:06}{year:04}{month:02}{day:02}{:03}", (byte(5) * 256 + byte(6)) % 1000);
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let id = format!("{body}{}", char::from(b"10X98765432"[usize::try_from(sum % 11).unwrap_or_default()]));
    let Ok(ResidentIdForm::Full(read)) = resident_id::check(&id) else {
        return Err("a sound resident id is refused".to_owned());
    };
    holds(read.region() == &id[..6], "a resident id has another region")?;
    holds(read.birth().format("%Y%m%d").to_string() == id[6..14], "a resident id has another birth date")?;
    let at = usize::try_from(byte(7) % 17).unwrap_or_default();
    for digit in (b'0'..=b'9').filter(|digit| *digit != id.as_bytes()[at]) {
        let mut other = id.clone().into_bytes();
        other[at] = digit;
        holds(resident_id::check(&legible(&other)).is_err(), "a changed resident id is taken")?;
    }
    let phone = format!("1{}{:09}", 3 + byte(8) % 7, (byte(9) * 65_536 + byte(10) * 256 + byte(11)) * 59);
    let around = legible(bytes.get(12..).unwrap_or_default());
    let text = format!("{around},{id},{phone},{around}");
    let masked = mask_personal(&text);
    holds(!masked.contains(&format!(",{id},")), "a resident id in a text is not masked")?;
    holds(!masked.contains(&format!(",{phone},")), "a phone in a text is not masked")
}

/// A code that holds holds again, and so does one that was mended.
fn read_again(text: &str) -> Held {
    match uscc::check(text) {
        Ok(code) => {
            let (body, check) = text.as_bytes().split_at(17);
            holds(check_of_credit_code(body) == check.first().copied(), "a credit code that does not fit is taken")?;
            holds(uscc::check(code.as_str()) == Ok(code), "a credit code that holds does not hold again")?;
        }
        Err(UsccFault::Repairable { repaired }) => {
            holds(uscc::check(&repaired).is_ok(), "a credit code that was mended does not hold")?;
        }
        Err(_) => {}
    }
    match division::check(text) {
        Ok(code) => {
            holds(division::check(code.as_str()) == Ok(code), "a division code that holds does not hold again")?;
            holds(code.is_within(&code), "a division is not within itself")?;
            let province = division::check(&format!("{}0000", code.province()));
            holds(province.is_ok_and(|province| code.is_within(&province)), "a division is in no province")?;
        }
        Err(DivisionFault::Repairable { repaired }) => {
            holds(division::check(&repaired).is_ok(), "a division code that was mended does not hold")?;
        }
        Err(_) => {}
    }
    match industry::check(text) {
        Ok(code) => {
            holds(industry::check(code.as_str()) == Ok(code.clone()), "an industry code does not hold again")?;
            holds(code.is_under(code.division()), "an industry is not under its division")?;
            holds(code.section().is_some_and(|section| text.starts_with(section.letter)), "an industry has no section")
        }
        Err(IndustryFault::Repairable { repaired }) => {
            holds(industry::check(&repaired).is_ok(), "an industry code that was mended does not hold")
        }
        Err(_) => Ok(()),
    }
}

/// What is said of a resident id does not hold it.
fn told_of(text: &str) -> Held {
    let shown = match resident_id::check(text) {
        Ok(form) => format!("{form:?}"),
        Err(fault) => format!("{fault:?}"),
    };
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    holds(digits < 15 || !shown.contains(text), "a resident id is in what is said of it")
}

fn masked(text: &str) -> Held {
    let masked = mask_personal(text);
    holds(mask_personal(&masked) == masked, "what is masked twice differs")?;
    // digits in groups on one line, as people write them: masking leaves groups of one or two alone, which dates and
    // figures have, and joins nothing across the cells and lines of a table
    let mut groups = text.split(|sign: char| !sign.is_alphanumeric()).filter(|group| !group.is_empty());
    let is_written_so = groups.all(|group| group.chars().count() >= 3) && !text.contains(['\n', '\r', '\t']);
    let is_personal = is_written_so && (looks_like_phone(text) || looks_like_resident_id(text));
    holds(!is_personal || !masked.contains(text), "a number of a person is not masked")
}
