//! A heading taken apart: its words, and the unit behind them.

use super::super::value::{Given, compact};

const BRACKETS: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('【', '】'), ('〔', '〕'), ('<', '>')];

/// A heading as it is compared: NFKC, lower case, without blanks, asterisks, and what stands in brackets. What stands wholly in
/// brackets keeps what is in them.
pub fn plain(text: &str) -> String {
    let text = words(text);
    let (outside, inside) = taken_apart(&text);
    let rest = if outside.is_empty() { inside.concat() } else { outside };
    rest.trim_end_matches([':', ';', ',', '。']).to_owned()
}

/// The unit that a heading states: in brackets, or behind its last comma, stroke or colon. `None` when there is none, or
/// there are two that differ.
pub fn unit_in(text: &str) -> Option<Given> {
    let text = words(text);
    let (outside, inside) = taken_apart(&text);
    let in_brackets = inside.iter().flat_map(|text| match Given::parse(text) {
        Some(given) => vec![given],
        None => text.split(PARTS).filter_map(Given::parse).collect(),
    });
    let mut found = in_brackets.chain(behind(&outside).map(|(_, given)| given));
    let first = found.next()?;
    found.all(|other| other.is_like(&first)).then_some(first)
}

/// What a heading says in brackets that looks like a unit of money or land and is none that is known: 10⁵元, 取整到万元. It may stand
/// in a finding, so it holds no sign but those that units are written with: 万 is the name of a family, too.
pub fn odd_unit(text: &str) -> Option<String> {
    let (_, inside) = taken_apart(&words(text));
    let signs = ['元', '万', '亿', '千', '百', '亩'];
    let of_units = |sign: char| {
        sign.is_ascii_digit() || "元万亿千百十亩以为计单位取整到约占地人民币公顷平方米^*x×./%".contains(sign)
    };
    let looks = |text: &String| text.contains(signs) && text.chars().count() <= 6 && text.chars().all(of_units);
    // what parses, in parts too, is known; years and people are no units
    let parsed = |text: &String| text.split(PARTS).any(|part| Given::parse(part).is_some());
    inside.into_iter().find(|text| looks(text) && !parsed(text))
}

/// A heading, as compared, without the unit behind its last comma, stroke or colon.
pub(super) fn without_unit(plain: &str) -> Option<&str> {
    behind(plain).map(|(words, _)| words).filter(|words| !words.is_empty())
}

/// The words of a heading and the unit that ends it without a sign between the two: 销售额万元, 销售额 万元.
pub fn unit_at_end(text: &str) -> Option<(String, Given)> {
    const UNITS: [&str; 12] =
        ["百万元", "万元", "亿元", "千元", "元", "万平方米", "平方米", "平方公里", "m2", "公顷", "亩", "%"];
    let plain = plain(text);
    let unit = UNITS.into_iter().find(|unit| plain.ends_with(unit))?;
    let words = plain.strip_suffix(unit).filter(|words| !words.is_empty())?;
    Some((words.to_owned(), Given::parse(unit)?))
}

const PARTS: [char; 6] = [',', '/', '、', ';', ':', '|'];

fn behind(text: &str) -> Option<(&str, Given)> {
    let (words, unit) = text.rsplit_once(PARTS)?;
    // 销售额，单位：万元
    let (words, unit) = match words.rsplit_once(PARTS) {
        Some((before, word)) if word.ends_with("单位") || word == "unit" => (before, unit),
        _ => (words, unit),
    };
    Given::parse(unit).map(|given| (words, given))
}

fn words(text: &str) -> String {
    compact(text).chars().filter(|sign| !matches!(sign, '*' | '★' | '☆' | '※' | '\'' | '"')).collect()
}

/// What stands outside brackets, and in each of them. A bracket that is never closed reaches to the end.
fn taken_apart(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside) = (String::new(), Vec::new());
    let mut open: Vec<char> = Vec::new();
    for sign in text.chars() {
        if let Some((_, close)) = BRACKETS.iter().find(|(start, _)| *start == sign) {
            if open.is_empty() {
                inside.push(String::new());
            }
            open.push(*close);
        } else if open.last() == Some(&sign) {
            open.pop();
        } else {
            match inside.last_mut().filter(|_| !open.is_empty()) {
                Some(text) => text.push(sign),
                None => outside.push(sign),
            }
        }
    }
    (outside, inside)
}
