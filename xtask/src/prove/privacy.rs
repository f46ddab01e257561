//! Privacy: canary names, ids and phones never appear in anything that eken says, in whatever spelling.

use eken_core::code::resident_id;
use eken_core::model::Dossier;
use eken_core::model::kind::{FieldKind, Record, RecordInfo};
use eken_tests::random::Random;
use serde_json::{Map, Value, json};

use super::outputs::{UNREADABLE, Wanted, outputs};
use super::proof::{Ask, Proof, Tally, dossier, over, plan};
use super::spelling::{Needles, SPELLINGS};

/// The proof.
pub const PROOF: Proof =
    Proof { name: "privacy", about: "names, ids and phones of persons appear in no output, however spelt", run };

/// Made-up names, with surnames that no other text of a dossier has.
const NAMES: [&str; 7] =
    ["澹台验之", "闾丘试甫", "濮阳设乙", "Tantai Yanzhi", "Lvqiu Shifu", "PuyangSheyi", "亓官·假名汗"];
/// How many ids and how many phones.
const NUMBERS: usize = 6;
/// One text in so many that is no person's by its type gets a number of a person.
const TEXTS: usize = 40;
/// Explanations are dear: each dossier has one in so many explained, the next one the others.
const EXPLAINED: u64 = 12;

fn run(ask: &Ask) -> Result<Tally, String> {
    let plan = plan()?;
    let canaries = Canaries::new(ask.seed);
    let needles = Needles::new(&canaries.all(), &canaries.parts())?;
    let spellings = u64::try_from(SPELLINGS.len()).unwrap_or_default();
    let cases = ask.size(spellings, 48, 10_000);
    let mut tally = over(cases, |case| {
        let mut random = Random::new(ask.seed_of(case));
        let (text, placed) =
            match dossier(ask.seed_of(case), case).and_then(|text| canaries.put_into(&text, &mut random)) {
                Ok(made) => made,
                Err(error) => return vec![error],
            };
        if placed.is_empty() {
            return vec!["no canary found a place in the dossier".to_owned()];
        }
        let rest =
            |number: u64, of: u64| usize::try_from(number.checked_rem(of).unwrap_or_default()).unwrap_or_default();
        let wanted = Wanted {
            explain_one_in: rest(EXPLAINED, u64::MAX),
            rest: rest(case, EXPLAINED),
            sensitivity: rest(case, EXPLAINED) == 0,
        };
        let mut found = Vec::new();
        let mut sink = |name: &str, text: &str| {
            if name == UNREADABLE {
                found.push(format!("{name}: {text}"));
            }
            if let Some((canary, spelling)) = needles.find(text) {
                found.push(format!("canary {canary} ({}) in {name}, {spelling}", canaries.kind(canary)));
            }
        };
        outputs(text.as_bytes(), plan, wanted, &mut sink);
        // and of a file that breaks off somewhere
        let cut = random.below(text.len());
        outputs(text.as_bytes().get(..cut).unwrap_or_default(), plan, wanted, &mut sink);
        if ask.sabotage {
            leak(&placed, rest(case, spellings), &mut sink);
        }
        found.dedup();
        found
    });
    tally.notes.push(format!("{} canaries in {} spellings", canaries.all().len(), SPELLINGS.len()));
    Ok(tally)
}

/// The planted fault: a value of the dossier gets into an output in one of the spellings.
fn leak(placed: &[String], spelling: usize, sink: &mut impl FnMut(&str, &str)) {
    if let Some((value, spelling)) = placed.first().zip(SPELLINGS.get(spelling)) {
        for spelt in (spelling.spell)(value) {
            sink("a planted leak", &format!("第3条“{spelt}”重复"));
        }
    }
}

/// The values that must not appear.
struct Canaries {
    ids: Vec<String>,
    phones: Vec<String>,
}

impl Canaries {
    /// Sound ids and phones that nobody is known to have, drawn from a seed.
    fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let mut digits = |count: usize| -> String { (0..count).map(|_| random.below(10).to_string()).collect() };
        let ids = (0..NUMBERS).map(|number| {
            let body = format!("142733196{}0{}1{}{}", digits(1), number.saturating_add(1), number, digits(3));
            let fits = |sign: &char| resident_id::check(&format!("{body}{sign}")).is_ok();
            let check = "0123456789X".chars().find(fits).unwrap_or('0');
            format!("{body}{check}")
        });
        let ids = ids.collect();
        Self { ids, phones: (0..NUMBERS).map(|_| format!("139{}", digits(8))).collect() }
    }

    fn all(&self) -> Vec<String> {
        NAMES.iter().map(|name| (*name).to_owned()).chain(self.ids.clone()).chain(self.phones.clone()).collect()
    }

    /// The telling parts: of an id the date of birth and what follows, of a phone the last nine digits.
    fn parts(&self) -> Vec<String> {
        let tail = |text: &String, from: usize| text.chars().skip(from).collect::<String>();
        self.ids.iter().map(|id| tail(id, 6)).chain(self.phones.iter().map(|phone| tail(phone, 2))).collect()
    }

    const fn kind(&self, canary: usize) -> &'static str {
        match canary {
            0..7 => "a name",
            7..13 => "an id",
            _ => "a phone",
        }
    }

    /// The dossier with canaries in it, and which.
    fn put_into(&self, text: &str, random: &mut Random) -> Result<(String, Vec<String>), String> {
        let mut value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let mut placed = Vec::new();
        let mut hand = Hand { canaries: self, random, placed: &mut placed };
        if let Value::Object(members) = &mut value {
            hand.record(members, &Dossier::info());
        }
        Ok((value.to_string(), placed))
    }
}

