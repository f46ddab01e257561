//! The area of a ring on the ellipsoid, in fixed-point numbers.
//!
//! Edges are straight in longitude and latitude, as RFC 7946 has them. The area between the equator and such an edge is
//! `Δλ` times the mean of `b² S(φ)` along it, where `S(φ) = Σ (k+1)/(2k+1) e²ᵏ sin²ᵏ⁺¹φ` is the area of a zone of the
//! ellipsoid a radian wide; the mean is taken by Simpson's rule. The ellipsoid is that of CGCS2000; WGS 84 differs from it
//! by less than 10⁻¹⁰ of an area. Eighteen decimals are carried, so that the error is below a square centimetre a vertex;
//! Simpson's rule adds less than 10⁻⁹ of the area for edges up to a degree. Along a geodesic instead, an edge of a kilometre
//! that runs east and west at 35° would take in some 10 m² more or less.

use super::geometry::Position;
use crate::quantity::Exact;

/// One, in fixed point.
const ONE: i128 = 1_000_000_000_000_000_000;
/// Decimals carried.
const PLACES: u32 = 18;
/// π ÷ 180.
const RADIAN: i128 = 17_453_292_519_943_296;
/// Square of the first eccentricity of the CGCS2000 ellipsoid.
const ECCENTRICITY_SQUARED: i128 = 6_694_380_022_900_788;
/// Square of its semi-minor axis in 10⁻⁴ m².
const MINOR_AXIS_SQUARED: i128 = 404_082_999_833_287_693;
/// What that is counted in.
const MINOR_AXIS_UNITS: i128 = 10_000;

/// The area in m² that a ring encloses, whichever way round it runs. A ring that is not closed is closed by an edge from its
/// last position to its first.
pub(super) fn area(ring: &[Position]) -> Exact {
    let points: Vec<(i128, i128)> =
        ring.iter().map(|(longitude, latitude)| (fixed(longitude), fixed(latitude))).collect();
    let ends = points.iter().skip(1).chain(points.first());
    let mut sum = 0i128;
    for ((west, south), (east, north)) in points.iter().zip(ends) {
        let middle = south.saturating_add(*north).wrapping_div(2);
        let mean =
            zone(*south).saturating_add(zone(middle).saturating_mul(4)).saturating_add(zone(*north)).wrapping_div(6);
        sum = sum.saturating_add(times(radians(east.saturating_sub(*west)), mean));
    }
    let square = Exact::whole(sum.saturating_abs()).times(&Exact::whole(MINOR_AXIS_SQUARED));
    square.over(&Exact::whole(ONE.saturating_mul(MINOR_AXIS_UNITS))).unwrap_or_else(Exact::zero)
}

/// Degrees in fixed point. A geometry holds at most 15 decimals.
fn fixed(degrees: &rust_decimal::Decimal) -> i128 {
    let factor = 10i128.saturating_pow(PLACES.saturating_sub(degrees.scale()));
    degrees.mantissa().saturating_mul(factor)
}

fn radians(degrees: i128) -> i128 {
    times(degrees, RADIAN)
}

/// The product of two numbers in fixed point; a geometry's stay below 10³, far from where it would saturate.
fn times(a: i128, b: i128) -> i128 {
    a.saturating_mul(b).wrapping_div(ONE)
}

/// `S` of a latitude in degrees.
fn zone(latitude: i128) -> i128 {
    let sine = sine(radians(latitude));
    let step = times(ECCENTRICITY_SQUARED, times(sine, sine));
    let (mut power, mut sum) = (sine, 0i128);
    for k in 0..i128::from(PLACES) {
        if power == 0 {
            break;
        }
        let weight = power.saturating_mul(k.saturating_add(1)).checked_div(k.saturating_mul(2).saturating_add(1));
        sum = sum.saturating_add(weight.unwrap_or_default());
        power = times(power, step);
    }
    sum
}

/// The sine of an angle in radians, by its power series; at a right angle the 14th term is below the last decimal.
fn sine(angle: i128) -> i128 {
    let square = times(angle, angle);
    let (mut term, mut sum, mut next) = (angle, 0i128, 2i128);
    while term != 0 {
        sum = sum.saturating_add(term);
        let divisor = next.saturating_mul(next.saturating_add(1));
        term = times(term, square).checked_div(divisor).unwrap_or_default().saturating_neg();
        next = next.saturating_add(2);
    }
    sum
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    fn ring(points: &[(&str, &str)]) -> Vec<Position> {
        let number = |text: &&str| Decimal::from_str_exact(text).unwrap();
        points.iter().map(|(x, y)| (number(x), number(y))).collect()
    }

    fn cell(west: &str, south: &str, east: &str, north: &str) -> Vec<Position> {
        ring(&[(west, south), (east, south), (east, north), (west, north), (west, south)])
    }

    /// The area, to be within a part in 10¹⁰ (and 0.1 mm² for the least) of one that was computed apart, by numerical
    /// integration of the ellipsoid's radii of curvature with 40 digits.
    fn check(ring: &[Position], expected: &str) {
        let expected = Exact::decimal(Decimal::from_str_exact(expected).unwrap());
        let off = area(ring).minus(&expected);
        let off = if off.is_negative() { Exact::zero().minus(&off) } else { off };
        let bound = expected.over(&Exact::whole(10_000_000_000)).unwrap();
        assert!(off <= bound, "{:?} of {expected}", area(ring).rounded(6));
    }

    #[test]
    fn small_squares_at_several_latitudes_have_the_area_of_the_ellipsoid() {
        check(&cell("0", "0", "0.01", "0.01"), "1230907.2018069677924");
        check(&cell("111.65", "35.3", "111.66", "35.31"), "1009034.7925641690337");
        check(&cell("20", "60", "20.01", "60.01"), "621587.24345625069499");
        check(&cell("-70", "-80.01", "-69.99", "-80"), "216440.4576423072604");
    }

    #[test]
    fn a_degree_an_octant_and_a_triangle_are_right_too() {
        check(&cell("111", "35", "112", "36"), "10066275204.056283123");
        // an eighth of the earth: 510 065 621 718 491 m² in all
        check(&cell("0", "0", "90", "90"), "63758202714811.39958");
        check(&ring(&[("111.65", "35.30"), ("111.68", "35.30"), ("111.66", "35.33")]), "4540380.9251329695913");
    }

    #[test]
    fn the_way_round_and_the_closing_position_do_not_matter() {
        let closed = cell("111.65", "35.3", "111.66", "35.31");
        let mut back = closed.clone();
        back.reverse();
        assert_eq!(area(&back), area(&closed));
        assert_eq!(area(&closed[..4]), area(&closed));
        assert!(area(&closed[..2]).is_zero() && area(&[]).is_zero());
    }
}
