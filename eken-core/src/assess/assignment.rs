//! Assignments: each demand served by something of its own.

use std::collections::BTreeSet;

/// The largest assignment of an own thing to each demand, as (thing, demand), by augmenting paths. `options` holds for each
/// demand what may serve it.
pub(super) fn assign(options: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let mut assigned = Vec::new();
    for demand in 0..options.len() {
        augment(options, demand, &mut assigned, &mut BTreeSet::new());
    }
    assigned
}

fn augment(
    options: &[Vec<usize>],
    demand: usize,
    assigned: &mut Vec<(usize, usize)>,
    tried: &mut BTreeSet<usize>,
) -> bool {
    for thing in options.get(demand).into_iter().flatten() {
        if !tried.insert(*thing) {
            continue;
        }
        let holder = assigned.iter().find(|(held, _)| held == thing).map(|(_, demand)| *demand);
        if holder.is_none_or(|holder| augment(options, holder, assigned, tried)) {
            assigned.retain(|(held, served)| held != thing && *served != demand);
            assigned.push((*thing, demand));
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::assign;

    #[test]
    fn the_largest_assignment_is_found() {
        assert_eq!(assign(&[vec![0, 1], vec![0]]).len(), 2);
        assert_eq!(assign(&[vec![0], vec![0, 1], vec![1, 2]]).len(), 3);
        assert_eq!(assign(&[vec![0], vec![0], vec![]]).len(), 1);
    }
}
