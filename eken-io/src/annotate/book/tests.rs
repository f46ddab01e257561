//! The workbook and its list of sheets, before and after.

use super::*;
use crate::annotate::pass::of_markup;

fn written(markup: &str, goes: &[usize]) -> (String, String) {
    let book = of_markup(markup, Book::read).unwrap();
    let name = book.free("回执", goes);
    let names = vec![("_xlnm.Print_Area", "'回执'!$A$1".to_owned())];
    let first = First { name: name.clone(), id: "e1".to_owned(), names, goes: goes.to_vec() };
    let out = of_markup(markup, |pass| {
        let mut out = Out::new(Vec::new());
        write(pass, &book, &first, &mut out).unwrap();
        String::from_utf8(out.into_inner()).unwrap()
    });
    (name, out)
}

#[test]
fn the_receipt_is_the_first_sheet_and_what_counts_sheets_counts_anew() {
    let book = concat!(
        r#"<workbook xmlns="m" xmlns:r="r"><workbookProtection lockStructure="1"/><bookViews><workbookView firstSheet="1" activeTab="1"/>"#,
        r#"</bookViews><sheets><sheet name="甲" sheetId="1" r:id="a"/><sheet name="乙" sheetId="7" state="hidden" r:id="b"/></sheets>"#,
        r#"<definedNames><definedName name="全部">甲!$A$1</definedName><definedName name="本表" localSheetId="1">乙!$A$1</definedName>"#,
        r#"</definedNames><calcPr/></workbook>"#,
    );
    let (name, out) = written(book, &[]);
    assert_eq!(name, "回执");
    let expected = concat!(
        r#"<workbook xmlns="m" xmlns:r="r"><workbookProtection lockStructure="1"/><bookViews><workbookView/></bookViews><sheets>"#,
        r#"<sheet name="回执" sheetId="8" r:id="e1"/><sheet name="甲" sheetId="1" r:id="a"/><sheet name="乙" sheetId="7" state="hidden" r:id="b"/>"#,
        r#"</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'回执'!$A$1</definedName>"#,
        r#"<definedName name="全部">甲!$A$1</definedName><definedName name="本表" localSheetId="2">乙!$A$1</definedName></definedNames>"#,
        r#"<calcPr/></workbook>"#,
    );
    assert_eq!(out, expected);
}

#[test]
fn an_older_receipt_goes_with_its_names() {
    let book = concat!(
        r#"<x:workbook xmlns:x="m"><x:sheets><x:sheet name="回执" sheetId="2" q:id="old" xmlns:q="rel"/><x:sheet name="甲" sheetId="1" q:id="a" xmlns:q="rel"/>"#,
        r#"</x:sheets><x:definedNames><x:definedName name="_xlnm.Print_Area" localSheetId="0">'回执'!$A$1</x:definedName>"#,
        r#"<x:definedName name="n" localSheetId="1">1</x:definedName></x:definedNames></x:workbook>"#,
    );
    let (name, out) = written(book, &[0]);
    assert_eq!(name, "回执");
    let expected = concat!(
        r#"<x:workbook xmlns:x="m"><x:sheets><x:sheet xmlns:q="rel" name="回执" sheetId="3" q:id="e1"/><x:sheet name="甲" sheetId="1" q:id="a" xmlns:q="rel"/>"#,
        r#"</x:sheets><x:definedNames><x:definedName name="_xlnm.Print_Area" localSheetId="0">'回执'!$A$1</x:definedName>"#,
        r#"<x:definedName name="n" localSheetId="1">1</x:definedName></x:definedNames></x:workbook>"#,
    );
    assert_eq!(out.replace("&apos;", "'"), expected);
}

#[test]
fn names_find_their_place_in_a_workbook_without_any() {
    let before = |book: &str, what: &str| {
        let (_, out) = written(book, &[]);
        out.split_once("<definedNames>").is_some_and(|(_, rest)| rest.contains(what))
    };
    assert!(before(
        r#"<workbook><sheets><sheet name="a" id="a"/></sheets><externalReferences/><calcPr/></workbook>"#,
        "<calcPr/>"
    ));
    assert!(before(r#"<workbook><sheets><sheet name="a" id="a"/></sheets></workbook>"#, "</workbook>"));
    let (name, out) = written(
        r#"<workbook><sheets><sheet name="回执" id="a"/><sheet name="回执 (2)" id="b"/></sheets><definedNames/></workbook>"#,
        &[],
    );
    assert_eq!(name, "回执 (3)");
    assert!(
        out.contains("<sheet name=\"回执 (3)\" sheetId=\"1\" id=\"e1\"/>")
            && out.contains("</definedNames></workbook>"),
        "{out}"
    );
}
