//! Figures in words: exact where that is short, else rounded and marked so.

use rust_decimal::Decimal;

use crate::quantity::{Exact, Unit};
use crate::words::Lang;

/// Most decimals shown when a figure must be told from one near it.
const MOST_PLACES: u32 = 12;

/// Most decimals of a number in a table.
const MOST_SCALE: u32 = 8;

/// A scale that a unit is shown in: from which size on, how many base units, the word, decimals.
struct Scale {
    from: i128,
    of: i128,
    word: &'static str,
    places: u32,
}

const fn scale(from: i128, of: i128, word: &'static str, places: u32) -> Scale {
    Scale { from, of, word, places }
}

/// What a figure is of: a unit, or the land of a site, whose areas are larger than those of floors and shown in other units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantum {
    /// A figure in a unit; areas are floor areas.
    Unit(Unit),
    /// An area of land in square metres.
    Land,
}

impl Quantum {
    /// What a measure counts.
    pub(super) fn of_measure(measure: &str, unit: Option<Unit>) -> Self {
        match unit {
            Some(Unit::SquareMetre) if matches!(measure, "site-area" | "core-area") => Self::Land,
            unit => unit.into(),
        }
    }

    /// What a figure at a place of the dossier counts.
    pub(super) fn at(pointer: &str, unit: Unit) -> Self {
        match pointer.strip_prefix("/town/site/") {
            Some(field) if unit == Unit::SquareMetre && !field.starts_with("floor_area") => Self::Land,
            _ => Self::Unit(unit),
        }
    }
}

impl From<Option<Unit>> for Quantum {
    fn from(unit: Option<Unit>) -> Self {
        Self::Unit(unit.unwrap_or(Unit::Item))
    }
}

/// The scales of a unit, greatest first.
fn scales(of: Quantum, lang: Lang) -> &'static [Scale] {
    const YUAN_ZH: &[Scale] =
        &[scale(100_000_000, 100_000_000, "亿元", 4), scale(10_000, 10_000, "万元", 4), scale(0, 1, "元", 2)];
    const YUAN_EN: &[Scale] = &[scale(1_000_000, 1_000_000, " million yuan", 4), scale(0, 1, " yuan", 2)];
    const LAND_ZH: &[Scale] = &[scale(100_000, 1_000_000, "平方公里", 4), scale(0, 1, "平方米", 2)];
    const LAND_EN: &[Scale] = &[scale(100_000, 1_000_000, " km²", 4), scale(0, 1, " m²", 2)];
    const AREA_ZH: &[Scale] = &[scale(10_000, 10_000, "万平方米", 4), scale(0, 1, "平方米", 2)];
    const AREA_EN: &[Scale] = &[scale(0, 1, " m²", 2)];
    const PERCENT: &[Scale] = &[scale(0, 1, "%", 2)];
    const POINT_ZH: &[Scale] = &[scale(0, 1, "个百分点", 2)];
    const POINT_EN: &[Scale] = &[scale(0, 1, " percentage points", 2)];
    const HOUR_ZH: &[Scale] = &[scale(0, 1, "小时", 2)];
    const HOUR_EN: &[Scale] = &[scale(0, 1, " hours", 2)];
    const TIMES_ZH: &[Scale] = &[scale(0, 1, "人次", 2)];
    const TIMES_EN: &[Scale] = &[scale(0, 1, " person-times", 2)];
    const PERSON_ZH: &[Scale] = &[scale(0, 1, "人", 2)];
    const PERSON_EN: &[Scale] = &[scale(0, 1, " persons", 2)];
    const ITEM_ZH: &[Scale] = &[scale(0, 1, "个", 2)];
    const ITEM_EN: &[Scale] = &[scale(0, 1, "", 2)];
    let unit = match (of, lang) {
        (Quantum::Land, Lang::Zh) => return LAND_ZH,
        (Quantum::Land, Lang::En) => return LAND_EN,
        (Quantum::Unit(unit), _) => unit,
    };
    match (unit, lang) {
        (Unit::Yuan, Lang::Zh) => YUAN_ZH,
        (Unit::Yuan, Lang::En) => YUAN_EN,
        (Unit::SquareMetre, Lang::Zh) => AREA_ZH,
        (Unit::SquareMetre, Lang::En) => AREA_EN,
        (Unit::Percent, _) => PERCENT,
        (Unit::PercentagePoint, Lang::Zh) => POINT_ZH,
        (Unit::PercentagePoint, Lang::En) => POINT_EN,
        (Unit::Hour, Lang::Zh) => HOUR_ZH,
        (Unit::Hour, Lang::En) => HOUR_EN,
        (Unit::PersonTime, Lang::Zh) => TIMES_ZH,
        (Unit::PersonTime, Lang::En) => TIMES_EN,
        (Unit::Person, Lang::Zh) => PERSON_ZH,
        (Unit::Person, Lang::En) => PERSON_EN,
        (Unit::Item, Lang::Zh) => ITEM_ZH,
        (Unit::Item, Lang::En) => ITEM_EN,
    }
}

