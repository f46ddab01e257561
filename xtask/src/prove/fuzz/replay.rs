//! The kept corpus and inputs changed from it at random.

use eken_tests::fuzz::{TARGETS, changed, corpus};
use eken_tests::random::Random;

use crate::prove::proof::{Ask, Tally, over};

/// Hands all of them to every door.
pub fn run(ask: &Ask) -> Tally {
    let mut tally = Tally::default();
    for target in TARGETS {
        let kept: Vec<Vec<u8>> = corpus(target.name).into_iter().map(|(_, bytes)| bytes).collect();
        let number = u64::try_from(kept.len()).unwrap_or_default();
        let is_dear = matches!(target.name, "plan" | "assess" | "render");
        let more = if is_dear { ask.size(20, 300, 100_000) } else { ask.size(20, 5_000, 2_000_000) };
        let mut done = over(number.saturating_add(more), |case| {
            let place = |number: usize| number.checked_rem(kept.len()).and_then(|place| kept.get(place));
            let mut random = Random::new(ask.seed_of(case));
            let first = usize::try_from(case).ok().and_then(place).map(Vec::as_slice).unwrap_or_default();
            let bytes = if case < number {
                first.to_vec()
            } else {
                let other = place(random.below(kept.len().max(1))).map(Vec::as_slice).unwrap_or_default();
                changed(first, other, &mut random)
            };
            // the planted fault: a door that takes no digit nine
            let planted = (ask.sabotage && bytes.contains(&b'9')).then(|| "the planted fault".to_owned());
            let broken = (target.run)(&bytes).err().or(planted);
            broken.map(|fault| format!("{}: {fault}: {}", target.name, bytes.escape_ascii())).into_iter().collect()
        });
        done.shown.iter_mut().for_each(|(_, text)| *text = text.chars().take(600).collect());
        tally.and(done);
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_planted_fault_is_found_at_every_door() {
        let tally = run(&Ask { seed: 1, long: false, sabotage: true });
        assert!(tally.failures >= u64::try_from(TARGETS.len()).unwrap());
    }
}
