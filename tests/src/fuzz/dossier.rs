//! What the doors for dossiers share: the plan, reading, checking.

use std::sync::OnceLock;

use eken_core::finding::Finding;
use eken_core::json::{Tree, locate};
use eken_core::limits::Limits;
use eken_core::parse::{Parsed, parse};
use eken_core::plan::{Plan, builtin};
use eken_core::validate::{Checked, validate};

use super::target::{Held, holds};

/// The county's plan.
pub fn plan() -> &'static Plan {
    static PLAN: OnceLock<Plan> = OnceLock::new();
    PLAN.get_or_init(|| builtin("yuanqu-2023").expect("the county plan"))
}

/// A dossier read, or nothing when the bytes are none and the error says so.
pub fn read(bytes: &[u8]) -> Result<Option<Parsed>, String> {
    match parse(bytes, &Limits::default()) {
        Ok(parsed) => Ok(Some(parsed)),
        Err(error) => holds(!error.to_string().is_empty(), "an error has no words").map(|()| None),
    }
}

/// A dossier read and checked.
pub fn checked(bytes: &[u8]) -> Result<Option<Checked>, String> {
    Ok(read(bytes)?.map(|parsed| validate(parsed, plan())))
}

/// The text of a dossier without its mark.
pub fn text(bytes: &[u8]) -> &str {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Whether an object has two members of one name, anywhere.
pub fn is_doubled(tree: &Tree) -> bool {
    match tree {
        Tree::Object(members) => {
            let mut names: Vec<&str> = members.iter().map(|(name, _)| &**name).collect();
            names.sort_unstable();
            names.windows(2).any(|pair| pair[0] == pair[1]) || members.iter().any(|(_, value)| is_doubled(value))
        }
        Tree::Array(items) => items.iter().any(is_doubled),
        _ => false,
    }
}

/// Every finding stands in the text, and where its pointer leads to a value, at that value.
pub fn places_hold(findings: &[Finding], text: &str, raw: &Tree) -> Held {
    let lines: Vec<usize> = text.split('\n').map(|line| line.chars().count()).collect();
    for finding in findings {
        let line = finding.place.line.checked_sub(1).and_then(|line| lines.get(line));
        let is_there = line.is_some_and(|length| (1..=length + 1).contains(&finding.place.column));
        holds(is_there, &format!("{} stands nowhere in the text", finding.code()))?;
    }
    if is_doubled(raw) {
        return Ok(());
    }
    let led: Vec<&Finding> = findings.iter().filter(|finding| raw.at(&finding.pointer).is_some()).collect();
    let pointers: Vec<&str> = led.iter().map(|finding| finding.pointer.as_str()).collect();
    for (finding, place) in led.iter().zip(locate(text, &pointers, &Limits::default())) {
        holds(finding.place == place, &format!("{} stands elsewhere than its pointer leads", finding.code()))?;
    }
    Ok(())
}
