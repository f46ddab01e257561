//! Rendering: a plan as JSON in its own single-file form.

use serde_json::{Map, Value, json};

use crate::plan::{Clause, Criterion, Duty, Indicator, Kind, Level, Param, Plan, Reading, Test, Threshold, When};
use crate::words::Words;

impl Plan {
    /// The plan in its single-file form, whole: what an overlay inherits is written out, so there is no `base` and no
    /// amendment. Keys stand in one order, and what is empty or not so is left out. Loading it gives the same plan.
    pub fn to_json(&self) -> Value {
        let mut out = Table::default();
        out.put("id", json!(self.id));
        out.put("title", words(&self.title));
        out.text("source", self.source.as_deref());
        out.list(
            "document",
            self.documents.iter().map(|item| {
                let mut out = Table::default();
                out.put("number", json!(item.number));
                out.put("issuer", words(&item.issuer));
                out.text("date", item.date.as_deref());
                out.flag("inferred", item.inferred);
                out.some("note", item.note.as_ref().map(words));
                out.done()
            }),
        );
        out.list("tier", self.tiers.iter().map(|item| json!({"id": item.id, "label": words(&item.label)})));
        out.list("group", self.groups.iter().map(|item| json!({"id": item.id, "title": words(&item.title)})));
        out.list(
            "department",
            self.departments.iter().map(|item| {
                let mut out = Table::default();
                out.put("id", json!(item.id));
                out.put("label", words(&item.label));
                out.texts("cites", &item.cites);
                out.flag("inferred", item.inferred);
                out.done()
            }),
        );
        out.list(
            "phase",
            self.phases.iter().map(|item| {
                let mut out = Table::default();
                out.put("id", json!(item.id));
                out.put("label", words(&item.label));
                out.put("from", json!(item.from.to_string()));
                out.put("until", json!(item.until.to_string()));
                out.texts("clauses", &item.clauses);
                out.done()
            }),
        );
        out.some(
            "leading-group",
            self.leading_group.as_ref().map(|group| {
                let mut out = Table::default();
                out.texts("clauses", &group.clauses);
                out.list(
                    "seat",
                    group.seats.iter().map(|seat| {
                        let mut out = Table::default();
                        out.put("role", json!(seat.role.code()));
                        out.put("post", words(&seat.post));
                        out.text("department", seat.department.as_deref());
                        out.done()
                    }),
                );
                out.done()
            }),
        );
        out.list("reading", self.readings.iter().map(reading));
        out.list("clause", self.clauses.iter().map(clause));
        out.list("indicator", self.indicators.iter().map(indicator));
        out.list("target", self.targets.iter().map(indicator));
        out.done()
    }
}

/// A JSON table in the making.
#[derive(Default)]
struct Table(Map<String, Value>);

impl Table {
    fn put(&mut self, key: &str, value: Value) {
        self.0.insert(key.to_owned(), value);
    }

    fn some(&mut self, key: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        self.some(key, text.map(|text| json!(text)));
    }

    fn flag(&mut self, key: &str, flag: bool) {
        if flag {
            self.put(key, json!(true));
        }
    }

    fn texts(&mut self, key: &str, texts: &[String]) {
        if !texts.is_empty() {
            self.put(key, json!(texts));
        }
    }

    fn list(&mut self, key: &str, items: impl Iterator<Item = Value>) {
        let items: Vec<Value> = items.collect();
        if !items.is_empty() {
            self.put(key, Value::Array(items));
        }
    }

    fn condition(&mut self, key: &str, condition: &When) {
        if !condition.is_empty() {
            self.put(key, Value::Object(condition.iter().map(|(id, options)| (id.clone(), json!(options))).collect()));
        }
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

fn words(words: &Words) -> Value {
    json!({"zh": words.zh, "en": words.en})
}

fn reading(item: &Reading) -> Value {
    let mut out = Table::default();
    out.put("id", json!(item.id));
    out.put("point", words(&item.point));
    out.texts("clauses", &item.clauses);
    out.put("default", json!(item.default));
    let option = |id: &str, label: &Words| json!({"id": id, "zh": label.zh, "en": label.en});
    out.list("option", item.options.iter().map(|each| option(&each.id, &each.label)));
    out.done()
}

fn clause(item: &Clause) -> Value {
    let mut out = Table::default();
    out.put("id", json!(item.id));
    out.put("class", json!(item.class.code()));
    out.text("document", item.document.as_deref());
    out.some("span", item.span.map(|span| json!(span.to_string())));
    out.text("digest", item.digest.as_deref());
    out.text("note", item.note.as_deref());
    out.text("rule", item.rule.as_deref());
    out.done()
}

fn indicator(item: &Indicator) -> Value {
    let mut out = Table::default();
    out.put("id", json!(item.id));
    out.put("slug", json!(item.slug));
    out.put("title", words(&item.title));
    out.text("group", item.group.as_deref());
    out.texts("clauses", &item.clauses);
    if item.departments != Duty::default() {
        out.put("departments", duty(&item.departments));
    }
    out.list("all", item.criteria.iter().map(criterion));
    out.done()
}

fn duty(duty: &Duty) -> Value {
    let mut out = Table::default();
    out.text("lead", duty.lead.as_deref());
    out.texts("support", &duty.support);
    out.flag("inferred", duty.inferred);
    out.text("duty", duty.unassigned.then_some("none"));
    out.texts("cites", &duty.cites);
    out.done()
}

fn criterion(item: &Criterion) -> Value {
    let mut out = Table::default();
    out.some("title", item.title.as_ref().map(words));
    match &item.kind {
        Kind::Leaf { measure, params, test } => {
            out.put("measure", json!(measure));
            for (name, value) in &params.0 {
                out.put(
                    name,
                    match value {
                        Param::Text(text) => json!(text),
                        Param::Bool(truth) => json!(truth),
                        Param::List(items) => json!(items),
                    },
                );
            }
            out.put(test.key(), required(test));
        }
        Kind::Any(parts) => out.list("any", parts.iter().map(criterion)),
        Kind::All(parts) => out.list("all", parts.iter().map(criterion)),
    }
    out.texts("clauses", &item.clauses);
    out.texts("readings", &item.readings);
    out.condition("when", &item.when);
    out.some(
        "valid",
        item.valid.map(|valid| {
            let mut out = Table::default();
            out.some("from", valid.from.map(|day| json!(day.to_string())));
            out.some("until", valid.until.map(|day| json!(day.to_string())));
            out.done()
        }),
    );
    out.condition("strict-under", &item.strict_under);
    out.condition("exemptible-under", &item.exemptible_under);
    out.done()
}

fn required(test: &Test) -> Value {
    match test {
        Test::Between { min, max, unit } => {
            json!({"min": min.to_string(), "max": max.to_string(), "unit": unit.code()})
        }
        Test::Holds => json!(true),
        Test::Includes(items) | Test::IncludesAny(items) => json!(items),
        Test::AtLeast(limit)
        | Test::AtMost(limit)
        | Test::MoreThan(limit)
        | Test::LessThan(limit)
        | Test::Exactly(limit) => threshold(limit),
    }
}

fn threshold(limit: &Threshold) -> Value {
    match &limit.value {
        Level::Fixed(value) => json!({"value": value.to_string(), "unit": limit.unit.code()}),
        Level::ByTier(cells) => {
            let cells: Map<String, Value> =
                cells.iter().map(|(tier, value)| (tier.clone(), json!(value.to_string()))).collect();
            json!({"unit": limit.unit.code(), "tier": cells})
        }
    }
}
