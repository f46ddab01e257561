//! The door `plan`, for libFuzzer.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| eken_tests::fuzz::enter("plan", bytes));
