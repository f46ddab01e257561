//! SARIF 2.1.0 (OASIS): editors and code hosts show each finding at its line and column.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::finding::{Severity, Spec};
use crate::report::sentence::general_help;
use crate::report::{FileDocument, FindingDocument, FindingsFile, UnreadFile, WaivedDocument};
use crate::validate::catalogue;
use crate::words::Lang;

/// The findings of all files as one SARIF log with one run. A waived finding is a suppressed result; a file that could not be
/// read is a notification of the run, which then was not successful.
pub fn sarif_text(files: &FindingsFile, lang: Lang) -> String {
    let specs: BTreeMap<&str, &Spec> = catalogue().into_iter().map(|spec| (spec.code, spec)).collect();
    let mut log = Log { lang, specs, rules: Vec::new(), results: Vec::new(), unread: Vec::new() };
    let mut artifacts = Vec::new();
    for (index, file) in files.files.iter().enumerate() {
        match file {
            FileDocument::Read(read) => {
                artifacts.push(artifact(&read.file));
                let place = Artifact { uri: uri(&read.file), index };
                for finding in &read.findings {
                    let result = log.result(finding, &place);
                    log.results.push(result.into());
                }
                for waived in &read.waived {
                    let mut result = log.result(&waived.finding, &place);
                    result.insert("suppressions".to_owned(), json!([suppression(waived, lang)]));
                    log.results.push(result.into());
                }
            }
            FileDocument::Unread(unread) => {
                artifacts.push(artifact(&unread.file));
                log.unread.push(notification(unread, index));
            }
        }
    }
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "eken",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": language(lang),
                "rules": log.rules.iter().map(|spec| rule(spec, lang)).collect::<Vec<_>>(),
            }},
            "language": language(lang),
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": log.unread.is_empty(),
                "toolExecutionNotifications": log.unread,
            }],
            "artifacts": artifacts,
            "results": log.results,
        }],
    });
    format!("{document:#}\n")
}

struct Artifact {
    uri: String,
    index: usize,
}

struct Log<'a> {
    lang: Lang,
    specs: BTreeMap<&'a str, &'a Spec>,
    /// The kinds met so far, in the order of their first finding.
    rules: Vec<&'a Spec>,
    results: Vec<Value>,
    unread: Vec<Value>,
}

impl Log<'_> {
    fn result(&mut self, finding: &FindingDocument, at: &Artifact) -> Map<String, Value> {
        let help = if finding.help.is_empty() {
            String::new()
        } else {
            match self.lang {
                Lang::Zh => format!("。改法：{}", finding.help),
                Lang::En => format!(". Help: {}", finding.help),
            }
        };
        let mut physical = object([("artifactLocation", json!({"uri": at.uri, "index": at.index}))]);
        let mut logical = vec![json!({"fullyQualifiedName": finding.pointer, "kind": "value"})];
        match &finding.cell {
            // a workbook has no lines: its cell stands for the place
            Some(cell) => logical.push(json!({"fullyQualifiedName": cell, "kind": "cell"})),
            None => physical.extend([region(finding.line, finding.column)]),
        }
        let mut result = object([
            ("ruleId", json!(finding.code)),
            ("level", level(finding.severity.0).into()),
            ("message", json!({"text": format!("{}{help}", finding.message)})),
            ("locations", json!([{"physicalLocation": physical, "logicalLocations": logical}])),
            ("properties", json!({"clauses": finding.clauses, "params": finding.params})),
        ]);
        result.extend(self.index(&finding.code).map(|index| ("ruleIndex".to_owned(), index.into())));
        result
    }

    fn index(&mut self, code: &str) -> Option<usize> {
        let spec = self.specs.get(code)?;
        let held = self.rules.iter().position(|rule| rule.code == code);
        Some(held.unwrap_or_else(|| {
            self.rules.push(spec);
            self.rules.len().saturating_sub(1)
        }))
    }
}

fn rule(spec: &Spec, lang: Lang) -> Value {
    json!({
        "id": spec.code,
        "shortDescription": {"text": spec.summary.get(lang)},
        "help": {"text": general_help(spec, lang)},
        "defaultConfiguration": {"level": level(spec.severity)},
        "properties": {"clauses": spec.clauses},
    })
}

fn suppression(waived: &WaivedDocument, lang: Lang) -> Value {
    json!({"kind": "external", "status": "accepted", "justification": waived.why(lang)})
}

fn notification(unread: &UnreadFile, index: usize) -> Value {
    let mut place = object([("artifactLocation", json!({"uri": uri(&unread.file), "index": index}))]);
    place.extend(unread.error.line.zip(unread.error.column).map(|(line, column)| region(line, column)));
    json!({
        "level": "error",
        "message": {"text": unread.error.message},
        "descriptor": {"id": unread.error.code},
        "locations": [{"physicalLocation": place}],
    })
}

