//! The verdicts: a row for every indicator by group and every target, with the figures that decide it.

use super::figures::{Figures, has_figure};
use super::leaf::{Cell, Leaf, Line, Table};
use super::names;
use crate::assess::{CriterionResult, Standing, Verdict};
use crate::report::assessment::{Heading, decisive, group_title};
use crate::report::names::department;
use crate::report::source::Source;
use crate::report::value;
use crate::words::Lang;

const WIDTHS: [u16; 11] = [13, 6, 22, 26, 12, 12, 10, 40, 22, 24, 20];

pub(super) fn leaf(source: &Source<'_>) -> Leaf {
    let (indicators, targets) = (&source.assessment.indicators, &source.assessment.targets);
    let heads = [
        source.pick("结论", "verdict"),
        source.pick("编号", "no."),
        source.pick("指标或目标", "indicator or target"),
        source.pick("要求", "required"),
        source.pick("实测", "measured"),
        source.pick("差距", "gap"),
        source.pick("单位", "unit"),
        source.pick("说明", "what decides it"),
        source.pick("牵头单位", "lead"),
        source.pick("配合单位", "support"),
        source.pick("条款", "clauses"),
    ];
    let mut rows = Vec::new();
    let mut group: Option<&str> = None;
    for standing in indicators {
        let here = standing.group.as_deref();
        if let Some(here) = here.filter(|here| Some(*here) != group) {
            rows.push(Line::Band(group_title(source.plan, here, source.lang)));
        }
        group = here;
        rows.push(row(source, standing));
    }
    if !targets.is_empty() {
        rows.push(Line::Band(Heading::Targets(targets.len()).text(source.lang)));
        rows.extend(targets.iter().map(|standing| row(source, standing)));
    }
    let title = match source.lang {
        Lang::Zh => "各项指标和目标的结论",
        Lang::En => "Verdicts on indicators and targets",
    };
    Leaf {
        name: names::VERDICTS.get(source.lang),
        title: title.to_owned(),
        widths: WIDTHS.to_vec(),
        parts: vec![Table::part(&heads, rows)],
    }
}

fn row(source: &Source<'_>, standing: &Standing) -> Line {
    let lang = source.lang;
    let told = told(standing);
    let is_only = standing.criteria.len() == 1;
    let required = told.map(|result| {
        let asked = value::asked(result, lang);
        match (is_only, lang) {
            (true, _) => asked,
            (false, Lang::Zh) => format!("{}：{asked}", value::title(result, lang)),
            (false, Lang::En) => format!("{}: {asked}", value::title(result, lang)),
        }
    });
    let (measured, gap, unit) = match told.map(|result| Figures::of(result, lang)) {
        Some(Figures { measured, gap, unit, .. }) => (measured, gap, unit),
        None => (Cell::Blank, Cell::Blank, Cell::Blank),
    };
    let support: Vec<&str> = standing.departments.support.iter().map(|id| department(source.plan, id, lang)).collect();
    Line::Row(vec![
        Cell::verdict(standing.verdict, lang),
        Cell::text(standing.id.as_str()),
        Cell::text(standing.title.get(lang)),
        Cell::text(required.unwrap_or_default()),
        measured,
        gap,
        unit,
        Cell::text(decisive(standing, lang)),
        Cell::text(source.lead(standing)),
        Cell::text(support.join(source.joint())),
        Cell::text(standing.clauses.join(source.joint())),
    ])
}

/// The criterion whose figures stand in the row: the only one, or the first with a figure that decides what is not passed.
fn told(standing: &Standing) -> Option<&CriterionResult> {
    match standing.criteria.as_slice() {
        [only] => Some(only).filter(|only| only.parts.is_empty()),
        several => {
            let is_settled = matches!(standing.verdict, Verdict::Met | Verdict::NotApplicable);
            let decides = |result: &&CriterionResult| result.verdict == standing.verdict && has_figure(result);
            several.iter().find(decides).filter(|_| !is_settled)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{book, book_of, row_of, texts};
    use super::*;
    use crate::report::ReportOptions;
    use crate::report::testing::{Town, town, town_without_targets};

    #[test]
    fn a_row_tells_verdict_figures_gap_unit_and_departments() {
        let book = book(&ReportOptions::default());
        let row = row_of(&book, "结论", "16");
        let said = texts(row);
        for part in ["✗ 未达到", "16", "100至300平方米", "312", "12", "平方米", "县工科局", "附件2-16"]
        {
            assert!(said.iter().any(|text| text.contains(part)), "{part}: {said:?}");
        }
        let Line::Row(cells) = row else { panic!("no row") };
        let signed = |cell: &Cell| matches!(cell, Cell::Number(number) if number.signed && number.decimal == "12");
        assert!(cells.iter().any(signed), "{cells:?}");
    }

    #[test]
    fn every_indicator_and_target_has_its_row_and_every_group_its_band() {
        let (_, plan, assessment) = town();
        for lang in [Lang::Zh, Lang::En] {
            let book = book(&ReportOptions { lang, ..ReportOptions::default() });
            let leaf = book.leaves.iter().find(|leaf| leaf.name == names::VERDICTS.get(lang)).unwrap();
            let rows = super::super::testing::lines(leaf);
            let bands = rows.iter().filter(|row| matches!(row, Line::Band(_))).count();
            assert_eq!(bands, plan.groups.len() + 1);
            let standings: Vec<_> = assessment.indicators.iter().chain(&assessment.targets).collect();
            let told: Vec<_> = rows.iter().filter(|row| matches!(row, Line::Row(_))).collect();
            assert_eq!(told.len(), standings.len());
            for (row, standing) in told.into_iter().zip(standings) {
                let Line::Row(cells) = row else { continue };
                assert_eq!(cells[0], Cell::verdict(standing.verdict, lang), "{}", standing.id);
                assert_eq!(cells[1], Cell::text(standing.id.as_str()));
                assert_eq!(cells.len(), WIDTHS.len());
            }
        }
    }

    #[test]
    fn a_plan_without_targets_has_no_band_for_them() {
        let bands = |town: &Town| -> Vec<String> {
            let book = book_of(town, &ReportOptions::default());
            let rows = super::super::testing::lines(&book.leaves[1]).into_iter();
            rows.filter_map(|row| if let Line::Band(text) = row { Some(text.clone()) } else { None }).collect()
        };
        let (county, province) = (bands(&town()), bands(&town_without_targets()));
        assert_eq!(county[..county.len() - 1], province);
        assert_eq!(county[county.len() - 1], "本县方案的目标（16项）");
    }
}
