//! Changes of numbers: other spellings of the same, edges of the range, numbers as text.

use eken_core::json::Tree;
use eken_core::model::kind::FieldKind;
use eken_core::quantity::Bounds;

use super::time::wide;
use super::{Class, one_of, refused, sound, text_of};
use crate::documents::build::number;
use crate::documents::site::Site;
use crate::random::Random;

fn bounds(site: &Site) -> Option<Bounds> {
    match &site.kind {
        FieldKind::Quantity { bounds, .. } => Some(*bounds),
        _ => None,
    }
}

fn nines(count: u32) -> String {
    "9".repeat(usize::try_from(count).expect("a small count"))
}

fn choose(random: &mut Random, texts: &[String], make: fn(&str) -> Tree) -> Option<Tree> {
    Some(make(&texts[random.below(texts.len())]))
}

pub(super) const CLASSES: &[Class] = &[
    sound("1.0 for a whole number", |site, _, random| match site.kind {
        FieldKind::Quantity { .. } => one_of(random, &["1.0", "12.0", "0.0", "120.000"]),
        _ => None,
    }),
    sound("an exponent", |site, _, random| match site.kind {
        FieldKind::Quantity { .. } => one_of(random, &["1e2", "1E+1", "5e0", "120e-1", "0e5", "1.5e1"]),
        _ => None,
    }),
    sound("minus zero", |site, _, random| {
        bounds(site)?;
        one_of(random, &["-0", "-0.0", "-0e3"])
    }),
    refused("a fraction of a whole number", |site, _, random| match &site.kind {
        FieldKind::Quantity { bounds, .. } if bounds.places == 0 => {
            one_of(random, &["0.5", "1.25", "1e-1", "5e-324", "12.000001"])
        }
        _ => None,
    }),
    refused("a number at the end of its range", |site, _, random| {
        let whole = bounds(site)?.whole;
        let zeros = "0".repeat(usize::try_from(whole).ok()?);
        choose(
            random,
            &[format!("1{zeros}"), format!("1e{whole}"), format!("1{zeros}.0"), format!("10e{}", whole - 1)],
            number,
        )
    }),
    sound("a number just inside its range", |site, _, random| {
        let Bounds { whole, places, .. } = bounds(site)?;
        let mut tokens = vec![nines(whole), format!("{}.0", nines(whole)), format!("9e{}", whole - 1)];
        if places > 0 {
            tokens.push(format!("{}.5", nines(whole)));
            tokens.push(format!("{}.25", nines(whole)));
            tokens.push("0.000001".to_owned());
            tokens.push("1e-6".to_owned());
        }
        choose(random, &tokens, number)
    }),
    refused("a number far out of its range", |site, _, random| {
        if !matches!(site.kind, FieldKind::Quantity { .. }) {
            return None;
        }
        one_of(random, &["1e18", "1e22", "1.5e300", "1.7976931348623157e308", "1e15"])
    }),
    refused("a negative where there is none", |site, _, random| match &site.kind {
        FieldKind::Quantity { bounds, .. } if !bounds.signed => {
            one_of(random, &["-1", "-0.5", "-1e-6", "-5e-324", "-1e12"])
        }
        _ => None,
    }),
    sound("a negative where there may be one", |site, _, random| {
        let Bounds { whole, signed, .. } = bounds(site)?;
        signed.then_some(())?;
        choose(
            random,
            &["-1".into(), "-0.4".into(), "-1e-6".into(), format!("-{}", nines(whole)), format!("-{}.5", nines(whole))],
            number,
        )
    }),
    refused("a negative at the end of its range", |site, _, random| {
        let Bounds { whole, signed, .. } = bounds(site)?;
        signed.then_some(())?;
        choose(random, &[format!("-1e{whole}"), format!("-1{}", "0".repeat(usize::try_from(whole).ok()?))], number)
    }),
    sound("more decimals than the type holds", |site, _, random| {
        // a limit of the reader, not structure: no schema can see it
        if bounds(site)?.places == 0 {
            None
        } else {
            one_of(random, &["0.1234567890123", "1e-13", "0.30000000000000004", "1e-300"])
        }
    }),
    sound("a number as text", |site, _, random| {
        let Bounds { whole, places, .. } = bounds(site)?;
        let mut texts = vec!["0".to_owned(), "12".to_owned(), nines(whole)];
        if places > 0 {
            texts.extend(["12.50".to_owned(), "0.0".to_owned(), "0.5".to_owned()]);
        }
        choose(random, &texts, Tree::text)
    }),
    sound("a text with all its decimals", |site, _, random| {
        let Bounds { whole, places, .. } = bounds(site)?;
        if places == 0 {
            return None;
        }
        let full = format!("{}.{}", nines(whole), nines(places));
        let last = format!("0.{}1", "0".repeat(usize::try_from(places - 1).ok()?));
        choose(random, &[full, last, format!("1.{}", "0".repeat(usize::try_from(places).ok()?))], Tree::text)
    }),
    refused("a text with a decimal too many", |site, _, random| {
        let places = bounds(site)?.places;
        choose(
            random,
            &[format!("0.{}", nines(places + 1)), format!("1.{}", "0".repeat(usize::try_from(places + 1).ok()?))],
            Tree::text,
        )
    }),
    refused("a text with a digit too many", |site, _, random| {
        let whole = bounds(site)?.whole;
        let zeros = "0".repeat(usize::try_from(whole).ok()?);
        choose(random, &[format!("1{zeros}"), nines(whole + 1), format!("0{}", nines(whole))], Tree::text)
    }),
    sound("a negative text where there may be one", |site, _, random| {
        bounds(site)?.signed.then_some(())?;
        text_of(random, &["-1", "-0", "-0.5", "-999999.25"])
    }),
    refused("a negative text where there is none", |site, _, random| {
        if bounds(site)?.signed { None } else { text_of(random, &["-1", "-0", "-0.5"]) }
    }),
    refused("a text that is no number", |site, _, random| {
        bounds(site)?;
        text_of(
            random,
            &[
                "1e3", "1E3", "+1", " 1", "1 ", ".5", "1.", "01", "00", "1,000", "1_000", "NaN", "Infinity", "0x10",
                "--1", "-", "1.2.3", "1500亩", "12万", "12%", "−1", "一",
            ],
        )
    }),
    refused("a number text with a line feed", |site, _, random| {
        bounds(site)?;
        text_of(random, &["1\n", "12\r\n", "\n1", "0\u{2028}"])
    }),
    refused("a number text in full-width digits", |site, _, random| {
        bounds(site)?;
        choose(random, &[wide("1"), wide("120"), "1２".to_owned(), "１２．５".to_owned(), "١٢".to_owned()], Tree::text)
    }),
];
