//! Errors in words: what could not be done, where, and how to mend it.

use super::layout::printable;
use super::style::{Ink, Style};
use crate::error::{Error, PlanFault};
use crate::words::Lang;

/// An error in the language of the style, with the file it is about, if there is one.
pub fn failure_text(error: &Error, file: Option<&str>, style: &Style) -> String {
    let word = style.paint(Ink::Bad, style.pick("错误", "error"));
    // the name of a file is the sender's
    let file = file.map(printable);
    let at = file.as_deref().map(|file| format!("{file}: ")).unwrap_or_default();
    match error {
        Error::Read { code, words, help, line, column } => {
            let at = file
                .as_deref()
                .map(|file| format!("{file}:{line}:{column}: "))
                .unwrap_or_else(|| format!("{line}:{column}: "));
            let hint = style.pick("改法：", "help: ");
            format!("{word} {at}{} ({code})\n  {hint}{}\n", words.get(style.lang), help.get(style.lang))
        }
        Error::Plan(faults) => {
            let count = faults.len();
            let head = match style.lang {
                Lang::Zh => format!("方案有{count}处错误"),
                Lang::En if count == 1 => "the plan has 1 fault".to_owned(),
                Lang::En => format!("the plan has {count} faults"),
            };
            format!("{word} {at}{head}\n{}", plan_faults_text(faults, style))
        }
        Error::Profile(faults) => {
            let head = match style.lang {
                Lang::Zh => format!("校验口径有{}处错误", faults.len()),
                Lang::En => format!("faults of the profile: {}", faults.len()),
            };
            let hint = style.pick("改法：", "help: ");
            let lines = faults.iter().map(|fault| {
                let (message, help) = (fault.message.get(style.lang), fault.help.get(style.lang));
                let (line, column) = (fault.line, fault.column);
                format!("  {line}:{column}: {}\n    {hint}{}\n", printable(message), printable(help))
            });
            format!("{word} {at}{head}\n{}", lines.collect::<String>())
        }
        Error::Unknown { .. } => {
            let Told { message, help, .. } = told(error, style.lang);
            format!("{word} {at}{message}\n  {help}\n")
        }
        Error::Option { words, help } => {
            let hint = style.pick("改法：", "help: ");
            format!("{word} {at}{}\n  {hint}{}\n", words.get(style.lang), help.get(style.lang))
        }
    }
}

/// An error in its parts.
pub(super) struct Told {
    /// Code.
    pub(super) code: &'static str,
    /// What is wrong.
    pub(super) message: String,
    /// How to mend it; of a plan or profile its first fault.
    pub(super) help: String,
}

/// An error in its parts, in one language.
pub(super) fn told(error: &Error, lang: Lang) -> Told {
    let style = Style { lang, ..Style::default() };
    // what is told of a plan or a profile begins with the word for an error, which whoever shows the parts has said
    let listed = || {
        let text = failure_text(error, None, &style);
        let word = style.pick("错误", "error");
        text.strip_prefix(word).unwrap_or(&text).trim().to_owned()
    };
    match error {
        Error::Read { code, words, help, .. } => {
            Told { code, message: words.get(lang).to_owned(), help: help.get(lang).to_owned() }
        }
        Error::Plan(faults) => {
            let help = faults.first().map(|fault| fault.help.get(lang).to_owned()).unwrap_or_default();
            Told { code: "plan.faulty", message: listed(), help }
        }
        Error::Profile(faults) => {
            let help = faults.first().map(|fault| fault.help.get(lang).to_owned()).unwrap_or_default();
            Told { code: "profile.faulty", message: listed(), help }
        }
        Error::Unknown { kind, name, known } => {
            let (name, known) = (printable(name), known.join(style.pick("、", ", ")));
            let (message, help) = match lang {
                Lang::Zh => (format!("没有名为“{name}”的{}", kind_zh(kind)), format!("可选：{known}")),
                Lang::En => (format!("there is no {kind} named {name:?}"), format!("known: {known}")),
            };
            Told { code: "call.unknown", message, help }
        }
        Error::Option { words, help } => {
            Told { code: "call.option", message: words.get(lang).to_owned(), help: help.get(lang).to_owned() }
        }
    }
}

