//! What the leaves are called.

use crate::words::Label;

pub(super) const SUMMARY: Label = Label::new("概览", "Summary");
pub(super) const VERDICTS: Label = Label::new("结论", "Verdicts");
pub(super) const CRITERIA: Label = Label::new("各项条件", "Criteria");
pub(super) const WORK: Label = Label::new("工作清单", "Work list");
pub(super) const FINDINGS: Label = Label::new("数据问题", "Findings");
pub(super) const EACH: Label = Label::new("问题明细", "All findings");
pub(super) const UNEVALUATED: Label = Label::new("未评估", "Not evaluated");
pub(super) const READINGS: Label = Label::new("口径", "Readings");
pub(super) const RECEIPT: Label = Label::new("回执", "Receipt");
