//! How many branches there are, how many are missed, and how many may be.

use super::branches::{Branches, Room};
use super::measure::measure;
use crate::prove::proof::{Ask, Proof, Tally};
use crate::prove::tool::{target_dir, write};

/// The proof.
pub const PROOF: Proof =
    Proof { name: "coverage", about: "the tests take 95 of 100 branches of the core, each in both directions", run };

/// Of a hundred branches so many may be missed.
const MAY_MISS: u64 = 5;
/// Rooms that are told, those with the most missed branches.
const TOLD: usize = 12;

fn run(ask: &Ask) -> Result<Tally, String> {
    let branches = measure(ask.sabotage)?;
    let list = target_dir().join("coverage/missed.txt");
    write(&list, branches.missed().as_bytes())?;
    let mut tally = tally(&branches);
    tally.notes.push(format!("every branch that is missed is listed in {}", list.display()));
    Ok(tally)
}

fn tally(branches: &Branches) -> Tally {
    let (all, missed) = branches.count();
    let may = all.saturating_mul(MAY_MISS).checked_div(100).unwrap_or_default();
    let failures = if all == 0 { 1 } else { missed.saturating_sub(may) };
    let mut tally = Tally { cases: all, failures, ..Tally::default() };
    let taken = all.saturating_sub(missed).saturating_mul(10_000).checked_div(all).unwrap_or_default();
    let [whole, part] = [taken.checked_div(100), taken.checked_rem(100)].map(Option::unwrap_or_default);
    tally.notes.push(format!("{whole}.{part:02} % of {all} branches are taken"));
    let mut rooms = branches.rooms();
    rooms.retain(|room| room.missed > 0);
    rooms.sort_by(|a, b| b.missed.cmp(&a.missed).then_with(|| a.file.cmp(&b.file)));
    for Room { file, all, missed } in rooms.into_iter().take(TOLD) {
        tally.notes.push(format!("{file}: {missed} of {all} missed"));
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missed_beyond_five_in_a_hundred_is_a_failure() {
        let of = |missed: u64| {
            let mut branches = Branches::default();
            (0..50).for_each(|line| branches.add("a.rs", [line, 1, line, 9], [1, u64::from(line >= missed)]));
            tally(&branches)
        };
        assert_eq!((of(5).cases, of(5).failures), (100, 0));
        assert_eq!(of(6).failures, 1);
        assert_eq!(of(6).notes, ["94.00 % of 100 branches are taken", "a.rs: 6 of 100 missed"]);
        assert_eq!(tally(&Branches::default()).failures, 1, "a measure of nothing proves nothing");
    }
}
