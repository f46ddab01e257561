//! A judgement about a record that is not in the dossier.

use crate::finding::{Severity, Spec};
use crate::json::may_be_shown;
use crate::model::Dossier;
use crate::validate::place::rows;
use crate::validate::{Lookup, Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-4"],
        summary: Label::new("评审对象不存在", "a judgement is about no record of the dossier"),
        message: Label::new(
            "评审对象不在档案的任何分节中；所填编号为 {about}",
            "what was judged is in no section of the dossier; its identifier would be {about}",
        ),
        help: Label::new(
            "更正评审对象编号，或补上该记录；对整体的评审不写评审对象",
            "correct the identifier or add the record; leave it out when the whole is judged",
        ),
        example: r#"{"schema_version": 1, "entities": {"items": [{"id": "E1"}]}, "judgements": {"items": [{"id": "J1",
  "question": "4-influence-in-city", "about": "E9", "outcome": "satisfied", "post": "评审组长", "date": "2023-12-01", "basis": "查阅材料"}]}}"#,
        ..Spec::new("judgement.about-unknown", Severity::Error)
    },
    check: |context, found| {
        let given = |section: &&&str| context.dossier.section(section).is_some_and(|state| state.given);
        let sections: Vec<&str> = Dossier::SECTIONS.iter().filter(given).copied().collect();
        for (row, judgement) in rows("judgements", &context.dossier.judgements) {
            let Some(about) = found.value(&judgement.about, || row.at("about")) else { continue };
            let looked: Vec<Lookup> = sections.iter().map(|section| context.look_up(section, about.as_str())).collect();
            if looked.contains(&Lookup::There) {
                continue;
            }
            if looked.contains(&Lookup::CannotTell(Skip::SectionIncomplete)) {
                found.skip(row.at("about"), Skip::SectionIncomplete);
            } else {
                let shown = Some(about.as_str()).filter(|about| may_be_shown(about));
                found.at(row.at("about"), shown.map(|about| ("about", about.into())).into_iter().collect());
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_judgement_about_no_record_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/judgements/items/0/about about=E9"]);
    }

    #[test]
    fn a_record_of_any_section_may_be_judged_and_none_at_all() {
        let dossier = r#"{"entities": {"items": [{"id": "E1"}]}, "facilities": {"items": [{"id": "F1"}]},
            "judgements": {"items": [{"about": "E1"}, {"about": "F1"}, {}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn where_a_section_is_incomplete_nothing_can_be_told() {
        let dossier = r#"{"entities": {"complete": false, "items": []}, "judgements": {"items": [{"about": "E1"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(skipped(&RULE, dossier), ["section-incomplete /judgements/items/0/about"]);
    }
}
