//! Numbers as people write them: `１，２３４．５`, `¥1,234.50`, `3.5万元`, `12.5%`, `(1,234)`.

use rust_decimal::Decimal;

use super::unit::Given;
use super::written::{half, has_odd_digits};

/// The number that a text states, and its unit where it states one. `None` when it is not written as numbers are, which
/// holds for scientific notation too: a spreadsheet shows a long number so once its last digits are gone.
pub(super) fn parse(text: &str, signed: bool) -> Option<(Decimal, Option<Given>)> {
    if has_odd_digits(text) {
        return None;
    }
    let text = half(text);
    let (money, text) = currency(&text);
    let end = text.find(|sign: char| !is_of_number(sign)).unwrap_or(text.len());
    let (digits, unit) = text.split_at_checked(end)?;
    let unit = match unit.trim() {
        "" => None,
        unit => Some(Given::parse(unit)?),
    };
    let unit = match (money, unit) {
        (true, None) => Some(Given::sign()),
        (true, Some(unit)) if !unit.is_money() => return None,
        (_, unit) => unit,
    };
    Some((number(digits.trim(), signed)?, unit))
}

/// A decimal of plain digits, exactly; `None` beyond 28 digits.
pub(super) fn plain(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).ok().map(|number| number.normalize())
}

/// Whether the sign of yuan stands first, and what follows.
fn currency(text: &str) -> (bool, &str) {
    let after = ["¥", "人民币", "RMB", "rmb", "CNY"].into_iter().find_map(|sign| text.strip_prefix(sign));
    after.map_or((false, text), |rest| (true, rest.trim_start()))
}

const fn is_of_number(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '.' | ',' | '\'' | ' ' | '+' | '-' | '(' | ')')
}

/// A number with its sign before it, behind it, or as brackets around it; the last two only where figures may be negative.
fn number(text: &str, signed: bool) -> Option<Decimal> {
    let bracketed = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).filter(|_| signed);
    let behind = text.strip_suffix('-').filter(|_| signed);
    let (negative, body) = if let Some(body) = bracketed.or(behind) {
        (true, body)
    } else if let Some(body) = text.strip_prefix('-') {
        (true, body)
    } else {
        (false, text.strip_prefix('+').unwrap_or(text))
    };
    let digits = digits(body.trim())?;
    plain(&if negative { format!("-{digits}") } else { digits })
}

/// Plain digits of a number whose thousands may be parted by commas, apostrophes or blanks.
fn digits(text: &str) -> Option<String> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
        Some(_) => return None,
        None => (text, ""),
    };
    let whole = match [',', '\'', ' '].into_iter().find(|sign| whole.contains(*sign)) {
        Some(sign) => grouped(whole, sign)?,
        None if is_digits(whole) => whole.to_owned(),
        // `.5` is written for 0.5
        None if whole.is_empty() && !fraction.is_empty() => "0".to_owned(),
        None => return None,
    };
    Some(if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") })
}

/// Groups of three digits, the first of one to three and not zero.
fn grouped(text: &str, sign: char) -> Option<String> {
    let mut groups = text.split(sign);
    let first = groups.next().filter(|first| is_digits(first) && first.len() <= 3 && !first.starts_with('0'))?;
    let mut out = first.to_owned();
    for group in groups {
        if group.len() != 3 || !is_digits(group) {
            return None;
        }
        out.push_str(group);
    }
    Some(out)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
