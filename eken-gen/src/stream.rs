//! A stream of dossiers, one a line (NDJSON), in flat memory: one dossier is held at a time.

use std::io::Write;

use crate::chance::{Chance, seed_of};
use crate::error::Error;
use crate::generate::{Generated, generate};
use crate::spec::{LEAST, LEAST_WHOLE, Size, Spec};

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many dossiers.
    pub dossiers: u64,
    /// Bytes of them all.
    pub bytes: u64,
    /// How many faults were planted.
    pub planted: u64,
}

/// Sizes of the dossiers of a stream in kilobytes: most are small, a few large.
const SIZES: [u64; 12] = [60, 60, 60, 65, 60, 70, 80, 100, 130, 200, 400, 1_100];

/// Writes the dossiers of a spec to one sink, and what is known of each to another: one line of JSON for each dossier.
///
/// # Errors
/// When the spec cannot be met, or a sink does not take what is written.
pub fn stream(spec: &Spec, out: &mut dyn Write, known: &mut dyn Write) -> Result<Summary, Error> {
    spec.check()?;
    let mut summary = Summary::default();
    if !spec.is_stream() {
        write(&mut summary, spec, &generate(spec)?, out, known)?;
        return Ok(summary);
    }
    let mut chance = Chance::new(spec.seed, "stream");
    let least = if spec.is_whole() { LEAST_WHOLE } else { LEAST };
    loop {
        let left = spec.size.0.saturating_sub(summary.bytes);
        if left < least {
            return Ok(summary);
        }
        let size = chance.one(&SIZES).saturating_mul(1_000);
        // the last one takes what is left
        let size = if left < size.saturating_add(least) { left } else { size };
        let seed = seed_of(spec.seed, summary.dossiers);
        let one = Spec { seed, size: Size(size), ..spec.clone() };
        write(&mut summary, &one, &generate(&one)?, out, known)?;
    }
}

fn write(
    summary: &mut Summary,
    spec: &Spec,
    made: &Generated,
    out: &mut dyn Write,
    known: &mut dyn Write,
) -> Result<(), Error> {
    out.write_all(made.text.as_bytes())?;
    summary.dossiers = summary.dossiers.saturating_add(1);
    summary.bytes = summary.bytes.saturating_add(u64::try_from(made.text.len()).unwrap_or(u64::MAX));
    summary.planted = summary.planted.saturating_add(u64::try_from(made.planted.len()).unwrap_or_default());
    known.write_all(made.known(spec, summary.dossiers).as_bytes())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use eken_core::model::CountyTier;

    /// A sink that keeps counts, not bytes, and the longest write.
    #[derive(Default)]
    struct Counter {
        bytes: usize,
        lines: usize,
        longest: usize,
    }

    impl Write for Counter {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.bytes = self.bytes.saturating_add(bytes.len());
            self.lines = self.lines.saturating_add(bytes.iter().filter(|byte| **byte == b'\n').count());
            self.longest = self.longest.max(bytes.len());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_stream_has_its_size_and_is_written_dossier_by_dossier() {
        let spec = Spec::clean(CountyTier::KeyAssistance, 5, Size(9_000_000));
        let (mut out, mut known) = (Counter::default(), Counter::default());
        let summary = stream(&spec, &mut out, &mut known).unwrap();
        let counted = |count: usize| u64::try_from(count).unwrap();
        assert_eq!((summary.bytes, summary.dossiers), (counted(out.bytes), counted(out.lines)));
        assert_eq!(counted(known.lines), summary.dossiers);
        assert!(summary.dossiers > 20, "{summary:?}");
        assert!(out.bytes.abs_diff(9_000_000) < 900_000, "{summary:?}");
        // one dossier is held at a time, none larger than the largest of the table and a tenth
        assert!(out.longest < 1_300_000, "{}", out.longest);
    }
}
