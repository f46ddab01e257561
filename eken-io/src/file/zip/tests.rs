//! Archives within bounds, and those that are not.

use eken_core::words::Lang;
use proptest::prelude::*;

use super::*;
use crate::file::made::{Made, archive};

fn open(entries: &[Made]) -> Result<Vec<(String, Vec<u8>)>> {
    read(&archive(entries), &ZipLimits::default())
}

fn read(bytes: &[u8], limits: &ZipLimits) -> Result<Vec<(String, Vec<u8>)>> {
    let mut archive = Archive::open(bytes, limits)?;
    archive.check()?;
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    names.into_iter().map(|name| Ok((name.clone(), archive.read(&name)?.expect("a name of the archive")))).collect()
}

fn code(result: Result<Vec<(String, Vec<u8>)>>) -> (&'static str, Option<String>) {
    let error = result.expect_err("a refusal");
    assert!(!error.words.zh.is_empty() && !error.help.zh.is_empty() && !error.help.en.is_empty());
    (error.code, error.at.map(|at| at.text(Lang::En)))
}

#[test]
fn entries_are_read_by_their_names() {
    let read = open(&[Made::stored(b"b.csv", b"1"), Made::stored(b"folder/", b""), Made::zeros(b"a.csv", 1000)]);
    assert_eq!(read.unwrap(), [("b.csv".to_owned(), b"1".to_vec()), ("a.csv".to_owned(), vec![0; 1000])]);
    let bytes = archive(&[Made::stored(b"a", b"1")]);
    assert_eq!(Archive::open(&bytes, &ZipLimits::default()).unwrap().read("c").unwrap(), None);
    assert_eq!(open(&[]).unwrap(), []);
}

#[test]
fn names_are_utf8_or_gb18030_and_never_paths_of_windows() {
    // 设施.csv in GBK as Windows packs it, and in UTF-8 with and without the flag
    let gbk = open(&[Made::stored(b"\xc9\xe8\xca\xa9.csv", b"1")]).unwrap();
    assert_eq!(gbk[0].0, "设施.csv");
    assert_eq!(open(&[Made::stored("设施.csv".as_bytes(), b"1")]).unwrap()[0].0, "设施.csv");
    let flagged = Made { flags: 1 << 11, ..Made::stored("设施.csv".as_bytes(), b"1") };
    assert_eq!(open(&[flagged]).unwrap()[0].0, "设施.csv");
    // U+20000, four bytes in GB18030
    assert_eq!(open(&[Made::stored(b"\x95\x32\x82\x36.csv", b"1")]).unwrap()[0].0, "\u{20000}.csv");
    assert_eq!(open(&[Made::stored(b"a\\b.csv", b"1")]).unwrap()[0].0, "a/b.csv");
    assert_eq!(code(open(&[Made::stored(b"\xff\xff.csv", b"1")])), ("zip.name", Some("entry 1".into())));
}

#[test]
fn an_archive_holds_so_many_entries_and_no_more() {
    let entries = |count: usize| (0..count).map(|n| Made::stored(n.to_string().as_bytes(), b"")).collect::<Vec<_>>();
    assert_eq!(open(&entries(1_000)).unwrap().len(), 1_000);
    assert_eq!(code(open(&entries(1_001))).0, "zip.entries");
    // claimed and not there: no room is made for them
    for at in [8, 10] {
        let mut bytes = archive(&entries(2));
        let end = bytes.len() - 22 + at;
        bytes[end..end + 2].copy_from_slice(&[0xff, 0xff]);
        assert_eq!(code(read(&bytes, &ZipLimits::default())).0, "zip.entries");
    }
    let mut bytes = archive(&entries(2));
    let end = bytes.split_off(bytes.len() - 22);
    let start = bytes.len();
    bytes.extend(b"PK\x06\x06\x2c\0\0\0\0\0\0\0\x2d\0\x2d\0\0\0\0\0\0\0\0\0");
    bytes.extend([0, 0, 0, 1, 0, 0, 0, 0].repeat(2));
    bytes.extend([0; 16]);
    bytes.extend(b"PK\x06\x07\0\0\0\0");
    bytes.extend(u64::try_from(start).unwrap().to_le_bytes());
    bytes.extend([1, 0, 0, 0]);
    bytes.extend(end);
    assert_eq!(code(read(&bytes, &ZipLimits::default())).0, "zip.entries");
}

