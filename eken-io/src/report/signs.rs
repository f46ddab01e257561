//! Texts as cells take them.

use eken_core::report::printable;

/// Characters of a text in a cell; a cell takes 32,767.
const LONGEST: usize = 32_000;

/// A text without what steers a program or is no sign of XML, line by line; one that is endless ends in an ellipsis.
pub fn fit(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut room = LONGEST;
    for line in text.split('\n') {
        let line = printable(line).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
        let length = line.chars().count();
        if length >= room {
            out.push(line.chars().take(room).chain(['…']).collect());
            break;
        }
        room = room.saturating_sub(length).saturating_sub(1);
        out.push(line);
    }
    out.join("\n")
}

/// A text as the head or foot of a page takes it, whose codes begin with `&`.
pub fn running(text: &str) -> String {
    fit(text).replace('\n', " ").replace('&', "&&")
}

/// The format of a number with so many digits behind the point; of a gap with its sign.
pub fn number_format(places: u32, signed: bool) -> String {
    let digits = match usize::try_from(places).unwrap_or_default() {
        0 => "#,##0".to_owned(),
        places => format!("#,##0.{}", "0".repeat(places)),
    };
    if signed { format!("+{digits};-{digits};0") } else { digits }
}
