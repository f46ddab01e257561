//! Readings: the points that a plan's text leaves open, with their options.

use crate::words::Words;

/// A point left open by the law, decided by an option that an assessment names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Id, such as `R7`.
    pub id: String,
    /// What is left open.
    pub point: Words,
    /// Clauses it touches.
    pub clauses: Vec<String>,
    /// Id of the option used unless the caller asks for another.
    pub default: String,
    /// Options; one only where the point is stated but offers no choice.
    pub options: Vec<ReadingOption>,
}

impl Reading {
    /// The option of an id.
    pub fn option(&self, id: &str) -> Option<&ReadingOption> {
        self.options.iter().find(|option| option.id == id)
    }
}

/// One way to read the point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingOption {
    /// Id, such as `at-least`.
    pub id: String,
    /// What it means.
    pub label: Words,
}