#[test]
fn inflated_bytes_count_together() {
    let limits = |bytes| ZipLimits { bytes, ..ZipLimits::default() };
    let bytes = archive(&[Made::stored(b"a", b"12345"), Made::stored(b"b", b"67890")]);
    assert!(read(&bytes, &limits(10)).is_ok());
    assert_eq!(code(read(&bytes, &limits(9))), ("zip.bytes", Some("b".into())));
    // what is read twice counts twice
    let mut twice = Archive::open(&bytes, &limits(10)).unwrap();
    assert!(twice.read("a").is_ok() && twice.read("a").is_ok());
    assert_eq!(twice.read("a").unwrap_err().code, "zip.bytes");
}

#[test]
fn tight_packing_is_allowed_in_small_entries_only() {
    assert!(open(&[Made::zeros(b"a", 1 << 20)]).is_ok());
    assert_eq!(code(open(&[Made::zeros(b"a", (1 << 20) + 1)])), ("zip.ratio", Some("a".into())));
    let loose = ZipLimits { ratio: 2_000, ..ZipLimits::default() };
    assert!(read(&archive(&[Made::zeros(b"a", (1 << 20) + 1)]), &loose).is_ok());
}

#[test]
fn an_entry_that_inflates_to_more_or_less_than_it_states_is_damaged() {
    for size in [0, 1, 1_999_999, 1 << 19] {
        let lie = Made { size, ..Made::zeros(b"a", 2_000_000) };
        assert_eq!(code(open(&[lie])).0, if size > 1 << 20 { "zip.ratio" } else { "zip.damaged" }, "{size}");
    }
    assert_eq!(code(open(&[Made { size: 2, ..Made::stored(b"a", b"1") }])), ("zip.damaged", Some("a".into())));
    assert_eq!(code(open(&[Made { crc: 1, ..Made::stored(b"a", b"1") }])), ("zip.damaged", Some("a".into())));
}

#[test]
fn duplicates_passwords_and_other_methods_are_refused() {
    let same = [Made::stored(b"a.csv", b"1"), Made::stored(b"A.csv", b"2")];
    assert_eq!(code(open(&same)), ("zip.duplicate", Some("A.csv".into())));
    let same = [Made::stored("甲".as_bytes(), b"1"), Made::stored(b"\xbc\xd7", b"2")];
    assert_eq!(code(open(&same)), ("zip.duplicate", Some("entry 2".into())));
    let locked = Made { flags: 1, ..Made::stored(b"a", b"1") };
    assert_eq!(code(open(&[locked])), ("zip.encrypted", Some("a".into())));
    for method in [9, 12, 14, 93, 95, 77] {
        let other = Made { method, ..Made::stored(b"a", b"1") };
        assert_eq!(code(open(&[other])), ("zip.method", Some("a".into())), "{method}");
    }
}

#[test]
fn every_cut_of_an_archive_is_damaged() {
    let whole = archive(&[Made::stored(b"a", b"12"), Made::zeros(b"b", 100)]);
    for end in 0..whole.len() {
        assert_eq!(code(read(&whole[..end], &ZipLimits::default())).0, "zip.damaged", "{end}");
    }
}

proptest! {
    #[test]
    fn nothing_in_an_archive_makes_the_reader_panic(
        flips in proptest::collection::vec((0_usize..300, any::<u8>()), 1..8),
    ) {
        let mut bytes = archive(&[Made::stored(b"a.csv", b"1,2"), Made::zeros(b"b", 5_000)]);
        for (at, byte) in flips {
            if let Some(old) = bytes.get_mut(at) {
                *old = byte;
            }
        }
        let _ = read(&bytes, &ZipLimits::default());
    }
}
