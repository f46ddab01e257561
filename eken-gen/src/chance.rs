//! Chance from a seed: SplitMix64 and xoshiro256**, whole numbers only, the same row on every machine.

/// SplitMix64 (Steele, Lea, Flood 2014): it spreads one seed over the state of another generator.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// FNV-1a of a text, 64 bits: a topic's share in a seed.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The seed of a numbered part of a whole, such as one dossier of a stream.
pub(crate) fn seed_of(seed: u64, part: u64) -> u64 {
    let mut first = SplitMix64(seed);
    SplitMix64(first.next() ^ part).next()
}

/// Chance: xoshiro256** (Blackman, Vigna 2018). Each topic of a seed has a row of its own, so that a change of one part of
/// the generator leaves the other parts as they were.
pub(crate) struct Chance([u64; 4]);

impl Chance {
    /// The row of a topic.
    pub(crate) fn new(seed: u64, topic: &str) -> Self {
        let mut mix = SplitMix64(seed ^ fnv(topic));
        Self(std::array::from_fn(|_| mix.next()))
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        let [a, b, c, d] = self.0;
        let out = b.wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let (c, d) = (c ^ a, d ^ b);
        let (b_next, a_next) = (b ^ c, a ^ d);
        self.0 = [a_next, b_next, c ^ (b << 17), d.rotate_left(45)];
        out
    }

    /// A number below a bound, by the high half of a product; the bias is below 2⁻⁴⁰ for the bounds used here.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        let product = u128::from(self.next()).wrapping_mul(u128::from(bound));
        u64::try_from(product >> 64).unwrap_or_default()
    }

    /// A number from least to most, both included.
    pub(crate) fn whole(&mut self, least: u64, most: u64) -> u64 {
        least.saturating_add(self.below(most.saturating_sub(least).saturating_add(1)))
    }

    /// A place in a list of so many.
    pub(crate) fn place(&mut self, count: usize) -> usize {
        usize::try_from(self.below(u64::try_from(count).unwrap_or(u64::MAX))).unwrap_or_default()
    }

    /// One of a list; the default of an empty one.
    pub(crate) fn one<T: Copy + Default>(&mut self, items: &[T]) -> T {
        items.get(self.place(items.len())).copied().unwrap_or_default()
    }

    /// Whether something of so many per cent happens.
    pub(crate) fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// A value moved up or down by at most so many per mille.
    pub(crate) fn vary(&mut self, value: u64, permille: u64) -> u64 {
        let factor = self.whole(1000u64.saturating_sub(permille), 1000u64.saturating_add(permille));
        value.saturating_mul(factor).checked_div(1000).unwrap_or_default()
    }

    /// Some places of a list of so many, in order (Knuth's algorithm S).
    pub(crate) fn some(&mut self, of: usize, count: usize) -> Vec<usize> {
        let mut left = count.min(of);
        let mut out = Vec::with_capacity(left);
        for place in 0..of {
            if self.place(of.saturating_sub(place)) < left {
                out.push(place);
                left = left.saturating_sub(1);
            }
        }
        out
    }

    /// So many hexadecimal digits in lower case, sixteen at a time.
    pub(crate) fn hex(&mut self, words: usize) -> String {
        (0..words).map(|_| format!("{:016x}", self.next())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_rows_are_met() {
        // SplitMix64 from 1234567, and the vector of the rand_xoshiro crate from the authors' C program
        let mut mix = SplitMix64(1_234_567);
        let row: [u64; 5] = std::array::from_fn(|_| mix.next());
        assert_eq!(
            row,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821
            ]
        );
        let mut chance = Chance([1, 2, 3, 4]);
        let row: [u64; 10] = std::array::from_fn(|_| chance.next());
        assert_eq!(
            row,
            [
                11520,
                0,
                1_509_978_240,
                1_215_971_899_390_074_240,
                1_216_172_134_540_287_360,
                607_988_272_756_665_600,
                16_172_922_978_634_559_625,
                8_476_171_486_693_032_832,
                10_595_114_339_597_558_777,
                2_904_607_092_377_533_576
            ]
        );
        // FNV-1a of "a" and "foobar" as its authors print them
        assert_eq!((fnv("a"), fnv("foobar")), (0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8));
    }

    #[test]
    fn numbers_stay_within_their_bounds() {
        let mut chance = Chance::new(7, "bounds");
        for _ in 0..1000 {
            assert!((3..=9).contains(&chance.whole(3, 9)));
            assert!((900..=1100).contains(&chance.vary(1000, 100)));
        }
        let some = chance.some(10, 4);
        assert!(some.len() == 4 && some.is_sorted() && some.iter().all(|place| *place < 10));
        assert_eq!((chance.some(3, 9).len(), chance.one::<u8>(&[]), chance.hex(4).len()), (3, 0, 64));
    }

    #[test]
    fn topics_and_seeds_have_rows_of_their_own() {
        let first = |seed, topic| Chance::new(seed, topic).next();
        assert_ne!(first(1, "a"), first(1, "b"));
        assert_ne!(first(1, "a"), first(2, "a"));
        assert_ne!(seed_of(1, 0), seed_of(1, 1));
    }
}
