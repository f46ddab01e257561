//! Wire: the written form of a plan, stated once. The check of a plan's structure and its JSON Schema both come from the
//! shapes here.

mod check;
mod criterion;
mod plan;
mod schema;
mod shape;
mod text;

pub(super) use check::check;
pub(super) use criterion::TESTS;
pub use schema::schema;

/// Keys of a leaf that are no parameters of its measure.
pub(super) fn is_leaf_key(key: &str) -> bool {
    criterion::LEAF.fields.iter().any(|field| field.name == key)
}

/// The keys of a leaf that are no parameters.
pub(super) fn leaf_keys() -> impl Iterator<Item = &'static str> {
    criterion::LEAF.fields.iter().map(|field| field.name)
}
