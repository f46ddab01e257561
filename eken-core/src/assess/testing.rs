//! For the tests of assessments: an assessment under a plan that holds what the built-in plans do not.

use super::options::Options;
use super::outcome::Assessment;
use super::run::assess;
use crate::limits::Limits;
use crate::plan::{Plan, PlanSource};
use crate::validate::validate;

/// An indicator with these criteria under a plan of its own, which has reading R12 and one with two options.
pub(super) fn under_own_plan(criteria: &str, text: &str, readings: &[(&str, &str)]) -> Assessment {
    let reading = |id: &str, all: &[&str]| {
        let option = |id: &&str| format!("[[reading.option]]\nid = \"{id}\"\nzh = \"甲\"\nen = \"a\"\n");
        let options: String = all.iter().map(option).collect();
        format!(
            "[[reading]]\nid = \"{id}\"\npoint = {{ zh = \"疑点\", en = \"point\" }}\nclauses = [\"甲-1\"]\ndefault = \"{}\"\n{options}",
            all[0]
        )
    };
    let plan = format!(
        "id = \"own\"\ntitle = {{ zh = \"自\", en = \"own\" }}\n{}{}\
        [[clause]]\nid = \"甲-1\"\nclass = \"evidence\"\n{}",
        reading("R12", &["acceptance-year", "last-full-year", "every-year"]),
        reading("R1", &["included", "excluded"]),
        if criteria.is_empty() {
            String::new()
        } else {
            format!(
                "[[indicator]]\nid = \"1\"\nslug = \"own\"\ntitle = {{ zh = \"指标\", en = \"indicator\" }}\n{criteria}"
            )
        }
    );
    let plan = Plan::load(&PlanSource::single("plan.toml", plan), None).unwrap_or_else(|error| panic!("{error}"));
    let checked = validate(crate::parse::parse(text.as_bytes(), &Limits::default()).unwrap(), &plan);
    let mut options = Options::year(2023);
    options.readings = readings.iter().map(|(id, option)| ((*id).to_owned(), (*option).to_owned())).collect();
    assess(&checked, &plan, &options).unwrap()
}
