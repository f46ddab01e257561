//! Days, times and durations that a workbook writes out after ISO 8601.

use chrono::{Days, NaiveDate, NaiveTime, Timelike as _};

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

/// A duration such as `PT09H30M00S`, as OpenDocument writes what is shown as a time: a count of days, and the rest of a day.
pub struct Spent {
    days: u64,
    rest: NaiveTime,
}

impl Spent {
    /// The duration that a text states, to the millisecond: finer parts are noise of a share of a day.
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, rest) = text.trim().strip_prefix("PT")?.split_once('H')?;
        let (minutes, seconds) = rest.split_once('M')?;
        let seconds = seconds.strip_suffix('S')?;
        let (whole, part) = seconds.split_once(['.', ',']).unwrap_or((seconds, ""));
        let number = |digits: &str| -> Option<u64> {
            let plain = (1..=7).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
            if plain { digits.parse().ok() } else { None }
        };
        let (hours, minutes, seconds) = (number(hours)?, number(minutes)?, number(whole)?);
        if minutes > 59 || seconds > 59 || !part.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        // a digit more than is kept, for rounding
        let finer: String = part.chars().chain(std::iter::repeat('0')).take(4).collect();
        let milliseconds = number(&finer)?.checked_add(5)?.checked_div(10)?;
        let seconds = hours.checked_mul(3600)?.checked_add(minutes.checked_mul(60)?)?.checked_add(seconds)?;
        let all = seconds.checked_mul(1000)?.checked_add(milliseconds)?;
        let rest = u32::try_from(all.checked_rem(86_400_000)?).ok()?;
        let rest = NaiveTime::from_num_seconds_from_midnight_opt(
            rest.checked_div(1000)?,
            rest.checked_rem(1000)?.checked_mul(1_000_000)?,
        )?;
        Some(Self { days: all.checked_div(86_400_000)?, rest })
    }

    /// The hours that went by, as text from a day on.
    pub fn elapsed(&self) -> Cell {
        match self.days {
            0 => Cell::Time(self.rest),
            _ => Cell::Text(format!("{}:{}", self.hours(), self.rest.format("%M:%S"))),
        }
    }

    /// The whole hours of it.
    pub fn hours(&self) -> u64 {
        self.days.saturating_mul(24).saturating_add(u64::from(self.rest.hour()))
    }

    /// The time of day, with the day where the duration counts from the one given on.
    pub fn clock(&self, since: NaiveDate) -> Option<Cell> {
        if self.days == 0 {
            return Some(Cell::Time(self.rest));
        }
        let day = since.checked_add_days(Days::new(self.days))?;
        Some(Cell::Day(day, (self.rest != NaiveTime::MIN).then_some(self.rest)))
    }
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
        let elapsed = |text: &str| Spent::parse(text).map(|spent| spent.elapsed());
        assert_eq!(elapsed("PT09H30M00S"), clock(9, 30, 0));
        assert_eq!(elapsed("PT00H00M00.000000001S"), clock(0, 0, 0));
        assert_eq!(elapsed("PT23H59M59.9996S"), Some(Cell::Text("24:00:00".into())));
        assert_eq!(elapsed("PT25H30M00S"), Some(Cell::Text("25:30:00".into())));
        for none in ["PT9H", "P1D", "PT09H60M00S", "-PT09H30M00S", "PT09H3+M00S", "PT99999999H00M00S", ""] {
            assert_eq!(elapsed(none), None, "{none}");
        }
    }

    #[test]
    fn a_day_that_shows_its_time_only_is_a_duration_since_the_first_day() {
        let since = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
        let time = |text: &str| Spent::parse(text).and_then(|spent| spent.clock(since));
        let at = NaiveTime::from_hms_opt(14, 30, 0);
        let may = NaiveDate::from_ymd_opt(2023, 5, 1).unwrap();
        assert_eq!(time("PT1081142H29M59.999999162S"), Some(Cell::Day(may, at)));
        assert_eq!(time("PT1081128H00M00S"), Some(Cell::Day(may, None)));
        assert_eq!(time("PT14H30M00S"), clock(14, 30, 0));
    }
}
