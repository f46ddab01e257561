//! Measures as a plan knows them: what they are given, what they answer with, and whether a criterion fits that.

use crate::plan::load::Loader;
use crate::plan::source::{Entry, Node, NodeKind, hint, kind};
use crate::plan::wire;
use crate::quantity::Unit;
use crate::words::{Label, said};

/// A measure that a plan may use: what it is given and what kind of value it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureSpec {
    /// Id, such as `facility-floor-area`.
    pub id: &'static str,
    /// Parameters it knows.
    pub params: Vec<ParamSpec>,
    /// Readings it consults; none stated where a reviewer may go by any of them.
    pub readings: Option<&'static [&'static str]>,
    /// Kind of its value, which decides the tests that fit.
    pub value: MeasureValue,
}

/// A parameter of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParamSpec {
    /// Its key.
    pub name: &'static str,
    /// Whether the measure cannot do without it.
    pub required: bool,
    /// The values it may have.
    pub values: ParamValues,
}

/// Values of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamValues {
    /// Any text or list of texts.
    Any,
    /// True or false.
    Flag,
    /// A year, as text.
    Year,
    /// One of these, or a list of them.
    OneOf(&'static [&'static str]),
}

impl ParamValues {
    /// How to write a parameter.
    fn help(&self, name: &str) -> crate::words::Words {
        match self {
            Self::Flag => said!("写 {name} = true", "write {name} = true"),
            Self::Year => said!("写 {name} = \"2025\"", "write {name} = \"2025\""),
            Self::Any => said!("写 {name} = \"…\"", "write {name} = \"…\""),
            Self::OneOf(codes) => said!(
                "写 {name} = \"…\"，可选：{zh}",
                "write {name} = \"…\", one of {en}",
                zh = codes.join("、"),
                en = codes.join(", "),
            ),
        }
    }
}

/// Kind of a measure's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeasureValue {
    /// A figure in a unit: compared with thresholds.
    Figure(Unit),
    /// True or false: `holds`.
    Truth,
    /// A set of these codes, of any where none is listed: `includes`, `includes-any`.
    Set(Vec<&'static str>),
}

impl MeasureValue {
    /// The tests that fit.
    pub const fn tests(&self) -> &'static [&'static str] {
        match self {
            Self::Figure(_) => &["at-least", "at-most", "more-than", "less-than", "exactly", "between"],
            Self::Truth => &["holds"],
            Self::Set(_) => &["includes", "includes-any"],
        }
    }
}

