//! The monthly sales of an entity as rules see them: a line by platform and channel, and a line of all together.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::kind::Maybe;
use crate::model::{Dossier, MarketEntity, Sale, SalesChannel};
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

/// The sales of all entities, gathered once for all rules.
#[derive(Clone, Debug)]
pub(super) struct Turnovers<'a> {
    all: Vec<Turnover<'a>>,
    /// Pointers of what could not be read.
    unread: Vec<String>,
}

impl<'a> Turnovers<'a> {
    pub(super) fn of(dossier: &'a Dossier) -> Self {
        let entities = rows("entities", &dossier.entities).filter(|(_, entity)| !entity.sales.is_absent());
        let mut unread = Vec::new();
        let all = entities.map(|(row, entity)| of_entity(row, entity, &mut unread)).collect();
        Self { all, unread }
    }
}

/// The sales of every entity that has any. What cannot be read of a row is noted as not looked at, and harms no other row.
pub(super) fn turnovers<'c, 'a>(context: &'c Context<'a>, found: &mut Found<'_>) -> &'c [Turnover<'a>] {
    let gathered = context.turnovers();
    for pointer in &gathered.unread {
        found.skip(pointer.as_str(), Skip::Faulty);
    }
    &gathered.all
}

fn of_entity<'a>(row: Row, entity: &'a MarketEntity, unread: &mut Vec<String>) -> Turnover<'a> {
    let sales = &entity.sales;
    let mut of = Turnover { row, entity, shops: BTreeMap::new(), filed: BTreeSet::new(), is_whole: sales.is_whole() };
    if !of.is_whole {
        unread.push(row.at("sales"));
    }
    let mut twice = BTreeSet::new();
    for (index, sale) in sales.iter() {
        let month = sale.month.known();
        let amount = sale.amount.known();
        if matches!(sale.month, Maybe::Faulty(_)) {
            unread.push(at(row, index, "month"));
        }
        if matches!(sale.amount, Maybe::Faulty(_)) {
            unread.push(at(row, index, "amount"));
        }
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
