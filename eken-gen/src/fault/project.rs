//! Faults of the project ledger and of the organisation.

use eken_core::json::Tree;

use super::Fault;
use super::ground::{Ground, is, number};
use crate::day::day;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("organisation.meeting-before-group", |ground| {
        ground.town("meeting")?;
        let early = day(ground.year, 3, 28);
        ground.put("/organisation/leading_group/meetings/0/date", Tree::text(&early))
    }),
    Fault::new("organisation.member-twice", |ground| {
        ground.town("members")?;
        let members = "/organisation/leading_group/members";
        let Tree::Array(list) = ground.value(members)? else { return None };
        let again = list.first()?.clone();
        list.push(again);
        Some(format!("{members}/{}", list.len().checked_sub(1)?))
    }),
    Fault::new("project.done-without-end", |ground| {
        let index = done(ground)?;
        ground.remove("projects", index, "finished")
    }),
    Fault::new("project.progress-falls", |ground| {
        let index = ground.free("projects", |project| is(project, "state", "under_way"))?;
        ground.set("projects", index, "progress/1/done", number("5"))
    }),
    Fault::new("project.progress-over-hundred", |ground| {
        let index = done(ground)?;
        ground.set("projects", index, "progress/1/done", number("130"))
    }),
    Fault::new("project.state-against-progress", |ground| {
        let index = done(ground)?;
        ground.set("projects", index, "state", Tree::text("under_way"))
    }),
    Fault::new("project.twice", |ground| ground.again("projects", "Q9").map(|record| format!("{record}/name"))),
];

fn done(ground: &mut Ground<'_>) -> Option<usize> {
    ground.free("projects", |project| is(project, "state", "done"))
}
