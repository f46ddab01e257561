//! The corpus: three hundred generated dossiers, each pinned with the digest of its bytes, its verdicts and its findings.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use eken_core::assess::{Assessment, Assessor, Options, Standing, Verdict};
use eken_core::limits::Limits;
use eken_core::model::CountyTier;
use eken_core::model::kind::Code;
use eken_core::parse::parse;
use eken_core::plan::{Plan, builtin};
use eken_core::validate::validate;
use eken_gen::{Error, Fault, Kind, LEAST_WHOLE, Size, Spec, faults, faults_named, generate};
use sha2::{Digest, Sha256};

use crate::random::Random;

/// Dossiers of each kind.
pub const EACH: u64 = 100;
/// Faults of a broken dossier.
const FAULTS: usize = 8;
/// Sizes of the clean ones, in turn.
const SIZES: [u64; 7] = [10_000, 12_000, 15_000, 20_000, 25_000, 30_000, 40_000];
const TIERS: [CountyTier; 3] =
    [CountyTier::PilotDemonstration, CountyTier::GeneralPromotion, CountyTier::KeyAssistance];

/// Where the pins stand.
pub fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/pins.txt")
}

/// What is asked of one dossier: its line up to the digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// `clean`, `boundary` or `broken`.
    pub kind: String,
    /// Seed.
    pub seed: u64,
    /// Tier.
    pub tier: CountyTier,
    /// Bytes.
    pub size: u64,
    /// Names of the faults.
    pub faults: Vec<String>,
}

/// What is pinned of one dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// What it was asked for.
    pub asked: Asked,
    /// SHA-256 of its bytes.
    pub bytes: String,
    /// A letter for each indicator, a stroke, a letter for each target.
    pub verdicts: String,
    /// Each code found with how often, by code.
    pub findings: BTreeMap<String, usize>,
}

/// The pins as a file holds them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pins {
    /// Names under which they were accepted, the last one last.
    pub accepted: Vec<String>,
    /// Digest over the lines, written when they were accepted.
    pub digest: String,
    /// One a dossier.
    pub pins: Vec<Pin>,
}

/// The law that the corpus is held against, made ready once.
pub struct Law {
    plan: &'static Plan,
    assessor: Assessor<'static>,
}

impl Default for Law {
    fn default() -> Self {
        let plan: &'static Plan = Box::leak(Box::new(builtin("yuanqu-2023").expect("the county plan")));
        Self { plan, assessor: Assessor::new(plan) }
    }
}

const fn letter(verdict: Verdict) -> char {
    match verdict {
        Verdict::Met => 'M',
        Verdict::MetByExemption => 'E',
        Verdict::NotMet => 'N',
        Verdict::Open => 'O',
        Verdict::NotApplicable => 'A',
        Verdict::Conflict => 'C',
    }
}

