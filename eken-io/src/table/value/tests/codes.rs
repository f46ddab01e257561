//! Codes and flags.

use super::bench::{column, number, shown, text, texts};
use crate::grid::Cell;
use crate::table::layout::layout;
use eken_core::model::kind::FieldKind;

#[test]
fn a_code_is_known_by_itself_and_by_its_labels() {
    texts(
        column("facilities.roles", "role"),
        &[
            ("display_experience", r#""display_experience""#),
            ("产品展示体验中心", r#""display_experience""#),
            (" 产品展示 体验中心 ", r#""display_experience""#),
            ("Display and Experience Centre", r#""display_experience""#),
            ("ｄｉｓｐｌａｙ＿ｅｘｐｅｒｉｅｎｃｅ", r#""display_experience""#),
            ("Display-Experience", r#""display_experience""#),
            ("“产品展示体验中心”", r#""display_experience""#),
            ("展厅", r#""展厅""#),
            ("公共服务中心；培训孵化中心", r#""公共服务中心；培训孵化中心""#),
            ("无", "blank dash"),
            ("N/A", "blank dash"),
            ("—", "blank dash"),
        ],
    );
    texts(
        column("entities.roles", "recognition"),
        &[
            ("县级（本地）", r#""county""#),
            ("县级(本地)", r#""county""#),
            ("县级", r#""county""#),
            ("国家级", r#""nation""#),
            ("省级（认定）", r#""province""#),
            ("级", r#""级""#),
            ("()", r#""()""#),
        ],
    );
    texts(
        column("brands", "level"),
        &[("小而美自主品牌", r#""boutique_own""#), ("\"小而美\"自主品牌", r#""boutique_own""#)],
    );
    texts(column("instruments", "kind"), &[("方案、规划", r#""scheme""#), ("办法", r#""measure""#)]);
    texts(column("instruments.covers", "content"), &[("放管服专门政策", r#""streamlining_policy""#)]);
    assert_eq!(shown(number("3"), column("instruments", "kind"), None), r#""3""#);
}

#[test]
fn several_codes_in_a_cell_are_parted() {
    texts(
        column("trainees", "groups"),
        &[
            ("返乡农民工", r#"["returning_migrant_worker"]"#),
            ("返乡农民工；退役军人", r#"["returning_migrant_worker","veteran"]"#),
            ("返乡农民工、退役军人，脱贫户", r#"["returning_migrant_worker","veteran","lifted_out_of_poverty"]"#),
            ("返乡农民工\n其他", r#"["returning_migrant_worker","other"]"#),
            ("返乡农民工/退役军人", r#"["returning_migrant_worker","veteran"]"#),
            ("返乡农民工 退役军人", r#"["returning_migrant_worker","veteran"]"#),
            ("返乡农民工/大学生村官", r#"["返乡农民工/大学生村官"]"#),
            ("退役军人；妇女", r#"["veteran","妇女"]"#),
            ("veteran, graduate", r#"["veteran","graduate"]"#),
            (r#"["veteran"]"#, r#"["veteran"]"#),
        ],
    );
}

#[test]
fn every_code_is_found_by_each_of_its_names() {
    let layout = layout();
    let mut lists = 0;
    for sheet in &layout.sheets {
        for column in &sheet.columns {
            let FieldKind::Code(codes) = column.holds.kind() else { continue };
            lists += 1;
            for info in *codes {
                for name in [info.code, info.label.zh, info.label.en] {
                    let found = shown(text(name), column, None);
                    let found = found.trim_matches(['[', ']']);
                    assert_eq!(found, format!("\"{}\"", info.code), "{} {name}", sheet.key);
                }
            }
        }
    }
    assert!(lists > 20, "only {lists} lists of codes");
}

#[test]
fn yes_and_no_have_many_forms() {
    let flag = column("entities", "legal_person");
    for yes in ["是", "有", "对", "√", "✓", "✔", "✔️", "Y", "yes", "TRUE", "true", "1", "１", " 是 "] {
        assert_eq!(shown(text(yes), flag, None), "true", "{yes}");
    }
    for no in ["否", "无", "错", "×", "✗", "✘", "N", "No", "FALSE", "0", "x"] {
        assert_eq!(shown(text(no), flag, None), "false", "{no}");
    }
    for other in ["也许", "2", "部分", "是否"] {
        assert_eq!(shown(text(other), flag, None), format!("\"{other}\""));
    }
    assert_eq!(shown(Cell::Flag(true), flag, None), "true");
    assert_eq!(shown(number("0"), flag, None), "false");
    assert_eq!(shown(number("3"), flag, None), r#""3""#);
    assert_eq!(shown(text("—"), flag, None), "blank dash");
    assert_eq!(shown(text("不详"), flag, None), "blank dash");
    assert_eq!(shown(text("#未采集"), flag, None), r#"{"missing":"not_collected"}"#);
}
