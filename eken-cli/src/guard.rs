//! The last line: a fault inside the program ends with exit code 3 and says nothing of the data.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};

use crate::output::complain;

/// Exit code of an internal fault.
pub const INTERNAL: u8 = 3;

/// Runs the command. A panic is caught; its message is not shown, since it may hold a value of the data.
pub fn guarded(run: impl FnOnce() -> u8) -> u8 {
    set_hook(Box::new(|_| {}));
    code_of(run)
}

fn code_of(run: impl FnOnce() -> u8) -> u8 {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        complain(concat!(
            "eken ",
            env!("CARGO_PKG_VERSION"),
            ": 内部错误，没有结果。请报告所用命令，不要附上档案。\ninternal fault, no result: please report the command used, not the dossier\n"
        ));
        INTERNAL
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_exit_code_3() {
        assert_eq!(code_of(|| panic!("13900000000")), INTERNAL);
        assert_eq!(code_of(|| 1), 1);
    }
}
