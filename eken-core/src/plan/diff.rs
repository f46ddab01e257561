//! Diff: what changes from one plan to another.

use serde_json::Value;

use crate::plan::Plan;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where, from the outside in: `indicator 16`, `all 1`, `between`, `max`.
    pub path: Vec<String>,
    /// What stood there; none where it is added.
    pub before: Option<String>,
    /// What stands there now; none where it is removed.
    pub after: Option<String>,
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: ", self.path.join(" / "))?;
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => write!(f, "{before} → {after}"),
            (None, Some(after)) => write!(f, "+ {after}"),
            (Some(before), None) => write!(f, "− {before}"),
            (None, None) => Ok(()),
        }
    }
}

/// The changes from `a` to `b`, in the order of the plans. Items are told by their id, so a moved item is no change;
/// criteria by their position.
pub fn diff(a: &Plan, b: &Plan) -> Vec<Change> {
    let mut changes = Vec::new();
    compare(&mut Vec::new(), &a.to_json(), &b.to_json(), &mut changes);
    changes
}

fn compare(path: &mut Vec<String>, a: &Value, b: &Value, changes: &mut Vec<Change>) {
    if a == b {
        return;
    }
    match (a, b) {
        (Value::Object(before), Value::Object(after)) => {
            let added = after.iter().filter(|(key, _)| !before.contains_key(*key));
            for (key, value) in before {
                step(path, key, Some(value), after.get(key), changes);
            }
            for (key, value) in added {
                step(path, key, None, Some(value), changes);
            }
        }
        (Value::Array(before), Value::Array(after)) if tables(before) && tables(after) => {
            let name = path.pop().unwrap_or_default();
            let labels = |items: &[Value]| -> Vec<String> {
                (1usize..)
                    .zip(items)
                    .map(|(at, item)| format!("{name} {}", label(item).unwrap_or(&at.to_string())))
                    .collect()
            };
            let (old, new) = (labels(before), labels(after));
            for (key, value) in old.iter().zip(before) {
                let other = new.iter().position(|each| each == key).and_then(|at| after.get(at));
                step(path, key, Some(value), other, changes);
            }
            for (key, value) in new.iter().zip(after).filter(|(key, _)| !old.contains(key)) {
                step(path, key, None, Some(value), changes);
            }
            path.push(name);
        }
        _ => changes.push(Change { path: path.clone(), before: Some(shown(a)), after: Some(shown(b)) }),
    }
}

fn step(path: &mut Vec<String>, key: &str, a: Option<&Value>, b: Option<&Value>, changes: &mut Vec<Change>) {
    path.push(key.to_owned());
    match (a, b) {
        (Some(a), Some(b)) => compare(path, a, b, changes),
        // A whole list of items that came or went is shown item by item.
        (Some(list @ Value::Array(items)), None) if tables(items) => {
            compare(path, list, &Value::Array(Vec::new()), changes);
        }
        (None, Some(list @ Value::Array(items))) if tables(items) => {
            compare(path, &Value::Array(Vec::new()), list, changes);
        }
        _ => changes.push(Change { path: path.clone(), before: a.map(shown), after: b.map(shown) }),
    }
    path.pop();
}

fn tables(items: &[Value]) -> bool {
    items.iter().all(Value::is_object)
}

fn label(item: &Value) -> Option<&str> {
    item.get("id").or_else(|| item.get("number")).and_then(Value::as_str)
}

/// A value on one line: words in Chinese, an item by its title, label or measure.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(table) => {
            let name = ["zh", "title", "label", "point", "note"].iter().find_map(|key| table.get(*key));
            match name {
                Some(name) => shown(name),
                None => {
                    let parts: Vec<String> =
                        table.iter().map(|(key, value)| format!("{key} {}", shown(value))).collect();
                    parts.join(", ")
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_empty_list_and_a_list_of_texts_are_one_change() {
        let told = |a: &Value, b: &Value| {
            let mut changes = Vec::new();
            compare(&mut vec!["covers".to_owned()], a, b, &mut changes);
            changes.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let (none, texts, tables) = (json!([]), json!(["a", "b"]), json!([{ "id": "a" }]));
        assert_eq!(told(&none, &texts), ["covers:  → a, b"]);
        assert_eq!(told(&texts, &none), ["covers: a, b → "]);
        assert_eq!(told(&none, &tables), ["covers a: + id a"]);
        assert_eq!(told(&none, &none), [""; 0]);
    }
}
