//! `eken rules`: every rule of the check; and one rule for `eken explain CODE`.

use eken_core::error::Error;
use eken_core::report::{RuleDocument, rule_text, rules_text};
use eken_core::validate::catalogue;
use eken_core::words::Lang;

use super::{CLEAN, Outcome, failed, print_json};
use crate::args::{Format, RulesArgs};
use crate::output::{print, style};

pub(super) fn run(args: &RulesArgs, lang: Lang) -> Outcome {
    match args.format.format {
        Format::Text => print(&rules_text(&style(lang)))?,
        Format::Json => {
            print_json(&catalogue().into_iter().map(|spec| RuleDocument::new(spec, lang)).collect::<Vec<_>>())?;
        }
    }
    Ok(CLEAN)
}

/// The page of one rule.
pub(super) fn explain(code: &str, format: Format, lang: Lang) -> Outcome {
    let specs = catalogue();
    let Some(spec) = specs.iter().find(|spec| spec.code == code) else {
        let subject = |code: &str| code.split('.').next().unwrap_or_default().to_owned();
        let near: Vec<String> =
            specs.iter().filter(|spec| subject(spec.code) == subject(code)).map(|spec| spec.code.to_owned()).collect();
        let known = if near.is_empty() { vec!["eken rules".to_owned()] } else { near };
        return Err(failed(&Error::Unknown { kind: "rule", name: code.to_owned(), known }, lang));
    };
    match format {
        Format::Text => print(&rule_text(spec, &style(lang)))?,
        Format::Json => print_json(&RuleDocument::new(spec, lang))?,
    }
    Ok(CLEAN)
}
