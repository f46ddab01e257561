//! JSON files, read strictly and with their places.

use crate::plan::source::{Entry, Faults, KEEP_ONE, Node, NodeKind, Place};
use crate::words::{Label, said};

/// Deepest nesting of a plan in JSON.
const DEPTH: usize = 64;
const AFTER: Label = Label::new("值结束之后还有文字", "text after the end of the value");
const VALUE: Label = Label::new("此处缺少值", "a value is missing here");

/// Reads one JSON text. A syntax fault goes to `faults`; then there is no tree. A repeated key is a fault too.
pub(super) fn read(file: usize, text: &str, faults: &mut Faults<'_>) -> Option<Node> {
    let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut reader = Reader { file, text, at, repeated: Vec::new() };
    let read = reader.value(0).and_then(|node| {
        reader.blank();
        if reader.at == text.len() { Ok(node) } else { Err(AFTER) }
    });
    for (place, key) in &reader.repeated {
        faults.add(*place, said!("键“{key}”写了两次", "{key:?} is written twice"), KEEP_ONE);
    }
    match read {
        Ok(node) => Some(node),
        Err(message) => {
            let Label { zh, en } = message;
            let help = said!(
                "检查此处的逗号、引号和括号；方案也可以写成 .toml 文件",
                "check commas, quotes and brackets here; a plan may be a .toml file too"
            );
            faults.add(reader.place(), said!("不是有效的 JSON：{zh}", "not JSON: {en}"), help);
            None
        }
    }
}

struct Reader<'t> {
    file: usize,
    text: &'t str,
    at: usize,
    repeated: Vec<(Place, String)>,
}

type Read<T> = Result<T, Label>;

impl<'t> Reader<'t> {
    fn place(&self) -> Place {
        Place { file: self.file, offset: self.at }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn eat(&mut self, byte: u8) -> bool {
        let here = self.peek() == Some(byte);
        if here {
            self.step();
        }
        here
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.step();
        }
    }

    fn value(&mut self, depth: usize) -> Read<Node> {
        self.blank();
        if depth > DEPTH {
            return Err(Label::new("嵌套太深", "nested too deep"));
        }
        let place = self.place();
        let kind = match self.peek() {
            Some(b'"') => NodeKind::Text(self.string()?),
            Some(b'{') => self.table(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b't') => self.word("true", NodeKind::Bool(true))?,
            Some(b'f') => self.word("false", NodeKind::Bool(false))?,
            Some(b'n') => self.word("null", NodeKind::Null)?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => return Err(VALUE),
        };
        Ok(Node { place, kind })
    }

