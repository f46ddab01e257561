//! Sentences: the words of a code with its parameters put in.

use super::names;
use crate::assess::{Lack, Note};
use crate::finding::{Finding, Spec};
use crate::json::Param;
use crate::model::CountyTier;
use crate::model::kind::{Code, CodeInfo};
use crate::plan::Plan;
use crate::quantity::Unit;
use crate::words::{Label, Lang};

/// How a sentence speaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice<'a> {
    /// Language.
    pub lang: Lang,
    /// The plan that questions, readings and departments are named by.
    pub plan: Option<&'a Plan>,
    /// Whether names of fields and codes stand beside their labels, for whoever mends the file.
    pub with_names: bool,
}

/// What is wrong, by a finding.
pub(super) fn message(finding: &Finding, voice: &Voice<'_>) -> String {
    fill(finding.spec.message, &finding.params, &finding.pointer, voice)
}

/// How to mend findings of a kind, without what only a finding at hand tells.
pub(super) fn general_help(spec: &Spec, lang: Lang) -> String {
    fill(spec.help, &[], "", &Voice { lang, plan: None, with_names: false })
}

/// How to mend it.
pub(super) fn help(finding: &Finding, voice: &Voice<'_>) -> String {
    fill(finding.spec.help, &finding.params, &finding.pointer, voice)
}

/// What is missing.
pub(super) fn lack(lack: &Lack, voice: &Voice<'_>) -> String {
    fill(lack.kind.words(), &lack.params, &lack.pointer, voice)
}

/// What is worth knowing.
pub(super) fn note(note: &Note, voice: &Voice<'_>) -> String {
    fill(note.kind.words(), &note.params, &note.pointer, voice)
}

