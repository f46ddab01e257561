//! Shapes of a plan's single-file form: what stands at its top, and its registers.

use crate::plan::wire::criterion::{ANY_TEXT, CRITERION, WORDS};
use crate::plan::wire::shape::{Either, Field, Object, Shape, may, must};
use crate::plan::wire::text::Text;
use crate::words::Label;

const fn words(zh: &'static str, en: &'static str) -> Label {
    Label::new(zh, en)
}

static CODE: Shape = Shape::Text(Text::Code);
static CITED: Shape = Shape::List(&ANY_TEXT);
static CODES: Shape = Shape::List(&CODE);
static CRITERIA: Shape = Shape::Some(&CRITERION_SHAPE);
static CRITERION_SHAPE: Shape = Shape::Either(&CRITERION);

const ID: Field = must("id", CODE, words("编号", "id"), words("在同类中唯一", "unique among its kind"));
const CLAUSES: Field =
    may("clauses", CITED, words("条款", "clauses"), words("所引条款的编号", "ids of the clauses cited"));
const CITES: Field =
    may("cites", CITED, words("职责条款", "cites"), words("规定职责的条款", "clauses that state the duties"));
const INFERRED: Field = may(
    "inferred",
    Shape::True,
    words("推断", "inferred"),
    words("原文没有明说", "the text does not say so in so many words"),
);
const REPLACE: Field = may(
    "replace",
    Shape::True,
    words("替换", "replace"),
    words("替换基础方案中同编号的一项", "takes the place of the base plan's item of the same id"),
);
const REMOVE: Field = may(
    "remove",
    Shape::True,
    words("删除", "remove"),
    words("删除基础方案中的这一项", "takes the base plan's item out"),
);
const LABEL: Field = must("label", Shape::Object(&WORDS), words("名称", "label"), words("显示的名称", "name shown"));
const TITLE: Field = must(
    "title",
    Shape::Object(&WORDS),
    words("标题", "title"),
    words("用自己的话写的标题", "title in words of its own"),
);

static DOCUMENT: Object = Object::closed(
    "document",
    words("文件", "a document"),
    &[
        must("number", ANY_TEXT_SHAPE, words("文号", "number"), words("文件编号", "number of the document")),
        must("issuer", Shape::Object(&WORDS), words("发文机关", "issuer"), words("发文机关", "who issued it")),
        may("date", Shape::Text(Text::PartialDate), words("日期", "date"), words("年、月或日", "year, month or day")),
        INFERRED,
        may(
            "note",
            Shape::Object(&WORDS),
            words("说明", "note"),
            words("依据或推断理由", "what is taken from it, or why inferred"),
        ),
        REPLACE,
    ],
);
const ANY_TEXT_SHAPE: Shape = Shape::Text(Text::Any);

static TIER: Object = Object::closed("tier", words("县域类型", "a tier"), &[ID, LABEL, REPLACE]);
static GROUP: Object = Object::closed(
    "group",
    words("指标分组", "a group"),
    &[must("id", ANY_TEXT_SHAPE, words("编号", "id"), words("附件中的序数", "numeral of the annex")), TITLE, REPLACE],
);
static DEPARTMENT: Object =
    Object::closed("department", words("责任单位", "a department"), &[ID, LABEL, CITES, INFERRED, REPLACE]);

static PHASE: Object = Object::closed(
    "phase",
    words("阶段", "a phase"),
    &[
        ID,
        LABEL,
        must("from", Shape::Text(Text::Month), words("起", "from"), words("第一个月", "first month")),
        must("until", Shape::Text(Text::Month), words("止", "until"), words("最后一个月", "last month")),
        CLAUSES,
        REPLACE,
    ],
);

static SEAT: Object = Object::closed(
    "seat",
    words("领导小组席位", "a seat"),
    &[
        must("role", Shape::Text(Text::Role), words("身份", "role"), words("在领导小组中的身份", "role in the group")),
        must("post", Shape::Object(&WORDS), words("职务", "post"), words("职务，不写姓名", "the post; never a name")),
        may("department", CODE, words("单位", "department"), words("所在单位的编号", "id of its department")),
    ],
);
static SEAT_SHAPE: Shape = Shape::Object(&SEAT);
static LEADING_GROUP: Object = Object::closed(
    "leading-group",
    words("领导小组", "the leading group"),
    &[CLAUSES, must("seat", Shape::Some(&SEAT_SHAPE), words("席位", "seats"), words("按职务列出", "by post"))],
);

