//! Findings in the formats that other tools read: SARIF for editors and code hosts, JUnit for CI, the validation report of
//! official statistics, one JSON object a line for streams. All are made of the same [`FindingsFile`](super::FindingsFile).

mod ess;
mod junit;
mod ndjson;
mod sarif;
#[cfg(test)]
mod testing;

pub use ess::ess_text;
pub use junit::junit_text;
pub use ndjson::ndjson_lines;
pub use sarif::sarif_text;
