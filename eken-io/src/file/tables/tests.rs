//! Folders and archives of tables.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use eken_core::words::Lang;

use super::*;
use crate::csv::read::CsvLimits;
use crate::file::made::{Made, archive as packed};

struct Folder(PathBuf);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("eken-tables-{}-{number}", std::process::id()));
        fs::create_dir(&path).unwrap();
        for (name, bytes) in files {
            std::io::Write::write_all(&mut fs::File::create(path.join(name)).unwrap(), bytes).unwrap();
        }
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn packed_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    packed(&files.iter().map(|(name, bytes)| Made::stored(name.as_bytes(), bytes)).collect::<Vec<_>>())
}

/// The same files in a folder and in an archive, which must be read alike.
fn both(files: &[(&str, &[u8])], options: &TablesOptions) -> Result<Tables> {
    let by_folder = folder(&Folder::new(files).0, options);
    let by_archive = archive(&packed_of(files), options);
    assert_eq!(by_folder, by_archive);
    by_folder
}

fn names(tables: &Tables) -> Vec<&str> {
    tables.tables.iter().map(|table| table.name.as_str()).collect()
}

fn refused(files: &[(&str, &[u8])]) -> (&'static str, Option<String>) {
    both(files, &TablesOptions::default())
        .map(drop)
        .map_err(|error| (error.code, error.at.map(|at| at.text(Lang::En))))
        .unwrap_err()
}

#[test]
fn tables_are_read_in_the_order_of_their_names() {
    let files: [(&str, &[u8]); 6] = [
        ("sales.CSV", b"a;b\n1;2\n"),
        ("设施.txt", "名称\t面积\n".as_bytes()),
        ("entities.sales.tsv", b"\xc3\xfb\xb3\xc6\t1\r\n"),
        ("notes.docx", b"x"),
        (".hidden.csv", b"x"),
        ("~$sales.csv", b"x"),
    ];
    let tables = both(&files, &TablesOptions::default()).unwrap();
    assert_eq!(names(&tables), ["entities.sales", "sales", "设施"]);
    assert_eq!(tables.left_out, [".hidden.csv", "notes.docx", "~$sales.csv"]);
}

#[test]
fn a_table_that_cannot_be_read_is_named_with_its_place() {
    let good: (&str, &[u8]) = ("a.csv", b"1");
    assert_eq!(refused(&[good, ("b.csv", b"1\n\"2\n")]), ("csv.quote", Some("b.csv, line 2".into())));
    assert_eq!(refused(&[good, ("甲乙.csv", b"1\n\0")]), ("csv.nul", Some("file 2, line 2".into())));
    assert_eq!(refused(&[good, ("b.csv", b"")]), ("file.empty", Some("b.csv".into())));
    assert_eq!(
        refused(&[good, ("b.csv", b"PK\x03\x04")]),
        ("file.mismatch", Some("b.csv, content of a .zip file".into()))
    );
    assert_eq!(refused(&[good, ("A.txt", b"1")]), ("file.duplicate", Some("a.csv".into())));
    assert_eq!(refused(&[]), ("file.none", None));
    assert_eq!(refused(&[("a.json", b"{}")]), ("file.none", None));
}

#[test]
fn limits_count_for_all_files_together() {
    let files: [(&str, &[u8]); 2] = [("a.csv", b"1,2,3\n"), ("b.csv", b"4,5\n6\n")];
    let mut options = TablesOptions { csv: ReadOptions::default(), zip: ZipLimits::default() };
    options.csv.limits = CsvLimits { cells: 6, ..CsvLimits::default() };
    options.zip.bytes = 12;
    assert!(both(&files, &options).is_ok());
    options.csv.limits.cells = 5;
    let error = both(&files, &options).unwrap_err();
    assert_eq!((error.code, error.place(Lang::En).as_str()), ("csv.cells", "b.csv, line 2"));
    options.zip.bytes = 11;
    let here = Folder::new(&files);
    assert_eq!(folder(&here.0, &options).unwrap_err().code, "file.bytes");
    assert_eq!(archive(&packed_of(&files), &options).unwrap_err().code, "zip.bytes");
    options.zip.entries = 1;
    assert_eq!(folder(&here.0, &options).unwrap_err().code, "file.count");
    assert_eq!(archive(&packed_of(&files), &options).unwrap_err().code, "zip.entries");
}

