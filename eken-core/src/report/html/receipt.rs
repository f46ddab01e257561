//! The receipt: the digests, and the file that anyone can verify the assessment with.

use super::markup::Markup;
use super::sheet::Sheet;
use crate::report::assessment::{Heading, receipt_rows};
use crate::report::verify::ReceiptFile;
use crate::words::Lang;

pub(super) fn write(markup: &mut Markup, sheet: &Sheet<'_>) {
    markup.tag("section", &[("id", "receipt")], |markup| {
        markup.leaf("h2", "", &Heading::Receipt.text(sheet.lang));
        markup.tag("dl", &[("class", "facts digests")], |markup| {
            for (label, digest) in receipt_rows(&sheet.assessment.receipt, sheet.lang) {
                markup.leaf("dt", "", label);
                markup.tag("dd", &[], |markup| markup.leaf("code", "", digest));
            }
        });
        markup.leaf("p", "", match sheet.lang {
            Lang::Zh => "核对办法：把下面一段存为 receipt.json，与档案放在一起，运行 eken verify receipt.json 档案.json；各项摘要都相同，说明档案、方案、选项和结论与本报告一致。",
            Lang::En => "To verify: save what follows as receipt.json beside the dossier and run eken verify receipt.json DOSSIER.json; where every digest is the same, dossier, plan, options and verdicts are those of this report.",
        });
        let file = serde_json::to_string_pretty(&ReceiptFile::of(sheet.assessment)).unwrap_or_default();
        markup.tag("pre", &[], |markup| markup.lines(&file));
    });
}

#[cfg(test)]
mod tests {
    use super::super::HtmlOptions;
    use super::super::testing::{room, texts};
    use super::*;
    use crate::report::testing::{TOWN, town};

    #[test]
    fn what_is_saved_from_the_page_is_the_receipt() {
        let (_, _, assessment) = town();
        let page = room(TOWN, &HtmlOptions::default(), write);
        for digest in [&assessment.receipt.dossier, &assessment.receipt.verdicts] {
            assert!(page.matches(digest.as_str()).count() == 2, "{digest}");
        }
        let saved = texts(page.split("<pre>").nth(1).map(|rest| format!("<pre>{rest}")).as_deref().unwrap());
        assert_eq!(ReceiptFile::read(saved.trim()).unwrap(), ReceiptFile::of(&assessment));
    }
}
