//! The validation report of the European statistical system (ESS, structure 1.0.0 of 2017): a list of validations, each with
//! its event, rule, data and outcome `0` (failed), `1` (passed) or `NA` (not evaluated).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::finding::{Severity, Spec};
use crate::report::{FileDocument, FindingsFile, ReadFile};
use crate::validate::catalogue;
use crate::words::Lang;

/// The outcome of every rule on every file that was read: one validation with `0` for each finding that is listed, one with
/// `1` for a rule that found nothing, one with `NA` for each place that a rule could not look at. What is waived is `0` too, with
/// the waiver in its description. `time` is when it was done, in ISO 8601.
/// A file that could not be read is in it with the one rule `read`.
pub fn ess_text(files: &FindingsFile, time: &str, lang: Lang) -> String {
    let mut report = Report { event: event(time), out: Vec::new() };
    for file in &files.files {
        match file {
            FileDocument::Read(read) => report.file(read, lang),
            FileDocument::Unread(unread) => {
                let error = &unread.error;
                let rule = json!({
                    "language": LANGUAGE, "expression": error.code, "severity": "error", "description": error.message,
                });
                report.add(rule, &unread.file, "", &error.message, "0");
            }
        }
    }
    format!("{:#}\n", Value::Array(report.out))
}

/// The language that the rules are written in.
const LANGUAGE: &str = concat!("eken ", env!("CARGO_PKG_VERSION"));

struct Report {
    event: Value,
    out: Vec<Value>,
}

impl Report {
    fn file(&mut self, read: &ReadFile, lang: Lang) {
        let specs = catalogue();
        let spec_of = |code: &str| specs.iter().find(|spec| spec.code == code);
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let found = read.findings.iter().map(|finding| (finding, finding.message.clone()));
        let waived = read.waived.iter().map(|waived| {
            let (message, why) = (&waived.finding.message, waived.why(lang));
            (&waived.finding, format!("{message}; {why}"))
        });
        let told = found.chain(waived).filter_map(|(finding, said)| Some((spec_of(&finding.code)?, finding, said)));
        for (spec, finding, said) in told {
            seen.insert(spec.code);
            self.add(rule(spec, finding.severity.0, lang), &read.file, &finding.pointer, &said, "0");
        }
        for (spec, skip) in read.not_evaluated.iter().filter_map(|skip| Some((spec_of(&skip.code)?, skip))) {
            seen.insert(spec.code);
            for pointer in &skip.pointers {
                self.add(rule(spec, spec.severity, lang), &read.file, pointer, &skip.message, "NA");
            }
        }
        for spec in specs.iter().filter(|spec| !seen.contains(spec.code)) {
            self.add(rule(spec, spec.severity, lang), &read.file, "", "", "1");
        }
    }

    fn add(&mut self, rule: Value, file: &str, pointer: &str, description: &str, value: &str) {
        self.out.push(json!({
            "id": format!("{:06}", self.out.len().saturating_add(1)),
            "type": "validation",
            "event": self.event,
            "rule": rule,
            "data": {"source": [file], "target": [format!("{file}#{pointer}")], "description": description},
            "value": value,
        }));
    }
}

fn event(time: &str) -> Value {
    json!({"time": time, "actor": LANGUAGE, "agent": "", "trigger": ""})
}

fn rule(spec: &Spec, severity: Severity, lang: Lang) -> Value {
    json!({
        "language": LANGUAGE,
        "expression": spec.code,
        "severity": match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "information",
        },
        "description": spec.summary.get(lang),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::standard::testing::files;

    /// The structure 1.0.0, in words of this house.
    fn is_validation(item: &Value) -> bool {
        let texts = |value: &Value, names: &[&str]| names.iter().all(|name| value[*name].is_string());
        let list = |value: &Value| value.as_array().is_some_and(|items| items.iter().all(Value::is_string));
        let among = |value: &Value, known: &[&str]| value.as_str().is_some_and(|text| known.contains(&text));
        item["id"].is_string()
            && item["type"] == "validation"
            && texts(&item["event"], &["time", "actor", "agent", "trigger"])
            && texts(&item["rule"], &["language", "expression", "description"])
            && among(&item["rule"]["severity"], &["error", "warning", "information"])
            && list(&item["data"]["source"])
            && list(&item["data"]["target"])
            && among(&item["value"], &["0", "1", "NA"])
    }

    #[test]
    fn every_rule_has_an_outcome_on_every_file() {
        let report: Value =
            serde_json::from_str(&ess_text(&files(Lang::En), "2026-01-01T00:00:00Z", Lang::En)).unwrap();
        let items = report.as_array().unwrap();
        assert!(items.iter().all(is_validation));
        let ids: BTreeSet<_> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), items.len());
        let of = |code: &str| -> Vec<(&str, &str)> {
            let mine = items.iter().filter(|item| item["rule"]["expression"] == code);
            mine.map(|item| (item["value"].as_str().unwrap(), item["data"]["target"][0].as_str().unwrap())).collect()
        };
        assert_eq!(
            of("entity.code-check"),
            [("0", "上报/a b.json#/entities/items/0/code"), ("NA", "上报/a b.json#/entities/items/1/code")]
        );
        assert_eq!(of("structure.unknown-field"), [("0", "上报/a b.json#/tow")]);
        assert_eq!(of("brand.mother-not-public"), [("1", "上报/a b.json#")]);
        assert_eq!(of("json.syntax"), [("0", "b.json#")]);
        let covered: BTreeSet<_> = items.iter().map(|item| item["rule"]["expression"].as_str().unwrap()).collect();
        assert!(catalogue().iter().all(|spec| covered.contains(spec.code)));
    }
}
