//! Schema: the reader, the `jsonschema` crate, ajv and Python jsonschema pass the same verdict on every document. The work is
//! done by `tests/conformance/run`.

use std::process::Command;

use super::proof::{Ask, Proof, Tally};
use crate::generated::root;

/// The proof.
pub const PROOF: Proof =
    Proof { name: "schema", about: "eken, the jsonschema crate, ajv and Python jsonschema never disagree", run };

/// Documents of one call; a long run is many calls with seeds of their own.
const DOCUMENTS: u64 = 100_000;
/// What the line with the counts begins with.
const HEAD: &str = "schema: ";

fn run(ask: &Ask) -> Result<Tally, String> {
    // the classes of change are all to be hit often, which takes some thousands of documents
    let count = ask.size(5_000, DOCUMENTS, DOCUMENTS);
    let mut tally = Tally::default();
    for call in 0..ask.size(1, 1, 50) {
        let seed = ask.seed.wrapping_add(call);
        let mut command = Command::new(root().join("tests/conformance/run"));
        command.args([count.to_string(), seed.to_string()]).current_dir(root());
        if ask.sabotage {
            command.env("EKEN_SABOTAGE", "1");
        }
        let done = command.output().map_err(|error| format!("tests/conformance/run: {error}"))?;
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
        let (out, error) = (text(done.stdout), text(done.stderr));
        let Some((documents, disagreements)) = out.lines().chain(error.lines()).find_map(counted) else {
            return Err(format!("tests/conformance/run gives no count:\n{error}"));
        };
        tally.cases = tally.cases.saturating_add(documents);
        tally.failures = tally.failures.saturating_add(disagreements);
        if !done.status.success() {
            tally.shown.push((call, error));
            tally.failures = tally.failures.max(1);
        }
    }
    Ok(tally)
}

/// The counts of a line `schema: 10000 documents, 0 disagreements…`.
fn counted(line: &str) -> Option<(u64, u64)> {
    let (documents, rest) = line.strip_prefix(HEAD)?.split_once(" documents, ")?;
    let (disagreements, _) = rest.split_once(" disagreements")?;
    Some((documents.parse().ok()?, disagreements.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_are_read_from_what_the_run_prints() {
        assert_eq!(counted("schema: 10000 documents, 0 disagreements, classes {a: 50}"), Some((10_000, 0)));
        assert_eq!(counted("schema: 100 documents, 7 disagreements (1 = sound)"), Some((100, 7)));
        assert_eq!(counted("schema: 4 sound, 6 refused; 3 fields, each met at least 50 times"), None);
    }
}
