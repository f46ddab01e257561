//! One declaration of compliance that is filed twice.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-20"],
        summary: Label::new("同一合规申报填报了两次", "one declaration of compliance is filed twice"),
        message: Label::new(
            "{domain} 领域 {from} 至 {until} 的申报，申报单位也与 {first} 相同",
            "body, field ({domain}) and period ({from} to {until}) are those of {first}",
        ),
        help: Label::new(
            "只留一条；结论不同的，核对后留下有效的一条",
            "keep one; where they say different things, keep the one that holds",
        ),
        example: r#"{"schema_version": 1, "compliance": {"items": [
  {"id": "H1", "field": "debt", "no_violation": true, "from": "2023-04", "until": "2023-12", "declared_by": "县财政局", "declared": "2023-12-31"},
  {"id": "H2", "field": "debt", "no_violation": true, "from": "2023-04", "until": "2023-12", "declared_by": "县财政局", "declared": "2023-12-31"}]}}"#,
        ..Spec::new("declaration.twice", Severity::Warning)
    },
    check: |context, found| {
        let mut seen = BTreeMap::new();
        for (row, declaration) in rows("compliance", &context.dossier.compliance) {
            let field = found.value(&declaration.field, || row.at("field"));
            let from = found.value(&declaration.from, || row.at("from"));
            let until = found.value(&declaration.until, || row.at("until"));
            let (Some(field), Some(from), Some(until)) = (field, from, until) else { continue };
            let Some(by) = declaration.declared_by.known() else { continue };
            let (from, until) = (from.to_string(), until.to_string());
            let first = *seen.entry((*field, from.clone(), until.clone(), by.as_str())).or_insert(row);
            if first != row {
                found.at(
                    row.pointer(),
                    vec![
                        ("domain", field.code().into()),
                        ("from", from.into()),
                        ("until", until.into()),
                        ("first", first.pointer().into()),
                    ],
                );
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn the_second_record_names_the_first() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/compliance/items/1 domain=debt from=2023-04 until=2023-12 first=/compliance/items/0"]
        );
    }

    #[test]
    fn another_field_period_or_body_is_clean() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replacen(from, to, 1));
        assert_eq!(of("debt", "ecology"), [""; 0]);
        assert_eq!(of("2023-12\"", "2023-09\""), [""; 0]);
        assert_eq!(of("县财政局", "县审计局"), [""; 0]);
        assert_eq!(of(r#""declared_by": "县财政局", "#, ""), [""; 0]);
    }
}
