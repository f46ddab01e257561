//! What a dossier's figures shall come to: one field a figure that an indicator looks at.

use eken_core::model::CountyTier;

use crate::chance::Chance;

/// The figures. Counts are whole; areas are in hundredths of a square metre, money in fen, rates in hundredths of a per cent.
#[derive(Clone, Debug)]
pub(crate) struct Goals {
    pub(crate) scheme_and_plan: i64,
    pub(crate) industries: i64,
    pub(crate) chains: i64,
    pub(crate) leading: i64,
    pub(crate) reward: i64,
    pub(crate) pavilions: i64,
    pub(crate) finance: i64,
    pub(crate) own_brands: i64,
    pub(crate) products: i64,
    pub(crate) regime: i64,
    pub(crate) exhibitions: i64,
    pub(crate) training_area: i64,
    pub(crate) person_times: i64,
    pub(crate) experts: i64,
    pub(crate) leaders: i64,
    pub(crate) influencers: i64,
    pub(crate) contests: i64,
    pub(crate) service_area: i64,
    pub(crate) display_area: i64,
    pub(crate) logistics_area: i64,
    pub(crate) streamlining: i64,
    pub(crate) publicity: i64,
    pub(crate) sound_fields: i64,
    pub(crate) duties: i64,
    pub(crate) fund_measures: i64,
    pub(crate) output: i64,
    pub(crate) output_before: i64,
    pub(crate) city_growth: i64,
    pub(crate) site_area: i64,
    pub(crate) floor_area: i64,
    pub(crate) investment: i64,
    pub(crate) retail: i64,
    pub(crate) retail_before: i64,
    pub(crate) legal_units: i64,
    pub(crate) research: i64,
    pub(crate) telecom: i64,
}

/// Members of the leading group.
pub(crate) const MEMBERS: i64 = 8;

impl Goals {
    /// Figures that reach every indicator, by a margin that the seed chooses.
    pub(crate) fn reached(tier: CountyTier, seed: u64) -> Self {
        let mut chance = Chance::new(seed, "goals");
        let mut between = |least: u64, most: u64| i64::try_from(chance.whole(least, most)).unwrap_or_default();
        // in ten thousand yuan: output, investment, online retail
        let (output, investment, retail) = match tier {
            CountyTier::PilotDemonstration => ((21_000, 29_000), (31_000, 42_000), (5_200, 7_800)),
            CountyTier::GeneralPromotion => ((15_800, 21_000), (20_600, 29_000), (3_200, 4_900)),
            _ => ((10_600, 14_800), (10_400, 15_500), (2_100, 3_300)),
        };
        let mut money = |(least, most): (u64, u64)| between(least, most).saturating_mul(1_000_000);
        let (output, investment, retail) = (money(output), money(investment), money(retail));
        let mut area =
            |least: u64, most: u64| between(least.saturating_mul(2), most.saturating_mul(2)).saturating_mul(50);
        let areas = [(120, 420), (1_050, 1_900), (130, 290), (540, 1_600), (900_000, 3_600_000), (180_000, 420_000)];
        let [training_area, service_area, display_area, logistics_area, site_area, floor_area] =
            areas.map(|(least, most)| area(least, most));
        let (output_growth, retail_growth) = (between(900, 1_350), between(1_100, 2_200));
        let (output_before, output) = grown(output, output_growth);
        let (retail_before, retail) = grown(retail, retail_growth);
        Self {
            scheme_and_plan: 2,
            industries: between(1, 2),
            chains: between(1, 2),
            leading: between(5, 6),
            reward: 1,
            pavilions: 1,
            finance: between(1, 2),
            own_brands: between(5, 6),
            products: between(6, 9),
            regime: 1,
            exhibitions: between(1, 2),
            training_area,
            person_times: between(505, 560),
            experts: between(5, 6),
            leaders: between(5, 6),
            influencers: between(5, 6),
            contests: 1,
            service_area,
            display_area,
            logistics_area,
            streamlining: 1,
            publicity: between(2, 3),
            sound_fields: 5,
            duties: MEMBERS,
            fund_measures: 1,
            output,
            output_before,
            city_growth: between(420, 640),
            site_area,
            floor_area,
            investment,
            retail,
            retail_before,
            legal_units: between(10, 12),
            research: 1,
            telecom: 1,
        }
    }
}

/// Two years' amounts of which the later is near the one given and grew by exactly so many hundredths of a per cent.
pub(crate) fn grown(near: i64, growth: i64) -> (i64, i64) {
    let parts = growth.saturating_add(10_000);
    // a multiple of ten thousand yuan, so that the growth comes out to the fen
    let before = near.saturating_mul(10_000).checked_div(parts.saturating_mul(1_000_000)).unwrap_or_default();
    (before.saturating_mul(1_000_000), before.saturating_mul(100).saturating_mul(parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_comes_out_exactly() {
        let (before, after) = grown(2_000_000_000, 1_001);
        assert_eq!(before % 1_000_000, 0);
        assert_eq!((after - before) * 10_000, before * 1_001);
        assert!((2_000_000_000 - after).abs() < 2_000_000);
    }

    #[test]
    fn the_same_seed_gives_the_same_figures_and_another_gives_others() {
        let figures = |seed| format!("{:?}", Goals::reached(CountyTier::KeyAssistance, seed));
        assert_eq!(figures(1), figures(1));
        assert_ne!(figures(1), figures(2));
    }
}
