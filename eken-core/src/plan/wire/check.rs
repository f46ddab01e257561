//! Check: a tree held against a shape; every fault of structure is reported.

use crate::plan::source::{Entry, Faults, Node, NodeKind, did_you_mean, kind, likely, one_of};
use crate::plan::wire::plan::PLAN;
use crate::plan::wire::shape::{Either, Object, Shape};
use crate::plan::wire::text::Text;
use crate::words::{Label, Words, said};

/// Other words for keys, which writers of plans take for them.
const OTHER_WORDS: [(&str, &str); 8] = [
    ("over", "base"),
    ("extends", "base"),
    ("parent", "base"),
    ("name", "title"),
    ("criteria", "all"),
    ("change", "amend"),
    ("minimum", "at-least"),
    ("maximum", "at-most"),
];

/// Holds a tree against the written form of a plan.
pub(in crate::plan) fn check(root: &Node, faults: &mut Faults<'_>) {
    table(root, &PLAN, faults);
}

fn value(name: &str, node: &Node, shape: &Shape, faults: &mut Faults<'_>) {
    match shape {
        Shape::Text(kind) => text(name, node, *kind, faults),
        Shape::True => match node.kind {
            NodeKind::Bool(true) => {}
            NodeKind::Bool(false) => {
                let message = said!("{name} 只能是 true", "{name} is only ever true");
                faults.add(node.place, message, said!("删去这个键", "leave it out"));
            }
            _ => {
                wrong(name, node, Label::new("true", "true"), said!("写 {name} = true", "write {name} = true"), faults)
            }
        },
        Shape::List(item) | Shape::Some(item) => match &node.kind {
            NodeKind::List(items) => {
                if items.is_empty() && matches!(shape, Shape::Some(_)) {
                    empty(name, node, faults);
                }
                for each in items {
                    value(name, each, item, faults);
                }
            }
            _ => {
                let help = match item {
                    Shape::Text(_) => said!("写 {name} = [\"…\"]", "write {name} = [\"…\"]"),
                    _ => said!("每一项写在 [[{name}]] 之下", "write each item under [[{name}]]"),
                };
                wrong(name, node, Label::new("列表", "a list"), help, faults);
            }
        },
        Shape::Map(key, inner) => match &node.kind {
            NodeKind::Table(entries) => {
                if entries.is_empty() {
                    empty(name, node, faults);
                }
                for entry in entries {
                    if !key.fits(&entry.key) {
                        let (written, Words { zh, en }) = (&entry.key, key.expected());
                        let message = said!("“{written}”不是{zh}", "{written:?} is not {en}");
                        faults.add(entry.place, message, said!("改写这个键", "write the key so"));
                    }
                    value(&entry.key, &entry.node, inner, faults);
                }
            }
            _ => wrong(name, node, TABLE, as_table(name), faults),
        },
        Shape::Object(object) if matches!(node.kind, NodeKind::Table(_)) => table(node, object, faults),
        Shape::Either(either) if matches!(node.kind, NodeKind::Table(_)) => one_case(node, either, faults),
        Shape::Object(object) => {
            let keys = object.fields.iter().filter(|field| field.required).map(|field| field.name);
            wrong(name, node, TABLE, with_keys(name, keys), faults);
        }
        Shape::Either(_) => wrong(name, node, TABLE, as_table(name), faults),
    }
}

const TABLE: Label = Label::new("表", "a table");

fn as_table(name: &str) -> Words {
    said!("写 {name} = {{ … }}", "write {name} = {{ … }}")
}

/// The help that shows the keys that a table must have.
fn with_keys<'k>(name: &str, keys: impl Iterator<Item = &'k str>) -> Words {
    let keys: Vec<String> = keys.map(|key| format!("{key} = \"…\"")).collect();
    if keys.is_empty() {
        return as_table(name);
    }
    let keys = keys.join(", ");
    said!("写 {name} = {{ {keys} }}", "write {name} = {{ {keys} }}")
}

