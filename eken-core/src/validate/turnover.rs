//! The monthly sales of an entity as rules see them: a line by platform and channel, and a line of all together.

use std::collections::BTreeMap;

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
    /// By platform and channel, in order; a month that is filed twice is in doubt and left out.
    pub(super) shops: Vec<(Shop<'a>, Line<usize>)>,
    /// Rows whose month, platform and channel an earlier one has, each with the first of them.
    pub(super) repeated: Vec<(usize, usize)>,
    /// Whether the month of every row is known.
    pub(super) is_whole: bool,
    /// Whether month, platform or channel of a row cannot be read.
    pub(super) in_doubt: bool,
}

impl<'a> Turnover<'a> {
    /// The figures of each platform and channel.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Line<usize>> {
        self.shops.iter().map(|(_, line)| line)
    }

    /// Months that have a row, whatever it says, in order.
    pub(super) fn filed(&self) -> Vec<Tick> {
        let months = self.entity.sales.items().iter().filter_map(|sale| sale.month.get());
        let mut filed: Vec<Tick> = months.map(Tick::from).collect();
        filed.sort_unstable();
        filed.dedup();
        filed
    }
}

/// Pointer of a field of a row of an entity's sales.
pub(super) fn at(row: Row, sale: usize, field: &str) -> String {
    row.at(&format!("sales/{sale}/{field}"))
}

/// The sales of all entities, gathered once for all rules.
#[derive(Clone, Debug)]
pub(super) struct Turnovers<'a> {
    pub(super) all: Vec<Turnover<'a>>,
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
    let (mut is_whole, mut in_doubt) = (sales.is_whole(), false);
    if !is_whole {
        unread.push(row.at("sales"));
    }
    let mut shops = Shops::default();
    for (index, sale) in sales.iter() {
        let month_is_faulty = matches!(sale.month, Maybe::Faulty(_));
        if month_is_faulty {
            unread.push(at(row, index, "month"));
        }
        if matches!(sale.amount, Maybe::Faulty(_)) {
            unread.push(at(row, index, "amount"));
        }
        let place_is_faulty = matches!(sale.platform, Maybe::Faulty(_)) || matches!(sale.channel, Maybe::Faulty(_));
        in_doubt = in_doubt || month_is_faulty || place_is_faulty;
        let Some(tick) = sale.month.get().map(Tick::from) else {
            is_whole = false;
            continue;
        };
        let Some(of_shop) = shop(sale).and_then(|shop| shops.of(shop, sales.items().len())) else { continue };
        match sale.amount.known() {
            Some(amount) => {
                of_shop.points.push((tick, Point { amount: Fine::of(amount.value.number()), place: index }));
            }
            None => of_shop.bare.push((tick, index)),
        }
    }
    let mut repeated: Vec<(usize, usize)> = shops.all.iter().flat_map(Filed::repeated).collect();
    repeated.sort_unstable();
    let mut shops: Vec<_> = shops.all.into_iter().map(|filed| (filed.shop, Line::of(filed.points))).collect();
    shops.sort_unstable_by_key(|(shop, _)| *shop);
    Turnover { row, entity, shops, repeated, is_whole, in_doubt }
}

/// The rows of one shop.
struct Filed<'a> {
    shop: Shop<'a>,
    points: Vec<(Tick, Point<usize>)>,
    /// Rows without an amount.
    bare: Vec<(Tick, usize)>,
}

impl Filed<'_> {
    /// Rows of a month that has an earlier row, each with the first of that month.
    fn repeated(&self) -> Vec<(usize, usize)> {
        if self.bare.is_empty() && self.points.is_sorted_by(|(tick, _), (next, _)| tick < next) {
            return Vec::new();
        }
        let with_amount = self.points.iter().map(|(tick, point)| (*tick, point.place));
        let mut rows: Vec<(Tick, usize)> = with_amount.chain(self.bare.iter().copied()).collect();
        rows.sort_unstable();
        let months = rows.chunk_by(|(tick, _), (next, _)| tick == next).filter_map(<[_]>::split_first);
        months.flat_map(|((_, first), others)| others.iter().map(|(_, index)| (*index, *first))).collect()
    }
}

/// The shops of an entity, as they are met.
#[derive(Default)]
struct Shops<'a> {
    all: Vec<Filed<'a>>,
    places: BTreeMap<Shop<'a>, usize>,
    last: usize,
}

impl<'a> Shops<'a> {
    /// The rows of a shop. Most rows are of the shop of the row before, or take turns.
    fn of(&mut self, shop: Shop<'a>, rows: usize) -> Option<&mut Filed<'a>> {
        let is_at = |place: usize| self.all.get(place).is_some_and(|filed| filed.shop == shop);
        let next = Some(self.last.saturating_add(1)).filter(|next| *next < self.all.len()).unwrap_or_default();
        let place = match [self.last, next].into_iter().find(|place| is_at(*place)) {
            Some(place) => place,
            None => *self.places.entry(shop).or_insert(self.all.len()),
        };
        if place == self.all.len() {
            let points = Vec::with_capacity(rows.min(48));
            self.all.push(Filed { shop, points, bare: Vec::new() });
        }
        self.last = place;
        self.all.get_mut(place)
    }
}

/// Where a row belongs; none where platform or channel is stated and cannot be read.
fn shop(sale: &Sale) -> Option<Shop<'_>> {
    let platform = sale.platform.known().map(|platform| platform.as_str());
    let channel = sale.channel.get();
    let sure = (platform.is_some() || !sale.platform.is_stated()) && (channel.is_some() || !sale.channel.is_stated());
    sure.then_some((platform, channel))
}