/// The faults of a plan, one a line: file, line, column, what is wrong, how to mend it.
pub fn plan_faults_text(faults: &[PlanFault], style: &Style) -> String {
    let mut out = String::new();
    for fault in faults {
        let place = format!("{}:{}:{}", printable(&fault.file), fault.line, fault.column);
        out.push_str(&format!("{}: {}\n", style.paint(Ink::Bold, &place), printable(fault.message.get(style.lang))));
        out.push_str(&format!("  {}{}\n", style.pick("改法：", "help: "), printable(fault.help.get(style.lang))));
    }
    out
}

fn kind_zh(kind: &str) -> &str {
    match kind {
        "plan" => "方案",
        "rule" => "检查规则",
        "reading" => "读法",
        "option of the reading" => "读法选项",
        "option" => "选项",
        "indicator" => "指标",
        "schema" => "模式",
        "tier" => "县域类型",
        "section" => "分节",
        "form" => "表单",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::said;

    #[test]
    fn an_error_says_what_where_and_how_to_mend_it_in_both_languages() {
        let error = crate::parse::parse(b"{", &crate::limits::Limits::default()).unwrap_err();
        let zh = failure_text(&error, Some("a.json"), &Style::default());
        assert!(zh.starts_with("错误 a.json:1:2: 不是有效的 JSON (json.syntax)\n  改法："), "{zh}");
        let foreign = failure_text(&error, Some("a\u{1b}[2J\u{202e}.json"), &Style::default());
        assert!(foreign.starts_with("错误 a\u{fffd}[2J\u{fffd}.json:1:2: "), "{foreign}");
        let en = failure_text(&error, None, &Style { lang: Lang::En, ..Style::default() });
        assert!(en.starts_with("error 1:2: not valid JSON"), "{en}");
        let unknown = crate::plan::builtin("x").unwrap_err();
        assert!(failure_text(&unknown, None, &Style::default()).contains("没有名为“x”的方案"));
        let option =
            Error::Option { words: said!("年度不对", "no such year"), help: said!("改年度", "another year") };
        assert_eq!(failure_text(&option, None, &Style::default()), "错误 年度不对\n  改法：改年度\n");
    }

    #[test]
    fn the_faults_of_a_plan_are_told_in_the_language_of_the_style() {
        let source = crate::plan::PlanSource::single("p.toml", "over = \"shanxi-2022\"\nid = \"p\"");
        let error = crate::plan::Plan::load(&source, None).unwrap_err();
        let zh = failure_text(&error, None, &Style::default());
        assert!(zh.contains("p.toml:1:1: 没有键“over”\n  改法：是不是要写“base”"), "{zh}");
        assert!(zh.contains("方案缺少“title”\n  改法：补上 title"), "{zh}");
        let en = failure_text(&error, None, &Style { lang: Lang::En, ..Style::default() });
        assert!(en.contains("there is no key \"over\"\n  help: did you mean \"base\"?"), "{en}");
    }

    #[test]
    fn one_fault_of_a_plan_is_one() {
        let fault = PlanFault {
            file: "p.toml".to_owned(),
            line: 2,
            column: 5,
            message: said!("少了“title”", "there is no \"title\""),
            help: said!("补上 title", "add a title"),
        };
        let en = Style { lang: Lang::En, ..Style::default() };
        let told = |count, style: &Style| failure_text(&Error::Plan(vec![fault.clone(); count]), Some("p"), style);
        let line = "p.toml:2:5: there is no \"title\"\n  help: add a title\n";
        assert_eq!(told(1, &en), format!("error p: the plan has 1 fault\n{line}"));
        assert_eq!(told(2, &en), format!("error p: the plan has 2 faults\n{line}{line}"));
        assert!(told(1, &Style::default()).starts_with("错误 p: 方案有1处错误\n"));
    }
}
