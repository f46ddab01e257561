//! Faults of the work done: sessions, events, inspections and their issues, declarations, judgements.

use eken_core::json::Tree;

use super::Fault;
use super::ground::{has, number};
use crate::day::day;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("declaration.twice", |ground| ground.again("compliance", "H9")),
    Fault::new("event.twice", |ground| ground.again("events", "V9")),
    Fault::new("inspection.issues-differ", |ground| {
        let index = ground.any("inspections")?;
        ground.set("inspections", index, "issues_found", number("6"))
    }),
    Fault::new("issue.found-before-inspection", |ground| {
        let index = ground.any("issues")?;
        let early = day(ground.year, 4, 16);
        ground.set("issues", index, "found", Tree::text(&early))
    }),
    Fault::new("issue.rectification-overdue", |ground| {
        let index = ground.free("issues", |issue| has(issue, "rectified"))?;
        ground.remove("issues", index, "rectified").map(|record| format!("{record}/due"))
    }),
    Fault::new("issue.rectified-without-evidence", |ground| {
        let index = ground.free("issues", |issue| has(issue, "rectified"))?;
        ground.remove("issues", index, "evidence").map(|record| format!("{record}/rectified"))
    })
    .with(&["document.unused"]),
    Fault::new("judgement.contradict", |ground| {
        let index = ground.any("judgements")?;
        let copy = ground.copy("judgements", index, "R9")?;
        ground.put(&format!("{copy}/outcome"), Tree::text("not_satisfied"))
    }),
    Fault::new("session.hours-exceed-times", |ground| {
        let index = ground.any("sessions")?;
        ground.set("sessions", index, "hours", number("16"))
    }),
    Fault::new("session.starts-at-night", |ground| {
        let index = ground.any("sessions")?;
        ground.set("sessions", index, "ends", Tree::text("09:30"))?;
        ground.set("sessions", index, "starts", Tree::text("02:30"))
    }),
    Fault::new("trainee.follow-up-early", |ground| {
        let index = ground.any("trainees")?;
        let early = day(ground.year, 4, 1);
        ground.set("trainees", index, "follow_up/0/date", Tree::text(&early))
    }),
];
