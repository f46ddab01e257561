//! Plans by id or by path: a folder, or one TOML or JSON file.

use std::path::Path;

use eken_core::assess::measure::specs;
use eken_core::plan::{Plan, builtin, builtin_ids};
use eken_core::report::failure_text;
use eken_core::words::Lang;
use eken_io::plan::{Refused as Missing, source};

use crate::input::{self, HELP_HERE, Unread};
use crate::output::error_style;

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
    let source = source(path).map_err(|Missing { file, why }| {
        let unread = Unread::from(*why).instead(HELP_HERE);
        refused(unread.text(&input::name(&file), lang))
    })?;
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
