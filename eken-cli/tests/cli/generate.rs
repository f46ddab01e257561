//! `eken generate`.

use crate::support::Folder;

const TIER: [&str; 3] = ["generate", "--tier", "key_assistance"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    TIER.iter().chain(more).copied().collect()
}

#[test]
fn the_same_seed_gives_the_same_dossier_and_it_is_clean() {
    let folder = Folder::new();
    let one = folder.run(&with(&["--seed", "7", "--size", "20kB"]));
    assert_eq!((one.code(), one.err().as_str()), (0, ""));
    assert_eq!(one.out(), folder.run(&with(&["--seed", "7", "--size", "20kB"])).out());
    assert_ne!(one.out(), folder.run(&with(&["--seed", "8", "--size", "20kB"])).out());
    assert!((18_000..=22_000).contains(&one.out().len()));
    assert_eq!(folder.feed(&["check", "-", "--fail-on", "info"], one.out()).code(), 0);
}

#[test]
fn planted_faults_are_listed_beside_the_dossier() {
    let folder = Folder::new();
    let names = "entity.code-check,session.counts-differ";
    let done = folder.run(&with(&["--size", "60kB", "--faults", names, "--count", "2", "--out", "town.json"]));
    assert_eq!(done.code(), 0, "{}", done.err());
    assert!(done.out().contains("town.planted.json"), "{}", done.out());
    let known: serde_json::Value = serde_json::from_str(&folder.read("town.planted.json")).unwrap();
    let planted = known["planted"].as_array().unwrap();
    assert_eq!(planted.len(), 4);
    let found = folder.run(&["check", "town.json", "--format", "json"]).json();
    let found = found["files"][0]["findings"].as_array().unwrap();
    assert_eq!(found.len(), 4);
    for fault in planted {
        let there =
            |finding: &&serde_json::Value| finding["code"] == fault["code"] && finding["pointer"] == fault["pointer"];
        assert!(found.iter().any(|finding| there(&finding)), "{fault}");
    }
}

#[test]
fn figures_at_their_thresholds_are_listed_too() {
    let folder = Folder::new();
    let arguments = with(&["--size", "60kB", "--boundary", "--out", "town.json", "--planted", "known.json"]);
    assert_eq!(folder.run(&arguments).code(), 0);
    let known: serde_json::Value = serde_json::from_str(&folder.read("known.json")).unwrap();
    assert_eq!(known["boundary"].as_array().unwrap().len(), 28);
    assert_eq!(known["boundary"][15]["indicator"], "16");
}

#[test]
fn a_large_size_is_a_dossier_a_line() {
    let folder = Folder::new();
    let done = folder.run(&with(&["--size", "5MB", "--out", "many.ndjson", "--planted", "many.known.ndjson"]));
    assert_eq!(done.code(), 0, "{}", done.err());
    let text = folder.read("many.ndjson");
    assert!((4_500_000..=5_500_000).contains(&text.len()));
    assert_eq!(text.lines().count(), folder.read("many.known.ndjson").lines().count());
    for line in text.lines() {
        assert!(serde_json::from_str::<serde_json::Value>(line).is_ok());
    }
}

#[test]
fn what_cannot_be_made_is_refused_in_both_languages() {
    let folder = Folder::new();
    for (arguments, zh, en) in [
        (&["--size", "9kB"][..], "大小须在", "the size must be"),
        (&["--size", "2GB"], "大小须在", "the size must be"),
        (&["--size", "much"], "大小写得不对", "not a size"),
        (&["--size", "20kB", "--boundary", "--out", "a.json"], "大小须在", "the size must be"),
        (&["--year", "1999"], "年度须在", "the year must be"),
        (&["--faults", "no.such"], "没有名为 no.such", "no fault named no.such"),
        (&["--faults", "all"], "附表没有地方写", "no place for the side file"),
        (&["--faults", "all", "--out", "a.json", "--planted", "./a.json"], "同一个文件", "name one file"),
        (
            &["--size", "60kB", "--faults", "tier.no-evidence", "--count", "2", "--out", "a.json"],
            "没有地方再埋",
            "no place left",
        ),
    ] {
        let done = folder.run(&with(arguments));
        assert_eq!(done.code(), 2, "{arguments:?}");
        assert!(done.err().contains(zh), "{arguments:?}: {}", done.err());
        let english: Vec<&str> = with(arguments).into_iter().chain(["--lang", "en"]).collect();
        let done = folder.run(&english);
        assert!(done.err().contains(en), "{arguments:?}: {}", done.err());
    }
    // nothing was left behind
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 0);
    assert_eq!(folder.run(&["generate"]).code(), 2);
    assert_eq!(folder.run(&with(&["--boundary", "--faults", "all"])).code(), 2);
}

#[test]
fn the_faults_are_listed() {
    let folder = Folder::new();
    let done = folder.run(&["generate", "--list-faults"]);
    assert_eq!(done.code(), 0);
    assert!(done.out().lines().any(|name| name == "structure.type:name"));
}

#[test]
fn a_reader_who_leaves_early_is_no_fault() {
    let folder = Folder::new();
    assert_eq!(folder.run_unread(&with(&["--size", "3MB"])), Some(0));
}
