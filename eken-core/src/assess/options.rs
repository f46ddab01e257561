//! Options of an assessment, and what they come to for a dossier and a plan.

use std::collections::BTreeMap;

use super::lack::{Lack, LackKind};
use super::on_file::proves;
use crate::error::{Error, Result};
use crate::model::kind::Code;
use crate::model::{CountyTier, Dossier};
use crate::plan::Plan;
use crate::quantity::{Date, YEARS};
use crate::words::said;

/// What the caller chooses. Nothing is taken from a clock, the environment or a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Acceptance year (验收当年): the year that annual criteria look at.
    pub year: i32,
    /// Day up to which facts count; the dossier's own as-of date where none is given, else the last day of the year.
    pub as_of: Option<Date>,
    /// Options of readings that differ from the plan's defaults, by reading id.
    pub readings: BTreeMap<String, String>,
    /// A tier to suppose instead of the declared one: what would be, if the county were of it.
    pub tier: Option<CountyTier>,
}

impl Options {
    /// The options for a year, all else by default.
    pub fn year(year: i32) -> Self {
        Self { year, as_of: None, readings: BTreeMap::new(), tier: None }
    }

    /// The options that a caller names: the day as `YYYY-MM-DD`, the tier by its code.
    ///
    /// # Errors
    /// [`Error::Option`] for a day that is none, [`Error::Unknown`] for a tier that does not exist.
    pub fn named(
        year: i32,
        as_of: Option<&str>,
        readings: BTreeMap<String, String>,
        tier: Option<&str>,
    ) -> Result<Self> {
        let day = |text: &str| {
            Date::parse(text).ok_or_else(|| Error::Option {
                words: said!("评估时点不是1900至2099年间存在的日期", "the as-of date is no day from 1900 to 2099"),
                help: said!("写成 2023-12-31", "write it as 2023-12-31"),
            })
        };
        let tier_of = |code: &str| {
            CountyTier::from_code(code).ok_or_else(|| Error::Unknown {
                kind: "tier",
                name: code.to_owned(),
                known: CountyTier::INFO.iter().map(|info| info.code.to_owned()).collect(),
            })
        };
        Ok(Self { year, as_of: as_of.map(day).transpose()?, readings, tier: tier.map(tier_of).transpose()? })
    }
}

/// Options settled for one dossier and plan.
#[derive(Clone, Debug)]
pub(super) struct Settled {
    pub(super) year: i32,
    pub(super) as_of: Date,
    pub(super) readings: BTreeMap<String, String>,
    pub(super) tier: Option<CountyTier>,
    pub(super) tier_supposed: bool,
    pub(super) tier_lack: Option<Lack>,
}

pub(super) fn settle(dossier: &Dossier, plan: &Plan, options: &Options) -> Result<Settled> {
    if !YEARS.contains(&options.year) {
        return Err(Error::Option {
            words: said!(
                "验收年度{year}不在{first}至{last}之间",
                "the acceptance year {year} is not between {first} and {last}",
                year = options.year,
                first = YEARS.start(),
                last = YEARS.end(),
            ),
            help: said!("写成 2023 这样的四位年份", "write a year of four digits such as 2023"),
        });
    }
    let as_of = options.as_of.or_else(|| dossier.as_of.get()).or_else(|| Date::last_of_year(options.year));
    let as_of = as_of.ok_or_else(|| Error::Option {
        words: said!("没有评估时点", "there is no as-of date"),
        help: said!("写明评估时点，如 2023-12-31", "give an as-of date such as 2023-12-31"),
    })?;
    let mut readings: BTreeMap<String, String> =
        plan.readings.iter().map(|reading| (reading.id.clone(), reading.default.clone())).collect();
    for (id, option) in &options.readings {
        let reading = plan.reading(id).ok_or_else(|| Error::Unknown {
            kind: "reading",
            name: id.clone(),
            known: plan.readings.iter().map(|reading| reading.id.clone()).collect(),
        })?;
        if reading.option(option).is_none() {
            return Err(Error::Unknown {
                kind: "option of the reading",
                name: format!("{id}={option}"),
                known: reading.options.iter().map(|option| option.id.clone()).collect(),
            });
        }
        readings.insert(id.clone(), option.clone());
    }
    let declared = declared_tier(dossier, as_of);
    let tier_lack = if options.tier.is_none() { declared.as_ref().err().cloned() } else { None };
    let tier = options.tier.or_else(|| declared.ok());
    Ok(Settled { year: options.year, as_of, readings, tier, tier_supposed: options.tier.is_some(), tier_lack })
}

