//! Changes of shape: another type, null, fields gone or added, arrays for objects and the reverse, sections, nesting.

use eken_core::json::Tree;
use eken_core::model::kind::FieldKind;

use super::{Class, is_object, is_text, one_of, refused, sound, text_of};
use crate::documents::build::object;
use crate::documents::odd::{KEYS, add, odd};

pub(super) const CLASSES: &[Class] = &[
    refused("another type", |site, _, random| match &site.kind {
        FieldKind::Flag => one_of(random, &["0", "1", "\"true\"", "\"是\"", "[]"]),
        FieldKind::Quantity { .. } => one_of(random, &["true", "false", "[]", "[1]", "\"\""]),
        FieldKind::Version => one_of(random, &["\"2023\"", "\"1\"", "true", "[2023]"]),
        kind if is_object(kind) => one_of(random, &["true", "0", "\"x\"", "\"{}\""]),
        FieldKind::List(_) => one_of(random, &["\"x\"", "7", "false"]),
        _ => one_of(random, &["0", "1.5", "true", "[\"x\"]", "[]"]),
    }),
    refused("null", |_, _, _| Some(Tree::Null)),
    refused("a required field is not there", |site, old, random| {
        let FieldKind::Record(info) = &site.kind else { return None };
        let required: Vec<&str> = info().fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        if required.is_empty() {
            return None;
        }
        let gone = required[random.below(required.len())];
        let Tree::Object(members) = old else { return None };
        Some(Tree::Object(members.iter().filter(|(key, _)| &**key != gone).cloned().collect()))
    }),
    refused("a required field under another name", |site, old, random| {
        let FieldKind::Record(info) = &site.kind else { return None };
        let required: Vec<&str> = info().fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        let chosen = (!required.is_empty()).then(|| required[random.below(required.len())])?;
        renamed(old, chosen, &format!("{}_", chosen.to_uppercase()))
    }),
    sound("a field under another name", |site, old, random| {
        let FieldKind::Record(info) = &site.kind else { return None };
        let free: Vec<&str> = info().fields.iter().filter(|field| !field.required).map(|field| field.name).collect();
        let chosen = (!free.is_empty()).then(|| free[random.below(free.len())])?;
        old.get(chosen)?;
        renamed(old, chosen, &format!("{chosen}x"))
    }),
    sound("unknown fields", |site, old, random| {
        if !matches!(site.kind, FieldKind::Record(_) | FieldKind::Section(_)) || old.get("missing").is_some() {
            return None;
        }
        let mut out = old.clone();
        for _ in 0..=random.below(3) {
            let value = odd(random, 3);
            add(&mut out, KEYS[random.below(KEYS.len())], value);
        }
        Some(out)
    }),
    sound("deep nesting", |site, old, random| {
        if !matches!(site.kind, FieldKind::Record(_)) || old.get("missing").is_some() {
            return None;
        }
        let depth = 31usize.checked_sub(site.path.len())?;
        let mut value = Tree::Array(vec![]);
        for _ in 1..depth {
            value = if random.below(2) == 0 { Tree::Array(vec![value]) } else { object(&[("a", value)]) };
        }
        let mut out = old.clone();
        add(&mut out, "depth", value);
        Some(out)
    }),
    refused("an array for an object", |site, old, random| {
        is_object(&site.kind).then(|| match random.below(3) {
            0 => Tree::Array(vec![]),
            1 => Tree::Array(vec![old.clone()]),
            // the fields in order, as serde would take them
            _ => match old {
                Tree::Object(members) => Tree::Array(members.iter().map(|(_, value)| value.clone()).collect()),
                other => Tree::Array(vec![other.clone()]),
            },
        })
    }),
    refused("an object for an array", |site, old, random| {
        let (FieldKind::List(_), Tree::Array(items)) = (&site.kind, old) else { return None };
        Some(match (random.below(2), items.first()) {
            (0, Some(first)) => object(&[("0", first.clone())]),
            _ => object(&[]),
        })
    }),
    refused("an object for a plain value", |site, _, random| {
        let plain = !is_object(&site.kind) && !matches!(site.kind, FieldKind::List(_));
        if plain { one_of(random, &["{}", "{\"a\":1}", "{\"0\":\"x\"}"]) } else { None }
    }),
    refused("a section's head is faulty", |site, old, random| {
        let FieldKind::Section(_) = &site.kind else { return None };
        let faults = [
            ("complete", "\"yes\""),
            ("complete", "1"),
            ("complete", "null"),
            ("missing", "\"lost\""),
            ("missing", "true"),
            ("missing", "{\"missing\":\"withheld\"}"),
            ("as_of", "\"2023-06\""),
            ("source", "\"\""),
            ("note", "5"),
            ("items", "{}"),
            ("items", "null"),
            ("items", "[null]"),
            ("items", "[[]]"),
            ("items", "[\"x\"]"),
        ];
        let (key, value) = faults[random.below(faults.len())];
        let mut out = Tree::Object(match old {
            Tree::Object(members) => members.iter().filter(|(name, _)| &**name != key).cloned().collect(),
            _ => return None,
        });
        add(&mut out, key, super::tree(value));
        Some(out)
    }),
    sound("a section without records", |site, _, random| {
        let FieldKind::Section(_) = &site.kind else { return None };
        one_of(
            random,
            &[
                "{}",
                "{\"items\":[]}",
                "{\"complete\":false,\"missing\":\"not_collected\"}",
                "{\"complete\":{\"missing\":\"withheld\"}}",
            ],
        )
    }),
    refused("a code that is not in the list", |site, _, random| {
        let FieldKind::Code(list) = &site.kind else { return None };
        let info = list[random.below(list.len())];
        let texts = [
            format!("{}x", info.code),
            info.code.to_uppercase(),
            format!(" {}", info.code),
            format!("{}\u{200b}", info.code),
            info.label.zh.to_owned(),
            String::new(),
        ];
        Some(Tree::text(&texts[random.below(texts.len())]))
    }),
    refused("a code with a line feed", |site, _, random| {
        let FieldKind::Code(list) = &site.kind else { return None };
        Some(Tree::text(&format!("{}\n", list[random.below(list.len())].code)))
    }),
    sound("every code", |site, _, random| {
        let FieldKind::Code(list) = &site.kind else { return None };
        Some(Tree::text(list[random.below(list.len())].code))
    }),
    sound("missing with a reason", |site, _, random| {
        if !site.missable {
            return None;
        }
        one_of(
            random,
            &[
                r#"{"missing":"not_collected"}"#,
                r#"{"missing":"not_yet_due","note":"验收后"}"#,
                r#"{"note":{"missing":"withheld"},"missing":"not_applicable"}"#,
            ],
        )
    }),
    sound("missing and yet with a value", |site, old, _| {
        site.missable.then(|| object(&[("missing", Tree::text("withheld")), ("value", old.clone())]))
    }),
    refused("missing with a bad reason", |site, _, random| {
        if !site.missable {
            return None;
        }
        one_of(
            random,
            &[
                r#"{"missing":"lost"}"#,
                r#"{"missing":"withheld\n"}"#,
                r#"{"missing":null}"#,
                r#"{"missing":true}"#,
                r#"{"missing":[]}"#,
                r#"{"missing":{"missing":"withheld"}}"#,
                r#"{"missing":"withheld","note":""}"#,
                r#"{"Missing":"withheld"}"#,
            ],
        )
    }),
    refused("missing where nothing may be", |site, _, random| {
        let fixed = matches!(site.kind, FieldKind::List(_) | FieldKind::Geometry | FieldKind::Version);
        let plain = !is_object(&site.kind) && !site.missable;
        if fixed || plain { one_of(random, &[r#"{"missing":"not_collected"}"#]) } else { None }
    }),
    sound("another version of 1", |site, _, random| match site.kind {
        FieldKind::Version => one_of(random, &["1.0", "1e0", "10e-1", "1"]),
        _ => None,
    }),
    refused("another version", |site, _, random| match site.kind {
        FieldKind::Version => one_of(random, &["2", "2.0", "0", "-0", "1.5", "-1", "100", "1e6", "1e15"]),
        _ => None,
    }),
    refused("a version as text", |site, _, random| match site.kind {
        FieldKind::Version => text_of(random, &["1", "1.0", "v1", "１"]),
        _ => None,
    }),
    sound("texts that say little", |site, _, random| {
        if is_text(&site.kind) {
            text_of(random, &[" ", "null", "0", "{}", "\u{0}", "\u{fffd}", "\u{2028}"])
        } else {
            None
        }
    }),
];

fn renamed(old: &Tree, from: &str, to: &str) -> Option<Tree> {
    let Tree::Object(members) = old else { return None };
    let name = |key: &str| if key == from { to.into() } else { key.into() };
    Some(Tree::Object(members.iter().map(|(key, value)| (name(key), value.clone())).collect()))
}
