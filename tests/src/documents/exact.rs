//! Whether a document is I-JSON: each number is what a double gives back.

use eken_core::json::{Tree, canonical, decimal_of_token};

/// The first number of a document that is not exactly what its shortest double form says.
pub fn inexact(tree: &Tree) -> Option<&str> {
    match tree {
        Tree::Number(token) => (!exact(token)).then_some(token),
        Tree::Array(items) => items.iter().find_map(inexact),
        Tree::Object(members) => members.iter().find_map(|(_, value)| inexact(value)),
        Tree::Null | Tree::Bool(_) | Tree::Text(_) => None,
    }
}

fn exact(token: &str) -> bool {
    let double = canonical(&Tree::Number(token.into()));
    match (decimal_of_token(token, 24, 24, true), decimal_of_token(&double, 24, 24, true)) {
        (Ok(written), Ok(read)) => written == read,
        // beyond what the decimal type holds: compare the digits
        _ => digits(token) == digits(&double),
    }
}

fn digits(token: &str) -> String {
    let mantissa = token.split(['e', 'E']).next().unwrap_or_default();
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}
