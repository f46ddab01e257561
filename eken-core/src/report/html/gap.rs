//! The gap of a criterion as a drawing: the span that is required, what was measured, and what lies between.

use super::markup::Markup;
use crate::assess::{CriterionResult, Required, Value};
use crate::quantity::Exact;
use crate::report::assessment::titled;
use crate::report::figure::{is_boundless, size};
use crate::report::source::Source;
use crate::words::Lang;

/// Width of the drawing in its own units.
const WIDTH: i64 = 240;
/// Least width of a gap.
const LEAST: i64 = 5;

/// What is drawn of a criterion.
struct Drawing<'a> {
    low: Exact,
    high: Exact,
    floor: Option<&'a Exact>,
    ceiling: Option<&'a Exact>,
    least: Option<&'a Exact>,
    most: Option<&'a Exact>,
}

/// Whether the gap of a criterion can be drawn.
pub(super) fn is_drawn(result: &CriterionResult) -> bool {
    Drawing::of(result).is_some()
}

/// The drawing, with what it shows as its text; nothing where there is no number to draw.
pub(super) fn bar(markup: &mut Markup, result: &CriterionResult, lang: Lang) {
    let Some(drawing) = Drawing::of(result) else { return };
    let attributes = [("class", "gap"), ("viewBox", "0 0 240 20"), ("role", "img"), ("preserveAspectRatio", "none")];
    markup.tag("svg", &attributes, |markup| {
        markup.leaf("title", "", &titled(result, lang));
        drawing.write(markup);
    });
}

/// How the drawings are to be read.
pub(super) fn legend(markup: &mut Markup, source: &Source<'_>) {
    let parts = [
        ("zone", source.pick("要求的范围", "required span")),
        ("value", source.pick("实测", "measured")),
        ("maybe", source.pick("因缺数据而不定", "not settled for lack of data")),
        ("lack", source.pick("差距", "gap")),
    ];
    markup.tag("p", &[("class", "key")], |markup| {
        for (class, text) in parts {
            markup.tag("span", &[], |markup| {
                let attributes = [("class", "gap"), ("viewBox", "0 0 24 20"), ("aria-hidden", "true")];
                markup.tag("svg", &attributes, |markup| {
                    let (y, height) = if class == "zone" { ("2", "16") } else { ("6", "8") };
                    shape(markup, class, "1", y, "22", height);
                });
                markup.text(text);
            });
        }
    });
}

impl<'a> Drawing<'a> {
    fn of(result: &'a CriterionResult) -> Option<Self> {
        let Some(Value::Number { least, most }) = &result.measured else { return None };
        let (floor, ceiling) = match result.required.as_ref()? {
            Required::Least { value, .. } => (Some(value), None),
            Required::Most { value, .. } => (None, Some(value)),
            Required::Exactly(value) => (Some(value), Some(value)),
            Required::Between { min, max } => (Some(min), Some(max)),
            _ => return None,
        };
        // what is only the bound of the type says nothing
        let known = |value: &&Exact| !is_boundless(value, result.unit);
        let (least, most) = (Some(least).filter(known), most.as_ref().filter(known));
        let zero = Exact::zero();
        let greatest = |values: [Option<&Exact>; 2]| {
            values
                .into_iter()
                .flatten()
                .map(size)
                .fold(zero.clone(), |held, each| if each > held { each } else { held })
        };
        let mut scale = greatest([floor, ceiling]);
        if scale.is_zero() {
            scale = greatest([least, most]);
        }
        if scale.is_zero() {
            scale = Exact::whole(1);
        }
        let top = [floor, ceiling]
            .into_iter()
            .flatten()
            .fold(zero.clone(), |held, each| if *each > held { each.clone() } else { held });
        let margin = scale.times(&Exact::whole(4)).over(&Exact::whole(5))?;
        let below = [floor, ceiling, least, most].into_iter().flatten().any(Exact::is_negative) || least.is_none();
        let low = if below { zero.minus(&scale).minus(&margin) } else { zero };
        Some(Self { low, high: top.plus(&margin), floor, ceiling, least, most })
    }

    /// Where a value stands; beyond an end, at that end.
    fn x(&self, value: &Exact) -> i64 {
        if *value <= self.low {
            return 0;
        }
        if *value >= self.high {
            return WIDTH;
        }
        let share = value.minus(&self.low).times(&Exact::whole(WIDTH.into())).over(&self.high.minus(&self.low));
        share
            .and_then(|share| share.rounded(0))
            .and_then(|share| i64::try_from(share).ok())
            .unwrap_or_default()
            .clamp(0, WIDTH)
    }

    fn write(&self, markup: &mut Markup) {
        span(markup, "track", 0, WIDTH, 6, 8);
        let zone = (self.floor.map_or(0, |floor| self.x(floor)), self.ceiling.map_or(WIDTH, |ceiling| self.x(ceiling)));
        span(markup, "zone", zone.0, zone.1.max(zone.0.saturating_add(2)), 2, 16);
        let zero = self.x(&Exact::zero());
        let least = self.least.map_or(0, |least| self.x(least));
        let most = self.most.map_or(WIDTH, |most| self.x(most));
        if self.least.is_some() {
            span(markup, "value", zero.min(least), zero.max(least), 6, 8);
        }
        if self.least != self.most {
            span(markup, "maybe", least, most, 6, 8);
        }
        if let Some(value) = self.least.filter(|least| Some(*least) == self.most) {
            self.pointer(markup, value);
        }
        // the gap that is sure, whatever the missing data say; never so narrow that it is not seen
        if let (Some(floor), Some(value)) = (self.floor, self.most)
            && value < floor
        {
            let to = self.x(floor);
            span(markup, "lack", most.min(to.saturating_sub(LEAST)), to, 5, 10);
        } else if let (Some(ceiling), Some(value)) = (self.ceiling, self.least)
            && value > ceiling
        {
            let from = self.x(ceiling);
            span(markup, "lack", from, least.max(from.saturating_add(LEAST)), 5, 10);
        }
        for bound in [self.floor, self.ceiling].into_iter().flatten() {
            span(markup, "bound", self.x(bound).saturating_sub(1), self.x(bound).saturating_add(1), 0, 20);
        }
    }