/// A place in a text, as a member of what it is in.
fn region(line: usize, column: usize) -> (String, Value) {
    ("region".to_owned(), json!({"startLine": line, "startColumn": column}))
}

fn object<const N: usize>(members: [(&str, Value); N]) -> Map<String, Value> {
    members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn artifact(file: &str) -> Value {
    json!({"location": {"uri": uri(file)}, "mimeType": "application/json", "encoding": "UTF-8"})
}

/// The file's name as a URI reference (RFC 3986): what may not stand in one is percent-encoded, a drive is a `file:` URI.
fn uri(file: &str) -> String {
    let file = file.replace('\\', "/");
    let mut out = String::new();
    if file.split('/').next().is_some_and(|first| first.len() == 2 && first.ends_with(':')) {
        out.push_str("file:///");
    }
    let first = file.split('/').next().map_or(0, str::len);
    for (at, byte) in file.bytes().enumerate() {
        let drive = byte == b':' && out.starts_with("file:");
        // a colon in the first segment would read as a scheme
        let plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) || drive || (byte == b':' && at > first);
        if plain {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en-US",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::ErrorDocument;
    use crate::report::standard::testing::files;

    #[test]
    fn every_finding_is_a_result_at_its_place_and_a_waived_one_is_suppressed() {
        let log: Value = serde_json::from_str(&sarif_text(&files(Lang::Zh), Lang::Zh)).unwrap();
        let run = &log["runs"][0];
        let results = run["results"].as_array().unwrap();
        let shown: Vec<_> =
            results.iter().map(|r| (r["ruleId"].as_str().unwrap(), r["level"].as_str().unwrap())).collect();
        assert_eq!(
            shown,
            [
                ("entity.code-check", "error"),
                ("structure.type", "error"),
                ("instrument.no-number", "warning"),
                ("structure.unknown-field", "warning"),
            ]
        );
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        }
        let place = &results[0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "%E4%B8%8A%E6%8A%A5/a%20b.json");
        assert_eq!(place["region"], json!({"startLine": 2, "startColumn": 46}));
        assert_eq!(results[3]["suppressions"][0]["justification"], "豁免：旧表（县工科局，至2024-06-30）");
        assert!(results[0]["suppressions"].is_null());
        let invocation = &run["invocations"][0];
        assert_eq!(invocation["executionSuccessful"], false);
        assert_eq!(invocation["toolExecutionNotifications"][0]["descriptor"]["id"], "json.syntax");
    }

    #[test]
    fn a_file_name_becomes_a_uri() {
        for (name, expected) in [
            ("-", "-"),
            ("a/b.json", "a/b.json"),
            ("a#b?.json", "a%23b%3F.json"),
            ("a:b.json", "a%3Ab.json"),
            ("C:\\上\\b.json", "file:///C:/%E4%B8%8A/b.json"),
            ("/tmp/a:b", "/tmp/a:b"),
        ] {
            assert_eq!(uri(name), expected);
        }
    }

    #[test]
    fn a_finding_without_help_says_what_is_wrong_and_no_more() {
        let mut files = files(Lang::En);
        let FileDocument::Read(read) = &mut files.files[0] else { panic!("not read") };
        let message = read.findings[0].message.clone();
        let said = |files: &FindingsFile| {
            let log: Value = serde_json::from_str(&sarif_text(files, Lang::En)).unwrap();
            log["runs"][0]["results"][0]["message"]["text"].as_str().unwrap().to_owned()
        };
        assert!(said(&files).starts_with(&format!("{message}. Help: ")), "{}", said(&files));
        let FileDocument::Read(read) = &mut files.files[0] else { panic!("not read") };
        read.findings[0].help = String::new();
        assert_eq!(said(&files), message);
    }

    #[test]
    fn a_file_that_could_not_be_opened_has_no_line() {
        let error = ErrorDocument {
            code: "file.open".to_owned(),
            message: "cannot be opened".to_owned(),
            help: String::new(),
            line: None,
            column: None,
        };
        let mut files = files(Lang::En);
        files.files.push(FileDocument::unread("c.json", error));
        let log: Value = serde_json::from_str(&sarif_text(&files, Lang::En)).unwrap();
        let told = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"];
        let place = |nth: usize| told[nth]["locations"][0]["physicalLocation"].clone();
        assert_eq!(
            place(0),
            json!({"artifactLocation": {"uri": "b.json", "index": 1}, "region": {"startLine": 2, "startColumn": 3}})
        );
        assert_eq!(place(1), json!({"artifactLocation": {"uri": "c.json", "index": 2}}));
    }
}
