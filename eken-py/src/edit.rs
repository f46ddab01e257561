//! An edit: the value at a JSON Pointer replaced or taken out, and the dossier read anew.

use eken_core::error::{Error, Result};
use eken_core::json::{Reader, Tree, unescape};
use eken_core::limits::Limits;
use eken_core::model::Dossier;
use eken_core::model::kind::Value;
use eken_core::parse::{Parsed, parse_owned};
use eken_core::words::Words;

/// The dossier with the value at a pointer set to what the JSON text says, or taken out where there is none. A step `-` or the
/// length of a list appends; objects on the way are made.
///
/// # Errors
/// Where the pointer leads nowhere, and as reading.
pub fn edited(dossier: &Dossier, pointer: &str, json: Option<&str>, limits: &Limits) -> Result<Parsed> {
    let mut tree = dossier.tree();
    let done = match json {
        Some(text) => set(&mut tree, pointer, Reader::new(text, limits).tree()),
        None => unset(&mut tree, pointer),
    };
    done.ok_or_else(nowhere)?;
    parse_owned(tree.to_pretty().into_bytes(), limits)
}

fn nowhere() -> Error {
    Error::Option {
        words: Words::new("这个 JSON Pointer 指不到任何位置", "the JSON Pointer leads nowhere"),
        help: Words::new(
            "如 /facilities/items/0/floor_area；末尾写 - 为追加",
            "such as /facilities/items/0/floor_area; a last step - appends",
        ),
    }
}

fn parent<'t>(root: &'t mut Tree, pointer: &str, make: bool) -> Option<&'t mut Tree> {
    let mut at = root;
    for step in pointer.split('/').skip(1) {
        at = match at {
            Tree::Array(items) => items.get_mut(step.parse::<usize>().ok()?)?,
            Tree::Object(members) => {
                let step = unescape(step);
                let place = members.iter().position(|(name, _)| **name == *step);
                if place.is_none() && make {
                    members.push((step.as_ref().into(), Tree::Object(Vec::new())));
                }
                let last = members.len().checked_sub(1)?;
                &mut members.get_mut(place.or_else(|| make.then_some(last))?)?.1
            }
            _ => return None,
        };
    }
    Some(at)
}

fn set(root: &mut Tree, pointer: &str, value: Tree) -> Option<()> {
    let (above, last) = pointer.rsplit_once('/')?;
    match parent(root, above, true)? {
        Tree::Object(members) => {
            let last = unescape(last);
            match members.iter_mut().find(|(name, _)| **name == *last) {
                Some((_, old)) => *old = value,
                None => members.push((last.as_ref().into(), value)),
            }
        }
        Tree::Array(items) => {
            let index = if last == "-" { items.len() } else { last.parse().ok()? };
            if index == items.len() {
                items.push(value);
            } else {
                *items.get_mut(index)? = value;
            }
        }
        _ => return None,
    }
    Some(())
}

fn unset(root: &mut Tree, pointer: &str) -> Option<()> {
    let (above, last) = pointer.rsplit_once('/')?;
    match parent(root, above, false)? {
        Tree::Object(members) => {
            let last = unescape(last);
            let place = members.iter().position(|(name, _)| **name == *last)?;
            members.remove(place);
        }
        Tree::Array(items) => {
            let index: usize = last.parse().ok()?;
            (index < items.len()).then(|| items.remove(index))?;
        }
        _ => return None,
    }
    Some(())
}
