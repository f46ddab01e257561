//! Check: a tree held against a shape; every fault of structure is reported.

use crate::plan::source::{Entry, Faults, Node, NodeKind, likely};
use crate::plan::wire::plan::PLAN;
use crate::plan::wire::shape::{Either, Object, Shape};
use crate::plan::wire::text::Text;

/// Holds a tree against the written form of a plan.
pub(in crate::plan) fn check(root: &Node, faults: &mut Faults<'_>) {
    table(root, &PLAN, faults);
}

fn value(name: &str, node: &Node, shape: &Shape, faults: &mut Faults<'_>) {
    match shape {
        Shape::Text(kind) => text(name, node, *kind, faults),
        Shape::True => match node.kind {
            NodeKind::Bool(true) => {}
            NodeKind::Bool(false) => faults.add(node.place, format!("{name} is only ever true"), "leave it out"),
            _ => wrong(name, node, "true", faults),
        },
        Shape::List(item) | Shape::Some(item) => match &node.kind {
            NodeKind::List(items) => {
                if items.is_empty() && matches!(shape, Shape::Some(_)) {
                    faults.add(node.place, format!("{name} is empty"), "name one at least");
                }
                for each in items {
                    value(name, each, item, faults);
                }
            }
            _ => wrong(name, node, "a list", faults),
        },
        Shape::Map(key, inner) => match &node.kind {
            NodeKind::Table(entries) => {
                if entries.is_empty() {
                    faults.add(node.place, format!("{name} is empty"), "name one at least");
                }
                for entry in entries {
                    if !key.fits(&entry.key) {
                        faults.add(entry.place, format!("{:?} is not {}", entry.key, key.expected()), "");
                    }
                    value(&entry.key, &entry.node, inner, faults);
                }
            }
            _ => wrong(name, node, "a table", faults),
        },
        Shape::Object(object) if matches!(node.kind, NodeKind::Table(_)) => table(node, object, faults),
        Shape::Either(either) if matches!(node.kind, NodeKind::Table(_)) => one_of(node, either, faults),
        Shape::Object(_) | Shape::Either(_) => wrong(name, node, "a table", faults),
    }
}

fn text(name: &str, node: &Node, kind: Text, faults: &mut Faults<'_>) {
    match &node.kind {
        NodeKind::Text(text) if kind.fits(text) => {}
        NodeKind::Text(text) => {
            let meant = kind.codes().and_then(|codes| likely(text, codes));
            let help = meant.map(|meant| format!("did you mean {meant:?}?")).unwrap_or_default();
            faults.add(node.place, format!("{name} = {text:?} is not {}", kind.expected()), help);
        }
        NodeKind::Number | NodeKind::Date => {
            faults.add(node.place, format!("{name} is {}", node.what()), "write it in quotes");
        }
        _ => wrong(name, node, "a text", faults),
    }
}

fn wrong(name: &str, node: &Node, expected: &str, faults: &mut Faults<'_>) {
    faults.add(node.place, format!("{name} is {} where {expected} is expected", node.what()), "");
}

fn one_of(node: &Node, either: &Either, faults: &mut Faults<'_>) {
    let written: Vec<_> = either.cases.iter().filter(|(key, _)| node.entry(key).is_some()).collect();
    match written.as_slice() {
        [(_, object)] => table(node, object, faults),
        [] => {
            let keys: Vec<&str> = either.cases.iter().map(|(key, _)| *key).collect();
            let message = format!("{} is without any of {}", either.title.en, keys.join(", "));
            let meant = node.entries().iter().find_map(|entry| {
                let meant = likely(&entry.key, keys.iter().copied())?;
                Some(format!("did you mean {meant:?} by {:?}?", entry.key))
            });
            faults.add(node.place, message, meant.unwrap_or_default());
        }
        many => {
            let keys: Vec<&str> = many.iter().map(|(key, _)| *key).collect();
            faults.add(node.place, format!("{} has {} at once", either.title.en, keys.join(" and ")), "keep one");
        }
    }
}

fn table(node: &Node, object: &Object, faults: &mut Faults<'_>) {
    let entries = node.entries();
    for entry in entries {
        match object.fields.iter().find(|field| field.name == entry.key) {
            Some(field) => value(field.name, &entry.node, &field.shape, faults),
            None if object.open => parameter(entry, object, faults),
            None => faults.unknown(entry.place, "key", &entry.key, object.fields.iter().map(|field| field.name)),
        }
    }
    for field in object.fields.iter().filter(|field| field.required && node.entry(field.name).is_none()) {
        faults.add(node.place, format!("{} is without {:?}", object.title.en, field.name), "");
    }
    if object.not_empty && entries.is_empty() {
        faults.add(node.place, format!("{} is empty", object.title.en), "");
    }
    if !object.exactly_one.is_empty() {
        let written: Vec<&str> = object.exactly_one.iter().copied().filter(|key| node.entry(key).is_some()).collect();
        if written.is_empty() {
            let one = object.exactly_one.join(", ");
            faults.add(node.place, format!("{} is without a test", object.title.en), format!("write one of {one}"));
        } else if written.len() > 1 {
            let both = written.join(" and ");
            faults.add(node.place, format!("{} has {both} at once", object.title.en), "keep one test");
        }
    }
}

/// A parameter of a measure. A misspelt key of the criterion itself lands here too, and is told by its value.
fn parameter(entry: &Entry, object: &Object, faults: &mut Faults<'_>) {
    let fits = match &entry.node.kind {
        NodeKind::Text(text) => !text.is_empty(),
        NodeKind::Bool(_) => true,
        NodeKind::List(items) => items.iter().all(|item| item.text().is_some_and(|text| !text.is_empty())),
        _ => false,
    };
    let meant = likely(&entry.key, object.fields.iter().map(|field| field.name));
    let help = meant.map(|meant| format!("did you mean {meant:?}?")).unwrap_or_default();
    if !Text::Key.fits(&entry.key) {
        faults.add(entry.place, format!("{:?} is not {}", entry.key, Text::Key.expected()), help);
    } else if !fits {
        let what = entry.node.what();
        let message = format!("{:?} is {what}: a parameter is a text, true or false, or a list of texts", entry.key);
        faults.add(entry.place, message, help);
    }
}
