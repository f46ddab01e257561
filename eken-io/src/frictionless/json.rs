//! JSON made by hand.

use eken_core::json::Tree;

/// An object of these members, in this order.
pub fn object<const N: usize>(members: [(&str, Tree); N]) -> Tree {
    Tree::Object(members.into_iter().map(|(name, value)| (name.into(), value)).collect())
}

/// Texts.
pub fn texts<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Tree {
    Tree::Array(texts.into_iter().map(|text| Tree::text(text.as_ref())).collect())
}

/// Adds a member.
pub fn add(to: &mut Tree, name: &str, value: Tree) {
    if let Tree::Object(members) = to {
        members.push((name.into(), value));
    }
}
