//! What a fuzzer calls: six doors of eken, each with what must hold of any bytes whatever; and the corpus that is kept.

use std::path::{Path, PathBuf};

use eken_core::assess::{Options, assess};
use eken_core::code::{division, industry, looks_like_phone, looks_like_resident_id, mask_personal, resident_id, uscc};
use eken_core::json::{canonical, decimal_of_text, decimal_of_token};
use eken_core::limits::Limits;
use eken_core::model::kind::Value as _;
use eken_core::parse::{Parsed, parse};
use eken_core::plan::{Plan, PlanSource, builtin};
use eken_core::quantity::{Date, Month, PartialDate, Time};
use eken_core::report::{AssessmentDocument, FileDocument, Style, assessment_text, findings_text};
use eken_core::validate::{Checked, validate};
use eken_core::words::Lang;

use crate::random::Random;

/// A door: its name, and what must hold; in words what does not.
pub struct Target {
    /// Name, and folder of the corpus.
    pub name: &'static str,
    /// Hands bytes in and says what does not hold.
    pub run: fn(&[u8]) -> Result<(), String>,
}

/// The doors.
pub const TARGETS: &[Target] = &[
    Target { name: "parse", run: of_parse },
    Target { name: "plan", run: of_plan },
    Target { name: "assess", run: of_assess },
    Target { name: "render", run: of_render },
    Target { name: "codes", run: of_codes },
    Target { name: "quantities", run: of_quantities },
];

/// The inputs that are kept for a door, by file name.
///
/// # Panics
/// When the folder cannot be read.
pub fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(&folder).expect("a corpus").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    files.iter().map(|path| (name(path), std::fs::read(path).expect("a readable file"))).collect()
}

/// Bytes that mean something to one door or another.
const SIGNS: &[u8] = b"{}[]\",:\\0919-+eE.X\xe9\x00 ";

/// An input of the corpus with some changes: bits turned, bytes taken out or in, a part of another input put in.
pub fn changed(bytes: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(out.len() + 1);
        match random.below(5) {
            0 if at < out.len() => out[at] ^= 1 << random.below(8),
            1 if at < out.len() => drop(out.remove(at)),
            2 => out.insert(at, SIGNS[random.below(SIGNS.len())]),
            3 if !other.is_empty() => {
                let (from, length) = (random.below(other.len()), random.below(64));
                let part = &other[from..other.len().min(from + length)];
                out.splice(at..at, part.iter().copied());
            }
            _ => out.truncate(out.len().max(1) - random.below(out.len().max(1)) / 8),
        }
    }
    out
}

fn holds(is: bool, what: &str) -> Result<(), String> {
    if is { Ok(()) } else { Err(what.to_owned()) }
}

fn plan() -> &'static Plan {
    static PLAN: std::sync::OnceLock<Plan> = std::sync::OnceLock::new();
    PLAN.get_or_init(|| builtin("yuanqu-2023").expect("the county plan"))
}

fn read(bytes: &[u8]) -> Result<Option<Parsed>, String> {
    match parse(bytes, &Limits::default()) {
        Ok(parsed) => Ok(Some(parsed)),
        Err(error) => holds(!error.to_string().is_empty(), "an error has no words").map(|()| None),
    }
}

fn checked(bytes: &[u8]) -> Result<Option<Checked>, String> {
    Ok(read(bytes)?.map(|parsed| validate(parsed, plan())))
}

fn of_parse(bytes: &[u8]) -> Result<(), String> {
    let Some(parsed) = read(bytes)? else { return Ok(()) };
    holds(parsed.total() >= parsed.findings().len(), "more findings are listed than counted")?;
    let tree = parsed.dossier().tree();
    let again = parse(tree.to_text().as_bytes(), &Limits::default());
    let again = again.map_err(|error| format!("what was read does not read again: {error}"))?.dossier().tree();
    holds(again == tree, "a dossier changes on its way out and back in")?;
    holds(canonical(&again) == canonical(&tree), "canonical bytes differ")
}

fn of_plan(bytes: &[u8]) -> Result<(), String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    for name in ["plan.toml", "plan.json"] {
        match Plan::load(&PlanSource::single(name, text), None) {
            Ok(loaded) => {
                let written = loaded.to_json().to_string();
                let again = Plan::load(&PlanSource::single("plan.json", written), None);
                holds(again.is_ok_and(|again| again.to_json() == loaded.to_json()), "a plan changes when written out")?;
            }
            Err(error) => holds(!error.to_string().is_empty(), "an error has no words")?,
        }
    }
    Ok(())
}

