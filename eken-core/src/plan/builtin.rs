//! The plans that the crate carries.

use std::sync::OnceLock;

use crate::error::{Error, Result};
use crate::plan::{Plan, PlanFile, PlanSource};

macro_rules! files {
    ($plan:literal, $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../plan/", $plan, "/", $name)))),*]
    };
}

/// Files of a plan: name and text.
type Files = &'static [(&'static str, &'static str)];

const SHANXI_2022: Files = files!(
    "shanxi-2022",
    "clauses.toml",
    "indicators/01-scheme-and-plan.toml",
    "indicators/02-leading-industries.toml",
    "indicators/03-supply-chains.toml",
    "indicators/04-leading-enterprises.toml",
    "indicators/05-reward-measure.toml",
    "indicators/06-product-pavilions.toml",
    "indicators/07-finance-outlets.toml",
    "indicators/08-brands-and-products.toml",
    "indicators/09-brand-regime.toml",
    "indicators/10-brand-publicity.toml",
    "indicators/11-training-centre.toml",
    "indicators/12-experts-and-leaders.toml",
    "indicators/13-influencers.toml",
    "indicators/14-contests.toml",
    "indicators/15-public-service-centre.toml",
    "indicators/16-display-centre.toml",
    "indicators/17-logistics-centre.toml",
    "indicators/18-streamlining-policy.toml",
    "indicators/19-publicity-activities.toml",
    "indicators/20-compliance.toml",
    "indicators/21-leading-group.toml",
    "indicators/22-fund-measure.toml",
    "indicators/23-gross-output.toml",
    "indicators/24-site.toml",
    "indicators/25-investment.toml",
    "indicators/26-online-retail.toml",
    "indicators/27-legal-person-units.toml",
    "indicators/28-innovation-services.toml",
    "plan.toml",
    "readings.toml",
);

const YUANQU_2023: Files = files!(
    "yuanqu-2023",
    "amendments.toml",
    "clauses.toml",
    "plan.toml",
    "targets/T01-overall-scale.toml",
    "targets/T02-new-entities.toml",
    "targets/T03-cross-border.toml",
    "targets/T04-brand-system.toml",
    "targets/T05-town-facilities.toml",
    "targets/T06-logistics.toml",
    "targets/T07-training-system.toml",
    "targets/T08-residents-support.toml",
    "targets/T09-phases.toml",
    "targets/T10-start-instruments.toml",
    "targets/T11-supervision.toml",
    "targets/T12-disclosure.toml",
    "targets/T13-fund-use.toml",
    "targets/T14-information.toml",
    "targets/T15-site-as-planned.toml",
    "targets/T16-operation.toml",
);

const PLANS: [(&str, Files); 2] = [("shanxi-2022", SHANXI_2022), ("yuanqu-2023", YUANQU_2023)];
const IDS: [&str; 2] = ["shanxi-2022", "yuanqu-2023"];

/// Id of the plan that is used unless the caller names another.
pub const DEFAULT: &str = "yuanqu-2023";

/// Ids of the plans that the crate carries, base first.
pub const fn builtin_ids() -> &'static [&'static str] {
    &IDS
}

/// The text of a plan that the crate carries.
///
/// # Errors
/// [`Error::Unknown`] when there is none of that id.
pub fn builtin_source(id: &str) -> Result<PlanSource> {
    let unknown = || Error::Unknown {
        kind: "plan",
        name: id.to_owned(),
        known: IDS.iter().map(|known| (*known).to_owned()).collect(),
    };
    let (_, files) = PLANS.iter().find(|(known, _)| *known == id).ok_or_else(unknown)?;
    let file = |(name, text): &(&str, &str)| PlanFile { name: (*name).to_owned(), text: (*text).to_owned() };
    Ok(PlanSource { files: files.iter().map(file).collect() })
}

/// A plan that the crate carries: `shanxi-2022`, the 28 binding indicators, or `yuanqu-2023`, the county's plan over it.
///
/// ```
/// let plan = eken_core::plan::builtin("yuanqu-2023")?;
/// assert_eq!((plan.indicators.len(), plan.targets.len(), plan.readings.len()), (28, 16, 32));
/// # Ok::<(), eken_core::error::Error>(())
/// ```
///
/// # Errors
/// [`Error::Unknown`] when there is none of that id.
pub fn builtin(id: &str) -> Result<Plan> {
    static READ: [OnceLock<Result<Plan>>; PLANS.len()] = [const { OnceLock::new() }; PLANS.len()];
    let source = builtin_source(id)?;
    let place = IDS.iter().position(|known| *known == id);
    match place.and_then(|place| READ.get(place)) {
        Some(read) => read.get_or_init(|| Plan::load(&source, None)).clone(),
        None => Plan::load(&source, None),
    }
}
