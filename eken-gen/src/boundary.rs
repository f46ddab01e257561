//! The thresholds of the 28 indicators as this crate holds them, and figures put below, at and above them.
//!
//! They are stated here once more, beside the plan's data, on purpose: what tests the law must not move with it.

use eken_core::model::CountyTier;

use crate::chance::Chance;
use crate::goals::{Goals, MEMBERS, grown};
use crate::write::Hundredths;

/// Where a figure lies to its threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Position {
    /// By the least step below the least that is asked.
    Below,
    /// At it.
    At,
    /// By the least step above it; of a figure with a greatest value, above that one.
    Above,
    /// At the greatest that is asked.
    AtMost,
}

impl Position {
    /// The word for it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::At => "at",
            Self::Above => "above",
            Self::AtMost => "at_most",
        }
    }
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Whole things.
    One,
    /// Hundredths of a unit.
    Hundredth,
}

/// Where the figure of one indicator was put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landing {
    /// Indicator of the annex.
    pub indicator: &'static str,
    /// The figure that was moved.
    pub figure: &'static str,
    /// Where to.
    pub position: Position,
    /// Its value, as a decimal.
    pub value: String,
    /// The least that is asked, as a decimal.
    pub least: String,
    /// The most that is asked, where there is such a bound.
    pub most: Option<String>,
    /// Unit.
    pub unit: &'static str,
    /// Whether the indicator is met, all its figures considered, under the default readings.
    pub met: bool,
}

/// A figure of an indicator with what is asked of it.
pub(crate) struct Mark {
    indicator: &'static str,
    figure: &'static str,
    unit: &'static str,
    step: Step,
    least: fn(CountyTier) -> i64,
    most: Option<i64>,
    get: fn(&Goals) -> i64,
    set: fn(&mut Goals, i64),
}

macro_rules! count {
    ($indicator:literal $figure:literal $unit:literal $field:ident >= $least:expr) => {
        mark!($indicator $figure $unit One $field |_| $least, None)
    };
}

macro_rules! area {
    ($indicator:literal $figure:literal $field:ident >= $least:literal) => {
        mark!($indicator $figure "m2" Hundredth $field |_| $least * 100, None)
    };
    ($indicator:literal $figure:literal $field:ident in $least:literal, $most:literal) => {
        mark!($indicator $figure "m2" Hundredth $field |_| $least * 100, Some($most * 100))
    };
}

macro_rules! mark {
    ($indicator:literal $figure:literal $unit:literal $step:ident $field:ident $least:expr, $most:expr) => {
        Mark {
            indicator: $indicator,
            figure: $figure,
            unit: $unit,
            step: Step::$step,
            least: $least,
            most: $most,
            get: |goals| goals.$field,
            set: |goals, value| goals.$field = value,
        }
    };
}

/// Yuan by tier, in fen.
const fn by_tier(tier: CountyTier, pilot: i64, general: i64, key: i64) -> i64 {
    let yuan = match tier {
        CountyTier::PilotDemonstration => pilot,
        CountyTier::GeneralPromotion => general,
        _ => key,
    };
    yuan.saturating_mul(100)
}

/// Growth of an amount on the year before, in hundredths of a per cent.
fn growth(before: i64, after: i64) -> i64 {
    after.saturating_sub(before).saturating_mul(10_000).checked_div(before).unwrap_or_default()
}

