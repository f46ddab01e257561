//! References that lead round in a circle.

use crate::finding::{Severity, Spec};
use crate::json::{Param, key_shown};
use crate::validate::place::Row;
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

/// Identifiers named in a message, at most.
const SHOWN: usize = 6;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-15", "五(四)1"],
        summary: Label::new("引用绕成了圈", "references lead round in a circle"),
        message: Label::new(
            "沿字段 {field} 走 {length} 步又回到本记录：{through}",
            "along the field {field} the way comes back here in {length} steps: {through}",
        ),
        help: Label::new(
            "核对各记录的 {field}，去掉其中不对的一处",
            "check {field} of each of them and take the wrong one out",
        ),
        example: r#"{"schema_version": 1, "facilities": {"items": [{"id": "F1", "inside": "F2"}, {"id": "F2", "inside": "F1"}]}}"#,
        ..Spec::new("reference.cycle", Severity::Error)
    },
    check: |context, found| {
        let facilities = context.dossier.facilities.iter();
        let inside = facilities.filter_map(|(index, facility)| Some((index, facility.inside.known()?.as_str())));
        circles(context, found, "facilities", "inside", inside);
        let brands = context.dossier.brands.iter();
        let mothers = brands.filter_map(|(index, brand)| Some((index, brand.mother.known()?.as_str())));
        circles(context, found, "brands", "mother", mothers);
    },
};

/// Follows each record to the one it names. Every record is walked over once.
fn circles<'d>(
    context: &Context<'d>,
    found: &mut Found<'_>,
    section: &'static str,
    field: &'static str,
    steps: impl Iterator<Item = (usize, &'d str)>,
) {
    let names: Vec<(usize, &str)> = steps.collect();
    let records = names.last().map_or(0, |(last, _)| last.saturating_add(1));
    let mut next: Vec<Option<(usize, &str)>> = vec![None; records];
    for (index, name) in names {
        let to = context.first_of(section, name).filter(|to| *to != index);
        if let (Some(slot), Some(to)) = (next.get_mut(index), to) {
            *slot = Some((to, name));
        }
    }
    let mut walked: Vec<usize> = vec![0; records];
    for start in 0..records {
        let round = start.saturating_add(1);
        let mut here = start;
        let closed = loop {
            match walked.get_mut(here) {
                Some(mark) if *mark == 0 => *mark = round,
                Some(mark) => break *mark == round,
                None => break false,
            }
            match next.get(here).copied().flatten() {
                Some((to, _)) => here = to,
                None => break false,
            }
        };
        if closed {
            report(found, section, field, &next, here);
        }
    }
}

/// Reports a circle once, at the first of its records in the file.
fn report(
    found: &mut Found<'_>,
    section: &'static str,
    field: &'static str,
    next: &[Option<(usize, &str)>],
    on: usize,
) {
    let step = |from: usize| next.get(from).copied().flatten();
    let around = |from: usize| {
        let more = std::iter::successors(step(from), move |(at, _)| if *at == from { None } else { step(*at) });
        more.take(next.len())
    };
    let first = around(on).map(|(index, _)| index).min().unwrap_or(on);
    let length = around(first).count();
    let mut through: Vec<_> = around(first).take(SHOWN).map(|(_, name)| key_shown(name)).collect();
    if length > SHOWN {
        through.push("…".into());
    }
    let params: Vec<(&'static str, Param)> =
        vec![("field", field.into()), ("length", length.into()), ("through", through.join(" → ").into())];
    found.at(Row::new(section, first).at(field), params);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_circle_is_reported_once_at_its_first_record() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/facilities/items/0/inside field=inside length=2 through=F2 → F1"]
        );
        let dossier = r#"{"brands": {"items": [{"id": "B0", "mother": "B3"}, {"id": "B1", "mother": "B2"}, {"id": "B2", "mother": "B3"},
            {"id": "B3", "mother": "B1"}, {"id": "B4", "mother": "B0"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/brands/items/1/mother field=mother length=3 through=B2 → B3 → B1"]);
    }

    #[test]
    fn names_of_persons_are_not_shown() {
        let dossier = r#"{"brands": {"items": [{"id": "某甲", "mother": "B1"}, {"id": "B1", "mother": "某甲"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/brands/items/0/mother field=mother length=2 through=B1 → ***"]);
    }

    #[test]
    fn chains_dead_ends_and_self_references_are_no_circle() {
        let dossier = r#"{"facilities": {"items": [{"id": "F1", "inside": "F2"}, {"id": "F2", "inside": "F3"}, {"id": "F3"},
            {"id": "F4", "inside": "F4"}, {"id": "F5", "inside": "F9"}, {"id": "F6", "inside": "F2"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
    }

    #[test]
    fn a_long_circle_is_cut_short_in_words() {
        let records: Vec<String> =
            (0..5000).map(|n| format!(r#"{{"id": "F{n}", "inside": "F{}"}}"#, (n + 1) % 5000)).collect();
        let dossier = format!(r#"{{"facilities": {{"items": [{}]}}}}"#, records.join(","));
        let expected = "/facilities/items/0/inside field=inside length=5000 through=F1 → F2 → F3 → F4 → F5 → F6 → …";
        assert_eq!(found(&RULE, &dossier), [expected]);
    }
}
