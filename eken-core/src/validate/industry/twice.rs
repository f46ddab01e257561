//! One leading industry under two identifiers.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::plain::plain;
use crate::validate::twice::{Firsts, may_have_ended};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-2"],
        summary: Label::new("同一主导产业报了两次", "one leading industry is filed twice"),
        message: Label::new(
            "名称与 {first} 相同，可能是同一产业",
            "the name is that of {first} as well: it may be the same industry",
        ),
        help: Label::new(
            "重复填报的删去一条；确为两个产业的，名称写明区别",
            "drop the record if it was filed twice; tell two industries apart by their names",
        ),
        example: r#"{"schema_version": 1, "industries": {"items": [{"id": "I1", "name": "食用菌"}, {"id": "I2", "name": "食用菌"}]}}"#,
        ..Spec::new("industry.twice", Severity::Warning)
    },
    check: |context, found| {
        let mut names = Firsts::new();
        for (row, industry) in rows("industries", &context.dossier.industries) {
            let Some(name) = found.value(&industry.name, || row.at("name")) else { continue };
            // one that was given up may have been taken up again
            if may_have_ended(&industry.until) {
                continue;
            }
            if let Some(first) = names.earlier(plain(name.as_str()), row) {
                found.at(row.at("name"), vec![("first", first.pointer().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_later_record_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/industries/items/1/name first=/industries/items/0"]);
    }

    #[test]
    fn another_name_and_one_that_was_given_up_are_clean() {
        let dossier = r#"{"industries": {"items": [{"name": "食用菌"}, {"name": "干果"}, {"name": "食用菌", "until": "2020"}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, r#"{"industries": {"items": [{"name": 5}]}}"#), ["faulty /industries/items/0/name"]);
    }
}
