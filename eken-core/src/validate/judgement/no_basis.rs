//! A judgement whose basis says nothing.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

/// What is written where a form wants something and nobody has anything to say: the outcome again, or nothing.
const EMPTY: &[&str] = &[
    "无",
    "略",
    "同意",
    "符合",
    "满足",
    "合格",
    "达标",
    "通过",
    "不符合",
    "不满足",
    "不合格",
    "符合要求",
    "满足要求",
    "符合标准",
    "同上",
    "见附件",
    "-",
    "—",
    "/",
];

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2"],
        summary: Label::new("评审意见没有实质理由", "the basis of a judgement says nothing"),
        message: Label::new(
            "理由只重复结论或留空话，看不出依据什么评审",
            "the basis repeats the outcome or is an empty phrase, so nothing shows what the judgement rests on",
        ),
        help: Label::new(
            "写明查看了什么、看到了什么，如查阅的材料、抽查的家数和结果",
            "say what was looked at and what was seen, such as the papers read, how many were sampled and with what result",
        ),
        example: r#"{"schema_version": 1, "judgements": {"items": [{"id": "J1", "question": "15-needs", "outcome": "satisfied", "post": "评审组长", "date": "2023-12-01", "basis": "符合要求。"}]}}"#,
        ..Spec::new("judgement.no-basis", Severity::Warning)
    },
    check: |context, found| {
        for (row, judgement) in rows("judgements", &context.dossier.judgements) {
            let Some(basis) = found.value(&judgement.basis, || row.at("basis")) else { continue };
            let basis: String = basis.as_str().split_whitespace().collect();
            let said = basis.trim_end_matches(['。', '.', '！', '；']);
            if said.is_empty() || EMPTY.contains(&said) {
                found.at(row.at("basis"), vec![]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn the_outcome_again_is_no_basis() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/judgements/items/0/basis"]);
        for empty in ["无", " 同意 ", "。", "-"] {
            let dossier = RULE.spec.example.replace("符合要求。", empty);
            assert_eq!(found(&RULE, &dossier).len(), 1, "{empty}");
        }
    }

    #[test]
    fn what_was_seen_is_a_basis_however_short() {
        for basis in ["现场查看", "与规划相符", "符合要求，抽查12家", "材料齐全"] {
            assert_eq!(found(&RULE, &RULE.spec.example.replace("符合要求。", basis)), [""; 0], "{basis}");
        }
        assert_eq!(found(&RULE, r#"{"judgements": {"items": [{}]}}"#), [""; 0]);
    }
}
