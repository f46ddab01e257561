//! The command `eken`.
fn main() {}
