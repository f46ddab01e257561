//! Weaves the mutants of a file into its text, each behind a switch, and remembers where each stands, so that what the
//! compiler refuses can be taken out again.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::listed::{Genre, Mutant, Span};
use super::site::{Site, Sites, Way};

/// A woven file.
#[derive(Default)]
pub struct Woven {
    /// The text.
    pub text: String,
    /// Where the text of a mutant stands, by its number.
    own: Vec<(Range<usize>, u32)>,
    /// Where a site stands, with its mutants.
    whole: Vec<(Range<usize>, Vec<u32>)>,
}

impl Woven {
    /// The mutants whose own text holds a byte.
    pub fn at(&self, byte: usize) -> BTreeSet<u32> {
        self.own.iter().filter(|(range, _)| range.contains(&byte)).map(|(_, number)| *number).collect()
    }

    /// The mutants of the narrowest site around a byte.
    pub fn around(&self, byte: usize) -> BTreeSet<u32> {
        let around = self.whole.iter().filter(|(range, _)| range.contains(&byte));
        around
            .min_by_key(|(range, _)| range.len())
            .map(|(_, numbers)| numbers.iter().copied().collect())
            .unwrap_or_default()
    }
}

/// A site and the mutants that change it.
struct Change<'a> {
    site: Site,
    mutants: Vec<(u32, &'a Mutant)>,
}

/// Weaves mutants into the text of their file; those of which no site is known are left out and given back.
pub fn weave(text: &str, sites: &Sites, mutants: &[(u32, &Mutant)]) -> (Woven, Vec<u32>) {
    let mut by_site: BTreeMap<(usize, std::cmp::Reverse<usize>, Way), Change<'_>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (number, mutant) in mutants {
        let Some(site) = sites.get(&(mutant.genre, mutant.span)) else {
            unknown.push(*number);
            continue;
        };
        let key = (site.start, std::cmp::Reverse(site.end), site.way);
        by_site
            .entry(key)
            .or_insert_with(|| Change { site: site.clone(), mutants: Vec::new() })
            .mutants
            .push((*number, mutant));
    }
    let changes: Vec<Change<'_>> = by_site.into_values().collect();
    let mut woven = Woven::default();
    copy(text, 0..text.len(), &changes, &mut woven);
    (woven, unknown)
}

