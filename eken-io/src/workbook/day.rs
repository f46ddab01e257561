//! Days, times and durations that a workbook writes out after ISO 8601.

use chrono::{NaiveDate, NaiveTime};

use crate::grid::Cell;

/// A day and time written as text after ISO 8601, as cells of type `d` have it.
pub fn iso(text: &str) -> Option<Cell> {
    let text = text.trim().trim_end_matches('Z');
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M:%S%.f").ok();
    let date = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    match text.split_once('T') {
        Some((day, hour)) => {
            let hour = time(hour)?;
            Some(Cell::Day(date(day)?, (hour != NaiveTime::MIN).then_some(hour)))
        }
        None => date(text).map(|day| Cell::Day(day, None)).or_else(|| time(text).map(Cell::Time)),
    }
}

/// A duration such as `PT09H30M00S`, as OpenDocument writes a time of day; from a day on as hours, minutes and seconds in text.
pub fn duration(text: &str) -> Option<Cell> {
    let (hours, rest) = text.trim().strip_prefix("PT")?.split_once('H')?;
    let (minutes, seconds) = rest.split_once('M')?;
    let seconds = seconds.strip_suffix('S')?;
    // parts of a second are noise of a share of a day
    let (whole, part) = seconds.split_once(['.', ',']).unwrap_or((seconds, ""));
    let number = |digits: &str| -> Option<u32> {
        let plain = (1..=7).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
        if plain { digits.parse().ok() } else { None }
    };
    let (hours, minutes, seconds) = (number(hours)?, number(minutes)?, number(whole)?);
    if minutes > 59 || seconds > 59 || !part.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    Some(match NaiveTime::from_hms_opt(hours, minutes, seconds) {
        Some(time) => Cell::Time(time),
        None => Cell::Text(format!("{hours}:{minutes:02}:{seconds:02}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Option<Cell> {
        Some(Cell::Day(NaiveDate::from_ymd_opt(year, month, day).unwrap(), None))
    }

    fn clock(hour: u32, minute: u32, second: u32) -> Option<Cell> {
        Some(Cell::Time(NaiveTime::from_hms_opt(hour, minute, second).unwrap()))
    }

    #[test]
    fn days_may_be_written_out() {
        assert_eq!(iso("2023-05-01"), day(2023, 5, 1));
        assert_eq!(iso("2023-05-01T00:00:00Z"), day(2023, 5, 1));
        assert_eq!(iso("09:30:00.000"), clock(9, 30, 0));
        assert_eq!(iso("2023-02-30"), None);
    }

    #[test]
    fn a_time_of_day_is_a_duration_in_opendocument() {
        assert_eq!(duration("PT09H30M00S"), clock(9, 30, 0));
        assert_eq!(duration("PT00H00M00.000000001S"), clock(0, 0, 0));
        assert_eq!(duration("PT25H30M00S"), Some(Cell::Text("25:30:00".into())));
        for none in ["PT9H", "P1D", "PT09H60M00S", "-PT09H30M00S", "PT09H3+M00S", "PT99999999H00M00S", ""] {
            assert_eq!(duration(none), None, "{none}");
        }
    }
}
