//! The inputs that are kept, and others made of them.

use std::path::{Path, PathBuf};

use crate::random::Random;

/// Where the inputs of a door are kept.
pub fn folder(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target)
}

/// The inputs that are kept for a door, by file name.
///
/// # Panics
/// When the folder cannot be read.
pub fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder(target)).expect("a corpus").map(|entry| entry.expect("an entry").path()).collect();
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
