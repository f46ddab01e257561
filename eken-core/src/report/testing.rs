//! For the tests of reports: results made by hand, and a small dossier assessed.

use crate::assess::{Assessment, Counts, CriterionResult, Options, Value, Verdict, assess};
use crate::finding::{Finding, Severity, Spec};
use crate::limits::Limits;
use crate::parse::parse;
use crate::plan::{Params, Plan, builtin};
use crate::quantity::Exact;
use crate::validate::{Checked, Profile, validate_with};
use crate::words::Label;

/// A result of a measure with nothing else in it.
pub(super) fn criterion(measure: &str, verdict: Verdict) -> CriterionResult {
    CriterionResult {
        title: None,
        measure: measure.to_owned(),
        params: Params::default(),
        verdict,
        measured: None,
        required: None,
        unit: None,
        gap: None,
        evidence: vec![],
        missing: vec![],
        unlisted: vec![],
        notes: vec![],
        provisional: false,
        clauses: vec![],
        readings: vec![],
        year: None,
        years: vec![],
        parts: vec![],
    }
}

/// A number known within bounds.
pub(super) fn whole(least: i128, most: Option<i128>) -> Value {
    Value::Number { least: Exact::whole(least), most: most.map(Exact::whole) }
}

/// A small town, made up: a display centre that is too large, industries in order, a person's number where it should not be.
pub(super) const TOWN: &str = r#"{
  "schema_version": 1,
  "as_of": "2023-12-31",
  "town": {
    "name": "示例乡村e镇", "nmae": "电话13900000000",
    "tier": {"tier": "key_assistance", "evidence": ["D1"]}
  },
  "industries": {"complete": true, "items": [{"id": "I1", "name": "食用菌", "since": "2023-04"}]},
  "facilities": {"complete": true, "items": [
    {"id": "F1", "name": "展示馆", "opened": "2023-06-01", "roles": [{"role": "display_experience", "area": 312}]}
  ]},
  "trainees": {"complete": true, "items": [{"id": "T1", "name": "张某某", "phone": "13900000000"}]},
  "documents": {"complete": true, "items": [
    {"id": "D1", "title": "县域类型依据", "digest": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
  ]}
}"#;

/// The small town checked and assessed for 2023 under the county's plan.
pub(super) fn town() -> Town {
    town_of(TOWN)
}

/// A dossier checked and assessed for 2023 under the county's plan.
pub(super) fn town_of(text: &str) -> Town {
    assessed(text, vec![], &Limits::default(), &Profile::default(), "yuanqu-2023")
}

/// The small town under the plan of the province, which has no targets.
pub(super) fn town_without_targets() -> Town {
    assessed(TOWN, vec![], &Limits::default(), &Profile::default(), "shanxi-2022")
}

/// The small town with one verdict on every indicator and target.
pub(super) fn town_all(verdict: Verdict) -> Town {
    let (checked, plan, mut assessment) = town();
    for standing in assessment.indicators.iter_mut().chain(&mut assessment.targets) {
        standing.verdict = verdict;
    }
    assessment.counts = Counts::of(&assessment.indicators);
    assessment.target_counts = Counts::of(&assessment.targets);
    (checked, plan, assessment)
}

/// The small town with further findings.
pub(super) fn town_found(findings: Vec<Finding>) -> Town {
    assessed(TOWN, findings, &Limits::default(), &Profile::default(), "yuanqu-2023")
}

/// Five faulty dates, of which one is waived and two of the others are listed.
pub(super) fn town_waived() -> Town {
    let items: Vec<String> =
        (0..5).map(|index| format!("{{\"id\":\"I{index}\",\"name\":\"x{index}\",\"since\":\"bad\"}}")).collect();
    let text =
        format!("{{\"schema_version\":1,\"as_of\":\"2023-12-31\",\"industries\":{{\"items\":[{}]}}}}", items.join(","));
    let profile = Profile::load(
        "[[waiver]]\nrule = \"structure.partial-date\"\nat = \"/industries/items/id=I1\"\nreason = \"核实中\"\n\
         authority = \"县工科局\"\nuntil = \"2023-12-31\"\n",
    );
    let limits = Limits { findings_of_a_kind: 3, ..Limits::default() };
    assessed(&text, vec![], &limits, &profile.unwrap(), "yuanqu-2023")
}

/// A kind of finding that says what it is given and knows no help.
static SAID: Spec = Spec {
    summary: Label::new("某处不对", "something is wrong"),
    message: Label::new("是{what}", "it is {what}"),
    ..Spec::new("test.said", Severity::Warning)
};

/// A finding of that kind.
pub(super) fn said(pointer: &str, what: &str) -> Finding {
    Finding::new(&SAID, pointer.to_owned(), vec![("what", what.into())])
}

/// A dossier checked and assessed, with its plan.
pub(super) type Town = (Checked, Plan, Assessment);

fn assessed(text: &str, found: Vec<Finding>, limits: &Limits, profile: &Profile, plan: &str) -> Town {
    let plan = builtin(plan).unwrap();
    let parsed = parse(text.as_bytes(), limits).unwrap().with_findings(found);
    let checked = validate_with(parsed, &plan, profile);
    let assessment = assess(&checked, &plan, &Options::year(2023)).unwrap();
    (checked, plan, assessment)
}
