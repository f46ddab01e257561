//! What holds of every text: nothing is lost on the way through, nothing makes the reader panic.

use eken_core::json::{Reader, Tree, canonical, digest};
use eken_core::limits::Limits;
use eken_core::model::kind::Value;
use eken_core::parse::{Parsed, parse};
use eken_tests::documents::{Built, Expect, document, put};
use eken_tests::random::Random;

const DOCUMENTS: u64 = 300;

fn read(text: &str) -> Option<Parsed> {
    parse(text.as_bytes(), &Limits::default()).ok()
}

#[test]
fn what_is_written_out_reads_as_the_same_dossier() {
    for index in 0..DOCUMENTS {
        let Some(first) = read(&document(7, index).text) else { continue };
        let tree = first.dossier().tree();
        for text in [tree.to_text(), tree.to_pretty()] {
            let second = read(&text).expect("what was written is readable");
            assert_eq!(second.dossier(), first.dossier(), "document {index}");
            assert_eq!(second.dossier().tree().to_text(), tree.to_text(), "document {index}");
            assert_eq!(digest(&second.dossier().tree()), digest(&tree), "document {index}");
            assert_eq!(codes(&second), codes(&first), "document {index}");
        }
    }
}

fn codes(parsed: &Parsed) -> Vec<(&'static str, String)> {
    let mut codes: Vec<_> = parsed.findings().iter().map(|finding| (finding.code(), finding.pointer.clone())).collect();
    codes.sort();
    codes
}

#[test]
fn a_faulty_value_comes_back_as_it_was_written() {
    let mut kept = 0usize;
    for index in 0..DOCUMENTS.saturating_mul(5) {
        let document = document(8, index);
        let Some(parsed) = read(&document.text) else { continue };
        let out = parsed.dossier().tree();
        for change in &document.changes {
            if change.class.expect == Expect::Refused && change.site.path.len() > 1 {
                let pointer = change.site.pointer();
                let (written, back) = (document.tree.at(&pointer), out.at(&pointer));
                assert_eq!(back.map(canonical), written.map(canonical), "{} at {pointer}", change.class.name);
                kept += 1;
            }
        }
    }
    assert!(kept > 500, "{kept}");
}

#[test]
fn order_and_spelling_of_numbers_leave_the_canonical_bytes_alone() {
    for index in 0..DOCUMENTS {
        let Built { mut tree, .. } = Built::new(&mut Random::new(index));
        let before = canonical(&tree);
        reverse(&mut tree);
        assert_eq!(canonical(&tree), before, "document {index}");
        put(&mut tree, &[], Tree::Number("1.50e1".into())).expect("the root");
        assert_eq!(canonical(&tree), "15");
    }
}

fn reverse(tree: &mut Tree) {
    match tree {
        Tree::Object(members) => {
            members.reverse();
            members.iter_mut().for_each(|(_, value)| reverse(value));
        }
        Tree::Array(items) => items.iter_mut().for_each(reverse),
        _ => {}
    }
}

/// A small dossier with a value of each kind of JSON in it.
const SMALL: &str = "{\"schema_version\":1,\"as_of\":\"2023-12-31\",\"town\":{\"name\":\"e\u{9547}\u{1f600}\\u4e61\\n\",\"site\":{\"area\":{\"value\":\"12.50\",\"status\":\"final\"},\"core_area\":1e2,\"boundary\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,1],[2,2],[1,1]]]}}},\"entities\":{\"complete\":true,\"items\":[{\"id\":\"E1\",\"legal_person\":false,\"sales\":[{\"month\":\"2023-05\",\"amount\":{\"missing\":\"withheld\"}}],\"x\":null}]}}";

#[test]
fn no_prefix_of_a_dossier_makes_the_reader_panic() {
    assert!(read(SMALL).is_some_and(|parsed| parsed.findings().len() == 1));
    for end in 0..SMALL.len() {
        assert!(parse(&SMALL.as_bytes()[..end], &Limits::default()).is_err(), "the first {end} bytes are no dossier");
    }
}

#[test]
fn no_flipped_bit_makes_the_reader_panic() {
    let mut read = 0usize;
    for at in 0..SMALL.len() {
        for bit in 0..8 {
            let mut bytes = SMALL.as_bytes().to_vec();
            bytes[at] ^= 1 << bit;
            if let Ok(parsed) = parse(&bytes, &Limits::default()) {
                read += 1;
                let tree = parsed.dossier().tree();
                let text = tree.to_text();
                let limits = Limits::default();
                assert_eq!(Reader::new(&text, &limits).tree(), tree, "byte {at}, bit {bit}");
            }
        }
    }
    assert!(read > 500, "most flips still read, each with a changed value: {read}");
}

#[test]
fn no_byte_in_any_place_makes_the_reader_panic() {
    let mut random = Random::new(3);
    for _ in 0..3_000 {
        let mut bytes = SMALL.as_bytes().to_vec();
        for _ in 0..=random.below(3) {
            let at = random.below(bytes.len());
            match random.below(3) {
                0 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
                1 => bytes.insert(at, b"\"{}[],:\\0e-\x00"[random.below(12)]),
                _ => {
                    bytes.remove(at);
                }
            }
        }
        if let Ok(parsed) = parse(&bytes, &Limits::default()) {
            parsed.dossier().tree().to_text();
        }
    }
}
