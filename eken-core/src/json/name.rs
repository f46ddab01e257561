//! The name of a member that is looked for, ready to be compared with the text.

/// The name of a member: as it stands in a text, in quotes and with a colon, and its first bytes as one number.
#[derive(Debug)]
pub struct Name {
    quoted: &'static str,
    name: &'static str,
    head: u64,
    mask: u64,
}

impl Name {
    /// The name that stands in quotes and with a colon after it, as it is written without an escape.
    #[allow(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::panic,
        reason = "evaluated by the compiler, which refuses what is out of range"
    )]
    pub const fn new(quoted: &'static str) -> Self {
        let (mut head, mut mask) = ([0; 8], [0; 8]);
        let mut at = 0;
        while at < 8 && at < quoted.len() {
            (head[at], mask[at]) = (quoted.as_bytes()[at], 0xff);
            at += 1;
        }
        let Some((_, rest)) = quoted.split_at_checked(1) else { panic!("no quote") };
        let Some((name, _)) = rest.split_at_checked(rest.len() - 2) else { panic!("no name") };
        Self { quoted, name, head: u64::from_le_bytes(head), mask: u64::from_le_bytes(mask) }
    }

    /// The name alone.
    pub const fn as_str(&self) -> &'static str {
        self.name
    }

    /// The name in quotes and a colon.
    pub const fn quoted(&self) -> &'static str {
        self.quoted
    }

    /// Whether the first bytes of a text are those of the name: `false` for nearly every other name.
    #[inline]
    pub(super) fn may_begin(&self, text: &[u8]) -> bool {
        // a text of fewer bytes is looked at whole
        text.first_chunk().is_none_or(|eight| u64::from_le_bytes(*eight) & self.mask == self.head)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_from_others_by_its_first_bytes() {
        const ID: Name = Name::new("\"id\":");
        const PLATFORM: Name = Name::new("\"platform\":");
        assert_eq!((ID.as_str(), ID.quoted(), PLATFORM.as_str()), ("id", "\"id\":", "platform"));
        assert!(ID.may_begin(b"\"id\":\"M1\"}"));
        assert!(!ID.may_begin(b"\"ids\":\"M1\""));
        assert!(PLATFORM.may_begin(b"\"platform\":1") && PLATFORM.may_begin(b"\"platforms\":1"));
        assert!(!PLATFORM.may_begin(b"\"month\":1"));
        // too short to tell
        assert!(PLATFORM.may_begin(b"\"a"));
    }

    #[test]
    fn a_name_is_what_stands_between_quote_and_colon_however_long_it_is() {
        for quoted in ["\"a\":", "\"id\":", "\"month\":", "\"amount\":", "\"platform\":"] {
            let name = Name::new(quoted);
            assert_eq!(format!("\"{}\":", name.as_str()), quoted);
            assert!(name.may_begin(format!("{quoted} 12345").as_bytes()), "{quoted}");
            assert!(!name.may_begin(format!("\"x{} 12345", quoted.trim_start_matches('"')).as_bytes()), "{quoted}");
        }
    }

    #[test]
    #[should_panic(expected = "no quote")]
    fn an_empty_name_is_refused_by_the_compiler() {
        Name::new("");
    }

    #[test]
    #[should_panic(expected = "no name")]
    fn a_name_without_its_end_is_refused_by_the_compiler() {
        Name::new("\"镇");
    }
}
