//! The monthly sales of an entity as rules see them: a line by platform and channel, and a line of all together.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{MarketEntity, Sale, SalesChannel};
use crate::quantity::Quantity;
use crate::validate::fine::Fine;
use crate::validate::monthly::{Line, Point, Tick};
use crate::validate::place::{Row, rows};
use crate::validate::{Context, Found, Skip};

/// Where a shop sells: platform and channel, as far as they are said.
pub(super) type Shop<'a> = (Option<&'a str>, Option<SalesChannel>);

/// Sales of one entity. Points stand at the index of a row of its sales.
#[derive(Clone, Debug)]
pub(super) struct Turnover<'a> {
    pub(super) row: Row,
    pub(super) entity: &'a MarketEntity,
    /// By platform and channel; a month that is filed twice is in doubt and left out.
    pub(super) shops: BTreeMap<Shop<'a>, Line<usize>>,
    /// Months that have a row, whatever it says.
    pub(super) filed: BTreeSet<Tick>,
    /// Whether the month of every row is known.
    pub(super) is_whole: bool,
}

/// Pointer of a field of a row of an entity's sales.
pub(super) fn at(row: Row, sale: usize, field: &str) -> String {
    row.at(&format!("sales/{sale}/{field}"))
}

/// The sales of every entity that has any. What cannot be read of a row is noted as not looked at, and harms no other row.
pub(super) fn turnovers<'a>(context: &Context<'a>, found: &mut Found<'_>) -> Vec<Turnover<'a>> {
    let entities = rows("entities", &context.dossier.entities).filter(|(_, entity)| !entity.sales.is_absent());
    entities.map(|(row, entity)| of_entity(row, entity, found)).collect()
}

fn of_entity<'a>(row: Row, entity: &'a MarketEntity, found: &mut Found<'_>) -> Turnover<'a> {
    let sales = &entity.sales;
    let mut of = Turnover { row, entity, shops: BTreeMap::new(), filed: BTreeSet::new(), is_whole: sales.is_whole() };
    if !of.is_whole {
        found.skip(row.at("sales"), Skip::Faulty);
    }
    let mut twice = BTreeSet::new();
    for (index, sale) in sales.iter() {
        let month = found.value(&sale.month, || at(row, index, "month"));
        let amount = found.value(&sale.amount, || at(row, index, "amount"));
        let Some(tick) = month.copied().map(Tick::from) else {
            of.is_whole = false;
            continue;
        };
        of.filed.insert(tick);
        let (Some(shop), Some(amount)) = (shop(sale), amount) else { continue };
        let amount = Fine::of(amount.value.number());
        if of.shops.entry(shop).or_default().0.insert(tick, Point { amount, place: index }).is_some() {
            twice.insert((shop, tick));
        }
    }
    for (shop, tick) in twice {
        if let Some(line) = of.shops.get_mut(&shop) {
            line.0.remove(&tick);
        }
    }
    of
}

/// Where a row belongs; none where platform or channel is stated and cannot be read.
fn shop(sale: &Sale) -> Option<Shop<'_>> {
    let platform = sale.platform.known().map(|platform| platform.as_str());
    let channel = sale.channel.get();
    let sure = (platform.is_some() || !sale.platform.is_stated()) && (channel.is_some() || !sale.channel.is_stated());
    sure.then_some((platform, channel))
}
