//! Declarations of a field that leave out days since the start of the programme.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::ComplianceField;
use crate::model::kind::Code;
use crate::quantity::Date;
use crate::validate::place::{Row, rows};
use crate::validate::{Context, Found, Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-20", "六(一)"],
        summary: Label::new("合规申报的期间不连续", "the declarations of a field leave out days"),
        message: Label::new(
            "{domain} 领域从 {from} 到 {until} 没有申报",
            "nothing is declared on {domain} from {from} to {until}",
        ),
        help: Label::new(
            "补申报缺少的期间；期间应从项目启动起连续",
            "declare the days that are left out; the periods run from the start of the programme without a gap",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "programme_start": "2023-04"}, "compliance": {"complete": true, "items": [
  {"id": "H1", "field": "debt", "no_violation": true, "from": "2023-04", "until": "2023-06", "declared_by": "县财政局", "declared": "2023-07-05"},
  {"id": "H2", "field": "debt", "no_violation": true, "from": "2023-10", "until": "2023-12", "declared_by": "县财政局", "declared": "2024-01-05"}]}}"#,
        ..Spec::new("declaration.period-gap", Severity::Warning)
    },
    check,
};

/// The days that declarations of one field speak of, each with its record.
#[derive(Default)]
struct Declared {
    periods: Vec<(Date, Date, Row)>,
    unknown: bool,
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let compliance = &context.dossier.compliance;
    if compliance.is_given() && !compliance.is_complete() {
        found.skip("/compliance", Skip::SectionIncomplete);
        return;
    }
    let mut fields: BTreeMap<ComplianceField, Declared> = BTreeMap::new();
    for (row, declaration) in rows("compliance", compliance) {
        // one of an unknown field may fill any gap
        let Some(field) = declaration.field.get() else {
            found.skip(row.at("field"), Skip::Faulty);
            return;
        };
        let from = found.value(&declaration.from, || row.at("from")).and_then(|from| from.first());
        let until = found.value(&declaration.until, || row.at("until")).and_then(|until| until.last());
        let of = fields.entry(field).or_default();
        match from.zip(until) {
            Some((from, until)) => of.periods.push((from, until, row)),
            None => of.unknown = true,
        }
    }
    let town = context.dossier.town.known();
    let start = town.and_then(|town| found.value(&town.programme_start, || "/town/programme_start".to_owned()));
    let start = start.and_then(|start| start.last());
    for (field, Declared { mut periods, unknown }) in fields {
        if unknown || field == ComplianceField::Other {
            continue;
        }
        periods.sort_unstable();
        // begun in a month, the programme may have begun on its last day
        let mut covered = start.and_then(day_before);
        for (from, until, row) in periods {
            if let Some(covered) = covered
                && let (Some(first), Some(last)) = (day_after(covered), day_before(from))
                && first <= last
            {
                found.at(
                    row.at("from"),
                    vec![
                        ("domain", field.code().into()),
                        ("from", first.to_string().into()),
                        ("until", last.to_string().into()),
                    ],
                );
            }
            covered = covered.max(Some(until));
        }
    }
}

fn day_before(day: Date) -> Option<Date> {
    of(day.naive().pred_opt()?)
}

fn day_after(day: Date) -> Option<Date> {
    of(day.naive().succ_opt()?)
}

fn of(day: chrono::NaiveDate) -> Option<Date> {
    use chrono::Datelike;
    Date::new(day.year(), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_quarter_that_nobody_declared_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/compliance/items/1/from domain=debt from=2023-07-01 until=2023-09-30"]
        );
    }

    #[test]
    fn periods_that_meet_or_overlap_are_clean_in_any_order() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replace(from, to)).len();
        assert_eq!(["2023-06-30", "2023-07-01", "2023-07-02"].map(|from| of("2023-10", from)), [0, 0, 1]);
        assert_eq!(of("\"until\": \"2023-06\"", "\"until\": \"2024-06\""), 0);
        let turned = RULE
            .spec
            .example
            .replace("2023-04\", \"until\": \"2023-06", "…")
            .replace("2023-10\", \"until\": \"2023-12", "2023-04\", \"until\": \"2023-06");
        let turned = turned.replace("…", "2023-10\", \"until\": \"2023-12");
        assert_eq!(found(&RULE, &turned), ["/compliance/items/0/from domain=debt from=2023-07-01 until=2023-09-30"]);
    }

    #[test]
    fn the_days_from_the_start_of_the_programme_belong_to_it() {
        let of = |start: &str| {
            found(
                &RULE,
                &RULE
                    .spec
                    .example
                    .replace(r#""programme_start": "2023-04""#, &format!(r#""programme_start": "{start}""#)),
            )
            .len()
        };
        assert_eq!(["2023-03", "2023-03-31", "2023-04-01", "2023"].map(of), [2, 2, 1, 0]);
    }

    #[test]
    fn what_is_missing_may_fill_the_gap() {
        let of = |from: &str, to: &str| RULE.spec.example.replacen(from, to, 1);
        assert_eq!(found(&RULE, &of(r#""until": "2023-06", "#, "")), [""; 0]);
        let incomplete = of(r#""complete": true"#, r#""complete": false"#);
        assert_eq!(found(&RULE, &incomplete), [""; 0]);
        assert_eq!(skipped(&RULE, &incomplete), ["section-incomplete /compliance"]);
        let faulty = of(r#""field": "debt""#, r#""field": "debts""#);
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /compliance/items/0/field"]);
    }

    #[test]
    fn no_day_is_left_out_before_the_first_and_after_the_last_day_that_there_is() {
        let of = |from: &str, until: &str| {
            let example = RULE.spec.example.replace("2023-10", from).replace("\"2023-06\"", &format!("\"{until}\""));
            found(&RULE, &example)
        };
        assert_eq!(
            of("2023-10-02", "2023-06"),
            ["/compliance/items/1/from domain=debt from=2023-07-01 until=2023-10-01"]
        );
        assert_eq!(of("1900-01-01", "2023-06"), [""; 0]);
        assert_eq!(of("2023-10", "2099-12-31"), [""; 0]);
    }
}
