//! The schema of what `assess` writes.

use serde_json::Value;

use super::head::Head;
use crate::words::Label;

static HEAD: Head = Head {
    name: "assessment",
    title: Label::new("评估结果", "assessment"),
    about: Label::new(
        "eken assess --format json 对一份档案的输出：每项指标和目标的结论、实测值、要求、差距、依据和所缺，以及回执。逐项给出，不等于验收。",
        "What `eken assess --format json` writes for one dossier: verdict, measured value, requirement, gap, evidence and lacks of each indicator and target, and the receipt. Each stands for itself; it is no acceptance.",
    ),
    examples: &[include_str!("example/assessment.json")],
};

/// The schema that the types of the report give, with the head of the house.
pub(super) fn schema() -> Value {
    HEAD.put_on(crate::report::assessment_schema().to_value())
}
