//! Loading: a plan's text made into a plan, or all its faults.

mod amend;
mod criterion;
mod indicator;
mod inherited;
mod measure;
mod merge;
mod names;
mod register;

use crate::error::{Error, Result};
use crate::plan::source::{Faults, Node, Place, kind, read};
use crate::plan::{Plan, PlanSource, builtin, wire};
use crate::words::said;
pub use measure::{MeasureSpec, MeasureValue, ParamSpec, ParamValues};
use names::Names;

impl Plan {
    /// Loads a plan, without looking at the names of its measures.
    ///
    /// # Errors
    /// [`Error::Plan`] with every fault of every file: see [`Plan::load_with`].
    pub fn load(source: &PlanSource, base: Option<&Self>) -> Result<Self> {
        Self::load_with(source, base, None)
    }

    /// Loads a plan. `base` is the plan that an overlay names; a built-in one need not be handed in. With `measures`, an
    /// unknown measure, parameter, value or code and a test that does not fit the measure are faults too.
    ///
    /// # Errors
    /// [`Error::Plan`] with every fault of every file, in the order of files and lines, each with the likely intended
    /// name where a name does not exist.
    pub fn load_with(source: &PlanSource, base: Option<&Self>, measures: Option<&[MeasureSpec]>) -> Result<Self> {
        let mut faults = Faults::new(&source.files);
        if source.files.iter().all(|file| file.name.contains('/')) {
            faults.add(
                Place { file: source.files.len(), offset: 0 },
                said!("没有 plan.toml", "there is no plan.toml"),
                said!("写一个 plan.toml，至少有 id 和 title", "write a plan.toml with id and title at least"),
            );
            return Err(Error::Plan(faults.finish()));
        }
        let Some(root) = read(&source.files, &mut faults) else {
            return Err(Error::Plan(faults.finish()));
        };
        wire::check(&root, &mut faults);
        let found = base_of(&root, base, &mut faults);
        if found.is_none() && root.entry("base").is_some() {
            return Err(Error::Plan(faults.finish()));
        }
        let names = Names::gather(&root, found.as_ref());
        let mut loader = Loader { names, measures, faults, base: found.unwrap_or_default() };
        let plan = loader.plan(&root);
        if loader.faults.len() == 0 { Ok(plan) } else { Err(Error::Plan(loader.faults.finish())) }
    }
}

/// The plan that the text names as its base.
fn base_of(root: &Node, given: Option<&Plan>, faults: &mut Faults<'_>) -> Option<Plan> {
    let entry = root.entry("base")?;
    let id = entry.node.text()?;
    if root.text_at("id") == Some(id) {
        faults.add(
            entry.place,
            said!("方案不能以自己为基础方案", "a plan cannot be its own base"),
            said!("换一个编号，或删去 base", "give it another id, or leave base out"),
        );
        return None;
    }
    if let Some(plan) = given.filter(|plan| plan.id == id) {
        return Some(plan.clone());
    }
    if let Ok(plan) = builtin(id) {
        return Some(plan);
    }
    let known = given.map(|plan| plan.id.as_str()).into_iter().chain(crate::plan::builtin_ids().iter().copied());
    faults.unknown(entry.node.place, kind("base"), id, known);
    None
}

/// What loading needs to know and finds wrong.
struct Loader<'a> {
    names: Names,
    measures: Option<&'a [MeasureSpec]>,
    faults: Faults<'a>,
    base: Plan,
}

impl Loader<'_> {
    fn plan(&mut self, root: &Node) -> Plan {
        let text = |key: &str| root.text_at(key).map(str::to_owned);
        let base = std::mem::take(&mut self.base);
        let mut plan = Plan {
            id: text("id").unwrap_or_default(),
            title: register::words(root.get("title")),
            base: text("base"),
            source: text("source"),
            ..Plan::default()
        };
        if let (Some(number), Some(node)) = (&plan.source, root.get("source")) {
            self.names.documents.expect(number, node.place, &mut self.faults);
        }
        let list = |key: &str| root.list(key);
        plan.documents =
            self.merge(base.documents, list("document"), "document", "number", |_, node| register::document(node));
        plan.tiers = self.merge(base.tiers, list("tier"), "tier", "id", |_, node| register::tier(node));
        plan.groups = self.merge(base.groups, list("group"), "group", "id", |_, node| register::group(node));
        plan.departments = self.merge(base.departments, list("department"), "department", "id", Self::department);
        plan.phases = self.merge(base.phases, list("phase"), "phase", "id", Self::phase);
        plan.leading_group = match root.get("leading-group") {
            Some(node) => Some(self.leading_group(node)),
            None => base.leading_group,
        };
        plan.readings = self.merge(base.readings, list("reading"), "reading", "id", Self::reading);
        let source = plan.source.clone();
        plan.clauses = self
            .merge(base.clauses, list("clause"), "clause", "id", |loader, node| loader.clause(node, source.as_deref()));
        plan.indicators = self.merge(base.indicators, list("indicator"), "indicator", "id", Self::numbered);
        plan.targets = self.merge(base.targets, list("target"), "target", "id", Self::indicator);
        self.twice(root);
        self.amend(&mut plan, list("amend"));
        if let Some(entry) = root.entry("base") {
            self.inherited(&plan, root, entry.place);
        }
        plan
    }

    /// An id that an indicator and a target share.
    fn twice(&mut self, root: &Node) {
        for node in root.list("target") {
            let id = node.text_at("id").unwrap_or_default();
            if !id.is_empty() && self.names.indicators.has(id) {
                let place = node.get("id").map_or(node.place, |id| id.place);
                self.faults.add(
                    place,
                    said!("“{id}”已是指标的编号", "{id:?} is an indicator already"),
                    said!("目标另用一个编号", "give the target another id"),
                );
            }
        }
    }
}
