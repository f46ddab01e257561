//! The dossier that faults are planted in: records are found by chance, and each is touched once.

use std::collections::BTreeSet;

use eken_core::json::Tree;

use crate::chance::Chance;
use crate::spec::Spec;

/// A dossier, and which of its records have a fault already.
pub(crate) struct Ground<'a> {
    tree: &'a mut Tree,
    seed: u64,
    /// Year of the dossier.
    pub(crate) year: i32,
    chance: Chance,
    taken: BTreeSet<(&'static str, usize)>,
}

impl<'a> Ground<'a> {
    /// A dossier without faults.
    pub(crate) fn new(tree: &'a mut Tree, spec: &Spec) -> Self {
        let chance = Chance::new(spec.seed, "ground");
        Self { tree, seed: spec.seed, year: spec.year, chance, taken: BTreeSet::new() }
    }

    /// Begins a fault: its chance is its own, whatever was planted before.
    pub(crate) fn begin(&mut self, topic: &str) {
        self.chance = Chance::new(self.seed, topic);
    }

    /// A record of a section that answers a description and has no fault; from now on it counts as touched.
    pub(crate) fn free(&mut self, section: &'static str, fits: impl Fn(&Tree) -> bool) -> Option<usize> {
        let taken = &self.taken;
        let items = items(self.tree, section)?;
        let free: Vec<usize> = items
            .iter()
            .enumerate()
            .filter(|(index, item)| !taken.contains(&(section, *index)) && fits(item))
            .map(|(index, _)| index)
            .collect();
        let index = free.get(self.chance.place(free.len())).copied()?;
        self.taken.insert((section, index));
        Some(index)
    }

    /// Any record of a section.
    pub(crate) fn any(&mut self, section: &'static str) -> Option<usize> {
        self.free(section, |_| true)
    }

    /// A place of the town, once.
    pub(crate) fn town(&mut self, path: &'static str) -> Option<()> {
        self.taken.insert((path, 0)).then_some(())
    }

    /// A record.
    pub(crate) fn record(&self, section: &str, index: usize) -> Option<&Tree> {
        items(self.tree, section)?.get(index)
    }

    /// Records of a section.
    pub(crate) fn count(&self, section: &str) -> usize {
        items(self.tree, section).map_or(0, Vec::len)
    }

    /// The text of a record's field.
    pub(crate) fn text(&self, section: &str, index: usize, field: &str) -> Option<String> {
        text(self.record(section, index)?, field).map(str::to_owned)
    }

    /// Sets a value below a record, by the steps of a pointer, and gives its pointer.
    pub(crate) fn set(&mut self, section: &str, index: usize, path: &str, value: Tree) -> Option<String> {
        self.put(&format!("/{section}/items/{index}/{path}"), value)
    }

    /// Sets the value at a pointer and gives the pointer.
    pub(crate) fn put(&mut self, pointer: &str, value: Tree) -> Option<String> {
        let (above, last) = pointer.rsplit_once('/')?;
        match at(self.tree, above)? {
            Tree::Object(members) => match members.iter_mut().find(|(key, _)| &**key == last) {
                Some((_, slot)) => *slot = value,
                None => members.push((last.into(), value)),
            },
            Tree::Array(items) => *items.get_mut(last.parse::<usize>().ok()?)? = value,
            _ => return None,
        }
        Some(pointer.to_owned())
    }

    /// The value at a pointer, to be changed in place.
    pub(crate) fn value(&mut self, pointer: &str) -> Option<&mut Tree> {
        at(self.tree, pointer)
    }

    /// Takes a field out of a record and gives the record's pointer.
    pub(crate) fn remove(&mut self, section: &str, index: usize, field: &str) -> Option<String> {
        let pointer = format!("/{section}/items/{index}");
        self.take(&pointer, field)?;
        Some(pointer)
    }

    /// Takes a member out of the object at a pointer.
    pub(crate) fn take(&mut self, pointer: &str, field: &str) -> Option<Tree> {
        let Tree::Object(members) = at(self.tree, pointer)? else { return None };
        let place = members.iter().position(|(key, _)| &**key == field)?;
        Some(members.remove(place).1)
    }

    /// Adds a member to a record, even one that it has already, and gives its pointer.
    pub(crate) fn add(&mut self, section: &str, index: usize, field: &str, value: Tree) -> Option<String> {
        let pointer = format!("/{section}/items/{index}");
        let Tree::Object(members) = at(self.tree, &pointer)? else { return None };
        members.push((field.into(), value));
        Some(format!("{pointer}/{field}"))
    }

    /// Adds a record to a section and gives its place.
    pub(crate) fn push(&mut self, section: &'static str, record: Tree) -> Option<usize> {
        let Tree::Array(items) = at(self.tree, &format!("/{section}/items"))? else { return None };
        items.push(record);
        let index = items.len().checked_sub(1)?;
        self.taken.insert((section, index));
        Some(index)
    }
}

fn items<'t>(tree: &'t Tree, section: &str) -> Option<&'t Vec<Tree>> {
    match tree.get(section)?.get("items")? {
        Tree::Array(items) => Some(items),
        _ => None,
    }
}

fn at<'t>(tree: &'t mut Tree, pointer: &str) -> Option<&'t mut Tree> {
    pointer.split('/').skip(1).try_fold(tree, |value, step| match value {
        Tree::Object(members) => members.iter_mut().find(|(key, _)| &**key == step).map(|(_, value)| value),
        Tree::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
        _ => None,
    })
}

/// The text of a field.
pub(crate) fn text<'t>(record: &'t Tree, field: &str) -> Option<&'t str> {
    match record.get(field)? {
        Tree::Text(text) => Some(text),
        _ => None,
    }
}

/// Whether a field is this text.
pub(crate) fn is(record: &Tree, field: &str, value: &str) -> bool {
    text(record, field) == Some(value)
}

/// Whether a field is there.
pub(crate) fn has(record: &Tree, field: &str) -> bool {
    record.get(field).is_some()
}

/// How many elements a list has.
pub(crate) fn length(record: &Tree, field: &str) -> usize {
    match record.get(field) {
        Some(Tree::Array(items)) => items.len(),
        _ => 0,
    }
}

/// A number token.
pub(crate) fn number(token: impl Into<Box<str>>) -> Tree {
    Tree::Number(token.into())
}
