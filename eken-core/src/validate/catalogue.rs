//! Every kind of finding, for the reference pages, the schema and the help of the command.

use super::run::rules;
use super::waiver::WAIVERS;
use crate::finding::Spec;
use crate::parse::{STRUCTURE, TABLES};

/// Every kind of finding: those of reading, of sheets and cells, of the rules and of waivers, by code.
pub fn catalogue() -> Vec<&'static Spec> {
    let mut specs: Vec<&Spec> =
        STRUCTURE.iter().chain(TABLES).chain(rules().map(|rule| &rule.spec)).chain(&WAIVERS).collect();
    specs.sort_by_key(|spec| spec.code);
    specs
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::json::Reader;
    use crate::limits::Limits;
    use crate::parse::parse;
    use crate::validate::testing::findings;
    use crate::words::Label;

    fn parameters(text: &str) -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(name, _)| name)
            .filter(|name| is_name(name))
            .collect()
    }

    /// Words also show JSON in braces; a parameter is letters and underscores only.
    fn is_name(text: &str) -> bool {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    }

    fn check(faults: &[String]) {
        assert!(faults.is_empty(), "mend these (docs/how-to-add-a-rule.md):\n{}", faults.join("\n"));
    }

    #[test]
    fn every_kind_of_finding_has_all_its_words_in_both_languages() {
        let mut faults = Vec::new();
        for spec in catalogue() {
            let Label { zh, en } = spec.help;
            for (what, zh, en) in [
                ("summary", spec.summary.zh, spec.summary.en),
                ("message", spec.message.zh, spec.message.en),
                ("help", zh, en),
            ] {
                let code = spec.code;
                if zh.is_ascii() {
                    faults.push(format!("{code}: write its {what} in Chinese"));
                }
                if en.trim().is_empty() || en.chars().any(|sign| matches!(sign, '\u{3000}'..='\u{9fff}' | '；' | '，'))
                {
                    faults.push(format!("{code}: write its {what} in English"));
                }
                if en.ends_with('.') || zh.ends_with('。') {
                    faults.push(format!("{code}: take the full stop off its {what}"));
                }
                if parameters(zh) != parameters(en) {
                    faults.push(format!("{code}: give its {what} the same parameters in both languages"));
                }
            }
            if !parameters(spec.summary.zh).is_empty() {
                faults.push(format!("{}: take the parameters out of its summary", spec.code));
            }
        }
        check(&faults);
    }

    #[test]
    fn codes_are_a_subject_and_a_fault_and_each_stands_once() {
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        for spec in catalogue() {
            let part = |text: &str| {
                !text.is_empty()
                    && text
                        .split('-')
                        .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase()))
            };
            if !spec.code.split_once('.').is_some_and(|(subject, fault)| part(subject) && part(fault)) {
                faults.push(format!("{}: write the code as subject.fault, lower case with hyphens", spec.code));
            }
            if !seen.insert(spec.code) {
                faults.push(format!("{}: the code stands twice; choose another", spec.code));
            }
        }
        check(&faults);
    }

    #[test]
    fn every_example_is_json() {
        let mut faults = Vec::new();
        for spec in catalogue() {
            let limits = Limits::default();
            let mut reader = Reader::new(spec.example, &limits);
            reader.skip();
            reader.end();
            let (_, _, ended) = reader.finish();
            if ended.is_some() || spec.example.is_empty() {
                faults.push(format!("{}: give an example that is JSON", spec.code));
            }
        }
        check(&faults);
    }

    #[test]
    fn every_rule_rests_on_a_clause_and_fires_on_its_example_with_the_parameters_of_its_words() {
        let mut faults = Vec::new();
        for rule in rules() {
            let spec = &rule.spec;
            let code = spec.code;
            if spec.clauses.is_empty() {
                faults.push(format!("{code}: name the clause or standard it rests on"));
            }
            let parsed = parse(spec.example.as_bytes(), &Limits::default()).unwrap();
            for finding in parsed.findings() {
                faults.push(format!(
                    "{code}: its example is not sound otherwise: {} {}",
                    finding.code(),
                    finding.pointer
                ));
            }
            let found = findings(rule, spec.example);
            if found.is_empty() {
                faults.push(format!("{code}: give a whole dossier as example in which the rule finds its fault"));
            }
            let passed: BTreeSet<&str> =
                found.iter().flat_map(|finding| &finding.params).map(|(name, _)| *name).collect();
            for name in parameters(spec.message.zh).union(&parameters(spec.help.zh)) {
                if !passed.contains(name) {
                    faults.push(format!(
                        "{code}: no finding on its example passes {{{name}}}; pass it or widen the example"
                    ));
                }
            }
            for name in &passed {
                if !parameters(spec.message.zh).contains(name) && !parameters(spec.help.zh).contains(name) {
                    faults.push(format!("{code}: {{{name}}} is passed and no word uses it"));
                }
            }
        }
        check(&faults);
    }

    #[test]
    fn every_file_holds_the_rule_it_is_named_after() {
        let codes: BTreeSet<&str> = rules().map(|rule| rule.spec.code).collect();
        let mut faults = Vec::new();
        let mut files = 0;
        for file in rule_files() {
            files += 1;
            let name = |path: Option<&std::ffi::OsStr>| path.unwrap().to_str().unwrap().replace('_', "-");
            let (subject, fault) = (name(file.parent().unwrap().file_name()), name(file.file_stem()));
            let text = std::fs::read_to_string(&file).unwrap();
            // `payments.…` lives with `payment.…`
            let code = codes.iter().find(|code| {
                code.strip_prefix(&subject).is_some_and(|rest| rest.trim_start_matches('s') == format!(".{fault}"))
            });
            match code {
                None => faults.push(format!(
                    "{}: list it in the mod.rs of its folder, or name it after its code",
                    file.display()
                )),
                Some(code) if !text.contains(&format!("\"{code}\"")) => {
                    faults.push(format!("{}: it should hold the rule {code}", file.display()));
                }
                Some(_) => {}
            }
            if text.matches("#[test]").count() < 2 {
                faults.push(format!("{}: test one clean and one faulty case at least", file.display()));
            }
        }
        assert_eq!(files, codes.len(), "one file a rule");
        check(&faults);
    }

    fn rule_files() -> Vec<PathBuf> {
        let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/validate");
        let folders = std::fs::read_dir(room).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
        let files = folders.flat_map(|folder| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
        files.filter(|path| path.file_stem().is_some_and(|stem| stem != "mod")).collect()
    }
}
