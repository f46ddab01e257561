//! The schemas of findings and assessments, made from the types that write them.

use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde_json::{Value, json};

use super::assessment::AssessmentDocument;
use super::findings::FindingsFile;
use super::titles::title;

/// JSON Schema (draft 2020-12) of what `eken check --format json` writes.
pub fn findings_schema() -> Schema {
    plain_schema::<FindingsFile>()
}

/// JSON Schema (draft 2020-12) of what `eken assess --format json` writes for one file.
pub fn assessment_schema() -> Schema {
    plain_schema::<AssessmentDocument>()
}

fn plain_schema<T: JsonSchema>() -> Schema {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    RecursiveTransform(plain).transform(&mut schema);
    RecursiveTransform(title).transform(&mut schema);
    schema
}

/// Takes out what a strict reader of schemas refuses: formats of the program's number types, and unions of types.
fn plain(schema: &mut Schema) {
    schema.remove("format");
    let Some(Value::Array(types)) = schema.get("type").cloned() else { return };
    schema.remove("type");
    let cases: Vec<Value> = types.into_iter().map(|kind| json!({ "type": kind })).collect();
    schema.insert("anyOf".to_owned(), Value::Array(cases));
}

#[cfg(test)]
mod tests {
    use serde_json::Map;

    use super::*;

    fn visit(value: &Value, seen: &mut impl FnMut(&Map<String, Value>)) {
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
    fn the_schemas_are_plain_and_every_part_is_described_in_both_languages() {
        for schema in [findings_schema(), assessment_schema()] {
            let value = schema.to_value();
            visit(&value, &mut |members| {
                assert!(!members.contains_key("format"), "{members:?}");
                assert!(!members.get("type").is_some_and(Value::is_array), "{members:?}");
                if let Some(Value::Object(properties)) = members.get("properties") {
                    for (name, property) in properties {
                        let described = property.get("description").or(property.get("$ref"));
                        assert!(described.is_some() || name == "min" || name == "max", "{name} has no description");
                    }
                }
            });
        }
    }
}
