//! Days and times of a file as cells.

use arrow_schema::TimeUnit;
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::grid::Cell;

/// Names of the zone in which dossiers are kept.
const HOME: [&str; 8] = [
    "Asia/Shanghai",
    "Asia/Chongqing",
    "Asia/Harbin",
    "Asia/Urumqi",
    "PRC",
    "China Standard Time",
    "+08:00",
    "Etc/GMT-8",
];
/// Its hours before UTC.
const HOURS: i64 = 8;
/// And in some summers of the past.
const SUMMER: i64 = 9;
/// When its clocks were put back for the last time, in seconds since 1970.
const EVEN_SINCE: i64 = 684_867_600;

/// A day counted from 1970.
pub(super) fn day(days: i64) -> Cell {
    let day = NaiveDate::from_ymd_opt(1970, 1, 1)
        .zip(Duration::try_days(days))
        .and_then(|(first, days)| first.checked_add_signed(days));
    day.map_or_else(|| Cell::Text(format!("{days}d")), |day| Cell::Day(day, None))
}

/// A time of day, counted from midnight.
pub(super) fn time(count: i64, unit: TimeUnit) -> Cell {
    let (seconds, nanos) = split(count, unit);
    let time =
        u32::try_from(seconds).ok().and_then(|seconds| NaiveTime::from_num_seconds_from_midnight_opt(seconds, nanos));
    match time {
        Some(time) if time.nanosecond() == 0 => Cell::Time(time),
        Some(time) => Cell::Text(time.to_string()),
        None => Cell::Text(format!("{count}")),
    }
}

/// A day with its time, as the clock on the wall shows it, or an instant of a zone.
///
/// An instant has a day only where it is the same in its zone and where dossiers are kept, or where the zone is that one: what
/// is the 1st in Beijing may still be the 31st in UTC. Else it stays a text that is no date.
pub(super) fn instant(count: i64, unit: TimeUnit, zone: Option<&str>) -> Cell {
    let (seconds, nanos) = split(count, unit);
    let utc = DateTime::from_timestamp(seconds, nanos).map(|at| at.naive_utc());
    let Some(utc) = utc else { return Cell::Text(format!("{count}s")) };
    let Some(zone) = zone.filter(|zone| !zone.is_empty()) else { return of(utc) };
    let ahead = |hours| Duration::try_hours(hours).and_then(|ahead| utc.checked_add_signed(ahead));
    let summer = if seconds < EVEN_SINCE { ahead(SUMMER) } else { Some(utc) };
    let same = |at: Option<NaiveDateTime>| at.is_some_and(|at| at.date() == utc.date());
    match ahead(HOURS) {
        Some(there) if HOME.contains(&zone) && seconds >= EVEN_SINCE => of(there),
        there if same(there) && same(summer) => Cell::Text(format!("{}Z", utc.format("%Y-%m-%dT%H:%M:%S"))),
        _ => Cell::Text(format!("{}+00:00", utc.format("%Y-%m-%dT%H:%M:%S"))),
    }
}

fn of(at: NaiveDateTime) -> Cell {
    let time = at.time();
    Cell::Day(at.date(), (time != NaiveTime::MIN).then_some(time))
}

/// Seconds and nanoseconds of a count.
fn split(count: i64, unit: TimeUnit) -> (i64, u32) {
    let (each, nanos) = match unit {
        TimeUnit::Second => (1, 0),
        TimeUnit::Millisecond => (1_000, 1_000_000),
        TimeUnit::Microsecond => (1_000_000, 1_000),
        TimeUnit::Nanosecond => (1_000_000_000, 1),
    };
    let rest = u32::try_from(count.checked_rem_euclid(each).unwrap_or_default()).unwrap_or_default();
    (count.checked_div_euclid(each).unwrap_or_default(), rest.saturating_mul(nanos))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64, zone: Option<&str>) -> String {
        match instant(seconds, TimeUnit::Second, zone) {
            Cell::Day(day, None) => day.to_string(),
            Cell::Day(day, Some(time)) => format!("{day} {time}"),
            Cell::Text(text) => text,
            _ => String::new(),
        }
    }

    #[test]
    fn an_instant_has_a_day_where_every_reading_gives_the_same() {
        let (midnight, evening) = (1_682_899_200, 1_682_956_800);
        assert_eq!(at(midnight, None), "2023-05-01");
        assert_eq!(at(midnight, Some("UTC")), "2023-05-01T00:00:00Z");
        // midnight of 2 May in Beijing is 16:00 of 1 May in UTC
        assert_eq!(at(evening, Some("UTC")), "2023-05-01T16:00:00+00:00");
        assert_eq!(at(evening, Some("Asia/Shanghai")), "2023-05-02");
        assert_eq!(at(evening, None), "2023-05-01 16:00:00");
        // in the summer of 1988 clocks in Beijing were nine hours ahead
        assert_eq!(at(586_364_400, Some("Asia/Shanghai")), "1988-07-31T15:00:00+00:00");
    }

    #[test]
    fn what_is_out_of_range_is_no_date() {
        assert!(matches!(day(i64::MAX), Cell::Text(_)) && matches!(day(0), Cell::Day(..)));
        assert!(matches!(time(-1, TimeUnit::Second), Cell::Text(_)));
        assert!(matches!(time(34_200_000, TimeUnit::Millisecond), Cell::Time(_)));
        assert!(matches!(instant(i64::MAX, TimeUnit::Second, None), Cell::Text(_)));
        assert!(matches!(instant(-1, TimeUnit::Nanosecond, None), Cell::Day(..)));
    }
}
