//! Reading what is not typed into a tree.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::reader::{Kind, Reader};
use super::tree::Tree;

impl Reader<'_> {
    /// Reads any value into a tree. A key met twice is a fault; both members are kept.
    pub fn tree(&mut self) -> Tree {
        let tree = self.branch();
        // what stands inside an array or an object was counted as it was read
        let length = match &tree {
            Tree::Number(token) => token.len(),
            Tree::Text(text) => text.len(),
            _ => 0,
        };
        self.keep(length);
        tree
    }

    fn branch(&mut self) -> Tree {
        match self.kind() {
            Kind::Null => {
                self.skip();
                Tree::Null
            }
            Kind::Bool => Tree::Bool(self.bool_token()),
            Kind::Number => Tree::Number(self.number_token().unwrap_or("0").into()),
            Kind::Text => Tree::Text(self.text_token().unwrap_or_default().into()),
            Kind::Array => {
                let mut items = Vec::new();
                self.elements(&mut |reader, _| items.push(reader.tree()));
                Tree::Array(items)
            }
            Kind::Object => {
                let mut members: Vec<(Box<str>, Tree)> = Vec::new();
                let mut names: BTreeSet<Cow<'_, str>> = BTreeSet::new();
                self.members(&mut |reader, key| {
                    if !names.insert(key.clone()) {
                        let start = reader.value_start();
                        reader.fault("structure.duplicate-key", start, vec![]);
                    }
                    let value = reader.tree();
                    members.push((key.into(), value));
                });
                Tree::Object(members)
            }
            Kind::Broken => {
                self.skip();
                Tree::Null
            }
        }
    }
}
