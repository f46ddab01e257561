//! Sales of an entity that are those of another, month for month.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Severity, Spec};
use crate::validate::turnover::{Turnover, at, turnovers};
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-26", "九6"],
        summary: Label::new(
            "两个主体连续半年以上各月销售额相同",
            "two entities file the same sales for half a year or more",
        ),
        message: Label::new(
            "从 {month} 起至少6个月的销售额与 {other_entity} 一分不差",
            "from {month} on, at least six months of sales are those of {other_entity}",
        ),
        help: Label::new(
            "核对是否把一家的数据填到了两家；同一店铺只记在一个主体名下",
            "check whether one entity's figures went into both; a shop belongs to one entity",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [
  {"id": "E1", "sales": [{"month": "2023-03", "platform": "甲", "channel": "platform_shop", "amount": 41210}, {"month": "2023-04", "platform": "甲", "channel": "platform_shop", "amount": 38650}, {"month": "2023-05", "platform": "甲", "channel": "platform_shop", "amount": 40120}, {"month": "2023-06", "platform": "甲", "channel": "platform_shop", "amount": 43980}, {"month": "2023-07", "platform": "甲", "channel": "platform_shop", "amount": 42550}, {"month": "2023-08", "platform": "甲", "channel": "platform_shop", "amount": 47310}]},
  {"id": "E2", "sales": [{"month": "2023-03", "platform": "乙", "channel": "platform_shop", "amount": 41210}, {"month": "2023-04", "platform": "乙", "channel": "platform_shop", "amount": 38650}, {"month": "2023-05", "platform": "乙", "channel": "platform_shop", "amount": 40120}, {"month": "2023-06", "platform": "乙", "channel": "platform_shop", "amount": 43980}, {"month": "2023-07", "platform": "乙", "channel": "platform_shop", "amount": 42550}, {"month": "2023-08", "platform": "乙", "channel": "platform_shop", "amount": 47310}]}]}}"#,
        ..Spec::new("sales.copied", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let all = turnovers(context, found);
    let mut seen: BTreeMap<_, &Turnover<'_>> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for turnover in all {
        for line in turnover.shops.values() {
            for half_year in line.half_years() {
                let first = *seen.entry(half_year).or_insert(turnover);
                // one entity that is filed twice is another fault
                if first.row == turnover.row || is_one(first, turnover) || !told.insert((first.row, turnover.row)) {
                    continue;
                }
                let Some(point) = line.0.get(&half_year.0) else { continue };
                found.at(
                    at(turnover.row, point.place, "amount"),
                    vec![
                        ("month", half_year.0.month().to_string().into()),
                        ("other_entity", first.row.pointer().into()),
                    ],
                );
            }
        }
    }
}

/// Whether two records are of one entity: by identifier or by credit code.
fn is_one(first: &Turnover<'_>, second: &Turnover<'_>) -> bool {
    let (first, second) = (first.entity, second.entity);
    let same_id = first.id.known().is_some() && first.id == second.id;
    same_id || (first.code.known().is_some() && first.code == second.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn half_a_year_of_another_entitys_sales_names_that_entity() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/entities/items/1/sales/0/amount month=2023-03 other_entity=/entities/items/0"]
        );
    }

    #[test]
    fn five_months_another_year_and_one_entity_filed_twice_are_clean() {
        assert_eq!(found(&RULE, &RULE.spec.example.replacen("43980", "43981", 1)), [""; 0]);
        assert_eq!(found(&RULE, &RULE.spec.example.replacen("2023-05", "2022-05", 1)), [""; 0]);
        assert_eq!(found(&RULE, &RULE.spec.example.replace("\"E2\"", "\"E1\"")), [""; 0]);
        let coded = RULE.spec.example.replace(r#""sales""#, r#""code": "91140827MA0EKEN03X", "sales""#);
        assert_eq!(found(&RULE, &coded), [""; 0]);
    }

    #[test]
    fn a_longer_run_is_told_once() {
        let longer = RULE.spec.example.replace(
            r#"{"month": "2023-08""#,
            r#"{"month": "2023-09", "platform": "甲", "channel": "platform_shop", "amount": 51000}, {"month": "2023-08""#,
        );
        let longer = longer.replacen(
            r#""platform": "甲", "channel": "platform_shop", "amount": 51000}, {"month": "2023-08", "platform": "乙""#,
            r#""platform": "乙", "channel": "platform_shop", "amount": 51000}, {"month": "2023-08", "platform": "乙""#,
            1,
        );
        assert_eq!(found(&RULE, &longer).len(), 1);
    }
}
