//! Titles of the parts of a schema, made from their descriptions.

use schemars::Schema;
use serde_json::{Map, Value};

/// Where the Chinese half of a description goes on to explain.
const PAUSES_ZH: [char; 5] = ['：', '；', '，', '。', '（'];
/// Where the English half does.
const PAUSES_EN: [&str; 4] = [": ", "; ", ". ", " ("];

/// Gives every property and definition without a title one in both languages: the first words of its description, which
/// says `中文。English`.
pub(super) fn title(schema: &mut Schema) {
    for (key, named) in [("properties", true), ("$defs", false)] {
        let Some(Value::Object(parts)) = schema.get_mut(key) else { continue };
        for (name, part) in parts.iter_mut().filter_map(|(name, part)| Some((name, part.as_object_mut()?))) {
            if named && part.get("description").is_none() && matches!(name.as_str(), "min" | "max") {
                let title = if name == "min" { "下限 · Floor" } else { "上限 · Ceiling" };
                put(part, title.to_owned());
            } else if let Some(title) = part.get("description").and_then(Value::as_str).and_then(short) {
                put(part, title);
            }
        }
    }
}

/// Puts a title first, as the dossier's schema has it.
fn put(part: &mut Map<String, Value>, title: String) {
    if part.contains_key("title") {
        return;
    }
    let rest = std::mem::take(part);
    part.insert("title".to_owned(), title.into());
    part.extend(rest);
}

/// The short form of a description.
fn short(description: &str) -> Option<String> {
    let (zh, en) = description.rsplit_once('。')?;
    let zh = PAUSES_ZH.iter().filter_map(|pause| zh.find(*pause)).min().and_then(|end| zh.get(..end)).unwrap_or(zh);
    let en = en.trim();
    let en = PAUSES_EN.iter().filter_map(|pause| en.find(pause)).min().and_then(|end| en.get(..end)).unwrap_or(en);
    Some(format!("{zh} · {}", en.trim_end_matches('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_the_first_words_of_both_halves() {
        for (description, title) in [
            ("结论。The verdict: every criterion must hold.", "结论 · The verdict"),
            ("编号：`16` 或 `T1`。Id: `16` or `T1`.", "编号 · Id"),
            ("项目名称；未填时为 null。Name of the town; null when it is not stated.", "项目名称 · Name of the town"),
            ("数值，以基本单位计。 A figure in the base unit (yuan); a text.", "数值 · A figure in the base unit"),
        ] {
            assert_eq!(short(description).as_deref(), Some(title));
        }
        assert_eq!(short("no Chinese"), None);
    }

    #[test]
    fn a_title_that_stands_already_stays_and_a_new_one_stands_first() {
        let mut schema: Schema = serde_json::json!({
            "properties": {
                "own": {"title": "我的 · Mine", "description": "结论。The verdict."},
                "made": {"description": "结论。The verdict."},
                "min": {"type": "number"},
                "bare": {"type": "number"},
                "whatever": true,
            },
        })
        .try_into()
        .unwrap();
        title(&mut schema);
        assert_eq!(
            serde_json::to_string(&schema).unwrap(),
            serde_json::json!({
                "properties": {
                    "own": {"title": "我的 · Mine", "description": "结论。The verdict."},
                    "made": {"title": "结论 · The verdict", "description": "结论。The verdict."},
                    "min": {"title": "下限 · Floor", "type": "number"},
                    "bare": {"type": "number"},
                    "whatever": true,
                },
            })
            .to_string()
        );
    }
}