    fn word(&mut self, word: &str, kind: NodeKind) -> Read<NodeKind> {
        if !self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            return Err(VALUE);
        }
        self.at = self.at.saturating_add(word.len());
        Ok(kind)
    }

    fn digits(&mut self) -> Read<()> {
        if !matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(Label::new("此处缺少数字", "a digit is missing here"));
        }
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.step();
        }
        Ok(())
    }

    fn number(&mut self) -> Read<NodeKind> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _sign = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Ok(NodeKind::Number)
    }

    fn list(&mut self, depth: usize) -> Read<NodeKind> {
        self.step();
        let mut items = Vec::new();
        self.blank();
        if self.eat(b']') {
            return Ok(NodeKind::List(items));
        }
        loop {
            items.push(self.value(depth.saturating_add(1))?);
            self.blank();
            if self.eat(b']') {
                return Ok(NodeKind::List(items));
            }
            if !self.eat(b',') {
                return Err(Label::new("此处缺少逗号或 ]", "a comma or ] is missing here"));
            }
        }
    }

    fn table(&mut self, depth: usize) -> Read<NodeKind> {
        self.step();
        let mut entries: Vec<Entry> = Vec::new();
        self.blank();
        if self.eat(b'}') {
            return Ok(NodeKind::Table(entries));
        }
        loop {
            self.blank();
            let place = self.place();
            if self.peek() != Some(b'"') {
                return Err(Label::new("此处缺少带引号的键", "a key in quotes is missing here"));
            }
            let key = self.string()?;
            self.blank();
            if !self.eat(b':') {
                return Err(Label::new("此处缺少冒号", "a colon is missing here"));
            }
            let node = self.value(depth.saturating_add(1))?;
            if entries.iter().any(|entry| entry.key == key) {
                self.repeated.push((place, key));
            } else {
                entries.push(Entry { key, place, node });
            }
            self.blank();
            if self.eat(b'}') {
                return Ok(NodeKind::Table(entries));
            }
            if !self.eat(b',') {
                return Err(Label::new("此处缺少逗号或 }", "a comma or } is missing here"));
            }
        }
    }

    fn string(&mut self) -> Read<String> {
        self.step();
        let mut out = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..=0x1f)) {
                self.step();
            }
            out.push_str(self.text.get(start..self.at).unwrap_or(""));
            match self.peek() {
                Some(b'"') => {
                    self.step();
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.step();
                    out.push(self.escape()?);
                }
                Some(_) => return Err(Label::new("文本中有控制字符", "a control character stands in a text")),
                None => return Err(Label::new("文本没有结束的引号", "a text is not closed")),
            }
        }
    }

    fn escape(&mut self) -> Read<char> {
        let plain = match self.peek() {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'u') => {
                self.step();
                return self.unicode();
            }
            _ => return Err(Label::new("没有这种转义", "no such escape")),
        };
        self.step();
        Ok(plain)
    }

    fn unicode(&mut self) -> Read<char> {
        const LONE: Label = Label::new("代理项不成对", "half of a surrogate pair");
        let first = self.hex()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or(LONE);
        }
        if !(self.eat(b'\\') && self.eat(b'u')) {
            return Err(LONE);
        }
        let second = self.hex()?;
        let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or(LONE)?;
        let high = first.saturating_sub(0xd800).saturating_mul(0x400);
        char::from_u32(high.saturating_add(low).saturating_add(0x1_0000)).ok_or(LONE)
    }

    fn hex(&mut self) -> Read<u32> {
        let end = self.at.saturating_add(4);
        let digits = self.text.get(self.at..end).filter(|text| text.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let code = digits
            .and_then(|text| u32::from_str_radix(text, 16).ok())
            .ok_or(Label::new("缺少四位十六进制数", "four hex digits are missing"))?;
        self.at = end;
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::PlanFile;

    fn fault(text: &str) -> String {
        let files = [PlanFile { name: "p.json".to_owned(), text: text.to_owned() }];
        let mut faults = Faults::new(&files);
        let _tree = read(0, text, &mut faults);
        let place = |fault: &crate::error::PlanFault| format!("{}:{}:{}", fault.file, fault.line, fault.column);
        let told = |fault: &crate::error::PlanFault| format!("{}: {}", place(fault), fault.message.en);
        faults.finish().iter().map(told).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn json_is_read_strictly() {
        assert_eq!(fault(r#" {"a": ["甲\ud83d\ude00\n", true, null, -1.5e+3, {}]} "#), "");
        assert_eq!(fault("{\"a\": 1,\n \"a\": 2}"), "p.json:2:2: \"a\" is written twice");
        assert_eq!(fault("{\"a\": [1,]}"), "p.json:1:10: not JSON: a value is missing here");
        assert_eq!(fault("{\n\"a\" 1}"), "p.json:2:5: not JSON: a colon is missing here");
        assert_eq!(fault(r#"["\ud83d"]"#), "p.json:1:9: not JSON: half of a surrogate pair");
        assert_eq!(fault("[01]"), "p.json:1:3: not JSON: a comma or ] is missing here");
        assert_eq!(fault("{} {}"), "p.json:1:4: not JSON: text after the end of the value");
        assert!(fault(&"[".repeat(100)).contains("nested too deep"));
    }

    #[test]
    fn what_is_missing_is_named_where_it_is_missing() {
        for (text, told) in [
            ("[tru]", "p.json:1:2: not JSON: a value is missing here"),
            ("[nul]", "p.json:1:2: not JSON: a value is missing here"),
            ("[-]", "p.json:1:3: not JSON: a digit is missing here"),
            ("[1.]", "p.json:1:4: not JSON: a digit is missing here"),
            ("[1e+]", "p.json:1:5: not JSON: a digit is missing here"),
            ("{1: 2}", "p.json:1:2: not JSON: a key in quotes is missing here"),
            ("{\"a\": 1 \"b\": 2}", "p.json:1:9: not JSON: a comma or } is missing here"),
            ("[\"\\x\"]", "p.json:1:4: not JSON: no such escape"),
            ("[\"\t\"]", "p.json:1:3: not JSON: a control character stands in a text"),
            ("[\"a", "p.json:1:4: not JSON: a text is not closed"),
        ] {
            assert_eq!(fault(text), told, "{text}");
        }
        assert!(fault(r#"["\ud83d\n"]"#).contains("half of a surrogate pair"));
        assert!(fault(r#"["\ude00"]"#).contains("half of a surrogate pair"));
        assert!(fault(r#"["\ud83d\u0041"]"#).contains("half of a surrogate pair"));
    }

    #[test]
    fn every_form_of_a_number_and_a_mark_before_the_text_are_read() {
        assert_eq!(fault("[0, -0, 10, 1.25, 1e5, 1E5, 1e+5, 1e-5, 1.5E-3]"), "");
        assert_eq!(fault("\u{feff}{\"a\": \"\\u7532\\/\\b\\f\\r\\t\"}"), "");
    }
}
