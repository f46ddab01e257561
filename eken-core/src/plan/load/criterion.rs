//! Criteria: measures, tests, thresholds and the conditions on them.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::plan::load::Loader;
use crate::plan::load::register::{texts, words};
use crate::plan::source::{Entry, Faults, Node, NodeKind};
use crate::plan::{Criterion, Kind, Level, Param, Params, Test, Threshold, Validity, When, wire};
use crate::quantity::Unit;
use crate::words::said;

impl Loader<'_> {
    /// The criteria of the list at a key.
    pub(super) fn criteria(&mut self, node: &Node, key: &str) -> Vec<Criterion> {
        node.list(key).iter().filter_map(|item| self.criterion(item)).collect()
    }

    /// One criterion; `None` where its structure is at fault.
    fn criterion(&mut self, node: &Node) -> Option<Criterion> {
        let clauses = self.cited(node, "clauses");
        for item in node.list("readings") {
            if let Some(id) = item.text() {
                self.names.readings.expect(id, item.place, &mut self.faults);
            }
        }
        let when = self.condition(node, "when");
        let strict_under = self.condition(node, "strict-under");
        let exemptible_under = self.condition(node, "exemptible-under");
        let valid = node.get("valid").map(|valid| self.validity(valid));
        let kind = if let Some(measure) = node.get("measure") {
            self.leaf(node, measure)
        } else if node.get("any").is_some() {
            Some(Kind::Any(self.criteria(node, "any")))
        } else {
            Some(Kind::All(self.criteria(node, "all")))
        };
        Some(Criterion {
            title: node.get("title").map(|title| words(Some(title))),
            clauses,
            readings: texts(node, "readings"),
            when,
            valid,
            strict_under,
            exemptible_under,
            kind: kind?,
        })
    }

    fn condition(&mut self, node: &Node, key: &str) -> When {
        let mut condition = When::new();
        for entry in node.get(key).map(Node::entries).unwrap_or_default() {
            self.names.readings.expect(&entry.key, entry.place, &mut self.faults);
            let mut chosen = Vec::new();
            for item in entry.node.items() {
                let Some(option) = item.text() else { continue };
                if let Some(options) = self.names.options(&entry.key) {
                    options.expect(option, item.place, &mut self.faults);
                }
                chosen.push(option.to_owned());
            }
            condition.push((entry.key.clone(), chosen));
        }
        condition
    }

    fn validity(&mut self, node: &Node) -> Validity {
        let mut day = |key: &str| {
            let written = node.get(key)?;
            let text = written.text().filter(|text| text.len() == 10)?;
            let read = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
            if read.is_none() {
                self.faults.add(
                    written.place,
                    said!("没有“{text}”这一天", "{text:?} is no day of the calendar"),
                    said!("写一个存在的日期，如 2023-05-31", "write a day that exists, such as 2023-05-31"),
                );
            }
            read
        };
        let valid = Validity { from: day("from"), until: day("until") };
        if let (Some(from), Some(until), Some(end)) = (valid.from, valid.until, node.get("until"))
            && until < from
        {
            let message = said!("适用日期的结束早于开始", "the validity ends before it begins");
            self.faults.add(end.place, message, said!("核对 from 和 until", "check from and until"));
        }
        valid
    }

    fn leaf(&mut self, node: &Node, measure: &Node) -> Option<Kind> {
        let id = measure.text()?;
        let params: Vec<&Entry> = node.entries().iter().filter(|entry| !wire::is_leaf_key(&entry.key)).collect();
        let test = wire::TESTS.iter().find_map(|key| node.entry(key));
        if let Some(known) = self.measures {
            self.measure(known, id, measure, &params, test);
            self.unconsulted(known, id, node);
        }
        if let (Some(strict), Some(test)) = (node.entry("strict-under"), test)
            && !matches!(test.key.as_str(), "at-least" | "at-most")
        {
            let message =
                said!("strict-under 不适用于 {key}", "strict-under says nothing about {key}", key = &test.key,);
            let help = said!("它只让 at-least 和 at-most 不含本数", "it turns at-least and at-most strict");
            self.faults.add(strict.place, message, help);
        }
        if let (Some(exempt), Some(test)) = (node.entry("exemptible-under"), test)
            && test.key != "at-least"
        {
            let message =
                said!("exemptible-under 不适用于 {key}", "exemptible-under says nothing about {key}", key = &test.key,);
            let help = said!("例外批准只针对下限 at-least", "an exemption answers for a floor: at-least");
            self.faults.add(exempt.place, message, help);
        }
        let params = params.into_iter().filter_map(|entry| Some((entry.key.clone(), param(&entry.node)?))).collect();
        Some(Kind::Leaf { measure: id.to_owned(), params: Params(params), test: self.test(test?)? })
    }

    fn test(&mut self, entry: &Entry) -> Option<Test> {
        let node = &entry.node;
        let list = || node.items().iter().filter_map(Node::text).map(str::to_owned).collect();
        Some(match entry.key.as_str() {
            "at-least" => Test::AtLeast(self.threshold(node)?),
            "at-most" => Test::AtMost(self.threshold(node)?),
            "more-than" => Test::MoreThan(self.threshold(node)?),
            "less-than" => Test::LessThan(self.threshold(node)?),
            "exactly" => Test::Exactly(self.threshold(node)?),
            "between" => {
                let of = unit(node)?;
                let (min, max) =
                    (figure(node.get("min")?, of, &mut self.faults)?, figure(node.get("max")?, of, &mut self.faults)?);
                if max < min {
                    let message = said!("下限 min {min} 高于上限 max {max}", "min {min} is above max {max}");
                    self.faults.add(node.place, message, said!("核对 min 和 max", "check min and max"));
                }
                Test::Between { min, max, unit: of }
            }
            "includes" => Test::Includes(list()),
            "includes-any" => Test::IncludesAny(list()),
            _ => Test::Holds,
        })
    }

    fn threshold(&mut self, node: &Node) -> Option<Threshold> {
        let of = unit(node)?;
        if let Some(value) = node.get("value") {
            return Some(Threshold { unit: of, value: Level::Fixed(figure(value, of, &mut self.faults)?) });
        }
        let table = node.entry("tier")?;
        let written = table.node.entries();
        for cell in written {
            self.names.tiers.expect(&cell.key, cell.place, &mut self.faults);
        }
        let mut cells = Vec::new();
        for tier in self.names.tiers.iter() {
            match written.iter().find(|cell| cell.key == tier) {
                Some(cell) => cells.push((tier.to_owned(), figure(&cell.node, of, &mut self.faults)?)),
                None => {
                    let message = said!("县域类型“{tier}”没有数值", "tier {tier:?} has no figure");
                    let help = said!("每一档都写一个数值", "write one for each tier");
                    self.faults.add(table.node.place, message, help);
                }
            }
        }
        Some(Threshold { unit: of, value: Level::ByTier(cells) })
    }
}

