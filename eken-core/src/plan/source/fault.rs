//! Faults: what is wrong with a plan's text, gathered from all files before anything is reported.

use crate::error::PlanFault;
use crate::plan::source::{Place, PlanFile};

/// Longest name, in bytes, for which a likely one is sought.
const LONGEST: usize = 200;

/// Faults found so far.
pub(in crate::plan) struct Faults<'a> {
    files: &'a [PlanFile],
    found: Vec<(Place, String, String)>,
}

impl<'a> Faults<'a> {
    /// No faults yet in these files.
    pub fn new(files: &'a [PlanFile]) -> Self {
        Self { files, found: Vec::new() }
    }

    /// Adds a fault.
    pub fn add(&mut self, place: Place, message: impl Into<String>, help: impl Into<String>) {
        self.found.push((place, message.into(), help.into()));
    }

    /// Adds a fault about a name that does not exist, with the likely intended one.
    pub fn unknown<'n>(&mut self, place: Place, kind: &str, name: &str, known: impl IntoIterator<Item = &'n str>) {
        let help = likely(name, known).map(|meant| format!("did you mean {meant:?}?")).unwrap_or_default();
        self.add(place, format!("there is no {kind} {name:?}"), help);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// The faults in the order of files and lines, each once.
    pub fn finish(mut self) -> Vec<PlanFault> {
        self.found.sort();
        self.found.dedup();
        self.found.iter().map(|(place, message, help)| self.fault(*place, message, help)).collect()
    }

    fn fault(&self, place: Place, message: &str, help: &str) -> PlanFault {
        let (file, text) = self.files.get(place.file).map_or(("", ""), |file| (file.name.as_str(), file.text.as_str()));
        let mut end = place.offset.min(text.len());
        while !text.is_char_boundary(end) {
            end = end.saturating_sub(1);
        }
        let before = text.get(..end).unwrap_or(text);
        let start = before.rfind('\n').map_or(0, |at| at.saturating_add(1));
        let column = before.get(start..).unwrap_or("").chars().filter(|character| *character != '\u{feff}').count();
        PlanFault {
            file: file.to_owned(),
            line: before.bytes().filter(|byte| *byte == b'\n').count().saturating_add(1),
            column: column.saturating_add(1),
            message: message.to_owned(),
            help: help.to_owned(),
        }
    }
}

/// The known name that was likely meant: the nearest one that differs in no more than a third of its letters, and not in all.
pub(in crate::plan) fn likely<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    if name.len() > LONGEST {
        return None;
    }
    let plain = |text: &str| text.to_lowercase().replace('_', "-");
    let wanted = plain(name);
    known
        .into_iter()
        .map(|each| (strsim::osa_distance(&wanted, &plain(each)), each))
        .filter(|(distance, each)| {
            let letters = each.chars().count();
            *distance < letters && distance.saturating_mul(3) <= letters.max(3)
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, each)| each)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likely_name_is_near_or_nothing() {
        let known = ["at-least", "at-most", "between"];
        assert_eq!(likely("at_least", known), Some("at-least"));
        assert_eq!(likely("atleast", known), Some("at-least"));
        assert_eq!(likely("betwen", known), Some("between"));
        assert_eq!(likely("colour", known), None);
        assert_eq!(likely("7", ["1"]), None);
    }

    #[test]
    fn columns_count_characters_and_lines_from_one() {
        let files = [PlanFile { name: "plan.toml".to_owned(), text: "\u{feff}a\n甲乙x".to_owned() }];
        let mut faults = Faults::new(&files);
        faults.add(Place { file: 0, offset: 11 }, "later", "");
        faults.add(Place { file: 0, offset: 3 }, "first", "");
        let found: Vec<String> = faults.finish().iter().map(ToString::to_string).collect();
        assert_eq!(found, ["plan.toml:1:1: first", "plan.toml:2:3: later"]);
    }
}
