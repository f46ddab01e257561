//! Faults in series of figures: months missing, constant, copied, figures that do not bear each other out.

use eken_core::json::Tree;

use super::Fault;
use super::ground::{Ground, is, length, number, text};
use crate::day::{day, month};

/// What is sold on after the seller was struck off; two rules may look for it.
const AFTER: [&str; 2] = ["entity.sales-after-deregistration", "sales.after-deregistration"];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("entity.sales-after-deregistration", after_deregistration).with(&AFTER),
    Fault::new("sales.after-deregistration", after_deregistration).with(&AFTER),
    Fault::new("sales.constant", |ground| {
        let index = seller(ground)?;
        let sales = format!("/entities/items/{index}/sales");
        for row in 0..length(ground.record("entities", index)?, "sales") {
            ground.put(&format!("{sales}/{row}/amount"), number("1200"))?;
        }
        Some(format!("{sales}/0/amount"))
    }),
    Fault::new("sales.months-missing", |ground| {
        let index = seller(ground)?;
        let pointer = format!("/entities/items/{index}/sales");
        let Tree::Array(sales) = ground.value(&pointer)? else { return None };
        // every row of one month
        let gone = text(sales.get(9)?, "month")?.to_owned();
        sales.retain(|sale| !is(sale, "month", &gone));
        Some(pointer)
    }),
    Fault::new("statistic.figures-differ", |ground| {
        let index = yearly(ground, "gross_output")?;
        let mut copy = ground.record("statistics", index)?.clone();
        let Tree::Object(members) = &mut copy else { return None };
        for (key, value) in members {
            match &**key {
                "id" => *value = Tree::text("N999"),
                "amount" => *value = number("412000000"),
                "source" => *value = Tree::text("例县工科局"),
                _ => {}
            }
        }
        let place = ground.push("statistics", copy)?;
        Some(format!("/statistics/items/{place}/amount"))
    }),
    Fault::new("statistic.growth-not-borne-out", |ground| {
        let index = yearly(ground, "online_retail")?;
        ground.set("statistics", index, "rate", number("88.8"))
    }),
];

/// An enterprise that sells in the town and was given money for it.
fn seller(ground: &mut Ground<'_>) -> Option<usize> {
    ground.free("entities", |entity| {
        length(entity, "sales") > 12 && matches!(entity.get("subsidised"), Some(Tree::Bool(true)))
    })
}

/// The statistic of the dossier's own year.
fn yearly(ground: &mut Ground<'_>, series: &'static str) -> Option<usize> {
    let year = ground.year.to_string();
    ground.free("statistics", |statistic| is(statistic, "series", series) && is(statistic, "period", &year))
}

fn after_deregistration(ground: &mut Ground<'_>) -> Option<String> {
    let index = seller(ground)?;
    let last = month(ground.year, 9);
    let Some(Tree::Array(sales)) = ground.record("entities", index)?.get("sales") else { return None };
    let later = sales.iter().position(|sale| text(sale, "month") > Some(last.as_str()))?;
    let gone = day(ground.year, 9, 10);
    ground.set("entities", index, "deregistered", Tree::text(&gone))?;
    Some(format!("/entities/items/{index}/sales/{later}/month"))
}
