//! What a number format shows beside a figure: words, currencies, or signs that say nothing.

/// The sign of a currency that brackets hold, `[$$-409]`, in words; nothing where it is yuan or none.
pub fn currency(inside: &str) -> String {
    let Some(inside) = inside.strip_prefix('$') else { return String::new() };
    let (sign, place) = inside.split_once('-').unwrap_or((inside, ""));
    let place = place.to_ascii_lowercase();
    let is_japan = place.starts_with("ja") || place.trim_start_matches('0') == "411";
    if is_japan && matches!(sign.trim(), "¥" | "￥") {
        return "日元".to_owned();
    }
    // ¥ of elsewhere is yuan's
    sign.to_owned()
}

/// Names of currencies that are written as signs or letters.
const CURRENCIES: [(&[&str], &str); 6] = [
    (&["$", "US$", "USD", "＄", "U.S.$"], "美元"),
    (&["€", "EUR"], "欧元"),
    (&["£", "GBP", "￡"], "英镑"),
    (&["HK$", "HKD"], "港元"),
    (&["JPY", "JP¥"], "日元"),
    (&["CNY", "RMB", "rmb", "人民币", "约", "CN¥", "CN￥"], ""),
];

/// Whether words are the name of another currency.
pub fn is_foreign(words: &str) -> bool {
    CURRENCIES.iter().any(|(_, name)| !name.is_empty() && words == *name)
}

/// What stands before and behind a figure, as far as it is more than signs.
pub fn words<'a>(before: &'a str, after: &'a str) -> (String, String) {
    const AROUND: [(char, char); 6] = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】'), ('〔', '〕'), ('〈', '〉')];
    let sign = |sign: char| sign.is_whitespace() || matches!(sign, '¥' | '￥' | '+' | '-' | '约');
    let (mut before, mut after) = (before.trim_matches(sign), after.trim_matches(sign));
    // one pair of brackets around figure and unit, or around the unit
    for (open, close) in AROUND {
        if let (Some(head), Some(tail)) = (before.strip_suffix(open), after.strip_suffix(close)) {
            (before, after) = (head.trim_matches(sign), tail.trim_matches(sign));
        }
        let bare =
            |text: &'a str| text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).unwrap_or(text).trim();
        (before, after) = (bare(before), bare(after));
    }
    let word = |text: &str| {
        let named = CURRENCIES.iter().find(|(names, _)| names.contains(&text)).map(|(_, name)| *name);
        named.unwrap_or(if text.chars().any(is_wordy) { text } else { "" }).to_owned()
    };
    (word(before), word(after))
}

/// Whether a sign is a word, or a part of one: a letter, a digit, or the sign of a unit.
pub fn is_wordy(sign: char) -> bool {
    sign.is_alphanumeric() || "$＄€£￡₩₽¢₤₫฿%‰°℃℉㎡㎥㎏㎞㎜㎝…".contains(sign)
}
