//! Faults in dates: reversed, too early, too late.

use eken_core::json::Tree;

use super::Fault;
use super::ground::{has, is, length};
use crate::day::{day, month};
use crate::write::object;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("date.after-as-of", |ground| {
        let index = ground.any("contests")?;
        let late = day(ground.year.saturating_add(1), 1, 18);
        ground.set("contests", index, "date", Tree::text(&late))
    }),
    Fault::new("date.before-programme", |ground| {
        let index = ground.any("sessions")?;
        let early = day(ground.year, 2, 16);
        ground.set("sessions", index, "date", Tree::text(&early))
    }),
    Fault::new("date.end-before-begin", |ground| {
        let index = ground.free("projects", |project| has(project, "finished"))?;
        let early = day(ground.year, 4, 2);
        ground.set("projects", index, "finished", Tree::text(&early))
    })
    .variant("project"),
    Fault::new("date.end-before-begin", |ground| {
        let index = ground.any("experts")?;
        let early = month(ground.year, 3);
        ground.set("experts", index, "until", Tree::text(&early))
    })
    .variant("expert"),
    Fault::new("entity.sales-before-registration", |ground| {
        let index = ground.free("entities", |entity| length(entity, "sales") > 0)?;
        let rows = length(ground.record("entities", index)?, "sales");
        let Tree::Array(sales) = ground.value(&format!("/entities/items/{index}/sales"))? else { return None };
        let early = object! { "month": "2001-05", "platform": "淘宝", "channel": "platform_shop", "amount": 3_200u64 };
        sales.push(early);
        Some(format!("/entities/items/{index}/sales/{rows}/month"))
    }),
    Fault::new("entity.sales-month-twice", |ground| {
        let index = ground.free("entities", |entity| length(entity, "sales") > 0)?;
        let Tree::Array(sales) = ground.value(&format!("/entities/items/{index}/sales"))? else { return None };
        let again = sales.last()?.clone();
        sales.push(again);
        let last = sales.len().checked_sub(1)?;
        Some(format!("/entities/items/{index}/sales/{last}/month"))
    }),
    Fault::new("instrument.effective-before-issued", |ground| {
        let index = ground.any("instruments")?;
        let early = day(ground.year, 3, 30);
        ground.set("instruments", index, "effective", Tree::text(&early))
    }),
    Fault::new("payment.before-appropriation", |ground| {
        let index = ground.free("payments", |payment| has(payment, "appropriation"))?;
        // later than the measure that it rests on
        let early = day(ground.year, 5, 14);
        ground.set("payments", index, "date", Tree::text(&early))
    }),
    Fault::new("session.ends-before-it-starts", |ground| {
        let index = ground.free("sessions", |session| is(session, "starts", "09:00"))?;
        ground.set("sessions", index, "ends", Tree::text("05:00"))
    }),
];