#[test]
fn folders_inside_and_links_are_not_followed() {
    let here = Folder::new(&[("a.csv", b"1")]);
    fs::create_dir(here.0.join("b.csv")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(here.0.join("a.csv"), here.0.join("c.csv")).unwrap();
    let tables = folder(&here.0, &TablesOptions::default()).unwrap();
    assert_eq!(names(&tables), ["a"]);
    assert_eq!(tables.left_out, if cfg!(unix) { vec!["b.csv", "c.csv"] } else { vec!["b.csv"] });
    assert_eq!(folder(&here.0.join("none"), &TablesOptions::default()).unwrap_err().code, "file.read");

    let read = |files: &[(&str, &[u8])]| archive(&packed_of(files), &TablesOptions::default());
    let tables = read(&[("a.csv", b"1"), ("more/b.csv", b"2"), ("../c.csv", b"3")]).unwrap();
    assert_eq!(
        (names(&tables), tables.left_out.as_slice()),
        (vec!["a"], ["../c.csv", "more/b.csv"].map(String::from).as_slice())
    );
}

#[test]
fn a_folder_that_was_packed_whole_is_the_archive() {
    let read = |files: &[(&str, &[u8])]| archive(&packed_of(files), &TablesOptions::default());
    let tables = read(&[("data/", b""), ("data/b.csv", b"1"), ("data/a.csv", b"2"), ("__MACOSX/data/._a.csv", b"x")]);
    assert_eq!(names(&tables.unwrap()), ["a", "b"]);
    let tables = read(&[("data/b.csv", b"1"), ("data/more/a.csv", b"2")]).unwrap();
    assert_eq!((names(&tables), tables.left_out.as_slice()), (vec!["b"], ["more/a.csv".to_owned()].as_slice()));
    assert_eq!(read(&[("data/b.csv", b"1"), ("other/a.csv", b"2")]).unwrap_err().code, "file.none");
    assert_eq!(archive(b"PK\x03\x04", &TablesOptions::default()).unwrap_err().code, "zip.damaged");
}

#[test]
fn what_may_hold_data_is_counted_and_what_is_known_to_hold_none_is_not() {
    let count = |files: &[(&str, &[u8])]| both(files, &TablesOptions::default()).unwrap().others;
    let table: (&str, &[u8]) = ("a.csv", b"1");
    let idle =
        ["datapackage.json", "~$b.xlsx", ".b.csv", "Thumbs.db", "desktop.ini", ".DS_Store", "1.JPG", "2.docx", "3.pdf"];
    let idle = idle.map(|name| (name, &b"x"[..]));
    assert_eq!(count(&[&[table], &idle[..]].concat()), 0);
    assert_eq!(
        count(&[table, ("b.xlsx", b"x"), ("c.xls", b"x"), ("d.json", b"{}"), ("e.zip", b"x"), ("f", b"x"), idle[0]]),
        5
    );

    let read = |files: &[(&str, &[u8])]| archive(&packed_of(files), &TablesOptions::default()).unwrap().others;
    let here = Folder::new(&[table]);
    let put = |folder: &str, name: &str| {
        fs::create_dir_all(here.0.join(folder)).unwrap();
        std::io::Write::write_all(&mut fs::File::create(here.0.join(folder).join(name)).unwrap(), b"x").unwrap();
    };
    // folders: one that holds a table, or another folder, counts once; schemas, pictures and hidden ones do not
    for (folder_name, file, expected) in [
        ("schemas", "entities.json", 0),
        ("照片", "1.jpg", 0),
        (".git", "a.csv", 0),
        ("__MACOSX", "a.csv", 0),
        ("more", "b.csv", 1),
        ("more", "c.csv", 1),
        ("deep/er", "1.jpg", 2),
        ("照片", "a.xlsx", 3),
        ("schemas", "a.xlsx", 4),
    ] {
        put(folder_name, file);
        assert_eq!(folder(&here.0, &TablesOptions::default()).unwrap().others, expected, "{folder_name}/{file}");
    }
    assert_eq!(read(&[table, ("schemas/entities.json", b"x"), ("照片/1.jpg", b"x"), ("__MACOSX/b.csv", b"x")]), 0);
    assert_eq!(
        read(&[table, ("more/b.csv", b"x"), ("more/c.csv", b"x"), ("deep/er/1.jpg", b"x"), ("d.json", b"x")]),
        3
    );
}

#[test]
fn the_one_folder_of_an_archive_that_holds_tables_is_read_whatever_lies_beside_it() {
    let read = |files: &[(&str, &[u8])]| archive(&packed_of(files), &TablesOptions::default()).unwrap();
    let table: (&str, &[u8]) = ("档案/a.csv", b"1");
    for (beside, others) in [
        (".DS_Store", 0),
        ("__MACOSX/._a.csv", 0),
        ("__MACOSX/档案/._a.csv", 0),
        ("档案/__MACOSX/b.csv", 0),
        ("说明.docx", 0),
        ("照片/1.png", 0),
        ("设施.xlsx", 1),
        ("其他/设施.xlsx", 1),
        ("档案/旧/b.csv", 1),
    ] {
        let tables = read(&[table, (beside, b"x")]);
        assert_eq!((names(&tables), tables.others), (vec!["a"], others), "{beside}");
    }
    assert_eq!(names(&read(&[("甲/乙/a.csv", b"1"), ("甲/乙/b.csv", b"1"), ("甲/1.png", b"1")])), ["a", "b"]);
}

#[test]
fn an_archive_of_something_else_says_what_to_do() {
    let help = |files: &[(&str, &[u8])]| {
        let error = archive(&packed_of(files), &TablesOptions::default()).unwrap_err();
        assert_eq!(error.code, "file.none");
        error.help.en.contains("check dossier.xlsx")
    };
    assert!(help(&[("设施.xlsx", b"x")]) && help(&[("a/b.json", b"{}"), ("1.jpg", b"x")]) && help(&[("in.zip", b"x")]));
    assert!(!help(&[("1.jpg", b"x")]) && !help(&[("a/b.csv", b"1"), ("c/d.csv", b"1"), ("e.xlsx", b"x")]));
}