static OPTION: Object = Object::closed(
    "reading-option",
    words("读法选项", "an option of a reading"),
    &[
        ID,
        must("zh", ANY_TEXT_SHAPE, words("中文", "Chinese"), words("选项的中文", "the option in Chinese")),
        must("en", ANY_TEXT_SHAPE, words("英文", "English"), words("选项的英文", "the option in English")),
    ],
);
static OPTION_SHAPE: Shape = Shape::Object(&OPTION);
static READING: Object = Object::closed(
    "reading",
    words("读法", "a reading"),
    &[
        ID,
        must(
            "point",
            Shape::Object(&WORDS),
            words("疑点", "point"),
            words("原文未定之处", "what the text leaves open"),
        ),
        CLAUSES,
        must("default", CODE, words("默认", "default"), words("默认选项的编号", "id of the default option")),
        must("option", Shape::Some(&OPTION_SHAPE), words("选项", "options"), words("可选的读法", "ways to read it")),
        REPLACE,
    ],
);

static CLAUSE: Object = Object::closed(
    "clause",
    words("条款", "a clause"),
    &[
        must("id", ANY_TEXT_SHAPE, words("编号", "id"), words("引用时的写法", "as it is cited")),
        must(
            "class",
            Shape::Text(Text::Class),
            words("类别", "class"),
            words("可计算、凭证明、无要求", "what kind of clause"),
        ),
        may("document", ANY_TEXT_SHAPE, words("文号", "document"), words("所在文件", "number of its document")),
        may(
            "span",
            Shape::Text(Text::Span),
            words("位置", "span"),
            words("原文的行和列", "lines and columns of the source"),
        ),
        may(
            "digest",
            Shape::Text(Text::Digest),
            words("摘要", "digest"),
            words("原文片段的SHA-256", "SHA-256 of the span's text"),
        ),
        may("note", ANY_TEXT_SHAPE, words("说明", "note"), words("用自己的话说明", "what it is about")),
        may("rule", CODE, words("规则", "rule"), words("由哪条规则核对", "code of the rule that answers for it")),
        REPLACE,
    ],
);

static DUTY: Object = Object::closed(
    "duty",
    words("责任分工", "who answers"),
    &[
        may("lead", CODE, words("牵头", "lead"), words("牵头单位", "leading department")),
        may("support", CODES, words("配合", "support"), words("配合单位", "supporting departments")),
        INFERRED,
        may(
            "duty",
            Shape::Text(Text::NoDuty),
            words("无职责", "duty"),
            words("没有单位负此职责", "no body has this duty"),
        ),
        CITES,
    ],
);

const ALL: Field = must("all", CRITERIA, words("要求", "criteria"), words("全部成立才算达到", "all of them must hold"));
const DUTIES: Field = may(
    "departments",
    Shape::Object(&DUTY),
    words("责任单位", "departments"),
    words("谁牵头谁配合", "who answers for it"),
);
const SLUG: Field = must("slug", CODE, words("短名", "slug"), words("文件名中的短名", "short name in file names"));
const GROUP_OF: Field = may("group", ANY_TEXT_SHAPE, words("分组", "group"), words("所属分组", "group it belongs to"));

static INDICATOR: Object = Object::closed(
    "indicator",
    words("指标", "an indicator"),
    &[ID, SLUG, TITLE, GROUP_OF, CLAUSES, DUTIES, ALL, REPLACE],
);
static TARGET: Object =
    Object::closed("target", words("目标", "a target"), &[ID, SLUG, TITLE, CLAUSES, DUTIES, ALL, REPLACE]);

const MORE: Field =
    may("all", CRITERIA, words("增加要求", "criteria added"), words("加在原有要求之后", "after those of the base"));

