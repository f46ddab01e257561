//! The proof: each input fed to a process of its own kind, its cost held against the bounds.

use std::sync::Mutex;

use eken_tests::random::Random;

use super::cases::{Input, bit_turned, changed, encodings, large, odd, prefixes};
use super::columnar;
use super::workbooks;
use super::worker::{Cost, Worker};
use crate::prove::proof::{Ask, Proof, Tally, dossier, over};

/// The proof.
pub const PROOF: Proof = Proof {
    name: "hostile",
    about: "no input kills eken, or costs it more than 2 s or 256 MB, or steers a terminal through it",
    run,
};

/// Most milliseconds for one input.
const MILLISECONDS: u64 = 2_000;
/// Times that bound in the short form, which runs beside other stages on machines that share their processors: their noise is
/// no fault, and what grows with the square of the input takes more than that.
const NOISE: u64 = 5;
/// Most memory for one input, in kB.
const KILOBYTES: u64 = 256 << 10;
/// Inputs that one process takes one after the other.
const BATCH: usize = 64;

fn run(ask: &Ask) -> Result<Tally, String> {
    let mut random = Random::new(ask.seed);
    // the second kind of dossier is small and clean
    let clean = dossier(ask.seed, 1)?;
    let size =
        |sabotaged: u64, short: u64, long: u64| usize::try_from(ask.size(sabotaged, short, long)).unwrap_or_default();
    let mut inputs = prefixes(&clean, size(5_000, 29, 1));
    inputs.extend((0..ask.size(20, 1_000, 50_000)).map(|_| changed(clean.as_bytes(), &mut random)));
    if ask.long {
        let bits = u64::try_from(clean.len()).unwrap_or_default().saturating_mul(8);
        inputs.extend((0..bits).map(|number| bit_turned(&clean, number)));
    }
    inputs.extend(encodings());
    inputs.extend(odd(size(20, 20_000, 100_000)));
    inputs.extend(large(1_000_000, size(1_000, 100_000_000, 100_000_000)));
    if !ask.sabotage {
        inputs.extend(workbooks::broken(size(0, 17, 1), ask.size(0, 150, 20_000), &mut random));
        inputs.extend(workbooks::misnamed());
        inputs.extend(columnar::inputs(ask.size(0, 150, 20_000), &mut random)?);
    }
    inputs.extend(workbooks::vast(size(1_000, 1_000_000, 1_000_000)));
    let milliseconds = MILLISECONDS.saturating_mul(ask.size(1, NOISE, 1));
    Ok(feed(inputs, ask.sabotage, milliseconds))
}

/// Feeds inputs to processes side by side, each with so many milliseconds at most.
fn feed(inputs: Vec<Input>, sabotage: bool, milliseconds: u64) -> Tally {
    let count = inputs.len();
    let (large, small): (Vec<Input>, Vec<Input>) = inputs.into_iter().partition(|input| input.is_large);
    let mut batches: Vec<Vec<Input>> = large.into_iter().map(|input| vec![input]).collect();
    for input in small {
        match batches.last_mut() {
            Some(batch) if batch.len() < BATCH && batch.iter().all(|input| !input.is_large) => batch.push(input),
            _ => batches.push(vec![input]),
        }
    }
    let dearest = Mutex::new(Cost::default());
    let number = u64::try_from(batches.len()).unwrap_or_default();
    let mut tally = over(number, |batch| {
        let batch = usize::try_from(batch).ok().and_then(|batch| batches.get(batch));
        let mut worker = Worker::new(sabotage);
        batch.into_iter().flatten().flat_map(|input| one(input, &mut worker, milliseconds, &dearest)).collect()
    });
    tally.cases = u64::try_from(count).unwrap_or_default();
    let dearest = dearest.into_inner().unwrap_or_default();
    let megabytes = dearest.kilobytes >> 10;
    tally.notes.push(format!("at most {} ms of processor time and {megabytes} MB", dearest.milliseconds));
    tally
}

fn one(input: &Input, worker: &mut Worker, milliseconds: u64, dearest: &Mutex<Cost>) -> Vec<String> {
    let name = &input.name;
    let cost = match worker.feed(input.file, &(input.make)()) {
        Ok(cost) => cost,
        Err(error) => return vec![format!("{name}: {error}")],
    };
    if let Ok(mut dearest) = dearest.lock() {
        dearest.milliseconds = dearest.milliseconds.max(cost.milliseconds);
        dearest.kilobytes = dearest.kilobytes.max(cost.kilobytes);
    }
    let mut out = Vec::new();
    if cost.milliseconds > milliseconds {
        out.push(format!("{name}: {} ms", cost.milliseconds));
    }
    if cost.kilobytes > KILOBYTES {
        out.push(format!("{name}: {} MB", cost.kilobytes >> 10));
    }
    if cost.obeyed {
        out.push(format!("{name}: a sign that a terminal obeys is in the output"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_the_planted_faults_is_found() {
        let tally = run(&Ask { seed: 1, long: false, sabotage: true }).unwrap();
        let said: Vec<&String> = tally.shown.iter().map(|(_, failure)| failure).collect();
        for part in ["process died", " ms", " MB", "terminal obeys", "a.xlsx: corner cells: the process died"] {
            assert!(said.iter().any(|failure| failure.contains(part)), "{part}: {said:?}");
        }
    }
}
