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
    /// All together; a month in which any row is in doubt or without its amount is left out.
    pub(super) total: Line<usize>,
    /// Months that have a row, whatever it says.
    pub(super) filed: BTreeSet<Tick>,
}

/// Pointer of a field of a row of an entity's sales.
pub(super) fn at(row: Row, sale: usize, field: &str) -> String {
    row.at(&format!("sales/{sale}/{field}"))
}

/// The sales of every entity that has any. An entity with a row whose month cannot be read is noted as not looked at.
pub(super) fn turnovers<'a>(context: &Context<'a>, found: &mut Found<'_>) -> Vec<Turnover<'a>> {
    let entities = rows("entities", &context.dossier.entities);
    entities.filter_map(|(row, entity)| of_entity(row, entity, found)).collect()
}

fn of_entity<'a>(row: Row, entity: &'a MarketEntity, found: &mut Found<'_>) -> Option<Turnover<'a>> {
    let sales = &entity.sales;
    if sales.is_absent() {
        return None;
    }
    if !sales.is_whole() || sales.iter().any(|(_, sale)| sale.month.known().is_none()) {
        found.skip(row.at("sales"), Skip::Faulty);
        return None;
    }
    let mut of = Turnover { row, entity, shops: BTreeMap::new(), total: Line::default(), filed: BTreeSet::new() };
    let (mut twice, mut doubtful) = (BTreeSet::new(), BTreeSet::new());
    for (index, sale) in sales.iter() {
        let Some(tick) = sale.month.get().map(Tick::from) else { continue };
        of.filed.insert(tick);
        let amount = found.value(&sale.amount, || at(row, index, "amount"));
        let (Some(shop), Some(amount)) = (shop(sale), amount) else {
            doubtful.insert(tick);
            continue;
        };
        let amount = Fine::of(amount.value.number());
        let months = &mut of.shops.entry(shop).or_default().0;
        if months.insert(tick, Point { amount, place: index }).is_some() {
            twice.insert((shop, tick));
            doubtful.insert(tick);
        }
        let total = of.total.0.entry(tick).or_insert(Point { amount: Fine::default(), place: index });
        total.amount = total.amount.plus(amount);
    }
    for (shop, tick) in twice {
        if let Some(line) = of.shops.get_mut(&shop) {
            line.0.remove(&tick);
        }
    }
    of.total.0.retain(|tick, _| !doubtful.contains(tick));
    Some(of)
}

/// Where a row belongs; none where platform or channel is stated and cannot be read.
fn shop(sale: &Sale) -> Option<Shop<'_>> {
    let platform = sale.platform.known().map(|platform| platform.as_str());
    let channel = sale.channel.get();
    let sure = (platform.is_some() || !sale.platform.is_stated()) && (channel.is_some() || !sale.channel.is_stated());
    sure.then_some((platform, channel))
}
