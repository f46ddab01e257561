//! `eken check`: what is wrong with the data.

use eken_core::report::{FileDocument, FindingsFile, findings_text};
use eken_core::words::Lang;

use super::{CLEAN, FAILED, Outcome, USAGE, print_json, progress};
use crate::args::{CheckArgs, Format};
use crate::output::{complain, print, style};
use crate::{input, plans};

pub(super) fn run(args: &CheckArgs, lang: Lang) -> Outcome {
    let plan = plans::load(&args.plan.plan, lang)?;
    let files = input::expand(&args.files);
    let (style, bar) = (style(lang), progress(&files));
    let mut code = CLEAN;
    let mut documents = Vec::new();
    for path in &files {
        let name = input::name(path);
        match input::dossier(path, &plan) {
            Ok(checked) => {
                if args.fail_on.severities().iter().any(|severity| checked.total(*severity) > 0) {
                    code = code.max(FAILED);
                }
                match args.format.format {
                    Format::Json => documents.push(FileDocument::read(&name, &checked, &plan, lang)),
                    Format::Text => {
                        let text = findings_text(&checked, &plan, &name, &style);
                        bar.suspend(|| print(&format!("{text}\n")))?;
                    }
                }
            }
            Err(unread) => {
                code = USAGE;
                bar.suspend(|| complain(&unread.text(&name, lang)));
                documents.push(FileDocument::unread(&name, unread.document(lang)));
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if args.format.format == Format::Json {
        print_json(&FindingsFile { files: documents })?;
    }
    Ok(code)
}
