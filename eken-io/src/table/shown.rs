//! Names of sheets as far as anything may show them: senders name sheets after persons.

use eken_core::code::mask_personal;

use super::layout::{EXTRA, GUIDE, HEADS, ONCE, layout};

/// Whether the name of a sheet or file may be shown: a title of the layout with no more than numbering around it, or a name in
/// ASCII without blanks. Of another its number is told.
pub(crate) fn is_shown(name: &str) -> bool {
    // a number of a person is one in ASCII too
    if mask_personal(name) != name {
        return false;
    }
    let is_plain = !name.is_empty() && name.len() <= 64 && name.bytes().all(|byte| byte.is_ascii_graphic());
    let last = |title: &'static str| title.rsplit('·').next().unwrap_or(title);
    let sheets = layout().sheets.iter().flat_map(|sheet| {
        let (zh, en) = (sheet.title.zh.as_str(), sheet.title.en.as_str());
        [zh, en, last(zh), sheet.label.zh]
    });
    let others = [ONCE, HEADS, GUIDE, EXTRA].into_iter().flat_map(|label| [label.zh, label.en]);
    let around = |title: &str| name.split_once(title).map(|(before, after)| format!("{before}{after}"));
    let numbering = |sign: char| {
        sign.is_ascii_digit()
            || sign == ' '
            || "一二三四五六七八九十第附表件册年、.．-—（）()清单台账一览名录".contains(sign)
    };
    is_plain || sheets.chain(others).filter_map(around).any(|rest| rest.chars().all(numbering))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_where_it_cannot_be_a_persons() {
        for name in [
            "月度销售",
            "市场主体",
            "表3 市场主体",
            "三、设施清单",
            "市场主体 (2)",
            "基本情况",
            "Sheet1",
            "entities.sales",
        ] {
            assert!(is_shown(name), "{name}");
        }
        for name in [
            "某某某",
            "市场主体（某某某）",
            "某某某的市场主体",
            "封面",
            "",
            "13900000000",
            "142733197001010017",
            "139-0000-0000",
        ] {
            assert!(!is_shown(name), "{name}");
        }
    }
}
