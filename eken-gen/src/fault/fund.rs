//! Faults of money: appropriations, payments, investments.

use eken_core::json::Tree;

use super::Fault;
use super::ground::{Ground, has, is};

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("appropriation.no-number", |ground| {
        let index = ground.any("appropriations")?;
        ground.remove("appropriations", index, "number")
    }),
    Fault::new("appropriation.twice", |ground| ground.again("appropriations", "U9")),
    Fault::new("investment.twice", |ground| {
        let index = ground.free("investments", |investment| is(investment, "stage", "completed"))?;
        // two amounts may be alike; of one project they are one
        ground.set("investments", index, "project", Tree::text("Q01"))?;
        ground.copy("investments", index, "A9")
    }),
    Fault::new("payment.invoice-twice", |ground| {
        let operator = |payment: &Tree| is(payment, "payee", "E0001");
        let (one, other) = (ground.free("payments", operator)?, ground.free("payments", operator)?);
        let invoice = ground.text("payments", one.min(other), "invoice")?;
        ground.set("payments", one.max(other), "invoice", Tree::text(&invoice))
    }),
    Fault::new("payment.no-nature", |ground| {
        let index = ground.free("payments", |payment| is(payment, "support", "reward"))?;
        ground.remove("payments", index, "appropriation")?;
        ground.remove("payments", index, "nature")
    }),
    Fault::new("payment.no-project", |ground| {
        let index = ground.free("payments", |payment| is(payment, "support", "project_grant"))?;
        ground.remove("payments", index, "project")
    }),
    Fault::new("payment.payee-not-subsidised", |ground| {
        let index = ground.free("payments", |payment| is(payment, "support", "reward"))?;
        let payee = ground.text("payments", index, "payee")?;
        let entity = ground.free("entities", |entity| is(entity, "id", &payee))?;
        ground.set("entities", entity, "subsidised", Tree::Bool(false))?;
        Some(format!("/payments/items/{index}/payee"))
    }),
    Fault::new("payment.payee-not-undertaker", |ground| {
        let index = ground.free("payments", |payment| {
            has(payment, "project") && is(payment, "payee", "E0001") && is(payment, "support", "project_grant")
        })?;
        ground.set("payments", index, "payee", Tree::text("E0002"))
    }),
    Fault::new("payment.support-without-standard", |ground| {
        let index = ground.free("payments", |payment| is(payment, "support", "reward"))?;
        ground.set("payments", index, "support", Tree::text("interest_subsidy"))
    }),
    Fault::new("payment.twice", |ground| {
        let index = ground.free("payments", |payment| is(payment, "support", "reward"))?;
        // two invoices would be two payments
        ground.remove("payments", index, "invoice")?;
        ground.copy("payments", index, "PY9")
    }),
];

impl Ground<'_> {
    /// Files any record of a section once more.
    pub(super) fn again(&mut self, section: &'static str, id: &str) -> Option<String> {
        let index = self.any(section)?;
        self.copy(section, index, id)
    }

    /// Files a record once more under another identifier, and gives the copy's pointer.
    pub(super) fn copy(&mut self, section: &'static str, index: usize, id: &str) -> Option<String> {
        let copy = self.record(section, index)?.clone();
        let place = self.push(section, copy)?;
        self.set(section, place, "id", Tree::text(&format!("{id}{place:02}")))?;
        Some(format!("/{section}/items/{place}"))
    }
}
