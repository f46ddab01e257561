//! Amendments: what an overlay changes in the items of its base.

use crate::plan::load::Loader;
use crate::plan::load::register::words;
use crate::plan::source::{Node, kind};
use crate::plan::{Indicator, Plan};

impl Loader<'_> {
    /// Carries out the amendments in the order written; then takes out what is removed.
    pub(super) fn amend(&mut self, plan: &mut Plan, amendments: &[Node]) {
        for node in amendments {
            if node.get("indicator").is_some() {
                self.amend_item(&mut plan.indicators, "indicator", node);
            } else if node.get("target").is_some() {
                self.amend_item(&mut plan.targets, "target", node);
            } else if node.get("reading").is_some() {
                self.amend_reading(plan, node);
            } else if node.get("department").is_some() {
                self.amend_department(plan, node);
            } else if let Some((name, place)) = named(node, "phase")
                && plan.phase(name).is_none()
            {
                self.faults.unknown(place, kind("phase"), name, plan.phases.iter().map(|phase| phase.id.as_str()));
            }
        }
        let removed = |key: &str| -> Vec<&str> {
            amendments.iter().filter(|node| node.flag("remove")).filter_map(|node| node.text_at(key)).collect()
        };
        let (indicators, targets) = (removed("indicator"), removed("target"));
        let (readings, departments, phases) = (removed("reading"), removed("department"), removed("phase"));
        plan.indicators.retain(|item| !indicators.contains(&item.id.as_str()));
        plan.targets.retain(|item| !targets.contains(&item.id.as_str()));
        plan.readings.retain(|item| !readings.contains(&item.id.as_str()));
        plan.departments.retain(|item| !departments.contains(&item.id.as_str()));
        plan.phases.retain(|item| !phases.contains(&item.id.as_str()));
    }

    fn amend_item(&mut self, items: &mut [Indicator], key: &str, node: &Node) {
        let Some((name, place)) = named(node, key) else { return };
        let clauses = self.cited(node, "clauses");
        let cites = self.cited(node, "cites");
        let departments = node.get("departments").map(|duty| self.duty(duty));
        let criteria = self.criteria(node, "all");
        match items.iter_mut().find(|item| item.id == name) {
            Some(item) => {
                add(&mut item.clauses, clauses);
                if let Some(duty) = departments {
                    item.departments = duty;
                }
                add(&mut item.departments.cites, cites);
                item.criteria.extend(criteria);
            }
            None => self.faults.unknown(place, kind(key), name, items.iter().map(|item| item.id.as_str())),
        }
    }

    fn amend_reading(&mut self, plan: &mut Plan, node: &Node) {
        let Some((name, place)) = named(node, "reading") else { return };
        let clauses = self.cited(node, "clauses");
        let Some(reading) = plan.readings.iter_mut().find(|reading| reading.id == name) else {
            self.faults.unknown(place, kind("reading"), name, plan.readings.iter().map(|reading| reading.id.as_str()));
            return;
        };
        add(&mut reading.clauses, clauses);
        if let Some((default, place)) = named(node, "default") {
            if reading.option(default).is_none() {
                self.faults.unknown(
                    place,
                    kind("option"),
                    default,
                    reading.options.iter().map(|option| option.id.as_str()),
                );
            }
            reading.default = default.to_owned();
        }
    }

    fn amend_department(&mut self, plan: &mut Plan, node: &Node) {
        let Some((name, place)) = named(node, "department") else { return };
        let cites = self.cited(node, "cites");
        let Some(department) = plan.departments.iter_mut().find(|department| department.id == name) else {
            self.faults.unknown(place, kind("department"), name, plan.departments.iter().map(|each| each.id.as_str()));
            return;
        };
        add(&mut department.cites, cites);
        if let Some(label) = node.get("label") {
            department.label = words(Some(label));
        }
    }
}

/// The text at a key with its place.
fn named<'n>(node: &'n Node, key: &str) -> Option<(&'n str, crate::plan::source::Place)> {
    let value = node.get(key)?;
    Some((value.text()?, value.place))
}

/// Adds what is not there yet.
fn add(held: &mut Vec<String>, more: Vec<String>) {
    for item in more {
        if !held.contains(&item) {
            held.push(item);
        }
    }
}
