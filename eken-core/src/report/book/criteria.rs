//! Every criterion by indicator and target: what is asked, what was measured from which facts, how far it is off.

use super::figures::Figures;
use super::leaf::{Cell, Leaf, Line, Table};
use super::names;
use crate::assess::{CriterionResult, Standing};
use crate::report::source::Source;
use crate::report::style::mark;
use crate::report::value;
use crate::words::Lang;

/// Widths of the columns; the facts take more room where they are told by what the records are called.
const WIDTHS: [u16; 13] = [6, 13, 26, 22, 10, 10, 16, 12, 10, 30, 28, 34, 16];
const INTERNAL: [u16; 13] = [6, 13, 26, 20, 10, 10, 16, 12, 10, 30, 64, 32, 14];

pub(super) fn leaf(source: &Source<'_>) -> Leaf {
    let heads = [
        source.pick("编号", "no."),
        source.pick("结论", "verdict"),
        source.pick("条件", "criterion"),
        source.pick("要求", "required"),
        source.pick("下限", "floor"),
        source.pick("上限", "ceiling"),
        source.pick("实测", "measured"),
        source.pick("差距", "gap"),
        source.pick("单位", "unit"),
        source.pick("说明", "remarks"),
        source.pick("依据的事实", "facts"),
        source.pick("要办的事", "to do"),
        source.pick("条款", "clauses"),
    ];
    let mut rows = Vec::new();
    for standing in source.standings() {
        rows.push(Line::Band(band(standing, source.lang)));
        for result in &standing.criteria {
            write(&mut rows, source, standing, result, 0);
        }
    }
    let title = source.pick("各项条件：依据、差距和要办的事", "Criteria: facts, gaps, what to do");
    Leaf {
        name: names::CRITERIA.get(source.lang),
        title: title.to_owned(),
        widths: if source.is_internal() { INTERNAL } else { WIDTHS }.to_vec(),
        parts: vec![Table::part(&heads, rows)],
    }
}

fn band(standing: &Standing, lang: Lang) -> String {
    let (sign, word) = (mark(standing.verdict), standing.verdict.label().get(lang));
    format!("{} {}　{sign} {word}", standing.id, standing.title.get(lang))
}

/// A criterion and the parts that it is made of, each a row, the parts set in below it.
fn write(rows: &mut Vec<Line>, source: &Source<'_>, standing: &Standing, result: &CriterionResult, depth: usize) {
    let lang = source.lang;
    let Figures { floor, ceiling, measured, gap, unit } = Figures::of(result, lang);
    let mut remarks: Vec<String> = value::gap(result, lang).into_iter().collect();
    if result.provisional {
        remarks.push(value::provisional(lang).trim().to_owned());
    }
    remarks.extend(Some(value::years(result, lang)).filter(|years| !years.is_empty()));
    remarks.extend(source.notes(result));
    remarks.extend(source.readings(result));
    rows.push(Line::Row(vec![
        Cell::text(standing.id.as_str()),
        Cell::verdict(result.verdict, lang),
        Cell::text(format!("{}{}", "· ".repeat(depth), value::title(result, lang))),
        Cell::text(value::asked(result, lang)),
        floor,
        ceiling,
        measured,
        gap,
        unit,
        Cell::lines(&remarks),
        Cell::lines(&source.facts(&result.evidence)),
        Cell::lines(&source.lacks(result)),
        Cell::text(result.clauses.join(source.joint())),
    ]));
    for part in &result.parts {
        write(rows, source, standing, part, depth.saturating_add(1));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{book, book_of, lines, row_of, texts};
    use super::*;
    use crate::report::testing::{Town, town};
    use crate::report::{Rendition, ReportOptions};

    #[test]
    fn every_criterion_and_every_part_of_one_has_its_row() {
        let (_, _, assessment) = town();
        let mut count = 0usize;
        for standing in assessment.indicators.iter().chain(&assessment.targets) {
            standing.visit(&mut |_| count += 1);
        }
        let book = book(&ReportOptions::default());
        let rows = lines(&book.leaves[2]);
        assert_eq!(rows.iter().filter(|row| matches!(row, Line::Row(_))).count(), count);
        assert!(count > 60, "{count} criteria");
    }

    #[test]
    fn facts_are_told_by_place_in_public_and_by_name_inside() {
        let said = |rendition| {
            let book = book(&ReportOptions { rendition, ..ReportOptions::default() });
            lines(&book.leaves[2]).iter().flat_map(|row| texts(row)).collect::<Vec<_>>().join("\n")
        };
        let (public, internal) = (said(Rendition::Public), said(Rendition::Internal));
        assert!(public.contains("设施第1条") && !public.contains("展示馆"));
        assert!(internal.contains("F1 展示馆"));
    }

    #[test]
    fn a_row_that_rests_on_provisional_figures_says_so_in_its_remarks() {
        let mut town = town();
        let remark = |town: &Town| {
            let book = book_of(town, &ReportOptions::default());
            let Line::Row(cells) = row_of(&book, "各项条件", "16") else { panic!("no row") };
            cells[9].clone()
        };
        assert_eq!(remark(&town), Cell::text("超出12平方米\nR13“其中一处单独达到”"));
        town.2.indicators[15].criteria[0].provisional = true;
        assert_eq!(remark(&town), Cell::text("超出12平方米\n〔含初步数或估计数〕\nR13“其中一处单独达到”"));
    }
}