/// The figures, in the order of the annex.
pub(crate) static MARKS: &[Mark] = &[
    count!("1" "scheme_and_plan" "item" scheme_and_plan >= 2),
    mark!("2" "industries" "item" One industries |_| 1, Some(3)),
    count!("3" "supply_chains" "item" chains >= 1),
    count!("4" "leading_enterprises" "item" leading >= 5),
    count!("5" "reward_measures" "item" reward >= 1),
    count!("6" "pavilions" "item" pavilions >= 1),
    count!("7" "finance_outlets" "item" finance >= 1),
    count!("8" "own_brands" "item" own_brands >= 5),
    count!("8" "online_products" "item" products >= 5),
    count!("9" "brand_regimes" "item" regime >= 1),
    count!("10" "brand_exhibitions" "item" exhibitions >= 1),
    area!("11" "training_area" training_area >= 100),
    count!("11" "training_person_times" "person-time" person_times >= 500),
    count!("12" "experts" "person" experts >= 5),
    count!("12" "business_leaders" "person" leaders >= 5),
    count!("13" "influencers" "person" influencers >= 5),
    count!("14" "contests" "item" contests >= 1),
    area!("15" "service_area" service_area >= 1000),
    area!("16" "display_area" display_area in 100, 300),
    area!("17" "logistics_area" logistics_area >= 500),
    count!("18" "streamlining_policies" "item" streamlining >= 1),
    count!("19" "publicity_activities" "item" publicity >= 2),
    count!("20" "sound_fields" "item" sound_fields >= 5),
    count!("21" "members_with_duties" "item" duties >= MEMBERS),
    count!("22" "fund_measures" "item" fund_measures >= 1),
    Mark {
        indicator: "23",
        figure: "gross_output",
        unit: "yuan",
        step: Step::Hundredth,
        least: |tier| by_tier(tier, 200_000_000, 150_000_000, 100_000_000),
        most: None,
        get: |goals| goals.output,
        set: |goals, value| {
            goals.output = value;
            goals.output_before = value.saturating_mul(10).checked_div(11).unwrap_or_default();
            goals.city_growth = 560;
        },
    },
    Mark {
        indicator: "23",
        figure: "output_growth_over_city",
        unit: "percentage-point",
        step: Step::Hundredth,
        least: |_| 200,
        most: None,
        get: |goals| growth(goals.output_before, goals.output).saturating_sub(goals.city_growth),
        set: |goals, value| {
            (goals.output_before, goals.output) = grown(goals.output, goals.city_growth.saturating_add(value));
        },
    },
    area!("24" "site_area" site_area in 500_000, 5_000_000),
    area!("24" "site_floor_area" floor_area >= 500_000),
    Mark {
        indicator: "25",
        figure: "investment",
        unit: "yuan",
        step: Step::Hundredth,
        least: |tier| by_tier(tier, 300_000_000, 200_000_000, 100_000_000),
        most: None,
        get: |goals| goals.investment,
        set: |goals, value| goals.investment = value,
    },
    Mark {
        indicator: "26",
        figure: "online_retail",
        unit: "yuan",
        step: Step::Hundredth,
        least: |tier| by_tier(tier, 50_000_000, 30_000_000, 20_000_000),
        most: None,
        get: |goals| goals.retail,
        set: |goals, value| {
            goals.retail = value;
            goals.retail_before = value.saturating_mul(100).checked_div(114).unwrap_or_default();
        },
    },
    Mark {
        indicator: "26",
        figure: "online_retail_growth",
        unit: "percent",
        step: Step::Hundredth,
        least: |_| 1_000,
        most: None,
        get: |goals| growth(goals.retail_before, goals.retail),
        set: |goals, value| (goals.retail_before, goals.retail) = grown(goals.retail, value),
    },
    count!("27" "legal_person_units" "item" legal_units >= 10),
    count!("28" "research_institutions" "item" research >= 1),
    count!("28" "telecom_outlets" "item" telecom >= 1),
];

impl Mark {
    fn meets(&self, goals: &Goals, tier: CountyTier) -> bool {
        let value = (self.get)(goals);
        value >= (self.least)(tier) && self.most.is_none_or(|most| value <= most)
    }

    fn shown(&self, value: i64) -> String {
        match self.step {
            Step::One => value.to_string(),
            Step::Hundredth => Hundredths(value).text(),
        }
    }
}

/// Whether an indicator is met: each of its figures is; of the site, either its area or its floor area.
fn met(indicator: &str, goals: &Goals, tier: CountyTier) -> bool {
    let meets = |mark: &Mark| mark.meets(goals, tier);
    let mut marks = MARKS.iter().filter(|mark| mark.indicator == indicator);
    match indicator {
        "24" => marks.any(meets),
        // the finance outlet of indicator 7 is one of the outlets of 28
        "28" => marks.all(meets) && met("7", goals, tier),
        _ => marks.all(meets),
    }
}

