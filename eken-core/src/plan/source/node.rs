//! Nodes: what TOML and JSON have in common, with places.

use crate::words::Label;

/// A place in one of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::plan) struct Place {
    /// Index of the file.
    pub file: usize,
    /// Byte offset in its text.
    pub offset: usize,
}

/// A value and its place.
#[derive(Clone, Debug)]
pub(in crate::plan) struct Node {
    pub place: Place,
    pub kind: NodeKind,
}

/// A value.
#[derive(Clone, Debug)]
pub(in crate::plan) enum NodeKind {
    Text(String),
    Bool(bool),
    Number,
    Null,
    Date,
    List(Vec<Node>),
    Table(Vec<Entry>),
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(in crate::plan) struct Entry {
    pub key: String,
    pub place: Place,
    pub node: Node,
}

impl Node {
    /// What the value is, for messages.
    pub const fn what(&self) -> Label {
        match self.kind {
            NodeKind::Text(_) => Label::new("文本", "a text"),
            NodeKind::Bool(_) => Label::new("true 或 false", "true or false"),
            NodeKind::Number => Label::new("数字", "a number"),
            NodeKind::Null => Label::new("null", "null"),
            NodeKind::Date => Label::new("没加引号的日期", "a date without quotes"),
            NodeKind::List(_) => Label::new("列表", "a list"),
            NodeKind::Table(_) => Label::new("表", "a table"),
        }
    }

    /// The entries of a table; none of anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.kind {
            NodeKind::Table(entries) => entries,
            _ => &[],
        }
    }

    /// The entry of a key.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Self] {
        match &self.kind {
            NodeKind::List(items) => items,
            _ => &[],
        }
    }

    /// The items of the list at a key.
    pub fn list(&self, key: &str) -> &[Self] {
        self.get(key).map_or(&[], Self::items)
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text at a key.
    pub fn text_at(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Self::text)
    }

    /// Whether the value at a key is true.
    pub fn flag(&self, key: &str) -> bool {
        matches!(self.get(key).map(|node| &node.kind), Some(NodeKind::Bool(true)))
    }
}
