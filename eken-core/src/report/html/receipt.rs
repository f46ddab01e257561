//! The receipt: the digests, and the file that anyone can verify the assessment with.

use super::markup::Markup;
use crate::report::assessment::{Heading, how_to_verify, receipt_rows};
use crate::report::source::Source;
use crate::report::verify::ReceiptFile;

pub(super) fn write(markup: &mut Markup, source: &Source<'_>) {
    markup.tag("section", &[("id", "receipt")], |markup| {
        markup.leaf("h2", "", &Heading::Receipt.text(source.lang));
        markup.tag("dl", &[("class", "facts digests")], |markup| {
            for (label, digest) in receipt_rows(&source.assessment.receipt, source.lang) {
                markup.leaf("dt", "", label);
                markup.tag("dd", &[], |markup| markup.leaf("code", "", digest));
            }
        });
        markup.leaf("p", "", how_to_verify().get(source.lang));
        let file = serde_json::to_string_pretty(&ReceiptFile::of(source.assessment)).unwrap_or_default();
        markup.tag("pre", &[], |markup| markup.lines(&file));
    });
}

#[cfg(test)]
mod tests {
    use super::super::testing::{room, texts};
    use super::*;
    use crate::report::ReportOptions;
    use crate::report::testing::{TOWN, town};

    #[test]
    fn what_is_saved_from_the_page_is_the_receipt() {
        let (_, _, assessment) = town();
        let page = room(TOWN, &ReportOptions::default(), write);
        for digest in [&assessment.receipt.dossier, &assessment.receipt.verdicts] {
            assert!(page.matches(digest.as_str()).count() == 2, "{digest}");
        }
        let saved = texts(page.split("<pre>").nth(1).map(|rest| format!("<pre>{rest}")).as_deref().unwrap());
        assert_eq!(ReceiptFile::read(saved.trim()).unwrap(), ReceiptFile::of(&assessment));
    }
}
