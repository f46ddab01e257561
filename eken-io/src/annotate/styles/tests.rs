//! Styles before marks, with them, and without them again.

use super::*;
use crate::annotate::pass::of_markup;

const SHEET: &str = concat!(
    r#"<styleSheet xmlns="m"><numFmts count="1"><numFmt numFmtId="176" formatCode="0.0"/></numFmts>"#,
    r#"<fonts count="2"><font><sz val="11"/></font><font><b/><color theme="0"/></font></fonts>"#,
    r#"<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>"#,
    r#"<fill><patternFill patternType="solid"><fgColor rgb="FF203864"/></patternFill></fill></fills>"#,
    r#"<borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="176" fontId="0" fillId="0" borderId="0"/>"#,
    r#"<xf numFmtId="0" fontId="1" fillId="2" borderId="0" applyFill="1"><alignment horizontal="right"/><protection locked="0"/></xf></cellXfs>"#,
    r#"<dxfs count="0"/></styleSheet>"#,
);

fn read(markup: &str, old: &Memory) -> Styles {
    of_markup(markup, |pass| Styles::read(pass, old)).unwrap()
}

fn written(markup: &str, styles: &Styles) -> String {
    of_markup(markup, |pass| {
        let mut out = Out::new(Vec::new());
        styles.write(pass, &mut out).unwrap();
        String::from_utf8(out.into_inner()).unwrap()
    })
}

#[test]
fn a_marked_style_has_another_fill_and_everything_else_of_the_old_one() {
    let mut styles = read(SHEET, &Memory::default());
    assert_eq!(styles.mark(0, Severity::Error).unwrap(), Some(2));
    assert_eq!(styles.mark(1, Severity::Warning).unwrap(), Some(3));
    assert_eq!(styles.mark(0, Severity::Error).unwrap(), Some(2));
    let out = written(SHEET, &styles);
    for part in [
        r#"<fonts count="3">"#,
        // white on dark would not be seen on a light fill
        r#"<font><b/></font></fonts>"#,
        r#"<fills count="5">"#,
        r#"<fgColor rgb="FFE8A8A0"/>"#,
        r#"<cellXfs count="4">"#,
        r#"<xf numFmtId="176" fontId="0" fillId="3" borderId="0" applyFill="1"/>"#,
        r#"<xf numFmtId="0" fontId="2" fillId="4" borderId="0" applyFill="1" applyFont="1"><alignment horizontal="right"/><protection locked="0"/></xf>"#,
        r#"</cellXfs><dxfs count="0"/></styleSheet>"#,
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    // what was there is as it was
    assert!(out.contains(r#"<xf numFmtId="0" fontId="1" fillId="2" borderId="0" applyFill="1"><alignment"#), "{out}");
}

#[test]
fn the_marks_of_an_earlier_copy_are_taken_off() {
    let mut styles = read(SHEET, &Memory::default());
    for (base, severity) in [(0, Severity::Error), (1, Severity::Info)] {
        styles.mark(base, severity).unwrap();
    }
    let marked = written(SHEET, &styles);
    let texts: Vec<String> = styles.memory.texts().collect();
    let again = read(&marked, &Memory::read(texts.iter().map(String::as_str)));
    let out = written(&marked, &again);
    assert!(out.contains(r#"<xf numFmtId="176" fontId="0" fillId="0" borderId="0" applyFill="1"/>"#), "{out}");
    assert!(
        out.contains(r#"<xf numFmtId="0" fontId="1" fillId="2" borderId="0" applyFill="1" applyFont="1"><alignment"#),
        "{out}"
    );
    // without the memory there is no fill beneath
    let forgotten = written(&marked, &read(&marked, &Memory::default()));
    assert!(forgotten.contains(r#"fontId="2" fillId="0" borderId="0" applyFill="1""#), "{forgotten}");
}

#[test]
fn lists_that_are_not_there_are_put_in_where_they_belong() {
    let bare = r#"<s:styleSheet xmlns:s="m"><s:numFmts count="0"/><s:dxfs/></s:styleSheet>"#;
    let mut styles = read(bare, &Memory::default());
    assert_eq!(styles.mark(0, Severity::Error).unwrap(), Some(1));
    let out = written(bare, &styles);
    let places: Vec<_> = ["<s:numFmts", "<s:fonts", "<s:fills", "<s:borders", "<s:cellXfs", "<s:dxfs"]
        .map(|part| out.find(part))
        .to_vec();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{out}");
    assert!(!out.contains("<font>") && out.contains("<s:xf numFmtId=\"0\" fontId=\"0\" fillId=\"2\""), "{out}");
    let one = "<styleSheet/>";
    let styles = read(one, &Memory::default());
    assert!(written(one, &styles).starts_with("<styleSheet><fonts count=\"1\"><font>"));
    let mut none = Styles::none();
    none.mark(0, Severity::Info).unwrap();
    assert!(
        none.part("m")
            .contains("<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/><xf ")
    );
}

#[test]
fn light_letters_are_told_from_dark_ones() {
    for (font, light) in [
        ("<font><color theme=\"0\"/></font>", true),
        ("<font><color theme=\"1\"/></font>", false),
        ("<font><color rgb=\"FFFFFF00\"/></font>", true),
        ("<font><color rgb=\"FFC00000\"/></font>", false),
        ("<font><color indexed=\"9\"/></font>", true),
        ("<font><b/></font>", false),
    ] {
        assert_eq!(is_light(font), light, "{font}");
    }
}
