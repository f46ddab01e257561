//! `cargo xtask clauses`: the clause register held against the text of the source.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use eken_core::plan::{Clause, builtin, builtin_ids, digest, survey};

/// Holds the clause registers of the built-in plans against the text of the source.
///
/// Every span must lie in the source, every digest must fit its span, no two spans may overlap, and every character that
/// is not blank must belong to a clause.
#[derive(Debug, clap::Args)]
pub struct Clauses {
    /// The text of the source, which the repository does not hold.
    #[arg(long, value_name = "PATH")]
    source: PathBuf,
    /// Number of the document that the text is of.
    #[arg(long, value_name = "NUMBER", default_value = "垣政办发〔2023〕8号")]
    document: String,
    /// Write the digests anew into the registers before checking.
    #[arg(long)]
    write: bool,
}

impl Clauses {
    /// Runs the command and prints what is wrong with line numbers.
    pub fn run(&self) -> ExitCode {
        match self.check() {
            Ok(0) => ExitCode::SUCCESS,
            Ok(_) => ExitCode::FAILURE,
            Err(message) => {
                eprintln!("{message}");
                ExitCode::from(2)
            }
        }
    }

    fn check(&self) -> Result<usize, String> {
        let text = fs::read_to_string(&self.source).map_err(|error| format!("{}: {error}", self.source.display()))?;
        let mut clauses = registered(&self.document)?;
        if self.write {
            let lines: Vec<&str> = text.split('\n').collect();
            for clause in &mut clauses {
                clause.digest = clause.span.and_then(|span| span.text(&lines)).map(|text| digest(&text));
            }
            for id in builtin_ids() {
                refresh(&register(id), &clauses)?;
            }
        }
        let faults = survey(&clauses, &text);
        for fault in &faults {
            println!("{}:{}: {}", self.source.display(), fault.line, fault.message);
        }
        println!("{} clauses, {} faults", clauses.len(), faults.len());
        Ok(faults.len())
    }
}

/// The clauses of a document in all built-in plans, each once.
fn registered(document: &str) -> Result<Vec<Clause>, String> {
    let mut clauses: Vec<Clause> = Vec::new();
    for id in builtin_ids() {
        for clause in builtin(id).map_err(|error| error.to_string())?.clauses {
            let known = clauses.iter().any(|each| each.id == clause.id);
            if !known && clause.document.as_deref() == Some(document) {
                clauses.push(clause);
            }
        }
    }
    Ok(clauses)
}

/// The register of a built-in plan.
fn register(plan: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../eken-core/plan").join(plan).join("clauses.toml")
}

/// Writes the digests of the clauses into a register, line by line, so that all else stays as it is.
fn refresh(path: &Path, clauses: &[Clause]) -> Result<(), String> {
    let fault = |error: std::io::Error| format!("{}: {error}", path.display());
    let before = fs::read_to_string(path).map_err(fault)?;
    let after = refreshed(&before, clauses);
    if after == before {
        return Ok(());
    }
    let fresh = path.with_extension("tmp");
    let mut file = fs::File::create(&fresh).map_err(fault)?;
    file.write_all(after.as_bytes()).and_then(|()| file.sync_all()).map_err(fault)?;
    fs::rename(&fresh, path).map_err(fault)?;
    println!("{}: digests written", path.display());
    Ok(())
}

/// The text of a register with its digests anew. A clause without a digest gets one below its span.
fn refreshed(text: &str, clauses: &[Clause]) -> String {
    let mut current: Option<&Clause> = None;
    let mut out = String::new();
    for line in text.lines() {
        let value = |key: &str| line.strip_prefix(key).and_then(|rest| rest.strip_prefix(" = \"")?.strip_suffix('"'));
        if line == "[[clause]]" {
            current = None;
        } else if let Some(id) = value("id") {
            current = clauses.iter().find(|clause| clause.id == id);
        }
        let fresh = current.and_then(|clause| clause.digest.as_deref());
        if fresh.is_some() && value("digest").is_some() {
            continue;
        }
        out.push_str(line);
        out.push('\n');
        if let (Some(digest), true) = (fresh, value("span").is_some()) {
            out.push_str(&format!("digest = \"{digest}\"\n"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use eken_core::plan::{ClauseClass, Span};

    use super::*;

    #[test]
    fn digests_are_written_in_place_and_added_where_they_lack() {
        let clause = |id: &str, digest: &str| Clause {
            id: id.to_owned(),
            class: ClauseClass::Evidence,
            document: None,
            span: Span::parse("1"),
            digest: Some(digest.to_owned()),
            note: None,
            rule: None,
        };
        let text = "# head\n\n[[clause]]\nid = \"一\"\nspan = \"1\"\ndigest = \"old\"\nnote = \"甲\"\n\n[[clause]]\nid = \"二\"\nspan = \"2\"\n";
        let wanted = "# head\n\n[[clause]]\nid = \"一\"\nspan = \"1\"\ndigest = \"aa\"\nnote = \"甲\"\n\n[[clause]]\nid = \"二\"\nspan = \"2\"\ndigest = \"bb\"\n";
        let clauses = [clause("一", "aa"), clause("二", "bb")];
        assert_eq!(refreshed(text, &clauses), wanted);
        assert_eq!(refreshed(wanted, &clauses), wanted);
    }

    #[test]
    fn the_registers_are_found() {
        assert!(builtin_ids().iter().all(|id| register(id).is_file()));
        assert_eq!(registered("垣政办发〔2023〕8号").unwrap().len(), 140);
    }
}