/// A decimal of the grammar that the structure checked, held against what its unit can be.
fn figure(node: &Node, unit: Unit, faults: &mut Faults<'_>) -> Option<Decimal> {
    let value = Decimal::from_str_exact(node.text()?).ok()?;
    let (rate, whole) = match unit {
        Unit::Percent | Unit::PercentagePoint => (true, false),
        Unit::Item | Unit::Person | Unit::PersonTime => (false, true),
        Unit::Yuan | Unit::SquareMetre | Unit::Hour => (false, false),
    };
    let code = unit.code();
    if value.is_sign_negative() && !value.is_zero() && !rate {
        let message = said!("单位为 {code} 的数值不能是负数", "a figure in {code} cannot be below zero");
        faults.add(node.place, message, said!("写 0 或更大的数", "write 0 or more"));
    } else if whole && !value.fract().is_zero() {
        let message = said!("单位为 {code} 的数值须是整数", "a figure in {code} is a whole number");
        faults.add(node.place, message, said!("写整数，如 \"2\"", "write it without a fraction, such as \"2\""));
    }
    Some(value)
}

fn unit(node: &Node) -> Option<Unit> {
    node.text_at("unit").and_then(Unit::from_code)
}

fn param(node: &Node) -> Option<Param> {
    match &node.kind {
        NodeKind::Text(text) => Some(Param::Text(text.clone())),
        NodeKind::Bool(truth) => Some(Param::Bool(*truth)),
        NodeKind::List(items) => Some(Param::List(items.iter().filter_map(Node::text).map(str::to_owned).collect())),
        _ => None,
    }
}
