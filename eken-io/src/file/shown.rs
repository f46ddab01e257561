//! Names of files as far as an error may show them: senders name files after persons.

use crate::table::layout::layout;

/// A name that an error may show: that of a sheet of a dossier, or one in ASCII without blanks; else its number.
pub(crate) fn shown(name: &str, kind: &str, number: usize) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let known = || layout().sheets.iter().any(|sheet| sheet.title.zh == stem || sheet.title.en == stem);
    let plain = name.len() <= 64 && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic());
    if plain || known() { name.to_owned() } else { format!("{kind} {number}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_where_it_cannot_be_a_persons() {
        assert_eq!(shown("entities.sales.csv", "file", 2), "entities.sales.csv");
        assert_eq!(shown("市场主体·月度销售.csv", "file", 2), "市场主体·月度销售.csv");
        assert_eq!(shown("甲乙.csv", "file", 2), "file 2");
        assert_eq!(shown("a b.csv", "entry", 7), "entry 7");
    }
}
