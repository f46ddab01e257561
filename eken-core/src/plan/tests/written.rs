//! The written form: JSON and TOML say the same, a plan comes back as it went out, schema and loader agree.

use serde_json::{Value, json};

use super::{SMALL, faults_of, plan_of};
use crate::plan::{Plan, PlanSource, builtin, builtin_ids, schema};

fn load_json(value: &Value) -> crate::error::Result<Plan> {
    Plan::load(&PlanSource::single("plan.json", value.to_string()), None)
}

#[test]
fn a_plan_comes_back_from_its_json_as_it_went_out() {
    let mut plans: Vec<Plan> = builtin_ids().iter().map(|id| builtin(id).unwrap()).collect();
    plans.push(plan_of(SMALL, None));
    for plan in plans {
        let json = plan.to_json();
        let back = load_json(&json).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(back, Plan { base: None, ..plan });
        assert_eq!(back.to_json().to_string(), json.to_string());
    }
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    let text = || builtin("yuanqu-2023").unwrap().to_json().to_string();
    assert_eq!(text(), text());
}

#[test]
fn json_faults_have_their_line_and_column() {
    let text = "{\n  \"id\": \"p\",\n  \"titel\": {\"zh\": \"题\", \"en\": \"t\"},\n  \"base\": 5\n}";
    assert_eq!(
        faults_of(&PlanSource::single("p.json", text), None),
        "p.json:1:1: a plan is without \"title\" (did you mean \"title\" by \"titel\"?)\n\
         p.json:3:3: there is no key \"titel\" (did you mean \"title\"?)\n\
         p.json:4:11: base is a number (write it in quotes)"
    );
}

#[test]
fn the_schema_is_closed_and_speaks_both_languages() {
    let schema = schema();
    let value = schema.as_value();
    assert_eq!(value["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let mut tables = Vec::new();
    walk(value, &mut |node| {
        for banned in ["format", "default", "examples", "nullable"] {
            assert!(!node.contains_key(banned), "{banned}");
        }
        assert!(!node.get("type").is_some_and(Value::is_array), "a union of types");
        if let Some(properties) = node.get("properties").and_then(Value::as_object) {
            tables.push(properties.len());
            assert!(node.contains_key("additionalProperties") || !node.contains_key("title"));
            for property in properties.values().filter(|property| property.is_object()) {
                assert!(property["title"].as_str().is_some_and(|title| title.contains(" · ")));
                assert!(property["description"].as_str().is_some_and(|about| about.contains('\n')));
            }
        }
    });
    assert!(tables.len() >= 20, "{tables:?}");
    let references: Vec<String> =
        value.to_string().split("#/$defs/").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    for name in references {
        assert!(value["$defs"].get(&name).is_some(), "{name} is not defined");
    }
}

/// Calls `f` on every schema within one.
fn walk(schema: &Value, f: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    let Some(node) = schema.as_object() else { return };
    f(node);
    for key in ["items", "additionalProperties", "propertyNames"] {
        node.get(key).into_iter().for_each(|inner| walk(inner, f));
    }
    for key in ["oneOf", "anyOf"] {
        node.get(key).and_then(Value::as_array).into_iter().flatten().for_each(|inner| walk(inner, f));
    }
    for key in ["properties", "$defs"] {
        node.get(key).and_then(Value::as_object).into_iter().flatten().for_each(|(_, inner)| walk(inner, f));
    }
}

#[test]
fn structures_that_the_schema_refuses_the_loader_refuses() {
    let sound = plan_of(SMALL, None).to_json();
    let leaf = "/indicator/0/all/0";
    for (pointer, value) in [
        ("", json!([])),
        ("/id", json!("")),
        ("/id", json!("a b")),
        ("/title", json!({"zh": "题"})),
        ("/title", json!(["题", "t"])),
        ("/indicator", json!({})),
        ("/indicator/0/all", json!([])),
        (leaf, json!({"any": [], "clauses": []})),
        (leaf, json!({"measure": "m", "holds": true, "any": ["x"]})),
        (leaf, json!({"measure": "m", "holds": true, "of": 5})),
        (leaf, json!({"measure": "m", "holds": true, "of": ""})),
        (leaf, json!({"measure": "m", "holds": true, "of": null})),
        (leaf, json!({"measure": "m", "holds": true, "Of": "x"})),
        (leaf, json!({"measure": "m", "holds": true, "when": {}})),
        (leaf, json!({"measure": "m", "holds": true, "valid": {}})),
        (leaf, json!({"measure": "m", "holds": null})),
        (leaf, json!({"measure": "m", "at-least": {"value": "1e3", "unit": "item"}})),
    ] {
        let mut spoilt = sound.clone();
        *spoilt.pointer_mut(pointer).unwrap() = value.clone();
        assert!(load_json(&spoilt).is_err(), "{pointer} {value}");
    }
}
