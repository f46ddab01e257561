//! The work list: a row for what each department leads, with what is missing, and for what it supports.

use super::leaf::{Cell, Leaf, Line, Part, Table};
use super::names;
use crate::assess::Standing;
use crate::report::assessment::{Heading, by_when, decisive, tasks};
use crate::report::lacks::of_standing;
use crate::report::source::Source;

/// Lacks told of one standing before the rest is only counted.
const LACKS: usize = 20;
const WIDTHS: [u16; 8] = [22, 9, 13, 6, 24, 40, 52, 18];

pub(super) fn leaf(source: &Source<'_>) -> Leaf {
    let heads = [
        source.pick("部门", "department"),
        source.pick("分工", "role"),
        source.pick("结论", "verdict"),
        source.pick("编号", "no."),
        source.pick("指标或目标", "indicator or target"),
        source.pick("差在哪里", "what is short"),
        source.pick("要办的事", "to do"),
        source.pick("办理情况", "done"),
    ];
    let mut rows = Vec::new();
    for task in tasks(source.assessment, source.plan) {
        let name = task.name(source.lang);
        let lead = if task.department.is_some() { source.pick("牵头", "leads") } else { "" };
        rows.extend(task.led.iter().map(|standing| row(source, name, lead, standing, true)));
        let support = source.pick("配合", "supports");
        rows.extend(task.supported.iter().map(|standing| row(source, name, support, standing, false)));
    }
    let mut parts: Vec<Part> = Vec::new();
    if rows.is_empty() {
        parts.push(Part::Text(source.pick("没有待办的事。", "Nothing is to do.").to_owned()));
    } else {
        parts.extend(by_when(source.assessment, source.plan, source.lang).map(Part::Text));
        parts.push(Table::part(&heads, rows));
    }
    Leaf { name: names::WORK.get(source.lang), title: Heading::Work.text(source.lang), widths: WIDTHS.to_vec(), parts }
}

fn row(source: &Source<'_>, department: &str, role: &str, standing: &Standing, is_led: bool) -> Line {
    let lang = source.lang;
    let lacks = match is_led {
        true => source.first_of(&of_standing(standing, &source.voice), LACKS),
        false => Vec::new(),
    };
    Line::Row(vec![
        Cell::text(department),
        Cell::text(role),
        Cell::verdict(standing.verdict, lang),
        Cell::text(standing.id.as_str()),
        Cell::text(standing.title.get(lang)),
        Cell::text(decisive(standing, lang)),
        Cell::lines(&lacks),
        Cell::Blank,
    ])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{book, book_of, lines, texts};
    use super::*;
    use crate::assess::Verdict;
    use crate::plan::Duty;
    use crate::report::ReportOptions;
    use crate::report::testing::{town, town_all};

    #[test]
    fn each_department_has_a_row_for_what_it_leads_and_for_what_it_supports() {
        let (_, plan, assessment) = town();
        let tasks = tasks(&assessment, &plan);
        let items: usize = tasks.iter().map(|task| task.led.len() + task.supported.len()).sum();
        let book = book(&ReportOptions::default());
        let rows = lines(&book.leaves[3]);
        assert_eq!(rows.len(), items);
        let said: Vec<String> = rows.iter().flat_map(|row| texts(row)).collect();
        for part in ["县工科局", "牵头", "配合", "312平方米", "补"] {
            assert!(said.iter().any(|text| text.contains(part)), "{part}");
        }
    }

    #[test]
    fn what_the_plan_assigns_to_nobody_has_a_row_without_a_role() {
        let mut town = town();
        town.2.indicators[15].departments = Duty { unassigned: true, ..Duty::default() };
        let book = book_of(&town, &ReportOptions::default());
        let last = lines(&book.leaves[3]).into_iter().map(texts).next_back().unwrap();
        assert_eq!(last[..5], ["方案没有分给任何部门的", "", "✗ 未达到", "16", "展示体验中心"]);
        assert!(last[6].contains("补填“功能区”"), "{last:?}");
    }

    #[test]
    fn where_all_is_reached_the_leaf_says_so() {
        let book = book_of(&town_all(Verdict::Met), &ReportOptions::default());
        assert_eq!(book.leaves[3].parts, [Part::Text("没有待办的事。".to_owned())]);
    }
}
