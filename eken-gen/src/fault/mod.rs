//! Known faults: each a row that says what is planted, and what must be found where.

mod code;
mod date;
mod fund;
mod ground;
mod project;
mod record;
mod series;
mod slip;
mod structure;
mod sum;
mod town;
mod twice;
mod work;

use std::collections::BTreeSet;
use std::fmt;

use eken_core::json::Tree;

use crate::chance::Chance;
use crate::error::Error;
use crate::spec::Spec;
use ground::Ground;

/// A known fault (差错): a way to put it into a clean dossier, and the finding that it must give.
pub struct Fault {
    /// Code of the finding.
    pub code: &'static str,
    /// Which of several ways to the same finding; empty where there is one.
    pub variant: &'static str,
    /// Findings that come with it by its nature, where a rule looks for them.
    pub companions: &'static [&'static str],
    plant: fn(&mut Ground<'_>) -> Option<String>,
}

impl Fault {
    const fn new(code: &'static str, plant: fn(&mut Ground<'_>) -> Option<String>) -> Self {
        Self { code, variant: "", companions: &[], plant }
    }

    const fn with(self, companions: &'static [&'static str]) -> Self {
        Self { companions, ..self }
    }

    const fn variant(self, variant: &'static str) -> Self {
        Self { variant, ..self }
    }

    /// The name of the fault: the code of its finding, and its variant after a colon.
    pub fn name(&self) -> String {
        if self.variant.is_empty() { self.code.to_owned() } else { format!("{}:{}", self.code, self.variant) }
    }

    /// Whether this version of eken has a rule that looks for it. A row may be there before its rule is.
    pub fn is_looked_for(&self) -> bool {
        eken_core::validate::catalogue().iter().any(|spec| spec.code == self.code)
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fault({})", self.name())
    }
}

impl PartialEq for Fault {
    fn eq(&self, other: &Self) -> bool {
        (self.code, self.variant) == (other.code, other.variant)
    }
}

impl Eq for Fault {}

/// A fault that was planted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planted {
    /// The fault.
    pub fault: &'static Fault,
    /// JSON Pointer at which it must be found.
    pub pointer: String,
}

/// One table a subject.
static TABLES: &[&[Fault]] = &[
    code::FAULTS,
    date::FAULTS,
    fund::FAULTS,
    project::FAULTS,
    record::FAULTS,
    series::FAULTS,
    slip::FAULTS,
    structure::FAULTS,
    sum::FAULTS,
    town::FAULTS,
    twice::FAULTS,
    work::FAULTS,
];

/// Every fault that can be planted, those included whose rule is still to come.
pub fn faults() -> impl Iterator<Item = &'static Fault> {
    TABLES.iter().copied().flatten()
}

/// The faults of a name: a code, with a colon and a variant or without.
///
/// # Errors
/// When no fault has the name.
pub fn faults_named(name: &str) -> Result<Vec<&'static Fault>, Error> {
    let found: Vec<&Fault> = faults().filter(|fault| fault.code == name || fault.name() == name).collect();
    if found.is_empty() { Err(Error::UnknownFault(name.to_owned())) } else { Ok(found) }
}

/// Plants so many of each fault, each in records that no other has touched.
pub(crate) fn plant(
    tree: &mut Tree,
    spec: &Spec,
    faults: &[&'static Fault],
    count: usize,
) -> Result<Vec<Planted>, Error> {
    let mut ground = Ground::new(tree, spec);
    let mut out = Vec::new();
    for fault in faults {
        for number in 0..count {
            ground.begin(&format!("fault {} {number}", fault.name()));
            let pointer = (fault.plant)(&mut ground).ok_or_else(|| Error::NoPlace(fault.name()))?;
            out.push(Planted { fault, pointer });
        }
    }
    Ok(out)
}

/// Plants every fault that is looked for, so many of each while there is a place; the seed chooses which comes first.
pub(crate) fn plant_all(tree: &mut Tree, spec: &Spec, count: usize) -> Vec<Planted> {
    let mut ground = Ground::new(tree, spec);
    let known: BTreeSet<&str> = eken_core::validate::catalogue().iter().map(|spec| spec.code).collect();
    let mut left: Vec<&Fault> = faults().filter(|fault| known.contains(fault.code)).collect();
    let mut chance = Chance::new(spec.seed, "all faults");
    let mut out = Vec::new();
    while !left.is_empty() {
        let fault = left.swap_remove(chance.place(left.len()));
        for number in 0..count {
            ground.begin(&format!("fault {} {number}", fault.name()));
            out.extend((fault.plant)(&mut ground).map(|pointer| Planted { fault, pointer }));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_their_faults() {
        let names =
            |name: &str| faults_named(name).map(|found| found.iter().map(|fault| fault.name()).collect::<Vec<_>>());
        assert_eq!(names("entity.code-twice").unwrap(), ["entity.code-twice"]);
        assert!(names("structure.type").unwrap().len() > 1);
        assert_eq!(names("structure.type:name").unwrap(), ["structure.type:name"]);
        assert!(matches!(names("no.such"), Err(Error::UnknownFault(_))));
    }

    #[test]
    fn no_name_stands_twice() {
        let mut names: Vec<String> = faults().map(Fault::name).collect();
        names.sort();
        let many = names.len();
        names.dedup();
        assert_eq!(names.len(), many);
    }
}
