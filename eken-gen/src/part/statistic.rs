//! Statistics: output and online retail by year, retail by month where sales are filed, the city's growth.

use crate::day::month_at;
use crate::draft::Draft;
use crate::sales::Sold;
use crate::write::{Hundredths, object};

/// What a statistic states: an amount or a rate.
enum Value {
    Amount(i64),
    Rate(i64),
}

pub(crate) fn statistics(draft: &mut Draft<'_>, sold: &Sold) {
    let goals = draft.goals;
    let own = draft.county.office("统计局");
    let city = format!("{}统计局", draft.county.city);
    let (last, this) = (draft.spec.year.saturating_sub(1).to_string(), draft.spec.year.to_string());
    add(draft, "gross_output", &last, "site", Value::Amount(goals.output_before), &own);
    add(draft, "gross_output", &this, "site", Value::Amount(goals.output), &own);
    add(draft, "online_retail", &last, "site", Value::Amount(goals.retail_before), &own);
    add(draft, "online_retail", &this, "site", Value::Amount(goals.retail), &own);
    add(draft, "city_output_growth", &this, "city", Value::Rate(goals.city_growth), &city);
    let gdp = goals.city_growth.saturating_sub(60);
    add(draft, "city_gdp_growth", &this, "city", Value::Rate(gdp), &city);
    if draft.rich {
        for (index, amount) in sold.months.iter().enumerate() {
            add(draft, "online_retail", &month_at(sold.first, index), "site", Value::Amount(*amount), &own);
        }
    }
}

fn add(draft: &mut Draft<'_>, series: &str, period: &str, territory: &str, value: Value, source: &str) {
    let (amount, rate) = match value {
        Value::Amount(fen) => (Some(Hundredths(fen)), None),
        Value::Rate(hundredths) => (None, Some(Hundredths(hundredths))),
    };
    let item = object! {
        "id": format!("N{:03}", draft.count("statistics").saturating_add(1)),
        "series": series,
        "period": period,
        "territory": territory,
        "cumulative": (period.len() > 4).then_some(false),
        "amount": amount,
        "rate": rate,
        "source": source,
    };
    draft.put("statistics", item);
}