    /// Where the value stands, or that it lies beyond an end of the drawing.
    fn pointer(&self, markup: &mut Markup, value: &Exact) {
        let (low, high) = (*value < self.low, *value > self.high);
        let points = match (low, high) {
            (true, _) => "10,3 0,10 10,17".to_owned(),
            (_, true) => "230,3 240,10 230,17".to_owned(),
            _ => {
                let x = self.x(value);
                let (from, to) = (x.saturating_sub(2), x.saturating_add(1));
                format!("{from},3 {to},3 {to},17 {from},17")
            }
        };
        markup.void("polygon", &[("class", "pointer"), ("points", &points)]);
    }
}

fn span(markup: &mut Markup, class: &str, from: i64, to: i64, y: i64, height: i64) {
    if to > from {
        let width = to.saturating_sub(from).to_string();
        shape(markup, class, &from.to_string(), &y.to_string(), &width, &height.to_string());
    }
}

fn shape(markup: &mut Markup, class: &str, x: &str, y: &str, width: &str, height: &str) {
    markup.void("rect", &[("class", class), ("x", x), ("y", y), ("width", width), ("height", height)]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::Verdict;
    use crate::quantity::Unit;
    use crate::report::testing::{criterion, whole};

    fn drawn(measured: Value, required: Required) -> String {
        let mut result = criterion("training-person-times", Verdict::NotMet);
        result.unit = Some(Unit::PersonTime);
        result.measured = Some(measured);
        result.required = Some(required);
        let mut markup = Markup::default();
        bar(&mut markup, &result, Lang::Zh);
        markup.finish()
    }

    fn least(value: i128) -> Required {
        Required::Least { value: Exact::whole(value), strict: false }
    }

    #[test]
    fn what_is_short_is_drawn_from_the_value_to_the_bound() {
        // 0 to 900: 500 stands at 133, 250 at 67
        let page = drawn(whole(250, Some(250)), least(500));
        assert!(page.contains("class=\"lack\" x=\"67\" y=\"5\" width=\"66\""), "{page}");
        assert!(page.contains("<title>"), "{page}");
        assert!(page.contains("250人次，要求至少500人次"), "{page}");
    }

    #[test]
    fn what_is_over_is_drawn_from_the_bound_to_the_value() {
        let page = drawn(whole(312, Some(312)), Required::Between { min: Exact::whole(100), max: Exact::whole(300) });
        assert!(page.contains("class=\"zone\" x=\"44\"") && page.contains("class=\"lack\" x=\"133\""), "{page}");
    }

    #[test]
    fn what_is_not_settled_is_drawn_as_such() {
        let page = drawn(whole(480, None), least(500));
        assert!(page.contains("class=\"maybe\" x=\"128\""), "{page}");
        assert!(!page.contains("pointer") && !page.contains("\"lack\""), "{page}");
        assert!(drawn(whole(100, Some(250)), least(500)).contains("class=\"lack\" x=\"67\""));
        let unknown = drawn(whole(-999_999_999, None), least(500));
        assert!(unknown.contains("<svg"), "{unknown}");
    }

    #[test]
    fn a_value_far_beyond_points_out_of_the_drawing() {
        assert!(drawn(whole(1_000_000_000_000, Some(1_000_000_000_000)), least(500)).contains("230,3 240,10"));
        assert!(drawn(whole(-5000, Some(-5000)), least(500)).contains("10,3 0,10"));
    }

    #[test]
    fn a_bound_of_zero_can_be_drawn_and_what_is_no_number_is_not() {
        let zero = Required::Most { value: Exact::zero(), strict: false };
        assert!(drawn(whole(0, Some(0)), zero.clone()).contains("<svg"));
        assert!(drawn(whole(3, Some(3)), zero).contains("class=\"lack\""));
        assert_eq!(drawn(Value::Unknown, least(500)), "");
        assert_eq!(drawn(whole(1, None), Required::TierUnknown), "");
    }

    #[test]
    fn a_rate_of_which_nothing_is_known_has_no_bar_of_its_value() {
        let mut result = criterion("growth", Verdict::Open);
        result.unit = Some(Unit::Percent);
        result.measured = Some(whole(-999_991, Some(1_000_008)));
        // from -18 to 18: the floor of 10 stands at 187
        result.required = Some(least(10));
        let page = |result: &CriterionResult| {
            let mut markup = Markup::default();
            bar(&mut markup, result, Lang::Zh);
            markup.finish()
        };
        let unknown = page(&result);
        assert!(unknown.contains("class=\"zone\" x=\"187\""), "{unknown}");
        assert!(!unknown.contains("\"value\"") && !unknown.contains("\"lack\""), "{unknown}");
        result.measured = Some(whole(5, Some(5)));
        let known = page(&result);
        assert!(known.contains("\"value\"") && known.contains("\"lack\""), "{known}");
    }

    #[test]
    fn a_bound_below_zero_has_the_scale_of_one_above() {
        // from -18 to 8: the floor of -10 stands at 74, -15 at 28, zero at 166
        let page = drawn(whole(-15, Some(-15)), least(-10));
        assert!(page.contains("class=\"lack\" x=\"28\" y=\"5\" width=\"46\""), "{page}");
        assert!(page.contains("class=\"value\" x=\"28\" y=\"6\" width=\"138\""), "{page}");
    }
}
