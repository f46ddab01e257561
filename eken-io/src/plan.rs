//! The files of a plan: a folder, or one TOML or JSON file.

use std::fs;
use std::path::{Path, PathBuf};

use eken_core::plan::{PlanFile, PlanSource};
use eken_core::words::Label;

use crate::document::Unread;
use crate::error::Error;
use crate::file::read::{bytes, fault, utf_8};

/// Bytes of one file of a plan.
const BYTES: usize = 16 << 20;
/// Files of a plan.
const FILES: usize = 2_000;

const TOO_MANY: Error = Error::new(
    "plan.files",
    Label::new("方案的文件太多", "the plan has too many files"),
    Label::new("方案的文件夹里只放方案的文件", "keep only the files of the plan in its folder"),
);
const MISSING: Error = Error::new(
    "plan.missing",
    Label::new("文件夹里没有 plan.toml", "there is no plan.toml in the folder"),
    Label::new(
        "在文件夹里写 plan.toml，至少有 id 和 title；在内置方案上改动的再写 base，如 base = \"shanxi-2022\"",
        "write a plan.toml there with id and title at least, and with base = \"shanxi-2022\" to build on a built-in plan",
    ),
);

/// Why there is no text of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file or folder.
    pub file: PathBuf,
    /// What is wrong with it.
    pub why: Box<Unread>,
}

impl Refused {
    fn new(file: &Path, why: impl Into<Unread>) -> Self {
        Self { file: file.to_owned(), why: Box::new(why.into()) }
    }
}

/// The text of a plan's files.
///
/// # Errors
/// Those of reading a file; `plan.missing` for a folder without `plan.toml`, `plan.files` for one with thousands of files.
pub fn source(path: &Path) -> Result<PlanSource, Refused> {
    let whole = |error: Error| Refused::new(path, error);
    if !path.is_dir() {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        return Ok(PlanSource::single(name, text(path)?));
    }
    let mut files = Vec::new();
    for folder in ["", "indicators", "targets"] {
        let within = path.join(folder);
        if !within.is_dir() {
            continue;
        }
        let mut paths: Vec<PathBuf> = fs::read_dir(&within)
            .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
            .map_err(|error| whole(fault(&error)))?;
        paths.retain(|path| path.is_file() && path.extension().is_some_and(|end| end == "toml" || end == "json"));
        paths.sort();
        for file in paths {
            if files.len() >= FILES {
                return Err(whole(TOO_MANY));
            }
            let bare = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let name = if folder.is_empty() { bare } else { format!("{folder}/{bare}") };
            files.push(PlanFile { name, text: text(&file)? });
        }
        // the first folder is the plan's own
        if files.is_empty() {
            return Err(whole(MISSING));
        }
    }
    Ok(PlanSource { files })
}

fn text(path: &Path) -> Result<String, Refused> {
    bytes(path, BYTES).and_then(utf_8).map_err(|unread| Refused::new(path, unread))
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::Write;

    use super::*;

    #[test]
    fn a_folder_without_a_plan_and_a_file_that_is_not_there_are_told() {
        let folder = std::env::temp_dir().join(format!("eken-plan-{}", std::process::id()));
        fs::create_dir_all(folder.join("indicators")).unwrap();
        let code = |path: &Path| match *source(path).unwrap_err().why {
            Unread::File(error) => error.code,
            Unread::Dossier(_) => "",
        };
        assert_eq!(code(&folder), "plan.missing");
        assert_eq!(code(&folder.join("none.toml")), "file.not-found");
        let write =
            |name: &str, text: &str| File::create(folder.join(name)).unwrap().write_all(text.as_bytes()).unwrap();
        write("plan.toml", "id = \"x\"");
        write("indicators/01.toml", "id = \"1\"");
        let names: Vec<String> = source(&folder).unwrap().files.into_iter().map(|file| file.name).collect();
        assert_eq!(names, ["plan.toml", "indicators/01.toml"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