/// The tier that the dossier declares, with a document on file that shows it (R16).
fn declared_tier(dossier: &Dossier, as_of: Date) -> std::result::Result<CountyTier, Lack> {
    let lack = |pointer: &str| {
        let known = CountyTier::INFO.iter().map(|info| info.code).collect::<Vec<_>>().join(", ");
        Lack::new(LackKind::Tier, pointer, vec![("known", known.into())])
    };
    let declaration = dossier.town.known().and_then(|town| town.tier.known()).ok_or_else(|| lack("/town/tier"))?;
    let tier = declaration.tier.get().ok_or_else(|| lack("/town/tier/tier"))?;
    let files = super::index::documents(dossier);
    let shown = declaration
        .evidence
        .items()
        .iter()
        .any(|evidence| files.get(evidence.as_str()).is_some_and(|(_, document)| proves(as_of, document)));
    if shown { Ok(tier) } else { Err(lack("/town/tier/evidence")) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Options, YEARS, settle};
    use crate::error::Error;
    use crate::limits::Limits;
    use crate::model::CountyTier;
    use crate::model::kind::Code;
    use crate::plan::builtin;
    use crate::quantity::Date;

    const DIGEST: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    #[test]
    fn what_a_caller_names_is_taken_or_refused_with_what_there_is() {
        let named = |as_of, tier| Options::named(2023, as_of, BTreeMap::new(), tier);
        let taken = named(Some("2023-06-30"), Some("key_assistance")).unwrap();
        assert_eq!((taken.as_of, taken.tier), (Date::parse("2023-06-30"), CountyTier::from_code("key_assistance")));
        assert_eq!(named(None, None).unwrap(), Options::year(2023));
        assert!(matches!(named(Some("2023-02-30"), None), Err(Error::Option { .. })));
        let Err(Error::Unknown { kind: "tier", known, .. }) = named(None, Some("rich")) else { panic!() };
        assert!(known.contains(&"key_assistance".to_owned()));
    }

    #[test]
    fn a_tier_needs_its_document_on_file() {
        let tier = |document: &str| {
            let text = format!(
                r#"{{"schema_version":1,"as_of":"2023-12-31","town":{{"tier":{{"tier":"key_assistance","evidence":["D1"]}}}},
                "documents":{{"items":[{{"id":"D1","title":"t"{document}}}]}}}}"#
            );
            let parsed = crate::parse::parse(text.as_bytes(), &Limits::default()).unwrap();
            let settled = settle(parsed.dossier(), &builtin("yuanqu-2023").unwrap(), &Options::year(2023)).unwrap();
            settled.tier.ok_or_else(|| settled.tier_lack.unwrap().pointer)
        };
        assert_eq!(tier(&format!(r#","issued":"2023-12-31","digest":"{DIGEST}""#)), Ok(CountyTier::KeyAssistance));
        for document in [String::new(), format!(r#","issued":"2024-01-01","digest":"{DIGEST}""#)] {
            assert_eq!(tier(&document), Err("/town/tier/evidence".to_owned()), "{document}");
        }
    }

    #[test]
    fn a_year_that_no_programme_can_have_is_refused() {
        let parsed = crate::parse::parse(br#"{"schema_version":1}"#, &Limits::default()).unwrap();
        let plan = builtin("yuanqu-2023").unwrap();
        for (year, taken) in [(*YEARS.start(), true), (YEARS.start() - 1, false), (YEARS.end() + 1, false)] {
            assert_eq!(settle(parsed.dossier(), &plan, &Options::year(year)).is_ok(), taken, "{year}");
        }
    }
}
