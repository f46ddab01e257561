//! Both halves in one proof.

use super::{guided, replay};
use crate::prove::proof::{Ask, Proof, Tally};

/// The proof.
pub const PROOF: Proof = Proof {
    name: "fuzz",
    about: "kept, changed and guided inputs break no door: parse, plan, assess, render, codes, quantities",
    run,
};

fn run(ask: &Ask) -> Result<Tally, String> {
    let mut tally = replay::run(ask);
    tally.and(guided::run(ask)?);
    Ok(tally)
}
