//! Verdicts: how a town stands on each indicator of a plan, exactly, three-valued, and why.

mod annual;
mod areas_in_common;
mod attendance;
mod bounded;
mod candidates;
mod declared;
mod entities;
mod exemption;
mod facilities;
mod figure;
mod fostering;
mod index;
mod instruments;
mod judged;
mod lack;
pub mod measure;
mod measured;
mod on_file;
mod options;
mod outcome;
mod receipt;
mod repeated;
mod run;
mod sensitivity;
mod series;
mod stock;
mod sum;
#[cfg(test)]
mod testing;
mod truth;
mod verdict;
mod view;
mod years;

pub use bounded::Unlisted;
pub(crate) use bounded::place;
pub use lack::{Lack, LackKind, Note, NoteKind};
pub use measured::{Measured, Value};
pub use options::Options;
pub use outcome::{Assessment, Counts, CriterionResult, ReadingUsed, Standing, YearResult};
pub use receipt::{Receipt, plan_digest};
pub use run::{Assessor, assess};
pub use sensitivity::{Dependence, differences, sensitivity};
pub use truth::Truth;
pub use verdict::{Required, Verdict, required};
pub use view::View;
