//! Calls of libraries that may panic on damaged files.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// What a call gives; none where it panics. Nothing is printed then: the message could hold a value of the file. Threads that
/// are not in such a call keep the hook that the program has set.
pub(in crate::arrow) fn caught<T>(call: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let own = take_hook();
        set_hook(Box::new(move |info| {
            if !QUIET.get() {
                own(info);
            }
        }));
    });
    let before = QUIET.replace(true);
    let out = catch_unwind(AssertUnwindSafe(call));
    QUIET.set(before);
    out.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_no_value_and_the_next_call_is_not_harmed() {
        assert_eq!(caught(|| -> u8 { panic!("13900000000") }), None);
        assert_eq!(caught(|| 1), Some(1));
        assert!(!QUIET.get());
    }
}
