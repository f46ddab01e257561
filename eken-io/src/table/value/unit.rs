//! Units that headings, unit rows and cells state, and by how much each multiplies.

use eken_core::quantity::Unit;

use super::written::compact;

/// A unit that a heading, a unit row or a cell states, such as 万元.
#[derive(Clone, Debug)]
pub struct Given {
    family: Family,
    /// What a figure in the unit is multiplied by to be in the base unit: numerator and denominator.
    times: (i128, i128),
    shown: String,
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Money,
    Area,
    Rate,
    Time,
    Count,
    /// A bare 万 or 亿: of whatever the column measures.
    Bare,
    /// What no column is kept in: other currencies, weights, days, a unit by another (元/平方米).
    Other,
}

type Known = (&'static [&'static str], Family, (i128, i128), &'static str);

/// What stands for the name itself: things are counted in many words.
const COUNTED: &str = "…";

/// Units: names as compared, what they measure, by how much they multiply, the name shown.
const UNITS: &[Known] = &[
    (&["元", "圆", "块", "元整", "圆整", "元正", "¥", "yuan", "rmb", "cny", "人民币"], Family::Money, (1, 1), "元"),
    (
        &["m2", "㎡", "m^2", "平方米", "平米", "平方", "平", "sqm", "squaremetre", "squaremetres", "squaremeters"],
        Family::Area,
        (1, 1),
        "平方米",
    ),
    (&["亩", "市亩", "mu"], Family::Area, (2000, 3), "亩"),
    (&["公顷", "ha", "hm2", "hm^2", "hectare", "hectares"], Family::Area, (10_000, 1), "公顷"),
    (&["平方公里", "平方千米", "km2", "km^2", "squarekilometres"], Family::Area, (1_000_000, 1), "平方公里"),
    (&["%", "百分比", "percent", "pct"], Family::Rate, (1, 1), "%"),
    (&["‰", "千分比"], Family::Rate, (1, 10), "‰"),
    (&["百分点", "个百分点", "percentagepoint", "percentagepoints"], Family::Rate, (1, 1), "百分点"),
    (&["小时", "时", "学时", "课时", "h", "hour", "hours", "hr", "hrs"], Family::Time, (1, 1), "小时"),
    (&["分钟", "分", "min", "minute", "minutes"], Family::Time, (1, 60), "分钟"),
    (
        &[
            "个",
            "人",
            "人次",
            "名",
            "位",
            "家",
            "户",
            "件",
            "间",
            "项",
            "次",
            "处",
            "条",
            "起",
            "场",
            "款",
            "种",
            "只",
            "套",
            "台",
            "person",
            "persons",
            "people",
            "person-times",
            "item",
            "items",
        ],
        Family::Count,
        (1, 1),
        COUNTED,
    ),
    (
        &[
            "美元", "欧元", "港元", "港币", "日元", "英镑", "usd", "天", "日", "周", "月", "年", "吨", "公斤", "千克",
            "斤", "克", "米", "公里", "千米", "公分", "箱", "单", "票", "吨位", "kg", "t", "km", "day", "days",
        ],
        Family::Other,
        (1, 1),
        COUNTED,
    ),
    (&[""], Family::Bare, (1, 1), ""),
];

/// Multipliers before a unit, longer names first.
const TIMES: &[(&str, i128, &str)] = &[
    ("100million", 100_000_000, "亿"),
    ("万亿", 1_000_000_000_000, "万亿"),
    ("百亿", 10_000_000_000, "百亿"),
    ("十亿", 1_000_000_000, "十亿"),
    ("千万", 10_000_000, "千万"),
    ("百万", 1_000_000, "百万"),
    ("百", 100, "百"),
    ("十万", 100_000, "十万"),
    ("亿", 100_000_000, "亿"),
    ("万", 10_000, "万"),
    ("wan", 10_000, "万"),
    ("10^4", 10_000, "万"),
    ("x10000", 10_000, "万"),
    ("×10000", 10_000, "万"),
    ("千", 1_000, "千"),
    ("billion", 1_000_000_000, "十亿"),
    ("million", 1_000_000, "百万"),
    ("thousand", 1_000, "千"),
    ("10000", 10_000, "万"),
    ("1000", 1_000, "千"),
];

