//! One unified social credit code in two entities.

use std::collections::BTreeMap;

use crate::code::uscc;
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["GB 32100-2015", "附件2-27", "附件1-二-县统计局"],
        summary: Label::new("两个主体用了同一个统一社会信用代码", "two entities carry one unified social credit code"),
        message: Label::new(
            "统一社会信用代码与 {first} 相同，不能确定是两个主体",
            "the code is that of {first} as well: that there are two entities is in doubt",
        ),
        help: Label::new("合并为一条记录，或更正其中一个代码", "merge the two records or correct one of the codes"),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "code": "91140827MA0EKEN03X"}, {"id": "E2", "code": "91140827MA0EKEN03X"}]}}"#,
        ..Spec::new("entity.code-twice", Severity::Warning)
    },
    check: |context, found| {
        let mut seen = BTreeMap::new();
        for (row, entity) in rows("entities", &context.dossier.entities) {
            let code = entity.code.known().and_then(|code| uscc::check(code.as_str()).ok());
            let Some(code) = code else { continue };
            match seen.get(&code) {
                None => {
                    seen.insert(code, row);
                }
                Some(first) => found.at(row.at("code"), vec![("first", first.pointer().into())]),
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn the_later_record_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/entities/items/1/code first=/entities/items/0"]);
    }

    #[test]
    fn codes_that_fail_their_check_are_not_compared() {
        let dossier = r#"{"entities": {"items": [{"code": "91140827MA0EKEN03X"}, {"code": "91140827MA0EKEN11Q"},
            {"code": "91140827MA0EKEN03Y"}, {"code": "91140827MA0EKEN03Y"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
