//! What the generated readers and schemas of records share.

use std::collections::BTreeSet;

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value as Json, json};

use crate::json::{Kind, Param, Reader, key_shown};
use crate::model::kind::{CodeInfo, Extra, FieldInfo, FieldKind, Table};

/// Names of the unknown fields of one object while it is read. There are as many as are kept, at most.
#[derive(Default)]
pub(crate) struct Names(BTreeSet<Box<str>>);

/// A key that the record does not have: kept, and reported with the likely intended name.
pub(crate) fn unknown_field(
    reader: &mut Reader<'_>,
    key: &str,
    extra: &mut Extra,
    names: &mut Names,
    known: &mut dyn Iterator<Item = (&'static str, &'static str)>,
) {
    let start = reader.value_start();
    if is_full(reader, extra, start) {
        return;
    }
    let mut params: Vec<(&'static str, Param)> = Vec::new();
    // likely names are looked for only as long as someone is told
    if reader.keeps_faults() {
        let known: Vec<(&str, &str)> = known.collect();
        let by_label = known.iter().find(|(_, label)| before_colon(label) == key).map(|(name, _)| *name);
        let shown = if by_label.is_some() { key } else { &key_shown(key) };
        params.push(("field", shown.into()));
        if let Some(likely) = by_label.or_else(|| closest(key, known.iter().map(|(name, _)| *name))) {
            params.push(("likely", likely.into()));
        }
    }
    let code = if names.0.insert(key.into()) { "structure.unknown-field" } else { "structure.duplicate-key" };
    reader.fault(code, start, params);
    let value = reader.tree();
    extra.push(key, value);
}

/// A key met twice: which value is meant is unknown, so the field is in doubt; both are kept.
pub(crate) fn duplicate(reader: &mut Reader<'_>, key: &str, extra: &mut Extra) {
    let start = reader.value_start();
    if is_full(reader, extra, start) {
        return;
    }
    reader.fault("structure.duplicate-key", start, vec![("field", key.into())]);
    let value = reader.tree();
    extra.push(key, value);
}

/// Whether an object holds as many unknown fields as are kept; then the field is reported and passed over.
fn is_full(reader: &mut Reader<'_>, extra: &Extra, start: usize) -> bool {
    let most = reader.limits().unknown_fields;
    let full = extra.fields().len() >= most;
    if full {
        reader.fault("limit.unknown-fields", start, vec![("limit", most.into())]);
        reader.skip();
    }
    full
}

/// A record without a field that it must have.
pub(crate) fn required(reader: &mut Reader<'_>, start: usize, field: &'static str) {
    reader.fault("structure.required", start, vec![("field", field.into())]);
}

/// Reads a code, and gives its place in the list.
pub(crate) fn code_place(reader: &mut Reader<'_>, list: &'static [CodeInfo]) -> Option<usize> {
    let start = reader.value_start();
    if reader.kind() != Kind::Text {
        reader.mismatch("string");
        return None;
    }
    let text = reader.text_token()?;
    let place = list.iter().position(|info| info.code == text);
    if place.is_none() {
        unknown_code(reader, start, &text, list);
    }
    place
}

/// A text that is no code of its list.
fn unknown_code(reader: &mut Reader<'_>, start: usize, text: &str, list: &[CodeInfo]) {
    if !reader.keeps_faults() {
        return reader.fault("structure.code-list", start, vec![]);
    }
    let by_label = list.iter().find(|info| info.label.zh == text || info.label.en == text).map(|info| info.code);
    let mut params: Vec<(&'static str, Param)> = Vec::new();
    if let Some(likely) = by_label.or_else(|| closest(text, list.iter().map(|info| info.code))) {
        params.push(("likely", likely.into()));
    }
    params.push(("known", list.iter().map(|info| info.code).collect::<Vec<_>>().join(", ").into()));
    reader.fault("structure.code-list", start, params);
}

/// The known name nearest to what was written, if it is near enough to be meant.
pub(crate) fn closest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain: String = written
        .chars()
        .take(64)
        .map(|c| if matches!(c, '-' | ' ' | '.') { '_' } else { c.to_ascii_lowercase() })
        .collect();
    let snake = snake_case(written);
    let near = |form: &str, name: &str| {
        // a name is at least as far away as their lengths differ
        let most = name.len().max(3) / 3;
        (form.chars().count().abs_diff(name.len()) <= most)
            .then(|| strsim::damerau_levenshtein(form, name))
            .filter(|distance| *distance <= most)
    };
    known
        .filter_map(|name| Some((near(&plain, name).into_iter().chain(near(&snake, name)).min()?, name)))
        .min()
        .map(|(_, name)| name)
}

fn snake_case(written: &str) -> String {
    let mut out = String::new();
    for (index, character) in written.chars().take(64).enumerate() {
        if character.is_ascii_uppercase() && index > 0 {
            out.push('_');
        }
        out.push(character.to_ascii_lowercase());
    }
    out
}

/// The first line of a documentation text, without its full stop.
pub(crate) fn first_line(doc: &'static str) -> &'static str {
    doc.split('\n').next().unwrap_or_default().trim().trim_end_matches('.')
}

/// The second line of a documentation text: what a field means. Empty where there is none.
pub(crate) fn second_line(doc: &'static str) -> &'static str {
    doc.split('\n').nth(1).unwrap_or_default().trim().trim_end_matches('.')
}

/// The name in the documentation of a record, before the Chinese term: `A facility (设施): a building.` gives `A facility`.
pub(crate) fn before_term(doc: &'static str) -> &'static str {
    let line = first_line(doc);
    match line.split_once(" (") {
        Some((before, term)) if term.starts_with(|first: char| !first.is_ascii()) => before,
        _ => line,
    }
}

/// The label in a `标签：说明` text.
pub(crate) fn before_colon(label: &str) -> &str {
    label.split_once('：').map_or(label, |(before, _)| before)
}

/// The help in a `标签：说明` text.
pub(crate) fn after_colon(label: &str) -> &str {
    label.split_once('：').map_or("", |(_, after)| after)
}

/// The schema of a code list, under a name of its own: each code with its labels.
pub(crate) fn code_list_schema(
    generator: &mut SchemaGenerator,
    name: &'static str,
    doc: &'static str,
    list: &'static [CodeInfo],
) -> Schema {
    define(generator, name, &mut |_| {
        let codes: Vec<Json> = list
            .iter()
            .map(|info| json!({ "const": info.code, "title": format!("{} · {}", info.label.zh, info.label.en) }))
            .collect();
        let (en, zh) = both_languages(doc);
        json_schema!({
            "title": format!("{zh} · {}", spaced(name)),
            "description": format!("{zh}，代码表。 {en}, a code list."),
            "type": "string",
            "oneOf": codes,
        })
    })
}

/// The schema of a record, under a name of its own.
pub(crate) fn record_schema(generator: &mut SchemaGenerator, table: &Table) -> Schema {
    define(generator, table.name, &mut |generator| {
        let info = table.info();
        let mut members = Map::new();
        for (field, row) in info.fields.iter().zip(table.rows) {
            let mut schema = (row.schema)(generator);
            // words first: they are what a reader looks for, and what stays when the rest is a reference
            let mut out = Schema::default();
            out.insert("title".into(), format!("{} · {}", field.label.zh, heading(field.label.en)).into());
            out.insert("description".into(), description(field).into());
            for (key, value) in std::mem::take(schema.ensure_object()) {
                if !matches!(key.as_str(), "title" | "description") {
                    out.insert(key, value);
                }
            }
            members.insert(field.name.into(), out.into());
        }
        let required: Vec<&str> = info.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        let doc = joined(table.doc);
        let (en, _) = both_languages(&doc);
        let mut schema = json_schema!({
            "title": format!("{} · {}", info.label.zh, spaced(table.name)),
            "description": format!("{}。 {en}.", info.label.zh),
            "type": "object",
        });
        if !required.is_empty() {
            schema.insert("required".into(), required.into());
        }
        schema.insert("properties".into(), members.into());
        schema
    })
}

/// The lines of a documentation text, one after the other.
fn joined(doc: &str) -> String {
    doc.replace('\n', "")
}

/// What a field is, in both languages, with its unit and the clauses it answers to.
fn description(field: &FieldInfo) -> String {
    let label = field.label;
    let mut out = match field.help {
        help if help.zh.is_empty() => format!("{}。 {}.", label.zh, label.en),
        help => format!("{}：{}。 {}. {}.", label.zh, help.zh, label.en, help.en),
    };
    let inner = match &field.kind {
        FieldKind::List(inner) => inner,
        kind => kind,
    };
    match inner {
        FieldKind::Quantity { bounds, .. } => {
            let unit = bounds.unit.label();
            let en = if unit.en.is_empty() { "a whole number" } else { unit.en };
            out.push_str(&format!(" 单位 unit: {} ({en}).", unit.zh));
        }
        FieldKind::Ref(section) => out.push_str(&format!(" 指向 refers to: {section}.")),
        FieldKind::Personal => out.push_str(" 个人信息 personal data."),
        _ => {}
    }
    if !field.clauses.is_empty() {
        out.push_str(&format!(" 依据 clauses: {}.", field.clauses.join(", ")));
    }
    out
}

/// The English and the Chinese of a documentation text: `A facility (设施): a building.` gives `A facility: a building` and
/// `设施`.
fn both_languages(doc: &str) -> (String, &str) {
    let doc = doc.trim().trim_end_matches('.');
    let found = doc.split_once(" (").and_then(|(before, rest)| {
        let (term, after) = rest.split_at_checked(closing(rest)?)?;
        let after = after.strip_prefix(')')?;
        term.starts_with(|first: char| !first.is_ascii()).then_some((before, term, after))
    });
    match found {
        Some((before, term, after)) => (format!("{before}{after}"), term.split_once(", ").map_or(term, |(zh, _)| zh)),
        None => (doc.to_owned(), doc),
    }
}

/// Where the bracket that was opened before this text closes.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    text.char_indices().find_map(|(at, character)| match character {
        '(' => {
            depth = depth.saturating_add(1);
            None
        }
        ')' if depth == 0 => Some(at),
        ')' => {
            depth = depth.saturating_sub(1);
            None
        }
        _ => None,
    })
}

/// What stands before the first `;` or `:` of a label.
fn heading(label: &str) -> &str {
    label.split([';', ':']).next().unwrap_or(label)
}

/// The words of a type's name: `MarketEntity` gives `market entity`.
fn spaced(name: &str) -> String {
    snake_case(name).replace('_', " ")
}

/// Puts a schema among the definitions once and refers to it.
pub(crate) fn define(
    generator: &mut SchemaGenerator,
    name: &str,
    make: &mut dyn FnMut(&mut SchemaGenerator) -> Schema,
) -> Schema {
    if !generator.definitions().contains_key(name) {
        generator.definitions_mut().insert(name.to_owned(), Json::Bool(true));
        let schema = make(generator);
        generator.definitions_mut().insert(name.to_owned(), schema.into());
    }
    Schema::new_ref(format!("#/$defs/{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_documentation_text_falls_into_its_languages() {
        assert_eq!(both_languages("A facility (设施): a building."), ("A facility: a building".to_owned(), "设施"));
        assert_eq!(both_languages("Service (便民服务, `五(五)1`)."), ("Service".to_owned(), "便民服务"));
        assert_eq!(both_languages("Records (lists)."), ("Records (lists)".to_owned(), "Records (lists)"));
    }

    #[test]
    fn a_name_ends_before_its_chinese_term_and_goes_on_past_other_brackets() {
        assert_eq!(before_term("A facility (设施): a building."), "A facility");
        assert_eq!(before_term("Floors (above ground): a number."), "Floors (above ground): a number");
        assert_eq!(before_term("A brand."), "A brand");
    }
}