/// The greatest scale that a figure reaches; the last one of every unit begins at zero.
fn fitting(value: &Exact, of: Quantum, lang: Lang) -> &'static Scale {
    const BARE: &Scale = &scale(0, 1, "", 2);
    let size = size(value);
    scales(of, lang).iter().find(|scale| size >= Exact::whole(scale.from)).unwrap_or(BARE)
}

/// How large a figure is, whatever its sign.
pub(super) fn size(value: &Exact) -> Exact {
    if value.is_negative() { Exact::zero().minus(value) } else { value.clone() }
}

/// The unit that the figures of a row are told in, so that they stand as numbers beside one word: 万元, 平方米.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    of: Exact,
    /// The unit; empty where things are counted in English.
    pub word: &'static str,
}

impl Shown {
    /// The unit that fits a figure.
    pub(super) fn of(value: &Exact, of: impl Into<Quantum>, lang: Lang) -> Self {
        let scale = fitting(value, of.into(), lang);
        Self { of: Exact::whole(scale.of), word: scale.word.trim_start() }
    }

    /// A figure in that unit, if that is a decimal of few enough digits to be told whole.
    pub(super) fn number(&self, value: &Exact) -> Option<Decimal> {
        let number = value.over(&self.of)?.to_decimal()?.normalize();
        (number.scale() <= MOST_SCALE).then_some(number)
    }
}

/// A figure with its unit: `1.08亿元`, `312.5平方米`, `约10.33%`.
pub(super) fn figure(value: &Exact, of: impl Into<Quantum>, lang: Lang) -> String {
    apart(value, of, lang, &[])
}

/// A figure shown so that it can be told from others it is compared with: 9.9996 % is not shown as 10 % beside a floor of 10 %.
pub(super) fn apart(value: &Exact, of: impl Into<Quantum>, lang: Lang, others: &[&Exact]) -> String {
    let scale = fitting(value, of.into(), lang);
    let base = Exact::whole(scale.of);
    let scaled = |number: &Exact| number.over(&base).unwrap_or_else(|| number.clone());
    let here = scaled(value);
    let mut places = scale.places;
    let (mut text, mut about) = number(&here, places, lang);
    while about
        && places < MOST_PLACES
        && others.iter().any(|o| *o != value && number(&scaled(o), places, lang).0 == text)
    {
        places = places.saturating_add(2);
        (text, about) = number(&here, places, lang);
    }
    let about = match (about, lang) {
        (false, _) => "",
        (true, Lang::Zh) => "约",
        (true, Lang::En) => "about ",
    };
    let word = if lang == Lang::En && text == "1" { scale.word.trim_end_matches('s') } else { scale.word };
    format!("{about}{text}{word}")
}

/// A number with at most so many decimals, and whether it was rounded for that.
fn number(value: &Exact, places: u32, lang: Lang) -> (String, bool) {
    let exact = value.to_decimal().map(|exact| exact.normalize()).filter(|exact| exact.scale() <= places);
    match exact.or_else(|| value.rounded(places)) {
        Some(shown) => (grouped(shown.normalize(), lang), exact.is_none()),
        None => (value.to_string(), false),
    }
}