fn of_assess(bytes: &[u8]) -> Result<(), String> {
    let Some(checked) = checked(bytes)? else { return Ok(()) };
    let one = assess(&checked, plan(), &Options::year(2023)).map_err(|error| error.to_string())?;
    let two = assess(&checked, plan(), &Options::year(2023)).map_err(|error| error.to_string())?;
    holds(one == two, "two assessments of one dossier differ")?;
    holds(one.indicators.len() == plan().indicators.len(), "an indicator has no standing")
}

fn of_render(bytes: &[u8]) -> Result<(), String> {
    let Some(checked) = checked(bytes)? else { return Ok(()) };
    let assessment = assess(&checked, plan(), &Options::year(2023)).map_err(|error| error.to_string())?;
    for lang in [Lang::Zh, Lang::En] {
        let style = Style { lang, ..Style::default() };
        for text in
            [findings_text(&checked, plan(), "a.json", &style), assessment_text(&assessment, &checked, plan(), &style)]
        {
            holds(!text.chars().any(|sign| sign.is_control() && sign != '\n'), "a control sign is in a report")?;
        }
        let json = |value: Result<String, serde_json::Error>| value.map_err(|error| error.to_string());
        json(serde_json::to_string(&FileDocument::read("a.json", &checked, plan(), lang)))?;
        json(serde_json::to_string(&AssessmentDocument::new(&assessment, &checked, plan(), lang)))?;
    }
    Ok(())
}

fn of_codes(bytes: &[u8]) -> Result<(), String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    if let Ok(code) = uscc::check(text) {
        holds(uscc::check(code.as_str()) == Ok(code), "a credit code that holds does not hold again")?;
    }
    if let Ok(code) = division::check(text) {
        holds(division::check(code.as_str()) == Ok(code), "a division code that holds does not hold again")?;
    }
    if let Ok(code) = industry::check(text) {
        holds(industry::check(code.as_str()) == Ok(code.clone()), "an industry code that holds does not hold again")?;
    }
    let shown = match resident_id::check(text) {
        Ok(form) => format!("{form:?}"),
        Err(fault) => format!("{fault:?}"),
    };
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    holds(digits < 15 || !shown.contains(text), "a resident id is in what is said of it")?;
    let masked = mask_personal(text);
    holds(mask_personal(&masked) == masked, "what is masked twice differs")?;
    // digits in groups as people write them: masking leaves groups of one or two alone, which dates and figures have
    let mut groups = text.split(|sign: char| !sign.is_alphanumeric()).filter(|group| !group.is_empty());
    let is_written_so = groups.all(|group| group.chars().count() >= 3);
    let is_personal = is_written_so && (looks_like_phone(text) || looks_like_resident_id(text));
    holds(!is_personal || !masked.contains(text), "a number of a person is not masked")
}

fn of_quantities(bytes: &[u8]) -> Result<(), String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    for signed in [true, false] {
        if let Ok(number) = decimal_of_token(text, 13, 12, signed) {
            let again = decimal_of_text(&number.to_string(), 13, 12, true);
            holds(again.is_ok_and(|again| again == number), "a number changes when written out")?;
            holds(signed || !number.is_sign_negative() || number.is_zero(), "a sign passes where none may")?;
        }
        if let Ok(number) = decimal_of_text(text, 13, 12, signed) {
            let again = decimal_of_token(&number.to_string(), 13, 12, true);
            holds(again.is_ok_and(|again| again == number), "a decimal text changes when written out")?;
        }
    }
    let same = |read: Option<String>| holds(read.is_none_or(|shown| shown == text), "a date is written otherwise");
    same(Date::parse(text).map(|date| date.to_string()))?;
    same(PartialDate::parse(text).map(|date| date.to_string()))?;
    same(Month::parse(text).map(|month| month.to_string()))?;
    same(Time::parse(text).map(|time| time.to_string()))?;
    if let Some(date) = PartialDate::parse(text) {
        holds(date.first() <= date.last(), "a date ends before it begins")?;
    }
    Ok(())
}
