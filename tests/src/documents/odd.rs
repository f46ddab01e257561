//! Odd but allowed JSON: keys and numbers on which writers of canonical JSON differ.

use eken_core::json::Tree;
use eken_core::model::kind::FieldKind;

use super::build::{Built, number, object};
use super::site::{get, put};
use crate::random::Random;

/// Keys that no record has; their order by UTF-16 units is not that by code points.
pub(super) const KEYS: &[&str] = &[
    "",
    " ",
    "\u{fb33}",
    "😀",
    "\u{10ffff}",
    "\u{e000}",
    "\u{ffff}",
    "é",
    "e\u{301}",
    "\u{0}",
    "\u{1f}",
    "\u{7f}",
    "\u{80}",
    "\u{2028}",
    "\"",
    "\\",
    "/",
    "a/b~c",
    "__proto__",
    "constructor",
    "toString",
    "$ref",
    "镇",
    "ｎａｍｅ",
    "1",
    "10",
    "2",
    "-1",
    "null",
    "\r\n",
    "ß",
    "ẞ",
];

/// Numbers that a double holds, written in many ways.
pub(super) const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "0.0",
    "-0.0",
    "1.0",
    "1e2",
    "1E+2",
    "100e-2",
    "1e21",
    "1e20",
    "123e19",
    "1e-6",
    "1e-7",
    "0.1",
    "1.5e300",
    "5e-324",
    "1.7976931348623157e308",
    "9007199254740991",
    "-9007199254740991",
    "9007199254740992",
    "1e15",
    "1e16",
    "333333333.3333333",
    "4.5",
    "0.002",
    "1e-27",
    "295147905179352830000",
    "0.000001",
    "-1.25e-5",
    "1e23",
];

/// A value of any shape, with odd keys and numbers.
pub fn odd(random: &mut Random, depth: usize) -> Tree {
    match random.below(if depth == 0 { 6 } else { 8 }) {
        0 => Tree::Null,
        1 => Tree::Bool(random.below(2) == 0),
        2 | 3 => number(NUMBERS[random.below(NUMBERS.len())]),
        4 | 5 => Tree::text(KEYS[random.below(KEYS.len())]),
        6 => Tree::Array((0..random.below(4)).map(|_| odd(random, depth.saturating_sub(1))).collect()),
        _ => {
            let mut out = object(&[]);
            for _ in 0..random.below(6) {
                let value = odd(random, depth.saturating_sub(1));
                add(&mut out, KEYS[random.below(KEYS.len())], value);
            }
            out
        }
    }
}

/// A dossier with odd fields in several of its records.
pub fn odd_dossier(seed: u64, index: u64) -> Tree {
    let mut random = Random::new(seed.wrapping_mul(0x2_0000_0003).wrapping_add(index));
    let Built { mut tree, sites } = Built::new(&mut random);
    // innermost first, so that an outer record is taken with what its inner ones have become
    for site in sites.iter().rev().filter(|site| matches!(site.kind, FieldKind::Record(_))) {
        if !site.path.is_empty() && random.below(2) == 0 {
            continue;
        }
        let mut record = get(&tree, &site.path).expect("a place of the document").clone();
        for _ in 0..=random.below(8) {
            let value = odd(&mut random, 4);
            add(&mut record, KEYS[random.below(KEYS.len())], value);
        }
        put(&mut tree, &site.path, record).expect("a place of the document");
    }
    tree
}

/// Adds a member, unless the object has one of the name.
pub(super) fn add(tree: &mut Tree, key: &str, value: Tree) {
    if tree.get(key).is_none()
        && let Tree::Object(members) = tree
    {
        members.push((key.into(), value));
    }
}
