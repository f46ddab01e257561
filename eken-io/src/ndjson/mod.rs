//! NDJSON: one dossier a line. Lines are read one by one, worked on side by side, and answered in the order of the file.

mod dossier;
mod error;
mod lines;
mod pool;
mod run;

pub use dossier::checked;
pub use error::Error;
pub use lines::{Content, Line, Lines};
pub use pool::{Answer, Pool, Weight, in_order};
pub use run::{Ended, LINE, Options, Record, each_record};