/// The indicators, each once, in order.
fn indicators() -> Vec<&'static str> {
    let mut out: Vec<&str> = MARKS.iter().map(|mark| mark.indicator).collect();
    out.dedup();
    out
}

/// Moves one figure of each indicator to its threshold; the seed chooses which figure and where to.
pub(crate) fn land(goals: &mut Goals, tier: CountyTier, seed: u64) -> Vec<Landing> {
    let mut chance = Chance::new(seed, "boundary");
    let mut moved = Vec::new();
    for indicator in indicators() {
        let marks: Vec<&Mark> = MARKS.iter().filter(|mark| mark.indicator == indicator).collect();
        let Some(mark) = marks.get(chance.place(marks.len())) else { continue };
        let mut positions = vec![Position::Below, Position::At, Position::Above];
        if mark.most.is_some() {
            positions.push(Position::AtMost);
        }
        let position = positions.get(chance.place(positions.len())).copied().unwrap_or(Position::At);
        let (least, most) = ((mark.least)(tier), mark.most);
        if mark.figure == "site_floor_area" {
            // either branch would do: the other one must not
            goals.site_area = 42_000_000;
        }
        let value = match position {
            Position::Below => least.saturating_sub(1),
            Position::At => least,
            Position::Above => most.unwrap_or(least).saturating_add(1),
            Position::AtMost => most.unwrap_or(least),
        };
        (mark.set)(goals, value);
        moved.push((*mark, position));
    }
    let landing = |(mark, position): (&'static Mark, Position)| Landing {
        indicator: mark.indicator,
        figure: mark.figure,
        position,
        value: mark.shown((mark.get)(goals)),
        least: mark.shown((mark.least)(tier)),
        most: mark.most.map(|most| mark.shown(most)),
        unit: mark.unit,
        met: met(mark.indicator, goals, tier),
    };
    moved.into_iter().map(landing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_indicator_has_a_figure_and_reached_goals_reach_it() {
        let numbers: Vec<String> = (1..=28).map(|number| number.to_string()).collect();
        assert_eq!(indicators(), numbers);
        for tier in [CountyTier::PilotDemonstration, CountyTier::GeneralPromotion, CountyTier::KeyAssistance] {
            for seed in 0..200 {
                let goals = Goals::reached(tier, seed);
                let short: Vec<_> = indicators().into_iter().filter(|each| !met(each, &goals, tier)).collect();
                assert!(short.is_empty(), "{tier:?} {seed}: {short:?} {goals:?}");
            }
        }
    }

    #[test]
    fn a_figure_lands_where_it_is_said_to() {
        let tier = CountyTier::GeneralPromotion;
        for seed in 0..300 {
            let mut goals = Goals::reached(tier, seed);
            for landing in land(&mut goals, tier, seed) {
                let mark = MARKS.iter().find(|mark| mark.figure == landing.figure).unwrap();
                let value = (mark.get)(&goals);
                assert_eq!(landing.value, mark.shown(value), "{landing:?}");
                let least = (mark.least)(tier);
                let expected = match landing.position {
                    Position::Below => least - 1,
                    Position::At => least,
                    Position::AtMost => mark.most.unwrap(),
                    Position::Above => mark.most.unwrap_or(least) + 1,
                };
                assert_eq!(value, expected, "{landing:?}");
            }
        }
    }

    #[test]
    fn every_figure_lands_below_at_and_above_under_some_seed() {
        let mut seen = std::collections::BTreeSet::new();
        for seed in 0..300 {
            let tier = CountyTier::KeyAssistance;
            for landing in land(&mut Goals::reached(tier, seed), tier, seed) {
                seen.insert((landing.figure, landing.position));
            }
        }
        let bounded = MARKS.iter().filter(|mark| mark.most.is_some()).count();
        assert_eq!(seen.len(), MARKS.len() * 3 + bounded);
    }
}
