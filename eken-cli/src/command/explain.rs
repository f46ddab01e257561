//! `eken explain`: one verdict's whole derivation.

use std::path::Path;

use eken_core::report::{StandingDocument, VerdictCode, explain, explanation_text};
use eken_core::words::{Label, Lang};
use serde::Serialize;

use super::{CLEAN, Failure, Outcome, failed, options, print_json, rules};
use crate::args::{ExplainArgs, Format};
use crate::output::{print, style};
use crate::{input, plans};

const INCOMPLETE: Label = Label::new(
    "错误 说明结论要写档案和验收年度，说明规则只写代码\n  改法：eken explain 16 档案.json --year 2023；或 eken explain entity.code-check\n",
    "error a verdict is explained on a dossier and a year, a rule by its code alone\n  help: eken explain 16 dossier.json --year 2023, or eken explain entity.code-check\n",
);

const SWAPPED: Label = Label::new(
    "先写指标编号，再写档案文件，如 eken explain 16 档案.json",
    "the indicator comes first, then the dossier, as in eken explain 16 dossier.json",
);

#[derive(Serialize)]
struct Explained {
    #[serde(flatten)]
    standing: StandingDocument,
    otherwise: Vec<Otherwise>,
}

#[derive(Serialize)]
struct Otherwise {
    reading: String,
    option: String,
    verdict: VerdictCode,
}

pub(super) fn run(args: &ExplainArgs, lang: Lang) -> Outcome {
    let (file, year) = match (&args.file, args.year) {
        (None, None) if args.id.contains('.') => return rules::explain(&args.id, args.format.format, lang),
        (Some(file), Some(year)) => (file, year),
        _ => return Err(Failure(INCOMPLETE.get(lang).to_owned())),
    };
    let plan = plans::load(&args.plan.plan, lang)?;
    let name = input::name(file);
    let checked = input::dossier(file, &plan, args.table).map_err(|unread| {
        // the two arguments the other way round
        let swapped = !file.exists() && Path::new(&args.id).is_file();
        Failure(if swapped { unread.instead(SWAPPED) } else { unread }.text(&name, lang))
    })?;
    let explanation =
        explain(&checked, &plan, &options(year, &args.options), &args.id).map_err(|error| failed(&error, lang))?;
    match args.format.format {
        Format::Text => print(&explanation_text(&explanation, &checked, &plan, &style(lang)))?,
        Format::Json => {
            let otherwise = explanation.otherwise.iter().map(|each| Otherwise {
                reading: each.reading.clone(),
                option: each.option.clone(),
                verdict: VerdictCode(each.verdict),
            });
            print_json(&Explained {
                standing: StandingDocument::new(&explanation.standing, &plan, lang),
                otherwise: otherwise.collect(),
            })?;
        }
    }
    Ok(CLEAN)
}
