//! Places in a document where something can be changed.

use eken_core::json::{Tree, child};
use eken_core::model::kind::FieldKind;

/// A step to a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A member.
    Key(String),
    /// An element.
    Index(usize),
}

/// A place, and what the model says of it.
#[derive(Clone, Debug)]
pub struct Site {
    /// Steps from the root.
    pub path: Vec<Step>,
    /// What stands there.
    pub kind: FieldKind,
    /// Whether the record needs it.
    pub required: bool,
    /// Whether it may be missing with a reason.
    pub missable: bool,
    /// Record and field, such as `Facility.name`.
    pub name: String,
}

impl Site {
    /// The JSON Pointer of the place.
    pub fn pointer(&self) -> String {
        let mut out = String::new();
        for step in &self.path {
            match step {
                Step::Key(key) => child(&mut out, key),
                Step::Index(index) => child(&mut out, &index.to_string()),
            }
        }
        out
    }

    /// Whether this place lies in the other or the other in this.
    pub fn touches(&self, other: &Self) -> bool {
        self.path.iter().zip(&other.path).all(|(a, b)| a == b)
    }
}

/// The value at a place.
pub fn get<'a>(root: &'a Tree, path: &[Step]) -> Option<&'a Tree> {
    path.iter().try_fold(root, |tree, step| match (tree, step) {
        (Tree::Object(_), Step::Key(key)) => tree.get(key),
        (Tree::Array(items), Step::Index(index)) => items.get(*index),
        _ => None,
    })
}

/// Puts a value at a place that exists.
pub fn put(root: &mut Tree, path: &[Step], value: Tree) -> Option<()> {
    let mut at = root;
    for step in path {
        at = match (at, step) {
            (Tree::Object(members), Step::Key(key)) => {
                members.iter_mut().find(|(name, _)| **name == **key).map(|(_, value)| value)?
            }
            (Tree::Array(items), Step::Index(index)) => items.get_mut(*index)?,
            _ => return None,
        };
    }
    *at = value;
    Some(())
}
