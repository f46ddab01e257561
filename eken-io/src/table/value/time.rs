//! Times of day, in every form that forms hold.

use chrono::Timelike;
use eken_core::quantity::Time;
use rust_decimal::Decimal;

use super::chinese::to_digits;
use super::quantity::decimal;
use super::seen::{Seen, clock};
use super::written::{compact, has_odd_digits};

/// A time of day to the minute; `None` when it is not one.
pub(super) fn read(seen: &Seen<'_>) -> Option<Time> {
    match seen {
        Seen::Time(time) | Seen::Day(_, Some(time)) if time.second() == 0 => Time::parse(&clock(*time)),
        Seen::Number(number) => of_fraction(decimal(number)?),
        Seen::Text(text) => parse(text),
        _ => None,
    }
}

/// A fraction of a day, as a workbook keeps times: 0.375 is 09:00. Whole minutes only, and no midnight, which an empty figure
/// looks like.
fn of_fraction(part: Decimal) -> Option<Time> {
    if part <= Decimal::ZERO || part >= Decimal::ONE {
        return None;
    }
    let minutes = part.checked_mul(Decimal::from(1440))?;
    let whole = minutes.round();
    let off = minutes.checked_sub(whole)?.abs();
    if off > Decimal::new(1, 4) {
        return None;
    }
    let minutes = u32::try_from(whole.mantissa()).ok().filter(|_| whole.scale() == 0)?;
    at(minutes.checked_div(60)?, minutes.checked_rem(60)?)
}

/// The half of the day that a word names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Noon,
    Afternoon,
    Evening,
}

const HALVES: [(&str, Half); 11] = [
    ("上午", Half::Morning),
    ("早上", Half::Morning),
    ("早晨", Half::Morning),
    ("凌晨", Half::Morning),
    ("am", Half::Morning),
    ("中午", Half::Noon),
    ("下午", Half::Afternoon),
    ("午后", Half::Afternoon),
    ("pm", Half::Afternoon),
    ("晚上", Half::Evening),
    ("傍晚", Half::Evening),
];

fn parse(text: &str) -> Option<Time> {
    if has_odd_digits(text) {
        return None;
    }
    let text = to_digits(&compact(text));
    let half = HALVES.iter().find_map(|(word, half)| {
        let rest = text.strip_prefix(word).or_else(|| if word.is_ascii() { text.strip_suffix(word) } else { None })?;
        Some((*half, rest))
    });
    let (half, rest) = half.map_or((None, text.as_str()), |(half, rest)| (Some(half), rest));
    let (hour, minute) = hands(rest)?;
    at(hour_of(half, hour)?, minute)
}

/// Hour and minute of 9:30, 9:30:00, 9点半, 9时30分.
fn hands(text: &str) -> Option<(u32, u32)> {
    let (hour, rest) = text.split_once([':', '点', '时'])?;
    let clock = text.contains(':');
    let minute = match rest {
        "" | "整" | "钟" if !clock => "0",
        "半" if !clock => "30",
        "1刻" if !clock => "15",
        "3刻" if !clock => "45",
        _ if clock => rest.strip_suffix(":00").unwrap_or(rest),
        _ => rest.strip_suffix('分').unwrap_or(rest),
    };
    let two = |digits: &str| -> Option<u32> {
        let fits = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if fits { digits.parse().ok() } else { None }
    };
    if clock && minute.len() != 2 {
        return None;
    }
    Some((two(hour)?, two(minute)?))
}

/// The hour of the day; `None` where word and hour contradict each other or leave midnight or noon open.
const fn hour_of(half: Option<Half>, hour: u32) -> Option<u32> {
    match (half, hour) {
        (None, hour) => Some(hour),
        (Some(Half::Morning), 0..=11) => Some(hour),
        (Some(Half::Noon), 11 | 12) | (Some(Half::Afternoon), 12..=18) | (Some(Half::Evening), 17..=23) => Some(hour),
        (Some(Half::Noon), 1 | 2) | (Some(Half::Afternoon), 1..=11) | (Some(Half::Evening), 5..=11) => {
            Some(hour.saturating_add(12))
        }
        _ => None,
    }
}

fn at(hour: u32, minute: u32) -> Option<Time> {
    Time::parse(&format!("{hour:02}:{minute:02}"))
}
