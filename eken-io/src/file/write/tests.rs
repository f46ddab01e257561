//! Files written whole, and those that were not.

use std::sync::atomic::AtomicUsize;

use super::*;

/// A folder of its own for a test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("eken-write-{}-{number}", std::process::id()));
        fs::create_dir(&path).unwrap();
        Self(path)
    }

    fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
        path
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn say(path: &Path, text: &str) -> Result<()> {
    safe_write(path, |writer| writer.write_all(text.as_bytes()).map_err(|_| WRITE))
}

#[test]
fn a_file_is_made_or_replaced() {
    let folder = Folder::new();
    let path = folder.0.join("结果.csv");
    say(&path, "old").unwrap();
    say(&path, "new").unwrap();
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), folder.names()), ("new", vec!["结果.csv".to_owned()]));
    // a name as long as names may be
    let long = folder.0.join("a".repeat(255));
    say(&long, "x").unwrap();
    assert_eq!(fs::read_to_string(long).unwrap(), "x");
}

#[test]
fn the_old_file_stays_when_anything_fails() {
    let folder = Folder::new();
    let path = folder.put("a.csv", "old");
    let failed: Result<()> = safe_write(&path, |writer| {
        writer.write_all(&[b'x'; 100_000]).unwrap();
        Err(WRITE)
    });
    assert_eq!(failed, Err(WRITE));
    let panicked = std::panic::catch_unwind(|| safe_write::<()>(&path, |_| panic!("on the way")));
    assert!(panicked.is_err());
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), folder.names()), ("old", vec!["a.csv".to_owned()]));
    assert_eq!(say(&folder.0.join("none/a.csv"), "x"), Err(WRITE));
    assert_eq!(say(&folder.0, "x"), Err(WRITE));
    assert_eq!(say(Path::new(""), "x"), Err(WRITE));
}

#[test]
fn leftovers_are_swept_and_nothing_else() {
    let folder = Folder::new();
    for name in [".eken-1-2.tmp", ".eken-99-0.tmp"] {
        folder.put(name, "left");
    }
    let others =
        [".eken-1.tmp", ".eken-1-x.tmp", ".eken-1-2.tmp.csv", "eken-1-2.tmp", ".eken--.tmp", ".eken-1-2-3.tmp"];
    for name in others {
        folder.put(name, "other");
    }
    fs::create_dir(folder.0.join(".eken-5-5.tmp")).unwrap();
    // one that somebody still writes
    let busy = File::open(folder.put(".eken-7-7.tmp", "busy")).unwrap();
    busy.lock().unwrap();
    say(&folder.0.join("a.csv"), "x").unwrap();
    let mut left: Vec<&str> = others.into_iter().chain([".eken-5-5.tmp", ".eken-7-7.tmp", "a.csv"]).collect();
    left.sort_unstable();
    assert_eq!(folder.names(), left);
    drop(busy);
    say(&folder.0.join("a.csv"), "y").unwrap();
    assert!(!folder.names().contains(&".eken-7-7.tmp".to_owned()));
}

#[test]
fn writers_at_the_same_time_do_not_disturb_each_other() {
    let folder = Folder::new();
    std::thread::scope(|scope| {
        for writer in 0..8 {
            let path = folder.0.join(format!("{}.csv", writer % 2));
            scope.spawn(move || (0..20).for_each(|_| say(&path, &"x".repeat(50_000)).unwrap()));
        }
    });
    assert_eq!(folder.names(), ["0.csv", "1.csv"]);
    assert_eq!(fs::metadata(folder.0.join("0.csv")).unwrap().len(), 50_000);
}

#[cfg(unix)]
#[test]
fn links_and_rights_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new();
    let path = folder.put("a.csv", "old");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("a.csv", folder.0.join("link")).unwrap();
    say(&folder.0.join("link"), "new").unwrap();
    assert!(fs::symlink_metadata(folder.0.join("link")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
}
