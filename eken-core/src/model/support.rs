//! What the generated readers and schemas of records share.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value as Json, json};

use crate::json::{Param, Reader};
use crate::model::kind::{CodeInfo, Extra, FieldKind, Record};

/// The schema of one property with its English documentation.
pub(crate) struct Property {
    pub(crate) schema: Schema,
    pub(crate) doc: &'static str,
}

/// A key that the record does not have: kept, and reported with the likely intended name.
pub(crate) fn unknown_field(
    reader: &mut Reader<'_>,
    key: &str,
    extra: &mut Extra,
    known: &[(&'static str, &'static str)],
) {
    let start = reader.value_start();
    if extra.fields().len() >= reader.limits().unknown_fields {
        reader.fault("limit.unknown-fields", start, vec![("limit", reader.limits().unknown_fields.into())]);
        reader.skip();
        return;
    }
    let mut params: Vec<(&'static str, Param)> = vec![("field", key.into())];
    let by_label = known.iter().find(|(_, label)| before_colon(label) == key).map(|(name, _)| *name);
    if let Some(likely) = by_label.or_else(|| closest(key, known.iter().map(|(name, _)| *name))) {
        params.push(("likely", likely.into()));
    }
    let code = if extra.fields().iter().any(|(name, _)| &**name == key) {
        "structure.duplicate-key"
    } else {
        "structure.unknown-field"
    };
    reader.fault(code, start, params);
    let value = reader.tree();
    extra.push(key, value);
}

/// A key met twice: which value is meant is unknown, so the field is in doubt; both are kept.
pub(crate) fn duplicate(reader: &mut Reader<'_>, key: &str, extra: &mut Extra) {
    let start = reader.value_start();
    reader.fault("structure.duplicate-key", start, vec![("field", key.into())]);
    let value = reader.tree();
    extra.push(key, value);
}

/// A record without a field that it must have.
pub(crate) fn required(reader: &mut Reader<'_>, start: usize, field: &'static str) {
    reader.fault("structure.required", start, vec![("field", field.into())]);
}

/// A text that is no code of its list.
pub(crate) fn unknown_code(reader: &mut Reader<'_>, start: usize, text: &str, list: &[CodeInfo]) {
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
    known
        .map(|name| (strsim::damerau_levenshtein(&plain, name).min(strsim::damerau_levenshtein(&snake, name)), name))
        .min()
        .filter(|(distance, name)| distance.saturating_mul(3) <= name.chars().count().max(3))
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

/// The label in a `标签：说明` text.
pub(crate) fn before_colon(label: &str) -> &str {
    label.split_once('：').map_or(label, |(before, _)| before)
}

/// The help in a `标签：说明` text.
pub(crate) fn after_colon(label: &str) -> &str {
    label.split_once('：').map_or("", |(_, after)| after)
}

/// The schema of a code list, under a name of its own.
pub(crate) fn code_list_schema(
    generator: &mut SchemaGenerator,
    name: &'static str,
    doc: &'static str,
    list: &'static [CodeInfo],
) -> Schema {
    define(generator, name, |_| {
        let codes: Vec<Json> = list
            .iter()
            .map(|info| json!({ "const": info.code, "title": info.label.zh, "description": info.label.en }))
            .collect();
        json_schema!({ "description": doc, "type": "string", "oneOf": codes })
    })
}

/// The schema of a record, under a name of its own.
pub(crate) fn record_schema<R: Record>(
    generator: &mut SchemaGenerator,
    doc: &'static str,
    properties: impl FnOnce(&mut SchemaGenerator) -> Vec<Property>,
) -> Schema {
    define(generator, R::NAME, |generator| {
        let info = R::info();
        let mut members = Map::new();
        for (field, property) in info.fields.iter().zip(properties(generator)) {
            let mut schema = property.schema;
            schema.insert("title".into(), format!("{} / {}", field.label.zh, field.label.en).into());
            schema.insert("description".into(), description(field, property.doc).into());
            members.insert(field.name.into(), schema.into());
        }
        let required: Vec<&str> = info.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        let mut schema = json_schema!({
            "title": format!("{} / {}", info.label.zh, R::NAME),
            "description": doc,
            "type": "object",
            "properties": members,
        });
        if !required.is_empty() {
            schema.insert("required".into(), required.into());
        }
        schema
    })
}

fn description(field: &crate::model::kind::FieldInfo, doc: &str) -> String {
    let mut out = String::new();
    if !field.help.is_empty() {
        out.push_str(field.help);
        out.push_str("。 ");
    }
    out.push_str(doc);
    if let FieldKind::Quantity { bounds, .. } = &field.kind {
        let unit = bounds.unit.label();
        let en = if unit.en.is_empty() { "whole number" } else { unit.en };
        out.push_str(&format!(" 单位 unit: {} ({en}).", unit.zh));
    }
    if !field.clauses.is_empty() {
        out.push_str(&format!(" 依据 clause: {}.", field.clauses.join(", ")));
    }
    out
}

/// Puts a schema among the definitions once and refers to it.
pub(crate) fn define(
    generator: &mut SchemaGenerator,
    name: &str,
    make: impl FnOnce(&mut SchemaGenerator) -> Schema,
) -> Schema {
    if !generator.definitions().contains_key(name) {
        generator.definitions_mut().insert(name.to_owned(), Json::Bool(true));
        let schema = make(generator);
        generator.definitions_mut().insert(name.to_owned(), schema.into());
    }
    Schema::new_ref(format!("#/$defs/{name}"))
}
