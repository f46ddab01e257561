//! The schema of what `check` writes.

use serde_json::Value;

use super::head::Head;
use crate::words::Label;

static HEAD: Head = Head {
    name: "findings",
    title: Label::new("数据问题清单", "findings"),
    about: Label::new(
        "eken check --format json 的输出：每份文件的数据问题、没有检查的规则和各档次数，或读不了的原因。",
        "What `eken check --format json` writes: for each file its findings, what was not evaluated and the counts, or why it could not be read.",
    ),
    examples: &[include_str!("example/findings.json")],
};

/// The schema that the types of the report give, with the head of the house.
pub(super) fn schema() -> Value {
    HEAD.put_on(crate::report::findings_schema().to_value())
}
