//! Names compared.

use crate::code::proper;

/// A name as it is compared: without blanks and hyphens, half-width, in lower case.
pub(super) fn plain(name: &str) -> String {
    proper(name).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_how_they_are_typed_are_the_same() {
        assert_eq!(plain("例山（垣曲） Co-op"), plain("例山(垣曲)ＣＯＯＰ"));
        assert_ne!(plain("例山"), plain("例河"));
    }
}
