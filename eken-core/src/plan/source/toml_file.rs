//! TOML files, read with their places.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::plan::source::{Entry, Faults, Node, NodeKind, Place};
use crate::words::{Label, said};

/// Reads one TOML text. Syntax faults go to `faults`; then there is no tree.
pub(super) fn read(file: usize, text: &str, faults: &mut Faults<'_>) -> Option<Node> {
    let (body, shift) = text.strip_prefix('\u{feff}').map_or((text, 0), |body| (body, '\u{feff}'.len_utf8()));
    let (table, errors) = DeTable::parse_recoverable(body);
    for error in &errors {
        let offset = error.span().map_or(0, |span| span.start).saturating_add(shift);
        let (Label { zh, en }, help) = explained(error.message());
        faults.add(Place { file, offset }, said!("不是有效的 TOML：{zh}", "not TOML: {en}"), help);
    }
    if errors.is_empty() { Some(Reader { file, shift }.table(table.get_ref(), 0)) } else { None }
}

/// What the parser objects to, in words of this house, and how to mend it.
fn explained(message: &str) -> (Label, Label) {
    EXPLAINED
        .iter()
        .find(|(sign, ..)| message.contains(sign))
        .map_or((Label::new("写法不对", "the writing is broken"), HELP), |(_, words, help)| (*words, *help))
}

const HELP: Label = Label::new(
    "检查此处的等号、引号和括号，一行写一个“键 = 值”",
    "check equals signs, quotes and brackets here; one key = value a line",
);
const QUOTES: Label = Label::new("文本要加引号，如 id = \"mine\"", "put texts in quotes, as in id = \"mine\"");
const CLOSE: Label = Label::new("补上结束的括号或引号", "close the bracket or the quotes");
const COMMA: Label = Label::new("各项之间写一个逗号", "write one comma between the items");
const FULL_KEY: Label =
    Label::new("写成“键 = 值”，键用字母、数字和连字符", "write key = value, the key in letters, digits and hyphens");

/// Signs in the messages of the parser, the first that fits counts.
const EXPLAINED: &[(&str, Label, Label)] = &[
    ("duplicate key", Label::new("键写了两次", "a key is written twice"), super::KEEP_ONE),
    (
        "cannot extend value",
        Label::new("键已有值，不能再写成表", "the key has a value and cannot be a table too"),
        super::KEEP_ONE,
    ),
    (
        "string values must be quoted",
        Label::new("此处没有值，或文本没加引号", "a value is missing, or a text is not in quotes"),
        QUOTES,
    ),
    ("invalid boolean", Label::new("文本没有引号", "a text is not in quotes"), QUOTES),
    ("missing opening quote", Label::new("文本没有引号", "a text is not in quotes"), QUOTES),
    ("invalid basic string", Label::new("文本没有结束的引号", "a text is not closed"), CLOSE),
    ("invalid multi-line", Label::new("文本没有结束的引号", "a text is not closed"), CLOSE),
    ("invalid literal string", Label::new("文本没有结束的引号", "a text is not closed"), CLOSE),
    ("unclosed", Label::new("括号没有结束", "a bracket is not closed"), CLOSE),
    ("comma", Label::new("逗号多了或少了", "a comma is missing or one too many"), COMMA),
    ("with no value", Label::new("键没有值", "a key has no value"), FULL_KEY),
    ("missing value", Label::new("键没有值", "a key has no value"), FULL_KEY),
    ("key", Label::new("键写得不对", "a key is badly written"), FULL_KEY),
    ("recurs", Label::new("嵌套太深", "nested too deep"), Label::new("减少嵌套层数", "nest less deeply")),
];

struct Reader {
    file: usize,
    shift: usize,
}

impl Reader {
    fn place(&self, offset: usize) -> Place {
        Place { file: self.file, offset: offset.saturating_add(self.shift) }
    }

    fn table(&self, table: &DeTable<'_>, offset: usize) -> Node {
        let entries = table.iter().map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            place: self.place(key.span().start),
            node: self.node(value),
        });
        Node { place: self.place(offset), kind: NodeKind::Table(entries.collect()) }
    }

    fn node(&self, value: &Spanned<DeValue<'_>>) -> Node {
        let offset = value.span().start;
        let kind = match value.get_ref() {
            DeValue::String(text) => NodeKind::Text(text.to_string()),
            DeValue::Boolean(truth) => NodeKind::Bool(*truth),
            DeValue::Integer(_) | DeValue::Float(_) => NodeKind::Number,
            DeValue::Datetime(_) => NodeKind::Date,
            DeValue::Array(items) => NodeKind::List(items.iter().map(|item| self.node(item)).collect()),
            DeValue::Table(table) => return self.table(table, offset),
        };
        Node { place: self.place(offset), kind }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::PlanFile;

    #[test]
    fn what_the_parser_objects_to_is_said_in_both_languages() {
        for (text, zh, en) in [
            ("id = mine", "此处没有值，或文本没加引号", "a value is missing, or a text is not in quotes"),
            ("id = \"mine", "文本没有结束的引号", "a text is not closed"),
            ("a = [1", "括号没有结束", "a bracket is not closed"),
            ("a = [\"x\" \"y\"]", "逗号多了或少了", "a comma is missing or one too many"),
            ("a = 1\na = 2", "键写了两次", "a key is written twice"),
            ("a =", "此处没有值，或文本没加引号", "a value is missing, or a text is not in quotes"),
            ("a", "键没有值", "a key has no value"),
            ("键 = 1", "键写得不对", "a key is badly written"),
        ] {
            let files = [PlanFile { name: "p.toml".to_owned(), text: text.to_owned() }];
            let mut faults = Faults::new(&files);
            assert!(read(0, text, &mut faults).is_none(), "{text}");
            let found = faults.finish();
            let fault = found.first().unwrap();
            assert_eq!(fault.message.zh, format!("不是有效的 TOML：{zh}"), "{text}");
            assert_eq!(fault.message.en, format!("not TOML: {en}"), "{text}");
            assert!(!fault.help.zh.is_empty() && !fault.help.en.is_empty());
        }
    }
}
