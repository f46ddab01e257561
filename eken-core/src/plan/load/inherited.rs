//! Inherited items: what an overlay's removals and replacements would leave dangling in the base.

use crate::plan::load::Loader;
use crate::plan::source::{Node, Place, kind};
use crate::plan::{Criterion, Indicator, Kind, Level, Plan};
use crate::words::{Label, Words, said};

impl Loader<'_> {
    /// Holds the inherited indicators, targets and seats against the names that the overlay leaves. Their faults stand
    /// at `place`, where the overlay names its base.
    pub(super) fn inherited(&mut self, plan: &Plan, root: &Node, place: Place) {
        let own = |list: &str, id: &str| root.list(list).iter().any(|node| node.text_at("id") == Some(id));
        for (list, items) in [("indicator", &plan.indicators), ("target", &plan.targets)] {
            for item in items.iter().filter(|item| !own(list, &item.id)) {
                let dangling = self.dangling(item);
                for Words { zh, en } in dangling {
                    let (kind, id) = (kind(list), &item.id);
                    let Label { zh: thing, en: name } = kind;
                    self.faults.add(
                        place,
                        said!("基础方案的{thing}“{id}”{zh}", "{name} {id:?} of the base plan {en}"),
                        said!("用 amend 改或删去它", "amend or remove it"),
                    );
                }
            }
        }
        for reading in plan.readings.iter().filter(|reading| reading.option(&reading.default).is_none()) {
            let what = said!(
                "读法“{id}”的默认选项“{option}”不存在了",
                "reading {id:?} is left without its default option {option:?}",
                id = &reading.id,
                option = &reading.default,
            );
            if !own("reading", &reading.id) && !reading.default.is_empty() && self.faults.len() == 0 {
                self.faults.add(place, what, said!("用 amend 另定默认选项", "amend the reading with another default"));
            }
        }
        if root.get("leading-group").is_none() {
            let seats = plan.leading_group.iter().flat_map(|group| &group.seats);
            for id in seats.filter_map(|seat| seat.department.as_deref()) {
                if !self.names.departments.has(id) {
                    let what = said!(
                        "基础方案的领导小组席位引用了本方案删去的责任单位“{id}”",
                        "a seat of the base plan names department {id:?}, which this plan removes"
                    );
                    self.faults.add(place, what, said!("重写 leading-group", "write the leading group anew"));
                }
            }
        }
    }

    fn dangling(&self, item: &Indicator) -> Vec<Words> {
        let mut found = Vec::new();
        for id in item.departments.lead.iter().chain(&item.departments.support) {
            if !self.names.departments.has(id) {
                found.push(said!(
                    "引用了本方案删去的责任单位“{id}”",
                    "names department {id:?}, which this plan removes"
                ));
            }
        }
        for criterion in &item.criteria {
            criterion.visit(&mut |each| self.loose(each, &mut found));
        }
        found
    }

    fn loose(&self, criterion: &Criterion, found: &mut Vec<Words>) {
        for id in criterion.depends_on().into_iter().filter(|id| !self.names.readings.has(id)) {
            found.push(said!("引用了本方案删去的读法“{id}”", "names reading {id:?}, which this plan removes"));
        }
        let conditions = [&criterion.when, &criterion.strict_under, &criterion.exemptible_under];
        for (reading, chosen) in conditions.into_iter().flatten() {
            let options = self.names.options(reading);
            for option in chosen.iter().filter(|option| options.is_some_and(|known| !known.has(option))) {
                found.push(said!(
                    "引用了读法“{reading}”中已不存在的选项“{option}”",
                    "names option {option:?} of reading {reading:?}, which is gone"
                ));
            }
        }
        let Kind::Leaf { test, .. } = &criterion.kind else { return };
        let Some(Level::ByTier(cells)) = test.threshold().map(|limit| &limit.value) else { return };
        for tier in self.names.tiers.iter().filter(|tier| cells.iter().all(|(id, _)| id != tier)) {
            found.push(said!("没有县域类型“{tier}”的数值", "has no figure for tier {tier:?}"));
        }
    }
}
