//! A copy of the house below the folder that cargo builds in. A file that is as it was keeps its time, so that cargo builds no
//! more than it must.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::generated::root;
use crate::prove::tool::{target_dir, write};

/// Folders that are no part of the source.
const LEFT_OUT: &[&str] = &["target", ".git", "node_modules", ".venv", "__pycache__"];

/// The copy.
pub struct Copy {
    /// Its folder.
    pub root: PathBuf,
    /// Digest of all files that it was made of.
    pub digest: String,
}

impl Copy {
    /// Makes it. The files named are left for [`Copy::put`].
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn make(named: &BTreeSet<String>) -> Result<Self, String> {
        let copy = target_dir().join("mutants/tree");
        let mut files = Vec::new();
        walk(&root(), &mut files)?;
        files.sort();
        let mut digest = Sha256::new();
        let mut kept = BTreeSet::new();
        for path in &files {
            let name = path.strip_prefix(root()).map_err(|error| error.to_string())?;
            let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            digest.update(name.to_string_lossy().as_bytes());
            digest.update(Sha256::digest(&bytes));
            kept.insert(copy.join(name));
            if !named.contains(&*name.to_string_lossy()) {
                put(&copy.join(name), &bytes)?;
            }
        }
        let digest = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let mut there = Vec::new();
        walk(&copy, &mut there)?;
        for gone in there.iter().filter(|path| !kept.contains(*path)) {
            std::fs::remove_file(gone).map_err(|error| format!("{}: {error}", gone.display()))?;
        }
        Ok(Self { root: copy, digest })
    }

    /// Writes one of its files.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put(&self, name: &str, text: &str) -> Result<(), String> {
        put(&self.root.join(name), text.as_bytes())
    }
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if std::fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    write(path, bytes)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    if !folder.exists() {
        return Ok(());
    }
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let entry = entry.map_err(told)?;
        let kind = entry.file_type().map_err(told)?;
        if kind.is_dir() {
            if !LEFT_OUT.iter().any(|name| entry.file_name() == *name) {
                walk(&entry.path(), files)?;
            }
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(())
}
