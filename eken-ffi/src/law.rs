//! The plan, its indicators, and the rules.

use std::sync::{Arc, OnceLock};

use eken_core::assess::measure::specs;
use eken_core::plan::{DEFAULT, Plan as Law, PlanSource, builtin, builtin_ids};
use eken_core::report::RuleDocument;
use eken_core::validate::catalogue;
use eken_core::{plan, schema};

use crate::call::{Result, guarded};
use crate::words::{Count, Lang, Severity};

/// A plan: the law as data.
#[derive(Debug, uniffi::Object)]
pub struct Plan(Arc<Law>);

#[uniffi::export]
impl Plan {
    /// A built-in plan, such as `yuanqu-2023` or `shanxi-2022`.
    ///
    /// # Errors
    /// `Call` where there is none of the id.
    #[uniffi::constructor]
    pub fn builtin(id: &str) -> Result<Arc<Self>> {
        guarded(|| Ok(Arc::new(Self(Arc::new(builtin(id)?)))))
    }

    /// The plan in a text of TOML or JSON: a whole one, or what it changes in a built-in one that it names.
    ///
    /// # Errors
    /// `Plan` with every fault of it.
    #[uniffi::constructor]
    pub fn load(text: String, name: String) -> Result<Arc<Self>> {
        guarded(|| {
            let plan = Law::load_with(&PlanSource::single(name, text), None, Some(&specs()))?;
            Ok(Arc::new(Self(Arc::new(plan))))
        })
    }

    /// Its id.
    pub fn id(&self) -> String {
        self.0.id.clone()
    }

    /// Its title.
    pub fn title(&self, lang: Lang) -> String {
        self.0.title.get(lang).to_owned()
    }

    /// It as JSON, in its single-file form.
    pub fn to_json(&self) -> String {
        self.0.to_json().to_string()
    }

    /// Its binding indicators and targets, in order.
    pub fn indicators(&self, lang: Lang) -> Vec<Indicator> {
        let one = |item: &plan::Indicator| Indicator::of(item, lang);
        self.0.indicators.iter().chain(&self.0.targets).map(one).collect()
    }
}

/// The law of a plan that was given, or that of the default plan, which is loaded once.
///
/// # Errors
/// None for a plan that was given.
pub fn law(plan: Option<&Arc<Plan>>) -> Result<Arc<Law>> {
    static LAW: OnceLock<Arc<Law>> = OnceLock::new();
    match (plan, LAW.get()) {
        (Some(plan), _) => Ok(Arc::clone(&plan.0)),
        (None, Some(law)) => Ok(Arc::clone(law)),
        (None, None) => Ok(builtin(DEFAULT).map(|law| Arc::clone(LAW.get_or_init(|| Arc::new(law))))?),
    }
}

/// An indicator or target of a plan.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Indicator {
    /// Id: `16` or `T1`.
    pub id: String,
    /// Number in the annex; none for targets.
    pub no: Option<Count>,
    /// Short name.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Group of the annex; none for targets.
    pub group: Option<String>,
    /// Clauses.
    pub clauses: Vec<String>,
}

impl Indicator {
    fn of(item: &plan::Indicator, lang: Lang) -> Self {
        let plan::Indicator { id, slug, group, clauses, .. } = item.clone();
        let no = item.no.and_then(|no| usize::try_from(no).ok());
        Self { id, no, slug, title: item.title.get(lang).to_owned(), group, clauses }
    }
}

/// A kind of finding.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Rule {
    /// Code: subject, full stop, fault.
    pub code: String,
    /// Severity by default.
    pub severity: Severity,
    /// What it looks for.
    pub summary: String,
    /// The message; `{name}` stands for a parameter.
    pub message: String,
    /// How to mend it.
    pub help: String,
    /// Clauses and standards that it rests on.
    pub clauses: Vec<String>,
    /// An example with the fault, as JSON.
    pub example: String,
}

/// Every kind of finding.
#[uniffi::export]
pub fn rules(lang: Lang) -> Vec<Rule> {
    let one = |spec: &&'static eken_core::finding::Spec| {
        let RuleDocument { code, summary, message, help, clauses, example, .. } = RuleDocument::new(spec, lang);
        Rule { code, severity: spec.severity, summary, message, help, clauses, example }
    };
    catalogue().iter().map(one).collect()
}

/// The indicators and targets of the default plan.
///
/// # Errors
/// `Internal`.
#[uniffi::export]
pub fn indicators(lang: Lang) -> Result<Vec<Indicator>> {
    guarded(|| Ok(Plan(law(None)?).indicators(lang)))
}

/// Ids of the built-in plans.
#[uniffi::export]
pub fn plans() -> Vec<String> {
    builtin_ids().iter().map(|id| (*id).to_owned()).collect()
}

/// A published JSON Schema: `dossier`, `findings`, `assessment`, `plan`.
///
/// # Errors
/// `Call` where there is none of the name.
#[uniffi::export]
pub fn schema(name: &str) -> Result<String> {
    guarded(|| Ok(schema::text(name)?))
}

/// The version of eken.
#[uniffi::export]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
