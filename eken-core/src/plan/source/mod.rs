//! Source: the text of a plan, read into one tree whose every node knows its place.

mod fault;
mod json;
mod node;
mod toml_file;
mod tree;

pub(super) use fault::{Faults, KEEP_ONE, did_you_mean, hint, kind, likely, one_of};
pub(super) use node::{Entry, Node, NodeKind, Place};
pub(super) use tree::read;

/// The text of a plan: the files of a folder, or one file that holds everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanSource {
    /// Files. In a folder: `plan.toml` and any other TOML file at the top, `indicators/NN-slug.toml`,
    /// `targets/TNN-slug.toml`.
    pub files: Vec<PlanFile>,
}

/// One file of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFile {
    /// Path relative to the plan's folder, with `/`. It ends in `.toml` or `.json`.
    pub name: String,
    /// Text.
    pub text: String,
}

impl PlanSource {
    /// A plan in one file.
    pub fn single(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { files: vec![PlanFile { name: name.into(), text: text.into() }] }
    }
}
