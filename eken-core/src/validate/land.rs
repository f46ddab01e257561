//! The site, and its areas read in other units.

use super::context::Context;
use super::figure::figure;
use super::rule::Found;
use crate::model::Site;
use crate::model::kind::{Figure, Maybe};
use crate::quantity::{Area, Exact, Quantity};

/// The site of the town.
pub(super) fn site<'a>(context: &Context<'a>, found: &mut Found<'_>) -> Option<&'a Site> {
    let town = found.value(&context.dossier.town, || "/town".to_owned())?;
    found.value(&town.site, || "/town/site".to_owned())
}

/// How far two measurements of one area may differ, in percent: beyond it one of them is wrong.
pub(super) const TOLERANCE: i128 = 5;

/// Whether two areas are the same but for the tolerance, in percent of the second.
pub(super) fn agree(area: &Exact, reference: &Exact) -> bool {
    let off = area.minus(reference);
    let off = if off.is_negative() { Exact::zero().minus(&off) } else { off };
    off.times(&Exact::whole(100)) <= reference.times(&Exact::whole(TOLERANCE))
}

/// Units of area that forms use beside the square metre: name of the parameter, and what a unit is in m² as a fraction. A
/// hectare is ten thousand square metres too (万平方米).
pub(super) const UNITS: [(&str, i128, i128); 3] =
    [("mu", 2000, 3), ("hectare", 10_000, 1), ("square_kilometre", 1_000_000, 1)];

/// A figure in m², had it been written in a unit.
pub(super) fn read_in(figure: &Exact, unit: (&str, i128, i128)) -> Option<Exact> {
    let (_, over, under) = unit;
    figure.times(&Exact::whole(over)).over(&Exact::whole(under))
}

/// The unit in which a figure would agree with a reference in m², and what it would then be.
pub(super) fn unit_that_agrees(figure: &Exact, reference: &Exact) -> Option<(&'static str, Exact)> {
    UNITS.into_iter().find_map(|unit| {
        let area = read_in(figure, unit)?;
        (!area.is_zero() && agree(&area, reference)).then_some((unit.0, area))
    })
}

/// How many times too large an area is when hectares, or mu, were taken for square kilometres.
const TIMES: [i128; 2] = [100, 1500];

/// What an area would be if hectares or mu had been taken for square kilometres, where that agrees with a reference.
pub(super) fn reduced_to_agree(area: &Exact, reference: &Exact) -> Option<Exact> {
    TIMES.iter().filter_map(|times| area.over(&Exact::whole(*times))).find(|reduced| agree(reduced, reference))
}

/// Whether another unit explains why an area does not agree with a reference.
pub(super) fn is_slip(area: &Exact, reference: &Exact) -> bool {
    unit_that_agrees(area, reference).is_some() || (!area.is_zero() && reduced_to_agree(area, reference).is_some())
}

/// Reports a part of the site that is larger than the whole of it.
pub(super) fn part_within_site(found: &mut Found<'_>, site: &Site, part: &Maybe<Figure<Area>>, pointer: &'static str) {
    let area = found.value(&site.area, || "/town/site/area".to_owned());
    let part = found.value(part, || pointer.to_owned());
    if let (Some(area), Some(part)) = (area, part)
        && part.value > area.value
    {
        let shown = |area: Area| figure(&Exact::decimal(area.number()));
        found.at(pointer, vec![("part", shown(part.value)), ("site", shown(area.value))]);
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::decimal(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn five_percent_is_within_the_tolerance_and_a_hair_more_is_not() {
        let reference = exact("1000000");
        assert!([exact("950000"), exact("1050000")].iter().all(|area| agree(area, &reference)));
        assert!([exact("949999.99"), exact("1050000.01")].iter().all(|area| !agree(area, &reference)));
    }

    #[test]
    fn a_figure_is_read_in_the_unit_that_makes_it_agree() {
        let unit = |figure: &str| {
            unit_that_agrees(&exact(figure), &exact("3200000")).map(|(unit, area)| (unit, area.to_string()))
        };
        assert_eq!(unit("4800"), Some(("mu", "3200000".into())));
        assert_eq!(unit("320"), Some(("hectare", "3200000".into())));
        assert_eq!(unit("3.2"), Some(("square_kilometre", "3200000".into())));
        assert_eq!([unit("3200000"), unit("5100"), unit("0")], [None, None, None]);
    }
}
