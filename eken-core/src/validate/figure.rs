//! Figures as parameters of a message.

use crate::json::Param;
use crate::quantity::Exact;

/// A figure as a parameter: whole numbers as numbers, so that none is taken for a telephone number and masked.
pub(super) fn figure(number: &Exact) -> Param {
    let whole = number.to_decimal().filter(|decimal| decimal.is_integer());
    match whole.and_then(|decimal| i64::try_from(decimal.normalize().mantissa()).ok()) {
        Some(whole) => Param::Number(whole),
        None => Param::Text(number.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_stays_a_number() {
        assert_eq!(figure(&Exact::whole(13_900_000_000)), Param::Number(13_900_000_000));
        let half = Exact::whole(5).over(&Exact::whole(2)).unwrap();
        assert_eq!(figure(&half), Param::Text("2.5".into()));
    }
}
