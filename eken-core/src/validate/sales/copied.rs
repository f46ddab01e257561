//! Sales of an entity that are those of another, month for month.

use std::collections::BTreeSet;

use crate::finding::{Severity, Spec};
use crate::validate::fine::Fine;
use crate::validate::ids::mix;
use crate::validate::monthly::{Point, Tick};
use crate::validate::turnover::{Turnover, at, turnovers};
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-26", "九6"],
        summary: Label::new(
            "两个主体连续半年以上各月销售额相同",
            "two entities file the same sales for half a year or more",
        ),
        message: Label::new(
            "从 {month} 起至少6个月的销售额与 {other_entity} 一分不差",
            "from {month} on, at least six months of sales are those of {other_entity}",
        ),
        help: Label::new(
            "核对是否把一家的数据填到了两家；同一店铺只记在一个主体名下",
            "check whether one entity's figures went into both; a shop belongs to one entity",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [
  {"id": "E1", "sales": [{"month": "2023-03", "platform": "甲", "channel": "platform_shop", "amount": 41210}, {"month": "2023-04", "platform": "甲", "channel": "platform_shop", "amount": 38650}, {"month": "2023-05", "platform": "甲", "channel": "platform_shop", "amount": 40120}, {"month": "2023-06", "platform": "甲", "channel": "platform_shop", "amount": 43980}, {"month": "2023-07", "platform": "甲", "channel": "platform_shop", "amount": 42550}, {"month": "2023-08", "platform": "甲", "channel": "platform_shop", "amount": 47310}]},
  {"id": "E2", "sales": [{"month": "2023-03", "platform": "乙", "channel": "platform_shop", "amount": 41210}, {"month": "2023-04", "platform": "乙", "channel": "platform_shop", "amount": 38650}, {"month": "2023-05", "platform": "乙", "channel": "platform_shop", "amount": 40120}, {"month": "2023-06", "platform": "乙", "channel": "platform_shop", "amount": 43980}, {"month": "2023-07", "platform": "乙", "channel": "platform_shop", "amount": 42550}, {"month": "2023-08", "platform": "乙", "channel": "platform_shop", "amount": 47310}]}]}}"#,
        ..Spec::new("sales.copied", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let all = turnovers(context, found);
    let lines = all.iter().flat_map(|turnover| turnover.lines().map(move |line| (turnover, line)));
    let half_years: Vec<HalfYear<'_, '_>> =
        lines.flat_map(|(turnover, line)| line.half_years().map(move |months| HalfYear { turnover, months })).collect();
    let mut told = BTreeSet::new();
    let repeated = repeated(&half_years).into_iter();
    for (turnover, first, (tick, point)) in
        repeated.filter_map(|(half_year, first)| Some((half_year.turnover, first, half_year.months.first()?)))
    {
        // one entity that is filed twice is another fault
        if first.row == turnover.row || is_one(first, turnover) || !told.insert((first.row, turnover.row)) {
            continue;
        }
        found.at(
            at(turnover.row, point.place, "amount"),
            vec![("month", tick.month().to_string().into()), ("other_entity", first.row.pointer().into())],
        );
    }
}

/// Half a year of one shop.
#[derive(Clone, Copy)]
struct HalfYear<'c, 'a> {
    turnover: &'c Turnover<'a>,
    months: &'c [(Tick, Point<usize>)],
}

impl HalfYear<'_, '_> {
    /// What is the same of two that are alike.
    fn figures(&self) -> impl Iterator<Item = (Tick, Fine)> {
        self.months.iter().map(|(tick, point)| (*tick, point.amount))
    }

    fn digest(&self) -> u64 {
        let months = self.months.first().map_or(0, |(tick, _)| tick.digest());
        self.months.iter().fold(months, |sum, (_, point)| mix(sum, point.amount.digest()))
    }
}

/// The half years whose months and amounts an earlier one has, in order, each with the first entity that has them.
fn repeated<'c, 'a>(all: &[HalfYear<'c, 'a>]) -> Vec<(HalfYear<'c, 'a>, &'c Turnover<'a>)> {
    // few are alike: those whose digest nobody shares are left aside before anything is sorted
    let digests: Vec<u64> = all.iter().map(HalfYear::digest).collect();
    let mut marks = Marks::of(digests.len());
    for digest in &digests {
        marks.count(*digest);
    }
    let shared = all.iter().zip(&digests).enumerate().filter(|(_, (_, digest))| marks.is_shared(**digest));
    let mut shared: Vec<(u64, usize, HalfYear<'c, 'a>)> =
        shared.map(|(order, (half_year, digest))| (*digest, order, *half_year)).collect();
    shared.sort_by(|(one, _, this), (other, _, that)| one.cmp(other).then_with(|| this.figures().cmp(that.figures())));
    let alike = |(one, _, this): &(u64, usize, HalfYear<'_, '_>), (other, _, that): &(u64, usize, HalfYear<'_, '_>)| {
        one == other && this.figures().eq(that.figures())
    };
    let groups = shared.chunk_by(alike).filter_map(<[_]>::split_first);
    let mut repeated: Vec<_> = groups
        .flat_map(|((.., first), others)| others.iter().map(|(_, order, each)| (*order, *each, first.turnover)))
        .collect();
    repeated.sort_unstable_by_key(|(order, ..)| *order);
    repeated.into_iter().map(|(_, half_year, first)| (half_year, first)).collect()
}