/// What puts canaries in.
struct Hand<'a> {
    canaries: &'a Canaries,
    random: &'a mut Random,
    placed: &'a mut Vec<String>,
}

impl Hand<'_> {
    fn one(&mut self, of: &[String]) -> String {
        let value = of.get(self.random.below(of.len().max(1))).cloned().unwrap_or_default();
        self.placed.push(value.clone());
        value
    }

    fn number(&mut self) -> String {
        let canaries = self.canaries;
        if self.random.below(2) == 0 { self.one(&canaries.ids) } else { self.one(&canaries.phones) }
    }

    fn record(&mut self, members: &mut Map<String, Value>, info: &RecordInfo) {
        for field in &info.fields {
            if matches!(field.kind, FieldKind::Personal) {
                let value = self.personal(field.name);
                members.insert(field.name.to_owned(), value);
            } else if let Some(value) = members.get_mut(field.name) {
                self.inside(value, &field.kind);
            }
        }
        if self.random.below(TEXTS.saturating_mul(4)) == 0 {
            let (key, value) = (self.number(), self.number());
            members.insert(format!("备注{key}"), json!([value]));
        }
    }

    /// A value of a personal field: mostly as it should be, sometimes of another type, too long, or with more around it.
    fn personal(&mut self, field: &str) -> Value {
        let canaries = self.canaries;
        let text = match field {
            "name" => self.one(&NAMES.map(str::to_owned)),
            "resident_id" => self.one(&canaries.ids),
            _ => self.one(&canaries.phones),
        };
        match self.random.below(12) {
            0 => json!([text]),
            1 => json!({ "value": text }),
            2 => text.parse::<u64>().map_or_else(|_| json!({ "missing": text }), |number| json!(number)),
            3 => json!(format!("{text}{}", "长".repeat(300))),
            4 => json!(format!(" {text}（本人） ")),
            5 => json!(text.chars().map(|sign| format!("{sign} ")).collect::<String>()),
            6 => {
                let key = self.number();
                Value::Object(Map::from_iter([(format!("x{key}"), json!(text))]))
            }
            _ => json!(text),
        }
    }

    fn inside(&mut self, value: &mut Value, kind: &FieldKind) {
        match (kind, value) {
            (FieldKind::Record(info), Value::Object(members)) => self.record(members, &info()),
            (FieldKind::Section(info), Value::Object(members)) => {
                for item in members.get_mut("items").and_then(Value::as_array_mut).into_iter().flatten() {
                    if let Value::Object(members) = item {
                        self.record(members, &info());
                    }
                }
            }
            (FieldKind::List(kind), Value::Array(items)) => {
                for item in items {
                    self.inside(item, kind);
                }
            }
            (FieldKind::Quantity { .. } | FieldKind::Geometry | FieldKind::Version | FieldKind::Flag, _) => {}
            (_, value @ Value::String(_)) if self.random.below(TEXTS) == 0 => *value = json!(self.text()),
            _ => {}
        }
    }

    /// A text that is no person's by its type, with a number of a person as people write it.
    fn text(&mut self) -> String {
        let number = self.number();
        let (head, tail) = number.split_at_checked(3).unwrap_or((&number, ""));
        match self.random.below(5) {
            0 => number,
            1 => format!("联系人电话{number}，请核"),
            2 => format!("{head} {tail}"),
            3 => format!("({head}-{tail})"),
            _ => format!("证件{}号", super::spelling::widened(&number)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canaries_are_sound_and_differ() {
        let canaries = Canaries::new(1);
        assert!(canaries.ids.iter().all(|id| resident_id::check(id).is_ok()));
        let mut all = canaries.all();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), NAMES.len() + 2 * NUMBERS);
    }

    #[test]
    fn each_dossier_holds_canaries_of_every_kind() {
        let canaries = Canaries::new(1);
        let text = dossier(1, 0).unwrap();
        let (text, placed) = canaries.put_into(&text, &mut Random::new(1)).unwrap();
        for kind in [&canaries.ids, &canaries.phones, &NAMES.map(str::to_owned).to_vec()] {
            assert!(placed.iter().any(|value| kind.contains(value)));
            assert!(kind.iter().any(|value| text.contains(value)));
        }
    }

    #[test]
    fn every_planted_leak_is_found() {
        let tally = run(&Ask { seed: 1, long: false, sabotage: true }).unwrap();
        let leaks = tally.shown.iter().filter(|(_, failure)| failure.contains("planted leak")).count();
        assert_eq!(leaks, SPELLINGS.len());
    }
}
