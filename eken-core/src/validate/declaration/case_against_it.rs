//! A declaration of no violation that lists an established one.

use crate::finding::{Severity, Spec};
use crate::model::CaseState;
use crate::quantity::PartialDate;
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-20"],
        summary: Label::new("申报无违规，却列有已认定的案件", "a declaration of no violation lists an established one"),
        message: Label::new(
            "申报为无违规，而所列案件已认定违规，且在e镇内",
            "no violation is declared, while this case inside the e-town is established",
        ),
        help: Label::new(
            "核对案件的状态和地点；确已认定的，将 no_violation 改为 false，已整改的填整改日期",
            "check state and place of the case; set no_violation to false if it is established, and add when it was rectified",
        ),
        example: r#"{"schema_version": 1, "compliance": {"items": [{"id": "H1", "field": "ecology", "no_violation": true, "from": "2023-04", "until": "2023-12",
  "cases": [{"id": "C1", "state": "established", "occurred": "2023-08", "decided": "2023-09-12", "inside": true}]}]}}"#,
        ..Spec::new("declaration.case-against-it", Severity::Error)
    },
    check: |context, found| {
        for (row, declaration) in rows("compliance", &context.dossier.compliance) {
            let clean = found.value(&declaration.no_violation, || row.at("no_violation"));
            if clean != Some(&true) {
                continue;
            }
            let from = declaration.from.get().and_then(PartialDate::first);
            let until = declaration.until.get().and_then(PartialDate::last);
            for (index, case) in declaration.cases.iter() {
                let pointer = |field: &str| row.at(&format!("cases/{index}/{field}"));
                let state = found.value(&case.state, || pointer("state"));
                let inside = found.value(&case.inside, || pointer("inside"));
                let occurred = found.value(&case.occurred, || pointer("occurred"));
                // what happened outside the period is not what was declared
                let in_time = occurred.is_some_and(|occurred| {
                    let after = occurred.first().zip(from).is_some_and(|(day, from)| day >= from);
                    after && occurred.last().zip(until).is_some_and(|(day, until)| day <= until)
                });
                if state == Some(&CaseState::Established) && inside == Some(&true) && in_time {
                    found.at(pointer("state"), vec![]);
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn an_established_case_under_a_declaration_of_none_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/compliance/items/0/cases/0/state"]);
    }

    #[test]
    fn another_state_place_or_time_and_a_declared_violation_are_clean() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replacen(from, to, 1));
        assert_eq!(of("established", "dismissed"), [""; 0]);
        assert_eq!(of("established", "pending"), [""; 0]);
        assert_eq!(of(r#""inside": true"#, r#""inside": false"#), [""; 0]);
        assert_eq!(of(r#", "inside": true"#, ""), [""; 0]);
        assert_eq!(of("2023-08", "2023-03"), [""; 0]);
        assert_eq!(of("2023-08", "2023"), [""; 0]);
        assert_eq!(of(r#""no_violation": true"#, r#""no_violation": false"#), [""; 0]);
    }

    #[test]
    fn a_faulty_state_is_noted() {
        let faulty = RULE.spec.example.replace("established", "closed");
        assert_eq!(found(&RULE, &faulty), [""; 0]);
        assert_eq!(skipped(&RULE, &faulty), ["faulty /compliance/items/0/cases/0/state"]);
    }
}