/// What may stand before the name of a unit.
const BEFORE: [&str; 8] = ["计量单位", "金额单位", "面积单位", "货币单位", "单位", "人民币", "units", "unit"];

impl Given {
    /// The unit that a text states: nothing but its name, in brackets or after 单位 perhaps.
    pub fn parse(text: &str) -> Option<Self> {
        let text = compact(text);
        let mut rest = text.as_str();
        loop {
            let before = rest;
            for (open, close) in [('(', ')'), ('[', ']'), ('【', '】'), ('〔', '〕')] {
                rest = rest.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).unwrap_or(rest);
            }
            for word in BEFORE {
                let after = rest.strip_prefix(word).map(|rest| rest.trim_start_matches([':', '为', '/']));
                rest = after.filter(|rest| !rest.is_empty()).unwrap_or(rest);
            }
            if rest == before {
                break;
            }
        }
        let rest = rest.strip_suffix("人民币").filter(|rest| !rest.is_empty()).unwrap_or(rest);
        // 以万元计, 以万元为单位
        let meant =
            rest.strip_prefix('以').and_then(|rest| rest.strip_suffix('计').or_else(|| rest.strip_suffix("为单位")));
        let rest = meant.filter(|rest| !rest.is_empty()).unwrap_or(rest);
        let rest = rest.replace(',', "");
        let part = |name: &str| Self::named(name).filter(|given| !given.shown.is_empty());
        part(&rest).or_else(|| {
            let (of, by) = rest.split_once(['/', '每'])?;
            let shown = format!("{}/{}", part(of)?.shown, part(by)?.shown);
            Some(Self { family: Family::Other, times: (1, 1), shown })
        })
    }

    /// What ￥ before a figure states: that it is money, in the unit of its column.
    pub(super) fn sign() -> Self {
        Self { family: Family::Money, times: (1, 1), shown: "￥".to_owned() }
    }

    /// Whether it is nothing but the sign of money.
    pub(super) fn is_sign(&self) -> bool {
        self.shown == "￥"
    }

    fn named(name: &str) -> Option<Self> {
        let of = |name: &str| UNITS.iter().find(|(names, ..)| names.contains(&name));
        let word = |shown: &str, name: &str| if shown == COUNTED { name.to_owned() } else { shown.to_owned() };
        if let Some((_, family, times, shown)) = of(name) {
            return Some(Self { family: *family, times: *times, shown: word(shown, name) });
        }
        TIMES.iter().find_map(|(multiplier, by, before)| {
            let rest = name.strip_prefix(multiplier)?;
            let (_, family, (numerator, denominator), shown) = of(rest)?;
            let multiplies = !matches!(family, Family::Rate | Family::Time);
            let times = (numerator.checked_mul(*by)?, *denominator);
            multiplies.then(|| Self { family: *family, times, shown: format!("{before}{}", word(shown, rest)) })
        })
    }

    /// Whether a figure of a column in the unit given can be stated in it.
    pub fn fits(&self, unit: Unit) -> bool {
        let family = match unit {
            Unit::Yuan => Family::Money,
            Unit::SquareMetre => Family::Area,
            Unit::Percent | Unit::PercentagePoint => Family::Rate,
            Unit::Hour => Family::Time,
            Unit::PersonTime | Unit::Person | Unit::Item => Family::Count,
        };
        self.family == family
            || (self.family == Family::Bare && matches!(family, Family::Money | Family::Area | Family::Count))
    }

    /// The name of the unit as messages show it.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Numerator and denominator of what a figure in it is multiplied by.
    pub(super) const fn times(&self) -> (i128, i128) {
        self.times
    }

    /// Whether it multiplies as another one and measures the same.
    pub(in super::super) fn is_like(&self, other: &Self) -> bool {
        self.times == other.times
            && (self.family != Family::Other || self.shown == other.shown)
            && (self.family == other.family || self.family == Family::Bare || other.family == Family::Bare)
    }

    /// Whether it counts things by ones: a column of any kind of count may be in it.
    pub(in super::super) fn is_count(&self) -> bool {
        self.family == Family::Count && self.times == (1, 1)
    }

    /// Whether figures in it are kept as they are.
    pub(in super::super) fn is_base(&self) -> bool {
        self.times == (1, 1)
    }

    /// A unit that is stated in words which are not understood: no figure is taken in it.
    pub(in super::super) fn unknown(words: &str) -> Self {
        Self { family: Family::Other, times: (1, 1), shown: words.to_owned() }
    }

    /// Whether it is one of money, or may be.
    pub(super) fn is_money(&self) -> bool {
        self.fits(Unit::Yuan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_known_by_the_names_that_forms_give_them() {
        for (text, shown, times) in [
            ("元", "元", (1, 1)),
            ("万元", "万元", (10_000, 1)),
            ("（万元）", "万元", (10_000, 1)),
            ("单位：万元", "万元", (10_000, 1)),
            ("金额单位: 人民币万元", "万元", (10_000, 1)),
            ("万元人民币", "万元", (10_000, 1)),
            ("亿 元", "亿元", (100_000_000, 1)),
            ("千元", "千元", (1_000, 1)),
            ("百万元", "百万元", (1_000_000, 1)),
            ("10,000 yuan", "万元", (10_000, 1)),
            ("million yuan", "百万元", (1_000_000, 1)),
            ("㎡", "平方米", (1, 1)),
            ("m²", "平方米", (1, 1)),
            ("万㎡", "万平方米", (10_000, 1)),
            ("亩", "亩", (2000, 3)),
            ("万亩", "万亩", (20_000_000, 3)),
            ("公顷", "公顷", (10_000, 1)),
            ("HA", "公顷", (10_000, 1)),
            ("km²", "平方公里", (1_000_000, 1)),
            ("平方公里", "平方公里", (1_000_000, 1)),
            ("％", "%", (1, 1)),
            ("‰", "‰", (1, 10)),
            ("个百分点", "百分点", (1, 1)),
            ("学时", "小时", (1, 1)),
            ("分钟", "分钟", (1, 60)),
            ("人次", "人次", (1, 1)),
            ("万人次", "万人次", (10_000, 1)),
            ("万", "万", (10_000, 1)),
            ("美元", "美元", (1, 1)),
            ("万美元", "万美元", (10_000, 1)),
            ("元/㎡", "元/平方米", (1, 1)),
            ("元每人", "元/人", (1, 1)),
        ] {
            let given = Given::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((given.shown(), given.times()), (shown, times), "{text}");
        }
        for text in ["", "单位", "万%", "必填", "万元、%", "乡村", "元/", "/", "元/必填"] {
            assert!(Given::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_unit_fits_what_it_measures() {
        let fits = |text: &str, unit| Given::parse(text).unwrap().fits(unit);
        assert!(
            fits("万元", Unit::Yuan)
                && fits("万", Unit::Yuan)
                && fits("万", Unit::Item)
                && fits("万", Unit::SquareMetre)
        );
        assert!(fits("亩", Unit::SquareMetre) && fits("百分点", Unit::Percent) && fits("分钟", Unit::Hour));
        assert!(fits("人次", Unit::Item) && fits("万人", Unit::Person));
        assert!(!fits("万元", Unit::SquareMetre) && !fits("%", Unit::Yuan) && !fits("万", Unit::Percent));
        assert!(Unit::ALL.into_iter().all(|unit| !fits("美元", unit) && !fits("元/平方米", unit) && !fits("天", unit)));
        assert!(!fits("小时", Unit::Item) && !fits("万", Unit::Hour) && !fits("亩", Unit::Item));
    }
}
