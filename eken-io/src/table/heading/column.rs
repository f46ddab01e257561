//! The column that a heading means.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::parts::{plain, unit_at_end, without_unit};
use super::synonyms::{COLUMNS, GENERAL};
use crate::table::layout::{Column, Sheet, layout};

/// The column of a sheet that a heading means: by Chinese or English heading, by field path (`amount`, `trademark.number`), by
/// the last part of a heading, or by a synonym. `None` when it is unknown or ambiguous.
pub fn column_of(heading: &str, sheet_key: &str, columns: &[Column]) -> Option<usize> {
    static KNOWN: LazyLock<HashMap<String, Names>> = LazyLock::new(|| {
        let layout = layout();
        let sheets = layout.sheets.iter().map(|sheet| (sheet.key.clone(), Names::new(&sheet.key, &sheet.columns)));
        let once = [("dossier", &layout.once), ("sections", &layout.heads)];
        sheets.chain(once.map(|(key, columns)| (key.to_owned(), Names::new(key, columns)))).collect()
    });
    match KNOWN.get(sheet_key).filter(|names| names.are_of(columns)) {
        Some(names) => names.find(heading),
        None => Names::new(sheet_key, columns).find(heading),
    }
}

/// The names of the columns of a sheet, the surest first. A name that two columns have on one level means neither.
struct Names {
    paths: Vec<Vec<&'static str>>,
    levels: [HashMap<String, Option<usize>>; 5],
    /// What a heading may repeat: the names of the sheet.
    sheet: Vec<String>,
}

impl Names {
    fn new(key: &str, columns: &[Column]) -> Self {
        let mut levels: [HashMap<String, Option<usize>>; 5] = Default::default();
        let [headings, paths, own, last, general] = &mut levels;
        let by_path = |path: &str| {
            let steps = path.split('.').filter(|step| !step.is_empty());
            columns.iter().position(|column| column.path.iter().copied().eq(steps.clone()))
        };
        for (index, column) in columns.iter().enumerate() {
            note(headings, name(&column.heading.zh), index);
            note(headings, name(&column.heading.en), index);
            // a list of plain values is named as in JSON
            let path = match column.path.as_slice() {
                [] => key.rsplit('.').next().unwrap_or(key).to_owned(),
                path => path.concat(),
            };
            note(paths, name(&path), index);
            for heading in [&column.heading.zh, &column.heading.en] {
                let part = heading.rsplit('·').next().unwrap_or(heading);
                note(last, name(part), index);
            }
        }
        for (path, words) in COLUMNS.iter().filter(|(sheet, ..)| *sheet == key).flat_map(|(_, rows)| rows.iter()) {
            if let Some(index) = by_path(path) {
                words.iter().for_each(|word| note(own, name(word), index));
            }
        }
        for (path, words) in GENERAL {
            if let Some(index) = by_path(path) {
                words.iter().for_each(|word| note(general, name(word), index));
            }
        }
        let of_sheet = |sheet: &Sheet| [sheet.title.zh.clone(), sheet.label.zh.to_owned()];
        let sheet = layout().sheets.iter().find(|sheet| sheet.key == key).map(of_sheet).into_iter().flatten();
        let sheet = sheet.map(|text| name(&text)).filter(|name| !name.is_empty()).collect();
        Self { paths: columns.iter().map(|column| column.path.clone()).collect(), levels, sheet }
    }

    fn are_of(&self, columns: &[Column]) -> bool {
        self.paths.len() == columns.len() && self.paths.iter().zip(columns).all(|(path, column)| *path == column.path)
    }

    fn find(&self, heading: &str) -> Option<usize> {
        let heading = plain(heading);
        let whole = name(&heading);
        if whole.is_empty() {
            return None;
        }
        let stem = without_unit(&heading).map(name);
        let ended = unit_at_end(&heading).map(|(words, _)| name(&words));
        let short =
            |text: &str| self.sheet.iter().find_map(|sheet| Some(text.strip_prefix(sheet.as_str())?.to_owned()));
        let shorter = [Some(&whole), stem.as_ref(), ended.as_ref()].map(|text| text.and_then(|text| short(text)));
        let [whole_short, stem_short, ended_short] = shorter;
        let tries = [Some(whole), stem, whole_short, stem_short, ended, ended_short];
        tries.into_iter().flatten().filter(|text| !text.is_empty()).find_map(|text| self.level(&text)).flatten()
    }

    /// What the surest level that knows a name says of it: a column, or that it is ambiguous.
    fn level(&self, name: &str) -> Option<Option<usize>> {
        self.levels.iter().find_map(|level| level.get(name).copied())
    }
}

fn note(level: &mut HashMap<String, Option<usize>>, name: String, index: usize) {
    if !name.is_empty() {
        let held = level.entry(name).or_insert(Some(index));
        if *held != Some(index) {
            *held = None;
        }
    }
}

/// A heading as two of them are compared: without what joins its parts.
fn name(text: &str) -> String {
    plain(text)
        .chars()
        .filter(|sign| !matches!(sign, '·' | '.' | '_' | '-' | ':' | '/' | ',' | '、' | '•' | '・' | '‧'))
        .collect()
}
