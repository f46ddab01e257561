//! One file under two documents.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::plain::plain;
use crate::validate::twice::Firsts;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["ISO/IEC 10118-3", "五(五)3"],
        summary: Label::new("同一文件登记为两份", "one file is filed as two documents"),
        message: Label::new(
            "文件摘要与 {first} 相同，是同一个文件",
            "the digest is that of {first} as well: it is the same file",
        ),
        help: Label::new(
            "只留一份，引用改到保留的编号；传错文件的，重新计算摘要",
            "keep one and change what refers to the other; where the wrong file was taken, compute the digest anew",
        ),
        example: r#"{"schema_version": 1, "documents": {"items": [{"id": "D1", "title": "例", "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}, {"id": "D2", "title": "例二", "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]}}"#,
        ..Spec::new("document.digest-twice", Severity::Warning)
    },
    check: |context, found| {
        let mut firsts = Firsts::new();
        for (row, document) in rows("documents", &context.dossier.documents) {
            let Some(digest) = found.value(&document.digest, || row.at("digest")) else { continue };
            // capitals and blanks are document.digest-form's
            if let Some(first) = firsts.earlier(plain(digest.as_str()), row) {
                found.at(row.at("digest"), vec![("first", first.pointer().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_later_document_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/documents/items/1/digest first=/documents/items/0"]);
    }

    #[test]
    fn other_digests_and_none_are_clean() {
        let dossier = r#"{"documents": {"items": [{"digest": "aa"}, {"digest": "ab"}, {}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"documents": {"items": [{"digest": 5}]}}"#),
            ["faulty /documents/items/0/digest"]
        );
    }
}
