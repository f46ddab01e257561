//! Schema: the JSON Schema of a plan's single-file form, made from the shapes.

use schemars::Schema;
use serde_json::{Map, Value, json};

use crate::plan::wire::plan::PLAN;
use crate::plan::wire::shape::{Either, Object, Shape};
use crate::plan::wire::text::Text;
use crate::words::Label;

/// Id of the schema, with its version.
const ID: &str = "urn:eken:schema:v1:plan";

/// JSON Schema (draft 2020-12) of a plan in one file. Tables are closed, only a measure's parameters are open. What the
/// schema refuses the loader refuses; the loader also refuses names that do not exist, tiers without a figure and the
/// like, which no schema can see.
pub fn schema() -> Schema {
    let mut definitions = Definitions::default();
    let body = definitions.object(&PLAN, &[]);
    let mut root = Map::new();
    root.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    root.insert("$id".to_owned(), json!(ID));
    root.extend(body);
    definitions.made.sort_by(|a, b| a.0.cmp(b.0));
    let made = definitions.made.into_iter().map(|(name, value)| (name.to_owned(), value));
    root.insert("$defs".to_owned(), Value::Object(made.collect()));
    Schema::from(root)
}

#[derive(Default)]
struct Definitions {
    made: Vec<(&'static str, Value)>,
}

impl Definitions {
    fn reference(
        &mut self,
        name: &'static str,
        make: impl FnOnce(&mut Self) -> Map<String, Value>,
    ) -> Map<String, Value> {
        if !self.made.iter().any(|(made, _)| *made == name) {
            let index = self.made.len();
            self.made.push((name, Value::Null));
            let body = Value::Object(make(self));
            if let Some(slot) = self.made.get_mut(index) {
                slot.1 = body;
            }
        }
        let mut out = Map::new();
        out.insert("$ref".to_owned(), json!(format!("#/$defs/{name}")));
        out
    }

    fn shape(&mut self, shape: &Shape) -> Map<String, Value> {
        let mut out = Map::new();
        match shape {
            Shape::Text(kind) => out = text(*kind),
            Shape::True => {
                out.insert("type".to_owned(), json!("boolean"));
                out.insert("const".to_owned(), json!(true));
            }
            Shape::List(item) | Shape::Some(item) => {
                out.insert("type".to_owned(), json!("array"));
                out.insert("items".to_owned(), Value::Object(self.shape(item)));
                if matches!(shape, Shape::Some(_)) {
                    out.insert("minItems".to_owned(), json!(1));
                }
            }
            Shape::Map(key, inner) => {
                out.insert("type".to_owned(), json!("object"));
                out.insert("propertyNames".to_owned(), Value::Object(text(*key)));
                out.insert("additionalProperties".to_owned(), Value::Object(self.shape(inner)));
                out.insert("minProperties".to_owned(), json!(1));
            }
            Shape::Object(object) => out = self.reference(object.name, |all| all.object(object, &[])),
            Shape::Either(either) => out = self.reference(either.name, |all| all.either(either)),
        }
        out
    }

    fn either(&mut self, either: &'static Either) -> Map<String, Value> {
        let mut out = titled(either.title);
        let mut cases = Vec::new();
        for (key, object) in either.cases {
            let others: Vec<&str> = either.cases.iter().map(|(other, _)| *other).filter(|other| other != key).collect();
            let case = self.reference(object.name, |all| all.object(object, &others));
            cases.push(Value::Object(case));
        }
        out.insert("oneOf".to_owned(), Value::Array(cases));
        out
    }

    /// A table. In an open one the keys `barred`, which would make it another case, are refused.
    fn object(&mut self, object: &Object, barred: &[&str]) -> Map<String, Value> {
        let mut out = titled(object.title);
        out.insert("type".to_owned(), json!("object"));
        let mut properties = Map::new();
        for field in object.fields {
            let mut property = Map::new();
            property.insert("title".to_owned(), json!(both(field.title, " · ")));
            property.insert("description".to_owned(), json!(both(field.about, "\n")));
            property.extend(self.shape(&field.shape));
            properties.insert(field.name.to_owned(), Value::Object(property));
        }
        if object.open {
            properties.extend(barred.iter().map(|key| ((*key).to_owned(), json!(false))));
        }
        out.insert("properties".to_owned(), Value::Object(properties));
        let required: Vec<&str> = object.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        if !required.is_empty() {
            out.insert("required".to_owned(), json!(required));
        }
        if object.not_empty {
            out.insert("minProperties".to_owned(), json!(1));
        }
        if object.open {
            out.insert("propertyNames".to_owned(), Value::Object(text(Text::Key)));
            let any = Value::Object(text(Text::Any));
            let kinds = json!([any, {"type": "boolean"}, {"type": "array", "items": any}]);
            out.insert("additionalProperties".to_owned(), json!({"anyOf": kinds}));
        } else {
            out.insert("additionalProperties".to_owned(), json!(false));
        }
        if !object.exactly_one.is_empty() {
            // The key stands among the properties too: ajv's strict mode wants what is required to be defined there.
            let with = |key: &str| {
                let properties: Map<String, Value> = [(key.to_owned(), json!(true))].into_iter().collect();
                json!({"type": "object", "properties": properties, "required": [key]})
            };
            let one: Vec<Value> = object.exactly_one.iter().map(|key| with(key)).collect();
            out.insert("oneOf".to_owned(), Value::Array(one));
        }
        out
    }
}

fn titled(title: Label) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("title".to_owned(), json!(both(title, " · ")));
    out
}

fn both(label: Label, between: &str) -> String {
    format!("{}{between}{}", label.zh, label.en)
}

fn text(kind: Text) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("type".to_owned(), json!("string"));
    if let Some(codes) = kind.labels() {
        let case = |(code, label): (&str, Label)| {
            // a unit may have no English word
            let en = if label.en.is_empty() { code } else { label.en };
            json!({"const": code, "title": format!("{} · {en}", label.zh)})
        };
        out.insert("oneOf".to_owned(), codes.into_iter().map(case).collect());
    } else if let Some(pattern) = kind.pattern() {
        out.insert("pattern".to_owned(), json!(pattern));
    } else {
        out.insert("minLength".to_owned(), json!(1));
    }
    out
}
