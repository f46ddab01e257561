//! Wrong usage in Chinese: what clap objects to, in words of this house.

use std::error::Error as _;
use std::ffi::OsString;
use std::fmt;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use eken_core::model::CountyTier;
use eken_core::model::kind::Code;
use eken_core::words::{Label, Lang};

/// Why a value of an option is refused, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal(pub Label);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.en)
    }
}

impl std::error::Error for Refusal {}

/// The language asked for in arguments that could not be read as a whole.
pub fn lang_of(arguments: impl IntoIterator<Item = OsString>) -> Lang {
    let mut before = OsString::new();
    for argument in arguments {
        if argument == "--lang=en" || (before == "--lang" && argument == "en") {
            return Lang::En;
        }
        before = argument;
    }
    Lang::Zh
}

/// The error for people. What clap says in English stays as it is; so does what this page has no words for.
pub fn text(error: &Error, lang: Lang) -> String {
    let rendered = error.render().to_string();
    match lang {
        Lang::En => rendered,
        Lang::Zh => match message(error) {
            Some((message, hint)) => {
                let usage = rendered.lines().find_map(|line| line.strip_prefix("Usage: "));
                let usage = usage.map(|usage| format!("  用法：{usage}\n")).unwrap_or_default();
                format!("错误 {message}\n  改法：{hint}\n{usage}")
            }
            None => format!("错误 用法有误，说明为英文\n{rendered}"),
        },
    }
}

