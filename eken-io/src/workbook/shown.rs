//! Number formats that show another number than the cell keeps: `0.00"万元"` shows 12.5 as 12.50万元, `0!.0,` shows 1234567 as
//! 123.5. The sender sees, and means, what is shown.

/// Units that a format may show behind a number, longer ones first where one begins as another does.
const UNITS: [&str; 30] = [
    "万亿元",
    "百万元",
    "万元",
    "亿元",
    "千元",
    "万亩",
    "万平方米",
    "平方公里",
    "平方米",
    "个百分点",
    "百分点",
    "万人次",
    "万人",
    "人次",
    "小时",
    "学时",
    "课时",
    "分钟",
    "公顷",
    "万",
    "亿",
    "元",
    "亩",
    "㎡",
    "人",
    "户",
    "家",
    "个",
    "次",
    "间",
];

/// The unit that a literal is, if it is one.
pub fn unit(literal: &str) -> Option<&'static str> {
    let literal = literal.trim();
    UNITS.into_iter().find(|unit| *unit == literal)
}

/// By how many powers of ten a unit is larger than the one that it begins to count: 4 of 万元, none of 元 or where there is no unit.
pub fn size(unit: &str) -> u8 {
    SIZES.into_iter().find(|(word, _)| unit.starts_with(word)).map_or(0, |(_, size)| size)
}

/// The words of size that a unit may begin with.
const SIZES: [(&str, u8); 5] = [("万亿", 12), ("百万", 6), ("千", 3), ("万", 4), ("亿", 8)];

/// What the first section of a number format does to a number: by how many powers of ten it shows it smaller, and which unit it
/// shows behind it, empty where it shows none. A format that does something else leaves the number as it is.
pub fn of_code(code: &str) -> (u8, &'static str) {
    let mut part = Part::default();
    let code = match ["General", "G/通用格式"].into_iter().find_map(|word| code.strip_prefix(word)) {
        Some(rest) => {
            part.digits = 1;
            rest
        }
        None => code,
    };
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '"' => part.literal(&letters.by_ref().take_while(|letter| *letter != '"').collect::<String>()),
            '\\' | '!' => part.literal(&letters.next().map(String::from).unwrap_or_default()),
            '_' | '*' => {
                let _ = letters.next();
            }
            '[' => {
                let first = letters.next();
                part.conditional |= matches!(first, Some('<' | '>' | '='));
                if first != Some(']') {
                    let _ = letters.by_ref().find(|letter| *letter == ']');
                }
            }
            '0' | '#' | '?' => part.digit(),
            ',' => part.commas = part.commas.saturating_add(u8::from(part.digits > 0)),
            '.' => part.point(),
            // exponents, fractions, texts
            'E' | 'e' | '/' | '@' => return (0, ""),
            other => part.literal(&other.to_string()),
        }
    }
    part.end()
}

/// A number format as far as it was read.
#[derive(Default)]
struct Part {
    digits: u8,
    /// Commas behind the last digit: a thousand each.
    commas: u8,
    /// Powers of ten that are settled.
    shift: u8,
    /// Whether a point stands in the number as a letter, which parts digits of the whole number.
    parted: bool,
    literal: String,
    /// Whether the section is for some numbers only.
    conditional: bool,
    odd: bool,
}

impl Part {
    fn literal(&mut self, text: &str) {
        if self.digits > 0 {
            self.literal.push_str(text);
        }
    }

    fn digit(&mut self) {
        match self.literal.as_str() {
            "" => {}
            "." => self.parted = true,
            // 1234万5678
            _ => self.odd = true,
        }
        self.literal.clear();
        self.shift = self.shift.saturating_add(u8::from(self.parted));
        self.commas = 0;
        self.digits = self.digits.saturating_add(1);
    }

    fn point(&mut self) {
        self.shift = self.shift.saturating_add(self.commas.saturating_mul(3));
        self.commas = 0;
        self.odd |= self.parted;
    }

    fn end(&self) -> (u8, &'static str) {
        let shift = self.shift.saturating_add(self.commas.saturating_mul(3));
        let unit = unit(&self.literal).unwrap_or_default();
        // 0!.0,"万" is the number itself, also where another section shows it plainly
        let same = matches!((shift, unit), (4, "万") | (8, "亿"));
        match self.odd || shift > 12 || (self.conditional && !same) {
            true => (0, ""),
            false => (shift, unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_may_show_a_smaller_number_and_its_unit() {
        for (code, shown) in [
            ("0.00", (0, "")),
            ("#,##0.00", (0, "")),
            ("0.00\"万元\"", (0, "万元")),
            ("#,##0.00_);[Red]\"万元\"0", (0, "")),
            ("#,##0\\亩", (0, "亩")),
            ("0人", (0, "人")),
            ("0!.0,", (4, "")),
            ("0!.0,\"万\"", (4, "万")),
            ("0\\.0000\"万元\"", (4, "万元")),
            ("0!.00,,\"亿元\"", (8, "亿元")),
            ("#,##0,", (3, "")),
            ("#,##0.0,", (3, "")),
            ("0.00,,", (6, "")),
            ("0,.00", (3, "")),
            ("\"约\"0\"万元\"", (0, "万元")),
            ("G/通用格式\"万元\"", (0, "万元")),
            ("General\"年\"", (0, "")),
            ("0\"万\"0000", (0, "")),
            ("0.00E+00", (0, "")),
            ("# ?/?", (0, "")),
            ("@", (0, "")),
            ("[>=10000]0!.0,\"万\";0", (4, "万")),
            ("[>=10000]0!.0,;0", (0, "")),
            ("[>=10000]0\"万元\";0", (0, "")),
            ("[Red]0\"万元\"", (0, "万元")),
            ("¥#,##0.00", (0, "")),
        ] {
            assert_eq!(of_code(code), shown, "{code}");
        }
    }
}
