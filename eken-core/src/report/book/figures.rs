//! The figures of a criterion as numbers beside their unit, where they are exact; in words where they are not.

use super::leaf::{Cell, Number};
use crate::assess::{CriterionResult, Required, Value};
use crate::quantity::Exact;
use crate::report::figure::{Quantum, Shown, is_boundless};
use crate::report::value;
use crate::words::Lang;

/// The figures of a criterion, all in one unit.
#[derive(Debug)]
pub(super) struct Figures {
    pub(super) floor: Cell,
    pub(super) ceiling: Cell,
    pub(super) measured: Cell,
    pub(super) gap: Cell,
    pub(super) unit: Cell,
}

impl Figures {
    pub(super) fn of(result: &CriterionResult, lang: Lang) -> Self {
        let (floor, ceiling) = bounds(result);
        let said = Cell::text(value::measured(result, lang));
        let (least, most) = match &result.measured {
            Some(Value::Number { least, most }) => (least, most.as_ref()),
            _ => {
                let gap = Cell::text(value::gap(result, lang).unwrap_or_default());
                let bounded = [floor, ceiling].into_iter().flatten().next();
                let shown = bounded.map(|bound| shown(bound, result, lang));
                let number = |bound: Option<&Exact>| cell(bound, shown.as_ref(), false);
                let unit = Cell::text(shown.as_ref().map_or("", |shown| shown.word));
                return Self { floor: number(floor), ceiling: number(ceiling), measured: said, gap, unit };
            }
        };
        let zero = |value: &&Exact| !value.is_zero();
        let scale = [floor, ceiling].into_iter().flatten().find(zero).unwrap_or(least);
        let shown = shown(scale, result, lang);
        let known = Some(least).filter(|least| Some(*least) == most && !is_boundless(least, result.unit));
        let measured = match cell(known, Some(&shown), false) {
            Cell::Blank => said,
            number => number,
        };
        let sure = result.gap.as_ref().filter(|gap| !is_boundless(gap, result.unit));
        let gap = match cell(sure, Some(&shown), true) {
            Cell::Blank => Cell::text(value::signed_gap(result, lang).unwrap_or_default()),
            number => number,
        };
        Self {
            floor: cell(floor, Some(&shown), false),
            ceiling: cell(ceiling, Some(&shown), false),
            measured,
            gap,
            unit: Cell::text(shown.word),
        }
    }
}

/// Whether a criterion has a figure against a bound.
pub(super) fn has_figure(result: &CriterionResult) -> bool {
    matches!(result.measured, Some(Value::Number { .. })) && bounds(result) != (None, None)
}

fn bounds(result: &CriterionResult) -> (Option<&Exact>, Option<&Exact>) {
    match &result.required {
        Some(Required::Least { value, .. }) => (Some(value), None),
        Some(Required::Most { value, .. }) => (None, Some(value)),
        Some(Required::Exactly(value)) => (Some(value), Some(value)),
        Some(Required::Between { min, max }) => (Some(min), Some(max)),
        _ => (None, None),
    }
}

fn shown(value: &Exact, result: &CriterionResult, lang: Lang) -> Shown {
    Shown::of(value, Quantum::of_measure(&result.measure, result.unit), lang)
}

/// A number where the figure is one.
fn cell(value: Option<&Exact>, shown: Option<&Shown>, signed: bool) -> Cell {
    let number = value.zip(shown).and_then(|(value, shown)| shown.number(value));
    number.map_or(Cell::Blank, |number| {
        Cell::Number(Number { places: number.scale(), decimal: number.to_string(), signed })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::Verdict;
    use crate::quantity::Unit;
    use crate::report::testing::{criterion, whole};

    fn number(cell: &Cell) -> &str {
        match cell {
            Cell::Number(number) => &number.decimal,
            other => panic!("no number: {other:?}"),
        }
    }

    fn money(least: i128, most: Option<i128>) -> CriterionResult {
        let mut result = criterion("invested", Verdict::NotMet);
        result.unit = Some(Unit::Yuan);
        result.measured = Some(whole(least, most));
        result.required = Some(Required::Least { value: Exact::whole(50_000_000), strict: false });
        result.gap = Some(Exact::whole(least).minus(&Exact::whole(50_000_000)));
        result
    }

    #[test]
    fn the_figures_of_a_row_stand_in_the_unit_of_its_bound() {
        let figures = Figures::of(&money(4_812_345, Some(4_812_345)), Lang::Zh);
        let said = [&figures.floor, &figures.measured, &figures.gap].map(number);
        assert_eq!(said, ["5000", "481.2345", "-4518.7655"]);
        assert_eq!(figures.unit, Cell::text("万元"));
        assert_eq!(figures.ceiling, Cell::Blank);
    }

    #[test]
    fn what_is_known_within_bounds_is_no_number() {
        let figures = Figures::of(&money(4_812_345, None), Lang::Zh);
        assert_eq!(figures.measured, Cell::text("至少481.2345万元"));
    }

    #[test]
    fn a_share_that_never_ends_is_told_in_words() {
        let mut result = criterion("growth", Verdict::NotMet);
        result.unit = Some(Unit::Percent);
        let third = Exact::whole(31).over(&Exact::whole(3)).unwrap();
        result.measured = Some(Value::Number { least: third.clone(), most: Some(third.clone()) });
        result.required = Some(Required::Least { value: Exact::whole(12), strict: false });
        result.gap = Some(third.minus(&Exact::whole(12)));
        let figures = Figures::of(&result, Lang::Zh);
        assert_eq!(figures.measured, Cell::text("约10.33%"));
        assert_eq!(figures.gap, Cell::text("约-1.67%"));
        assert_eq!(number(&figures.floor), "12");
    }
}