fn letters(standings: &[Standing]) -> String {
    standings.iter().map(|standing| letter(standing.verdict)).collect()
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Asked {
    /// The name of the dossier: its kind and seed.
    pub fn name(&self) -> String {
        format!("{} {:03}", self.kind, self.seed)
    }

    fn spec(&self) -> Result<Spec, Error> {
        let kind = match self.kind.as_str() {
            "boundary" => Kind::Boundary,
            "broken" => {
                let named: Result<Vec<_>, Error> = self.faults.iter().map(|name| faults_named(name)).collect();
                Kind::Faults { faults: named?.into_iter().flatten().collect(), count: 1 }
            }
            _ => Kind::Clean,
        };
        Ok(Spec { kind, ..Spec::clean(self.tier, self.seed, Size(self.size)) })
    }

    /// Makes the dossier and takes down what it is.
    ///
    /// # Errors
    /// When a fault is no longer there or has no place.
    pub fn pin(&self, law: &Law) -> Result<Pin, Error> {
        let text = generate(&self.spec()?)?.text;
        let checked = validate(parse(text.as_bytes(), &Limits::default()).expect("a dossier"), law.plan);
        let mut findings = BTreeMap::new();
        for finding in checked.findings() {
            *findings.entry(finding.code().to_owned()).or_insert(0) += 1;
        }
        let Assessment { indicators, targets, .. } =
            law.assessor.assess(&checked, &Options::year(2023)).expect("an assessment");
        let verdicts = format!("{}/{}", letters(&indicators), letters(&targets));
        Ok(Pin { asked: self.clone(), bytes: hex(text.as_bytes()), verdicts, findings })
    }
}

/// What a new corpus asks: a hundred clean dossiers, a hundred at the thresholds, a hundred with faults, which take every fault
/// in turn.
pub fn ask() -> Vec<Asked> {
    let mut left: Vec<&Fault> = faults().filter(|fault| fault.is_looked_for()).collect();
    // in an order of chance, so that a dossier does not have the faults of one table
    let mut random = Random::new(300);
    let mut all = Vec::new();
    while !left.is_empty() {
        all.push(left.swap_remove(random.below(left.len())));
    }
    let mut next = 0;
    let mut out = Vec::new();
    for kind in ["clean", "boundary", "broken"] {
        for seed in 1..=EACH {
            let place = usize::try_from(seed).expect("a small seed");
            let tier = TIERS[place % TIERS.len()];
            let size = if kind == "clean" { SIZES[place % SIZES.len()] } else { LEAST_WHOLE };
            let mut asked = Asked { kind: kind.to_owned(), seed, tier, size, faults: Vec::new() };
            while kind == "broken" && asked.faults.len() < FAULTS {
                asked.faults.push(all[next].name());
                next = (next + 1) % all.len();
                let fits = asked.spec().and_then(|spec| generate(&spec)).is_ok();
                if !fits {
                    asked.faults.pop();
                }
            }
            out.push(asked);
        }
    }
    out
}

impl Pin {
    fn line(&self) -> String {
        let Asked { kind, seed, tier, size, faults } = &self.asked;
        let or_none = |text: String| if text.is_empty() { "-".to_owned() } else { text };
        let findings: Vec<String> = self.findings.iter().map(|(code, count)| format!("{code}*{count}")).collect();
        format!(
            "{kind} {seed:03} {} {size} {} {} {} {}",
            tier.code(),
            or_none(faults.join(",")),
            self.bytes,
            self.verdicts,
            or_none(findings.join(","))
        )
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let mut word = || words.next();
        let list = |text: &str| match text {
            "-" => Vec::new(),
            _ => text.split(',').map(str::to_owned).collect::<Vec<_>>(),
        };
        let (kind, seed, tier, size) = (word()?.to_owned(), word()?, word()?, word()?);
        let asked = Asked {
            kind,
            seed: seed.parse().ok()?,
            tier: CountyTier::from_code(tier)?,
            size: size.parse().ok()?,
            faults: list(word()?),
        };
        let (bytes, verdicts) = (word()?.to_owned(), word()?.to_owned());
        let counted = |text: String| {
            let (code, count) = text.split_once('*')?;
            Some((code.to_owned(), count.parse().ok()?))
        };
        let findings = list(word()?).into_iter().map(counted).collect::<Option<_>>()?;
        Some(Self { asked, bytes, verdicts, findings })
    }
}

const HEAD: &str = "\
# The corpus: made by `cargo xtask corpus`, never by hand.
# kind seed tier bytes-asked faults sha256-of-the-bytes verdicts findings
# verdicts: a letter for each of the 28 indicators, a stroke, a letter for each target:
# M met, E met_by_exemption, N not_met, O open, A not_applicable, C conflict
";

impl Pins {
    /// The pins with their digest anew.
    pub fn new(accepted: Vec<String>, pins: Vec<Pin>) -> Self {
        let lines: Vec<String> = pins.iter().map(Pin::line).collect();
        Self { accepted, digest: hex(lines.join("\n").as_bytes()), pins }
    }

    /// Whether the lines are those that were accepted.
    pub fn is_as_accepted(&self) -> bool {
        Self::new(self.accepted.clone(), self.pins.clone()).digest == self.digest
    }

    /// The file's text.
    pub fn text(&self) -> String {
        let accepted: String = self.accepted.iter().map(|name| format!("accepted {name}\n")).collect();
        let lines: String = self.pins.iter().map(|pin| format!("{}\n", pin.line())).collect();
        format!("{HEAD}{accepted}digest {}\n{lines}", self.digest)
    }

    /// Reads the file's text.
    ///
    /// # Errors
    /// With the line that is none.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut out = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix("accepted ") {
                out.accepted.push(name.to_owned());
            } else if let Some(digest) = line.strip_prefix("digest ") {
                digest.clone_into(&mut out.digest);
            } else {
                out.pins.push(Pin::read(line).ok_or_else(|| format!("not a line of the corpus: {line}"))?);
            }
        }
        Ok(out)
    }
}

