//! The published schemas, made from the types.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use eken_core::schema::{names, text};

/// Every schema by file name, as it should be.
pub fn files(root: &Path) -> Result<BTreeMap<PathBuf, String>, String> {
    let folder = root.join("eken-core/schemas/v1");
    names()
        .map(|name| Ok((folder.join(format!("{name}.json")), text(name).map_err(|error| error.to_string())?)))
        .collect()
}
