//! JUnit XML: each file is a suite and each rule a case, so that a CI system shows which rule fails on which file.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::report::{FileDocument, FindingDocument, FindingsFile, ReadFile, UnreadFile};
use crate::validate::catalogue;
use crate::words::Lang;

/// The findings as JUnit XML. Findings of a severity among `failing` fail their case, others stand in its output; a rule that
/// was not evaluated everywhere, or whose findings are all waived, is skipped; a file that could not be read is an error.
pub fn junit_text(files: &FindingsFile, failing: &[Severity], lang: Lang) -> String {
    let suites: Vec<Suite> = files
        .files
        .iter()
        .map(|file| match file {
            FileDocument::Read(read) => suite(read, failing, lang),
            FileDocument::Unread(unread) => unreadable(unread),
        })
        .collect();
    let sum = |of: fn(&Suite) -> usize| suites.iter().map(of).fold(0, usize::saturating_add);
    let body: String = suites.iter().map(|suite| suite.text.as_str()).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"eken\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">\n{body}</testsuites>\n",
        sum(|suite| suite.tests),
        sum(|suite| suite.failures),
        sum(|suite| suite.errors),
        sum(|suite| suite.skipped)
    )
}

#[derive(Default)]
struct Suite {
    text: String,
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

impl Suite {
    fn close(mut self, file: &str) -> Self {
        let Self { tests, failures, errors, skipped, .. } = self;
        self.text = format!(
            "  <testsuite name=\"{}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\">\n{}  </testsuite>\n",
            escape(file),
            self.text
        );
        self
    }

    fn case(&mut self, name: &str, class: &str, inner: &str) {
        self.tests = self.tests.saturating_add(1);
        let (name, class) = (escape(name), escape(class));
        if inner.is_empty() {
            self.text.push_str(&format!("    <testcase classname=\"{class}\" name=\"{name}\"/>\n"));
        } else {
            self.text
                .push_str(&format!("    <testcase classname=\"{class}\" name=\"{name}\">\n{inner}    </testcase>\n"));
        }
    }
}

fn suite(read: &ReadFile, failing: &[Severity], lang: Lang) -> Suite {
    let mut by_code: BTreeMap<&str, Vec<&FindingDocument>> = BTreeMap::new();
    for finding in &read.findings {
        by_code.entry(&finding.code).or_default().push(finding);
    }
    let mut suite = Suite::default();
    for spec in catalogue() {
        let (subject, fault) = spec.code.split_once('.').unwrap_or((spec.code, ""));
        let mut inner = String::new();
        match by_code.get(spec.code).map(Vec::as_slice) {
            Some(found @ [first, ..]) => {
                let lines: String = found.iter().map(|finding| line(read, finding)).collect();
                let more = read.unlisted.get(spec.code).copied().unwrap_or_default();
                let total = found.len().saturating_add(more);
                let message = match lang {
                    Lang::Zh => format!("{}，{total}处", spec.summary.zh),
                    Lang::En => format!("{}, {total} found", spec.summary.en),
                };
                if failing.contains(&first.severity.0) {
                    suite.failures = suite.failures.saturating_add(1);
                    let kind = first.severity.0.code();
                    inner = format!(
                        "      <failure type=\"{kind}\" message=\"{}\">{}</failure>\n",
                        escape(&message),
                        escape(&lines)
                    );
                } else {
                    inner = format!("      <system-out>{}</system-out>\n", escape(&format!("{message}\n{lines}")));
                }
            }
            _ => {
                if let Some(waived) = read.waived.iter().find(|waived| waived.finding.code == spec.code) {
                    suite.skipped = suite.skipped.saturating_add(1);
                    inner = format!("      <skipped message=\"{}\"/>\n", escape(&waived.why(lang)));
                } else if let Some(skip) = read.not_evaluated.iter().find(|skip| skip.code == spec.code) {
                    suite.skipped = suite.skipped.saturating_add(1);
                    inner = format!("      <skipped message=\"{}\"/>\n", escape(&skip.message));
                }
            }
        }
        suite.case(fault, &format!("eken.{subject}"), &inner);
    }
    suite.close(&read.file)
}

fn unreadable(unread: &UnreadFile) -> Suite {
    let error = &unread.error;
    let place = match (error.line, error.column) {
        (Some(line), Some(column)) => format!("{}:{line}:{column}: ", unread.file),
        _ => format!("{}: ", unread.file),
    };
    let mut suite = Suite { errors: 1, ..Suite::default() };
    let inner = format!(
        "      <error type=\"{}\" message=\"{}\">{}</error>\n",
        escape(&error.code),
        escape(&error.message),
        escape(&format!("{place}{}\n{}", error.message, error.help))
    );
    suite.case("read", "eken", &inner);
    suite.close(&unread.file)
}

fn line(read: &ReadFile, finding: &FindingDocument) -> String {
    let FindingDocument { line, column, pointer, message, help, .. } = finding;
    format!("{}:{line}:{column} {pointer}: {message} ({help})\n", read.file)
}

/// Text in XML 1.0: markup is escaped, what XML cannot hold is left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::standard::testing::files;

    #[test]
    fn a_rule_fails_skips_or_passes_on_each_file() {
        let text = junit_text(&files(Lang::Zh), &[Severity::Error], Lang::Zh);
        let kinds = catalogue().len();
        assert!(
            text.contains(&format!("<testsuites name=\"eken\" tests=\"{}\" failures=\"2\" errors=\"1\"", kinds + 1)),
            "{text}"
        );
        assert!(text.contains("<testsuite name=\"上报/a b.json\""), "{text}");
        assert!(
            text.contains("classname=\"eken.entity\" name=\"code-check\">\n      <failure type=\"error\""),
            "{text}"
        );
        assert!(text.contains("上报/a b.json:2:46 /entities/items/0/code: "), "{text}");
        // a warning does not fail where only errors do
        assert!(text.contains("name=\"no-number\">\n      <system-out>"), "{text}");
        assert!(text.contains("<error type=\"json.syntax\""), "{text}");
        let strict = junit_text(&files(Lang::En), &Severity::ALL, Lang::En);
        assert!(strict.contains("failures=\"3\""), "{strict}");
        assert!(strict.contains("<testcase classname=\"eken.brand\" name=\"mother-not-public\"/>"), "{strict}");
        assert!(strict.contains("<skipped message=\"waived: 旧表"), "{strict}");
    }

    #[test]
    fn markup_and_what_xml_cannot_hold_is_escaped() {
        assert_eq!(escape("<a> & \"b\"\u{0}\u{8}\n"), "&lt;a&gt; &amp; &quot;b&quot;&#10;");
    }
}
