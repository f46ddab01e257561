//! Codes: by their written form or by either label.

use eken_core::model::kind::CodeInfo;

use super::written::compact;

/// The code that a text names, if exactly one is meant.
pub(super) fn find(text: &str, codes: &[CodeInfo]) -> Option<&'static str> {
    let exact = |info: &&CodeInfo| info.code == text || info.label.zh == text;
    if let Some(info) = codes.iter().find(exact) {
        return Some(info.code);
    }
    let forms: [fn(&str) -> String; 2] = [bare, |text| bare(&without_brackets(text))];
    forms.into_iter().find_map(|form| {
        let wanted = form(text);
        let is = |text: &str| form(text) == wanted;
        let mut found = codes.iter().filter(|info| is(info.code) || is(info.label.zh) || is(info.label.en));
        match (found.next(), found.next()) {
            (Some(info), None) if !wanted.is_empty() => Some(info.code),
            _ => None,
        }
    })
}

/// What two names of a code are compared by: no quotes, brackets, blanks, hyphens.
fn bare(text: &str) -> String {
    const PARTS: [char; 21] = [
        '#', '"', '\'', '「', '」', '『', '』', '《', '》', '(', ')', '[', ']', '【', '】', '-', '_', '·', '.', '、',
        '。',
    ];
    compact(text).chars().filter(|sign| !PARTS.contains(sign)).collect()
}

fn without_brackets(text: &str) -> String {
    let text = compact(text);
    text.split_once('(').map_or(text.clone(), |(head, _)| head.to_owned())
}
