//! quantities: a number is taken exactly when a second reading in rationals says so, and has its value; dates are those of
//! the calendar; what is written out reads again the same.

use eken_core::json::{NumberFault, Tree, decimal_of_text, decimal_of_token};
use eken_core::quantity::{
    Area, Bounds, Count, Date, Exact, Hours, Money, Month, PartialDate, Quantity, Ratio, Share, Time, compare,
};
use num_bigint::BigInt;
use num_rational::BigRational;
use rust_decimal::Decimal;

use super::number::{exactly, parts};
use super::target::{Held, holds};

pub(super) fn run(bytes: &[u8]) -> Held {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    of::<Money>(text)?;
    of::<Area>(text)?;
    of::<Ratio>(text)?;
    of::<Share>(text)?;
    of::<Hours>(text)?;
    of::<Count>(text)?;
    sums(text)?;
    dates(text)
}

fn rational(number: Decimal) -> BigRational {
    BigRational::new(BigInt::from(number.mantissa()), BigInt::from(10).pow(number.scale()))
}

fn of<Q: Quantity>(text: &str) -> Held {
    let Bounds { whole, places, signed, .. } = Q::BOUNDS;
    let read = Q::of_token(text);
    holds(read == decimal_of_token(text, whole, places, signed).and_then(Q::new), "a quantity reads its own way")?;
    let expected = expected(text, whole, places, signed);
    holds(read.map(|read| rational(read.number())) == expected, &format!("{} differs from the exact value", Q::NAME))?;

    let as_text = Q::of_text(text);
    let fits = |digits: &str, most: u32| digits.len() <= usize::try_from(most).unwrap_or_default();
    let plain = parts(text).is_some_and(|(negative, before, after, _)| {
        !text.contains(['e', 'E']) && fits(before, whole) && fits(after, places) && (signed || !negative)
    });
    let wanted = if plain { expected } else { Err(NumberFault::Grammar) };
    holds(as_text.map(|read| rational(read.number())) == wanted, &format!("{} as text differs", Q::NAME))?;

    for quantity in read.into_iter().chain(as_text) {
        let again = match Tree::decimal(quantity.number()) {
            Tree::Number(token) => Q::of_token(&token),
            Tree::Text(text) => Q::of_text(&text),
            _ => Err(NumberFault::Grammar),
        };
        holds(again == Ok(quantity), &format!("{} changes when written out", Q::NAME))?;
    }
    Ok(())
}

/// What a token is by the exact reading.
fn expected(token: &str, whole: u32, places: u32, signed: bool) -> Result<BigRational, NumberFault> {
    let (negative, before, after, exponent) = parts(token).ok_or(NumberFault::Grammar)?;
    let zero = BigRational::from_integer(BigInt::from(0));
    if before.bytes().chain(after.bytes()).all(|digit| digit == b'0') {
        return Ok(zero);
    }
    if negative && !signed {
        return Err(NumberFault::Negative);
    }
    // beyond what is worked out a number is too large or too fine, whatever its digits: no token here has as many
    let Some(value) = exactly(token) else {
        return Err(if exponent > 0 { NumberFault::Range } else { NumberFault::Digits });
    };
    let ten = BigRational::from_integer(BigInt::from(10));
    let size = if value < zero { -value.clone() } else { value.clone() };
    if size >= ten.pow(i32::try_from(whole).unwrap_or_default()) {
        return Err(NumberFault::Range);
    }
    if !(value.clone() * ten.pow(i32::try_from(places).unwrap_or_default())).is_integer() {
        return Err(NumberFault::Digits);
    }
    Ok(value)
}

/// Two numbers, parted by a comma, reckoned with as fractions and as rationals.
fn sums(text: &str) -> Held {
    let Some((one, two)) = text.split_once(',') else { return Ok(()) };
    let (Ok(one), Ok(two)) = (decimal_of_text(one, 13, 12, true), decimal_of_text(two, 13, 12, true)) else {
        return Ok(());
    };
    let (a, b) = (rational(one), rational(two));
    let (one, two) = (Exact::decimal(one), Exact::decimal(two));
    holds(compare(&one, &two) == a.cmp(&b), "two numbers stand in another order")?;
    let same = |exact: &Exact, value: &BigRational| match exact.to_decimal() {
        Some(decimal) => rational(decimal) == *value,
        None => exact.to_string() == format!("{}/{}", value.numer(), value.denom()),
    };
    holds(same(&one.plus(&two), &(&a + &b)), "a sum is not exact")?;
    holds(same(&one.minus(&two), &(&a - &b)), "a difference is not exact")?;
    holds(one.minus(&two).is_negative() == (a < b), "a difference has the wrong sign")?;
    let Some(ratio) = one.over(&two) else { return holds(two.is_zero(), "a ratio is missing") };
    let value = &a / &b;
    holds(same(&ratio, &value), "a ratio is not exact")?;
    if let Some(rounded) = ratio.rounded(2) {
        let off = rational(rounded) - value;
        let most = BigRational::new(BigInt::from(1), BigInt::from(200));
        holds(off <= most && off >= -most, "a rounded number is off by more than half a place")?;
    }
    Ok(())
}

/// Days of a month, by the Gregorian calendar.
fn days_of(year: u32, month: u32) -> u32 {
    let is_leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Numbers of fixed length with signs between them: `9999-99-99` for a day.
fn fields(text: &str, form: &str) -> Option<Vec<u32>> {
    let fits = text.len() == form.len()
        && text
            .bytes()
            .zip(form.bytes())
            .all(|(byte, form)| if form == b'9' { byte.is_ascii_digit() } else { byte == form });
    let numbers = || text.split(|sign: char| !sign.is_ascii_digit()).map(str::parse).collect::<Result<_, _>>().ok();
    if fits { numbers() } else { None }
}

fn dates(text: &str) -> Held {
    let in_range = |year: u32| (1900..=2099).contains(&year);
    let day = fields(text, "9999-99-99").is_some_and(|day| {
        in_range(day[0]) && (1..=12).contains(&day[1]) && (1..=days_of(day[0], day[1])).contains(&day[2])
    });
    let month = fields(text, "9999-99").is_some_and(|month| in_range(month[0]) && (1..=12).contains(&month[1]));
    let quarter = fields(text, "9999Q9").is_some_and(|quarter| in_range(quarter[0]) && (1..=4).contains(&quarter[1]));
    let year = fields(text, "9999").is_some_and(|year| in_range(year[0]));
    let time = fields(text, "99:99").is_some_and(|time| time[0] < 24 && time[1] < 60);
    for (name, wanted, shown) in [
        ("a day", day, Date::parse(text).map(|date| date.to_string())),
        ("a month", month, Month::parse(text).map(|month| month.to_string())),
        ("a date", day || month || quarter || year, PartialDate::parse(text).map(|date| date.to_string())),
        ("a time", time, Time::parse(text).map(|time| time.to_string())),
    ] {
        holds(shown.is_some() == wanted, &format!("{name} is taken against the calendar, or refused"))?;
        holds(shown.is_none_or(|shown| shown == text), &format!("{name} is written otherwise"))?;
    }
    let Some(date) = PartialDate::parse(text) else { return Ok(()) };
    let (Some(first), Some(last)) = (date.first(), date.last()) else { return Err("a date has no days".to_owned()) };
    holds(first <= last, "a date ends before it begins")?;
    holds(date.by(last) == Some(true), "a date is not over on its last day")?;
    holds((first == last) == (date.by(first) == Some(true)), "a date is over before its last day")
}