static AMEND_INDICATOR: Object = Object::closed(
    "amend-indicator",
    words("改指标", "an amendment of an indicator"),
    &[
        must("indicator", CODE, words("指标", "indicator"), words("要改的指标", "the indicator amended")),
        CLAUSES,
        CITES,
        DUTIES,
        MORE,
        REMOVE,
    ],
);
static AMEND_TARGET: Object = Object::closed(
    "amend-target",
    words("改目标", "an amendment of a target"),
    &[
        must("target", CODE, words("目标", "target"), words("要改的目标", "the target amended")),
        CLAUSES,
        CITES,
        DUTIES,
        MORE,
        REMOVE,
    ],
);
static AMEND_READING: Object = Object::closed(
    "amend-reading",
    words("改读法", "an amendment of a reading"),
    &[
        must("reading", CODE, words("读法", "reading"), words("要改的读法", "the reading amended")),
        CLAUSES,
        may("default", CODE, words("默认", "default"), words("新的默认选项", "the new default option")),
        REMOVE,
    ],
);
static AMEND_DEPARTMENT: Object = Object::closed(
    "amend-department",
    words("改单位", "an amendment of a department"),
    &[
        must("department", CODE, words("单位", "department"), words("要改的单位", "the department amended")),
        may("label", Shape::Object(&WORDS), words("名称", "label"), words("新的名称", "its new name")),
        CITES,
        REMOVE,
    ],
);
static AMEND_PHASE: Object = Object::closed(
    "amend-phase",
    words("删阶段", "an amendment of a phase"),
    &[
        must("phase", CODE, words("阶段", "phase"), words("要删的阶段", "the phase taken out")),
        must("remove", Shape::True, words("删除", "remove"), words("删除这一阶段", "takes the phase out")),
    ],
);
static AMEND: Either = Either {
    name: "amend",
    title: words("改动", "an amendment"),
    cases: &[
        ("indicator", &AMEND_INDICATOR),
        ("target", &AMEND_TARGET),
        ("reading", &AMEND_READING),
        ("department", &AMEND_DEPARTMENT),
        ("phase", &AMEND_PHASE),
    ],
};

static DOCUMENTS: Shape = Shape::Object(&DOCUMENT);
static TIERS: Shape = Shape::Object(&TIER);
static GROUPS: Shape = Shape::Object(&GROUP);
static DEPARTMENTS: Shape = Shape::Object(&DEPARTMENT);
static PHASES: Shape = Shape::Object(&PHASE);
static READINGS: Shape = Shape::Object(&READING);
static CLAUSE_LIST: Shape = Shape::Object(&CLAUSE);
static INDICATORS: Shape = Shape::Object(&INDICATOR);
static TARGETS: Shape = Shape::Object(&TARGET);
static AMENDS: Shape = Shape::Either(&AMEND);

/// A plan.
pub(super) static PLAN: Object = Object::closed(
    "plan",
    words("方案", "a plan"),
    &[
        may("$schema", ANY_TEXT_SHAPE, words("模式", "schema"), words("本模式的地址", "address of this schema")),
        ID,
        TITLE,
        may("base", CODE, words("基础方案", "base"), words("在哪个方案上改动", "id of the plan laid over")),
        may(
            "source",
            ANY_TEXT_SHAPE,
            words("条款来源", "source"),
            words("条款位置所在文件的文号", "number of the document of the clauses"),
        ),
        may(
            "document",
            Shape::List(&DOCUMENTS),
            words("文件", "documents"),
            words("方案所依据的文件", "documents it rests on"),
        ),
        may("tier", Shape::List(&TIERS), words("县域类型", "tiers"), words("从高到低", "highest first")),
        may(
            "group",
            Shape::List(&GROUPS),
            words("指标分组", "groups"),
            words("按附件顺序", "in the order of the annex"),
        ),
        may(
            "department",
            Shape::List(&DEPARTMENTS),
            words("责任单位", "departments"),
            words("可牵头或配合的单位", "bodies that answer"),
        ),
        may("phase", Shape::List(&PHASES), words("阶段", "phases"), words("按时间顺序", "in order of time")),
        may(
            "leading-group",
            Shape::Object(&LEADING_GROUP),
            words("领导小组", "leading group"),
            words("按职务组成", "by post"),
        ),
        may(
            "reading",
            Shape::List(&READINGS),
            words("读法", "readings"),
            words("原文未定之处，总则在前", "points left open, the general rule first"),
        ),
        may("clause", Shape::List(&CLAUSE_LIST), words("条款", "clauses"), words("条款登记", "register of clauses")),
        may(
            "indicator",
            Shape::List(&INDICATORS),
            words("约束性指标", "indicators"),
            words("按附件顺序", "in the order of the annex"),
        ),
        may(
            "target",
            Shape::List(&TARGETS),
            words("目标", "targets"),
            words("约束性指标之外的目标", "targets beyond the indicators"),
        ),
        may(
            "amend",
            Shape::List(&AMENDS),
            words("改动", "amendments"),
            words("对基础方案的改动", "what is changed in the base"),
        ),
    ],
);
