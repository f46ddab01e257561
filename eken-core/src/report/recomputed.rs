//! An assessment in JSON held against the one computed anew, field by field.

use serde::Serialize;

use super::verify::ReceiptFile;
use super::wire::AssessmentDocument;
use crate::assess::{Options, assess, differences, sensitivity};
use crate::error::Result;
use crate::json::{Fault, Reader, Tree, canonical, child, key_shown};
use crate::limits::Limits;
use crate::plan::Plan;
use crate::validate::Checked;
use crate::words::Lang;

/// Places named before the rest is only counted.
const NAMED: usize = 10;

/// Members that a receipt and an assessment share.
const SHARED: [&str; 3] = ["receipt", "options", "plan"];

/// An assessment in JSON as stated, held against the same computed anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recomputed {
    /// Whether every field is the same.
    pub same: bool,
    /// In how many places they differ.
    pub differences: usize,
    /// The first of these places as JSON Pointers; never a value.
    pub pointers: Vec<String>,
}

/// Computes anew what a text states besides its receipt and compares every field, in whichever language it was written. None
/// when the text is a receipt and nothing else.
///
/// # Errors
/// When the options of the receipt do not fit the plan.
pub fn recomputed(text: &str, file: &ReceiptFile, checked: &Checked, plan: &Plan) -> Result<Option<Recomputed>> {
    let (stated, doubled) = tree(text);
    let with_readings = stated.get("dependences").is_some();
    let mut best: Option<Vec<String>> = None;
    for lang in [Lang::Zh, Lang::En] {
        let computed = document(file, checked, plan, with_readings, lang)?;
        if !states_more(&stated, &computed) {
            return Ok(None);
        }
        let mut found = doubled.clone();
        compare(Some(&stated), Some(&computed), &mut String::new(), &mut found);
        if best.as_ref().is_none_or(|best| found.len() < best.len()) {
            best = Some(found);
        }
    }
    Ok(best.map(|mut pointers| {
        let differences = pointers.len();
        pointers.truncate(NAMED);
        Recomputed { same: differences == 0, differences, pointers }
    }))
}

/// The document that `assess` writes under the options of a receipt.
fn document(file: &ReceiptFile, checked: &Checked, plan: &Plan, with_readings: bool, lang: Lang) -> Result<Tree> {
    let options = file.call()?;
    let assessment = assess(checked, plan, &options)?;
    let mut document = AssessmentDocument::new(&assessment, checked, plan, lang);
    if options.tier.is_some() {
        let declared = assess(checked, plan, &Options { tier: None, ..options.clone() })?;
        document = document.with_changes(differences(&declared, &assessment));
    }
    if with_readings {
        document = document.with_dependences(&sensitivity(checked, plan, &options)?);
    }
    Ok(tree(&serde_json::to_string(&document).unwrap_or_default()).0)
}

/// Whether a text states anything of an assessment besides what a receipt holds.
fn states_more(stated: &Tree, computed: &Tree) -> bool {
    let Tree::Object(members) = stated else { return false };
    members.iter().any(|(key, _)| !SHARED.contains(&&**key) && computed.get(key).is_some())
}

/// A text as a tree, and where a member stands twice: readers do not agree on which one holds.
fn tree(text: &str) -> (Tree, Vec<String>) {
    let most = usize::MAX;
    let limits = Limits { text: most, records: most, values: most, kept: most, ..Limits::default() };
    let mut reader = Reader::new(text, &limits);
    let tree = reader.tree();
    reader.end();
    let (faults, _, fatal) = reader.finish();
    let cut = fatal.map(|_| String::new());
    (tree, faults.iter().map(Fault::pointer).chain(cut).collect())
}