/// How dossiers differ from their pins.
#[derive(Debug, Default)]
pub struct Changes {
    /// The generator makes other bytes.
    pub bytes: Vec<String>,
    /// With the same bytes, other verdicts.
    pub verdicts: Vec<String>,
    /// With the same bytes, other findings.
    pub findings: Vec<String>,
}

impl Changes {
    /// Compares the pins with what is made now.
    pub fn between(before: &[Pin], now: &[Pin]) -> Self {
        let mut out = Self::default();
        for (before, now) in before.iter().zip(now) {
            let name = before.asked.name();
            if before.bytes != now.bytes {
                out.bytes.push(name);
                continue;
            }
            if before.verdicts != now.verdicts {
                out.verdicts.push(format!("{name}: {}", verdicts(&before.verdicts, &now.verdicts)));
            }
            if before.findings != now.findings {
                out.findings.push(format!("{name}: {}", findings(&before.findings, &now.findings)));
            }
        }
        out
    }

    /// Whether nothing differs.
    pub fn is_none(&self) -> bool {
        self.bytes.is_empty() && self.verdicts.is_empty() && self.findings.is_empty()
    }

    /// What differs, and how it is accepted.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for (what, lines) in [
            ("with the same bytes, verdicts changed", &self.verdicts),
            ("with the same bytes, findings changed", &self.findings),
            ("the generator makes other bytes (their verdicts and findings cannot be compared)", &self.bytes),
        ] {
            if !lines.is_empty() {
                let shown = lines.iter().take(20).map(|line| format!("\n  {line}")).collect::<String>();
                let more = lines.len().saturating_sub(20);
                let more = if more > 0 { format!("\n  and {more} more") } else { String::new() };
                out.push_str(&format!("{what}: {} dossiers{shown}{more}\n", lines.len()));
            }
        }
        out.push_str(
            "If that is meant, add a line to CHANGELOG.md that holds `corpus NAME` (with ★ where verdicts changed), then run\n  \
             cargo xtask corpus --accept NAME\n",
        );
        out
    }
}

fn verdicts(before: &str, now: &str) -> String {
    let split =
        |text: &str| text.split_once('/').map(|(one, other)| (one.to_owned(), other.to_owned())).unwrap_or_default();
    let ((one, targets), (other, other_targets)) = (split(before), split(now));
    let compare = |prefix: &str, one: &str, other: &str| {
        let pairs = one.chars().zip(other.chars()).enumerate();
        pairs.filter(|(_, (a, b))| a != b).map(|(at, (a, b))| format!("{prefix}{} {a}→{b}", at + 1)).collect::<Vec<_>>()
    };
    [compare("", &one, &other), compare("T", &targets, &other_targets)].concat().join(", ")
}

fn findings(before: &BTreeMap<String, usize>, now: &BTreeMap<String, usize>) -> String {
    let mut codes: Vec<&String> = before.keys().chain(now.keys()).collect();
    codes.sort();
    codes.dedup();
    let count = |of: &BTreeMap<String, usize>, code: &String| of.get(code).copied().unwrap_or_default();
    let changed = codes.into_iter().filter(|code| before.get(*code) != now.get(*code));
    changed.map(|code| format!("{code} {}→{}", count(before, code), count(now, code))).collect::<Vec<_>>().join(", ")
}

/// Whether a changelog has an entry that names an acceptance, and whether that entry is marked ★.
pub fn named_in(changelog: &str, name: &str) -> Option<bool> {
    let wanted = format!("`corpus {name}`");
    let mut entries: Vec<String> = Vec::new();
    for line in changelog.lines() {
        match entries.last_mut() {
            Some(entry) if line.starts_with("  ") => entry.push_str(&line[1..]),
            _ => entries.push(line.to_owned()),
        }
    }
    entries.iter().find(|entry| entry.contains(&wanted)).map(|entry| entry.starts_with("- ★"))
}
