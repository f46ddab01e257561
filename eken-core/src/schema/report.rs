//! The schemas of what eken writes: findings and assessments.

use serde_json::Value;

use super::head::Head;
use crate::report::{assessment_schema, findings_schema};
use crate::words::Label;

static FINDINGS: Head = Head {
    name: "findings",
    title: Label::new("数据问题清单", "findings"),
    about: Label::new(
        "eken check --format json 的输出：每份文件的数据问题、没有检查的规则和各档次数；读不了的文件另有原因。",
        "What `eken check --format json` writes: for each file its findings, the rules not evaluated and the counts; or why it could not be read.",
    ),
    examples: &[include_str!("example/findings.json")],
};

static ASSESSMENT: Head = Head {
    name: "assessment",
    title: Label::new("评估结果", "assessment"),
    about: Label::new(
        "eken assess --format json 对一份文件的输出：各项指标和目标的结论、实测值、要求、差距、依据和缺项，以及回执。不是验收结论。示例为节选。",
        "What `eken assess --format json` writes for one file: how each indicator and target stands, what was measured, required and is missing, on what evidence, and the receipt. It is no acceptance. The example is an excerpt.",
    ),
    examples: &[include_str!("example/assessment.json")],
};

/// The schema of findings.
pub(super) fn findings() -> Value {
    FINDINGS.put_on(findings_schema().to_value())
}

/// The schema of an assessment.
pub(super) fn assessment() -> Value {
    ASSESSMENT.put_on(assessment_schema().to_value())
}
