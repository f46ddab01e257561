//! Rules on experts and persons fostered. None of them shows a name.

use super::Rule;

mod expert_twice;
mod fostered_twice;

pub(super) static RULES: &[Rule] = &[expert_twice::RULE, fostered_twice::RULE];
