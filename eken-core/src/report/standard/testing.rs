//! For the tests of these formats: one file with findings and a waiver, one that could not be read.

use crate::limits::Limits;
use crate::parse::parse;
use crate::plan::builtin;
use crate::report::{ErrorDocument, FileDocument, FindingsFile};
use crate::validate::{Profile, validate_with};
use crate::words::Lang;

pub(super) const TOWN: &str = r#"{"schema_version": 1, "as_of": "2023-12-31",
 "entities": {"items": [{"id": "E1", "code": "91140827MA0EKEN03Y"}, {"id": "E2", "code": 7}]},
 "instruments": {"items": [{"id": "R1", "kind": "measure", "title": "<办法> & \"细则\"", "issued": "2023-05-01"}]},
 "tow": 1}"#;

pub(super) fn files(lang: Lang) -> FindingsFile {
    let profile = "[[waiver]]\nrule = \"structure.unknown-field\"\nat = \"/tow\"\nreason = \"旧表\"\nauthority = \"县工科局\"\nuntil = \"2024-06-30\"\n";
    let plan = builtin("yuanqu-2023").unwrap();
    let parsed = parse(TOWN.as_bytes(), &Limits::default()).unwrap();
    let checked = validate_with(parsed, &plan, &Profile::load(profile).unwrap());
    let error = parse(b"{\n  nonsense", &Limits::default()).unwrap_err();
    FindingsFile {
        files: vec![
            FileDocument::read("上报/a b.json", &checked, &plan, lang),
            FileDocument::unread("b.json", ErrorDocument::new(&error, lang)),
        ],
    }
}
