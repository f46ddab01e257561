//! Shapes of criteria, tests and thresholds.

use crate::plan::wire::shape::{Either, Field, Object, Shape, may, must};
use crate::plan::wire::text::Text;
use crate::words::Label;

const fn words(zh: &'static str, en: &'static str) -> Label {
    Label::new(zh, en)
}

/// The keys of the tests of a leaf.
pub(in crate::plan) static TESTS: [&str; 9] =
    ["at-least", "at-most", "more-than", "less-than", "exactly", "between", "holds", "includes", "includes-any"];

pub(super) static ANY_TEXT: Shape = Shape::Text(Text::Any);
static TEXTS: Shape = Shape::Some(&ANY_TEXT);
static FIGURE: Shape = Shape::Text(Text::Figure);
static CRITERION_SHAPE: Shape = Shape::Either(&CRITERION);

/// Words in both languages.
pub(super) static WORDS: Object = Object::closed(
    "words",
    words("中英文字", "words in two languages"),
    &[
        must("zh", Shape::Text(Text::Any), words("中文", "Chinese"), words("中文文字", "the text in Chinese")),
        must("en", Shape::Text(Text::Any), words("英文", "English"), words("英文文字", "the text in English")),
    ],
);

static FIXED: Object = Object::closed(
    "fixed-threshold",
    words("统一数值", "one figure"),
    &[
        must(
            "value",
            FIGURE,
            words("数值", "figure"),
            words("以基本单位计，写在引号里", "in the base unit, in quotes"),
        ),
        must("unit", Shape::Text(Text::Unit), words("单位", "unit"), words("数值的单位", "unit of the figure")),
    ],
);

static TIERED: Object = Object::closed(
    "tiered-threshold",
    words("分档数值", "figures by tier"),
    &[
        must("unit", Shape::Text(Text::Unit), words("单位", "unit"), words("数值的单位", "unit of the figures")),
        must(
            "tier",
            Shape::Map(Text::Code, &FIGURE),
            words("各档数值", "figure a tier"),
            words("每一档都要写", "every tier of the plan has its figure"),
        ),
    ],
);

static THRESHOLD: Either = Either {
    name: "threshold",
    title: words("数值要求", "a threshold"),
    cases: &[("value", &FIXED), ("tier", &TIERED)],
};

static BETWEEN: Object = Object::closed(
    "between",
    words("上下限", "a range"),
    &[
        must("min", FIGURE, words("下限", "least"), words("含本数", "least figure allowed, itself included")),
        must("max", FIGURE, words("上限", "greatest"), words("含本数", "greatest figure allowed, itself included")),
        must("unit", Shape::Text(Text::Unit), words("单位", "unit"), words("上下限的单位", "unit of both")),
    ],
);

static VALIDITY: Object = Object {
    name: "validity",
    title: words("适用日期", "days of validity"),
    fields: &[
        may("from", Shape::Text(Text::Day), words("起", "from"), words("第一天", "first day")),
        may("until", Shape::Text(Text::Day), words("止", "until"), words("最后一天", "last day")),
    ],
    exactly_one: &[],
    not_empty: true,
    open: false,
};

static CONDITION: Shape = Shape::Map(Text::Code, &OPTIONS);
static OPTIONS: Shape = Shape::Some(&CODE);
static CODE: Shape = Shape::Text(Text::Code);

const TITLE: Field = may(
    "title",
    Shape::Object(&WORDS),
    words("要求", "title"),
    words("这一条要求什么，用自己的话写", "what it asks, in words of its own"),
);
const CLAUSES: Field =
    may("clauses", Shape::List(&ANY_TEXT), words("条款", "clauses"), words("本条另引的条款", "clauses of its own"));
const READINGS: Field = may(
    "readings",
    Shape::List(&CODE),
    words("读法", "readings"),
    words("度量时要查的读法", "readings that the measure consults"),
);
const WHEN: Field = may(
    "when",
    CONDITION,
    words("适用读法", "when"),
    words("只在这些读法选项下适用，几项同时满足", "applies only under these options, all of them"),
);
const VALID: Field = may(
    "valid",
    Shape::Object(&VALIDITY),
    words("适用日期", "validity"),
    words("只在这些日期适用", "applies only on these days"),
);

const fn threshold(name: &'static str, zh: &'static str, en: &'static str) -> Field {
    may(name, Shape::Either(&THRESHOLD), words(zh, en), words("与度量结果比较", "held against the measured figure"))
}

/// A measure with its test.
pub(super) static LEAF: Object = Object {
    name: "leaf",
    title: words("度量与要求", "a criterion with a measure"),
    fields: &[
        TITLE,
        must("measure", CODE, words("度量", "measure"), words("度量的编号", "id of the measure")),
        threshold("at-least", "不低于", "at least"),
        threshold("at-most", "不高于", "at most"),
        threshold("more-than", "高于", "more than"),
        threshold("less-than", "低于", "less than"),
        threshold("exactly", "等于", "exactly"),
        may("between", Shape::Object(&BETWEEN), words("介于", "between"), words("两端都含", "both ends included")),
        may("holds", Shape::True, words("成立", "holds"), words("结果须为是", "the measure must be true")),
        may("includes", TEXTS, words("包括", "includes"), words("集合须包括全部", "the set must hold all of these")),
        may(
            "includes-any",
            TEXTS,
            words("包括其一", "includes any"),
            words("集合须包括其中之一", "the set must hold one of these"),
        ),
        CLAUSES,
        READINGS,
        WHEN,
        VALID,
        may(
            "strict-under",
            CONDITION,
            words("从严读法", "strict under"),
            words("在这些选项下不含本数", "under these options the figure itself does not suffice"),
        ),
        may(
            "exemptible-under",
            CONDITION,
            words("可例外读法", "exemptible under"),
            words("在这些选项下可凭例外批准", "under these options a recorded exemption answers for the floor"),
        ),
    ],
    exactly_one: &TESTS,
    not_empty: false,
    open: true,
};

static ANY_OF: Object = Object::closed(
    "any-of",
    words("其一即可", "a choice of criteria"),
    &[
        TITLE,
        must(
            "any",
            Shape::Some(&CRITERION_SHAPE),
            words("其一", "any"),
            words("有一条成立即可", "one of these suffices"),
        ),
        CLAUSES,
        READINGS,
        WHEN,
        VALID,
    ],
);

static ALL_OF: Object = Object::closed(
    "all-of",
    words("全部满足", "a group of criteria"),
    &[
        TITLE,
        must(
            "all",
            Shape::Some(&CRITERION_SHAPE),
            words("全部", "all"),
            words("每条都要成立", "all of these must hold"),
        ),
        CLAUSES,
        READINGS,
        WHEN,
        VALID,
    ],
);

/// A criterion.
pub(super) static CRITERION: Either = Either {
    name: "criterion",
    title: words("要求", "a criterion"),
    cases: &[("measure", &LEAF), ("any", &ANY_OF), ("all", &ALL_OF)],
};
