//! One dossier: its parts, then more of the same until it has its size.

use eken_core::json::Tree;

use crate::boundary::{Landing, land};
use crate::chance::Chance;
use crate::county::County;
use crate::draft::Draft;
use crate::error::Error;
use crate::fault::{Planted, plant, plant_all};
use crate::goals::Goals;
use crate::part;
use crate::sales::years;
use crate::spec::{Kind, Spec};

/// A dossier and what is known of it.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The dossier: one line of JSON with a line feed.
    pub text: String,
    /// The faults planted in it.
    pub planted: Vec<Planted>,
    /// Where the figures of the indicators were put.
    pub landings: Vec<Landing>,
}

/// A part that a small dossier may lack.
struct Part {
    name: &'static str,
    /// Parts that it refers to.
    needs: &'static [&'static str],
    make: fn(&mut Draft<'_>),
}

const fn part(name: &'static str, needs: &'static [&'static str], make: fn(&mut Draft<'_>)) -> Part {
    Part { name, needs, make }
}

/// Parts in the order in which a county would file them.
static PARTS: &[Part] = &[
    part("entities", &[], part::entities),
    part("statistics", &[], promise_statistics),
    part("instruments", &[], part::instruments),
    part("organisation", &["instruments"], part::organisation),
    part("institutions", &[], part::institutions),
    part("brands", &[], part::brands),
    part("products", &["brands"], part::products),
    part("investments", &[], part::investments),
    part("training", &[], part::training),
    part("judgements", &["entities"], part::judgements),
    part("experts", &[], part::experts),
    part("fostered", &[], part::fostered),
    part("contests", &[], part::contests),
    part("events", &["brands"], part::events),
    part("channels", &[], part::channels),
    part("pavilions", &[], part::pavilions),
    part("compliance", &[], part::compliance),
    part("phases", &[], part::phases),
    part("projects", &["entities"], part::projects),
    part("appropriations", &[], part::appropriations),
    part("payments", &["appropriations", "projects"], part::payments),
    part("fund_use", &[], part::fund_use),
    part("inspections", &[], part::inspections),
    part("disclosures", &[], part::disclosures),
];

/// Bytes of one statistic, about.
const STATISTIC_BYTES: usize = 165;

/// Says that statistics will be filed; they are made when the sales are settled.
fn promise_statistics(draft: &mut Draft<'_>) {
    draft.statistics = true;
    let months = if draft.rich { years(draft).months() } else { 0 };
    let bytes = months.saturating_add(6).saturating_mul(STATISTIC_BYTES);
    draft.bytes = draft.bytes.saturating_add(u64::try_from(bytes).unwrap_or_default());
}

/// Makes one dossier.
///
/// # Errors
/// When the size or the year is out of range, or a fault has no place in the dossier.
pub fn generate(spec: &Spec) -> Result<Generated, Error> {
    spec.check()?;
    let mut goals = Goals::reached(spec.tier, spec.seed);
    let landings = match spec.kind {
        Kind::Boundary => land(&mut goals, spec.tier, spec.seed),
        _ => Vec::new(),
    };
    let mut tree = whole(spec, &goals);
    let planted = match &spec.kind {
        Kind::Faults { faults, count } => plant(&mut tree, spec, faults, *count)?,
        Kind::AllFaults { count } => plant_all(&mut tree, spec, *count),
        Kind::Clean | Kind::Boundary => Vec::new(),
    };
    let mut text = tree.to_text();
    text.push('\n');
    Ok(Generated { text, planted, landings })
}

fn whole(spec: &Spec, goals: &Goals) -> Tree {
    let county = County::new(spec.seed);
    let mut draft = Draft::new(spec, goals, &county);
    for make in [part::town, part::industries, part::chains, part::facilities] {
        make(&mut draft);
    }
    let mut made = Vec::new();
    for part in PARTS {
        if !part.needs.iter().all(|need| made.contains(need)) {
            continue;
        }
        let before = draft.clone();
        (part.make)(&mut draft);
        if !spec.is_whole() && draft.bytes > spec.size.0 {
            draft = before;
        } else {
            made.push(part.name);
        }
    }
    fill(&mut draft);
    draft.finish()
}

/// Adds records until the size is there. At the thresholds only what counts for no indicator is added.
fn fill(draft: &mut Draft<'_>) {
    let mut chance = draft.chance("fill");
    let counts = draft.spec.kind != Kind::Boundary;
    let trained = counts && draft.count("sessions") > 0;
    let branded = counts && draft.count("products") > 0;
    let inspected = draft.count("inspections") > 0;
    while let Some(left) = draft.spec.size.0.checked_sub(draft.bytes).filter(|left| *left > 250) {
        one(draft, left, [trained, branded, inspected], &mut chance);
    }
}

fn one(draft: &mut Draft<'_>, left: u64, [trained, branded, inspected]: [bool; 3], chance: &mut Chance) {
    match chance.below(100) {
        0..35 if left > 12_000 => part::one_more(draft, chance, true),
        35..50 if left > 12_000 && trained => part::one_session_more(draft, chance),
        50..58 if left > 1_000 && branded => part::one_product_more(draft),
        58..62 if left > 1_500 && inspected => part::one_inspection_more(draft, chance),
        _ => part::one_more(draft, chance, false),
    }
}
