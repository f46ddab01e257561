//! Sheets before and after their cells are marked.

use super::*;
use crate::annotate::pass::of_markup;

fn marked(markup: &str, marks: &[(At, usize)], drawing: bool) -> String {
    let marked = marks.iter().map(|(at, _)| *at).collect();
    let scan = of_markup(markup, |pass| Scan::read(pass, &marked)).unwrap();
    let drawing = drawing.then(|| ("r9".to_owned(), "http://r".to_owned()));
    let change = Change { styles: marks.iter().copied().collect(), drawing };
    of_markup(markup, |pass| {
        let mut out = Out::new(Vec::new());
        write(pass, &scan, &change, &mut out).unwrap();
        String::from_utf8(out.into_inner()).unwrap()
    })
}

#[test]
fn a_cell_takes_its_style_and_keeps_all_else() {
    let sheet = r#"<worksheet xmlns="m"><sheetData><row r="3" spans="1:2" x:dy="0.2"><c r="A3" t="s" s="4" cm="1"><v>0</v></c><c r="B3"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>"#;
    let out = marked(sheet, &[((3, 1), 9)], false);
    assert_eq!(out, sheet.replace("s=\"4\"", "s=\"9\""));
}

#[test]
fn cells_and_rows_that_are_not_there_are_put_in_where_they_belong() {
    let sheet = concat!(
        r#"<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:dimension ref="B2:C5"/><x:sheetData><x:row r="2" spans="2:3">"#,
        r#"<x:c r="B2"><x:v>1</x:v></x:c></x:row><x:row r="5"/></x:sheetData><x:pageMargins left="1"/></x:worksheet>"#,
    );
    let out = marked(sheet, &[((1, 1), 7), ((2, 1), 7), ((2, 4), 8), ((5, 2), 7), ((9, 3), 7)], false);
    let expected = concat!(
        r#"<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:dimension ref="A1:D9"/><x:sheetData><x:row r="1"><x:c r="A1" s="7"/></x:row>"#,
        r#"<x:row r="2"><x:c r="A2" s="7"/><x:c r="B2"><x:v>1</x:v></x:c><x:c r="D2" s="8"/></x:row><x:row r="5"><x:c r="B5" s="7"/></x:row>"#,
        r#"<x:row r="9"><x:c r="C9" s="7"/></x:row></x:sheetData><x:pageMargins left="1"/></x:worksheet>"#,
    );
    assert_eq!(out, expected);
}

#[test]
fn places_that_are_left_out_are_written_so_that_nothing_moves() {
    let sheet = "<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData></worksheet>";
    let out = marked(sheet, &[((2, 2), 5)], false);
    assert_eq!(
        out,
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>\
         <row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"B2\" s=\"5\"/></row></sheetData></worksheet>"
    );
}

#[test]
fn an_empty_sheet_takes_rows_and_a_row_out_of_order_its_cells() {
    assert_eq!(
        marked("<worksheet><sheetData/></worksheet>", &[((4, 2), 1)], false),
        "<worksheet><sheetData><row r=\"4\"><c r=\"B4\" s=\"1\"/></row></sheetData></worksheet>"
    );
    let sheet = "<worksheet><sheetData><row r=\"7\"><c r=\"A7\"/></row><row r=\"2\"><c r=\"A2\"/></row></sheetData></worksheet>";
    let out = marked(sheet, &[((2, 3), 1), ((3, 1), 1)], false);
    assert_eq!(
        (out.matches("r=\"C2\"").count(), out.matches("r=\"A3\"").count(), out.matches("<row ").count()),
        (1, 1, 3)
    );
}

#[test]
fn the_way_to_the_comments_stands_where_the_standard_wants_it_and_the_sheet_is_not_the_open_one() {
    let sheet = concat!(
        r#"<worksheet><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1"/></sheetView></sheetViews><sheetData/>"#,
        r#"<drawing r:id="d"/><tableParts count="1"/><extLst/></worksheet>"#,
    );
    let out = marked(sheet, &[], true);
    assert_eq!(
        out,
        sheet
            .replace(" tabSelected=\"1\"", "")
            .replace("<tableParts", "<legacyDrawing xmlns:ek=\"http://r\" ek:id=\"r9\"/><tableParts")
    );
    let out = marked("<worksheet><sheetData/></worksheet>", &[], true);
    assert!(out.ends_with("<sheetData/><legacyDrawing xmlns:ek=\"http://r\" ek:id=\"r9\"/></worksheet>"), "{out}");
    let held = of_markup("<worksheet><sheetData/><legacyDrawing r:id=\"q\"/></worksheet>", |pass| {
        Scan::read(pass, &BTreeSet::new())
    });
    assert_eq!(held.unwrap().drawing.as_deref(), Some("q"));
}

#[test]
fn a_cell_that_is_not_there_has_the_style_of_its_row_or_its_column() {
    let sheet = concat!(
        "<worksheet><cols><col min=\"2\" max=\"3\" style=\"6\" width=\"9\"/></cols><sheetData>",
        "<row r=\"2\" s=\"8\" customFormat=\"1\"/><row r=\"3\"><c r=\"B3\" s=\"2\"/></row></sheetData></worksheet>"
    );
    let marked = BTreeSet::from([(2, 2), (3, 2), (3, 3), (4, 1)]);
    let scan = of_markup(sheet, |pass| Scan::read(pass, &marked)).unwrap();
    assert_eq!([(2, 2), (3, 2), (3, 3), (4, 1)].map(|at| scan.style(at)), [8, 2, 6, 0]);
}
