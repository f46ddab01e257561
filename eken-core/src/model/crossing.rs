//! Whether a ring meets itself: a sweep over its edges in n log n comparisons, all of them exact.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::geometry::Position;

/// A position in units of 10⁻¹⁵ degree: east first, so that the order of points is the order of the sweep.
type Point = (i128, i128);

/// Decimals of a degree that a geometry holds.
const PLACES: u32 = 15;

/// The first two edges found to cross or touch where they should not, by their place in the ring from 0. Positions that
/// follow each other and are the same count once. `None` for a simple ring.
pub(super) fn crossing(ring: &[Position]) -> Option<(usize, usize)> {
    let mut points: Vec<(usize, Point)> = Vec::with_capacity(ring.len());
    for (index, (longitude, latitude)) in ring.iter().enumerate() {
        let point = (fixed(longitude), fixed(latitude));
        if points.last().is_none_or(|(_, last)| *last != point) {
            points.push((index, point));
        }
    }
    while points.len() > 1 && points.first().map(|(_, point)| point) == points.last().map(|(_, point)| point) {
        points.pop();
    }
    if let Some(pair) = met_twice(&points) {
        return Some(pair);
    }
    let ends = points.iter().skip(1).chain(points.first());
    let edges: Vec<Edge> = points
        .iter()
        .zip(ends)
        .map(|((index, a), (_, b))| Edge { index: *index, first: *a.min(b), last: *a.max(b) })
        .collect();
    sweep(&edges)
}

fn fixed(degrees: &rust_decimal::Decimal) -> i128 {
    let factor = 10i128.saturating_pow(PLACES.saturating_sub(degrees.scale()));
    degrees.mantissa().saturating_mul(factor)
}

/// Two vertices at one point: the edges that begin there.
fn met_twice(points: &[(usize, Point)]) -> Option<(usize, usize)> {
    let mut seen: BTreeMap<Point, usize> = BTreeMap::new();
    points.iter().find_map(|(index, point)| seen.insert(*point, *index).map(|first| (first, *index)))
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Edge {
    index: usize,
    first: Point,
    last: Point,
}

impl Edge {
    /// On which side of the edge, looked at from its first point to its last, a point lies: `Greater` above it, `Equal` in
    /// line with it.
    fn side(&self, point: Point) -> Ordering {
        let (dx, dy) = minus(self.last, self.first);
        let (x, y) = minus(point, self.first);
        // coordinates are below 2·10¹⁷, so the products stay below 10³⁶
        dx.saturating_mul(y).cmp(&dy.saturating_mul(x))
    }

    /// Whether two edges meet anywhere but at an end that both have, or run back along each other from it.
    fn meets(&self, other: &Self) -> bool {
        let shared = [self.first, self.last].into_iter().find(|end| *end == other.first || *end == other.last);
        match shared {
            Some(end) => {
                let far = |edge: &Self| if edge.first == end { edge.last } else { edge.first };
                let same_way = (far(self) < end) == (far(other) < end);
                self.side(far(other)) == Ordering::Equal && same_way
            }
            None => {
                let apart = |a: Ordering, b: Ordering| a == b && a != Ordering::Equal;
                let in_line = self.side(other.first) == Ordering::Equal && self.side(other.last) == Ordering::Equal;
                if in_line {
                    self.first <= other.last && other.first <= self.last
                } else {
                    !apart(self.side(other.first), self.side(other.last))
                        && !apart(other.side(self.first), other.side(self.last))
                }
            }
        }
    }
}

fn minus(a: Point, b: Point) -> Point {
    (a.0.saturating_sub(b.0), a.1.saturating_sub(b.1))
}

/// An edge among those that the sweep line cuts, ordered from south to north. The order of two edges that do not meet is the
/// same wherever both are cut, and the sweep ends with the first two that meet.
#[derive(Clone, Copy, Debug)]
struct Cut<'e>(&'e Edge);

impl Ord for Cut<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, two) = (self.0, other.0);
        if one.index == two.index {
            return Ordering::Equal;
        }
        // where the later one begins; from one point, where it leads
        let side = |early: &Edge, late: &Edge| early.side(late.first).then_with(|| early.side(late.last));
        let order = if one.first <= two.first { side(one, two).reverse() } else { side(two, one) };
        order.then_with(|| one.index.cmp(&two.index))
    }
}

impl PartialOrd for Cut<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Cut<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Cut<'_> {}

