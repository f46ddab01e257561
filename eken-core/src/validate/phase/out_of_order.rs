//! A phase that began or ended before the one it follows.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::Phase;
use crate::model::kind::{Code, Maybe};
use crate::quantity::PartialDate;
use crate::validate::place::{Row, rows};
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

/// A date of a phase.
type Dated = fn(&Phase) -> &Maybe<PartialDate>;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["六"],
        summary: Label::new("实施阶段的先后颠倒", "the phases are out of their order"),
        message: Label::new(
            "{phase} 的 {date_field} 为 {date}，早于上一阶段 {first} 的 {before}",
            "{date_field} of {phase} is {date}, before the {before} of the phase it follows in {first}",
        ),
        help: Label::new(
            "核对各阶段的起止时间；阶段可以交叉，但不会先于上一阶段开始或结束",
            "check the dates of the phases; they may overlap, but none begins or ends before the one it follows",
        ),
        example: r#"{"schema_version": 1, "phases": {"items": [
  {"phase": "start", "started": "2023-04", "ended": "2023-05"},
  {"phase": "implementation", "started": "2023-02", "ended": "2023-11"}]}}"#,
        ..Spec::new("phase.out-of-order", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let mut phases: BTreeMap<_, (Row, &Phase)> = BTreeMap::new();
    for (row, phase) in rows("phases", &context.dossier.phases) {
        let Some(kind) = found.value(&phase.phase, || row.at("phase")) else { continue };
        phases.entry(*kind).or_insert((row, phase));
    }
    let dates: [(&'static str, Dated); 2] = [("started", |phase| &phase.started), ("ended", |phase| &phase.ended)];
    for (field, date) in dates {
        let mut before: Option<(Row, PartialDate)> = None;
        for (kind, (row, phase)) in &phases {
            let Some(day) = found.value(date(phase), || row.at(field)).copied() else { continue };
            if let Some((first, earlier)) = before
                && day.last().zip(earlier.first()).is_some_and(|(day, earlier)| day < earlier)
            {
                found.at(
                    row.at(field),
                    vec![
                        ("phase", kind.code().into()),
                        ("date_field", field.into()),
                        ("date", day.to_string().into()),
                        ("before", earlier.to_string().into()),
                        ("first", first.pointer().into()),
                    ],
                );
            }
            before = Some((*row, day));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn an_implementation_before_the_start_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/phases/items/1/started phase=implementation date_field=started date=2023-02 before=2023-04 first=/phases/items/0"
            ]
        );
    }

    #[test]
    fn an_end_before_the_end_of_the_phase_it_follows_is_found() {
        let dossier = r#"{"phases": {"items": [{"phase": "acceptance", "ended": "2024-01"}, {"phase": "implementation", "ended": "2024-03"}]}}"#;
        assert_eq!(found(&RULE, dossier).len(), 1);
    }

    #[test]
    fn phases_may_overlap_and_begin_in_one_month() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replace(from, to));
        assert_eq!(of("2023-02", "2023-04"), [""; 0]);
        assert_eq!(of("2023-02", "2023"), [""; 0]);
        assert_eq!(of("2023-02", "2023-05"), [""; 0]);
        assert_eq!(of(r#""started": "2023-02", "#, ""), [""; 0]);
    }

    #[test]
    fn a_faulty_date_is_noted() {
        let faulty = RULE.spec.example.replace("2023-02", "二月");
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /phases/items/1/started"]);
    }
}
