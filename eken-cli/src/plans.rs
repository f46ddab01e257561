//! Plans by id or by path: a folder, or one TOML or JSON file.

use std::fs;
use std::path::{Path, PathBuf};

use eken_core::assess::measure::specs;
use eken_core::plan::{Plan, PlanFile, PlanSource, builtin, builtin_ids};
use eken_core::report::failure_text;
use eken_core::words::{Label, Lang};

use crate::input::{self, Unread};
use crate::output::error_style;

/// The plan used unless another is named.
pub const DEFAULT: &str = "yuanqu-2023";
/// Bytes of one file of a plan.
const BYTES: usize = 16 << 20;
/// Files of a plan.
const FILES: usize = 2_000;

const MISSING: Label = Label::new("文件夹里没有 plan.toml", "there is no plan.toml in the folder");
const MISSING_HELP: Label = Label::new(
    "在文件夹里写 plan.toml，至少有 id 和 title；在内置方案上改动的再写 base，如 base = \"shanxi-2022\"",
    "write a plan.toml there with id and title at least, and with base = \"shanxi-2022\" to build on a built-in plan",
);

/// Why there is no plan, in words.
#[derive(Clone, Debug)]
pub struct Refused {
    /// What is wrong.
    pub text: String,
    /// Whether its files were read and are faulty.
    pub faulty: bool,
}

/// The plan of an id or a path.
///
/// # Errors
/// In words: no such plan, or every fault of its files.
pub fn load(named: &str, lang: Lang) -> Result<Plan, Refused> {
    let refused = |text| Refused { text, faulty: false };
    let path = Path::new(named);
    if builtin_ids().contains(&named) || (!path.exists() && !named.contains(['/', '\\', '.'])) {
        return built_in(named, lang);
    }
    let source = source(path).map_err(|(file, unread)| refused(unread.text(&file, lang)))?;
    Plan::load_with(&source, None, Some(&specs()))
        .map_err(|error| Refused { text: failure_text(&error, Some(named), &error_style(lang)), faulty: true })
}

/// The built-in plan of an id.
///
/// # Errors
/// In words: no such plan.
pub fn built_in(id: &str, lang: Lang) -> Result<Plan, Refused> {
    builtin(id).map_err(|error| Refused { text: failure_text(&error, None, &error_style(lang)), faulty: false })
}

/// The text of a plan's files.
fn source(path: &Path) -> Result<PlanSource, (String, Unread)> {
    let whole = |unread: Unread| (input::name(path), unread);
    if !path.is_dir() {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        return Ok(PlanSource::single(name, input::text(path, BYTES).map_err(whole)?));
    }
    let mut files = Vec::new();
    for folder in ["", "indicators", "targets"] {
        let within = path.join(folder);
        if !within.is_dir() {
            continue;
        }
        let mut paths: Vec<PathBuf> = fs::read_dir(&within)
            .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
            .map_err(|error| whole(error.into()))?;
        paths.retain(|path| path.is_file() && path.extension().is_some_and(|end| end == "toml" || end == "json"));
        paths.sort();
        for file in paths {
            if files.len() >= FILES {
                let words = Label::new("方案的文件太多", "the plan has too many files");
                let help = Label::new("方案的文件夹里只放方案的文件", "keep only the files of the plan in its folder");
                return Err(whole(Unread::File("plan.files", words, help)));
            }
            let bare = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let name = if folder.is_empty() { bare } else { format!("{folder}/{bare}") };
            let text = input::text(&file, BYTES).map_err(|unread| (input::name(&file), unread))?;
            files.push(PlanFile { name, text });
        }
        // the first folder is the plan's own
        if files.is_empty() {
            return Err(whole(Unread::File("plan.missing", MISSING, MISSING_HELP)));
        }
    }
    Ok(PlanSource { files })
}