fn empty(name: &str, node: &Node, faults: &mut Faults<'_>) {
    let help = said!("至少写一项，或删去这个键", "name one at least");
    faults.add(node.place, said!("{name} 是空的", "{name} is empty"), help);
}

fn text(name: &str, node: &Node, kind: Text, faults: &mut Faults<'_>) {
    let Words { zh, en } = kind.expected();
    match &node.kind {
        NodeKind::Text(text) if kind.fits(text) => {}
        NodeKind::Text(text) => {
            let meant = kind.codes().and_then(|codes| likely(text, codes));
            let help = meant.map_or_else(|| said!("写成{zh}", "write {en}"), did_you_mean);
            faults.add(node.place, said!("{name} = “{text}”，应为{zh}", "{name} = {text:?} is not {en}"), help);
        }
        NodeKind::Number | NodeKind::Date => {
            let Label { zh, en } = node.what();
            faults.add(node.place, said!("{name} 是{zh}", "{name} is {en}"), said!("加上引号", "write it in quotes"));
        }
        _ => {
            let help = said!("写成{zh}，加引号", "write {en}, in quotes");
            wrong(name, node, Label::new("文本", "a text"), help, faults);
        }
    }
}

fn wrong(name: &str, node: &Node, expected: Label, help: Words, faults: &mut Faults<'_>) {
    let (Label { zh, en }, found) = (expected, node.what());
    let (zh_found, en_found) = (found.zh, found.en);
    let message = said!("{name} 应为{zh}，实为{zh_found}", "{name} is {en_found} where {en} is expected");
    faults.add(node.place, message, help);
}

fn one_case(node: &Node, either: &Either, faults: &mut Faults<'_>) {
    let Label { zh: thing, en: name } = either.title;
    let written: Vec<_> = either.cases.iter().filter(|(key, _)| node.entry(key).is_some()).collect();
    match written.as_slice() {
        [(_, object)] => table(node, object, faults),
        [] => {
            let keys: Vec<&str> = either.cases.iter().map(|(key, _)| *key).collect();
            let (zh, en) = (keys.join("、"), keys.join(", "));
            let message = said!("{thing}缺少 {zh} 之一", "{name} is without any of {en}");
            faults.add(
                node.place,
                message,
                misspelt(node, &keys).unwrap_or_else(|| said!("补上其中一个", "add one of them")),
            );
        }
        many => {
            let keys: Vec<&str> = many.iter().map(|(key, _)| *key).collect();
            let message = both(either.title, &keys);
            faults.add(node.place, message, said!("只留一个", "keep one"));
        }
    }
}

fn both(title: Label, keys: &[&str]) -> Words {
    let (Label { zh: thing, en: name }, zh, en) = (title, keys.join("、"), keys.join(" and "));
    said!("{thing}同时有 {zh}", "{name} has {en} at once")
}

/// The help on a key that stands there under a misspelt name.
fn misspelt(node: &Node, keys: &[&str]) -> Option<Words> {
    node.entries().iter().filter(|entry| !keys.contains(&entry.key.as_str())).find_map(|entry| {
        let (written, meant) = (&entry.key, likely(&entry.key, keys.iter().copied())?);
        Some(said!("“{written}”是不是要写“{meant}”", "did you mean {meant:?} by {written:?}?"))
    })
}

