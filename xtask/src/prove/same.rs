//! Same: the same verdicts and the same bytes on one thread and on eight, under every locale and time zone, and the same
//! verdicts and findings from shuffled records.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

use eken_core::assess::{Options, assess};
use eken_core::limits::Limits;
use eken_core::model::Dossier;
use eken_core::parse::parse;
use eken_core::plan::Plan;
use eken_core::validate::validate;
use eken_tests::random::Random;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::outputs::{Wanted, outputs};
use super::proof::{Ask, Proof, Tally, dossier, over, plan};
use super::tool::eken;

/// The proof.
pub const PROOF: Proof =
    Proof { name: "same", about: "threads, locales, time zones and the order of records change nothing", run };

/// Surroundings in which the command is run: locale, time zone.
const AROUND: [(&str, &str); 3] = [("C", "UTC"), ("zh_CN.UTF-8", "Asia/Shanghai"), ("tr_TR.UTF-8", "America/St_Johns")];
/// Threads that run beside each other.
const THREADS: usize = 8;

fn run(ask: &Ask) -> Result<Tally, String> {
    let plan = plan()?;
    let mut tally = threads(ask, plan)?;
    tally.and(around(ask)?);
    tally.and(over(ask.size(2, 36, 3_000), |case| shuffled(ask, plan, case)));
    Ok(tally)
}

/// Each dossier once alone, then all of them on eight threads at once.
fn threads(ask: &Ask, plan: &Plan) -> Result<Tally, String> {
    let cases = ask.size(2, 6, 300);
    let made: Result<Vec<String>, String> = (0..cases).map(|case| dossier(ask.seed_of(case), case)).collect();
    let made = made?;
    let alone: Vec<String> = made.iter().map(|text| digest(text, plan, "")).collect();
    let mut tally = Tally::default();
    thread::scope(|scope| {
        let running: Vec<_> = (0..THREADS)
            .map(|thread| {
                let mark = if ask.sabotage { thread.to_string() } else { String::new() };
                let made = &made;
                // each thread begins elsewhere, so that different dossiers meet
                scope.spawn(move || {
                    let order = (0..made.len()).cycle().skip(thread).take(made.len());
                    order
                        .filter_map(|index| Some((index, digest(made.get(index)?, plan, &mark))))
                        .collect::<BTreeMap<_, _>>()
                })
            })
            .collect();
        let together: Vec<_> = running.into_iter().map(|thread| thread.join().unwrap_or_default()).collect();
        for (case, (index, alone)) in (0..).zip(alone.iter().enumerate()) {
            let differs = |found: &&BTreeMap<usize, String>| found.get(&index) != Some(alone);
            let others = together.iter().filter(differs).count();
            tally.case(case, (others > 0).then(|| format!("{others} of {THREADS} threads got other bytes")));
        }
    });
    Ok(tally)
}

