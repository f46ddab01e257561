//! The digest of a document on file.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

/// Digits of a SHA-256 digest in hexadecimal.
const DIGITS: usize = 64;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["ISO/IEC 10118-3"],
        summary: Label::new("文件摘要不是64位小写十六进制数", "a digest is not 64 lower-case hexadecimal digits"),
        message: Label::new(
            "文件摘要不是 SHA-256；应为64位，实为{length}位；第{position}位不是小写十六进制数字",
            "the digest is no SHA-256; 64 digits expected, {length} found; the character in place {position} is no lower-case hexadecimal digit",
        ),
        help: Label::new(
            "对文件重新计算 SHA-256，如 sha256sum 文件名，填其小写结果",
            "compute it anew, as with sha256sum FILE, and give it in lower case",
        ),
        example: r#"{"schema_version": 1, "documents": {"items": [{"id": "D1", "title": "例", "digest": "9f86d081"},
  {"id": "D2", "title": "例", "digest": "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"}]}}"#,
        ..Spec::new("document.digest-form", Severity::Error)
    },
    check: |context, found| {
        for (row, document) in rows("documents", &context.dossier.documents) {
            let Some(digest) = found.value(&document.digest, || row.at("digest")) else { continue };
            let length = digest.as_str().chars().count();
            let is_digit = |sign: char| matches!(sign, '0'..='9' | 'a'..='f');
            if length != DIGITS {
                found.at(row.at("digest"), vec![("length", length.into())]);
            } else if let Some(position) = digest.as_str().chars().position(|sign| !is_digit(sign)) {
                found.at(row.at("digest"), vec![("position", position.saturating_add(1).into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_short_digest_and_one_in_capitals_are_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/documents/items/0/digest length=8", "/documents/items/1/digest position=2"]
        );
    }

    #[test]
    fn sixty_four_lower_case_digits_are_clean() {
        let digest = "0123456789abcdef".repeat(4);
        assert_eq!(
            found(&RULE, &format!(r#"{{"documents": {{"items": [{{"digest": "{digest}"}}, {{}}]}}}}"#)),
            [""; 0]
        );
    }
}
