//! An assessment as tables, for a workbook: the same data and the same words as the page in HTML, cell by cell.

mod criteria;
mod each;
mod figures;
mod findings;
mod leaf;
mod names;
mod readings;
mod receipt;
mod summary;
#[cfg(test)]
mod testing;
mod verdicts;
mod work;

pub use leaf::{Book, Cell, Leaf, Line, Number, Part, Table, Tone};

use super::rendition::ReportOptions;
use super::source::Source;
use crate::assess::Assessment;
use crate::plan::Plan;
use crate::validate::Checked;

/// The whole assessment of one dossier as tables: the same input gives the same tables.
pub fn book(assessment: &Assessment, checked: &Checked, plan: &Plan, options: &ReportOptions<'_>) -> Book {
    let source = Source::new(assessment, checked, plan, options);
    let mut leaves = vec![
        summary::leaf(&source),
        verdicts::leaf(&source),
        criteria::leaf(&source),
        work::leaf(&source),
        findings::leaf(&source),
    ];
    if source.is_internal() {
        leaves.push(each::leaf(&source));
    }
    leaves.extend([findings::unevaluated(&source), readings::leaf(&source), receipt::leaf(&source)]);
    Book {
        lang: options.lang,
        name: source.name(),
        mark: options.rendition.mark().get(options.lang),
        internal: source.is_internal(),
        leaves,
    }
}
