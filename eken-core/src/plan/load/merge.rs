//! Merging: the items of a text laid over those of the base, by id.

use crate::plan::load::Loader;
use crate::plan::source::{KEEP_ONE, Node, kind as kind_of};
use crate::plan::{Clause, Department, Document, Group, Indicator, Phase, Reading, Tier};
use crate::words::said;

/// An item with the id by which an overlay names it.
pub(super) trait Named {
    /// The id.
    fn name(&self) -> &str;
}

macro_rules! named {
    ($($item:ty => $key:ident),* $(,)?) => {
        $(impl Named for $item {
            fn name(&self) -> &str {
                &self.$key
            }
        })*
    };
}

named!(Document => number, Tier => id, Group => id, Department => id, Phase => id, Reading => id, Clause => id, Indicator => id);

impl Loader<'_> {
    /// The base's items with those of the text: new ones follow, and one marked `replace` takes its namesake's place.
    pub(super) fn merge<T: Named>(
        &mut self,
        base: Vec<T>,
        nodes: &[Node],
        kind: &str,
        key: &str,
        mut item: impl FnMut(&mut Self, &Node) -> T,
    ) -> Vec<T> {
        let zh = kind_of(kind).zh;
        let mut merged = base;
        let inherited: Vec<String> = merged.iter().map(|each| each.name().to_owned()).collect();
        let mut own: Vec<String> = Vec::new();
        for node in nodes {
            let made = item(self, node);
            let Some(id) = node.get(key) else { continue };
            let (name, place) = (made.name().to_owned(), id.place);
            let replaces = node.flag("replace");
            let known = inherited.contains(&name);
            if own.contains(&name) {
                self.faults.add(place, said!("{zh}“{name}”写了两次", "{kind} {name:?} is written twice"), KEEP_ONE);
            } else if known && !replaces {
                let help = said!("要替换它，写 replace = true", "write replace = true to take its place");
                let message = said!("{zh}“{name}”在基础方案里已有", "{kind} {name:?} stands in the base plan already");
                self.faults.add(place, message, help);
            } else if replaces && !known {
                let place = node.entry("replace").map_or(place, |entry| entry.place);
                self.faults.unknown(
                    place,
                    said!("要替换的基础方案{zh}", "{kind} in the base plan to replace named"),
                    &name,
                    inherited.iter().map(String::as_str),
                );
            }
            match merged.iter_mut().find(|each| each.name() == name) {
                Some(slot) if known && replaces => *slot = made,
                _ => merged.push(made),
            }
            own.push(name);
        }
        merged
    }
}
