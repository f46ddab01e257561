//! The receipt: the digests, and the file that anyone can verify the assessment with.

use super::leaf::{Cell, Leaf, Part, Table};
use super::names;
use crate::report::assessment::{Heading, how_to_verify, receipt_rows};
use crate::report::source::Source;
use crate::report::verify::ReceiptFile;

const WIDTHS: [u16; 2] = [14, 86];

pub(super) fn leaf(source: &Source<'_>) -> Leaf {
    let lang = source.lang;
    let rows = receipt_rows(&source.assessment.receipt, lang);
    let file = serde_json::to_string_pretty(&ReceiptFile::of(source.assessment)).unwrap_or_default();
    let parts = vec![
        Table::pairs(rows.map(|(label, digest)| (Cell::text(label), digest.to_owned()))),
        Part::Text(how_to_verify().get(lang).to_owned()),
        Part::Lines(file.lines().map(str::to_owned).collect()),
    ];
    Leaf { name: names::RECEIPT.get(lang), title: Heading::Receipt.text(lang), widths: WIDTHS.to_vec(), parts }
}

#[cfg(test)]
mod tests {
    use super::super::testing::book;
    use super::*;
    use crate::report::ReportOptions;
    use crate::report::testing::town;

    #[test]
    fn its_lines_are_the_receipt_that_verify_takes() {
        let (_, _, assessment) = town();
        let book = book(&ReportOptions::default());
        let leaf = book.leaves.last().unwrap();
        let lines = leaf.parts.iter().find_map(|part| match part {
            Part::Lines(lines) => Some(lines.join("\n")),
            _ => None,
        });
        let file: ReceiptFile = serde_json::from_str(&lines.unwrap()).unwrap();
        assert_eq!(file, ReceiptFile::of(&assessment));
    }
}
