//! The schema of a plan in one file.

use serde_json::Value;

use super::head::Head;
use crate::words::Label;

static HEAD: Head = Head {
    name: "plan",
    title: Label::new("培育方案", "plan"),
    about: Label::new(
        "一个方案的单文件写法：指标、读法、条款、县域类型、阶段和责任单位；以 base 指明所叠加的方案。",
        "A plan in one file: indicators, readings, clauses, tiers, phases and departments; `base` names the plan that it changes.",
    ),
    examples: &[include_str!("example/plan.json")],
};

/// The schema that the plan's own shapes give, with the head of the house.
pub(super) fn schema() -> Value {
    HEAD.put_on(crate::plan::schema().to_value())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Plan, PlanSource};

    #[test]
    fn the_example_loads() {
        for example in HEAD.examples {
            let loaded = Plan::load(&PlanSource::single("plan.json", *example), None);
            assert!(loaded.is_ok(), "{loaded:?}");
        }
    }
}
