//! Every proof turns red when its fault is planted, and says so in the form that is asked of it.

#[cfg(test)]
mod tests {
    use std::process::{Command, Output};

    /// Proofs that need tools which are installed first: `./test` plants the fault of those that it runs (docs/proofs.md).
    const WITH_TOOLS: &[&str] = &["schema", "fuzz", "coverage", "mutants"];

    fn xtask(arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).env_remove("RUST_BACKTRACE").output().unwrap()
    }

    fn names() -> Vec<String> {
        let listed = String::from_utf8(xtask(&["prove"]).stdout).unwrap();
        listed.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
    }

    #[test]
    fn every_proof_turns_red_when_its_fault_is_planted() {
        let names = names();
        assert!(names.len() > WITH_TOOLS.len());
        for name in names.iter().filter(|name| !WITH_TOOLS.contains(&name.as_str())) {
            let done = xtask(&["prove", name, "--sabotage", "--seed", "3"]);
            let out = String::from_utf8(done.stdout).unwrap();
            let last = out.lines().last().unwrap_or_default();
            let told = last.strip_prefix(&format!("{name}: ")).and_then(|rest| rest.strip_suffix(" failures, seed 3"));
            let counts = told.and_then(|rest| rest.split_once(" cases, "));
            let (cases, failures) = counts.unwrap_or_else(|| panic!("{name} says {out:?}"));
            assert!(cases.parse::<u64>().unwrap() > 0, "{last}");
            assert!(failures.parse::<u64>().unwrap() > 0, "{last}: the planted fault went unseen");
            assert_eq!(done.status.code(), Some(1), "{name}");
        }
    }

    #[test]
    fn an_unknown_proof_is_refused() {
        let done = xtask(&["prove", "nothing"]);
        assert_eq!(done.status.code(), Some(2));
        assert!(String::from_utf8(done.stderr).unwrap().contains("no proof named"));
    }
}
