//! The schemas by name.

use serde_json::Value;

use super::{assessment, dossier, findings, plan};
use crate::error::{Error, Result};

/// A schema's name and maker.
struct Published {
    name: &'static str,
    make: fn() -> Value,
}

static PUBLISHED: &[Published] = &[
    Published { name: "dossier", make: dossier::schema },
    Published { name: "plan", make: plan::schema },
    Published { name: "findings", make: findings::schema },
    Published { name: "assessment", make: assessment::schema },
];

/// The names of the schemas, in the order of their use: what is read first, what is written last.
pub fn names() -> impl Iterator<Item = &'static str> {
    PUBLISHED.iter().map(|published| published.name)
}

/// A schema: draft 2020-12, its `$id` the urn `urn:eken:schema:v1:NAME`, its examples valid.
///
/// # Errors
/// [`Error::Unknown`] when there is no schema of the name.
///
/// ```
/// let schema = eken_core::schema::schema("dossier")?;
/// assert_eq!(schema["$id"], "urn:eken:schema:v1:dossier");
/// # Ok::<(), eken_core::error::Error>(())
/// ```
pub fn schema(name: &str) -> Result<Value> {
    match PUBLISHED.iter().find(|published| published.name == name) {
        Some(published) => Ok((published.make)()),
        None => {
            Err(Error::Unknown { kind: "schema", name: name.to_owned(), known: names().map(str::to_owned).collect() })
        }
    }
}

/// A schema as it stands in its file: indented by two spaces, a line feed at the end.
///
/// # Errors
/// As [`schema`].
pub fn text(name: &str) -> Result<String> {
    Ok(format!("{:#}\n", schema(name)?))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn the_committed_files_are_what_the_types_say() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/v1");
        for name in names() {
            let file = folder.join(format!("{name}.json"));
            let committed = std::fs::read_to_string(&file).unwrap_or_default();
            assert!(committed == text(name).unwrap(), "{name}.json is out of date: run `cargo xtask schema`");
        }
        let files: BTreeSet<String> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        let known: BTreeSet<String> = names().map(|name| format!("{name}.json")).collect();
        assert_eq!(files, known, "schemas/v1 holds exactly the schemas that have a name");
    }

    #[test]
    fn every_schema_opens_with_its_head() {
        for name in names() {
            let schema = schema(name).unwrap();
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
            assert_eq!(schema["$id"], format!("urn:eken:schema:v1:{name}"));
            assert!(schema["$comment"].as_str().unwrap().starts_with("GENERATED"));
            for key in ["title", "description"] {
                let words = schema[key].as_str().unwrap();
                assert!(
                    words.chars().any(|c| c > '\u{2fff}') && words.chars().any(|c| c.is_ascii_alphabetic()),
                    "{words}"
                );
            }
            assert!(schema["examples"].as_array().is_some_and(|examples| !examples.is_empty()), "{name}");
            let defs: Vec<&String> = schema["$defs"].as_object().unwrap().keys().collect();
            assert!(defs.is_sorted(), "{defs:?}");
        }
    }

    /// Every object of a schema.
    fn visit(value: &Value, seen: &mut impl FnMut(&serde_json::Map<String, Value>)) {
        match value {
            Value::Object(members) => {
                seen(members);
                members.values().for_each(|value| visit(value, seen));
            }
            Value::Array(items) => items.iter().for_each(|value| visit(value, seen)),
            _ => {}
        }
    }

    #[test]
    fn every_property_and_every_code_has_a_title_in_both_languages() {
        let titled = |part: &Value| {
            part["title"]
                .as_str()
                .and_then(|title| title.split_once(" · "))
                .is_some_and(|(zh, en)| !zh.is_empty() && !en.is_empty() && zh.chars().count() <= 24 && en.len() <= 100)
        };
        for name in names() {
            let mut schema = schema(name).unwrap();
            schema["examples"] = Value::Null;
            let defs = schema["$defs"].clone();
            let referred = |part: &Value| {
                let named = part["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/"));
                named.is_some_and(|named| titled(&defs[named]))
            };
            visit(&schema, &mut |members| {
                assert!(!members.contains_key("enum"), "{name}: write the codes with their labels: {members:?}");
                let properties = members.get("properties").and_then(Value::as_object);
                for (key, part) in properties.into_iter().flatten() {
                    // true and false only say that a key may stand or may not
                    let told = part.is_boolean() || titled(part) || referred(part);
                    assert!(told, "{name}: {key} needs a title: begin its doc comment with 中文。English: {part}");
                }
                for case in members.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
                    assert!(case.get("const").is_none() || titled(case), "{name}: {case}");
                }
            });
        }
    }

    #[test]
    fn every_reference_leads_somewhere_and_nothing_is_unused() {
        for name in names() {
            let schema = schema(name).unwrap();
            let written = schema.to_string();
            let used: BTreeSet<&str> =
                written.split("#/$defs/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let made: BTreeSet<&str> = schema["$defs"].as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(used, made, "{name}");
        }
    }

    #[test]
    fn an_unknown_name_is_refused_with_the_known_ones() {
        let message = schema("dosier").unwrap_err().to_string();
        assert_eq!(message, "there is no schema named \"dosier\"; known: dossier, plan, findings, assessment");
    }
}
