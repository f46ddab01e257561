"""The gaps drawn: a bar for each, with its verdict, its figures and what they mean."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .canvas import data, named, nothing, pick, rows_axis, standing_line, titled, width, wrapped
from .figure import required, shortfall, told_measured
from .gaps import Row, rows
from .library import alt
from .theme import Look, dressed, inks, look, shapes, worded

if TYPE_CHECKING:
    import altair

    from ..assessment import Assessment

_WIDTH = 380
_ZERO = Decimal(0)
_EDGE = 100


def chart(a: Assessment, lang: str, theme: str, criteria: bool) -> altair.VConcatChart:
    """The chart."""
    look_, lib = look(theme), alt()
    told = list(rows(a, lang, criteria))
    title = pick(
        lang, f"{named(a, lang)}：{a.year}年度各项距要求还差多少", f"{named(a, lang)}: how far from what is required, {a.year}"
    )
    if not told:
        made: altair.VConcatChart = nothing(
            titled(title, standing_line(a, lang)),
            pick(lang, "方案没有指标，也没有目标", "the plan has neither indicators nor targets"),
            look_,
        )
        return made
    heads = {
        "indicator": pick(lang, "约束性指标", "Binding indicators"),
        "target": pick(lang, "县级目标", "Targets of the county"),
    }
    labels = [wrapped(_label(row, criteria), 52) for row in told]
    extent = max(width(line) for lines in labels for line in lines)
    parts = [
        _panel(
            [row for row in told if row.kind == kind],
            head,
            lang,
            look_,
            [lines for row, lines in zip(told, labels, strict=True) if row.kind == kind],
            extent,
        )
        for kind, head in heads.items()
        if any(row.kind == kind for row in told)
    ]
    how = pick(
        lang,
        "0为刚好达到要求；向左是不足或超限占要求的比例，向右是富余；浅色段未定，因为缺数据。",
        "0 is just what is required; to the left what is short of a floor or above a ceiling, to the right what is to spare; "
        "pale where missing data leave it open",
    )
    whole = (
        lib.vconcat(*parts)
        .properties(title=titled(title, standing_line(a, lang), how))
        .resolve_scale(color="shared", shape="shared")
    )
    made = dressed(whole, look_)
    return made


def _panel(rows: list[Row], head: str, lang: str, look: Look, labels: list[list[str]], extent: int) -> Any:
    lib = alt()
    values = [_value(n, row, lang) for n, row in enumerate(rows)]
    step = max(24, 14 * max(map(len, labels)) + 6)
    y = lib.Y(
        "row:O",
        title=None,
        axis=rows_axis(
            labels,
            offset=104 if lang == "zh" else 132,
            labelAlign="left",
            labelPadding=extent,
            minExtent=extent,
            grid=True,
            gridOpacity=0.45,
        ),
    )
    scale = lib.Scale(domain=[-_EDGE, _EDGE], nice=False, clamp=True)
    x_axis = lib.Axis(
        values=[-100, -75, -50, -25, 0, 25, 50, 75, 100],
        labelExpr="datum.value==0 ? '0' : format(abs(datum.value),'d')+'%'" + "+(abs(datum.value)==100?'+':'')",
        title=pick(
            lang, "← 不足或超限　｜　占要求的比例　｜　富余 →", "← short or over | share of what is required | to spare →"
        ),
        domain=False,
        gridOpacity=0.6,
    )
    x, color = lib.X("zero:Q", scale=scale, axis=x_axis), lib.Color("verdict:N", scale=inks(look), legend=None)
    base = lib.Chart(data(values)).encode(y=y, tooltip=_tooltip(lang))
    bar = base.transform_filter("isValid(datum.solid)").mark_bar(height=11, cornerRadius=1).encode(x=x, x2="solid:Q", color=color)
    unsure = (
        base.transform_filter("isValid(datum.pale)")
        .mark_bar(height=11, opacity=0.3)
        .encode(x=lib.X("pale:Q", scale=scale), x2="pale_end:Q", color=color)
    )
    end = (
        base.transform_filter("isValid(datum.solid)")
        .mark_tick(thickness=3, height=13)
        .encode(x=lib.X("solid:Q", scale=scale), color=color)
    )
    arrows = [
        base.transform_filter(f"datum.beyond=={side}")
        .mark_point(shape=shape, filled=True, size=70, opacity=1, strokeWidth=0)
        .encode(x=lib.datum(side * _EDGE), color=color)
        for side, shape in ((-1, "triangle-left"), (1, "triangle-right"))
    ]
    zero = lib.Chart(data([{"zero": 0}])).mark_rule(color=look.ink, strokeWidth=1.2).encode(x=lib.X("zero:Q", scale=scale))
    left = -100 if lang == "zh" else -128
    mark = base.mark_point(filled=False, strokeWidth=2, size=60, opacity=1, strokeCap="round", strokeJoin="round").encode(
        x=lib.value(left + 8),
        stroke=lib.Stroke("verdict:N", scale=inks(look), legend=None),
        shape=lib.Shape("verdict:N", scale=shapes(), legend=None),
    )
    word = base.mark_text(align="left", baseline="middle").encode(x=lib.value(left + 20), text="word:N")
    said = base.mark_text(align="left", baseline="middle").encode(
        x=lib.value(_WIDTH + 14), text="said:N", fill=lib.condition("datum.figured", lib.value(look.ink), lib.value(look.dim))
    )
    layers = lib.layer(zero, unsure, bar, end, *arrows, mark, word, said).resolve_scale(shape="independent", color="shared")
    return layers.properties(
        width=_WIDTH, height=step * len(rows), title=lib.TitleParams(text=head, fontSize=13, color=look.ink, offset=6)
    )


def _label(row: Row, criteria: bool) -> str:
    more = f" · {row.criterion}" if criteria and row.criterion is not None and row.criterion != row.title else ""
    return f"{row.id} {row.title}{more}"


def _value(n: int, row: Row, lang: str) -> dict[str, Any]:
    least, most = row.share_least, row.share_most
    solid, pale = _spans(row)
    beyond = solid if solid is not None else least
    return {
        "row": n,
        "id": row.id,
        "title": row.title,
        "criterion": row.criterion or "",
        "verdict": row.verdict,
        "word": worded(row.verdict, lang),
        "zero": 0,
        "solid": _clamped(solid),
        "pale": None if pale is None else _clamped(pale[0]),
        "pale_end": None if pale is None else _clamped(pale[1]),
        "share": None if least is None else float(least),
        "share_most": None if most is None else float(most),
        "gap": None if row.gap is None else float(row.gap),
        "beyond": 0 if beyond is None or abs(beyond) <= _EDGE else 1 if beyond > 0 else -1,
        "said": _said(row, lang),
        "figured": row.required_least is not None or row.required_most is not None,
        **_figures(row, lang),
    }


def _spans(row: Row) -> tuple[Decimal | None, tuple[Decimal, Decimal] | None]:
    """How far the bar goes for sure, and between what it is not settled. While the verdict is, nothing is sure."""
    least, most = row.share_least, row.share_most
    if least is None:
        return None, None
    end = Decimal(_EDGE) if most is None else most
    if row.verdict not in ("met", "met_by_exemption", "not_met"):
        return None, (least, end) if end != least else (min(least, _ZERO), max(least, _ZERO))
    if least == most:
        return least, None
    return least if least >= 0 else end if end < 0 else _ZERO, (least, end)


def _clamped(share: Decimal | None) -> float | None:
    return None if share is None else float(min(max(share, Decimal(-_EDGE)), Decimal(_EDGE)))


def _figures(row: Row, lang: str) -> dict[str, str]:
    asked = required(row.test, row.required_least, row.required_most, row.unit, lang)
    told = told_measured(row.measured_least, row.measured_most, row.unit, lang)
    if asked and not told:
        told = pick(lang, "不明", "not known")
    return {
        "measured": told + pick(lang, "（初步数）", " (provisional)") if told and row.provisional else told,
        "required": asked,
    }


def _said(row: Row, lang: str) -> str:
    figures = _figures(row, lang)
    if not figures["required"]:
        return _unfigured(row, lang)
    which = f"{row.criterion}{pick(lang, '：', ': ')}" if row.criterion and row.criteria > 1 else ""
    parts = [
        pick(
            lang,
            f"{which}{figures['measured']}，要求 {figures['required']}",
            f"{which}{figures['measured']}; required {figures['required']}",
        )
    ]
    if short := shortfall(row.share_least, row.share_most, row.verdict, over=row.gap is not None and row.gap > 0, lang=lang):
        parts.append(short)
    return pick(lang, "，", ", ").join(parts)


def _unfigured(row: Row, lang: str) -> str:
    """What decides where that is no figure."""
    if row.criteria > 1 and row.alike == row.criteria:
        return pick(lang, f"共{row.criteria}项要求，结论相同", f"{row.criteria} criteria, all alike")
    more = pick(lang, f" 等{row.alike}项", f" and {row.alike - 1} more") if row.alike > 1 else ""
    return f"{row.criterion or ''}{more}"


def _tooltip(lang: str) -> list[Any]:
    lib = alt()
    shown = (
        ("id", "编号", "id"),
        ("title", "项目", "title"),
        ("criterion", "要求", "criterion"),
        ("word", "结论", "verdict"),
        ("measured", "实测", "measured"),
        ("required", "标准", "required"),
        ("share", "差距占要求的 %", "gap as share of the requirement, %"),
    )
    return [lib.Tooltip(f"{field}:{'Q' if field == 'share' else 'N'}", title=pick(lang, zh, en)) for field, zh, en in shown]