/// Adds the pointer of every place where two trees differ.
fn compare(stated: Option<&Tree>, computed: Option<&Tree>, at: &mut String, found: &mut Vec<String>) {
    let mut below = |step: &str, stated: Option<&Tree>, computed: Option<&Tree>, found: &mut Vec<String>| {
        let length = at.len();
        child(at, step);
        compare(stated, computed, at, found);
        at.truncate(length);
    };
    match (stated, computed) {
        (Some(Tree::Object(stated)), Some(Tree::Object(members))) => {
            for (key, value) in members {
                let held = stated.iter().find(|(name, _)| name == key).map(|(_, value)| value);
                below(key, held, Some(value), found);
            }
            for (key, value) in stated.iter().filter(|(key, _)| members.iter().all(|(name, _)| name != key)) {
                below(&key_shown(key), Some(value), None, found);
            }
        }
        (Some(Tree::Array(stated)), Some(Tree::Array(items))) => {
            for index in 0..stated.len().max(items.len()) {
                below(&index.to_string(), stated.get(index), items.get(index), found);
            }
        }
        (Some(stated), Some(computed)) if canonical(stated) == canonical(computed) => {}
        _ => found.push(at.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{TOWN, town, town_of};

    fn written(lang: Lang) -> String {
        let (checked, plan, assessment) = town();
        serde_json::to_string(&AssessmentDocument::new(&assessment, &checked, &plan, lang)).unwrap()
    }

    fn held(text: &str) -> Option<Recomputed> {
        let (checked, plan, _) = town();
        recomputed(text, &ReceiptFile::read(text).unwrap(), &checked, &plan).unwrap()
    }

    #[test]
    fn an_assessment_that_was_not_touched_holds_in_either_language_and_however_it_is_laid_out() {
        for lang in [Lang::Zh, Lang::En] {
            let text = written(lang);
            assert!(held(&text).unwrap().same);
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert!(held(&serde_json::to_string_pretty(&value).unwrap()).unwrap().same);
        }
    }

    #[test]
    fn a_falsified_verdict_is_named_by_its_place() {
        let text = written(Lang::Zh);
        let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let verdict = &mut value["indicators"][15]["verdict"];
        assert_eq!(*verdict, "not_met");
        *verdict = "met".into();
        value["all_binding_met"] = true.into();
        let found = held(&value.to_string()).unwrap();
        assert_eq!(
            (found.same, found.differences, found.pointers),
            (false, 2, vec!["/indicators/15/verdict".to_owned(), "/all_binding_met".to_owned()])
        );
    }

    #[test]
    fn a_member_left_out_added_or_written_twice_is_a_difference() {
        let text = written(Lang::En);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let mut short = value.clone();
        short.as_object_mut().unwrap().remove("indicators");
        assert_eq!(held(&short.to_string()).unwrap().pointers, ["/indicators"]);
        let mut long = value;
        long["indicators"][0]["note of 某某"] = "x".into();
        assert_eq!(held(&long.to_string()).unwrap().pointers, ["/indicators/0/***"]);
        let twice = text.replacen('{', r#"{"all_binding_met": true, "#, 1);
        assert!(held(&twice).unwrap().pointers.contains(&"/all_binding_met".to_owned()));
    }

    #[test]
    fn a_receipt_states_nothing_more_and_another_dossier_differs() {
        let (_, _, assessment) = town();
        assert_eq!(held(&serde_json::to_string(&ReceiptFile::of(&assessment)).unwrap()), None);
        let text = written(Lang::Zh);
        let (other, plan, _) = town_of(&TOWN.replace("312", "299"));
        let found = recomputed(&text, &ReceiptFile::read(&text).unwrap(), &other, &plan).unwrap().unwrap();
        assert!(!found.same && found.pointers.len() <= NAMED, "{found:?}");
    }

    #[test]
    fn a_text_that_is_no_object_states_nothing_more_than_a_receipt() {
        let (checked, plan, assessment) = town();
        let file = ReceiptFile::of(&assessment);
        for text in ["[]", "\"all_binding_met\"", ""] {
            assert_eq!(recomputed(text, &file, &checked, &plan).unwrap(), None);
        }
    }
}
