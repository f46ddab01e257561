//! Documents with known changes.

use eken_core::json::Tree;

use super::build::Built;
use super::class::{Class, Expect};
use super::classes::CLASSES;
use super::site::{Site, get, put};
use crate::random::Random;

/// One change that was made.
#[derive(Clone, Debug)]
pub struct Changed {
    /// Where.
    pub site: Site,
    /// Of what class.
    pub class: &'static Class,
}

/// A document with what was done to it.
#[derive(Clone, Debug)]
pub struct Document {
    /// The document.
    pub tree: Tree,
    /// Its text.
    pub text: String,
    /// The changes, none of them inside another.
    pub changes: Vec<Changed>,
    /// The record and field of every place in it.
    pub names: Vec<String>,
}

impl Document {
    /// Whether the document must be structurally sound; `None` where its classes do not say.
    pub fn expected(&self) -> Option<bool> {
        let has = |expect| self.changes.iter().any(|change| change.class.expect == expect);
        if has(Expect::Refused) { Some(false) } else { (!has(Expect::Either)).then_some(true) }
    }
}

/// Documents tried for a place to which the class of the turn applies.
const TRIES: usize = 200;

/// Document number `index` of a seed: one in ten is left as it was built, the others get one to three changes. The classes
/// take turns, so that each is hit equally often, however rare its places.
pub fn document(seed: u64, index: u64) -> Document {
    let mut random = Random::new(seed.wrapping_mul(0x1_0000_0001).wrapping_add(index));
    let turn = usize::try_from(index).expect("a small index");
    let class = (turn % 10 != 0).then(|| &CLASSES[(turn - turn / 10) % CLASSES.len()]);
    let (mut built, mut changes) = (Built::new(&mut random), Vec::new());
    if let Some(class) = class {
        for _ in 0..TRIES {
            if apply(class, &mut built, &mut changes, &mut random) {
                break;
            }
            built = Built::new(&mut random);
        }
        for _ in 0..random.below(3) {
            apply(&CLASSES[random.below(CLASSES.len())], &mut built, &mut changes, &mut random);
        }
    }
    let Built { tree, sites } = built;
    let names = sites.into_iter().map(|site| site.name).collect();
    Document { text: tree.to_text(), tree, changes, names }
}

/// Changes a document at a place to which the class applies, away from the changes before.
fn apply(class: &'static Class, built: &mut Built, changes: &mut Vec<Changed>, random: &mut Random) -> bool {
    let mut order: Vec<&Site> = built.sites.iter().collect();
    while !order.is_empty() {
        let site = order.swap_remove(random.below(order.len()));
        if changes.iter().any(|change| change.site.touches(site)) {
            continue;
        }
        let old = get(&built.tree, &site.path).expect("a place of the document");
        let Some(new) = (class.make)(site, old, random) else { continue };
        let site = site.clone();
        put(&mut built.tree, &site.path, new).expect("a place of the document");
        changes.push(Changed { site, class });
        return true;
    }
    false
}
