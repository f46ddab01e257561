//! For the tests of rules: one rule run alone on a dossier written as JSON.

use std::sync::LazyLock;

use super::context::Context;
use super::profile::Profile;
use super::report::Report;
use super::rule::{Found, Rule};
use super::waiver::Waivers;
use crate::finding::Finding;
use crate::limits::Limits;
use crate::parse::parse;
use crate::plan::{Plan, builtin};

static PLAN: LazyLock<Plan> = LazyLock::new(|| builtin("yuanqu-2023").unwrap());

/// What a rule reports on a dossier, as findings.
pub(super) fn findings(rule: &'static Rule, dossier: &str) -> Vec<Finding> {
    run(rule, dossier).0
}

/// What a rule reports on a dossier: pointer, then the parameters by name.
pub(super) fn found(rule: &'static Rule, dossier: &str) -> Vec<String> {
    let show = |finding: Finding| {
        let params = finding.params.iter().map(|(name, param)| format!(" {name}={param}"));
        finding.pointer.clone() + &params.collect::<String>()
    };
    findings(rule, dossier).into_iter().map(show).collect()
}

/// What a rule could not look at: the reason, then the pointer.
pub(super) fn skipped(rule: &'static Rule, dossier: &str) -> Vec<String> {
    run(rule, dossier).1
}

fn run(rule: &'static Rule, dossier: &str) -> (Vec<Finding>, Vec<String>) {
    let parsed = parse(dossier.as_bytes(), &Limits::default()).unwrap();
    let mut report = Report::new(&Limits::default(), &Profile::default(), Waivers::default());
    let context = Context::new(&parsed.dossier, &PLAN);
    (rule.check)(&context, &mut Found::new(&rule.spec, &mut report));
    let all = report.not_evaluated();
    let all = all.into_iter().flat_map(|skipped| {
        skipped.pointers.into_iter().map(move |pointer| format!("{} {pointer}", skipped.why.code()))
    });
    (report.findings, all.collect())
}
