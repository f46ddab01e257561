//! Faults: what is wrong with a plan's text, gathered from all files before anything is reported.

use crate::error::PlanFault;
use crate::plan::source::{Place, PlanFile};
use crate::words::{Label, Words, said};

/// Longest name, in bytes, for which a likely one is sought.
const LONGEST: usize = 200;
/// Most names that a help lists.
const LISTED: usize = 24;

/// Help on what stands twice.
pub(in crate::plan) const KEEP_ONE: Label = Label::new("只留一个", "keep one of them");

/// What a name in a plan may be the name of.
pub(in crate::plan) fn kind(key: &str) -> Label {
    match key {
        "document" => Label::new("文件", "document"),
        "tier" => Label::new("县域类型", "tier"),
        "group" => Label::new("指标分组", "group"),
        "department" => Label::new("责任单位", "department"),
        "phase" => Label::new("阶段", "phase"),
        "reading" => Label::new("读法", "reading"),
        "option" => Label::new("读法选项", "option"),
        "clause" => Label::new("条款", "clause"),
        "indicator" => Label::new("指标", "indicator"),
        "target" => Label::new("目标", "target"),
        "measure" => Label::new("度量", "measure"),
        "base" => Label::new("基础方案", "base plan"),
        _ => Label::new("键", "key"),
    }
}

/// Faults found so far.
pub(in crate::plan) struct Faults<'a> {
    files: &'a [PlanFile],
    found: Vec<(Place, Words, Words)>,
}

impl<'a> Faults<'a> {
    /// No faults yet in these files.
    pub fn new(files: &'a [PlanFile]) -> Self {
        Self { files, found: Vec::new() }
    }

    /// Adds a fault.
    pub fn add(&mut self, place: Place, message: impl Into<Words>, help: impl Into<Words>) {
        self.found.push((place, message.into(), help.into()));
    }

    /// Adds a fault about a name that does not exist, with the likely intended one or those that exist.
    pub fn unknown<'n>(
        &mut self,
        place: Place,
        kind: impl Into<Words>,
        name: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) {
        let Words { zh, en } = kind.into();
        let message = Words::new(format!("没有{zh}“{name}”"), format!("there is no {en} {name:?}"));
        self.add(place, message, hint(name, known));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// The faults in the order of files and lines, each once.
    pub fn finish(mut self) -> Vec<PlanFault> {
        self.found.sort_by(|(at, a, help), (other, b, hint)| (at, &a.en, &help.en).cmp(&(other, &b.en, &hint.en)));
        self.found.dedup();
        self.found.iter().map(|(place, message, help)| self.fault(*place, message, help)).collect()
    }

    fn fault(&self, place: Place, message: &Words, help: &Words) -> PlanFault {
        // what no file says stands where it should be said
        let missing = ("plan.toml", "");
        let (file, text) = self.files.get(place.file).map_or(missing, |file| (file.name.as_str(), file.text.as_str()));
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
            message: message.clone(),
            help: help.clone(),
        }
    }
}

/// The help on a name that does not exist: the likely intended one, or else those that exist.
pub(in crate::plan) fn hint<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Words {
    let known: Vec<&str> = known.into_iter().filter(|each| !each.is_empty()).collect();
    match likely(name, known.iter().copied()) {
        Some(meant) => did_you_mean(meant),
        None if known.is_empty() => said!("方案里还没有可选的名称，先定义再引用", "none is defined: define it first"),
        None => one_of(&known),
    }
}

/// The help that names what was likely meant.
pub(in crate::plan) fn did_you_mean(meant: &str) -> Words {
    said!("是不是要写“{meant}”", "did you mean {meant:?}?")
}

/// The help that lists what may be written.
pub(in crate::plan) fn one_of(known: &[&str]) -> Words {
    let list: Vec<&str> = known.iter().copied().take(LISTED).collect();
    let left = known.len().saturating_sub(list.len());
    let (zh, en) = (list.join("、"), list.join(", "));
    if left == 0 {
        said!("可选：{zh}", "known: {en}")
    } else {
        said!("可选：{zh}等，另有{left}个", "known: {en} and {left} more")
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
    fn a_help_names_the_likely_word_or_lists_those_that_exist() {
        assert_eq!(hint("at_least", ["at-least"]).zh, "是不是要写“at-least”");
        assert_eq!(hint("over", ["id", "title"]).zh, "可选：id、title");
        let many: Vec<String> = (0..30).map(|number| format!("name-{number}")).collect();
        assert!(hint("over", many.iter().map(String::as_str)).en.ends_with("name-23 and 6 more"));
        assert!(!hint("over", []).zh.is_empty());
    }

    #[test]
    fn columns_count_characters_and_lines_from_one() {
        let files = [PlanFile { name: "plan.toml".to_owned(), text: "\u{feff}a\n甲乙x".to_owned() }];
        let mut faults = Faults::new(&files);
        faults.add(Place { file: 0, offset: 11 }, said!("后", "later"), said!("改", "mend it"));
        faults.add(Place { file: 0, offset: 3 }, said!("先", "first"), said!("改", "mend it"));
        let found: Vec<String> = faults.finish().iter().map(ToString::to_string).collect();
        assert_eq!(found, ["plan.toml:1:1: first (mend it)", "plan.toml:2:3: later (mend it)"]);
        // within a character: it begins there
        let mut faults = Faults::new(&files);
        faults.add(Place { file: 0, offset: 9 }, said!("中", "within"), said!("改", "mend it"));
        assert_eq!(faults.finish()[0].to_string(), "plan.toml:2:2: within (mend it)");
    }
}
