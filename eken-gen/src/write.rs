//! Writing records: members in the order given, what is absent left out.

use eken_core::json::Tree;

/// What may stand in a record.
pub(crate) trait Write {
    /// Its JSON; none where it is left out.
    fn tree(self) -> Option<Tree>;
}

/// Hundredths of a unit, written as a decimal: `31250` is `312.5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hundredths(pub(crate) i64);

impl Hundredths {
    /// The decimal as it is written.
    pub(crate) fn text(self) -> String {
        let magnitude = self.0.unsigned_abs();
        let (whole, rest) =
            (magnitude.checked_div(100).unwrap_or_default(), magnitude.checked_rem(100).unwrap_or_default());
        let sign = if self.0 < 0 { "-" } else { "" };
        let text = format!("{sign}{whole}.{rest:02}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

impl Write for Hundredths {
    fn tree(self) -> Option<Tree> {
        Some(Tree::Number(self.text().into()))
    }
}

impl Write for Tree {
    fn tree(self) -> Option<Tree> {
        Some(self)
    }
}

impl Write for bool {
    fn tree(self) -> Option<Tree> {
        Some(Tree::Bool(self))
    }
}

impl Write for u64 {
    fn tree(self) -> Option<Tree> {
        Some(Tree::whole(self.into()))
    }
}

impl Write for usize {
    fn tree(self) -> Option<Tree> {
        Some(Tree::Number(self.to_string().into()))
    }
}

impl Write for &str {
    fn tree(self) -> Option<Tree> {
        Some(Tree::text(self))
    }
}

impl Write for String {
    fn tree(self) -> Option<Tree> {
        Some(Tree::Text(self.into()))
    }
}

impl<T: Write> Write for Vec<T> {
    fn tree(self) -> Option<Tree> {
        Some(Tree::Array(self.into_iter().filter_map(Write::tree).collect()))
    }
}

impl<T: Write, const N: usize> Write for [T; N] {
    fn tree(self) -> Option<Tree> {
        Some(Tree::Array(self.into_iter().filter_map(Write::tree).collect()))
    }
}

impl<T: Write> Write for Option<T> {
    fn tree(self) -> Option<Tree> {
        self.and_then(Write::tree)
    }
}

/// An object: `object! { "id": id, "name": name }`.
macro_rules! object {
    ($($key:literal : $value:expr),* $(,)?) => {
        eken_core::json::Tree::Object(
            [$(($key, $crate::write::Write::tree($value))),*]
                .into_iter()
                .filter_map(|(key, value)| value.map(|value| (Box::from(key), value)))
                .collect(),
        )
    };
}

pub(crate) use object;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_absent_is_left_out() {
        let tree = object! { "a": 1u64, "b": None::<bool>, "c": vec!["x"], "d": Hundredths(-50) };
        assert_eq!(tree.to_text(), r#"{"a":1,"c":["x"],"d":-0.5}"#);
    }

    #[test]
    fn hundredths_are_written_short() {
        let written = |number| Hundredths(number).text();
        assert_eq!([written(10_000), written(31_250), written(1), written(0)], ["100", "312.5", "0.01", "0"]);
    }
}
