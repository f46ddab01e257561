//! Sales by month: seasonal, skewed by the size of the seller, and adding up to the year's online retail to the fen.

use eken_core::json::Tree;

use crate::chance::Chance;
use crate::day::month_at;
use crate::draft::Draft;
use crate::tables::SEASON;
use crate::write::{Hundredths, Write, object};

/// Sales of a month on one platform; before they are settled, a weight stands for the amount.
#[derive(Clone, Debug)]
pub(crate) struct Sale {
    /// Month counted from the first of the row.
    month: usize,
    platform: &'static str,
    channel: &'static str,
    /// A weight, then an amount in fen.
    amount: i64,
}

/// A market entity and its sales.
#[derive(Clone)]
pub(crate) struct Trader {
    /// The record without its sales.
    pub(crate) record: Tree,
    /// Whether its sales are the town's.
    pub(crate) inside: bool,
    sales: Vec<Sale>,
    first: i32,
}

/// What was sold in the town online, by month, in fen.
pub(crate) struct Sold {
    /// First year of the row.
    pub(crate) first: i32,
    /// Amounts from January of the first year on; none where the dossier files no sales.
    pub(crate) months: Vec<i64>,
}

/// Bytes of one sale, about: what is told of the size before amounts are known.
pub(crate) const SALE_BYTES: u64 = 82;

impl Trader {
    /// An entity without sales.
    pub(crate) fn new(record: Tree, inside: bool) -> Self {
        Self { record, inside, sales: Vec::new(), first: 0 }
    }

    /// How many sales it has.
    pub(crate) fn sales(&self) -> usize {
        self.sales.len()
    }

    /// Gives it sales on platforms from a month on (counted from the first), in proportion to its size.
    pub(crate) fn sell(
        &mut self,
        years: Years,
        from: usize,
        size: u64,
        shops: &[(&'static str, &'static str)],
        chance: &mut Chance,
    ) {
        self.first = years.first;
        let parts: Vec<u64> = shops.iter().map(|_| chance.whole(40, 100)).collect();
        for month in from..years.months() {
            let season = SEASON.get(month.checked_rem(12).unwrap_or_default()).copied().unwrap_or_default();
            for ((platform, channel), part) in shops.iter().zip(&parts) {
                let weight = chance.vary(size.saturating_mul(season).saturating_mul(*part), 70);
                let amount = i64::try_from(weight).unwrap_or_default();
                self.sales.push(Sale { month, platform, channel, amount });
            }
        }
    }

    /// The record with its sales.
    pub(crate) fn tree(self) -> Tree {
        let Tree::Object(mut members) = self.record else { return Tree::Null };
        if !self.sales.is_empty() {
            let first = self.first;
            let sales: Vec<Tree> = self
                .sales
                .into_iter()
                .map(|sale| {
                    object! {
                        "month": month_at(first, sale.month),
                        "platform": sale.platform,
                        "channel": sale.channel,
                        "amount": Hundredths(sale.amount),
                    }
                })
                .collect();
            members.extend(sales.tree().map(|sales| ("sales".into(), sales)));
        }
        Tree::Object(members)
    }
}

/// The years that sales are filed for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Years {
    /// First year.
    pub(crate) first: i32,
    /// How many.
    pub(crate) count: usize,
}

impl Years {
    /// How many months.
    pub(crate) fn months(self) -> usize {
        self.count.saturating_mul(12)
    }
}

/// Turns weights into amounts: those of a year inside the town come to what the goals say, the rest follow in proportion.
pub(crate) fn settle(draft: &mut Draft<'_>) -> Sold {
    let years = years(draft);
    let mut months = vec![0i64; years.months()];
    let wanted = [draft.goals.retail, draft.goals.retail_before];
    for index in 0..years.count {
        let of_year = |sale: &Sale| sale.month.checked_div(12) == Some(index);
        let back = years.count.saturating_sub(index).saturating_sub(1);
        // a year for which nothing is asked is a tenth below the one after it
        let target = match wanted.get(back) {
            Some(fen) => *fen,
            None => draft.goals.retail_before.saturating_mul(9).checked_div(10).unwrap_or_default(),
        };
        let weight: i128 = draft
            .traders
            .iter()
            .filter(|trader| trader.inside)
            .flat_map(|trader| trader.sales.iter().filter(|sale| of_year(sale)))
            .map(|sale| i128::from(sale.amount))
            .sum();
        let mut largest = None;
        let mut total = 0i64;
        for (place, trader) in draft.traders.iter_mut().enumerate() {
            for (row, sale) in trader.sales.iter_mut().enumerate().filter(|(_, sale)| of_year(sale)) {
                sale.amount = share(target, sale.amount, weight);
                if trader.inside {
                    total = total.saturating_add(sale.amount);
                    if largest.is_none_or(|(_, _, most)| sale.amount > most) {
                        largest = Some((place, row, sale.amount));
                    }
                }
            }
        }
        // what rounding left over goes where it matters least
        let rest = target.saturating_sub(total);
        let sale = largest.and_then(|(place, row, _)| draft.traders.get_mut(place)?.sales.get_mut(row));
        if let Some(sale) = sale {
            sale.amount = sale.amount.saturating_add(rest);
        }
    }
    let inside = draft.traders.iter().filter(|trader| trader.inside).flat_map(|trader| &trader.sales);
    for sale in inside {
        if let Some(month) = months.get_mut(sale.month) {
            *month = month.saturating_add(sale.amount);
        }
    }
    if months.iter().all(|amount| *amount == 0) {
        months.clear();
    }
    Sold { first: years.first, months }
}

/// The years of a dossier's sales: two, or three in a large one.
pub(crate) fn years(draft: &Draft<'_>) -> Years {
    let count = if draft.spec.size.0 >= 200_000 { 3 } else { 2 };
    let back = i32::try_from(count).unwrap_or_default().saturating_sub(1);
    Years { first: draft.spec.year.saturating_sub(back), count }
}

/// A part of a whole by weight, in fen but of whole yuan, one at least.
fn share(target: i64, weight: i64, of: i128) -> i64 {
    let fen = i128::from(target).saturating_mul(i128::from(weight)).checked_div(of).unwrap_or_default();
    let yuan = i64::try_from(fen.checked_div(100).unwrap_or_default()).unwrap_or_default();
    yuan.max(1).saturating_mul(100)
}
