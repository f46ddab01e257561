//! JSON Pointer, RFC 6901.

use std::borrow::Cow;

/// Appends one step to a pointer.
pub fn child(pointer: &mut String, step: &str) {
    pointer.push('/');
    pointer.push_str(&escape(step));
}

/// A step with `~` and `/` escaped.
pub fn escape(step: &str) -> Cow<'_, str> {
    if step.contains(['~', '/']) { Cow::Owned(step.replace('~', "~0").replace('/', "~1")) } else { Cow::Borrowed(step) }
}

/// A step with its escapes undone.
pub fn unescape(step: &str) -> Cow<'_, str> {
    if step.contains('~') { Cow::Owned(step.replace("~1", "/").replace("~0", "~")) } else { Cow::Borrowed(step) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_comes_back_from_its_escapes() {
        for step in ["a", "a/b", "m~n", "~1", ""] {
            assert_eq!(unescape(&escape(step)), step);
        }
        assert_eq!(escape("a/b~c"), "a~1b~0c");
    }
}