/// Which digests were met once and which again, by as many of their bits as there is room for.
struct Marks {
    met: Vec<u8>,
    mask: u64,
}

impl Marks {
    /// Room for so many digests: eight places for each.
    fn of(digests: usize) -> Self {
        let places = digests.saturating_mul(8).next_power_of_two();
        let mask = u64::try_from(places).unwrap_or(1).saturating_sub(1);
        Self { met: vec![0; places], mask }
    }

    fn count(&mut self, digest: u64) {
        if let Some(met) = usize::try_from(digest & self.mask).ok().and_then(|place| self.met.get_mut(place)) {
            *met = met.saturating_add(1);
        }
    }

    fn is_shared(&self, digest: u64) -> bool {
        let met = usize::try_from(digest & self.mask).ok().and_then(|place| self.met.get(place));
        met.is_some_and(|met| *met > 1)
    }
}

/// Whether two records are of one entity: by identifier or by credit code.
fn is_one(first: &Turnover<'_>, second: &Turnover<'_>) -> bool {
    let (first, second) = (first.entity, second.entity);
    let same_id = first.id.known().is_some() && first.id == second.id;
    same_id || (first.code.known().is_some() && first.code == second.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn half_a_year_of_another_entitys_sales_names_that_entity() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/1/sales/0/amount month=2023-03 other_entity=/entities/items/0"]
        );
    }

    #[test]
    fn five_months_another_year_and_one_entity_filed_twice_are_clean() {
        assert_eq!(found(&RULE, &RULE.spec.example.replacen("43980", "43981", 1)), [""; 0]);
        assert_eq!(found(&RULE, &RULE.spec.example.replacen("2023-05", "2022-05", 1)), [""; 0]);
        assert_eq!(found(&RULE, &RULE.spec.example.replace("\"E2\"", "\"E1\"")), [""; 0]);
        let coded = RULE.spec.example.replace(r#""sales""#, r#""code": "91140827MA0EKEN03X", "sales""#);
        assert_eq!(found(&RULE, &coded), [""; 0]);
    }

    #[test]
    fn a_longer_run_is_told_once() {
        let longer = RULE.spec.example.replace(
            r#"{"month": "2023-08""#,
            r#"{"month": "2023-09", "platform": "甲", "channel": "platform_shop", "amount": 51000}, {"month": "2023-08""#,
        );
        let longer = longer.replacen(
            r#""platform": "甲", "channel": "platform_shop", "amount": 51000}, {"month": "2023-08", "platform": "乙""#,
            r#""platform": "乙", "channel": "platform_shop", "amount": 51000}, {"month": "2023-08", "platform": "乙""#,
            1,
        );
        assert_eq!(found(&RULE, &longer).len(), 1);
    }

    #[test]
    fn two_shops_of_one_entity_are_left_alone_whether_or_not_it_has_an_identifier() {
        let unnamed = RULE.spec.example.replace("\"id\": \"E1\", ", "").replace("\"id\": \"E2\", ", "");
        assert_eq!(
            found(&RULE, &unnamed),
            ["/entities/items/1/sales/0/amount month=2023-03 other_entity=/entities/items/0"]
        );
        let sales = |platform: &str| {
            let sale = |month: i32| {
                format!(r#"{{"month": "2023-0{month}", "platform": "{platform}", "amount": {}}}"#, 40_000 + month * 7)
            };
            (1..=6).map(sale).collect::<Vec<_>>().join(",")
        };
        let one = format!(r#"{{"entities": {{"items": [{{"sales": [{}, {}]}}]}}}}"#, sales("甲"), sales("乙"));
        assert_eq!(found(&RULE, &one), [""; 0]);
        let two =
            format!(r#"{{"entities": {{"items": [{{"sales": [{}]}}, {{"sales": [{}]}}]}}}}"#, sales("甲"), sales("乙"));
        assert_eq!(
            found(&RULE, &two),
            ["/entities/items/1/sales/0/amount month=2023-01 other_entity=/entities/items/0"]
        );
    }
}