/// A text with its `{name}` filled in. Between semicolons, a part with a name that has no parameter is left out.
pub(super) fn fill(label: Label, params: &[(&'static str, Param)], pointer: &str, voice: &Voice<'_>) -> String {
    let (text, semicolon, joint) = match voice.lang {
        Lang::Zh => (label.zh, '；', "；"),
        Lang::En => (label.en, ';', ";"),
    };
    let parts: Vec<String> = text.split(semicolon).filter_map(|part| filled(part, params, pointer, voice)).collect();
    // a Chinese bracket brings its own space
    parts.join(joint).trim().replace("） ", "）")
}

/// One part with its names filled in; none when one of them has no parameter.
fn filled(part: &str, params: &[(&'static str, Param)], pointer: &str, voice: &Voice<'_>) -> Option<String> {
    let mut out = String::new();
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}').filter(|(name, _)| is_name(name)) {
            Some((name, after)) => {
                let (_, param) = params.iter().find(|(key, _)| *key == name)?;
                out.push_str(&said(name, param, pointer, voice));
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    Some(out)
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'))
}

/// A parameter in words.
fn said(name: &str, param: &Param, pointer: &str, voice: &Voice<'_>) -> String {
    match param {
        Param::Number(number) => number.to_string(),
        Param::Text(text) => text_said(name, text, pointer, voice),
    }
}

fn text_said(name: &str, text: &str, pointer: &str, voice: &Voice<'_>) -> String {
    let lang = voice.lang;
    let list = |one: &dyn Fn(&str) -> String| {
        let joint = if lang == Lang::Zh { "、" } else { ", " };
        text.split(", ").map(one).collect::<Vec<_>>().join(joint)
    };
    match name {
        "section" => named(text, names::section(text), voice),
        "question" => voice.plan.and_then(|plan| names::question(plan, text, lang)).unwrap_or_else(|| text.to_owned()),
        "reading" => match voice.plan.and_then(|plan| plan.reading(text)) {
            Some(reading) => format!("{text}（{}）", reading.point.get(lang)),
            None => text.to_owned(),
        },
        "department" => voice.plan.map_or(text, |plan| names::department(plan, text, lang)).to_owned(),
        "measure" => names::measure_label(text).map_or_else(|| text.to_owned(), |label| label.get(lang).to_owned()),
        "unit" => match Unit::from_code(text) {
            Some(Unit::Item) => if lang == Lang::Zh { "个" } else { "items" }.to_owned(),
            Some(unit) => unit.label().get(lang).to_owned(),
            None => text.to_owned(),
        },
        "tier" => coded(text, &[CountyTier::INFO], voice),
        "expected" | "found" => list(&|each| json_kind(each, lang).to_owned()),
        "known" => {
            let near = names::codes_at(pointer).unwrap_or(CountyTier::INFO);
            list(&|each| coded(each, &[near], voice))
        }
        _ => {
            if let Some(label) = names::code_of_param(name, text) {
                return named(text, Some(label), voice);
            }
            if let Some(label) = names::codes_at(pointer).and_then(|codes| names::label_of(codes, text)) {
                return named(text, Some(label), voice);
            }
            let field = text.rsplit('/').next().unwrap_or(text);
            match name {
                "field" | "likely" | "fields" | "other" => {
                    let one = |each: &str| named(each, names::field_near(pointer, each), voice);
                    if text.contains(", ") { list(&one) } else { one(field) }
                }
                _ if name.ends_with("_field") => named(text, names::field_near(pointer, text), voice),
                _ => text.to_owned(),
            }
        }
    }
}

/// The label of a code where one of the lists has it.
fn coded(code: &str, lists: &[&[CodeInfo]], voice: &Voice<'_>) -> String {
    named(code, lists.iter().find_map(|list| names::label_of(list, code)), voice)
}

/// A name with its label: the label alone, or both for whoever mends the file.
fn named(name: &str, label: Option<Label>, voice: &Voice<'_>) -> String {
    match label {
        None => name.to_owned(),
        Some(label) if !voice.with_names => names::lowered(&label, voice.lang),
        Some(label) => match voice.lang {
            Lang::Zh => format!("{name}（{}）", label.zh),
            Lang::En => name.to_owned(),
        },
    }
}

/// What a kind of JSON value is called.
fn json_kind(kind: &str, lang: Lang) -> &str {
    match (lang, kind) {
        (Lang::Zh, "object") => "对象",
        (Lang::Zh, "array") => "数组",
        (Lang::Zh, "string") => "文本",
        (Lang::Zh, "number") => "数字",
        (Lang::Zh, "integer") => "整数",
        (Lang::Zh, "boolean") => "true 或 false",
        (Lang::En, "object") => "an object",
        (Lang::En, "array") => "an array",
        (Lang::En, "string") => "a text",
        (Lang::En, "number") => "a number",
        (Lang::En, "integer") => "a whole number",
        (Lang::En, "boolean") => "true or false",
        (_, other) => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::LackKind;
    use crate::model::ComplianceField;
    use crate::plan::builtin;

    const PLAIN: Voice<'_> = Voice { lang: Lang::Zh, plan: None, with_names: false };

    #[test]
    fn a_part_whose_parameter_is_not_given_is_left_out() {
        let words =
            Label::new("检查拼写；最接近的字段是 {likely}", "check the spelling; the nearest field is {likely}");
        assert_eq!(fill(words, &[], "/town/nmae", &PLAIN), "检查拼写");
        assert_eq!(fill(words, &[], "", &Voice { lang: Lang::En, ..PLAIN }), "check the spelling");
        let params = vec![("likely", "name".into())];
        let voice = Voice { with_names: true, ..PLAIN };
        assert_eq!(fill(words, &params, "/town/nmae", &voice), "检查拼写；最接近的字段是 name（项目名称）");
    }

    #[test]
    fn braces_that_hold_no_name_stay() {
        let words = Label::new("写成 {\"missing\": \"x\"}、{} 或 {…}", "");
        assert_eq!(fill(words, &[], "", &PLAIN), "写成 {\"missing\": \"x\"}、{} 或 {…}");
    }

    #[test]
    fn lacks_speak_of_sections_fields_questions_and_series_by_their_labels() {
        let plan = builtin("yuanqu-2023").unwrap();
        let voice = Voice { plan: Some(&plan), ..PLAIN };
        let said = |kind, pointer: &str, params| lack(&Lack::new(kind, pointer, params), &voice);
        assert_eq!(
            said(LackKind::SectionIncomplete, "/facilities", vec![("section", "facilities".into())]),
            "“设施”未申明列全：补齐并申明完整"
        );
        assert_eq!(
            said(LackKind::Field, "/facilities/items/0/opened", vec![("field", "opened".into())]),
            format!("补填“{}”", names::field_near("/facilities/items/0", "opened").unwrap().zh)
        );
        assert!(!said(LackKind::Judgement, "/judgements", vec![("question", "15-needs".into())]).contains("15-needs"));
        let series = said(
            LackKind::Statistic,
            "/statistics",
            vec![("period", "2022".into()), ("series", "gross_output".into())],
        );
        assert!(!series.contains("gross_output"), "{series}");
        for info in ComplianceField::INFO {
            let params = vec![("field", info.code.into()), ("from", "2023-01".into()), ("until", "2023-12".into())];
            let period = said(LackKind::Period, "/compliance", params);
            assert!(period.contains(info.label.zh) && !period.contains(info.code), "{period}");
        }
    }

    #[test]
    fn every_structural_fault_has_words_in_both_languages_once_filled() {
        for spec in crate::parse::STRUCTURE {
            for lang in [Lang::Zh, Lang::En] {
                for label in [spec.message, spec.help] {
                    let text = label.get(lang);
                    assert!(!text.is_empty(), "{} lacks words", spec.code);
                }
            }
        }
    }

    #[test]
    fn fields_that_are_listed_are_each_said_by_their_label() {
        let words = Label::new("填写{field}", "fill in {field}");
        let said = |fields: &str, lang, with_names| {
            let voice = Voice { lang, plan: None, with_names };
            fill(words, &[("field", fields.into())], "/town", &voice)
        };
        assert_eq!(said("name", Lang::Zh, false), "填写项目名称");
        assert_eq!(said("name, as_seen", Lang::Zh, false), "填写项目名称、as_seen");
        assert_eq!(said("name, tier", Lang::Zh, true), "填写name（项目名称）、tier（县域类型）");
        assert_eq!(said("name, tier", Lang::En, true), "fill in name, tier");
    }
}
