//! Names of files as far as an error may show them: senders name files after persons.

use eken_core::code::mask_personal;

use crate::error::Place;
use crate::table::layout::layout;

/// A file as an error may name it: by its name where that is of a sheet of a dossier, or in ASCII without blanks; else as its
/// number says.
pub(crate) fn shown(name: &str, by_number: Place) -> Place {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let known = || layout().sheets.iter().any(|sheet| sheet.title.zh == stem || sheet.title.en == stem);
    // a number of a person is one in ASCII too
    if mask_personal(name) != name {
        return by_number;
    }
    let plain = name.len() <= 64 && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic());
    if plain || known() { name.into() } else { by_number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_where_it_cannot_be_a_persons() {
        assert_eq!(shown("entities.sales.csv", Place::File(2)), "entities.sales.csv".into());
        assert_eq!(shown("市场主体·月度销售.csv", Place::File(2)), "市场主体·月度销售.csv".into());
        assert_eq!(shown("甲乙.csv", Place::File(2)), Place::File(2));
        assert_eq!(shown("a b.csv", Place::Entry(7)), Place::Entry(7));
    }
}