/// A decimal; in English, thousands are parted by commas from five digits on.
fn grouped(number: Decimal, lang: Lang) -> String {
    let text = if number.is_zero() { "0".to_owned() } else { number.to_string() };
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::from(sign);
    let length = whole.len();
    for (index, digit) in whole.chars().enumerate() {
        let left = length.saturating_sub(index);
        if lang == Lang::En && length > 4 && index > 0 && left.is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// A figure known within bounds: `至少480人次`, `480至520人次`, `未知`.
pub(super) fn bounds(
    least: &Exact,
    most: Option<&Exact>,
    of: impl Into<Quantum>,
    lang: Lang,
    others: &[&Exact],
) -> String {
    let of = of.into();
    let shown = |number: &Exact| apart(number, of, lang, others);
    let least = Some(least).filter(|least| says_something(least, of));
    let most = most.filter(|most| !is_boundless(most, of));
    match (least, most, lang) {
        (Some(least), Some(most), _) if most == least => shown(least),
        (None, Some(most), _) if most.is_zero() => shown(most),
        (None, None, Lang::Zh) => "未知".to_owned(),
        (None, None, Lang::En) => "unknown".to_owned(),
        (Some(least), None, Lang::Zh) => format!("至少{}", shown(least)),
        (Some(least), None, Lang::En) => format!("at least {}", shown(least)),
        (None, Some(most), Lang::Zh) => format!("至多{}", shown(most)),
        (None, Some(most), Lang::En) => format!("at most {}", shown(most)),
        (Some(least), Some(most), _) => span(least, most, of, lang, others),
    }
}

/// Whether a lower bound says anything: zero does not, nor does the least that a rate can be.
fn says_something(least: &Exact, of: Quantum) -> bool {
    !least.is_zero() && !is_boundless(least, of)
}

/// Whether a bound is only what the type of a rate can hold, not what a fact says.
pub(super) fn is_boundless(bound: &Exact, of: impl Into<Quantum>) -> bool {
    matches!(of.into(), Quantum::Unit(Unit::Percent | Unit::PercentagePoint)) && size(bound) >= Exact::whole(100_000)
}

/// From one figure to another: `100至300平方米`; each with its unit where the two differ in it.
pub(super) fn span(least: &Exact, most: &Exact, of: impl Into<Quantum>, lang: Lang, others: &[&Exact]) -> String {
    let of = of.into();
    let (from, to) = (apart(least, of, lang, others), apart(most, of, lang, others));
    let word = |text: &str| text.trim_start_matches(|c: char| c.is_ascii_digit() || "-.,约".contains(c)).to_owned();
    let joint = match lang {
        Lang::Zh => "至",
        Lang::En => " to ",
    };
    match from.strip_suffix(&word(&to)) {
        Some(bare) if !bare.is_empty() && word(&from) == word(&to) && !word(&to).starts_with('%') => {
            format!("{bare}{joint}{to}")
        }
        _ => format!("{from}{joint}{to}"),
    }
}

/// An area in mu (亩), beside the metric figure: `2250亩`.
pub(super) fn mu(area: &Exact, lang: Lang) -> String {
    // 3/2000 mu are a square metre
    let mu = area.times(&Exact::decimal(Decimal::new(15, 4)));
    let (text, about) = number(&mu, 2, lang);
    match (lang, about) {
        (Lang::Zh, true) => format!("约{text}亩"),
        (Lang::Zh, false) => format!("{text}亩"),
        (Lang::En, true) => format!("about {text} mu"),
        (Lang::En, false) => format!("{text} mu"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(a: i128, b: i128) -> Exact {
        Exact::whole(a).over(&Exact::whole(b)).unwrap()
    }

    #[test]
    fn a_large_sum_is_shown_in_large_units_and_exactly_where_it_can_be() {
        for (value, zh, en) in [
            (108_360_000, "1.0836亿元", "108.36 million yuan"),
            (108_364_512, "约1.0836亿元", "about 108.3645 million yuan"),
            (20_500_000, "2050万元", "20.5 million yuan"),
            (12_345, "1.2345万元", "12,345 yuan"),
            (800, "800元", "800 yuan"),
            (0, "0元", "0 yuan"),
            (-300_000_000, "-3亿元", "-300 million yuan"),
        ] {
            let value = Exact::whole(value);
            assert_eq!(figure(&value, Some(Unit::Yuan), Lang::Zh), zh);
            assert_eq!(figure(&value, Some(Unit::Yuan), Lang::En), en);
        }
    }

    #[test]
    fn a_rounded_figure_never_looks_like_the_bound_it_misses() {
        let almost = ratio(99_999, 10_000);
        assert_eq!(figure(&almost, Some(Unit::Percent), Lang::Zh), "约10%");
        assert_eq!(apart(&almost, Some(Unit::Percent), Lang::Zh, &[&Exact::whole(10)]), "9.9999%");
        let third = ratio(31, 3);
        assert_eq!(apart(&third, Some(Unit::Percent), Lang::Zh, &[&Exact::whole(10)]), "约10.33%");
    }

    #[test]
    fn areas_persons_and_counts_carry_their_words() {
        assert_eq!(figure(&ratio(625, 2), Some(Unit::SquareMetre), Lang::Zh), "312.5平方米");
        assert_eq!(figure(&Exact::whole(1_500_000), Quantum::Land, Lang::Zh), "1.5平方公里");
        assert_eq!(figure(&Exact::whole(1_500_000), Quantum::Land, Lang::En), "1.5 km²");
        assert_eq!(mu(&Exact::whole(1_500_000), Lang::Zh), "2250亩");
        assert_eq!(mu(&Exact::whole(1000), Lang::En), "1.5 mu");
        assert_eq!(figure(&Exact::whole(7), Some(Unit::Item), Lang::En), "7");
        assert_eq!(figure(&Exact::whole(7), None, Lang::Zh), "7个");
        assert_eq!(figure(&Exact::whole(1), Some(Unit::Person), Lang::En), "1 person");
    }

    #[test]
    fn floor_areas_are_never_shown_in_square_kilometres() {
        let floor = Some(Unit::SquareMetre);
        for (value, zh, en) in [
            (9_999, "9999平方米", "9999 m²"),
            (10_000, "1万平方米", "10,000 m²"),
            (600_000, "60万平方米", "600,000 m²"),
            (612_345, "61.2345万平方米", "612,345 m²"),
        ] {
            assert_eq!(figure(&Exact::whole(value), floor, Lang::Zh), zh);
            assert_eq!(figure(&Exact::whole(value), floor, Lang::En), en);
        }
        assert_eq!(Quantum::of_measure("site-floor-area", floor), floor.into());
        assert_eq!(Quantum::of_measure("site-area", floor), Quantum::Land);
        assert_eq!(Quantum::at("/town/site/core_area", Unit::SquareMetre), Quantum::Land);
        assert_eq!(Quantum::at("/town/site/core_area", Unit::Yuan), Quantum::Unit(Unit::Yuan));
        assert_eq!(Quantum::at("/town/site/floor_area", Unit::SquareMetre), floor.into());
        assert_eq!(Quantum::at("/facilities/items/0/roles/0/area", Unit::SquareMetre), floor.into());
    }

    #[test]
    fn bounds_say_what_is_sure() {
        let times = Some(Unit::PersonTime);
        let of = |least, most: Option<i128>, lang| {
            bounds(&Exact::whole(least), most.map(Exact::whole).as_ref(), times, lang, &[])
        };
        assert_eq!(of(480, None, Lang::Zh), "至少480人次");
        assert_eq!(of(480, Some(520), Lang::Zh), "480至520人次");
        assert_eq!(of(480, Some(480), Lang::En), "480 person-times");
        assert_eq!(of(480, Some(520), Lang::En), "480 to 520 person-times");
        assert_eq!(of(0, Some(3), Lang::Zh), "至多3人次");
        assert_eq!(of(0, None, Lang::Zh), "未知");
        assert_eq!(of(0, Some(0), Lang::Zh), "0人次");
        let rate = |least, most: Option<i128>| {
            bounds(&Exact::whole(least), most.map(Exact::whole).as_ref(), Some(Unit::Percent), Lang::Zh, &[])
        };
        assert_eq!(rate(-999_991, None), "未知");
        assert_eq!(rate(-999_991, Some(1_000_008)), "未知");
        assert_eq!(rate(-3, Some(5)), "-3%至5%");
        let (half, five) = (Exact::whole(50_000), Exact::whole(5_000_000));
        assert_eq!(span(&half, &five, Quantum::Land, Lang::Zh, &[]), "50000平方米至5平方公里");
    }

    #[test]
    fn a_figure_is_told_from_others_up_to_a_bound_and_never_from_itself() {
        let third = ratio(31, 3);
        assert_eq!(apart(&third, Some(Unit::Percent), Lang::Zh, &[&third]), "约10.33%");
        let hair = Exact::whole(10).minus(&ratio(1, 1_000_000_000_000_000));
        assert_eq!(apart(&hair, Some(Unit::Percent), Lang::Zh, &[&Exact::whole(10)]), "约10%");
        let seen = Exact::whole(10).minus(&ratio(1, 1_000_000_000_000));
        assert_eq!(apart(&seen, Some(Unit::Percent), Lang::Zh, &[&Exact::whole(10)]), "9.999999999999%");
    }

    #[test]
    fn the_unit_of_a_row_fits_a_figure_below_zero_as_it_fits_one_above() {
        for (value, number) in [(30_000_000, "3000"), (-30_000_000, "-3000")] {
            let value = Exact::whole(value);
            let shown = Shown::of(&value, Some(Unit::Yuan), Lang::Zh);
            assert_eq!(shown.word, "万元");
            assert_eq!(shown.number(&value).unwrap().to_string(), number);
        }
    }

    #[test]
    fn a_span_whose_ends_round_to_the_same_keeps_both() {
        let (from, to) = (ratio(31, 3), ratio(31_001, 3_000));
        let floor = Some(Unit::SquareMetre);
        assert_eq!(span(&from, &to, floor, Lang::Zh, &[]), "约10.33至约10.33平方米");
        assert_eq!(span(&from, &to, floor, Lang::En, &[]), "about 10.33 m² to about 10.33 m²");
    }
}