fn message(error: &Error) -> Option<(String, String)> {
    let argument = one(error, ContextKind::InvalidArg).map(|names| named(&names));
    let value = one(error, ContextKind::InvalidValue);
    let see = "加 --help 查看用法".to_owned();
    let meant = |kind: ContextKind| match nearest(error, kind) {
        Some(meant) => format!("是不是要写“{meant}”；加 --help 查看用法"),
        None => see.clone(),
    };
    Some(match error.kind() {
        ErrorKind::InvalidValue if value.as_deref().is_none_or(str::is_empty) => {
            (format!("“{}”后面没有写值", argument?), choice(error).unwrap_or(see))
        }
        ErrorKind::InvalidValue => (format!("“{}”不能是“{}”", argument?, value?), choice(error).unwrap_or(see)),
        ErrorKind::ValueValidation => {
            let refusal = error.source().and_then(|source| source.downcast_ref::<Refusal>());
            (format!("“{}”不能是“{}”", argument?, value?), refusal.map_or(see, |refusal| refusal.0.zh.to_owned()))
        }
        ErrorKind::UnknownArgument => (format!("没有“{}”这个选项", argument?), meant(ContextKind::SuggestedArg)),
        ErrorKind::InvalidSubcommand => {
            let command = one(error, ContextKind::InvalidSubcommand)?;
            (format!("没有“{command}”这个命令"), meant(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingRequiredArgument => (format!("缺少 {}", argument?), format!("补上；{see}")),
        ErrorKind::MissingSubcommand => {
            let known = one(error, ContextKind::ValidSubcommand).unwrap_or_default();
            ("没有写要做什么".to_owned(), format!("写一个命令：{known}；{see}"))
        }
        ErrorKind::ArgumentConflict => {
            let argument = argument?;
            let message = match one(error, ContextKind::PriorArg).filter(|prior| *prior != argument) {
                Some(prior) => format!("“{argument}”不能和“{prior}”一起用"),
                None => format!("“{argument}”只能写一次"),
            };
            (message, "只留一个".to_owned())
        }
        ErrorKind::TooManyValues => (format!("“{}”后面的值太多", argument?), see),
        ErrorKind::InvalidUtf8 => ("参数不是有效的 UTF-8 文本".to_owned(), "改用 UTF-8 编码的终端".to_owned()),
        _ => return None,
    })
}

/// The values that may stand there, the likely one first.
fn choice(error: &Error) -> Option<String> {
    let known = match error.get(ContextKind::ValidValue)? {
        ContextValue::Strings(codes) if !codes.is_empty() => {
            codes.iter().map(|code| labelled(code)).collect::<Vec<_>>().join("、")
        }
        _ => return None,
    };
    let meant = nearest(error, ContextKind::SuggestedValue);
    Some(match meant {
        Some(meant) => format!("是不是要写“{meant}”；可选：{known}"),
        None => format!("可选：{known}"),
    })
}

/// A code of a county tier with its label; any other value as it is.
fn labelled(code: &str) -> String {
    match CountyTier::from_code(code) {
        Some(tier) => format!("{code}（{}）", tier.label().zh),
        None => code.to_owned(),
    }
}

/// The names of arguments, each with what it is.
fn named(names: &str) -> String {
    let words = |name: &str| {
        let what = ARGUMENTS.iter().find(|(argument, _)| name.starts_with(argument)).map(|(_, what)| *what);
        what.map_or_else(|| name.to_owned(), |what| format!("{what} {name}"))
    };
    names.split('、').map(words).collect::<Vec<_>>().join("、")
}

/// What the arguments without a name of their own are.
const ARGUMENTS: [(&str, &str); 9] = [
    ("<FILE>", "档案文件"),
    ("<NO|CODE>", "指标或规则"),
    ("<RECEIPT>", "回执文件"),
    ("<DOSSIER>", "档案文件"),
    ("<NAME>", "名称"),
    ("<SHELL>", "命令行环境"),
    ("<PATH>", "方案"),
    ("<A>", "原方案"),
    ("<B>", "新方案"),
];

/// The likeliest of the words that clap suggests: the last.
fn nearest(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::Strings(texts) => texts.last().cloned(),
        _ => one(error, kind),
    }
}

fn one(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) if !texts.is_empty() => Some(texts.join("、")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::args::Args;

    fn zh(arguments: &[&str]) -> String {
        let error = Args::try_parse_from([&["eken"], arguments].concat()).unwrap_err();
        text(&error, Lang::Zh)
    }

    #[test]
    fn wrong_usage_is_told_in_chinese_with_a_hint() {
        for (arguments, message, hint) in [
            (vec!["chekc", "a"], "没有“chekc”这个命令", "是不是要写“check”"),
            (vec!["check", "a", "--formt", "json"], "没有“--formt”这个选项", "是不是要写“--format”"),
            (vec!["check"], "缺少 档案文件 <FILE>", "--help"),
            (vec!["--lang", "zh"], "没有写要做什么", "check、assess、explain"),
            (vec!["plan", "--lang", "zh"], "没有写要做什么", "list、show、check、diff"),
            (vec!["assess", "a", "--year", "2023", "--tier", "x"], "不能是“x”", "key_assistance（重点帮扶县）"),
            (vec!["assess", "a"], "缺少 --year <YYYY>", "--help"),
            (vec!["check", "a", "--plan"], "“--plan <ID|PATH>”后面没有写值", "--help"),
            (vec!["check", "a", "--format", "jsn"], "不能是“jsn”", "是不是要写“json”；可选：text、json"),
            (vec!["assess", "a", "--year", "23"], "“--year <YYYY>”不能是“23”", "1900 至 2099"),
            (vec!["assess", "a", "--year", "两千"], "不能是“两千”", "1900 至 2099"),
            (vec!["assess", "a", "--year", "2023", "--as-of", "2023-02-30"], "不能是“2023-02-30”", "YYYY-MM-DD"),
            (vec!["assess", "a", "--year", "2023", "--reading", "R7"], "不能是“R7”", "编号=选项"),
            (vec!["assess", "a", "--year", "2023", "--year", "2024"], "“--year <YYYY>”只能写一次", "只留一个"),
            (vec!["generate", "--tier", "key_assistance", "--boundary", "--faults", "all"], "不能和", "只留一个"),
            (vec!["schema", "dosier"], "“名称 <NAME>”不能是“dosier”", "是不是要写“dossier”"),
            (vec!["explain"], "缺少 指标或规则 <NO|CODE>", "--help"),
            (vec!["plan", "chek", "a"], "没有“chek”这个命令", "是不是要写“check”"),
        ] {
            let told = zh(&arguments);
            assert!(
                told.starts_with("错误 ") && told.contains(message) && told.contains("改法：") && told.contains(hint),
                "{told}"
            );
            assert!(!told.contains("error:"), "{told}");
        }
    }

    #[test]
    fn the_language_is_seen_though_the_rest_is_wrong() {
        let lang = |arguments: &[&str]| lang_of(arguments.iter().map(OsString::from));
        assert_eq!(lang(&["check", "--lang", "en", "--no"]), Lang::En);
        assert_eq!(lang(&["--lang=en"]), Lang::En);
        assert_eq!(lang(&["check", "en"]), Lang::Zh);
    }
}