/// Copies a part of the text with the changes in it, which stand in order, the outer before the inner.
fn copy(text: &str, part: Range<usize>, changes: &[Change<'_>], woven: &mut Woven) {
    let mut at = part.start;
    let mut rest = changes;
    while let Some((change, others)) = rest.split_first() {
        let Site { start, end, way } = change.site;
        let inner = others.iter().take_while(|other| other.site.end <= end && other.site.start < end).count();
        let (within, after) = others.split_at_checked(inner).unwrap_or((others, &[]));
        woven.text.push_str(text.get(at..start).unwrap_or_default());
        let from = woven.text.len();
        match way {
            Way::Body | Way::Iterator => {
                let some = matches!(way, Way::Iterator);
                for (place, (number, mutant)) in change.mutants.iter().enumerate() {
                    let value = match mutant.replacement.as_str() {
                        "" => "()",
                        value => value,
                    };
                    let chosen = if some { chosen(place, value) } else { value.to_owned() };
                    behind(woven, *number, &format!("return {chosen};"));
                    woven.text.push(' ');
                }
                if some {
                    let rights = "crate::mutant_switch::Either::Right(".repeat(change.mutants.len());
                    woven.text.push_str(&format!("{rights}{{"));
                }
                copy(text, start..end, within, woven);
                if some {
                    woven.text.push('}');
                    woven.text.push_str(&")".repeat(change.mutants.len()));
                }
            }
            Way::Expression => {
                woven.text.push('(');
                for (number, mutant) in &change.mutants {
                    behind(woven, *number, &replaced(text, start..end, mutant));
                    woven.text.push_str(" else ");
                }
                woven.text.push_str("{ ");
                copy(text, start..end, within, woven);
                woven.text.push_str(" })");
            }
            Way::Arm => {
                for (number, _) in &change.mutants {
                    woven.text.push_str(&format!(" if !crate::mutant_switch::on({number})"));
                    woven.own.push((from..woven.text.len(), *number));
                }
            }
        }
        woven.whole.push((from..woven.text.len(), change.mutants.iter().map(|(number, _)| *number).collect()));
        at = end;
        rest = after;
    }
    woven.text.push_str(text.get(at..part.end).unwrap_or_default());
}

/// One more switch with what stands behind it.
fn behind(woven: &mut Woven, number: u32, code: &str) {
    woven.text.push_str(&format!("if crate::mutant_switch::on({number}) {{ "));
    let from = woven.text.len();
    woven.text.push_str(code);
    woven.own.push((from..woven.text.len(), number));
    woven.text.push_str(" }");
}

/// The value of the mutant in this place, as the one kind of iterator that all of them and the function's own are put into.
fn chosen(place: usize, value: &str) -> String {
    let rights = "crate::mutant_switch::Either::Right(".repeat(place);
    format!("{rights}crate::mutant_switch::Either::Left({value}){}", ")".repeat(place))
}

/// A part of the text with the mutant in it.
fn replaced(text: &str, part: Range<usize>, mutant: &Mutant) -> String {
    let Span { start, end } = mutant.span;
    let [from, to] = [start, end].map(|position| position.byte_in(text));
    let before = text.get(part.start..from).unwrap_or_default();
    let after = text.get(to..part.end).unwrap_or_default();
    match mutant.genre {
        Genre::MatchArmGuard => mutant.replacement.clone(),
        _ => format!("{before}{}{after}", mutant.replacement),
    }
}

#[cfg(test)]
mod tests {
    use super::super::site::sites;
    use super::*;
    use crate::prove::mutants::listed::Position;

    fn mutant(genre: Genre, [from, to]: [usize; 2], replacement: &str) -> Mutant {
        let at = |column| Position { line: 1, column };
        let span = Span { start: at(from), end: at(to) };
        let (file, change, code) = (String::new(), String::new(), String::new());
        Mutant { file, change, line: 1, code, span, replacement: replacement.to_owned(), genre }
    }

    fn woven(text: &str, mutants: &[Mutant]) -> (String, Woven, Vec<u32>) {
        let numbered: Vec<(u32, &Mutant)> = (0u32..).zip(mutants).collect();
        let (woven, unknown) = weave(text, &sites(text).unwrap(), &numbered);
        (woven.text.replace("crate::mutant_switch::", ""), woven, unknown)
    }

    #[test]
    fn each_change_stands_behind_its_switch_and_the_inner_in_what_the_outer_leaves() {
        let text = "fn f() -> bool { a < b && !c }";
        let mutants = [
            mutant(Genre::FnValue, [18, 29], "true"),
            mutant(Genre::BinaryOperator, [24, 26], "||"),
            mutant(Genre::BinaryOperator, [20, 21], "<="),
            mutant(Genre::UnaryOperator, [27, 28], ""),
        ];
        let (shown, woven, unknown) = woven(text, &mutants);
        assert_eq!(
            shown,
            "fn f() -> bool { if on(0) { return true; } (if on(1) { a < b || !c } else { \
             (if on(2) { a <= b } else { a < b }) && (if on(3) { c } else { !c }) }) }"
        );
        assert!(unknown.is_empty() && syn::parse_file(&woven.text).is_ok());
        let at = woven.text.find("a <= b").unwrap();
        assert_eq!(woven.at(at), BTreeSet::from([2]));
        assert_eq!(woven.around(woven.text.find("!c })").unwrap()), BTreeSet::from([3]));
    }

    #[test]
    fn arms_guards_and_iterators_are_switched_and_what_has_no_site_is_given_back() {
        let arm = "fn f() { match a { 1 => b(), _ => c() } }";
        let (shown, ..) = woven(arm, &[mutant(Genre::MatchArm, [20, 29], "")]);
        assert!(shown.contains("1 if !on(0) => b(),"), "{shown}");
        let guard = "fn f() { match a { x if x.y() => b(), _ => c() } }";
        let both = [mutant(Genre::MatchArmGuard, [25, 30], "true"), mutant(Genre::MatchArmGuard, [25, 30], "false")];
        let (shown, ..) = woven(guard, &both);
        assert!(shown.contains("if (if on(0) { true } else if on(1) { false } else { x.y() }) =>"), "{shown}");
        let some = "fn f() -> impl Iterator<Item = u8> { a() }";
        let (shown, ..) = woven(some, &[mutant(Genre::FnValue, [38, 41], "empty()")]);
        assert!(shown.contains("{ if on(0) { return Either::Left(empty()); } Either::Right({a()}) }"), "{shown}");
        let constant = "const A: bool = 1 < 2;";
        assert_eq!(woven(constant, &[mutant(Genre::BinaryOperator, [19, 20], ">")]).2, [0]);
    }
}
