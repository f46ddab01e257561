//! Rules in words: the list of all, and the page of one.

use schemars::JsonSchema;
use serde::Serialize;

use super::layout::Page;
use super::style::{Ink, Style};
use super::wire::SeverityCode;
use crate::finding::{Severity, Spec};
use crate::validate::catalogue;
use crate::words::Lang;

/// 检查规则。A kind of finding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RuleDocument {
    /// 代码。Code: subject, full stop, fault.
    pub code: String,
    /// 默认轻重。Severity by default.
    pub severity: SeverityCode,
    /// 查什么。What it looks for.
    pub summary: String,
    /// 消息，{花括号} 内为参数。The message; {name} stands for a parameter.
    pub message: String,
    /// 怎样改。How to mend it.
    pub help: String,
    /// 依据的条款和标准。Clauses and standards it rests on.
    pub clauses: Vec<String>,
    /// 有此问题的例子。An example with the fault.
    pub example: String,
}

impl RuleDocument {
    /// A kind of finding in one language.
    pub fn new(spec: &Spec, lang: Lang) -> Self {
        Self {
            code: spec.code.to_owned(),
            severity: SeverityCode(spec.severity),
            summary: spec.summary.get(lang).to_owned(),
            message: spec.message.get(lang).to_owned(),
            help: spec.help.get(lang).to_owned(),
            clauses: spec.clauses.iter().map(|clause| (*clause).to_owned()).collect(),
            example: spec.example.to_owned(),
        }
    }
}

/// Every kind of finding, one a line, subject by subject.
pub fn rules_text(style: &Style) -> String {
    let mut page = Page::new(style);
    let specs = catalogue();
    let of = |severity| specs.iter().filter(|spec| spec.severity == severity).count();
    let (error, warning, info) = (of(Severity::Error), of(Severity::Warning), of(Severity::Info));
    let count = specs.len();
    page.heading(&match style.lang {
        Lang::Zh => format!("检查规则{count}条：错误{error}，警告{warning}，提示{info}"),
        Lang::En => format!("{count} rules: {error} errors, {warning} warnings, {info} notes"),
    });
    let widest = specs.iter().map(|spec| spec.code.len()).max().unwrap_or_default().saturating_add(2);
    let mut subject = "";
    for spec in &specs {
        let of = spec.code.split('.').next().unwrap_or_default();
        if of != subject {
            page.blank();
            subject = of;
        }
        let severity = spec.severity.label().get(style.lang);
        let width = if style.lang == Lang::Zh { 6 } else { 9 };
        page.row(
            &[(severity, Ink::of_severity(spec.severity), width), (spec.code, Ink::Bold, widest)],
            Ink::Plain,
            spec.summary.get(style.lang),
        );
    }
    page.finish()
}

/// One kind of finding: what it looks for, what it says, how to mend it, what it rests on, an example.
pub fn rule_text(spec: &Spec, style: &Style) -> String {
    let mut page = Page::new(style);
    let lang = style.lang;
    page.heading(&format!("{}  {}", spec.code, spec.summary.get(lang)));
    let width = if lang == Lang::Zh { 6 } else { 10 };
    let mut part = |word: &str, ink, text: &str| page.row(&[(word, Ink::Dim, width)], ink, text);
    part(style.pick("级别", "severity"), Ink::of_severity(spec.severity), spec.severity.label().get(lang));
    part(style.pick("消息", "message"), Ink::Plain, spec.message.get(lang));
    part(style.pick("改法", "help"), Ink::Plain, spec.help.get(lang));
    if !spec.clauses.is_empty() {
        part(style.pick("依据", "cites"), Ink::Plain, &spec.clauses.join(style.pick("、", ", ")));
    }
    part(style.pick("例子", "example"), Ink::Plain, spec.example);
    page.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_listed_and_has_a_page() {
        for lang in [Lang::Zh, Lang::En] {
            let style = Style { lang, ..Style::default() };
            let list = rules_text(&style);
            for spec in catalogue() {
                assert!(list.contains(spec.code), "{}", spec.code);
                let page = rule_text(spec, &style);
                assert!(page.starts_with(spec.code) && page.contains(style.pick("改法", "help")), "{page}");
            }
        }
    }

    #[test]
    fn a_rule_in_json_speaks_one_language() {
        let spec = catalogue().into_iter().find(|spec| spec.code == "entity.code-check").unwrap();
        let json = serde_json::to_value(RuleDocument::new(spec, Lang::En)).unwrap();
        assert_eq!((json["severity"].as_str(), json["clauses"][0].as_str()), (Some("error"), Some("GB 32100-2015")));
        assert!(json["message"].as_str().unwrap().is_ascii());
    }
}