/// A digest over every output.
fn digest(text: &str, plan: &Plan, mark: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(mark);
    let wanted = Wanted { explain_one_in: 12, rest: 0, sensitivity: false };
    outputs(text.as_bytes(), plan, wanted, &mut |name, text| {
        hash.update(name);
        hash.update(text);
    });
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The built command under each locale and time zone.
fn around(ask: &Ask) -> Result<Tally, String> {
    let eken = eken()?;
    let folder = std::env::temp_dir().join(format!("eken-same-{}", std::process::id()));
    let held = Folder(folder);
    std::fs::create_dir_all(&held.0).map_err(|error| error.to_string())?;
    let mut tally = Tally::default();
    for case in 0..ask.size(1, 3, 100) {
        super::tool::write(&held.0.join("a.json"), dossier(ask.seed_of(case), case)?.as_bytes())?;
        tally.case(case, under_each(&eken, &held.0, ask)?);
    }
    Ok(tally)
}

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // what stays behind in the temporary folder does no harm
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn under_each(eken: &PathBuf, folder: &PathBuf, ask: &Ask) -> Result<Vec<String>, String> {
    let calls: [&[&str]; 5] = [
        &["check", "a.json", "--fail-on", "never"],
        &["check", "a.json", "--fail-on", "never", "--format", "ess"],
        &["assess", "a.json", "--year", "2023", "--format", "json", "--fail-on", "never"],
        &["explain", "16", "a.json", "--year", "2023", "--lang", "en"],
        &["generate", "--tier", "key_assistance", "--seed", "7", "--size", "10kB"],
    ];
    let mut out = Vec::new();
    for call in calls {
        let mut first = None;
        for (locale, zone) in AROUND {
            let mut command = Command::new(eken);
            command.args(call).current_dir(folder).env("SOURCE_DATE_EPOCH", "1700000000");
            for name in ["LANG", "LC_ALL", "LANGUAGE"] {
                command.env(name, locale);
            }
            let done = command.env("TZ", zone).output().map_err(|error| error.to_string())?;
            if done.status.code() != Some(0) {
                out.push(format!("{} under {locale}, {zone} ended with {:?}", call.join(" "), done.status.code()));
            }
            let mut bytes = done.stdout;
            if ask.sabotage {
                bytes.extend(zone.as_bytes());
            }
            if *first.get_or_insert_with(|| bytes.clone()) != bytes {
                out.push(format!("{} gives other bytes under {locale}, {zone}", call.join(" ")));
            }
        }
    }
    Ok(out)
}

/// The records of every section in another order: the same verdicts, and as many findings of each kind.
fn shuffled(ask: &Ask, plan: &Plan, case: u64) -> Vec<String> {
    let mut random = Random::new(ask.seed_of(case));
    let told = dossier(ask.seed_of(case), case).and_then(|text| {
        let mut value: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let before = gist(&value, plan)?;
        for name in Dossier::SECTIONS {
            if let Some(items) = value.pointer_mut(&format!("/{name}/items")).and_then(Value::as_array_mut) {
                shuffle(items, &mut random);
            }
        }
        if ask.sabotage
            && let Some(items) = value.pointer_mut("/facilities/items").and_then(Value::as_array_mut)
        {
            items.pop();
        }
        Ok((before, gist(&value, plan)?))
    });
    match told {
        Err(error) => vec![error],
        Ok(((verdicts, findings), (verdicts_after, findings_after))) => {
            let mut out = Vec::new();
            if verdicts != verdicts_after {
                out.push("the digest of the verdicts changes with the order of the records".to_owned());
            }
            for code in findings.keys().chain(findings_after.keys().filter(|code| !findings.contains_key(*code))) {
                let (one, two) = (findings.get(code), findings_after.get(code));
                if one != two {
                    out.push(format!("{code}: {one:?} findings become {two:?} with the order of the records"));
                }
            }
            out
        }
    }
}

fn shuffle(items: &mut [Value], random: &mut Random) {
    for index in (1..items.len()).rev() {
        items.swap(index, random.below(index.saturating_add(1)));
    }
}

/// The digest of the verdicts, and how many findings there are of each kind.
type Gist = (String, BTreeMap<&'static str, usize>);

fn gist(value: &Value, plan: &Plan) -> Result<Gist, String> {
    let parsed = parse(value.to_string().as_bytes(), &Limits::default()).map_err(|error| error.to_string())?;
    let checked = validate(parsed, plan);
    let assessment = assess(&checked, plan, &Options::year(2023)).map_err(|error| error.to_string())?;
    let mut findings = BTreeMap::new();
    for finding in checked.findings() {
        let count: &mut usize = findings.entry(finding.code()).or_default();
        *count = count.saturating_add(1);
    }
    Ok((assessment.receipt.verdicts, findings))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_the_three_planted_faults_is_found() {
        let tally = run(&Ask { seed: 1, long: false, sabotage: true }).unwrap();
        for part in ["threads got other bytes", "gives other bytes under", "the order of the records"] {
            assert!(tally.shown.iter().any(|(_, failure)| failure.contains(part)), "{part}");
        }
    }
}