/// Shamos and Hoey's sweep: edges that cross are neighbours somewhere, so only neighbours are compared.
fn sweep(edges: &[Edge]) -> Option<(usize, usize)> {
    let mut events: Vec<(Point, bool, &Edge)> =
        edges.iter().flat_map(|edge| [(edge.first, true, edge), (edge.last, false, edge)]).collect();
    // at one point what ends goes first
    events.sort_by_key(|(point, begins, edge)| (*point, *begins, edge.index));
    let mut cut: BTreeSet<Cut<'_>> = BTreeSet::new();
    events.into_iter().find_map(|(_, begins, edge)| {
        let edge = Cut(edge);
        let below = cut.range(..edge).next_back().copied();
        let above = cut.range((Bound::Excluded(edge), Bound::Unbounded)).next().copied();
        let pairs = if begins {
            cut.insert(edge);
            [below.zip(Some(edge)), above.zip(Some(edge))]
        } else {
            cut.remove(&edge);
            [below.zip(above), None]
        };
        let met = pairs.into_iter().flatten().find(|(one, other)| one.0.meets(other.0));
        met.map(|(one, other)| (one.0.index.min(other.0.index), one.0.index.max(other.0.index)))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::*;

    fn ring(points: &[(i64, i64)]) -> Vec<Position> {
        points.iter().map(|(x, y)| (Decimal::new(*x, 3), Decimal::new(*y, 4))).collect()
    }

    fn of(points: &[(i64, i64)]) -> Option<(usize, usize)> {
        crossing(&ring(points))
    }

    #[test]
    fn simple_rings_do_not_meet_themselves() {
        assert_eq!(of(&[(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]), None);
        // not convex, with upright edges, a vertex in line with its neighbours and one written twice
        assert_eq!(of(&[(0, 0), (2, 0), (4, 0), (4, 4), (4, 4), (3, 4), (3, 1), (1, 1), (1, 4), (0, 4), (0, 0)]), None);
    }

    #[test]
    fn one_position_many_times_is_no_ring_that_meets_itself() {
        assert_eq!([of(&[]), of(&[(1, 1)]), of(&[(1, 1), (1, 1), (1, 1)])], [None; 3]);
    }

    #[test]
    fn edges_in_one_line_meet_where_they_have_a_point_in_common() {
        let edge = |first: i128, last: i128| Edge { index: 0, first: (first, first), last: (last, last) };
        for (one, other, meet) in [((0, 2), (3, 5), false), ((0, 3), (2, 5), true), ((0, 5), (2, 3), true)] {
            let (one, other) = (edge(one.0, one.1), edge(other.0, other.1));
            assert_eq!([one.meets(&other), other.meets(&one)], [meet; 2], "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_bow_tie_a_touching_vertex_and_a_spike_are_found() {
        assert_eq!(of(&[(0, 0), (4, 4), (4, 0), (0, 4), (0, 0)]), Some((0, 2)));
        // a vertex on an edge
        assert_eq!(of(&[(0, 0), (4, 0), (4, 4), (2, 0), (0, 4), (0, 0)]), Some((0, 3)));
        // a vertex met twice
        assert_eq!(of(&[(0, 0), (2, 2), (4, 0), (4, 4), (2, 2), (0, 4), (0, 0)]), Some((1, 4)));
        // there and back
        assert!(of(&[(0, 0), (4, 0), (4, 4), (4, 6), (4, 4), (0, 4), (0, 0)]).is_some());
        assert!(of(&[(0, 0), (4, 0), (6, 0), (5, 0), (5, 4), (0, 0)]).is_some());
        assert!(of(&[(0, 0), (1, 1), (2, 2), (0, 0)]).is_some());
    }

    /// Every pair of edges compared.
    fn plainly(points: &[(i64, i64)]) -> bool {
        let mut points: Vec<Point> = ring(points).iter().map(|(x, y)| (fixed(x), fixed(y))).collect();
        points.dedup();
        while points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        let next = |at: usize| *points.iter().cycle().nth(at.saturating_add(1)).unwrap();
        let edges: Vec<Edge> = (0..points.len())
            .map(|at| Edge { index: at, first: points[at].min(next(at)), last: points[at].max(next(at)) })
            .collect();
        let mut vertices = points.clone();
        vertices.sort_unstable();
        vertices.dedup();
        vertices.len() < points.len()
            || (0..edges.len()).any(|one| (0..one).any(|other| edges[one].meets(&edges[other])))
    }

    proptest! {
        #[test]
        fn the_sweep_finds_what_comparing_every_pair_finds(
            points in prop::collection::vec((0i64..12, 0i64..12), 3..16)
        ) {
            prop_assert_eq!(of(&points).is_some(), plainly(&points), "{:?}", points);
        }

        #[test]
        fn stars_around_a_centre_are_simple(radii in prop::collection::vec(1i64..50, 8)) {
            let ways = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)];
            let points: Vec<(i64, i64)> = ways.iter().zip(&radii).map(|((x, y), r): (&(i64, i64), &i64)| (x.saturating_mul(*r), y.saturating_mul(*r))).collect();
            prop_assert_eq!(of(&points), None);
        }
    }
}
