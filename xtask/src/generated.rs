//! Generated files: written, or compared with what is committed.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

/// Whether to write or to compare.
#[derive(Debug, Default, Args)]
pub struct Mode {
    /// Compare with the committed files instead of writing them.
    #[arg(long)]
    check: bool,
}

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

impl Mode {
    /// Writes the files, or says which of the committed ones differ and how to remake them.
    pub fn settle(&self, chore: &str, files: &BTreeMap<PathBuf, String>) -> ExitCode {
        let mut code = ExitCode::SUCCESS;
        for (path, text) in files {
            let shown = path.strip_prefix(root()).unwrap_or(path).display().to_string();
            let same = std::fs::read_to_string(path).is_ok_and(|found| found == *text);
            if same {
                continue;
            }
            if self.check {
                eprintln!("{shown} is not what `cargo xtask {chore}` makes: run it and commit");
                code = ExitCode::FAILURE;
            } else if let Err(error) = write(path, text) {
                eprintln!("{shown}: {error}");
                code = ExitCode::FAILURE;
            } else {
                println!("wrote {shown}");
            }
        }
        if code == ExitCode::SUCCESS {
            println!("{chore}: {} generated files are as they should be", files.len());
        }
        code
    }
}

/// Writes a file whole or not at all.
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let temporary = path.with_extension("tmp");
    let mut file = std::fs::File::create(&temporary)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    std::fs::rename(&temporary, path)
}
