//! Comments of the sender and of eken, once and again.

use super::*;
use crate::annotate::pass::of_markup;

const SENDER: &str = concat!(
    r#"<comments xmlns="m" xmlns:xr="r"><authors><author>填表员 &amp; 王</author></authors><commentList>"#,
    r#"<comment ref="C3" authorId="0" xr:uid="{1}"><text><t>请勿改动</t></text></comment>"#,
    r#"<comment ref="A1" authorId="0"><text><r><t>编号</t></r><phoneticPr fontId="1"/></text></comment></commentList><extLst/></comments>"#,
);

fn read(markup: &str) -> Comments {
    of_markup(markup, Comments::read).unwrap()
}

fn texts(cells: &[(At, &str)]) -> BTreeMap<At, String> {
    cells.iter().map(|(at, text)| (*at, (*text).to_owned())).collect()
}

fn part(comments: &Comments) -> String {
    String::from_utf8(comments.part("m").unwrap()).unwrap()
}

#[test]
fn the_senders_words_stay_and_ours_come_below() {
    let mut comments = read(SENDER);
    let changed = comments.change(&texts(&[((3, 3), "错误甲"), ((5, 2), "警告乙")])).unwrap();
    assert_eq!(changed.other.keys().collect::<Vec<_>>(), [&(3, 3)]);
    assert_eq!(changed.added.keys().collect::<Vec<_>>(), [&(5, 2)]);
    assert_eq!(changed.other[&(3, 3)], "请勿改动\n▼ eken\n错误甲\n▲ eken");
    let out = part(&comments);
    // a comment that is not marked is as it was
    assert!(
        out.contains(
            r#"<comment ref="A1" authorId="0"><text><r><t>编号</t></r><phoneticPr fontId="1"/></text></comment>"#
        ),
        "{out}"
    );
    assert!(
        out.contains("<author>填表员 &amp; 王</author><author>eken</author>") && out.contains("xr:uid=\"{1}\""),
        "{out}"
    );
    assert!(
        out.contains("<comment ref=\"B5\" authorId=\"1\">")
            && out.ends_with("</commentList><extLst></extLst></comments>"),
        "{out}"
    );
}

#[test]
fn a_second_copy_replaces_what_the_first_one_said() {
    let mut first = read(SENDER);
    first.change(&texts(&[((3, 3), "错误甲"), ((5, 2), "警告乙"), ((6, 2), "提示丙")])).unwrap();
    let mut second = read(&part(&first));
    let changed = second.change(&texts(&[((5, 2), "警告丁")])).unwrap();
    assert_eq!(changed.gone, BTreeSet::from([(6, 2)]));
    assert!(changed.added.is_empty() && changed.other.len() == 2, "{changed:?}");
    let out = part(&second);
    assert!(
        out.contains("请勿改动") && out.contains("警告丁") && out.matches("<author>eken</author>").count() == 1,
        "{out}"
    );
    for gone in ["错误甲", "警告乙", "提示丙"] {
        assert!(!out.contains(gone), "{gone}: {out}");
    }
    let mut third = read(&out);
    assert!(!third.change(&BTreeMap::new()).unwrap().is_nothing());
    let mut fourth = read(&part(&third));
    assert!(fourth.change(&BTreeMap::new()).unwrap().is_nothing());
}

#[test]
fn a_sheet_without_comments_gets_a_part_of_its_own() {
    let mut comments = Comments::default();
    comments.change(&texts(&[((1, 1), "错误 <甲>")])).unwrap();
    let out = part(&comments);
    assert!(out.contains("<comments xmlns=\"m\"><authors><author>eken</author></authors><commentList><comment ref=\"A1\" authorId=\"0\">"), "{out}");
    assert!(out.contains("错误 &lt;甲&gt;"), "{out}");
}
