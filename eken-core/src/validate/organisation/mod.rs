//! Rules on the organisation.

use super::Rule;

mod meeting_before_group;
mod member_twice;

pub(super) static RULES: &[Rule] = &[meeting_before_group::RULE, member_twice::RULE];
