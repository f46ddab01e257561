//! Dossiers to read: clean, with shuffled keys, and with a fault in every tenth record.

use eken_core::model::CountyTier;
use eken_gen::{Size, Spec, generate};
use serde_json::Value;

/// Bytes of the dossier, about.
const SIZE: Size = Size(2_000_000);
/// The seed of every run.
const SEED: u64 = 7;

/// A dossier to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Sound, its keys in the order of the schema.
    Clean,
    /// The same, the keys of every object in an order of chance.
    Shuffled,
    /// The same as the first, with a fault in every tenth record.
    Faulty,
}

impl Input {
    /// Every dossier that is read.
    pub const ALL: [Self; 3] = [Self::Clean, Self::Shuffled, Self::Faulty];

    /// The text, the same on every run and every machine; empty if the generator refuses its own bounds.
    pub fn text(self) -> String {
        let clean = generate(&Spec::clean(CountyTier::KeyAssistance, SEED, SIZE)).map(|made| made.text);
        let clean = clean.unwrap_or_default();
        match self {
            Self::Clean => clean,
            Self::Shuffled => shuffled(&clean),
            Self::Faulty => faulty(&clean),
        }
    }
}

impl std::fmt::Display for Input {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Clean => "clean",
            Self::Shuffled => "shuffled",
            Self::Faulty => "faulty",
        })
    }
}

fn shuffled(clean: &str) -> String {
    let mut value = parsed(clean);
    let mut state = SEED;
    shuffle(&mut value, &mut state);
    value.to_string()
}

/// Puts one fault into every tenth record of every section, in turn: a month that does not exist, an amount in words, a code
/// that fails its check, an identifier that is a number.
fn faulty(clean: &str) -> String {
    let mut value = parsed(clean);
    let sections = value.as_object_mut().into_iter().flat_map(|dossier| dossier.values_mut());
    let records = sections.filter_map(|section| section.get_mut("items")?.as_array_mut()).flatten();
    for (nth, record) in records.step_by(10).enumerate() {
        let Some(record) = record.as_object_mut() else { continue };
        let first_sale = record.get_mut("sales").and_then(|sales| sales.get_mut(0)).and_then(Value::as_object_mut);
        match (first_sale, nth.checked_rem(3)) {
            (Some(sale), Some(0)) => sale.insert("month".into(), "2023-13".into()),
            (Some(sale), Some(1)) => sale.insert("amount".into(), "many".into()),
            (Some(_), _) => record.insert("code".into(), "91140827MA0EKEN03Y".into()),
            (None, _) => record.insert("id".into(), Value::from(nth)),
        };
    }
    value.to_string()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

fn shuffle(value: &mut Value, state: &mut u64) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| shuffle(item, state)),
        Value::Object(members) => {
            let mut drawn: Vec<(u64, String, Value)> =
                std::mem::take(members).into_iter().map(|(key, value)| (draw(state), key, value)).collect();
            drawn.sort_by_key(|(chance, ..)| *chance);
            for (_, key, mut value) in drawn {
                shuffle(&mut value, state);
                members.insert(key, value);
            }
        }
        _ => {}
    }
}

/// The next number of chance (splitmix64).
const fn draw(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
