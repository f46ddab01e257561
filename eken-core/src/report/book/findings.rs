//! What is wrong with the data, a row for each kind at each path with the first places, and the rules not evaluated.

use super::leaf::{Cell, Leaf, Line, Part, Table};
use super::names;
use crate::finding::Finding;
use crate::report::assessment::Heading;
use crate::report::findings::{
    Group, MESSAGES, PLACES, Unevaluated, at, beyond, groups, more_groups, more_messages, not_evaluated_heading,
    places_in_all, total_text, unlisted, waived,
};
use crate::report::sentence::{self, Voice};
use crate::report::source::Source;

/// Kinds at a path that are told; a file of nothing but unknown fields has thousands.
const GROUPS: usize = 1_000;
/// Rules not evaluated that are told.
const RULES: usize = 1_000;
const WIDTHS: [u16; 8] = [10, 28, 30, 8, 56, 44, 20, 30];
const RULE_WIDTHS: [u16; 4] = [44, 34, 34, 70];

pub(super) fn leaf(source: &Source<'_>) -> Leaf {
    let (checked, lang) = (source.checked, source.lang);
    let heads = [
        source.pick("级别", "severity"),
        source.pick("问题", "what is wrong"),
        source.pick("位置", "path"),
        source.pick("次数（处）", "places"),
        source.pick("例子", "examples"),
        source.pick("改法", "help"),
        source.pick("依据", "cites"),
        source.pick("代码", "code"),
    ];
    let voice = Voice { with_names: true, ..source.voice };
    let groups = groups(checked.findings());
    let rows: Vec<Line> = groups.iter().take(GROUPS).map(|group| row(source, group, &voice)).collect();
    let clean = rows.is_empty();
    let mut parts = vec![Part::Text(total_text(checked, lang))];
    if !clean {
        parts.push(Table::part(&heads, rows));
    }
    let more = groups.len().saturating_sub(GROUPS);
    if more > 0 {
        parts.push(Part::Text(more_groups(more, lang)));
    }
    parts.extend(unlisted(checked, lang).into_iter().chain(beyond(checked, lang)).map(Part::Text));
    if let Some((head, lines)) = waived(checked, lang) {
        parts.push(Part::Heading(head));
        parts.extend(lines.into_iter().map(Part::Text));
    }
    let title = Heading::Data { clean }.text(lang);
    Leaf { name: names::FINDINGS.get(lang), title, widths: WIDTHS.to_vec(), parts }
}

fn row(source: &Source<'_>, group: &Group<'_>, voice: &Voice<'_>) -> Line {
    let lang = source.lang;
    let first = group.first;
    let said = group.said(voice);
    let mut examples: Vec<String> =
        said.iter().take(MESSAGES).map(|(message, findings)| example(source, message, findings)).collect();
    let more = said.len().saturating_sub(MESSAGES);
    if more > 0 {
        examples.push(more_messages(more, lang));
    }
    Line::Row(vec![
        Cell::severity(first.severity, lang),
        Cell::text(first.spec.summary.get(lang)),
        Cell::text(format!("{}\n{}", group.near(lang), group.path()).trim_start()),
        Cell::count(group.findings.len()),
        Cell::lines(&examples),
        Cell::text(sentence::help(first, voice)),
        Cell::text(group.clauses(lang)),
        Cell::text(first.code()),
    ])
}

/// A message with its first places, and in the internal rendition the record of the first.
fn example(source: &Source<'_>, message: &str, findings: &[&Finding]) -> String {
    let places = findings.iter().take(PLACES).map(|finding| at(finding)).collect::<Vec<_>>().join(" ");
    let places = format!("{places}{}", places_in_all(findings.len(), PLACES, source.lang));
    let record = findings.first().and_then(|finding| source.record(&finding.pointer));
    let record = record.map(|record| format!("　{record}")).unwrap_or_default();
    format!("{message}　[{places}]{record}")
}

