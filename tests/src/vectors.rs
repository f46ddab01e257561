//! Vectors: dossiers with the verdicts they must give, in files that every language reads.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use eken_core::assess::{Assessment, CriterionResult, Options, assess};
use eken_core::limits::Limits;
use eken_core::model::CountyTier;
use eken_core::model::kind::Code;
use eken_core::parse::parse;
use eken_core::plan::{Plan, builtin};
use eken_core::quantity::Date;
use eken_core::validate::validate;
use serde_json::{Map, Value};

/// One case of a vector file.
#[derive(Clone, Debug)]
pub struct Case {
    /// File and name, to say which one failed.
    pub name: String,
    /// Id of the plan.
    pub plan: String,
    /// The dossier.
    pub dossier: Value,
    /// The options.
    pub options: Options,
    /// Verdicts by path: `16`, or `16/0` for its first criterion, `24/0/1` for a part.
    pub expect: BTreeMap<String, Value>,
}

/// The folder of the vectors.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// Every case under `verdicts/`, files and cases in order.
pub fn cases() -> Vec<Case> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder().join("verdicts"))
        .expect("the folder of vectors")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "there are no vectors");
    files.iter().flat_map(|file| read(file)).collect()
}

fn read(file: &Path) -> Vec<Case> {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
    let text = std::fs::read_to_string(file).expect("a readable vector");
    let vector: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{stem}: {error}"));
    let plan = vector.get("plan").and_then(Value::as_str).unwrap_or("yuanqu-2023");
    let base = vector.get("base").cloned().unwrap_or_else(|| Value::Object(Map::new()));
    let cases = vector.get("cases").and_then(Value::as_array).unwrap_or_else(|| panic!("{stem}: no cases"));
    cases.iter().map(|case| one(&stem, plan, &base, vector.get("options"), case)).collect()
}

fn one(stem: &str, plan: &str, base: &Value, shared: Option<&Value>, case: &Value) -> Case {
    let name = format!(
        "{stem}: {}",
        case.get("name").and_then(Value::as_str).unwrap_or_else(|| panic!("{stem}: a case without a name"))
    );
    for key in case.as_object().unwrap_or_else(|| panic!("{name}: not an object")).keys() {
        assert!(["name", "set", "unset", "options", "expect"].contains(&key.as_str()), "{name}: unknown key {key}");
    }
    let mut dossier = base.clone();
    for (pointer, value) in case.get("set").and_then(Value::as_object).into_iter().flatten() {
        set(&mut dossier, pointer, value.clone()).unwrap_or_else(|| panic!("{name}: nothing to set at {pointer}"));
    }
    for pointer in case.get("unset").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
        unset(&mut dossier, pointer).unwrap_or_else(|| panic!("{name}: nothing to unset at {pointer}"));
    }
    let mut options = Map::new();
    for part in [shared, case.get("options")].into_iter().flatten().filter_map(Value::as_object) {
        options.extend(part.clone());
    }
    let expect = case.get("expect").and_then(Value::as_object).unwrap_or_else(|| panic!("{name}: expects nothing"));
    assert!(!expect.is_empty(), "{name}: expects nothing");
    Case {
        options: read_options(&name, &options),
        name,
        plan: plan.to_owned(),
        dossier,
        expect: expect.iter().map(|(path, value)| (path.clone(), value.clone())).collect(),
    }
}

fn read_options(name: &str, options: &Map<String, Value>) -> Options {
    let mut out = Options::year(2023);
    for (key, value) in options {
        match key.as_str() {
            "year" => out.year = value.as_i64().and_then(|year| i32::try_from(year).ok()).expect("a year"),
            "as_of" => out.as_of = value.as_str().and_then(Date::parse),
            "tier" => out.tier = value.as_str().and_then(CountyTier::from_code),
            "readings" => {
                for (id, option) in value.as_object().expect("readings") {
                    out.readings.insert(id.clone(), option.as_str().expect("an option").to_owned());
                }
            }
            other => panic!("{name}: unknown option {other}"),
        }
    }
    out
}

/// Sets the value at a JSON Pointer. A last step that is `-` or the length of an array appends; objects on the way are made.
fn set(root: &mut Value, pointer: &str, value: Value) -> Option<()> {
    let (parent, last) = pointer.rsplit_once('/')?;
    let mut at = root;
    for step in parent.split('/').skip(1) {
        at = match at {
            Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?)?,
            Value::Object(members) => members.entry(step.to_owned()).or_insert_with(|| Value::Object(Map::new())),
            _ => return None,
        };
    }
    match at {
        Value::Object(members) => {
            members.insert(last.to_owned(), value);
        }
        Value::Array(items) => {
            let index = if last == "-" { items.len() } else { last.parse().ok()? };
            if index == items.len() {
                items.push(value);
            } else {
                *items.get_mut(index)? = value;
            }
        }
        _ => return None,
    }
    Some(())
}

fn unset(root: &mut Value, pointer: &str) -> Option<()> {
    let (parent, last) = pointer.rsplit_once('/')?;
    match root.pointer_mut(parent)? {
        Value::Object(members) => members.shift_remove(last).map(|_| ()),
        Value::Array(items) => {
            let index: usize = last.parse().ok()?;
            (index < items.len()).then(|| {
                items.remove(index);
            })
        }
        _ => None,
    }
}

impl Case {
    /// Runs the case under a plan and gives what differs from what it expects.
    pub fn differences(&self, plan: &Plan) -> Vec<String> {
        let assessment = self.run(plan);
        self.expect.iter().filter_map(|(path, expected)| difference(&assessment, path, expected)).collect()
    }

    /// Runs the case under a plan.
    pub fn run(&self, plan: &Plan) -> Assessment {
        let text = self.dossier.to_string();
        let parsed =
            parse(text.as_bytes(), &Limits::default()).unwrap_or_else(|error| panic!("{}: {error}", self.name));
        assess(&validate(parsed, plan), plan, &self.options).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    /// The built-in plan that the case names.
    pub fn plan(&self) -> Plan {
        builtin(&self.plan).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    /// Ids of the indicators and targets that the case speaks of.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.expect.keys().map(|path| path.split('/').next().unwrap_or_default())
    }
}

fn difference(assessment: &Assessment, path: &str, expected: &Value) -> Option<String> {
    let mut steps = path.split('/');
    let id = steps.next().unwrap_or_default();
    let Some(standing) = assessment.standing(id) else { return Some(format!("{path}: there is no {id}")) };
    let mut verdict = standing.verdict.code().to_owned();
    let mut criterion: Option<&CriterionResult> = None;
    for step in steps {
        let list = criterion.map_or(&standing.criteria, |criterion| &criterion.parts);
        let Some(next) = step.parse::<usize>().ok().and_then(|index| list.get(index)) else {
            return Some(format!("{path}: there is no criterion {step}"));
        };
        verdict = next.verdict.code().to_owned();
        criterion = Some(next);
    }
    let wanted = match expected {
        Value::String(wanted) => wanted.as_str(),
        other => other.get("verdict").and_then(Value::as_str).unwrap_or_default(),
    };
    if verdict != wanted {
        let lacks: Vec<&str> = standing.missing().iter().map(|lack| lack.kind.code()).collect();
        return Some(format!("{path}: expected {wanted}, found {verdict} (missing: {})", lacks.join(", ")));
    }
    let criterion = criterion?;
    let gap = expected.get("gap").and_then(Value::as_str)?;
    let found = criterion.gap.as_ref().map_or_else(|| "none".to_owned(), ToString::to_string);
    (found != gap).then(|| format!("{path}: expected gap {gap}, found {found}"))
}
