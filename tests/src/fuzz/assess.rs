//! assess: never ends in an error, every indicator has its standing, the receipt verifies, and the way that a dossier is
//! written changes no verdict.

use eken_core::assess::{Counts, Options, assess};
use eken_core::json::Reader;
use eken_core::limits::Limits;
use eken_core::model::kind::Value as _;
use eken_core::report::{AssessmentDocument, ReceiptFile, digests, recomputed};
use eken_core::words::Lang;

use super::dossier::{checked, places_hold, plan, text};
use super::target::{Held, holds};

pub(super) fn run(bytes: &[u8]) -> Held {
    let Some(checked) = checked(bytes)? else { return Ok(()) };
    let text = text(bytes);
    places_hold(checked.findings(), text, &Reader::new(text, &Limits::default()).tree())?;

    let plan = plan();
    let one = assess(&checked, plan, &Options::year(2023)).map_err(|error| error.to_string())?;
    holds(one.indicators.len() == plan.indicators.len(), "an indicator has no standing")?;
    holds(one.targets.len() == plan.targets.len(), "a target has no standing")?;
    holds(one.counts == Counts::of(&one.indicators), "the counts are not those of the standings")?;

    let document = AssessmentDocument::new(&one, &checked, plan, Lang::En);
    let stated = serde_json::to_string(&document).map_err(|error| error.to_string())?;
    let file = ReceiptFile::read(&stated).ok_or("an assessment in JSON is no receipt")?;
    holds(file == ReceiptFile::of(&one), "the receipt in an assessment is another")?;
    let parts = digests(&file, &checked, plan).map_err(|error| error.to_string())?;
    holds(parts.iter().all(|part| part.same), "a receipt does not hold for its own dossier")?;
    let again = recomputed(&stated, &file, &checked, plan).map_err(|error| error.to_string())?;
    holds(again.is_some_and(|again| again.same), "an assessment differs when it is computed anew")?;

    let written = checked.dossier().tree().to_text();
    let other = super::dossier::checked(written.as_bytes())?.ok_or("what was read does not read again")?;
    let two = assess(&other, plan, &Options::year(2023)).map_err(|error| error.to_string())?;
    holds(one.receipt == two.receipt, "a dossier that is written otherwise has another receipt")
}
