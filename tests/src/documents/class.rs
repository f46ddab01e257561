//! What a class of change is.

use eken_core::json::Tree;

use super::site::Site;
use crate::random::Random;

/// The verdict on structure that a change must lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expect {
    /// The document stays sound.
    Sound,
    /// The document is refused, and the reader keeps the value as it was written.
    Refused,
    /// The class does not say; reader and validators must agree all the same.
    Either,
}

/// A class of change. Each must be hit often, which `tests/conformance/run` asserts.
#[derive(Clone, Copy, Debug)]
pub struct Class {
    /// Its name in the report.
    pub name: &'static str,
    /// What it leads to.
    pub expect: Expect,
    /// The new value at a place, or `None` where the class does not apply.
    pub make: fn(&Site, &Tree, &mut Random) -> Option<Tree>,
}
