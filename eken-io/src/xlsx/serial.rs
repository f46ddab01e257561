//! Days and times of a workbook: a count of days since 1900 or 1904 and a share of a day, made exact.

use chrono::{Days, NaiveDate, NaiveTime};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::number;
use crate::grid::Cell;
use crate::workbook::section::Moment;

/// Milliseconds of a day.
const DAY: u32 = 86_400_000;
/// The last day of either count: 31 December 9999.
const LAST: u64 = 2_958_465;
const LAST_OF_1904: u64 = 2_957_003;

/// The cell of a number that is shown as a day or a time; none where it is none that a workbook can show.
pub fn cell(written: &str, shown: Moment, since_1904: bool) -> Option<Cell> {
    let text = number::exact(written)?;
    if text.starts_with('-') {
        return None;
    }
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut day: u64 = whole.parse().ok()?;
    let mut milliseconds = milliseconds(part)?;
    if milliseconds >= DAY {
        (day, milliseconds) = (day.checked_add(1)?, 0);
    }
    let time = NaiveTime::from_num_seconds_from_midnight_opt(
        milliseconds.checked_div(1000)?,
        milliseconds.checked_rem(1000)?.checked_mul(1_000_000)?,
    )?;
    match shown {
        Moment::Elapsed if day > 0 => {
            let hours = day.checked_mul(24)?;
            let spent = u64::from(milliseconds.checked_div(3_600_000)?);
            Some(Cell::Text(format!("{}:{}", hours.checked_add(spent)?, time.format("%M:%S"))))
        }
        Moment::Elapsed | Moment::Clock if day == 0 => Some(Cell::Time(time)),
        Moment::Day(_) if day == 0 && milliseconds > 0 && !since_1904 => Some(Cell::Time(time)),
        _ => date(day, since_1904).map(|date| match (date, shown) {
            (Ok(date), Moment::Day(Some(span))) => Cell::Period(date, span),
            (Ok(date), _) => Cell::Day(date, (milliseconds > 0).then_some(time)),
            (Err(none), _) => Cell::Text(none.to_owned()),
        }),
    }
}

/// The day of a count, or how a workbook shows one that is none: 29 February 1900, which it counts, and the day before all.
fn date(day: u64, since_1904: bool) -> Option<Result<NaiveDate, &'static str>> {
    if since_1904 {
        let first = NaiveDate::from_ymd_opt(1904, 1, 1)?;
        return first.checked_add_days(Days::new(day)).filter(|_| day <= LAST_OF_1904).map(Ok);
    }
    let before = match day {
        0 => return Some(Err("1900-01-00")),
        60 => return Some(Err("1900-02-29")),
        1..60 => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        _ => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    before.checked_add_days(Days::new(day)).filter(|_| day <= LAST).map(Ok)
}

/// Milliseconds of a share of a day, given its digits behind the point.
fn milliseconds(part: &str) -> Option<u32> {
    // a millisecond is 1.2E-8 of a day: 20 digits are more than enough
    let part: String = part.chars().take(20).collect();
    let share = Decimal::from_str_exact(&format!("0.{part}0")).ok()?;
    let spent = share.checked_mul(Decimal::from(DAY))?;
    spent.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_u32()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Span;

    fn day(year: i32, month: u32, day: u32) -> Cell {
        Cell::Day(NaiveDate::from_ymd_opt(year, month, day).unwrap(), None)
    }

    fn clock(hour: u32, minute: u32, second: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, second).unwrap()
    }

    #[test]
    fn days_are_counted_from_1900_with_the_day_that_never_was() {
        for (written, cell_) in [
            ("1", day(1900, 1, 1)),
            ("59", day(1900, 2, 28)),
            ("60", Cell::Text("1900-02-29".into())),
            ("61", day(1900, 3, 1)),
            ("45047", day(2023, 5, 1)),
            ("45047.0", day(2023, 5, 1)),
            ("2958465", day(9999, 12, 31)),
            ("0", Cell::Text("1900-01-00".into())),
        ] {
            assert_eq!(cell(written, Moment::Day(None), false), Some(cell_), "{written}");
        }
        let may = NaiveDate::from_ymd_opt(2023, 5, 1).map(|day| Cell::Period(day, Span::Month));
        assert_eq!(cell("45047", Moment::Day(Some(Span::Month)), false), may);
        assert_eq!(cell("2958466", Moment::Day(None), false), None);
        assert_eq!(cell("-1", Moment::Day(None), false), None);
        assert_eq!(cell("1e300", Moment::Day(None), false), None);
    }

    #[test]
    fn days_are_counted_from_1904_where_the_workbook_says_so() {
        assert_eq!(cell("0", Moment::Day(None), true), Some(day(1904, 1, 1)));
        assert_eq!(cell("43585", Moment::Day(None), true), Some(day(2023, 5, 1)));
        assert_eq!(cell("2957003", Moment::Day(None), true), Some(day(9999, 12, 31)));
        assert_eq!(cell("2957004", Moment::Day(None), true), None);
    }

    #[test]
    fn a_share_of_a_day_is_a_time() {
        let noon = Some(Cell::Day(NaiveDate::from_ymd_opt(2023, 5, 1).unwrap(), Some(clock(12, 34, 56))));
        assert_eq!(cell("45047.524259259262", Moment::Day(None), false), noon);
        assert_eq!(cell("0.375", Moment::Clock, false), Some(Cell::Time(clock(9, 0, 0))));
        assert_eq!(cell("0.375", Moment::Day(None), false), Some(Cell::Time(clock(9, 0, 0))));
        assert_eq!(cell("0", Moment::Clock, false), Some(Cell::Time(clock(0, 0, 0))));
        assert_eq!(cell("45046.999999999996", Moment::Day(None), false), Some(day(2023, 5, 1)));
        assert_eq!(cell("1.0625", Moment::Elapsed, false), Some(Cell::Text("25:30:00".into())));
        assert_eq!(cell("0.0625", Moment::Elapsed, false), Some(Cell::Time(clock(1, 30, 0))));
    }
}
