//! Two rows of sales for one month, platform and channel.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::turnover::at;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-26"],
        summary: Label::new(
            "同一主体同月、同平台、同渠道的销售额报了两次",
            "an entity files sales twice for one month, platform and channel",
        ),
        message: Label::new(
            "{month} 同一平台、同一渠道的销售额与第 {first} 条重复",
            "sales of {month} on this platform and channel stand in row {first} already",
        ),
        help: Label::new(
            "删去重复的一条；确为不同店铺的，合并金额或分别写明平台",
            "drop the second row; for different shops add the amounts or name the platforms apart",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1", "sales": [{"month": "2023-04", "amount": 1000}, {"month": "2023-04", "amount": 1000}]}]}}"#,
        ..Spec::new("entity.sales-month-twice", Severity::Warning)
    },
    check: |context, found| {
        for turnover in &context.turnovers().all {
            let (row, sales) = (turnover.row, &turnover.entity.sales);
            for (index, sale) in sales.iter().filter(|_| turnover.in_doubt) {
                if found.value(&sale.month, || at(row, index, "month")).is_some() {
                    found.value(&sale.platform, || at(row, index, "platform"));
                    found.value(&sale.channel, || at(row, index, "channel"));
                }
            }
            let mut repeated = turnover.repeated.iter().peekable();
            for (index, sale) in sales.iter().filter(|_| !turnover.repeated.is_empty()) {
                let repeats = repeated.next_if(|(repeated, _)| *repeated == index);
                let Some(((_, first), month)) = repeats.zip(sale.month.get()) else { continue };
                let first = first.saturating_add(1);
                let params = vec![("month", month.to_string().into()), ("first", first.into())];
                found.at(at(row, index, "month"), params);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn the_second_row_names_the_first() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/entities/items/0/sales/1/month month=2023-04 first=1"]);
    }

    #[test]
    fn other_months_platforms_and_channels_are_clean() {
        let dossier = r#"{"entities": {"items": [{"sales": [{"month": "2023-04", "platform": "甲"},
            {"month": "2023-04", "platform": "乙"}, {"month": "2023-04", "platform": "甲", "channel": "social"},
            {"month": "2023-05", "platform": "甲"}, {"month": "2023-04", "platform": {"missing": "withheld"}},
            {"month": "2023-04", "platform": {"missing": "withheld"}}]}, {"sales": [{"month": "2023-04", "platform": "甲"}]}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }
}
