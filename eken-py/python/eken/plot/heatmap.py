"""Many towns at a glance: a cell for each town and each indicator."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ..frames import Frame, frame_of
from ..standing import VERDICTS, Standing
from .canvas import data, nothing, pick, plain, rows_axis, spaced, titled, width
from .gaps import deciding
from .library import alt
from .theme import Look, dressed, grounds, look, shapes, texts, worded

if TYPE_CHECKING:
    from collections.abc import Iterable

    import altair

    from ..many import Many

COLUMNS = (
    ("row", "whole"),
    ("file", "text"),
    ("line", "whole"),
    ("town", "text"),
    ("tier", "code"),
    ("kind", "code"),
    ("id", "text"),
    ("title", "text"),
    ("verdict", "code"),
    ("gap", "decimal"),
    ("unit", "code"),
    ("provisional", "flag"),
    ("error", "code"),
)


class Cell(NamedTuple):
    """A town on an indicator or target; a file that is no dossier has its error in place of a verdict."""

    row: int
    file: str
    line: int | None
    town: str | None = None
    tier: str | None = None
    kind: str | None = None
    id: str | None = None
    title: str | None = None
    verdict: str | None = None
    gap: Decimal | None = None
    unit: str | None = None
    provisional: bool | None = None
    error: str | None = None


def cells(many: Many, lang: str, targets: bool) -> list[Cell]:
    """The cells, town by town in the order of files and lines."""
    out: list[Cell] = []
    for n, town in enumerate(many):
        head = Cell(n, plain(town.file), town.line)
        if town.error is not None:
            out.append(head._replace(error=town.error.code))
            continue
        told = town.to_dict()
        head = head._replace(town=None if told["town"] is None else plain(told["town"]), tier=told["tier"])
        for standing in town.standings():
            if standing.no is not None or targets:
                out.append(_cell(head, standing, lang))
    return out


def _cell(head: Cell, standing: Standing, lang: str) -> Cell:
    leaf = deciding(standing)
    return head._replace(
        kind="target" if standing.no is None else "indicator",
        id=standing.id,
        title=plain(standing.title(lang)),
        verdict=str(standing.verdict),
        gap=None if leaf is None else leaf.gap,
        unit=None if leaf is None else leaf.unit,
        provisional=standing.provisional,
    )


def frame(cells: Iterable[Cell], made: tuple[Any, ...]) -> Frame:
    """The cells as a table."""
    return frame_of(("各镇各项", "Towns by indicator"), COLUMNS, cells, made)


def chart(many: Many, lang: str, theme: str, targets: bool, order: str) -> altair.VConcatChart:
    """The chart."""
    look_ = look(theme)
    told = cells(many, lang, targets)
    read, refused = len(many.assessed), len(many.refused)
    title = pick(lang, f"{read}个乡村e镇各项结论", f"Verdicts of {read} rural e-towns")
    counts = {code: sum(1 for cell in told if cell.verdict == code) for code in VERDICTS}
    line = spaced(lang, *(f"{worded(code, lang)} {count:,}" for code, count in counts.items() if count))
    files = pick(lang, f"另有{refused}份未能读入。", f"{refused} more could not be read") if refused else ""
    if not told:
        made: altair.VConcatChart = nothing(titled(title), pick(lang, "没有档案", "there are no dossiers"), look_)
        return made
    done: altair.VConcatChart = dressed(
        _grid(told, lang, look_, order).properties(title=titled(title, _basis(many, lang), line, files)), look_
    )
    return done


def _basis(many: Many, lang: str) -> str:
    """Plan, year and as-of days in a line."""
    told = [town.to_dict() for town in many.assessed]
    plans = list(dict.fromkeys(plain(each["plan_title"][lang]) for each in told))
    years = sorted({each["acceptance_year"] for each in told})
    days = sorted({each["as_of"] for each in told})
    if not told:
        return ""
    span = days[0] if len(days) == 1 else pick(lang, f"{days[0]} 至 {days[-1]}", f"{days[0]} to {days[-1]}")
    return spaced(
        lang,
        pick(lang, f"方案：{'、'.join(plans)}", f"plan: {', '.join(plans)}"),
        pick(lang, f"验收年度 {'、'.join(map(str, years))}", f"acceptance year {', '.join(map(str, years))}"),
        pick(lang, f"数据截至 {span}", f"data as of {span}"),
    )


def _grid(told: list[Cell], lang: str, look: Look, order: str) -> Any:
    lib = alt()
    towns = _ordered(told, order)
    names = _names(told, towns)
    heads = {cell.id: cell.title for cell in told if cell.id is not None}
    many = len(towns) > 60
    high, wide = (15, 18) if many else (20, 22)
    place = {town: n for n, town in enumerate(towns)}
    values = [_value(cell, place[cell.row], names[cell.row], lang) for cell in told if cell.verdict is not None]
    columns = {id: f"{id} {title}" for id, title in heads.items()}
    top = lib.Axis(
        orient="top",
        domain=False,
        ticks=False,
        labelAngle=-50,
        labelAlign="left",
        labelPadding=4,
        labelFontSize=11,
        labelOverlap=False,
        labelExpr=f"{json.dumps(columns, ensure_ascii=False)}[datum.value]",
    )
    side = rows_axis([[names[town]] for town in towns], labelFontSize=10.5 if many else 12, labelPadding=6)
    x = lib.X("id:N", sort=list(heads), title=None, scale=lib.Scale(domain=list(heads), paddingInner=0.06), axis=top)
    y = lib.Y("row:O", title=None, scale=lib.Scale(domain=list(range(len(towns))), paddingInner=0.06), axis=side)
    base = lib.Chart(data(values)).encode(x=x, y=y, tooltip=_tooltip(lang))
    rect = base.mark_rect(cornerRadius=2).encode(fill=lib.Fill("verdict:N", scale=grounds(look), legend=None))
    mark = base.mark_point(filled=False, size=26 if many else 52, strokeWidth=1.3 if many else 1.7, opacity=1, strokeCap="round")
    mark = mark.encode(
        shape=lib.Shape("verdict:N", scale=shapes(), legend=None), stroke=lib.Stroke("verdict:N", scale=texts(look), legend=None)
    )
    left, below = wide * len(heads), high * len(towns)
    layers = [
        rect,
        mark,
        *_sums(told, towns, place, lang, look, y, left),
        *_refused(told, place, lang, look, y),
        *_counts(told, heads, lang, look, x, left, below),
    ]
    grid = (
        lib.layer(*layers).resolve_scale(fill="independent", stroke="independent").properties(width=max(left, 200), height=below)
    )
    seen = [code for code in VERDICTS if any(cell.verdict == code for cell in told)]
    return lib.vconcat(_key(seen, lang, look), grid, spacing=2).resolve_scale(
        fill="independent", stroke="independent", shape="independent", x="independent", y="independent"
    )


def _value(cell: Cell, row: int, town: str, lang: str) -> dict[str, Any]:
    return {
        "row": row,
        "town": town,
        "id": cell.id,
        "title": cell.title,
        "verdict": cell.verdict,
        "word": worded(cell.verdict or "open", lang),
        "gap": None if cell.gap is None else float(cell.gap),
        "unit": cell.unit or "",
    }


def _tooltip(lang: str) -> list[Any]:
    shown = (
        ("town", "项目", "town"),
        ("id", "编号", "id"),
        ("title", "指标", "indicator"),
        ("word", "结论", "verdict"),
        ("gap", "差距", "gap"),
        ("unit", "单位", "unit"),
    )
    return [alt().Tooltip(f"{field}:N", title=pick(lang, zh, en)) for field, zh, en in shown]


def _ordered(told: list[Cell], order: str) -> list[int]:
    """Towns from the one with most that is not met, or in the order of files."""
    towns = list(dict.fromkeys(cell.row for cell in told))
    if order == "files":
        return towns
    bad = {town: [0, 0] for town in towns}
    for cell in told:
        bad[cell.row][0] += cell.verdict == "not_met"
        bad[cell.row][1] += cell.verdict in ("open", "conflict")
    lost = {cell.row for cell in told if cell.verdict is None}
    return sorted(towns, key=lambda town: (town in lost, -bad[town][0], -bad[town][1], town))


def _names(told: list[Cell], towns: list[int]) -> dict[int, str]:
    """What each town is called: by its name, and where two have one, by its file too."""
    from pathlib import PurePath

    first: dict[int, Cell] = {}
    for cell in told:
        first.setdefault(cell.row, cell)
    files = {
        town: PurePath(first[town].file).name + (f":{first[town].line}" if first[town].line is not None else "") for town in towns
    }
    names = [first[town].town for town in towns]
    out = {}
    for town in towns:
        name = first[town].town
        out[town] = files[town] if name is None else name if names.count(name) == 1 else f"{name} {files[town]}"
    return out


def _sums(told: list[Cell], towns: list[int], place: dict[int, int], lang: str, look: Look, y: Any, left: int) -> list[Any]:
    lib = alt()
    rows = []
    for town in towns:
        of = [cell.verdict for cell in told if cell.row == town and cell.verdict is not None]
        if of:
            rows.append({"row": place[town], "said": f"{sum(code in ('met', 'met_by_exemption') for code in of)}/{len(of)}"})
    if not rows:
        return []
    head = lib.Chart(data([{"head": pick(lang, "达到", "met")}])).mark_text(
        align="left", baseline="bottom", fontSize=11, fill=look.dim
    )
    text = lib.Chart(data(rows)).mark_text(align="left", baseline="middle", fontSize=11, fill=look.dim)
    return [
        text.encode(y=y, x=lib.value(left + 8), text="said:N"),
        head.encode(x=lib.value(left + 8), y=lib.value(-4), text="head:N"),
    ]


def _refused(told: list[Cell], place: dict[int, int], lang: str, look: Look, y: Any) -> list[Any]:
    lib = alt()
    rows = [
        {"row": place[cell.row], "said": pick(lang, f"未能读入（{cell.error}）", f"could not be read ({cell.error})")}
        for cell in told
        if cell.error is not None
    ]
    if not rows:
        return []
    return [
        lib.Chart(data(rows))
        .mark_text(align="left", baseline="middle", fontSize=11, fill=look.dim)
        .encode(y=y, x=lib.value(4), text="said:N")
    ]


def _counts(told: list[Cell], heads: dict[str, str | None], lang: str, look: Look, x: Any, left: int, below: int) -> list[Any]:
    """How many towns do not meet each indicator, below its column."""
    lib = alt()
    lost = Counter(cell.id for cell in told if cell.verdict == "not_met")
    if not heads or len({cell.row for cell in told}) < 2:
        return []
    rows = [{"id": id, "lost": lost[id]} for id in heads]
    base = lib.Chart(data(rows)).mark_text(baseline="top", fontSize=11, fill=look.dim)
    head = lib.Chart(data([{"head": pick(lang, "未达到的镇数", "towns not met")}])).mark_text(
        align="left", baseline="top", fontSize=11, fill=look.dim
    )
    at = lib.value(below + 6)
    return [base.encode(x=x, y=at, text="lost:Q"), head.encode(x=lib.value(left + 8), y=at, text="head:N")]


def _key(seen: list[str], lang: str, look: Look) -> Any:
    """What the marks mean, above the cells."""
    lib = alt()
    rows, left = [], 0
    for code in seen:
        word = worded(code, lang)
        rows.append({"verdict": code, "word": word, "left": left})
        left += 44 + width(word)
    base = lib.Chart(data(rows)).encode(y=lib.value(10))
    at = lib.X("left:Q", scale=None, axis=None)
    square = base.mark_square(size=240, opacity=1, xOffset=9).encode(
        x=at, fill=lib.Fill("verdict:N", scale=grounds(look), legend=None)
    )
    mark = base.mark_point(filled=False, size=52, strokeWidth=1.7, opacity=1, strokeCap="round", xOffset=9)
    mark = mark.encode(
        x=at,
        shape=lib.Shape("verdict:N", scale=shapes(), legend=None),
        stroke=lib.Stroke("verdict:N", scale=texts(look), legend=None),
    )
    text = base.mark_text(align="left", baseline="middle", dx=22).encode(x=at, text="word:N")
    return (
        lib.layer(square, mark, text)
        .resolve_scale(fill="independent", stroke="independent")
        .properties(width=max(left, 20), height=20)
    )