impl Loader<'_> {
    /// A measure held against the registry: its name, its parameters and their values, the test that fits its value.
    pub(super) fn measure(
        &mut self,
        known: &[MeasureSpec],
        id: &str,
        node: &Node,
        params: &[&Entry],
        test: Option<&Entry>,
    ) {
        let Some(spec) = known.iter().find(|spec| spec.id == id) else {
            self.faults.unknown(node.place, kind("measure"), id, known.iter().map(|spec| spec.id));
            return;
        };
        for entry in params {
            match spec.params.iter().find(|param| param.name == entry.key) {
                Some(param) => self.param_value(param, entry),
                None => {
                    let kind = said!("度量 {id} 的参数", "parameter of {id} named");
                    let names = spec.params.iter().map(|param| param.name).chain(wire::leaf_keys());
                    self.faults.unknown(entry.place, kind, &entry.key, names);
                }
            }
        }
        for param in spec.params.iter().filter(|param| param.required) {
            if params.iter().all(|entry| entry.key != param.name) {
                let (name, help) = (param.name, param.values.help(param.name));
                let message = said!("度量 {id} 缺少参数“{name}”", "measure {id} is without its parameter {name:?}");
                self.faults.add(node.place, message, help);
            }
        }
        let Some(test) = test else { return };
        if !spec.value.tests().contains(&test.key.as_str()) {
            let (key, tests) = (&test.key, spec.value.tests());
            let message = said!("{key} 不适用于度量 {id}", "{key} does not fit measure {id}");
            let help = said!("可用 {zh}", "it takes {en}", zh = tests.join("、"), en = tests.join(", "));
            self.faults.add(test.place, message, help);
            return;
        }
        match &spec.value {
            MeasureValue::Figure(unit) => self.measure_unit(id, *unit, &test.node),
            MeasureValue::Set(codes) if !codes.is_empty() => {
                test.node.items().iter().for_each(|item| self.one_of(&test.key, item, codes));
            }
            MeasureValue::Set(_) | MeasureValue::Truth => {}
        }
    }

    fn measure_unit(&mut self, id: &str, unit: Unit, test: &Node) {
        let Some(written) = test.get("unit") else { return };
        if written.text().and_then(Unit::from_code).is_some_and(|stated| stated != unit) {
            let message = said!("度量 {id} 不用这个单位", "measure {id} is not counted in that unit");
            self.faults.add(
                written.place,
                message,
                said!("单位是“{code}”", "its unit is {code:?}", code = unit.code()),
            );
        }
    }

    fn param_value(&mut self, param: &ParamSpec, entry: &Entry) {
        let node = &entry.node;
        let flag = matches!(node.kind, NodeKind::Bool(_));
        if flag != (param.values == ParamValues::Flag) {
            let (key, Label { zh, en }) = (&entry.key, node.what());
            let wanted = if flag {
                said!("写成带引号的文本", "write a text")
            } else {
                said!("写 true 或 false，不加引号", "write true or false, without quotes")
            };
            self.faults.add(node.place, said!("{key} 不能是{zh}", "{key} is {en}"), wanted);
            return;
        }
        match (param.values, &node.kind) {
            (ParamValues::OneOf(values), NodeKind::List(items)) => {
                items.iter().for_each(|item| self.one_of(&entry.key, item, values));
            }
            (ParamValues::OneOf(values), _) => self.one_of(&entry.key, node, values),
            (ParamValues::Year, _) if !node.text().is_some_and(is_year) => {
                let key = &entry.key;
                let help = said!("写四位年份，如 {key} = \"2025\"", "write four digits, as in {key} = \"2025\"");
                self.faults.add(node.place, said!("{key} 不是年份", "{key} is no year"), help);
            }
            _ => {}
        }
    }

    /// The readings that a criterion lists and neither its measure nor a condition of its own consults.
    pub(super) fn unconsulted(&mut self, known: &[MeasureSpec], id: &str, node: &Node) {
        let Some(consulted) = known.iter().find(|spec| spec.id == id).and_then(|spec| spec.readings) else { return };
        let conditions = ["when", "strict-under", "exemptible-under"];
        for (item, reading) in node.list("readings").iter().filter_map(|item| Some((item, item.text()?))) {
            let conditional = |key: &&str| node.get(key).is_some_and(|condition| condition.get(reading).is_some());
            // one that is not in the register is told as such
            if consulted.contains(&reading) || !self.names.readings.has(reading) || conditions.iter().any(conditional) {
                continue;
            }
            let message = said!("度量 {id} 不看读法 {reading}", "measure {id} does not consult reading {reading}");
            let help = match consulted {
                [] => said!("从 readings 中删去；它不看任何读法", "take it out of readings; it consults none"),
                consulted => said!(
                    "从 readings 中删去；它看的读法：{zh}",
                    "take it out of readings; it consults {en}",
                    zh = consulted.join("、"),
                    en = consulted.join(", "),
                ),
            };
            self.faults.add(item.place, message, help);
        }
    }

    /// A text that must be one of those known.
    fn one_of(&mut self, key: &str, node: &Node, known: &[&str]) {
        let Some(text) = node.text().filter(|text| !known.contains(text)) else { return };
        let message = said!("{key} 不能是“{text}”", "{key} = {text:?} is not one of {en}", en = known.join(", "),);
        self.faults.add(node.place, message, hint(text, known.iter().copied()));
    }
}

/// Whether a text is a year that a plan may speak of.
fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1900..=2199).contains(&year))
}