/// The rules that could not be evaluated.
pub(super) fn unevaluated(source: &Source<'_>) -> Leaf {
    let heads = [
        source.pick("规则", "rule"),
        source.pick("代码", "code"),
        source.pick("原因", "why"),
        source.pick("位置", "where"),
    ];
    let all = source.checked.not_evaluated();
    let row = |rule: Unevaluated| {
        Line::Row(vec![Cell::text(rule.summary), Cell::text(rule.code), Cell::text(rule.why), Cell::text(rule.places)])
    };
    let rows: Vec<Line> = all.iter().take(RULES).map(|each| row(Unevaluated::of(each, source.lang))).collect();
    let parts = match rows.is_empty() {
        true => vec![Part::Text(source.pick("全部规则都检查了。", "Every rule was evaluated.").to_owned())],
        false => vec![Table::part(&heads, rows)],
    };
    let title = not_evaluated_heading(source.lang).to_owned();
    Leaf { name: names::UNEVALUATED.get(source.lang), title, widths: RULE_WIDTHS.to_vec(), parts }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{book, book_of, leaf, lines, texts};
    use super::*;
    use crate::report::testing::{said, town, town_found, town_of, town_waived};
    use crate::report::{Rendition, ReportOptions};

    #[test]
    fn each_kind_at_each_path_has_a_row_with_its_count_and_no_personal_value() {
        let (checked, _, _) = town();
        for rendition in [Rendition::Public, Rendition::Internal] {
            let book = book(&ReportOptions { rendition, ..ReportOptions::default() });
            let rows = lines(&book.leaves[4]);
            assert_eq!(rows.len(), groups(checked.findings()).len());
            let said = rows.iter().flat_map(|row| texts(row)).collect::<Vec<_>>().join("\n");
            assert!(said.contains("/town/nmae") && said.contains("structure.unknown-field"), "{said}");
            assert!(!said.contains("13900000000"));
        }
    }

    #[test]
    fn a_sound_dossier_has_no_table_of_findings() {
        let book = book_of(&town_of(r#"{"schema_version": 1}"#), &ReportOptions::default());
        let leaf = leaf(&book, "数据问题");
        assert_eq!(leaf.title, "数据没有发现问题");
        assert_eq!(leaf.parts, [Part::Text("没有发现问题".to_owned())]);
    }

    #[test]
    fn kinds_beyond_the_cap_are_counted() {
        let findings = (0..GROUPS).map(|field| said(&format!("/town/f{field}"), "多的")).collect();
        let book = book_of(&town_found(findings), &ReportOptions::default());
        let leaf = leaf(&book, "数据问题");
        assert_eq!(lines(leaf).len(), GROUPS);
        assert!(
            leaf.parts.contains(&Part::Text("另有1种没有列在这里，用 eken check 看全".to_owned())),
            "{:?}",
            leaf.parts[2]
        );
    }

    #[test]
    fn what_is_waived_and_what_is_not_listed_stands_below_the_table() {
        let book = book_of(&town_waived(), &ReportOptions::default());
        let parts = &leaf(&book, "数据问题").parts;
        assert_eq!(
            parts[2..],
            [
                Part::Text("structure.partial-date  共4处，列出前2处".to_owned()),
                Part::Text("另有2处未列出".to_owned()),
                Part::Heading("按校验口径豁免1处，未计入上面的次数".to_owned()),
                Part::Text(
                    "时间无效  structure.partial-date  1处  1:134  理由：核实中（县工科局，至2023-12-31）".to_owned()
                ),
            ]
        );
    }

    #[test]
    fn of_messages_that_differ_the_first_are_told_and_the_others_counted() {
        let examples = |count: usize| {
            let findings = ["一", "二", "三", "四", "五"].into_iter().take(count).map(|what| said("/town", what));
            let book = book_of(&town_found(findings.collect()), &ReportOptions::default());
            let rows = lines(leaf(&book, "数据问题")).iter().map(|line| texts(line)).collect::<Vec<_>>();
            rows.into_iter().find(|row| row[7] == "test.said").unwrap()[4].clone()
        };
        let three = "是一　[1:1]\n是二　[1:1]\n是三　[1:1]";
        assert_eq!(examples(3), three);
        assert_eq!(examples(5), format!("{three}\n另有2种说法相同的问题"));
    }
}
