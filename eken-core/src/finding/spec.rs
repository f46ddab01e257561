//! What a kind of finding is: its code, its words, its example.

use super::severity::Severity;
use crate::words::Label;

/// A kind of finding. In `message` and `help`, `{name}` stands for the parameter of that name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spec {
    /// Code: subject, full stop, fault.
    pub code: &'static str,
    /// Severity by default.
    pub severity: Severity,
    /// Clauses and standards it rests on.
    pub clauses: &'static [&'static str],
    /// One line: what the rule looks for.
    pub summary: Label,
    /// What is wrong here.
    pub message: Label,
    /// How to mend it.
    pub help: Label,
    /// A JSON fragment with the fault, made up.
    pub example: &'static str,
}

impl Spec {
    /// A kind of finding whose words are still empty; the fields are set with struct update syntax.
    pub const fn new(code: &'static str, severity: Severity) -> Self {
        let none = Label::new("", "");
        Self { code, severity, clauses: &[], summary: none, message: none, help: none, example: "" }
    }
}