fn table(node: &Node, object: &Object, faults: &mut Faults<'_>) {
    let Label { zh: thing, en: name } = object.title;
    let entries = node.entries();
    for entry in entries {
        match object.fields.iter().find(|field| field.name == entry.key) {
            Some(field) => value(field.name, &entry.node, &field.shape, faults),
            None if object.open => parameter(entry, object, faults),
            None => unknown_key(entry, object, faults),
        }
    }
    for field in object.fields.iter().filter(|field| field.required && node.entry(field.name).is_none()) {
        let (key, Label { zh, en }) = (field.name, field.about);
        let help = misspelt_of(node, object, key).unwrap_or_else(|| said!("补上 {key}：{zh}", "add {key}: {en}"));
        faults.add(node.place, said!("{thing}缺少“{key}”", "{name} is without {key:?}"), help);
    }
    if object.not_empty && entries.is_empty() {
        let keys: Vec<&str> = object.fields.iter().map(|field| field.name).collect();
        faults.add(node.place, said!("{thing}是空的", "{name} is empty"), one_of(&keys));
    }
    if !object.exactly_one.is_empty() {
        let written: Vec<&str> = object.exactly_one.iter().copied().filter(|key| node.entry(key).is_some()).collect();
        if written.is_empty() {
            let (zh, en) = (object.exactly_one.join("、"), object.exactly_one.join(", "));
            let help = misspelt(node, object.exactly_one).unwrap_or_else(|| said!("写 {zh} 之一", "write one of {en}"));
            faults.add(node.place, said!("{thing}没有写比较方式", "{name} is without a test"), help);
        } else if written.len() > 1 {
            faults.add(node.place, both(object.title, &written), said!("只留一个比较方式", "keep one test"));
        }
    }
}

/// The help on one key that stands there under a misspelt name, which no other key of the table is nearer to.
fn misspelt_of(node: &Node, object: &Object, key: &str) -> Option<Words> {
    let names = || object.fields.iter().map(|field| field.name);
    let entry = node
        .entries()
        .iter()
        .find(|entry| names().all(|name| name != entry.key) && meant_by(&entry.key, object) == Some(key))?;
    let written = &entry.key;
    Some(said!("“{written}”是不是要写“{key}”", "did you mean {key:?} by {written:?}?"))
}

/// The key of a table that was likely meant.
fn meant_by<'o>(written: &str, object: &'o Object) -> Option<&'o str> {
    let names = || object.fields.iter().map(|field| field.name);
    let other = OTHER_WORDS.iter().find(|(word, _)| *word == written).map(|(_, key)| *key);
    other.and_then(|key| names().find(|name| *name == key)).or_else(|| likely(written, names()))
}

fn unknown_key(entry: &Entry, object: &Object, faults: &mut Faults<'_>) {
    let key = &entry.key;
    let keys: Vec<&str> = object.fields.iter().map(|field| field.name).collect();
    let help = meant_by(key, object).map_or_else(|| one_of(&keys), did_you_mean);
    let Label { zh, en } = kind("key");
    faults.add(entry.place, said!("没有{zh}“{key}”", "there is no {en} {key:?}"), help);
}

/// A parameter of a measure. A misspelt key of the criterion itself lands here too, and is told by its value.
fn parameter(entry: &Entry, object: &Object, faults: &mut Faults<'_>) {
    let fits = match &entry.node.kind {
        NodeKind::Text(text) => !text.is_empty(),
        NodeKind::Bool(_) => true,
        NodeKind::List(items) => items.iter().all(|item| item.text().is_some_and(|text| !text.is_empty())),
        _ => false,
    };
    let (key, meant) = (&entry.key, meant_by(&entry.key, object));
    if !Text::Key.fits(key) {
        let Words { zh, en } = Text::Key.expected();
        let help = meant.map_or_else(|| said!("写成{zh}", "write {en}"), did_you_mean);
        faults.add(entry.place, said!("“{key}”不是{zh}", "{key:?} is not {en}"), help);
    } else if !fits {
        let Label { zh, en } = entry.node.what();
        let message = said!(
            "“{key}”是{zh}；参数应为文本、true、false 或文本的列表",
            "{key:?} is {en}: a parameter is a text, true or false, or a list of texts"
        );
        let help = meant.map_or_else(|| said!("写 {key} = \"…\"", "write {key} = \"…\""), did_you_mean);
        faults.add(entry.place, message, help);
    }
}
