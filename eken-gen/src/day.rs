//! Days and months as a dossier writes them.

/// A day.
pub(crate) fn day(year: i32, month: u64, day: u64) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// A month.
pub(crate) fn month(year: i32, month: u64) -> String {
    format!("{year:04}-{month:02}")
}

/// A month counted from the first of a row of years: 0 is January of the first year.
pub(crate) fn month_at(first: i32, index: usize) -> String {
    let index = u64::try_from(index).unwrap_or_default();
    let years = i32::try_from(index.checked_div(12).unwrap_or_default()).unwrap_or_default();
    month(first.saturating_add(years), index.checked_rem(12).unwrap_or_default().saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_run_on_over_the_years() {
        assert_eq!([month_at(2022, 0), month_at(2022, 11), month_at(2022, 12)], ["2022-01", "2022-12", "2023-01"]);
        assert_eq!(day(2023, 4, 9), "2023-04-09");
    }
}
